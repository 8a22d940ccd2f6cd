"""The clerk's home, what can be decided from its lines at once, and where each person starts after signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actions import work
from actions.forms.more_time import MoreTimeDecisionForm
from actions.models import Action
from actions.notices import telling
from actions.notices.outbox import on_which_day
from actions.workflow import MoveRefused
from people import roles
from people.requests import SignedIn
from people.roles import clerk_required
from people.wording import plain_date


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where somebody who has just signed in wants to be."""
    user = request.user
    if roles.is_clerk(user):
        return redirect("actions:work")
    return redirect("actions:mine" if roles.is_officer(user) else "actions:register")


@require_safe
@clerk_required
def home(request: SignedIn) -> HttpResponse:
    now = timezone.now()
    context = {"desk": work.desk_of(request.user, now, request.GET.get("whole", "")), "today": timezone.localdate(now)}
    return render(request, "actions/work.html", context)


@require_POST
@clerk_required
def agree(request: SignedIn, pk: int) -> HttpResponse:
    """More time, until the day that was asked for."""
    asked = get_object_or_404(work.requests_waiting(request.user).select_related("action__committee__chair"), pk=pk)
    now = timezone.now()
    form = MoreTimeDecisionForm(
        {"decision": "agree"}, action=asked.action, options=None, today=timezone.localdate(now), asked=asked
    )
    try:
        form.full_clean()
        form.carry_out(request.user, now)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        words = f"{asked.action.reference} is now due on {plain_date(asked.new_due_on)}. Its owner is told."
        messages.success(request, words)
    return back_to("more-time")


@require_POST
@clerk_required
def chase(request: SignedIn, reference: str) -> HttpResponse:
    """Ask the owner of one action for an answer."""
    mine = Action.objects.editable_by(request.user).published().for_lists()
    action, now = get_object_or_404(mine, reference=reference), timezone.now()
    try:
        telling.chase(action, by=request.user, now=now)
    except MoveRefused as refusal:
        messages.error(request, f"{action.reference}: {refusal}")
    else:
        name, day = action.owner.name if action.owner else "", on_which_day(action.committee, timezone.localdate(now))
        messages.success(request, f"{name} is asked for {action.reference} by email{day}.")
    if request.POST.get("queue") == "action":
        return redirect(action)
    return back_to("in-part" if request.POST.get("queue") == "in-part" else "overdue")


def back_to(part: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('actions:work')}#{part}")

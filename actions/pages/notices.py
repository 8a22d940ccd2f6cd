"""The emails of a clerk's committees: what failed, to be sent again or left; and the next step of a chase held back."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions.forms.notices import ReasonForm
from actions.models import Action, Notice
from actions.notices import chasing, outbox
from actions.workflow import MoveRefused
from meetings.models import Committee
from people.models import User
from people.roles import clerk_required, is_administrator

PER_PAGE = 50
SHOWN = [Notice.State.SENT, Notice.State.WAITING, Notice.State.SKIPPED]


def _own(request: HttpRequest) -> QuerySet[Notice]:
    """The notices of the committees that the user clerks, but no sign-in links."""
    mine = Q(committee__in=Committee.objects.clerked_by(request.user))
    if is_administrator(request.user):
        mine |= Q(committee=None)
    found = Notice.objects.filter(mine).exclude(kind=Notice.Kind.SIGN_IN)
    return found.select_related(
        "committee", "meeting", "owner__officer", "owner__post", "owner__councillor", "owner__body", "to_user"
    )


@require_safe
@clerk_required
def notices(request: HttpRequest) -> HttpResponse:
    """What failed first, then what went out, the latest first."""
    waiting = _own(request).filter(state=Notice.State.WAITING).exclude(committee=None).first()
    own = _own(request).prefetch_related("actions__item")
    state = request.GET.get("state", "")
    listed = own.filter(state=state) if state in SHOWN else own.exclude(state=Notice.State.FAILED)
    context = {
        "failed": own.filter(state=Notice.State.FAILED)[:PER_PAGE],
        "page": Paginator(listed.order_by("-created_at", "-pk"), PER_PAGE).get_page(request.GET.get("page")),
        "goes": outbox.on_which_day(waiting.committee, timezone.localdate()) if waiting and waiting.committee else "",
        "state": state,
        "states": [(state.value, state.label) for state in SHOWN],
    }
    return render(request, "actions/notices.html", context)


@require_POST
@clerk_required
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed one again, or leave it."""
    notice = get_object_or_404(_own(request), pk=pk)
    if request.POST.get("do") == "leave":
        done, words = outbox.leave_unsent(notice, cast(User, request.user).name), "Left as it is."
    else:
        day = notice.committee and outbox.on_which_day(notice.committee, timezone.localdate())
        done, words = outbox.send_again(notice), f"It will be sent again{day or ' within a minute or two'}."
    if done:
        messages.success(request, words)
    else:
        messages.warning(request, "Somebody has dealt with it already.")
    return redirect("actions:notices")


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def hold_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep the next step of the ladder from being taken for an overdue action."""
    action = get_object_or_404(Action.objects.editable_by(request.user).for_lists(), reference=reference)
    data = request.POST if request.method == "POST" else None
    form, now = ReasonForm(data), timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            held = chasing.hold_back(action, by=cast(User, request.user), now=now, reason=form.cleaned_data["reason"])
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Held back: {action.reference} does not go to {held.words}.")
            return redirect(action)
    step = chasing.next_steps([action], timezone.localdate(now)).get(action.pk)
    context = {"action": action, "form": form, "step": step}
    return render(request, "actions/hold_back.html", context, status=422 if form.errors else 200)

"""The clerk's verbs on one action, each a page with one form; and the decision about more time, perhaps the chair's."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions import amendments, timeline, wording
from actions.forms.more_time import MoreTimeDecisionForm
from actions.forms.verbs import FORMS, NAMES_PEOPLE, VerbForm
from actions.models import Action, Answer, Status
from actions.owner_choice import OwnerOptions
from actions.verbs import LABELS, may_decide_more_time
from actions.workflow import MoveRefused
from people.requests import SignedIn
from people.roles import clerk_required, owner_required


def clerks_action(request: SignedIn, reference: str) -> Action:
    """A published action of a committee that the user clerks."""
    mine = Action.objects.editable_by(request.user).published().for_lists().select_related("committee__chair")
    return get_object_or_404(mine.prefetch_related("evidence"), reference=reference)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def verb(request: SignedIn, reference: str, name: str) -> HttpResponse:
    """One verb: the form, and once it is filled in what it does."""
    action = clerks_action(request, reference)
    if name not in FORMS:
        raise Http404
    if action.status not in LABELS[name][1]:
        messages.error(request, f"This action is {action.get_status_display().lower()}, so that cannot be done now.")
        return redirect(action)
    today = timezone.localdate()
    options = OwnerOptions(today) if name in NAMES_PEOPLE else None
    form = FORMS[name](request.POST if request.method == "POST" else None, action=action, options=options, today=today)
    return respond(request, form, "actions/verb.html", {"options": options})


def respond(request: SignedIn, form: VerbForm, template: str, context: dict) -> HttpResponse:
    """Carry the form out, or show it. What newer minutes changed is decided about in the review: back to there."""
    action = form.action
    place = reverse("actions:review", args=[action.meeting.committee.slug, action.meeting.date])
    after = place if action.unsettled_by_id else action.get_absolute_url()
    if form.is_valid():
        try:
            form.carry_out(request.user, timezone.now())
            messages.success(request, form.said)
        except MoveRefused as refusal:
            messages.error(request, str(refusal))
        return redirect(after)
    standing = wording.standing_sentence(action, form.today)
    quotes = list(action.evidence.all())
    answer = latest_answer(action, request) if action.status == Status.ANSWERED else None
    context = {
        "action": action, "form": form, "standing": standing, "quotes": quotes, "answer": answer, **context
    }  # fmt: skip
    return render(request, template, context, status=422 if form.errors else 200)


def latest_answer(action: Action, request: SignedIn) -> Answer | None:
    """What is to be accepted or sent back; None where it was reported done without a word."""
    sent = action.answers.filter(state=Answer.State.SENT).for_reader(request.user).prefetch_related("attachments")
    people = ("by", "on_behalf_of__officer", "on_behalf_of__post", "on_behalf_of__councillor", "on_behalf_of__body")
    return sent.select_related(*people).order_by("-sent_at", "-pk").first()


@require_POST
@clerk_required
def resume(request: SignedIn, reference: str) -> HttpResponse:
    action = clerks_action(request, reference)
    if action.paused_until:
        amendments.resume(action, by=request.user, now=timezone.now())
        messages.success(request, "The action is no longer paused.")
    return redirect(action)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def decide_more_time(request: SignedIn, reference: str) -> HttpResponse:
    """Agree to the date asked for, to another one, or refuse."""
    visible = Action.objects.visible_to(request.user).published().for_lists().select_related("committee__chair")
    action = get_object_or_404(visible.prefetch_related("evidence"), reference=reference)
    if not may_decide_more_time(request.user, action):
        raise PermissionDenied
    asked = timeline.more_time_asked(action)
    if asked is None:
        messages.error(request, "Nobody is asking for more time now: it may have been decided already.")
        return redirect(action)
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = MoreTimeDecisionForm(data, action=action, options=None, today=today, asked=asked)
    return respond(request, form, "actions/decide_more_time.html", {"asked": asked})

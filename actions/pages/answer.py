"""The page on which an owner, whoever deputises, or the clerk on somebody's behalf answers an action."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actions import amendments, answers, timeline, wording, workflow
from actions.forms.answer import (
    ASK,
    LOOK,
    PUBLIC,
    SAVE,
    SEND,
    WHOLE,
    AnswerForm,
    DoneForm,
    MoreTimeForm,
    PassOnForm,
    typed_from,
    words_of,
)
from actions.models import Action, Answer, Status, last_wanted
from actions.owner_choice import OwnerOptions
from actions.workflow import MoveRefused
from people.requests import SignedIn
from people.roles import is_clerk_of, is_officer, owner_required, owns


def writable_action(request: SignedIn, reference: str) -> Action:
    """A published action that the person may answer; 404 for what they may not even see."""
    visible = (
        Action.objects.visible_to(request.user).published().for_lists().select_related("item__source", "resolution")
    )
    found = get_object_or_404(
        visible.defer(None).prefetch_related(
            "evidence", "joint_owners__officer__user", "joint_owners__post", "joint_owners__councillor__user",
            "joint_owners__body", "indicators",
        ),
        reference=reference,
    )  # fmt: skip
    if not answers.may_write(request.user, found, timezone.localdate()):
        who = f"is with {found.owner.name}" if found.owner else "has no owner yet"
        raise PermissionDenied(f"{found.reference} {who}. They, whoever stands in for them and the clerk answer it.")
    return found


def of_writable_action(view: Callable) -> Callable:
    """Hands the view the action; a refused move is said on the answer's page instead of failing."""

    @wraps(view)
    def wrapped(request: SignedIn, reference: str, **kwargs: Any) -> HttpResponse:
        action = writable_action(request, reference)
        try:
            return view(request, action, **kwargs)
        except MoveRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("actions:answer", action.reference)

    return owner_required(wrapped)


@require_http_methods(["GET", "HEAD", "POST"])
@of_writable_action
def answer(request: SignedIn, action: Action) -> HttpResponse:
    """Write it, keep it as a draft, look at it, lay it before a colleague, send it."""
    if request.method != "POST":
        return show(request, action)
    purpose = request.POST.get("do", SAVE)
    options = OwnerOptions(timezone.localdate())
    behalf = answers.stands_for(request.user, action)
    form = AnswerForm(
        request.POST, request.FILES, action=action, options=options, behalf=behalf, purpose=purpose
    )  # fmt: skip
    form.full_clean()
    draft = keep(request, action, form)
    if form.errors:
        return show(request, action, options=options, form=form)
    if "remove" in request.POST:
        answers.remove_file(draft, request.POST["remove"])
        return redirect(place(action, "files"))
    if purpose == SEND:
        return sent(request, answers.send(draft, by=request.user, now=timezone.now()))
    if purpose == ASK:
        return asked(
            request, answers.ask_approval(draft, form.cleaned_data["approver"], by=request.user, now=timezone.now())
        )
    if purpose == LOOK:
        return redirect("actions:answer_preview", action.reference)
    messages.success(request, "Your draft was saved. It is not sent yet.")
    return redirect("actions:answer", action.reference)


def keep(request: SignedIn, action: Action, form: AnswerForm) -> Answer:
    """The draft with all that came, whatever is still wrong with it. A file that is refused is an error of the form."""
    files = form.cleaned_data.get("uploads") or []
    draft, refused = answers.keep(
        action, files, by=request.user, now=timezone.now(), sent_before=sent_before(request), **words_of(request.POST)
    )
    for refusal in refused:
        form.add_error("uploads", refusal)
    return draft


def sent_before(request: SignedIn) -> str:
    """How many answers had gone out when the page was opened that this comes from."""
    return request.POST.get("sent_before", "")


WHAT_FOLLOWS = {
    Status.OPEN: ". It stays with you until the rest has come",
    Status.ANSWERED: ", and went to the committee’s clerk",
    Status.COMPLETE: ", and is complete",
}


def sent(request: SignedIn, action: Action) -> HttpResponse:
    messages.success(request, f"Your answer to {action.reference} was sent{WHAT_FOLLOWS[Status(action.status)]}.")
    return home(request, action)


def asked(request: SignedIn, draft: Answer) -> HttpResponse:
    messages.success(request, f"{draft.approver} was asked to approve your answer. It goes out when they do.")
    return redirect("actions:answer", draft.action.reference)


def home(request: SignedIn, action: Action) -> HttpResponse:
    """Where one goes on: owners to their own list, a clerk back to the action."""
    if is_clerk_of(request.user, action.committee) and not owns(request.user, action):
        return redirect(action)
    return redirect("actions:mine")


def place(action: Action, anchor: str) -> str:
    return f"{reverse('actions:answer', args=[action.reference])}#{anchor}"


@require_POST
@of_writable_action
def autosave(request: SignedIn, action: Action) -> HttpResponse:
    """The words as they are typed, for htmx: answers with the line that says when they were saved."""
    now, words = timezone.now(), words_of(request.POST)
    try:
        answers.keep_words(action, by=request.user, now=now, sent_before=sent_before(request), **words)
    except MoveRefused as refusal:
        return render(request, "actions/_draft_saved.html", {"trouble": str(refusal)})
    return render(request, "actions/_draft_saved.html", {"saved_at": now})


@require_POST
@of_writable_action
def add_files(request: SignedIn, action: Action) -> HttpResponse:
    """Files as they are dropped, for upload.js: answers with the list, and with what was left out."""
    files = request.FILES.getlist("uploads")
    try:
        draft, refused = answers.keep_files(
            action, files, by=request.user, now=timezone.now(), sent_before=sent_before(request)
        )
    except MoveRefused as refusal:
        return render(request, "actions/_answer_files.html", {"refused": [str(refusal)]}, status=409)
    context = {"draft": draft, "refused": refused, "action": action}
    return render(request, "actions/_answer_files.html", context, status=422 if refused else 200)


@require_GET
@of_writable_action
def preview(request: SignedIn, action: Action) -> HttpResponse:
    """The draft as the public will see it, before it goes."""
    draft = answers.draft_of(action, request.user)
    if draft is None:
        return redirect("actions:answer", action.reference)
    return render(request, "actions/answer_preview.html", {"action": action, "draft": draft})


@require_POST
@of_writable_action
def send_draft(request: SignedIn, action: Action) -> HttpResponse:
    """Send what the preview showed."""
    draft = answers.draft_of(action, request.user)
    if draft is None:
        raise MoveRefused("There is no draft: write the answer first.")
    if action.is_exempt and not draft.public_summary.strip() and "nothing_public" not in request.POST:
        raise MoveRefused("Say here what the public may know of it, or that nothing can be public; then send it.")
    return sent(request, answers.send(draft, by=request.user, now=timezone.now()))


@require_POST
@of_writable_action
def take_back(request: SignedIn, action: Action) -> HttpResponse:
    """The author goes on writing what a colleague was asked to approve."""
    draft = answers.draft_of(action, request.user)
    if draft is None:
        raise MoveRefused("It has been sent already.")
    answers.take_back(draft, by=request.user, now=timezone.now())
    return redirect("actions:answer", action.reference)


@require_POST
@of_writable_action
def use_again(request: SignedIn, action: Action, pk: int) -> HttpResponse:
    """Begin with an answer that was given before."""
    earlier = get_object_or_404(answers.usable_again(request.user), pk=pk)
    answers.use_again(earlier, action, by=request.user, now=timezone.now())
    messages.success(request, "The earlier answer is in your draft now. Check that it still fits, then send it.")
    return redirect("actions:answer", action.reference)


@require_POST
@of_writable_action
def more_time(request: SignedIn, action: Action) -> HttpResponse:
    form = MoreTimeForm(request.POST, action=action, today=timezone.localdate())
    if not form.is_valid():
        return show(request, action, time_form=form)
    until, reason = form.cleaned_data["until"], form.cleaned_data["reason"]
    amendments.ask_more_time(action, by=request.user, now=timezone.now(), reason=reason, until=until)
    decides = "Chair" if action.committee.more_time_decided_by == "chair" else "clerk"
    messages.success(request, f"The {decides} was asked for more time. Until it is agreed the old date stands.")
    return redirect(place(action, "more-time"))


@require_POST
@of_writable_action
def pass_on(request: SignedIn, action: Action) -> HttpResponse:
    if not is_officer(request.user):
        raise PermissionDenied
    options = OwnerOptions(timezone.localdate())
    form = PassOnForm(request.POST, action=action, options=options)
    if not form.is_valid():
        return show(request, action, options=options, pass_form=form)
    owner, note = form.cleaned_data["owner"], form.cleaned_data["note"].strip()
    reason = ": ".join(filter(None, [f"Passed on by {request.user.name}", note]))
    amendments.assign(action, owner, by=request.user, now=timezone.now(), reason=reason, private_note=note)
    seen = " They and the clerk can see your note; the public cannot." if note else ""
    messages.success(request, f"{action.reference} is with {owner.name} now.{seen}")
    return redirect("actions:mine")


@require_POST
@of_writable_action
def done(request: SignedIn, action: Action) -> HttpResponse:
    """It was done, and there is nothing more to write."""
    form = DoneForm(request.POST)
    if not form.is_valid():
        return show(request, action, done_form=form)
    behalf = answers.stands_for(request.user, action)
    note = form.cleaned_data["note"] + (f" (on behalf of {behalf.name})" if behalf else "")
    workflow.report_done(action, by=request.user, now=timezone.now(), note=note)
    messages.success(request, f"{action.reference} is reported done.")
    return home(request, action)


def show(request: SignedIn, action: Action, *, options: OwnerOptions | None = None, **forms: Any) -> HttpResponse:
    """The page with whichever form has errors bound, the others fresh."""
    today, user = timezone.localdate(), request.user
    options = options or OwnerOptions(today)
    draft, behalf = answers.draft_of(action, user), answers.stands_for(user, action)
    words = typed_from(draft) if draft else {"whole": WHOLE, "openness": PUBLIC}
    events = list(action.events.all())
    given: dict[str, Any] = {
        "form": AnswerForm(action=action, options=options, behalf=behalf, initial=words),
        "time_form": MoreTimeForm(action=action, today=today),
        "pass_form": PassOnForm(action=action, options=options),
        "done_form": DoneForm(),
        **forms,
    }
    context = {
        **given,
        "action": action,
        "today": today,
        "options": options,
        "draft": draft,
        "behalf": behalf,
        "sent_before": answers.sent_by(user, action),
        "standing": wording.standing_sentence(action, today),
        "due": wording.due_line(action, today),
        "asked_by": wording.asked_by(action),
        "quotes": list(action.evidence.all()),
        "wanted": last_wanted(events) if action.status == Status.OPEN else None,
        "more_time": timeline.more_time_asked(action),
        "repeats": answers.repeats(action, user) if action.status == Status.OPEN else [],
        "events": timeline.timeline(action, events, {})[:6],
        "next_meeting": action.committee.next_meeting_after(today),
        "may_ask_time": not (behalf and is_clerk_of(user, action.committee)),
        "may_pass_on": is_officer(user) and action.status == Status.OPEN,
        "has_errors": any(form.errors for form in given.values()),
    }
    return render(request, "actions/answer.html", context, status=422 if context["has_errors"] else 200)

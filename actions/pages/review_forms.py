"""The forms of the review: edit, dismiss, add by hand. Each is a page of its own, and for htmx a fragment in place."""

import datetime

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from actions import review as reviewing
from actions import workflow
from actions.by_hand import Draft, add_action, add_resolution, item_by_hand
from actions.forms.review import AddForm, DismissForm, EditForm, ResolutionForm
from actions.models import Action, Status
from actions.owner_choice import OwnerOptions
from actions.proposals import Listing, load_entries
from actions.proposing import as_request, one_line
from actions.similar import asked_before
from actions.workflow import MoveRefused
from meetings.models import Meeting, Source
from people.requests import SignedIn
from people.roles import clerk_required
from people.wording import plain_date

from .review import action_of, done, meeting_of, meeting_place, place_of, refused


def posted(request: SignedIn) -> QueryDict | None:
    """What a form was sent with, be it nothing; None where it is only shown."""
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "POST"])
@clerk_required
def edit(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """Correct a proposal, and confirm it or leave it to be checked."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    today = timezone.localdate()
    form = EditForm(posted(request), action=action, options=OwnerOptions(today), today=today)
    if not form.is_valid():
        return _form(request, meeting, form, "edit", action)
    try:
        _save(request, form, action)
        if "save" in request.POST:
            return done(request, meeting, "", [pk], "saved", forward=False)
        reviewing.confirm(action, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        return refused(request, meeting, pk, str(refusal))
    return done(request, meeting, "confirm", [pk], "confirmed as edited")


def _save(request: SignedIn, form: EditForm, action: Action) -> None:
    if action.status != Status.PROPOSED:
        raise MoveRefused("It was checked already. Change it on its own page.")
    reviewing.save_edit(
        action, form.changes(), owner=form.cleaned_data["owner"], due=form.new_due(),
        by=request.user, now=timezone.now(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@clerk_required
def dismiss(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """Not an action, and why; the same as another one merges the two."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    form = DismissForm(posted(request), action=action, entries=load_entries(meeting))
    if not form.is_valid():
        return _form(request, meeting, form, "dismiss", action)
    kept, now = form.same_action(), timezone.now()
    try:
        if kept:
            workflow.merge(kept, action, by=request.user, now=now)
            return done(request, meeting, "dismiss", [pk], "merged", also=[kept.pk])
        workflow.dismiss(action, by=request.user, now=now, reason=form.words())
    except MoveRefused as refusal:
        return refused(request, meeting, pk, str(refusal))
    return done(request, meeting, "dismiss", [pk], "dismissed")


def _form(
    request: SignedIn, meeting: Meeting, form: EditForm | DismissForm, which: str, action: Action
) -> HttpResponse:
    """The form beside the words it is about; htmx gets the form alone, to stand below its proposal."""
    context: dict[str, object] = {
        "form": form,
        "meeting": meeting,
        "action": action,
        "which": which,
        "listing": Listing.of([], request.GET),
    }
    if which == "edit" and not request.htmx:
        context["options"] = OwnerOptions(timezone.localdate())
    template = "actions/_review_form.html" if request.htmx else "actions/review_form.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_GET
@clerk_required
def before(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """Requests of other meetings in much the same words; the page asks for them as a proposal is opened."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    context = {"meeting": meeting, "action": action, "alike": asked_before(action, request.user)[:3]}
    return render(request, "actions/_review_before.html" if request.htmx else "actions/review_before.html", context)


@require_http_methods(["GET", "POST"])
@clerk_required
def add(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """An action by hand, from words selected in the minutes or from none."""
    meeting = meeting_of(request, slug, date)
    today = timezone.localdate()
    options = OwnerOptions(today)
    form = AddForm(posted(request), initial=_selected(request, meeting), meeting=meeting, options=options, today=today)
    if not form.is_valid():
        context = {"form": form, "meeting": meeting, "options": options}
        return render(request, "actions/review_add.html", context, status=422 if form.errors else 200)
    now = timezone.now()
    action = add_action(_draft(request, form, meeting), by=request.user, now=now)
    if ("confirm" in request.POST or "again" in request.POST) and action.owner:
        reviewing.confirm(action, by=request.user, now=now)
        messages.success(request, f"{action.reference} was added and confirmed: {action.summary}. {_whose(action)}.")
    else:
        messages.success(request, "The action was added. Check it, and confirm it.")
    if "again" in request.POST:
        return redirect(f"{reverse('actions:review_add', args=[slug, date])}?item={action.item_id}")
    return redirect(place_of(meeting, action.pk))


def _whose(action: Action) -> str:
    """Who has it, when it is due, and that it is exempt: what was not typed was chosen, and is to be seen at once."""
    due = f"due {plain_date(action.due_on)}" if action.due_on else "no date"
    return f"{action.owner}, {due}{', exempt' if action.is_exempt else ''}"


def _selected(request: SignedIn, meeting: Meeting) -> dict[str, str]:
    """What the link from the selected words carries: the words, and by their place the item and if it resolved them."""
    given = request.GET.dict()
    start, source = given.get("start", ""), given.get("source", "")
    if start.isdecimal() and source.isdecimal() and "item" not in given:
        within = {"start__lte": int(start), "end__gt": int(start)}
        item = meeting.items.filter(source=int(source), **within).first()
        given |= {"item": str(item.pk)} if item else {}
        given |= {"origin": "resolved"} if item and item.resolutions.filter(**within).exists() else {}
    return given | {"summary": given.get("summary") or one_line(as_request(given.get("words", "")))}


def _draft(request: SignedIn, form: AddForm, meeting: Meeting) -> Draft:
    data = form.cleaned_data
    source = Source.objects.visible_to(request.user).filter(pk=data["source"] or 0, committee=meeting.committee).first()
    return Draft(
        item=data["item"] or item_by_hand(meeting, data["new_item"].strip()),
        summary=data["summary"], words=data["words"], origin=data["origin"], kind=data["kind"] or None,
        owner=data["owner"], due=data["due"], requester=data["requester"],
        source=source, start=data["start"] if source else None, end=data["end"] if source else None,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@clerk_required
def resolution(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """Log a resolution by hand; from there an action may follow."""
    meeting = meeting_of(request, slug, date)
    form = ResolutionForm(posted(request), initial=request.GET.dict(), meeting=meeting)
    if not form.is_valid():
        context = {"form": form, "meeting": meeting}
        return render(request, "actions/review_resolution.html", context, status=422 if form.errors else 200)
    data = form.cleaned_data
    item = data["item"] or item_by_hand(meeting, data["new_item"].strip())
    clause = add_resolution(item, data["text"], data["number"], data["kind"])
    messages.success(request, "The resolution is logged.")
    if "again" in request.POST:
        return redirect(f"{reverse('actions:review_resolution', args=[slug, date])}?item={item.pk}")
    if "action" in request.POST:
        words = {"item": item.pk, "words": clause.text, "origin": "resolved"}
        return redirect(f"{reverse('actions:review_add', args=[slug, date])}?{urlencode(words)}")
    return redirect(f"{meeting_place(meeting)}?at=item-{item.pk}#item-{item.pk}")

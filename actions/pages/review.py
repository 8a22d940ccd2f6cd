"""Checking what was found in the minutes of one meeting: the page, and the verbs that need no form of their own.

Every verb is a plain form. htmx sends the same form and gets the lines that changed, each with its own id, and the bar.
"""

import datetime
import json
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from actions import review as reviewing
from actions import unsettled
from actions.models import Action, Status
from actions.notices.outbox import on_which_day
from actions.owner_choice import NobodyFits, OwnerOptions
from actions.proposals import Listing, load_entries, numbers_in_words
from actions.review import Review
from actions.workflow import MoveRefused
from meetings.models import AgendaItem, Committee, Meeting, Source
from people.models import Owner
from people.requests import SignedIn
from people.roles import clerk_required
from people.wording import count_of

MOST_STEPS = 30  # that can be undone, in one session and meeting


@require_GET
@clerk_required
def review(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """The minutes on one side, the proposals on the other."""
    meeting = meeting_of(request, slug, date)
    entries = load_entries(meeting)
    listing = Listing.of(entries, request.GET)
    page, opened = listing.page(request.GET)
    context = {
        "review": reviewing.load_review(meeting, entries, page.object_list, opened, request.GET),
        "meeting": meeting,
        "listing": listing,
        "page": page,
        "opened": opened,
        "tells_inside": opened is not None and str(opened.action.pk) == request.GET.get("open"),
        "last": last_step(request, meeting),
        "options": OwnerOptions(timezone.localdate()),
    }
    return render(request, "actions/review.html", context)


def meeting_of(request: SignedIn, slug: str, date: datetime.date) -> Meeting:
    """The meeting, of a committee that the user clerks; any other is not found."""
    clerked = Meeting.objects.filter(committee__in=Committee.objects.clerked_by(request.user))
    return get_object_or_404(clerked.select_related("committee"), committee__slug=slug, date=date)


def action_of(meeting: Meeting, pk: int) -> Action:
    return get_object_or_404(
        meeting.actions.select_related("committee", "meeting__committee", "item", "owner", "requester"), pk=pk
    )


@require_POST
@clerk_required
def confirm(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """It is an action; where two could be meant, with the one that the clerk chose."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    try:
        owner = _chosen_owner(request, action)
        reviewing.confirm(action, by=request.user, now=timezone.now(), owner=owner)
    except (MoveRefused, NobodyFits) as refusal:
        return refused(request, meeting, pk, str(refusal))
    return done(request, meeting, "confirm", [pk], "confirmed")


def keys_of(words: Iterable[str]) -> list[int]:
    """The numbers among what a form sent as keys."""
    return [int(key) for key in words if key.isdecimal()]


def _chosen_owner(request: SignedIn, action: Action) -> Owner | None:
    """What the radio buttons say: one of the candidates, somebody typed, or nobody yet."""
    choice, typed = request.POST.get("owner", ""), request.POST.get("owner_other", "").strip()
    if action.owner or choice == "later":
        return None
    if choice.isdecimal():
        return get_object_or_404(Owner, pk=choice, pk__in=action.candidates.values("owner"))
    if choice == "other" and typed:
        return OwnerOptions(timezone.localdate()).owner(typed)
    raise MoveRefused("Choose who must act, or that it is decided later.")


@require_POST
@clerk_required
def confirm_sure(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """All at once that the reader was sure of, as the page showed them, on whichever of its pages they stand."""
    meeting = meeting_of(request, slug, date)
    pks = set(keys_of(request.POST.get("sure", "").split(",")))
    confirmed = reviewing.confirm_sure_ones(meeting, pks, by=request.user, now=timezone.now())
    if left := len(pks) - len(confirmed):
        messages.info(request, f"{count_of(left, 'proposal')} left alone: changed since you opened the page.")
    return done(request, meeting, "confirm", [entry.action.pk for entry in confirmed], "confirmed")


@require_POST
@clerk_required
def bring_back(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """A dismissed or merged proposal, or one that was confirmed, is to be checked again."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    verb = "dismiss" if action.status == Status.DISMISSED else "confirm"
    kept = [action.merged_into_id] if action.merged_into_id else []
    try:
        reviewing.undo(meeting, verb, [pk], by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        return refused(request, meeting, pk, str(refusal))
    return done(request, meeting, "", [pk], "to be checked again", forward=False, also=kept)


@require_POST
@clerk_required
def undo(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """Take back the last step, then the one before."""
    meeting = meeting_of(request, slug, date)
    step = pop_step(request, meeting)
    if step is None:
        return refused(request, meeting, None, "There is nothing left to undo.")
    try:
        reviewing.undo(meeting, step["verb"], step["pks"], by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        return refused(request, meeting, step["pks"][0], str(refusal))
    return done(request, meeting, "", step["pks"], "to be checked again", forward=False)


@require_POST
@clerk_required
def settle(request: SignedIn, slug: str, date: datetime.date, pk: int) -> HttpResponse:
    """What newer minutes changed: the action stands as it is."""
    meeting = meeting_of(request, slug, date)
    action = action_of(meeting, pk)
    try:
        unsettled.settle(action, by=request.user, now=timezone.now())
        messages.success(request, f"{action.reference or 'The proposal'} is kept as it is.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect(meeting_place(meeting))


@require_POST
@clerk_required
def bring_back_miss(request: SignedIn, slug: str, date: datetime.date, pk: int, index: int) -> HttpResponse:
    """Words that were passed over become a proposal, opened for the clerk to put right."""
    meeting = meeting_of(request, slug, date)
    source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    try:
        action = reviewing.bring_back_miss(source, index, meeting, by=request.user, now=timezone.now())
    except (MoveRefused, AgendaItem.DoesNotExist) as refusal:
        return refused(request, meeting, None, str(refusal))
    return redirect(place_of(meeting, action.pk))


@require_POST
@clerk_required
def set_exempt(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """Which items are exempt, all at once that the page showed; those of its other pages stay as they are."""
    meeting = meeting_of(request, slug, date)
    pks, shown = keys_of(request.POST.getlist("exempt")), keys_of(request.POST.get("shown", "").split(","))
    changed = reviewing.set_exempt(meeting, pks, shown, by=request.user, now=timezone.now())
    for item in changed:
        words = "is exempt now: kept from the public" if item.restricted else "is open to the public now"
        messages.success(request, f"“{item.title}” {words}.")
    if not changed:
        messages.info(request, "Nothing was changed.")
    return redirect(meeting_place(meeting) + (f"?at=item-{shown[0]}" if shown else ""))


@require_POST
@clerk_required
def finish(request: SignedIn, slug: str, date: datetime.date) -> HttpResponse:
    """The review is done: the owners are told, once."""
    meeting = meeting_of(request, slug, date)
    try:
        reviewing.finish(meeting, by=request.user, now=timezone.now())
        request.session.pop("review", None)  # the owners are told: what was done last is no step to take back now
        day = on_which_day(meeting.committee, timezone.localdate())
        messages.success(request, f"The review is finished. Each owner gets one email for this meeting{day}.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect(meeting_place(meeting))


# --- What was done last, and what comes back --------------------------------------------------------


def meeting_place(meeting: Meeting) -> str:
    return reverse("actions:review", args=[meeting.committee.slug, meeting.date])


def place_of(meeting: Meeting, pk: int, kept: str = "") -> str:
    """The page with one proposal open. `kept`: the query of the listing that it is in."""
    return f"{meeting_place(meeting)}{kept + '&' if kept else '?'}open={pk}#p{pk}"


def done(
    request: SignedIn, meeting: Meeting, verb: str, pks: list[int], words: str, *, forward: bool = True,
    also: Iterable[int] = (),
) -> HttpResponse:  # fmt: skip
    """After a step: remember it for undo, and show what changed. `also`: proposals that changed with it."""
    found = Review(meeting, load_entries(meeting))
    listing = Listing.of(found.entries, request.GET)
    numbers = [entry.number for entry in found.entries if entry.action.pk in pks]
    told = f"No. {numbers[0]} {words}" if len(numbers) == 1 else f"{len(numbers)} {words}"
    if verb and pks:
        push_step(request, meeting, {"verb": verb, "pks": pks, "words": told})
    if len(numbers) > 1:
        messages.success(request, f"{count_of(len(numbers), 'proposal')} {words}: No. {numbers_in_words(numbers)}.")
        return redirect(meeting_place(meeting) + listing.query)
    following = listing.next_to_check(after=max(numbers, default=0)) if forward else None
    target = following.action.pk if following else next(iter(pks), None)
    place = _place_after(meeting, listing, target, forward=forward)
    if not request.htmx:
        return redirect(place)
    response = show_changed(request, found, {*pks, *also}, with_dismissed=verb != "confirm")
    words = f"{told}. {found.to_check} left to check."
    response["HX-Trigger"] = json.dumps({"announce": words, "review:go-on": {"to": target, "at": place}})
    return response


def _place_after(meeting: Meeting, listing: Listing, target: int | None, *, forward: bool) -> str:
    """Where the clerk goes on: in the list that was being worked through, even where nothing of it is left."""
    if target is None or (forward and not listing.find(target)):
        return meeting_place(meeting) + listing.query
    return place_of(meeting, target, listing.query if listing.find(target) else "")


def refused(request: SignedIn, meeting: Meeting, pk: int | None, words: str) -> HttpResponse:
    """Nothing was done, and why: in the proposal itself where htmx asked, above the page otherwise."""
    found = Review(meeting, load_entries(meeting))
    place = _place_after(meeting, Listing.of(found.entries, request.GET), pk, forward=False)
    if not request.htmx:
        messages.error(request, words)
        return redirect(place)
    response = show_changed(request, found, {pk}, problem=words)
    if pk:
        response["HX-Trigger"] = json.dumps({"review:go-on": {"to": pk, "at": place}})
    return response


def show_changed(
    request: SignedIn, found: Review, pks: Iterable[int | None], problem: str = "", *, with_dismissed: bool = True
) -> HttpResponse:
    context = {
        "review": found,
        "meeting": found.meeting,
        "listing": Listing.of(found.entries, request.GET),
        "changed": [entry for entry in found.entries if entry.action.pk in set(pks)],
        "last": last_step(request, found.meeting),
        "problem": problem,
        "with_dismissed": with_dismissed,
    }
    return render(request, "actions/_review_changed.html", context, status=422 if problem else 200)


def _steps(request: SignedIn, meeting: Meeting) -> list[dict]:
    return request.session.get("review", {}).get(str(meeting.pk), [])


def last_step(request: SignedIn, meeting: Meeting) -> dict | None:
    """What undo would take back."""
    return next(reversed(_steps(request, meeting)), None)


def push_step(request: SignedIn, meeting: Meeting, step: dict) -> None:
    """Remember one step; only the latest meeting's are kept, so that a session stays small."""
    request.session["review"] = {str(meeting.pk): [*_steps(request, meeting), step][-MOST_STEPS:]}


def pop_step(request: SignedIn, meeting: Meeting) -> dict | None:
    steps = _steps(request, meeting)
    if not steps:
        return None
    request.session["review"] = {str(meeting.pk): steps[:-1]}
    return steps[-1]

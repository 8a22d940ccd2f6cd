"""The review of one meeting: its proposals with what is doubtful, and every verb of the clerk who checks them.

What is undone is the status alone: words, owner and date that a clerk has put right stay. Everything goes through the
workflow and the amendments, so that each step has its line of history.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db import transaction

from meetings.models import AgendaItem, Meeting, Resolution, Source
from people.models import Owner, User

from . import amendments, minutes_beside, workflow
from .assignment import learn_owner
from .by_hand import Draft, add_action
from .deadlines import Due
from .marked_minutes import Part, mark_item
from .models import Action, Event, Evidence, Status
from .notices import telling
from .proposals import PER_PAGE, Entry, load_entries, numbers_in_words, sentence
from .proposing import as_request, one_line
from .unsettled import Change, changes_of, standing_items
from .workflow import MoveRefused


@dataclass(frozen=True)
class Miss:
    """Words that were passed over; `index` is their place in the source's list."""

    source: int
    index: int
    text: str
    reason: str
    minute: str


@dataclass
class Review:
    """Everything the page shows."""

    meeting: Meeting
    entries: list[Entry]
    parts: list[Part] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    page: Page | None = None  # of the minutes: `parts` are its items
    passed: Page | None = None  # of the misses
    resolutions: int = 0
    exempt: int = 0

    def _count(self, test: str) -> int:
        return sum(getattr(entry, test) for entry in self.entries)

    @property
    def to_check(self) -> int:
        return self._count("is_to_check")

    @property
    def checked(self) -> int:
        return len(self.entries) - self.to_check

    @cached_property
    def changes(self) -> list[Change]:
        return changes_of(entry.action for entry in self.entries)

    @property
    def is_long(self) -> bool:
        """Whether the list of them has several pages."""
        return len(self.entries) > PER_PAGE

    @property
    def sure(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_sure]

    @property
    def sure_numbers(self) -> str:
        return numbers_in_words([entry.number for entry in self.sure])

    @property
    def sure_keys(self) -> str:
        return ",".join(str(entry.action.pk) for entry in self.sure)

    @property
    def doubtful(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.doubts]

    @property
    def shown_keys(self) -> str:
        """The items of the page, for the form that says which of them are exempt."""
        return ",".join(str(part.item.pk) for part in self.parts)

    @property
    def dismissed(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_dismissed]


def load_review(
    meeting: Meeting,
    entries: list[Entry],
    shown: Iterable[Entry] = (),
    opened: Entry | None = None,
    given: Mapping[str, str] = {},
) -> Review:
    """The whole page, in a number of queries that does not grow with it. `shown`: the proposals that it lists."""
    shown, places = list(shown), minutes_beside.places_of(meeting)
    quoted = minutes_beside.items_of_quotes(entries, places)
    page = minutes_beside.page_beside(places, quoted, opened, given)
    minutes_beside.tell_where(shown, page, quoted)
    items = list(standing_items(meeting).filter(pk__in=[place.pk for place in page]))
    sources = list(Source.objects.filter(pk__in={place.source for place in places}).order_by("added_at"))
    clauses: dict[int, list[Resolution]] = defaultdict(list)
    for clause in Resolution.objects.filter(item__in=items).order_by("order"):
        clauses[clause.item_id].append(clause)
    texts = {source.pk: source.text for source in sources}
    marks = minutes_beside.marks_on(page, entries, quoted, {entry.action.pk for entry in shown})
    parts = [
        mark_item(item, texts.get(item.source_id or 0, ""), marks[item.source_id, item.pk], clauses[item.pk])
        for item in items
    ]
    misses = _misses(sources, entries, {place.pk: place.number for place in places})
    return Review(
        meeting, entries, parts, sources, misses, page,
        passed=Paginator(misses, PER_PAGE).get_page(given.get("passed")),
        resolutions=Resolution.objects.filter(item__in=standing_items(meeting).filter(replaced_by=None)).count(),
        exempt=sum(place.restricted for place in places),
    )  # fmt: skip


def _misses(sources: Iterable[Source], entries: Iterable[Entry], numbers: dict[int, str]) -> list[Miss]:
    """What was passed over and has not been made a proposal since. `numbers`: of the items by their keys."""
    taken = {(quote.source_id, quote.start) for entry in entries for quote in entry.action.evidence.all()}
    return [
        Miss(source.pk, index, miss["text"], sentence(miss["reason"]), numbers[miss["item"]])
        for source in sources
        for index, miss in enumerate(source.near_misses)
        if (source.pk, miss["start"]) not in taken and miss["item"] in numbers
    ]


@transaction.atomic
def confirm(action: Action, *, by: User, now: datetime.datetime, owner: Owner | None = None) -> Action:
    """Confirm a proposal, with the owner that the clerk chose where there was none or another."""
    if owner and owner != action.owner:
        give_to(action, owner, by=by, now=now)
    return workflow.confirm(action, by=by, now=now)


def give_to(action: Action, owner: Owner, *, by: User, now: datetime.datetime) -> None:
    """The clerk's choice of owner, remembered for the same words in this committee."""
    amendments.assign(action, owner, by=by, now=now, reason=f"Chosen by {by.name} at review")
    if action.owner_words:
        learn_owner(action.committee, action.owner_words, owner, by=by, now=now)


@transaction.atomic
def confirm_sure_ones(meeting: Meeting, pks: Iterable[int], *, by: User, now: datetime.datetime) -> list[Entry]:
    """Confirm those of the proposals that the clerk saw as sure and that still are."""
    wanted = set(pks)
    sure = [entry for entry in load_entries(meeting) if entry.is_sure and entry.action.pk in wanted]
    for entry in sure:
        workflow.confirm(entry.action, by=by, now=now)
    return sure


@transaction.atomic
def undo(meeting: Meeting, verb: str, pks: Iterable[int], *, by: User, now: datetime.datetime) -> list[Action]:
    """Take back a step of the review: back to the queue with what was confirmed, dismissed or merged."""
    back = {"confirm": workflow.undo_confirm, "dismiss": put_back}[verb]
    actions = list(Action.objects.filter(meeting=meeting, pk__in=pks).select_related("committee", "merged_into"))
    return [back(action, by=by, now=now) for action in actions]


@transaction.atomic
def put_back(action: Action, *, by: User, now: datetime.datetime) -> Action:
    """A dismissed proposal is to be checked again. If it was merged, the quotes that the other took over leave it."""
    kept = action.merged_into
    workflow.bring_back(action, by=by, now=now)
    if kept:
        event = Event.objects.filter(action=kept, verb="took in", data__merged=action.pk).last()
        Evidence.objects.filter(action=kept, pk__in=(event.data.get("evidence", []) if event else [])).delete()
    return action


@transaction.atomic
def bring_back_miss(source: Source, index: int, meeting: Meeting, *, by: User, now: datetime.datetime) -> Action:
    """Make a proposal of words that the reader passed over."""
    if not 0 <= index < len(source.near_misses):
        raise MoveRefused("Those words are no longer in the list.")
    miss = source.near_misses[index]
    list(Source.objects.select_for_update(no_key=True).filter(pk=source.pk).values("pk"))  # one press at a time
    item = AgendaItem.objects.get(pk=miss["item"], meeting=meeting)
    if Evidence.objects.filter(source=source, start=miss["start"], action__meeting=meeting).exists():
        raise MoveRefused("Those words are an action already.")
    draft = Draft(
        item, one_line(as_request(miss["text"])), words=miss["text"], origin=miss["origin"],
        source=source, start=miss["start"], end=miss["end"],
    )  # fmt: skip
    return add_action(draft, by=by, now=now)


@transaction.atomic
def set_exempt(
    meeting: Meeting, pks: Iterable[int], among: Iterable[int], *, by: User, now: datetime.datetime
) -> list[AgendaItem]:
    """Make these items of the meeting exempt and open the others `among` them to the public, their actions with them.

    Returns the items that changed; each of their actions has a line of history.
    """
    wanted = set(pks)
    shown = standing_items(meeting).filter(pk__in={*among, *wanted}).prefetch_related("actions")
    changed = [item for item in shown if item.restricted != (item.pk in wanted)]
    for item in changed:
        item.restricted = not item.restricted
        item.restricted_reason = f"Marked exempt by {by.name}" if item.restricted else ""
        item.save(update_fields=["restricted", "restricted_reason"])
        for action in item.actions.all():
            amendments.edit(action, by=by, now=now, restricted=item.restricted)
    return changed


@transaction.atomic
def finish(meeting: Meeting, *, by: User, now: datetime.datetime) -> None:
    """The review is done: from here on owners are told. Refused while proposals are left to check."""
    left = Action.objects.filter(meeting=meeting, status=Status.PROPOSED).count()
    if left:
        raise MoveRefused(f"{left} still to check. Confirm or dismiss each of them first.")
    if Action.objects.unsettled().filter(meeting=meeting).exists():
        raise MoveRefused("First decide about the actions that newer minutes changed.")
    if not Meeting.objects.filter(pk=meeting.pk, reviewed_at=None).update(reviewed_at=now):
        raise MoveRefused("The review was finished already.")
    meeting.refresh_from_db()
    telling.meeting_reviewed(meeting, now=now)


@transaction.atomic
def save_edit(
    action: Action, changes: dict, *, owner: Owner | None, due: Due | None, by: User, now: datetime.datetime
) -> None:
    """A clerk's corrections: words and kind, then owner and date, each with its own line of history."""
    amendments.edit(action, by=by, now=now, **changes)
    if owner and owner != action.owner:
        give_to(action, owner, by=by, now=now)
    if due:
        amendments.redate(
            action, due.on, by=by, now=now, reason="Set at review", rule=due.rule, working=due.working,
            due_meeting=due.meeting,
        )  # fmt: skip

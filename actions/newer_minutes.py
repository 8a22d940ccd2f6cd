"""Confirmed minutes over the draft, or a later draft: their items take its place, and what came of it stays.

Every action keeps its reference, status, owner, date, answers and history. One whose words stand in the newer text
is quoted from there; where they stand in other words, or not at all, its clerk is asked (`Action.unsettled_by`).
Refuses to guess about items that a document of a few items says nothing of. docs/decisions/confirmed-minutes.md
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db import transaction
from django.db.models import Max

from meetings.models import AgendaItem, Meeting, Resolution, Source
from meetings.storage import Stored, next_order
from minutes.document import Span
from minutes.records import Findings, Quote
from people.wording import count_of

from .by_hand import words_pattern
from .earlier_minutes import earlier_items, match_items
from .history import record
from .models import OUTSTANDING, Action, Event, Evidence, Status, Takeover
from .proposing import fold, resolution_of
from .unsettled import REWORDED

SAME_REQUEST = 0.5  # of two requests: the share of words in common
ENOUGH_WORDS = 5  # that a quote needs to be looked for under every item

FOUND_AGAIN, NOT_IN_THEM = "found again", "not in the confirmed"  # or in the later draft
TO_DECIDE = frozenset({Status.PROPOSED, *OUTSTANDING})

Wording = tuple[Quote, ...]


@dataclass
class Renewal:
    """One document, the earlier items that it may replace, and what it asks for, by item."""

    source: Source
    stored: Stored
    earlier: list[AgendaItem]
    matched: dict[int, AgendaItem]
    requests: dict[int, list[Wording]]
    now: datetime.datetime
    moved: set[int] = field(default_factory=set)  # earlier items of which an action was found again
    told: Counter[str] = field(default_factory=Counter)

    @property
    def items(self) -> list[AgendaItem]:
        return list(self.stored.items.values())

    def resolutions(self, item: AgendaItem) -> list[Resolution]:
        return next(self.stored.resolutions[place] for place, one in self.stored.items.items() if one.pk == item.pk)


@transaction.atomic
def carry_over(source: Source, stored: Stored, findings: Findings, *, now: datetime.datetime) -> list[str]:
    """Put the newer minutes in the earlier ones' place, before what is new is proposed; what the clerk should know."""
    AgendaItem.objects.filter(source=source).update(replaced_by=None)  # where these were put back once
    earlier = earlier_items(source, stored)
    if not earlier:
        return []
    matched = match_items(earlier, list(stored.items.values()))
    work = Renewal(source, stored, earlier, matched, requests_of(findings, stored), now)
    logged = set(Resolution.objects.filter(item__in=earlier, start=None).values_list("item", flat=True))
    for item in earlier:
        if item.pk in matched and (item.pk in logged or item.restricted or item.public_summary):
            carry_item(item, matched[item.pk])
    actions = list(
        Action.objects.filter(item__in=earlier).select_related("item", "committee").prefetch_related("evidence")
    )
    Takeover.objects.create(source=source, at=now, before=_as_it_is(work, actions))
    left = [action for action in actions if not _found_again(action, work)]
    left = _reworded(left, work)
    standing = [item for item in earlier if item.replaced_by_id is None]
    again = sum(item.pk in matched for item in standing)
    is_whole = 2 * again >= len(standing) or 2 * (len(actions) - len(left)) > len(actions)
    for action in left:
        if is_whole or action.item_id in matched:
            _not_in_them(action, work)
    replaced = [item.pk for item in earlier if is_whole or item.pk in matched or item.pk in work.moved]
    AgendaItem.objects.filter(pk__in=replaced).update(replaced_by=source)
    # The public read the new text when the clerk has looked at it.
    Meeting.objects.filter(items__in=replaced).update(reviewed_at=None)
    return told_in_words(work.told)


def _as_it_is(work: Renewal, actions: Iterable[Action]) -> dict[str, object]:
    """What is changed when newer minutes come, by the names of the columns; and the last event before."""
    columns = ("id", "item_id", "source_id", "resolution_id", "unsettled_by_id")
    meetings = work.stored.meetings
    quotes: defaultdict[int, list[object]] = defaultdict(list)
    for quote in Evidence.objects.filter(action__in=actions).values():
        quotes[quote["action_id"]].append(quote)
    return {
        "event": Event.objects.aggregate(last=Max("pk"))["last"] or 0,
        "items": [[item.pk, item.replaced_by_id] for item in work.earlier],
        "pairs": [[earlier, item.pk] for earlier, item in work.matched.items()],
        "reviewed": [[one.pk, one.reviewed_at and one.reviewed_at.isoformat()] for one in meetings],
        "actions": [
            {name: getattr(action, name) for name in columns} | {"evidence": quotes[action.pk]} for action in actions
        ],
    }


def told_in_words(told: Counter[str]) -> list[str]:
    """What became of the actions of the earlier minutes, in a sentence."""
    parts = [
        f"{count_of(told[what], 'action')} {words}"
        for what, words in [
            (FOUND_AGAIN, "in the same words"), (REWORDED, "in other words"), (NOT_IN_THEM, "not in them"),
        ]
        if told[what]
    ]  # fmt: skip
    found = f": {', '.join(parts)}" if parts else ""
    return [f"These minutes take the place of the earlier ones{found}. References, owners and answers stay."]


def carry_item(before: AgendaItem, item: AgendaItem) -> None:
    """What a clerk did to the item: exempt stays exempt, and resolutions logged by hand go along."""
    if before.restricted or before.public_summary:
        item.restricted = item.restricted or before.restricted
        item.restricted_reason = item.restricted_reason or before.restricted_reason
        item.public_summary = item.public_summary or before.public_summary
        item.save(update_fields=["restricted", "restricted_reason", "public_summary"])
    by_hand = Resolution.objects.filter(item=before, start=None).order_by("order").values_list("pk", flat=True)
    for place, pk in enumerate(list(by_hand), start=next_order(Resolution.objects.filter(item=item))):
        Resolution.objects.filter(pk=pk).update(item=item, order=place)


# --- Where the words of an action stand now ---------------------------------------------------------


def requests_of(findings: Findings, stored: Stored) -> dict[int, list[Wording]]:
    """By item, the quotes of what the reader found there or passed over."""
    found: dict[int, list[Wording]] = {item.pk: [] for item in stored.items.values()}
    for followup in findings.followups:
        if item := stored.items.get((followup.meeting, followup.item)):
            found[item.pk].append(followup.evidence)
    for miss in findings.near_misses:
        if item := stored.items.get((miss.meeting, miss.item)):
            found[item.pk].append((miss.quote,))
    return found


def _found_again(action: Action, work: Renewal) -> bool:
    """Quote the action from the confirmed text where all its words stand there, in its own item or in one other."""
    quotes = [quote for quote in action.evidence.all() if quote.start is not None]
    own = work.matched.get(action.item_id or 0)
    if not quotes:
        if own:
            _move(action, own, [], work)
        return own is not None
    others = [item for item in work.items if item.meeting_id == action.meeting_id and item != own]
    long_enough = all(len(quote.text.split()) >= ENOUGH_WORDS for quote in quotes)
    places = {item.pk: _places(quotes, item, work.source.text) for item in [*([own] if own else []), *others]}
    fitting = [item for item in others if places[item.pk]] if long_enough else []
    item = own if own and places[own.pk] else fitting[0] if len(fitting) == 1 else None
    if item is None:
        return False
    for quote, span in zip(quotes, places[item.pk], strict=True):
        text = " ".join(work.source.text[span.start : span.end].split())
        Evidence.objects.filter(pk=quote.pk).update(source=work.source, start=span.start, end=span.end, text=text)
    _move(action, item, [Quote(span, "") for span in places[item.pk]], work)
    record(action, FOUND_AGAIN, by=None, now=work.now)
    work.told[FOUND_AGAIN] += 1
    return True


def _places(quotes: list[Evidence], item: AgendaItem, text: str) -> list[Span]:
    """Where each of the quotes stands within the item; nothing unless all of them do."""
    found = [words_pattern(quote.text).search(text, item.start or 0, item.end or 0) for quote in quotes]
    places = [Span(match.start(), match.end()) for match in found if match]
    return places if len(places) == len(quotes) else []


def _reworded(actions: list[Action], work: Renewal) -> list[Action]:
    """Tie actions to the requests of their item that nobody else has, the likest first; those that stay without."""
    placed = Evidence.objects.filter(source=work.source, start__isnull=False)
    taken = [Span(quote.start or 0, quote.end or 0) for quote in placed]
    pairs = sorted(
        (
            (likeness(action, wording), number, place, action, wording)
            for number, action in enumerate(actions)
            if (item := work.matched.get(action.item_id or 0))
            for place, wording in enumerate(work.requests[item.pk])
            if not any(quote.span.overlaps(span) for quote in wording for span in taken)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    settled: dict[int, Wording] = {}
    for alike, _, _, action, wording in pairs:
        if alike >= SAME_REQUEST and action.pk not in settled and wording not in settled.values():
            settled[action.pk] = wording
            _say_otherwise(action, wording, work)
    return [action for action in actions if action.pk not in settled]


def likeness(action: Action, wording: Wording) -> float:
    ours = fold(" ".join(quote.text for quote in action.evidence.all())).split()
    theirs = fold(" ".join(quote.text for quote in wording)).split()
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _say_otherwise(action: Action, wording: Wording, work: Renewal) -> None:
    """The new words for the old ones, which stay in the history. Nothing is asked where only their place is another."""
    before, is_same = [quote.text for quote in action.evidence.all()], likeness(action, wording) == 1
    action.evidence.filter(start__isnull=False).delete()
    Evidence.objects.bulk_create(
        Evidence(action=action, source=work.source, start=quote.span.start, end=quote.span.end, text=quote.text,
                 origin=quote.source, order=order)
        for order, quote in enumerate(wording)
    )  # fmt: skip
    _move(action, work.matched[action.item_id or 0], list(wording), work)
    if is_same:
        record(action, FOUND_AGAIN, by=None, now=work.now)
        work.told[FOUND_AGAIN] += 1
        return
    data = {"from": before, "to": [quote.text for quote in wording]}
    note = "It said before: " + " ".join(f"“{words}”" for words in before)
    record(action, REWORDED, by=None, now=work.now, note=note, data=data)
    _ask(action, work)
    work.told[REWORDED] += 1


def _not_in_them(action: Action, work: Renewal) -> None:
    """It stays with the earlier words; whether it stands, the clerk decides."""
    if action.status == Status.DISMISSED:
        return
    record(action, NOT_IN_THEM, by=None, now=work.now)
    _ask(action, work)
    work.told[NOT_IN_THEM] += 1


def _ask(action: Action, work: Renewal) -> None:
    if action.status in TO_DECIDE:
        Action.objects.filter(pk=action.pk).update(unsettled_by=work.source)


def _move(action: Action, item: AgendaItem, quotes: list[Quote], work: Renewal) -> None:
    """To its item in the newer minutes, exempt where that is; nothing that was exempt is opened."""
    work.moved.add(action.item_id or 0)
    clause = resolution_of(quotes, work.resolutions(item)) if quotes else action.resolution
    restricted = action.restricted or item.restricted
    if restricted != action.restricted:
        record(action, "edited", by=None, now=work.now, data={"restricted": [False, True]})
    Action.objects.filter(pk=action.pk).update(
        item=item, source=work.source if quotes else action.source_id, resolution=clause, restricted=restricted,
        updated_at=work.now,
    )  # fmt: skip


def put_in_order(meetings: Iterable[Meeting]) -> None:
    """Number the actions of these meetings as their words stand in the minutes; those without words come last."""
    actions = Action.objects.filter(meeting__in=list(meetings)).select_related("item").prefetch_related("evidence")
    placed = sorted(actions, key=lambda action: (action.meeting_id, *_place(action), action.order, action.pk))
    for order, action in enumerate(placed):
        action.order = order
    Action.objects.bulk_update(placed, ["order"], batch_size=500)


def _place(action: Action) -> tuple[bool, int, int]:
    if action.item is None:
        return (True, 2**31, 0)
    starts = [quote.start for quote in action.evidence.all() if quote.source_id == action.item.source_id]
    is_left = action.item.replaced_by_id is not None
    return (is_left, action.item.order, min((start for start in starts if start is not None), default=2**31))

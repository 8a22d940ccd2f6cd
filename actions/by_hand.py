"""Actions and resolutions that a clerk adds by hand: from selected words, typed words, or none at all.

Who must act and when it is due are worked out as for the reader's proposals wherever the clerk leaves them open.
"""

import datetime
import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from meetings.models import AgendaItem, Meeting, Resolution, Source
from meetings.storage import next_order
from minutes import records
from minutes.document import Document, Span
from minutes.phrases.cue import plain
from minutes.records import FollowUp, Quote
from minutes.what.kinds import kind_of
from minutes.when.dates import find_due
from minutes.who.people import Cast
from people.models import Councillor, Owner, User

from .assignment import Assigner, OwnerChoice
from .deadlines import Due, work_out_due
from .history import record
from .models import Action, Evidence, Kind, OwnerCandidate, Status
from .proposing import due_fields, resolution_of
from .unsettled import standing_items

LOOK_ALIKE = ("'‘’", '"“”', "-‐‑–—")


@dataclass
class Draft:
    """What the clerk gives; whatever is None is worked out. `start` and `end` are places in the text of `source`."""

    item: AgendaItem
    summary: str
    words: str = ""
    origin: str = Evidence.Origin.SAID
    kind: str | None = None
    owner: Owner | None = None
    due: Due | None = None
    requester: Councillor | None = None
    source: Source | None = None
    start: int | None = None
    end: int | None = None


@transaction.atomic
def add_action(draft: Draft, *, by: User, now: datetime.datetime) -> Action:
    """A proposal, like the reader's, with the clerk's name in its history."""
    item, meeting = draft.item, draft.item.meeting
    _place(draft)
    guess = kind_of(plain(draft.words or draft.summary))
    kind = draft.kind or (guess if guess in Kind.values else Kind.OTHER)
    asked = _as_read(draft, kind)
    choice = _owner(draft, asked, now)
    due = draft.due or work_out_due(
        kind=kind, due_words=asked.due_text, due=asked.due, committee=meeting.committee, met_on=meeting.date
    )
    action = Action.objects.create(
        committee=meeting.committee, meeting=meeting, item=item, source=draft.source,
        order=next_order(meeting.actions.all()), summary=draft.summary, kind=kind, restricted=item.restricted,
        owner=choice.owner, owner_reason=choice.reason[:500], requester=draft.requester, created_at=now,
        owner_words=(asked.owner or "")[:300], due_words=_quoted(asked.due_text, draft.words),
        resolution=resolution_of(asked.evidence, list(item.resolutions.all())) if draft.end else None,
        **due_fields(due),
    )  # fmt: skip
    OwnerCandidate.objects.bulk_create(
        OwnerCandidate(action=action, owner=owner, reason=reason[:300], order=order)
        for order, (owner, reason) in enumerate(choice.candidates)
    )
    if draft.words:
        action.evidence.create(
            source=draft.source, start=draft.start, end=draft.end, text=draft.words, origin=draft.origin
        )
    record(action, "added", by=by, now=now, to_status=Status.PROPOSED, note="Added by hand")
    return action


def _as_read(draft: Draft, kind: str) -> FollowUp:
    """What the reader would make of the words: who is named in them, and the day. Where they fix none the line may."""
    met_on = draft.item.meeting.date
    due_text, due = find_due(draft.words, met_on)
    if due is None:
        in_line = find_due(draft.summary, met_on)
        due_text, due = in_line if in_line[1] else (due_text, due)
    quote = Quote(Span(draft.start or 0, draft.end or 0), draft.words, draft.origin)
    return FollowUp(
        0, 0, (quote,) if draft.words else (), kind, draft.summary,
        owner=_named(draft), due_text=due_text, due=due,
    )  # fmt: skip


def _named(draft: Draft) -> str | None:
    """Who must act, in the words' own words: read within the item where they stand there, else by themselves."""
    item, words = draft.item, draft.words or draft.summary
    text, paragraphs, span = words, [Span(0, len(words))], Span(0, len(words))
    if draft.source and draft.source == item.source and draft.start is not None and draft.end is not None:
        within = [Span(one["start"], one["end"]) for one in item.paragraphs]
        if any(one.overlaps(Span(draft.start, draft.end)) for one in within):
            text, paragraphs, span = draft.source.text, within, Span(draft.start, draft.end)
    around = records.AgendaItem(
        None, item.title, Span(0, len(text)), tuple(records.Paragraph(one) for one in paragraphs)
    )
    return Cast(Document(text, (), "text/plain"), around).owner_of([span])


def _quoted(found: str | None, words: str) -> str:
    """What the minutes say; what only the clerk's own line says is none of it."""
    return found[:300] if found and found in words else ""


def _owner(draft: Draft, asked: FollowUp, now: datetime.datetime) -> OwnerChoice:
    if draft.owner:
        return OwnerChoice(draft.owner, "Chosen when it was added by hand")
    meeting = draft.item.meeting
    assigner = Assigner(meeting.committee, meeting.date, timezone.localdate(now))
    return assigner.choose(asked, draft.item, draft.summary)


def _place(draft: Draft) -> None:
    """Find the words in the minutes: where they were selected, else wherever the text of the item has them."""
    draft.words = " ".join(draft.words.split())
    draft.source = draft.source or draft.item.source
    if not draft.words or draft.source is None:
        draft.source = draft.start = draft.end = None
        return
    text = draft.source.text
    if draft.start is None or draft.end is None or not _same(text[draft.start : draft.end], draft.words):
        found = find_words(text, draft.words, draft.item.start or 0)
        draft.start, draft.end = (found.start, found.end) if found else (None, None)
    if draft.start is None:
        draft.source = None


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def find_words(text: str, words: str, start: int = 0) -> Span | None:
    """Where the words are, whatever the spaces and capitals between them; from `start` on, else from the beginning."""
    pattern = words_pattern(words)
    found = pattern.search(text, start) or pattern.search(text)
    return Span(found.start(), found.end()) if found else None


def words_pattern(words: str) -> re.Pattern[str]:
    """These words, whatever the spaces, the capitals and the shape of quotation marks and dashes."""
    either = {sign: f"[{signs}]" for signs in LOOK_ALIKE for sign in signs}
    parts = ("".join(either.get(sign) or re.escape(sign) for sign in word) for word in words.split())
    return re.compile(r"\s+".join(parts), re.IGNORECASE)


def item_by_hand(meeting: Meeting, title: str) -> AgendaItem:
    """The item of that title, added at the end of the meeting when there is none."""
    known = standing_items(meeting).filter(title__iexact=title).first()
    if known:
        return known
    return AgendaItem.objects.create(meeting=meeting, title=title[:500], order=next_order(meeting.items.all()))


@transaction.atomic
def add_resolution(item: AgendaItem, text: str, number: str, kind: str) -> Resolution:
    """Log a resolution that the reader missed, or that was in no document; its words are found where they can be."""
    found = find_words(item.source.text, text, item.start or 0) if item.source else None
    return Resolution.objects.create(
        item=item, order=next_order(item.resolutions.all()), number=number[:20], text=" ".join(text.split()), kind=kind,
        start=found.start if found else None, end=found.end if found else None,
    )  # fmt: skip

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
from minutes.document import Span
from minutes.phrases.cue import plain
from minutes.records import FollowUp, Quote
from minutes.what.kinds import kind_of
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
    quote = Quote(Span(draft.start or 0, draft.end or 0), draft.words, draft.origin)
    choice = _owner(draft, quote, meeting, now)
    due = draft.due or work_out_due(
        kind=kind, due_words=None, due=None, committee=meeting.committee, met_on=meeting.date
    )
    action = Action.objects.create(
        committee=meeting.committee, meeting=meeting, item=item, source=draft.source,
        order=next_order(meeting.actions.all()), summary=draft.summary, kind=kind, restricted=item.restricted,
        owner=choice.owner, owner_reason=choice.reason[:500], requester=draft.requester, created_at=now,
        resolution=resolution_of([quote], list(item.resolutions.all())) if draft.end else None,
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


def _owner(draft: Draft, quote: Quote, meeting: Meeting, now: datetime.datetime) -> OwnerChoice:
    if draft.owner:
        return OwnerChoice(draft.owner, "Chosen when it was added by hand")
    assigner = Assigner(meeting.committee, meeting.date, timezone.localdate(now))
    followup = FollowUp(0, 0, (quote,) if draft.words else (), draft.kind or Kind.OTHER, draft.summary)
    return assigner.choose(followup, draft.item, draft.summary)


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

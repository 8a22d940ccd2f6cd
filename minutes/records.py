"""What is found in minutes: meetings, items, resolutions, follow-ups. Frozen; spans point into the text.

Nothing here knows the council's directory: owners, requesters and presenters are the document's words.
"""

import datetime
from dataclasses import dataclass

from .document import Document, Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an item, marker left off.

    `section` is minutes, decision, description, resolution, or offered (recommended by a report before something else
    was decided); "margin" is a note that stood beside the text at `anchor`: initials or a post in an action column.
    """

    span: Span
    marker: str = ""
    level: int = 0
    section: str = "minutes"
    cells: tuple[Span, ...] = ()
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """One clause that the body formally decided. `kind`: noted, approved, agreed, recommended, requested, other."""

    span: Span
    text: str
    number: str = ""
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    number: str | None
    title: str
    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    presenter: str | None = None
    restricted: bool = False
    restricted_reason: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """`date` and `committee` are None where the text does not say."""

    date: datetime.date | None
    committee: str | None
    span: Span
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    document: Document
    layout: str  # agenda_item | issue_history | decision | meeting | action_sheet
    meetings: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a follow-up rests on. `source` is "resolved" or "said". `text` has line breaks folded to a space."""

    span: Span
    text: str
    source: str = "said"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing somebody must do after the meeting.

    `meeting` and `item` are indexes into Minutes.meetings and its items. `owner`, `requester` are the
    document's words or None. `due` is a date, the string "next_meeting", or None. `confidence` is 0..1:
    the precision of `rule` on the corpus. `doubts` says in a clerk's words what the reader was unsure of.
    `summary` is one short imperative line for a list.
    """

    meeting: int
    item: int
    evidence: tuple[Quote, ...]
    kind: str
    summary: str = ""
    owner: str | None = None
    requester: str | None = None
    due_text: str | None = None
    due: datetime.date | str | None = None
    references: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 0.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Looked like a follow-up and was left out; `reason` says why in a clerk's words."""

    meeting: int
    item: int
    quote: Quote
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    followups: tuple[FollowUp, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

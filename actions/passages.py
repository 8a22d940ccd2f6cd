"""The words of the minutes around what was found, with the found words marked, from offsets into the source's text.

Words that an exempt action rests on are given as `withheld`, and nothing that touches them is shown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import QuerySet

from meetings.models import AgendaItem, Resolution

from .models import Action, Evidence

Range = tuple[int, int]
LEAD_IN = re.compile(r"\W*(?:RESOLVED|Resolved|AGREED|Agreed|DECISION|Decision|It was (?:resolved|agreed))\b.{0,60}$")
NUMBERING = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxl]+)[.):]|\d+(?:\.\d+)*$", re.IGNORECASE)
NOTES = "margin"


@dataclass(frozen=True)
class Mark:
    """Words to mark: where they are, whether they were resolved or said, and the action they belong to."""

    start: int
    end: int
    origin: str = Evidence.Origin.SAID
    action: Action | None = None

    @property
    def is_resolved(self) -> bool:
        return self.origin == Evidence.Origin.RESOLVED

    @property
    def number(self) -> str:
        """The last part of the reference: 022 of CYP-2026-022."""
        return self.action.reference.rsplit("-", 1)[-1] if self.action and self.action.reference else ""


@dataclass(frozen=True)
class Piece:
    """A run of words within a line; `mark` where they are marked, `begins` where the mark begins here."""

    text: str
    mark: Mark | None = None
    begins: bool = False


@dataclass(frozen=True)
class Line:
    """A paragraph or a clause."""

    marker: str
    pieces: tuple[Piece, ...]
    level: int = 0

    @property
    def number(self) -> str:
        """The marker where it numbers or letters the line; a bullet says nothing."""
        return self.marker if NUMBERING.match(self.marker) else ""


@dataclass
class Passage:
    """A paragraph, or the clauses of what was resolved together (with the words that lead in to them)."""

    lines: list[Line] = field(default_factory=list)
    is_resolution: bool = False
    lead_in: str = ""
    follows_gap: bool = False

    @property
    def has_markers(self) -> bool:
        return any(line.number for line in self.lines)


def marks_of(actions: Iterable[Action], source_id: int | None) -> list[Mark]:
    """The marks that actions, their evidence fetched, leave in one source; words typed by hand have no place in it."""
    return [
        Mark(quote.start, quote.end, quote.origin, action)
        for action in actions
        for quote in action.evidence.all()
        if quote.source_id == source_id and quote.start is not None and quote.end is not None
    ]


def passages(
    item: AgendaItem,
    marks: Sequence[Mark],
    *,
    resolutions: Sequence[Resolution] = (),
    withheld: Sequence[Range] = (),
    whole: bool = False,
) -> list[Passage]:
    """The item's marked paragraphs and resolutions in order; with `whole` all of its paragraphs."""
    if item.source is None:
        return []
    text = item.source.text
    clauses = [(each.start, each.end) for each in resolutions if each.start is not None and each.end is not None]
    found: list[Passage] = []
    gap, lead_in = False, ""
    for paragraph in sorted(item.paragraphs, key=lambda paragraph: paragraph["start"]):
        span = (paragraph["start"], paragraph["end"])
        if paragraph.get("section") == NOTES or touches(span, withheld):
            continue
        is_clause, is_marked = touches(span, clauses), touches(span, [(mark.start, mark.end) for mark in marks])
        resolved = is_clause or paragraph.get("section") == "resolution"
        words = folded(text[span[0] : span[1]])
        if LEAD_IN.match(words) and not (is_clause or is_marked) and (clauses or not resolved):
            lead_in = words
            continue
        if not (whole or resolved or is_marked):
            gap, lead_in = True, ""
            continue
        line = Line(paragraph.get("marker", ""), pieces(text, span, marks), paragraph.get("level", 0))
        if resolved and found and found[-1].is_resolution and not gap and not lead_in:
            found[-1].lines.append(line)
        else:
            found.append(Passage([line], resolved, lead_in if resolved else "", gap and bool(found)))
        gap, lead_in = False, ""
    return found


def with_marks(found: list[Passage]) -> list[Passage]:
    """Only the passages that hold marked words."""
    return [each for each in found if any(piece.mark for line in each.lines for piece in line.pieces)]


def marked_lines(found: list[Passage]) -> list[Passage]:
    """Only the lines that hold marked words, each resolution still as one."""
    kept = [[line for line in each.lines if any(piece.mark for piece in line.pieces)] for each in found]
    return [replace(each, lines=lines) for each, lines in zip(found, kept, strict=True) if lines]


def pieces(text: str, span: Range, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The words of a span cut where marks begin and end; of two marks on the same words the first counts."""
    result, at = [], span[0]
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, at), min(mark.end, span[1])
        if start >= end:
            continue
        if start > at:
            result.append(Piece(folded(text[at:start])))
        result.append(Piece(folded(text[start:end]), mark, begins=start == mark.start))
        at = end
    if at < span[1]:
        result.append(Piece(folded(text[at : span[1]])))
    return tuple(result)


def touches(span: Range, others: Iterable[Range]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def folded(text: str) -> str:
    """Line breaks and runs of spaces as one space; a space at either end is kept, since words follow."""
    return re.sub(r"\s+", " ", text)


def withheld_from(user, items: Sequence[AgendaItem] | QuerySet[AgendaItem]) -> dict[int, list[Range]]:
    """By source, where exempt actions rest that this user may not see, in items that are themselves not exempt."""
    exempt = set(Action.objects.filter(item__in=items, restricted=True).order_by().values_list("pk", flat=True))
    if not exempt:
        return {}
    hidden = exempt - set(Action.objects.visible_to(user).filter(pk__in=exempt).values_list("pk", flat=True))
    quotes = Evidence.objects.filter(action__in=hidden)
    clauses = Resolution.objects.filter(actions__in=hidden)
    found = list(quotes.values_list("source", "start", "end"))
    found += clauses.values_list("item__source", "start", "end")
    ranges: dict[int, list[Range]] = {}
    for source, start, end in found:
        if source and start is not None and end is not None:
            ranges.setdefault(source, []).append((start, end))
    return ranges

"""The whole text of a meeting's minutes for its clerk, with the words marked that proposals rest on.

Nothing is withheld here: for clerks alone. Lines keep the text sign for sign and know where they begin in it, so that
words selected on the page can be found again. (`passages.py` is what everybody else is shown.)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from meetings.models import AgendaItem, Resolution

from .passages import LEAD_IN, NOTES, touches

BULLETS = {"·": "•", "o": "◦", "§": "▪", "\uf0b7": "•", "\uf0a7": "▪"}  # the last two are Word’s
SECOND_LEVEL = frozenset("o◦§▪")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a proposal rests on. `number` is the proposal's on the page, `action` and `evidence` are keys.

    `is_shown`: the proposal stands on this page of the list.
    """

    start: int
    end: int
    number: int
    action: int
    evidence: int
    resolved: bool
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words covered by the same marks; `begins` are those that start here."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def is_resolved(self) -> bool:
        return any(mark.resolved for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a clause or a cell; `start` is its place in the source's text."""

    start: int
    pieces: tuple[Piece, ...]
    marker: str = ""
    level: int = 0
    section: str = ""
    cells: tuple["Line", ...] = ()

    @property
    def is_marked(self) -> bool:
        return any(piece.marks for piece in self.pieces) or any(cell.is_marked for cell in self.cells)

    @property
    def kind(self) -> str:
        if self.cells:
            return "table"
        if self.section == "resolution":
            return "resolved"
        return "note" if self.section == NOTES else "text"


@dataclass
class Block:
    """Lines that stand together: paragraphs, the clauses of a resolution, the rows of a table."""

    kind: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Part:
    """One item with its text. `elsewhere` are quotes that lie in none of its paragraphs."""

    item: AgendaItem
    blocks: list[Block] = field(default_factory=list)
    elsewhere: list[Line] = field(default_factory=list)
    by_hand: list[Resolution] = field(default_factory=list)


def mark_item(item: AgendaItem, text: str, marks: Sequence[Mark], resolutions: Iterable[Resolution]) -> Part:
    """The item's lines in order, marked; `marks` are those of its source that belong to it.

    Of an item that newer minutes replaced the marked lines alone.
    """
    clauses = [(each.start, each.end) for each in resolutions if each.start is not None and each.end is not None]
    begun: set[int] = set()
    lines = [_line(paragraph, text, marks, clauses, begun) for paragraph in item.paragraphs]
    if item.replaced_by_id:
        lines = [line for line in lines if line.is_marked]
    lost = [mark for mark in marks if mark.evidence not in begun]
    return Part(
        item,
        [Block(kind, list(group)) for kind, group in groupby(_with_lead_ins(lines), key=lambda line: line.kind)],
        [Line(mark.start, cut(text, mark.start, mark.end, [mark], begun)) for mark in lost],
        [each for each in resolutions if each.start is None],
    )


def _line(paragraph: dict, text: str, marks: Sequence[Mark], clauses: list[tuple[int, int]], begun: set[int]) -> Line:
    start, end, marker = paragraph["start"], paragraph["end"], paragraph.get("marker", "").strip()
    section = paragraph.get("section", "")
    if section != NOTES and touches((start, end), clauses):
        section = "resolution"
    level = paragraph.get("level", 0) or int(marker in SECOND_LEVEL)
    cells = tuple(Line(a, cut(text, a, b, marks, begun)) for a, b in paragraph.get("cells", []))
    pieces = () if cells else cut(text, start, end, marks, begun)
    return Line(start, pieces, BULLETS.get(marker, marker), min(level, 3), section, cells)


def cut(text: str, start: int, end: int, marks: Sequence[Mark], begun: set[int]) -> tuple[Piece, ...]:
    """The words from `start` to `end`, cut wherever a mark begins or ends. `begun`: the quotes numbered so far."""
    near = [mark for mark in marks if mark.start < end and start < mark.end]
    places = sorted({start, end, *(max(mark.start, start) for mark in near), *(min(mark.end, end) for mark in near)})
    pieces = []
    for a, b in zip(places, places[1:], strict=False):
        covering = tuple(mark for mark in near if mark.start < b and a < mark.end)
        first = tuple(mark for mark in covering if mark.evidence not in begun)
        begun.update(mark.evidence for mark in first)
        pieces.append(Piece(text[a:b], covering, first))
    return tuple(pieces)


def _with_lead_ins(lines: list[Line]) -> list[Line]:
    """A short "RESOLVED: That" belongs to the clauses that it leads in to."""
    result = []
    for line, following in zip(lines, [*lines, None][1:], strict=True):
        words = "".join(piece.text for piece in line.pieces)
        leads = following and following.kind == "resolved" and line.kind == "text" and LEAD_IN.match(words)
        result.append(Line(line.start, line.pieces, line.marker, line.level, "resolution") if leads else line)
    return result

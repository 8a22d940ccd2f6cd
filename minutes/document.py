"""The text of a document with offsets. Every later quote is a slice of `Document.text`."""

from dataclasses import dataclass, field


class UnsupportedFormat(ValueError):
    """The bytes are of a format that cannot be read; the message is fit for a clerk."""


class UnreadableDocument(ValueError):
    """The format is known but this document cannot be read; the message is fit for a clerk."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character range [start, end) of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list entry or table row as its format gives it, in reading order.

    `span` leaves out the list marker, which is kept in `marker` ("·", "1)", "(a)"). `cells` are the
    spans of a table row's cells. `role` is what the page's markup says of the block, where it does:
    item_number, item_title, description, minutes, decision, meeting, label, ...
    """

    span: Span
    kind: str = "paragraph"  # paragraph | heading | list_item | row | margin
    level: int = 0
    marker: str = ""
    cells: tuple[Span, ...] = ()
    role: str = ""
    page: int | None = None
    anchor: int | None = None  # for a note in the margin (kind "margin"): the place in the text it stands beside


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of the bytes: the text, and the blocks that point into it."""

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    title: str = ""
    warnings: tuple[str, ...] = field(default=())

    def slice(self, span: Span) -> str:
        """The words at `span`, to the letter."""
        return self.text[span.start : span.end]

"""Parts of a document as a format gives them → Document: one line of text to a block, and blocks that point into it.

Every reader of a format hands its paragraphs, list entries and tables over here, so that all documents look
alike to what comes after: white space single, list markers apart from the words, table cells known.
"""

from ..document import Block, Document, Span, UnreadableDocument
from .markers import split_marker
from .parts import Part, tidy
from .pasted import unwrap

MOST_CHARACTERS = 20_000_000
_BETWEEN_CELLS = " | "
_NOTHING = "There are no words to read in this document."


def build(
    parts: list[Part], media_type: str, title: str = "", warnings: tuple[str, ...] = (), pasted: bool = True
) -> Document:
    """Lays the parts end to end, a line each. Refuses a document without words, or with more than can be minutes.

    `pasted`: its paragraphs may be the lines of a page pasted in.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    at = 0
    for part in unwrap(parts) if pasted else parts:
        block, line = _lay(part, at, starts)
        starts.append(block.span.start if block else at)
        if block is None:
            continue
        blocks.append(block)
        lines.append(line)
        at += len(line) + 1
        if at > MOST_CHARACTERS:
            raise UnreadableDocument("This document holds far more text than the minutes of a meeting could.")
    if not blocks:
        raise UnreadableDocument(_NOTHING)
    return Document("\n".join(lines), tuple(blocks), media_type, tidy(title), warnings)


def _lay(part: Part, at: int, starts: list[int]) -> tuple[Block | None, str]:
    """The block of a part whose line begins at `at`, with the line; None where it has no words."""
    if part.cells:
        return _lay_row(part, at)
    text = tidy(part.text)
    if not text:
        return None, ""
    marker, kind = tidy(part.marker), part.kind
    if part.kind == "margin":
        anchor = starts[-part.beside] if part.beside and part.beside <= len(starts) else at
        span = Span(at, at + len(text))
        return Block(span, "margin", role="margin", page=part.page, anchor=anchor), text
    if marker:
        line, offset = f"{marker} {text}", len(marker) + 1
    else:
        marker, offset = split_marker(text)
        line = text
    if marker and kind == "paragraph":
        kind = "list_item"
    span = Span(at + offset, at + len(line))
    return Block(span, kind, part.level, marker, (), part.role, part.page), line


def _lay_row(part: Part, at: int) -> tuple[Block | None, str]:
    words = [tidy(cell) for cell in part.cells]
    if not any(words):
        return None, ""
    spans: list[Span] = []
    place = at
    for cell in words:
        spans.append(Span(place, place + len(cell)))
        place += len(cell) + len(_BETWEEN_CELLS)
    line = _BETWEEN_CELLS.join(words)
    return Block(Span(at, at + len(line)), "row", 0, "", tuple(spans), part.role, part.page), line

"""Plain text, as pasted, → Document: page furniture left out, hard-wrapped lines joined, list markers and table cells known.

In the Document's text every block is one line with single spaces, so that a quote is always one slice. Words are
never changed, only white space, line-end hyphens and the headers and footers of pages.
"""

from ..document import Block, Document, Span
from . import lines, marks, tables
from .markers import split_marker


def read_text(text: str, media_type: str = "text/plain") -> Document:
    """The blocks of a pasted or plain-text document, in reading order."""
    return build(lines.paragraphs(text), media_type)


def build(paragraphs: list[lines.Line], media_type: str) -> Document:
    """Lays joined lines end to end into one text and the blocks that point into it."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line in tables.group_cells(paragraphs):
        marked = line.text.startswith(marks.HEADING)
        line.text = line.text.replace(marks.HEADING, "")
        block = _block(line, at, marked)
        if block is not None:
            blocks.append(block)
        parts.append(line.text)
        at += len(line.text) + 1
    return Document("\n".join(parts), tuple(blocks), media_type)


def _block(line: lines.Line, at: int, marked: bool) -> Block | None:
    if not line.text.strip():
        return None
    if line.cells:
        cells = tuple(Span(at + start, at + end) for start, end in line.cells)
        return Block(Span(at, at + len(line.text)), "row", cells=cells)
    if line.back is not None:
        return Block(Span(at, at + len(line.text)), "margin", role="margin", anchor=at - line.back)
    marker, offset = split_marker(line.text)
    kind = "heading" if marked else "list_item" if marker else "paragraph"
    return Block(Span(at + offset, at + len(line.text)), kind, level=line.indent, marker=marker)

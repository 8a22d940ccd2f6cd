"""Minutes written as a table: "No. | Title | Discussion | Decision", one row an item, or a record of labels for each.

Such rows are laid out as the blocks that other minutes are made of: a title, what was said, what was decided, and who
acts as a note in the margin. The table must be most of the paper; one inside an item is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..document import Block, Document, Span
from ..sheets.columns import heads_sheet
from ..when.days import parse_date
from .numbers import number_alone, number_in_front

_TITLE_HEAD = re.compile(
    r"(?:agenda )?(?:items?|titles?|subjects?|topics?|business|reports?|matters?|headings?|item (?:title|name))\W*$",
    re.IGNORECASE,
)
_ROLES = (
    ("number", re.compile(r"(?:agenda )?(?:item )?(?:no|number|ref|reference|#|minute(?: no)?)\W*$", re.IGNORECASE)),
    ("decision", re.compile(r"(?:committee |panel |board )?(?:decisions?|resolutions?|resolved|outcomes?|decisions? (?:made|taken|reached))\W*$", re.IGNORECASE)),
    ("minutes", re.compile(r"(?:(?:summary|notes?|record|key points|points?) (?:of )?)?(?:discussions?|minutes?|debate|notes?|summary|comments?|points? raised|key points|narrative)(?:\s*(?:/|&|and)\s*(?:decisions?|actions?|outcomes?|resolutions?|recommendations?))?\W*$", re.IGNORECASE)),
    ("owner", re.compile(r"(?:action(?:s|ed)? by|owner|(?:lead |responsible |action )?officer|lead|by whom|who|for action|actions?)\W*$", re.IGNORECASE)),
    ("title", _TITLE_HEAD),
)  # fmt: skip
_LONGEST_HEAD = 40  # characters
_LONGEST_TITLE = 120
_LONGEST_NOTE = 45
_MOST = 0.5  # of the paper's characters that the rows must hold
_FEWEST_ROWS = 2

Row = tuple[Span, ...]


def laid_out(document: Document, first: int) -> Document:
    """The document with the rows of its table of minutes as titles and paragraphs; the same where it has none."""
    table = next((t for i in range(first, len(document.blocks)) if (t := _table_at(document, i))), None)
    if table is None:
        return _records(document, first)
    start, end, roles, rows = table
    held = sum(span.end - span.start for row in rows for span in row)
    if held < _MOST * (len(document.text) - document.blocks[first].span.start):
        return document
    blocks = [block for row in rows for block in _blocks(document, roles, row)]
    return replace(document, blocks=(*document.blocks[:start], *blocks, *document.blocks[end:]))


def _records(document: Document, first: int) -> Document:
    """The document with its records ("Title", "Decision" and their words beside or below them) as titles and paragraphs."""
    out = list(document.blocks[:first])
    counts = {"title": 0, "decision": 0, "minutes": 0}
    number = pending = ""
    for block in document.blocks[first:]:
        words = document.slice(block.span).strip()
        label = document.slice(block.cells[0]).strip() if len(block.cells) == 2 else words
        role = _role_of(label) if not block.marker and len(block.cells) in (0, 2) else ""
        if role and not block.cells:
            pending = role
            continue
        role, span = (role, block.cells[1]) if role else (pending, block.span)
        pending = ""
        if role == "number":
            number = words
        elif role == "title" and not 3 <= span.end - span.start <= _LONGEST_TITLE:
            return document
        elif role == "title":
            out.append(Block(span, "heading", marker=number, role="item_title"))
            number = ""
        elif role == "owner":
            out.append(Block(span, "margin", role="margin", anchor=span.start))
        else:
            out.append(replace(block, span=span, cells=(), role=role) if role else block)
        counts[role] = counts.get(role, 0) + 1
    enough = counts["title"] >= _FEWEST_ROWS and counts["decision"] + counts["minutes"] >= _FEWEST_ROWS
    return replace(document, blocks=tuple(out)) if enough else document


def _role_of(head: str) -> str:
    """What a column or a label of these words holds; "" where it says nothing known."""
    return next((role for role, pattern in _ROLES if pattern.match(head)), "") if len(head) <= _LONGEST_HEAD else ""


def _table_at(document: Document, i: int) -> tuple[int, int, list[str], list[Row]] | None:
    """Where a table of minutes begins and ends, what its columns hold, and its rows; None where block `i` heads none."""
    block = document.blocks[i]
    if block.cells:
        roles = _roles([document.slice(cell).strip() for cell in block.cells])
        end = i + 1
        while roles and end < len(document.blocks) and document.blocks[end].cells:
            end += 1
        rows = [b.cells for b in document.blocks[i + 1 : end]]
    else:
        roles = _heads_in_lines(document, i)
        spans = [block.span for block in document.blocks[i + len(roles) :]] if roles else []
        rows = (
            [tuple(spans[k : k + len(roles)]) for k in range(0, len(spans) - len(roles) + 1, len(roles))]
            if roles
            else []
        )
        rows = rows[: next((k for k, row in enumerate(rows) if not _fits(document, roles, row)), len(rows))]
        end = i + len(roles) * (len(rows) + 1)
    titled = sum(bool(_title(document, roles, row)) for row in rows) if roles else 0
    return (i, end, roles, rows) if titled >= _FEWEST_ROWS else None


def _roles(heads: Sequence[str]) -> list[str]:
    """What the columns under these heads hold; nothing where it is no table of minutes."""
    if any(len(head) > _LONGEST_HEAD for head in heads):
        return []
    roles = [_role_of(head) for head in heads]
    if roles.count("title") > 1 and "number" not in roles:
        roles[roles.index("title")] = "number"  # "Item | Title | Decision"
    known = [role for role in roles if role]
    tells = {"decision", "minutes"} & set(known)
    is_table = "title" in known and tells and len(known) == len(set(known)) and len(known) >= len(heads) - 1
    return roles if is_table and not heads_sheet(heads) else []


def _heads_in_lines(document: Document, i: int) -> list[str]:
    """What the columns hold where the heads stand one a line from block `i`."""
    if any(block.span.end - block.span.start > _LONGEST_HEAD for block in document.blocks[i : i + 2]):
        return []
    if not _role_of(document.slice(document.blocks[i].span).strip()):
        return []  # as most lines
    for wide in (5, 4, 3, 2):
        blocks = document.blocks[i : i + wide]
        if len(blocks) == wide and not any(block.cells or block.marker for block in blocks):
            roles = _roles([document.slice(block.span).strip() for block in blocks])
            if roles and all(roles):
                return roles
    return []


def _fits(document: Document, roles: Sequence[str], row: Row) -> bool:
    """Whether as many lines as there are columns can be a row: a short title, a number where there is a column of them."""
    for role, cell in zip(roles, row, strict=True):
        words = document.slice(cell).strip()
        if role == "title" and not 3 <= len(words) <= _LONGEST_TITLE:
            return False
        if role == "number" and not number_alone(words):
            return False
    return True


def _title(document: Document, roles: Sequence[str], row: Row) -> Span | None:
    """The title's words in a row; None in one that goes on with the item above, or heads the table again."""
    at = roles.index("title")
    cell = row[at] if at < len(row) else Span(0, 0)
    words = document.slice(cell)
    number = number_in_front(words)
    start = cell.start + (number.start if number else len(words) - len(words.lstrip()))
    title = document.text[start : cell.end].strip()
    if not 3 <= len(title) <= _LONGEST_TITLE or number_alone(title) or parse_date(title) or _TITLE_HEAD.match(title):
        return None
    return Span(start, start + len(title))


def _blocks(document: Document, roles: Sequence[str], row: Row) -> Iterator[Block]:
    """The blocks of one row, in the order of its cells."""
    title = _title(document, roles, row)
    for role, cell in zip(roles, row, strict=False):
        words = document.slice(cell).strip()
        if title and role == "title":
            yield Block(title, "heading", marker=_number(document, roles, row), role="item_title")
        elif not words or role == "number":
            continue
        elif role == "owner" and len(words) <= _LONGEST_NOTE:
            yield Block(cell, "margin", role="margin", anchor=cell.start)
        else:
            yield Block(cell, "paragraph", role="decision" if role == "decision" else "minutes")


def _number(document: Document, roles: Sequence[str], row: Row) -> str:
    """The item's number, from its own column or in front of the title."""
    column = roles.index("number") if "number" in roles else -1
    alone = number_alone(document.slice(row[column]).strip()) if 0 <= column < len(row) else None
    in_front = number_in_front(document.slice(row[roles.index("title")]))
    return alone[0] if alone else in_front.number if in_front else ""

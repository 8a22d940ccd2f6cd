"""Tables of a document → parts: rows with their cells, or, where a table only lays out the page, what its cells hold.

Minutes are often typed into a table: the number at the left, the words in the middle, who must act at the right.
Its middle is read as paragraphs, the number becomes the marker of the first, the right column notes in the margin.
"""

import re

from .parts import Part

Cell = list[Part]
Row = list[Cell]

_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]?|[•·▪●◦○o‣⁃∙*–—§]")
_LAYOUT_PARTS = 4  # a cell with so many paragraphs is a page, not a table's cell
_MOST_LAYOUT_COLUMNS = 4
_PAGE_ROLES = ("item_title", "section")
_COLUMN_HEADS = re.compile(
    r"(?:no\.?|nos\.?|number|item|items|agenda item|minute|min\.?|minute no\.?|ref\.?|subject|page)?", re.IGNORECASE
)
_NOTE_HEADS = re.compile(r"(?:actions?|lead|owner|who|whom|by whom|responsible|initials)\b", re.IGNORECASE)
_FEWEST_NOTED = 8  # words that a note in the margin can stand beside
_NOTE_WORDS = 12
_LINE = 60  # characters of a line in a cell, roughly: what a note in the margin is lined up by


def fold_table(rows: list[Row]) -> list[Part]:
    """The parts of a table in reading order."""
    rows = [row for row in rows if any(_filled(cell) for cell in row)]
    if _lays_out(rows):
        header, rest = _note_header(rows)
        return [part for row in rest for part in _unroll(row, noted=header)]
    return [part for row in rows for part in _row(row)]


def _is_noted_text(rows: list[Row]) -> bool:
    """Sentences at the left, initials or a post at the right, without heads: words with notes in the margin."""
    if any(len(row) != 2 for row in rows):
        return False
    for words, note in ((_words(_filled(a)), _words(_filled(b))) for a, b in rows):
        if len(words.split()) < _FEWEST_NOTED or len(note.split()) > 5 or note[-1:] in (".", ";", ":"):
            return False
    return any(_filled(row[1]) for row in rows)


def _filled(cell: Cell) -> Cell:
    return [part for part in cell if part.cells or part.text.strip()]


def _lays_out(rows: list[Row]) -> bool:
    if not rows or max(map(len, rows)) > _MOST_LAYOUT_COLUMNS:
        return False
    heads = [_words(cell) for cell in map(_filled, rows[0])]
    if _is_noted_text(rows):
        return True
    if _is_noted(heads) and not any(re.search(r"\baction", head, re.IGNORECASE) for head in heads[:-1]):
        return True  # "Minute | Item | Action by": minutes, not a list of actions
    for row in rows:
        for cell in map(_filled, row):
            rich = any(part.cells or part.kind in ("heading", "margin") or part.role in _PAGE_ROLES for part in cell)
            if len(cell) >= _LAYOUT_PARTS or (rich and len(cell) > 1):
                return True
    return False


def _note_header(rows: list[Row]) -> tuple[bool, list[Row]]:
    """Whether the last column is headed "Action" or the like, and the rows without the heads of the columns."""
    first = [_words(cell).strip() for cell in map(_filled, rows[0])]
    noted = _is_noted(first)
    heads = all(_COLUMN_HEADS.fullmatch(cell) for cell in (first[:-1] if noted else first))
    return noted, rows[1:] if heads and len(rows) > 1 else rows


def _is_noted(heads: list[str]) -> bool:
    return len(heads) > 1 and len(heads[-1].split()) <= 3 and bool(_NOTE_HEADS.match(heads[-1].strip()))


def _row(row: Row) -> list[Part]:
    """A row of a table of data; one that holds a marker and one cell more is a list entry."""
    cells = [_filled(cell) for cell in row]
    full = [cell for cell in cells if cell]
    if len(full) == 1:
        return full[0]
    if len(full) == 2 and _is_number(full[0]) and not any(cells[2:]):
        return _numbered(full[0][0].text, full[1])
    words = [_words(cell) for cell in cells]
    while words and not words[-1]:
        words.pop()
    roles = {part.role for cell in cells for part in cell if part.role}
    return [Part("", "row", cells=words, role=roles.pop() if len(roles) == 1 else "", page=full[0][0].page)]


def _words(cell: Cell) -> str:
    return " ".join(" ".join([part.marker, *(part.cells or [part.text])]).strip() for part in cell)


def _is_number(cell: Cell) -> bool:
    return len(cell) == 1 and not cell[0].cells and bool(_NUMBER.fullmatch(cell[0].text.strip()))


def _numbered(number: str, cell: Cell) -> list[Part]:
    """The parts of a cell, the first with `number` as its marker."""
    first, *rest = cell
    if first.marker or first.cells:
        return [Part(number.strip(), role="item_number"), *cell]
    first.marker = number.strip()
    return [first, *rest]


def _unroll(row: Row, noted: bool) -> list[Part]:
    """What the cells of a page laid out as a table hold, in reading order."""
    filled = [_filled(cell) for cell in row]
    if not any(filled):
        return []
    main = max(range(len(row)), key=lambda i: sum(len(_words([part])) for part in filled[i]))
    out: list[Part] = []
    number = ""
    for cell in filled[:main]:
        if _is_number(cell) and not number:
            number = cell[0].text
        else:
            out += cell
    body = _numbered(number, filled[main]) if number else filled[main]
    out += body
    for i in range(main + 1, len(row)):
        last = i == len(row) - 1
        short = filled[i] and all(len(part.text.split()) <= _NOTE_WORDS and not part.cells for part in filled[i])
        if last and short and (noted or len(filled[i]) <= 3):
            out = _place_notes(out, len(out) - len(body), row[main], row[i])
        else:
            out += filled[i]
    return out


def _place_notes(out: list[Part], start: int, main: Cell, notes: Cell) -> list[Part]:
    """Puts each note of the right column behind the paragraph of the middle one that it stands beside.

    Clerks line a note up with empty paragraphs above it; so many lines down the middle column is its place.
    """
    lines: list[int] = []  # of each line of the middle column, the index of its filled part
    index = -1
    for part in main:
        filled = bool(part.cells or part.text.strip())
        index += filled
        lines += [max(index, 0)] * max(1, -(-len(part.text) // _LINE))
    placed: dict[int, list[Part]] = {}
    for down, note in enumerate(notes):
        if note.text.strip():
            beside = lines[min(down, len(lines) - 1)] if lines else 0
            placed.setdefault(beside, []).append(note)
    result = out[:start]
    for i, part in enumerate(out[start:]):
        result.append(part)
        for n, note in enumerate(placed.get(i, [])):
            result.append(Part(note.text, "margin", page=note.page, beside=n + 1))
    return result

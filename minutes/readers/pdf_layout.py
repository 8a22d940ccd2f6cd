"""The pages of a PDF → parts in reading order: running headers out, columns and tables told from plain lines.

A piece of text that stands beside the one before it, not below it, opens another cell of the same row. Rows become
list entries (a marker and its words), notes in the margin (a narrow right-hand column) or rows of a table.
"""

from collections.abc import Iterator
from itertools import pairwise

from .grids import Cell, fold_table
from .parts import Part
from .pdf_lines import ENDED, Joiner, Line, Page
from .pdf_pages import BESIDE, MARKER, drop_furniture, in_order

_COLUMN_LINES = 6  # how many lines up the next column of a newspaper begins, at least
_Group = list[Line]


def parts_of(pages: list[Page]) -> list[Part]:
    """The paragraphs, list entries, notes and rows of the pages."""
    drop_furniture(pages)
    joiner = Joiner([line for page in pages for line in page.lines])
    rights = {page.number: _right_edge(page) for page in pages}
    out: list[Part] = []
    body: list[Line] = []
    table: list[list[_Group]] = []

    def flush_body() -> None:
        if body:
            out.extend(joiner.parts(body, rights[body[0].page]))
            body.clear()

    def flush_table() -> None:
        if table:
            out.extend(_table(table, joiner))
            table.clear()

    for row in _joined_over_pages(pages):
        if len(row) == 1:
            flush_table()
            body += row[0]
            continue
        if _is_entry(row):
            flush_table()
            flush_body()
            first, *rest = joiner.parts(row[1], rights[row[1][0].page])
            first.marker = row[0][0].text
            out.append(first)
            out += rest
            continue
        flush_body()
        table.append(row)
    flush_table()
    flush_body()
    return out


def _joined_over_pages(pages: list[Page]) -> Iterator[list[_Group]]:
    """The rows of all pages; a cell cut by the end of its page goes on with the plain lines on top of the next."""
    before: list[_Group] = []
    for page in pages:
        rows = rows_of(in_order(page))
        start = 0
        while len(before) > 1 and start < len(rows) and len(rows[start]) == 1 and _goes_on(before, rows[start][0][0]):
            start += 1
        if before:
            yield before
            before = []
        yield from rows[start:-1]
        before = rows[-1] if start < len(rows) else []
    if before:
        yield before


def _goes_on(row: list[_Group], line: Line) -> bool:
    """Adds a line of the next page to the cell of `row` that it goes on with, if there is one."""
    for cell in row:
        left, right = min(each.left for each in cell), max(each.right for each in cell)
        cut = cell[-1].page == line.page or not ENDED.search(cell[-1].text)
        if abs(line.left - left) < 4 and line.right < right + 4 and len(cell) > 1 and cut:
            cell.append(line)
            return True
    return False


def _right_edge(page: Page) -> float:
    """How far right the lines of a page's text reach, a few that stick out aside."""
    rights = sorted(line.right for line in page.lines if line.right - line.left > 0.3 * page.width)
    return rights[int(len(rights) * 0.9)] if rights else page.width * 0.85


def rows_of(lines: list[Line]) -> list[list[_Group]]:
    """The lines of a page as rows of one or more cells, each cell lines that stand under one another."""
    out: list[list[_Group]] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        taken = [] if _stands_right(lines, i) and _is_newspaper(lines, i) else _beside(out, line)
        if taken:
            row, i = _take_row(lines, i, taken)
            following = [line for line in lines[i : i + 6] if abs(line.base - lines[i].base) < 1]
            row = _merge_stretched(_merge_marker(row, lines[i] if i < len(lines) else None), out, following)
            out.append(row)
        else:
            out.append([[line]])
            i += 1
    return out


def _stands_right(lines: list[Line], i: int) -> bool:
    return i > 0 and lines[i - 1].right <= lines[i].left + BESIDE and lines[i].base < lines[i - 1].base


def _beside(out: list[list[_Group]], line: Line) -> _Group:
    """Takes from the plain lines read last those that `line` stands to the right of, on their height."""
    taken: _Group = []
    while out and len(out[-1]) == 1:
        before = out[-1][0][-1]
        level = before.base >= line.base - 0.75 * line.height
        under = taken and taken[-1].base - before.base > 1.6 * line.height
        if before.right > line.left + BESIDE or not level or under or before.page != line.page:
            break
        taken.append(before)
        out.pop()
    return taken[::-1]


def _is_newspaper(lines: list[Line], i: int) -> bool:
    """Whether what stands to the right is a column of text as wide as the one before: then it is read after it."""
    line, before = lines[i], lines[i - 1]
    if before.base - line.base < _COLUMN_LINES * line.height:
        return False
    left = [each for each in lines[max(0, i - 10) : i] if each.right < line.left + BESIDE]
    right = [each for each in lines[i : i + 12] if each.left >= line.left - BESIDE]
    width = max(each.right for each in left) - min(each.left for each in left)
    return len(right) > 3 and max(each.right for each in right) - line.left > 0.6 * width


def _take_row(lines: list[Line], i: int, first: _Group) -> tuple[list[_Group], int]:
    """The row that opens with the cell `first` and goes on at line `i`; with the place after it."""
    row = [first, [lines[i]]]
    i += 1
    while i < len(lines):
        line, cell = lines[i], row[-1]
        left = min(each.left for each in cell)
        below = line.base - cell[-1].base
        if line.left >= cell[-1].right - BESIDE and below <= 0.3 * line.height:
            row.append([line])
        elif line.left >= max(left - 6, max(each.right for each in row[-2]) - BESIDE) and 0 < below < 2.4 * line.height:
            cell.append(line)
        else:
            break
        i += 1
    return row, i


def _merge_marker(row: list[_Group], following: Line | None) -> list[_Group]:
    """A marker with its words where the next line goes back under the marker: one paragraph, typed with a tab."""
    if not _is_entry(row) or len(row[1]) > 1 or following is None or MARKER.match(following.text):
        return row
    marker, first = row[0][0], row[1][0]
    if abs(following.left - marker.left) > 4 or not 0 < following.base - first.base < 1.6 * first.height:
        return row
    text = f"{marker.text} {first.text}"
    return [[Line(text, marker.left, first.base, first.right, first.height, first.bold, first.page)]]


def _merge_stretched(row: list[_Group], out: list[list[_Group]], following: _Group) -> list[_Group]:
    """A justified line falls apart at its wide spaces; words above or below that run on over the gaps give it away."""
    if any(len(cell) > 1 for cell in row) or _is_entry(row):
        return row
    first, last = row[0][0], row[-1][0]
    above = [cell[-1] for cell in out[-1]] if out else []
    near = [line for line in (*above, *following) if abs(line.base - first.base) < 1.7 * first.height]
    far = max((line.right for line in near), default=0.0)
    crossed = all(
        any(line.left < a[0].right - 2 and line.right > b[0].left + 2 for line in near) for a, b in pairwise(row)
    )
    if (
        not crossed
        or last.right < far - 2
        or not any(abs(line.right - last.right) < 2 or line in following for line in near)
    ):
        return row
    text = " ".join(cell[0].text for cell in row)
    return [[Line(text, first.left, first.base, last.right, first.height, first.bold, first.page)]]


def _is_entry(row: list[_Group]) -> bool:
    return len(row) == 2 and len(row[0]) == 1 and bool(MARKER.fullmatch(row[0][0].text))


def _table(rows: list[list[_Group]], joiner: Joiner) -> list[Part]:
    """Rows that follow one another, their cells put under the columns that they share."""
    columns = _columns(rows)
    table: list[list[_Group]] = []
    for number, row in enumerate(rows):
        cells: list[_Group] = [[] for _ in columns]
        for group in row:
            cells[_column(group, columns)] += group
        if table and _is_cut(table[-1], cells, rows[number - 1], row):
            table[-1] = [above + below for above, below in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return fold_table(
        [[_cell(group, joiner, right) for group, (_, right) in zip(row, columns, strict=True)] for row in table]
    )


def _is_cut(above: list[_Group], below: list[_Group], before: list[_Group], row: list[_Group]) -> bool:
    """Whether a page ended within a row: the next page's top has no first cell, or only those that were left empty."""
    if before[-1][-1].page == row[0][0].page:
        return False
    return bool(above[0] and not below[0]) or not any(a and b for a, b in zip(above, below, strict=True))


def _cell(group: _Group, joiner: Joiner, right: float) -> Cell:
    """The paragraphs of a cell in a column that reaches to `right`."""
    return list(joiner.parts(group, right))


def _columns(rows: list[list[_Group]]) -> list[tuple[float, float]]:
    """The columns of a table, from left to right: where no cell of it reaches over is the edge of one."""
    reach = sorted(
        (min(line.left for line in group), max(line.right for line in group)) for row in rows for group in row
    )
    out: list[tuple[float, float]] = []
    for left, right in reach:
        if out and left < out[-1][1] - BESIDE:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _column(group: _Group, columns: list[tuple[float, float]]) -> int:
    left = min(line.left for line in group)
    return max((i for i, (start, _) in enumerate(columns) if start <= left + BESIDE), default=0)

"""Tables as they are pasted: cells parted by tabs, by pipes, or one cell a line with a pipe behind it.

A table whose columns cannot be counted is left as the lines it is made of, without the pipes.
"""

import re

from .lines import Line
from .markers import split_marker

_HEADER = re.compile(
    r"\b(?:ref|no|area|item|date|raised|meeting|minute|action|recommendation|request|owner|officer|lead|responsib\w+|whom?|what|recommended|"
    r"when|due|deadline|timescale|target|response|progress|update|status|outcome|comments?|position|latest|tasks?|subject|topic|made|taken|rag)\b",
    re.IGNORECASE,
)
_ROW_START = re.compile(
    r"(?:Minute|Min|Item|Ref|Action|Rec)\.? \d+\b|\d{1,2}(?:st|nd|rd|th)?[./ -](?:\d{1,2}|[A-Z][a-z]+)[./ -]\d{2,4}|[A-Z][a-z]+ \d{4}\b|[A-Z]{1,5}[/ .-]?\d+"
)
_LONGEST_CELL = 14  # lines
_FEWEST_CELLS = 4
_FEWEST_ROWS = 3
_UNKNOWN = 2  # heads of words that we do not know
_LONGEST_HEAD = 30  # characters
_TITLES = re.compile(
    r"(?:items?|topics?|titles?|report|actions?|tasks?)$", re.IGNORECASE
)  # the head of a column in few letters


def group_cells(lines: list[Line]) -> list[Line]:
    """The same lines with those that make up tables turned into rows."""
    out: list[Line] = []
    piped = _piped(lines)
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.text.endswith("|") and line.text.count("|") == 1:
            end = _run_of_cells(lines, i)
            rows = _rows(_cells(lines[i:end]))
        else:
            end, rows = _bare_table(lines, i) if _is_head(line) else (i, [])
        if end > i:
            out.extend(rows)
            i = end
            continue
        out.append(_row(line, i in piped))
        i += 1
    return out


def _piped(lines: list[Line]) -> set[int]:
    """The lines of two cells with one pipe between them, where several stand one below the other."""
    runs: list[list[int]] = [[]]
    for i, line in enumerate(lines):
        if line.text.count("|") == 1 and " | " in line.text:
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    return {i for run in runs if len(run) >= _FEWEST_ROWS for i in run}


def _is_head(line: Line) -> bool:
    """Whether the line can be the head of a column, standing by itself."""
    text = line.text
    return (
        len(text) <= 30
        and line.back is None
        and "\t" not in text
        and "|" not in text
        and bool(_HEADER.match(text))
        and (text[-1:] not in ".;" or text.endswith(("No.", "Ref.")))
        and not _shape(text)
    )


def _bare_table(lines: list[Line], start: int) -> tuple[int, list[Line]]:
    """A table with one cell a line and no sign between: where it ends, and its rows; `start` where it is none.

    The heads tell how many columns there are; each row begins with a number, code or date like the first one's.
    """
    columns = 0
    while start + columns < len(lines) and columns < 10 and _is_head(lines[start + columns]):
        columns += 1
    columns = _with_unknown([line.text for line in lines[start : start + columns + _UNKNOWN + 1]], columns)
    if columns < 4 or start + columns >= len(lines):
        return start, []
    shape = _shape(lines[start + columns].text)
    if not shape:
        return start, []
    bodies = []
    at = start + columns
    while at < len(lines) and _shape(lines[at].text) == shape:
        end = at + 1
        while end < len(lines) and end - at < columns and _shape(lines[end].text) != shape:
            end += 1
        bodies.append((at, end))
        at = end
    if len(bodies) < 2:
        return start, []
    # the title of the table may read like one more head: the first row tells how many there are
    width = bodies[0][1] - bodies[0][0]
    above = lines[start : start + max(0, columns - width)]
    spans = [(start + len(above), start + columns), *bodies]
    return at, above + [_row_of([line.text for line in lines[begin:end]], Line("")) for begin, end in spans]


def _with_unknown(cells: list[str], columns: int) -> int:
    """How many heads there are, with one or two of other words behind those known: the first row's sign ends them."""
    for more in range(min(_UNKNOWN + 1, len(cells) - columns)):
        if _shape(cells[columns + more]):
            return columns + more
        if len(cells[columns + more]) > _LONGEST_HEAD:
            break
    return columns


def _shape(text: str) -> str:
    """number, code or date: what the first cell of a row can be; "" for anything else."""
    if len(text) > 30:
        return ""
    if text.rstrip(".").isdigit():
        return "number"
    found = _ROW_START.match(text)
    return "" if found is None else "date" if text[:1].isdigit() or " " in found.group() else "code"


def _row(line: Line, piped: bool) -> Line:
    """A line with tabs or pipes between its cells, as a row; any other line as it is."""
    sign = "|" if piped or line.text.count("|") >= 2 or line.text.endswith("|") else "\t"
    if sign not in line.text:
        return line
    parts = [part.strip() for part in line.text.split(sign)]
    if sign == "|":
        parts = parts[1 if not parts[0] else 0 : -1 if not parts[-1] else None]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) < 2 or (len(parts) == 2 and len(parts[0]) <= 6 and not _TITLES.match(parts[0])):
        return Line(" ".join(filter(None, parts)), line.indent, after_gap=line.after_gap)
    return _row_of(parts, line)


def _row_of(parts: list[str], line: Line) -> Line:
    cells, at = [], 0
    for part in parts:
        cells.append((at, at + len(part)))
        at += len(part) + 3
    return Line(" | ".join(parts), line.indent, tuple(cells), after_gap=line.after_gap)


def _run_of_cells(lines: list[Line], start: int) -> int:
    """Where a run of one-cell lines that begins at `start` ends; `start` itself where there are too few."""
    last, cells = start, 1
    for i in range(start + 1, len(lines)):
        text = lines[i].text
        if text.endswith("|") and text.count("|") == 1:
            last, cells = i, cells + 1
        elif i - last > _LONGEST_CELL:
            break
    return last + 1 if cells >= _FEWEST_CELLS else start


def _cells(lines: list[Line]) -> list[str]:
    cells: list[str] = []
    parts: list[str] = []
    for line in lines:
        parts.append(line.text.rstrip("|").strip())
        if line.text.endswith("|"):
            cells.append(" ".join(filter(None, parts)))
            parts = []
    return cells


def _rows(cells: list[str]) -> list[Line]:
    if cells and not cells[0]:
        cells = cells[1:]
    columns = 0
    while columns < min(len(cells), 12) and len(cells[columns]) <= 45 and _HEADER.search(cells[columns]):
        if columns > 2 and _shape(cells[columns]):
            break  # "Minute 14 (4/2/25)": the first row
        columns += 1
    if columns < 3:
        return _loose(cells)
    if columns < len(cells) and not _shape(cells[columns]):
        wider = _with_unknown(cells[: columns + _UNKNOWN + 1], columns)
        columns = wider if wider * 2 < len(cells) and _shape(cells[wider * 2]) == _shape(cells[wider]) else columns
    rows = [_row_of(cells[:columns], Line(""))]
    at = columns
    while at < len(cells):
        row = cells[at : at + columns]
        at += columns
        # a row that lost its first cell: the date stands one column early
        if (
            len(row) == columns
            and _ROW_START.match(row[0])
            and not _ROW_START.match(row[1])
            and _ROW_START.match(cells[columns + 1])
        ):
            row = ["", *row[:-1]]
            at -= 1
        rows.append(_row_of(row, Line("")))
    return rows


def _loose(cells: list[str]) -> list[Line]:
    """Cells that make no table: a marker in one goes before the words in the next."""
    out: list[Line] = []
    marker = ""
    for cell in filter(None, cells):
        if split_marker(cell + " x")[0] == cell.strip():
            marker = cell.strip() + " "
            continue
        out.append(Line(marker + cell, after_gap=True))
        marker = ""
    return out

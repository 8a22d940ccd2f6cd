"""Rows of a CSV file with their line numbers, whichever separator and encoding a spreadsheet gave it.

Refuses what is no text, is too large or lacks a column; every fault names its line.
"""

import codecs
import csv
import datetime
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from .fields import parse_typed_date

LARGEST = 1024 * 1024
MOST_ROWS = 5000
LONGEST = 200
# What the exports put before text that a spreadsheet would run as a formula (actions/tables.py).
GUARD = re.compile(r"^'(?=[=+\-@\t\r\n＝＋－＠])")
LINE = re.compile(r"Line (\d+):")
# A first line by which Excel is told the separator.
SEPARATOR = re.compile(r"\s*sep=(?P<separator>[,;\t])\s*?\n", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    line: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass
class Sheet:
    """The rows, and what is wrong with the file; with errors nothing of it may be used."""

    rows: list[Row] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def refuse(self, line: int, why: str) -> None:
        self.errors.append(f"Line {line}: {why.rstrip('.')}.")

    def in_order(self) -> None:
        """The faults by their lines, whichever was found first."""
        self.errors.sort(key=lambda error: int(found[1]) if (found := LINE.match(error)) else 0)

    def day(self, row: Row, name: str, today: datetime.date) -> datetime.date | None:
        """The date in a cell; None where it is empty or refused."""
        try:
            return parse_typed_date(row[name], today, "past") if row[name] else None
        except ValidationError as error:
            self.refuse(row.line, f"{name}: {error.messages[0]}")
            return None

    def email(self, row: Row, name: str = "email") -> str:
        """The address in a cell, in lower case; "" where it is empty or refused."""
        try:
            if row[name]:
                validate_email(row[name])
        except ValidationError:
            self.refuse(row.line, f"“{row[name]}” is no email address")
            return ""
        return row[name].lower()


def read_sheet(data: bytes, columns: list[str], needed: list[str], lists: frozenset[str] = frozenset()) -> Sheet:
    """The rows of a file whose first line names the columns, in any order; empty lines do not count.

    Cells of `lists` hold several values with | between them.
    """
    if len(data) > LARGEST:
        return Sheet(errors=["The file is larger than 1 MB."])
    text = decode(data)
    if "\x00" in text:
        return Sheet(errors=["This is no text file. Save the spreadsheet as CSV."])
    try:
        lines = [(number, cells) for number, cells in _lines(text) if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        return Sheet(errors=[f"The lines cannot be told apart: {error}."])
    if not lines:
        return Sheet(errors=["The file is empty."])
    names = ["_".join(cell.lower().split()) for cell in lines[0][1]]
    sheet = Sheet(ignored=[name for name in names if name and name not in columns])
    missing = [name for name in needed if name not in names]
    twice = sorted({name for name in names if name in columns and names.count(name) > 1})
    if missing:
        sheet.refuse(lines[0][0], f"the first line must name the columns; these are missing: {', '.join(missing)}")
    if twice:
        sheet.refuse(lines[0][0], f"these columns are there twice: {', '.join(twice)}")
    if len(lines) > MOST_ROWS + 1:
        sheet.errors.append(f"It has {len(lines) - 1:,} lines; {MOST_ROWS:,} are taken at once.")
    if not sheet.errors:
        _read_rows(sheet, names, lines[1:], lists)
    return sheet


def _read_rows(sheet: Sheet, names: list[str], lines: list[tuple[int, list[str]]], lists: frozenset[str]) -> None:
    if not lines:
        sheet.errors.append("There is nothing below the first line.")
    for number, cells in lines:
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            sheet.refuse(number, f"it has {len(cells)} cells, the first line names {len(names)}")
            continue
        row = Row(
            number, {name: " ".join(GUARD.sub("", cell).split()) for name, cell in zip(names, cells, strict=False)}
        )
        sheet.rows.append(row)
        for name, cell in row.cells.items():
            parts = cell.split("|") if name in lists else [cell]
            if any(len(part.strip()) > LONGEST for part in parts):
                sheet.refuse(number, f"{name} is longer than {LONGEST} letters")


def decode(data: bytes) -> str:
    """The text of a file of a spreadsheet: UTF-8, UTF-16 where it says so, else as Windows writes it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """The number of each row's first line, and its cells, split at whichever separator the first line has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    named = SEPARATOR.match(text)
    delimiter = named["separator"] if named else max((",", ";", "\t"), key=first.count)
    text = text[named.end() :] if named else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 1 if named else 0
    begun = 1 + before
    for cells in reader:
        yield begun, cells
        begun = reader.line_num + 1 + before


def write_sheet(columns: list[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()

"""Councillors as CSV, out and in. Known by email, else by name; whoever is not in a file stays as they are."""

import datetime

from django.db import transaction

from .csv_directory import Change, Undo
from .csv_files import Row, Sheet, read_sheet
from .directory import fold
from .models import Councillor
from .wording import plain_date

COLUMNS = ["name", "email", "ward", "party", "member_from", "member_until"]
WORDS = {"email": "has the email", "ward": "sits for", "party": "belongs to"}


def rows_out() -> list[list[str]]:
    return [
        [c.name, c.email, c.ward, c.party, *(day.isoformat() if day else "" for day in (c.member_from, c.member_until))]
        for c in Councillor.objects.all()
    ]


def take_in(data: bytes, *, today: datetime.date, keep: bool) -> tuple[Sheet, list[Change]]:
    """What the file changes. It is kept only with `keep` and without a single error in the file."""
    sheet = read_sheet(data, COLUMNS, ["name"])
    changes: list[Change] = []
    try:
        with transaction.atomic():
            if not sheet.errors:
                _take_rows(sheet, changes, today)
            if sheet.errors or not keep:
                raise Undo
    except Undo:
        pass
    sheet.in_order()
    return sheet, changes


def _take_rows(sheet: Sheet, changes: list[Change], today: datetime.date) -> None:
    known = list(Councillor.objects.all())
    seen: dict[int, int] = {}
    for row in sheet.rows:
        email = sheet.email(row)
        if not fold(row["name"]):
            sheet.refuse(row.line, "the name is missing")
            continue
        fitting = [c for c in known if email and c.email.lower() == email]
        fitting = fitting or [c for c in known if fold(c.name) == fold(row["name"])]
        if len(fitting) > 1:
            sheet.refuse(row.line, f"{len(fitting)} councillors are called {row['name']}; give the email of one")
            continue
        councillor = fitting[0] if fitting else Councillor(name=_without_title(row["name"]))
        if councillor.pk in seen:
            sheet.refuse(row.line, f"{councillor} is on line {seen[councillor.pk]} already")
            continue
        _take_row(sheet, row, councillor, email, changes, today)
        known += [] if fitting else [councillor]
        seen[councillor.pk] = row.line


def _take_row(
    sheet: Sheet, row: Row, councillor: Councillor, email: str, changes: list[Change], today: datetime.date
) -> None:
    """Write what is new; an empty cell leaves what is there."""
    is_new = councillor.pk is None
    said = []
    given = {"email": email, "ward": row["ward"], "party": row["party"]}
    if not is_new and fold(councillor.name) != fold(row["name"]):
        said.append(f"is called {_without_title(row['name'])} from now on")
        councillor.name = _without_title(row["name"])
    for name, value in given.items():
        if value and getattr(councillor, name) != value:
            said.append(f"{WORDS[name]} {value}")
            setattr(councillor, name, value)
    for name, words in (("member_from", "is a member from"), ("member_until", "is a member until")):
        day = sheet.day(row, name, today)
        if day and getattr(councillor, name) != day:
            said.append(f"{words} {plain_date(day)}")
            setattr(councillor, name, day)
    begun, ended = councillor.member_from, councillor.member_until
    if begun and ended and ended < begun:
        sheet.refuse(row.line, f"{councillor} leaves on {plain_date(ended)}, before the first day")
    if is_new or said:
        before = f"{councillor} is added" if is_new else str(councillor)
        changes.append(Change(row.line, f"{before}{', ' if is_new and said else ' '}{', '.join(said)}".strip()))
        councillor.save()


def _without_title(name: str) -> str:
    """The name as it is kept: "Cllr Owen Trask" → "Owen Trask"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower().rstrip(".") in {"cllr", "councillor"} else name

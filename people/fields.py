"""A date as people type it: "3 Dec 2026", "03/12/26", "3rd December", "Thursday 3 December".

Days come before months in figures, as in Britain. What cannot be a date is refused with the reason; a date without a
year is completed only when the field knows today's date, and a weekday that does not fit is pointed out.
"""

import datetime
import re
from typing import Any, Literal

from django import forms
from django.core.exceptions import ValidationError

from people import wording

Lean = Literal["future", "past"]

MONTHS = [f"{datetime.date(2000, number, 1):%B}".lower() for number in range(1, 13)]
WEEKDAYS = [f"{datetime.date(2024, 1, number):%A}" for number in range(1, 8)]
YEARS = range(1970, 2101)  # what a council's minutes can mean; "1026" is a slip
EXAMPLE = "Write the date as a day, month and year, for example 3 December 2026"

ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
FIGURES = re.compile(r"(?P<day>\d{1,2})[ ./-]+(?P<month>\d{1,2})(?:[ ./-]+(?P<year>\d{4}|\d{2}))?")
DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2}) ?(?:st|nd|rd|th)?[ .-]?(?:of )?(?P<month>[a-z]{3,9})[ .-]?(?P<year>\d{4}|\d{2})?"
)
MONTH_FIRST = re.compile(r"(?P<month>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?")
WEEKDAY = re.compile(r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b ?(?:the )?")


def parse_typed_date(text: str, today: datetime.date | None = None, lean: Lean = "future") -> datetime.date:
    """The date that `text` means; ValidationError with words for the person who typed it.

    Without a year: the next such day from `today` on, or with lean "past" the last one up to `today`.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    weekday = WEEKDAY.match(words)
    rest = words[weekday.end() :] if weekday else words
    parts = next(filter(None, (shape.fullmatch(rest) for shape in (ISO, FIGURES, DAY_FIRST, MONTH_FIRST))), None)
    if parts is None:
        raise ValidationError(EXAMPLE, code="invalid")
    day, month, year = int(parts["day"]), _month(parts["month"]), _year(parts["year"])
    date = _without_year(day, month, today, lean) if year is None else _real_date(day, month, year)
    its_weekday = WEEKDAYS[date.weekday()]
    if weekday and not its_weekday.lower().startswith(weekday["weekday"]):
        words = f"{wording.plain_date(date)} is a {its_weekday}. Check the day and the date"
        raise ValidationError(words, code="weekday")
    return date


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(text):
            return number
    raise ValidationError(EXAMPLE, code="invalid")


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _real_date(day: int, month: int, year: int) -> datetime.date:
    if not 1 <= month <= 12:
        raise ValidationError(f"There is no month {month}. {EXAMPLE}", code="no_month")
    if year not in YEARS:
        raise ValidationError(f"Check the year: {year}", code="no_year")
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValidationError(f"There is no {day} {MONTHS[month - 1].title()} {year}", code="no_day") from None


def _without_year(day: int, month: int, today: datetime.date | None, lean: Lean) -> datetime.date:
    if today is None:
        raise ValidationError(f"Add the year. {EXAMPLE}", code="no_year")
    if (day, month) == (29, 2):
        raise ValidationError("Add the year: not every one has 29 February", code="no_year")
    date = _real_date(day, month, today.year)
    if lean == "future" and date < today:
        return date.replace(year=today.year + 1)
    if lean == "past" and date > today:
        return date.replace(year=today.year - 1)
    return date


class DateTypedInput(forms.TextInput):
    """One box for a date; shows a date it is given as "3 December 2026"."""

    def __init__(self, attrs: dict[str, Any] | None = None):
        super().__init__({"autocomplete": "off", "class": "input--date", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return wording.plain_date(value) if isinstance(value, datetime.date) else super().format_value(value)


class DateTypedField(forms.Field):
    """A form field for a date as people type it.

    A form sets `today` on it (`self.fields["due"].today = today`), so that the year may be left out; `lean` says
    whether such a day lies ahead (due dates) or behind (meetings held).
    """

    widget = DateTypedInput
    default_error_messages = {"required": "Write the date, for example 3 December 2026"}

    def __init__(self, *, today: datetime.date | None = None, lean: Lean = "future", **kwargs: Any):
        super().__init__(**kwargs)
        self.today = today
        self.lean: Lean = lean

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            return wording.as_day(value)
        text = str(value or "").strip()
        return parse_typed_date(text, self.today, self.lean) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

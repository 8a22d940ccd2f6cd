"""Dates, lateness, sizes and shares in the words that pages, emails and documents use.

Pure: the day is always an argument. Times are London's (settings.TIME_ZONE).
"""

import datetime
import re
from collections.abc import Iterable

from django.utils import timezone

UNKNOWN = "–"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def as_day(value: datetime.date | datetime.datetime) -> datetime.date:
    """The local day of a moment, or the day itself."""
    if isinstance(value, datetime.datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def plain_date(value: datetime.date | None) -> str:
    """5 November 2026."""
    if value is None:
        return UNKNOWN
    day = as_day(value)
    return f"{day.day} {day:%B %Y}"


def long_date(value: datetime.date | None) -> str:
    """Thursday 5 November 2026."""
    return UNKNOWN if value is None else f"{as_day(value):%A} {plain_date(value)}"


def short_date(value: datetime.date | None) -> str:
    """5 Nov, for columns where the year is plain from the rest."""
    if value is None:
        return UNKNOWN
    day = as_day(value)
    return f"{day.day} {day:%b}"


def clock(value: datetime.datetime | datetime.time | None) -> str:
    """9.32 am; 6 pm; noon and midnight by name."""
    if value is None:
        return UNKNOWN
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    if value.minute == 0 and value.hour in (0, 12):
        return "midnight" if value.hour == 0 else "noon"
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes} {'am' if value.hour < 12 else 'pm'}"


def count_of(number: int, one: str, many: str | None = None) -> str:
    """1 action, 2 actions, no actions."""
    if number == 0:
        return f"no {many or one + 's'}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def late_among(late: int, total: int) -> str:
    """, 3 of them overdue; of a single one that it is overdue; "" where none is."""
    if not late:
        return ""
    return ", overdue" if total == 1 else f", {late} of them overdue"


def span_of_days(days: int) -> str:
    """Days up to a fortnight, then weeks, then months: 13 days, 2 weeks, 3 months. Rounded down."""
    if days < 14:
        return count_of(days, "day")
    if days < 91:
        return count_of(days // 7, "week")
    return count_of(days * 12 // 365, "month")


def lateness(due: datetime.date | None, today: datetime.date) -> str:
    """How a due date stands: 2 weeks overdue, Due today, Due tomorrow, Due in 10 days, No date yet."""
    if due is None:
        return "No date yet"
    days = (as_day(due) - today).days
    if days < 0:
        return f"{span_of_days(-days)} overdue"
    if days <= 1:
        return "Due tomorrow" if days else "Due today"
    return f"Due in {span_of_days(days)}"


def runs_of(numbers: Iterable[int]) -> str:
    """1–3, 5, 7–9: numbers in ascending order, those that follow one another as one."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def printable(text: str) -> str:
    """Without the control characters that words copied from a PDF bring along: no XML and no calendar takes them."""
    return UNPRINTABLE.sub("", text.replace("\x0b", " ").replace("\x0c", " "))


def file_size(size: int | None) -> str:
    """14 KB, 4.1 MB: as file managers count them (1 KB = 1,024 bytes), and never 0 KB."""
    if size is None:
        return UNKNOWN
    if size < 1024:
        return count_of(size, "byte") if size else "empty"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def percent(part: int, whole: int) -> str:
    """67%; a dash when there is nothing to take a share of."""
    return f"{round(100 * part / whole)}%" if whole else UNKNOWN

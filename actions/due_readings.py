"""Words for a day that could be read in two ways, or that need a calendar: which day they are read as, and why.

Next Friday, year end, the end of the year, before Easter, before Christmas. A date that stands beside them wins.
"""

import datetime
import re
from collections.abc import Callable

from dateutil.easter import easter

from minutes.when.days import MONTHS

ENDS = {"municipal": (4, 30), "civic": (4, 30), "financial": (3, 31), "calendar": (12, 31)}
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
CHRISTMAS = re.compile(
    r"\b(?:by|before|ahead\s+of|prior\s+to|in\s+time\s+for)\s+(?:the\s+)?Christmas\b|^Christmas$", re.IGNORECASE
)
EASTER = re.compile(r"\b(?:by|before|ahead\s+of|prior\s+to|in\s+time\s+for)\s+Easter\b(?!\s+\w)", re.IGNORECASE)
YEAR_END = re.compile(r"(?<!calendar )(?<!municipal )(?<!civic )\byear[- ]end\b", re.IGNORECASE)
OF_THE_YEAR = re.compile(r"\bend\s+of\s+(?:the|this)\s+year\b", re.IGNORECASE)
A_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\d\s?[./-]\s?\d|\d(?:st|nd|rd|th)\b", re.IGNORECASE)
NEXT_WEEKDAY = re.compile(
    rf"\bnext\s+(?P<day>{WEEKDAYS})\b(?!['’]s|\s+(?:but|week|fortnight))|\b(?P<day_first>{WEEKDAYS})\s+next\b(?!\s+\w)",
    re.IGNORECASE,
)


def before_christmas(words: str, met_on: datetime.date) -> datetime.date | None:
    """The last day before it, unless the words give a day or a number of their own."""
    if not CHRISTMAS.search(words) or any(letter.isdigit() for letter in words):
        return None
    eve = datetime.date(met_on.year, 12, 24)
    return eve if eve >= met_on else eve.replace(year=met_on.year + 1)


def before_easter(words: str, met_on: datetime.date) -> datetime.date | None:
    """The Thursday before Good Friday, unless the words give a date of their own."""
    if not EASTER.search(words) or A_DATE.search(words):
        return None
    years = (met_on.year, met_on.year + 1)
    return next(day for year in years if (day := easter(year) - datetime.timedelta(days=3)) >= met_on)


def weekday_of_next_week(words: str, met_on: datetime.date) -> datetime.date | None:
    """Next Friday: of the week after the meeting's, on whatever day of the week that was said."""
    found = NEXT_WEEKDAY.search(words)
    if not found or A_DATE.search(words):
        return None
    monday = met_on - datetime.timedelta(days=met_on.weekday() - 7)
    return monday + datetime.timedelta(days=WEEKDAYS.split("|").index((found["day"] or found["day_first"]).lower()))


def year_end(words: str, met_on: datetime.date) -> datetime.date | None:
    """A council's year end is its financial year's."""
    if not YEAR_END.search(words) or any(letter.isdigit() for letter in words):
        return None
    end = datetime.date(met_on.year, *ENDS["financial"])
    return end if end >= met_on else end.replace(year=met_on.year + 1)


def last_of_december(words: str, met_on: datetime.date) -> datetime.date | None:
    return datetime.date(met_on.year, *ENDS["calendar"]) if OF_THE_YEAR.search(words) else None


# Words with two readings, or that need a calendar: the day that they are read as, and how that is said in the working.
READINGS: tuple[tuple[Callable[[str, datetime.date], datetime.date | None], str], ...] = (
    (before_christmas, ""),
    (before_easter, "the Thursday before Good Friday"),
    (weekday_of_next_week, "the day of the week after the meeting’s"),
    (year_end, "the end of the financial year"),
    (last_of_december, "the end of the calendar year"),
)


def read_as(words: str, met_on: datetime.date) -> tuple[datetime.date, str] | None:
    """The day that such words mean for a meeting on `met_on`, and the reading in words; None for any other words."""
    return next(((day, said) for read, said in READINGS if (day := read(words, met_on))), None)

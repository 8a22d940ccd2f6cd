"""Days as minutes write them, and the days counted from a meeting: the last of a month, ten working days later.

British order (day before month). Words that fix no day ("in due course", "a future meeting") give nothing.
"""

import calendar
import datetime
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr", "february feb chwefror", "march mar mawrth", "april apr ebrill", "may mai",
            "june jun mehefin", "july jul gorffennaf", "august aug awst", "september sept sep medi",
            "october oct hydref", "november nov tachwedd", "december dec rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\b\.?"
)
# These run over small letters: `re` finds words of either case several times slower.
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+)?"
WORDED = re.compile(
    rf"\b{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?(?:,?\s+|-)(?P<month>{_MONTH}),?(?:[\s-]+[’']?(?P<year>(?:19|20)\d\d|\d\d(?!\d|\s*[.:]?\s*[ap]\.?m)))?",
)
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)
MONTH_FIRST = re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)")
MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th)\b,?|,(?=\s+20))(?:\s+(?P<year>(?:19|20)\d\d))?",
)
ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")

_HOURS_OF_A_DAY = 24
_WORD = re.compile(r"[a-z]+|[0-9]")


def small(text: str) -> str:
    """The text in small letters, each at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join([letter.lower()[0] for letter in text])


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, and its figures one by one: a pattern with none of its own there is not tried."""
    return frozenset(_WORD.findall(text.lower()))


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None where there is no such day."""
    try:
        return datetime.date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int:
    """1 to 12 of a month's name, long or short."""
    return MONTHS[word.lower().rstrip(".")]


def _of_match(found: re.Match[str], default_year: int | None) -> datetime.date | None:
    month = found["month"]
    year = int(found["year"]) if found["year"] else default_year
    if year is None:
        return None
    return make_date(year, int(month) if month.isdigit() else month_number(month), int(found["day"]))


def parse_date(words: str, default_year: int | None = None) -> datetime.date | None:
    """The first full date in `words` ("Thursday 14 February 2013", "9.10.2013"), or None."""
    found = first_day(words, default_year)
    return found[1] if found else None


def first_day(words: str, default_year: int | None = None) -> tuple[int, datetime.date] | None:
    """The first full date in `words`, and where it stands."""
    patterns = (NUMERIC, ISO) if MONTHS.keys().isdisjoint(words_of(words)) else (WORDED, NUMERIC, ISO, MONTH_FIRST)
    return min([found for pattern in patterns if (found := first_date(pattern, words, default_year))], default=None)


def first_date(pattern: re.Pattern[str], words: str, default_year: int | None) -> tuple[int, datetime.date] | None:
    """Where the first real date that `pattern` matches stands, and the date."""
    for match in pattern.finditer(small(words)):
        date = _of_match(match, default_year)
        if date is not None:
            return match.start(), date
    return None


def last_day(year: int, month: int) -> datetime.date:
    """The last day of a month."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def later(day: datetime.date, count: int, unit: str, working: bool) -> datetime.date:
    """`count` units after `day`; working days leave out weekends, not holidays, which differ by nation."""
    if unit == "hour":
        return day + datetime.timedelta(hours=count + _HOURS_OF_A_DAY - 1)
    if unit == "day" and working:
        while count:
            day += datetime.timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit in ("day", "week", "fortnight"):
        return day + datetime.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def next_nth(day: int, met_on: datetime.date) -> datetime.date | None:
    """The first such day of a month on or after the meeting."""
    if day >= met_on.day:
        return make_date(met_on.year, met_on.month, day)
    after = last_day(met_on.year, met_on.month) + datetime.timedelta(days=1)
    return make_date(after.year, after.month, day)


def last_day_from(month: int, met_on: datetime.date) -> datetime.date:
    """The last day of the first such month that ends on or after the meeting."""
    return last_day(met_on.year if month >= met_on.month else met_on.year + 1, month)


_ENDS = dict.fromkeys(("municipal year", "civic year", "council year", "mayoral year"), (4, 30)) | {
    "financial year": (3, 31)
}


def year_ends(what: str) -> tuple[int, int]:
    """(month, day) of the end of a "municipal year", a "financial year" and so on; of any other the calendar's."""
    return _ENDS.get(what.lower(), (12, 31))


def end_of(what: str, met_on: datetime.date) -> datetime.date:
    """The last day of the meeting's week, month or year; a municipal year ends on 30 April, a financial one on 31 March."""
    if what == "week":
        return met_on + datetime.timedelta(days=(4 - met_on.weekday()) % 7)
    if what in ("day", "play", "business"):
        return met_on
    if what == "month":
        return last_day(met_on.year, met_on.month)
    day = year_ends(what)
    return datetime.date(met_on.year if (met_on.month, met_on.day) <= day else met_on.year + 1, *day)

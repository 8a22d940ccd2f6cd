"""Words that somebody gives as a due date by themselves: "six weeks", "March", "the end of quarter two".

The reader looks for such words in running text and leaves out what might be something else there; here it is known that
they say when. What counts from another day than the meeting ("six weeks after publication") fixes no day. Quarters are
the financial year's, from April; a municipal year ends on 30 April.
"""

import calendar
import datetime
import math
import re
from collections.abc import Callable

from minutes.when.dates import find_due
from minutes.when.days import MONTH_FIRST, MONTHS, first_date, make_date, year_ends
from minutes.when.periods import WEEKDAYS

from .digits import in_digits

LEADS = ("", "by ", "within ", "in ")
HOURS_OF_A_DAY = 24
MONTHS_OF_A_QUARTER = 3
NEXT_MEETING = "next_meeting"
DAYS = "|".join(WEEKDAYS)
Found = datetime.date | str | None

UNIT = r"(?:(?:clear\s+|working\s+|calendar\s+)*days?|weeks?|fortnights?|months?|quarters?|years?|hours?)"
# "four weeks after the consultation ends", "ten working days ahead of publication": from a day that is not known.
FROM_ELSEWHERE = re.compile(
    rf"\b(?:\d+|an?)\s+{UNIT}\s+(?:(?:before|ahead|prior|in\s+advance)\b"
    r"|(?:of|from|after|following)\s+(?!(?:(?:the\s+)?date\s+of\s+)?(?:the|this|today’?s|that)\s+(?:committee\s+)?meeting\b"
    r"|now\b|today\b|th(?:is|at)\s+date\b))",
    re.IGNORECASE,
)
NONE_OF_IT = re.compile(r"\b0\s+(?:\w+\s+)?(?:day|week|fortnight|month|year|hour)s?\b|(?<!\w)-\d", re.IGNORECASE)
AFTER_NEXT = re.compile(r"\bmeeting\s+(?:after\s+next|but\s+1)\b|\bnext\s+(?:meeting\s+)?but\s+1\b", re.IGNORECASE)
# A period that is said in other words: what the reader knows it by.
SAID_OTHERWISE = (
    (re.compile(r"(?<=\d)\s*wks?\b\.?", re.IGNORECASE), " weeks"),
    (re.compile(r"(?<=\d)\s*mths?\b\.?", re.IGNORECASE), " months"),
    (re.compile(r"\b(?:not?\s+later\s+than|up\s+to)\s+(?=\d+\s)", re.IGNORECASE), "within "),
    (re.compile(r"\b(?:over|during|throughout)\s+(?=(?:the\s+)?(?:next|coming)\s+\d)", re.IGNORECASE), "within "),
    (re.compile(r"\bhalf\s+a\s+year\b|\bhalf[- ]year\b", re.IGNORECASE), "6 months"),
    (re.compile(r"\b(?:the\s+)?next\s+(?=(?:week|month)\b)(?<!end of next )", re.IGNORECASE), "end of next "),
    (
        re.compile(
            r"\b(?:(?:during|in|within|later)\s+)?(?:this|(?:the\s+)?current)\s+(?=(?:municipal|civic|financial|calendar)\s+year\b|month\b|week\b)",
            re.IGNORECASE,
        ),
        "end of this ",
    ),
    (re.compile(r"\bend\s+of\s+(?:the\s+|this\s+)?end\s+of\b", re.IGNORECASE), "end of"),
    (re.compile(r"\bend\s+of\s+the\s+next\s+", re.IGNORECASE), "end of next "),
)
NEXT_MET = re.compile(
    r"\bnext\s+(?:(?:scheduled|ordinary|full|formal)\s+)?(?:committee|panel|board|session|sitting|cycle|round)\b"
    r"(?!\s+(?:of\s+)?(?:inspections?|visits?|chair))|\b(?:next|again)\s+meets\b|\bmeets\s+(?:next|again)\b|\bnext\s+time\b",
    re.IGNORECASE,
)

_NUMBER = r"[1-4](?:st|nd|rd|th)?|one|two|three|four|first|second|third|fourth|final"
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "one": 1, "two": 2, "three": 3, "four": 4}
QUARTER = re.compile(
    rf"\b(?:q\s?(?P<short>[1-4])|quarter\s+(?P<after>{_NUMBER})|(?P<before>{_NUMBER})\s+quarter)\b"
    r"(?:\s+(?:of\s+)?(?:(?P<year>20\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?|(?P<first>\d\d)\s?[/–-]\s?\d\d))?",
    re.IGNORECASE,
)
QUARTERS_COUNTED = re.compile(
    r"\b(?:within|in|after)\s+(?:the\s+next\s+)?(?P<count>an?|\d+)\s+quarters?\b", re.IGNORECASE
)
THIS_QUARTER = re.compile(r"\b(?:the|this|current)\s+quarter\b", re.IGNORECASE)
NEXT_QUARTER = re.compile(r"\bnext\s+quarter\b", re.IGNORECASE)

END_OF_YEAR = re.compile(
    r"\bend\s+of\s+(?:the\s+)?(?:(?P<kind>municipal|civic|financial|calendar)\s+year\s+)?"
    r"(?P<first>20\d\d)(?:\s?[/–-]\s?(?P<second>(?:20)?\d\d))?(?:\s+(?P<after>municipal|civic|financial|calendar)\s+year)?",
    re.IGNORECASE,
)
HOURS = re.compile(r"\b(?P<count>\d+)\s+hours?\b", re.IGNORECASE)
WEEKS_ON = re.compile(
    rf"\b(?:(?:a|1)\s+(?P<unit>week|fortnight)\s+on\s+(?P<day>{DAYS})|(?P<day_first>{DAYS})\s+(?P<unit_last>week|fortnight))\b",
    re.IGNORECASE,
)
ORDINALS = ("first", "second", "third", "fourth", "last")
LAST = ORDINALS.index("last")
NTH_WEEKDAY = re.compile(
    rf"\b(?P<nth>{'|'.join(ORDINALS)})\s+(?P<day>{DAYS})\s+(?:in|of)\s+(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
TOMORROW = re.compile(r"(?<!from )\b(?:(?P<tomorrow>tomorrow)|today|tonight)\b(?!’)", re.IGNORECASE)
BY_WEEKDAY = re.compile(
    rf"\b(?:by|before|until|this|cop|cob)\b[^.;]{{0,30}}?\b(?P<day>{DAYS})\b(?!\s+\d)", re.IGNORECASE
)
MONTH_DAY = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*\d)",
    re.IGNORECASE,
)


def read_due_words(words: str, met_on: datetime.date) -> tuple[str, Found]:
    """The words that say when, and the date, "next_meeting" or None that they mean for a meeting on `met_on`."""
    words = " ".join(words.split())
    plain = in_digits(words)
    if counts_from_elsewhere(words) or NONE_OF_IT.search(plain) or AFTER_NEXT.search(plain):
        return words, None
    for pattern, instead in SAID_OTHERWISE:
        plain = pattern.sub(instead, plain)
    for read in (*NOT_OF_THE_READER, by_the_reader, *WHERE_THE_READER_FINDS_NONE):
        due = read(plain, met_on)
        if due is not None:
            return words, due
    return words, None


def by_the_reader(words: str, met_on: datetime.date) -> Found:
    """What the reader finds, as soon as one of the leads makes it plain; nothing is due before it was asked for."""
    for lead in LEADS:
        due = find_due(lead + words, met_on)[1]
        if due is not None and (due == NEXT_MEETING or str(due) >= met_on.isoformat()):
            return due
    return None


def next_met(words: str, met_on: datetime.date) -> str | None:
    return NEXT_MEETING if NEXT_MET.search(words) else None


def counts_from_elsewhere(words: str) -> bool:
    """Whether a period counts from something else than the meeting: "ten working days ahead of publication"."""
    return FROM_ELSEWHERE.search(in_digits(words)) is not None


def quarter(words: str, met_on: datetime.date) -> datetime.date | None:
    """The last day of the quarter that the words name, the first such on or after the meeting."""
    counted = QUARTERS_COUNTED.search(words)
    if counted:
        number = int(counted["count"]) if counted["count"].isdigit() else 1
        return find_due(f"within {number * MONTHS_OF_A_QUARTER} months", met_on)[1]  # type: ignore[return-value]
    if NEXT_QUARTER.search(words):
        return last_day_of_quarter(last_day_of_quarter(met_on) + datetime.timedelta(days=1))
    found = QUARTER.search(words)
    if not found:
        return last_day_of_quarter(met_on) if THIS_QUARTER.search(words) else None
    word = (found["short"] or found["after"] or found["before"]).lower()
    number = int(word[0]) if word[0].isdigit() else QUARTERS[word]
    year = found["year"] or (found["first"] and f"20{found['first']}")
    begins = datetime.date(int(year), 4, 1) if year else met_on
    end = last_day_of_quarter(begins)
    while (end.month - 4) % 12 // 3 + 1 != number:
        end = last_day_of_quarter(end + datetime.timedelta(days=1))
    return end if end >= met_on else None


def last_day_of_quarter(day: datetime.date) -> datetime.date:
    month = (day.month - 1) // 3 * 3 + 3
    return datetime.date(day.year, month, calendar.monthrange(day.year, month)[1])


def end_of_year(words: str, met_on: datetime.date) -> datetime.date | None:
    """The end of a year given by its number: 2021 is the calendar's, 2021/22 the financial year unless it says more."""
    found = END_OF_YEAR.search(words)
    if not found:
        return None
    kind = found["kind"] or found["after"] or ("financial" if found["second"] else "calendar")
    end = datetime.date(int(found["first"]) + bool(found["second"]), *year_ends(f"{kind} year"))
    return end if end >= met_on else None


def hours(words: str, met_on: datetime.date) -> datetime.date | None:
    """In whole days, counted up."""
    found = HOURS.search(words)
    return met_on + datetime.timedelta(days=math.ceil(int(found["count"]) / HOURS_OF_A_DAY)) if found else None


def weeks_on(words: str, met_on: datetime.date) -> datetime.date | None:
    """A week on Friday; Friday week."""
    found = WEEKS_ON.search(words)
    if not found:
        return None
    weeks = 2 if (found["unit"] or found["unit_last"]).lower() == "fortnight" else 1
    return next_weekday(found["day"] or found["day_first"], met_on) + datetime.timedelta(weeks=weeks)


def by_weekday(words: str, met_on: datetime.date) -> datetime.date | None:
    """By close of play Friday: the first such day after the meeting."""
    found = BY_WEEKDAY.search(words)
    return next_weekday(found["day"], met_on) if found else None


def nth_weekday(words: str, met_on: datetime.date) -> datetime.date | None:
    """The first Monday in October: the next such on or after the meeting."""
    found = NTH_WEEKDAY.search(words)
    if not found:
        return None
    month, day = MONTHS[found["month"].lower()], WEEKDAYS.index(found["day"].lower())
    place = ORDINALS.index(found["nth"].lower())
    for year in (int(found["year"]),) if found["year"] else (met_on.year, met_on.year + 1):
        weeks = [week[day] for week in calendar.monthcalendar(year, month) if week[day]]
        on = datetime.date(year, month, weeks[-1] if place == LAST else weeks[place])
        if on >= met_on:
            return on
    return None


def next_weekday(name: str, after: datetime.date) -> datetime.date:
    return after + datetime.timedelta(days=(WEEKDAYS.index(name.lower()) - after.weekday() - 1) % 7 + 1)


def today_or_tomorrow(words: str, met_on: datetime.date) -> datetime.date | None:
    found = TOMORROW.search(words)
    return met_on + datetime.timedelta(days=bool(found["tomorrow"])) if found else None


def month_first(words: str, met_on: datetime.date) -> datetime.date | None:
    """December 6, 2021; December 6."""
    dated = first_date(MONTH_FIRST, words, None)
    if dated:
        return dated[1] if dated[1] >= met_on else None
    found = MONTH_DAY.search(words)
    if not found:
        return None
    month, day = MONTHS[found["month"].lower()], int(found["day"])
    year = met_on.year if (month, day) >= (met_on.month, met_on.day) else met_on.year + 1
    return make_date(year, month, day)


NOT_OF_THE_READER: tuple[Callable[[str, datetime.date], Found], ...] = (
    end_of_year,
    hours,
    weeks_on,
    nth_weekday,
    today_or_tomorrow,
    month_first,
)
WHERE_THE_READER_FINDS_NONE: tuple[Callable[[str, datetime.date], Found], ...] = (quarter, by_weekday, next_met)

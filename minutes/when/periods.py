"""Spans counted from the meeting, ends of weeks, months and years, and days that are named by their weekday."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateutil.easter import easter

from .days import end_of, last_day_from, later, next_nth, year_ends
from .due_context import is_about, is_counted, is_past, is_sent, is_to_come

Due = datetime.date | str | None

_COUNTS = {
    word: number
    for number, words in enumerate("a|an|one two three four five six seven eight nine ten eleven twelve".split(), start=1)
    for word in words.split("|")
} | {"fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-eight": 28, "thirty": 30, "sixty": 60, "couple": 2}  # fmt: skip

_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")"

_RELATIVE = re.compile(
    rf"\b(?:within|in(?:\s+the\s+course\s+of)?|inside|after|no\s+later\s+than|not\s+later\s+than|(?:giv(?:e|en)|allow(?:ed)?)(?:\s+(?:me|him|her|them|us|it))?)\s+(?:(?:the\s+(?:next|coming|following)\s+)?(?:a\s+(?=couple))?{_COUNT}(?:\s+of)?|(?P<one>the(?:\s+(?:next|coming|following))?(?=\s+(?:week|fortnight|month|year)\b(?!\s+(?:(?:of|to|ending|commencing|beginning|starting|following|after|before)\b|(?-i:[A-Z]))))))"
    r"(?:\s+calendar)?\s+(?P<working>working\s+|clear\s+)?(?P<unit>hour|day|week|fortnight|month|year)s?\b['’]?(?:\s+time)?(?!['’]?\s+(?:notice|warning|leave|grace|off)\b)",
    re.IGNORECASE,
)

_BARE_IN = re.compile(r"in\s+the\s+(?:week|month|year)\b", re.IGNORECASE)  # "bought in the year"
_LATER_ON = re.compile(
    rf"\b(?P<have>(?<=could have ))?{_COUNT}\s+(?P<working>working\s+)?(?P<unit>day|week|fortnight|month|year)s?(?(have)|\s+(?:on|hence)\b)(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)

_FROM_NOW = re.compile(
    rf"\b{_COUNT}\s+(?P<working>working\s+|clear\s+)?(?P<unit>day|week|fortnight|month|year)s?\s+from\s+(?:today|now|(?:the|this)\s+meeting)\b",
    re.IGNORECASE,
)

_END_OF = re.compile(
    r"\b(?:by\s+|before\s+|at\s+|for\s+)?(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|this\s+)?(?P<following>next\s+)?(?:current\s+)?(?P<what>(?:municipal|civic|council|mayoral|calendar|financial) year|year|quarter|month|week|day|play|business)\b(?!\s+(?:on|to|\d))|"
    r"\bbefore the (?P<out>day|month|week|year) (?:was|is) out\b|\b(?:by|before|at)\s+(?:the\s+)?(?P<ends>(?:financial\s+)?year[ -]end)\b|\b(?:by|before)\s+the\s+(?P<weekend>weekend)\b(?!\s+of\b)",
    re.IGNORECASE,
)

_END_OF_YEAR = re.compile(
    r"\bend\s+of\s+(?:the\s+)?(?P<year>20\d\d)(?P<second>\s?[/–-]\s?(?:20)?\d\d)?\b(?:\s+(?P<kind>municipal|civic|financial)\s+year)?",
    re.IGNORECASE,
)

_QUARTER_END = re.compile(
    r"\bend\s+of\s+(?:the\s+)?(?:Q(?P<short>[1-4])|quarter\s+(?P<long>[1-4]|one|two|three|four)|(?P<nth>first|second|third|fourth)\s+quarter)\b",
    re.IGNORECASE,
)

_QUARTERS = {word: at % 4 + 1 for at, word in enumerate("1 2 3 4 one two three four first second third fourth".split())}

_NEXT_DAY = re.compile(
    r"\b(?:by\s+)?(?:tomorrow|(?:the\s+)?(?:following|next)\s+(?:working\s+)?(?:day|morning)|on\s+the\s+morrow|(?P<morning>in\s+the\s+morning))\b(?!\s+of\b)",
    re.IGNORECASE,
)

_HOUR = re.compile(rf"\b(?:{_COUNT}|early|late|later|o['’]clock|half\s+past)\s+$")

_THE_NTH = re.compile(
    r"\b(?:by|before|until|no later than)\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|[A-Z]|\w+\s+(?:meeting|birthday)))"
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DAY_NAMES = "|".join(WEEKDAYS)
_BY_WEEKDAY = re.compile(
    rf"\b(?:(?:by|before|on|until)\s+(?:the\s+following\s+|this\s+)?(?=\w+day)|(?P<lead>(?:by|before|on|until)\s+)?(?P<next>next)\s+|(?=(?:{_DAY_NAMES})\s+next\b))"
    rf"(?P<day>{_DAY_NAMES})\b(?!['’]s|,?\s+(?:the\s+)?\d|\s+(?:but|mornings?|afternoons|evenings|nights)\b)(?P<later>\s+week\b)?(?P<next_after>\s+next\b(?!\s+\w))?",
    re.IGNORECASE,
)

_SAME_DAY = re.compile(
    r"\b(?:today|tonight|(?:that|this)\s+(?:same\s+)?(?:day|afternoon|evening)|the\s+same\s+day)\b(?!['’])",
    re.IGNORECASE,
)

_IS_NOT = re.compile(r"\b(?:not|no|from)\b[^.;]{0,40}$")  # "he could not discuss it further that evening"
_NEXT_WEEK = re.compile(r"\b(?:(?:by|during|in|later|early)\s+)?next\s+(?P<what>week|month)\b(?!['’])", re.IGNORECASE)

_BEFORE = r"(?:by|before|ahead\s+of|prior\s+to|in\s+time\s+for)"
_CHRISTMAS = re.compile(rf"\b{_BEFORE}\s+(?:the\s+)?Christmas\b(?!\s+\d)|^Christmas$", re.IGNORECASE)
_EASTER = re.compile(rf"\b{_BEFORE}\s+Easter\b(?!\s+\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    weight: float
    start: int
    words: str
    due: Due


# counted from something other than the meeting: "within two years of qualifying", "within ten days of receipt"
_OF_SOMETHING_ELSE = re.compile(
    r"\s+of\s+(?:(?:their|his|her|its|the|a|an|being|date|first)\s+){0,2}(?:(?!meeting\b)\w+ing\b|referral|receipt|birth|diagnosis|"
    r"discharge|admission|appointment|application|request|complaint|arrival|assessment|completion|notification|report(?=\s+being))"
)


def relative(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Spans counted from the meeting: "within ten working days", "in six months' time"."""
    for match in _RELATIVE.finditer(text):
        if match.group().lower().startswith("after") and not _reports_after(text, match):
            continue
        if (
            _BARE_IN.match(match.group())
            or text[match.end() : match.end() + 1] == ")"
            or _OF_SOMETHING_ELSE.match(text, match.end())
        ):
            continue
        if is_counted(text[: match.start()]):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if (
            match.group().lower().startswith("in")
            and re.search(r"\b(?:had|was|were|has|have|fallen|risen|been)\b[^,.;]*$", before)
            and "time" not in match.group()
        ):
            continue
        yield _counted(match, met_on)


def from_now(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Spans that say from when they count: "a week from today"."""
    for match in _FROM_NOW.finditer(text):
        yield _counted(match, met_on)


def later_on(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Spans after which it is to come back, or that somebody asks for: "six months on", "if she could have a fortnight"."""
    for match in _LATER_ON.finditer(text):
        if is_to_come(text[: match.start()]):
            yield _counted(match, met_on)


def _counted(match: re.Match[str], met_on: datetime.date | None) -> Candidate:
    """So many of a unit after the meeting; one where no count is given: "within the week"."""
    word = (match["count"] or "one").lower()
    count = int(word) if word.isdigit() else _COUNTS[word]
    due = later(met_on, count, match["unit"].lower(), bool(match["working"])) if met_on else None
    return Candidate(2.8, match.start(), match.group(), due)


def _reports_after(text: str, match: re.Match[str]) -> bool:
    """Whether "after six months" says when to look again, not how long something took."""
    return (
        re.search(
            r"\b(?:review(?:ed)?|report(?:ed)?|looked at|revisit(?:ed)?|brought|come|submitted|update[ds]?)\b[^,.;]*$",
            text[: match.start()],
        )
        is not None
        and re.match(r"\s*(?:of\s+(?:the|its)\b|on\b|in operation|and\b|to\b|with\b|[.,;)]|$)", text[match.end() :])
        is not None
    )


def end_of_span(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The end of a week, month or year; "the end of the quarter" may be of any year: no date."""
    for match in _END_OF.finditer(text):
        before = text[: match.start()]
        if is_counted(before) or is_about(before):
            continue
        what = (match["what"] or match["out"] or ("week" if match["weekend"] else "financial year")).lower()
        due = end_of(what, met_on) if met_on and what != "quarter" else None
        if due and match["following"]:
            due = _end_of_next(what, met_on)
        yield Candidate(2.9, match.start(), match.group(), due)


def end_of_numbered_year(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The end of 2024, or of 2024/25."""
    for match in _END_OF_YEAR.finditer(text):
        if not is_counted(text[: match.start()]):
            year, second = int(match["year"]), match["second"]
            day = year_ends(f"{match['kind'] or 'financial'} year" if second else "year")
            yield Candidate(2.9, match.start(), match.group(), datetime.date(year + bool(second), *day))


def end_of_quarter(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The end of a numbered quarter."""
    for match in _QUARTER_END.finditer(text):
        month = 3 * _QUARTERS[(match["short"] or match["long"] or match["nth"]).lower()] + 3
        due = last_day_from(month if month <= 12 else 3, met_on) if met_on else None
        yield Candidate(2.9, match.start(), match.group(), due)


def christmas(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The day before it, on which somebody is still there."""
    for match in _CHRISTMAS.finditer(text):
        day = None
        if met_on:
            day = datetime.date(met_on.year, 12, 24)
            day = day if day >= met_on else day.replace(year=met_on.year + 1)
        yield Candidate(2.6, match.start(), match.group(), day)


def before_easter(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The Thursday before Good Friday: the last day before the holiday."""
    for match in _EASTER.finditer(text):
        day = None
        if met_on:
            thursdays = (easter(year) - datetime.timedelta(days=3) for year in (met_on.year, met_on.year + 1))
            day = next(thursday for thursday in thursdays if thursday >= met_on)
        yield Candidate(2.6, match.start(), match.group(), day)


def weekday(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The first such day after the meeting: "by Friday"; of the week after the meeting's where it is "next Friday"."""
    for match in _BY_WEEKDAY.finditer(text):
        if match.group()[:3].lower() == "on " and is_past(text[: match.start()]):
            continue
        day = None
        if met_on:
            number, is_next = WEEKDAYS.index(match["day"].lower()), match["next"] or match["next_after"]
            in_a_week = match["later"] or re.search(r"\ba week\s+$", text[max(0, match.start() - 8) : match.start()])
            ahead = 7 + number - met_on.weekday() if is_next else (number - met_on.weekday() - 1) % 7 + 1
            day = met_on + datetime.timedelta(days=ahead + (7 if in_a_week else 0))
        yield Candidate(2.6, match.start(), match.group(), day)


def next_day(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    for match in _NEXT_DAY.finditer(text):
        before = text[: match.start()]
        if match["morning"] and (_HOUR.search(before) or not is_sent(before)):
            continue  # the morning of any day
        yield Candidate(1.2, match.start(), match.group(), met_on + datetime.timedelta(days=1) if met_on else None)


def same_day(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    for match in _SAME_DAY.finditer(text):
        before = text[: match.start()]
        if is_sent(before) and not _IS_NOT.search(before):
            yield Candidate(1.2, match.start(), match.group(), met_on)


def next_week(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The last day of the next week or month."""
    for match in _NEXT_WEEK.finditer(text):
        if is_sent(text[: match.start()]) and not is_about(text[: match.start()]):
            yield Candidate(1.2, match.start(), match.group(), _end_of_next(match["what"].lower(), met_on))


def nth_of_month(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The day of this month or the next: "by the 21st"."""
    for match in _THE_NTH.finditer(text):
        yield Candidate(2.6, match.start(), match.group(), next_nth(int(match["day"]), met_on) if met_on else None)


def _end_of_next(what: str, met_on: datetime.date | None) -> datetime.date | None:
    if met_on is None:
        return None
    if what == "week":
        return end_of(what, met_on) + datetime.timedelta(days=7)
    return end_of(what, end_of(what, met_on) + datetime.timedelta(days=1))

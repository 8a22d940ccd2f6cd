"""When a follow-up is due, by the words of the ask and the meeting's date.

A month alone means its last day; "within two weeks" counts from the meeting; "next meeting" stays a rule, because the
calendar moves. Words that fix no day ("in due course", "before the summer", "the next report") give no date.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .days import (
    ISO,
    MONTH_DAY,
    MONTHS,
    NUMERIC,
    WORDED,
    end_of,
    last_day,
    last_day_from,
    later,
    make_date,
    month_number,
    next_nth,
    parse_date,
)
from .due_context import DEADLINE, MEETING_AFTER, is_about, is_counted, is_set_down, is_to_come, weight_of

__all__ = ["find_due", "parse_date"]

Due = datetime.date | str | None

_COUNTS = {
    word: number
    for number, words in enumerate("a|an|one two three four five six seven eight nine ten eleven twelve".split(), start=1)
    for word in words.split("|")
} | {"fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-eight": 28, "thirty": 30, "sixty": 60, "couple": 2}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")"
_RELATIVE = re.compile(
    rf"\b(?:within|in|inside|after)\s+(?:(?:the\s+(?:next|coming|following)\s+)?(?:a\s+(?=couple))?{_COUNT}(?:\s+of)?|(?P<one>the(?:\s+(?:next|coming|following))?(?=\s+(?:week|fortnight|month|year)\b(?!\s+(?:of|to|ending|commencing|beginning|starting)\b))))"
    r"(?:\s+calendar)?\s+(?P<working>working\s+|clear\s+)?(?P<unit>hour|day|week|fortnight|month|year)s?\b['’]?(?:\s+time)?",
    re.IGNORECASE,
)
_BODIES = r"(?:committee|panel|board|commission|scrutiny|select|joint|working\s+group|task\s+group|group|forum)"
_NEXT = re.compile(
    r"\b(?:(?:at|to|for|by|before|as from|in time for|ahead of)\s+)?(?:(?:the|its|our|their|this [\w ]{4,30}’s)\s+)?(?:very\s+)?(?P<next>next|following)\s+(?:month[’']s\s+)?"
    rf"(?:(?:scheduled|ordinary|full|available|public|formal|informal|business|quarterly|regular|(?-i:[A-Z][\w&’']+))\s+){{0,5}}(?:{_BODIES}\s+){{0,2}}(?:meeting|agenda|cycle)\b"
    r"(?:\s+of\s+(?:the\s+|this\s+)?(?:[A-Z][\w’'&-]*\s*|and\s+|of\s+|committee|panel|board){1,8}\b)?|\b(?<!the )next time\b|"
    r"\b(?:at|to|for|by|before|in time for) (?:the|our|its) next session\b|\bnext month[’']s (?:committee|panel|board)\b|\b(?:before|when) (?:we|it|they|members|the (?:committee|panel|board|group|forum|commission)) (?:next (?:meets?|met|sits|sat)|(?:meets?|met|sits|sat) (?:again|next))\b",
    re.IGNORECASE,
)
_LONG_MONTHS = frozenset([name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july", "medi", "awst")])
_MONTH_NAMES = "|".join([name.capitalize() for name in sorted(_LONG_MONTHS, key=len, reverse=True)])
_SHORT_NAMES = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = re.compile(
    rf"(?:(?:(?:(?:the\s+)?(?:very\s+)?end|close|middle|beginning|start)\s+of\s+)|(?:early|mid|late)[\s-]+)?\b(?P<month>{_MONTH_NAMES}|(?:{_SHORT_NAMES})\b(?=\.?))\b\.?(?:\s+(?P<year>(?:19|20)\d\d)\b)?(?!\s*\d)"
)
_UNTIL = re.compile(r"\b(?:by|before|in|for|until|end(?: of)?)\s+$")
_DAY_OF = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?,?\s*$")
# a cell that holds a month and nothing else, which stays when it is past: "Jul 22", "by end Dec 2023"
_CELL_MONTH = re.compile(
    rf"\W*(?:(?:by|end|mid|early|late|of)\s+)*(?P<month>{_MONTH_NAMES}|{_SHORT_NAMES})\.?[\s-]+[’']?(?P<year>(?:20)?\d\d)\W*"
)
_END_OF = re.compile(
    r"\b(?:by\s+|before\s+|at\s+|for\s+)?(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|this\s+|(?P<following>next\s+))?(?:current\s+)?(?P<what>(?:municipal|civic|council|mayoral|calendar|financial) year|year|quarter|month|week|day|play|business)\b(?!\s+(?:on|to|\d))|"
    r"\bbefore the (?P<out>day|month|week|year) (?:was|is) out\b|\b(?:by|before|at)\s+(?:the\s+)?(?P<ends>(?:financial\s+)?year[ -]end)\b",
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
    r"\b(?:by\s+)?(?:tomorrow|(?:the\s+)?(?:following|next)\s+(?:working\s+)?(?:day|morning))\b",
    re.IGNORECASE,
)
_THE_NTH = re.compile(
    r"\b(?:by|before|until|no later than)\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|[A-Z]|\w+\s+(?:meeting|birthday)))"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BY_WEEKDAY = re.compile(
    rf"\b(?:by|before|on|until)\s+(?:next\s+|the\s+following\s+)?(?P<day>{'|'.join(_WEEKDAYS)})\b(?!,?\s+(?:the\s+)?\d)(?P<later>\s+week\b)?",
    re.IGNORECASE,
)
_CHRISTMAS = re.compile(r"\b(?:by|before)\s+Christmas\b", re.IGNORECASE)
_FAR = 300  # days after the meeting from which a month without its year is more likely the last one
_ALONE = 25  # characters before a month in which there is room for somebody to do something
_SURE_OF_YEAR = 0.4  # a day without its year and told in the past is no day to come


@dataclass(frozen=True, slots=True)
class _Candidate:
    weight: float
    start: int
    words: str
    due: Due


def find_due(text: str, met_on: datetime.date | None = None) -> tuple[str | None, Due]:
    """The words that say when, and the date, "next_meeting" or None that they mean for a meeting on `met_on`."""
    if cell := _CELL_MONTH.fullmatch(text):
        year = int(cell["year"])
        return text.strip(), last_day(year if year > 99 else 2000 + year, month_number(cell["month"]))
    words = text.lower()
    found = [
        candidate
        for read, hints in _READERS
        if any(hint in words for hint in hints)
        for candidate in read(text, met_on)
    ]
    if not found:
        return None, None
    best = max(found, key=lambda c: (c.weight, -c.start))
    return best.words.strip(" ."), best.due


def _year_for(month: int, day: int, met_on: datetime.date | None) -> int | None:
    """The year of the first such day on or after the meeting."""
    if met_on is None:
        return None
    return met_on.year if (month, day) >= (met_on.month, met_on.day) else met_on.year + 1


def _full_dates(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """Days with their month: "by 6 December", "at its meeting on 7th April 2014", "23.11.2021"."""
    for pattern in (WORDED, NUMERIC, ISO, MONTH_DAY):
        for match in pattern.finditer(text):
            month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
            weight = weight_of(text[: match.start()], text[match.end() :])
            day = int(match["day"])
            year = int(match["year"]) if match["year"] else _year_for(month, day, met_on)
            date = make_date(year, month, day) if year else None
            if (
                weight < (0 if match["year"] else _SURE_OF_YEAR)
                or (date and met_on and date < met_on)
                or not 1 <= month <= 12
            ):
                continue
            yield _Candidate(weight + 0.6, match.start(), match.group(), date)


def _months(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """Months: "before the end of November", "the June meeting", "in February 2010"; never the verb "may"."""
    for match in _MONTH.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        meeting = _meeting_words(after)
        weight = weight_of(before, after) + (1.0 if meeting else 0.0)
        if weight < 0 or _DAY_OF.search(before[-8:]) or not (match["year"] or _is_when(match, before, after, weight)):
            continue
        month = month_number(match["month"])
        year = int(match["year"]) if match["year"] else _year_of_month(month, met_on)
        due = last_day(year, month) if year else None
        if due and met_on and due < met_on:
            continue
        if weight < DEADLINE and not meeting and not is_set_down(before):
            if len(before) > _ALONE and not is_to_come(before):
                continue  # "the works in March": nobody is said to do anything then
            if due and met_on and not match["year"] and (due - met_on).days > _FAR:
                continue  # told of the last one, as like as not
        yield _Candidate(weight, match.start(), match.group() + meeting, due)


def _is_when(match: re.Match[str], before: str, after: str, weight: float) -> bool:
    """Whether a month without its year is one, and says when: "in May", "(June)", "by Sept", not "Oct" alone."""
    if before.rstrip().endswith("(") and after.startswith(")"):
        return True
    if match["month"].lower() not in _LONG_MONTHS and not _UNTIL.search(before) and not _meeting_words(after):
        return False
    return weight >= 1.0


def _meeting_words(after: str) -> str:
    found = MEETING_AFTER.match(after)
    return found.group() if found else ""


def _year_of_month(month: int, met_on: datetime.date | None) -> int | None:
    if met_on is None:
        return None
    return met_on.year if month >= met_on.month else met_on.year + 1


def _relative(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """Spans counted from the meeting: "within ten working days", "in six months' time"."""
    for match in _RELATIVE.finditer(text):
        if match.group().lower().startswith("after") and not _reports_after(text, match):
            continue
        if text[match.end() : match.end() + 1] == ")":
            continue
        word = (match["count"] or "one").lower()
        count = int(word) if word.isdigit() else _COUNTS[word]
        if is_counted(text[: match.start()]):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if (
            match.group().lower().startswith("in")
            and re.search(r"\b(?:had|was|were|has|have|fallen|risen|been)\b[^,.;]*$", before)
            and "time" not in match.group()
        ):
            continue
        due = later(met_on, count, match["unit"].lower(), bool(match["working"])) if met_on else None
        yield _Candidate(2.8, match.start(), match.group(), due)


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


def _next_meeting(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """The next meeting, which stays a rule whatever the meeting's date."""
    for match in _NEXT.finditer(text):
        if not re.search(r"\bminutes of\s+$", text[max(0, match.start() - 16) : match.start()]):
            yield _Candidate(2.5, match.start(), match.group(), "next_meeting")


def _ends(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """The end of a week, month or year, or of a numbered quarter; "the quarter" alone may be of any year: no date."""
    for match in _END_OF.finditer(text):
        before = text[: match.start()]
        if is_counted(before) or is_about(before):
            continue
        what = (match["what"] or match["out"] or "financial year").lower()
        due = end_of(what, met_on) if met_on and what != "quarter" else None
        if due and met_on and match["following"]:
            due = end_of(what, due + datetime.timedelta(days=1)) if what != "week" else due + datetime.timedelta(days=7)
        yield _Candidate(2.9, match.start(), match.group(), due)
    for match in _END_OF_YEAR.finditer(text):
        if not is_counted(text[: match.start()]):
            year, second = int(match["year"]), match["second"]
            municipal = match["kind"] and match["kind"].lower() != "financial"
            day = (12, 31) if not second else (4, 30) if municipal else (3, 31)
            yield _Candidate(2.9, match.start(), match.group(), datetime.date(year + bool(second), *day))
    for match in _QUARTER_END.finditer(text):
        month = 3 * _QUARTERS[(match["short"] or match["long"] or match["nth"]).lower()] + 3
        due = last_day_from(month if month <= 12 else 3, met_on) if met_on else None
        yield _Candidate(2.9, match.start(), match.group(), due)


def _days(text: str, met_on: datetime.date | None) -> Iterator[_Candidate]:
    """A weekday, tomorrow, the day of this month or the next, Christmas."""
    for match in _CHRISTMAS.finditer(text):
        yield _Candidate(2.6, match.start(), match.group(), datetime.date(met_on.year, 12, 25) if met_on else None)
    for match in _BY_WEEKDAY.finditer(text):
        day = None
        if met_on:
            ahead = (_WEEKDAYS.index(match["day"].lower()) - met_on.weekday() - 1) % 7 + 1
            in_a_week = match["later"] or re.search(r"\ba week\s+$", text[max(0, match.start() - 8) : match.start()])
            day = met_on + datetime.timedelta(days=ahead + (7 if in_a_week else 0))
        yield _Candidate(2.6, match.start(), match.group(), day)
    for match in _NEXT_DAY.finditer(text):
        yield _Candidate(1.2, match.start(), match.group(), met_on + datetime.timedelta(days=1) if met_on else None)
    for match in _THE_NTH.finditer(text):
        yield _Candidate(2.6, match.start(), match.group(), next_nth(int(match["day"]), met_on) if met_on else None)


# each reading with words of which one must be there, or it is not tried at all
_READERS = (
    (_full_dates, tuple("0123456789")),
    (_months, tuple([name[:3] for name in MONTHS])),
    (_relative, ("hour", "day", "week", "fortnight", "month", "year")),
    (_next_meeting, ("next", "following", "again")),
    (_ends, ("end", "close", "out")),
    (_days, ("day", "tomorrow", "morning", "christmas", "st", "nd", "rd", "th")),
)

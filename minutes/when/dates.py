"""When a follow-up is due, by the words of the ask and the meeting's date.

A month alone means its last day; "within two weeks" counts from the meeting; "next meeting" stays a rule, because the
calendar moves. Words that fix no day ("in due course", "before the summer", "the next report") give no date.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from . import periods
from .days import (
    ISO,
    MONTH_DAY,
    MONTHS,
    NUMERIC,
    WORDED,
    last_day,
    last_day_from,
    make_date,
    month_number,
    parse_date,
    small,
    words_of,
)
from .due_context import (
    DEADLINE,
    MEETING_AFTER,
    is_named_by,
    is_set_down,
    is_to_come,
    weight_of,
)
from .periods import WEEKDAYS, Candidate, Due

__all__ = ["find_due", "parse_date"]

_BODIES = r"(?:committee|panel|board|commission|scrutiny|select|joint|working\s+group|task\s+group|group|forum)"
_NEXT = re.compile(
    r"\b(?:(?:\d{1,2}|an?|one|two|three|five|seven|ten|fourteen)\s+(?:(?:clear|full|working)\s+)*(?:days?|weeks?|fortnight)\s+(?=before|ahead|prior|in\s+advance))?"
    r"(?:(?:at|to|for|by|before|as from|in time for|ahead of|prior to|in advance of)\s+)?(?:(?:the|its|our|their|this [\w ]{4,30}’s)\s+)?(?:very\s+)?(?P<next>next|following)\s+(?:month[’']s\s+)?"
    rf"(?:(?:scheduled|ordinary|full|available|public|formal|informal|business|quarterly|regular|(?-i:[A-Z][\w&’']+))\s+){{0,5}}(?:{_BODIES}\s+){{0,2}}(?:meeting|agenda|cycle)\b(?!\s+but\s+(?:one|1)\b)"
    r"(?:\s+of\s+(?:the\s+|this\s+)?(?:[A-Z][\w’'&-]*\s*|and\s+|of\s+|committee|panel|board){1,8}\b)?|\b(?<!the )next time\b|"
    r"\b(?:at|to|for|by|before|in time for) (?:the|our|its) next session\b|\bnext month[’']s (?:committee|panel|board)\b|\b(?:at|to|for|before|in time for|ahead of) (?:the|our|its|their) next (?-i:(?:[A-Z][\w&’']+ ){0,4}(?:Committee|Panel|Board|Commission|Forum|Assembly))\b(?!\s+[a-z]*(?:report|chair|member|election|plan)|['’])|\b(?:at|to|for|before) next (?-i:Panel|Committee|Board|Forum|Scrutiny)\b|\b(?:come|brought|bring|back|attend|invited|report|along|over|agenda)\b[^.;]{0,25}\s(?:to|at|for|until) the next one\b|\b(?:before|when|by the time) (?:we|it|they|members|the (?:committee|panel|board|group|forum|commission)) (?:next (?:meets?|met|sits|sat)|(?:meets?|met|sits|sat) (?:again|next))\b",
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
# the same without a year, or behind who is to act: "end of April", "Head of Parks, April"
_MONTH_ALONE = re.compile(
    rf"\W*(?:.{{3,60}}?\s?[,–-]\s+)?(?P<when>(?:(?:by|the|end|mid|early|late|of)\s+)*(?P<month>{_MONTH_NAMES}))\W*"
)
_IT_SHALL_BE = re.compile(
    r"\s+(?:it\s+(?:should|would|must|was\s+to|is\s+to)\s+be|would\s+(?:suit|be\s+(?:best|better|ideal|fine)))\b"
)  # "October it should be"
_RANGES = re.compile(
    rf"\s*(?:to|until|or|–|-)\s*(?:the\s+end\s+of\s+)?(?:{_MONTH_NAMES})\b"
)  # "the months of May to September"
_IS_DATED = re.compile(
    rf"\s*[(,–-]\s*(?:on\s+)?(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH_NAMES}|{_SHORT_NAMES})\b",
    re.IGNORECASE,
)
# "be moved back from June to": the month to which it is moved
_MOVED_FROM = re.compile(
    rf"\b(?:mov|brought|bring|put|defer|carr|postpon|switch|shift|delay|advanc)\w*\s[^.;]{{0,40}}?\bfrom\s+(?:the\s+)?(?:{_MONTH_NAMES})(?:\s+meeting)?\s+(?:to|until|into)\s+(?:the\s+)?$"
)
_FAR = 300  # days after the meeting from which a month without its year is more likely the last one
_ALONE = 25  # characters before a month in which there is room for somebody to do something
_SURE_OF_YEAR = 0.4  # a day without its year and told in the past is no day to come


def find_due(text: str, met_on: datetime.date | None = None) -> tuple[str | None, Due]:
    """The words that say when, and the date, "next_meeting" or None that they mean for a meeting on `met_on`."""
    words = words_of(text)
    if not MONTHS.keys().isdisjoint(words):
        if cell := _CELL_MONTH.fullmatch(text):
            year = int(cell["year"])
            return text.strip(), last_day(year if year > 99 else 2000 + year, month_number(cell["month"]))
        if cell := _MONTH_ALONE.fullmatch(text):
            return cell["when"], last_day_from(month_number(cell["month"]), met_on) if met_on else None
    found = [candidate for read, hints in _READERS if not hints.isdisjoint(words) for candidate in read(text, met_on)]
    if not found:
        return None, None
    best = max(found, key=lambda c: (c.weight, -c.start))
    return best.words.strip(" ."), best.due


def _year_for(month: int, day: int, met_on: datetime.date | None) -> int | None:
    """The year of the first such day on or after the meeting."""
    if met_on is None:
        return None
    return met_on.year if (month, day) >= (met_on.month, met_on.day) else met_on.year + 1


def _in_words(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Days with the name of their month: "by 6 December", "at its meeting on 7th April 2014"."""
    return _full_dates((WORDED, MONTH_DAY), text, met_on)


def _in_figures(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Days in figures: "23.11.2021"."""
    return _full_dates((NUMERIC, ISO), text, met_on)


def _full_dates(patterns: Sequence[re.Pattern[str]], text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    for pattern in patterns:
        for match in pattern.finditer(small(text)):
            month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
            weight = weight_of(text[: match.start()], text[match.end() :])
            day = int(match["day"])
            year = int(match["year"]) if match["year"] else _year_for(month, day, met_on)
            date = make_date(year, month, day) if year else None
            if (
                weight < (0 if match["year"] else _SURE_OF_YEAR)
                or (date and met_on and date < met_on)
                or not 1 <= month <= 12
                or is_named_by(text[match.end() :])
            ):
                continue
            yield Candidate(weight + 0.6, match.start(), text[match.start() : match.end()], date)


def _months(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """Months: "before the end of November", "the June meeting", "in February 2010"; never the verb "may"."""
    for match in _MONTH.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _MOVED_FROM.search(before) and not match["year"]:
            month = month_number(match["month"])
            yield Candidate(2.5, match.start(), match.group(), last_day_from(month, met_on) if met_on else None)
            continue
        if is_named_by(after) or _RANGES.match(after):
            continue
        meeting = _meeting_words(after)
        shall_be = _IT_SHALL_BE.match(after) is not None
        weight = weight_of(before, after) + (1.0 if meeting else 2.0 if shall_be else 0.0)
        if weight < 0 or _DAY_OF.search(before[-8:]) or not (match["year"] or _is_when(match, before, after, weight)):
            continue
        month = month_number(match["month"])
        year = int(match["year"]) if match["year"] else _year_of_month(month, met_on)
        due = last_day(year, month) if year else None
        if due and met_on and due < met_on:
            continue
        if weight < DEADLINE and not meeting and not shall_be and not is_set_down(before):
            if len(before) > _ALONE and not is_to_come(before):
                continue  # "the works in March": nobody is said to do anything then
            if due and met_on and not match["year"] and (due - met_on).days > _FAR:
                continue  # told of the last one, as like as not
        yield Candidate(weight, match.start(), match.group() + meeting, due)


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


def _next_meeting(text: str, met_on: datetime.date | None) -> Iterator[Candidate]:
    """The next meeting, which stays a rule whatever the meeting's date."""
    for match in _NEXT.finditer(text):
        if _IS_DATED.match(text, match.end()):
            continue  # "the next meeting (5 June)"
        if not re.search(r"\bminutes of\s+$", text[max(0, match.start() - 16) : match.start()]):
            yield Candidate(2.5, match.start(), match.group(), "next_meeting")


# each reading with words of which one must be there, or it is not tried at all
_READERS = tuple(
    (read, frozenset(hints))
    for read, hints in (
        (_in_words, MONTHS),
        (_in_figures, "0123456789"),
        (_months, MONTHS),
        (periods.relative, "hour hours day days week weeks fortnight fortnights month months year years".split()),
        (_next_meeting, ("next", "following", "again")),
        (periods.from_now, ("from",)),
        (periods.later_on, ("on", "hence", "have")),
        (periods.end_of_span, ("end", "close", "out", "weekend")),
        (periods.end_of_numbered_year, ("end",)),
        (periods.end_of_quarter, ("end",)),
        (periods.christmas, ("christmas",)),
        (periods.before_easter, ("easter",)),
        (periods.weekday, WEEKDAYS),
        (periods.next_day, ("tomorrow", "next", "following", "morrow", "morning")),
        (periods.same_day, ("today", "tonight", "day", "afternoon", "evening")),
        (periods.next_week, ("next",)),
        (periods.nth_of_month, ("st", "nd", "rd", "th")),
    )
)

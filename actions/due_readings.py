"""Words for a day that could be read in two ways, and how the reading that `minutes.when` takes is said in the working.

Next Friday, year end, the end of the year, before Easter. A date that stands beside them wins.
"""

import re

from minutes.when.days import MONTHS
from minutes.when.periods import WEEKDAYS

_DAYS = "|".join(WEEKDAYS)
_A_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\d\s?[./-]\s?\d|\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_SAID = (
    (re.compile(r"\bEaster\b", re.IGNORECASE), "the Thursday before Good Friday"),
    (
        re.compile(rf"\bnext\s+(?:{_DAYS})\b|\b(?:{_DAYS})\s+next\b", re.IGNORECASE),
        "the day of the week after the meeting’s",
    ),
    (re.compile(r"(?<!calendar )\byear[- ]end\b", re.IGNORECASE), "the end of the financial year"),
    (re.compile(r"\bend\s+of\s+(?:the|this)\s+year\b", re.IGNORECASE), "the end of the calendar year"),
)


def said_of(words: str) -> str:
    """The reading that such words have, in words; empty for any other words."""
    if _A_DATE.search(words):
        return ""
    return next((said for pattern, said in _SAID if pattern.search(words)), "")

"""What a status says of an action: done, refused, paused, or still to be done."""

import datetime
import re
from collections.abc import Sequence

from ..when.days import parse_date

CLOSED = re.compile(
    r"\b(?:completed?|closed|done|actioned|discharged|concluded|fulfilled|implemented|delivered|achieved|answered|resolved|"
    r"circulated|sent (?:to|on|out|\d)|sent$|not (?:being )?pursued|not agreed|refused|declined|rejected|no further action|not needed|no longer|withdrawn|superseded|overtaken|handed (?:out|over|round)|found to (?:be|have)|not changed|unchanged|turned down|decided against|(?<!no )(?:reply|response|answer) (?:was |has been )?(?:received|given)|"
    r"paused|on hold|suspended|(?:took|taken) place|not proceeding|abandoned|dropped|noted|paid)\b|^\W*(?:y|yes|✓|✔|☑)\W*$|^\W*(?:n/?a|not applicable)\b|\bcontent$",
    re.IGNORECASE,
)
# "Published 3 February", "List sent", "Given at the meeting": told as done, by the first words of the status
_DID = re.compile(
    r"\W*(?:(?:the |an? )?[A-Za-z][\w’' -]{0,40}? )?(?<!be )(?:published|signed|given|provided|issued|installed|repaired|sent|added|held|adopted|amended|updated|included|supplied|shared|emailed|e-mailed|"
    r"received|arranged|presented|reported|uploaded|posted|met|attended|replied|confirmed|submitted|distributed|corrected|removed|written to|taken up|set up|in place|mended|fixed|finished|painted|replaced|delivered|paid|planted)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:reminders? (?:was |has been )?(?:sent|issued)|reminded|pending|on-?going|in progress|outstanding|awaiting|awaited|overdue|in hand|not (?:yet )?(?:received|complete|completed|done|started|due|begun|actioned)|incomplete|"
    r"(?:part(?:ly|ially)?|in part|half) (?:complete|completed|done|met|implemented|delivered)|open|to be|to follow|tba|tbc|requested|chas(?:ed|ing)|under ?way|scheduled|due|will (?:be|attend|come|go)|waiting|next|further|booked|"
    r"being|draft(?:ed|ing)?|in preparation|on track|on (?:the )?agenda|planned|programmed|expected|under review|live|started|delayed|late|behind|red|amber)\b|^\W*(?:n|no|☐)\W*$",
    re.IGNORECASE,
)
# "Four of the six have answered", "Two fitted, one to go"
_PARTLY = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|some|most|part) (?:out )?of (?:the )?(?!these|which)\w+"
    r"|\b(?:half|partly|nearly|almost) (?:done|there|finished)\b|\bto go\b|\bstill to\b|\b(?:rest|remainder|remaining)\b"
    r"|\b(?:first|second|third|last|one|other|others)\b[^.;]{0,20}\b(?:awaited|outstanding|to come|to follow)\b|\bcarried forward\b"
    r"|\b(?:an?|another|second|further) (?:\w+ ){1,3}?(?:(?:is|are|was|were) )?(?:needed|required|to follow|due)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\balready (?:on|in) (?:the |its |our )?(?:forward |work )?(?:plan|programme|agenda)|\balready (?:planned|programmed|scheduled)\b|^\W*(?:see|on) (?:agenda )?item \d|\bon (?:this|today's|tonight's) agenda\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not?|none|nothing|yet|to|will|would|should|must|can|may|once|until|when|if|is|are|being|having)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\bnot (?:being )?pursued|not agreed|not accepted|refused|declined|rejected|no further action|no longer (?:required|needed|pursued)|withdrawn|abandoned|dropped|not proceeding|turned down|decided against|not (?:thought |considered )(?:suitable|workable|feasible|possible|appropriate|necessary)",
    re.IGNORECASE,
)
_PAUSED = re.compile(r"\b(?:paused|on hold|suspended|parked)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[£\d][\d.,%£ ]*[mkp%]?$|\d+ (?:out )?of \d+$")  # the figure that was asked for


_LONGEST = 60  # characters; more than that tells how it went and not that it was done


def _did(words: str) -> re.Match[str] | None:
    """The words that tell a deed as done, where nothing before them says that it is only to be done."""
    found = _DID.match(words) if len(words) <= _LONGEST else None
    return None if found and _NOT_YET.search(found.group()) else found


_NOT_ACCEPTED = re.compile(
    r"\W*(?:[✗✘☒]|(?:no|n|not (?:accepted|agreed|supported)|rejected|declined|refused)\b)", re.IGNORECASE
)
# "G = done", "Green: recommendation achieved": what the letters and colours of a sheet stand for
_LEGEND = re.compile(
    r"\b(?P<sign>g|green|b|blue)\b\W{0,3}(?:=|:|–|-|is|means)\s*(?:\w+ ){0,3}?(?:done|completed?|closed|achieved|delivered|implemented)\b",
    re.IGNORECASE,
)


def is_not_accepted(words: str) -> bool:
    """Whether the column "Accepted?" says no."""
    return _NOT_ACCEPTED.match(words) is not None


def done_signs(text: str) -> tuple[str, ...]:
    """The letters and colours that stand for done, as the page's own key says."""
    return tuple(found["sign"].lower() for found in _LEGEND.finditer(text))


def why_closed(cells: Sequence[str], signs: Sequence[str] = ()) -> str:
    """Why nothing more is needed, by the first of the cells that says anything; empty where it is still to be done.

    `signs` are the letters and colours that mean done.
    """
    for words in cells:
        if _PAUSED.search(words):
            return "the sheet shows it as paused"
        if _REFUSED.search(words):
            return "the sheet shows it as not pursued"
        if _PLANNED.search(words):
            return "the sheet shows it as planned already"
        if words.lower().split(" ")[0] in signs:
            return "the sheet shows it as done"
        closed, still_open = CLOSED.search(words) or _did(words), _PARTLY.search(words) or OPEN.search(words)
        if closed and not (still_open and (still_open.re is _PARTLY or still_open.start() < closed.end())):
            return "the sheet shows it as done"
        if _FIGURE.match(words):
            return "the sheet shows it as done"
        if still_open:
            return ""
    return ""


def was_on(words: str, met_on: datetime.date | None) -> bool:
    """Whether a status is the day on which it was done and nothing else."""
    if met_on is None or not _DAY_ALONE.fullmatch(words):
        return False
    day = parse_date(words)
    return day is not None and day <= met_on


_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY_ALONE = re.compile(
    rf"\W*(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS} \d{{2,4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})\W*", re.IGNORECASE
)
_WHEN = (
    r"(?:(?:for|by|at|to) (?:the )?)?(?:(?:(?:early|mid|late|end|end of|beginning of|start of)[ -])?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTHS}\b\.?(?: \d{{2,4}}\b)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})|next (?:\w+ )?(?:meeting|panel|committee|board|cycle|agenda)\b)"
)
_WHENS = re.compile(rf"\b{_WHEN}", re.IGNORECASE)
_WHEN_ALONE = re.compile(rf"\W*(?:now |due |expected |target )?{_WHEN}\W*", re.IGNORECASE)
# what stands before a day on which something was done: "Chased 30 May", "Email of 2 March"
_TOLD = re.compile(
    r"(?<!be )\b(?!scheduled|booked|planned|expected|delayed|postponed|fixed|arranged|promised)(?:[a-z]+ed|sent|seen|met|held|spoken|written|begun|since|until|till|when|once|after|from|as at|email of|letter of|last)\b[^.;]*$",
    re.IGNORECASE,
)


def due_in(status: str) -> str:
    """The words of a status that say when it is to be done, where one does: "With the contractor, end September"."""
    for found in _WHENS.finditer(status):
        before = status[: found.start()]
        if found.group().lower().startswith("for") or not _TOLD.search(before):
            return found.group().rstrip(" .")
    return ""


def tells_when_it_was(status: str) -> bool:
    """Whether a status holds a day on which something was done, and none on which more is to be."""
    return _WHENS.search(status) is not None and not due_in(status)


def is_due_alone(status: str) -> bool:
    """Whether a status says when, and nothing else."""
    return _WHEN_ALONE.fullmatch(status) is not None

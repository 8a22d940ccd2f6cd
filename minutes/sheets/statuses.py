"""What a status says of an action: done, refused, paused, or still to be done."""

import re
from collections.abc import Sequence

CLOSED = re.compile(
    r"\b(?:completed?|closed|done|actioned|discharged|concluded|fulfilled|implemented|delivered|achieved|answered|resolved|"
    r"circulated|sent (?:to|on|out|\d)|not (?:being )?pursued|not agreed|refused|declined|rejected|no further action|no longer|withdrawn|superseded|"
    r"paused|on hold|suspended|(?:took|taken) place|not proceeding|abandoned|dropped|noted)\b|^\W*(?:y|yes|✓|✔|☑)\W*$",
    re.IGNORECASE,
)
# "Published 3 February", "List sent", "Given at the meeting": told as done, by the first words of the status
_DID = re.compile(
    r"\W*(?:(?:the |an? )?[A-Za-z][\w’' -]{0,40}? )?(?<!be )(?:published|signed|given|provided|issued|installed|repaired|sent|added|held|adopted|amended|updated|included|supplied|shared|emailed|e-mailed|"
    r"received|arranged|appointed|presented|reported|uploaded|posted|met|attended|replied|confirmed|submitted|distributed|corrected|removed|written to|taken up|set up|in place)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:pending|on-?going|in progress|outstanding|awaiting|awaited|overdue|in hand|not (?:yet )?(?:received|complete|completed|done|started|due|begun|actioned)|incomplete|"
    r"(?:part(?:ly|ially)?|in part|half) (?:complete|completed|done|met|implemented|delivered)|open|to be|to follow|tba|tbc|requested|chas(?:ed|ing)|under ?way|scheduled|due|will (?:be|attend|come|go)|waiting|next|further|booked|"
    r"being|draft(?:ed|ing)?|in preparation|on track|on (?:the )?agenda|planned|programmed|expected|under review|live|started|delayed|late|behind|red|amber)\b|^\W*(?:n|no|☐)\W*$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not?|yet|to|will|would|should|must|can|may|once|until|when|if|is|are|being|having)\b", re.IGNORECASE
)
_REFUSED = re.compile(
    r"\bnot (?:being )?pursued|not agreed|not accepted|refused|declined|rejected|no further action|no longer (?:required|needed|pursued)|withdrawn|abandoned|dropped|not proceeding",
    re.IGNORECASE,
)
_PAUSED = re.compile(r"\b(?:paused|on hold|suspended|parked)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[£\d][\d.,%£ ]*[mkp%]?$")  # the figure that was asked for


_LONGEST = 60  # characters; more than that tells how it went and not that it was done


def _did(words: str) -> re.Match[str] | None:
    """The words that tell a deed as done, where nothing before them says that it is only to be done."""
    found = _DID.match(words) if len(words) <= _LONGEST else None
    return None if found and _NOT_YET.search(found.group()) else found


def why_closed(cells: Sequence[str]) -> str:
    """Why nothing more is needed, by the first of the cells that says anything; empty where it is still to be done."""
    for words in cells:
        if _PAUSED.search(words):
            return "the sheet shows it as paused"
        if _REFUSED.search(words):
            return "the sheet shows it as not pursued"
        closed, still_open = CLOSED.search(words) or _did(words), OPEN.search(words)
        if closed and not (still_open and still_open.start() < closed.end()):
            return "the sheet shows it as done"
        if _FIGURE.match(words):
            return "the sheet shows it as done"
        if still_open:
            return ""
    return ""

"""What the paragraphs under a heading such as "Decision:" are: clauses of it, or words around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..document import Document
from ..outline.labels import is_preamble
from ..outline.titles import is_lofty
from ..records import Paragraph
from .asides import is_aside
from .clauses import entry_leads_in, is_clause, is_lead_only, plain_entry, tells
from .leads import BODY, CLOSING, HEADS, STOP

# the account of the item that some pages print under "Decision:" before it
_OPENS_ACCOUNT = re.compile(
    r"\b(?:considered|presented|introduced|submitted|before it|gave|reported|advised|explained|asked by)\b"
)
_TELLS_FACT = re.compile(
    r"\b(?:was|were|is|are|had|has|have|introduced|presented|received|welcomed|explained|thanked|discussed|met|heard)\b"
)
_DECIDES = re.compile(
    r"\b(?:not(?:ed|ing)|agree\w*|approv\w*|adopt\w*|grant\w*|refus\w*|defer\w*|endors\w*|accept\w*|support\w*|resolv\w*|carried|confirm\w*|reject\w*|referr\w*|recommend\w*|authoris\w*|award\w*|"
    r"declar\w*|appoint\w*|determin\w*|dismiss\w*|upheld|request\w*|delegat\w*|decid\w*|elected|permission|consent|exempt\w*|exclu\w*|formed|set up|be|(?:committee|panel|board|commission|members|forum|group) thanked)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:Cllr|Councillor|Alderman|Mr|Mrs|Ms|Dr)s?\b")
_LONGEST_HEADING = 90
_LONGEST_ALONE = 240  # characters of a decision that is the only one


_NOTHING = re.compile(
    r"(?:.{0,4}|none|nil|n/a|not applicable|no (?:decisions?|outcome|resolution)\b.{0,40}|for information|(?:please )?(?:see|refer to) .{3,60})\W*$",
    re.IGNORECASE,
)


# "The Panel noted the report.", where "The Panel received a presentation." tells of it
_NOTES = re.compile(rf"{BODY}\s+(?:\w+\s+){{0,2}}(?:noted|agreed|approved|endorsed|resolved|supported|recommended)\b")


def without_account(document: Document, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those under "Decisions:" that tell of the item before "RESOLVED" as parts of the minutes."""
    headed = [i for i, paragraph in enumerate(paragraphs) if paragraph.section == "decision"]
    resolved = next((i for i in headed if HEADS.match(document.slice(paragraphs[i].span))), -1)
    first = document.slice(paragraphs[headed[0]].span) if headed else ""
    if (
        resolved <= 0
        or paragraphs[headed[0]].marker
        or is_clause(first)
        or not first.endswith(".")
        or _NOTES.match(first)
    ):
        return paragraphs
    return [
        replace(p, section="minutes") if i < resolved and p.section == "decision" else p
        for i, p in enumerate(paragraphs)
    ]


def reads_as(document: Document, paragraphs: Sequence[Paragraph], i: int) -> str:
    """What paragraph `i` under "Decision:" is: "clause", "lead", "nothing", or "account" of what was said or read before."""
    paragraph = paragraphs[i]
    text = document.slice(paragraph.span)
    if STOP.match(text) or _NOTHING.match(text) or (not paragraph.marker and is_aside(text)):
        return "nothing"
    below = paragraphs[i + 1 : i + 2]
    over_list = len(text) <= _LONGEST_HEADING and text.endswith(":") and bool(below) and bool(below[0].marker)
    if is_lead_only(text) or (over_list and not paragraph.marker and not is_clause(text)):
        return "lead"
    first = i == 0 or paragraphs[i - 1].section != "decision"
    if is_preamble(text) or _is_subheading(document, paragraphs, i, text) or _only_leads_in(paragraphs, i, text):
        return "nothing"
    stands = paragraph.marker or is_clause(text) or CLOSING.match(text) or _can_stand(text, first)
    return "clause" if stands else "account"


def _only_leads_in(paragraphs: Sequence[Paragraph], i: int, text: str) -> bool:
    """Whether an entry decides nothing but what is listed below it: "(a) That the Panel recommends to Council:"."""
    marked = bool(paragraphs[i].marker and any(p.marker for p in paragraphs[i + 1 : i + 2]))
    return marked and text.rstrip().endswith((":", ":-")) and entry_leads_in(text.rstrip(" :-"))


def _is_subheading(document: Document, paragraphs: Sequence[Paragraph], i: int, text: str) -> bool:
    """Whether a line under "Decision:" is the heading of what stands below it, or says who declared an interest."""
    if _NAME.match(text) and not _DECIDES.search(text):
        return True
    below = paragraphs[i + 1 : i + 2]
    if paragraphs[i].marker or len(text) > _LONGEST_HEADING or text[-1:] in ".;:," or not below:
        return False
    prose = document.slice(below[0].span)
    return is_lofty(text) and not is_clause(text) and not _DECIDES.search(text) and prose.rstrip().endswith(".")


def _can_stand(text: str, first: bool) -> bool:
    """Whether a line under "Decision:" that is not worded as one can be one: no account of what was said or came before."""
    if _TELLS_FACT.search(text) and not _DECIDES.search(text):
        return False
    alone = first and len(text) < _LONGEST_ALONE and text.count(". ") == 0 and not _OPENS_ACCOUNT.search(text)
    return plain_entry(text) or (first and not tells(text)) or alone

"""Lines that stand in a list of clauses and are none of it: how it was carried, who moved it, who is to act, who left the
room, the head or foot of a page."""

import re
from collections.abc import Sequence

from ..document import Document
from ..outline.occasion import names_body
from ..outline.titles import DAY_ALONE
from ..records import Paragraph
from .clauses import is_clause, may_be_clause

_LONGEST = 120  # characters
_ASIDE = re.compile(
    r"\W*(?:and|or|(?:page\s+)?\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?"  # "Page 4 of 9"
    r"|(?:carried|unanimous(?:ly)?|nem\.?\s?con)(?:\s+(?:carried|agreed|approved|unanimously))?"
    r"|vot(?:e|es|ing)\b(?=.*(?:\d|unanimous|carried))[^.;]{0,90}|(?:for|against)\s*[:–-]?\s*\d[^.;]{0,60}|by\s+\w+\s+votes?\b[^.;]{0,60}"
    r"|(?:proposed|proposer|proposal by|moved|mover|seconded|seconder)\b(?!.*\bthat\b).{0,110}"
    r"|(?:actions?|owner|lead|by whom|responsible)(?:\s+(?:officer|for|by))?\s*[:–-]\s*[^.;]{2,60}"
    r"|[^.]{3,80}\b(?:left|withdrew|rejoined|joined|re-?entered|returned to|vacated|declared)\b(?:[^.]|\.(?=\w)){0,80}"
    r"|(?:chair(?:man|person)?['’]?s?\s+)?initials\b.{0,40}|\(?(?:contd?|continued)\.?)\W*$",
    re.IGNORECASE,
)


def is_aside(text: str) -> bool:
    """Whether a line without a marker is none of the clauses that it stands among."""
    if len(text) > _LONGEST:
        return False
    return bool(_ASIDE.match(text) or DAY_ALONE.match(text.title())) or (
        text[-1:].isalnum() and names_body(text) and not is_clause(text)
    )


_LONGEST_HEADING = 60  # characters


def heads_part(document: Document, paragraphs: Sequence[Paragraph], j: int, text: str) -> bool:
    """Whether a line among the entries is the heading of those below it: "Finance", "In respect of the report:"."""
    below = paragraphs[j + 1 : j + 2]
    if (
        paragraphs[j].marker
        or not below
        or len(text) > _LONGEST_HEADING
        or not text[:1].isupper()
        or may_be_clause(text)
    ):
        return False
    over = bool(below[0].marker) or is_clause(document.slice(below[0].span))
    return over and (text.endswith(":") or (text[-1:].isalnum() and len(text.split()) <= 3))

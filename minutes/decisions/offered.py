"""What was recommended to the body, or resolved by others, before it decided something itself: no decision of its own."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..document import Document
from ..records import Paragraph
from .asides import is_aside
from .clauses import is_clause
from .leads import OTHERS, OTHERS_REACH
from .lists import listed
from .openings import opening

# counted only where nothing stronger is found: an officer's recommendation stands under the same word
RECOMMENDED = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w’']+\s+){0,3}(?:RECOMMENDATIONS?|Recommendations?)(?:\s+to\s+[\w ]{3,50})?(?:\s*[|/][^:.]{3,60})?"
    r"(?:\s+(?:were|are)(?:\s+as\s+follows)?)?\s*[:;–—-]*\s*$|(?:The|Its)\s+(?:[\w’']+\s+){0,4}recommendations?(?:\s+(?:were|are)(?:\s+as\s+follows)?)?\s*[:–—-]+\s*$"
)
_OFFERS = re.compile(
    r"(?:RECOMMENDED|RECOMMENDATIONS?|Recommendations?)\s*[:–—-]|It (?:is|was) recommended\b|(?:The\s+)?(?:[Oo]fficers?|[Rr]eport)(?:['’]s?)?\s+[Rr]ecommend(?:ations?|ed|s)\b"
)
# what another body brought: "The Committee's four recommendations to Cabinet were:"
_BROUGHT = re.compile(r"\brecommendations?\b[^.:]{0,60}\b(?:were|are)\b(?: as follows)?\s*[:–-]+\s*$")
_RESOLVED_THAT = re.compile(
    r"\b(?:resolved|agreed|recommended|decided|requested)(?:\s+(?:that|to))?\s*[:;–—-]*\s*$", re.IGNORECASE
)
_LIST_SIGNS = (":", "-", "–", "—", "that", "to")
_HAVING = re.compile(r"\bhaving considered\b|\bthe following decisions?\b|\b(?:accordingly|thereupon)\b", re.IGNORECASE)
_LEAST_PROSE = 30  # characters of a paragraph of discussion


def find_offered(document: Document, paragraphs: Sequence[Paragraph]) -> set[int]:
    """What others had resolved, and the recommendations of a report where something was decided after the discussion."""
    texts = [document.slice(p.span) for p in paragraphs]
    out: set[int] = set()
    heads: list[int] = []
    last = -1
    for i, text in enumerate(texts):
        told = _RESOLVED_THAT.search(text) if i > last and text.rstrip().endswith(_LIST_SIGNS) else None
        if told and OTHERS.search(text, max(0, told.start() - OTHERS_REACH), told.start()):
            taken = list(listed(document, paragraphs, i + 1))
            out.update(taken)
            last = taken[-1] if taken else i
        elif paragraphs[i].section != "description" and (_offers_list(text) or _OFFERS.match(text)):
            heads.append(i)
    return out | _given_way(document, paragraphs, texts, heads) if heads else out


def _offers_list(text: str) -> bool:
    return bool(RECOMMENDED.match(text) or ("recommendation" in text and _BROUGHT.search(text)))


def _given_way(document: Document, paragraphs: Sequence[Paragraph], texts: Sequence[str], heads: list[int]) -> set[int]:
    """Of the recommendations under these headings, those that were talked of and decided upon further down."""
    decided = next((k for k in reversed(range(len(texts))) if opening(document, paragraphs, k)), -1)
    talks = [j for j, text in enumerate(texts) if _is_discussion(paragraphs[j], text)]
    out: set[int] = set()
    last = -1
    for i in heads:
        if i <= last:
            continue  # it stands in the list above
        taken = (
            list(listed(document, paragraphs, i + 1))
            if _offers_list(texts[i]) or texts[i].rstrip().endswith(_LIST_SIGNS)
            else []
        )
        last = taken[-1] if taken else i
        later = bisect_right(talks, last)
        place = last + 1 if _BROUGHT.search(texts[i]) else talks[later] if later < len(talks) else len(texts)
        if place <= decided:
            out.update(range(i, last + 1))
    return out


def _is_discussion(paragraph: Paragraph, text: str) -> bool:
    """Whether a paragraph tells what was said of the recommendations above it, or opens what was made of them."""
    if _HAVING.search(text) and text.rstrip().endswith((":", "-", "–")):
        return True
    prose = not paragraph.marker and len(text) >= _LEAST_PROSE and text.rstrip().endswith(".")
    return prose and not is_clause(text) and not is_aside(text)

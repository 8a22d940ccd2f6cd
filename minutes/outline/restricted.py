"""Which items were dealt with in private: after the public was excluded, until it was let in again; or said to be exempt.

Where it is in doubt the item is taken as restricted: showing an exempt item does harm, hiding an open one does not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..document import Document
from ..records import AgendaItem

_EXCLUDED = re.compile(
    r"\b(?:(?:press|public)\b[^.;]{0,80}\bexcluded\b|exclu(?:de|sion of|ding)\s+(?:the\s+)?(?:members\s+of\s+the\s+)?(?:press|public)\b|"
    r"(?:move[ds]?|going|go|went|gone)\s+(?:in)?to\s+(?:a\s+)?(?:private|closed|exempt|confidential|Part\s+(?:2|II|B))\b|[“\"‘']?into\s+committee\b|(?:held|meet|met|sat|sit)\s+in\s+private\b)",
    re.IGNORECASE,
)
_ADMITTED = re.compile(
    r"\bre-?admit|\b(?:open|public)\s+session\b|\bout\s+of\s+committee\b|\bnormal\s+business\s+(?:was\s+)?resumed|\bpublic\s+(?:were|was)\s+(?:invited\s+back|allowed\s+back|re-?admitted)|"
    r"\bpress\s+and\s+public\s+(?:returned|rejoined)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not\s+(?:necessary|required|needed)|no\s+need|unnecessary|if\s+(?:necessary|required)|whether|should\s+the|there\s+were\s+no|none|no\s+exempt|no\s+items?|nothing)\b",
    re.IGNORECASE,
)
_EXEMPT = re.compile(
    r"\((?:exempt|confidential|restricted)\b|\[(?:exempt|restricted|confidential)|\bnot\s+for\s+publication\b|\brestricted\s+(?:minute|item|appendix|report)|"
    r"\b(?:considered|received|discussed)\s+(?:a|an|the)\s+(?:exempt|confidential)\s+\w+|\bin\s+the\s+(?:exempt|confidential)\s+(?:minute|appendix)|\bconfidential\s+(?:minute|annex(?:e)?|appendix)\s+to\s+this\s+minute",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:exempt|confidential|restricted|part\s+(?:2|ii|b)\b|private\s+(?:item|business|report))", re.IGNORECASE
)
_ABOUT_EXCLUSION = re.compile(
    r"\bexclusion\b|\bin public\b|\bexclude\b|\bexempt\s+(?:items?|business|information)\s*$", re.IGNORECASE
)


_THIS = re.compile(
    r"\b(?:for|during|of|while|whilst|when|on)\b[^.;]{0,60}\bthis\s+(?:agenda\s+)?(?:item|matter|report|business)\b(?!\s+and\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:following|next|remain(?:ing|der)|subsequent|rest\s+of|items?\s+(?:of\s+business\s+)?(?:numbered\s+)?\d+|below|later)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"\n|\.\s")
_LEGAL = re.compile(
    r"\b(?:exclu|exempt|schedule\s+\d|paragraphs?\s+\d|local\s+government|public\s+interest|the\s+meeting\s+(?:ended|closed|concluded|finished|rose)|time\s+of|chair(?:man)?\s*[.…_]{2})",
    re.IGNORECASE,
)


# one of these stands in every text that the patterns below can match
_HINTS = (
    "exclu",
    "private",
    "exempt",
    "confidential",
    "restricted",
    "not for publication",
    "into committee",
    "closed session",
    "part ii",
    "admitted",
    "open session",
    "public session",
    "business was resumed",
    "public were invited back",
)


def places(document: Document) -> list[int]:
    """Where the page's own markup says that something is restricted."""
    return [block.span.start for block in document.blocks if block.role == "restricted"]


def mark(document: Document, items: Sequence[AgendaItem], marked: Sequence[int]) -> tuple[AgendaItem, ...]:
    """The items of one meeting, those dealt with in private marked with the reason in a clerk's words.

    `marked` are the document's restricted `places`.
    """
    out = []
    private = False
    start: int | None = None
    for n, item in enumerate(items):
        text = document.slice(item.span)
        lowered = text.lower()
        hinted = any(hint in lowered for hint in _HINTS)
        by_page = any(item.span.start <= place < item.span.end for place in marked)
        private = private or (start is not None and item.span.start >= start)
        reason = (
            "The page marks this item as restricted." if by_page else _reason(item, text if hinted else "", private)
        )
        out.append(replace(item, restricted=True, restricted_reason=reason) if reason else item)
        later = _later_start(document, items, n, text) if hinted and not private else None
        start = later or start
        if hinted and later is None:
            private = _after(text, private)
    return tuple(out)


_NAMED = re.compile(
    r"\b(?:for|of|on|during|under|at)\s+(?:the\s+)?(?:consideration\s+of\s+)?(?:agenda\s+)?items?\s+(?:nos?\.?\s*)?(?P<first>\d{1,3})\b",
    re.IGNORECASE,
)
_OF_PART_TWO = re.compile(r"\bitems?\b[^.;]{0,60}\bpart\s+(?:two|2|ii|b)\b", re.IGNORECASE)
_PART_TWO = re.compile(r"^\W*part\s+(?:two|2|ii|b)\b.{0,40}$", re.IGNORECASE | re.MULTILINE)


def _later_start(document: Document, items: Sequence[AgendaItem], n: int, text: str) -> int | None:
    """Where the private part begins that item `n` decides upon, if it names a later place that the paper shows.

    "be excluded for Items 12 and 13", "for the items in part two of the agenda": the items until there stay open.
    """
    for match in _EXCLUDED.finditer(text):
        sentence = _sentence(text, match.start())
        named = _NAMED.search(sentence)
        later = [item for item in items[n + 1 :] if named and item.number == named["first"]]
        if later:
            return later[0].span.start
        if _OF_PART_TWO.search(sentence) and (part := _PART_TWO.search(document.text, items[n].span.end)):
            return part.start()
    return None


def _reason(item: AgendaItem, text: str, private: bool) -> str:
    """Why the item is restricted, or ""."""
    if private:
        return "The public had been excluded before this item."
    if _ABOUT_EXCLUSION.search(item.title):
        return ""
    if _TITLE.search(item.title) or _EXEMPT.search(text):
        return "The item speaks of exempt or confidential information."
    return "The public was excluded during this item." if _sat_in_private(text) else ""


def _sat_in_private(text: str) -> bool:
    """Whether the item's own business went on after the public was excluded in it."""
    out = _last(_EXCLUDED, text)
    if out < 0:
        return False
    rest = _SENTENCES.split(text[out:])[1:]
    goes_on = any(len(sentence) > 30 and not _LEGAL.search(sentence) for sentence in rest)
    if _LATER.search(_sentence(text, out)):
        return goes_on and len(text) - out > 700
    return goes_on or len(text) - out > 700


def _sentence(text: str, place: int) -> str:
    """The words around a place, from the stop before it to the one after."""
    start = max(text.rfind(". ", 0, place), text.rfind("\n", 0, place)) + 1
    end = text.find("\n", place)
    return text[start : end if end >= 0 else len(text)][:600]


def _is_only_this(text: str) -> bool:
    """Whether the public was sent out for this one item, which had its business then and there."""
    out = _last(_EXCLUDED, text)
    return out >= 0 and bool(_THIS.search(_sentence(text, out))) and _sat_in_private(text)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the pattern last matches in a sentence that does not deny it; -1 where it does not."""
    place = -1
    for match in pattern.finditer(text):
        start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        end = text.find(".", match.end())
        if not _NOT.search(text[start : end if end >= 0 else match.end() + 80]):
            place = match.start()
    return place


def _after(text: str, private: bool) -> bool:
    """Whether the meeting sits in private after an item with these words."""
    out = _last(_EXCLUDED, text)
    if out < 0 and not private:
        return False
    back = _last(_ADMITTED, text)
    if back < out and not private and _is_only_this(text):
        return False
    return private if out < 0 and back < 0 else out > back

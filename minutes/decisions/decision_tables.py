"""Tables of decisions: "Item | Decision | Officer to act", "Outcome | Detail | By whom". Each row's decision is a clause."""

import re
from collections.abc import Sequence

from ..document import Document, Span
from ..records import Paragraph
from ..sentences import split
from ..sheets.columns import roles_of
from .clauses import is_clause
from .cutting import split_inline, split_that

_DECISION = re.compile(
    r"(?:(?:committee|panel|board|cabinet|council|executive)(?:['’]s)? )?(?:decisions?|resolutions?|resolved|what was (?:decided|agreed))(?: (?:made|taken|reached|agreed))?\W*$",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"(?:outcome|result|decision type|type)\W*$", re.IGNORECASE)
_DETAIL = re.compile(r"(?:details?|wording|text|matter|subject|what)\W*$", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:withdrawn\b.*|n/?a|none|nil|not considered|no decision.*)?\W*$", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?:not (?:agreed|approved|carried|accepted|supported)|lost|rejected|refused|withdrawn)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?:That|To|It be)\s")
_SIGN = re.compile(r"^\(?[a1i][.)]\s+")
_HEADING = 45  # characters; a heading of a column is no longer


def tabled(document: Document, paragraphs: Sequence[Paragraph]) -> list[tuple[Span, str]]:
    """The clauses in the decision column of the item's tables, each with the sign of a list before it."""
    out: list[tuple[Span, str]] = []
    column = verdict = -1
    for paragraph in paragraphs:
        if len(paragraph.cells) == 2 and column < 0 and _decides_beside_name(document, paragraph):
            out.extend(_clauses(document, paragraph.cells[0]))
        if len(paragraph.cells) < 3:
            column = -1 if not paragraph.cells else column
            continue
        cells = [document.slice(cell).strip() for cell in paragraph.cells]
        if all(len(cell) <= _HEADING for cell in cells) and (heading := _columns(cells)):
            column, verdict = heading
        elif 0 <= column < len(cells) and not _is_no_decision(cells, column, verdict):
            out.extend(_clauses(document, paragraph.cells[column]))
    return out


_LEAST = 15  # characters of a decision that stands in a row of two cells


def _decides_beside_name(document: Document, paragraph: Paragraph) -> bool:
    """Whether a row of two cells is what is left of a table of decisions: the decision, and who is to act."""
    decision, who = (document.slice(cell).strip() for cell in paragraph.cells)
    words = _SIGN.sub("", decision)
    return len(decision) >= _LEAST and len(who) <= _HEADING and not who.endswith((".", ":", ";")) and is_clause(words)


def _columns(cells: Sequence[str]) -> tuple[int, int] | None:
    """Where the decision stands, and where the word for how it went (-1 without one); None for any other row."""
    verdict = next((i for i, cell in enumerate(cells) if _VERDICT.match(cell)), -1)
    detail = next((i for i, cell in enumerate(cells) if _DETAIL.match(cell)), -1)
    decision = next((i for i, cell in enumerate(cells) if _DECISION.match(cell)), -1)
    if decision >= 0:
        roles = roles_of(cells)
        tracks = roles.get(decision) == "action" and {"due", "status"} & set(roles.values())
        return None if tracks else (decision, -1)  # an action log lists what was decided at other meetings
    return (detail, verdict) if verdict >= 0 and detail >= 0 else None


def _is_no_decision(cells: Sequence[str], column: int, verdict: int) -> bool:
    against = 0 <= verdict < len(cells) and _AGAINST.match(cells[verdict])
    return bool(against or _NONE.match(cells[column]))


def _clauses(document: Document, cell: Span) -> list[tuple[Span, str]]:
    """The clauses of one cell: its numbered parts, or its sentences where each is worded as a decision."""
    parts = split_inline(document, cell) or split_that(document, cell)
    if parts:
        return parts
    sentences = split(document.text, cell.start, cell.end)
    if len(sentences) > 1 and all(_SENTENCE.match(document.slice(sentence)) for sentence in sentences):
        return [(sentence, "") for sentence in sentences]
    return [(cell, "")]

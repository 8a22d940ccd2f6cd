"""Rows of action tables that were pasted as lines: one cell a line under the headings, labels before the words, tasks under a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from ..document import Span
from ..records import AgendaItem, Paragraph
from .columns import BESIDE, LONGEST_LINE, leading_heads, role_of, roles_of

_SHORT = 45  # a date, a name or a status is no longer


@dataclass(frozen=True, slots=True)
class FlatRow:
    """The paragraphs from `at`, `lines` of them, that stand for one row; `roles` where they tell what each cell holds."""

    at: int
    lines: int
    cells: tuple[Span, ...]
    roles: dict[int, str] = field(default_factory=dict)


def flat_rows(item: AgendaItem, text: str) -> list[FlatRow]:
    """The rows of the item's action tables that lost their lines, headings among them, in order of place."""
    rows = list(_under_headings(item, text))
    words = text[item.span.start : item.span.end].lower()
    if any(label in words for label in ("action", "task", "recommendation")):
        rows += _labelled(item, text)
    if _LIST_OF_ACTIONS.search(words):
        rows += _under_names(item, text)
    return rows


def _under_headings(item: AgendaItem, text: str) -> Iterator[FlatRow]:
    """Heading lines, then as many lines for each row."""
    first = 0
    while first < len(item.paragraphs):
        span = item.paragraphs[first].span
        wide = _heading_lines(item, first, text) if span.end - span.start <= LONGEST_LINE else 0
        rows = _rows_under(item, first, wide, text) if wide else []
        yield from rows
        first = rows[-1].at + wide if rows else first + 1


def _heading_lines(item: AgendaItem, first: int, text: str) -> int:
    """How many lines from the first are the headings of an action table's columns; nought where they are none."""
    following = takewhile(lambda paragraph: not paragraph.cells, islice(item.paragraphs, first, None))
    lines = leading_heads(text[paragraph.span.start : paragraph.span.end].strip() for paragraph in following)
    roles = set(roles_of(lines).values()) if len(lines) >= 3 else set()
    return len(lines) if "action" in roles and len(roles) >= 3 else 0


def _rows_under(item: AgendaItem, first: int, wide: int, text: str) -> list[FlatRow]:
    """The heading and every full row under it: in each the same columns are short as the heading says."""
    rows: list[FlatRow] = []
    for at in range(first, len(item.paragraphs) - wide + 1, wide):
        cells = tuple(paragraph.span for paragraph in item.paragraphs[at : at + wide])
        short = [cell for cell in cells if cell.end - cell.start <= _SHORT]
        if any(p.cells for p in item.paragraphs[at : at + wide]) or len(short) < wide - 2:
            break
        if at > first and _heading_lines(item, at, text):
            break
        rows.append(FlatRow(at, wide, cells))
    return rows if len(rows) > 1 else []


_LABEL = re.compile(r"\s*(?P<label>[A-Z][A-Za-z /]{1,28}?)(?: (?:[Nn]o\.? ?)?\d{1,3})?:\s+(?=\S)")
_ACTION = re.compile(r"(?:agreed )?(?:actions?|tasks?|recommendations?)(?: required| agreed| point)?$", re.IGNORECASE)
_ACTION_LABEL = re.compile(r"(?:[Aa]ction|ACTION|[Tt]ask|Recommendation)[a-z ]{0,12}\d{0,3}:")
_NUMBER = re.compile(r"(?:ref|no|minute|item|id|action (?:no|ref))\b", re.IGNORECASE)


def _labelled(item: AgendaItem, text: str) -> list[FlatRow]:
    """ "Action: …", "Owner: …", "Status: …", one a line: each "Action:" with the labels below it is a row."""
    if not _ACTION_LABEL.search(text, item.span.start, item.span.end):
        return []
    rows: list[FlatRow] = []
    cells: list[Span] = []
    roles: dict[int, str] = {}
    at = 0

    def close() -> None:
        if "action" in roles.values() and BESIDE & set(roles.values()):
            rows.append(FlatRow(at, len(cells), tuple(cells), dict(roles)))

    for index, paragraph in enumerate(item.paragraphs):
        found = None if paragraph.cells else _LABEL.match(text, paragraph.span.start, paragraph.span.end)
        role = role_of(found["label"]) if found else ""
        role = "action" if found and _ACTION.match(found["label"]) else role
        label = found["label"] if found else ""
        opens = bool(_NUMBER.match(label)) or (role == "action" and role in roles.values())
        if opens or not found or (not cells and role != "action"):
            close()
            cells, roles, at = [], {}, index
        if found and (cells or opens or role == "action"):
            roles[len(cells)] = role
            cells.append(Span(found.end(), paragraph.span.end))
    close()
    return rows


_NAME = re.compile(
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Head|Director|Chair(?:man|woman|person)?|Vice-Chair(?:man)?|Clerk|Leader|Members|Officers)\b|[A-Z][a-z]+ [A-Z][\w’'-]+$|(?:[A-Z][\w’'&/-]+ ){0,5}(?:Manager|Officer|Director|Lead|Clerk|Team|Chair|Head|Leader|Engineer|Solicitor|Treasurer|Secretary|Holder)\b)"
    r"[\w’'&/,() -]{0,50}:?$"
)
_HEADED = 90  # characters of a line that can head a list
_LIST_OF_ACTIONS = re.compile(
    r"\bactions?\b|\bwho (?:is (?:doing|to do)|does|will do) what\b|\b(?:things|jobs) to (?:do|be done)\b|\bto-do\b|\btasks\b",
    re.IGNORECASE,
)


def _under_names(item: AgendaItem, text: str) -> list[FlatRow]:
    """Marked lines under the name or post of who is to do them, in a list that is headed as one of actions."""
    if not _LIST_OF_ACTIONS.search(text, item.span.start, item.span.end):
        return []
    rows: list[FlatRow] = []
    headed = bool(_LIST_OF_ACTIONS.search(item.title))
    owner: Span | None = None
    at = 0
    for index, paragraph in enumerate(item.paragraphs):
        words = text[paragraph.span.start : paragraph.span.end]
        headed = headed or (len(words) <= _HEADED and bool(_LIST_OF_ACTIONS.search(words)))
        if not paragraph.marker and len(words) <= _SHORT and not paragraph.cells:
            is_name = _NAME.match(words) and not _LIST_OF_ACTIONS.search(words)
            owner = paragraph.span if headed and is_name and _has_marked(item.paragraphs, index) else None
            at = index
        elif owner and paragraph.marker and not paragraph.cells and paragraph.section != "resolution":
            rows.append(FlatRow(at, index - at + 1, (owner, paragraph.span), {0: "owner", 1: "action"}))
            at = index + 1
        else:
            owner = None
    return rows


def _has_marked(paragraphs: Sequence[Paragraph], index: int) -> bool:
    return any(paragraph.marker for paragraph in paragraphs[index + 1 : index + 2])

"""Tables and lists of actions: each row or line still to be done is a find; done, refused and paused rows are left out.

A row's columns are known by its table's heading row ("Action | Lead | By when"), or by labels in its cells
("Officer: …"). A table whose headings say nothing of actions is not read.
"""

import datetime
import re
from collections.abc import Container, Iterator, Sequence

from ..document import Span
from ..finds.find import LISTED, Find, Left
from ..phrases.bare import FINITE
from ..records import AgendaItem, Paragraph
from ..when import dates
from .columns import role_of, roles_of
from .flat_tables import FlatRow
from .statuses import OPEN, done_signs, due_in, is_due_alone, is_not_accepted, tells_when_it_was, was_on, why_closed

_CELL_LABEL = re.compile(r"\s*(?P<label>[A-Z][A-Za-z ]{2,24}):\s*")


def find_in_rows(
    meeting: int,
    number: int,
    item: AgendaItem,
    text: str,
    flat: Sequence[FlatRow],
    met_on: datetime.date | None = None,
) -> tuple[list[Find], list[Left]]:
    """The rows of the item's tables that are still to be done, and those that are not, with the reason.

    `flat` are the rows of those of its tables that lost their lines.
    """
    finds: list[Find] = []
    lefts: list[Left] = []
    signs: tuple[str, ...] | None = None
    for index, row in _rows(item, text, flat):
        if not row.get("action") or is_nothing(text[row["action"][0].start : row["action"][0].end]):
            continue
        action = row["action"][0]
        signs = done_signs(text[item.span.start : item.span.end]) if signs is None else signs
        reason = _why_closed(row, text, signs, met_on)
        if reason:
            lefts.append(Left(meeting, number, action, "row of an action sheet", reason))
            continue
        finds.append(_find(meeting, number, index, row, text))
    return finds, lefts


Row = dict[str, list[Span]]  # the cells of a row by what they hold


def _why_closed(row: Row, text: str, signs: Sequence[str], met_on: datetime.date | None) -> str:
    """Why nothing is left to do in a row; empty where something is."""
    if any(is_not_accepted(text[cell.start : cell.end].strip()) for cell in row.get("accepted", [])):
        return "the sheet shows it as not pursued"
    answers = [text[cell.start : cell.end] for cell in row.get("answer", [])]
    if answers and not any(OPEN.search(words) for words in answers):
        return "the sheet shows it as answered"
    if any(was_on(text[cell.start : cell.end].strip(), met_on) for cell in row.get("status", [])):
        return "the sheet shows it as done"
    cells = sorted(row.get("status", []) + row.get("due", []), key=lambda span: -span.start)
    if not cells:
        words = text[row["action"][0].start : row["action"][0].end]
        ends = [*_TAIL.split(words)[1:][-1:], *_CRIED.findall(words)]
        return why_closed(ends)
    return why_closed([text[cell.start : cell.end].strip() for cell in cells], signs)


def _rows(item: AgendaItem, text: str, flat_rows: Sequence[FlatRow]) -> Iterator[tuple[int, Row]]:
    """The rows of the item's tables, each with the index of its paragraph; heading rows say what those below hold."""
    flat = [(row.at, row.cells, row.roles) for row in flat_rows]
    tables: list[tuple[int, tuple[Span, ...], dict[int, str]]] = [
        (i, p.cells, {}) for i, p in enumerate(item.paragraphs) if len(p.cells) > 1
    ]
    roles: dict[int, str] = {}
    for index, spans, own in [*tables, *flat]:
        cells = [text[span.start : span.end].strip() for span in spans]
        heading = {} if own else roles_of(cells)
        if roles and len(heading) < sum(bool(cell) for cell in cells):
            heading = {}  # "Plan agreed | Publish it | Planning Officer | 30 June" is a row
        if heading:
            roles = heading
        else:
            yield index, _row(spans, cells, own or roles)


def _row(spans: Sequence[Span], cells: Sequence[str], roles: dict[int, str]) -> Row:
    """The cells of a row by what they hold; labels inside the cells win over the heading row."""
    row: Row = {}
    labelled = [_CELL_LABEL.match(cell) for cell in cells]
    if sum(found is not None for found in labelled) >= 2:
        plain_cells = [i for i, found in enumerate(labelled) if found is None]
        longest = max(plain_cells, key=lambda i: len(cells[i]), default=None)
        for i, found in enumerate(labelled):
            span = spans[i]
            if found:
                row.setdefault(role_of(found["label"]), []).append(
                    Span(min(span.start + found.end(), span.end), span.end)
                )
            elif i == longest:
                row.setdefault("action", []).append(span)
        return row
    for i, cell in enumerate(cells):
        if cell.strip(" -–—.") and roles.get(i):
            role = (
                "owner"
                if roles[i] == "due" and _INITIALS.fullmatch(cell) and cell not in ("TBC", "TBA", "NA")
                else roles[i]
            )
            row.setdefault(role, []).append(spans[i])
    return row


_INITIALS = re.compile(r"[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*")  # under "By": who, and not when


def _find(meeting: int, number: int, index: int, row: Row, text: str) -> Find:
    owner = _words(row.get("owner", []), text) or None
    due = _words(row.get("due", [])[-1:], text)  # of two the revised one
    spans = [row["action"][0]]
    if not due:
        statuses = [_words([span], text) for span in row.get("status", [])]
        dated = dates.find_due(text[spans[0].start : spans[0].end], None)[0]
        due = next(filter(None, (due_in(words) for words in statuses if not dated or is_due_alone(words))), "")
        spans += [
            span
            for span in row.get("status", [])
            if not dated and span.end - span.start > 20 and _goes_on(text[span.start : span.end])
        ]
    return Find(meeting, number, index, tuple(spans), LISTED, "row of an action sheet", owner=owner, due=due or None)


def _goes_on(status: str) -> bool:
    """Whether a status tells what is still to come, and no day of what has been."""
    return OPEN.search(status) is not None and not tells_when_it_was(status)


def _words(spans: Sequence[Span], text: str) -> str:
    words = " ".join(" ".join(text[span.start : span.end].split()) for span in spans)
    words = re.sub(r"^(?:the|The) ", "", words.strip())
    return "" if words.strip(" -–—.") == "" else words


HEADING = re.compile(
    r"\W*(?:\w+ )?(?:(?:agreed |summary of |list of |outstanding |the )?actions?(?: points?| summary| notes?| list| log| required| agreed| arising| items?)?"
    r"(?: (?:following|from|arising from|arising|at|of|agreed at) (?:the|this|our) (?:last |previous )?meeting(?: (?:of|on|held on) [\w ,/.-]{3,30})?)?(?:\s*/\s*further information[a-z ]*)?|actions? and recommendations?(?: arising)?.{0,40}|action points|"
    r"items? for (?:the )?next (?:agenda|meeting)|further (?:information|action)s? (?:to be provided|required|requested)|follow[- ]up actions?)(?:\s*\([^()]{3,50}\))?\s*[:.–-]*\s*$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\W*(?:AP(?=\s?\d)|(?:additional |agreed |further |for )?action(?:s|ed)?(?: points?| required| for| by| owner| lead)?)\s*(?:\d+\s*)?[:–—-]+\s*(?=\S)"
    # "ACTION JP", "ACTION Head of Parks": without a colon where nothing but initials, a name or a post follows
    r"|\W*(?-i:Action|ACTION)S?\s+(?=(?-i:[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*)\W*$)"
    r"|\W*(?-i:ACTION)S?\s+(?=(?-i:(?!Plan|Log|List|Point|Tracker|Sheet)[A-Z][a-z]+ (?:of )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 80  # characters
_TAIL = re.compile(r"\s[-–—]\s+|\s+[(\[](?=[^()\[\]]{2,90}[)\]]\W*(?:(?-i:[A-Z]{4,9})\W*)?$)")
_LABELLED = re.compile(
    r"(?P<label>owner|lead|who|by whom|officer|action(?:ed)? by|deadline|due|by when|target|when)\s*[:=]\s*",
    re.IGNORECASE,
)
_SHORT = 40
_LONGEST_TAIL = 70  # characters of an owner, a date or a status behind a dash
_UPDATE = re.compile(r"\b(?:Update|UPDATE|Position|Status):\s*")
_FIRST = re.compile(
    r"\W*(?P<owner>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr) )?(?:[A-Z]{2,3}|[A-Z][a-z]+ [A-Z][\w’'-]+|(?:The )?(?:[A-Z][\w’'&-]+ (?:of |for |and )?){0,4}(?:Manager|Officer|Director|Lead|Clerk|Team|Chair|Leader|Solicitor|Secretary)|(?:(?:Assistant|Service|Strategic|Executive|Deputy) )?(?:Head|Director) of [A-Z][\w’&, -]{2,40}?))"
    r"\s*(?::|[-–—])\s+(?=[A-Za-z])"
)
_WHEN = re.compile(
    r"\d|month|next|week|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|asap",
    re.IGNORECASE,
)
_DONE_HEAD = re.compile(r"\W*(?:completed?|closed|done|discharged)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\W*(?:completed?|closed|done|discharged|outstanding|open|on-?going|in progress|new|to do|still to do)(?: (?:actions?|items?|tasks?))?\W*",
    re.IGNORECASE,
)
_CRIED = re.compile(r"\b(?:DONE|COMPLETED?|CLOSED|NOT NEEDED|WITHDRAWN|DROPPED)\b")
_NOTHING = re.compile(r"\W*(?:item \w+\s*[-–:]\s*)?(?:none|nil|n/a|nothing|no (?:actions?|matters))\b", re.IGNORECASE)
_STOPS = re.compile(
    r"\W*(?:resolved|decision|reasons?\b|supporting documents|notes?\b|the meeting|chair(?:man|person)?\b\W*$|position as at|abbreviations|initials|key\b|meeting (?:closed|ended))",
    re.IGNORECASE,
)


def is_nothing(words: str) -> bool:
    """Whether an entry says that there is none: "None", "Nothing this time"."""
    return _NOTHING.match(words) is not None


def lines_of_lists(item: AgendaItem, text: str, rows: Container[int]) -> Iterator[tuple[int, Span | None]]:
    """The lines under a heading such as "Action points" or "Actions from this meeting"; None for the heading itself.

    The paragraphs in `rows` belong to a table.
    """
    under = len(item.title) < _LONGEST_HEADING and "ction" in item.title and bool(HEADING.match(item.title))
    done = False
    for index, paragraph in enumerate(item.paragraphs):
        words = text[paragraph.span.start : paragraph.span.end]
        if paragraph.section in ("margin", "description", "papers") or index in rows or is_nothing(words):
            continue
        if len(words) < _LONGEST_HEADING and HEADING.match(words):
            under = True
            yield index, None
            continue
        if under and _STATE.fullmatch(words):
            done = bool(_DONE_HEAD.match(words))
            yield index, None
            continue
        if under and (
            paragraph.section == "resolution"
            or paragraph.cells
            or len(words) > 260
            or _STOPS.match(words)
            or (_is_prose(words) and not _FIRST.match(words))
        ):
            under = False
        if under and not done and not _heads_part(item.paragraphs, index, words):
            yield index, paragraph.span


def _heads_part(paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    """Whether a line among numbered entries only heads some of them: "Carried forward", "New from today"."""
    after = paragraphs[index + 1 : index + 2]
    return (
        not paragraphs[index].marker and len(words) <= _SHORT and any(p.marker for p in after) and " to " not in words
    )


def _is_prose(words: str) -> bool:
    """Whether a line tells what was said rather than what is to be done: the list has come to its end."""
    return words.rstrip().endswith(":") or (
        FINITE.search(words.lower()) is not None and not _TAIL.search(words) and " to " not in words[:90]
    )


def read_line(span: Span, text: str) -> tuple[Span, str | None, str | None, bool]:
    """(the action's words, owner, due words, whether it is done) of "Visit to the gym – Nadia Kerr – 4 May"."""
    words = text[span.start : span.end]
    number = re.match(r"\W*(?:[A-Z]{0,3}\d{1,3}[./)]?\d*\s+)?", words)
    at = number.end() if number and number.end() < len(words) else 0
    first = _FIRST.match(words, at)
    at = first.end() if first else at
    owner, due = first["owner"] if first else None, None
    done = False
    for part in [
        piece
        for tail in [*_TAIL.split(words[at:])[1:], *_UPDATE.split(words[at:])[1:]]
        for piece in re.split(r";\s|[)\]]\s", tail)
    ]:
        part = LABEL.sub("", part.strip("()[] "))
        if len(part) > _LONGEST_TAIL:
            continue
        if label := _LABELLED.match(part):
            is_owner = role_of(label["label"]) == "owner"
            owner, due = (part[label.end() :], due) if is_owner else (owner, part[label.end() :])
            continue
        if why_closed([part]):
            done = True
        elif _WHEN.search(part):
            due = due or part
        elif not OPEN.search(part) and part[:1].isupper():
            owner = owner or part.strip(" .;")
    return Span(span.start + at, span.end), owner, due, done

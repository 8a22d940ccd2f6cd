"""What the columns of a table of actions hold, by its heading row: "Action | Lead | By when | Status"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

_QUESTION = re.compile(r"^(?:q|questions?)\W*$", re.IGNORECASE)
_ROLES = (
    (
        "due",
        re.compile(
            r"to be (?:completed|done|progressed)|completion|(?:revised|new|original) (?:date|deadline|target)",
            re.IGNORECASE,
        ),
    ),
    ("owner", re.compile(r"to be answered by|for (?:answer|reply) by", re.IGNORECASE)),
    ("other", re.compile(r"(?:asked|raised|requested|put) by", re.IGNORECASE)),
    ("answer", re.compile(r"^(?:answers?|repl(?:y|ies))\b", re.IGNORECASE)),
    ("action", _QUESTION),
    ("accepted", re.compile(r"^(?:accepted|agreed\?|agreed y/n|accept\?)", re.IGNORECASE)),
    (
        "status",
        re.compile(
            r"actions? (?:taken|to date|so far)|status|outcome|position|progress|response|update|comment|complete|closed|\bdone\b|discharged|\bb?rag\b|latest|where (?:we are|it stands)|result|taken or planned|implement",
            re.IGNORECASE,
        ),
    ),
    (
        "owner",
        re.compile(
            r"officer|lead\b|\bwhom?\b|owner|responsib|made to|action(?:ed)? by|assigned|\bby whom\b|for action|action(?:ee|ing)\b|accountable|allocated to|addressed to|directed to|recipient|sent to",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"meeting date|^meeting$|date (?:raised|of meeting|agreed|added|set)|raised|agenda item|minute|^ref|^no\b|^#|^item|area|subject|topic|ward|priority",
            re.IGNORECASE,
        ),
    ),
    (
        "due",
        re.compile(
            r"deadline|\bdue\b|by when|time ?(?:scale|frame|line)|target|when\b|completion date|complete by|^by\W*$|^date",
            re.IGNORECASE,
        ),
    ),
    (
        "action",
        re.compile(
            r"action|recommendation|request|task|decision|resolution|\bwhat\b|agreed|query|information|deliverable|commitment",
            re.IGNORECASE,
        ),
    ),
)
_SURELY = re.compile(r"\bactions?\b|\btasks?\b|\bwhat\b|to be done", re.IGNORECASE)
# what holds the action where no column says so, the likeliest first
_MAYBE = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (r"matters?\b", r"description|details?\b", r"points?\b|issues?\b", r"subject|topic", r"^items?\b")
)
BESIDE = frozenset(("owner", "due", "status"))  # one of these stands beside the action
_JUST_DATE = re.compile(r"date\W*$", re.IGNORECASE)
_LONGEST = 45  # characters of a heading
LONGEST_LINE = 30  # of one that stands on a line of its own
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 8  # of a table whose cells stand one a line


_ANY = re.compile("|".join(pattern.pattern for pattern in (*(p for _, p in _ROLES), *_MAYBE)), re.IGNORECASE)


@lru_cache(maxsize=2000)
def has_role(words: str) -> bool:
    """Whether the words can head a column of a table of actions."""
    return _ANY.search(words) is not None


def role_of(label: str) -> str:
    """What a label such as "Officer" in front of a cell's words says of them; "other" where it says nothing known."""
    return next((role for role, pattern in _ROLES if pattern.search(label)), "other")


def roles_of(cells: Sequence[str]) -> dict[int, str]:
    """What each column holds, where the row is a heading row that names actions and something beside them."""
    if any(len(cell) > _LONGEST for cell in cells):
        return {}
    roles = {i: role_of(cell) for i, cell in enumerate(cells) if cell and has_role(cell)}
    _choose_action(roles, cells)
    action = next((i for i, role in roles.items() if role == "action"), None)
    if action is None or len(set(roles.values())) < 2 or len(roles) < len(cells) - 2:
        return {}
    if len(cells) > 2 and not BESIDE & set(roles.values()):
        return {}
    if _QUESTION.match(cells[action]) and "owner" not in roles.values():
        return {}  # "Question | Response" tells what was said
    for i, role in roles.items():
        if role == "due" and i < action and _JUST_DATE.match(cells[i]):
            roles[i] = "other"  # when it was asked for, not when it is due
    return roles


def leading_heads(lines: Iterable[str]) -> list[str]:
    """The first of the lines, as long as each can head a column: those of a table pasted with one cell a line."""
    heads: list[str] = []
    for words in islice(lines, _MOST_COLUMNS):
        if not words or len(words) > LONGEST_LINE or words[-1] in ".:;" or not has_role(words):
            break
        heads.append(words)
    return heads


def heads_flat_sheet(lines: Iterable[str]) -> bool:
    """Whether the lines begin with the headings of a sheet of actions, one a line."""
    heads = leading_heads(lines)
    return len(heads) >= _FEWEST_COLUMNS and heads_sheet(heads) and "owner" in roles_of(heads).values()


def heads_sheet(cells: Sequence[str]) -> bool:
    """Whether the row heads a sheet of actions, and not a list of items with what was decided on each."""
    roles = roles_of(cells)
    sure = any(role == "action" and _SURELY.search(cells[i]) for i, role in roles.items())
    return bool(roles) and (sure or "status" in roles.values())


def _choose_action(roles: dict[int, str], cells: Sequence[str]) -> None:
    """Leaves one column of actions: the surest of several, or the likeliest of others where there is none."""
    actions = [i for i, role in roles.items() if role == "action"]
    sure = [i for i in actions if _SURELY.search(cells[i])]
    if len(actions) > 1:
        for i in actions:
            roles[i] = "action" if i == (sure or actions)[0] else "other"
    if actions or not {"owner", "status"} <= set(roles.values()):
        return  # "Topic | Lead | Date" is a programme of work, not a sheet of actions
    for pattern in _MAYBE:
        maybe = [i for i, role in roles.items() if role == "other" and pattern.search(cells[i])]
        if maybe:
            roles[maybe[-1]] = "action"
            return

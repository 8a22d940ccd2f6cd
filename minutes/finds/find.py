"""A find: words that leave somebody something to do, before repeats are put together and the fields are read."""

from dataclasses import dataclass

from ..document import Span

RESOLVED, LISTED, SAID = "resolved", "listed", "said"


@dataclass(frozen=True, slots=True)
class Find:
    """`source`: resolved (a decided clause), listed (an action line or a row of a list) or said (in discussion).

    `spans` are the quotes, best first. `owner` and `due` are the words of a column or label, where there is one;
    `kind` is given where the place decides it (a row of a work programme). `paragraph` is the index within the item.
    """

    meeting: int
    item: int
    paragraph: int
    spans: tuple[Span, ...]
    source: str
    rule: str
    kind: str = ""
    owner: str | None = None
    due: str | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Left:
    """Looked like a find and was left out, and why, in a clerk's words."""

    meeting: int
    item: int
    span: Span
    rule: str
    reason: str

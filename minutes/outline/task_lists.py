"""Lines of a paper of actions that could be taken for headings of items: tasks with numbers, the heads of pasted tables."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from ..document import Document
from ..sheets.columns import LONGEST_LINE, heads_flat_sheet
from .titles import Heading

_TASK = re.compile(r"actions?\s*:|(?:the )?[a-z][\w .,&/’'()-]{0,60}? to [a-z]+ ", re.IGNORECASE)
_LIST_OF_ACTIONS = re.compile(r"\bactions?\b[^.]{0,40}$", re.IGNORECASE)
# "Visit to the depot - Nadia Kerr - outstanding", "Prices for paint [RP]": who has it, or how it stands, behind the task
_WITH_TAIL = re.compile(r"\s[-–—]\s\S.{0,60}$|\S\s+[(\[][^()\[\]]{2,90}[)\]]\W*(?:[A-Z]{4,9}\W*)?$")
_ABOVE = 60  # characters before the list in which it may be called one of actions

_REACH = 6  # blocks above an entry in which its list may be headed


def is_task(words: str) -> bool:
    """Whether a line says what somebody is to do: "Clerk to arrange the visit"."""
    return bool(_TASK.match(words))


def are_tasks(document: Document, chain: Sequence[Heading]) -> bool:
    """Whether numbered lines are the entries of a list of actions and no items: "1. Clerk to arrange the visit"."""
    if len(chain) < 2:
        return False
    above = document.text[: document.blocks[chain[0].first].span.start].rstrip()[-_ABOVE:]
    headed = bool(_LIST_OF_ACTIONS.search(above.splitlines()[-1] if above else ""))
    tasks = sum(is_task(heading.title) for heading in chain)
    tailed = sum(bool(_WITH_TAIL.search(heading.title)) for heading in chain)
    return tasks == len(chain) or (headed and max(tasks, tailed) * 4 >= len(chain) * 3)


def is_entry(document: Document, i: int, title: str) -> bool:
    """Whether block `i` is an entry of a list of actions that says behind the task who has it or how it stands."""
    if not _WITH_TAIL.search(title):
        return False
    above = (document.slice(block.span) for block in document.blocks[max(0, i - _REACH) : i])
    return any(len(words) <= _ABOVE and _LIST_OF_ACTIONS.search(words) for words in above)


def opens_flat_sheet(document: Document, i: int) -> bool:
    """Whether the lines from block `i` are the headings of a table of actions that was pasted with one cell a line."""
    span = document.blocks[i].span
    if span.end - span.start > LONGEST_LINE:
        return False
    following = islice(document.blocks, i, None)
    plain = takewhile(lambda block: not block.cells and not block.marker, following)
    return heads_flat_sheet(document.slice(block.span).strip() for block in plain)

"""A document of one item: which of the lines at its head is the item's title.

Above the words of an item stand the name of the body, the date, who was present, and the title; each line is weighed
by what it looks like and by what follows it, and the heaviest is the title. Where none is likely there is none.
"""

import re
from dataclasses import dataclass, replace

from ..document import Document, Span
from ..records import AgendaItem
from ..when.days import parse_date
from .candidates import numbered
from .items import Part, build_item
from .labels import (
    is_chrome,
    is_closing,
    is_paper,
    is_preamble,
    names_person,
    run_in_section,
    section_of,
    without_suffix,
)
from .occasion import MEETING_OF, is_occasion, names_body
from .task_lists import is_entry, is_task, opens_flat_sheet
from .titles import USUAL, Heading, clean_title, is_labelled, opens_sentence

_HEAD = 16  # blocks in which a title is looked for
_PROSE = 140  # a paragraph as long as this is no title, and none stands below it
_SHEET = re.compile(r"\b(?:action|recommendation|tracking|tracker|outstanding|log)s?\b", re.IGNORECASE)
_BY_LINE = re.compile(
    r"(?:(?:joint )?reports? (?:of|by|from)|submitted|considered|to (?:consider|receive|note|approve|confirm|agree|report)|lead (?:officer|member)|author|ward|purpose|"
    r"witnesses|(?:presentation|paper) (?:of|by|from)|share this item|view )\b",
    re.IGNORECASE,
)
_ITEM_ALONE = re.compile(r"(?:agenda )?item\b.{0,8}$", re.IGNORECASE)  # where the page says which item it is
_NAME = re.compile(r"(?:councillors?|cllrs?|alderman|ald|mrs?|ms|miss|dr|prof|rev)\b\.? [A-Z]", re.IGNORECASE)
_LEAST = 0.0


@dataclass(frozen=True, slots=True)
class _Choice:
    """A line that may be the title, and how much it looks like one."""

    heading: Heading
    weight: float


def read_single(document: Document, anchor: str, first: int) -> tuple[AgendaItem, str]:
    """The item, and the layout of its page; `anchor` is the line that heads the page, `first` the first block below it."""
    blocks = document.blocks
    layout = "decision" if anchor.endswith("decision details") else "agenda_item"
    if sum(block.kind == "row" for block in blocks) >= 4:
        layout = "action_sheet"
        first = _sheet_title(document, first)
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    chosen = _title(document, first, layout == "action_sheet", bool(anchor))
    number = next(
        (found["number"] for i in range(min(len(blocks), 30)) if (found := MEETING_OF.match(_text(document, i)))), None
    )
    if chosen is None:
        start = blocks[first].span.start if first < len(blocks) else span.end
        return build_item(document, Part(number, "", span, first, len(blocks), start)), layout
    start = chosen.body_start if chosen.body == chosen.first else _start(document, chosen.body, span.end)
    part = Part(number or chosen.number or None, chosen.title, span, chosen.body, len(blocks), start)
    return build_item(document, part), layout


def _text(document: Document, i: int) -> str:
    return document.slice(document.blocks[i].span)


def _start(document: Document, i: int, end: int) -> int:
    return document.blocks[i].span.start if i < len(document.blocks) else end


def _title(document: Document, first: int, sheet: bool, page: bool) -> Heading | None:
    """The line of the head that most looks like a title; on a `page` of a committee system that is nearly always the first."""
    choices: list[_Choice] = []
    last = min(first + _HEAD, len(document.blocks))
    for i in range(first, last):
        text = _text(document, i)
        opens_page = page and i == first
        if section_of(text) and i == first and not opens_page:
            continue
        if i > first and opens_flat_sheet(document, i):
            break
        if not opens_page and (section_of(text) or run_in_section(text)):
            break
        choice = _weigh(document, i, (i - first) * (3 if page else 1), sheet, opens_page)
        if choice:
            choices.append(choice)
        elif _is_prose(document, i) and not _is_head_row(document, i):
            break
    best = max(choices, key=lambda choice: choice.weight, default=None)
    return best.heading if best and best.weight > _LEAST else None


def _is_prose(document: Document, i: int) -> bool:
    text = _text(document, i)
    return len(text) >= _PROSE or (len(text) > 60 and text.endswith(".")) or len(document.blocks[i].cells) > 2


def _is_head_row(document: Document, i: int) -> bool:
    """Whether a row is the head of the paper: the body and the date side by side."""
    cells = [document.slice(cell) for cell in document.blocks[i].cells]
    return any(names_body(cell) for cell in cells) and any(parse_date(cell) for cell in cells)


def _weigh(document: Document, i: int, place: int, sheet: bool, opens_page: bool) -> _Choice | None:
    """How much block `i` looks like the title; None where it cannot be."""
    block, text = document.blocks[i], _text(document, i)
    if block.kind in ("row", "margin") or (not opens_page and is_chrome(text)) or is_closing(text):
        return None
    heading = numbered(document, i)
    if heading is not None and block.marker and (is_task(heading.title) or _is_sentence(heading.title)):
        return None
    if heading is not None and is_entry(document, i, heading.title):
        return None
    if heading is None:
        if block.marker or len(text) >= 260 or (text.endswith(".") and len(text.split()) > 14):
            return None
        if not without_suffix(text) or not re.search(r"[A-Za-z]{3}", without_suffix(text)):
            return None
        heading = Heading("", clean_title(text), i, i + 1, block.span.end)
    if opens_page and not is_preamble(text):
        return _Choice(heading, 4.0)
    heading = replace(heading, title=_AS_AT.sub("", heading.title)) if sheet else heading
    weight = 2.0 - 0.2 * place
    weight += 0.0 if not heading.number or _ITEM_ALONE.match(text) else 3.0
    weight += 2.0 if is_paper(text) else 2.0 if sheet and _SHEET.search(text) else 0.0
    weight -= 3.0 if names_body(text) or (is_occasion(text) and not (sheet or USUAL.match(text))) else 0.0
    weight -= 3.0 if is_preamble(text) or _BY_LINE.match(text) or _NAME.match(text) or names_person(text) else 0.0
    weight -= 3.0 if text.endswith((".", ";", ",", " and")) else 1.0 if text.endswith(":") else 0.0
    weight += 1.0 if heading.title.isupper() else 0.0
    weight += 4.0 if is_labelled(text) else 0.0
    return _Choice(heading, weight)


# the day of a sheet of actions is no part of its name
_AS_AT = re.compile(
    r",?\s+(?:as at|updated?|at)\s+(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+ (?:19|20)\d\d$", re.IGNORECASE
)


def _is_sentence(title: str) -> bool:
    """Whether the words of a numbered line are a paragraph's: "The Chair welcomed those present."."""
    return title.endswith(".") and opens_sentence(title)


def _sheet_title(document: Document, first: int) -> int:
    """The line above a table of actions that says what it is."""
    for i in range(first, len(document.blocks)):
        if document.blocks[i].kind == "row":
            break
        if _SHEET.search(_text(document, i)):
            return i
    return first

"""A saved page of a ModernGov meeting → Minutes: there the markup says which words are an item's number and title.

Only pages that list the items of one meeting; pages of one item, one subject or one decision carry lines that
structure.py knows by their words.
"""

import datetime
import re

from ..document import Block, Document, Span
from ..records import Meeting, Minutes
from ..when import dates
from . import restricted
from .items import Part, build_item
from .labels import is_chrome, without_suffix


def parse_page(document: Document) -> Minutes | None:
    """The meeting that the page lists the items of; None for any other document."""
    titles = [i for i, block in enumerate(document.blocks) if block.role == "item_title"]
    if not titles or not any(block.role == "meeting" for block in document.blocks[: titles[0]]):
        return None
    ends = [*titles[1:], len(document.blocks)]
    parts = [_part(document, first, end) for first, end in zip(titles, ends, strict=True)]
    items = restricted.mark(document, [build_item(document, part) for part in parts], restricted.places(document))
    date, committee = _occasion(document, document.blocks[: titles[0]])
    span = Span(document.blocks[0].span.start, document.blocks[-1].span.end)
    return Minutes(document, "meeting" if len(titles) > 1 else "agenda_item", (Meeting(date, committee, span, items),))


def _part(document: Document, first: int, end: int) -> Part:
    """The blocks of an item: its title, then its description, decision and minutes, each under its label."""
    title = document.blocks[first]
    span = Span(title.span.start, document.blocks[end - 1].span.end)
    start = document.blocks[first + 1].span.start if first + 1 < end else span.end
    number = title.marker.strip(".()") or None
    return Part(number, without_suffix(document.slice(title.span)), span, first + 1, end, start)


def _occasion(document: Document, blocks: tuple[Block, ...]) -> tuple[datetime.date | None, str | None]:
    """The date and the committee of the page's heading: "Health Scrutiny Panel / Tuesday, 5th March, 2024 7.00 pm"."""
    lines = [document.slice(block.span) for block in blocks if block.role == "meeting"]
    date = next((found for line in lines if (found := dates.parse_date(line))), None)
    committee = next((line for line in lines if not dates.parse_date(line) and not is_chrome(line)), None)
    if committee is None and date is not None:  # both on one line: "Health Scrutiny Panel - Tuesday, 5th March, 2024"
        line = next(line for line in lines if dates.parse_date(line))
        committee = re.split(r"\s*[-–,]\s*(?=\w+day\b|\d)", line)[0] or None
    return date, committee

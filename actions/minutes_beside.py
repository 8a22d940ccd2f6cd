"""The page of the minutes that stands beside the proposals: which items, and which quotes lie in which of them.

Of the other pages' items nothing is read but where they begin and end.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.core.paginator import Page, Paginator

from meetings.models import Meeting

from .marked_minutes import Mark
from .models import Evidence
from .proposals import Entry
from .unsettled import standing_items

ITEMS_PER_PAGE = 100


class Place(NamedTuple):
    """Where an item stands in the text of its source."""

    pk: int
    source: int | None
    start: int | None
    end: int | None
    number: str
    restricted: bool


def places_of(meeting: Meeting) -> list[Place]:
    """The meeting's items in order."""
    rows = standing_items(meeting).values_list("pk", "source", "start", "end", "number", "restricted")
    return [Place(*row) for row in rows]


def items_of_quotes(entries: Iterable[Entry], places: Iterable[Place]) -> dict[int, int | None]:
    """By quote that has a place in the text: its item. An action may rest on words of two items."""
    within: dict[int | None, list[tuple[int, int, int]]] = defaultdict(list)
    for place in places:
        if place.start is not None and place.end is not None:
            within[place.source].append((place.start, place.end, place.pk))
    for spans in within.values():
        spans.sort()
    found: dict[int, int | None] = {}
    for entry in entries:
        for quote in entry.action.evidence.all():
            if quote.start is None or quote.end is None:
                continue
            spans = within[quote.source_id]
            before = bisect_right(spans, quote.start, key=lambda span: span[0]) - 1
            holds = before >= 0 and quote.start < spans[before][1]
            found[quote.pk] = spans[before][2] if holds else entry.action.item_id
    return found


def page_beside(
    places: list[Place], items: Mapping[int, int | None], opened: Entry | None, given: Mapping[str, str]
) -> Page:
    """The page asked for by its number (`minutes`), by what is to be `at` it ("item-12", "tick-12", the quote "e7"),
    or the one with the words of the proposal that stands open."""
    paginator = Paginator(places, ITEMS_PER_PAGE)
    if "minutes" in given:
        return paginator.get_page(given["minutes"])
    item = _item_at(given.get("at", ""), items)
    if item is None and opened:
        quotes = [quote.pk for quote in opened.action.evidence.all() if quote.pk in items]
        item = items[quotes[0]] if quotes else opened.action.item_id
    at = next((number for number, place in enumerate(places) if place.pk == item), 0)
    return paginator.get_page(at // ITEMS_PER_PAGE + 1)


def _item_at(at: str, items: Mapping[int, int | None]) -> int | None:
    name, _, key = at.rpartition("-")
    if name in ("item", "tick") and key.isdecimal():
        return int(key)
    return items.get(int(at[1:])) if at.startswith("e") and at[1:].isdecimal() else None


def marks_on(
    page: Page, entries: Iterable[Entry], items: Mapping[int, int | None], shown: set[int]
) -> dict[tuple[int | None, int | None], list[Mark]]:
    """By source and item: the quotes that are marked on this page of the minutes. `shown`: the proposals listed."""
    here = {place.pk for place in page}
    marks: dict[tuple[int | None, int | None], list[Mark]] = defaultdict(list)
    for entry in entries:
        for quote in entry.action.evidence.all():
            item = items.get(quote.pk)
            if item in here and quote.start is not None and quote.end is not None:
                key, resolved = entry.action.pk, quote.origin == Evidence.Origin.RESOLVED
                mark = Mark(quote.start, quote.end, entry.number, key, quote.pk, resolved, key in shown)
                marks[quote.source_id, item].append(mark)
    return marks


def tell_where(entries: Iterable[Entry], page: Page, items: Mapping[int, int | None]) -> None:
    """Each proposal learns which of its quotes, and whether its item, stand on another page of the minutes."""
    here = {place.pk for place in page}
    for entry in entries:
        quotes = [quote.pk for quote in entry.action.evidence.all()]
        entry.elsewhere = frozenset(pk for pk in quotes if pk in items and items[pk] not in here)
        entry.item_is_here = entry.action.item_id in here

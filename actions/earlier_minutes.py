"""Of which earlier documents a document of the same meetings takes the place, and which of their items is which of its.

Confirmed minutes take the place of every draft. A document of the same standing as an earlier one takes its place
where it says most of it again; otherwise the two are parts of the minutes, and both stand. What is read after the
minutes that take its place gives way to them.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from django.db.models import F, Q, QuerySet

from meetings.models import AgendaItem, Source
from meetings.storage import Stored

from .proposing import fold

SAME_TITLE = 0.8  # of two titles: the share of letters in common
IN_A_ROW = 5  # words; so many together are hardly in two texts by chance
MOST = 0.5  # of those


def earlier_items(source: Source, stored: Stored) -> list[AgendaItem]:
    """The items that this document takes over, those that stand first; last those replaced before that actions are of.

    Those of a private part only where this is one too.
    """
    others = _others(source, stored)
    before = others.filter(standing=source.standing, pk__lt=source.pk)
    replaced = [one for one in before if says_most_of(source.text, one.text)]
    if source.standing == Source.Standing.CONFIRMED:
        replaced += others.filter(standing=Source.Standing.DRAFT)
    items = AgendaItem.objects.filter(
        Q(replaced_by=None) | Q(actions__isnull=False), meeting__in=stored.meetings, source__in=replaced
    )
    in_order = items.prefetch_related("source").order_by(F("replaced_by").asc(nulls_first=True), "order", "pk")
    return list(in_order.distinct())


def stand_behind(source: Source, stored: Stored) -> list[str]:
    """Give way to newer minutes that were read before and say most of this document; that, for the clerk."""
    newer = Q(standing=source.standing, pk__gt=source.pk)
    if source.standing == Source.Standing.DRAFT:
        newer |= Q(standing=Source.Standing.CONFIRMED)
    over = next((one for one in _others(source, stored).filter(newer) if says_most_of(one.text, source.text)), None)
    if over is None:
        return []
    AgendaItem.objects.filter(source=source).update(replaced_by=over)
    return [f"Newer minutes of this meeting are here ({over.get_standing_display()}), and stand. This adds to them."]


def _others(source: Source, stored: Stored) -> QuerySet[Source]:
    """Other documents in use that the same meetings have items from, private parts by themselves."""
    others = Source.objects.filter(items__meeting__in=stored.meetings, exempt=source.exempt)
    return others.exclude(pk=source.pk).exclude(state=Source.State.SET_ASIDE).distinct()


def says_most_of(later: str, earlier: str) -> bool:
    """Whether most of the earlier text stands in the later one, a few words at a time."""
    before, now = set(_runs(earlier)), set(_runs(later))
    return bool(before) and len(before & now) >= MOST * len(before)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = fold(text).split()
    return zip(*(words[place:] for place in range(IN_A_ROW)), strict=False)


def match_items(earlier: Iterable[AgendaItem], later: Iterable[AgendaItem]) -> dict[int, AgendaItem]:
    """By the earlier item's id; the same title first, then one that is nearly so. Each item is taken once."""
    left, matched = list(later), {}
    tests: list[Callable[[str, str], bool]] = [lambda one, other: one == other, is_nearly]
    for test in tests:
        for before in earlier:
            if before.pk in matched:
                continue
            for item in left:
                if item.meeting_id == before.meeting_id and test(fold(before.title), fold(item.title)):
                    matched[before.pk] = item
                    left.remove(item)
                    break
    return matched


def is_nearly(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME_TITLE

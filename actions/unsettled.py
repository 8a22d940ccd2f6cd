"""What newer minutes say otherwise than the earlier ones, or not at all: shown to the clerk, who decides what stands.

How it came to that is `newer_minutes.py`.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count, groupby
from operator import itemgetter

from django.db import transaction
from django.db.models import F, Q, QuerySet

from meetings.models import AgendaItem, Meeting
from people.models import User

from .history import record
from .models import OUTSTANDING, Action, Event, Status
from .workflow import MoveRefused

REWORDED = "reworded"  # its line of history keeps the words before


def standing_items(meeting: Meeting) -> QuerySet[AgendaItem]:
    """The items of a meeting in order. Last those that were replaced and that actions belong to still."""
    used = Action.objects.filter(meeting=meeting).exclude(status=Status.DISMISSED).values("item")
    standing = meeting.items.filter(Q(replaced_by=None) | Q(pk__in=used))
    return standing.order_by(F("replaced_by").asc(nulls_first=True), "order", "pk")


@dataclass(frozen=True)
class Run:
    """Words of a quote that the other minutes have too, or have not."""

    words: str
    differs: bool


Quotes = list[list[Run]]


@dataclass(frozen=True)
class Change:
    """An action that the newer minutes say otherwise, with the words before, or that is not in them."""

    action: Action
    before: Quotes
    after: Quotes

    @property
    def is_missing(self) -> bool:
        return not self.after


def changes_of(actions: Iterable[Action]) -> list[Change]:
    """What is to be decided about these actions, their evidence fetched; one query where there is anything."""
    unsettled = [action for action in actions if action.unsettled_by_id and action.status in OUTSTANDING]
    said: dict[int, list[str]] = {}
    if unsettled:
        for event in Event.objects.filter(action__in=unsettled, verb=REWORDED).order_by("pk"):
            said[event.action_id] = event.data["from"]
    changes = []
    for action in unsettled:
        quotes = list(action.evidence.all())
        after = [quote.text for quote in quotes if quote.source_id == action.unsettled_by_id]
        before = said.get(action.pk, []) if after else [quote.text for quote in quotes]
        changes.append(Change(action, *told_apart(before, after)))
    return changes


def told_apart(before: list[str], after: list[str]) -> tuple[Quotes, Quotes]:
    """The quotes of both minutes, cut where they differ; where there is nothing to compare with, nothing does."""
    earlier, newer = [" ".join(words).split() for words in (before, after)]
    blocks = SequenceMatcher(None, earlier, newer, autojunk=False).get_matching_blocks() if before and after else []
    in_both = {block.a + place for block in blocks for place in range(block.size)}
    in_both_newer = {block.b + place for block in blocks for place in range(block.size)}
    if not blocks:
        in_both, in_both_newer = set(range(len(earlier))), set(range(len(newer)))
    return _runs(before, in_both), _runs(after, in_both_newer)


def _runs(quotes: list[str], in_both: set[int]) -> Quotes:
    place, cut = count(), []
    for quote in quotes:
        known = [(word, next(place) not in in_both) for word in quote.split()]
        cut.append([Run(" ".join(word for word, _ in run), differs) for differs, run in groupby(known, itemgetter(1))])
    return cut


@transaction.atomic
def settle(action: Action, *, by: User, now: datetime.datetime) -> None:
    """It stands, whatever the newer minutes say; of two clerks at once the second is told."""
    if not Action.objects.filter(pk=action.pk, unsettled_by__isnull=False).update(unsettled_by=None, updated_at=now):
        raise MoveRefused("That is decided already: somebody may have been quicker.")
    record(action, "settled", by=by, now=now)


def change_in_words(action: Action) -> str:
    """What is the matter with an action, its evidence fetched, that newer minutes changed."""
    if any(quote.source_id == action.unsettled_by_id for quote in action.evidence.all()):
        return "The newer minutes say it in other words than the earlier ones."
    return "It was in the earlier minutes. The newer ones do not have it."

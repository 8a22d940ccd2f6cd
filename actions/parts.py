"""Answers to only part of a question: which of them wait for the clerk, and what is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from .models import ANSWERED_IN_PART, STILL_WANTED, Action, ActionQuerySet, Answer, Event, Status

# What a clerk does about it: it then waits for its owner again, until the next part or the rest comes.
DEALT_WITH = ["chased", "redated", "more time refused", "paused", "sent back", "reopened"]
LATER = Event.objects.filter(action=OuterRef("action"), pk__gt=OuterRef("pk"), verb__in=DEALT_WITH, by__isnull=False)
PARTS = Event.objects.filter(~Exists(LATER), action=OuterRef("pk"), verb=ANSWERED_IN_PART)
LABELS = {"sent back": "Still missing", ANSWERED_IN_PART: "Still to come", "reopened": "Opened again"}
IN_PART = Q(Exists(PARTS), status=Status.OPEN)


@dataclass(frozen=True)
class PartLine:
    """An answer to part of what was asked, and what is still to come in its owner's words."""

    action: Action
    part: Answer


def part_lines(mine: ActionQuerySet, most: int) -> list[PartLine]:
    """Those of which part has come and nobody has dealt with it since; the first due first."""
    found = list(mine.filter(IN_PART).for_lists().order_by("due_on", "pk")[:most])
    sent = Answer.objects.filter(action__in=found, state=Answer.State.PART).order_by("sent_at", "pk")
    parts = {part.action_id: part for part in sent}
    return [PartLine(action, parts[action.pk]) for action in found]


@dataclass(frozen=True)
class Wanted:
    """What an open action still waits for, or why it was opened again: as its owner is told."""

    label: str
    note: str

    def __str__(self) -> str:
        return f"{self.label}: {self.note}"


def still_wanted(actions: Iterable[Action]) -> dict[int, Wanted]:
    """By id, of those open actions that were answered or closed before."""
    since = Event.objects.filter(action__in=[action.pk for action in actions], verb__in=STILL_WANTED)
    rows = since.order_by("at", "pk").values_list("action_id", "verb", "note")
    return {pk: Wanted(LABELS[verb], note) for pk, verb, note in rows}

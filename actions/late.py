"""The overdue actions that a clerk has to look at: those that go up the ladder soon, then the longest overdue."""

import datetime
from dataclasses import dataclass

from django.db.models import Max

from people.wording import lateness

from .models import Action, ActionQuerySet, Notice
from .notices.chasing import CHAIR, HEAD, NextStep, next_steps
from .notices.telling import chased_on

MOST = 8
SOON = datetime.timedelta(days=7)
# The ladder ends some weeks after the due date; what is later than this goes no further by itself.
LOOKED_AT = 300


@dataclass(frozen=True)
class LateLine:
    """`step` where somebody above the owner is told within a week, unless the clerk holds it back."""

    action: Action
    lateness: str
    reminded_on: datetime.date | None
    step: NextStep | None
    is_chased_today: bool = False

    @property
    def where_it_goes(self) -> str:
        """To the head of service, on the chair’s list."""
        if self.step is None:
            return ""
        return {HEAD: "to the head of service", CHAIR: "on the chair’s list"}[self.step.step]


def late_lines(mine: ActionQuerySet, today: datetime.date) -> list[LateLine]:
    """Of the clerk's actions, in four queries more than the calendars of their nations."""
    late = mine.overdue(today).for_lists()
    steps = steps_soon(list(late.order_by("-due_on", "pk")[:LOOKED_AT]), today)
    going = sorted(steps.values(), key=lambda each: (each[1].on, each[0].due_on or today, each[0].pk))
    lines: list[tuple[Action, NextStep | None]] = [*going[:MOST]]
    if len(lines) < MOST:
        longest = late.exclude(pk__in=steps).order_by("due_on", "pk")
        lines += [(action, None) for action in longest[: MOST - len(lines)]]
    reminded = reminded_on([action.pk for action, _ in lines])
    chased = chased_on([action for action, _ in lines], today)
    return [
        LateLine(action, lateness(action.due_on, today), reminded.get(action.pk), step, action.pk in chased)
        for action, step in lines
    ]


def steps_soon(actions: list[Action], today: datetime.date) -> dict[int, tuple[Action, NextStep]]:
    """Those of the actions that somebody above the owner is told of within a week."""
    steps = next_steps(actions, today)
    found = {}
    for action in actions:
        step = steps.get(action.pk)
        if step and step.step in (HEAD, CHAIR) and step.on <= today + SOON:
            found[action.pk] = (action, step)
    return found


def reminded_on(ids: list[int]) -> dict[int, datetime.date]:
    """The day on which each action's owner was last sent anything about it."""
    kinds = [Notice.Kind.REMINDER, Notice.Kind.DUE_TODAY, Notice.Kind.OVERDUE]
    rows = Notice.actions.through.objects.filter(
        action__in=ids, notice__kind__in=kinds, notice__state=Notice.State.SENT
    )
    return dict(rows.values_list("action").annotate(Max("notice__sent_at__date")))

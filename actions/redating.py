"""When the calendar, the bank holidays or the closure days change: work out again every date that hangs on them.

Each action that moves gets its line of history; owners are told once each, by `notices.tell_changes`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from meetings.models import Committee
from people.models import User

from .amendments import STANDING, redate
from .deadlines import HANGING, Due, DueRules, compute
from .models import Action

FOLLOWED = "Worked out again: the calendar, a bank holiday or a closure day has changed."


@dataclass(frozen=True)
class Moved:
    """An action and the date that it would have; `old` is the one it has."""

    action: Action
    old: datetime.date | None
    due: Due


def find_moves(committee: Committee, rules: DueRules | None = None) -> list[Moved]:
    """The actions whose date, working or meeting is no longer what their rule gives; in a fixed number of queries."""
    rules = rules or DueRules.load(committee)
    hanging = Action.objects.filter(committee=committee, status__in=STANDING, due_rule__rule__in=HANGING)
    moved = []
    for action in hanging.select_related("item").order_by("meeting__date", "order", "pk"):
        due = compute(action.due_rule, rules)
        meeting_id = due.meeting.pk if due.meeting else None
        if (due.on, due.working, meeting_id) != (action.due_on, action.due_working, action.due_meeting_id):
            moved.append(Moved(action, action.due_on, due))
    return moved


def hold(committee: Committee) -> None:
    """Until the transaction ends nobody else changes the committee's calendar, nor stores minutes of it."""
    list(Committee.objects.select_for_update(no_key=True).filter(pk=committee.pk).values("pk"))


@transaction.atomic
def redate_hanging(
    committee: Committee, *, now: datetime.datetime, by: User | None = None, reason: str = FOLLOWED
) -> list[Moved]:
    """Move every action that hangs on the calendar to where its rule puts it; those whose date changed."""
    hold(committee)
    moves = find_moves(committee)
    for moved in moves:
        due = moved.due
        redate(
            moved.action,
            due.on,
            by=by,
            now=now,
            reason=reason,
            rule=due.rule,
            working=due.working,
            due_meeting=due.meeting,
        )
    return [moved for moved in moves if moved.old != moved.due.on]


@transaction.atomic
def change_calendar(
    committee: Committee, change: Callable[[], object], *, reason: str, by: User, now: datetime.datetime
) -> list[Moved]:
    """Change the calendar and let the actions follow, all or nothing."""
    hold(committee)
    change()
    return redate_hanging(committee, now=now, by=by, reason=reason)


def preview(committee: Committee, change: Callable[[], object]) -> list[Moved]:
    """What would move if the calendar were changed so; nothing is kept."""
    with transaction.atomic():
        change()
        moves = find_moves(committee)
        transaction.set_rollback(True)
    return [moved for moved in moves if moved.old != moved.due.on]

"""Reminders, due today, and the ladder of what is overdue: the owner, their head of service, the chair's list.

Each step is put down once for each action and due date. The ladder counts working days from the due date, or from
the day the action was confirmed if that was later: nobody is chased for what they could not know. A step missed
because nothing ran is made up for, one step a day. The clerk may hold the next step back.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from meetings.models import Committee
from meetings.working_days import WorkingDays
from people.models import User

from ..history import record
from ..models import Action, Notice, Status
from ..workflow import MoveRefused
from .outbox import State, queue
from .recipients import person_key
from .telling import with_owners

Kind = Notice.Kind
REMINDER, DUE_TODAY, OWNER, HEAD, CHAIR = "reminder", "due_today", "owner", "head", "chair"
KINDS = {
    REMINDER: Kind.REMINDER,
    DUE_TODAY: Kind.DUE_TODAY,
    OWNER: Kind.OVERDUE,
    HEAD: Kind.OVERDUE,
    CHAIR: Kind.OVERDUE,
}
LADDER = [OWNER, HEAD, CHAIR]
NEXT_WORDS = {OWNER: "the owner", HEAD: "the head of service", CHAIR: "the chair’s list"}
# Reminders are looked for among what is due so soon; no committee reminds earlier.
HORIZON = datetime.timedelta(days=120)

Told = dict[tuple[int, str, str], datetime.date]


@dataclass(frozen=True)
class Dated:
    """An action with its due date, and the day since when its owner could know of it."""

    action: Action
    due: datetime.date
    known: datetime.date

    @property
    def start(self) -> datetime.date:
        """From when lateness is counted."""
        return max(self.due, self.known)


def dated(action: Action) -> Dated | None:
    """None where nobody is chased: not open, paused, or without a date."""
    if action.status != Status.OPEN or action.due_on is None or action.paused_until:
        return None
    known = timezone.localdate(action.confirmed_at) if action.confirmed_at else action.meeting.date
    return Dated(action, action.due_on, known)


@dataclass
class Chaser:
    """One committee's day."""

    committee: Committee
    today: datetime.date
    days: WorkingDays
    told: Told = field(default_factory=dict)

    def steps(self, one: Dated) -> list[str]:
        """The steps that are due for an action today."""
        return [
            step for step in (REMINDER, DUE_TODAY, *LADDER) if not self.when_told(step, one) and self.is_due(step, one)
        ]

    def when_told(self, step: str, one: Dated) -> datetime.date | None:
        return self.told.get((one.action.pk, step, one.due.isoformat()))

    def is_due(self, step: str, one: Dated) -> bool:
        if step == REMINDER:
            return self.reminds(one)
        if step == DUE_TODAY:
            return one.known < self.today and self.days.subtract(one.due, 0) <= self.today <= one.due
        late = self.days.between(one.start, self.today)
        return late >= self.after(step) > 0 and self.may_follow(step, one)

    def reminds(self, one: Dated) -> bool:
        """From the reminder's day up to the last working day before it is due; not to somebody told since then."""
        if not self.committee.reminder_days:
            return False
        first = self.days.subtract(one.due, self.committee.reminder_days)
        return one.known < first <= self.today < self.days.subtract(one.due, 0)

    def after(self, step: str) -> int:
        """Working days overdue at which a step is taken; 0 is never."""
        return {OWNER: 1, HEAD: self.committee.chase_head_after, CHAIR: self.committee.chase_chair_after}[step]

    def may_follow(self, step: str, one: Dated) -> bool:
        """Nobody is told above somebody who was told only today."""
        below = [lower for lower in LADDER[: LADDER.index(step)] if self.after(lower) and one.action.owner_id]
        return all((self.when_told(lower, one) or self.today) < self.today for lower in below)


def chase_all(now: datetime.datetime) -> list[Notice]:
    """Put down every reminder and step that is due today; nothing on a day that is no working day."""
    today = timezone.localdate(now)
    notices = []
    for committee in Committee.objects.order_by("pk"):
        days = WorkingDays.load(committee.nation)
        if days.is_working(today):
            notices += chase_committee(Chaser(committee, today, days), now)
    return notices


def chase_committee(chaser: Chaser, now: datetime.datetime) -> list[Notice]:
    actions = list(due_soon_or_late(chaser.committee, chaser.today))
    chaser.told = told_steps(actions)
    groups: dict[Key, list[Dated]] = defaultdict(list)
    for one in filter(None, map(dated, actions)):
        for step in chaser.steps(one):
            for key in group_keys(step, one):
                groups[key].append(one)
    notices = [put_down(key, group, chaser, now) for key, group in groups.items()]
    return [notice for notice in notices if notice]


def due_soon_or_late(committee: Committee, today: datetime.date) -> Iterable[Action]:
    found = Action.objects.filter(
        committee=committee, status=Status.OPEN, due_on__lte=today + HORIZON, paused_until__isnull=True
    )
    found = found.select_related("meeting", "owner__officer", "owner__post").prefetch_related("joint_owners")
    return found.order_by("due_on", "meeting__date", "order", "pk")


def told_steps(actions: Iterable[Action]) -> Told:
    """Which steps were put down for which action and due date, and on which day."""
    rows = Notice.actions.through.objects.filter(
        notice__kind__in=set(KINDS.values()), action__in=[action.pk for action in actions]
    )
    told: Told = {}
    for row in rows.values_list("action_id", "notice__kind", "notice__data", "notice__created_at"):
        action_id, kind, data, created_at = row
        due = data.get("due", {}).get(str(action_id))
        if due:
            told[action_id, data.get("stage") or kind, due] = timezone.localdate(created_at)
    return told


Key = tuple[str, str, str]


def group_keys(step: str, one: Dated) -> list[Key]:
    """In which emails an action's step is told: by owner and due date, by owner, or for the whole committee."""
    if step == CHAIR:
        return [(step, "", "")]
    due = one.due.isoformat() if step in (REMINDER, DUE_TODAY) else ""
    return [(step, person_key(owner), due) for _, owner in with_owners([one.action])]


def put_down(key: Key, group: list[Dated], chaser: Chaser, now: datetime.datetime) -> Notice | None:
    step, person, due = key
    actions = [one.action for one in group]
    owner = next((owner for _, owner in with_owners(actions) if person_key(owner) == person), None)
    stage = {"stage": step} if step in LADDER else {}
    parts = [step, str(chaser.committee.pk), person, due, chaser.today.isoformat()]
    return queue(
        ":".join(part for part in parts if part),
        KINDS[step],
        now=now,
        actions=actions,
        data={"due": {str(one.action.pk): one.due.isoformat() for one in group}, **stage},
        owner=owner,
        committee=chaser.committee,
    )


@dataclass(frozen=True)
class NextStep:
    """The next rung for an overdue action, and the first working day on which it is taken."""

    step: str
    on: datetime.date

    @property
    def words(self) -> str:
        return NEXT_WORDS[self.step]


def next_step(action: Action, chaser: Chaser) -> NextStep | None:
    """What comes next on the ladder, with `chaser.told` filled for the action; None where nothing more comes."""
    one = dated(action)
    if one is None:
        return None
    for step in LADDER:
        if chaser.after(step) and not chaser.when_told(step, one):
            on = chaser.days.add(one.start, chaser.after(step))
            return NextStep(step, max(on, chaser.days.add(chaser.today, 0)))
    return None


def next_steps(actions: Iterable[Action], today: datetime.date) -> dict[int, NextStep]:
    """What comes next for each of several actions, by id; a fixed number of queries for each nation."""
    actions = list(actions)
    told = told_steps(actions)
    days: dict[str, WorkingDays] = {}
    steps = {}
    for action in actions:
        nation = action.committee.nation
        if nation not in days:
            days[nation] = WorkingDays.load(nation)
        step = next_step(action, Chaser(action.committee, today, days[nation], told))
        if step:
            steps[action.pk] = step
    return steps


@transaction.atomic
def hold_back(action: Action, *, by: User, now: datetime.datetime, reason: str) -> NextStep:
    """The clerk keeps the next step of the ladder from being taken, as long as the due date stays as it is."""
    reason = reason.strip()
    if not reason:
        raise MoveRefused("Say why it is held back.")
    Action.objects.select_for_update(no_key=True).get(pk=action.pk)
    step = next_steps([action], timezone.localdate(now)).get(action.pk)
    if step is None or action.due_on is None:
        raise MoveRefused("Nothing more would be sent for this action.")
    due = action.due_on.isoformat()
    notice = queue(
        f"held:{step.step}:{action.pk}:{due}",
        Kind.OVERDUE,
        now=now,
        actions=[action],
        data={"stage": step.step, "due": {str(action.pk): due}},
        state=State.SKIPPED,
        outcome=f"Held back by {by.name}: {reason}",
        owner=action.owner,
        committee=action.committee,
    )
    if notice is None:
        raise MoveRefused("It is held back already.")
    record(action, "held back", by=by, now=now, note=reason, data={"from": step.words})
    return step

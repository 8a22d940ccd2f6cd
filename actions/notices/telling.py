"""Who is told what, and that once: new actions, what others changed, and what a clerk chases by hand.

Whoever puts notices down for a person first takes the lock on that person's owner rows, so that of two workers the
second sees what the first has put down. Nothing here sends: rows wait for the next round of `outbox.py`.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from meetings.models import Committee, Meeting
from people.models import Owner, User
from people.wording import plain_date

from ..history import record
from ..models import Action, Event, Notice, Status
from ..workflow import MoveRefused
from .change_words import CHANGES
from .outbox import queue
from .recipients import person_key

Kind = Notice.Kind
LOOK_BACK = datetime.timedelta(days=14)
# A clerk who changes several things in a row sends one email.
SETTLE = datetime.timedelta(minutes=10)
AT_ONCE = datetime.timedelta(0)
CHASED_TODAY = "Chased today already"

Pair = tuple[Action, Owner]


def lock_person(owner: Owner) -> list[int]:
    """Hold every owner row of the person until the transaction ends; their ids."""
    rows = Owner.objects.filter(officer=owner.officer_id) if owner.officer_id else Owner.objects.filter(pk=owner.pk)
    return list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))


def with_owners(actions: Iterable[Action]) -> list[Pair]:
    """Each action with its owner and each of its joint owners."""
    pairs = []
    for action in actions:
        owners = [action.owner] if action.owner else []
        pairs += [(action, owner) for owner in [*owners, *action.joint_owners.all()]]
    return pairs


# --- new actions ---------------------------------------------------------------------------------


def meeting_reviewed(meeting: Meeting, now: datetime.datetime) -> list[Notice]:
    """The review of a meeting is finished: a notice to each owner of its open actions who does not know yet."""
    return tell_owners(Action.objects.filter(meeting=meeting), now)


def tell_owners_left_waiting(now: datetime.datetime) -> list[Notice]:
    """At the end of the working day: everything confirmed of which the owner does not know, its review done or not."""
    return tell_owners(Action.objects.all(), now)


def tell_owners(actions: QuerySet[Action], now: datetime.datetime) -> list[Notice]:
    """One notice to each owner for each meeting, of those open `actions` that they have not been told of."""
    found = (
        actions.filter(status=Status.OPEN)
        .select_related("owner", "meeting__committee")
        .prefetch_related("joint_owners")
    )
    pairs = with_owners(found.order_by("meeting", "order", "pk"))
    told = told_of([action.pk for action, _ in pairs])
    people: dict[str, list[Pair]] = defaultdict(list)
    for action, owner in pairs:
        if (action.pk, person_key(owner)) not in told:
            people[person_key(owner)].append((action, owner))
    return [notice for theirs in people.values() for notice in _tell_person(theirs, now)]


def told_of(
    action_ids: Iterable[int], owner_ids: Iterable[int] | None = None
) -> dict[tuple[int, str], datetime.datetime]:
    """When each person was put down to be told of each action."""
    rows = Notice.actions.through.objects.filter(notice__kind=Kind.ASSIGNMENT, action__in=list(action_ids))
    if owner_ids is not None:
        rows = rows.filter(notice__owner__in=owner_ids)
    told = rows.select_related("notice__owner").order_by("-notice__created_at")
    return {(row.action_id, person_key(row.notice.owner)): row.notice.created_at for row in told if row.notice.owner}


@transaction.atomic
def _tell_person(pairs: list[Pair], now: datetime.datetime) -> list[Notice]:
    """One person's notices, one for each meeting, under one lock."""
    person, ids = person_key(pairs[0][1]), lock_person(pairs[0][1])
    told = told_of([action.pk for action, _ in pairs], ids)
    groups: dict[int, list[Pair]] = defaultdict(list)
    for action, owner in pairs:
        if (action.pk, person) not in told:
            groups[action.meeting_id].append((action, owner))
    earlier = Notice.objects.filter(kind=Kind.ASSIGNMENT, meeting__in=groups, owner__in=ids)
    before = Counter(earlier.values_list("meeting", flat=True))
    notices = [_put_down(f"{person}:{before[pk] + 1}", group, now) for pk, group in groups.items()]
    return [notice for notice in notices if notice]


def _put_down(key: str, group: list[Pair], now: datetime.datetime) -> Notice | None:
    first, owner = group[0]
    return queue(
        f"assignment:{first.meeting_id}:{key}",
        Kind.ASSIGNMENT,
        now=now,
        actions=[action for action, _ in group],
        owner=owner,
        committee=first.meeting.committee,
        meeting=first.meeting,
    )


# --- what others changed ---------------------------------------------------------------------------


def tell_changes(
    now: datetime.datetime, settle: datetime.timedelta = SETTLE, committee: Committee | None = None
) -> list[Notice]:
    """One notice to each owner and committee of what others did to their actions since they were told of them."""
    recent = Event.objects.filter(at__gt=now - LOOK_BACK, at__lte=now - settle, verb__in=CHANGES)
    recent = recent.filter(action__status__in=[Status.OPEN, Status.DROPPED])
    if committee:
        recent = recent.filter(action__committee=committee)
    events = recent.select_related("action__owner__officer", "action__owner__councillor", "action__committee")
    events = events.prefetch_related("action__joint_owners__officer", "action__joint_owners__councillor")
    told = told_of({event.action_id for event in events})
    groups: dict[tuple[str, int], list[tuple[Event, Owner]]] = defaultdict(list)
    for event in events.order_by("pk"):
        for action, owner in with_owners([event.action]):
            since = told.get((action.pk, person_key(owner)))
            if since and since < event.at and not did_it(owner, event):
                groups[person_key(owner), action.committee_id].append((event, owner))
    notices = [_tell_change(group, now) for group in groups.values()]
    return [notice for notice in notices if notice]


def did_it(owner: Owner, event: Event) -> bool:
    person = owner.officer or owner.councillor
    return bool(event.by_id and person and person.user_id == event.by_id)


@transaction.atomic
def _tell_change(group: list[tuple[Event, Owner]], now: datetime.datetime) -> Notice | None:
    first, owner = group[0]
    ids = lock_person(owner)
    earlier = Notice.objects.filter(kind=Kind.CHANGE, owner__in=ids, created_at__gt=now - 2 * LOOK_BACK)
    new = not_covered([event for event, _ in group], earlier)
    if not new:
        return None
    return queue(
        f"change:{person_key(owner)}:{first.action.committee_id}:{new[-1].pk}",
        Kind.CHANGE,
        now=now,
        actions={event.action for event in new},
        data={"events": [event.pk for event in new]},
        owner=owner,
        committee=first.action.committee,
    )


def not_covered(events: Iterable[Event], earlier: QuerySet[Notice]) -> list[Event]:
    """The events that no earlier notice speaks of."""
    covered = {pk for data in earlier.values_list("data", flat=True) for pk in data.get("events", [])}
    return [event for event in events if event.pk not in covered]


# --- by hand ---------------------------------------------------------------------------------------


def chase(action: Action, *, by: User, now: datetime.datetime, note: str = "") -> Notice:
    """The clerk asks the owner for an answer; once a day."""
    refusal = why_not_chased(action, chased_on([action], timezone.localdate(now)))
    notices = [] if refusal else chase_together([action], by=by, now=now, note=note)
    if not notices:
        raise MoveRefused(f"{refusal or CHASED_TODAY}.")
    return notices[0]


def why_not_chased(action: Action, chased_today: Container[int]) -> str:
    """Why nobody is asked for an action; "" where its owner may be."""
    if action.status != Status.OPEN:
        return f"It is {Status(action.status).label.lower()}"
    if action.owner is None:
        return "Nobody has it"
    if action.paused_until:
        return f"Paused until {plain_date(action.paused_until)}"
    if not action.owner.email:
        return f"{action.owner.name} has no email address in the directory"
    return CHASED_TODAY if action.pk in chased_today else ""


def chase_together(actions: Iterable[Action], *, by: User, now: datetime.datetime, note: str = "") -> list[Notice]:
    """One email to each owner and committee, of those actions for which somebody may be asked and was not today."""
    groups: dict[tuple[str, int], list[Action]] = defaultdict(list)
    for action in actions:
        if action.owner and not why_not_chased(action, ()):
            groups[person_key(action.owner), action.committee_id].append(action)
    notices = [_chase_owner(group, by, now, note.strip()) for group in groups.values()]
    return [notice for notice in notices if notice]


@transaction.atomic
def _chase_owner(group: list[Action], by: User, now: datetime.datetime, note: str) -> Notice | None:
    owner, today = group[0].owner, timezone.localdate(now)
    if owner is None:
        return None
    lock_person(owner)
    told = chased_on(group, today)
    new = [action for action in group if action.pk not in told]
    if not new:
        return None
    key = f"overdue:chase:{'.'.join(str(action.pk) for action in new)[:120]}:{person_key(owner)}:{today.isoformat()}"
    data = {"stage": "chase", "note": note}
    notice = queue(key, Kind.OVERDUE, now=now, actions=new, data=data, owner=owner, committee=new[0].committee)
    for action in new if notice else []:
        record(action, "chased", by=by, now=now, note=note, data={"owner": str(owner)})
    return notice


def chased_on(actions: Iterable[Action], day: datetime.date) -> set[int]:
    """The actions whose owners a clerk has chased by hand that day."""
    events = Event.objects.filter(action__in=list(actions), verb="chased", at__date=day)
    return set(events.values_list("action", flat=True))

"""Changes that are no status: owner, due date, words, pause, more time. Each with its line of history.

Old values stay in the history with who changed them and why.
"""

import datetime
from collections.abc import Collection

from django.db import IntegrityError, transaction

from people.models import Councillor, Owner, User

from .history import record
from .models import Action, MoreTimeRequest, Notice, Status
from .notices.outbox import queue
from .workflow import MoveRefused

STANDING = {Status.PROPOSED, Status.OPEN, Status.ANSWERED}


def _refuse_unless(action: Action, allowed: Collection[str], what: str) -> None:
    if action.status not in allowed:
        raise MoveRefused(f"This action is {Status(action.status).label.lower()}, so {what}.")


@transaction.atomic
def assign(
    action: Action, owner: Owner | None, *, by: User | None, now: datetime.datetime, reason: str, note: str = "",
    private_note: str = "",
) -> Action:  # fmt: skip
    """Give the action to `owner`. `reason` is the one line that the action shows its clerk and owner from now on.

    `note` is published with the change; `private_note` is for those who work on the action.
    """
    _refuse_unless(action, STANDING, "its owner cannot be changed")
    old = action.owner
    if old == owner:
        return action
    Action.objects.filter(pk=action.pk).update(owner=owner, owner_reason=reason[:500], updated_at=now)
    action.refresh_from_db()
    if owner:
        action.candidates.all().delete()
    verb = "passed on" if old else "assigned"
    data = {"from": str(old) if old else None, "to": str(owner) if owner else None, "reason": reason}
    record(action, verb, by=by, now=now, note=note, is_public=action.is_published, data=data)
    if private_note:
        record(action, "noted", by=by, now=now, note=private_note)
    return action


@transaction.atomic
def redate(
    action: Action,
    due_on: datetime.date | None,
    *,
    by: User | None,
    now: datetime.datetime,
    reason: str,
    rule: dict | None = None,
    working: str = "",
    due_meeting=None,
) -> Action:
    """Move the due date; the old date, the reason and the author stay in the history."""
    _refuse_unless(action, STANDING, "its due date cannot be changed")
    old = action.due_on
    Action.objects.filter(pk=action.pk).update(
        due_on=due_on,
        due_rule=rule or {"rule": "set", "by": by.name if by else ""},
        due_working=working or reason,
        due_meeting=due_meeting,
        updated_at=now,
    )
    action.refresh_from_db()
    if old != due_on:
        data = {"from": old.isoformat() if old else None, "to": due_on.isoformat() if due_on else None}
        record(action, "redated", by=by, now=now, note=reason, is_public=action.is_published, data=data)
    return action


@transaction.atomic
def edit(action: Action, *, by: User, now: datetime.datetime, **changes) -> Action:
    """Change summary, kind, requester, public_summary or restricted; what changed is recorded with the old value."""
    unknown = set(changes) - {"summary", "kind", "requester", "requester_words", "public_summary", "restricted"}
    if unknown:
        raise ValueError(f"not editable here: {sorted(unknown)}")
    old = {field: getattr(action, field) for field in changes}
    changed = {field: value for field, value in changes.items() if value != old[field]}
    if not changed:
        return action
    Action.objects.filter(pk=action.pk).update(updated_at=now, **changed)
    data = {field: [_plain(old[field]), _plain(value)] for field, value in changed.items()}
    record(action, "edited", by=by, now=now, data=data)
    action.refresh_from_db()
    return action


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Councillor) else value


@transaction.atomic
def pause(action: Action, *, by: User, now: datetime.datetime, reason: str, until: datetime.date) -> Action:
    """Not chased until `until`, when it is looked at again."""
    _refuse_unless(action, {Status.OPEN}, "it cannot be paused")
    if not reason.strip():
        raise MoveRefused("Say why it is paused.")
    Action.objects.filter(pk=action.pk).update(paused_until=until, pause_reason=reason.strip(), updated_at=now)
    action.refresh_from_db()
    record(action, "paused", by=by, now=now, note=reason.strip(), is_public=True, data={"until": until.isoformat()})
    return action


@transaction.atomic
def resume(action: Action, *, by: User | None, now: datetime.datetime) -> Action:
    Action.objects.filter(pk=action.pk).update(paused_until=None, pause_reason="", updated_at=now)
    action.refresh_from_db()
    record(action, "resumed", by=by, now=now, is_public=True)
    return action


@transaction.atomic
def ask_more_time(
    action: Action, *, by: User, now: datetime.datetime, reason: str, until: datetime.date
) -> MoreTimeRequest:
    _refuse_unless(action, {Status.OPEN}, "more time cannot be asked for")
    if not reason.strip():
        raise MoveRefused("Say why more time is needed.")
    if action.due_on and until <= action.due_on:
        raise MoveRefused("The new date must be later than the date it is due now.")
    try:
        with transaction.atomic():
            request = MoreTimeRequest.objects.create(
                action=action,
                asked_by=by,
                asked_at=now,
                old_due_on=action.due_on,
                new_due_on=until,
                reason=reason.strip(),
            )
    except IntegrityError as error:
        raise MoveRefused("More time has been asked for already; the clerk has yet to decide.") from error
    record(action, "asked for more time", by=by, now=now, note=reason.strip(), data={"until": until.isoformat()})
    if action.committee.more_time_decided_by == "chair":
        data = {"stage": "decide", "request": request.pk}
        key = f"decide:{request.pk}"
        queue(key, Notice.Kind.ASSIGNMENT, now=now, actions=[action], data=data, committee=action.committee)
    return request


@transaction.atomic
def decide_more_time(
    request: MoreTimeRequest,
    *,
    by: User,
    now: datetime.datetime,
    agree: bool,
    note: str = "",
    until: datetime.date | None = None,
) -> MoreTimeRequest:
    """Agree (to the date asked for, or to another `until`) or refuse; of two people at once the first one counts."""
    state = MoreTimeRequest.State.AGREED if agree else MoreTimeRequest.State.REFUSED
    changed = MoreTimeRequest.objects.filter(pk=request.pk, state=MoreTimeRequest.State.ASKED).update(
        state=state, decided_by=by, decided_at=now, note=note.strip()
    )
    if not changed:
        raise MoveRefused("Somebody has decided this already.")
    request.refresh_from_db()
    if agree:
        reason = f"More time agreed: {request.reason}"
        redate(request.action, until or request.new_due_on, by=by, now=now, reason=reason)
    else:
        record(request.action, "more time refused", by=by, now=now, note=note.strip())
    return request

"""The only writer of `Action.status`: one verb for each move, written together with its line of history.

A move that is not allowed, or that somebody else was quicker with, raises `MoveRefused` with words for a person.
Who may make a move is the view's business; `now` is an argument, so that nothing here reads the clock.
"""

import datetime
from collections.abc import Collection

from django.db import transaction

from meetings.models import Committee
from people.models import User

from .history import record
from .models import ANSWERED_IN_PART, Action, Answer, Status
from .references import next_reference


class MoveRefused(Exception):
    """The move is not possible; the message is fit for a person."""


@transaction.atomic
def move(
    action: Action,
    to: str,
    verb: str,
    *,
    allowed: Collection[str],
    by: User | None,
    now: datetime.datetime,
    note: str = "",
    is_public: bool = True,
    data: dict | None = None,
    **fields,
) -> Action:
    """Change the status by a filtered update: of two people at once one wins, the other is told."""
    seen = action.status
    if seen not in allowed:
        raise MoveRefused(f"This action is {Status(seen).label.lower()}, so that cannot be done now.")
    changed = Action.objects.filter(pk=action.pk, status=seen).update(status=to, updated_at=now, **fields)
    if not changed:
        current = Action.objects.values_list("status", flat=True).get(pk=action.pk)
        raise MoveRefused(f"Somebody else was quicker: this action is now {Status(current).label.lower()}.")
    record(action, verb, by=by, now=now, from_status=seen, to_status=to, note=note, is_public=is_public, data=data)
    action.refresh_from_db()
    return action


def _reason(words: str, what: str) -> str:
    words = words.strip()
    if not words:
        raise MoveRefused(f"Say {what}.")
    return words


@transaction.atomic
def confirm(action: Action, *, by: User | None, now: datetime.datetime, note: str = "") -> Action:
    """The clerk agrees that it is an action: from now on it is in the register under its reference."""
    reference = action.reference or next_reference(action)
    return move(
        action, Status.OPEN, "confirmed", allowed={Status.PROPOSED}, by=by, now=now, note=note,
        reference=reference, confirmed_at=now, unsettled_by=None,
    )  # fmt: skip


def undo_confirm(action: Action, *, by: User, now: datetime.datetime) -> Action:
    """Back to the review queue, as long as nobody has answered."""
    return move(
        action,
        Status.PROPOSED,
        "unconfirmed",
        allowed={Status.OPEN},
        by=by,
        now=now,
        is_public=False,
        confirmed_at=None,
    )


def dismiss(action: Action, *, by: User, now: datetime.datetime, reason: str) -> Action:
    """Not an action. It is kept with its reason, and can be brought back."""
    reason = _reason(reason, "why it is not an action")[:500]
    return move(
        action, Status.DISMISSED, "dismissed", allowed={Status.PROPOSED}, by=by, now=now, note=reason,
        is_public=False, dismissed_reason=reason, unsettled_by=None,
    )  # fmt: skip


def bring_back(action: Action, *, by: User, now: datetime.datetime) -> Action:
    return move(
        action, Status.PROPOSED, "brought back", allowed={Status.DISMISSED}, by=by, now=now,
        is_public=False, dismissed_reason="", merged_into=None,
    )  # fmt: skip


@transaction.atomic
def answer(action: Action, draft: Answer, *, by: User, now: datetime.datetime) -> Action:
    """Send the answer. Where the committee's rule is `officer` that completes the action too.

    An answer that says what is still to come leaves the action open.
    """
    if draft.action_id != action.pk or draft.state not in {Answer.State.DRAFT, Answer.State.APPROVAL}:
        raise MoveRefused("That answer has been sent already.")
    _reason(draft.text, "what the answer is")
    if draft.private_reason:
        _reason(draft.public_summary, "what the public may know of it")
    draft.state = Answer.State.PART if draft.rest else Answer.State.SENT
    draft.sent_at, draft.by = now, draft.by or by
    draft.save(update_fields=["state", "sent_at", "by"])
    note = f"On behalf of {draft.on_behalf_of.name}" if draft.on_behalf_of else ""
    if draft.rest:
        note = f"{draft.rest} ({note[:1].lower()}{note[1:]})" if note else draft.rest
        return move(
            action, Status.OPEN, ANSWERED_IN_PART, allowed={Status.OPEN}, by=by, now=now, note=note,
            data={"answer": draft.pk},
        )  # fmt: skip
    move(
        action, Status.ANSWERED, "answered", allowed={Status.OPEN}, by=by, now=now, note=note,
        answered_at=now, paused_until=None, pause_reason="", data={"answer": draft.pk},
    )  # fmt: skip
    if action.committee.closure_rule == Committee.ClosureRule.OFFICER:
        move(action, Status.COMPLETE, "completed", allowed={Status.ANSWERED}, by=by, now=now, closed_at=now)
    return action


def accept(action: Action, *, by: User, now: datetime.datetime, minute: str = "", note: str = "") -> Action:
    """The answer meets the request. Where the committee itself accepts, the minute that says so is needed."""
    if action.committee.closure_rule == Committee.ClosureRule.COMMITTEE:
        minute = _reason(minute, "which minute accepted the answer")
    return move(
        action, Status.COMPLETE, "accepted", allowed={Status.ANSWERED}, by=by, now=now, note=note,
        closed_at=now, closing_minute=minute, data={"minute": minute} if minute else None,
    )  # fmt: skip


def complete(action: Action, *, by: User, now: datetime.datetime, note: str, minute: str = "") -> Action:
    """Done without a written answer: a visit held, a report brought. `note` says how."""
    note = _reason(note, "how it was done")
    if action.committee.closure_rule == Committee.ClosureRule.COMMITTEE:
        minute = _reason(minute, "which minute accepted it")
    return move(
        action, Status.COMPLETE, "completed", allowed={Status.OPEN, Status.ANSWERED}, by=by, now=now, note=note,
        closed_at=now, closing_minute=minute, paused_until=None, pause_reason="",
    )  # fmt: skip


@transaction.atomic
def report_done(action: Action, *, by: User, now: datetime.datetime, note: str) -> Action:
    """The owner says it is done, without a written answer; the committee's closure rule decides what follows."""
    note = _reason(note, "how it was done")
    move(
        action, Status.ANSWERED, "reported done", allowed={Status.OPEN}, by=by, now=now, note=note,
        answered_at=now, paused_until=None, pause_reason="",
    )  # fmt: skip
    if action.committee.closure_rule == Committee.ClosureRule.OFFICER:
        move(action, Status.COMPLETE, "completed", allowed={Status.ANSWERED}, by=by, now=now, closed_at=now)
    return action


@transaction.atomic
def send_back(action: Action, *, by: User, now: datetime.datetime, missing: str) -> Action:
    """Part met: the action is open again, with what is missing. The answer stays to be read."""
    missing = _reason(missing, "what is missing")
    latest = action.answers.filter(state=Answer.State.SENT).order_by("-sent_at").first()
    if latest:
        latest.state, latest.missing = Answer.State.SENT_BACK, missing
        latest.save(update_fields=["state", "missing"])
    return move(
        action, Status.OPEN, "sent back", allowed={Status.ANSWERED}, by=by, now=now, note=missing, answered_at=None
    )


def reopen(action: Action, *, by: User, now: datetime.datetime, reason: str) -> Action:
    reason = _reason(reason, "why it is opened again")
    return move(
        action, Status.OPEN, "reopened", allowed={Status.COMPLETE, Status.DROPPED}, by=by, now=now, note=reason,
        closed_at=None, answered_at=None, closing_minute="",
    )  # fmt: skip


def drop(action: Action, *, by: User, now: datetime.datetime, reason: str, decided_by: str) -> Action:
    """No longer required: with the reason and who decided."""
    reason = _reason(reason, "why it is no longer required")
    decided_by = _reason(decided_by, "who decided that it is no longer required")
    return move(
        action, Status.DROPPED, "dropped", allowed={Status.OPEN, Status.ANSWERED}, by=by, now=now,
        note=f"{reason} Decided by {decided_by}.", closed_at=now, paused_until=None, pause_reason="",
        unsettled_by=None,
        data={"decided_by": decided_by},
    )  # fmt: skip


@transaction.atomic
def merge(kept: Action, other: Action, *, by: User, now: datetime.datetime) -> Action:
    """Two proposals that are one request: `kept` takes the other's evidence, the other is dismissed."""
    if kept.pk == other.pk or kept.meeting_id != other.meeting_id:
        raise MoveRefused("Only two different actions of one meeting can be merged.")
    if kept.status not in {Status.PROPOSED, Status.OPEN}:
        raise MoveRefused("Only a proposed or open action can take in another.")
    taken = []
    for order, quote in enumerate(other.evidence.all(), start=kept.evidence.count()):
        if not kept.evidence.filter(source=quote.source, start=quote.start, text=quote.text).exists():
            copy = kept.evidence.create(
                source=quote.source, start=quote.start, end=quote.end, text=quote.text, origin=quote.origin, order=order
            )
            taken.append(copy.pk)
    reason = f"The same request as “{kept.summary}”"[:500]
    move(
        other, Status.DISMISSED, "merged", allowed={Status.PROPOSED}, by=by, now=now, note=reason,
        is_public=False, dismissed_reason=reason, merged_into=kept,
    )  # fmt: skip
    record(kept, "took in", by=by, now=now, note=other.summary, data={"merged": other.pk, "evidence": taken})
    return kept

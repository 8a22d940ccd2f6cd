"""One step back from minutes that took the place of earlier ones: those stand again, as they were.

For the wrong document, or one that was not yet meant. Refused (`MoveRefused`) once anybody has worked on the meeting
since, or newer minutes have come: what was done rests on the newer text then. Nothing that is exempt is opened by it.
"""

import datetime

from django.db import transaction
from django.db.models import Max, QuerySet

from meetings.models import AgendaItem, Committee, Meeting, Source
from people.models import User

from . import workflow
from .history import record
from .models import Action, Event, Evidence, Status, Takeover
from .newer_minutes import FOUND_AGAIN, NOT_IN_THEM, carry_item, put_in_order
from .proposing import TAKEN_BACK
from .unsettled import REWORDED
from .workflow import MoveRefused

PUT_BACK = "The earlier minutes were put back in its place."
SAYING = {FOUND_AGAIN: "In the same words", REWORDED: "In other words", NOT_IN_THEM: "Not in them"}


def why_not(takeover: Takeover) -> str:
    """Why the earlier minutes cannot be put back, in words for the clerk; "" where they can."""
    source, meetings = takeover.source, _meetings(takeover)
    if source.state != Source.State.READY:
        return "These minutes are not in use."
    if _events(takeover).exclude(by=None).exists() or meetings.exclude(reviewed_at=None).exists():
        return "The earlier minutes cannot be put back: somebody has worked on this meeting since."
    last = source.items.aggregate(last=Max("pk"))["last"]
    if AgendaItem.objects.filter(meeting__in=meetings, pk__gt=last).exists():
        return "The earlier minutes cannot be put back: another document or item has come to this meeting since."
    if _new_ones(takeover).exclude(status=Status.PROPOSED).exists():
        return "The earlier minutes cannot be put back: a new action of these is in the register."
    return ""


@transaction.atomic
def put_back(source: Source, *, by: User, now: datetime.datetime, reason: str) -> None:
    """The earlier minutes stand again; this document is set aside, and what only it asks for is dismissed."""
    list(Committee.objects.select_for_update(no_key=True).filter(pk=source.committee_id).values("pk"))
    takeover = Takeover.objects.select_related("source").filter(source=source).first()
    if takeover is None:
        raise MoveRefused("These minutes took the place of no others: somebody may have been quicker.")
    if refusal := why_not(takeover):
        raise MoveRefused(refusal)
    meetings = list(_meetings(takeover))
    for action in _new_ones(takeover):
        workflow.dismiss(action, by=by, now=now, reason=TAKEN_BACK)
    _put_items_back(takeover)
    for before in takeover.before["actions"]:
        _put_action_back(before, by, now)
    for pk, reviewed in takeover.before["reviewed"]:
        Meeting.objects.filter(pk=pk).update(reviewed_at=reviewed)
    put_in_order(meetings)
    takeover.delete()
    Source.objects.filter(pk=source.pk).update(
        state=Source.State.SET_ASIDE, reason=PUT_BACK, set_aside_by=by, set_aside_at=now, set_aside_reason=reason
    )


def became_of(takeover: Takeover) -> list[tuple[Action, str]]:
    """What the newer minutes say of each action that was there, in the order of the minutes."""
    events = _events(takeover).filter(verb__in=SAYING, at=takeover.at).select_related("action")
    return [(event.action, SAYING[event.verb]) for event in events.order_by("action__meeting", "action__order")]


def _events(takeover: Takeover) -> QuerySet[Event]:
    """What has happened to the actions of its meetings since, the taking over first."""
    return Event.objects.filter(action__meeting__in=_meetings(takeover), pk__gt=takeover.before["event"])


def _meetings(takeover: Takeover) -> QuerySet[Meeting]:
    return Meeting.objects.filter(items__source=takeover.source_id).distinct()


def _new_ones(takeover: Takeover) -> QuerySet[Action]:
    """What only the newer minutes ask for."""
    known = [before["id"] for before in takeover.before["actions"]]
    return Action.objects.filter(source=takeover.source_id).exclude(pk__in=known)


def _put_items_back(takeover: Takeover) -> None:
    """What the clerk did to the newer items meanwhile goes along: exempt stays exempt."""
    rows = dict(takeover.before["items"])
    items = AgendaItem.objects.select_related("source").in_bulk([*rows, *dict(takeover.before["pairs"]).values()])
    for earlier, newer in takeover.before["pairs"]:
        carry_item(items[newer], items[earlier])
    for pk, replaced_by in rows.items():
        AgendaItem.objects.filter(pk=pk).update(replaced_by=replaced_by)
    stood = min(rows, key=lambda pk: rows[pk] is not None)
    AgendaItem.objects.filter(source=takeover.source_id).update(replaced_by=items[stood].source)


def _put_action_back(before: dict, by: User, now: datetime.datetime) -> None:
    columns = {name: value for name, value in before.items() if name not in ("id", "evidence")}
    Action.objects.filter(pk=before["id"]).update(**columns, updated_at=now)
    Evidence.objects.filter(action=before["id"]).delete()
    Evidence.objects.bulk_create(Evidence(**quote) for quote in before["evidence"])
    record(Action.objects.get(pk=before["id"]), "put back", by=by, now=now)

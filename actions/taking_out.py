"""Minutes that were added by mistake, of another committee or another meeting: nothing of them is asked for any more.

The document is kept with its file, and can be read again. Refused (`MoveRefused`) once anything that they ask for is
in the register, and where they took the place of earlier minutes, which are put back instead (`putting_back.py`).
"""

import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from meetings.models import AgendaItem, Committee, Meeting, Source
from people.models import User
from people.wording import count_of

from . import workflow
from .models import Action, Status, Takeover
from .proposing import TAKEN_BACK
from .redating import change_calendar
from .workflow import MoveRefused

TAKEN_OUT = "They were taken out, with all that only they ask for."


def why_not(source: Source) -> str:
    """Why the minutes cannot be taken out, in words for the clerk; "" where they can."""
    if source.state != Source.State.READY:
        return "These minutes are not in use."
    if Takeover.objects.filter(source=source).exists():
        return "These minutes took the place of earlier ones. Put those back instead."
    if AgendaItem.objects.filter(source=source).exclude(replaced_by=None).exists():
        return "These minutes cannot be taken out: newer ones have taken their place."
    confirmed = _actions(source).exclude(status__in=[Status.PROPOSED, Status.DISMISSED]).count()
    if confirmed:
        held = f"{count_of(confirmed, 'action')} of theirs {'is' if confirmed == 1 else 'are'}"
        return f"These minutes cannot be taken out while {held} in the register."
    return ""


def left_without_minutes(source: Source) -> QuerySet[Meeting]:
    """The meetings that would have no minutes without these."""
    others = AgendaItem.objects.filter(replaced_by=None).exclude(source=source)
    return Meeting.objects.filter(items__source=source).exclude(pk__in=others.values("meeting")).distinct()


@transaction.atomic
def take_out(source: Source, *, by: User, now: datetime.datetime, reason: str, cancels: bool) -> None:
    """Dismiss the proposals, show the text no more, set the document aside. `cancels`: there was no such meeting."""
    list(Committee.objects.select_for_update(no_key=True).filter(pk=source.committee_id).values("pk"))
    source.refresh_from_db()
    if refusal := why_not(source):
        raise MoveRefused(refusal)
    for action in _actions(source).filter(status=Status.PROPOSED):
        workflow.dismiss(action, by=by, now=now, reason=TAKEN_BACK)
    left = list(left_without_minutes(source).values_list("pk", flat=True))
    AgendaItem.objects.filter(source=source).update(replaced_by=source)
    status = Meeting.Status.CANCELLED if cancels else Meeting.Status.SCHEDULED
    change_calendar(
        source.committee, lambda: Meeting.objects.filter(pk__in=left).update(status=status, reviewed_at=None),
        reason="Minutes that were added by mistake were taken out.", by=by, now=now,
    )  # fmt: skip
    Source.objects.filter(pk=source.pk).update(
        state=Source.State.SET_ASIDE, reason=TAKEN_OUT, set_aside_by=by, set_aside_at=now, set_aside_reason=reason
    )


def _actions(source: Source) -> QuerySet[Action]:
    return Action.objects.filter(Q(source=source) | Q(item__source=source))

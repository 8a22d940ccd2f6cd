"""Paused actions on the day they are to be looked at again: they run on, the clerks are told, the history says so."""

import datetime

from django.db import transaction
from django.utils import timezone

from meetings.models import Committee

from .amendments import resume
from .models import Action, Notice, Status
from .notices.outbox import queue


def resume_paused(now: datetime.datetime) -> list[Action]:
    today = timezone.localdate(now)
    committees = Committee.objects.filter(actions__paused_until__lte=today, actions__status=Status.OPEN).distinct()
    return [action for committee in committees.order_by("pk") for action in _resume(committee, today, now)]


@transaction.atomic
def _resume(committee: Committee, today: datetime.date, now: datetime.datetime) -> list[Action]:
    list(Committee.objects.select_for_update(no_key=True).filter(pk=committee.pk).values("pk"))  # one at a time
    found = Action.objects.filter(committee=committee, status=Status.OPEN, paused_until__lte=today)
    actions = [resume(action, by=None, now=now) for action in found.select_related("item").order_by("pk")]
    for clerk in committee.clerks.filter(is_active=True) if actions else []:
        queue(
            f"resumed:{clerk.pk}:{committee.pk}:{today.isoformat()}",
            Notice.Kind.CHANGE,
            now=now,
            actions=actions,
            data={"stage": "resumed"},
            to_user=clerk,
            committee=committee,
        )
    return actions

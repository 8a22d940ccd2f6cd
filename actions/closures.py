"""The council's own closure days, and the due dates whose period they fall in."""

import datetime

from django.db import transaction

from meetings.models import ClosureDay, Committee
from meetings.working_days import SATURDAY
from people.models import User
from people.wording import plain_date

from .redating import Moved, redate_hanging


@transaction.atomic
def add_closures(days: list[datetime.date], reason: str, *, by: User, now: datetime.datetime) -> list[Moved]:
    """Weekends are left out, days that are there already get the new reason; every committee's dates follow."""
    weekdays = [ClosureDay(day=day, reason=reason) for day in days if day.weekday() < SATURDAY]
    ClosureDay.objects.bulk_create(weekdays, update_conflicts=True, unique_fields=["day"], update_fields=["reason"])
    when = plain_date(days[0]) if len(days) == 1 else f"{plain_date(days[0])} to {plain_date(days[-1])}"
    return _redate_all(f"The council is closed on {when}: {reason}", by, now)


@transaction.atomic
def remove_closure(closure: ClosureDay, *, by: User, now: datetime.datetime) -> list[Moved]:
    day = closure.day
    closure.delete()
    return _redate_all(f"{plain_date(day)} is a working day after all", by, now)


def _redate_all(reason: str, by: User, now: datetime.datetime) -> list[Moved]:
    committees = Committee.objects.order_by("pk")
    return [moved for committee in committees for moved in redate_hanging(committee, now=now, by=by, reason=reason)]

"""What a councillor waits for: what they asked for themselves, and what their committees did. Three queries."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import QueryDict

from meetings.models import Committee, ids_sat_on_by
from people.models import User
from people.wording import late_among

from .models import OUTSTANDING, Action
from .register import overdue


@dataclass(frozen=True)
class Awaited:
    """So many outstanding of one sort, and the register's query that shows them."""

    label: str
    query: str
    outstanding: int
    overdue: int

    @property
    def words(self) -> str:
        """10 outstanding, 6 of them overdue."""
        if not self.outstanding:
            return "nothing outstanding"
        return f"{self.outstanding} outstanding{late_among(self.overdue, self.outstanding)}"


def awaited_by(user: User, today: datetime.date) -> list[Awaited]:
    """The councillor's own requests first, then each of their committees by name."""
    outstanding = Action.objects.visible_to(user).outstanding().order_by()
    numbers = {"all": Count("pk"), "late": Count("pk", filter=overdue(today))}
    own = outstanding.filter(requester__user=user).aggregate(**numbers)
    sat_on = outstanding.filter(committee__in=ids_sat_on_by(user))
    rows: Any = sat_on.values("committee").annotate(**numbers)
    found = {row["committee"]: (row["all"], row["late"]) for row in rows}
    lines = [Awaited("Asked for by you", _query(asked_by_me="1"), own["all"], own["late"])]
    for committee in Committee.objects.filter(pk__in=ids_sat_on_by(user)).order_by("name"):
        lines.append(Awaited(committee.name, _query(committee=committee.slug), *found.get(committee.pk, (0, 0))))
    return lines


def _query(**chosen: str) -> str:
    query = QueryDict(mutable=True)
    query.update(chosen)
    query.setlist("status", OUTSTANDING)
    return query.urlencode()

"""The next meeting of each of a clerk's committees: when its agenda goes out, and what is outstanding for it."""

import datetime
from dataclasses import dataclass

from django.db.models import Count

from meetings.agenda import goes_out
from meetings.models import Committee, Meeting
from meetings.working_days import WorkingDays
from people.models import User

from .models import Action
from .register import overdue


@dataclass(frozen=True)
class Agenda:
    meeting: Meeting
    goes_out: datetime.date
    outstanding: int
    overdue: int
    today: datetime.date

    @property
    def words(self) -> str:
        """Agenda went out on 2 November. Agenda goes out tomorrow. Agenda goes out on Wednesday 25 November."""
        day = self.goes_out
        if day < self.today:
            return f"Agenda went out on {day.day} {day:%B}"
        return f"Agenda goes out {self.when}"

    @property
    def when(self) -> str:
        day, days = self.goes_out, (self.goes_out - self.today).days
        return {0: "today", 1: "tomorrow"}.get(days, f"on {day:%A} {day.day} {day:%B}")

    @property
    def is_out(self) -> bool:
        return self.goes_out < self.today

    @property
    def is_soon(self) -> bool:
        """Whether it goes out today or tomorrow, or should have."""
        return (self.goes_out - self.today).days <= 1


def agendas(user: User, today: datetime.date) -> list[Agenda]:
    """Of the committees that the user clerks, the soonest meeting first."""
    mine = Committee.objects.clerked_by(user)
    ahead = Meeting.objects.standing().filter(committee__in=mine, date__gte=today)
    first: dict[int, Meeting] = {}
    for meeting in ahead.select_related("committee").order_by("date"):
        first.setdefault(meeting.committee_id, meeting)
    outstanding = Action.objects.editable_by(user).outstanding().filter(committee__in=first).order_by()
    rows = outstanding.values_list("committee").annotate(number=Count("pk"), late=Count("pk", filter=overdue(today)))
    numbers = {pk: (number, late) for pk, number, late in rows}
    calendars = {
        nation: WorkingDays.load(nation) for nation in sorted({meeting.committee.nation for meeting in first.values()})
    }
    return [
        Agenda(meeting, goes_out(meeting, calendars[meeting.committee.nation]), *numbers.get(pk, (0, 0)), today)
        for pk, meeting in sorted(first.items(), key=lambda entry: entry[1].date)
    ]

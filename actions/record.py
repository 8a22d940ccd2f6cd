"""A committee's record: what it asked for, what came back and how fast. Of what the person looking may see."""

import datetime
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, Q
from django.utils import timezone

from meetings.models import Committee, Meeting
from meetings.working_days import WorkingDays
from people.wording import count_of, late_among, percent

from . import charts
from .models import OUTSTANDING, Action, ActionQuerySet, Status
from .register import overdue

QUARTERS = 6
# label, from so many days ago, up to so many
AGES = [("Under 1 month", 0, 30), ("1 to 3 months", 30, 91), ("3 to 6 months", 91, 182), ("Over 6 months", 182, None)]


@dataclass(frozen=True)
class Age:
    """How many outstanding actions were asked for so long ago, and the days that the register may be narrowed by."""

    label: str
    number: int
    overdue: int
    asked_from: datetime.date | None
    asked_to: datetime.date


@dataclass(frozen=True)
class Quarter:
    """The actions due in a quarter of the year and how many of them were answered on time."""

    start: datetime.date
    end: datetime.date
    due: int
    on_time: int
    is_part: bool

    @property
    def label(self) -> str:
        if self.is_part:
            return f"{self.start:%B} {self.start.year} so far"
        return f"{self.start:%B} to {self.end:%B %Y}"

    @property
    def percent(self) -> int | None:
        return round(100 * self.on_time / self.due) if self.due else None


@dataclass(frozen=True)
class Record:
    requested: int
    outstanding: int
    overdue: int
    answered: int
    complete: int
    since: datetime.date | None
    ages: list[Age]
    quarters: list[Quarter]
    median_days: float | None

    @property
    def full_year(self) -> tuple[int, int]:
        """(on time, due) of the last four quarters that are over."""
        over = [quarter for quarter in self.quarters if not quarter.is_part][-4:]
        return sum(quarter.on_time for quarter in over), sum(quarter.due for quarter in over)

    @property
    def on_time(self) -> int:
        return self.full_year[0]

    @property
    def due(self) -> int:
        return self.full_year[1]

    @property
    def percent(self) -> str:
        return percent(self.on_time, self.due).removesuffix("%")

    @property
    def age_bars(self) -> list[charts.Bar]:
        return charts.bars([(age.label, age.number, age.overdue) for age in self.ages])

    @property
    def quarter_columns(self) -> list[charts.Column]:
        values = []
        for n, each in enumerate(self.quarters):
            year = str(each.start.year) if n == 0 or each.start.month == 1 else ""
            values.append((f"{each.start:%b}", year, each.percent, each.is_part))
        return charts.columns(values)

    @property
    def ages_in_words(self) -> str:
        return ". ".join(f"{age.label} {age.number}, {age.overdue or 'none'} overdue" for age in self.ages) + "."

    @property
    def quarters_in_words(self) -> str:
        return (
            ". ".join(
                f"{each.label}, {'nothing was due' if each.percent is None else f'{each.percent} per cent'}"
                for each in self.quarters
            )
            + "."
        )


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list, with what came of it."""

    meeting: Meeting
    minutes: str
    asked: int
    complete: int
    outstanding: int
    overdue: int


def record(committee: Committee, user, today: datetime.date) -> Record:
    """The figures of one committee in three queries, however many actions there are."""
    actions = Action.objects.visible_to(user).published().filter(committee=committee).order_by()
    totals = actions.aggregate(
        requested=Count("pk"),
        outstanding=Count("pk", filter=Q(status__in=OUTSTANDING)),
        overdue=Count("pk", filter=overdue(today)),
        answered=Count("pk", filter=Q(status=Status.ANSWERED)),
        complete=Count("pk", filter=Q(status=Status.COMPLETE)),
        since=Min("meeting__date"),
    )
    rows = due_since(actions, quarters_back(today, QUARTERS - 1))
    quarters = quarters_of(rows, today)
    return Record(
        **totals, ages=ages_of(actions, today), quarters=quarters, median_days=median_days(rows, quarters, committee)
    )


def ages_of(actions: ActionQuerySet, today: datetime.date) -> list[Age]:
    """Outstanding actions by the time since the meeting that asked."""
    spans: list[tuple[str, datetime.date | None, datetime.date]] = []
    wanted: dict[str, Count] = {}
    for n, (label, least, most) in enumerate(AGES):
        asked_to = today - datetime.timedelta(days=least)
        asked_from = today - datetime.timedelta(days=most - 1) if most else None
        within = Q(meeting__date__lte=asked_to) if least else Q()
        within &= Q(meeting__date__gte=asked_from) if asked_from else Q()
        spans.append((label, asked_from, asked_to))
        wanted |= {f"number{n}": Count("pk", filter=within), f"overdue{n}": Count("pk", filter=within & overdue(today))}
    found = actions.filter(status__in=OUTSTANDING).aggregate(**wanted)
    return [
        Age(label, found[f"number{n}"], found[f"overdue{n}"], asked_from, asked_to)
        for n, (label, asked_from, asked_to) in enumerate(spans)
    ]


def due_since(actions: ActionQuerySet, start: datetime.date) -> list[tuple]:
    """(due on, day answered or None, day asked) of all that fell due since `start` and was not dropped."""
    rows = actions.filter(due_on__gte=start).exclude(status=Status.DROPPED)
    return [
        (due, _day(answered or closed), asked)
        for due, answered, closed, asked in rows.values_list("due_on", "answered_at", "closed_at", "meeting__date")
    ]


def quarters_of(rows: list[tuple], today: datetime.date) -> list[Quarter]:
    """The last quarters up to this one; of this one what fell due before today, and what was answered already."""
    found = []
    for back in range(QUARTERS - 1, -1, -1):
        start = quarters_back(today, back)
        end = quarters_back(today, back - 1) - datetime.timedelta(days=1)
        within = [(due, answered) for due, answered, _ in rows if start <= due <= end and (due < today or answered)]
        on_time = sum(answered is not None and answered <= due for due, answered in within)
        found.append(Quarter(start, end, len(within), on_time, is_part=end >= today))
    return found


def median_days(rows: list[tuple], quarters: list[Quarter], committee: Committee) -> float | None:
    """Working days from the meeting to the answer, of what fell due in the last four full quarters."""
    over = [quarter for quarter in quarters if not quarter.is_part][-4:]
    calendar = WorkingDays.load(committee.nation)
    days = [
        calendar.between(asked, answered)
        for due, answered, asked in rows
        if answered and over and over[0].start <= due <= over[-1].end and answered >= asked
    ]
    return statistics.median(days) if days else None


def quarters_back(today: datetime.date, number: int) -> datetime.date:
    """The first day of the quarter `number` before today's; negative ones lie ahead."""
    quarter = today.year * 4 + (today.month - 1) // 3 - number
    return datetime.date(quarter // 4, quarter % 4 * 3 + 1, 1)


def meeting_lines(meetings: Iterable[Meeting], user, today: datetime.date) -> list[MeetingLine]:
    """The meetings with what was asked at each, in two more queries."""
    meetings = list(meetings)
    actions = Action.objects.visible_to(user).published().filter(meeting__in=meetings).order_by()
    rows = actions.values_list("meeting").annotate(
        asked=Count("pk"),
        complete=Count("pk", filter=Q(status=Status.COMPLETE)),
        outstanding=Count("pk", filter=Q(status__in=OUTSTANDING)),
        overdue=Count("pk", filter=overdue(today)),
    )
    counts = {meeting: numbers for meeting, *numbers in rows}
    having = Meeting.objects.with_minutes().filter(pk__in=[each.pk for each in meetings])
    with_minutes = set(having.values_list("pk", flat=True))
    return [
        MeetingLine(each, minutes_words(each, today, each.pk in with_minutes), *counts.get(each.pk, [0, 0, 0, 0]))
        for each in meetings
    ]


def minutes_words(meeting: Meeting, today: datetime.date, has_minutes: bool) -> str:
    """How the minutes of a meeting stand."""
    if meeting.status == Meeting.Status.CANCELLED:
        return "Cancelled"
    if not has_minutes:
        return "To be held" if meeting.date >= today else "No minutes yet"
    return "Checked" if meeting.reviewed_at else "Being checked"


def summary_words(found: Record) -> str:
    """16 actions are outstanding, 5 of them overdue."""
    if not found.outstanding:
        return "Nothing is outstanding."
    verb = "is" if found.outstanding == 1 else "are"
    late = late_among(found.overdue, found.outstanding)
    return f"{count_of(found.outstanding, 'action')} {verb} outstanding{late}."


def _day(moment: datetime.datetime | None) -> datetime.date | None:
    return timezone.localdate(moment) if moment else None

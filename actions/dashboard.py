"""The dashboard of chairs and the management board: what is outstanding by committee, directorate, kind and age, the
trend by month, and who is late and by how much. Of what the person looking may see.

Every number carries the query of the register that lists what it counts.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, QueryDict

from meetings.models import Committee
from people.models import Directorate, Owner
from people.wording import span_of_days

from . import charts
from .filters import DAY_DONE, NO_DIRECTORATE, ActionFilter
from .models import OUTSTANDING, Action, ActionQuerySet, Kind, Status
from .record import Age, ages_of
from .register import overdue

MONTHS = 12
IN_CHART = 6
MOST_LATE = 25
IN_NO_DIRECTORATE = "In no directorate"
NARROWED_BY = ["committee", "directorate", "kind"]


@dataclass(frozen=True)
class Number:
    """A count, and the register's query that lists the same."""

    value: int
    query: str


@dataclass(frozen=True)
class Choice:
    """A list to choose from: the values with their words, and the one chosen."""

    name: str
    label: str
    choices: list[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class Part:
    """One line of a breakdown."""

    label: str
    outstanding: Number
    overdue: Number
    answered: Number


@dataclass(frozen=True)
class Month:
    start: datetime.date
    asked: Number
    due: Number
    on_time: Number
    late: Number
    waiting: Number

    @property
    def percent(self) -> int | None:
        return round(100 * self.on_time.value / self.due.value) if self.due.value else None


@dataclass(frozen=True)
class Latecomer:
    """Somebody with overdue actions: how many, and how long the latest and all of them together."""

    owner: Owner | None
    number: Number
    longest: int
    average: int

    @property
    def longest_words(self) -> str:
        return span_of_days(self.longest)

    @property
    def average_words(self) -> str:
        return span_of_days(self.average)


class Dashboard:
    """One look, narrowed by committee, directorate or kind."""

    def __init__(self, request: HttpRequest, today: datetime.date):
        self.user, self.today = request.user, today
        self.data = narrowed(request.GET)
        self.filter = ActionFilter(
            self.data, Action.objects.visible_to(request.user).published(), request=request, today=today
        )
        self.actions: ActionQuerySet = self.filter.qs.order_by()

    def context(self) -> dict[str, object]:
        ages = ages_of(self.actions, self.today)
        months = self.months()
        late = self.latecomers()
        return {
            "form": self.filter.form,
            "filters": self.choices(),
            "today": self.today,
            "chosen": self.data,
            "total": self.part("All", {}, self.totals()),
            "ages": [(age, self.age_part(age)) for age in ages],
            "age_bars": charts.bars([(age.label, age.number, age.overdue) for age in ages]),
            "parts": [
                ("Committee", "committee", self.by_committee()),
                ("Directorate", "directorate", self.by_directorate()),
                ("Kind of request", "kind", self.by_kind()),
            ],
            "months": months,
            "columns": columns_of(months[-IN_CHART:], self.today),
            "late": late[:MOST_LATE],
            "left_out": max(len(late) - MOST_LATE, 0),
        }

    def choices(self) -> list[Choice]:
        """What the page may be narrowed by."""
        committees = [(one.slug, one.name) for one in Committee.objects.visible_to(self.user)]
        directorates = [(str(one.pk), one.name) for one in Directorate.objects.all()]
        directorates.append((NO_DIRECTORATE, IN_NO_DIRECTORATE))
        kinds = [(kind.value, kind.label) for kind in Kind]
        found = zip(
            NARROWED_BY, ["Committee", "Directorate", "Kind of request"], [committees, directorates, kinds], strict=True
        )
        return [Choice(name, label, choices, self.data.get(name, "")) for name, label, choices in found]

    def link(self, values: dict[str, object], status: tuple[str, ...] = ()) -> str:
        """The register's query for the filters in use, with `values` in their place."""
        query = self.data.copy()
        for name, value in values.items():
            query[name] = str(value)
        if status:
            query.setlist("status", list(status))
        return query.urlencode()

    def totals(self) -> dict[str, int]:
        return self.actions.aggregate(**self.counts)

    @property
    def counts(self) -> dict[str, Count]:
        return {
            "outstanding": Count("pk", filter=Q(status__in=OUTSTANDING)),
            "late": Count("pk", filter=overdue(self.today)),
            "answered": Count("pk", filter=Q(status=Status.ANSWERED)),
        }

    def part(self, label: str, values: dict[str, object], row: dict[str, int]) -> Part:
        return Part(
            label,
            Number(row["outstanding"], self.link(values, (Status.OPEN, Status.ANSWERED))),
            Number(row["late"], self.link({**values, "overdue": 1})),
            Number(row["answered"], self.link(values, (Status.ANSWERED,))),
        )

    def age_part(self, age: Age) -> Part:
        values: dict[str, object] = {"asked_to": age.asked_to.isoformat()}
        if age.asked_from:
            values["asked_from"] = age.asked_from.isoformat()
        return self.part(age.label, values, {"outstanding": age.number, "late": age.overdue, "answered": 0})

    def rows(self, by: str) -> dict:
        found = self.actions.filter(status__in=OUTSTANDING).values(by).annotate(**self.counts)
        return {row.pop(by): row for row in found}

    def by_committee(self) -> list[Part]:
        rows = self.rows("committee")
        committees = Committee.objects.filter(pk__in=rows)
        return most_first([self.part(one.name, {"committee": one.slug}, rows[one.pk]) for one in committees])

    def by_directorate(self) -> list[Part]:
        """Of the owners' posts; what councillors, outside bodies and nobody have is a line of its own, the last."""
        rows = self.rows("owner__post__directorate")
        directorates = Directorate.objects.filter(pk__in=[pk for pk in rows if pk])
        found = most_first([self.part(one.name, {"directorate": one.pk}, rows[one.pk]) for one in directorates])
        if None in rows:
            found.append(self.part(IN_NO_DIRECTORATE, {"directorate": NO_DIRECTORATE}, rows[None]))
        return found

    def by_kind(self) -> list[Part]:
        return most_first([self.part(Kind(kind).label, {"kind": kind}, row) for kind, row in self.rows("kind").items()])

    def months(self) -> list[Month]:
        """The last twelve, this one included, without those before anything was asked; each as far as it has gone."""
        starts = [month_back(self.today, back) for back in range(MONTHS - 1, -1, -1)]
        asked = self.actions.filter(meeting__date__gte=starts[0], meeting__date__lte=self.today)
        asked_by = dict(
            asked.annotate(month=TruncMonth("meeting__date")).values_list("month").annotate(number=Count("pk"))
        )
        due = self.actions.exclude(status=Status.DROPPED).filter(due_on__gte=starts[0], due_on__lt=self.today)
        answered = due.annotate(month=TruncMonth("due_on")).values("month")
        rows = answered.annotate(
            due=Count("pk"),
            on_time=Count("pk", filter=Q(due_on__gte=DAY_DONE)),
            late=Count("pk", filter=Q(due_on__lt=DAY_DONE)),
            waiting=Count("pk", filter=Q(status=Status.OPEN)),
        )
        due_by: dict[datetime.date, dict] = {row["month"]: dict(row) for row in rows}
        first = min([*asked_by, *due_by, starts[-IN_CHART]])
        return [self.month(start, asked_by.get(start, 0), due_by.get(start, {})) for start in starts if start >= first]

    def month(self, start: datetime.date, asked: int, row: dict[str, int]) -> Month:
        last = min(month_back(start, -1), self.today) - datetime.timedelta(days=1)
        asked_to = min(month_back(start, -1) - datetime.timedelta(days=1), self.today)
        within: dict[str, object] = {"due_from": start.isoformat(), "due_to": max(last, start).isoformat()}
        asked_in: dict[str, object] = {"asked_from": start.isoformat(), "asked_to": asked_to.isoformat()}
        return Month(
            start,
            Number(asked, self.link(asked_in)),
            Number(row.get("due", 0), self.link(within, (*OUTSTANDING, Status.COMPLETE))),
            Number(row.get("on_time", 0), self.link({**within, "timing": "on_time"})),
            Number(row.get("late", 0), self.link({**within, "timing": "late"})),
            Number(row.get("waiting", 0), self.link(within, (Status.OPEN,))),
        )

    def latecomers(self) -> list[Latecomer]:
        """Most overdue first; those who have nothing overdue are not named."""
        days: dict[int | None, list[int]] = defaultdict(list)
        for owner, due in self.actions.overdue(self.today).values_list("owner", "due_on"):
            if due:
                days[owner].append((self.today - due).days)
        owners = Owner.objects.select_related("officer", "post", "councillor", "body").in_bulk(
            [pk for pk in days if pk]
        )
        found = [self.latecomer(owners.get(pk or 0), late) for pk, late in days.items()]
        return sorted(found, key=lambda each: (-each.number.value, -each.longest, str(each.owner)))

    def latecomer(self, owner: Owner | None, late: list[int]) -> Latecomer:
        values: dict[str, object] = {"overdue": 1, **({"owner": owner.name} if owner else {"missing": "owner"})}
        return Latecomer(owner, Number(len(late), self.link(values)), max(late), round(sum(late) / len(late)))


def narrowed(data: QueryDict) -> QueryDict:
    """What of the address the dashboard is narrowed by."""
    kept = QueryDict(mutable=True)
    for name in NARROWED_BY:
        values = [value for value in data.getlist(name) if value.strip()]
        if values:
            kept.setlist(name, values)
    return kept


def most_first(parts: list[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (-part.outstanding.value, part.label))


def columns_of(months: list[Month], today: datetime.date) -> list[charts.Column]:
    """Per cent on time of each month, for the chart; the year under the first and under January."""
    values = []
    for number, month in enumerate(months):
        year = str(month.start.year) if number == 0 or month.start.month == 1 else ""
        is_part = month.start == today.replace(day=1)
        values.append((f"{month.start:%b}", year, month.percent, is_part))
    return charts.columns(values)


def month_back(day: datetime.date, number: int) -> datetime.date:
    """The first day of the month `number` before the day's own; negative ones lie ahead."""
    months = day.year * 12 + day.month - 1 - number
    return datetime.date(months // 12, months % 12 + 1, 1)

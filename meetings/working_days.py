"""Working days: Monday to Friday without the nation's bank holidays and the council's own closure days.

Bank holidays come from the `holidays` package, offline. It is the only place that knows them: a holiday added later
comes with a newer release, or as a closure day until then.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import holidays

from people import wording

from .models import ClosureDay, Committee

SUBDIVISIONS = {
    Committee.Nation.ENGLAND: "ENG",
    Committee.Nation.WALES: "WLS",
    Committee.Nation.SCOTLAND: "SCT",
    Committee.Nation.NORTHERN_IRELAND: "NIR",
}
ONE_DAY = datetime.timedelta(days=1)
SATURDAY = 5


@cache
def bank_holidays(nation: str) -> holidays.HolidayBase:
    """The nation's bank holidays by day; years are filled in as they are asked for."""
    return holidays.country_holidays("GB", subdiv=SUBDIVISIONS[Committee.Nation(nation)])


@dataclass(frozen=True)
class DayOff:
    """A weekday that is no working day, and why."""

    day: datetime.date
    name: str
    is_closure: bool = False

    def __str__(self) -> str:
        return f"{self.day:%A} {self.day.day} {self.day:%B} ({self.name})"


@dataclass(frozen=True)
class WorkingDays:
    """Counts working days of one nation; `closures` are the council's own days off with their reasons."""

    nation: str = Committee.Nation.ENGLAND
    closures: dict[datetime.date, str] = field(default_factory=dict)

    @classmethod
    def load(cls, nation: str) -> "WorkingDays":
        """With the council's closure days from the database, in one query."""
        return cls(nation, dict(ClosureDay.objects.values_list("day", "reason")))

    def day_off(self, day: datetime.date) -> DayOff | None:
        """Why a weekday is no working day; None for working days and for Saturdays and Sundays."""
        if day.weekday() >= SATURDAY:
            return None
        name = bank_holidays(self.nation).get(day)
        if name:
            return DayOff(day, str(name).removesuffix(" (observed)"))
        if day in self.closures:
            return DayOff(day, self.closures[day] or "the council is closed", is_closure=True)
        return None

    def is_working(self, day: datetime.date) -> bool:
        return day.weekday() < SATURDAY and self.day_off(day) is None

    def add(self, day: datetime.date, number: int) -> datetime.date:
        """The `number`th working day after `day`, which itself does not count. 0: `day`, or the next working day."""
        if number < 0:
            raise ValueError("count backwards with `subtract`")
        if number == 0:
            return day if self.is_working(day) else self.add(day, 1)
        return self._step(day, number, ONE_DAY)

    def subtract(self, day: datetime.date, number: int) -> datetime.date:
        """The `number`th working day before `day`. 0: `day`, or the last working day before it."""
        if number < 0:
            raise ValueError("count forwards with `add`")
        if number == 0:
            return day if self.is_working(day) else self.subtract(day, 1)
        return self._step(day, number, -ONE_DAY)

    def _step(self, day: datetime.date, number: int, step: datetime.timedelta) -> datetime.date:
        while number:
            day += step
            number -= self.is_working(day)
        return day

    def between(self, start: datetime.date, end: datetime.date) -> int:
        """How many working days lie after `start` up to and with `end`; 0 when `end` is no later."""
        return sum(self.is_working(day) for day in days_after(start, end))

    def days_off(self, start: datetime.date, end: datetime.date) -> list[DayOff]:
        """The bank holidays and closure days on weekdays after `start`, up to and with `end`."""
        return [found for day in days_after(start, end) if (found := self.day_off(day))]

    def working(self, start: datetime.date, number: int) -> str:
        """In words: "10 working days from 13 September 2021, Monday 27 September; no bank holidays between"."""
        end = self.add(start, number)
        counted = wording.count_of(number, "working day")
        year = "" if end.year == start.year else f" {end.year}"
        day = f"{end:%A} {end.day} {end:%B}{year}"
        return f"{counted} from {wording.plain_date(start)}, {day}; {self._skipped(start, end)}"

    def _skipped(self, start: datetime.date, end: datetime.date) -> str:
        off = self.days_off(start, end)
        if not off:
            return "no bank holidays between"
        return "not counting " + join_words([str(day) for day in off])


def days_after(start: datetime.date, end: datetime.date) -> Iterator[datetime.date]:
    """Every day after `start`, up to and with `end`."""
    for number in range(1, (end - start).days + 1):
        yield start + number * ONE_DAY


def join_words(parts: list[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)

"""Statutory clocks: who must answer a recommendation by law, by when, and what is owed.

They belong to recommendations alone, and run from the day on which a notice or request was served, as the clerk
records it. No ordinary request shows one.
"""

import calendar
import datetime
from dataclasses import dataclass

from django.db import transaction

from meetings.models import Committee
from people.models import User
from people.wording import long_date, plain_date

from .amendments import STANDING, redate
from .deadlines import COMPUTED, Due, DueRules, compute, rule_of_policy
from .history import record
from .models import Action, Kind
from .workflow import MoveRefused

ENGLAND, WALES = Committee.Nation.ENGLAND, Committee.Nation.WALES


@dataclass(frozen=True)
class Clock:
    """One duty to answer. `months` begin with the day served, which counts; `days` run from it, and it does not."""

    key: str
    who: str
    served: str
    owed: str
    laws: dict[str, str]
    months: int = 0
    days: int = 0

    @property
    def label(self) -> str:
        """For a list of choices."""
        return f"{self.who[:1].upper()}{self.who[1:]}: {self.period}"

    @property
    def period(self) -> str:
        if self.months:
            return "two months beginning with the day of receipt"
        return f"{self.days} days"


CLOCKS = {
    clock.key: clock
    for clock in (
        Clock(
            key="executive",
            who="the executive",
            served="the day it received the report or recommendation, or the notice asking for a response if later",
            owed=(
                "to consider the report or recommendation, and respond to the committee saying what action, if any, it "
                "proposes to take; publish the response where the report was published."
            ),
            laws={
                ENGLAND: "Local Government Act 2000, section 9FE",
                WALES: "Local Government Act 2000, section 21B, and the Local Government (Wales) Measure 2011",
            },
            months=2,
        ),
        Clock(
            key="nhs",
            who="the NHS body or health service provider",
            served="the day of the committee’s request for a response",
            owed="a response in writing to the report or recommendation.",
            laws={
                ENGLAND: (
                    "Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013 "
                    "(SI 2013/218), regulation 22"
                )
            },
            days=28,
        ),
        Clock(
            key="crime",
            who="the crime and disorder partner",
            served="the date of the report or recommendation",
            owed=(
                "a response in writing, saying what action it proposes to take; if that is not reasonably possible in "
                "time, as soon as it is."
            ),
            laws=dict.fromkeys(
                (ENGLAND, WALES),
                "Crime and Disorder (Overview and Scrutiny) Regulations 2009 (SI 2009/942), regulation 7",
            ),
            days=28,
        ),
    )
}


def clock_due(key: str, served_on: datetime.date, nation: str) -> Due:
    """The last day to answer, with the law and the working; no date where the duty does not apply in the nation."""
    clock = CLOCKS[key]
    law = clock.laws.get(nation)
    if law is None:
        where = Committee.Nation(nation).label
        return Due(None, {}, f"No such duty on {clock.who} is known for {where}")
    on = last_day(clock, served_on)
    rule = {"rule": "clock", "clock": key, "served_on": served_on.isoformat(), "law": law}
    return Due(on, rule, f"{_working(clock, served_on, on)} ({law}). What is owed: {clock.owed}")


def last_day(clock: Clock, served_on: datetime.date) -> datetime.date:
    if clock.days:
        return served_on + datetime.timedelta(days=clock.days)
    return months_beginning_with(served_on, clock.months)


def months_beginning_with(first: datetime.date, months: int) -> datetime.date:
    """The last day of so many months of which `first` is the first day: from 10 March two end on 9 May.

    The day before the corresponding one; where the month has none its last day (from 31 December: 28 February).
    """
    number = first.month - 1 + months
    year, month = first.year + number // 12, number % 12 + 1
    length = calendar.monthrange(year, month)[1]
    if first.day > length:
        return datetime.date(year, month, length)
    return datetime.date(year, month, first.day) - datetime.timedelta(days=1)


def _working(clock: Clock, served_on: datetime.date, on: datetime.date) -> str:
    if clock.months:
        return f"Two months beginning with {plain_date(served_on)}, that day counted: {long_date(on)}"
    return f"{clock.days} days from {plain_date(served_on)}, that day not counted: {long_date(on)}"


def clocks_for(action: Action) -> list[Clock]:
    """The clocks that the clerk may start on an action: those of the committee's nation, on recommendations alone."""
    if action.kind != Kind.RECOMMENDATION:
        return []
    return [clock for clock in CLOCKS.values() if action.committee.nation in clock.laws]


@transaction.atomic
def start(
    action: Action, key: str, served_on: datetime.date, *, by: User, now: datetime.datetime, today: datetime.date
) -> Action:
    """Record the day of service: from now on the date is the law's. A later service replaces an earlier one."""
    if action.status not in STANDING:
        raise MoveRefused("This action is closed, so no clock can be started.")
    if CLOCKS.get(key) not in clocks_for(action):
        raise MoveRefused("Statutory clocks belong to recommendations alone, where the law knows the duty.")
    if served_on > today:
        raise MoveRefused("The day of service is still to come; record it when it has happened.")
    if served_on < action.meeting.date:
        raise MoveRefused(
            f"The committee made its recommendation on {plain_date(action.meeting.date)}; it was not served before."
        )
    due = clock_due(key, served_on, action.committee.nation)
    before = action.due_rule.get("before") or {
        "on": action.due_on.isoformat() if action.due_on else None,
        "rule": action.due_rule,
    }
    Action.objects.filter(pk=action.pk).update(clock=key, served_on=served_on)
    action.refresh_from_db()
    data = {"clock": key, "served_on": served_on.isoformat()}
    note = f"Served on {plain_date(served_on)}."
    record(action, "served", by=by, now=now, note=note, is_public=action.is_published, data=data)
    rule = due.rule | {"before": before}
    return redate(action, due.on, by=by, now=now, reason=due.working, rule=rule, working=due.working)


@transaction.atomic
def stop(action: Action, *, by: User, now: datetime.datetime, reason: str) -> Action:
    """Take back a clock that was started by mistake; the date is worked out again as if there had been none."""
    if not action.clock:
        raise MoveRefused("No clock is running on this action.")
    if not reason.strip():
        raise MoveRefused("Say why the clock is taken back.")
    old = {"clock": action.clock, "served_on": action.served_on.isoformat() if action.served_on else None}
    Action.objects.filter(pk=action.pk).update(clock="", served_on=None)
    action.refresh_from_db()
    record(action, "clock taken back", by=by, now=now, note=reason.strip(), is_public=action.is_published, data=old)
    due = _without_clock(action)
    return redate(
        action,
        due.on,
        by=by,
        now=now,
        reason=reason.strip(),
        rule=due.rule,
        working=due.working,
        due_meeting=due.meeting,
    )


def _without_clock(action: Action) -> Due:
    """The date as it was before the clock; by its rule where it has one, since the calendar may have moved."""
    before = action.due_rule.get("before") or {"on": None, "rule": {}}
    rules = DueRules.load(action.committee)
    if before["rule"].get("rule") in COMPUTED:
        return compute(before["rule"], rules)
    if before["on"] is None:
        return compute(rule_of_policy(action.kind, action.meeting.date, rules.policy), rules)
    return Due(datetime.date.fromisoformat(before["on"]), before["rule"], "As it was before the clock was started")

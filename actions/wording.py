"""Sentences that say where an action stands, for pages, emails and documents. Pure: `today` is an argument.

Dates and numbers in words in general are `people/wording.py`.
"""

import datetime
from dataclasses import dataclass

from meetings.models import Committee
from people.models import Owner
from people.wording import as_day, lateness, plain_date, span_of_days

from .models import Action, Event, Status

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
TIMES = {1: "once", 2: "twice"}
SOON_DAYS = 5


@dataclass(frozen=True)
class DueLine:
    """What a list says under "Due": the words, how urgent they are ("late", "soon" or ""), the date, lesser remarks.

    `label` stands before the date where the words are of another day: of a pause, of an answer.
    """

    words: str
    urgency: str
    date: datetime.date | None
    remarks: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Step:
    """One of the four steps of an action; `state` is done, now or next."""

    label: str
    state: str
    on: datetime.date | None = None
    expected: bool = False


def in_words(number: int) -> str:
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def days_in_words(days: int) -> str:
    """one day, two days, 13 days, three weeks."""
    number, unit = span_of_days(days).split(" ", 1)
    return f"{in_words(int(number)) if number.isdigit() else number} {unit}"


def times_in_words(number: int) -> str:
    return TIMES.get(number, f"{in_words(number)} times")


def asked_by(action: Action) -> str:
    """Cllr Owen Trask; the minutes' own words where the councillor is not known; else the committee."""
    if action.requester:
        return str(action.requester)
    return action.requester_words or "the committee"


def owner_remark(owner: Owner) -> str:
    """The line under an owner's name: the post, or what they are."""
    if owner.body:
        return "Outside the council"
    if owner.councillor:
        return owner.councillor.ward and f"Councillor for {owner.councillor.ward}"
    return owner.title


def waits_for_meeting(action: Action) -> bool:
    """Due at a meeting rather than on a day."""
    return action.due_rule.get("rule") == "next_meeting" or action.due_meeting_id is not None


def due_line(action: Action, today: datetime.date, times_moved: int = 0) -> DueLine:
    """How the due date stands in a list."""
    remarks = []
    if times_moved:
        remarks.append(f"Date moved {times_in_words(times_moved)}")
    if action.clock:
        remarks.append("Legal deadline")
    words, urgency = _due_words(action, today)
    if action.due_on is None and words != "No date yet" and action.status == Status.OPEN:
        remarks.append("No date yet")
    label = "Due" if action.paused_until or action.status != Status.OPEN else ""
    return DueLine(words, urgency, action.due_on, tuple(remarks), label)


def _due_words(action: Action, today: datetime.date) -> tuple[str, str]:
    if action.status == Status.DROPPED:
        return "No longer required", ""
    if action.status in {Status.ANSWERED, Status.COMPLETE}:
        return outcome(action), ""
    if action.paused_until:
        return f"Paused until {plain_date(action.paused_until)}", ""
    if action.due_on is None:
        return ("At the next meeting" if waits_for_meeting(action) else "No date yet"), ""
    if action.due_on < today:
        return lateness(action.due_on, today), "late"
    if waits_for_meeting(action):
        return "At the next meeting", ""
    return lateness(action.due_on, today), "soon" if (action.due_on - today).days < SOON_DAYS else ""


def done_on(action: Action) -> datetime.date | None:
    """The day of the answer, or where there was none the day on which it was completed."""
    moment = action.answered_at or action.closed_at
    return as_day(moment) if moment else None


def outcome(action: Action) -> str:
    """Answered 2 days early, Answered on time, Completed 3 days late."""
    verb = "Answered" if action.answered_at else "Completed"
    day = done_on(action)
    if day is None or action.due_on is None:
        return verb
    days = (action.due_on - day).days
    if days == 0:
        return f"{verb} on time"
    return f"{verb} {span_of_days(abs(days))} {'early' if days > 0 else 'late'}"


def _beside_due(action: Action) -> str:
    """, two days before it was due; "" where no date was set."""
    day = done_on(action)
    if day is None or action.due_on is None:
        return ""
    days = (action.due_on - day).days
    if days == 0:
        return ", on the day it was due"
    return f", {days_in_words(abs(days))} {'before' if days > 0 else 'after'} it was due"


def standing_sentence(
    action: Action,
    today: datetime.date,
    next_meeting: datetime.date | None = None,
    wanted: Event | None = None,
) -> str:
    """Where one action stands, in a sentence or two. `wanted`: the last of `STILL_WANTED`."""
    return {
        Status.PROPOSED: lambda: "Found in the minutes. The clerk has yet to confirm that it is an action.",
        Status.OPEN: lambda: _open_sentence(action, today, wanted),
        Status.ANSWERED: lambda: _answered_sentence(action, next_meeting),
        Status.COMPLETE: lambda: _complete_sentence(action),
        Status.DISMISSED: lambda: f"Not an action: {action.dismissed_reason}",
        Status.DROPPED: lambda: f"No longer required since {plain_date(action.closed_at)}.",
    }[Status(action.status)]()


def wanted_sentence(event: Event) -> str:
    """With a space behind it, so that a sentence can follow."""
    day = plain_date(event.at)
    if event.verb == "sent back":
        return f"Sent back on {day}: part of what was asked is still missing. "
    if event.verb == "reopened":
        return f"Opened again on {day}. "
    return f"Part of it was answered on {day}; the rest is to follow. "


def _open_sentence(action: Action, today: datetime.date, wanted: Event | None) -> str:
    before = wanted_sentence(wanted) if wanted else ""
    who = action.owner.name if action.owner else ""
    if action.paused_until:
        return f"{before}Paused until {plain_date(action.paused_until)}, when it will be looked at again."
    if action.due_on is None:
        wait = "at the next meeting, which has no date yet" if waits_for_meeting(action) else ""
        if wait:
            return f"{before}Due {wait}."
        return (
            f"{before}{who} has it; no date has been set yet."
            if who
            else f"{before}Nobody has been given it yet, and no date has been set."
        )
    if action.due_on < today:
        is_reopened = wanted is not None and wanted.verb == "reopened"
        what = "It" if is_reopened else "The rest" if wanted else "Not answered. It"
        return f"{before}{what} was due on {plain_date(action.due_on)} and is {lateness(action.due_on, today)}."
    days = (action.due_on - today).days
    ahead = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days_in_words(days)}"
    if not who:
        return f"{before}Nobody has been given it yet. It is due on {plain_date(action.due_on)}, {ahead}."
    where = "the meeting of " if waits_for_meeting(action) else ""
    return f"{before}{who} has until {where}{plain_date(action.due_on)} to answer: {ahead}."


def _answered_sentence(action: Action, next_meeting: datetime.date | None) -> str:
    sentence = f"Answered on {plain_date(action.answered_at)}{_beside_due(action)}."
    if action.committee.closure_rule == Committee.ClosureRule.COMMITTEE:
        when = f" on {plain_date(next_meeting)}" if next_meeting else ""
        return f"{sentence} The committee will be asked to accept the answer{when or ' at its next meeting'}."
    return f"{sentence} The clerk has yet to accept the answer."


def _complete_sentence(action: Action) -> str:
    if not action.answered_at:
        return f"Completed on {plain_date(action.closed_at)}{_beside_due(action)}{_minute(action)}."
    sentence = f"Answered in full on {plain_date(action.answered_at)}{_beside_due(action)}"
    if action.committee.closure_rule == Committee.ClosureRule.OFFICER:
        return f"{sentence}."
    by = "the committee" if action.committee.closure_rule == Committee.ClosureRule.COMMITTEE else "the clerk"
    return f"{sentence}. Accepted by {by} on {plain_date(action.closed_at)}{_minute(action)}."


def _minute(action: Action) -> str:
    if not action.closing_minute:
        return ""
    return f" (minute {action.closing_minute})" if action.closing_minute[0].isdigit() else f" ({action.closing_minute})"


def steps(action: Action, next_meeting: datetime.date | None = None) -> list[Step]:
    """Asked, sent, answered, accepted, each with its day. What was closed without an answer has three steps."""
    closed = action.status in {Status.COMPLETE, Status.DROPPED}
    paths = [
        ("Asked", action.meeting.date, None),
        (f"Sent to {_whom(action)}", action.confirmed_at, None),
        ("Answered", action.answered_at, action.due_on),
        (_last_step(action), action.closed_at, _acceptance_expected(action, next_meeting)),
    ]
    if closed and action.answered_at is None:
        del paths[2]
    reached = len(paths) - 1 if closed else {Status.OPEN: 1, Status.ANSWERED: 2}.get(Status(action.status), 0)
    result = []
    for number, (label, moment, expected) in enumerate(paths):
        state = (
            "done" if number < reached or action.status == Status.COMPLETE else "now" if number == reached else "next"
        )
        if state == "next":
            expected = expected if number == reached + 1 else None
            result.append(Step(label, state, expected, expected=expected is not None))
        else:
            result.append(Step(label, state, as_day(moment) if moment else None))
    return result


def _whom(action: Action) -> str:
    if action.owner is None:
        return "somebody"
    if action.owner.councillor:
        return "the councillor"
    return action.owner.body.name if action.owner.body else "the officer"


def _last_step(action: Action) -> str:
    if action.status == Status.DROPPED:
        return "No longer required"
    rule = action.committee.closure_rule
    if rule == Committee.ClosureRule.OFFICER:
        return "Complete"
    return "Accepted by the committee" if rule == Committee.ClosureRule.COMMITTEE else "Accepted by the clerk"


def _acceptance_expected(action: Action, next_meeting: datetime.date | None) -> datetime.date | None:
    return next_meeting if action.committee.closure_rule == Committee.ClosureRule.COMMITTEE else None


def files_in_words(number: int) -> str:
    """, with two files; "" for none."""
    return f", with {in_words(number)} {'file' if number == 1 else 'files'}" if number else ""

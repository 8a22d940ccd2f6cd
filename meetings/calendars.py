"""A committee's calendar: add, move and cancel meetings; take in a calendar that is typed, CSV or .ics.

A file is read whole before anything is changed: every line that cannot be understood is named with its number and
the reason, and nothing is applied while one is left. A meeting that was held stays where it was.
What hangs on the calendar follows in `actions/redating.py`.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from people.wording import clock, count_of, long_date, plain_date

from .calendar_files import write_lines
from .calendar_rows import Reading, Row
from .models import Committee, Meeting

Status = Meeting.Status


class CalendarRefused(Exception):
    """The calendar cannot be changed so; the message is fit for a person."""


def add_meeting(
    committee: Committee, date: datetime.date, start_time: datetime.time | None = None, place: str = ""
) -> Meeting:
    """A meeting to come, or one that was held; a cancelled one of that day stands again."""
    found = committee.meetings.filter(date=date).first()
    if found is None:
        return committee.meetings.create(date=date, start_time=start_time, place=place)
    if found.status != Status.CANCELLED:
        raise CalendarRefused(f"There is a meeting on {plain_date(date)} already.")
    found.status, found.start_time, found.place = Status.SCHEDULED, start_time or found.start_time, place or found.place
    found.save(update_fields=["status", "start_time", "place"])
    return found


def change_meeting(meeting: Meeting, date: datetime.date, start_time: datetime.time | None, place: str) -> Meeting:
    """Move a meeting to another day, time or place."""
    _refuse_unless_to_come(meeting, "moved")
    if date != meeting.date and meeting.committee.meetings.filter(date=date).exists():
        raise CalendarRefused(f"There is a meeting on {plain_date(date)} already.")
    meeting.date, meeting.start_time, meeting.place = date, start_time, place
    try:
        with transaction.atomic():
            meeting.save(update_fields=["date", "start_time", "place"])
    except IntegrityError as error:
        raise CalendarRefused(f"There is a meeting on {plain_date(date)} already.") from error
    return meeting


def cancel_meeting(meeting: Meeting) -> Meeting:
    """It stays in the calendar as cancelled, since minutes and people may have named it."""
    _refuse_unless_to_come(meeting, "cancelled")
    meeting.status = Status.CANCELLED
    meeting.save(update_fields=["status"])
    return meeting


def restore_meeting(meeting: Meeting) -> Meeting:
    if meeting.status != Status.CANCELLED:
        raise CalendarRefused("This meeting is not cancelled.")
    meeting.status = Status.SCHEDULED
    meeting.save(update_fields=["status"])
    return meeting


def _refuse_unless_to_come(meeting: Meeting, what: str) -> None:
    if meeting.status != Status.SCHEDULED:
        raise CalendarRefused(f"This meeting is {meeting.get_status_display()}, so it cannot be {what}.")


# --- taking in a whole calendar --------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """What one line of a file, or one meeting that a file leaves out, would do. `kind`: see `KINDS`."""

    kind: str
    date: datetime.date
    words: str
    row: Row | None = None
    meeting: Meeting | None = None

    @property
    def label(self) -> str:
        return KINDS[self.kind]


KINDS = {
    "new": "New",
    "moved": "Moved",
    "changed": "Changed",
    "cancelled": "Cancelled",
    "restored": "Stands again",
    "linked": "As it is, and known by its calendar entry from now on",
    "same": "As it is",
    "left": "Not in the file: left as it is",
}


@dataclass(frozen=True)
class Plan:
    """All that taking in a file would do to a calendar; `errors` keep any of it from being done."""

    changes: tuple[Change, ...]
    errors: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def effective(self) -> list[Change]:
        return [change for change in self.changes if change.kind not in ("same", "left")]

    @property
    def lines(self) -> str:
        """The rows as lines that can be read again."""
        return write_lines(change.row for change in self.changes if change.row)

    @property
    def summary(self) -> str:
        kinds = [change.kind for change in self.effective]
        parts = [f"{kinds.count(kind)} {label.lower()}" for kind, label in KINDS.items() if kind in kinds]
        return ", ".join(parts) or count_of(0, "change")


def make_plan(committee: Committee, reading: Reading, *, today: datetime.date, cancel_missing: bool = False) -> Plan:
    """What a file would change. With `cancel_missing` meetings to come, up to its last day, that it leaves out go.

    A meeting is known by its entry's UID where there is one, else by its day: one whose entry has another day moves.
    """
    rows = _without_replaced(reading.rows)
    found = list(zip(rows, _meetings_of(committee, rows), strict=True))
    changes = [change for row, meeting in found if (change := _change(row, meeting))]
    errors = [*reading.errors, *_twice(rows), *_onto_others(committee, changes)]
    there = {meeting.pk for _, meeting in found if meeting}
    last = max((row.date for row in rows), default=today)
    to_come = committee.meetings.filter(date__gt=today, date__lte=last, status=Status.SCHEDULED).exclude(pk__in=there)
    kind = "cancelled" if cancel_missing else "left"
    for meeting in to_come:
        changes.append(Change(kind, meeting.date, describe(meeting.start_time, meeting.place), meeting=meeting))
    changes.sort(key=lambda change: change.date)
    return Plan(tuple(changes), tuple(errors), tuple(reading.left_out))


def _without_replaced(rows: Sequence[Row]) -> list[Row]:
    """Without what is cancelled on a day on which something else stands."""
    standing = {row.date for row in rows if not row.cancelled}
    return [row for row in rows if not row.cancelled or row.date not in standing]


def _meetings_of(committee: Committee, rows: Sequence[Row]) -> list[Meeting | None]:
    """The meeting that each row speaks of: by its UID, else by its day, unless that one is another row's."""
    meetings = list(committee.meetings.all())
    by_uid = {meeting.uid: meeting for meeting in meetings if meeting.uid}
    claimed = {by_uid[row.uid].pk for row in rows if row.uid in by_uid}
    by_date = {meeting.date: meeting for meeting in meetings if meeting.pk not in claimed}
    return [by_uid.get(row.uid) or by_date.get(row.date) for row in rows]


def _onto_others(committee: Committee, changes: Sequence[Change]) -> Iterable[str]:
    """Meetings that would move to a day on which there is another that stays."""
    moving = {change.meeting.pk for change in changes if change.kind == "moved" and change.meeting}
    taken = {meeting.date for meeting in committee.meetings.exclude(pk__in=moving)}
    for change in changes:
        if change.kind == "moved" and change.meeting and change.row and change.date in taken:
            was, now = long_date(change.meeting.date), long_date(change.date)
            yield f"Line {change.row.line}: the meeting of {was} moves to {now}, on which there is another."


def _twice(rows: Sequence[Row]) -> Iterable[str]:
    first: dict[datetime.date, int] = {}
    for row in rows:
        if row.date in first:
            yield f"Line {row.line}: {long_date(row.date)} is on line {first[row.date]} already."
        first.setdefault(row.date, row.line)


def _change(row: Row, meeting: Meeting | None) -> Change | None:
    words = describe(row.start_time, row.place)
    if meeting is None:
        return None if row.cancelled else Change("new", row.date, words, row)
    if meeting.status == Status.HELD:
        return Change("same", meeting.date, "Held", row, meeting)
    if row.cancelled:
        kind = "same" if meeting.status == Status.CANCELLED else "cancelled"
        return Change(kind, meeting.date, words, row, meeting)
    if meeting.date != row.date:
        return Change("moved", row.date, f"{words} (was {long_date(meeting.date)})".strip(), row, meeting)
    if meeting.status == Status.CANCELLED:
        return Change("restored", row.date, words, row, meeting)
    time, place = row.start_time or meeting.start_time, row.place or meeting.place
    if (time, place) == (meeting.start_time, meeting.place):
        return Change("linked" if row.uid and not meeting.uid else "same", row.date, words, row, meeting)
    was = describe(meeting.start_time, meeting.place) or "no time or place"
    return Change("changed", row.date, f"{words} (was {was})", row, meeting)


def describe(start_time: datetime.time | None, place: str) -> str:
    return ", ".join(part for part in (clock(start_time) if start_time else "", place) if part)


@transaction.atomic
def apply_plan(committee: Committee, plan: Plan) -> None:
    """Do all of it, or nothing."""
    if plan.errors:
        raise CalendarRefused("Nothing was changed, since some lines could not be read.")
    effective = plan.effective
    _move_all([change for change in effective if change.kind == "moved"])
    for change in effective:
        if change.kind == "cancelled" and change.meeting:
            cancel_meeting(change.meeting)
        elif change.kind == "changed":
            _move(change)
        elif change.kind in ("new", "restored") and change.row:
            meeting = add_meeting(committee, change.date, change.row.start_time, change.row.place)
            Meeting.objects.filter(pk=meeting.pk).update(uid=change.row.uid)
        if change.meeting and change.row and change.row.uid:
            Meeting.objects.filter(pk=change.meeting.pk).update(uid=change.row.uid)


def _move_all(moves: Sequence[Change]) -> None:
    """All leave their days before any takes a new one, so that they may take each other's."""
    for number, change in enumerate(moves):
        if change.meeting:
            parked = datetime.date.max - datetime.timedelta(days=number)
            Meeting.objects.filter(pk=change.meeting.pk).update(date=parked)
    for change in moves:
        _move(change)


def _move(change: Change) -> None:
    """To the row's day, time and place; a cancelled meeting stands again there."""
    meeting, row = change.meeting, change.row
    if not meeting or not row:
        return
    if meeting.status == Status.CANCELLED:
        restore_meeting(meeting)
    change_meeting(meeting, row.date, row.start_time or meeting.start_time, row.place or meeting.place)

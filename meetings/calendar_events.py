"""Read the events of an iCalendar file (.ics): London days and times, series day by day, what was moved or cancelled.

A series gives a row for each of its days: without the days it leaves out (EXDATE), and with a day that was changed by
itself (RECURRENCE-ID) as it is now. One without an end is read as far as `AHEAD`.
"""

import datetime
import re
from collections.abc import Iterator
from itertools import islice
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr

from people.wording import count_of

from .calendar_rows import LONGEST_UID, MOST_ROWS, Reading, Row

LONDON = ZoneInfo("Europe/London")
AHEAD = datetime.timedelta(days=2 * 365)
CANCELLED_TITLE = re.compile(r"^\W*cancel(?:l)?ed\b|\bcancel(?:l)?ed\W*$", re.IGNORECASE)
Start = datetime.date  # or a datetime, where the event has a time


class Unreadable(ValueError):
    """An event that cannot be understood; the message says why."""


def read_icalendar(text: str, committee: str, today: datetime.date) -> Reading:
    """The events of an .ics file; where one names the committee, those that name others are left out."""
    reading = Reading()
    try:
        calendar = icalendar.Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
    except (ValueError, IndexError, KeyError) as error:
        reading.errors.append(f"The .ics file cannot be read: {str(error)[:200]}")
        return reading
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if line.strip().upper() == "BEGIN:VEVENT"]
    if not events:
        reading.errors.append("The .ics file has no events in it.")
    if len(events) > MOST_ROWS:
        reading.errors.append(f"The .ics file has {len(events)} events; {MOST_ROWS} are taken at once.")
        return reading
    named = [committee.casefold() in str(event.get("SUMMARY", "")).casefold() for event in events]
    ours = [
        (number, event)
        for number, event, is_ours in zip(lines, events, named, strict=False)
        if is_ours or not any(named)
    ]
    all_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    read_events(reading, latest(ours), today, all_cancelled)
    others = named.count(False) if any(named) else 0
    if others:
        reading.left_out.append(f"{count_of(others, 'event')} of other committees")
    return reading


Numbered = tuple[int, icalendar.Component]


def latest(events: list[Numbered]) -> list[Numbered]:
    """Of several versions of one event the one with the highest sequence number, in the order of the file."""
    best: dict[object, Numbered] = {}
    for number, event in events:
        uid = str(event.get("UID", ""))
        key = (uid, str(event.get("RECURRENCE-ID") and event.decoded("RECURRENCE-ID"))) if uid else number
        if key not in best or sequence(event) >= sequence(best[key][1]):
            best[key] = (number, event)
    return sorted(best.values(), key=lambda one: one[0])


def sequence(event: icalendar.Component) -> int:
    return int(event.get("SEQUENCE", 0))


def read_events(reading: Reading, events: list[Numbered], today: datetime.date, all_cancelled: bool) -> None:
    """A row for every event and every day of a series, in the order of the days."""
    changed: dict[str, set[datetime.date]] = {}
    for _, event in events:
        if event.get("RECURRENCE-ID"):
            changed.setdefault(str(event.get("UID", "")), set()).add(local_start(event.decoded("RECURRENCE-ID"))[0])
    rows: list[Row] = []
    for number, event in events:
        try:
            rows += rows_of(number, event, changed.get(str(event.get("UID", "")), set()), today, all_cancelled)
        except Unreadable as error:
            reading.refuse(number, str(error))
    if len(rows) > MOST_ROWS:
        reading.errors.append(f"The .ics file has {len(rows)} meetings; {MOST_ROWS} are taken at once.")
        return
    reading.rows += sorted(rows, key=lambda row: (row.date, row.line))


def rows_of(
    number: int, event: icalendar.Component, changed: set[datetime.date], today: datetime.date, all_cancelled: bool
) -> Iterator[Row]:
    start = event.get("DTSTART")
    if start is None or not isinstance(getattr(start, "dt", None), datetime.date):
        raise Unreadable("This event has no start")
    uid, place = str(event.get("UID", ""))[:LONGEST_UID], str(event.get("LOCATION", "")).strip()[:300]
    title = str(event.get("SUMMARY", ""))
    cancelled = (
        all_cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED" or bool(CANCELLED_TITLE.search(title))
    )
    if event.get("RECURRENCE-ID"):
        if "RANGE" in event["RECURRENCE-ID"].params:
            raise Unreadable("This changes a series from a day on. Give each meeting its own date")
        was = local_start(event.decoded("RECURRENCE-ID"))[0]
        date, time = local_start(start.dt)
        yield Row(number, date, time, place, cancelled, of_series(uid, was))
        return
    if not event.get("RRULE") and not event.get("RDATE"):
        date, time = local_start(start.dt)
        yield Row(number, date, time, place, cancelled, uid)
        return
    for date, time in days_of_series(event, start.dt, today):
        if date not in changed:
            yield Row(number, date, time, place, cancelled, of_series(uid, date))


def of_series(uid: str, day: datetime.date) -> str:
    """What one day of a series is called: the series and the day that it had at first."""
    return f"{uid[: LONGEST_UID - 11]}/{day.isoformat()}" if uid else ""


def days_of_series(
    event: icalendar.Component, start: Start, today: datetime.date
) -> list[tuple[datetime.date, datetime.time | None]]:
    """The days and times in London of an event that repeats; counted in its own time zone, so that 6 pm stays 6 pm."""
    rule = event.get("RRULE")
    if isinstance(rule, list):
        raise Unreadable("This event repeats by more than one rule. Give each meeting its own date")
    has_time = isinstance(start, datetime.datetime)
    zone = start.tzinfo if isinstance(start, datetime.datetime) else None
    first = start.replace(tzinfo=None) if isinstance(start, datetime.datetime) else at_midnight(start)
    found = {first} | set(given(event, "RDATE", zone))
    if rule:
        found |= set(repeated(rule, first, zone, today))
    left_out = set(given(event, "EXDATE", zone))
    left_out_days = {moment.date() for moment in left_out if moment == at_midnight(moment.date())}
    kept = [moment for moment in sorted(found) if moment not in left_out and moment.date() not in left_out_days]
    return [local_start(moment.replace(tzinfo=zone) if has_time else moment.date()) for moment in kept]


def repeated(
    rule: icalendar.vRecur, first: datetime.datetime, zone: datetime.tzinfo | None, today: datetime.date
) -> Iterator[datetime.datetime]:
    """The moments of the rule, by the clock of the event's own zone; to its end, or as far as `AHEAD`."""
    ends = [naive(until, zone) for until in rule.get("UNTIL", [])]
    is_day = any(not isinstance(until, datetime.datetime) for until in rule.get("UNTIL", []))
    last = ends[0] + datetime.timedelta(days=is_day) if ends else at_midnight(today + AHEAD)
    words = icalendar.vRecur({name: value for name, value in rule.items() if name != "UNTIL"}).to_ical().decode()
    try:
        moments = rrulestr(words, dtstart=first)
        for moment in islice(moments, MOST_ROWS + 1):
            if moment > last or (is_day and moment >= last):
                return
            yield moment
    except (ValueError, OverflowError) as error:
        raise Unreadable(f"How this event repeats cannot be understood: {error}") from error


def given(event: icalendar.Component, name: str, zone: datetime.tzinfo | None) -> Iterator[datetime.datetime]:
    """The moments of EXDATE or RDATE, which may stand once or several times."""
    lines = event.get(name, [])
    for line in lines if isinstance(lines, list) else [lines]:
        for one in line.dts:
            if isinstance(one.dt, datetime.date):
                yield naive(one.dt, zone)


def naive(moment: datetime.date, zone: datetime.tzinfo | None) -> datetime.datetime:
    """By the clock of `zone`; a day is its midnight."""
    if not isinstance(moment, datetime.datetime):
        return at_midnight(moment)
    return (moment.astimezone(zone) if moment.tzinfo and zone else moment).replace(tzinfo=None)


def at_midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def local_start(start: Start) -> tuple[datetime.date, datetime.time | None]:
    """The day in London, and the time where the event has one."""
    if not isinstance(start, datetime.datetime):
        return start, None
    local = start.astimezone(LONDON) if start.tzinfo else start
    return local.date(), local.time().replace(second=0, microsecond=0, tzinfo=None)

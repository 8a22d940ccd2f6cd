"""Read a calendar: lines as people type them, CSV with or without a heading row, or iCalendar (.ics).

Gives rows and, for every line that cannot be understood, its number and the reason. Changes nothing.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from people.csv_files import decode
from people.fields import parse_typed_date
from people.wording import count_of

from .calendar_events import read_icalendar
from .calendar_rows import LONGEST_UID, MOST_ROWS, Reading, Row

LARGEST = 1024 * 1024
MOST_YEARS = 10
HALF = r"(?P<half>[ap]\.?m\.?)?"
TIME = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:[.:h](?P<minute>\d\d)(?::00)?|(?P<plain>\d\d)(?= ?(?:hrs?|hours)?$))?\s*{HALF}"
    r"(?:\s*(?:hrs?|hours))?",
    re.IGNORECASE,
)
TIME_AT_END = re.compile(
    r"[\s,]+(?:at\s+)?(?P<time>\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon)$", re.IGNORECASE
)
COLUMNS = {
    "date": {"date", "day", "meeting date", "start date"},
    "time": {"time", "start", "start time", "starts"},
    "place": {"place", "venue", "location", "room", "where"},
    "status": {"status", "state"},
    "uid": {"uid"},
    "committee": {"committee", "title", "subject", "meeting", "summary", "name"},
}


def read_calendar(data: bytes, committee: str, today: datetime.date) -> Reading:
    """Rows of a file for the committee of that name; told by its content, not by the file's name."""
    if len(data) > LARGEST:
        return Reading(errors=["The file is larger than 1 MB, so it can hardly be a committee’s calendar."])
    text = decode(data)
    if "\x00" in text:
        return Reading(errors=["This is no text file. Save the calendar as CSV or as .ics."])
    if text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return read_icalendar(text, committee, today)
    return read_lines(text, committee, today)


def read_lines(text: str, committee: str, today: datetime.date) -> Reading:
    """One meeting a line: date, time, place, in that order or as a heading row says."""
    reading = Reading()
    try:
        lines = [(number, parts) for number, parts in split_lines(text) if any(part.strip() for part in parts)]
    except csv.Error as error:
        reading.errors.append(f"The lines cannot be told apart: {error}.")
        return reading
    if not lines:
        reading.errors.append("There is no meeting in it.")
        return reading
    columns = heading(lines[0][1])
    if columns:
        lines = lines[1:]
    if len(lines) > MOST_ROWS:
        reading.errors.append(f"It has {len(lines)} lines; {MOST_ROWS} are taken at once.")
        return reading
    others = 0
    for number, parts in lines:
        named = dict(zip(columns, parts, strict=False)) if columns else positional(parts)
        if names_another(named.get("committee", ""), committee):
            others += 1
            continue
        read_row(reading, number, {name: value.strip() for name, value in named.items()}, today)
    if others:
        reading.left_out.append(f"{count_of(others, 'meeting')} of other committees")
    return reading


def split_lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """Each line's number and its parts, separated by whichever of tab, semicolon and comma the first line has most."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(("\t", ";", ","), key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)
    for parts in reader:
        yield reader.line_num, parts


def heading(parts: list[str]) -> list[str] | None:
    """The columns' names where the first line is a heading; None where it is a meeting."""
    names = [next((name for name, words in COLUMNS.items() if part.strip().lower() in words), "") for part in parts]
    return names if "date" in names else None


def positional(parts: list[str]) -> dict[str, str]:
    date, *rest = parts
    found = TIME_AT_END.search(date)
    if found:
        return {"date": date[: found.start()], "time": found["time"], "place": ", ".join(rest)}
    if len(rest) == 1 and not is_time(rest[0]):
        return {"date": date, "place": rest[0]}
    return {"date": date, "time": rest[0] if rest else "", "place": ", ".join(part.strip() for part in rest[1:])}


def read_row(reading: Reading, number: int, named: dict[str, str], today: datetime.date) -> None:
    try:
        date = parse_typed_date(named.get("date", ""), today)
        time = parse_time(named["time"]) if named.get("time") else None
    except (ValidationError, ValueError) as error:
        reading.refuse(number, error.messages[0] if isinstance(error, ValidationError) else str(error))
        return
    if abs(date.year - today.year) > MOST_YEARS:
        reading.refuse(number, f"{date.year} is more than {MOST_YEARS} years away. Check the year")
        return
    cancelled = named.get("status", "").lower().startswith("cancel")
    uid = named.get("uid", "")[:LONGEST_UID]
    reading.rows.append(Row(number, date, time, named.get("place", "")[:300], cancelled, uid))


def write_lines(rows: Iterable[Row]) -> str:
    """Rows as lines that `read_lines` reads back as they were."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["date", "time", "place", "status", "uid"])
    for row in rows:
        time = f"{row.start_time:%H:%M}" if row.start_time else ""
        writer.writerow([row.date.isoformat(), time, row.place, "cancelled" if row.cancelled else "", row.uid])
    return out.getvalue()


def names_another(words: str, committee: str) -> bool:
    """Whether a line's own words name another committee; one name may be a longer form of the other."""
    said, ours = words.casefold().strip(), committee.casefold()
    return bool(said) and said not in ours and ours not in said


def is_time(text: str) -> bool:
    try:
        parse_time(text)
    except ValueError:
        return False
    return True


def parse_time(text: str) -> datetime.time:
    """18:00, 6pm, 6.30 pm, 1800, noon; ValueError in words."""
    words = text.strip().lower()
    if words in ("noon", "midday", "12 noon"):
        return datetime.time(12)
    found = TIME.fullmatch(words)
    if not found:
        raise ValueError(f"“{text.strip()}” is no time. Write it as 6.30pm or 18:30")
    hour, minute = int(found["hour"]), int(found["minute"] or found["plain"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(f"“{text.strip()}” is no time. Write it as 6.30pm or 18:30")
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"“{text.strip()}” is no time. Write it as 6.30pm or 18:30")
    return datetime.time(hour, minute)

"""An action's history in words, and how its due date came about."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from people.wording import as_day, plain_date

from .history import NO_PERSONS
from .models import Action, Event, MoreTimeRequest
from .wording import asked_by, files_in_words, times_in_words, waits_for_meeting

# verb → what is said, bold; and whether "by somebody" follows
SAID = {
    "proposed": ("Found in the minutes", False),
    "confirmed": ("Entered in the register", True),
    "unconfirmed": ("Taken back to the review", True),
    "dismissed": ("Dismissed", True),
    "brought back": ("Brought back", True),
    "merged": ("Merged into another", True),
    "took in": ("Took in another request", True),
    "answered": ("Answered", True),
    "answered in part": ("Answered in part, the rest to follow", True),
    "reported done": ("Reported done", True),
    "completed": ("Complete", False),
    "accepted": ("Answer accepted", True),
    "sent back": ("Sent back: part met", True),
    "reopened": ("Opened again", True),
    "dropped": ("No longer required", False),
    "found again": ("Found again in newer minutes", False),
    "reworded": ("In other words in newer minutes", False),
    "not in the confirmed": ("Not found in newer minutes", False),
    "settled": ("Kept as it is, whatever newer minutes say", True),
    "put back": ("Quoted from the earlier minutes again", True),
    "edited": ("Words changed", True),
    "served": ("Day of service recorded", True),
    "clock taken back": ("Statutory clock taken back", True),
    "paused": ("Paused", True),
    "resumed": ("No longer paused", False),
    "asked for more time": ("More time asked for", True),
    "more time refused": ("More time refused", True),
    "noted": ("Note", True),
}


@dataclass(frozen=True)
class Entry:
    """A line of the timeline: what, in bold; the rest of the sentence; a second line."""

    on: datetime.date
    what: str
    rest: str = ""
    note: str = ""
    is_public: bool = True


@dataclass(frozen=True)
class Working:
    """A line of how the due date was worked out; an old date is struck through."""

    on: datetime.date | None
    words: str
    is_old: bool = False


def timeline(action: Action, events: Iterable[Event], files: dict[int, int]) -> list[Entry]:
    """The latest first, the request itself last. `files` counts the files of each answer by its id."""
    entries = [Entry(action.meeting.date, "Asked", f"by {asked_by(action)}{_resolved(action)}")]
    answers = 0
    for event in events:
        answers += event.verb == "answered"
        entries.append(_entry(event, files, again=answers > 1))
    return entries[::-1]


def _resolved(action: Action) -> str:
    return " and resolved by the committee" if action.resolution_id and action.requester_id else ""


def _entry(event: Event, files: dict[int, int], again: bool) -> Entry:
    if event.verb in {"assigned", "passed on"}:
        return _owner_entry(event)
    if event.verb == "redated":
        return _date_entry(event)
    what, is_personal = SAID.get(event.verb, (event.verb.capitalize(), True))
    if event.verb == "answered" and again:
        what = "Answered again"
    rest = f"by {event.by_name}" if is_personal and event.by_name not in NO_PERSONS else ""
    rest += files_in_words(files.get(event.data.get("answer", 0), 0))
    return Entry(as_day(event.at), what, rest, event.note, event.is_public)


def _owner_entry(event: Event) -> Entry:
    to = event.data.get("to") or "nobody"
    what = "Passed on" if event.verb == "passed on" else "Given"
    return Entry(as_day(event.at), what, f"to {to}, {_author(event)}", event.note, event.is_public)


def _author(event: Event) -> str:
    return f"by {event.by_name}"


def _date_entry(event: Event) -> Entry:
    old, new = (event.data.get(key) and datetime.date.fromisoformat(event.data[key]) for key in ("from", "to"))
    if old and new:
        rest = f"from {plain_date(old)} to {plain_date(new)}"
    else:
        rest = f"to {plain_date(new)}" if new else "to no date"
    rest += f", {_author(event)}"
    return Entry(as_day(event.at), "Due date moved" if old else "Due date set", rest, event.note, event.is_public)


def moves_of_date(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.verb == "redated" and event.data.get("from")]


def moved_words(events: Iterable[Event]) -> str:
    """Moved once, from 22 October 2026; "" when it never was."""
    moves = moves_of_date(events)
    if not moves:
        return ""
    first = datetime.date.fromisoformat(moves[0].data["from"])
    return f"Moved {times_in_words(len(moves))}, at first {plain_date(first)}"


def workings(action: Action, events: Iterable[Event]) -> list[Working]:
    """From the meeting to the date that counts now, the old dates between."""
    said = f" The minutes say “{action.due_words}”." if action.due_words else ""
    lines = [Working(action.meeting.date, f"The meeting.{said}")]
    if action.served_on:
        lines.append(Working(action.served_on, "The request was served."))
    for event in moves_of_date(events):
        lines.append(Working(datetime.date.fromisoformat(event.data["from"]), "The date before", is_old=True))
    words = action.due_working or ("The next meeting" if waits_for_meeting(action) else "")
    if action.due_on or words:
        lines.append(Working(action.due_on, words or "The date set by the clerk"))
    return lines


def more_time_asked(action: Action) -> MoreTimeRequest | None:
    """The request for more time that nobody has decided yet."""
    return action.more_time_requests.filter(state=MoreTimeRequest.State.ASKED).select_related("asked_by").first()

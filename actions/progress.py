"""How far the reading of one document has got, in steps for the clerk who watches."""

import datetime
from dataclasses import dataclass

from meetings.models import Source
from people.wording import clock, count_of, file_size

PATIENCE = datetime.timedelta(seconds=15)  # after that a waiting document is told to be waiting

LABELS = [
    "Received",
    "Taken up by the reader",
    "Text read",
    "Meeting and items found",
    "Requests found",
    "Stored, with owners and dates",
]


@dataclass(frozen=True, slots=True)
class Step:
    """`state`: done, now, next or failed, which is also the class of its line."""

    state: str
    label: str
    note: str = ""
    time: str = ""


def steps_of(source: Source, *, now: datetime.datetime) -> list[Step]:
    """Received, text, items, requests, ready: the first that is not done is the one at work, or the one that failed."""
    at = _place(source)
    notes = [_received(source), _waiting(source, now), *_found(source)]
    times = {0: clock(source.added_at), 1: clock(source.reading_since) if source.reading_since else ""}
    broken = source.state in {Source.State.FAILED, Source.State.SET_ASIDE}
    if broken and source.failure == Source.Failure.NO_DATE:
        notes[at] = "Waits for the date of the meeting."
    return [
        Step(_state(index, at, broken), label, note if index <= at else "", times.get(index, "") if index <= at else "")
        for index, (label, note) in enumerate(zip(LABELS, notes, strict=True))
    ]


def _place(source: Source) -> int:
    """The index of the step at work; one past the last when all is done."""
    was_put_back = not source.failure and not source.is_waiting
    if source.state == Source.State.READY or was_put_back:
        return 6
    if source.state == Source.State.QUEUED:
        return 1
    if not source.text:
        return 2
    if source.items_found is None:
        return 3
    return 4 if source.actions_found is None else 5


def _state(index: int, at: int, broken: bool) -> str:
    if index < at:
        return "done"
    if index > at:
        return "next"
    return "failed" if broken else "now"


def _received(source: Source) -> str:
    return f"{source.name}, {file_size(source.size)}"


def _waiting(source: Source, now: datetime.datetime) -> str:
    if source.state == Source.State.QUEUED and now - source.queued_at > PATIENCE:
        return "The reader is busy or not running. The document is kept and is read as soon as it can be."
    return ""


def _found(source: Source) -> list[str]:
    words = count_of(len(source.text.split()), "word") if source.text else ""
    if source.items_found is None:
        return [words, "", "", ""]
    items = f"{count_of(source.items_found, 'item')}, {count_of(source.resolutions_found or 0, 'resolution')}"
    actions = "" if source.actions_found is None else count_of(source.actions_found, "request")
    return [words, items, actions, ""]

"""The append-only history: every change writes its line here, in the same transaction."""

import datetime

from people.models import User

from .models import Action, Event

READER = "the reader"
CALENDAR, DIRECTORY, TIMETABLE = "the calendar", "the directory", "the timetable"
# Who is named where no person did it: by what was done.
PROGRAM = {"redated": CALENDAR, "assigned": DIRECTORY, "passed on": DIRECTORY, "resumed": TIMETABLE}
NO_PERSONS = frozenset({READER, *PROGRAM.values()})


def record(
    action: Action,
    verb: str,
    *,
    by: User | None,
    now: datetime.datetime,
    from_status: str = "",
    to_status: str = "",
    note: str = "",
    is_public: bool = False,
    data: dict | None = None,
) -> Event:
    """Append one line. `by` None is the program itself: reading minutes, following the calendar or the directory."""
    return Event.objects.create(
        action=action,
        at=now,
        by=by,
        by_name=by.name if by else PROGRAM.get(verb, READER),
        verb=verb,
        from_status=from_status,
        to_status=to_status,
        note=note,
        is_public=is_public,
        data=data or {},
    )


def record_all(
    actions: list[Action], verb: str, *, by: User | None, now: datetime.datetime, to_status: str = ""
) -> None:
    """The same line for many actions at once."""
    name = by.name if by else PROGRAM.get(verb, READER)
    Event.objects.bulk_create(
        Event(action=action, at=now, by=by, by_name=name, verb=verb, to_status=to_status) for action in actions
    )

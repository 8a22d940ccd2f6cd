"""Actions as rows of plain values, for CSV, JSON and whatever else leaves the program as a table."""

import datetime
from collections.abc import Iterable, Iterator

from django.utils import timezone

from .models import Action
from .wording import asked_by

COLUMNS = {
    "reference": "Reference",
    "status": "Status",
    "summary": "Request",
    "kind": "Kind",
    "committee": "Committee",
    "asked_on": "Asked on",
    "item": "Item",
    "asked_by": "Asked by",
    "owner": "Who has it",
    "post": "Post",
    "due_on": "Due on",
    "overdue": "Overdue",
    "answered_on": "Answered on",
    "closed_on": "Closed on",
    "address": "Address",
}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def values(action: Action, today: datetime.date, site: str) -> dict[str, object]:
    """One action under the names of COLUMNS; days are dates, what is not there is None. `site` begins the address."""
    return {
        "reference": action.reference,
        "status": action.get_status_display(),
        "summary": action.summary,
        "kind": action.get_kind_display(),
        "committee": action.committee.name,
        "asked_on": action.meeting.date,
        "item": item_words(action),
        "asked_by": asked_by(action),
        "owner": action.owner.name if action.owner else None,
        "post": (action.owner.title or None) if action.owner else None,
        "due_on": action.due_on,
        "overdue": action.is_overdue(today),
        "answered_on": day_of(action.answered_at),
        "closed_on": day_of(action.closed_at),
        "address": site + action.get_absolute_url(),
    }


def item_words(action: Action) -> str | None:
    """The item's number and title; of an exempt one neither, whoever looks: files are passed on."""
    if action.item is None:
        return None
    return "Exempt business" if action.item.restricted else str(action.item)


def cells(actions: Iterable[Action], today: datetime.date, site: str) -> Iterator[list[str]]:
    """The heading row, then one row of text for each action, safe to open in a spreadsheet."""
    yield list(COLUMNS.values())
    for action in actions:
        yield [cell(value) for value in values(action, today, site).values()]


def cell(value: object) -> str:
    """A value as text: yes or no, ISO dates, and no text that a spreadsheet would take for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return neutral(str(value))


def neutral(text: str) -> str:
    """Text that a spreadsheet shows and never runs (OWASP: CSV injection)."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def day_of(moment: datetime.datetime | None) -> datetime.date | None:
    return timezone.localdate(moment) if moment else None

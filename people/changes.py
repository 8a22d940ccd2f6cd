"""The log of the directory: one line for every change, in the transaction that makes it."""

import datetime

from .models import DirectoryChange, Officer, Post, User
from .models.change import LONGEST

COMMAND_LINE = "the command line"


def log_change(
    what: str, *, by: User | None, now: datetime.datetime, post: Post | None = None, officer: Officer | None = None
) -> DirectoryChange:
    """Write a line. `by` None is whoever ran a command."""
    return DirectoryChange.objects.create(
        at=now, by=by, by_name=by.name if by else COMMAND_LINE, what=what[:LONGEST], post=post, officer=officer
    )


def log_changes(lines: list[str], *, by: User | None, now: datetime.datetime) -> None:
    """Many lines at once, of a file."""
    name = by.name if by else COMMAND_LINE
    DirectoryChange.objects.bulk_create(
        DirectoryChange(at=now, by=by, by_name=name, what=line[:LONGEST]) for line in lines
    )

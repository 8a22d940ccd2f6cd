"""Write the tracker for a meeting's agenda to a file, as its page offers it."""

import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from actions import exports
from actions.tracker import tracker
from meetings.models import Committee, Meeting
from people.wording import count_of, plain_date


class Command(BaseCommand):
    help = "Write the tracker for a committee's meeting to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("committee", help="its slug, as in the address of its page")
        parser.add_argument("date", help="the day of the meeting, 2026-12-03")
        parser.add_argument("--format", required=True, choices=list(exports.FORMATS), dest="kind")
        parser.add_argument("--output", required=True, type=Path, help="the file to write; an old one is replaced")
        parser.add_argument(
            "--with-exempt", action="store_true", help="add exempt actions, for an annex that is not published"
        )

    def handle(self, *args: Any, committee: str, date: str, kind: str, output: Path, **options: Any) -> None:
        meeting = find_meeting(committee, date)
        found = tracker(meeting, timezone.localdate(), with_exempt=options["with_exempt"])
        try:
            output.write_bytes(exports.export(found, kind))
        except exports.CannotExport as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        rows = count_of(len(found.lines), "action")
        self.stdout.write(f"{output}: {rows}, and {count_of(len(found.annex), 'action')} in the annex.")


def find_meeting(slug: str, date: str) -> Meeting:
    """The meeting; CommandError with what there is instead."""
    committee = Committee.objects.filter(slug=slug).first()
    if committee is None:
        known = ", ".join(Committee.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no committee {slug}. Known: {known}.")
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError as error:
        raise CommandError(f"{date} is no date; write it as 2026-12-03.") from error
    meeting = committee.meetings.select_related("committee").filter(date=day).first()
    if meeting is None:
        ahead = committee.meetings.standing().filter(date__gte=timezone.localdate()).order_by("date")[:3]
        known = ", ".join(one.date.isoformat() for one in ahead) or "none"
        raise CommandError(f"{committee} has no meeting on {plain_date(day)}. Ahead: {known}.")
    return meeting

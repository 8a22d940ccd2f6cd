"""Take officers and posts, or councillors, in from a CSV file; says what would change, and does it with --apply."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from actions.leavers import hand_over_leavers
from people import csv_councillors, csv_directory
from people.changes import log_changes
from people.wording import count_of

KINDS: dict[str, Any] = {"officers": csv_directory, "councillors": csv_councillors}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=list(KINDS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true", help="make the changes; without it they are only shown")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}") from error
        today = timezone.localdate()
        sheet, changes = KINDS[options["kind"]].take_in(data, today=today, keep=options["apply"])
        if sheet.errors:
            raise CommandError("Nothing was changed.\n" + "\n".join(sheet.errors))
        for change in changes:
            self.stdout.write(f"Line {change.line}: {change.what}")
        words = count_of(len(changes), "change")
        if not options["apply"]:
            self.stdout.write(f"{words.capitalize()} would be made; --apply makes them.")
            return
        log_changes([change.what for change in changes], by=None, now=timezone.now())
        moved = hand_over_leavers(today=today, now=timezone.now())
        self.stdout.write(f"{words.capitalize()} made; {count_of(len(moved), 'action')} handed over.")

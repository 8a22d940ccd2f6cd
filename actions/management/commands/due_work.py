"""Do all scheduled work of a day by hand, morning and evening, and say what was done. Safe to run twice."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from actions import day
from actions.management.commands.explain_due import iso_day
from meetings.models import Committee
from meetings.working_days import WorkingDays
from people.wording import long_date


class Command(BaseCommand):
    help = "Do all scheduled work of a day by hand: due dates, pauses, reminders, digests, sending. Safe to run twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--today", type=iso_day, help="the day, 2026-03-01 (today)")

    def handle(self, *args: Any, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        nations = Committee.objects.order_by("nation").values_list("nation", flat=True).distinct()
        self.stdout.write(long_date(today))
        for nation in nations:
            if not WorkingDays.load(nation).is_working(today):
                self.stdout.write(f"No working day in {Committee.Nation(nation).label}: no emails go out there.")
        for title, part, time in (
            ("Morning", day.morning, day.MORNING),
            ("End of the day", day.evening, day.EVENING),
        ):
            self.stdout.write(f"{title}:")
            for line in part(day.at(today, time)):
                self.stdout.write(f"  {line}")

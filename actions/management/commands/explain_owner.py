"""Say whom the words of minutes mean in this council's directory on a day, and why. Stores nothing."""

import datetime
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from actions.assignment import Assigner, OwnerChoice
from actions.management.commands.explain_due import iso_day
from meetings.models import Committee


class Command(BaseCommand):
    help = "Say who would be the owner for these words, and why. Stores nothing."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--words", required=True, help='as the minutes put it: "Cllr Trask"')
        parser.add_argument("--committee", required=True, help="slug of the committee")
        parser.add_argument("--on", type=iso_day, help="the day of the meeting, 2026-10-08 (today)")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        committee = Committee.objects.filter(slug=options["committee"]).first()
        if committee is None:
            raise CommandError(f"There is no committee with the slug {options['committee']!r}.")
        if not options["words"].strip():
            raise CommandError("--words is empty: give the words that name somebody.")
        today = timezone.localdate()
        choice = explain(committee, options["words"], options["on"] or today, today)
        answer = {
            "owner": str(choice.owner) if choice.owner else None,
            "candidates": [{"owner": str(owner), "reason": reason} for owner, reason in choice.candidates],
            "reason": choice.reason,
        }
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        self.stdout.write(f"Owner: {answer['owner'] or 'nobody'}\nReason: {choice.reason}")
        for owner, reason in choice.candidates:
            self.stdout.write(f"  {owner}: {reason}")


def explain(committee: Committee, words: str, on: datetime.date, today: datetime.date) -> OwnerChoice:
    """The choice for `words` alone; what it would have stored is rolled back."""
    with transaction.atomic():
        choice = Assigner(committee, on, today).choose_by_words(words)
        transaction.set_rollback(True)
    return choice

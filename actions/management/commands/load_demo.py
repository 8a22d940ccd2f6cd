"""Found the invented council of the demo and have its minutes read by the worker. Quick when it is there already."""

import logging
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from actions.demo.council import found_council
from actions.demo.intake import take_in_all, wait_until_read
from actions.demo.story import tell
from actions.models import Action
from meetings.models import Committee, Source


class Command(BaseCommand):
    help = "Found the invented council of the demo; its minutes are read by the worker. Refuses outside the demo."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not the demo: DEMO is not set. Nothing was changed.")
        if Committee.objects.exists() and Action.objects.published().exists():
            return
        logging.getLogger("django_structlog").setLevel(logging.WARNING)  # the person at the keyboard wants words
        today = timezone.localdate()
        if not Committee.objects.exists():
            found_council(today)
        try:
            sources = wait_until_read(take_in_all(today))
        except TimeoutError as error:
            raise CommandError(str(error)) from error
        tell(today)
        read = sum(source.state == Source.State.READY for source in sources)
        self.stdout.write(f"{read} minutes read, {Action.objects.count()} actions found.")

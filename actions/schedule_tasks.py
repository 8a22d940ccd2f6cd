"""Celery tasks of the timetable. Each reads the clock and calls one function; each may run twice or late."""

from celery import shared_task
from django.utils import timezone

from . import day
from .notices import outbox, telling


@shared_task(name="actions.start_day")
def start_day() -> None:
    """In the morning of every day: dates, pauses, reminders, the overdue, digests, followers."""
    day.morning(timezone.now())


@shared_task(name="actions.end_day")
def end_day() -> None:
    """At the end of every day: owners of what was confirmed in a review that is not finished yet."""
    day.evening(timezone.now())


@shared_task(name="actions.tell_changes")
def tell_changes() -> None:
    """Every ten minutes: what others did to an owner's actions."""
    telling.tell_changes(timezone.now())


@shared_task(name="actions.send_notices")
def send_notices() -> None:
    """Every minute: what waits, what failed and is to be tried again, what a dead worker left."""
    outbox.send_waiting(timezone.now())

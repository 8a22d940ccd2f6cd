"""Celery tasks that people set off. Each takes ids, reads the clock and calls one function."""

from celery import Task, shared_task
from django.utils import timezone

from meetings.models import Meeting

from . import reading, tracker_files
from .tracker import tracker


@shared_task(bind=True, name="actions.read_source")
def read_source(self: Task, source_id: int) -> None:
    """Read one source. Safe to run twice: whoever finds it claimed or done does nothing."""
    came_back = bool((self.request.delivery_info or {}).get("redelivered"))
    reading.read_source(source_id, now=timezone.now(), came_back=came_back)


@shared_task(name="actions.sweep_sources")
def sweep_sources() -> None:
    """Every minute: queue again what got lost on the way or was left by a worker that died."""
    for source_id in reading.sweep_sources(now=timezone.now()):
        read_source.delay(source_id)


@shared_task(name="actions.make_tracker_file")
def make_tracker_file(meeting_id: int, kind: str, with_exempt: bool) -> None:
    """A tracker's file that takes long. Running it twice makes the same file again."""
    meeting = Meeting.objects.select_related("committee").get(pk=meeting_id)
    tracker_files.make(tracker(meeting, timezone.localdate(), with_exempt=with_exempt), kind)

"""The worker's application and its timetable. Tasks live in each app's `tasks.py` and `schedule_tasks.py`."""

import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")

app = Celery("scrutiny")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="schedule_tasks")

# What beat sends, by task name; every task is safe to run twice or late. What is sent every minute expires, so that
# it does not pile up while no worker runs.
app.conf.beat_schedule = {
    "sweep-sources": {"task": "actions.sweep_sources", "schedule": 60.0, "options": {"expires": 60.0}},
    "start-day": {"task": "actions.start_day", "schedule": crontab(hour=7, minute=30)},
    "end-day": {"task": "actions.end_day", "schedule": crontab(hour=17, minute=30)},
    "tell-changes": {"task": "actions.tell_changes", "schedule": crontab(minute="*/10")},
    "send-notices": {"task": "actions.send_notices", "schedule": 60.0, "options": {"expires": 60.0}},
}


@setup_logging.connect
def keep_django_logging(**_: Any) -> None:
    """Being connected is enough: Celery then leaves the logging of `settings.LOGGING` alone."""

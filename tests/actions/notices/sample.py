"""An open action, its notice sent, and a mail server that refuses."""

import datetime

from django.core.mail.backends.locmem import EmailBackend

from actions.models import Action
from actions.notices import outbox, telling
from tests.builders import (
    make_action,
    make_item,
)
from tests.cast import NOW

MINUTES = datetime.timedelta(minutes=1)
DUE = datetime.date(2026, 11, 20)


def make_open(meeting, owner, **fields) -> Action:
    fields.setdefault("item", make_item(meeting, number="35"))
    fields.setdefault("due_on", DUE)
    fields.setdefault("due_rule", {"rule": "working_days", "days": 10, "from": "2026-11-06", "kind": "data"})
    return make_action(owner=owner, **fields)


def review_and_send(meeting, now=NOW):
    telling.meeting_reviewed(meeting, now)
    return outbox.send_waiting(now)


class Broken(EmailBackend):
    """A mail server that refuses, for as long as `failing` says."""

    failing: Exception | None = None

    def send_messages(self, messages):
        if Broken.failing:
            raise Broken.failing
        return super().send_messages(messages)

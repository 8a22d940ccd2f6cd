"""All that is done on a day without anybody asking: in the morning, and at the end of the working day.

The worker's timetable and `manage.py due_work` both come here. Every part may be run twice or late: what was done is
found done. Each part says in words what it did.
"""

import datetime
from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from meetings.models import Committee
from people.presses import forget_presses
from people.wording import count_of

from .follows import forget_unconfirmed
from .leavers import hand_over_leavers
from .models import Notice
from .notices.chasing import chase_all
from .notices.digests import tell_followers, tell_week
from .notices.outbox import send_waiting
from .notices.telling import AT_ONCE, tell_changes, tell_owners_left_waiting
from .pauses import resume_paused
from .redating import redate_hanging

MORNING = datetime.time(7, 30)
EVENING = datetime.time(17, 30)
Now = datetime.datetime


def at(day: datetime.date, time: datetime.time) -> Now:
    """A time of the day in London."""
    return datetime.datetime.combine(day, time, tzinfo=ZoneInfo(settings.TIME_ZONE))


def redate_all(now: Now) -> list[str]:
    moved = sum(len(redate_hanging(committee, now=now)) for committee in Committee.objects.order_by("pk"))
    return [f"{count_of(moved, 'due date')} moved by the calendar"]


def hand_over_all(now: Now) -> list[str]:
    moved = hand_over_leavers(today=timezone.localdate(now), now=now)
    return [f"{count_of(len(moved), 'action')} handed over from posts that changed hands"]


def resume_all(now: Now) -> list[str]:
    return [f"{count_of(len(resume_paused(now)), 'pause')} ended"]


def forget(now: Now) -> list[str]:
    forget_presses(now)
    forget_unconfirmed(now)
    return []


def put_down(what: str, notices: Iterable[Notice]) -> list[str]:
    return [f"{count_of(len(list(notices)), 'notice')} of {what} put down"]


def send(now: Now) -> list[str]:
    tally = send_waiting(now)
    parts = [count_of(tally.sent, "email") + " sent"]
    for number, words in (
        (tally.skipped, "not sent, since there was nothing to say or nobody to tell"),
        (tally.again, "to be tried again"),
        (tally.failed, "failed"),
        (tally.held, "kept for the next working day"),
    ):
        if number:
            parts.append(f"{number} {words}")
    return ["; ".join(parts)]


PARTS_OF_MORNING: list[Callable[[Now], list[str]]] = [
    hand_over_all,
    redate_all,
    resume_all,
    lambda now: put_down("changes", tell_changes(now)),
    lambda now: put_down("reminders and overdue actions", chase_all(now)),
    lambda now: put_down("weekly digests", tell_week(now)),
    lambda now: put_down("news for followers", tell_followers(now)),
    send,
    forget,
]
PARTS_OF_EVENING: list[Callable[[Now], list[str]]] = [
    lambda now: put_down("new actions", tell_owners_left_waiting(now)),
    lambda now: put_down("changes", tell_changes(now, AT_ONCE)),
    send,
]


def morning(now: Now) -> list[str]:
    return [line for part in PARTS_OF_MORNING for line in part(now)]


def evening(now: Now) -> list[str]:
    return [line for part in PARTS_OF_EVENING for line in part(now)]

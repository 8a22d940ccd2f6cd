"""A person's due dates under a secret address, for Outlook or a phone. Of exempt business the reference alone.

Whoever has the address can read it, so a new one takes the place of the old, and it can be taken away.
"""

import datetime
import secrets

from icalendar import Calendar, Event

from people.models import User
from people.wording import printable

from .models import Action, CalendarFeed, Status

MOST_DAYS = 1_000


def feed_of(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=user).first()


def renew(user: User, now: datetime.datetime) -> CalendarFeed:
    """A fresh address; the one before stops working."""
    token = secrets.token_urlsafe(32)
    return CalendarFeed.objects.update_or_create(user=user, defaults={"token": token, "created_at": now})[0]


def revoke(user: User) -> None:
    CalendarFeed.objects.filter(user=user).delete()


def calendar_of(user: User, site: str, host: str) -> bytes:
    """The open actions of a person with a date, as days of a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Scrutiny actions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "My scrutiny actions")
    due = Action.objects.owned_by(user).filter(status=Status.OPEN, due_on__isnull=False, paused_until__isnull=True)
    for action in due.for_lists().order_by("due_on", "pk")[:MOST_DAYS]:
        if action.due_on:
            calendar.add_component(day_of(action, action.due_on, site, host))
    return calendar.to_ical()


def day_of(action: Action, due: datetime.date, site: str, host: str) -> Event:
    words = "an exempt item" if action.is_exempt else printable(action.summary)
    event = Event()
    event.add("uid", f"{action.reference}-mine@{host}")
    event.add("summary", f"Due: {action.reference}, {words}")
    event.add("dtstart", due)
    event.add("dtend", due + datetime.timedelta(days=1))
    event.add("dtstamp", action.updated_at)
    event.add("url", site + action.get_absolute_url())
    event.add("transp", "TRANSPARENT")
    return event

"""A new sign-in link for one that is used or too old, by email to the person's own address."""

import datetime

from .models import Notice
from .notices.outbox import queue
from .sign_in_links import Link

ONE_IN = 600  # seconds


def send_fresh(link: Link, now: datetime.datetime) -> None:
    """Asked for several times in ten minutes it goes once."""
    slot = int(now.timestamp()) // ONE_IN
    key = f"sign-in:{link.user.pk}:{slot}"
    queue(key, Notice.Kind.SIGN_IN, now=now, to_user=link.user, data={"path": link.path})

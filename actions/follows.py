"""Following an action or a committee by email: confirmed from the email, stopped without a sign-in.

Whoever is signed in follows with their own address at once. What goes out, and when, is `actions/notices/`.
"""

import datetime
import secrets

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from meetings.models import Committee
from people.models import User

from .models import Action, Follow, Notice
from .notices.outbox import queue

UNCONFIRMED_KEPT = datetime.timedelta(days=14)


@transaction.atomic
def follow(subject: Action | Committee, *, email: str, user: User | None, now: datetime.datetime) -> Follow:
    """The row of this address and subject. Unconfirmed, an email asks the address to confirm: one a day at most."""
    what = {"action": subject} if isinstance(subject, Action) else {"committee": subject}
    row, _ = Follow.objects.get_or_create(
        email=email.strip().lower(), **what, defaults={"token": secrets.token_urlsafe(32), "created_at": now}
    )
    if row.confirmed_at:
        return row
    if user and user.email.lower() == row.email:
        row.user, row.confirmed_at = user, now
        row.save(update_fields=["user", "confirmed_at"])
        return row
    ask_to_confirm(row, now)
    return row


def ask_to_confirm(row: Follow, now: datetime.datetime) -> None:
    """The email with the link to confirm; asked for twice on one day it goes once."""
    queue(
        f"confirm-follow:{row.pk}:{timezone.localdate(now).isoformat()}",
        Notice.Kind.FOLLOW,
        now=now,
        actions=[row.action] if row.action else [],
        data={"stage": "confirm_follow", "path": reverse("actions:follow_confirm", args=[row.token])},
        to_email=row.email,
        committee=row.committee,
    )


def confirm(row: Follow, now: datetime.datetime) -> Follow:
    """Once: who stopped meanwhile is not asked again, and a second press changes nothing."""
    if Follow.objects.filter(pk=row.pk, confirmed_at__isnull=True).update(confirmed_at=now):
        row.confirmed_at = now
    return row


def stop(row: Follow) -> None:
    row.delete()


def forget_unconfirmed(now: datetime.datetime) -> int:
    """Addresses that were given and never confirmed, maybe by somebody else; how many they were."""
    return Follow.objects.filter(confirmed_at__isnull=True, created_at__lt=now - UNCONFIRMED_KEPT).delete()[0]


def subject_words(row: Follow) -> str:
    """What is followed, as an email to anybody may say it: an exempt action by its reference alone."""
    if row.action is None:
        return row.committee.name if row.committee else ""
    return row.action.reference or "" if row.action.is_exempt else f"{row.action.reference}: {row.action.summary}"

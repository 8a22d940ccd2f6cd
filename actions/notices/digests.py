"""Once a week to owners and clerks, on its first working day; each working day to those who follow something.

The digests of a week are put down together, all or none, so that a week begun is a week done.
"""

import datetime

from django.db import transaction
from django.utils import timezone

from meetings.models import Committee
from meetings.working_days import WorkingDays
from people.models import Owner

from ..models import Action, Event, Follow, Notice, Status
from .change_words import NEWS
from .digest_words import clerks
from .outbox import queue
from .recipients import person_key
from .telling import LOOK_BACK, not_covered, with_owners

Kind = Notice.Kind


def tell_week(now: datetime.datetime) -> list[Notice]:
    """The week's digests, on its first working day or, where nothing ran then, on a later one; once a week."""
    today = timezone.localdate(now)
    committees = list(Committee.objects.order_by("pk"))
    if not committees:
        return []
    home = committees[0]
    if not WorkingDays.load(home.nation).is_working(today):
        return []
    year, week, _ = today.isocalendar()
    return _tell_week(f"digest:{year}-W{week:02}", home, now)


@transaction.atomic
def _tell_week(prefix: str, home: Committee, now: datetime.datetime) -> list[Notice]:
    Committee.objects.select_for_update(no_key=True).get(pk=home.pk)
    if Notice.objects.filter(key__startswith=f"{prefix}:").exists():
        return []
    notices = [
        queue(f"{prefix}:{person}", Kind.DIGEST, now=now, data={"stage": "owner"}, owner=owner, committee=committee)
        for person, (owner, committee) in owners_of_open().items()
    ]
    for clerk in clerks():
        first = clerk.clerked_committees.order_by("pk").first()
        key = f"{prefix}:clerk-{clerk.pk}"
        notices.append(queue(key, Kind.DIGEST, now=now, data={"stage": "clerk"}, to_user=clerk, committee=first))
    return [notice for notice in notices if notice]


def owners_of_open() -> dict[str, tuple[Owner, Committee]]:
    """Everybody with an open action, once, with the committee of one of them: its clerk is whom they reply to."""
    found = (
        Action.objects.filter(status=Status.OPEN).select_related("owner", "committee").prefetch_related("joint_owners")
    )
    people: dict[str, tuple[Owner, Committee]] = {}
    for action, owner in with_owners(found.order_by("pk")):
        people.setdefault(person_key(owner), (owner, action.committee))
    return people


def tell_followers(now: datetime.datetime) -> list[Notice]:
    """One notice to each follower of each thing: the public news since the last one."""
    recent = Event.objects.filter(at__gt=now - LOOK_BACK, at__lte=now, is_public=True, verb__in=NEWS)
    recent = recent.exclude(action__restricted=True).exclude(action__item__restricted=True)
    events = list(recent.select_related("action").order_by("pk"))
    notices = []
    for follow in Follow.objects.filter(confirmed_at__isnull=False).order_by("pk"):
        news = [event for event in events if is_news_for(follow, event)]
        if news:
            notices.append(_tell_follower(follow.pk, news, now))
    return [notice for notice in notices if notice]


def is_news_for(follow: Follow, event: Event) -> bool:
    if follow.confirmed_at is None or event.at <= follow.confirmed_at:
        return False
    return follow.action_id == event.action_id or follow.committee_id == event.action.committee_id


@transaction.atomic
def _tell_follower(pk: int, news: list[Event], now: datetime.datetime) -> Notice | None:
    follow = Follow.objects.select_for_update(of=("self",)).select_related("action", "committee").filter(pk=pk).first()
    if follow is None:
        return None
    earlier = Notice.objects.filter(key__startswith=f"follow:{pk}:", created_at__gt=now - 2 * LOOK_BACK)
    new = not_covered(news, earlier)
    if not new:
        return None
    return queue(
        f"follow:{pk}:{new[-1].pk}",
        Kind.FOLLOW,
        now=now,
        actions={event.action for event in new},
        data={"follow": pk, "events": [event.pk for event in new]},
        to_email=follow.email,
        committee=follow.committee or (follow.action.committee if follow.action else None),
    )

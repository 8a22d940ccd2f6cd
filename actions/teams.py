"""Whose work somebody looks after besides their own: the posts that report to theirs, and those they stand in for."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from people.models import Absence, Post, PostHolding, User

from .models import Action, Status

MOST_COVERED = 50


@dataclass(frozen=True)
class Cover:
    """Somebody who is away, and what of theirs is waiting."""

    absence: Absence
    actions: list[Action]


def posts_below(user: User, today: datetime.date) -> set[int]:
    """Every post that reports to one of the user's, directly or through others; two queries however deep."""
    mine = set(PostHolding.objects.on(today).filter(officer__user=user).values_list("post", flat=True))
    if not mine:
        return set()
    below: dict[int, list[int]] = defaultdict(list)
    for post in Post.objects.filter(reports_to__isnull=False).order_by().only("pk", "reports_to"):
        below[post.reports_to_id or 0].append(post.pk)
    found: set[int] = set()
    waiting = [pk for chief in mine for pk in below[chief]]
    while waiting:
        pk = waiting.pop()
        if pk not in found and pk not in mine:
            found.add(pk)
            waiting += below[pk]
    return found


def team_of(user: User, today: datetime.date) -> list[int]:
    """The officers who hold those posts today."""
    holdings = PostHolding.objects.on(today).filter(post__in=posts_below(user, today))
    return list(holdings.exclude(officer__user=user).values_list("officer", flat=True))


def covers_of(user: User, today: datetime.date) -> list[Cover]:
    """For whom the user deputises today, with what is open of theirs that the user may see."""
    absences = Absence.objects.filter(deputy__user=user, away_from__lte=today, away_until__gte=today)
    absences = absences.select_related("officer").order_by("away_until")
    covers = {absence.officer_id: Cover(absence, []) for absence in absences}
    if covers:
        visible = Action.objects.visible_to(user).filter(status=Status.OPEN, owner__officer__in=covers)
        for action in visible.for_lists().order_by("due_on", "pk")[:MOST_COVERED]:
            if action.owner and action.owner.officer_id:
                covers[action.owner.officer_id].actions.append(action)
    return list(covers.values())


def has_team(user: User, today: datetime.date) -> bool:
    return bool(posts_below(user, today))

"""Actions of officers who have left their post: they go to whoever holds the post now, visibly."""

import datetime

from django.db import transaction
from django.db.models import Q

from people.directory import Directory
from people.models import Officer, Owner, Post

from . import amendments
from .history import record
from .models import Action


def hand_over_leavers(*, today: datetime.date, now: datetime.datetime) -> list[Action]:
    """Give the standing actions of officers who left their post, and of vacant posts, to the post's holder of today.

    With nobody in the post yet the action waits with the vacant post, where the clerk sees it. An action that hangs on
    a person without a post stays with the person. What nobody has to hand over costs a fixed number of queries.
    """
    directory = Directory.load(today)
    standing = Action.objects.filter(status__in=amendments.STANDING)
    theirs = Q(pk__in=standing.values("owner")) | Q(pk__in=standing.values("joint_owners"))
    owners = Owner.objects.filter(theirs, post__isnull=False).select_related("officer__user", "post").order_by("pk")
    moved: list[Action] = []
    for owner in owners:
        reason = reason_to_move(owner.officer, owner.post, directory) if owner.post else ""
        if reason and owner.post:
            successor = Owner.objects.for_officer(directory.holder(owner.post), owner.post)
            moved += _hand_over(owner, successor, reason, now)
    return moved


def reason_to_move(officer: Officer | None, post: Post, directory: Directory) -> str:
    """Why the owner is not the one to act any more on the directory's day; "" while they are."""
    if not officer:
        return f"The post of {post.title} is filled" if directory.holder(post) else ""
    # Somebody whose time in the post was never recorded still holds it.
    if not directory.has_held(officer, post) or directory.holds(officer, post):
        return ""
    return f"{officer.name} has left the post of {post.title}"


@transaction.atomic
def _hand_over(owner: Owner, successor: Owner, reason: str, now: datetime.datetime) -> list[Action]:
    standing = Action.objects.filter(status__in=amendments.STANDING)
    alone = standing.filter(owner=owner).select_related("owner__officer", "owner__post", "committee", "item")
    moved = [
        amendments.assign(action, successor, by=None, now=now, reason=reason, note=reason)
        for action in alone.order_by("pk")
    ]
    for action in standing.filter(joint_owners=owner).select_related("item").order_by("pk"):
        action.joint_owners.remove(owner)
        action.joint_owners.add(successor)
        data = {"from": str(owner), "to": str(successor), "reason": reason, "joint": True}
        record(action, "passed on", by=None, now=now, note=reason, is_public=action.is_published, data=data)
        moved.append(action)
    return moved

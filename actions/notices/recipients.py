"""Who gets an email for an owner: the officer or, while they are away, their deputy; a councillor; a body's contact.

Whoever has no sign-in still gets the email, with the clerk to reply to. A vacant post or a missing address reaches
nobody, and the clerk's digest says so.
"""

import datetime
from dataclasses import dataclass

from meetings.models import Committee
from people.models import Absence, Officer, Owner, Post, User


@dataclass(frozen=True)
class Recipient:
    """`instead_of` names whom they stand in for, until `until`."""

    name: str
    email: str
    user: User | None = None
    instead_of: str = ""
    until: datetime.date | None = None

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def has_sign_in(self) -> bool:
        return bool(self.user and self.user.is_active)


def recipient_of(owner: Owner, day: datetime.date) -> Recipient | None:
    """Whom an email for `owner` goes to on `day`; None where there is no address."""
    if owner.officer:
        return officer_or_deputy(owner.officer, day)
    if owner.post:
        return None
    email = owner.email
    if not email:
        return None
    if owner.body:
        return Recipient(owner.body.contact_name or owner.body.name, email)
    return Recipient(owner.name, email, owner.user)


def officer_or_deputy(officer: Officer, day: datetime.date) -> Recipient:
    """The officer; while they are away their deputy, unless that one is away too."""
    away = Absence.objects.filter(away_from__lte=day, away_until__gte=day)
    absence = (
        away.filter(officer=officer, deputy__isnull=False)
        .exclude(deputy__in=away.values("officer"))
        .select_related("deputy__user")
        .order_by("-away_until")
        .first()
    )
    deputy = absence.deputy if absence else None
    if absence is None or deputy is None:
        return Recipient(officer.name, officer.email, officer.user)
    return Recipient(deputy.name, deputy.email, deputy.user, officer.name, absence.away_until)


def head_of(owner: Owner, day: datetime.date) -> Recipient | None:
    """The holder of the post that the owner's post reports to, or of the next one up where that is vacant."""
    post = owner.post or (owner.officer.post_on(day) if owner.officer else None)
    seen: set[int] = set()
    while post and post.reports_to_id and post.pk not in seen:
        seen.add(post.pk)
        post = Post.objects.get(pk=post.reports_to_id)
        holder = post.holder_on(day)
        if holder and holder != owner.officer:
            return officer_or_deputy(holder, day)
    return None


def chair_of(committee: Committee) -> Recipient | None:
    chair = committee.chair
    return Recipient(str(chair), chair.email, chair.user) if chair and chair.email else None


def person_key(owner: Owner) -> str:
    """One key for a person however many posts they hold: "officer-12", "post-3" (vacant), "councillor-4", "body-1"."""
    if owner.officer_id:
        return f"officer-{owner.officer_id}"
    if owner.post_id:
        return f"post-{owner.post_id}"
    return f"councillor-{owner.councillor_id}" if owner.councillor_id else f"body-{owner.body_id}"


def clerk_address(committee: Committee) -> tuple[str, str]:
    """The name and address of the clerk whom replies reach; "" where the committee has none."""
    clerk = committee.clerks.filter(is_active=True).order_by("pk").first()
    return (clerk.name, clerk.email) if clerk else ("", "")

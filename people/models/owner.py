"""Whoever must act on an action: an officer in a post, a councillor, or an outside body."""

import datetime

from django.db import models
from django.db.models import Q

from .directory import Absence, Councillor, Officer, OutsideBody, Post
from .user import User


class OwnerQuerySet(models.QuerySet["Owner"]):
    def for_officer(self, officer: Officer | None, post: Post | None = None) -> "Owner":
        """The officer in the post; the vacant post where there is no officer."""
        return self.get_or_create(officer=officer, post=post, councillor=None, body=None)[0]

    def for_post(self, post: Post, day: datetime.date) -> "Owner":
        """The post with whoever holds it on `day`; the vacant post where nobody does."""
        return self.get_or_create(officer=post.holder_on(day), post=post, councillor=None, body=None)[0]

    def for_councillor(self, councillor: Councillor) -> "Owner":
        return self.get_or_create(officer=None, post=None, councillor=councillor, body=None)[0]

    def for_body(self, body: OutsideBody) -> "Owner":
        return self.get_or_create(officer=None, post=None, councillor=None, body=body)[0]

    def of_user(self, user) -> "OwnerQuerySet":
        """Owners that `user` answers for in person: as officer or as councillor."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(officer__user=user) | Q(councillor__user=user))

    def answered_for_by(self, user, day: datetime.date) -> "OwnerQuerySet":
        """Owners that `user` answers for on `day`: in person, and as deputy of an officer who is away."""
        if not user.is_authenticated:
            return self.none()
        away = Absence.objects.filter(deputy__user=user, away_from__lte=day, away_until__gte=day)
        return self.filter(Q(officer__user=user) | Q(councillor__user=user) | Q(officer__in=away.values("officer")))


class Owner(models.Model):
    """Whoever must act: an officer in a post (or the vacant post), a councillor, or an outside body."""

    officer = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="ownerships")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="ownerships")
    councillor = models.ForeignKey(
        Councillor, null=True, blank=True, on_delete=models.PROTECT, related_name="ownerships"
    )
    body = models.ForeignKey(OutsideBody, null=True, blank=True, on_delete=models.PROTECT, related_name="ownerships")

    objects = OwnerQuerySet.as_manager()

    class Meta:
        ordering = ["officer__name", "post__title", "councillor__name", "body__name"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(councillor__isnull=True, body__isnull=True) & (Q(officer__isnull=False) | Q(post__isnull=False))
                )
                | Q(officer__isnull=True, post__isnull=True, councillor__isnull=False, body__isnull=True)
                | Q(officer__isnull=True, post__isnull=True, councillor__isnull=True, body__isnull=False),
                name="owner_is_one_of_officer_or_post_councillor_body",
            ),
            models.UniqueConstraint("officer", "post", name="owner_unique_officer_in_post"),
            models.UniqueConstraint("officer", condition=Q(post__isnull=True), name="owner_unique_officer"),
            models.UniqueConstraint("post", condition=Q(officer__isnull=True), name="owner_unique_vacant_post"),
            models.UniqueConstraint("councillor", name="owner_unique_councillor"),
            models.UniqueConstraint("body", name="owner_unique_body"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}" if self.title else self.name

    @property
    def name(self) -> str:
        if self.officer:
            return self.officer.name
        if self.post:
            return f"{self.post.title} (vacant)"
        return str(self.councillor or self.body)

    @property
    def title(self) -> str:
        """The post of an officer, "" for anybody else."""
        return self.post.title if self.post and self.officer else ""

    @property
    def email(self) -> str:
        if self.officer:
            return self.officer.email
        if self.councillor:
            return self.councillor.email
        return self.body.contact_email if self.body else ""

    @property
    def user(self) -> User | None:
        person = self.officer or self.councillor
        return person.user if person else None

    @property
    def has_sign_in(self) -> bool:
        """Whether they can answer themselves; if not, the clerk answers for them."""
        user = self.user
        return bool(user and user.is_active)

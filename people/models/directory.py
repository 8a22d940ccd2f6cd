"""The directory: posts and who holds them over time, councillors, outside bodies, and whose words are whose."""

import datetime

from django.db import models
from django.db.models import Q

from .user import User


class Directorate(models.Model):
    name = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    name = models.CharField(max_length=200)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="services")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("directorate", "name", name="service_unique_in_directorate")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A job in the council, held by different officers over time."""

    title = models.CharField(max_length=200, unique=True)
    directorate = models.ForeignKey(Directorate, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    reports_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reports")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def holder_on(self, day: datetime.date) -> "Officer | None":
        """The officer who holds the post on `day`; None when it is vacant."""
        holding = self.holdings.on(day).select_related("officer").first()
        return holding.officer if holding else None


class PostTitle(models.Model):
    """Another title that minutes use for a post: a former one, or an abbreviation ("DCS")."""

    class Kind(models.TextChoices):
        FORMER = "former", "former title"
        ABBREVIATION = "abbreviation", "abbreviation"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="other_titles")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.FORMER)

    class Meta:
        ordering = ["title"]
        constraints = [models.UniqueConstraint("post", "title", name="post_title_unique")]

    def __str__(self) -> str:
        return self.title


class Officer(models.Model):
    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True)
    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="officer")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def post_on(self, day: datetime.date) -> Post | None:
        """The post that the officer holds on `day`, the latest begun where there are two."""
        holding = self.holdings.on(day).select_related("post").order_by("-held_from").first()
        return holding.post if holding else None


class HoldingQuerySet(models.QuerySet["PostHolding"]):
    def on(self, day: datetime.date) -> "HoldingQuerySet":
        return self.filter(Q(held_from__isnull=True) | Q(held_from__lte=day)).filter(
            Q(held_until__isnull=True) | Q(held_until__gte=day)
        )


class PostHolding(models.Model):
    """An officer in a post, both days included; an empty day is open-ended."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    held_from = models.DateField(null=True, blank=True)
    held_until = models.DateField(null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_until__isnull=True)
                | Q(held_from__isnull=True)
                | Q(held_until__gte=models.F("held_from")),
                name="holding_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}, {self.post}"


class Absence(models.Model):
    """An officer who is away, both days included, and who deputises."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="absences")
    away_from = models.DateField()
    away_until = models.DateField()
    deputy = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="deputising")

    class Meta:
        ordering = ["-away_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(away_until__gte=models.F("away_from")), name="absence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=True) | ~Q(deputy=models.F("officer")), name="absence_deputy_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} away {self.away_from} to {self.away_until}"


class Councillor(models.Model):
    """A member of the council. `name` is without the title: "Owen Trask"."""

    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    ward = models.CharField(max_length=200, blank=True)
    party = models.CharField(max_length=200, blank=True)
    member_from = models.DateField(null=True, blank=True)
    member_until = models.DateField(null=True, blank=True)
    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="councillor")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"Cllr {self.name}"


class OutsideBody(models.Model):
    """An organisation outside the council that may have to act or answer: the ICB, a trust, the police."""

    name = models.CharField(max_length=200, unique=True)
    other_names = models.TextField(blank=True, help_text="One a line, as minutes say it: “the ICB”.")
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "outside bodies"

    def __str__(self) -> str:
        return self.name


class ServiceTerm(models.Model):
    """Words that belong to a service ("EHCP", "breastfeeding"), and the post that answers for it."""

    term = models.CharField(max_length=100, unique=True)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="terms")

    class Meta:
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term


class Indicator(models.Model):
    """A performance indicator ("BCPC268") or a prefix of their codes, and the post that owns it."""

    code = models.CharField(max_length=40, unique=True)
    is_prefix = models.BooleanField("stands for every code that begins so", default=False)
    title = models.CharField(max_length=300, blank=True)
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="indicators")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

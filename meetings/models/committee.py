"""Committees, who sits on them and clerks them, the days on which their council is closed, and their meetings."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from people.models import Councillor, Owner
from people.roles import is_administrator


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def visible_to(self, user) -> "CommitteeQuerySet":
        """Public committees, and to those signed in the ones they clerk, sit on or administer."""
        if is_administrator(user):
            return self
        if not user.is_authenticated:
            return self.filter(is_public=True)
        return self.filter(Q(is_public=True) | Q(pk__in=ids_clerked_by(user)) | Q(pk__in=ids_sat_on_by(user)))

    def clerked_by(self, user) -> "CommitteeQuerySet":
        if is_administrator(user):
            return self
        return self.filter(pk__in=ids_clerked_by(user)) if user.is_authenticated else self.none()


def ids_clerked_by(user) -> models.QuerySet:
    """The committees a user clerks, as a subquery of ids; every one for an administrator."""
    if is_administrator(user):
        return Committee.objects.values("pk")
    return Committee.clerks.through.objects.filter(user_id=user.pk).values("committee_id")


def ids_sat_on_by(user) -> models.QuerySet:
    return Committee.members.through.objects.filter(councillor__user_id=user.pk).values("committee_id")


class Committee(models.Model):
    class Nation(models.TextChoices):
        ENGLAND = "england", "England"
        WALES = "wales", "Wales"
        SCOTLAND = "scotland", "Scotland"
        NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"

    class ClosureRule(models.TextChoices):
        OFFICER = "officer", "the officer’s answer completes it"
        CLERK = "clerk", "the clerk accepts the answer"
        COMMITTEE = "committee", "accepted at a meeting, with the minute"

    class Remit(models.TextChoices):
        SCRUTINY = "scrutiny", "Overview and scrutiny"
        HEALTH = "health", "Health"
        CRIME = "crime", "Crime and disorder"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    code = models.CharField(max_length=8, unique=True, help_text="Begins every reference: CYP in CYP-2026-014.")
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.ENGLAND)
    remit = models.CharField(max_length=20, choices=Remit, default=Remit.SCRUTINY)
    is_public = models.BooleanField("public", default=True)
    clerks = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="clerked_committees")
    members = models.ManyToManyField(Councillor, blank=True, related_name="committees")
    chair = models.ForeignKey(Councillor, null=True, blank=True, on_delete=models.PROTECT, related_name="chaired")
    link_officer = models.ForeignKey(Owner, null=True, blank=True, on_delete=models.PROTECT, related_name="links")
    closure_rule = models.CharField(max_length=20, choices=ClosureRule, default=ClosureRule.CLERK)
    more_time_decided_by = models.CharField(
        max_length=10, choices=[("clerk", "the clerk"), ("chair", "the chair")], default="clerk"
    )
    confirm_automatically_from = models.FloatField(
        null=True,
        blank=True,
        help_text="Confidence (0 to 1) from which proposals are confirmed without a clerk. Empty: never.",
    )
    agenda_days = models.PositiveSmallIntegerField(
        "agenda goes out, working days before", default=5, help_text="Five clear working days by law in England."
    )
    reminder_days = models.PositiveSmallIntegerField("reminder, working days before the due date", default=3)
    chase_head_after = models.PositiveSmallIntegerField("tell the head of service, working days overdue", default=5)
    chase_chair_after = models.PositiveSmallIntegerField("put on the chair’s list, working days overdue", default=10)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirm_automatically_from__isnull=True)
                | Q(confirm_automatically_from__gte=0, confirm_automatically_from__lte=1),
                name="committee_confirm_threshold_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actions:committee", args=[self.slug])

    def next_meeting_after(self, day: datetime.date) -> "Meeting | None":
        """The first meeting of the calendar after `day` that is not cancelled."""
        return self.meetings.standing().filter(date__gt=day).order_by("date").first()


class ClosureDay(models.Model):
    """A day that is no working day for this council though it is no bank holiday: the Christmas shutdown."""

    day = models.DateField(unique=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.reason}".strip()


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, user) -> "MeetingQuerySet":
        return self.filter(committee__in=Committee.objects.visible_to(user))

    def standing(self) -> "MeetingQuerySet":
        """All but the cancelled ones."""
        return self.exclude(status=Meeting.Status.CANCELLED)

    def listed(self) -> "MeetingQuerySet":
        """All but those that never were: cancelled when minutes that had been added by mistake were taken out."""
        return self.exclude(status=Meeting.Status.CANCELLED, items__isnull=False)

    def with_minutes(self) -> "MeetingQuerySet":
        """Those that have an item of minutes that stand."""
        return self.filter(items__isnull=False, items__replaced_by=None).distinct()


class Meeting(models.Model):
    class Status(models.TextChoices):
        SCHEDULED = "scheduled", "scheduled"
        HELD = "held", "held"
        CANCELLED = "cancelled", "cancelled"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField()
    start_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.SCHEDULED)
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    uid = models.CharField(
        max_length=300, blank=True, editable=False, help_text="What the calendar that it was taken from calls it."
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-date"]
        constraints = [
            models.UniqueConstraint("committee", "date", name="meeting_unique_on_day"),
            models.UniqueConstraint("committee", "uid", condition=~Q(uid=""), name="meeting_unique_by_uid"),
        ]
        indexes = [models.Index(fields=["date"], name="meeting_date")]

    def __str__(self) -> str:
        return f"{self.committee}, {self.date:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("actions:meeting", args=[self.committee.slug, self.date.isoformat()])

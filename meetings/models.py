"""Committees and their calendars, meetings, agenda items, resolutions, and the documents they came from."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

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


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, user) -> "SourceQuerySet":
        """Sources are the clerks' alone."""
        return self.filter(committee__in=Committee.objects.clerked_by(user))


def source_path(source: "Source", filename: str) -> str:
    return f"sources/{source.committee.slug}/{source.sha256}"


class Source(models.Model):
    """A document as it came, and the extracted text that every span points into."""

    class State(models.TextChoices):
        QUEUED = "queued", "queued"
        READING = "reading", "reading"
        READY = "ready", "ready"
        FAILED = "failed", "failed"
        SET_ASIDE = "set_aside", "set aside"

    class Failure(models.TextChoices):
        UNSUPPORTED = "unsupported", "a format that cannot be read"
        UNREADABLE = "unreadable", "a document that cannot be read"
        NO_DATE = "no_date", "no date of a meeting"
        UNEXPECTED = "unexpected", "an error of the program"

    class Standing(models.TextChoices):
        DRAFT = "draft", "draft minutes"
        CONFIRMED = "confirmed", "confirmed minutes"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="sources")
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="given_sources",
        help_text="The meeting that the clerk named; the text's own date wins.",
    )
    given_date = models.DateField(
        null=True, blank=True, help_text="The meeting’s date as the clerk gave it; the text’s own date wins."
    )
    exempt = models.BooleanField("all of it exempt", default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=255, help_text="The file's name, or what was pasted.")
    file = models.FileField(upload_to=source_path)
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    failure = models.CharField(max_length=12, choices=Failure, blank=True)
    reason = models.TextField(blank=True, help_text="Why it failed, in words for a clerk.")
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_reason = models.CharField(max_length=500, blank=True, help_text="Why nobody has to read it.")
    queued_at = models.DateTimeField(default=timezone.now)
    reading_since = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    media_type = models.CharField(max_length=100, blank=True)
    text = models.TextField(blank=True)
    warnings = models.JSONField(default=list, blank=True)
    near_misses = models.JSONField(default=list, blank=True)
    reader_version = models.CharField(max_length=20, blank=True)
    items_found = models.PositiveIntegerField(null=True, blank=True)
    resolutions_found = models.PositiveIntegerField(null=True, blank=True)
    actions_found = models.PositiveIntegerField(null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.UniqueConstraint("committee", "sha256", name="source_same_bytes_once_a_committee"),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(reason=""), name="source_failed_says_why"),
            models.CheckConstraint(
                condition=~Q(state="set_aside") | ~Q(set_aside_reason=""), name="source_set_aside_says_why"
            ),
        ]
        indexes = [models.Index(fields=["state", "queued_at"], name="source_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        return self.state in {self.State.QUEUED, self.State.READING}


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, user) -> "AgendaItemQuerySet":
        """All of visible committees but exempt items, which their clerks alone see."""
        visible = self.filter(meeting__committee__in=Committee.objects.visible_to(user))
        if not user.is_authenticated:
            return visible.filter(restricted=False)
        return visible.filter(Q(restricted=False) | Q(meeting__committee__in=ids_clerked_by(user)))


class AgendaItem(models.Model):
    """One item of a meeting.

    `paragraphs` is a list of {start, end, marker, level, section, cells}; offsets point into the source's text.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=500)
    order = models.PositiveIntegerField()
    presenter = models.CharField(max_length=300, blank=True, help_text="In the document's words.")
    restricted = models.BooleanField("exempt", default=False)
    restricted_reason = models.CharField(max_length=500, blank=True)
    public_summary = models.TextField(blank=True, help_text="What the public may know of an exempt item.")
    replaced_by = models.ForeignKey(
        Source, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="replaced_items",
        help_text="The confirmed minutes that took the place of the draft.",
    )  # fmt: skip
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    paragraphs = models.JSONField(default=list, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint("source", "order", name="item_unique_in_source")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Resolution(models.Model):
    """A clause that the body formally decided, `start` and `end` into the text of the item's source."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="resolutions")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    kind = models.CharField(max_length=20, default="other")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["item", "order"]
        constraints = [models.UniqueConstraint("item", "order", name="resolution_unique_in_item")]

    def __str__(self) -> str:
        return f"{self.number} {self.text}".strip()

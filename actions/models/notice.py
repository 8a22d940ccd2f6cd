"""Emails that go out, what people do not want, and what they follow, save and subscribe to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from meetings.models import Committee, Meeting
from people.models import Owner

from .action import Action


class Notice(models.Model):
    """An email that goes out. `key` says what it is for, so that it goes once; it is claimed before it is sent."""

    class Kind(models.TextChoices):
        ASSIGNMENT = "assignment", "New actions for you"
        REMINDER = "reminder", "Reminder"
        DUE_TODAY = "due_today", "Due today"
        OVERDUE = "overdue", "Overdue"
        DIGEST = "digest", "Weekly digest"
        CHANGE = "change", "Something changed"
        FOLLOW = "follow", "An action you follow"
        SIGN_IN = "sign_in", "Sign-in link"

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        CLAIMED = "claimed", "being written"
        HANDING = "handing", "being handed over"
        SENT = "sent", "sent"
        FAILED = "failed", "failed"
        SKIPPED = "skipped", "not sent"

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    to_email = models.EmailField(blank=True)
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="notices"
    )
    owner = models.ForeignKey(Owner, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    committee = models.ForeignKey(Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    actions = models.ManyToManyField(Action, blank=True, related_name="notices")
    data = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "created_at"], name="notice_state")]

    def __str__(self) -> str:
        return self.key


class NoticePreference(models.Model):
    """A kind of notice that an address does not want."""

    email = models.EmailField()
    kind = models.CharField(max_length=20, choices=Notice.Kind)

    class Meta:
        constraints = [models.UniqueConstraint("email", "kind", name="preference_unique")]

    def __str__(self) -> str:
        return f"{self.email}: no {self.kind}"


class Follow(models.Model):
    """Someone to be told by email of an action or a committee; `token` confirms and stops it, without a sign-in."""

    email = models.EmailField()
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.CASCADE, related_name="follows")
    committee = models.ForeignKey(Committee, null=True, blank=True, on_delete=models.CASCADE, related_name="follows")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="follows"
    )
    token = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=False, committee__isnull=True)
                | Q(action__isnull=True, committee__isnull=False),
                name="follow_is_of_an_action_or_a_committee",
            ),
            models.UniqueConstraint("email", "action", name="follow_action_once"),
            models.UniqueConstraint("email", "committee", name="follow_committee_once"),
        ]

    def __str__(self) -> str:
        return f"{self.email} follows {self.action or self.committee}"


class SavedSearch(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=2000, help_text="The register's query string.")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "saved searches"
        constraints = [models.UniqueConstraint("user", "name", name="saved_search_unique_name")]

    def __str__(self) -> str:
        return self.name


class CalendarFeed(models.Model):
    """A person's secret calendar address; making a new one revokes the old."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Calendar of {self.user}"

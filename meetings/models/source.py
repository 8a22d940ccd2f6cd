"""Documents as they came."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .committee import Committee, Meeting


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

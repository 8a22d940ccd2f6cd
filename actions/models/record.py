"""What hangs on an action for good: the words it rests on, who else could have been meant, its history."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from meetings.models import Committee, Source
from people.models import Owner

from .action import Action


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def shown_to(self, user) -> "EvidenceQuerySet":
        """Without the quotes of public actions that share words with an exempt one that this person may not see.

        Which ones those are is asked at once: as one query it goes too deep for SQLite.
        """
        exempt = Action.objects.filter(restricted=True).order_by()
        hidden = list(exempt.exclude(pk__in=Action.objects.visible_to(user).values("pk")).values_list("pk", flat=True))
        if not hidden:
            return self.all()
        same = Evidence.objects.filter(source=OuterRef("source"), start__lt=OuterRef("end"), end__gt=OuterRef("start"))
        public = Evidence.objects.filter(action__restricted=False).exclude(action__item__restricted=True)
        sharing = public.filter(Exists(same.filter(action__in=hidden)))
        return self.exclude(pk__in=sharing.order_by().values("pk"))


class Evidence(models.Model):
    """Words of the minutes that an action rests on: a slice of the source's text."""

    class Origin(models.TextChoices):
        RESOLVED = "resolved", "Resolved"
        SAID = "said", "Said in discussion"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.SAID)
    order = models.PositiveSmallIntegerField(default=0)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.text


class Takeover(models.Model):
    """What a document took the place of, as it was: it can be put back while nothing has been done since.

    `before` has ids: the last `event`, `items` [id, replaced by], `pairs` [earlier, newer item], `reviewed` [meeting,
    when], and `actions` with their evidence.
    """

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="takeover")
    at = models.DateTimeField()
    before = models.JSONField()

    def __str__(self) -> str:
        return f"by {self.source} at {self.at}"


class OwnerCandidate(models.Model):
    """One of two or more who could be meant: two candidates are no candidate, so the clerk is shown both."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="candidates")
    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint("action", "owner", name="candidate_once_an_action")]

    def __str__(self) -> str:
        return f"{self.owner}: {self.reason}"


# After these an open action has had an answer, or was closed, and still waits; the note says what is missing, or why.
ANSWERED_IN_PART = "answered in part"
STILL_WANTED = ["sent back", ANSWERED_IN_PART, "reopened"]


class EventQuerySet(models.QuerySet["Event"]):
    def update(self, **fields) -> int:
        raise PermissionDenied("History is never overwritten.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise PermissionDenied("History is never deleted.")


class Event(models.Model):
    """One line of an action's history. Written with the change itself by the workflow; never changed, never deleted."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(
        max_length=200, help_text="As it was then; where no person did it, what did: “the reader”, “the calendar”, …"
    )
    verb = models.CharField(max_length=30)
    from_status = models.CharField(max_length=12, blank=True)
    to_status = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)
    data = models.JSONField(default=dict, blank=True, help_text="Old and new values.")

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], name="event_at")]

    def __str__(self) -> str:
        return f"{self.verb} by {self.by_name}"

    def save(self, *args, **kwargs) -> None:
        if self.pk:
            raise PermissionDenied("History is never overwritten.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        raise PermissionDenied("History is never deleted.")


def last_wanted(events: Iterable[Event]) -> Event | None:
    """The last `STILL_WANTED` of an action's events, in their order: since then what is missing is waited for."""
    wanted = [event for event in events if event.verb in STILL_WANTED]
    return wanted[-1] if wanted else None


class ReferenceCounter(models.Model):
    """The last number given out; exempt actions have a series of their own, so that a gap reveals none."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    exempt = models.BooleanField(default=False)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("committee", "year", "exempt", name="counter_unique_series")]

    def __str__(self) -> str:
        return f"{self.committee.code} {self.year}: {self.last}"

"""The action itself: its words, owner, due date and status, and who may see it (`visible_to`).

`Action.status` has one writer, `actions/workflow.py`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem, Committee, Meeting, Resolution, Source, ids_clerked_by, ids_sat_on_by
from people.models import Councillor, Indicator, Owner, OwnerQuerySet
from people.roles import is_administrator


class Kind(models.TextChoices):
    RECOMMENDATION = "recommendation", "Recommendation"
    WORK_PROGRAMME = "work_programme", "Work programme item"
    BRIEFING = "briefing", "Briefing"
    DATA = "data", "Data"
    REPORT = "report", "Report"
    WRITTEN_RESPONSE = "written_response", "Written response"
    INFORMATION = "information", "Information"
    LETTER = "letter", "Letter"
    MEETING = "meeting", "Meeting or visit"
    OTHER = "other", "Other"


class Status(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    COMPLETE = "complete", "Complete"
    DISMISSED = "dismissed", "Dismissed"
    DROPPED = "dropped", "No longer required"


CLERKS_ALONE = [Status.PROPOSED, Status.DISMISSED]
PUBLISHED = [status for status in Status if status not in CLERKS_ALONE]
OUTSTANDING = [Status.OPEN, Status.ANSWERED]
# No owner, or a post that nobody holds.
NOBODY = Q(owner__isnull=True) | Q(owner__officer__isnull=True, owner__post__isnull=False)
UNOWNED = NOBODY & Q(status=Status.OPEN)
UNSETTLED = Q(status__in=OUTSTANDING, unsettled_by__isnull=False)
UNDATED = Q(status=Status.OPEN, due_on__isnull=True, paused_until__isnull=True)


class ActionQuerySet(models.QuerySet["Action"]):
    def visible_to(self, user) -> "ActionQuerySet":
        """The one rule of who may see an action; every list, page, feed, export and API uses it.

        Whoever deputises sees what they must answer, exempt or not, on the days of the absence and on no other. The
        right belongs to the moment of looking, so the clock is read here.
        """
        if is_administrator(user):
            return self
        published = Q(status__in=PUBLISHED)
        unrestricted = Q(restricted=False) & (Q(item__isnull=True) | Q(item__restricted=False))
        public = published & unrestricted & Q(committee__is_public=True)
        if not user.is_authenticated:
            return self.filter(public)
        seated = published & unrestricted & Q(committee__in=ids_sat_on_by(user))
        owners = Owner.objects.answered_for_by(user, timezone.localdate())
        owned = published & (Q(owner__in=owners) | Q(pk__in=jointly_owned_by(owners)))
        return self.filter(public | seated | owned | Q(committee__in=ids_clerked_by(user)))

    def editable_by(self, user) -> "ActionQuerySet":
        """The actions of the committees that the user clerks."""
        return self.filter(committee__in=ids_clerked_by(user)) if user.is_authenticated else self.none()

    def owned_by(self, user) -> "ActionQuerySet":
        owners = Owner.objects.of_user(user)
        return self.filter(Q(owner__in=owners) | Q(pk__in=jointly_owned_by(owners)))

    def published(self) -> "ActionQuerySet":
        return self.filter(status__in=PUBLISHED)

    def outstanding(self) -> "ActionQuerySet":
        return self.filter(status__in=OUTSTANDING)

    def overdue(self, today) -> "ActionQuerySet":
        """Open, not paused, and past the due date."""
        return self.filter(status=Status.OPEN, due_on__lt=today, paused_until__isnull=True)

    def unsettled(self) -> "ActionQuerySet":
        """Outstanding, and newer minutes say it otherwise or not at all; no clerk has decided yet."""
        return self.filter(UNSETTLED)

    def unowned(self) -> "ActionQuerySet":
        """Open with nobody to act."""
        return self.filter(UNOWNED)

    def undated(self) -> "ActionQuerySet":
        return self.filter(UNDATED)

    def for_lists(self) -> "ActionQuerySet":
        """With what every list shows, in one query, but the item’s text, which each row of a table would repeat."""
        return self.defer("item__paragraphs").select_related(
            "committee",
            "meeting",
            "item",
            "owner__officer__user",
            "owner__post",
            "owner__councillor__user",
            "owner__body",
            "requester",
        )


def jointly_owned_by(owners: OwnerQuerySet) -> models.QuerySet:
    return Action.joint_owners.through.objects.filter(owner__in=owners).values("action_id")


class Action(models.Model):
    """A follow-up that somebody has to do after a meeting."""

    reference = models.CharField(max_length=30, unique=True, null=True, blank=True, editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="actions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    resolution = models.ForeignKey(Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    order = models.PositiveIntegerField(default=0, help_text="Its place in the minutes.")
    summary = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    status = models.CharField(max_length=12, choices=Status, default=Status.PROPOSED, editable=False)
    restricted = models.BooleanField("exempt", default=False)
    public_summary = models.TextField(blank=True, help_text="What the public may know of it where it is exempt.")

    owner = models.ForeignKey(Owner, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    joint_owners = models.ManyToManyField(Owner, blank=True, related_name="joint_actions")
    owner_words = models.CharField(max_length=300, blank=True, help_text="In the minutes' words.")
    owner_reason = models.CharField(max_length=500, blank=True, help_text="Why this owner, in one line.")
    requester = models.ForeignKey(Councillor, null=True, blank=True, on_delete=models.PROTECT, related_name="requests")
    requester_words = models.CharField(max_length=300, blank=True)

    due_on = models.DateField(null=True, blank=True)
    due_words = models.CharField(max_length=300, blank=True, help_text="The words of the minutes that give a date.")
    due_rule = models.JSONField(default=dict, blank=True, help_text="The rule that the date is computed from.")
    due_working = models.TextField(blank=True, help_text="How the date was worked out, for people.")
    due_meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="actions_due"
    )
    paused_until = models.DateField(null=True, blank=True)
    pause_reason = models.TextField(blank=True)
    clock = models.CharField(max_length=10, blank=True, help_text="Statutory clock: executive, nhs or crime.")
    served_on = models.DateField(null=True, blank=True)

    indicators = models.ManyToManyField(Indicator, blank=True, related_name="actions")
    rule = models.CharField(max_length=100, blank=True, help_text="The reader's rule; empty when added by hand.")
    confidence = models.FloatField(null=True, blank=True)
    doubts = models.JSONField(default=list, blank=True, help_text="What the reader was unsure of, in a clerk's words.")
    unsettled_by = models.ForeignKey(
        Source, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="unsettled_actions",
        help_text="Newer minutes that say it otherwise, or not at all, until the clerk has decided.",
    )  # fmt: skip
    dismissed_reason = models.CharField(max_length=500, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closing_minute = models.CharField(max_length=200, blank=True, help_text="The minute that accepted the answer.")
    updated_at = models.DateTimeField(auto_now=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="action_status_is_known"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="action_kind_is_known"),
            models.CheckConstraint(
                condition=Q(status__in=CLERKS_ALONE) | Q(reference__isnull=False), name="action_published_has_reference"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DISMISSED) | ~Q(dismissed_reason=""), name="action_dismissed_has_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["committee", "status", "due_on"], name="action_register"),
            models.Index(fields=["status", "due_on"], name="action_due"),
            models.Index(fields=["owner", "status", "due_on"], name="action_owner"),
            models.Index(fields=["-confirmed_at"], name="action_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.reference or 'Proposal'}: {self.summary}"

    def get_absolute_url(self) -> str:
        return reverse("actions:action", args=[self.reference])

    def is_overdue(self, today) -> bool:
        return bool(self.status == Status.OPEN and self.due_on and self.due_on < today and not self.paused_until)

    @property
    def is_exempt(self) -> bool:
        return self.restricted or bool(self.item and self.item.restricted)

    @property
    def is_published(self) -> bool:
        return self.status not in CLERKS_ALONE

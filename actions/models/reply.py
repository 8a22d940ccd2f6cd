"""What owners send: answers with their files, and requests for more time."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from meetings.models import ids_clerked_by, ids_sat_on_by
from people.models import Owner
from people.roles import is_administrator

from .action import Action, jointly_owned_by


class AnswerQuerySet(models.QuerySet["Answer"]):
    def sent(self) -> "AnswerQuerySet":
        """All that have gone out, in full or in part, also those that were sent back."""
        return self.filter(state__in=[Answer.State.SENT, Answer.State.PART, Answer.State.SENT_BACK])

    def public(self) -> "AnswerQuerySet":
        return self.filter(private_reason="")

    def for_reader(self, user) -> "AnswerQuerySet":
        """With `withheld`: whether this person may read the public summary alone. As for actions, a deputy reads what
        they must answer on the days of the absence, so the clock is read here."""
        if is_administrator(user):
            return self.annotate(withheld=Value(False))
        reads = Q(private_reason="")
        if user.is_authenticated:
            owners = Owner.objects.answered_for_by(user, timezone.localdate())
            reads |= Q(action__committee__in=ids_sat_on_by(user)) | Q(action__committee__in=ids_clerked_by(user))
            reads |= Q(action__owner__in=owners) | Q(action__in=jointly_owned_by(owners))
            reads |= Q(by=user) | Q(approver=user)
        return self.annotate(withheld=Case(When(reads, then=Value(False)), default=Value(True)))


class Answer(models.Model):
    """What was answered. A draft until it is sent; every sent one stays, also when it is sent back.

    With a `private_reason` its words and files are for the committee, its clerks and whoever must act: everybody else
    reads the public summary. Use `shown_text` and `shown_files`, which withhold unless `for_reader` said otherwise.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        APPROVAL = "approval", "waiting for a colleague’s approval"
        SENT = "sent", "sent"
        PART = "part", "part of it sent, the rest to follow"
        SENT_BACK = "sent_back", "sent back: part met"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="answers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="answers")
    on_behalf_of = models.ForeignKey(Owner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    public_summary = models.TextField(blank=True, help_text="What the public may know of what is exempt or private.")
    private_reason = models.CharField(max_length=300, blank=True, help_text="Why it is not public; empty where it is.")
    rest = models.TextField(blank=True, help_text="What is still to come, and by when, where this is only part.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="approvals"
    )
    approval_note = models.TextField(blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    missing = models.TextField(blank=True, help_text="What was missing when it was sent back.")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(state="part") | ~Q(rest=""), name="answer_part_says_what_follows"),
            models.CheckConstraint(
                condition=Q(private_reason="") | Q(state__in=["draft", "approval"]) | ~Q(public_summary=""),
                name="answer_private_has_public_words",
            ),
            models.UniqueConstraint(
                "action", "by", condition=Q(state__in=["draft", "approval"]), name="answer_one_draft_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"Answer to {self.action.reference}"

    @property
    def is_withheld(self) -> bool:
        return getattr(self, "withheld", bool(self.private_reason))

    @property
    def shown_text(self) -> str:
        return self.public_summary if self.is_withheld else self.text

    @property
    def shown_files(self) -> "list[Attachment]":
        return [] if self.is_withheld else list(self.attachments.all())


def attachment_path(attachment: "Attachment", filename: str) -> str:
    return f"answers/{attachment.answer.action_id}/{attachment.sha256}"


class Attachment(models.Model):
    """A file of an answer; served as a download from a checked view only."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to=attachment_path)
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name


class MoreTimeRequest(models.Model):
    """An officer's request for a later due date, and what was decided."""

    class State(models.TextChoices):
        ASKED = "asked", "asked"
        AGREED = "agreed", "agreed"
        REFUSED = "refused", "refused"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="more_time_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    old_due_on = models.DateField(null=True, blank=True)
    new_due_on = models.DateField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint("action", condition=Q(state="asked"), name="more_time_one_open_request"),
        ]

    def __str__(self) -> str:
        return f"More time for {self.action.reference} until {self.new_due_on}"

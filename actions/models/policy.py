"""What a committee has settled: how long each kind of request may take, and owners corrected by its clerks."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from meetings.models import Committee
from people.models import Owner

from .action import Kind


class ResponsePolicy(models.Model):
    """How long a committee gives for a kind of request: so many working days, or the next meeting."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="policies")
    kind = models.CharField(max_length=20, choices=Kind)
    working_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: the next meeting.")

    class Meta:
        ordering = ["committee", "kind"]
        verbose_name_plural = "response policies"
        constraints = [models.UniqueConstraint("committee", "kind", name="policy_unique_kind_in_committee")]

    def __str__(self) -> str:
        period = f"{self.working_days} working days" if self.working_days else "the next meeting"
        return f"{self.get_kind_display()}: {period}"


class OwnerCorrection(models.Model):
    """What a clerk chose when the reader's owner was wrong: suggested next time for the same words and committee."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="owner_corrections")
    words = models.CharField(max_length=300, help_text="The minutes' words, folded to lower case.")
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="+")
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    corrected_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint("committee", "words", name="correction_unique_words")]

    def __str__(self) -> str:
        return f"{self.words} → {self.owner}"

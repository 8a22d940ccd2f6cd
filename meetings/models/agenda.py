"""Agenda items of a meeting, and what was resolved under them."""

from django.db import models
from django.db.models import Q

from .committee import Committee, Meeting, ids_clerked_by
from .source import Source


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
        help_text="The newer minutes that took its place.",
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

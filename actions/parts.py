"""Answers to only part of a question, as a condition on actions: which of them wait for the clerk."""

from django.db.models import Exists, OuterRef, Q

from .models import ANSWERED_IN_PART, Event, Status

# What a clerk does about it: it then waits for its owner again, until the next part or the rest comes.
DEALT_WITH = ["chased", "redated", "more time refused", "paused", "sent back", "reopened"]
LATER = Event.objects.filter(action=OuterRef("action"), pk__gt=OuterRef("pk"), verb__in=DEALT_WITH, by__isnull=False)
PARTS = Event.objects.filter(~Exists(LATER), action=OuterRef("pk"), verb=ANSWERED_IN_PART)
IN_PART = Q(Exists(PARTS), status=Status.OPEN)

"""References that a person can say: CYP-2026-014, and CYP-2026-E03 for exempt business."""

from django.db import transaction

from .models import Action, ReferenceCounter


@transaction.atomic
def next_reference(action: Action) -> str:
    """The next number of the committee's series for the meeting's year; call it inside the change that uses it."""
    exempt = action.is_exempt
    counter, _ = ReferenceCounter.objects.select_for_update().get_or_create(
        committee=action.committee, year=action.meeting.date.year, exempt=exempt
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    number = f"E{counter.last:02d}" if exempt else f"{counter.last:03d}"
    return f"{action.committee.code}-{counter.year}-{number}"

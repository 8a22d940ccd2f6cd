"""What everybody may know of exempt business: the summaries written for the public, as bare words. Never the rows."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from meetings.models import AgendaItem

from .models import PUBLISHED, Action, Answer


def public_summaries(items: Iterable[AgendaItem]) -> dict[int, list[str]]:
    """By item: its own public summary, its exempt actions' and their answers', in that order; most items have none."""
    items = list(items)
    words: dict[int, list[str]] = defaultdict(list)
    for item in items:
        if item.restricted and item.public_summary:
            words[item.pk].append(item.public_summary)
    published = Action.objects.filter(item__in=items, status__in=PUBLISHED).order_by("order", "pk")
    exempt = list(
        published.filter(Q(restricted=True) | Q(item__restricted=True)).values("pk", "item", "public_summary")
    )
    for action in exempt:
        if action["public_summary"]:
            words[action["item"]].append(action["public_summary"])
    if exempt:
        sent = Answer.objects.filter(action__in=[action["pk"] for action in exempt], state=Answer.State.SENT)
        told = sent.exclude(public_summary="").order_by("sent_at")
        for item_id, summary in told.values_list("action__item", "public_summary"):
            words[item_id].append(f"Answered: {summary}")
    return dict(words)

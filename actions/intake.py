"""The clerk's half of the intake: minutes come in, are kept before anything else, and are queued for the worker.

Refuses the same bytes for the same committee twice (`AlreadyHere`, with what is there).
"""

import datetime
import hashlib

import structlog
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from kombu.exceptions import OperationalError

from meetings.models import AgendaItem, Committee, Meeting, Source
from people.models import User

from .models import Action, Status
from .tasks import read_source
from .workflow import MoveRefused

logger = structlog.get_logger(__name__)


class AlreadyHere(Exception):
    """These very bytes have been added for this committee before."""

    def __init__(self, source: Source):
        super().__init__("These minutes are here already.")
        self.source = source


def take_in(
    committee: Committee,
    data: bytes,
    name: str,
    *,
    by: User | None,
    now: datetime.datetime,
    given_date: datetime.date | None = None,
    standing: str = Source.Standing.DRAFT,
    exempt: bool = False,
) -> Source:
    """Keep the document and queue it. `given_date` counts where the text does not say on which day it was."""
    sha256 = hashlib.sha256(data).hexdigest()
    _refuse_known(committee, sha256)
    source = Source(
        committee=committee, added_by=by, added_at=now, queued_at=now, name=name[:255], size=len(data), sha256=sha256,
        given_date=given_date, standing=standing, exempt=exempt,
    )  # fmt: skip
    source.meeting = committee.meetings.filter(date=given_date).first() if given_date else None
    source.file.save(sha256, ContentFile(data), save=False)
    try:
        with transaction.atomic():
            source.save()
            queue(source)
    except IntegrityError:
        source.file.delete(save=False)
        _refuse_known(committee, sha256)
        raise
    return source


def _refuse_known(committee: Committee, sha256: str) -> None:
    known = Source.objects.filter(committee=committee, sha256=sha256).first()
    if known:
        raise AlreadyHere(known)


def queue(source: Source) -> None:
    """Hand the source to the worker as soon as it is stored. Where the broker is down the sweep does it later."""
    transaction.on_commit(lambda: _send(source.pk))


def _send(source_id: int) -> None:
    try:
        read_source.apply_async([source_id], retry=False)
    except OperationalError:
        logger.warning("broker_down", source=source_id)


def read_again(source: Source, *, now: datetime.datetime, given_date: datetime.date | None = None) -> None:
    """Queue a failed source once more, with the date that was missing where the clerk gives it now."""
    fields: dict[str, object] = {"state": Source.State.QUEUED, "queued_at": now}
    if given_date:
        meeting = source.committee.meetings.filter(date=given_date).first()
        fields |= {"given_date": given_date, "meeting": meeting}
    with transaction.atomic():
        if not Source.objects.filter(pk=source.pk, state=Source.State.FAILED).update(**fields):
            raise MoveRefused("These minutes are not waiting for another try: somebody may have been quicker.")
        queue(source)


def set_aside(source: Source, *, by: User, now: datetime.datetime, reason: str) -> None:
    """A document that could not be read and that nobody needs: kept with its file, and asked for no more."""
    failed = Source.objects.filter(pk=source.pk, state=Source.State.FAILED)
    fields = {"set_aside_by": by, "set_aside_at": now, "set_aside_reason": reason}
    if not failed.update(state=Source.State.SET_ASIDE, **fields):
        raise MoveRefused("Only a document that could not be read can be set aside: somebody may have been quicker.")


def bring_back(source: Source) -> None:
    """Back to those that could not be read. Who had set it aside, and why, stays written."""
    if not Source.objects.filter(pk=source.pk, state=Source.State.SET_ASIDE).update(state=Source.State.FAILED):
        raise MoveRefused("This document is not set aside: somebody may have been quicker.")


def recent_sources(user: User) -> QuerySet[Source]:
    """The documents that a clerk may see, the latest first, with what lists show of them."""
    to_check = _number_of(Action.objects.filter(status=Status.PROPOSED), "source")
    days = AgendaItem.objects.filter(source=OuterRef("pk")).order_by("-meeting__date").values("meeting__date")
    return (
        Source.objects.visible_to(user)
        .select_related("committee", "added_by")
        .defer("text", "near_misses")
        .annotate(to_check=to_check, met_on=Subquery(days[:1]))
        .order_by("-added_at", "-pk")
    )


def meetings_without_minutes(user: User, today: datetime.date, limit: int = 6) -> QuerySet[Meeting]:
    """Meetings of the clerk's committees that were held and have nothing from their minutes yet, the latest first."""
    return (
        Meeting.objects.standing()
        .filter(committee__in=Committee.objects.clerked_by(user), date__lte=today)
        .exclude(pk__in=Meeting.objects.with_minutes().values("pk"))
        .select_related("committee")
        .order_by("-date")[:limit]
    )


def meetings_of(source: Source) -> QuerySet[Meeting]:
    """The meetings that the source's items belong to, with how many proposals each still has to check, and
    how many actions newer minutes changed."""
    to_check = _number_of(Action.objects.filter(status=Status.PROPOSED, source=source), "meeting")
    exempt = _number_of(source.items.filter(restricted=True), "meeting")
    changed = _number_of(Action.objects.unsettled(), "meeting")
    return (
        Meeting.objects.filter(pk__in=source.items.order_by().values("meeting"))
        .select_related("committee")
        .annotate(to_check=to_check, exempt_items=exempt, changed=changed)
        .order_by("date")
    )


def _number_of(rows: QuerySet, of: str) -> Coalesce:
    """How many of these rows belong to each. By itself: counted in one join, items are multiplied by actions."""
    counted = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)

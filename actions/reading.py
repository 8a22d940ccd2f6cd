"""The worker's half of the intake: claim a source, read it, store what it says, propose its actions.

Safe to run twice or at once: a claim counts the attempt, and only whoever holds the latest claim can store, in one
transaction. A worker that is killed leaves nothing behind but its claim, which `sweep_sources` takes back.
"""

import dataclasses
import datetime
import re

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError, transaction
from django.db.models import F, Q, QuerySet

import minutes
from meetings.models import Source
from meetings.storage import NoMeetingDate, TooManyItems, refuse_too_many, store_minutes
from minutes.document import Document, UnreadableDocument, UnsupportedFormat
from minutes.records import Findings, Minutes

from .earlier_minutes import stand_behind
from .newer_minutes import carry_over, put_in_order
from .proposing import near_misses, propose

logger = structlog.get_logger(__name__)

LOST_AFTER = datetime.timedelta(minutes=2)  # queued, and no worker has come
DEAD_AFTER = datetime.timedelta(minutes=6)  # longer than a task may run (CELERY_TASK_TIME_LIMIT)
MOST_ATTEMPTS = 3
MOST_BEGINNINGS = 3
DEADLOCK = "40P01"  # PostgreSQL's word for it
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL takes neither in a text

TOO_LONG = "Reading took more than three minutes and was stopped. Paste the part that you need, or split the document."
BROKE = (
    "Something went wrong on our side while reading. The document is kept. Retry; if it happens again, paste the text "
    "instead and tell whoever looks after the service."
)
STOPPED = (
    "The reading was cut off three times. The document is kept. Paste the text instead, and tell whoever looks after "
    "the service."
)


class ClaimLost(Exception):
    """Somebody else has taken the source over; what was read here is thrown away."""


def read_source(source_id: int, *, now: datetime.datetime, came_back: bool = False) -> None:
    """Read one source, unless somebody does already. What went wrong is written on the source in a clerk's words.

    `came_back`: the broker says that an earlier delivery of this task never ended, so its claim is dead.
    """
    source = claim(source_id, now=now, came_back=came_back)
    if source is None:
        return
    try:
        _read(source, now)
    except ClaimLost:
        logger.info("source_claim_lost", source=source.pk)
    except UnsupportedFormat as error:
        _fail(source, Source.Failure.UNSUPPORTED, str(error))
    except (UnreadableDocument, TooManyItems) as error:
        _fail(source, Source.Failure.UNREADABLE, str(error))
    except NoMeetingDate as error:
        _fail(source, Source.Failure.NO_DATE, str(error))
    except SoftTimeLimitExceeded:
        _fail(source, Source.Failure.UNREADABLE, TOO_LONG)
    except Exception:
        _fail(source, Source.Failure.UNEXPECTED, BROKE)
        logger.error("source_failed", source=source.pk)
        raise


def claim(source_id: int, *, now: datetime.datetime, came_back: bool = False) -> Source | None:
    """Take the source for reading, by a filtered update; None when it is not there or not to be read."""
    source = Source.objects.select_related("committee").filter(pk=source_id).first()
    takeable = {Source.State.QUEUED, Source.State.READING} if came_back else {Source.State.QUEUED}
    if source is None or source.state not in takeable:
        return None
    seen = Source.objects.filter(pk=source.pk, state=source.state, attempts=source.attempts)
    taken = seen.update(
        state=Source.State.READING, reading_since=now, attempts=F("attempts") + 1, failure="", reason="", text="",
        items_found=None, resolutions_found=None, actions_found=None,
    )  # fmt: skip
    if not taken:
        return None
    source.attempts += 1
    source.state, source.reading_since = Source.State.READING, now
    return source


def _read(source: Source, now: datetime.datetime) -> None:
    """Each stage is written down as soon as it is done, for the clerk who watches."""
    with source.file.open("rb") as file:
        document = _storable(minutes.read(file.read(), source.name))
    if not document.text.strip():
        raise UnreadableDocument("There is no text in this document.")
    source.text = document.text
    _note(source, text=document.text, media_type=document.media_type[:100], reader_version=minutes.VERSION)
    found = minutes.parse(document)
    items = [item for meeting in found.meetings for item in meeting.items]
    _note(source, items_found=len(items), resolutions_found=sum(len(item.resolutions) for item in items))
    refuse_too_many(len(items))
    findings = minutes.find_followups(found)
    _note(source, actions_found=len(findings.followups))
    _store(source, found, findings, now)


def _storable(document: Document) -> Document:
    """The same text, sign for sign, without what a database cannot hold."""
    if not UNSTORABLE.search(document.text):
        return document
    return dataclasses.replace(document, text=UNSTORABLE.sub("\ufffd", document.text))


def _held(source: Source) -> QuerySet[Source]:
    """The row, as long as this claim is the latest."""
    return Source.objects.filter(pk=source.pk, state=Source.State.READING, attempts=source.attempts)


def _note(source: Source, **fields: object) -> None:
    if not _held(source).update(**fields):
        raise ClaimLost


def _store(source: Source, found: Minutes, findings: Findings, now: datetime.datetime) -> None:
    """Begun anew where each of two workers waits for a row that the other one has just added, a new owner's say."""
    for left in reversed(range(MOST_BEGINNINGS)):
        try:
            _store_all(source, found, findings, now)
            return
        except OperationalError as error:
            if not left or getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
            logger.info("source_begun_anew", source=source.pk)


@transaction.atomic
def _store_all(source: Source, found: Minutes, findings: Findings, now: datetime.datetime) -> None:
    """All or nothing. Giving up the claim comes first: of two who read at once the second finds it gone here."""
    _note(source, state=Source.State.READY, read_at=now)
    stored = store_minutes(source, found)
    carried = carry_over(source, stored, findings, now=now)
    proposed = propose(source, stored, findings, now=now)
    if carried:
        put_in_order(stored.meetings)
    asked = sum((one.meeting, one.item) in stored.items for one in findings.followups)
    already = asked - len(proposed)
    warnings = [*found.document.warnings, *stored.warnings, *carried, *stand_behind(source, stored)]
    if already and not carried:
        warnings.append(f"{already} of the requests were in the register already, so they were not proposed again.")
    Source.objects.filter(pk=source.pk).update(
        items_found=len(stored.items),
        resolutions_found=sum(len(clauses) for clauses in stored.resolutions.values()),
        actions_found=asked,
        near_misses=near_misses(findings.near_misses, stored),
        warnings=warnings,
    )
    logger.info("source_read", source=source.pk, items=len(stored.items), actions=len(proposed))


def _fail(source: Source, failure: str, reason: str) -> None:
    _held(source).update(state=Source.State.FAILED, failure=failure, reason=reason or BROKE)


def sweep_sources(*, now: datetime.datetime) -> list[int]:
    """The sources to be queued again: those that no worker came for, and those whose worker died."""
    dead = Source.objects.filter(state=Source.State.READING, reading_since__lt=now - DEAD_AFTER)
    dead.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=Source.State.FAILED, failure=Source.Failure.UNEXPECTED, reason=STOPPED
    )
    lost = Q(state=Source.State.QUEUED, queued_at__lt=now - LOST_AFTER)
    left = Q(state=Source.State.READING, reading_since__lt=now - DEAD_AFTER)
    again = []
    for source in Source.objects.filter(lost | left):
        seen = Source.objects.filter(pk=source.pk, state=source.state, attempts=source.attempts)
        if seen.update(state=Source.State.QUEUED, queued_at=now):
            again.append(source.pk)
    return again

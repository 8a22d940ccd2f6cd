"""Sending notices, once each: a row per notice, claimed by a filtered update before it is sent, with its outcome.

waiting → claimed (being written) → handing (with the mail server) → sent. A worker that dies while writing leaves a
claim, which is taken again. One that dies in the moment of handing over may have sent: where the mail folder can be
looked at the truth is found there, otherwise the notice fails with words for the clerk, who may send it again.
Why not twice rather than not at all: docs/decisions/notices.md
"""

import datetime
import smtplib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from meetings.models import Committee
from meetings.working_days import WorkingDays
from people.wording import long_date

from ..models import Action, Notice
from .composing import compose, stage_of
from .emails import Skip, message_id

State = Notice.State
log = structlog.get_logger(__name__)

STALE_AFTER = datetime.timedelta(minutes=15)
MAX_ATTEMPTS = 5
# After the first, second … failed attempt.
WAIT = [datetime.timedelta(minutes=minutes) for minutes in (5, 30, 120, 360)]
MAY_HAVE_GONE = (
    "The program was stopped while the mail server was taking this email, so it may have gone out. "
    "Ask whether it arrived, and send it again if it did not."
)
# Asked for a moment ago by whoever gets them, so they go on any day.
ON_ANY_DAY = {Notice.Kind.SIGN_IN.value, "confirm_follow"}


def on_which_day(committee: Committee, today: datetime.date) -> str:
    """When an email of today goes out, to end a sentence with: nothing where it goes at once."""
    day = WorkingDays.load(committee.nation).add(today, 0)
    return "" if day == today else f" on {long_date(day)}, the next working day"


def queue(
    key: str, kind: str, *, now: datetime.datetime, actions: Iterable[Action] = (), data: dict | None = None, **fields
) -> Notice | None:
    """Put a notice down to be sent; None where there is one for that key already."""
    try:
        with transaction.atomic():
            notice = Notice.objects.create(key=key, kind=kind, created_at=now, data=data or {}, **fields)
            notice.actions.add(*actions)
    except IntegrityError:
        return None
    return notice


@dataclass
class Tally:
    """What became of the notices of one round."""

    sent: int = 0
    skipped: int = 0
    failed: int = 0
    again: int = 0
    held: int = 0


@dataclass
class Round:
    """One round of sending at `now`; nothing goes out at weekends, on bank holidays and on closure days."""

    now: datetime.datetime
    tally: Tally = field(default_factory=Tally)
    connection: BaseEmailBackend | None = None
    days: dict[str, WorkingDays] = field(default_factory=dict)

    @property
    def today(self) -> datetime.date:
        return timezone.localdate(self.now)

    def send(self, notices: Iterable[Notice]) -> Tally:
        try:
            for notice in notices:
                self.send_one(notice)
        finally:
            self.hang_up()
        return self.tally

    def send_one(self, notice: Notice) -> None:
        if not self.may_go_today(notice):
            self.tally.held += 1
            return
        if not change(notice, State.WAITING, State.CLAIMED, claimed_at=self.now, attempts=F("attempts") + 1):
            return
        notice.refresh_from_db()
        try:
            written = compose(notice, self.today)
        except Exception:
            # One notice that cannot be written must not keep the others back.
            log.exception("notice_not_written", notice=notice.pk)
            self.fail(notice, State.CLAIMED, "This email could not be written. The error is in the log.")
            return
        if isinstance(written, Skip):
            change(notice, State.CLAIMED, State.SKIPPED, outcome=written.reason)
            self.tally.skipped += 1
            return
        self.hand_over(notice, written.to, written.email.message(written.to))

    def hand_over(self, notice: Notice, to: str, message: mail.EmailMultiAlternatives) -> None:
        if not change(notice, State.CLAIMED, State.HANDING, to_email=to):
            return
        try:
            self.open_connection().send_messages([message])
        except smtplib.SMTPRecipientsRefused:
            self.hang_up()
            self.fail(notice, State.HANDING, f"The mail server refused the address {to}.")
        except (smtplib.SMTPException, OSError) as error:
            self.hang_up()
            self.try_later(notice, error)
        else:
            change(notice, State.HANDING, State.SENT, sent_at=self.now, outcome="")
            self.tally.sent += 1
            log.info("notice_sent", notice=notice.pk, kind=notice.kind)

    def try_later(self, notice: Notice, error: Exception) -> None:
        outcome = f"The mail server could not take it ({type(error).__name__})."
        log.warning("notice_not_sent", notice=notice.pk, attempt=notice.attempts, error=type(error).__name__)
        if notice.attempts >= MAX_ATTEMPTS:
            self.fail(notice, State.HANDING, f"{outcome} Tried {notice.attempts} times.")
            return
        change(notice, State.HANDING, State.WAITING, outcome=outcome)
        self.tally.again += 1

    def fail(self, notice: Notice, seen: str, outcome: str) -> None:
        change(notice, seen, State.FAILED, outcome=outcome)
        self.tally.failed += 1

    def may_go_today(self, notice: Notice) -> bool:
        if notice.kind in ON_ANY_DAY or stage_of(notice) in ON_ANY_DAY:
            return True
        nation = notice.committee.nation if notice.committee else Committee.Nation.ENGLAND
        if nation not in self.days:
            self.days[nation] = WorkingDays.load(nation)
        return self.days[nation].is_working(self.today)

    def open_connection(self) -> BaseEmailBackend:
        if self.connection is None:
            self.connection = mail.get_connection()
            self.connection.open()
        return self.connection

    def hang_up(self) -> None:
        if self.connection is not None:
            connection, self.connection = self.connection, None
            connection.close()


def change(notice: Notice, seen: str, to: str, **fields) -> bool:
    """Move a notice on by a filtered update; False where somebody else has taken it."""
    changed = Notice.objects.filter(pk=notice.pk, state=seen).update(state=to, **fields)
    return bool(changed)


def send_waiting(now: datetime.datetime, limit: int = 1000) -> Tally:
    """Send what waits and is ready to be tried, the oldest first."""
    recover(now)
    ready = [notice for notice in waiting()[:limit] if is_ready(notice, now)]
    return Round(now).send(ready)


def waiting() -> QuerySet[Notice]:
    return Notice.objects.filter(state=State.WAITING).select_related("committee").order_by("created_at", "pk")


def is_ready(notice: Notice, now: datetime.datetime) -> bool:
    """Not tried yet, or long enough ago."""
    if notice.claimed_at is None or notice.attempts == 0:
        return True
    return notice.claimed_at + WAIT[min(notice.attempts, len(WAIT)) - 1] <= now


def recover(now: datetime.datetime) -> int:
    """Take up the notices of a worker that died: nothing was sent of a claim, of a handing over perhaps."""
    stale = Notice.objects.filter(claimed_at__lt=now - STALE_AFTER)
    count = stale.filter(state=State.CLAIMED).update(state=State.WAITING, claimed_at=None)
    for notice in stale.filter(state=State.HANDING):
        count += 1
        gone = is_in_mail_folder(message_id(notice))
        if gone is None:
            change(notice, State.HANDING, State.FAILED, outcome=MAY_HAVE_GONE)
        elif gone:
            change(notice, State.HANDING, State.SENT, sent_at=notice.claimed_at, outcome="")
        else:
            change(notice, State.HANDING, State.WAITING, claimed_at=None)
    return count


def is_in_mail_folder(identity: str) -> bool | None:
    """Whether a message went out, where emails are written to a folder; None where nobody can know."""
    if not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return None
    words = f"Message-ID: {identity}".encode()
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", ""))
    return any(words in path.read_bytes() for path in folder.glob("*.log"))


def send_again(notice: Notice) -> bool:
    """The clerk wants a failed notice sent after all; False where it has not failed."""
    return change(notice, State.FAILED, State.WAITING, attempts=0, claimed_at=None, outcome="")


def leave_unsent(notice: Notice, by: str) -> bool:
    """The clerk has told the person otherwise, or it did arrive."""
    return change(notice, State.FAILED, State.SKIPPED, outcome=f"Left as it is by {by}. {notice.outcome}".strip())

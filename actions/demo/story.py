"""What became of the demo's actions: the real workflow, with the days on which it would have happened.

The last meeting of two committees is left to be reviewed; all before it has been confirmed and has gone some way.
"""

import datetime
import itertools

from django.db.models import F
from django.utils import timezone

from actions import amendments, answers, attachments, workflow
from actions.models import Action, Event, Status
from meetings.models import AgendaItem, Meeting, Source
from people.models import User
from people.wording import plain_date

from . import people
from .replies import PRIVATE, PRIVATE_OTHERWISE, REST, REST_OTHERWISE, file_of, words_of

DAY, MINUTE = datetime.timedelta(1), datetime.timedelta(minutes=1)
MISSING = "It answers the first half of what was asked. The second half is still to come."
OFFICER = "officer@example.org"
LEFT_TO_REVIEW = {"cyp-3-meeting.txt", "gtr-3-action-table.docx"}


def tell(today: datetime.date) -> None:
    """Take every action that is still proposed some way further. Does nothing to what has been moved before."""
    clerk = User.objects.get(email="clerk@example.org")
    proposals = (
        Action.objects.filter(status=Status.PROPOSED, source__isnull=False)
        .exclude(source__name__in=LEFT_TO_REVIEW)
        .select_related("committee", "meeting", "item", "owner__officer__user", "owner__post")
        .order_by("meeting__date", "order")
    )
    turns = itertools.count()
    desk = itertools.cycle(DESK)
    for action in list(proposals):
        if action.owner and action.owner.user and action.owner.user.email == OFFICER:
            workflow.confirm(action, by=clerk, now=at(later(action.meeting.date, 4, today)))
            next(desk)(action, next(turns), clerk, today)
        else:
            _take_further(action, next(turns), clerk, today)
    _start_the_last_review(clerk, today)
    _ask_for_more_time(today)
    _finish_reviews(today)
    _date_what_the_worker_did()
    people.settle(clerk, at(today - DAY))
    AgendaItem.objects.filter(restricted=True).update(public_summary="Members discussed two bids for a contract.")


def _finish_reviews(today: datetime.date) -> None:
    """Every review is finished a day after its proposals were checked, but those that are left to do."""
    for meeting in Meeting.objects.filter(items__isnull=False).exclude(actions__status=Status.PROPOSED).distinct():
        meeting.reviewed_at = at(later(meeting.date, 5, today))
        meeting.save(update_fields=["reviewed_at"])


def _date_what_the_worker_did() -> None:
    """The demo's own exception to a history that nobody changes.

    The worker reads by its own clock, so that "found in the minutes" would be dated today and stand above answers of
    last month. The documents came in weeks ago, so they were read then.
    """
    for source in Source.objects.filter(state=Source.State.READY, read_at__gt=F("added_at") + DAY):
        began = source.added_at + datetime.timedelta(seconds=2)
        source.reading_since, source.read_at, source.queued_at = began, began + MINUTE, source.added_at
        source.save(update_fields=["reading_since", "read_at", "queued_at"])
        source.actions.update(created_at=source.read_at)
        found = Event._base_manager.filter(action__source=source, verb="proposed")  # the usual manager refuses
        found.update(at=source.read_at)


def at(day: datetime.date, hour: int = 10) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def later(day: datetime.date, days: int, today: datetime.date) -> datetime.date:
    """So many days later, and never after yesterday."""
    return min(day + datetime.timedelta(days), today - datetime.timedelta(1))


def _take_further(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    met = action.meeting.date
    if turn % 9 == 7:
        workflow.dismiss(action, by=clerk, now=at(later(met, 4, today)), reason="Answered at the meeting itself")
        return
    workflow.confirm(action, by=clerk, now=at(later(met, 4, today)))
    paths = OLD_PATHS if (today - met).days > 45 else NEW_PATHS
    paths[turn % len(paths)](action, turn, clerk, today)


def _answer(action: Action, turn: int, clerk: User, today: datetime.date, days: int = 12) -> datetime.date:
    """The owner answers, or the clerk for whoever has no sign-in."""
    day = later(action.meeting.date, days + turn % 7, today)
    owner = action.owner
    by = owner.user if owner and owner.user else clerk
    draft = answers.save_draft(action, by=by, now=at(day), text=words_of(action, turn))
    file = file_of(action, turn, day)
    if file:
        attachments.attach(draft, file, now=at(day))
    answers.send(draft, by=by, now=at(day, 15))
    action.refresh_from_db()
    return day


def _complete(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    day = _answer(action, turn, clerk, today)
    if action.status == Status.ANSWERED:
        _accept(action, turn, clerk, later(day, 2, today))


def _accept(action: Action, turn: int, clerk: User, day: datetime.date) -> None:
    """By the clerk, or where the rule is so by the committee, with the minute."""
    by_committee = action.committee.closure_rule == "committee"
    minute = f"minute {20 + turn}, {plain_date(day)}" if by_committee else ""
    workflow.accept(action, by=clerk, now=at(day), minute=minute)


def _complete_late(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    _answer(action, turn, clerk, today, days=34)
    if action.status == Status.ANSWERED:
        _accept(action, turn, clerk, today - DAY)


def _answered(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    _answer(action, turn, clerk, today)


def _sent_back(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    day = _answer(action, turn, clerk, today)
    if action.status == Status.ANSWERED:
        now = at(later(day, 3, today))
        workflow.send_back(action, by=clerk, now=now, missing=MISSING)


def _part_answered(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    """What there is, and a word of what is to follow."""
    day = later(action.meeting.date, 9, today)
    by = action.owner.user if action.owner and action.owner.user else clerk
    rest = REST.get(action.kind, REST_OTHERWISE)
    draft = answers.save_draft(action, by=by, now=at(day), text=words_of(action, turn), rest=rest)
    answers.send(draft, by=by, now=at(day, 15))


def _answered_in_private(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    """An answer that would show who somebody is: the committee reads it, the public its summary."""
    day = later(action.meeting.date, 12, today)
    by = action.owner.user if action.owner and action.owner.user else clerk
    reason, summary = PRIVATE.get(action.kind, PRIVATE_OTHERWISE)
    draft = answers.save_draft(
        action, by=by, now=at(day), text=words_of(action, turn), private_reason=reason, public_summary=summary
    )  # fmt: skip
    answers.send(draft, by=by, now=at(day, 15))


def _dropped(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    day = later(action.meeting.date, 30, today)
    reason = "The service has been moved to the county, which reports on it."
    workflow.drop(action, by=clerk, now=at(day), reason=reason, decided_by="the Chair")


def _open(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    """Left with its owner; overdue or not as its date says."""


def _paused(action: Action, turn: int, clerk: User, today: datetime.date) -> None:
    amendments.pause(
        action, by=clerk, now=at(today - datetime.timedelta(2)), reason="Waiting for the inspectors’ report",
        until=today + datetime.timedelta(30),
    )  # fmt: skip


OLD_PATHS = [_complete, _complete, _complete_late, _answered_in_private, _dropped, _open, _sent_back, _complete]
DESK = [_complete, _sent_back, _open]  # of the officer who signs in
NEW_PATHS = [_open, _answered, _part_answered, _open, _complete, _open, _paused, _open]


def _start_the_last_review(clerk: User, today: datetime.date) -> None:
    """The clerk has begun with the latest meeting: two confirmed, for the officer who signs in to answer."""
    left = Action.objects.filter(source__name="cyp-3-meeting.txt")
    if left.exclude(status=Status.PROPOSED).exists():
        return
    theirs = left.owned_by(User.objects.get(email=OFFICER)).order_by("order")
    for action in list(theirs[:2]):
        workflow.confirm(action, by=clerk, now=at(later(action.meeting.date, 3, today)))


def _ask_for_more_time(today: datetime.date) -> None:
    """The officer who signs in needs longer for the first that is due."""
    officer = User.objects.get(email=OFFICER)
    theirs = Action.objects.owned_by(officer).filter(status=Status.OPEN, due_on__isnull=False, paused_until=None)
    action = theirs.order_by("due_on").first()
    if action and action.due_on and not action.more_time_requests.exists():
        reason = "One of the figures comes from the health trust, which publishes it next week."
        until = max(today, action.due_on) + datetime.timedelta(14)
        amendments.ask_more_time(action, by=officer, now=at(today - DAY), reason=reason, until=until)

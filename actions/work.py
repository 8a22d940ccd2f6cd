"""What needs a clerk now: one queue for each sort of work, in a fixed number of queries.

The number beside "Work to do" counts what waits for the clerk's own decision. What is overdue waits for others, so it
is shown and not counted.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from meetings.models import Committee, Meeting, Source
from people.models import User

from . import coming, intake
from .late import LateLine, late_lines
from .models import (
    UNDATED,
    UNOWNED,
    UNSETTLED,
    Action,
    ActionQuerySet,
    MoreTimeRequest,
    Notice,
    OwnerCandidate,
    Status,
)
from .parts import IN_PART, PartLine, part_lines
from .progress import steps_of
from .proposals import SURE_FROM
from .register import overdue, times_moved
from .wording import outcome, times_in_words

MOST = 8  # lines of one queue; the rest is a link
WHOLE = 500  # of the one queue that is asked for whole
UNFINISHED_DAYS = 60  # how long a review that was not finished is asked for
# What `proposals.doubts_of` finds doubtful, as a condition.
DOUBTFUL = Q(owner__isnull=True) | Q(due_on__isnull=True) | Q(confidence__lt=SURE_FROM) | ~Q(doubts=[])


@dataclass(frozen=True)
class Counts:
    """How much of each sort of work there is."""

    failed: int
    proposals: int
    changed: int
    unowned: int
    undated: int
    more_time: int
    answers: int
    parts: int
    overdue: int
    emails: int

    @property
    def waiting(self) -> int:
        """The number beside "Work to do"."""
        undecided = self.proposals + self.changed + self.unowned + self.undated + self.more_time
        return undecided + self.answers + self.parts + self.failed + self.emails


@dataclass(frozen=True)
class ReviewLine:
    """A meeting whose proposals are to be checked, and the agenda that needs them.

    `changed` actions that newer minutes say otherwise than the earlier ones.
    """

    meeting: Meeting
    total: int
    to_check: int
    doubtful: int
    changed: int
    agenda: coming.Agenda | None

    @property
    def checked(self) -> int:
        return self.total - self.to_check


@dataclass(frozen=True)
class ReadingLine:
    """A document that is being read, at which of its steps."""

    source: Source
    step: int
    steps: int


@dataclass(frozen=True)
class UnownedLine:
    action: Action
    remark: str


@dataclass(frozen=True)
class MoreTimeLine:
    """A request for more time; `is_after` where the new date lies behind the committee's next meeting."""

    asked: MoreTimeRequest
    meeting: Meeting | None
    moved: str

    @property
    def is_after(self) -> bool:
        return self.meeting is not None and self.asked.new_due_on > self.meeting.date


@dataclass(frozen=True)
class AnswerLine:
    """An answer to accept; `meeting` where the committee itself accepts, at its next one."""

    action: Action
    outcome: str
    meeting: Meeting | None


@dataclass(frozen=True)
class Desk:
    """The clerk's home."""

    counts: Counts
    failed: list[Source]
    reading: list[ReadingLine]
    reviews: list[ReviewLine]
    unowned: list[UnownedLine]
    undated: list[Action]
    more_time: list[MoreTimeLine]
    answers: list[AnswerLine]
    parts: list[PartLine]
    late: list[LateLine]
    emails: list[Notice]
    agendas: list[coming.Agenda]
    awaited: list[Meeting]

    @property
    def is_clear(self) -> bool:
        return not (self.counts.waiting or self.counts.overdue or self.reading or self.reviews)


def desk_of(user: User, now: datetime.datetime, whole: str = "") -> Desk:
    """Everything on the page. `whole` names a queue that no other page lists: more-time or in-part."""
    today = timezone.localdate(now)
    mine = Action.objects.editable_by(user)
    agendas = coming.agendas(user, today)
    by_committee = {agenda.meeting.committee_id: agenda for agenda in agendas}
    meetings = {pk: agenda.meeting for pk, agenda in by_committee.items()}
    return Desk(
        counts=counts_of(user, today),
        failed=list(failed_sources(user).select_related("committee", "added_by", "meeting")[:MOST]),
        reading=reading_lines(user, now),
        reviews=review_lines(mine, by_committee, today),
        unowned=unowned_lines(mine),
        undated=list(mine.undated().for_lists().order_by("meeting__date", "pk")[:MOST]),
        more_time=more_time_lines(user, meetings, WHOLE if whole == "more-time" else MOST),
        answers=answer_lines(mine, meetings),
        parts=part_lines(mine, WHOLE if whole == "in-part" else MOST),
        late=late_lines(mine, today),
        emails=list(failed_emails(user).select_related("committee", "owner__officer", "owner__post")[:MOST]),
        agendas=agendas,
        awaited=list(intake.meetings_without_minutes(user, today)),
    )


def counts_of(user: User, today: datetime.date) -> Counts:
    """In four queries."""
    mine = Action.objects.editable_by(user).filter(status__in=[Status.PROPOSED, Status.OPEN, Status.ANSWERED])
    actions = mine.order_by().aggregate(
        proposals=Count("pk", filter=Q(status=Status.PROPOSED)),
        changed=Count("pk", filter=UNSETTLED),
        unowned=Count("pk", filter=UNOWNED),
        undated=Count("pk", filter=UNDATED),
        answers=Count("pk", filter=Q(status=Status.ANSWERED)),
        parts=Count("pk", filter=IN_PART),
        overdue=Count("pk", filter=overdue(today)),
    )
    return Counts(
        failed=failed_sources(user).count(),
        more_time=requests_waiting(user).count(),
        emails=failed_emails(user).count(),
        **actions,
    )


def count_waiting(user: User, today: datetime.date) -> int:
    """The number beside "Work to do"."""
    return counts_of(user, today).waiting


def failed_sources(user: User) -> QuerySet[Source]:
    failed = Source.objects.visible_to(user).filter(state=Source.State.FAILED)
    return failed.defer("text", "near_misses").order_by("-added_at")


def requests_waiting(user: User) -> QuerySet[MoreTimeRequest]:
    return MoreTimeRequest.objects.filter(
        state=MoreTimeRequest.State.ASKED,
        action__status=Status.OPEN,
        action__committee__in=Committee.objects.clerked_by(user),
    )


def failed_emails(user: User) -> QuerySet[Notice]:
    failed = Notice.objects.filter(committee__in=Committee.objects.clerked_by(user), state=Notice.State.FAILED)
    return failed.exclude(kind=Notice.Kind.SIGN_IN).order_by("-created_at")


def reading_lines(user: User, now: datetime.datetime) -> list[ReadingLine]:
    """What is with the reader, the oldest first."""
    waiting = [Source.State.QUEUED, Source.State.READING]
    sources = Source.objects.visible_to(user).filter(state__in=waiting).select_related("committee", "meeting")
    lines = []
    for source in sources.order_by("queued_at")[:MOST]:
        steps = steps_of(source, now=now)
        at = next((number for number, step in enumerate(steps, start=1) if step.state == "now"), len(steps))
        lines.append(ReadingLine(source, at, len(steps)))
    return lines


def review_lines(mine: ActionQuerySet, agendas: dict[int, coming.Agenda], today: datetime.date) -> list[ReviewLine]:
    """Meetings with proposals, or checked and not finished, by the agenda that needs them."""
    to_decide = mine.filter(Q(status=Status.PROPOSED) | UNSETTLED).order_by()
    lately = today - datetime.timedelta(days=UNFINISHED_DAYS)
    confirmed = Q(source__standing=Source.Standing.CONFIRMED, source__added_at__date__gte=lately)
    unfinished = Q(meeting__reviewed_at=None, source__isnull=False) & (Q(meeting__date__gte=lately) | confirmed)
    found = mine.order_by().filter(Q(meeting__in=to_decide.values("meeting")) | unfinished)
    rows = found.values("meeting_id").annotate(
        total=Count("pk"),
        to_check=Count("pk", filter=Q(status=Status.PROPOSED)),
        doubtful=Count("pk", filter=Q(status=Status.PROPOSED) & DOUBTFUL),
        changed=Count("pk", filter=UNSETTLED),
    )
    numbers = {row["meeting_id"]: (row["total"], row["to_check"], row["doubtful"], row["changed"]) for row in rows}
    meetings = Meeting.objects.filter(pk__in=numbers).select_related("committee")
    lines = [ReviewLine(one, *numbers[one.pk], agenda=agendas.get(one.committee_id)) for one in meetings]
    never = datetime.date.max
    return sorted(lines, key=lambda line: (line.agenda.goes_out if line.agenda else never, line.meeting.date))


def unowned_lines(mine: ActionQuerySet) -> list[UnownedLine]:
    candidates = OwnerCandidate.objects.select_related(
        "owner__officer", "owner__post", "owner__councillor", "owner__body"
    )
    found = mine.unowned().for_lists().prefetch_related(Prefetch("candidates", candidates))
    return [UnownedLine(action, why_nobody(action)) for action in found.order_by("due_on", "pk")[:MOST]]


def why_nobody(action: Action) -> str:
    """Why nobody has it, or who could."""
    if action.owner:
        return f"Nobody holds the post of {action.owner.post}"
    candidates = list(action.candidates.all())
    if candidates:
        names = "; ".join(f"{one.owner.name}{f' ({one.reason})' if one.reason else ''}" for one in candidates)
        return f"Could be {names}"
    return action.owner_reason or "Nobody is named in the minutes"


def more_time_lines(user: User, meetings: dict[int, Meeting], most: int) -> list[MoreTimeLine]:
    asked = requests_waiting(user).select_related("action__committee", "action__item", "asked_by")
    found = list(asked.order_by("old_due_on", "pk")[:most])
    moved = times_moved(one.action for one in found)
    return [
        MoreTimeLine(
            one,
            meetings.get(one.action.committee_id),
            times_in_words(moved[one.action_id]) if one.action_id in moved else "",
        )
        for one in found
    ]


def answer_lines(mine: ActionQuerySet, meetings: dict[int, Meeting]) -> list[AnswerLine]:
    """Those that the clerk accepts, then those that wait for the committee; the oldest first."""
    found = mine.filter(status=Status.ANSWERED).for_lists().order_by("committee__closure_rule", "answered_at", "pk")
    return [AnswerLine(action, outcome(action), meeting_that_accepts(action, meetings)) for action in found[:MOST]]


def meeting_that_accepts(action: Action, meetings: dict[int, Meeting]) -> Meeting | None:
    by_committee = action.committee.closure_rule == Committee.ClosureRule.COMMITTEE
    return meetings.get(action.committee_id) if by_committee else None

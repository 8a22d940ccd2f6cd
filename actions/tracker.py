"""The tracker for an agenda pack: what a committee asked for, who has it, where it is, as its next meeting reads it.

It goes into a public agenda: whoever makes it, exempt actions are left out, and are not counted. The committee's clerk
may have them as rows of their own, for an annex that is not published.
"""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.text import Truncator

from meetings.models import Meeting
from meetings.working_days import join_words
from people.wording import as_day, count_of, long_date, plain_date

from .models import OUTSTANDING, Action, ActionQuerySet, Answer, Event, Status
from .notices.emails import absolute
from .tracker_words import (
    AMBER,
    CHANGES,
    DONE,
    GREEN,
    MEANINGS,
    RED,
    SHAPES,
    WORDS,
    Facts,
    change_of,
    closed_words,
    rag_of,
    update_of,
    was_due,
)
from .wording import asked_by, waits_for_meeting

ANNEX_DAYS = 365  # how far back the annex of what is closed goes
COLUMNS = ["Reference", "Request", "Asked by", "Who has it", "Due", "Update", "RAG"]
NOT_FOR_PUBLICATION = "Exempt: not for publication"


@dataclass(frozen=True)
class Rating:
    """Red, amber, green or done, and what it means."""

    rag: str
    shape: str
    word: str
    meaning: str


@dataclass(frozen=True)
class Line:
    """One row. All but `action` is text."""

    action: Action
    minute: str
    asked_by: str
    owner: str
    post: str
    due: str
    was_due: str
    change: str
    update: str
    rag: str

    @property
    def reference(self) -> str:
        return self.action.reference or ""

    @property
    def address(self) -> str:
        return absolute(self.action.get_absolute_url())

    @property
    def asked(self) -> str:
        """12 February 2026, minute 9."""
        return ", ".join(filter(None, [plain_date(self.action.meeting.date), self.minute]))

    @property
    def due_words(self) -> str:
        return f"{self.due}, was {self.was_due}" if self.was_due else self.due

    @property
    def update_words(self) -> str:
        """The update with the change before it."""
        return " ".join(filter(None, [f"{self.change}." if self.change else "", self.update]))

    @property
    def shape(self) -> str:
        return SHAPES[self.rag]

    @property
    def rag_word(self) -> str:
        return WORDS[self.rag]

    @property
    def rag_words(self) -> str:
        return f"{self.shape} {self.rag_word}"

    @property
    def cells(self) -> list[str]:
        """As text, in the order of COLUMNS."""
        reference = f"{self.reference}\n{self.asked}"
        owner = "\n".join(filter(None, [self.owner, self.post]))
        return [reference, self.action.summary, self.asked_by, owner, self.due_words, self.update_words, self.rag_words]


@dataclass(frozen=True)
class Tracker:
    """`lines` is outstanding, or closed since `since`, the last meeting; `annex` was closed before; `exempt` is None
    unless it was asked for."""

    meeting: Meeting
    today: datetime.date
    since: datetime.date | None
    lines: list[Line]
    annex: list[Line]
    exempt: list[Line] | None = None

    @property
    def counts(self) -> Counter[str]:
        return Counter(line.rag for line in self.lines)

    @property
    def outstanding(self) -> int:
        return len(self.lines) - self.counts[DONE]

    @property
    def changed(self) -> list[Line]:
        return [line for line in self.lines if line.change]

    @property
    def attention(self) -> list[Line]:
        return [line for line in self.lines if line.rag in (RED, AMBER)]

    @property
    def title(self) -> str:
        return f"Action tracker: {self.meeting.committee}, {plain_date(self.meeting.date)}"

    @property
    def key(self) -> list[Rating]:
        return [Rating(rag, SHAPES[rag], WORDS[rag], meaning) for rag, meaning in MEANINGS.items()]

    @property
    def numbers(self) -> str:
        """As at Monday 9 November 2026: 16 actions outstanding (4 red, 2 amber, 10 green). 2 closed since …"""
        counts = self.counts
        if not self.lines:
            return f"As at {long_date(self.today)} nothing is outstanding."
        colours = ", ".join(f"{counts[colour]} {colour}" for colour in (RED, AMBER, GREEN))
        said = [f"As at {long_date(self.today)}: {count_of(self.outstanding, 'action')} outstanding ({colours})."]
        new = sum(line.change == "New" for line in self.lines)
        if self.since:
            last = f"the last meeting ({plain_date(self.since)})"
            said += [f"{count_of(new, 'action').capitalize()} asked for at {last} or since."] if new else []
            if counts[DONE]:
                verb = "was" if counts[DONE] == 1 else "were"
                said.append(f"{counts[DONE]} {verb} closed since {last}: shown here once, then in the annex.")
        return " ".join(said)

    @property
    def asks(self) -> str:
        """What the committee is asked to do: accept answers where that is its rule, look at what is red."""
        rule = self.meeting.committee.closure_rule
        to_accept = [line for line in self.lines if line.action.status == Status.ANSWERED and rule == "committee"]
        asks = []
        if to_accept:
            references = join_words([line.reference for line in to_accept])
            asks.append(f"to accept the answer{'s' if len(to_accept) > 1 else ''} to {references}")
        red = self.counts[RED]
        if red:
            asks.append(f"to consider the {f'{red} red actions' if red > 1 else 'red action'}")
        return f"The committee is asked {join_words(asks or ['to note this tracker'])}."


def tracker(meeting: Meeting, today: datetime.date, *, with_exempt: bool = False) -> Tracker:
    """Built in a fixed number of queries. `meeting` comes with its committee; who may have what is the caller's."""
    before = meeting.committee.meetings.standing().filter(date__lt=meeting.date).order_by("-date").first()
    since = before.date if before else None
    actions = Action.objects.published().filter(committee=meeting.committee, meeting__date__lt=meeting.date)
    is_exempt = Q(restricted=True) | Q(item__restricted=True)
    lines = lines_of(recent(actions.exclude(is_exempt), since or today), meeting, since, today)
    return Tracker(
        meeting,
        today,
        since,
        [line for line in lines if not is_over(line.action, since)],
        [line for line in lines if is_over(line.action, since)],
        lines_of(actions.filter(is_exempt, status__in=OUTSTANDING), meeting, since, today) if with_exempt else None,
    )


def unchecked_before(meeting: Meeting) -> QuerySet[Meeting]:
    """The committee’s earlier meetings with proposals left to check (`to_check`): the tracker has none of those."""
    left = Count("actions", filter=Q(actions__status=Status.PROPOSED))
    earlier = meeting.committee.meetings.filter(date__lt=meeting.date).annotate(to_check=left)
    return earlier.filter(to_check__gt=0).order_by("date")


def recent(actions: ActionQuerySet, since: datetime.date) -> ActionQuerySet:
    """What is outstanding, and what was closed in the year before the last meeting or later."""
    oldest = since - datetime.timedelta(days=ANNEX_DAYS)
    return actions.filter(Q(status__in=OUTSTANDING) | Q(closed_at__date__gte=oldest))


def is_over(action: Action, since: datetime.date | None) -> bool:
    """Whether it was closed before the last meeting, which has seen it as closed."""
    closed = action.closed_at
    return action.status not in OUTSTANDING and bool(closed and since and as_day(closed) < since)


def lines_of(
    actions: ActionQuerySet, meeting: Meeting, since: datetime.date | None, today: datetime.date
) -> list[Line]:
    found = list(actions.for_lists().order_by("meeting__date", "reference"))
    events: dict[int, list[Event]] = defaultdict(list)
    told = Event.objects.filter(action__in=found, is_public=True, verb__in=CHANGES)
    for event in told.order_by("at", "pk"):
        events[event.action_id].append(event)
    counts = [Answer.State.SENT, Answer.State.PART]
    sent = Answer.objects.filter(action__in=found, state__in=counts).prefetch_related("attachments")
    answers = {answer.action_id: answer for answer in sent.order_by("sent_at", "pk")}
    return [
        line_of(Facts(action, events[action.pk], answers.get(action.pk), today), meeting, since) for action in found
    ]


def line_of(facts: Facts, meeting: Meeting, since: datetime.date | None) -> Line:
    action = facts.action
    asked = asked_by(action)
    return Line(
        action,
        minute=minute_words(action),
        asked_by=asked[:1].upper() + asked[1:],
        owner=action.owner.name if action.owner else "Nobody yet",
        post=action.owner.title if action.owner else "",
        due=plain_date(action.due_on) if action.due_on else no_date(action),
        was_due=was_due(facts),
        change=change_of(facts, since),
        update=closed_words(facts) if is_over(action, since) else update_of(facts, meeting),
        rag=rag_of(facts),
    )


def minute_words(action: Action) -> str:
    """minute 35; the item's title where the minutes number none."""
    if action.item is None:
        return ""
    return f"minute {action.item.number}" if action.item.number else Truncator(action.item.title).chars(60)


def no_date(action: Action) -> str:
    return "At the next meeting" if waits_for_meeting(action) else "No date yet"

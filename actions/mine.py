"""What an officer or councillor has to do, in the order of what happens next. A fixed number of queries.

Overdue ones come first, by who sees them soonest: the committee at its meeting, or whoever is told next.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Q

from meetings.agenda import goes_out
from meetings.models import Meeting
from meetings.working_days import WorkingDays
from people.models import User
from people.wording import lateness, plain_date

from .answers import with_drafts
from .models import Action, ActionQuerySet, Answer, MoreTimeRequest, Status
from .notices.chasing import CHAIR, HEAD, NextStep, next_steps
from .parts import Wanted, still_wanted
from .register import times_moved
from .teams import posts_below, team_of
from .wording import asked_by, times_in_words, waits_for_meeting

PER_PAGE = 50
SOON_DAYS = 14
MOST_ANSWERED = 20
NEVER = datetime.date.max


@dataclass(frozen=True)
class Duty:
    """An open action as its owner sees it: how late, what was asked, what happens next."""

    action: Action
    when: str
    remark: str
    next: str
    quote: str
    asked_by: str
    others: str
    draft: Answer | None
    wanted: Wanted | None
    asked_until: datetime.date | None
    sees_it: datetime.date


@dataclass(frozen=True)
class Seen:
    """A committee's next meeting, and how many of somebody's actions it will see; its papers go out before."""

    meeting: Meeting
    total: int
    overdue: int
    answered: int
    papers: datetime.date


@dataclass
class Desk:
    """All that is with one person, or with a team. `page` holds the duties of one page of the list."""

    today: datetime.date
    page: Page
    counts: dict[str, int]
    answered: list[Action]
    seen: list[Seen]
    clerks: list[User]

    def part(self, name: str) -> list[Duty]:
        return [duty for duty in self.page.object_list if part_of(duty.action, self.today) == name]

    @property
    def overdue(self) -> list[Duty]:
        return self.part("overdue")

    @property
    def soon(self) -> list[Duty]:
        return self.part("soon")

    @property
    def later(self) -> list[Duty]:
        return self.part("later")


def part_of(action: Action, today: datetime.date) -> str:
    """Under which heading an open action stands."""
    if action.is_overdue(today):
        return "overdue"
    if action.due_on and not action.paused_until and (action.due_on - today).days <= SOON_DAYS:
        return "soon"
    return "later"


def desk_of(user: User, today: datetime.date, number: str | None = None) -> Desk:
    """What is with the user in person."""
    return build_desk(Action.objects.owned_by(user).published(), user, today, number)


def team_desk(user: User, today: datetime.date, number: str | None = None) -> Desk:
    """What is with everybody whose post reports to the user's; exempt ones only where the user may see them."""
    visible = Action.objects.visible_to(user).published()
    team = Q(owner__officer__in=team_of(user, today)) | Q(owner__post__in=posts_below(user, today))
    return build_desk(visible.filter(team), user, today, number)


def build_desk(actions: ActionQuerySet, user: User, today: datetime.date, number: str | None) -> Desk:
    found = actions.outstanding().for_lists().prefetch_related(
        "evidence", "joint_owners__officer__user", "joint_owners__post", "joint_owners__councillor__user",
        "joint_owners__body", "committee__clerks",
    )  # fmt: skip
    outstanding = list(with_drafts(found, user))
    meetings = next_meetings({action.committee_id for action in outstanding}, today)
    open_ones = [action for action in outstanding if action.status == Status.OPEN]
    duties = in_order(duties_of(open_ones, meetings, today, user), today)
    answered = [action for action in outstanding if action.status == Status.ANSWERED]
    parts = Counter(part_of(action, today) for action in open_ones)
    clerks = {clerk.pk: clerk for action in outstanding for clerk in action.committee.clerks.all()}
    return Desk(
        today=today,
        page=Paginator(duties, PER_PAGE).get_page(number),
        counts={"all": len(open_ones), **{name: parts[name] for name in ("overdue", "soon", "later")}},
        answered=sorted(answered, key=lambda action: action.answered_at or action.updated_at, reverse=True)[
            :MOST_ANSWERED
        ],
        seen=seen_at(outstanding, meetings, today),
        clerks=list(clerks.values())[:3],
    )


def in_order(duties: Iterable[Duty], today: datetime.date) -> list[Duty]:
    """Overdue by who sees it soonest, then by due date, those without a date and the paused last."""

    def place(duty: Duty) -> tuple:
        action, due = duty.action, duty.action.due_on or NEVER
        if action.is_overdue(today):
            return 0, duty.sees_it, due, action.pk
        return 1 + bool(action.paused_until), due, due, action.pk

    return sorted(duties, key=place)


def next_meetings(committees: Iterable[int], today: datetime.date) -> dict[int, Meeting]:
    """The next meeting of each committee, today's among them."""
    coming = Meeting.objects.standing().filter(committee__in=committees, date__gte=today)
    found: dict[int, Meeting] = {}
    for meeting in coming.select_related("committee").order_by("date"):
        found.setdefault(meeting.committee_id, meeting)
    return found


def duties_of(actions: list[Action], meetings: dict[int, Meeting], today: datetime.date, user: User) -> list[Duty]:
    steps = next_steps(actions, today)
    moved = times_moved(actions)
    wanted, asked = still_wanted(actions), more_time_asked(actions)
    return [
        duty_of(
            action, meetings.get(action.committee_id), steps.get(action.pk), moved.get(action.pk, 0),
            wanted.get(action.pk), asked.get(action.pk), today, user,
        )
        for action in actions
    ]  # fmt: skip


def duty_of(
    action: Action, meeting: Meeting | None, step: NextStep | None, moved: int, wanted: Wanted | None,
    asked_until: datetime.date | None, today: datetime.date, user: User,
) -> Duty:  # fmt: skip
    sees_it, words = who_sees_it(action, meeting, step, today)
    quotes = list(action.evidence.all())
    owners = [owner for owner in [action.owner, *action.joint_owners.all()] if owner]
    others = [owner.name for owner in owners if owner.user != user]
    drafts: list[Answer] = getattr(action, "drafts", [])
    return Duty(
        action=action,
        when=when_words(action, today),
        remark=due_remark(action, meeting, moved, today),
        next=words,
        quote=quotes[0].text if quotes else "",
        asked_by=asked_by(action),
        others=" and ".join(others),
        draft=drafts[0] if drafts else None,
        wanted=wanted,
        asked_until=asked_until,
        sees_it=sees_it,
    )


def when_words(action: Action, today: datetime.date) -> str:
    if action.paused_until:
        return f"Paused until {plain_date(action.paused_until)}"
    if action.due_on is None:
        return "At the next meeting: no date yet" if waits_for_meeting(action) else "No date yet"
    return lateness(action.due_on, today)


def due_remark(action: Action, meeting: Meeting | None, moved: int, today: datetime.date) -> str:
    """was due 3 November, moved twice; Thursday 19 November, at the meeting; of one that is paused, due on that day."""
    if action.due_on is None:
        return ""
    day = f"{action.due_on.day} {action.due_on:%B}" + (
        "" if action.due_on.year == today.year else f" {action.due_on.year}"
    )
    paused = "due " if action.paused_until else ""
    words = f"was due {day}" if action.due_on < today else f"{paused}{action.due_on:%A} {day}"
    if meeting and action.due_on == meeting.date and waits_for_meeting(action):
        words += ", at the meeting"
    return words + (f", moved {times_in_words(moved)}" if moved else "")


def who_sees_it(
    action: Action, meeting: Meeting | None, step: NextStep | None, today: datetime.date
) -> tuple[datetime.date, str]:
    """When somebody next sees that it is late, and who, in a sentence; nobody yet where it is not late."""
    if not action.is_overdue(today):
        return NEVER, ""
    told = step if step and step.step in (HEAD, CHAIR) else None
    if meeting and (told is None or meeting.date <= told.on):
        day = day_words(meeting.date, today)
        return meeting.date, f"The committee meets {day} and will see it as overdue."
    if told:
        whom = "goes to your head of service" if told.step == HEAD else "goes on the Chair’s list"
        day = day_words(told.on, today)
        return told.on, f"{day[:1].upper()}{day[1:]} it {whom}."
    return NEVER, ""


def day_words(day: datetime.date, today: datetime.date) -> str:
    """today, tomorrow, on Thursday, on Thursday 3 December."""
    days = (day - today).days
    if days <= 1:
        return "tomorrow" if days == 1 else "today"
    return f"on {day:%A}" if days < 7 else f"on {day:%A} {day.day} {day:%B}"


def more_time_asked(actions: Iterable[Action]) -> dict[int, datetime.date]:
    """Until when more time was asked for, of each of which nobody has decided yet."""
    asked = MoreTimeRequest.objects.filter(action__in=[action.pk for action in actions], state="asked")
    return dict(asked.values_list("action_id", "new_due_on"))


def seen_at(actions: Iterable[Action], meetings: dict[int, Meeting], today: datetime.date) -> list[Seen]:
    """The coming meetings with how much of this they will see, the soonest first."""
    by_committee: dict[int, list[Action]] = defaultdict(list)
    for action in actions:
        by_committee[action.committee_id].append(action)
    days: dict[str, WorkingDays] = {}
    seen = []
    for pk, meeting in meetings.items():
        nation = meeting.committee.nation
        if nation not in days:
            days[nation] = WorkingDays.load(nation)
        mine = by_committee[pk]
        late = sum(action.is_overdue(today) for action in mine)
        answered = sum(action.status == Status.ANSWERED for action in mine)
        papers = goes_out(meeting, days[nation])
        seen.append(Seen(meeting, len(mine), late, answered, papers))
    return sorted(seen, key=lambda each: each.meeting.date)


def count_open(user: User | AnonymousUser) -> int:
    """The number beside "My actions"."""
    return Action.objects.owned_by(user).filter(status=Status.OPEN).count()

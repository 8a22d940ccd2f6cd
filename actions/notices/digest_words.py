"""The weekly digests: an owner's actions by how pressing they are, and a clerk's week in numbers."""

import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from meetings.models import Committee, Source
from people.models import Owner, User
from people.wording import count_of, late_among

from ..models import OUTSTANDING, Action, MoreTimeRequest, Notice, Status
from ..parts import IN_PART
from .cards import card, seeing, with_words
from .emails import Email, Link, Section, Skip, link_for
from .recipients import Recipient, person_key

WEEK = datetime.timedelta(days=7)
MOST_CARDS = 20


def of_owner(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """What somebody has open, overdue first; of a long list the first of each part."""
    if notice.owner is None:
        return Skip("Nobody owns it.")
    actions = list(with_words(open_with(notice.owner)))
    if not actions:
        return Skip("Nothing open any more.")
    overdue = [a for a in actions if a.is_overdue(today)]
    paused = [a for a in actions if a.paused_until]
    soon = [a for a in actions if a.due_on and today <= a.due_on <= today + WEEK and not a.paused_until]
    later = [a for a in actions if a not in overdue and a not in paused and a not in soon]
    parts = [("Overdue", overdue), ("Due in the next seven days", soon), ("Later", later), ("Paused", paused)]
    where = link_for(recipient.user, reverse("actions:mine")) if recipient.has_sign_in else ""
    return Email(
        subject=f"Your week: {summary(len(actions), len(overdue))}",
        heading="Your actions this week",
        intro=(f"You have {summary(len(actions), len(overdue))}.",),
        sections=tuple(part(heading, found, recipient, today) for heading, found in parts if found),
        main_link=Link("See my actions", where) if where else None,
        signature=("Democratic services",),
        footer="Sent once a week while actions are in your name.",
    )


def summary(number: int, late: int) -> str:
    return count_of(number, "open action") + late_among(late, number)


def part(heading: str, actions: list[Action], recipient: Recipient, today: datetime.date) -> Section:
    cards = tuple(card(action, recipient, today, full=False) for action in actions[:MOST_CARDS])
    rest = len(actions) - len(cards)
    return Section(f"{heading} ({len(actions)})", cards, (f"and {rest} more",) if rest else ())


def open_with(owner: Owner) -> QuerySet[Action]:
    """The open actions of a person, in whichever of their posts."""
    same = Q(pk=owner.pk)
    if owner.officer_id:
        same = Q(officer=owner.officer_id)
    owners = Owner.objects.filter(same).values("pk")
    joint = Action.joint_owners.through.objects.filter(owner__in=owners).values("action_id")
    return Action.objects.filter(Q(owner__in=owners) | Q(pk__in=joint), status=Status.OPEN)


def of_clerk(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """What waits for the clerk, committee by committee, and whom the program cannot reach."""
    if recipient.user is None:
        return Skip("They do not sign in.")
    committees = Committee.objects.filter(clerks=recipient.user)
    sections = [section for committee in committees if (section := week_of(committee, recipient, today))]
    if not sections:
        return Skip("Nothing waits.")
    return Email(
        subject="Your week as clerk",
        heading="What waits for you",
        sections=tuple(sections),
        main_link=Link("See my work", link_for(recipient.user, reverse("actions:work"))),
        signature=("Sent by the program",),
        footer="Sent once a week to clerks of committees.",
    )


def week_of(committee: Committee, recipient: Recipient, today: datetime.date) -> Section | None:
    """One committee in lines that say nothing where there is nothing, and the overdue ones as cards."""
    actions = Action.objects.filter(committee=committee)
    open_now = actions.filter(status=Status.OPEN)
    overdue = open_now.overdue(today)
    counts = [
        (
            committee.sources.filter(state=Source.State.FAILED).count(),
            "document that could not be read",
            "documents that could not be read",
        ),
        (actions.filter(status=Status.PROPOSED).count(), "proposal to review", "proposals to review"),
        (
            actions.unsettled().count(),
            "action that newer minutes changed",
            "actions that newer minutes changed",
        ),
        (actions.filter(status=Status.ANSWERED).count(), "answer to accept", "answers to accept"),
        (actions.filter(IN_PART).count(), "action answered in part", "actions answered in part"),
        (waiting_requests(committee), "request for more time", "requests for more time"),
        (overdue.count(), "action overdue", "actions overdue"),
        (actions.unowned().count(), "action with no owner", "actions with no owner"),
        (actions.undated().count(), "action with no date", "actions with no date"),
        (committee.notices.filter(state=Notice.State.FAILED).count(), "email that failed", "emails that failed"),
    ]
    lines = [count_of(number, one, many) for number, one, many in counts if number]
    lines += unreachable(committee)
    if not lines:
        return None
    late = with_words(overdue)[:MOST_CARDS]
    cards = tuple(card(a, seeing(recipient), today, full=False, remark=owner_words(a)) for a in late)
    return Section(committee.name, cards, tuple(lines))


def waiting_requests(committee: Committee) -> int:
    return MoreTimeRequest.objects.filter(action__committee=committee, state=MoreTimeRequest.State.ASKED).count()


def owner_words(action: Action) -> str:
    if action.is_exempt:
        return ""
    return f"With {action.owner}" if action.owner else "Nobody has it"


def unreachable(committee: Committee) -> list[str]:
    """Owners whom no email reaches: the clerk has to tell them."""
    owners = Owner.objects.filter(actions__committee=committee, actions__status__in=OUTSTANDING).distinct()
    owners = owners.select_related("officer__user", "post", "councillor__user", "body")
    without = {person_key(owner): str(owner) for owner in owners if not owner.email}
    return [f"No email address, so you have to tell them: {name}" for name in without.values()]


def clerks() -> QuerySet[User]:
    return User.objects.filter(is_active=True, clerked_committees__isnull=False).distinct()

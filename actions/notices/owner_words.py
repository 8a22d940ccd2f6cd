"""What an owner is told of their actions: new, soon due, due today, overdue; and what head and chair are told."""

import datetime

from django.urls import reverse

from people.wording import count_of, late_among, long_date

from ..models import Action, Notice, Status
from .cards import (
    as_dated,
    card,
    cards_of,
    how_to_answer,
    open_actions,
    seeing,
    still_theirs,
    subject_of,
    the_committee,
)
from .emails import Email, Link, Section, Skip, link_for
from .recipients import Recipient

GONE = "Answered, moved or passed on in the meantime."


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def assignment(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = still_theirs(notice)
    meeting = notice.meeting
    if not actions or meeting is None:
        return Skip("Nothing of it was theirs to do any more.")
    number = count_of(len(actions), "action")
    title = notice.owner.title if notice.owner else ""
    asked = "This was" if len(actions) == 1 else "These were"
    return Email(
        subject=f"{number} for you from {meeting.committee}, {meeting.date.day} {meeting.date:%B}",
        heading=f"{number} for you",
        intro=(
            f"{sentence(the_committee(meeting.committee))} met on {long_date(meeting.date)}. "
            f"{asked} asked of you{f' as {title}' if title and not recipient.instead_of else ''}.",
        ),
        sections=(Section(cards=tuple(card(action, recipient, today) for action in actions)),),
        also=others(recipient, actions, today),
        closing=how_to_answer(recipient),
        footer=(
            "Sent because an action has your name on it. "
            f"We remind you {count_of(meeting.committee.reminder_days, 'working day')} before it is due, "
            "and when it is late."
        ),
    )


def others(recipient: Recipient, told: list[Action], today: datetime.date) -> Link | None:
    """You have 7 other actions, 3 of them overdue: where to see them."""
    if not recipient.has_sign_in or recipient.instead_of:
        return None
    rest = Action.objects.owned_by(recipient.user).filter(status=Status.OPEN).exclude(pk__in=[a.pk for a in told])
    number, late = rest.count(), rest.overdue(today).count()
    if not number:
        return None
    words = f"You have {count_of(number, 'other action')}{late_among(late, number)}"
    return Link(words, link_for(recipient.user, reverse("actions:mine")))


def reminder(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = [action for action in as_dated(notice, still_theirs(notice)) if action.due_on and action.due_on >= today]
    if not actions:
        return Skip(GONE)
    day = long_date(actions[0].due_on)
    return Email(
        subject=f"Reminder: {subject_of(actions)}, due {day}",
        heading=f"{count_of(len(actions), 'action').capitalize()} due on {day}",
        intro=(f"This is a reminder of what {the_committee(actions[0].committee)} asked of you.",),
        sections=(Section(cards=cards_of(actions, recipient, today)),),
        closing=(
            "If you need more time, ask for it before the date: the page of the action has a form.",
            *how_to_answer(recipient)[-1:],
        ),
        footer="Sent because an action with your name on it is due soon.",
    )


def due_today(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = [action for action in as_dated(notice, still_theirs(notice)) if action.due_on and action.due_on >= today]
    if not actions:
        return Skip(GONE)
    on = actions[0].due_on
    when = "today" if on == today else f"on {long_date(on)}, before the next working day"
    return Email(
        subject=f"Due {'today' if on == today else long_date(on)}: {subject_of(actions)}",
        heading=f"{count_of(len(actions), 'action').capitalize()} due {when}",
        intro=(f"{sentence(the_committee(actions[0].committee))} asked this of you. It is due {when}.",),
        sections=(Section(cards=cards_of(actions, recipient, today)),),
        closing=how_to_answer(recipient)[-1:],
        footer="Sent because an action with your name on it is due.",
    )


def overdue(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = as_dated(notice, still_theirs(notice))
    if not actions:
        return Skip(GONE)
    committee = actions[0].committee
    return Email(
        subject=f"Overdue: {subject_of(actions)}",
        heading=f"{count_of(len(actions), 'action').capitalize()} overdue",
        intro=(
            f"{sentence(the_committee(committee))} still waits for what it asked of you. After "
            f"{count_of(committee.chase_head_after, 'working day')} we tell your head of service, and after "
            f"{committee.chase_chair_after} it is on the chair’s list.",
        ),
        sections=(Section(cards=cards_of(actions, recipient, today)),),
        closing=how_to_answer(recipient)[-1:],
        footer="Sent because an action with your name on it is overdue.",
    )


def chased(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """The clerk asks, in person."""
    actions = still_theirs(notice)
    if not actions:
        return Skip("Answered or passed on in the meantime.")
    number, late = len(actions), sum(action.is_overdue(today) for action in actions)
    waits = f"{sentence(the_committee(actions[0].committee))} is waiting for {count_of(number, 'answer')} from you"
    words = notice.data.get("note", "")
    return Email(
        subject=f"Please answer: {subject_of(actions)}{late_among(late, number)}",
        heading=f"{count_of(number, 'answer').capitalize()} still to come{late_among(late, number)}",
        intro=(f"{waits}{late_among(late, number)}.", *([words] if words else [])),
        sections=(Section(cards=cards_of(actions, recipient, today)),),
        closing=how_to_answer(recipient)[-1:],
        footer="Sent by the clerk, because an action has your name on it.",
    )


def told_to_head(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = as_dated(notice, still_theirs(notice))
    if not actions:
        return Skip(GONE)
    name = notice.owner.name if notice.owner else "your service"
    return Email(
        subject=f"Overdue in your service: {subject_of(actions)}",
        heading=f"{count_of(len(actions), 'action').capitalize()} overdue in your service",
        intro=(
            f"{name} has been reminded, and has not answered. You are told as head of service. "
            f"After {count_of(actions[0].committee.chase_chair_after, 'working day')} it is on the chair’s list.",
        ),
        sections=(Section(cards=tuple(card(action, seeing(recipient), today, full=False) for action in actions)),),
        footer="Sent because an action in your service is overdue.",
    )


def told_to_chair(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    actions = as_dated(notice, open_actions(notice))
    if not actions:
        return Skip("Answered or moved in the meantime.")
    cards = [
        card(a, seeing(recipient), today, full=False, remark=f"With {a.owner}" if a.owner and not a.is_exempt else "")
        for a in actions
    ]
    return Email(
        subject=f"{notice.committee}: {count_of(len(actions), 'action')} new on your list of overdue answers",
        heading=f"{count_of(len(actions), 'action').capitalize()} new on your list",
        intro=("These answers to your committee are late. Their owners and the heads of service have been told.",),
        sections=(Section(cards=tuple(cards)),),
        footer="Sent to the chair of the committee.",
    )

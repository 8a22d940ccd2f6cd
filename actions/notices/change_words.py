"""What people are told of changes: owners of what others did, clerks of pauses that end, followers of any news."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from django.contrib.auth.models import AnonymousUser

from people.wording import count_of, long_date, plain_date

from ..models import Action, Event, Follow, Notice
from .cards import card, how_to_answer, is_with, open_actions, seeing, subject_of, with_words
from .emails import Card, Email, Link, Section, Skip, absolute
from .recipients import Recipient

CHANGES: dict[str, Callable[[Event], str]] = {
    "redated": lambda event: redated_words(event),
    "sent back": lambda event: f"Your answer was sent back. Still missing: {event.note}",
    "reopened": lambda event: f"Opened again: {event.note}",
    "more time refused": lambda event: f"More time was not agreed. {event.note}".strip(),
    "paused": lambda event: f"Paused: {event.note}",
    "resumed": lambda event: "No longer paused: it is due again.",
    "dropped": lambda event: f"No longer required: {event.note}",
}


def redated_words(event: Event) -> str:
    old, new = (day and datetime.date.fromisoformat(day) for day in (event.data.get("from"), event.data.get("to")))
    moved = f"Now due {long_date(new)}" if new else "No date at present"
    before = f" (was {plain_date(old)})" if old else ""
    return f"{moved}{before}. {event.note}".strip()


def changed(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """What others did to somebody's actions; of several things the last of each sort, as it stands now."""
    if notice.owner is None:
        return Skip("Nobody owns it.")
    mine = {a.pk: a for a in with_words(notice.actions.all()) if is_with(a, notice.owner)}
    said: dict[tuple[int, str], Event] = {}
    for event in Event.objects.filter(pk__in=notice.data.get("events", []), action__in=mine).order_by("pk"):
        said[event.action_id, event.verb] = event
    remarks: dict[int, list[str]] = {}
    for (pk, verb), event in said.items():
        remarks.setdefault(pk, []).append(CHANGES[verb](event))
    cards = []
    for pk, action in mine.items():
        if pk in remarks:
            remark = "Something changed." if action.is_exempt else " ".join(remarks[pk])
            cards.append(replace(card(action, recipient, today, full=False, remark=remark), due=""))
    if not cards:
        return Skip("Passed on in the meantime.")
    number = count_of(len(cards), "action")
    return Email(
        subject=f"{number} of yours changed"
        if len(cards) > 1
        else f"Changed: {subject_of([mine[next(iter(remarks))]])}",
        heading=f"{number.capitalize()} of yours changed",
        sections=(Section(cards=tuple(cards)),),
        closing=how_to_answer(recipient)[-1:],
        footer="Sent because something changed about an action with your name on it.",
    )


def resumed(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """To the clerk: what was paused until today."""
    actions = open_actions(notice)
    if not actions:
        return Skip("Closed in the meantime.")
    return Email(
        subject=f"To look at again: {subject_of(actions)}",
        heading="The pause is over",
        intro=("These were paused until now. Their owners are reminded again from today.",),
        sections=(Section(cards=tuple(card(a, seeing(recipient), today, full=False) for a in actions)),),
        signature=("Sent by the program",),
        footer="Sent because you clerk the committee.",
    )


# What the public is told of an action, by the verb of its history; anything else is not told.
NEWS: dict[str, Callable[[Event], str]] = {
    "confirmed": lambda event: "New: the committee asked for this.",
    "answered": lambda event: "Answered.",
    "answered in part": lambda event: "Part of it was answered; the rest is to follow.",
    "reported done": lambda event: "Reported done.",
    "accepted": lambda event: "The answer was accepted.",
    "completed": lambda event: "Completed.",
    "sent back": lambda event: "Sent back: part of what was asked is still missing.",
    "reopened": lambda event: "Opened again.",
    "dropped": lambda event: "No longer required.",
    "redated": lambda event: redated_words(event),
}


def followed(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """The public news of what somebody follows; nothing exempt, and nothing they may not see."""
    follow = (
        Follow.objects.filter(pk=notice.data["follow"], confirmed_at__isnull=False)
        .select_related("user", "committee")
        .first()
    )
    if follow is None:
        return Skip("They follow it no longer.")
    visible = Action.objects.visible_to(follow.user or AnonymousUser()).published()
    events = Event.objects.filter(pk__in=notice.data["events"], action__in=visible).order_by("pk")
    told: dict[int, list[str]] = {}
    for event in events:
        told.setdefault(event.action_id, []).append(NEWS[event.verb](event))
    actions = [action for action in with_words(visible.filter(pk__in=told)) if not action.is_exempt]
    if not actions:
        return Skip("Nothing that they may see.")
    cards = tuple(news_card(action, told[action.pk], today) for action in actions)
    what = follow.committee.name if follow.committee else cards[0].reference
    return Email(
        subject=f"News of {what}: {cards[0].title}" if len(cards) == 1 else f"News of {what}: {len(cards)} actions",
        heading=f"News of {what}",
        sections=(Section(cards=cards),),
        signature=("Democratic services",),
        footer="Sent because you asked to follow this.",
    )


def news_card(action: Action, remarks: list[str], today: datetime.date) -> Card:
    link = Link(f"See {action.reference}", absolute(action.get_absolute_url()))
    stranger = Recipient("", "")
    return replace(card(action, stranger, today, full=False, remark=" ".join(remarks)), link=link)


def confirm_follow(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """Somebody gave this address: it has to agree before anything goes to it."""
    action = notice.actions.select_related("item").first()
    what = notice.committee.name if notice.committee else action.reference if action else "an action"
    return Email(
        subject=f"Confirm that you want to follow {what}",
        heading="One more step",
        intro=(f"Somebody, we hope you, asked us to write to this address when there is news of {what}.",),
        main_link=Link("Confirm that you want this", absolute(notice.data["path"])),
        closing=("If it was not you, do nothing: nothing more will come.",),
        signature=("Democratic services",),
        footer="Sent once, because this address was given on our pages.",
    )

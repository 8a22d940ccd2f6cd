"""The actions that a notice is about, and how each stands in an email: its words, its date and one link.

Of exempt business an email says the reference alone.
"""

import datetime
import re
from dataclasses import replace

from django.db.models import QuerySet
from django.urls import reverse

from meetings.models import Committee
from people.models import Owner
from people.wording import count_of, lateness, long_date, plain_date

from ..deadlines import BEFORE_MEETING, rule_in_words
from ..models import Action, Evidence, Notice, Status
from ..parts import still_wanted
from .emails import Card, Link, Quote, absolute, link_for
from .recipients import Recipient, person_key

MOST_QUOTES = 3
LONGEST_QUOTE = 1000
BODY = re.compile(r"(?:committee|panel|commission|board|group|forum|cabinet|council)$", re.IGNORECASE)
EXEMPT = "Exempt business: sign in to read it"


def still_theirs(notice: Notice) -> list[Action]:
    """The notice's actions that are open still and in the owner's hands."""
    if notice.owner is None:
        return []
    return [action for action in open_actions(notice) if is_with(action, notice.owner)]


def open_actions(notice: Notice) -> list[Action]:
    return list(with_words(notice.actions.filter(status=Status.OPEN)))


def with_words(actions: QuerySet[Action]) -> QuerySet[Action]:
    found = actions.select_related(
        "committee", "meeting", "item", "resolution", "due_meeting", "owner__officer__user", "owner__post",
        "owner__councillor__user", "owner__body",
    )  # fmt: skip
    return found.prefetch_related("evidence", "joint_owners").order_by("due_on", "meeting", "order", "pk")


def is_with(action: Action, owner: Owner) -> bool:
    owners = [action.owner] if action.owner else []
    return any(person_key(one) == person_key(owner) for one in [*owners, *action.joint_owners.all()])


def as_dated(notice: Notice, actions: list[Action]) -> list[Action]:
    """Without those whose date has changed since the notice was put down: another notice speaks of that."""
    dated = notice.data.get("due", {})
    return [a for a in actions if not a.paused_until and a.due_on and dated.get(str(a.pk)) == a.due_on.isoformat()]


def card(action: Action, recipient: Recipient, today: datetime.date, *, full: bool = True, remark: str = "") -> Card:
    """An action with its words, date and one link; of an exempt one the reference and the link alone."""
    link = link_to(action, recipient)
    reference = action.reference or ""
    if action.is_exempt:
        return Card(reference, EXEMPT, remark=remark, link=link)
    due = due_words(action, today)
    note = rule_in_words(action.due_rule) if due else ""
    return Card(
        reference=reference,
        title=action.summary,
        due=due,
        due_note=note[:1].upper() + note[1:] if full else "",
        remark=remark,
        why=action.owner_reason if full else "",
        quotes=tuple(quotes(action)) if full else (),
        link=link,
    )


def cards_of(actions: list[Action], recipient: Recipient, today: datetime.date) -> tuple[Card, ...]:
    """What somebody has to answer, each with what is still missing where part of it came."""
    wanted = still_wanted(action for action in actions if not action.is_exempt)
    return tuple(card(action, recipient, today, remark=str(wanted.get(action.pk, ""))) for action in actions)


def quotes(action: Action) -> list[Quote]:
    found = list(action.evidence.all())[:MOST_QUOTES]
    minute = f", minute {action.item.number}" if action.item and action.item.number else ""
    where = f" on {plain_date(action.meeting.date)}{minute}"
    return [Quote(f"{evidence.get_origin_display()}{where}", shortened(evidence)) for evidence in found]


def shortened(evidence: Evidence) -> str:
    words = " ".join(evidence.text.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def due_words(action: Action, today: datetime.date) -> str:
    """Due Thursday 19 November 2026; at which meeting; how late. Of what nobody waits for no more than the day."""
    if action.status == Status.DROPPED or (action.due_on is None and action.status != Status.OPEN):
        return ""
    if action.due_on is None:
        return f"Due {no_day(action.due_rule)}" if action.due_rule else "No date has been set yet"
    if action.status != Status.OPEN:
        return f"Due date: {long_date(action.due_on)}"
    if action.paused_until:
        return f"Paused until {long_date(action.paused_until)}"
    if action.due_on < today:
        return f"Was due on {long_date(action.due_on)}: {lateness(action.due_on, today)}"
    where = "at the meeting on " if action.due_meeting_id else ""
    return f"Due {where}{long_date(action.due_on)}"


def no_day(rule: dict) -> str:
    return f"{'before' if rule.get('rule') == BEFORE_MEETING else 'at'} the next meeting, which has no date yet"


def link_to(action: Action, recipient: Recipient) -> Link | None:
    """Where to answer; for whoever cannot sign in the public page, as long as there is one."""
    if recipient.has_sign_in:
        path = reverse("actions:answer", args=[action.reference])
        return Link(f"Answer {action.reference}", link_for(recipient.user, path))
    if action.is_exempt or not action.committee.is_public:
        return None
    return Link(f"See {action.reference}", absolute(action.get_absolute_url()))


def how_to_answer(recipient: Recipient) -> tuple[str, ...]:
    if recipient.has_sign_in:
        return (
            "What you send is published with your name and post, unless you say that some of it must stay private.",
            "Questions: reply to this email and it reaches me.",
        )
    return ("Reply to this email with your answer: the clerk puts it in the record for you.",)


def the_committee(committee: Committee) -> str:
    """The Health Scrutiny Committee, but Children and Young People: with the article where the name takes one."""
    return f"the {committee}" if BODY.search(committee.name) else str(committee)


def subject_of(actions: list[Action]) -> str:
    """One action by name, several by number; exempt ones by reference alone."""
    if len(actions) > 1:
        return count_of(len(actions), "action")
    action = actions[0]
    return f"{action.reference}" if action.is_exempt else f"{action.reference} {action.summary}"


def seeing(recipient: Recipient) -> Recipient:
    """Somebody who is to read an action, not to answer it: the link is that of the action's page."""
    return replace(recipient, user=None)

"""Emails about an answer on its way: a colleague is to approve it, or has returned it; a chair is to decide on more
time; and a fresh sign-in link.
"""

import datetime
from dataclasses import replace

from django.urls import reverse

from people.wording import long_date

from ..models import Answer, MoreTimeRequest, Notice
from .cards import card, seeing, subject_of, with_words
from .emails import Email, Link, Section, Skip, link_for
from .recipients import Recipient


def approval(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """To the colleague: the request, and the link to the answer. The answer's words stay where they are."""
    draft = _draft(notice, Answer.State.APPROVAL)
    if draft is None or draft.approver != recipient.user:
        return Skip("It was taken back or decided in the meantime.")
    path = reverse("actions:approval", args=[draft.pk])
    return _email(
        notice, recipient, today, Link("Read the answer", link_for(recipient.user, path)),
        subject="To approve: ", heading="An answer to approve",
        intro=f"{draft.by} asks you to approve an answer. It goes out under their name when you do; "
        "you can also return it with what to change.",
    )  # fmt: skip


def returned(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """To the author: go on from the draft."""
    draft = _draft(notice, Answer.State.DRAFT)
    if draft is None or not draft.approval_note:
        return Skip("It was sent in the meantime.")
    path = reverse("actions:answer", args=[draft.action.reference])
    note = f"{draft.approver} returned your answer."
    if not draft.action.is_exempt:
        note += f" What to change: {draft.approval_note}"
    return _email(
        notice, recipient, today, Link("Go on with the answer", link_for(recipient.user, path)),
        subject="Returned: ", heading="Your answer was returned", intro=note,
    )  # fmt: skip


def decide_more_time(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """To a chair who decides on more time: who asks, why, until when, and where to say yes or no."""
    asked = MoreTimeRequest.objects.filter(pk=notice.data.get("request"), state=MoreTimeRequest.State.ASKED)
    request = asked.select_related("action__item", "action__committee", "asked_by").first()
    if request is None:
        return Skip("It was decided in the meantime.")
    action = request.action
    if action.is_exempt:
        return Skip("Exempt business: the clerk decides on it with the chair.")
    before = f" It is due on {long_date(request.old_due_on)}." if request.old_due_on else ""
    path = reverse("actions:decide_more_time", args=[action.reference])
    cards = tuple(card(one, seeing(recipient), today, full=False) for one in with_words(notice.actions.all()))
    return Email(
        subject=f"To decide: more time for {subject_of([action])}",
        heading="More time is asked for",
        intro=(
            f"{request.asked_by} asks for more time, until {long_date(request.new_due_on)}.{before}",
            f"Why: {request.reason}",
        ),
        sections=(Section(cards=cards),),
        main_link=Link("Agree or refuse", link_for(recipient.user, path)) if recipient.has_sign_in else None,
        closing=() if recipient.has_sign_in else ("Reply to this email: the clerk records what you decide.",),
        footer="Sent because the committee leaves it to its chair to decide on more time.",
    )


def sign_in(notice: Notice, recipient: Recipient, today: datetime.date) -> Email | Skip:
    """The fresh link that somebody asked for, with an old one in hand."""
    return Email(
        subject="Your link to sign in",
        heading="Your link to sign in",
        intro=("Somebody, we hope you, asked for a new link with one from an earlier email. It works once.",),
        main_link=Link("Sign in", link_for(recipient.user, notice.data["path"])),
        closing=("If it was not you, do nothing.",),
        signature=("Sent by the program",),
        footer="Sent because a new link was asked for.",
    )


def _draft(notice: Notice, state: str) -> Answer | None:
    drafts = Answer.objects.filter(pk=notice.data.get("answer"), state=state)
    return drafts.select_related("by", "approver", "action__item").first()


def _email(
    notice: Notice, recipient: Recipient, today: datetime.date, link: Link, *, subject: str, heading: str, intro: str
) -> Email:
    actions = list(with_words(notice.actions.all()))
    cards = tuple(replace(card(action, recipient, today, full=False), link=None) for action in actions)
    return Email(
        subject=subject + subject_of(actions),
        heading=heading,
        intro=(intro,),
        sections=(Section(cards=cards),),
        main_link=link,
        footer="Sent because a colleague’s answer, or yours, waits for approval.",
    )

"""Whom a notice reaches, and what others changed."""

import datetime

from django.core import mail

from actions import amendments, workflow
from actions.models import Notice
from actions.notices import outbox, telling
from people.models import Absence, OutsideBody, Owner
from tests.actions.notices.sample import DUE, MINUTES, make_open, review_and_send
from tests.builders import (
    make_answer,
    make_councillor,
    make_post,
)
from tests.cast import NOW
from tests.reading import folded

# --- whom it reaches -----------------------------------------------------------------------------------


def test_the_deputy_gets_it_while_the_officer_is_away_and_is_told_so(meeting, owner, other_officer):
    Absence.objects.create(
        officer=owner.officer, away_from=datetime.date(2026, 11, 2), away_until=datetime.date(2026, 11, 13),
        deputy=other_officer.officer,
    )  # fmt: skip
    make_open(meeting, owner)
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.to == ["other.officer@example.org"]
    assert "You get this for Joanne Pritchard, who is away until 13 November 2026." in folded(message.body)


def test_a_body_without_sign_in_answers_by_reply_and_gets_no_link_to_sign_in(meeting):
    body = OutsideBody.objects.create(name="Northbrook ICB", contact_name="Priya Nair", contact_email="icb@example.org")
    action = make_open(meeting, Owner.objects.for_body(body))
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.reply_to == ["clerk@example.org"]
    assert "Reply to this email with your answer" in message.body
    assert "/answer/" not in message.body
    assert f"http://localhost:8000{action.get_absolute_url()}" in message.body


def test_a_vacant_post_and_a_councillor_without_an_address_are_kept_for_the_clerk(meeting):
    make_open(meeting, Owner.objects.for_post(make_post("Head of Nothing"), NOW.date()))
    make_open(meeting, Owner.objects.for_councillor(make_councillor("Owen Trask")))
    tally = review_and_send(meeting)
    assert (tally.sent, tally.skipped) == (0, 2)
    assert {notice.outcome for notice in Notice.objects.all()} == {
        "No email address for Head of Nothing (vacant). The clerk has to tell them.",
        "No email address for Cllr Owen Trask. The clerk has to tell them.",
    }


# --- what others changed -------------------------------------------------------------------------------


def test_changes_by_others_come_in_one_email_and_ones_own_are_not_told(meeting, owner, officer, clerk):
    action, other = make_open(meeting, owner), make_open(meeting, owner)
    review_and_send(meeting)
    soon, later = NOW + MINUTES, NOW + 5 * MINUTES
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=soon, reason="Half term.")
    amendments.redate(action, DUE + datetime.timedelta(days=4), by=clerk, now=soon, reason="Half term, again.")
    amendments.pause(other, by=officer, now=soon, reason="Waiting for data", until=DUE)
    assert telling.tell_changes(later) == []  # the clerk may not have finished
    telling.tell_changes(later, telling.AT_ONCE)
    telling.tell_changes(later, telling.AT_ONCE)
    outbox.send_waiting(later)
    assert len(mail.outbox) == 2
    words = folded(mail.outbox[1].body)
    assert "Now due Tuesday 24 November 2026 (was 23 November 2026). Half term, again." in words
    assert other.reference not in words


def test_an_answer_sent_back_says_what_is_missing(meeting, owner, officer, clerk):
    action = make_open(meeting, owner)
    review_and_send(meeting)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW + MINUTES)
    workflow.send_back(action, by=clerk, now=NOW + 2 * MINUTES, missing="The wards are missing.")
    telling.tell_changes(NOW + 20 * MINUTES)
    outbox.send_waiting(NOW + 20 * MINUTES)
    assert "Still missing: The wards are missing." in mail.outbox[1].body


def test_what_happened_before_the_owner_was_told_is_no_news(meeting, owner, clerk):
    action = make_open(meeting, owner)
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=NOW - MINUTES, reason="In review")
    telling.meeting_reviewed(meeting, NOW)
    assert telling.tell_changes(NOW + 20 * MINUTES) == []

"""New actions are told to their owners, exempt ones without their words."""

import datetime

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions import amendments, workflow
from actions.models import Action, Notice, Status
from actions.notices import outbox, telling
from actions.notices.outbox import State
from tests.actions.notices.sample import DUE, MINUTES, make_open, review_and_send
from tests.builders import (
    make_answer,
    make_item,
    make_meeting,
    make_owner,
)
from tests.cast import NOW
from tests.reading import folded

# --- new actions ---------------------------------------------------------------------------------------


def test_an_owner_gets_one_email_with_all_actions_of_the_meeting(meeting, owner):
    first = make_open(meeting, owner, summary="Waiting times by ward", quote="That waiting times be given by ward.")
    second = make_open(
        meeting, owner, summary="Schools without a SENCO", owner_reason="You said that you would send this"
    )
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.to == ["officer@example.org"]
    assert message.subject == "2 actions for you from Children and Young People, 8 October"
    assert message.reply_to == ["clerk@example.org"]
    html = message.alternatives[0].content
    for words in (
        "Dear Joanne,",
        "These were asked of you as Head of SEND and Inclusion.",
        first.reference,
        "Waiting times by ward",
        "That waiting times be given by ward.",
        "Due Friday 20 November 2026",
        "10 working days, the committee’s rule for data",
        second.reference,
        "You said that you would send this",
        "http://localhost:8000/sign-in/",
        "Hannah Whitlock",
    ):
        assert words in html, words
        assert words in folded(message.body), words


def test_finishing_the_review_twice_or_sending_twice_tells_nobody_twice(meeting, owner):
    make_open(meeting, owner)
    for _ in range(3):
        review_and_send(meeting)
    assert len(mail.outbox) == 1
    assert Notice.objects.get().state == State.SENT


def test_what_is_confirmed_later_comes_in_an_email_of_its_own(meeting, owner):
    make_open(meeting, owner)
    review_and_send(meeting)
    later = make_open(meeting, owner)
    telling.tell_owners_left_waiting(NOW + MINUTES)
    outbox.send_waiting(NOW + MINUTES)
    assert len(mail.outbox) == 2
    assert mail.outbox[1].subject.startswith("1 action for you")
    assert later.reference in mail.outbox[1].body


def test_only_what_is_open_is_told(meeting, owner):
    for status in Status:
        if status != Status.OPEN:
            make_open(meeting, owner, status=status)
    assert telling.meeting_reviewed(meeting, NOW) == []


def test_joint_owners_are_told_too(meeting, owner):
    other = make_owner()
    make_open(meeting, owner).joint_owners.add(other)
    review_and_send(meeting)
    assert sorted(message.to[0] for message in mail.outbox) == sorted(["officer@example.org", other.officer.email])


def test_the_new_owner_is_told_when_an_action_is_passed_on(meeting, owner, clerk):
    action = make_open(meeting, owner)
    review_and_send(meeting)
    new = make_owner()
    amendments.assign(action, new, by=clerk, now=NOW, reason="Her service")
    telling.tell_owners_left_waiting(NOW + MINUTES)
    outbox.send_waiting(NOW + MINUTES)
    assert [message.to for message in mail.outbox] == [["officer@example.org"], [new.officer.email]]


def test_an_answer_before_the_email_goes_leaves_nothing_to_say(meeting, owner, officer):
    action = make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW)
    outbox.send_waiting(NOW)
    assert mail.outbox == []
    assert Notice.objects.get().state == State.SKIPPED


def test_telling_the_owners_of_a_long_meeting_needs_few_queries(meeting, owner, django_assert_max_num_queries):
    item = make_item(meeting)
    for _ in range(40):
        make_open(meeting, owner, item=item)
    with django_assert_max_num_queries(16):
        telling.meeting_reviewed(meeting, NOW)


def test_an_owner_with_actions_of_many_meetings_is_looked_up_once(committee, owner):
    def more(meetings: int) -> list[Action]:
        items = [make_item(make_meeting(committee)) for _ in range(meetings)]
        return [make_open(item.meeting, owner, item=item) for item in items]

    def lookups() -> int:
        with CaptureQueriesContext(connection) as captured:
            telling.tell_owners_left_waiting(NOW)
        return sum(query["sql"].startswith("SELECT") for query in captured)

    more(2)
    few = lookups()
    later = more(6)
    assert lookups() == few
    told = Notice.objects.filter(actions__in=later)
    assert sorted(notice.meeting_id for notice in told) == sorted(action.meeting_id for action in later)


# --- exempt business -----------------------------------------------------------------------------------


@pytest.mark.parametrize("by_item", [True, False])
def test_of_exempt_business_an_email_has_the_reference_alone(meeting, owner, by_item):
    item = make_item(meeting, title="Placement of a child", restricted=by_item)
    action = make_open(
        meeting, owner, item=item, restricted=not by_item, summary="Cost of the Larkfield placement",
        quote="That the cost of Larkfield be reported.", owner_reason="Larkfield is hers", due_working="Larkfield",
    )  # fmt: skip
    review_and_send(meeting)
    (message,) = mail.outbox
    everything = str(message.message()) + message.body + message.alternatives[0].content
    assert action.reference in everything
    assert "Larkfield" not in everything
    assert "Placement" not in everything


def test_a_change_to_an_exempt_action_is_told_without_its_words(meeting, owner, clerk):
    action = make_open(meeting, owner, restricted=True, summary="Larkfield")
    review_and_send(meeting)
    amendments.redate(action, DUE, by=clerk, now=NOW + MINUTES, reason="Larkfield asked")
    amendments.redate(
        action, DUE + 7 * datetime.timedelta(days=1), by=clerk, now=NOW + MINUTES, reason="Larkfield asked"
    )
    telling.tell_changes(NOW + 2 * MINUTES, telling.AT_ONCE)
    outbox.send_waiting(NOW + 2 * MINUTES)
    assert action.reference in mail.outbox[1].subject
    assert "Larkfield" not in str(mail.outbox[1].message())

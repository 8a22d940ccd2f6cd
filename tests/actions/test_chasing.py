"""Reminders, due today, and the ladder of what is overdue."""

import datetime

import pytest
from django.core import mail

from actions import amendments, pauses, workflow
from actions.day import MORNING, at
from actions.models import Action, Notice, Status
from actions.notices import chasing, outbox
from meetings.models import ClosureDay, Committee
from people.models import Owner
from tests.builders import (
    make_action,
    make_answer,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_owner,
    make_post,
)
from tests.cast import NOW

FRIDAY = datetime.date(2026, 11, 20)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def head():
    post = make_post("Director of Children")
    return make_officer("Diana Head", post)


@pytest.fixture
def owner(officer, head) -> Owner:
    post = officer.officer.post_on(FRIDAY)
    post.reports_to = head.post_on(FRIDAY)
    post.save()
    return Owner.objects.for_officer(officer.officer, post)


@pytest.fixture
def chaired(committee) -> Committee:
    committee.chair = make_councillor("Carla Chair", email="chair@example.org")
    committee.save()
    return committee


def make_due(meeting, owner, due_on=FRIDAY, **fields) -> Action:
    fields.setdefault("confirmed_at", at(datetime.date(2026, 10, 12), MORNING))
    fields.setdefault("item", make_item(meeting))
    return make_action(owner=owner, due_on=due_on, **fields)


def run(*days: str) -> list[tuple[str, str, str]]:
    """What went out on these mornings: day, to whom, subject."""
    sent = []
    for day in days:
        now = at(datetime.date.fromisoformat(day), MORNING)
        chasing.chase_all(now)
        before = len(mail.outbox)
        outbox.send_waiting(now)
        sent += [(day[5:], message.to[0].split("@")[0], message.subject) for message in mail.outbox[before:]]
    return sent


def span(first: str, last: str) -> list[str]:
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return [(start + number * DAY).isoformat() for number in range((end - start).days + 1)]


def test_the_whole_ladder_runs_once_each_on_its_working_day(meeting, owner, head, chaired):
    action = make_due(meeting, owner, summary="Waiting times")
    sent = run(*span("2026-11-01", "2026-12-31"))
    assert sent == [
        ("11-17", "officer", f"Reminder: {action.reference} Waiting times, due Friday 20 November 2026"),
        ("11-20", "officer", f"Due today: {action.reference} Waiting times"),
        ("11-23", "officer", f"Overdue: {action.reference} Waiting times"),
        ("11-27", head.email.split("@")[0], f"Overdue in your service: {action.reference} Waiting times"),
        ("12-04", "chair", "Children and Young People: 1 action new on your list of overdue answers"),
    ]


def test_running_a_day_again_sends_nothing_again(meeting, owner, chaired):
    make_due(meeting, owner)
    days = span("2026-11-10", "2026-12-10")
    assert len(run(*days)) == 5
    assert run(*days) == []
    assert run(*span("2026-12-11", "2027-01-31")) == []


def test_several_actions_due_on_one_day_come_in_one_email(meeting, owner, chaired):
    for _ in range(4):
        make_due(meeting, owner)
    assert [(day, subject.split(":")[0]) for day, _, subject in run(*span("2026-11-16", "2026-12-04"))] == [
        ("11-17", "Reminder"),
        ("11-20", "Due today"),
        ("11-23", "Overdue"),
        ("11-27", "Overdue in your service"),
        ("12-04", "Children and Young People"),
    ]
    assert all("4 actions" in message.subject for message in mail.outbox)


def test_what_is_due_at_a_weekend_is_told_on_the_friday_before(meeting, owner):
    make_due(meeting, owner, datetime.date(2026, 11, 22))
    reminder, friday = run(*span("2026-11-16", "2026-11-22"))
    assert (reminder[0], friday[0]) == ("11-18", "11-20")
    assert friday[2].startswith("Due Sunday 22 November 2026:")


def test_bank_holidays_and_closure_days_put_steps_off(meeting, owner):
    ClosureDay.objects.create(day=datetime.date(2026, 12, 29))
    make_due(meeting, owner, datetime.date(2026, 12, 24))
    days = [day for day, _, _ in run(*span("2026-12-19", "2027-01-08"))]
    assert days == ["12-21", "12-24", "12-30", "01-06"]


def test_a_missed_step_is_made_up_for_one_a_day_and_nobody_is_told_above_who_was_told_today(meeting, owner, chaired):
    make_due(meeting, owner)
    subjects = [(day, subject.split(":")[0]) for day, _, subject in run(*span("2026-12-14", "2026-12-18"))]
    assert subjects == [
        ("12-14", "Overdue"),
        ("12-15", "Overdue in your service"),
        ("12-16", "Children and Young People"),
    ]


def test_an_action_confirmed_long_after_its_date_is_chased_from_the_day_it_was_confirmed(meeting, owner, chaired):
    make_due(meeting, owner, datetime.date(2021, 9, 27), confirmed_at=at(datetime.date(2026, 11, 9), MORNING))
    assert [day for day, _, _ in run(*span("2026-11-09", "2026-11-30"))] == ["11-10", "11-16", "11-23"]


def test_somebody_told_of_it_since_the_reminders_day_gets_no_reminder(meeting, owner):
    make_due(meeting, owner, confirmed_at=at(datetime.date(2026, 11, 18), MORNING))
    assert [day for day, _, _ in run(*span("2026-11-18", "2026-11-20"))] == ["11-20"]


@pytest.mark.parametrize("how", ["answered", "dropped", "paused", "moved"])
def test_what_is_settled_meanwhile_is_chased_no_more(meeting, owner, officer, clerk, how):
    action = make_due(meeting, owner)
    {
        "answered": lambda: workflow.answer(action, make_answer(action, officer), by=officer, now=NOW),
        "dropped": lambda: workflow.drop(action, by=clerk, now=NOW, reason="No need", decided_by="the chair"),
        "paused": lambda: amendments.pause(
            action, by=clerk, now=NOW, reason="Waiting", until=datetime.date(2027, 3, 1)
        ),
        "moved": lambda: amendments.redate(action, datetime.date(2027, 3, 1), by=clerk, now=NOW, reason="Agreed"),
    }[how]()
    assert run(*span("2026-11-10", "2026-12-31")) == []


def test_a_new_date_starts_everything_anew(meeting, owner, clerk, chaired):
    action = make_due(meeting, owner)
    assert len(run(*span("2026-11-10", "2026-11-24"))) == 3
    amendments.redate(action, datetime.date(2026, 12, 4), by=clerk, now=NOW, reason="Agreed")
    assert [day for day, _, _ in run(*span("2026-11-25", "2026-12-08"))] == ["12-01", "12-04", "12-07"]


def test_committees_set_their_own_days_and_nought_is_never(meeting, owner, chaired):
    Committee.objects.update(reminder_days=0, chase_head_after=0, chase_chair_after=2)
    make_due(meeting, owner)
    assert [(day, who) for day, who, _ in run(*span("2026-11-10", "2026-12-31"))] == [
        ("11-20", "officer"), ("11-23", "officer"), ("11-24", "chair"),
    ]  # fmt: skip


def test_without_a_head_of_service_the_step_is_kept_as_not_sent_and_the_chair_is_told(meeting, chaired):
    make_due(meeting, make_owner(post=make_post("Chief Executive")))
    run(*span("2026-11-10", "2026-12-31"))
    head = Notice.objects.get(data__stage="head")
    assert (head.state, head.outcome) == ("skipped", f"The directory has no head of service for {head.owner}.")
    assert Notice.objects.get(data__stage="chair").state == "sent"


def test_what_nobody_has_goes_on_the_chairs_list_alone(meeting, chaired):
    make_due(meeting, None)
    assert [who for _, who, _ in run(*span("2026-11-10", "2026-12-31"))] == ["chair"]


def test_exempt_business_is_chased_by_its_reference(meeting, owner, chaired):
    make_due(meeting, owner, restricted=True, summary="Larkfield", quote="Larkfield")
    run(*span("2026-11-10", "2026-12-31"))
    assert len(mail.outbox) == 5
    assert not [message for message in mail.outbox if "Larkfield" in str(message.message())]


def test_a_clerk_holds_the_next_step_back_and_the_one_after_is_taken(meeting, owner, clerk, chaired):
    action = make_due(meeting, owner)
    run(*span("2026-11-10", "2026-11-24"))
    now = at(datetime.date(2026, 11, 24), MORNING)
    step = chasing.hold_back(action, by=clerk, now=now, reason="She is in hospital")
    assert (step.words, step.on) == ("the head of service", datetime.date(2026, 11, 27))
    assert [who for _, who, _ in run(*span("2026-11-25", "2026-12-31"))] == ["chair"]
    assert action.events.get().note == "She is in hospital"
    with pytest.raises(workflow.MoveRefused, match="Nothing more"):
        chasing.hold_back(action, by=clerk, now=at(datetime.date(2026, 12, 31), MORNING), reason="Again")


def test_a_hundred_overdue_actions_need_few_queries(meeting, owner, django_assert_max_num_queries):
    item = make_item(meeting)
    for _ in range(100):
        make_due(meeting, owner, item=item)
    with django_assert_max_num_queries(20):
        chasing.chase_all(at(datetime.date(2026, 11, 23), MORNING))


def test_a_pause_ends_on_its_day_with_a_line_of_history_and_one_email_to_each_clerk(meeting, owner, clerk):
    action = make_due(meeting, owner)
    amendments.pause(action, by=clerk, now=NOW, reason="Waiting for data", until=datetime.date(2026, 11, 17))
    assert pauses.resume_paused(at(datetime.date(2026, 11, 16), MORNING)) == []
    now = at(datetime.date(2026, 11, 17), MORNING)
    assert pauses.resume_paused(now) == [action]
    assert pauses.resume_paused(now) == []
    outbox.send_waiting(now)
    action.refresh_from_db()
    assert (action.status, action.paused_until) == (Status.OPEN, None)
    assert action.events.last().verb == "resumed"
    assert [(message.to, message.subject.split(":")[0]) for message in mail.outbox] == [
        (["clerk@example.org"], "To look at again")
    ]


def test_each_nation_keeps_its_own_bank_holidays(clerk):
    """St Andrew's Day: a working day in England, none in Scotland."""
    day = datetime.date(2026, 11, 30)
    for nation in ("england", "scotland"):
        committee = make_committee(nation.title(), clerk=clerk, nation=nation, slug=nation)
        make_due(make_meeting(committee, datetime.date(2026, 10, 8)), make_owner(), datetime.date(2026, 11, 27))
    chasing.chase_all(at(day, MORNING))
    assert [notice.committee.nation for notice in Notice.objects.filter(data__stage="owner")] == ["england"]

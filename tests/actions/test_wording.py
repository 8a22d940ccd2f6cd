"""Sentences that say where an action stands."""

import datetime

import pytest

from actions import wording
from actions.models import Action, Event, Status
from meetings.models import Committee, Meeting
from people.models import Officer, Owner

TODAY = datetime.date(2026, 11, 9)
Rule = Committee.ClosureRule


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def moment(number: int) -> datetime.datetime:
    return datetime.datetime(2026, 11, 9, 12, tzinfo=datetime.UTC) + datetime.timedelta(days=number)


def action(rule: str = Rule.CLERK, owner: bool = True, **fields) -> Action:
    """An action that is in no database."""
    committee = Committee(name="Health", closure_rule=rule)
    meeting = Meeting(committee=committee, date=datetime.date(2026, 10, 8))
    who = Owner(officer=Officer(name="Joanne Pritchard")) if owner else None
    fields.setdefault("status", Status.OPEN)
    return Action(committee=committee, meeting=meeting, owner=who, confirmed_at=moment(-28), **fields)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (action(due_on=days(10)), "Joanne Pritchard has until 19 November 2026 to answer: in ten days."),
        (action(due_on=days(1)), "Joanne Pritchard has until 10 November 2026 to answer: tomorrow."),
        (action(due_on=days(0)), "Joanne Pritchard has until 9 November 2026 to answer: today."),
        (action(due_on=days(-15)), "Not answered. It was due on 25 October 2026 and is 2 weeks overdue."),
        (
            action(due_on=days(3), owner=False),
            "Nobody has been given it yet. It is due on 12 November 2026, in three days.",
        ),
        (action(), "Joanne Pritchard has it; no date has been set yet."),
        (action(owner=False), "Nobody has been given it yet, and no date has been set."),
        (action(due_rule={"rule": "next_meeting"}), "Due at the next meeting, which has no date yet."),
        (
            action(due_on=days(-5), paused_until=days(24)),
            "Paused until 3 December 2026, when it will be looked at again.",
        ),
        (
            action(status=Status.ANSWERED, due_on=days(-3), answered_at=moment(-5)),
            "Answered on 4 November 2026, two days before it was due. The clerk has yet to accept the answer.",
        ),
        (
            action(Rule.COMMITTEE, status=Status.ANSWERED, due_on=days(-5), answered_at=moment(-5)),
            "Answered on 4 November 2026, on the day it was due. "
            "The committee will be asked to accept the answer at its next meeting.",
        ),
        (
            action(Rule.OFFICER, status=Status.COMPLETE, due_on=days(-6), answered_at=moment(-5), closed_at=moment(-5)),
            "Answered in full on 4 November 2026, one day after it was due.",
        ),
        (
            action(
                Rule.COMMITTEE,
                status=Status.COMPLETE,
                answered_at=moment(-5),
                closed_at=moment(0),
                closing_minute="36",
            ),
            "Answered in full on 4 November 2026. Accepted by the committee on 9 November 2026 (minute 36).",
        ),
        (action(status=Status.COMPLETE, closed_at=moment(-1)), "Completed on 8 November 2026."),
        (action(status=Status.DROPPED, closed_at=moment(-1)), "No longer required since 8 November 2026."),
    ],
)  # fmt: skip
def test_the_sentence_says_where_it_stands(given, said):
    assert wording.standing_sentence(given, TODAY) == said


def test_the_sentence_begins_with_what_was_sent_back():
    back = "Sent back on 7 November 2026: part of what was asked is still missing. "
    event = Event(verb="sent back", at=moment(-2))
    assert wording.standing_sentence(action(due_on=days(5)), TODAY, wanted=event).startswith(f"{back}Joanne")
    late = wording.standing_sentence(action(due_on=days(-1)), TODAY, wanted=event)
    assert late == f"{back}The rest was due on 8 November 2026 and is 1 day overdue."


def test_beside_a_pause_or_an_answer_the_date_says_that_it_is_the_due_date():
    lines = [action(due_on=days(2), paused_until=days(9)), action(due_on=days(2), status=Status.ANSWERED)]
    assert [wording.due_line(one, TODAY).label for one in [*lines, action(due_on=days(2))]] == ["Due", "Due", ""]


def test_one_that_was_opened_again_is_not_said_to_be_unanswered():
    event = Event(verb="reopened", at=moment(-2))
    late = wording.standing_sentence(action(due_on=days(-1)), TODAY, wanted=event)
    assert late == "Opened again on 7 November 2026. It was due on 8 November 2026 and is 1 day overdue."


@pytest.mark.parametrize(
    ("given", "words", "urgency"),
    [
        (action(due_on=days(-43)), "6 weeks overdue", "late"),
        (action(due_on=days(1)), "Due tomorrow", "soon"),
        (action(due_on=days(10)), "Due in 10 days", ""),
        (action(due_on=days(24), due_rule={"rule": "next_meeting"}), "At the next meeting", ""),
        (action(due_on=days(-24), due_rule={"rule": "next_meeting"}), "3 weeks overdue", "late"),
        (action(due_on=days(-24), paused_until=days(1)), "Paused until 10 November 2026", ""),
        (action(), "No date yet", ""),
        (action(status=Status.ANSWERED, due_on=days(2), answered_at=moment(0)), "Answered 2 days early", ""),
        (action(status=Status.COMPLETE, due_on=days(0), closed_at=moment(1)), "Completed 1 day late", ""),
        (action(status=Status.DROPPED, due_on=days(-9)), "No longer required", ""),
    ],
)
def test_a_list_says_how_the_due_date_stands(given, words, urgency):
    line = wording.due_line(given, TODAY)
    assert (line.words, line.urgency) == (words, urgency)


def test_remarks_say_how_often_the_date_moved_and_that_the_law_sets_it():
    assert wording.due_line(action(due_on=days(2), clock="nhs"), TODAY, 2).remarks == (
        "Date moved twice",
        "Legal deadline",
    )
    assert wording.due_line(action(due_rule={"rule": "next_meeting"}), TODAY, 3).remarks == (
        "Date moved three times",
        "No date yet",
    )


def test_an_answer_sent_late_in_the_evening_counts_for_its_day_in_london():
    summer = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)  # half past midnight on 2 July
    given = action(status=Status.ANSWERED, due_on=datetime.date(2026, 7, 1), answered_at=summer)
    assert wording.outcome(given) == "Answered 1 day late"


def steps(given: Action) -> list[tuple[str, str]]:
    return [(step.label, step.state) for step in wording.steps(given, days(24))]


def test_the_steps_follow_the_status():
    assert steps(action(due_on=days(3))) == [
        ("Asked", "done"), ("Sent to the officer", "now"), ("Answered", "next"), ("Accepted by the clerk", "next"),
    ]  # fmt: skip
    assert steps(action(Rule.COMMITTEE, status=Status.ANSWERED, answered_at=moment(0)))[2:] == [
        ("Answered", "now"),
        ("Accepted by the committee", "next"),
    ]
    done = action(Rule.OFFICER, status=Status.COMPLETE, answered_at=moment(0), closed_at=moment(0))
    assert [state for _, state in steps(done)] == ["done"] * 4


def test_what_was_closed_without_an_answer_has_no_such_step():
    assert steps(action(status=Status.DROPPED, closed_at=moment(0))) == [
        ("Asked", "done"),
        ("Sent to the officer", "done"),
        ("No longer required", "now"),
    ]


def test_only_the_next_step_says_when_it_is_expected():
    found = wording.steps(action(Rule.COMMITTEE, due_on=days(3)), days(24))
    assert [(step.on, step.expected) for step in found[2:]] == [(days(3), True), (None, False)]


def test_who_asked_is_the_councillor_else_the_minutes_words_else_the_committee():
    assert wording.asked_by(action(requester_words="A Member of the Commission")) == "A Member of the Commission"
    assert wording.asked_by(action()) == "the committee"

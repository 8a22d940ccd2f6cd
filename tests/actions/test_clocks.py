"""Statutory clocks: their days, whom they bind, and what the clerk may record."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions import clocks
from actions.models import Action, Kind, Status
from actions.workflow import MoveRefused
from tests.builders import make_action, make_item
from tests.cast import NOW, TODAY

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 1, 1))


@pytest.fixture
def recommendation(meeting):
    return make_action(
        make_item(meeting), kind=Kind.RECOMMENDATION, due_on=datetime.date(2026, 12, 3), due_rule={"rule": "set"}
    )


@pytest.mark.parametrize(
    ("key", "served", "due"),
    [
        ("executive", "2025-03-10", "2025-05-09"),
        ("executive", "2025-03-01", "2025-04-30"),
        ("executive", "2025-12-31", "2026-02-28"),
        ("executive", "2027-12-31", "2028-02-29"),
        ("executive", "2027-12-29", "2028-02-28"),
        ("executive", "2025-12-29", "2026-02-28"),
        ("nhs", "2025-03-10", "2025-04-07"),
        ("crime", "2025-03-10", "2025-04-07"),
    ],
)
def test_the_last_day_is_the_laws(key, served, due):
    assert clocks.clock_due(key, datetime.date.fromisoformat(served), "england").on.isoformat() == due


@given(DAYS, st.integers(1, 24))
def test_months_beginning_with_a_day_leave_no_gap_and_no_overlap(first, months):
    """Two periods on end are one of both lengths, as long as the second begins on the same day of a month."""
    end = clocks.months_beginning_with(first, months)
    following = end + datetime.timedelta(days=1)
    if following.day == first.day:
        assert clocks.months_beginning_with(following, months) == clocks.months_beginning_with(first, 2 * months)
    else:
        assert following.day == 1
        assert first.day > end.day


def test_the_working_says_what_is_counted_and_by_which_law():
    due = clocks.clock_due("executive", datetime.date(2025, 3, 10), "england")
    assert due.working == (
        "Two months beginning with 10 March 2025, that day counted: Friday 9 May 2025 "
        "(Local Government Act 2000, section 9FE). What is owed: to consider the report or recommendation, and respond "
        "to the committee saying what action, if any, it proposes to take; publish the response where the report was "
        "published."
    )
    assert "section 21B" in clocks.clock_due("executive", datetime.date(2025, 3, 10), "wales").working


def test_a_duty_unknown_to_the_nation_has_no_date():
    due = clocks.clock_due("nhs", datetime.date(2025, 3, 10), "scotland")
    assert due.on is None
    assert due.working == "No such duty on the NHS body or health service provider is known for Scotland"


def test_starting_a_clock_sets_the_laws_date_and_keeps_the_old_one_in_the_history(recommendation, clerk):
    clocks.start(recommendation, "executive", datetime.date(2026, 10, 20), by=clerk, now=NOW, today=TODAY)
    recommendation.refresh_from_db()
    assert recommendation.due_on == datetime.date(2026, 12, 19)
    assert (recommendation.clock, recommendation.served_on) == ("executive", datetime.date(2026, 10, 20))
    served, redated = recommendation.events.all()
    assert served.verb == "served"
    assert redated.data == {"from": "2026-12-03", "to": "2026-12-19"}


def test_taking_a_clock_back_restores_the_date_before(recommendation, clerk):
    clocks.start(recommendation, "executive", datetime.date(2026, 10, 20), by=clerk, now=NOW, today=TODAY)
    clocks.start(recommendation, "executive", datetime.date(2026, 10, 21), by=clerk, now=NOW, today=TODAY)
    clocks.stop(recommendation, by=clerk, now=NOW, reason="Served on the wrong body")
    recommendation.refresh_from_db()
    assert (recommendation.clock, recommendation.served_on) == ("", None)
    assert recommendation.due_on == datetime.date(2026, 12, 3)
    assert recommendation.events.last().note == "Served on the wrong body"


def test_a_date_that_was_read_otherwise_by_an_earlier_version_stays_and_is_not_said_to_be_today_s_reading(
    recommendation, clerk
):
    stored = {"rule": "stated", "on": "2026-10-09", "after": "2026-10-08", "words": "by next Friday"}
    Action.objects.filter(pk=recommendation.pk).update(due_on=datetime.date(2026, 10, 9), due_rule=stored)
    recommendation.refresh_from_db()
    clocks.start(recommendation, "executive", TODAY, by=clerk, now=NOW, today=TODAY)
    clocks.stop(recommendation, by=clerk, now=NOW, reason="Served on the wrong body")
    recommendation.refresh_from_db()
    assert recommendation.due_on == datetime.date(2026, 10, 9)
    assert recommendation.due_working == "“by next Friday”: Friday 9 October 2026"


def test_an_ordinary_request_has_no_clock(meeting, clerk):
    action = make_action(make_item(meeting), kind=Kind.DATA)
    assert clocks.clocks_for(action) == []
    with pytest.raises(MoveRefused, match="recommendations alone"):
        clocks.start(action, "executive", TODAY, by=clerk, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("served", "words"),
    [(TODAY + datetime.timedelta(days=1), "still to come"), (datetime.date(2026, 10, 7), "not served before")],
)
def test_a_day_of_service_that_cannot_be_is_refused(recommendation, clerk, served, words):
    with pytest.raises(MoveRefused, match=words):
        clocks.start(recommendation, "executive", served, by=clerk, now=NOW, today=TODAY)
    assert not recommendation.events.exists()


def test_a_closed_recommendation_starts_no_clock(meeting, clerk):
    action = make_action(make_item(meeting), status=Status.COMPLETE, kind=Kind.RECOMMENDATION)
    with pytest.raises(MoveRefused, match="closed"):
        clocks.start(action, "executive", TODAY, by=clerk, now=NOW, today=TODAY)

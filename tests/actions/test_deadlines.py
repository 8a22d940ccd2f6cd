"""Words of the minutes and the committee's policy → a rule, a date and its working."""

import datetime

import pytest

from actions.deadlines import USUAL_POLICY, DueRules, compute, rule_in_words, work_out_due
from actions.models import Kind, ResponsePolicy
from meetings.models import ClosureDay, Meeting
from tests.builders import make_committee, make_meeting

MET_ON = datetime.date(2021, 9, 13)


def due_of(committee, kind=Kind.DATA, words=None, due=None, met_on=MET_ON):
    return work_out_due(kind=kind, due_words=words, due=due, committee=committee, met_on=met_on)


def test_every_kind_has_a_usual_period():
    assert set(USUAL_POLICY) == set(Kind.values)


def test_without_words_the_committees_policy_counts_working_days(committee):
    due = due_of(committee)
    assert due.on == datetime.date(2021, 9, 27)
    assert due.working == "10 working days from 13 September 2021, Monday 27 September; no bank holidays between"
    assert rule_in_words(due.rule) == "10 working days, the committee’s rule for data"


def test_a_committee_may_settle_its_own_periods(committee):
    ResponsePolicy.objects.create(committee=committee, kind=Kind.DATA, working_days=3)
    ResponsePolicy.objects.create(committee=committee, kind=Kind.BRIEFING, working_days=None)
    make_meeting(committee, datetime.date(2021, 11, 8))
    assert due_of(committee).on == datetime.date(2021, 9, 16)
    assert due_of(committee, Kind.BRIEFING).on == datetime.date(2021, 11, 8)


def test_a_date_in_the_words_wins(committee):
    due = due_of(committee, words="by 31 October 2021", due=datetime.date(2021, 10, 31))
    assert due.on == datetime.date(2021, 10, 31)
    assert due.working == "“by 31 October 2021”: Sunday 31 October 2021"
    assert due.rule["rule"] == "stated"


def test_a_period_in_the_words_says_from_when_it_is_counted(committee):
    due = due_of(committee, words="within six weeks", due=datetime.date(2021, 10, 25))
    assert due.on == datetime.date(2021, 10, 25)
    assert due.working == "“within six weeks”, counted from 13 September 2021: Monday 25 October 2021"


def test_working_days_in_the_words_know_the_nations_bank_holidays(committee):
    committee.nation = "northern-ireland"
    due = due_of(
        committee, words="within ten working days", due=datetime.date(2021, 7, 19), met_on=datetime.date(2021, 7, 5)
    )
    assert due.on == datetime.date(2021, 7, 20)
    assert "not counting Monday 12 July (Battle of the Boyne)" in due.working


def test_working_days_counted_from_something_else_are_no_date_from_the_meeting(committee):
    due = due_of(committee, words="at least ten working days ahead of publication")
    assert due.rule["kind"] == Kind.DATA
    assert due.working.startswith(
        "The minutes say “at least ten working days ahead of publication”, which fixes no day."
    )


def test_the_next_meeting_follows_the_calendar(committee):
    make_meeting(committee, MET_ON)
    later = make_meeting(committee, datetime.date(2022, 1, 17))
    make_meeting(committee, datetime.date(2021, 10, 4), status=Meeting.Status.CANCELLED)
    make_meeting(make_committee(), datetime.date(2021, 10, 5))
    due = due_of(committee, words="the next meeting", due="next_meeting")
    assert (due.on, due.meeting) == (later.date, later)
    assert due.working == "The next meeting after 13 September 2021, Monday 17 January 2022"


def test_without_a_next_meeting_in_the_calendar_it_says_so(committee):
    due = due_of(committee, Kind.REPORT)
    assert due.on is None
    assert due.rule["rule"] == "next_meeting"
    assert "the calendar has none yet" in due.working


def test_ahead_of_the_march_meeting_is_that_meeting_when_there_is_one(committee):
    words, last = "ahead of the March meeting", datetime.date(2022, 3, 31)
    assert due_of(committee, words=words, due=last).on == last
    meeting = make_meeting(committee, datetime.date(2022, 3, 14))
    due = due_of(committee, words=words, due=last)
    assert (due.on, due.meeting) == (meeting.date, meeting)
    assert due.working == "The meeting in March 2022, Monday 14 March 2022"


@pytest.mark.parametrize(
    ("words", "expected", "working"),
    [
        ("five days before the next meeting", "2021-11-03", "5 days before the next meeting, Monday 8 November 2021"),
        ("a week ahead of our next meeting", "2021-11-01", "7 days before the next meeting"),
        ("five working days before the next meeting", "2021-11-01", "5 working days before the next meeting"),
        ("at least 5 clear working days prior to the next Committee meeting", "2021-10-29", "5 clear working days"),
    ],
)
def test_so_long_before_the_next_meeting_is_counted_back_from_it(committee, words, expected, working):
    make_meeting(committee, datetime.date(2021, 11, 8))
    due = due_of(committee, words=words, due="next_meeting")
    assert (due.on, due.meeting) == (datetime.date.fromisoformat(expected), None)
    assert due.working.startswith(working)


def test_so_long_before_the_next_meeting_moves_with_it_and_waits_for_it(committee):
    rule = due_of(committee, words="two weeks before the next meeting", due="next_meeting").rule
    assert compute(rule, DueRules.load(committee)).on is None
    meeting = make_meeting(committee, datetime.date(2021, 11, 8), status=Meeting.Status.SCHEDULED)
    assert compute(rule, DueRules.load(committee)).on == datetime.date(2021, 10, 25)
    Meeting.objects.filter(pk=meeting.pk).update(date=datetime.date(2021, 11, 15))
    assert compute(rule, DueRules.load(committee)).on == datetime.date(2021, 11, 1)
    assert rule_in_words(rule) == "14 days before the next meeting, in the words of the minutes"


def test_so_long_before_the_next_meeting_is_never_before_it_was_asked_for(committee):
    make_meeting(committee, MET_ON + datetime.timedelta(days=7))
    due = due_of(committee, words="a fortnight before the next meeting", due="next_meeting")
    assert due.on is None
    assert due.working.endswith("would be before it was asked for")


def test_before_another_bodys_meeting_is_no_date(committee):
    make_meeting(committee, datetime.date(2021, 11, 8))
    assert due_of(committee, words="a week before the next Cabinet meeting", due="next_meeting").rule["kind"]


@pytest.mark.parametrize(
    ("words", "expected", "read_as"),
    [
        ("by next Friday", "2021-09-24", "the day of the week after the meeting’s"),
        ("before Easter", "2022-04-14", "the Thursday before Good Friday"),
        ("by year end", "2022-03-31", "the end of the financial year"),
        ("by the end of the year", "2021-12-31", "the end of the calendar year"),
    ],
)
def test_words_with_two_readings_say_which_one_was_taken(committee, words, expected, read_as):
    due = due_of(committee, words=words)
    assert due.on == datetime.date.fromisoformat(expected)
    assert due.working.startswith(f"“{words}”, read as {read_as}: ")


def test_a_month_alone_is_its_last_day_even_with_a_meeting_in_it(committee):
    make_meeting(committee, datetime.date(2022, 3, 14))
    due = due_of(committee, words="in March", due=datetime.date(2022, 3, 31))
    assert due.on == datetime.date(2022, 3, 31)
    assert due.working == "“in March”, so the last day of the month: Thursday 31 March 2022"


def test_a_meeting_named_with_its_date_is_held_on_to_when_it_moves(committee):
    meeting = make_meeting(committee, datetime.date(2021, 11, 8), status=Meeting.Status.SCHEDULED)
    due = due_of(committee, words="the meeting on 8 November", due=meeting.date)
    assert due.meeting == meeting
    meeting.date = datetime.date(2021, 11, 15)
    meeting.save()
    moved = compute(due.rule, DueRules.load(committee))
    assert moved.on == meeting.date
    assert moved.working == "The meeting named for 8 November 2021, now Monday 15 November 2021"


def test_a_cancelled_meeting_gives_way_to_the_next(committee):
    meeting = make_meeting(committee, datetime.date(2021, 11, 8), status=Meeting.Status.SCHEDULED)
    due = due_of(committee, words="the meeting on 8 November", due=meeting.date)
    meeting.status = Meeting.Status.CANCELLED
    meeting.save()
    assert compute(due.rule, DueRules.load(committee)).on == datetime.date(2021, 11, 8)
    following = make_meeting(committee, datetime.date(2021, 12, 6))
    assert compute(due.rule, DueRules.load(committee)).meeting == following


def test_closure_days_put_the_date_off(committee):
    ClosureDay.objects.create(day=datetime.date(2021, 9, 20), reason="Office move")
    due = due_of(committee)
    assert due.on == datetime.date(2021, 9, 28)
    assert due.working.endswith("not counting Monday 20 September (Office move)")


@pytest.mark.parametrize("kind", Kind.values)
def test_the_working_of_a_rule_read_back_from_the_database_is_the_same(committee, kind):
    make_meeting(committee, datetime.date(2021, 11, 8))
    due = due_of(committee, kind)
    assert compute(due.rule, DueRules.load(committee)) == due


def test_rules_loaded_once_serve_many_requests(committee, django_assert_num_queries):
    with django_assert_num_queries(3):
        rules = DueRules.load(committee)
    with django_assert_num_queries(0):
        for kind in Kind.values:
            work_out_due(kind=kind, due_words=None, due=None, committee=committee, met_on=MET_ON, rules=rules)


def test_a_meeting_years_later_is_not_the_next_one(committee):
    make_meeting(committee, datetime.date(2026, 7, 31))
    due = due_of(committee, Kind.REPORT)
    assert (due.on, due.meeting) == (None, None)
    assert "the calendar has none yet" in due.working


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within twenty-five working days", datetime.date(2021, 10, 18)),
        ("ten (10) working days", datetime.date(2021, 9, 27)),
        ("10 working days from the date of the meeting", datetime.date(2021, 9, 27)),
        ("five to ten working days", datetime.date(2021, 9, 27)),
        ("the next working day", datetime.date(2021, 9, 14)),
    ],
)
def test_working_days_are_understood_however_their_number_is_written(committee, words, day):
    assert due_of(committee, words=words).on == day


def test_working_days_that_count_from_another_day_leave_the_committees_rule(committee):
    due = due_of(committee, words="within five working days of receiving the bids")
    assert due.rule["kind"] == Kind.DATA
    assert due.on == datetime.date(2021, 9, 27)


@pytest.mark.parametrize(
    "words", ["the next Cabinet meeting", "next full Council meeting", "the next meeting of Cabinet"]
)
def test_another_bodys_next_meeting_is_not_the_committees(committee, words):
    make_meeting(committee, datetime.date(2021, 11, 8))
    due = due_of(committee, words=words, due="next_meeting")
    assert due.on == datetime.date(2021, 9, 27)
    assert due.working.startswith(f"The minutes say “{words}”, which fixes no day.")


@pytest.mark.parametrize(
    "words", ["the next meeting of the Council’s scrutiny panel", "the next meeting of the Committee"]
)
def test_the_committees_own_next_meeting_is_its_own_whatever_it_is_called(committee, words):
    make_meeting(committee, datetime.date(2021, 11, 8))
    assert due_of(committee, words=words, due="next_meeting").on == datetime.date(2021, 11, 8)


def test_before_christmas_is_a_day_on_which_somebody_is_there(committee):
    due = due_of(committee, words="before Christmas")
    assert due.on == datetime.date(2021, 12, 24)


def test_of_two_meetings_in_the_month_the_first_counts_and_the_working_says_so(committee):
    make_meeting(committee, datetime.date(2022, 3, 21))
    first = make_meeting(committee, datetime.date(2022, 3, 7))
    due = due_of(committee, words="ahead of the March meeting", due=datetime.date(2022, 3, 31))
    assert (due.on, due.meeting) == (first.date, first)
    assert due.working == "The first of 2 meetings in March 2022, Monday 7 March 2022"

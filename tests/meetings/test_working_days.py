"""Working days, against an independent slow count and the government's own lists."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import ClosureDay, Committee
from meetings.working_days import WorkingDays

DAYS = st.dates(datetime.date(2010, 1, 1), datetime.date(2035, 12, 31))
NUMBERS = st.integers(1, 120)
# England and Wales in 2021 and 2022, written down from the government's list, not taken from the package.
ENGLAND = {
    datetime.date(*day)
    for day in (
        *((2021, 1, 1), (2021, 4, 2), (2021, 4, 5), (2021, 5, 3), (2021, 5, 31), (2021, 8, 30), (2021, 12, 27)),
        *((2021, 12, 28), (2022, 1, 3), (2022, 4, 15), (2022, 4, 18), (2022, 5, 2), (2022, 6, 2), (2022, 6, 3)),
        *((2022, 8, 29), (2022, 9, 19), (2022, 12, 26), (2022, 12, 27)),
    )
}
IN_ENGLAND = st.dates(datetime.date(2021, 1, 1), datetime.date(2022, 9, 1))


def slow_count(start: datetime.date, number: int, off: set[datetime.date]) -> datetime.date:
    """Crosses off days one by one on a list, as one would on paper."""
    paper = [datetime.date.fromordinal(start.toordinal() + step) for step in range(1, 400)]
    left = [day for day in paper if day.strftime("%a") not in ("Sat", "Sun") and day not in off]
    return left[number - 1]


@given(IN_ENGLAND, st.integers(1, 60))
def test_working_days_are_those_that_a_slow_count_on_paper_finds(start, number):
    assert WorkingDays("england").add(start, number) == slow_count(start, number, ENGLAND)


@given(IN_ENGLAND, st.integers(1, 60), st.sets(IN_ENGLAND, max_size=20))
def test_closure_days_are_crossed_off_too(start, number, closed):
    days = WorkingDays("england", dict.fromkeys(closed, "Shutdown"))
    assert days.add(start, number) == slow_count(start, number, ENGLAND | closed)


@given(DAYS, NUMBERS, st.sampled_from(Committee.Nation.values))
def test_counting_there_and_back_agree(start, number, nation):
    days = WorkingDays(nation)
    end = days.add(start, number)
    assert days.is_working(end)
    assert days.between(start, end) == number
    assert days.add(days.subtract(end, number), number) == end


@given(DAYS, NUMBERS, st.sampled_from(Committee.Nation.values))
def test_a_later_start_or_a_further_closure_never_ends_sooner(start, number, nation):
    days = WorkingDays(nation)
    end = days.add(start, number)
    assert days.add(start + datetime.timedelta(days=1), number) >= end
    assert WorkingDays(nation, {end: "Shutdown"}).add(start, number) > end


def test_the_day_itself_does_not_count():
    assert WorkingDays("england").add(datetime.date(2021, 9, 13), 10) == datetime.date(2021, 9, 27)


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_nothing_from_a_saturday_is_the_monday_after(nation):
    assert WorkingDays(nation).add(datetime.date(2021, 9, 11), 0) == datetime.date(2021, 9, 13)
    assert WorkingDays(nation).subtract(datetime.date(2021, 9, 12), 0) == datetime.date(2021, 9, 10)


def test_the_nations_have_their_own_bank_holidays():
    easter_monday, st_patrick, st_andrew = (
        datetime.date(2026, 4, 6),
        datetime.date(2026, 3, 17),
        datetime.date(2026, 11, 30),
    )
    working = {nation: WorkingDays(nation) for nation in Committee.Nation.values}
    assert [nation for nation in working if not working[nation].is_working(easter_monday)] == [
        "england", "wales", "northern-ireland",
    ]  # fmt: skip
    assert [nation for nation in working if not working[nation].is_working(st_patrick)] == ["northern-ireland"]
    assert [nation for nation in working if not working[nation].is_working(st_andrew)] == ["scotland"]


def test_a_bank_holiday_at_the_weekend_is_kept_on_its_substitute():
    days = WorkingDays("england")
    assert [day.day.isoformat() for day in days.days_off(datetime.date(2021, 12, 24), datetime.date(2022, 1, 4))] == [
        "2021-12-27", "2021-12-28", "2022-01-03",
    ]  # fmt: skip


def test_the_working_reads_as_a_person_would_say_it():
    days = WorkingDays("england")
    assert days.working(datetime.date(2021, 9, 13), 10) == (
        "10 working days from 13 September 2021, Monday 27 September; no bank holidays between"
    )
    assert days.working(datetime.date(2021, 8, 26), 1) == (
        "1 working day from 26 August 2021, Friday 27 August; no bank holidays between"
    )


def test_the_working_names_what_was_not_counted_and_the_year_when_it_turns():
    days = WorkingDays("england", {datetime.date(2026, 12, 29): "Christmas shutdown"})
    assert days.working(datetime.date(2026, 12, 23), 5) == (
        "5 working days from 23 December 2026, Tuesday 5 January 2027; not counting "
        "Friday 25 December (Christmas Day), Monday 28 December (Boxing Day), "
        "Tuesday 29 December (Christmas shutdown) and Friday 1 January (New Year's Day)"
    )


def test_closure_days_come_from_the_council_in_one_query(db, django_assert_num_queries):
    ClosureDay.objects.create(day=datetime.date(2026, 12, 29))
    with django_assert_num_queries(1):
        days = WorkingDays.load("england")
        assert not days.is_working(datetime.date(2026, 12, 29))
    assert str(days.day_off(datetime.date(2026, 12, 29))) == "Tuesday 29 December (the council is closed)"

import datetime

import pytest

from people import wording

TODAY = datetime.date(2026, 11, 9)


def test_dates_are_written_out_in_three_lengths():
    day = datetime.date(2026, 11, 5)
    assert wording.long_date(day) == "Thursday 5 November 2026"
    assert wording.plain_date(day) == "5 November 2026"
    assert wording.short_date(day) == "5 Nov"


def test_the_day_of_a_moment_is_londons():
    just_after_midnight = datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)
    assert wording.plain_date(just_after_midnight) == "1 July 2026"
    assert wording.clock(just_after_midnight) == "12.30 am"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(9, 32, "9.32 am"), (18, 0, "6 pm"), (12, 0, "noon"), (0, 0, "midnight"), (12, 5, "12.05 pm"), (0, 5, "12.05 am")],
)
def test_times_are_written_as_people_say_them(hour, minute, words):
    assert wording.clock(datetime.time(hour, minute)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-400, "13 months overdue"),
        (-91, "2 months overdue"),
        (-90, "12 weeks overdue"),
        (-14, "2 weeks overdue"),
        (-13, "13 days overdue"),
        (-1, "1 day overdue"),
        (0, "Due today"),
        (1, "Due tomorrow"),
        (2, "Due in 2 days"),
        (13, "Due in 13 days"),
        (21, "Due in 3 weeks"),
    ],
)
def test_lateness_is_words_that_get_coarser_with_time(days, words):
    assert wording.lateness(TODAY + datetime.timedelta(days), TODAY) == words


def test_no_date_is_said_too():
    assert wording.lateness(None, TODAY) == "No date yet"
    assert wording.plain_date(None) == wording.long_date(None) == wording.short_date(None) == wording.clock(None) == "–"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "empty"), (1, "1 byte"), (1023, "1,023 bytes"), (1024, "1 KB"), (14336, "14 KB"), (4_300_000, "4.1 MB")],
)
def test_file_sizes_are_short(size, words):
    assert wording.file_size(size) == words


def test_a_share_of_nothing_is_a_dash():
    assert wording.percent(57, 85) == "67%"
    assert wording.percent(0, 0) == "–"


def test_counts_know_their_plural():
    counts = [wording.count_of(number, "reply", "replies") for number in (0, 1, 2, 1200)]
    assert counts == ["no replies", "1 reply", "2 replies", "1,200 replies"]


@pytest.mark.parametrize(("numbers", "words"), [([], ""), ([4], "4"), ([1, 2, 3, 5, 7, 8], "1–3, 5, 7–8")])
def test_numbers_that_follow_one_another_are_one_run(numbers, words):
    assert wording.runs_of(numbers) == words


@pytest.mark.parametrize(
    ("late", "total", "words"),
    [(0, 5, ""), (1, 1, ", overdue"), (1, 5, ", 1 of them overdue"), (2, 2, ", 2 of them overdue")],
)
def test_how_many_are_late_is_said_of_one_as_of_one(late, total, words):
    assert wording.late_among(late, total) == words

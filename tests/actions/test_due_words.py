"""Words given as a due date by themselves, beside dates that were counted by hand on a calendar."""

import datetime

import pytest

from actions.due_words import read_due_words

MONDAY = datetime.date(2021, 9, 13)


def due(words, met_on=MONDAY):
    found = read_due_words(words, met_on)[1]
    return found.isoformat() if isinstance(found, datetime.date) else found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("within six weeks", "2021-10-25"),
        ("WITHIN  six\nweeks.", "2021-10-25"),
        ("six weeks from today", "2021-10-25"),
        ("six weeks from this meeting", "2021-10-25"),
        ("four to six weeks", "2021-10-25"),
        ("4-6 weeks", "2021-10-25"),
        ("within 3 wks", "2021-10-04"),
        ("a couple of weeks", "2021-09-27"),
        ("in a fortnight’s time", "2021-09-27"),
        ("within twenty-one days", "2021-10-04"),
        ("within thirty (30) days", "2021-10-13"),
        ("48 hours", "2021-09-15"),
        ("12wks", "2021-12-06"),
        ("no later than six weeks", "2021-10-25"),
        ("up to 14 days", "2021-09-27"),
        ("this Thursday", "2021-09-16"),
        ("by the first Monday in October", "2021-10-04"),
        ("the last Friday of August", "2022-08-26"),
        ("the second Tuesday in November 2022", "2022-11-08"),
        ("within a month", "2021-10-13"),
        ("six months’ time", "2022-03-13"),
        ("half a year", "2022-03-13"),
        ("over the next six months", "2022-03-13"),
        ("within eighteen months", "2023-03-13"),
        ("by Friday", "2021-09-17"),
        ("by close of play on Friday", "2021-09-17"),
        ("by COP Friday", "2021-09-17"),
        ("a week on Friday", "2021-09-24"),
        ("Friday fortnight", "2021-10-01"),
        ("tomorrow", "2021-09-14"),
        ("next week", "2021-09-24"),
        ("this month", "2021-09-30"),
        ("next month", "2021-10-31"),
        ("October", "2021-10-31"),
        ("by end Oct", "2021-10-31"),
        ("by August", "2022-08-31"),
        ("6 December", "2021-12-06"),
        ("December 6, 2021", "2021-12-06"),
        ("December 6", "2021-12-06"),
        ("6.12.21", "2021-12-06"),
        ("by next Friday", "2021-09-24"),
        ("next Monday", "2021-09-20"),
        ("Friday next", "2021-09-24"),
        ("by next Friday, 17 September", "2021-09-17"),
        ("before Easter", "2022-04-14"),
        ("in time for Easter", "2022-04-14"),
        ("before Christmas", "2021-12-24"),
        ("Christmas", "2021-12-24"),
        ("by 10 December, before Christmas", "2021-12-10"),
        ("ahead of the March meeting", "2022-03-31"),
    ],
)
def test_periods_days_and_months(words, expected):
    assert due(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("by the end of the municipal year", "2022-04-30"),
        ("during the current municipal year", "2022-04-30"),
        ("end of the next municipal year", "2023-04-30"),
        ("the end of the 2021/22 municipal year", "2022-04-30"),
        ("by the end of 2021/22", "2022-03-31"),
        ("by the end of the financial year", "2022-03-31"),
        ("by the end of 2021", "2021-12-31"),
        ("by the end of the year", "2021-12-31"),
        ("Q3", "2021-12-31"),
        ("3rd quarter", "2021-12-31"),
        ("final quarter", "2022-03-31"),
        ("end of the quarter", "2021-09-30"),
        ("next quarter", "2021-12-31"),
        ("Q2 2022/23", "2022-09-30"),
        ("Q2 22/23", "2022-09-30"),
        ("fourth quarter of 2022/23", "2023-03-31"),
        ("within two quarters", "2022-03-13"),
        ("Q2 report in November 2021", "2021-11-30"),
    ],
)
def test_years_and_quarters(words, expected):
    assert due(words) == expected


@pytest.mark.parametrize(
    ("met_on", "words", "expected"),
    [
        ("2024-02-29", "within one year", "2025-02-28"),
        ("2024-02-29", "in a month", "2024-03-29"),
        ("2021-08-31", "in six months", "2022-02-28"),
        ("2021-12-31", "before Christmas", "2022-12-24"),
        ("2021-12-31", "by the end of the year", "2021-12-31"),
        ("2021-12-31", "next month", "2022-01-31"),
        ("2022-04-30", "end of the municipal year", "2022-04-30"),
        ("2022-05-01", "this municipal year", "2023-04-30"),
        ("2021-03-31", "Q4", "2021-03-31"),
        ("2021-03-31", "Q1", "2021-06-30"),
    ],
)
def test_ends_of_months_and_years(met_on, words, expected):
    assert due(words, datetime.date.fromisoformat(met_on)) == expected


@pytest.mark.parametrize(
    "words",
    ["next meeting", "its next scheduled meeting", "next committee", "when the committee next meets", "next session"],
)
def test_the_next_meeting(words):
    assert due(words) == "next_meeting"


@pytest.mark.parametrize(
    "words",
    [
        "in due course",
        "as soon as possible",
        "a future meeting",
        "every six months",
        "in the new year",
        "after Easter",
        "during the Easter recess",
        "five working days before the meeting",
        "the meeting after next",
        "next meeting but one",
        "within the next few weeks",
        "within zero weeks",
        "within -3 days",
        "31 September",
        "29 February 2022",
        "12/31/2021",
        "Q1 2020/21",
        "by the end of 2019",
        "February 2021",
        "banana",
        # counted from a day that nobody knows yet
        "within four weeks of receipt of the data",
        "three months after publication",
        "five working days before the next meeting",
        "ten working days ahead of publication",
    ],
)
def test_words_that_fix_no_day(words):
    assert due(words) is None

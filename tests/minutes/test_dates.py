"""Date words and the meeting's date → a date, the next meeting, or nothing."""

import datetime

import pytest

from minutes.when.dates import find_due, parse_date

MET = datetime.date(2024, 3, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Thursday 14 February 2013", "2013-02-14"),
        ("Tuesday, 7th August, 2014 7.30 pm", "2014-08-07"),
        ("the 19th of January 2018", "2018-01-19"),
        ("CSC 09.10.2013", "2013-10-09"),
        ("13/09/2021 - Panel", "2021-09-13"),
        ("11/11/05", "2005-11-11"),
        ("2022-11-14", "2022-11-14"),
        ("14-Sep-2021", "2021-09-14"),
        ("March 14th, 2022", "2022-03-14"),
        ("31 February 2022, then 1 March 2022", "2022-03-01"),
    ],
)
def test_a_full_date_is_read_the_british_way(words: str, date: str) -> None:
    assert parse_date(words) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    "words", ["14 February", "aged 13-17", "paragraph 3.4.12.7", "may be noted", "ratio 1.2.3", ""]
)
def test_what_is_no_full_date_gives_none(words: str) -> None:
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("The Tree Officer would write by 6 April.", "2024-04-06"),
        ("A report to come by 5 February.", "2025-02-05"),
        ("a list be sent before the end of April", "2024-04-30"),
        ("report back to the June meeting", "2024-06-30"),
        ("at its meeting on 7th May 2024", "2024-05-07"),
        ("in readiness for the meeting in January", "2025-01-31"),
        ("circulate the figures within two weeks", "2024-03-26"),
        ("reply within ten working days", "2024-03-26"),
        ("a further report in six months' time", "2024-09-12"),
        ("be brought to Cabinet within the next 9 months", "2024-12-12"),
        ("by the end of the municipal year", "2024-04-30"),
        ("by the end of the financial year", "2024-03-31"),
        ("before the month was out", "2024-03-31"),
        ("with members by the end of the week", "2024-03-15"),
        ("it would be with him by Friday", "2024-03-15"),
        ("be brought to the next meeting", "next_meeting"),
        ("at the next meeting of the Panel", "next_meeting"),
        ("be put back from March until July", "2024-07-31"),
        ("brought forward from May 2024 to the meeting on 18 April", "2024-04-18"),
        ("the Q2 report in November 2024", "2024-11-30"),
        ("that the scheme be reviewed after six months", "2024-09-12"),
        ("to be sent by the end of next week", "2024-03-22"),
        ("the keys to be handed in by end Apr", "2024-04-30"),
        ("Jul 24", "2024-07-31"),
        ("Jan 2024", "2024-01-31"),
        ("with members before the Committee next met", "next_meeting"),
        ("come back to next month's Committee", "next_meeting"),
        ("bring it to our next session", "next_meeting"),
        ("in the next fortnight", "2024-03-26"),
        ("he would ring her within 48 hours", "2024-03-14"),
        ("it would be with her by tomorrow", "2024-03-13"),
        ("they would be e-mailed the following day", "2024-03-13"),
        ("by close of play", "2024-03-12"),
        ("by close of business on 2 April", "2024-04-02"),
        ("before the financial year end", "2024-03-31"),
        ("by the end of the council year", "2024-04-30"),
        ("by the end of Q1", "2024-06-30"),
        ("by April 5th", "2024-04-05"),
        ("by April 5, 2024", "2024-04-05"),
        ("erbyn 5 Ebrill 2024", "2024-04-05"),
        ("by the 28th", "2024-03-28"),
        ("by the 5th", "2024-04-05"),
        ("by Friday week", "2024-03-22"),
        ("by 5.00 p.m. on Friday, 5th April", "2024-04-05"),
        ("to be sent in the week commencing 8 April", "2024-04-08"),
        ("to the Apr meeting", "2024-04-30"),
        ("to be looked at when the Panel next met", "next_meeting"),
        ("at the next business meeting", "next_meeting"),
        ("by the end of 2024", "2024-12-31"),
        ("by the end of 2024/25", "2025-03-31"),
        ("by the end of the 2024/25 municipal year", "2025-04-30"),
        ("he would write a week on Friday", "2024-03-22"),
        ("the item on elms was slotted in for November", "2024-11-30"),
        ("which had been put back to the meeting in June", "2024-06-30"),
        ("asked whether a list of the elms could be brought to the May meeting", "2024-05-31"),
        ("a note of how the money was spent to be circulated by 5 April", "2024-04-05"),
        ("a list to be put before the next Panel", "next_meeting"),
        ("to the next meeting (5 June)", "2024-06-05"),
        ("a review be held in September", "2024-09-30"),
        ("a list be brought in February", "2025-02-28"),
        ("she would write to him next week", "2024-03-22"),
        ("a list to be sent next month", "2024-04-30"),
        ("he would ring her that afternoon", "2024-03-12"),
        ("not later than two weeks after the meeting", "2024-03-26"),
        ("by the end of the next month", "2024-04-30"),
        ("Head of Parks, April", "2024-04-30"),
        ("end of April", "2024-04-30"),
        ("a list to be sent by next Friday", "2024-03-22"),
        ("a list to be sent next Monday", "2024-03-18"),
        ("he would ring her on Monday next", "2024-03-18"),
        ("a list to be sent by Friday lunchtime", "2024-03-15"),
        ("a list to be sent by next Friday, 15 March", "2024-03-15"),
        ("it would be with her by the weekend", "2024-03-15"),
        ("a list to be sent before Easter", "2024-03-28"),
        ("a list to be sent before Christmas", "2024-12-24"),
        ("it would be with them first thing in the morning", "2024-03-13"),
        ("on the morrow he would ring the owner", "2024-03-13"),
        ("she was to give him a fortnight and then write", "2024-03-26"),
        ("the felling would be done in the course of the next fortnight", "2024-03-26"),
        ("she could count on having it a week from today", "2024-03-19"),
        ("come to the Panel in a year from now", "2025-03-12"),
        ("it was thought to be one for June", "2024-06-30"),
        ("the Chair said that June it should be", "2024-06-30"),
        ("Carried over to July to hear the owner", "2024-07-31"),
        ("put it on the agenda for July 2025 when the elms would be grown", "2025-07-31"),
        ("he would see if the owner was free in April", "2024-04-30"),
        ("owners should be told so when the bills were sent out in April", "2024-04-30"),
        ("Ms Birch would come to the next one", "next_meeting"),
        ("the list to be ready for next Panel", "next_meeting"),
        ("the list could be put right by the time the Panel next met", "next_meeting"),
    ],
)
def test_the_words_of_an_ask_give_its_date(words: str, due: str) -> None:
    found, date = find_due(words, MET)
    assert found
    assert found in words
    assert (date if isinstance(date, str) or date is None else date.isoformat()) == due


@pytest.mark.parametrize(
    "words",
    [
        "at a future meeting",
        "in due course",
        "as soon as possible",
        "the letter dated 4 April had been answered",
        "the minutes of the meeting held on 9 January 2024",
        "Members may be told in time",
        "what the Council had been told in October",
        "spending up to 31 March 2025",
        "invoices (paid within 30 days) be listed",
        "the item next but one on the agenda",
        "the Clerk would confirm how many elms had been lost to the storm in May",
        "whether those who had left before June could have a tree as well",
        "hire a pump should the new one not have come by 5 April",
        "the elms had been felled after six months of drought",
        "the percentage of reports of fallen trees answered within ten days",
        "the number of elms that were felled within two weeks of a report",
        "figures for the six months to 31 March 2024",
        "spending on the elms at the end of the year to 31 March 2024",
        "the effect of the rise in fees from 1 April",
        "a copy of the consultation, which closes on 4 April",
        "how the work, which starts in May, would be paid for",
        "why the strategy for elms would not be ready until September",
        "whether the avenue would be open by July",
        "what would happen to the elms when the grant ended in June",
        "a list of the elms, although it need not hold up the next session",
        "the loss of the elms had been reported to the police on 4 February",
        "a list of the roads and paths closed by the works in May",
        "the position at the end of the financial year",
        "the elms that had been dealt with since the meeting in July",
        "details of the event on 5 June to be sent round",
        "write about the closure of the nursery on 30 April 2024",
        "a table to show the position at 31 March 2024",
        "the number of visitors to the May fair to be sent round",
        "by the end of the quarter",
        "to come to the next meeting but one",
        "a list of the elms to be in the next one",
        "signs to be put up for the months of May to September",
        "the elms to be watched between eight and nine in the morning",
        "Members to be given five working days’ notice of any felling",
        "the cost would be back in the Year Three report",
        "Surveys finished within 20 weeks (ELM4), term by term",
        "the wardens who leave within two years of qualifying to be shown",
        "a reply within ten days of receipt to be the rule",
        "a letter from the guides asking to use the barn on 14 June to be answered",
        "he could not talk of it that evening but the owner would hear from him",
        "the counters having only come in in April, she could give it for one quarter",
        "they would be on the list from the December number",
        "the strategy, to be signed off by Committee in October",
        "the plan to be looked at after Easter",
        "none of those elected in May had seen it and the Clerk would see to it",
        "the Board, having asked for it in October, would like to see it",
        "the contractor to be held to a standard for lamps mended within one working day",
        "the hall to be opened on Saturday mornings",
        "it had been mended on Friday, but she would make certain",
        "the count to be published in the week following the meeting",
        "the number of elms bought in the year to be sent round",
        "a walk would be put together in January or February",
        "talk to the shops about the lights switch-on on 23 November",
        "the list of elms at 12 June, item 7, to be sent round",
    ],
)
def test_words_that_fix_no_day_give_no_date(words: str) -> None:
    assert find_due(words, MET)[1] is None


def test_without_the_meetings_date_only_a_whole_date_can_be_known() -> None:
    assert find_due("by 6 April", None) == ("6 April", None)
    assert find_due("by the end of April", None)[1] is None
    assert find_due("within two weeks", None) == ("within two weeks", None)
    assert find_due("by 6 April 2024", None)[1] == datetime.date(2024, 4, 6)
    assert find_due("to the next meeting", None)[1] == "next_meeting"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("asked to have the ferry before it again six months on.", "2024-09-12"),
        ("and would, if she could have a fortnight.", "2024-03-26"),
        ("would send members what he had by the end of next week", "2024-03-22"),
        ("all Members to be shown how to bid at an evening in June", "2024-06-30"),
        ("the Trust be invited to show on 8 June by how much it had grown", "2024-06-08"),
        ("the item on elms be moved back from June to September", "2024-09-30"),
        ("elms to be brought forward from July to April", "2024-04-30"),
        ("the Ranger thought that November would suit", "2024-11-30"),
        ("the Board was for having it in September", "2024-09-30"),
    ],
)
def test_a_day_is_told_in_other_ways_too(words: str, date: str) -> None:
    assert find_due(words, MET)[1] == datetime.date.fromisoformat(date)


def test_a_span_told_of_the_past_is_no_date() -> None:
    assert find_due("The ferry had sunk and six months on nobody had come.", MET) == (None, None)


def test_the_words_that_say_when_end_without_a_full_stop() -> None:
    assert find_due("A list be sent by the end of April.", MET)[0] == "the end of April"


def test_a_month_ahead_counts_from_the_last_day_where_the_month_is_shorter() -> None:
    assert find_due("report back in one month", datetime.date(2024, 1, 31))[1] == datetime.date(2024, 2, 29)


def test_how_long_before_the_next_meeting_stands_in_the_words() -> None:
    words, due = find_due("The list to be sent out five working days before the next meeting.", MET)
    assert (words, due) == ("five working days before the next meeting", "next_meeting")


@pytest.mark.parametrize(
    ("year", "sunday"), [(2000, "04-23"), (2008, "03-23"), (2019, "04-21"), (2024, "03-31"), (2038, "04-25")]
)
def test_easter_is_a_sunday_that_moves(year: int, sunday: str) -> None:
    due = find_due("to be sent before Easter", datetime.date(year, 1, 8))[1]
    assert due == datetime.date.fromisoformat(f"{year}-{sunday}") - datetime.timedelta(days=3)


def test_before_a_holiday_that_is_past_means_the_next_one() -> None:
    assert find_due("to be sent before Easter", datetime.date(2024, 4, 2))[1] == datetime.date(2025, 4, 17)
    assert find_due("to be sent by Christmas", datetime.date(2024, 12, 30))[1] == datetime.date(2025, 12, 24)

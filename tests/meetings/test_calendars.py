"""Calendars: typed, CSV, .ics; and what may be done to a meeting."""

import datetime

import pytest

from meetings import calendars
from meetings.calendar_files import parse_time, read_calendar, read_lines, write_lines
from meetings.calendar_rows import Row
from meetings.models import Meeting
from tests.builders import make_meeting

TODAY = datetime.date(2026, 11, 9)
NAME = "Children and Young People"
SCHEDULED = Meeting.Status.SCHEDULED


def read(text: str):
    return read_calendar(text.encode(), NAME, TODAY)


def days(reading) -> list[str]:
    return [row.date.isoformat() for row in reading.rows]


def event(summary: str, start: str, more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{start}\r\nSUMMARY:{summary}\r\nDTSTART{start}\r\n{more}END:VEVENT\r\n"


def calendar(*events: str) -> str:
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Northbrook//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def test_typed_lines_are_date_time_and_place():
    reading = read(
        "12 January 2027, 6.30pm, Council Chamber, Civic Centre\n\nTue 9 February 2027 14:00\n9 March 2027, Room 2"
    )
    assert reading.errors == []
    assert reading.rows == [
        Row(1, datetime.date(2027, 1, 12), datetime.time(18, 30), "Council Chamber, Civic Centre"),
        Row(3, datetime.date(2027, 2, 9), datetime.time(14)),
        Row(4, datetime.date(2027, 3, 9), None, "Room 2"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_heading_row_says_which_column_is_what(delimiter):
    lines = [["Venue", "Date", "Start time", "Status"], ["Room 1", "12/01/2027", "18:30", "Cancelled"]]
    reading = read("\n".join(delimiter.join(line) for line in lines))
    assert reading.rows == [Row(2, datetime.date(2027, 1, 12), datetime.time(18, 30), "Room 1", True)]


def test_other_committees_lines_are_left_out_and_counted():
    reading = read(f"Date,Committee\n12/01/2027,{NAME} Scrutiny\n13/01/2027,Planning\n")
    assert days(reading) == ["2027-01-12"]
    assert reading.left_out == ["1 meeting of other committees"]


def test_each_line_that_cannot_be_read_is_named_with_its_number_and_why():
    reading = read("12 January 2027, 6pm\n31 February 2027\nsoon, 6pm\n9 March 2027, 25:00, Room 1\n9 March 2040")
    assert reading.errors == [
        "Line 2: There is no 31 February 2027.",
        "Line 3: Write the date as a day, month and year, for example 3 December 2026.",
        "Line 4: “25:00” is no time. Write it as 6.30pm or 18:30.",
        "Line 5: 2040 is more than 10 years away. Check the year.",
    ]


def test_an_ics_calendar_gives_london_times_and_leaves_other_committees_out():
    text = calendar(
        event(NAME, ":20270615T170000Z", "LOCATION:Civic Centre\r\n"),
        event("Planning", ";VALUE=DATE:20270616"),
        event(NAME, ";VALUE=DATE:20270617", "STATUS:CANCELLED\r\n"),
        event(f"CANCELLED: {NAME}", ";TZID=Europe/Paris:20270618T183000"),
    )
    reading = read(text)
    assert [(row.line, row.date.day, row.start_time, row.place, row.cancelled) for row in reading.rows] == [
        (4, 15, datetime.time(18), "Civic Centre", False),
        (15, 17, None, "", True),
        (21, 18, datetime.time(17, 30), "", True),
    ]
    assert reading.left_out == ["1 event of other committees"]


def series(more: str, start: str = ";TZID=Europe/London:20270310T180000") -> str:
    return f"BEGIN:VEVENT\r\nUID:cyp\r\nSUMMARY:{NAME}\r\nDTSTART{start}\r\n{more}END:VEVENT\r\n"


def test_a_series_gives_each_of_its_days_at_the_clocks_time_in_summer_and_winter():
    reading = read(calendar(series("RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=4\r\n")))
    assert days(reading) == ["2027-03-10", "2027-04-14", "2027-05-12", "2027-06-09"]
    assert {row.start_time for row in reading.rows} == {datetime.time(18)}
    assert {row.uid for row in reading.rows} == {f"cyp/{day}" for day in days(reading)}


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;INTERVAL=6;UNTIL=20270521T170000Z", ";TZID=Europe/London:20270310T180000",
         ["2027-03-10", "2027-04-21"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=6;UNTIL=20270421", ";VALUE=DATE:20270310", ["2027-03-10", "2027-04-21"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Europe/London:20270317T180000",
         ";TZID=Europe/London:20270310T180000", ["2027-03-10", "2027-03-24"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20270310T180000Z\r\nEXDATE;VALUE=DATE:20270324",
         ";TZID=Europe/London:20270310T180000", ["2027-03-17"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;VALUE=DATE:20270317,20270324", ";VALUE=DATE:20270310", ["2027-03-10"]),
        ("RDATE;TZID=Europe/London:20270407T180000,20270505T180000", ";TZID=Europe/London:20270310T180000",
         ["2027-03-10", "2027-04-07", "2027-05-05"]),
        ("RRULE:FREQ=YEARLY", ";VALUE=DATE:20270310", ["2027-03-10", "2028-03-10"]),  # two years ahead
    ],
)  # fmt: skip
def test_what_a_series_leaves_out_adds_and_where_it_ends(rule, start, expected):
    reading = read(calendar(series(f"{rule}\r\n", start)))
    assert reading.errors == []
    assert days(reading) == expected


def test_days_of_a_series_that_were_changed_by_themselves_are_as_they_are_now():
    moved = "RECURRENCE-ID;TZID=Europe/London:20270317T180000\r\n"
    gone = "RECURRENCE-ID;TZID=Europe/London:20270324T180000\r\nSTATUS:CANCELLED\r\n"
    reading = read(
        calendar(
            series("RRULE:FREQ=WEEKLY;COUNT=4\r\n"),
            series(moved, ";TZID=Europe/London:20270318T190000"),
            series(gone, ";TZID=Europe/London:20270324T180000"),
        )
    )
    assert [(row.date.day, row.start_time.hour, row.uid, row.cancelled) for row in reading.rows] == [
        (10, 18, "cyp/2027-03-10", False),
        (18, 19, "cyp/2027-03-17", False),
        (24, 18, "cyp/2027-03-24", True),
        (31, 18, "cyp/2027-03-31", False),
    ]


def test_of_two_versions_of_an_event_the_later_one_counts():
    old, new = ";VALUE=DATE:20270310", ";VALUE=DATE:20270311"
    reading = read(calendar(series("SEQUENCE:2\r\n", new), series("SEQUENCE:1\r\n", old)))
    assert days(reading) == ["2027-03-11"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("RRULE:FREQ=WEEKLY\r\nRRULE:FREQ=MONTHLY\r\n", "more than one rule"),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:20270310T180000\r\n", "from a day on"),
        ("RRULE:FREQ=DAILY;COUNT=5000\r\n", "500 are taken at once"),
    ],
)
def test_a_series_that_cannot_be_taken_is_refused_in_words(more, words):
    reading = read(calendar(series(more)))
    assert words in reading.errors[0]
    assert reading.rows == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There is no meeting in it."),
        (b"PK\x03\x04\x00\x00", "Save the calendar as CSV"),
        (b"x" * (1024 * 1024 + 1), "larger than 1 MB"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "cannot be read"),
        (b"1 May 2027\n" * 501, "500 are taken at once"),
        (b'"' + b"x" * 200_000, "cannot be told apart"),
    ],
)
def test_what_is_no_calendar_is_refused_in_words(data, words):
    reading = read_calendar(data, NAME, TODAY)
    assert reading.rows == []
    assert words in reading.errors[0]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("18:00", (18, 0)),
        ("6pm", (18, 0)),
        ("6.30 p.m.", (18, 30)),
        ("1830", (18, 30)),
        ("noon", (12, 0)),
        ("12am", (0, 0)),
    ],
)
def test_times_are_read_as_people_type_them(text, time):
    assert parse_time(text) == datetime.time(*time)


def test_rows_written_as_lines_are_read_back_as_they_were():
    rows = [
        Row(2, datetime.date(2027, 1, 12), datetime.time(18, 30), 'Room "A", Civic; Centre'),
        Row(3, datetime.date(2027, 2, 9), None, "", True, "cyp/2027-02-09"),
    ]
    assert read_lines(write_lines(rows), NAME, TODAY).rows == rows


def test_a_plan_says_what_each_line_would_do_and_applies_all_of_it(committee):
    same = make_meeting(committee, datetime.date(2027, 1, 12), status=SCHEDULED, place="Room 1")
    changed = make_meeting(committee, datetime.date(2027, 2, 9), status=SCHEDULED, place="Room 1")
    left = make_meeting(committee, datetime.date(2027, 2, 16), status=SCHEDULED)
    back = make_meeting(committee, datetime.date(2027, 3, 9), status=Meeting.Status.CANCELLED)
    held = make_meeting(committee, datetime.date(2026, 10, 8))
    beyond = make_meeting(committee, datetime.date(2027, 6, 1), status=SCHEDULED)
    reading = read(
        "8 October 2026, 10:00, Elsewhere\n12 January 2027\n9 February 2027, 6pm, Room 2\n"
        "9 March 2027\n13 April 2027, 6pm"
    )
    plan = calendars.make_plan(committee, reading, today=TODAY)
    assert [(change.kind, change.date) for change in plan.changes] == [
        ("same", held.date),
        ("same", same.date),
        ("changed", changed.date),
        ("left", left.date),
        ("restored", back.date),
        ("new", datetime.date(2027, 4, 13)),
    ]
    calendars.apply_plan(committee, plan)
    found = {meeting.date: meeting for meeting in committee.meetings.all()}
    assert (found[changed.date].place, found[changed.date].start_time) == ("Room 2", datetime.time(18))
    assert found[back.date].status == SCHEDULED
    assert found[left.date].status == found[beyond.date].status == SCHEDULED
    assert found[held.date].place == ""
    assert datetime.date(2027, 4, 13) in found


def test_meetings_that_a_file_leaves_out_are_cancelled_only_when_asked_and_only_up_to_its_last_day(committee):
    left = make_meeting(committee, datetime.date(2027, 2, 16), status=SCHEDULED)
    beyond = make_meeting(committee, datetime.date(2027, 6, 1), status=SCHEDULED)
    past = make_meeting(committee, datetime.date(2026, 11, 2), status=SCHEDULED)
    plan = calendars.make_plan(committee, read("9 March 2027"), today=TODAY, cancel_missing=True)
    calendars.apply_plan(committee, plan)
    for meeting in (left, beyond, past):
        meeting.refresh_from_db()
    assert (left.status, beyond.status, past.status) == (Meeting.Status.CANCELLED, SCHEDULED, SCHEDULED)


def test_a_day_given_twice_keeps_everything_from_being_applied(committee):
    plan = calendars.make_plan(committee, read("9 March 2027\n10 March 2027\n9 March 2027"), today=TODAY)
    assert plan.errors == ("Line 3: Tuesday 9 March 2027 is on line 1 already.",)
    with pytest.raises(calendars.CalendarRefused):
        calendars.apply_plan(committee, plan)
    assert not committee.meetings.exists()


def test_a_meeting_that_was_held_is_neither_moved_nor_cancelled(committee):
    held = make_meeting(committee, datetime.date(2026, 10, 8))
    with pytest.raises(calendars.CalendarRefused, match="held"):
        calendars.change_meeting(held, datetime.date(2026, 10, 9), None, "")
    with pytest.raises(calendars.CalendarRefused, match="held"):
        calendars.cancel_meeting(held)


def test_two_meetings_cannot_be_on_one_day(committee):
    first = make_meeting(committee, datetime.date(2027, 1, 12), status=SCHEDULED)
    second = make_meeting(committee, datetime.date(2027, 2, 9), status=SCHEDULED)
    with pytest.raises(calendars.CalendarRefused, match="already"):
        calendars.change_meeting(second, first.date, None, "")
    with pytest.raises(calendars.CalendarRefused, match="already"):
        calendars.add_meeting(committee, first.date)


def test_adding_a_cancelled_day_lets_it_stand_again(committee):
    meeting = make_meeting(committee, datetime.date(2027, 1, 12), status=Meeting.Status.CANCELLED)
    assert calendars.add_meeting(committee, meeting.date) == meeting
    meeting.refresh_from_db()
    assert meeting.status == SCHEDULED


# --- meetings that are known by their calendar entry ------------------------------------------------


def take(committee, *events: str):
    plan = calendars.make_plan(committee, read(calendar(*events)), today=TODAY)
    return plan, [(change.kind, change.date.isoformat()) for change in plan.changes]


def entry(uid: str, day: str, more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{NAME}\r\nDTSTART;VALUE=DATE:{day}\r\n{more}END:VEVENT\r\n"


def test_a_meeting_whose_calendar_entry_has_another_day_moves_and_stays_the_same_meeting(committee):
    meeting = make_meeting(committee, datetime.date(2027, 1, 12), status=SCHEDULED)
    plan, kinds = take(committee, entry("a", "20270112"))
    assert kinds == [("linked", "2027-01-12")]
    calendars.apply_plan(committee, plan)

    plan, kinds = take(committee, entry("a", "20270119"))
    assert kinds == [("moved", "2027-01-19")]
    assert plan.changes[0].words == "(was Tuesday 12 January 2027)"
    calendars.apply_plan(committee, plan)

    assert committee.meetings.get().pk == meeting.pk
    assert committee.meetings.get().date == datetime.date(2027, 1, 19)
    assert take(committee, entry("a", "20270119"))[1] == [("same", "2027-01-19")]


def test_one_meeting_may_take_the_day_that_another_leaves(committee):
    plan, _ = take(committee, entry("a", "20270112"), entry("b", "20270119"))
    calendars.apply_plan(committee, plan)
    plan, _ = take(committee, entry("a", "20270119"), entry("b", "20270126"), entry("c", "20270112"))
    calendars.apply_plan(committee, plan)
    assert dict(committee.meetings.values_list("uid", "date")) == {
        "a": datetime.date(2027, 1, 19),
        "b": datetime.date(2027, 1, 26),
        "c": datetime.date(2027, 1, 12),
    }


def test_two_meetings_may_change_places(committee):
    plan, _ = take(committee, entry("a", "20270112"), entry("b", "20270119"))
    calendars.apply_plan(committee, plan)
    plan, kinds = take(committee, entry("a", "20270119"), entry("b", "20270112"))
    assert kinds == [("moved", "2027-01-12"), ("moved", "2027-01-19")]
    calendars.apply_plan(committee, plan)
    assert dict(committee.meetings.values_list("uid", "date")) == {
        "a": datetime.date(2027, 1, 19),
        "b": datetime.date(2027, 1, 12),
    }


def test_a_move_onto_another_meeting_is_an_error_of_its_line(committee):
    make_meeting(committee, datetime.date(2027, 1, 19), status=SCHEDULED)
    plan, _ = take(committee, entry("a", "20270112"))
    calendars.apply_plan(committee, plan)
    plan, _ = take(committee, entry("a", "20270119"))
    assert plan.errors == (
        "Line 4: the meeting of Tuesday 12 January 2027 moves to Tuesday 19 January 2027, on which there is another.",
    )


def test_a_cancelled_entry_cancels_its_meeting_wherever_it_stands_and_back(committee):
    plan, _ = take(committee, entry("a", "20270112"))
    calendars.apply_plan(committee, plan)
    plan, kinds = take(committee, entry("a", "20270119", "STATUS:CANCELLED\r\n"))
    assert kinds == [("cancelled", "2027-01-12")]
    calendars.apply_plan(committee, plan)
    assert committee.meetings.get().status == Meeting.Status.CANCELLED

    plan, kinds = take(committee, entry("a", "20270119"))
    assert kinds == [("moved", "2027-01-19")]
    calendars.apply_plan(committee, plan)
    assert committee.meetings.get().status == SCHEDULED


def test_a_day_that_is_cancelled_and_given_anew_stands(committee):
    _, kinds = take(committee, entry("a", "20270112", "STATUS:CANCELLED\r\n"), entry("b", "20270112"))
    assert kinds == [("new", "2027-01-12")]

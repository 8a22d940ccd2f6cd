"""When an agenda goes out: clear working days between it and the meeting."""

import datetime

from meetings.agenda import goes_out
from meetings.models import Committee, Meeting
from meetings.working_days import WorkingDays


def meeting_on(day: datetime.date, clear: int = 5) -> Meeting:
    return Meeting(committee=Committee(name="C", agenda_days=clear), date=day)


def test_five_clear_days_leave_out_the_day_of_the_agenda_and_the_day_of_the_meeting():
    assert goes_out(meeting_on(datetime.date(2026, 12, 3)), WorkingDays()) == datetime.date(2026, 11, 25)


def test_bank_holidays_and_closure_days_are_not_clear_days():
    closed = WorkingDays(closures={datetime.date(2026, 12, 29): "shutdown"})
    assert goes_out(meeting_on(datetime.date(2027, 1, 6)), WorkingDays()) == datetime.date(2026, 12, 24)
    assert goes_out(meeting_on(datetime.date(2027, 1, 6)), closed) == datetime.date(2026, 12, 24) - datetime.timedelta(
        1
    )

"""When the agenda of a meeting goes out."""

import datetime

from .models import Meeting
from .working_days import WorkingDays


def goes_out(meeting: Meeting, days: WorkingDays) -> datetime.date:
    """The last day on which the papers may go out. Needs the meeting's committee.

    The days between are clear ones: neither this day nor the meeting's counts (Local Government Act 1972, s. 100B).
    """
    return days.subtract(meeting.date, meeting.committee.agenda_days + 1)

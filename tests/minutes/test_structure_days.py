"""The meetings that a page holds and their days: papers one below the other, running titles, other dates near."""

import datetime

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse

TALK = "The Tree Officer said that the avenue had been planted in the winter and that most of the trees had taken."


@pytest.mark.parametrize(
    "opening",
    [
        "Meeting: {} - Parks Panel (Item 4)",
        "MINUTES OF A MEETING OF THE PARKS PANEL HELD ON {}",
        "Extract from the minutes of the Parks Panel, {}",
        "Meeting of the Parks Panel held on {}",
        "{} – Parks Panel",
    ],
)
def test_papers_of_several_meetings_on_one_page_are_told_apart_by_their_days(opening: str) -> None:
    talk = "The Tree Officer spoke of the elms and of the oaks, and members asked her a good many things. " * 6
    days = ("9 December 2024", "14 October 2024", "8 July 2024")
    page = "\n\n".join(f"{opening.format(day)}\n\n{talk}\n\nRESOLVED – That the report be noted." for day in days)
    minutes = parse(read_text(f"Elms in the parks\n\n{page}"))
    assert [str(meeting.date) for meeting in minutes.meetings] == ["2024-12-09", "2024-10-14", "2024-07-08"]
    assert [len(meeting.items[-1].resolutions) for meeting in minutes.meetings] == [1, 1, 1]


def test_a_running_title_on_each_page_opens_no_meeting() -> None:
    talk = "The Tree Officer spoke of the elms and of the oaks, and members asked her a good many things. " * 6
    page = "\n\n".join(f"Parks Panel – 9 December 2024\n\n{talk}" for _ in range(3))
    assert len(parse(read_text(page)).meetings) == 1


@pytest.mark.parametrize(
    "head",
    [
        "Minutes of the meeting on Tuesday 12 March\n\nMunicipal year 2023/24",
        "Published: 28 May 2024\n\n12 March 2024",
        "DRAFT - to be approved at the next meeting on 14 May 2024\n\nHeld on the 12th day of March 2024",
    ],
)
def test_the_day_is_the_meeting_s_own(head: str) -> None:
    page = f"Parks Panel\n\n{head}\n\n1. Apologies\n\nNone.\n\n2. Avenue\n\n{TALK}\n"
    minutes = parse(read_text(page))
    assert minutes.meetings[0].date == datetime.date(2024, 3, 12)

"""Owner and date of an action line under what was asked, through the whole reader."""

import datetime

import pytest

from minutes.followups import find_followups
from minutes.readers.text import read_text
from minutes.records import FollowUp
from minutes.structure import parse

ABOVE = (
    "Elm Panel\n\nMinutes of the meeting held on 12 March 2024\n\n4. Trees\n\n"
    "Ann Birch (AB), Head of Parks, spoke to the paper.\n\nMembers asked that a list of the elms be circulated.\n\n"
)


def only(line: str) -> FollowUp:
    (followup,) = find_followups(parse(read_text(ABOVE + line + "\n"))).followups
    return followup


@pytest.mark.parametrize(
    "line",
    [
        "ACTION: Head of Parks",
        "Action by: Head of Parks",
        "(Action: Head of Parks)",
        "AP1: Head of Parks",
        "Action owner: Head of Parks",
        "For action: Head of Parks",
        "Actioned by: Head of Parks",
        "Action: Head of Parks (Ann Birch)",
    ],
)
def test_the_post_on_an_action_line_is_the_owner(line: str) -> None:
    assert only(line).owner == "Head of Parks"


@pytest.mark.parametrize("line", ["Action: Officers", "Action: All", "Action: TBC"])
def test_an_action_line_that_names_nobody_gives_no_owner(line: str) -> None:
    assert only(line).owner is None


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Action: Head of Parks by 5 April 2024", datetime.date(2024, 4, 5)),
        ("Action: Head of Parks – April meeting", datetime.date(2024, 4, 30)),
        ("Action: Head of Parks – next meeting", "next_meeting"),
    ],
)
def test_a_date_beside_the_owner_is_when_it_is_due(line: str, due: datetime.date | str) -> None:
    assert (only(line).owner, only(line).due) == ("Head of Parks", due)

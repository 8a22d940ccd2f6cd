"""Tables and lists of actions in the shapes that clerks keep them in."""

import datetime

import pytest

from minutes import read
from minutes.followups import find_followups
from minutes.records import Findings
from minutes.sheets.columns import roles_of
from minutes.sheets.statuses import why_closed
from minutes.structure import parse


def found(body: str, title: str = "Action tracker") -> Findings:
    """What is found in a page of actions with this body."""
    return find_followups(parse(read(f"Elmsett Panel\n\n{title}\n\n{body}\n".encode(), "sheet.txt")))


def left_to_do(body: str, title: str = "Action tracker") -> list[tuple[str, str | None]]:
    return [(f.evidence[0].text, f.owner) for f in found(body, title).followups]


MAP, WALK = ("Draw a map of the elms", "Tree Officer"), ("Arrange a walk for members", "Clerk")


@pytest.mark.parametrize(
    "body",
    [
        "No. | Meeting | Action | By whom | Deadline | RAG\n"
        "1 | 9 Jan | Draw a map of the elms | Tree Officer | ASAP | Amber\n"
        "2 | 9 Jan | Share the felling plan | Tree Officer | ASAP | Green - complete\n"
        "3 | 6 Feb | Arrange a walk for members | Clerk | ASAP | Red",
        "Date\tMinute\tMatter\tResponsible\tUpdate\n"
        "12/12/23\t44\tDraw a map of the elms\tTree Officer\tNot yet due\n"
        "12/12/23\t46\tPublish the strategy\tTree Officer\tPublished 3 February\n"
        "16/01/24\t51\tArrange a walk for members\tClerk\tChased on 20 February, no reply",
        "Action\tStatus\tOwner\tClosed?\n"
        "Draw a map of the elms\tIn hand\tTree Officer\tN\n"
        "Number of elms felled\t\tTree Officer\tY\n"
        "Arrange a walk for members\t\tClerk\tN",
        "Action: Draw a map of the elms\nOwner: Tree Officer\nStatus: In progress\n\n"
        "Action: Share the felling plan\nOwner: Tree Officer\nStatus: Done\n\n"
        "Action: Arrange a walk for members\nOwner: Clerk\nStatus: Not started",
        "Recommendation 1: Draw a map of the elms\nResponse: Agreed\nLead: Tree Officer\n\n"
        "Recommendation 2: Share the felling plan\nLead: Tree Officer\nProgress: Complete\n\n"
        "Recommendation 3: Arrange a walk for members\nLead: Clerk\nProgress: To be tried from May",
        "Ref: E/1\nAction: Draw a map of the elms\nResponsible officer: Tree Officer\n\n"
        "Ref: E/2\nAction: Arrange a walk for members\nResponsible officer: Clerk",
        "Tree Officer\n\n- Draw a map of the elms\n\nClerk\n\n- Arrange a walk for members",
        "- Draw a map of the elms - Tree Officer\n- Share the felling plan - Tree Officer (done)\n"
        "- Arrange a walk for members (Clerk)",
    ],
)
def test_what_is_still_to_be_done_is_found_with_its_owner_in_every_shape_of_a_sheet(body: str) -> None:
    assert [(text.split(" (")[0].split(" -")[0], owner) for text, owner in left_to_do(body, "Actions")] == [MAP, WALK]


def test_the_lines_of_a_list_may_open_with_who_is_to_do_them() -> None:
    body = "Head of Trees: hold a briefing on the elms\n\nClerk: arrange a walk for members"
    assert left_to_do(body, "Actions arising from the meeting of 4 May") == [
        ("hold a briefing on the elms", "Head of Trees"),
        ("arrange a walk for members", "Clerk"),
    ]


def test_a_numbered_list_of_actions_is_no_list_of_items() -> None:
    body = "1. Clerk to arrange the walk\n2. AB to draw a map (ongoing)\n3. Chair to write to the owner"
    assert len(found(body, "Actions").followups) == 3


def test_the_column_of_dates_before_the_action_says_when_it_was_asked_and_not_when_it_is_due() -> None:
    (followup,) = found(
        "Date\tAction\tOwner\tStatus\n14/03/2024\tDraw a map of the elms\tTree Officer\tIn progress - due 2 May 2024"
    ).followups
    assert followup.due == datetime.date(2024, 5, 2)


def test_a_date_in_the_action_itself_comes_before_one_in_its_status() -> None:
    (followup,) = found(
        "Action\tOwner\tStatus\nDraw a map of the elms by 31 July 2024\tTree Officer\tStarted on 17 May 2024"
    ).followups
    assert followup.due == datetime.date(2024, 7, 31)


@pytest.mark.parametrize(
    ("headings", "action"),
    [
        ("Item|Decision|Action|Who", 2),
        ("Minute|Resolution|Officer|Position", 1),
        ("Minute|Matter|Responsible|Update", 1),
        ("Ref|Description|Lead|Status", 1),
        ("Item|Topic|Lead|Progress", 1),
    ],
)
def test_the_column_of_actions_is_known_by_whatever_heads_it(headings: str, action: int) -> None:
    assert roles_of(headings.split("|"))[action] == "action"


@pytest.mark.parametrize("cells", ["Agreed|A map for each rural ward|AB|May", "Ward|Elms|Oaks", "Topic|Lead|Date"])
def test_other_rows_head_no_sheet(cells: str) -> None:
    assert roles_of(cells.split("|")) == {}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("Complete", "done"),
        ("Sent to members 4 May", "done"),
        ("List sent 1 December", "done"),
        ("Given at the meeting on 6 February", "done"),
        ("2,114", "done"),
        ("Y", "done"),
        ("Superseded by the new plan", "done"),
        ("Refused - commercially confidential", "not pursued"),
        ("No longer required", "not pursued"),
        ("Paused until the inquest", "paused"),
        ("Ongoing", ""),
        ("Letter being drafted", ""),
        ("Partially implemented", ""),
        ("Overdue", ""),
        ("N", ""),
        ("Not yet due", ""),
        ("No reply received", ""),
        ("Report will be presented in June", ""),
        ("To be sent in June", ""),
        ("", ""),
    ],
)
def test_the_status_says_whether_anything_is_left_to_do(status: str, reason: str) -> None:
    assert why_closed([status]) == (f"the sheet shows it as {reason}" if reason else "")

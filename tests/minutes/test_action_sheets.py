"""Tables and lists of actions in the shapes that clerks keep them in."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes import read
from minutes.followups import find_followups
from minutes.records import Findings
from minutes.sheets.columns import roles_of
from minutes.sheets.statuses import due_in, was_on, why_closed
from minutes.structure import parse

MADE_UP = Path(__file__).parent / "sheets.txt"
MOST_WRONG = 3  # rows missed, made up or with a wrong field, of some eighty; a better rule lowers it


def found(body: str, title: str = "Action tracker") -> Findings:
    """What is found in a page of actions with this body."""
    return find_followups(parse(read(f"Elmsett Panel\n\n{title}\n\n{body}\n".encode(), "sheet.txt")))


def left_to_do(body: str, title: str = "Action tracker") -> list[tuple[str, str | None]]:
    return [(f.evidence[0].text, f.owner) for f in found(body, title).followups]


def made_up() -> Iterator[tuple[list[list[str]], str]]:
    """The rows still to be done (first words, owner, due) and the page of each sheet that we made up."""
    for part in MADE_UP.read_text().split("\n= ")[1:]:
        lines = part.splitlines()[1:]
        rows = [line for line in lines if line.startswith(">")]
        yield [[cell.strip() for cell in row[1:].split("|")] for row in rows], "\n".join(lines[len(rows) :])


def test_few_rows_of_the_sheets_that_we_made_up_are_misread() -> None:
    wrong = []
    for rows, body in made_up():
        page = f"Elmsett Scrutiny Panel\n\n3 June 2025\n\n{body}\n"
        for followup in find_followups(parse(read(page.encode(), "sheet.txt"))).followups:
            words = followup.evidence[0].text
            row = next((row for row in rows if row[0] in words), None)
            if row:
                rows.remove(row)
            if row is None or row[1:] != [followup.owner or "", str(followup.due or "")]:
                wrong.append(words)
        wrong += [row[0] for row in rows]
    assert len(wrong) <= MOST_WRONG, wrong


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
        ("Asked. Reply received", "done"),
        ("N/A", "done"),
        ("Overtaken by the new locks", "done"),
        ("Found to have been free since 1950", "done"),
        ("Already on the forward plan for 8 July", "planned already"),
        ("Looked at; not thought workable", "not pursued"),
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
        ("Reminder sent 20.01.23", ""),
        ("Four of the six have answered", ""),
        ("Two fitted, one to go", ""),
        ("Report will be presented in June", ""),
        ("To be sent in June", ""),
        ("", ""),
    ],
)
def test_the_status_says_whether_anything_is_left_to_do(status: str, reason: str) -> None:
    assert why_closed([status]) == (f"the sheet shows it as {reason}" if reason else "")


def test_letters_and_colours_say_what_the_key_of_the_sheet_says_of_them() -> None:
    sheet = "Action | Who | RAG\nDraw a map of the elms | Tree Officer | G\nArrange a walk for members | Clerk | A"
    assert left_to_do(f"Key: G = done, A = begun\n\n{sheet}") == [WALK]
    assert left_to_do(f"Key: G = on course, A = late\n\n{sheet}") == [MAP, WALK]


def test_a_status_that_is_a_day_is_when_it_was_done_or_when_it_is_due() -> None:
    met_on = datetime.date(2025, 6, 3)
    assert was_on("12/04/2025", met_on)
    assert not was_on("09/09/2025", met_on)
    assert not was_on("12/04/2025", None)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("With the contractor, end September 2025", "end September 2025"),
        ("Half done. To be finished in July.", "July"),
        ("Provisionally agreed for 22 July 2025", "for 22 July 2025"),
        ("for next Panel", "for next Panel"),
        ("Chased 30 May", ""),
        ("Letter of 2 March not answered", ""),
        ("Ongoing", ""),
    ],
)
def test_a_status_says_when_the_rest_is_to_be_done_and_not_when_something_was(status: str, words: str) -> None:
    assert due_in(status) == words


def test_a_recommendation_that_was_not_accepted_is_left_out() -> None:
    sheet = (
        "Recommendation\tAccepted?\tLead\nDraw a map of the elms\tYes\tTree Officer\nFell the elms\tNo\tTree Officer"
    )
    assert left_to_do(sheet) == [MAP]

"""Pages of committee systems and parish minutes as they are pasted: their items, clauses, day and body."""

import datetime

import pytest

from minutes.readers.text import read_text
from minutes.records import Meeting
from minutes.structure import parse


def meeting(text: str) -> Meeting:
    return parse(read_text(text)).meetings[0]


def titles(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in meeting(text).items]


def clauses(text: str) -> list[str]:
    return [resolution.text for item in meeting(text).items for resolution in item.resolutions]


LISTED = """Agenda and minutes

Cabinet - Monday, 3rd June, 2024 9.30 am

Venue: The Guildhall. View directions

Items
No. Item

1.

Appointments to outside bodies etc.

To consider any changes.

Minutes:

There were no changes.

2.

Declarations of Interest

3.

Harbour dredging pdf icon PDF 84 KB

Additional documents:

• Appendix 1 , item 3. pdf icon PDF 30 KB

Minutes:

The Harbour Master presented the report.

resolved:

That the report be noted.
"""


def test_the_head_of_a_pasted_list_of_items_is_no_title() -> None:
    assert titles(LISTED) == [
        ("1", "Appointments to outside bodies etc."),
        ("2", "Declarations of Interest"),
        ("3", "Harbour dredging"),
    ]
    assert clauses(LISTED) == ["That the report be noted."]


UNNUMBERED = """Agenda and minutes

Harbour Scrutiny Panel - Monday, 3rd June, 2024 2.00 pm

No. Item


Minutes

To confirm the minutes of the meeting held on 4 March 2024.


The minutes were confirmed.


Declarations of Interest

There were none.


Minute of the special meeting held on 8 April 2024 pdf icon PDF 90 KB

The minute was confirmed.


Councillor Questions

No questions had been received.


Dredging of the inner basin pdf icon PDF 84 KB

Report of the Harbour Master

Additional documents:

Appendix 1 pdf icon PDF 30 KB

The Panel considered a report on the works under these heads:

Works Completed

·         East quay

·         Slipway

The Panel noted the report.


Urgent Business
"""


def test_items_without_numbers_are_known_by_their_papers_and_usual_titles() -> None:
    assert [title for _, title in titles(UNNUMBERED)] == [
        "Minutes",
        "Declarations of Interest",
        "Minute of the special meeting held on 8 April 2024",
        "Councillor Questions",
        "Dredging of the inner basin",
        "Urgent Business",
    ]


def test_parts_with_letters_do_not_take_the_place_of_the_items() -> None:
    text = (
        "Harbour Scrutiny Panel\n4.00pm 3 June 2024\n\nPART ONE\n1 Procedural Business\n(a) Declarations of "
        "Substitutes\n"
        "1.1 There were none.\n(b) Declarations of Interest\n1.2 There were none.\n(c) Exclusion of Press and Public\n"
        "1.3 The Panel considered whether the public should be excluded.\n2 Minutes\n2.1 The minutes were approved.\n"
        "3 Chair's Communications\n3.1 The Chair thanked the crew of the lifeboat for the work that they had done.\n"
        "4 Call Over\n4.1 Items 8 and 9 were reserved for discussion.\n5 Public Involvement\n5.1 There was none.\n"
        "8 Harbour Budget\n8.1 The Harbour Master presented the report.\n"
    )
    assert titles(text) == [
        ("1", "Procedural Business"),
        ("2", "Minutes"),
        ("3", "Chair's Communications"),
        ("4", "Call Over"),
        ("5", "Public Involvement"),
        ("8", "Harbour Budget"),
    ]


PARISH = """Minutes of the Parish Council Meeting held on Monday 3 June 2024

1. To Elect a Chair
Resolved: to elect Cllr Fry as Chair
2. To receive apologies: Cllr Dunmore, PCSO Hale
3. Declarations of interest – none received
4. MINUTES OF THE MEETING HELD ON 7th May 2024
The minutes were signed by the Chair.
5. Report from the ward councillors: Cllr Ash said that the lane would be swept.
6. Finance - RESOLVED to approve the payments listed.
8. Allotments
Item 9 Water supply: the Clerk had asked for a quotation and would tell the tenants what it came to.
7. Open session
There were no questions.
9. Planning
It was noted that Northbrook had refused the barn.
"""


def test_parish_titles_end_before_the_few_words_that_follow_them() -> None:
    assert titles(PARISH) == [
        ("1", "To Elect a Chair"),
        ("2", "To receive apologies"),
        ("3", "Declarations of interest"),
        ("4", "MINUTES OF THE MEETING HELD ON 7th May 2024"),
        ("5", "Report from the ward councillors"),
        ("6", "Finance"),
        ("8", "Allotments"),
        ("7", "Open session"),
        ("9", "Planning"),
    ]
    assert clauses(PARISH) == ["elect Cllr Fry as Chair", "approve the payments listed."]


def numbered(*heads: str) -> str:
    words = "The Harbour Master told the Panel how the works were going on."
    return "Harbour Panel\n\n3 June 2024\n\n" + "\n\n".join(f"{head}\n\n{words}" for head in heads)


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (["1.APOLOGIES:", "2.DREDGING:", "3.TO RECEIVE THE ACCOUNTS:"], ["1", "2", "3"]),
        (["41.\n\nApologies", "42.\n\n3\n\nMoorings", "43.\n\nDues"], ["41", "42", "43"]),
        (["14365 DREDGING", "14366 MOORINGS", "14367 DUES"], ["14365", "14366", "14367"]),
        (["21.44\tDREDGING", "21.45\tMOORINGS", "21.46\tDUES"], ["21.44", "21.45", "21.46"]),
        (["4 DREDGING", "5 (a) QUAYS GROUP", "5 (b) DUES GROUP", "6 MOORINGS"], ["4", "5 (a)", "5 (b)", "6"]),
        (["Note 01/24\nDredging", "Note 02/24\nMoorings", "Note 03/24\nDues"], ["01/24", "02/24", "03/24"]),
        (["PART I - RECOMMENDATIONS", "41.\n\nApologies", "42.\n\nMoorings", "43.\n\nDues"], ["41", "42", "43"]),
    ],
)  # fmt: skip
def test_numbers_of_these_kinds_make_items(heads: list[str], numbers: list[str]) -> None:
    found = titles(numbered(*heads))
    assert [number for number, _ in found if number] == numbers
    assert not any(title.isdigit() for _, title in found)


def test_a_title_in_capitals_ends_above_the_word_resolved_on_a_wrapped_page() -> None:
    text = (
        "Harbour Panel\n\n3 June 2024\n\n1. MINUTES OF THE MEETING OF THE PANEL HELD ON 4 MARCH 2024\nRESOLVED:\n"
        "That the minutes of the meeting held on 4 March 2024 be confirmed and signed by\nthe chair of the "
        "panel, and that "
        "the log of what was still\noutstanding be noted by members.\n2. APOLOGIES FOR ABSENCE\nThere were "
        "apologies from "
        "two members, who had been called away to the other end of\nthe county by the storm that had come "
        "up in the night "
        "before the meeting\nand had not been able to come back.\n"
    )
    assert titles(text)[0] == ("1", "MINUTES OF THE MEETING OF THE PANEL HELD ON 4 MARCH 2024")


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Minutes of the Joint Quays Committee Meeting held on 3 June 2024", "Joint Quays Committee"),
        ("Extract from the minutes of the Quays Panel held on 3 June 2024", "Quays Panel"),
        ("Meeting of the Quays Panel, 3 June 2024", "Quays Panel"),
        ("Minutes - Full Council - 3rd June 2024", "Full Council"),
        ("Quays Committee (2005-2015)\n3 June 2024", "Quays Committee (2005-2015)"),
        ("NORTHBROOK DISTRICT COUNCIL QUAYS SCRUTINY PANEL\n3 June 2024", "QUAYS SCRUTINY PANEL"),
        ("Ashbourne Vale Combined Authority\nQuays Committee\n3 June 2024", "Quays Committee"),
        ("3 June 2024\nL Hale, Committee Services Officer", None),
        ("3 June 2024\nIn attendance\nChief Executive", None),
    ],
)
def test_a_body_is_called_by_its_name_alone(line: str, committee: str | None) -> None:
    body = "1. Apologies\n\nThere were none.\n\n2. Moorings\n\nThe report was noted.\n\n3. Dues\n\nNo dues were owed."
    found = meeting(f"{line}\n\n{body}")
    assert (found.date, found.committee) == (datetime.date(2024, 6, 3), committee)


@pytest.mark.parametrize(
    "line",
    [
        "To approve the minutes of the meeting of the Quays Panel held on 4 March 2024",
        "The minutes of the meeting of the Quays Panel held on 4 March 2024 were approved as a correct record.",
        "Minutes of the meeting held on 4 March 2024",
        "Actions from the meeting held on 4 March 2024",
        "· Quays Panel 4 March 2024",
        "(Reference: report by the Executive Director dated 4 March 2024, submitted)",
    ],
)
def test_the_day_of_another_meeting_is_not_that_of_this_one(line: str) -> None:
    found = meeting(
        f"Agenda item\n\nMinutes of other meetings\n\n{line}\n\nMinutes:\n\nMembers looked at them.\n\n{line}"
    )
    assert (found.date, found.committee) == (None, None)


MENU = "\n".join(f"• {word}" for word in ("Calendar", "Committees", "Decisions", "Library", "Meetings", "Members") * 4)


@pytest.mark.parametrize("head", [f"{MENU}\n\nAgenda item\n\n", "Meeting documents\n\nNorthbrook Quays Panel\n\n"])
def test_a_page_of_one_item_is_dated_by_the_line_that_names_its_meeting(head: str) -> None:
    found = meeting(
        f"{head}Harbour dues\n\n• Meeting of Quays Panel, Monday, 3rd June, 2024 9.30 am (Item 9.)\n\n"
        f"Please see the plan:"
        "\n\nForward Plan of Key Decisions\n\nMinutes:\n\nThe Harbour Master presented the report.\n\n"
        "RESOLVED that dues be held."
    )
    assert (found.date, found.committee) == (datetime.date(2024, 6, 3), "Quays Panel")
    assert [(item.number, item.title) for item in found.items] == [("9", "Harbour dues")]


def test_numbers_far_down_a_paper_are_no_items_where_the_items_have_none() -> None:
    text = "Harbour Panel\n\n3 June 2024\n\n" + "\n\n".join(
        f"{title}\n\nThe Harbour Master told the Panel at some length how things stood and what was to come next."
        for title in ("APOLOGIES FOR ABSENCE", "MINUTES", "DREDGING", "MOORINGS", "PUBLIC QUESTIONS")
    )
    text += (
        "\n\n45 Reply to Mrs Hale on the slipway\n\nIt would be mended.\n\n46 Reply to Mr Fry on dues\n\nThey stood."
    )
    assert [title for _, title in titles(text)] == [
        "APOLOGIES FOR ABSENCE",
        "MINUTES",
        "DREDGING",
        "MOORINGS",
        "PUBLIC QUESTIONS",
    ]


def test_lines_of_a_wrapped_page_without_blank_lines_are_parted_by_their_words() -> None:
    text = """Harbour Scrutiny Panel
Monday 3 June 2024
1. Dredging of the inner basin and the repair of the slipway
To receive a report from the Harbour Master on the works that were agreed last year.
Minutes:
The Harbour Master said that the works had begun in March and that the basin would be
open again by the autumn, when the last of the boats would be back from the yard up the
river and the crane had been taken down.
RESOLVED that the report be noted.
2. The state of the east quay and what it would cost to mend pdf icon PDF 84 KB
To consider what should be done about the east quay before the storms of next winter.
Minutes:
Members asked how long the quay would stand if nothing were done to it this year, and were
told that nobody could say.
3. Dues
Decision:
That the dues be held at the level of last year, and that the clerk tell the owners of all
the boats by letter.
"""
    found = meeting(text)
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Dredging of the inner basin and the repair of the slipway"),
        ("2", "The state of the east quay and what it would cost to mend"),
        ("3", "Dues"),
    ]
    assert [len(item.resolutions) for item in found.items] == [1, 0, 1]


def test_the_papers_own_title_and_who_is_to_act_are_no_titles() -> None:
    text = """Northbrook City Council\n\n12 March 2024\n\nMinutes of the Parks Panel

Present: Councillors Ames and Bell

Apologies for absence\n\nApologies were received from Councillor Dunn.\n\nPark benches

Members noted that many benches were broken and asked for a list of them.\n\nHead of Parks to action\n\nTree felling

The Tree Officer reported that three elms had been felled.\n\nTree Officer to action\n\nAny other business

There was none."""
    named = ["Apologies for absence", "Park benches", "Tree felling", "Any other business"]
    assert titles(text) == [(None, title) for title in named]

"""What a body decided, on pages of decisions and under the headings of pasted items; what it dealt with in private."""

import datetime

import pytest

from minutes.readers.text import read_text
from minutes.records import AgendaItem, Meeting
from minutes.structure import parse


def meeting(text: str) -> Meeting:
    return parse(read_text(text)).meetings[0]


def only_item(text: str) -> AgendaItem:
    (item,) = meeting(text).items
    return item


DECISION = """Decision details

Harbour Task Group

Decision Maker: Cabinet

Decision status: Recommendations Approved

{decision}

Publication date: 06/06/2024

Date of decision: 03/06/2024

Decided at meeting: 03/06/2024 - Cabinet
"""


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("Decision:\n\nRecommendation agreed.", ["Recommendation agreed."]),
        (
            "RESOLVED: That Cabinet:\n\n(1) Noted the cost.\n\n(2) Approved the scheme.\n\n"
            "(1) There is no money in the budget for all of the quays at the present time.\n\n(2) The works are "
            "wanted.",
            ["Noted the cost.", "Approved the scheme."],
        ),
        (
            "Decision:\n\n(a) That the Panel recommends to Council:\n\n• that dues be held\n\n• that the "
            "slipway be mended\n\n"
            "(b) That the report be noted.",
            ["that dues be held", "that the slipway be mended", "That the report be noted."],
        ),
        (
            "Decision:\n\nHarbour Dues 2024/25\n\nFollowing scrutiny, the report was noted.\n\nSlipway Repairs\n\n"
            "Following scrutiny, the recommendation was supported.",
            ["Following scrutiny, the report was noted.", "Following scrutiny, the recommendation was supported."],
        ),
    ],
)
def test_a_page_of_a_decision_holds_its_clauses_and_the_body_that_took_it(decision: str, expected: list[str]) -> None:
    found = meeting(DECISION.format(decision=decision))
    assert (found.date, found.committee) == (datetime.date(2024, 6, 3), "Cabinet")
    assert [resolution.text for item in found.items for resolution in item.resolutions] == expected


def test_the_heading_of_a_published_decision_ends_before_its_reference() -> None:
    found = meeting(
        "03/06/2024 - Harbour dues ref: 302    Recommendations Approved\n\nDecision Maker: Quays Committee\n\n"
        "Made at meeting: 03/06/2024 - Quays Committee\n\nDecision published: 06/06/2024\n\nResolved: That "
        "dues be held."
    )
    assert (found.committee, found.items[0].title) == ("Quays Committee", "Harbour dues")
    assert [resolution.text for resolution in found.items[0].resolutions] == ["dues be held."]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("After discussion it was\n\nRESOLVED that dues be held.", ["dues be held."]),
        ("RESOLVEDthat dues be held.", ["dues be held."]),
        (
            "The Panel agreed –\n\n3\n\n1. that dues be held;\n\n2. that it rest.",
            ["that dues be held", "that it rest."],
        ),
        ("RESOLVED:\n\n1. That dues be held;\n\n4\n\n2. That it rest.", ["That dues be held", "That it rest."]),
        ("Resolved to RECOMMEND: (to Council)\n\nThat dues be held.", ["That dues be held."]),
        (
            "RESOLVED that the Portfolio Holder be recommended to:\n\ni) Note the dues; and\n\nii) Agree the contract.",
            ["Note the dues", "Agree the contract."],
        ),
        (
            "RESOLVED:\n(a)\nThat the Chair review the Panel’s\nWork Programme.\n(b) That the dues be held.",
            ["That the Chair review the Panel’s Work Programme.", "That the dues be held."],
        ),
        (
            "Resolved:\n\n(a) That these appointments be noted:\n\n· Councillor Fry as Chair,\n\n· Councillor "
            "Ash as Vice-Chair,\n\n"
            "(b) That dues be held.",
            ["That these appointments be noted:", "That dues be held."],
        ),
        (
            "RESOLVED: To note the attendance of the following Reserve Member:-\n\nCouncillor Fry",
            ["note the attendance of the following Reserve Member:-"],
        ),
        ("The Panel NOTED the following declarations of interest:-\n\nItem 6 – Mr G Rook (financial)", []),
        (
            "The Harbour Master presented the report, and members asked about the slipway.\n\n"
            "(a) subject to the changes, the plan be approved;\n\n(b) the following be appointed to the Quays "
            "Group –\n\n"
            "Councillor Ash for the east\n\nCouncillor Fry for the west, and\n\n(c) the Harbour Master email "
            "all members.",
            [
                "subject to the changes, the plan be approved;",
                "the following be appointed to the Quays Group –",
                "the Harbour Master email all members.",
            ],
        ),
        (
            "Members saw the plan.\n\na) the plan be endorsed;\n\nb) the plan be worked out;\n\nc) the Board "
            "oversee the works.",
            ["the plan be endorsed;", "the plan be worked out;", "the Board oversee the works."],
        ),
    ],
)
def test_clauses_of_these_forms_are_found_each_by_itself(words: str, expected: list[str]) -> None:
    item = only_item(f"Agenda item\n\nHarbour dues\n\nMinutes:\n\nThe Panel considered the report.\n\n{words}")
    assert [resolution.text.removesuffix(";") for resolution in item.resolutions] == [
        e.removesuffix(";") for e in expected
    ]


PRIVATE = """Quays Panel
3 June 2024

1 Apologies
There were none.
2 Resolution
The Panel resolved that the public be excluded from the meeting {when}.
3 Harbour dues
The report was noted.
{part}4 Sale of the east quay
The Head of Estates told members of the offers that had been made.
"""


@pytest.mark.parametrize(
    ("when", "part", "expected"),
    [
        ("for Item 4 of business", "", [False, False, False, True]),
        (
            "during consideration of the items contained in part two of the agenda",
            "PART TWO\n",
            [False, False, False, True],
        ),
        ("for Item 12 of business", "", [False, False, True, True]),  # no such item here: in doubt all are private
    ],
)
def test_only_the_items_for_which_the_public_was_excluded_are_restricted(
    when: str, part: str, expected: list[bool]
) -> None:
    assert [item.restricted for item in meeting(PRIVATE.format(when=when, part=part)).items] == expected

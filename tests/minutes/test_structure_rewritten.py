"""The same decision, pasted otherwise: other signs before its clauses, lines between them, other words above it."""

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse

TALK = "The Harbour Master told the Panel that the wall had moved again and that divers had found two cracks."
CLAUSES = [
    "That the harbour dues be held for a year",
    "That a second launch be bought",
    "That the Harbour Master report in May",
]


def decided(body: str) -> list[str]:
    text = f"4. Harbour Wall\n\n{TALK}\n\n{body}\n\n5. Any Other Business\n\nThere was none.\n"
    items = parse(read_text(text)).meetings[0].items
    assert [item.title for item in items] == ["Harbour Wall", "Any Other Business"]
    return [resolution.text for resolution in items[0].resolutions]


@pytest.mark.parametrize(
    "signs",
    [
        ("1:", "2:", "3:"),
        ("1 -", "2 -", "3 -"),
        ("a/", "b/", "c/"),
        ("1.)", "2.)", "3.)"),
        ("[a]", "[b]", "[c]"),
        ("(a) –", "(b) –", "(c) –"),
        ("+", "+", "+"),
        ("✓", "✓", "✓"),
        ("--", "--", "--"),
        ("1.\n\n", "2.\n\n", "3.\n\n"),
    ],
)  # fmt: skip
def test_whatever_sign_stands_before_a_clause_it_is_one(signs: tuple[str, ...]) -> None:
    listed = "\n".join(f"{sign} {clause}" for sign, clause in zip(signs, CLAUSES, strict=True))
    assert decided(f"RESOLVED:\n\n{listed}") == CLAUSES


@pytest.mark.parametrize("sign", ["•", "1.", "(a)"])
def test_a_sign_may_be_glued_to_its_clause(sign: str) -> None:
    assert decided(f"RESOLVED:\n\n{sign}{CLAUSES[0]}") == CLAUSES[:1]


def test_a_clause_that_lost_its_sign_belongs_to_the_list_above_it() -> None:
    assert decided(f"RESOLVED:\n\n(a) {CLAUSES[0]}\n\n(b) {CLAUSES[1]}; and\n\nthat the wall be watched.") == [
        *CLAUSES[:2],
        "that the wall be watched.",
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "(Unanimous)",
        "(Vote: 6 for, 2 against, 1 abstention)",
        "By 6 votes to 2:",
        "Proposed: Councillor Ash. Seconded: Councillor Elm.",
        "(Councillor Ash left the meeting at 7.40 pm)",
        "Owner: Harbour Master",
        "Harbour and Beaches Panel – 4 March 2024",
        "4 March 2024",
        "Page 4 of 9",
        "Chair’s initials ......",
    ],
)
@pytest.mark.parametrize("signs", [("(a) ", "(b) ", "(c) "), ("• ", "• ", "• "), ("", "", "")])
def test_how_it_was_carried_who_acts_and_the_foot_of_a_page_are_no_clauses(aside: str, signs: tuple[str, ...]) -> None:
    a, b, c = (sign + clause for sign, clause in zip(signs, CLAUSES, strict=True))
    assert decided(f"RESOLVED\n\n{aside}\n\n{a}\n\n{aside}\n\n{b}\n\n{c}\n\n{aside}") == CLAUSES


@pytest.mark.parametrize(
    "head",
    [
        "The meeting resolved:",
        "On being put to the vote it was:",
        "Agreed actions:",
        "Summary of decisions",
        "R E S O L V E D",
        "RESOLVED [unanimously]:",
    ],
)
def test_clauses_below_words_that_decide_count(head: str) -> None:
    assert decided(f"{head}\n\n(a) {CLAUSES[0]}\n\n(b) {CLAUSES[1]}") == CLAUSES[:2]


@pytest.mark.parametrize("head", ["The meeting resolved:", "Members agreed:", "Council resolved:", "Conclusions:"])
def test_a_clause_behind_words_that_decide_counts(head: str) -> None:
    assert decided(f"{head} {CLAUSES[0]}") == [CLAUSES[0].removeprefix("That ")]
    assert decided(f"{head} (a) {CLAUSES[0]}\n\n(b) {CLAUSES[1]}") == CLAUSES[:2]


def test_what_members_had_agreed_before_is_no_decision_though_a_clause_stands_behind_it() -> None:
    assert decided("The Panel had previously agreed: that the dues be raised. Nothing had been done.") == []


@pytest.mark.parametrize("line", ["In respect of the dues:", "Finance", "Other matters:"])
def test_the_heading_of_a_part_of_a_decision_is_no_clause(line: str) -> None:
    assert decided(f"RESOLVED\n\n(a) {CLAUSES[0]}\n\n{line}\n\n(b) {CLAUSES[1]}") == CLAUSES[:2]


@pytest.mark.parametrize(
    "line",
    [
        "Key decision: No",
        "Wards affected: Harbour",
        "The Chair thanked the divers.",
        "The decision is subject to call-in.",
    ],
)
def test_what_stands_below_clauses_without_signs_is_none_of_them(line: str) -> None:
    assert decided(f"RESOLVED:\n\n{CLAUSES[0]}\n\n{CLAUSES[1]}\n\n{line}") == CLAUSES[:2]


def test_labels_that_stand_beside_the_numbers_of_pages_are_kept() -> None:
    item = "{n}.\n\n{title}\n\nMinutes:\n\n{talk}\n\nRESOLVED:\n\nThat the {title} be mended.\n\nPage {n}\n\n"
    titles = ("North Quay", "South Quay", "Slipway", "Light")
    text = "".join(item.format(n=n, title=title, talk=TALK) for n, title in enumerate(titles, 1))
    items = parse(read_text(text)).meetings[0].items
    assert [(item.number, item.title) for item in items] == [(str(n), title) for n, title in enumerate(titles, 1)]
    assert [item.resolutions[0].text for item in items] == [f"That the {title} be mended." for title in titles]


@pytest.mark.parametrize(
    "lead",
    ["It was recommended:", "Officer recommendation:", "The report recommended that the Panel:", "RECOMMENDATIONS:"],
)
def test_what_was_recommended_before_something_else_was_decided_is_no_decision(lead: str) -> None:
    offered = f"{lead}\n\n(1) {CLAUSES[0]}\n\n(2) {CLAUSES[1]}"
    assert (
        decided(f"{offered}\n\nMembers did not like the look of that.\n\nRESOLVED:\n\n(1) {CLAUSES[2]}") == CLAUSES[2:]
    )


def test_the_minutes_in_an_answered_email_are_read_as_they_stood() -> None:
    listed = f"RESOLVED:\n\n(a) {CLAUSES[0]}\n\n(b) {CLAUSES[1]}"
    text = f"4. Harbour Wall\n\n{TALK}\n\n{listed}\n\n5. Any Other Business\n\nThere was none.\n"
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    items = parse(read_text(quoted)).meetings[0].items
    assert [item.title for item in items] == ["Harbour Wall", "Any Other Business"]
    assert [resolution.text for resolution in items[0].resolutions] == CLAUSES[:2]


def test_a_clause_without_a_sign_ends_where_the_next_lettered_part_of_the_talk_begins() -> None:
    talk = "B. Dues\n\na. A single scale of dues would take the place of the three which there were at present."
    assert decided(f"A. Wall\n\n{TALK}\n\nRESOLVED:\n\n{CLAUSES[0]}.\n\n{talk}") == [CLAUSES[0] + "."]


def test_a_decision_printed_above_the_minutes_without_a_label_counts() -> None:
    page = f"Agenda item\n\nHarbour Wall\n\nRESOLVED that {CLAUSES[0][5:]}.\n\nMinutes:\n\n{TALK}"
    (item,) = parse(read_text(page)).meetings[0].items
    assert [resolution.text for resolution in item.resolutions] == [CLAUSES[0][5:] + "."]

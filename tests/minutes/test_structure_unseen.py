"""Decisions in forms that pages nobody had seen turned out to hold, and what only looks like one there."""

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse

from .test_structure_resolutions import decided
from .test_structure_wordings import plain

ONE = "the hedge be cut"
TWO = "a plan of the ditches be drawn"


def clauses(body: str) -> list[str]:
    return [clause.rstrip(".;").removeprefix("to ") for clause in plain(decided(body))]


@pytest.mark.parametrize(
    "words",
    [
        "Outcome That {}.",
        "Conclusion That {}.",
        "Agreed {}.",
        "Agreed The hedge be cut.",
        "Agreed That {}.",
        "R E S O L V E D – That {}.",
        "RESOLVED? That {}.",
        "RESOLVED ? that {}.",
        "RESOLVED?\n\nThat {}.",
        "RESOLVED \ufffd That {}.",
        "The Panel AGREED ? that {}.",
        "RESOLVED… that {}.",
        "RESOLVED [unanimous]: That {}.",
        "RESOLVED [5 for, 2 against] that {}.",
        "RESOLVED 12/24 That {}.",
        "RESOLVED: (12/24) That {}.",
        "RESOLUTION No. 7\n\nThat {}.",
        "Cllr Ash proposed that {}, seconded Cllr Elm. All in favour.",
    ],
)
def test_whatever_stands_between_the_deciding_word_and_the_clause_is_none_of_it(words: str) -> None:
    assert clauses(words.format(ONE)) == [ONE]


@pytest.mark.parametrize(
    "body",
    [
        "RESOLVED [unanimous]:\n\n(a) That {};\n\n(b) That {}.",
        "RESOLVED ? (i) that {}; (ii) that {}.",
        "Decision\n\nAGREED TO RECOMMEND to the Council\n\n4.1 that {}; and\n\n4.2 that {}.",
        "RESOLVED: That the following be put in hand:\n\n(a) {};\n\n(b) {}.",
        "RESOLVED:\n\n(1) That {};\n\n(2) that in consequence\n\n(i) {}.",
        "RESOLVED:\nThat {}.\nThat a plan of the ditches\nbe drawn.",
        "RESOLVED\n\n1. That {};\n\n2. That {}.\n\nReasons\n\n1. To ensure that hedges are cut.\n\n2. To have a plan.",
        "Decision of the Cabinet Member for Hedges and Ditches\n\ni. That {};\n\nii. That {}.",
    ],
)
def test_a_list_is_found_below_its_lead_and_ends_with_its_last_clause(body: str) -> None:
    assert clauses(body.format(ONE, TWO)) == [ONE, TWO]


def test_the_fate_of_an_amendment_is_not_that_of_the_motion() -> None:
    moved = "Councillor Ash moved, seconded by Councillor Elm, that the hedge be cut.\n\n"
    lost = "Councillor Fir moved an amendment, seconded by Councillor Oak, that the hedge be left. It was lost.\n\n"
    put = "An amendment, moved by Councillor Fir, seconded by Cllr Oak, that the hedge be left, was put and {}.\n\n"
    carried = "The substantive motion was put and carried."
    assert clauses(moved + lost + carried) == [ONE]
    assert clauses(moved + put.format("lost") + "The original motion was then put to the vote and carried.") == [ONE]
    assert clauses(moved + put.format("carried") + "The Chair thanked the Tree Officer.") == ["the hedge be left"]
    assert clauses(moved + put.format("lost") + "The substantive motion was put and lost.") == []


def test_the_second_of_two_motions_is_taken_as_an_amendment_where_its_fate_says_so() -> None:
    body = (
        "Moved by Councillor Ash, Seconded by Councillor Elm;\n\n“That the hedge be left.”\n\n"
        "Moved by Councillor Fir, Seconded by Alderman Oak,\n\n“That the hedge be cut.”\n\n"
        "On a vote, the Chairperson gave a casting vote in favour of the amendment.\n\n"
        "The amendment was then put to the Committee as the substantive motion and accordingly agreed."
    )
    assert [clause.rstrip(".”") for clause in clauses(body)] == [ONE]


@pytest.mark.parametrize(
    "body",
    [
        "The Council at its meeting on 4 May resolved that the hedge be left.\n\nMembers talked of it at some length.",
        "The minutes of the last meeting of the Hedges Board held on 4 May were approved.",
        "In the discussion that followed members of the Board:\n\n· asked what was to become of the hedge;\n\n"
        "· noted that it was old.\n\nThe Chair thanked the Tree Officer.",
    ],
)
def test_what_others_decided_or_members_said_is_no_decision(body: str) -> None:
    assert decided(body) == []


def page_of_decision(body: str) -> list[str]:
    minutes = parse(read_text(f"Decision details\n\nHedges\n\nDecision status: Approved\n\nDecisions:\n\n{body}"))
    return [r.text for meeting in minutes.meetings for item in meeting.items for r in item.resolutions]


def test_what_is_told_under_decisions_before_resolved_is_an_account() -> None:
    told = "The Chair informed the Panel that answers would be sent round.\n\nAs agreed in May, the notes be read."
    assert page_of_decision(f"{told}\n\nResolved: The hedge be cut.") == ["The hedge be cut."]
    assert page_of_decision("That the hedge be cut.\n\nResolved: A plan be drawn.") == [
        "That the hedge be cut.",
        "A plan be drawn.",
    ]


def test_entries_that_all_have_one_number_are_found_once() -> None:
    body = "Decision\n\n1. Noted the report.\n\n1. Agreed to write to the landowner.\n\n"
    assert decided(body + "(Reference: Report by the Tree Officer, submitted)") == [
        "Noted the report.",
        "Agreed to write to the landowner.",
    ]


def test_a_clause_on_a_line_of_its_own_below_its_letter_is_no_title() -> None:
    text = (
        "To review the Work Programme (attached).\n\nMinutes:\n\nThe Chair said that it was long.\n\nRESOLVED:\n\n"
        "(a)\n\nThat the Chair review the Work Programme.\n\n(b) That the hedge be cut."
    )
    titles = [item.title for meeting in parse(read_text(text)).meetings for item in meeting.items]
    assert not any(title.startswith("That ") for title in titles)


@pytest.mark.parametrize(
    "words",
    [
        "Outcome that {}.",
        "Outcome (8:6) – That {}.",
        "Committee decision - that {}.",
        "Conclusion that: -\n\n1) {}.",
        "Members resolved that {}.",
        "Cabinet RESOLVED: that {}.",
        "The Portfolio Holder resolved that {}.",
    ],
)
def test_a_decision_is_found_under_other_words_and_whoever_took_it(words: str) -> None:
    assert clauses(words.format(ONE)) == [ONE]


def test_what_another_body_resolved_on_a_day_is_none_of_ours() -> None:
    assert (
        decided("Cabinet resolved on 4 May that the hedge be left. Members talked of it.\n\nThe Chair thanked all.")
        == []
    )


@pytest.mark.parametrize("sign", ["{} ", "{}   ", "R{}: ", "R{} "])
def test_entries_counted_without_a_stop_are_a_list(sign: str) -> None:
    first, second = (sign.format(n) for n in (1, 2))
    assert clauses(f"RESOLVED\n\n{first}The hedge to be cut by May\n\n{second}Plan of the ditches to members") == [
        "the hedge to be cut by May",
        "plan of the ditches to members",
    ]


TALK = "The officer told of the {} at some length, and members asked about it and were answered in full.\n\n"


def paper(foot: str) -> str:
    """Minutes of two items, the list of what was decided in each cut by the foot of a page."""
    head = "Hedges Panel\n\n4 March 2019\n\nPresent: Cllr Ash (Chair)\n\n"
    items = [
        f"{n}. {title}\n\n{4 * TALK.format(title)}RESOLVED:\n\n(a) that the {title} be seen to;\n\n{foot.format(n)}\n\n"
        f"(b) that a plan of the {title} be drawn.\n\n"
        for n, title in enumerate(("Hedges", "Ditches", "Elms"), start=1)
    ]
    return head + "".join(items)


@pytest.mark.parametrize(
    "foot", ["- {} -", "Page {}", "{}\n\nHedges Panel – 4 March 2019", "Hedges Panel, 4 March 2019\n\n{}"]
)
def test_a_list_goes_on_over_the_foot_of_a_page(foot: str) -> None:
    meeting = parse(read_text(paper(foot))).meetings[0]
    assert [(item.title, len(item.resolutions)) for item in meeting.items] == [
        ("Hedges", 2),
        ("Ditches", 2),
        ("Elms", 2),
    ]


def test_a_decision_that_every_item_ends_with_is_no_header_where_it_stands_beside_page_numbers() -> None:
    text = "Hedges Panel\n\n4 March 2019\n\nPresent: Cllr Ash (Chair)\n\n"
    for n, title in enumerate(("Hedges", "Ditches", "Elms", "Oaks"), start=1):
        foot = f"- {n} -\n\n" if n in (2, 4) else ""
        blank = "The Chair thanked him.\n\n" if n == 4 else ""
        text += f"{n}. {title}\n\n{TALK.format(title)}The Panel noted the report.\n\n{blank}{foot}"
    found = [r.text for item in parse(read_text(text)).meetings[0].items for r in item.resolutions]
    assert found.count("The Panel noted the report.") >= 3


HEAD = "Minutes of the {} held on {}\n\nPresent: Cllrs Fen, Moor (Chairman)\n\n1. Apologies\n\nNone.\n\n"


def test_minutes_of_several_bodies_on_one_page_are_told_apart_by_those_present() -> None:
    page = "".join(
        f"SALTMERE TOWN COUNCIL\n\n{HEAD.format(body, day)}2. Sluices\n\nRESOLVED: That {body} sluices be mended.\n\n"
        for body, day in (("Canal Committee", "4 March 2031"), ("Harbour Committee", "11 March 2031"))
    )
    meetings = parse(read_text(page)).meetings
    told = [(str(m.date), m.committee, [r.text for item in m.items for r in item.resolutions]) for m in meetings]
    assert told == [
        ("2031-03-04", "Canal Committee", ["Canal Committee sluices be mended."]),
        ("2031-03-11", "Harbour Committee", ["Harbour Committee sluices be mended."]),
    ]


def test_minutes_of_other_bodies_that_are_received_open_no_meeting() -> None:
    received = "".join(
        f"Minutes of the {body} Committee held on {day}\n\n{4 * TALK.format('sluices')}\n\n"
        for body, day in (("Canal", "4 March 2031"), ("Harbour", "11 March 2031"))
    )
    head = HEAD.format("Town Council", "20 March 2031")
    page = f"{head}2. To receive minutes\n\n{received}3. Sluices\n\nRESOLVED: That they be mended.\n"
    assert len(parse(read_text(page)).meetings) == 1

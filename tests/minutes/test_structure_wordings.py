"""Decisions in wordings that pages of other councils use, and what reads like one and is none."""

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse

from .test_structure_resolutions import decided

CLAUSES = ["the hedge be cut", "a plan of the ditches be drawn."]
LIST = "\n\n1. The hedge be cut;\n\n2. A plan of the ditches be drawn."


def plain(clauses: list[str]) -> list[str]:
    """The clauses with a small letter and without "that" before them."""
    words = [clause.rstrip(";") for clause in clauses]
    words = [clause[0].lower() + clause[1:] for clause in words]
    return [clause.removeprefix("that ") for clause in words]


@pytest.mark.parametrize(
    "words",
    [
        "It was unanimously agreed that {}",
        "It was agreed that {}",
        "It was noted and agreed that {}",
        "The Panel voted unanimously that {}",
        "Members voted by 5 to 2 that {}",
        "The Panel's decision was that {}",
        "The decision of the Committee was that {}",
        "Members were content that {}",
        "On being put to the vote it was agreed that {}",
        "Proposed: Cllr Ash. Seconded: Cllr Elm. Resolved: {}",
        "The Panel then agreed that {}",
        "All Members agreed that {}",
        "Cabinet agreed that {}",
        "After a full debate it was decided that {}",
        "The Committee determined that {}",
        "On the proposal of Cllr Ash, seconded by Cllr Elm, Members agreed that {}",
        "A vote was held. It was agreed that {}",
        "Report noted and agreed that {}",
        "It was moved by Councillor Ash and seconded by Councillor Elm, and resolved, that {}",
        "RESOLVED. The hedge be cut.",
        "Resolution 12: {}",
        "It was agreed to recommend to Cabinet that {}",
        "That {} AGREED",
        "That {} (AGREED)",
        "The hedge having grown, it was asked what should be done. That {} – Agreed",
        "Decision\t{}",
        "| RESOLVED | That {} |",
        "RESOLVED: That {}\tAgreed\tClerk",
        "RESOLVED: That {}\tAgreed",
    ],
)
def test_a_decision_in_one_sentence_is_found_whatever_its_words(words: str) -> None:
    assert plain(decided(words.format("the hedge be cut."))) == ["the hedge be cut."]


@pytest.mark.parametrize(
    "lead",
    [
        "The Committee considered the recommendations and agreed them as follows:",
        "The Chair summed up the decision of the Committee:",
        "Agreed outcomes:",
        "Conclusions and decisions",
        "The Forum voted in favour of the following:",
        "All members voted in favour of the following recommendations:",
        "The Committee reached the following decision:",
        "The Committee came to the following conclusions:",
        "ACCEPTED:",
        "RESOLVED FURTHER",
        "Recommended to Council:",
        "RESOLVED that the Panel agrees:",
        "Resolved by the Committee that:",
        "RESOLVED, on a vote:",
        "NOTED AND AGREED:",
        "Decision:\n\nCabinet on 18 March:",
    ],
)
def test_what_leads_in_a_list_of_clauses_is_none_itself(lead: str) -> None:
    assert plain(decided(lead + LIST)) == CLAUSES


@pytest.mark.parametrize(
    "words",
    [
        "It was agreed on all sides that the hedge was a fine sight.",
        "It was agreed that more could be done.",
        "It was agreed that the hedge had been cut too late.",
        "Members were content that enough was known of the hedge.",
        "Members voted in May and there was nothing more to say.",
        "The Panel agreed that a report would be brought to it on the hedge.",
        "Members agreed that they had to be told of it.",
        "The Committee agreed that the hedge should be cut.",
        "It had been a good year for hedges, as all had agreed.",
    ],
)
def test_what_members_only_thought_alike_is_no_decision(words: str) -> None:
    assert decided(words + "\n\nThe Chair thanked the Tree Officer for the talk.") == []


def test_a_list_whose_heading_was_lost_below_who_moved_it_is_a_decision() -> None:
    moved = "It was moved by Councillor Ash, seconded by Councillor Elm and"
    assert plain(decided(f"{moved}\n\n1) The hedge be cut;\n\n2) A plan of the ditches be drawn.")) == CLAUSES
    assert plain(decided(f"{moved}\n\nThe hedge be cut.\n\nThe Tree Officer introduced the next report.")) == [
        "the hedge be cut."
    ]


def test_a_closing_list_goes_on_behind_the_bullets_inside_one_of_its_clauses() -> None:
    body = (
        "(i) The report be noted;\n\n(ii) The following aims be approved as the basis of all:-\n\n· Hedges tidy\n\n"
        "· Ditches are clean\n\n· Elms are sound\n\n(iii) The plan be sent to the Parish Councils."
    )
    assert plain(decided(body)) == [
        "the report be noted",
        "the following aims be approved as the basis of all:-",
        "the plan be sent to the Parish Councils.",
    ]


def test_the_last_words_may_say_in_the_present_what_the_body_decides() -> None:
    words = "The Committee notes the report and agrees the programme."
    assert decided("Members heard the Tree Officer.\n\n" + words) == [words]
    assert decided("Members heard the Tree Officer.\n\nThe Committee agreed the following:") == []


def test_a_clause_cut_in_two_at_the_end_of_a_line_is_one() -> None:
    assert decided("Resolved that the minutes of the meeting held on\nMonday, 3 May be signed.") == [
        "the minutes of the meeting held on Monday, 3 May be signed."
    ]
    assert decided("RESOLVED that the hedges and ditches\nof the parish be mapped.\n\nThe Chair left.") == [
        "the hedges and ditches of the parish be mapped."
    ]


def test_a_list_goes_on_below_the_word_and() -> None:
    assert (
        plain(decided("RESOLVED\n\nthat (a) the hedge be cut;\n\nand\n\n(b) a plan of the ditches be drawn."))
        == CLAUSES
    )


def test_what_the_body_did_at_the_end_of_the_debate_is_listed_below_its_name() -> None:
    body = (
        "At the conclusion of the debate the committee:\n\n(a) approved the plan;\n\n(b) resolved that it be printed."
    )
    assert decided(body) == ["approved the plan;", "resolved that it be printed."]


def test_the_changes_listed_below_what_they_change_are_clauses() -> None:
    body = "RESOLVED: That the programme be approved with these changes\n\n1. Hedges to move to May\n\n2. Elms added."
    assert plain(decided(body)) == [
        "the programme be approved with these changes",
        "hedges to move to May",
        "elms added.",
    ]


def test_a_bullet_that_ends_in_what_was_agreed_to_leads_in_no_list() -> None:
    body = (
        "These points were noted:-\n\n· Sight of the map was asked for and agreed to;\n\n· The hedge was seen by all;"
    )
    assert decided(body + "\n\nRESOLVED\n\n1. That the report be noted.") == ["That the report be noted."]


def test_who_is_to_act_in_the_margin_ends_no_item() -> None:
    lines = [
        "The Chairman said that he would write to the County about the hedges in the lane by the       Chair",
        "church.",
    ]
    more = ["Members spoke for some time of the ditches, of which there were too many in the low        TO", "fields."]
    page = (
        "1. Apologies\n\nNone.\n\n2. Hedges\n\n"
        + "\n".join(lines + more)
        + "\n\nRECOMMENDED:\n\nThat the hedge be cut.\n\n3. Date of next meeting\n\n4 June\n"
    )
    found = parse(read_text("Parks Panel\n\n3 May 2024\n\n" + page)).meetings[0].items
    assert [r.text for r in found[1].resolutions] == ["That the hedge be cut."]


def test_minutes_formally_agreed_to_have_been_confirmed_are_a_decision() -> None:
    assert decided("Agreed that the minutes of 3 May were confirmed.") == ["the minutes of 3 May were confirmed."]


THANKS = "Members thanked the Tree Officer for all that she had done."


@pytest.mark.parametrize("sign", ["1. The", "(a) the", "(i) The", "• The", "The", "that the", "- That the"])
def test_one_order_that_closes_an_item_is_its_decision(sign: str) -> None:
    assert plain(decided(f"{THANKS}\n\n{sign} hedge be cut before the spring.")) == [
        "the hedge be cut before the spring."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The Chair requested that the hedge be cut.",
        "The hedge would be cut before the spring.",
        "The hedge was to be cut.",
        "Could the hedge be cut?",
        "The Convener ruled that the business be taken in the order of the agenda.",
        "There was a need to be told of these things.",
        "1. The hedge should be cut.",
    ],
)
def test_a_sentence_whose_verb_is_no_bare_order_closes_nothing(words: str) -> None:
    assert decided(f"{THANKS}\n\n{words}") == []


@pytest.mark.parametrize(
    "lead", ["It was:", "The Executive:", "All in favour:", "INSTRUCTED:", "In conclusion, the Panel:"]
)
def test_orders_below_a_line_that_offers_none_are_decided(lead: str) -> None:
    assert plain(decided(f"{THANKS}\n\n{lead}{LIST}")) == CLAUSES


@pytest.mark.parametrize(
    "lead", ["A resident had asked:", "These options were suggested:", "The recommendations sought were:"]
)
def test_orders_below_a_line_that_offers_them_are_not(lead: str) -> None:
    listed = "\n\n1. The hedge be cut;\n\n2. A plan of the ditches be drawn."
    assert decided(f"{THANKS}\n\n{lead}{listed}\n\n{THANKS * 4}") == []


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED 1. {0}. 2. {1}.",
        "RESOLVED 1. to agree that {0} 2. to agree that {1}.",
        "Resolved – i. That {0} ii. That {1}.",
        "RESOLVED: • That {0} • That {1}.",
        "It was agreed: 1) {0}; 2) {1}.",
        "The Committee agreed 1) {0} 2) {1}.",
        "The Committee agreed that: i) {0}; ii) {1}.",
        "The Board agreed the recommendations of the paper as follows: a) That {0}; b) That {1}.",
        "The Committee: (a) agreed that {0}; (b) agreed that {1}.",
        "Decision: The Committee: 1. agreed that {0}; 2. agreed that {1}.",
        "Decision: 1. That {0}. 2. That {1}.",
        "RESOLVED | That | 1. | {0} |\n| | 2. | {1}. |",
        "RESOLVED: That the recommendations be agreed:\n\n1. That {0}\n2. That {1}.",
        "RESOLVED:\n\n1. That {0}.\n\nReason: it was needed.\n\n2. That {1}.\n\nReason: nobody knew.",
        "RESOLVED:\n\n1. That {0}.\n\nAction: Clerk\n\n2. That {1}.\n\nAction: Chair",
    ],
)
def test_the_clauses_of_one_paragraph_or_table_are_cut_at_their_signs(words: str) -> None:
    found = plain(decided(words.format("the hedge be cut", "a plan of the ditches be drawn")))
    found = [clause.removeprefix("to ").removeprefix("agreed ").removeprefix("agree ") for clause in found]
    assert [clause.removeprefix("that ").rstrip(".") for clause in found] == [
        "the hedge be cut",
        "a plan of the ditches be drawn",
    ]


def test_signs_that_refer_to_other_clauses_cut_nothing() -> None:
    words = "the steps at (a) to (c) above be taken in the light of (b) and of what is said at (c) below."
    assert decided(f"RESOLVED that {words}") == [words]


def test_a_decision_on_the_proposal_of_a_member_is_formal() -> None:
    words = "It was agreed, on the proposal of Councillor Ash, seconded by Alderman Elm, to recommend that {}"
    assert decided(words.format("the hedge be cut.")) == ["recommend that the hedge be cut."]


def test_who_is_asked_to_do_what_is_listed_is_a_clause_and_a_bare_lead_is_none() -> None:
    body = "RESOLVED:\n\n(a) That the Clerk be asked to:\n\n(i) map the hedges;\n\n(ii) cut them; and\n\n"
    assert decided(body + "(b) To request that –\n\n(i) the elms be felled.") == [
        "That the Clerk be asked to:",
        "map the hedges;",
        "cut them",
        "the elms be felled.",
    ]


def test_a_lead_that_notes_something_before_it_recommends_is_a_clause() -> None:
    lead = "That the Panel notes the report and recommends that Council:-"
    assert decided(f"RESOLVED:\n\n{lead}\n\n(a) approves the plan;\n\n(b) cuts the hedge.")[0] == lead


@pytest.mark.parametrize(
    "words",
    [
        "MOTION: That the hedge be cut. Moved: Cllr Ash. Seconded: Cllr Elm. CARRIED",
        "Motion by Cllr Ash: that the hedge be cut. The motion was carried.",
        "The recommendation, that the hedge be cut, was agreed.",
    ],
)
def test_a_motion_that_was_carried_is_a_decision(words: str) -> None:
    assert plain(decided(words + "\n\nThe Chair thanked the Tree Officer."))[0].startswith("the hedge be cut")
    lost = words.replace("CARRIED", "LOST").replace("carried", "lost").replace("agreed", "lost")
    assert decided(lost + "\n\nThe Chair thanked the Tree Officer.") == []

"""Decisions in wordings that pages of other councils use, and what reads like one and is none."""

import pytest

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
        "RESOLVED that the Panel agrees:",
        "Resolved by the Committee that:",
        "RESOLVED, on a vote:",
        "NOTED AND AGREED:",
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
        "It had been a good year for hedges, as all had agreed.",
    ],
)
def test_what_members_only_thought_alike_is_no_decision(words: str) -> None:
    assert decided(words + "\n\nThe Chair thanked the Tree Officer for the talk.") == []

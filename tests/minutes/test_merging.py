"""Repeats put together: the same ask told twice is one follow-up, and two asks side by side are two."""

import re

import pytest

from minutes.document import Span
from minutes.finds.find import RESOLVED, SAID, Find
from minutes.finds.merging import merge
from minutes.records import AgendaItem, Meeting, Paragraph

PADDING = "The officers introduced the report on the work of the service in the last year, and members spoke of it."


def told(*paragraphs: str) -> list[list[str]]:
    """The quotes of each follow-up where these stretches are finds: "[ask] A list. [promise] She would send it."."""
    text, finds, spans = "", [], []
    for number, marked in enumerate([PADDING, *paragraphs]):
        start = len(text)
        for rule, words in re.findall(r"\[([^]]+)\] ([^[]+)", marked) or [("", marked)]:
            at = len(text)
            text += words
            if rule:
                source = RESOLVED if rule.startswith("clause") else SAID
                finds.append(Find(0, 0, number, (Span(at, at + len(words.rstrip())),), source, rule))
        spans.append(Paragraph(Span(start, len(text))))
        text += "\n\n"
    whole = Span(0, len(text))
    meeting = Meeting(None, None, whole, (AgendaItem("1", "Services", whole, tuple(spans)),))
    return [
        [text[span.start : span.end] for find in group for span in find.spans] for group in merge(finds, meeting, text)
    ]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        (
            "[wanted to know] How many families, the Vice-Chair asked, had been placed outside the borough.",
            "[clause names who does it] the Head of Housing give the number of families placed outside the borough.",
        ),
        (
            "[asked that] It was requested that the next report show trends over three years.",
            "[clause has something done] three-year trend data be included in future reports.",
        ),
        (
            "[should] The Executive ought to think again about closing the Ferry Lane baths.",
            "[clause asks somebody] the Executive be recommended to reconsider the closure of the Ferry Lane pool.",
        ),
        (
            "[want] Members were keen to visit the new depot and see for themselves how the lamps were mended.",
            "[clause has something done] a visit to the lamp depot be arranged before the winter.",
        ),
    ],
)
def test_what_was_asked_for_and_then_decided_in_other_words_is_one_with_the_clause_first(said, decided):
    (quotes,) = told(said, decided)
    assert quotes == [decided.partition("] ")[2], said.partition("] ")[2]]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        (
            "[undertook] The Head of Parks undertook to send members the mowing timetable.",
            "[clause has a report come] the Head of Parks bring a report on play areas to the next meeting.",
        ),
        (
            "[person would do] The Business Rates Team Leader said that she would write to every trader.",
            "[clause names who does it] the Business Rates Team Leader report back after six months.",
        ),
    ],
)
def test_two_things_for_the_same_officer_to_do_are_two(said, decided):
    assert len(told(said, decided)) == 2


WANTING = "[light on something] The column for sickness said nothing about the reasons. "


@pytest.mark.parametrize(
    "answer",
    [
        "[post would do] The Executive Director would speak to colleagues in HR about it.",
        "[consent] The Executive Director saw no difficulty.",
    ],
)
def test_what_was_wanting_and_the_answer_right_behind_it_are_one(answer):
    assert [len(quotes) for quotes in told(WANTING + answer)] == [2]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (WANTING, "[post would do] The Waste Manager would let the Panel have the figures for missed bins."),
        (WANTING + "[post would do] The Head of HR would also arrange a briefing on recruitment.",),
        (WANTING + "[asked for] Councillor Lamb asked for a map.",),
        (
            "[agreed to do] The Planning Manager agreed to come back with a list of sites. "
            "[agreed to do] The Estates Manager agreed to come back with a list of leases.",
        ),
    ],
    ids=["in the next paragraph", "something more", "another ask", "two promises"],
)
def test_what_stands_behind_it_and_is_no_answer_is_another(paragraphs):
    assert len(told(*paragraphs)) == 2


def test_an_answer_is_told_again_by_the_clause_that_names_what_was_wanting():
    (quotes,) = told(
        WANTING + "[post would do] The Executive Director would speak to colleagues in HR about it.",
        "[clause has something done] the reasons for sickness be shown in the column.",
    )
    assert len(quotes) == 3

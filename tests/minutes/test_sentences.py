"""Sentences of minutes, with the abbreviations that clerks write."""

import pytest

from minutes.sentences import split


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr. Ash asked about Minute No. 26 at 6.30 p.m. on Friday.",
        "Mrs. A. Birch CC spoke (see para. 4 of the report).",
        "It cost approx. £3.5m, i.e. more than St. Mary's Church.",
        "Councillor D. W. Elm and J.R. Oak were there, e.g. for item 3.2.",
    ],
)
def test_an_abbreviation_does_not_end_the_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_a_stop_ends_a_sentence_when_another_begins() -> None:
    assert sentences("The meeting closed at 9 p.m. The Chair left. Was it late? See Part A. “Yes.” He went.") == [
        "The meeting closed at 9 p.m.",
        "The Chair left.",
        "Was it late?",
        "See Part A.",
        "“Yes.”",
        "He went.",
    ]


def test_spans_point_into_the_stretch_asked_for() -> None:
    text = "Not this. But this. Not that."
    assert [text[s.start : s.end] for s in split(text, 10, 19)] == ["But this."]
    assert split("   ") == []

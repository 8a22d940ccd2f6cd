"""Which kind a follow-up is, in words that no cue names."""

import pytest

from minutes.phrases.kind_lexicon import CLASSES, class_names, classes_of
from minutes.what.kinds import kind_of


@pytest.mark.parametrize(
    ("word", "form"),
    [("map", "maps"), ("map", "mapped"), ("query", "queries"), ("circulate", "circulating"), ("issue", "issued")],
)
def test_a_word_is_of_its_classes_in_whatever_form_it_stands(word: str, form: str) -> None:
    assert classes_of(form) == classes_of(word) != ()


def test_a_word_that_no_class_names_is_of_none() -> None:
    assert classes_of("hedgehog") == ()


def test_every_figure_is_a_number() -> None:
    assert classes_of("1,250") == classes_of("7") == ("NUMBER",)


def test_of_two_classes_close_to_one_another_the_order_is_told() -> None:
    names = class_names("circulate the leaflet")
    assert {"class SEND", "class PAPER", "classes SEND > PAPER"} <= names
    assert "classes PAPER > SEND" not in names


def test_classes_far_from_one_another_are_not_told_together() -> None:
    assert "classes SEND > PAPER" not in class_names("circulate to the whole of this great and good company a leaflet")


def test_no_class_names_a_word_twice() -> None:
    for name, words in CLASSES.items():
        assert len(words.split()) == len(set(words.split())), name


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("data", "how far takings had fallen was not known; mr elm would tot them up."),
        ("information", "councillor finch asked who ran the kiosk. the officer would find out and tell him."),
        ("other", "the loose slab had tripped two people and would be taken up and relaid."),
        ("meeting", "members would be shown round the sorting shed by the foreman."),
        ("report", "the engineer would tell the january meeting how the trial had gone."),
        ("briefing", "the treasurer would take new members through the accounts one evening."),
        ("letter", "the chair would put pen to paper to the rail company."),
        ("work_programme", "allotments were slotted in for the march agenda."),
        ("written_response", "a reply in writing was promised to the question on tolls."),
        ("recommendation", "that the cabinet be pressed to keep the night bus."),
    ],
)
def test_the_kind_is_told_by_what_is_to_be_done(kind: str, words: str) -> None:
    assert kind_of(words) == kind

"""Whom a clerk means who types an owner."""

import datetime

import pytest

from actions.owner_choice import NobodyFits, OwnerOptions
from tests.builders import make_councillor, make_officer, make_post
from tests.cast import TODAY

YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture
def options(db) -> OwnerOptions:
    head = make_post("Head of Inclusion")
    make_officer("Rachel Oakley", post=head, held_until=YESTERDAY)
    make_officer("Joanne Pritchard", post=head, held_from=TODAY)
    make_officer("Helen Shaw", post=make_post("Head of Roads"))
    make_officer("Dominic Shaw", post=make_post("Head of Buses"))
    make_councillor("Owen Trask")
    return OwnerOptions(TODAY)


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("Joanne Pritchard, Head of Inclusion", "Joanne Pritchard, Head of Inclusion"),
        ("J Pritchard", "Joanne Pritchard, Head of Inclusion"),
        ("head of inclusion", "Joanne Pritchard, Head of Inclusion"),
        # somebody who has left is meant in person, not in the post that another holds now
        ("Rachel Oakley", "Rachel Oakley"),
        ("Rachel Okley", "Rachel Oakley"),
        ("Cllr Trask", "Cllr Owen Trask"),
    ],
)
def test_typed_words_mean_one_of_the_directory(options, typed, owner):
    assert str(options.owner(typed)) == owner


@pytest.mark.parametrize(("typed", "words"), [("Shaw", "could be"), ("Nora Quill", "added to the directory first")])
def test_words_that_fit_two_or_nobody_are_refused_with_the_names(options, typed, words):
    with pytest.raises(NobodyFits, match=words):
        options.owner(typed)

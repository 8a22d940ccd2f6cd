"""Dismissing, merging, and taking it back."""

import pytest

from actions.models import Status
from actions.proposals import load_entries
from tests.actions.review.sample import SAID, make_proposal


def test_dismissing_keeps_the_reason_and_bringing_back_clears_it(send, proposal):
    send("review_dismiss", proposal.pk, why="done")
    proposal.refresh_from_db()
    assert (proposal.status, proposal.dismissed_reason) == (Status.DISMISSED, "It is done already")
    send("review_bring_back", proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.dismissed_reason) == (Status.PROPOSED, "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Say why it is not an action"),
        ({"why": "other"}, "Write the reason"),
        ({"why": "same"}, "Choose which action it is the same as"),
    ],
)
def test_dismissing_needs_a_reason(send, proposal, data, words):
    response = send("review_dismiss", proposal.pk, htmx=True, **data)
    assert response.status_code == 422
    assert words in response.text


def test_the_same_as_another_merges_the_two_and_undo_parts_them_again(send, item, proposal, owner):
    other = make_proposal(item, owner=owner, order=2, quote="The figures by ward, please.")
    send("review_dismiss", other.pk, why="same", same_as=proposal.pk)
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.DISMISSED, proposal)
    assert set(proposal.evidence.values_list("text", flat=True)) == {SAID, "The figures by ward, please."}
    send("review_undo")
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.PROPOSED, None)
    assert list(proposal.evidence.values_list("text", flat=True)) == [SAID]


def test_undo_goes_back_step_by_step_and_then_says_that_nothing_is_left(send, item, proposal, owner):
    second = make_proposal(item, owner=owner, order=2)
    send("review_confirm", proposal.pk)
    send("review_dismiss", second.pk, why="none")
    send("review_undo")
    assert [entry.is_to_check for entry in load_entries(item.meeting)] == [False, True]
    send("review_undo")
    assert [entry.is_to_check for entry in load_entries(item.meeting)] == [True, True]
    assert "There is nothing left to undo." in send("review_undo", htmx=True).text


def test_a_confirmed_action_keeps_its_reference_when_it_is_confirmed_again(send, proposal):
    send("review_confirm", proposal.pk)
    send("review_undo")
    send("review_confirm", proposal.pk)
    proposal.refresh_from_db()
    assert proposal.reference == "CYP-2026-001"

"""Confirming proposals, and what is doubtful about them."""

import pytest

from actions import workflow
from actions.models import Action, OwnerCandidate, OwnerCorrection, Status
from actions.proposals import doubts_of
from tests.actions.review.sample import address, make_proposal
from tests.builders import (
    make_action,
)
from tests.cast import NOW


def test_confirming_gives_a_reference_and_opens_the_next(send, meeting, item, proposal):
    following = make_proposal(item, order=2)
    response = send("review_confirm", proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.reference) == (Status.OPEN, "CYP-2026-001")
    assert response.headers["Location"] == f"{address('review', meeting)}?open={following.pk}#p{following.pk}"


def test_after_the_last_one_comes_the_first_that_is_left(send, meeting, item, proposal):
    last = make_proposal(item, owner=proposal.owner, order=2)
    response = send("review_confirm", last.pk)
    assert response.headers["Location"] == f"{address('review', meeting)}?open={proposal.pk}#p{proposal.pk}"
    response = send("review_confirm", proposal.pk)
    assert response.headers["Location"] == f"{address('review', meeting)}?open={proposal.pk}#p{proposal.pk}"


def test_the_number_beside_work_to_do_goes_down_with_each(client, clerk, send, meeting, item, proposal):
    make_proposal(item, owner=proposal.owner, order=2)
    client.force_login(clerk)
    number = '<span class="service-nav__count" id="work-count"{}>{}</span>'
    assert number.format("", 2) in client.get(address("review", meeting)).text
    assert number.format(' hx-swap-oob="true"', 1) in send("review_confirm", proposal.pk, htmx=True).text


def test_htmx_gets_the_line_that_changed_and_the_bar_and_is_told_where_to_go_on(send, item, proposal):
    following = make_proposal(item, order=2)
    response = send("review_confirm", proposal.pk, htmx=True)
    assert f'<li id="entry-{proposal.pk}" hx-swap-oob="true">' in response.text
    assert f'id="entry-{following.pk}"' not in response.text
    assert "1 of 2 checked" in response.text
    assert f'"to": {following.pk}' in response.headers["HX-Trigger"]
    assert "No. 1 confirmed. 1 left to check." in response.headers["HX-Trigger"]


def test_without_an_owner_the_clerk_must_choose_first(send, item, owner):
    action = make_proposal(item, owner=None)
    response = send("review_confirm", action.pk, htmx=True)
    assert response.status_code == 422
    assert "Choose who must act, or that it is decided later." in response.text
    action.refresh_from_db()
    assert action.status == Status.PROPOSED


def test_one_of_two_candidates_is_chosen_and_remembered_for_the_same_words(send, clerk, item, owner):
    action = make_proposal(item, owner=None, owner_words="the SEND Service")
    OwnerCandidate.objects.create(action=action, owner=owner, reason="Presented the item")
    send("review_confirm", action.pk, owner=owner.pk)
    action.refresh_from_db()
    assert (action.owner, action.status) == (owner, Status.OPEN)
    assert action.owner_reason == "Chosen by Hannah Whitlock at review"
    learned = OwnerCorrection.objects.get()
    assert (learned.words, learned.owner, learned.corrected_by) == ("send service", owner, clerk)


def test_somebody_who_is_no_candidate_cannot_be_chosen_by_number(send, item, owner):
    action = make_proposal(item, owner=None)
    assert send("review_confirm", action.pk, owner=owner.pk).status_code == 404


def test_somebody_else_may_be_typed(send, item, owner):
    action = make_proposal(item, owner=None)
    send("review_confirm", action.pk, owner="other", owner_other="joanne pritchard")
    action.refresh_from_db()
    assert action.owner == owner


def test_typed_words_that_fit_nobody_are_refused_in_words(send, item):
    action = make_proposal(item, owner=None)
    response = send("review_confirm", action.pk, htmx=True, owner="other", owner_other="Zebedee")
    assert "Nobody in the directory fits “Zebedee”" in response.text


def test_the_owner_may_be_decided_later(send, item):
    action = make_proposal(item, owner=None)
    send("review_confirm", action.pk, owner="later")
    action.refresh_from_db()
    assert (action.status, action.owner) == (Status.OPEN, None)


def test_what_somebody_else_has_dismissed_cannot_be_confirmed_and_is_said(send, clerk, proposal):
    workflow.dismiss(proposal, by=clerk, now=NOW, reason="Done")
    response = send("review_confirm", proposal.pk, htmx=True)
    assert response.status_code == 422
    assert "This action is dismissed, so that cannot be done now." in response.text


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"owner": None, "owner_reason": "“the service” could be 2 people"}, "Choose who"),
        ({"confidence": 0.4}, "Is it an action?"),
        ({"due_on": None, "due_working": "The calendar has none yet"}, "No date"),
        ({"doubts": ["the figure was promised to one member only"]}, "Needs a look"),
    ],
)
def test_each_doubt_has_its_word_and_its_reason(item, owner, fields, tag):
    action = make_proposal(item, **({"owner": owner} | fields))
    [doubt] = doubts_of(action)
    assert doubt.tag == tag
    reasons = [fields.get("owner_reason"), fields.get("due_working"), *fields.get("doubts", [])]
    assert all(not words or words.lower() in doubt.text.lower() for words in reasons)


def test_how_often_words_are_right_is_said_only_where_they_often_are_not(item, owner):
    [unsure] = doubts_of(make_proposal(item, owner=owner, confidence=0.68))
    assert unsure.text == "The words are not plain. About 7 in 10 found this way are right."
    [told] = doubts_of(make_proposal(item, owner=owner, confidence=0.97, doubts=["Is it an action?"]))
    assert told.text == "The words are not plain."


def test_what_was_checked_has_no_doubts(item):
    assert doubts_of(make_action(item, Status.OPEN, owner=None)) == []


def test_all_that_the_reader_was_sure_of_is_confirmed_at_once_and_undone_at_once(send, item, proposal, owner):
    second, doubtful = make_proposal(item, owner=owner, order=2), make_proposal(item, owner=None, order=3)
    send("review_sure", sure=f"{proposal.pk},{second.pk},{doubtful.pk}")
    assert set(Action.objects.filter(status=Status.OPEN)) == {proposal, second}
    send("review_undo")
    assert Action.objects.filter(status=Status.PROPOSED).count() == 3


def test_only_what_the_clerk_saw_as_sure_is_confirmed_at_once(send, item, proposal, owner):
    unseen = make_proposal(item, owner=owner, order=2)
    send("review_sure", sure=proposal.pk)
    unseen.refresh_from_db()
    assert unseen.status == Status.PROPOSED

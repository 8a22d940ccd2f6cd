"""When an officer leaves a post, what is open goes to the next holder, and the history says so."""

import datetime

import pytest

from actions.leavers import hand_over_leavers
from actions.models import Status
from tests.builders import make_action, make_item, make_officer, make_owner, make_post
from tests.cast import NOW, TODAY

LAST_DAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture
def post(db):
    return make_post("Head of SEND and Inclusion")


@pytest.fixture
def leaver(post):
    return make_officer("Rachel Oakley", post=post, held_until=LAST_DAY)


def test_open_actions_go_to_the_next_holder_and_closed_ones_stay(meeting, post, leaver):
    successor = make_officer("Joanne Pritchard", post=post, held_from=TODAY)
    opened = make_action(make_item(meeting), owner=make_owner(leaver, post))
    closed = make_action(make_item(meeting), owner=make_owner(leaver, post), status=Status.COMPLETE)

    assert hand_over_leavers(today=TODAY, now=NOW) == [opened]

    opened.refresh_from_db()
    closed.refresh_from_db()
    assert (opened.owner.officer, opened.owner.post) == (successor, post)
    assert closed.owner.officer == leaver
    assert opened.events.get().data["from"] == "Rachel Oakley, Head of SEND and Inclusion"
    assert "has left the post" in opened.events.get().note


def test_with_nobody_in_the_post_the_action_waits_with_the_vacant_post(meeting, post, leaver):
    action = make_action(make_item(meeting), owner=make_owner(leaver, post))
    hand_over_leavers(today=TODAY, now=NOW)

    action.refresh_from_db()
    assert str(action.owner) == "Head of SEND and Inclusion (vacant)"
    assert hand_over_leavers(today=TODAY, now=NOW) == []

    successor = make_officer("Joanne Pritchard", post=post, held_from=TODAY)
    hand_over_leavers(today=TODAY, now=NOW)
    action.refresh_from_db()
    assert action.owner.officer == successor


def test_nothing_moves_before_the_last_day_is_over_and_nothing_moves_twice(meeting, post, leaver):
    make_action(make_item(meeting), owner=make_owner(leaver, post))

    assert hand_over_leavers(today=LAST_DAY, now=NOW) == []
    assert len(hand_over_leavers(today=TODAY, now=NOW)) == 1
    assert hand_over_leavers(today=TODAY, now=NOW) == []


def test_what_they_had_together_with_somebody_else_goes_along_too(meeting, post, leaver):
    successor = make_officer("Joanne Pritchard", post=post, held_from=TODAY)
    action = make_action(make_item(meeting), owner=make_owner(make_officer("Dominic Shaw")))
    action.joint_owners.add(make_owner(leaver, post))

    assert hand_over_leavers(today=TODAY, now=NOW) == [action]
    assert [owner.officer for owner in action.joint_owners.all()] == [successor]
    assert action.events.get().data["to"] == "Joanne Pritchard, Head of SEND and Inclusion"


def test_the_history_names_the_directory_as_the_author(meeting, post, leaver):
    action = make_action(make_item(meeting), owner=make_owner(leaver, post))
    hand_over_leavers(today=TODAY, now=NOW)
    assert action.events.get().by_name == "the directory"


def test_where_everybody_is_in_post_any_number_of_actions_costs_the_same(meeting, post, django_assert_num_queries):
    owner = make_owner(make_officer("Joanne Pritchard", post=post), post)
    for _ in range(3):
        make_action(make_item(meeting), owner=owner)
    with django_assert_num_queries(7):
        assert hand_over_leavers(today=TODAY, now=NOW) == []

"""Owner, due date, words, pause and more time: what changes, what is kept, what is refused."""

import datetime

import pytest

from actions import amendments
from actions.models import MoreTimeRequest, OwnerCandidate, Status
from actions.workflow import MoveRefused
from tests.builders import make_action, make_item, make_owner
from tests.cast import NOW

DUE = datetime.date(2026, 11, 20)
LATER = datetime.date(2026, 12, 4)


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), due_on=DUE, owner=make_owner(officer.officer))


def test_a_new_owner_leaves_the_old_one_in_the_history(action, other_officer, clerk):
    owner = make_owner(other_officer.officer)
    amendments.assign(action, owner, by=clerk, now=NOW, reason="Asked to by the Chair")

    event = action.events.get()
    assert (action.owner, action.owner_reason) == (owner, "Asked to by the Chair")
    assert (event.verb, event.data["from"], event.data["to"]) == ("passed on", "Joanne Pritchard", "Dominic Shaw")


def test_choosing_an_owner_settles_the_candidates(action, other_officer, clerk):
    owner = make_owner(other_officer.officer)
    OwnerCandidate.objects.create(action=action, owner=owner)
    amendments.assign(action, owner, by=clerk, now=NOW, reason="Chosen")

    assert not action.candidates.exists()


def test_the_same_owner_again_is_no_change(action, clerk):
    amendments.assign(action, action.owner, by=clerk, now=NOW, reason="Again")
    assert not action.events.exists()


def test_a_moved_date_keeps_its_old_value_reason_and_author(action, clerk):
    amendments.redate(action, LATER, by=clerk, now=NOW, reason="The figures come out on 30 November")

    event = action.events.get()
    assert action.due_on == LATER
    assert (event.by, event.note) == (clerk, "The figures come out on 30 November")
    assert event.data == {"from": "2026-11-20", "to": "2026-12-04"}
    assert event.is_public


def test_a_closed_action_is_not_changed_any_more(meeting, clerk):
    closed = make_action(make_item(meeting), status=Status.COMPLETE, due_on=DUE)
    with pytest.raises(MoveRefused, match="complete"):
        amendments.redate(closed, LATER, by=clerk, now=NOW, reason="Late")
    with pytest.raises(MoveRefused, match="complete"):
        amendments.assign(closed, make_owner(), by=clerk, now=NOW, reason="Late")


def test_an_edit_records_old_and_new_of_what_changed_alone(action, clerk):
    amendments.edit(action, by=clerk, now=NOW, summary="Give the figures by ward", kind=action.kind)

    [event] = action.events.all()
    assert set(event.data) == {"summary"}
    assert event.data["summary"][1] == "Give the figures by ward"
    assert not event.is_public


def test_a_paused_action_is_not_overdue_until_it_is_taken_up_again(action, clerk):
    later = LATER + datetime.timedelta(days=30)
    assert action.is_overdue(LATER)
    amendments.pause(action, by=clerk, now=NOW, reason="Waiting for the inspection", until=later)
    assert not action.is_overdue(LATER)
    amendments.resume(action, by=clerk, now=NOW)
    assert action.is_overdue(LATER)


def test_more_time_agreed_moves_the_date(action, officer, clerk):
    request = amendments.ask_more_time(action, by=officer, now=NOW, reason="Figures late", until=LATER)
    amendments.decide_more_time(request, by=clerk, now=NOW, agree=True)

    action.refresh_from_db()
    assert action.due_on == LATER
    assert request.state == MoreTimeRequest.State.AGREED
    assert [event.verb for event in action.events.all()] == ["asked for more time", "redated"]


def test_more_time_refused_leaves_the_date(action, officer, clerk):
    request = amendments.ask_more_time(action, by=officer, now=NOW, reason="Figures late", until=LATER)
    amendments.decide_more_time(request, by=clerk, now=NOW, agree=False, note="The meeting is on the 26th")

    action.refresh_from_db()
    assert action.due_on == DUE
    assert action.events.last().note == "The meeting is on the 26th"


def test_more_time_is_asked_for_once_at_a_time_and_decided_once(action, officer, clerk):
    request = amendments.ask_more_time(action, by=officer, now=NOW, reason="Figures late", until=LATER)
    with pytest.raises(MoveRefused, match="asked for already"):
        amendments.ask_more_time(action, by=officer, now=NOW, reason="Again", until=LATER)
    amendments.decide_more_time(request, by=clerk, now=NOW, agree=False)
    with pytest.raises(MoveRefused, match="decided this already"):
        amendments.decide_more_time(request, by=clerk, now=NOW, agree=True)


@pytest.mark.parametrize(("reason", "until", "words"), [("", LATER, "Say why"), ("Late", DUE, "later than")])
def test_more_time_without_a_reason_or_a_later_date_is_refused(reason, until, words, action, officer):
    with pytest.raises(MoveRefused, match=words):
        amendments.ask_more_time(action, by=officer, now=NOW, reason=reason, until=until)

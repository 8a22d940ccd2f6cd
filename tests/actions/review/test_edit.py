"""Correcting a proposal."""

import datetime
import re

import pytest

from actions.models import Action, Kind, OwnerCorrection, Status
from meetings.models import AgendaItem
from tests.actions.review.sample import SAID, address, make_proposal
from tests.builders import (
    make_councillor,
    make_meeting,
    make_officer,
    make_owner,
    make_post,
)


def edit_data(action, **changes):
    data = {"summary": action.summary, "kind": action.kind, "owner": str(action.owner or ""), "due": "19 November 2026"}
    return data | changes


def test_editing_corrects_words_kind_owner_date_and_requester_and_confirms(send, clerk, proposal):
    make_councillor("Owen Trask")
    tom = make_officer("Tom Ferris", make_post("Head of Early Years"))
    data = edit_data(
        proposal, summary="Send the waiting times", kind="report", owner="Tom Ferris, Head of Early Years",
        due="3 Dec 2026", requester="Cllr Trask",
    )  # fmt: skip
    send("review_edit", proposal.pk, **data)
    proposal.refresh_from_db()
    assert (proposal.summary, proposal.kind, proposal.status) == ("Send the waiting times", Kind.REPORT, Status.OPEN)
    assert (proposal.owner.officer, proposal.requester.name) == (tom, "Owen Trask")
    assert proposal.due_on == datetime.date(2026, 12, 3)
    assert {"edited", "passed on", "redated", "confirmed"} <= set(proposal.events.values_list("verb", flat=True))


def test_what_was_left_as_it_stood_leaves_no_trace(send, proposal):
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal))
    assert not proposal.events.exists()
    assert not OwnerCorrection.objects.exists()
    proposal.refresh_from_db()
    assert proposal.status == Status.PROPOSED


@pytest.mark.parametrize(
    ("typed", "due_on", "rule"),
    [
        ("next meeting", datetime.date(2026, 12, 10), "next_meeting"),
        ("10 working days", datetime.date(2026, 10, 22), "working_days"),
        ("within six weeks", datetime.date(2026, 11, 19), "stated"),
        ("3/12/26", datetime.date(2026, 12, 3), "set"),
        ("", None, "set"),
    ],
)
def test_a_due_date_is_typed_as_people_say_it(send, committee, proposal, typed, due_on, rule):
    make_meeting(committee, datetime.date(2026, 12, 10), status="scheduled")
    Action.objects.update(due_on=datetime.date(2027, 1, 1))
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal, due=typed))
    proposal.refresh_from_db()
    assert (proposal.due_on, proposal.due_rule["rule"]) == (due_on, rule)


def test_a_date_by_the_rule_for_the_kind_follows_the_kind(send, proposal):
    Action.objects.update(due_rule={"rule": "working_days", "days": 10, "from": "2026-10-08", "kind": "data"})
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal, kind="letter"))
    proposal.refresh_from_db()
    assert (proposal.due_rule["days"], proposal.due_on) == (20, datetime.date(2026, 11, 5))


@pytest.mark.parametrize(
    ("said", "due_on", "working"),
    [
        ("in due course", datetime.date(2026, 11, 5), "The minutes say “in due course”, which fixes no day. 20"),
        ("by next Friday", datetime.date(2026, 10, 16), "“by next Friday”, read as the day of the week after"),
    ],
)
def test_words_that_fixed_no_day_are_read_again_when_the_kind_is_changed(send, proposal, said, due_on, working):
    rule = {"rule": "working_days", "days": 10, "from": "2026-10-08", "kind": "data", "vague": said}
    Action.objects.update(due_rule=rule, due_words=said)
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal, kind="letter"))
    proposal.refresh_from_db()
    assert proposal.due_on == due_on
    assert proposal.due_working.startswith(working)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"summary": ""}, "Write what is asked for"),
        ({"due": "soonish"}, "or “next meeting”, or “10 working days”"),
        ({"due": "31 November 2026"}, "There is no 31 November 2026"),
        ({"due": "3 December 2025"}, "is before the meeting that asked for it, on 8 October 2026"),
        ({"owner": "Nobody At All"}, "Nobody in the directory fits “Nobody At All”"),
        ({"owner": ""}, "Say who must act"),
        ({"requester": "Joanne Pritchard"}, "is not a councillor"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_the_field_and_nothing_is_saved(send, proposal, changes, words):
    response = send("review_edit", proposal.pk, htmx=True, **edit_data(proposal, **changes))
    assert response.status_code == 422
    assert words in response.text
    assert "error-summary" in response.text
    assert not proposal.events.exists()


def test_words_that_fit_two_officers_name_both(send, proposal):
    make_officer("Ann Marlow", make_post("Head of Libraries"))
    make_officer("Ann Marlow", make_post("Head of Parks"))
    response = send("review_edit", proposal.pk, htmx=True, **edit_data(proposal, owner="Ann Marlow"))
    assert "could be Ann Marlow, Head of Libraries or Ann Marlow, Head of Parks" in response.text


def test_an_owner_who_has_left_the_directory_may_stay(send, item):
    gone = make_owner(make_officer("Gone Away"), make_post("Old post"))
    action = make_proposal(item, owner=gone)
    send("review_edit", action.pk, **edit_data(action, summary="Better words"))
    action.refresh_from_db()
    assert (action.owner, action.summary) == (gone, "Better words")


def test_the_edit_form_is_a_page_of_its_own_without_script(client, clerk, meeting, proposal):
    client.force_login(clerk)
    page = client.get(address("review_edit", meeting, proposal.pk)).text
    assert "<h1>" in page
    assert SAID in page
    assert '<datalist id="owners">' in page


def test_an_action_of_an_exempt_item_is_not_opened_by_itself_and_the_form_says_what_to_do(send, client, proposal):
    AgendaItem.objects.update(restricted=True)
    send("review_edit", proposal.pk, **edit_data(proposal, summary="Better words", save="yes"))
    proposal.refresh_from_db()
    assert proposal.is_exempt
    page = client.get(address("review_edit", proposal.meeting, proposal.pk)).text
    assert "untick the item beside the minutes first" in page
    assert re.search(r'<input[^>]+name="restricted"[^>]+disabled', page)

"""Minutes that were added by mistake: nothing of them is asked for any more, and they can be read again."""

import datetime

import pytest
from django.urls import reverse

from actions import intake, reading, taking_out, workflow
from actions.models import Action, Status
from actions.workflow import MoveRefused
from meetings.models import Meeting, Source
from tests.actions.sample_minutes import DATED
from tests.builders import make_action, make_meeting, make_source
from tests.cast import NOW, TODAY


@pytest.fixture
def taken_in(committee) -> Source:
    source = make_source(committee, DATED)
    reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert source.state == Source.State.READY
    return source


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk)
    return client


def take_out(source: Source, by, cancels: bool = False) -> None:
    taking_out.take_out(source, by=by, now=NOW, reason="They are another committee’s", cancels=cancels)
    source.refresh_from_db()


def test_nothing_of_them_is_asked_for_or_shown_and_the_document_is_kept(desk, clerk, taken_in):
    meeting = Meeting.objects.get()
    take_out(taken_in, clerk)
    assert set(Action.objects.values_list("status", "dismissed_reason")) == {
        (Status.DISMISSED, "Only in minutes that were taken back")
    }
    assert "Joanne Pritchard, Head of SEND" not in desk.get(meeting.get_absolute_url()).text
    assert (taken_in.state, taken_in.set_aside_by) == (Source.State.SET_ASIDE, clerk)
    assert taken_in.file.storage.exists(taken_in.file.name)
    page = desk.get(reverse("actions:source", args=[taken_in.pk])).text
    assert "They are another committee’s" in page
    assert "It could not be read" not in page


def test_the_meeting_waits_for_its_minutes_again(desk, clerk, taken_in):
    assert not intake.meetings_without_minutes(clerk, TODAY)
    take_out(taken_in, clerk)
    assert list(intake.meetings_without_minutes(clerk, TODAY)) == [Meeting.objects.get()]


def test_a_meeting_that_never_was_is_cancelled_and_what_was_due_there_follows(clerk, committee, taken_in):
    before, following = (make_meeting(committee, datetime.date(2026, month, 1)) for month in (9, 12))
    held = Meeting.objects.get(date="2026-10-08")
    rule = {"rule": "next_meeting", "after": "2026-09-01"}
    action = make_action(meeting=before, due_on=held.date, due_rule=rule, due_meeting=held)
    take_out(taken_in, clerk, cancels=True)
    held.refresh_from_db()
    action.refresh_from_db()
    assert (held.status, str(action.due_on), action.due_meeting) == (Meeting.Status.CANCELLED, "2026-12-01", following)


def test_the_public_are_not_told_of_a_day_on_which_nobody_met(client, clerk, committee, taken_in):
    cancelled = make_meeting(committee, datetime.date(2026, 9, 1), status="cancelled")
    take_out(taken_in, clerk, cancels=True)
    for address in (reverse("actions:meetings"), committee.get_absolute_url()):
        page = client.get(address).text
        assert cancelled.get_absolute_url() in page
        assert Meeting.objects.get(date="2026-10-08").get_absolute_url() not in page


def test_once_one_of_them_is_confirmed_they_stay(clerk, taken_in):
    workflow.confirm(Action.objects.first(), by=clerk, now=NOW)
    with pytest.raises(MoveRefused, match="while 1 action of theirs is in the register"):
        take_out(taken_in, clerk)
    assert Action.objects.filter(status=Status.PROPOSED).exists()


def test_read_again_they_ask_for_the_same_as_before(clerk, taken_in):
    asked = Action.objects.count()
    take_out(taken_in, clerk)
    intake.bring_back(taken_in)
    Source.objects.update(state=Source.State.QUEUED)
    reading.read_source(taken_in.pk, now=NOW)
    assert Action.objects.filter(status=Status.PROPOSED).count() == asked
    assert Meeting.objects.with_minutes().count() == 1


def test_the_right_minutes_of_that_day_ask_for_it_all(clerk, committee, taken_in):
    asked = Action.objects.count()
    take_out(taken_in, clerk)
    right = make_source(committee, DATED.replace("Apologies came", "An apology came"))
    reading.read_source(right.pk, now=NOW)
    right.refresh_from_db()
    assert right.warnings == []
    assert Action.objects.filter(status=Status.PROPOSED, source=right).count() == asked


def test_the_clerk_takes_them_out_from_the_page_and_says_why(desk, taken_in):
    address = reverse("actions:source_take_out", args=[taken_in.pk])
    page = desk.get(reverse("actions:source", args=[taken_in.pk])).text
    assert "Added by mistake?" in page
    assert "This committee did not meet on 8 October 2026: cancel that in the calendar" in page
    refused = desk.post(address, {"reason": ""})
    assert refused.status_code == 422
    assert "Say why they are taken out" in refused.text
    page = desk.post(address, {"reason": "Another committee’s", "cancels": "on"}, follow=True).text
    assert "is taken out and set aside" in page
    assert Meeting.objects.get().status == Meeting.Status.CANCELLED
    assert "These minutes are not in use." in desk.post(address, {"reason": "Again"}, follow=True).text

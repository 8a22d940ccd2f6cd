"""One step back from minutes that took the place of earlier ones, while nothing has been done since."""

import datetime

import pytest
from django.urls import reverse

from actions import intake, putting_back, reading, workflow
from actions.models import Action, Event, Evidence, Status
from actions.workflow import MoveRefused
from meetings.models import AgendaItem, Meeting, Resolution, Source
from tests.actions.newer.sample import (
    BREAKDOWN,
    CONFIRMED,
    LATER,
    LONGER,
    OTHERWISE,
    REPORT,
    SHORTER,
    action_with,
    items,
)

AFTER = LATER + datetime.timedelta(hours=1)


def as_it_stands() -> dict[str, list]:
    """Everything that the minutes say and that is told of them, but for the history."""
    return {
        "actions": list(
            Action.objects.exclude(status=Status.DISMISSED)
            .order_by("pk")
            .values("pk", "item", "source", "resolution", "order", "status", "reference", "restricted", "unsettled_by")
        ),
        "evidence": list(Evidence.objects.order_by("pk").values()),
        "standing": list(AgendaItem.objects.filter(replaced_by=None).order_by("pk").values_list("pk", flat=True)),
        "reviewed": list(Meeting.objects.values_list("reviewed_at", flat=True)),
        "logged": list(Resolution.objects.filter(start=None).values_list("item", flat=True)),
    }


def put_back(source: Source, by, reason="It is of another meeting") -> None:
    putting_back.put_back(source, by=by, now=AFTER, reason=reason)
    source.refresh_from_db()


@pytest.mark.parametrize("text", [CONFIRMED, OTHERWISE, SHORTER])
def test_everything_is_as_it_was(draft, take_in, clerk, text):
    Resolution.objects.create(item=draft.items.get(number="2"), order=9, text="That the Chair be thanked.")
    before = as_it_stands()
    newer = take_in(text)
    assert as_it_stands() != before
    put_back(newer, clerk)
    assert as_it_stands() == before
    assert (newer.state, newer.set_aside_by) == (Source.State.SET_ASIDE, clerk)
    assert Event.objects.filter(verb="put back", by=clerk).count() == 4


def test_what_only_the_newer_minutes_ask_for_is_dismissed(draft, take_in, clerk):
    newer = take_in(LONGER)
    put_back(newer, clerk)
    assert Action.objects.get(source=newer).status == Status.DISMISSED
    assert {standing for _, standing in items()} == {"draft"}


def test_the_document_can_be_brought_back_and_read_again(draft, take_in, clerk):
    newer = take_in(OTHERWISE)
    put_back(newer, clerk)
    intake.bring_back(newer)
    newer.refresh_from_db()
    intake.read_again(newer, now=AFTER)
    reading.read_source(newer.pk, now=AFTER)
    assert {standing for _, standing in items()} == {"confirmed"}
    assert action_with(BREAKDOWN).unsettled_by == newer


def settle(action, clerk):
    workflow.drop(action, by=clerk, now=AFTER, reason="Struck out.", decided_by="the committee")


def finish(action, clerk):
    Meeting.objects.update(reviewed_at=AFTER)


@pytest.mark.parametrize(("work", "words"), [(settle, "somebody has worked on"), (finish, "somebody has worked on")])
def test_it_is_refused_once_anything_was_done(draft, take_in, clerk, work, words):
    newer = take_in(SHORTER)
    work(action_with(REPORT), clerk)
    before = as_it_stands()
    with pytest.raises(MoveRefused, match=words):
        put_back(newer, clerk)
    assert as_it_stands() == before


def test_it_is_refused_after_another_document_and_of_a_document_that_replaced_nothing(draft, take_in, clerk):
    newer = take_in(CONFIRMED)
    take_in(OTHERWISE)
    with pytest.raises(MoveRefused, match="another document"):
        put_back(newer, clerk)
    with pytest.raises(MoveRefused, match="took the place of no others"):
        put_back(draft, clerk)


def test_what_was_made_exempt_meanwhile_is_not_opened(draft, take_in, clerk):
    newer = take_in(CONFIRMED.replace("2. Performance report, quarter 2", "2. Performance report, quarter 2 (exempt)"))
    put_back(newer, clerk)
    assert draft.items.get(number="2").restricted
    assert action_with(BREAKDOWN).restricted


def test_the_page_tells_what_became_of_each_action_and_offers_the_step_back(client, draft, take_in, clerk):
    newer = take_in(OTHERWISE)
    client.force_login(clerk)
    address = reverse("actions:source", args=[newer.pk])
    page = client.get(address).text
    told = page[page.index("What became of 4 actions") :]
    assert told.count("In the same words") == 3
    assert told.count("In other words") == 1
    put = reverse("actions:source_put_back", args=[newer.pk])
    assert "Say why these are taken back" in client.post(put, {"reason": ""}).text
    page = client.post(put, {"reason": "Of another meeting"}, follow=True).text
    assert "The earlier minutes stand again." in page
    assert "It could not be read" not in page
    assert "is-failed" not in page
    assert "somebody may have been quicker" in client.post(put, {"reason": "Once more"}, follow=True).text


def test_once_it_is_too_late_the_page_says_why(client, draft, take_in, clerk):
    newer = take_in(SHORTER)
    settle(action_with(REPORT), clerk)
    client.force_login(clerk)
    page = client.get(reverse("actions:source", args=[newer.pk])).text
    assert "somebody has worked on this meeting since" in page
    assert "Put the earlier minutes back" not in page

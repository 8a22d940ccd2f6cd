"""A document is read once, whatever becomes of its worker."""

import datetime

import pytest
from django.urls import reverse

from actions import reading
from actions.models import Action, Event
from meetings.models import AgendaItem, Meeting, Source
from meetings.storage import MOST_ITEMS
from minutes import find_followups, parse, read
from tests.actions.intake.sample import LATER, waiting_source
from tests.actions.sample_minutes import DATED
from tests.cast import NOW


def test_taking_the_same_task_twice_reads_once(committee):
    source = waiting_source(committee)
    reading.read_source(source.pk, now=NOW)
    before = (Meeting.objects.count(), AgendaItem.objects.count(), Action.objects.count(), Event.objects.count())
    reading.read_source(source.pk, now=LATER)
    reading.read_source(source.pk, now=LATER, came_back=True)
    source.refresh_from_db()
    assert (
        Meeting.objects.count(),
        AgendaItem.objects.count(),
        Action.objects.count(),
        Event.objects.count(),
    ) == before
    assert (source.attempts, source.read_at) == (1, NOW)


def test_somebody_elses_claim_is_respected_unless_the_broker_says_it_is_dead(committee):
    source = waiting_source(committee)
    assert reading.claim(source.pk, now=NOW)
    assert reading.claim(source.pk, now=NOW) is None
    assert reading.claim(source.pk, now=NOW, came_back=True).attempts == 2


def test_a_slow_reader_whose_claim_was_taken_over_stores_nothing(committee):
    source = waiting_source(committee)
    slow = reading.claim(source.pk, now=NOW)
    reading.read_source(source.pk, now=LATER, came_back=True)
    before = Action.objects.count()
    found = parse(read(DATED.encode(), ""))
    with pytest.raises(reading.ClaimLost):
        reading._store(slow, found, find_followups(found), LATER)
    assert Action.objects.count() == before > 0


def test_the_sweep_queues_again_what_a_dead_worker_left(committee):
    source = waiting_source(committee)
    reading.claim(source.pk, now=NOW)
    assert reading.sweep_sources(now=NOW + datetime.timedelta(minutes=5)) == []
    assert reading.sweep_sources(now=LATER) == [source.pk]
    reading.read_source(source.pk, now=LATER)
    source.refresh_from_db()
    assert (source.state, source.attempts) == (Source.State.READY, 2)


def test_the_sweep_queues_again_what_no_worker_came_for_but_not_at_once(committee):
    source = waiting_source(committee)
    assert reading.sweep_sources(now=NOW + datetime.timedelta(minutes=1)) == []
    assert reading.sweep_sources(now=LATER) == [source.pk]
    assert reading.sweep_sources(now=LATER) == []


def test_a_document_that_kills_three_workers_is_given_up_with_words(committee):
    source = waiting_source(committee)
    Source.objects.filter(pk=source.pk).update(state="reading", reading_since=NOW, attempts=3)
    assert reading.sweep_sources(now=LATER) == []
    source.refresh_from_db()
    assert source.state == Source.State.FAILED
    assert "cut off three times" in source.reason


def test_an_error_of_ours_is_told_in_plain_words_and_raised_for_the_log(committee):
    source = waiting_source(committee)
    source.file.storage.delete(source.file.name)
    with pytest.raises(FileNotFoundError):
        reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert (source.state, source.failure) == (Source.State.FAILED, Source.Failure.UNEXPECTED)
    assert source.reason == reading.BROKE


def test_when_the_broker_is_down_the_document_waits_and_the_page_says_so(client, clerk, committee):
    source = waiting_source(committee)
    client.force_login(clerk)
    page = client.get(reverse("actions:source", args=[source.pk]))
    assert "The reader is busy or not running. The document is kept" in page.text
    assert 'http-equiv="refresh"' in page.text


def test_a_document_of_more_items_than_any_minutes_have_is_refused_in_words(committee):
    text = "\n\n".join(f"{number}. Subject {number}\nIt was noted." for number in range(1, MOST_ITEMS + 2))
    source = waiting_source(committee, f"{DATED}\n\n{text}")
    reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert (source.state, source.failure) == (Source.State.FAILED, Source.Failure.UNREADABLE)
    assert "agenda items in this document, and no more than 5,000 can be taken in at once." in source.reason
    assert not AgendaItem.objects.exists()

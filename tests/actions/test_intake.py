"""Minutes come in, are kept, read once and become proposals."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions import intake, reading
from actions.assignment import OwnerChoice
from actions.models import Action, Event, Evidence, Status
from actions.proposing import NOBODY_NAMED, TWO_PEOPLE, settle_doubts
from actions.work import count_waiting
from actions.workflow import MoveRefused, dismiss
from meetings.models import AgendaItem, Meeting, Source
from meetings.working_days import WorkingDays
from minutes import find_followups, parse, read
from minutes.records import FollowUp
from tests.actions.sample_minutes import DATED, UNDATED
from tests.builders import make_committee, make_meeting, make_officer, make_owner, make_post, make_source
from tests.cast import NOW

HELD_ON = datetime.date(2026, 10, 8)
LATER = NOW + datetime.timedelta(minutes=10)


@pytest.fixture
def post(client, clerk, django_capture_on_commit_callbacks):
    """`post("actions:intake", …)` as the clerk; what it queues is done at once."""

    def send(name, *args, **data):
        client.force_login(clerk)
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse(name, args=args), data)

    return send


@pytest.fixture
def add(post):
    """`add(committee, text=…)`: the intake form sent."""
    return lambda committee, **fields: post("actions:intake", committee=committee.slug, standing="draft", **fields)


def waiting_source(committee, text=DATED, **fields) -> Source:
    """A source in the queue that no worker has been told of."""
    source = make_source(committee, text, **fields)
    Source.objects.filter(pk=source.pk).update(text="", queued_at=NOW)
    source.refresh_from_db()
    return source


def requests_in(text: str) -> list[str]:
    """What the reader finds, by its first quote."""
    findings = find_followups(parse(read(text.encode(), "")))
    return [followup.evidence[0].text for followup in findings.followups]


def test_pasted_minutes_become_a_meeting_with_proposals(clerk, committee, add):
    response = add(committee, text=DATED)
    source = Source.objects.get()
    assert response.headers["Location"] == reverse("actions:source", args=[source.pk])
    assert (source.state, source.added_by, source.name) == (Source.State.READY, clerk, "Pasted text")
    assert Meeting.objects.get().date == HELD_ON
    proposals = Action.objects.filter(status=Status.PROPOSED)
    assert [action.evidence.first().text for action in proposals] == requests_in(DATED)
    assert proposals.count() >= 2


def test_an_uploaded_file_is_kept_to_the_byte(committee, add):
    data = DATED.replace("\n", "\r\n").encode()
    add(committee, how="file", file=SimpleUploadedFile("cyp-oct.txt", data, "text/plain"))
    source = Source.objects.get()
    assert (source.name, source.size, source.state) == ("cyp-oct.txt", len(data), Source.State.READY)
    with source.file.open("rb") as file:
        assert file.read() == data


def test_every_quote_is_a_slice_of_the_stored_text(committee):
    source = waiting_source(committee)
    reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    quotes = Evidence.objects.all()
    assert quotes
    for quote in quotes:
        assert " ".join(source.text[quote.start : quote.end].split()) == quote.text


def test_a_request_in_a_resolution_knows_its_clause(committee):
    source = waiting_source(committee)
    reading.read_source(source.pk, now=NOW)
    action = Action.objects.get(evidence__text__startswith="a breakdown of waiting times")
    assert action.resolution.number == "(b)"
    assert action.evidence.get().origin == Evidence.Origin.RESOLVED


def test_owner_and_date_come_with_their_reasons(committee):
    make_officer("Joanne Pritchard", make_post("Head of SEND and Inclusion"))
    committee.link_officer = None
    source = waiting_source(committee)
    reading.read_source(source.pk, now=NOW)
    action = Action.objects.get(evidence__text__startswith="a further report")
    assert action.owner_reason
    assert action.due_working
    assert action.due_rule["rule"] == "next_meeting"


def test_that_nobody_is_named_is_no_doubt_once_the_presenter_carries_it(committee):
    [followup] = find_followups(parse(read(UNDATED.encode(), ""))).followups
    assert NOBODY_NAMED in followup.doubts
    dominic = make_officer("Dominic Shaw", make_post("Head of Passenger Transport"))
    reading.read_source(waiting_source(committee, UNDATED, given_date=HELD_ON).pk, now=NOW)
    action = Action.objects.get()
    assert (action.owner.officer, action.owner_reason) == (dominic, "Presented the item")
    assert NOBODY_NAMED not in action.doubts


def test_that_nobody_is_named_stays_a_doubt_where_only_the_link_officer_is_left(committee):
    committee.link_officer = make_owner()
    committee.save()
    reading.read_source(waiting_source(committee, UNDATED, given_date=HELD_ON).pk, now=NOW)
    action = Action.objects.get()
    assert action.owner == committee.link_officer
    assert NOBODY_NAMED in action.doubts


def test_an_owner_who_is_named_but_not_in_the_directory_is_nobody_yet_and_the_link_officer_a_candidate(committee):
    committee.link_officer = make_owner()
    committee.save()
    reading.read_source(waiting_source(committee).pk, now=NOW)
    action = Action.objects.get(owner_words__startswith="Joanne Pritchard")
    assert action.owner is None
    assert [one.owner for one in action.candidates.all()] == [committee.link_officer]
    assert action.owner_reason == "“Joanne Pritchard” is not in the directory"


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        ("the Head of SEND and Inclusion", True),
        ("Head of SEND & Inclusion", True),
        ("the Head of SEND and Inclusion and Tom Ferris", False),
        ("Joanne Pritchard and Tom Ferris", False),
    ],
)
def test_an_and_within_the_title_of_a_post_makes_no_two_people(db, words, settled):
    owner = make_owner(make_officer("Joanne Pritchard"), make_post("Head of SEND and Inclusion"))
    followup = FollowUp(0, 0, (), "data", owner=words, doubts=(TWO_PEOPLE,))
    left = settle_doubts(followup, OwnerChoice(owner, "Named"), make_committee())
    assert (left == []) is settled


def test_a_period_is_counted_from_the_date_that_the_clerk_gave_where_the_minutes_have_none(committee):
    text = UNDATED.replace("by school be provided to the Committee", "be provided to the Committee within three weeks")
    reading.read_source(waiting_source(committee, text, given_date=HELD_ON).pk, now=NOW)
    action = Action.objects.get()
    assert action.due_words == "within three weeks"
    assert action.due_on == HELD_ON + datetime.timedelta(weeks=3)
    assert action.due_working == "“within three weeks”, counted from 8 October 2026: Thursday 29 October 2026"


def test_a_request_without_a_date_is_due_by_the_committees_rule(committee, add):
    source = waiting_source(committee, UNDATED, given_date=HELD_ON)
    reading.read_source(source.pk, now=NOW)
    action = Action.objects.get()
    assert action.kind == "data"
    assert action.due_on == WorkingDays.load(committee.nation).add(HELD_ON, 10)


def test_a_proposal_says_in_its_history_that_the_reader_found_it(committee):
    reading.read_source(waiting_source(committee).pk, now=NOW)
    assert Event.objects.count() == Action.objects.count()
    assert set(Event.objects.values_list("verb", "by_name", "is_public")) == {("proposed", "the reader", False)}


def test_the_same_bytes_for_the_same_committee_are_refused_with_a_link(committee, add):
    add(committee, text=DATED)
    response = add(committee, text=DATED)
    assert response.status_code == 422
    assert reverse("actions:source", args=[Source.objects.get().pk]) in response.text
    assert "These minutes are here already" in response.text


def test_the_same_bytes_may_come_in_for_another_committee(clerk, committee):
    intake.take_in(committee, b"x", "x", by=clerk, now=NOW)
    intake.take_in(make_committee(clerk=clerk), b"x", "x", by=clerk, now=NOW)
    assert Source.objects.count() == 2


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


def test_without_a_date_the_clerk_is_asked_and_nothing_is_lost(client, committee, add, post):
    add(committee, text=UNDATED)
    source = Source.objects.get()
    assert (source.state, source.failure) == (Source.State.FAILED, Source.Failure.NO_DATE)
    assert not Meeting.objects.exists()
    page = client.get(reverse("actions:source", args=[source.pk]))
    assert "On which day was this meeting?" in page.text
    post("actions:source_date", source.pk, date="8 Oct 2026")
    source.refresh_from_db()
    assert source.state == Source.State.READY
    assert Meeting.objects.get().date == HELD_ON
    assert Action.objects.count() == 1


def test_a_date_that_is_still_to_come_is_refused_and_said(committee, add, post):
    add(committee, text=UNDATED)
    response = post("actions:source_date", Source.objects.get().pk, date="31 Dec 2027")
    assert response.status_code == 422
    assert "That day is still to come" in response.text


def test_a_date_given_with_the_text_matches_the_calendar(committee, add):
    planned = make_meeting(committee, HELD_ON, status=Meeting.Status.SCHEDULED)
    add(committee, text=UNDATED, date="8/10/26")
    source = Source.objects.get()
    assert source.meeting == planned
    assert Action.objects.get().meeting == planned


def test_what_cannot_be_read_says_why_and_offers_another_try(client, committee, add):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(200)
    add(committee, how="file", file=SimpleUploadedFile("scan.docx", picture))
    source = Source.objects.get()
    assert source.state == Source.State.FAILED
    assert source.failure in {Source.Failure.UNSUPPORTED, Source.Failure.UNREADABLE}
    page = client.get(reverse("actions:source", args=[source.pk]))
    assert source.reason in page.context["source"].reason
    assert "These minutes could not be read" in page.text
    assert reverse("actions:source_retry", args=[source.pk]) in page.text


def test_an_error_of_ours_is_told_in_plain_words_and_raised_for_the_log(committee):
    source = waiting_source(committee)
    source.file.storage.delete(source.file.name)
    with pytest.raises(FileNotFoundError):
        reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert (source.state, source.failure) == (Source.State.FAILED, Source.Failure.UNEXPECTED)
    assert source.reason == reading.BROKE


def test_a_failed_source_can_be_tried_again_and_a_read_one_cannot(committee, django_capture_on_commit_callbacks):
    source = waiting_source(committee)
    Source.objects.filter(pk=source.pk).update(state="failed", failure="unexpected", reason="It broke.")
    with django_capture_on_commit_callbacks(execute=True):
        intake.read_again(source, now=NOW)
    source.refresh_from_db()
    assert source.state == Source.State.READY
    with pytest.raises(MoveRefused, match="not waiting for another try"):
        intake.read_again(source, now=NOW)


def test_a_document_that_nobody_needs_is_set_aside_with_a_reason_and_can_be_brought_back(
    client, clerk, committee, post
):
    source = make_source(committee, state="failed", failure="unreadable", reason="The pages are pictures.")
    without = post("actions:source_set_aside", source.pk, reason=" ")
    assert without.status_code == 422
    assert "Say why it is not needed" in without.content.decode()
    assert post("actions:source_set_aside", source.pk, reason="The Word file came in.").status_code == 302
    source.refresh_from_db()
    assert (source.state, source.set_aside_by, source.reason) == ("set_aside", clerk, "The pages are pictures.")
    assert count_waiting(clerk, NOW.date()) == 0
    assert "The Word file came in." in client.get(reverse("actions:sources")).content.decode()
    page = client.get(reverse("actions:source", args=[source.pk])).content.decode()
    assert "Set aside by Hannah Whitlock" in page
    assert b"".join(client.get(reverse("actions:source_file", args=[source.pk]))) == source.text.encode()
    post("actions:source_bring_back", source.pk)
    source.refresh_from_db()
    assert source.state == Source.State.FAILED


def test_a_document_that_was_read_is_not_set_aside(clerk, committee):
    source = make_source(committee, state="ready")
    with pytest.raises(MoveRefused):
        intake.set_aside(source, by=clerk, now=NOW, reason="Not needed")
    with pytest.raises(MoveRefused):
        intake.bring_back(source)


def test_exempt_business_is_restricted_before_anybody_reviews_it(committee, add):
    add(committee, text=DATED, exempt="on")
    assert not AgendaItem.objects.filter(restricted=False).exists()
    assert not Action.objects.filter(restricted=False).exists()
    assert Action.objects.exists()


def test_minutes_that_come_in_again_do_not_propose_the_same_twice_nor_what_was_dismissed(clerk, committee):
    reading.read_source(waiting_source(committee).pk, now=NOW)
    count = Action.objects.count()
    dismiss(Action.objects.first(), by=clerk, now=NOW, reason="Already done")
    again = waiting_source(committee, DATED + "\nConfirmed as a correct record.\n")
    reading.read_source(again.pk, now=LATER)
    again.refresh_from_db()
    assert Action.objects.count() == count
    assert f"take the place of the earlier ones: {count} actions in the same words" in again.warnings[-1]


def test_new_proposals_open_a_finished_review_again(committee):
    meeting = make_meeting(committee, HELD_ON, reviewed_at=NOW)
    reading.read_source(waiting_source(committee).pk, now=NOW)
    meeting.refresh_from_db()
    assert meeting.reviewed_at is None


def test_a_committee_may_have_sure_proposals_confirmed_without_a_clerk(committee):
    committee.link_officer = None
    officer = make_officer("Joanne Pritchard")
    committee.link_officer = type(committee).link_officer.field.related_model.objects.for_officer(officer)
    committee.confirm_automatically_from = 0.0
    committee.save()
    reading.read_source(waiting_source(committee).pk, now=NOW)
    opened = Action.objects.filter(status=Status.OPEN)
    assert opened.count() == Action.objects.filter(restricted=False).count() > 0
    event = opened.first().events.get(verb="confirmed")
    assert (event.by_name, event.note) == ("the reader", "Confirmed without a clerk: sure from 0%")


def test_signs_that_a_database_cannot_hold_do_no_harm(committee):
    data = DATED.replace("Apologies came", "Apologies\x00 came").encode()
    source = intake.take_in(committee, data, "minutes.txt", by=None, now=NOW)
    reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert source.state == Source.State.READY
    assert "\x00" not in source.text


def test_a_document_without_text_is_refused_in_words(committee):
    source = waiting_source(committee, " \n \n")
    reading.read_source(source.pk, now=NOW)
    source.refresh_from_db()
    assert source.state == Source.State.FAILED
    assert "empty" in source.reason or "no text" in source.reason


def test_when_the_broker_is_down_the_document_waits_and_the_page_says_so(client, clerk, committee):
    source = waiting_source(committee)
    client.force_login(clerk)
    page = client.get(reverse("actions:source", args=[source.pk]))
    assert "The reader is busy or not running. The document is kept" in page.text
    assert 'http-equiv="refresh"' in page.text

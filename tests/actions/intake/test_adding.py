"""Minutes come in: pasted or as a file, with a date or without; what cannot be read says why."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions import intake, reading
from actions.models import Action, Status
from actions.work import count_waiting
from actions.workflow import MoveRefused
from meetings.models import Meeting, Source
from tests.actions.intake.sample import HELD_ON, requests_in, waiting_source
from tests.actions.sample_minutes import DATED, UNDATED
from tests.builders import make_committee, make_meeting, make_source
from tests.cast import NOW


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


def test_a_file_that_was_chosen_is_taken_whichever_of_the_two_is_ticked(committee, add):
    refused = add(committee, how="paste", file=SimpleUploadedFile("empty.txt", b"")).content.decode()
    assert "The file is empty" in refused
    assert "Paste the text of the minutes, or choose" not in refused
    add(committee, how="paste", text=" ", file=SimpleUploadedFile("cyp-oct.txt", DATED.encode(), "text/plain"))
    assert Source.objects.get().name == "cyp-oct.txt"


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


def test_a_document_without_date_or_request_is_asked_about_as_perhaps_the_wrong_one(client, committee, add):
    add(committee, text="Milk\nBread\n")
    page = client.get(reverse("actions:source", args=[Source.objects.get().pk])).text
    assert "No requests were found either: see whether it is the right document." in page
    assert "Nothing else is missing" not in page

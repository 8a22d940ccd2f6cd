"""The page on which an action is answered: drafts, files, sending, more time, passing on, on behalf of others."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from actions import amendments
from actions.models import Answer, MoreTimeRequest, Status
from meetings.models import Committee
from people.models import Absence
from tests.builders import make_action, make_answer, make_attachment, make_item, make_meeting, make_officer, make_owner

CSV = b"ward,number\nHarbour,14\n"


@pytest.fixture
def today() -> datetime.date:
    return timezone.localdate()


@pytest.fixture
def action(meeting, officer, today):
    owner = make_owner(officer.officer)
    return make_action(make_item(meeting), owner=owner, due_on=today + datetime.timedelta(days=5))


@pytest.fixture
def exempt(meeting, officer):
    return make_action(make_item(meeting, restricted=True), owner=make_owner(officer.officer), summary="The settlement")


def address(action, name="answer") -> str:
    return reverse(f"actions:{name}", args=[action.reference])


def post(client, action, name="answer", **data):
    return client.post(address(action, name), data, follow=True)


def said(response) -> str:
    return response.content.decode()


def test_the_page_shows_what_was_asked_in_the_council_s_own_words(client, officer, action):
    client.force_login(officer)
    page = said(client.get(address(action)))
    assert action.evidence.get().text in page
    assert "Send answer" in page


def test_an_answer_that_is_sent_is_with_the_clerk_and_in_the_history(client, officer, action):
    client.force_login(officer)
    response = post(client, action, text="There were 61.", do="send")
    action.refresh_from_db()
    answer = action.answers.get()
    assert (action.status, answer.state, answer.by, answer.on_behalf_of) == ("answered", "sent", officer, None)
    assert action.events.get().verb == "answered"
    assert f"Your answer to {action.reference} was sent" in said(response)


def test_where_the_officer_s_answer_closes_it_the_message_says_so(client, officer, action):
    Committee.objects.update(closure_rule=Committee.ClosureRule.OFFICER)
    client.force_login(officer)
    response = post(client, action, text="There were 61.", do="send")
    action.refresh_from_db()
    assert action.status == Status.COMPLETE
    assert "is complete" in said(response)


def test_an_empty_answer_is_not_sent_and_the_page_says_what_to_do(client, officer, action):
    client.force_login(officer)
    response = client.post(address(action), {"text": "  ", "do": "send"})
    assert response.status_code == 422
    assert "Write the answer" in said(response)
    assert "<title>Error:" in said(response)


def test_a_draft_is_kept_and_shown_again_and_nobody_else_sees_it(client, officer, member, action):
    client.force_login(officer)
    post(client, action, text="Half of it", do="save")
    assert "Half of it" in said(client.get(address(action)))
    assert action.answers.get().state == Answer.State.DRAFT
    client.force_login(member)
    assert "Half of it" not in said(client.get(action.get_absolute_url()))


def test_words_are_saved_as_they_are_typed(client, officer, action):
    client.force_login(officer)
    response = client.post(address(action, "answer_draft"), {"text": "As typed"})
    assert "Draft saved at" in said(response)
    assert action.answers.get().text == "As typed"


def test_words_that_arrive_after_the_answer_was_sent_begin_no_new_draft(client, officer, action):
    client.force_login(officer)
    post(client, action, text="There were 61.", do="send")
    response = client.post(address(action, "answer_draft"), {"text": "There were 61"})
    assert "no longer open" in said(response)
    assert action.answers.count() == 1


def test_files_go_with_the_form_and_come_off_again(client, officer, action):
    client.force_login(officer)
    files = [SimpleUploadedFile("a.csv", CSV), SimpleUploadedFile("b.csv", CSV + b"Quay,3\n")]
    post(client, action, text="See the files", uploads=files, do="save")
    draft = action.answers.get()
    first, second = draft.attachments.all()
    assert (first.name, second.name) == ("a.csv", "b.csv")
    post(client, action, text="See the file", remove=str(first.pk))
    draft.refresh_from_db()
    assert [file.name for file in draft.attachments.all()] == ["b.csv"]
    assert draft.text == "See the file"


def test_a_file_that_may_not_come_is_refused_and_the_words_are_kept(client, officer, action):
    client.force_login(officer)
    program = SimpleUploadedFile("figures.pdf", b"MZ\x90\x00" + b"\x00" * 100)
    response = client.post(address(action), {"text": "See the file", "uploads": [program], "do": "send"})
    assert response.status_code == 422
    assert "“figures.pdf” cannot be attached" in said(response)
    assert action.answers.get().text == "See the file"
    action.refresh_from_db()
    assert action.status == Status.OPEN


def test_files_dropped_one_by_one_come_back_as_a_list(client, officer, action):
    client.force_login(officer)
    response = client.post(address(action, "answer_files"), {"uploads": SimpleUploadedFile("a.csv", CSV)})
    assert response.status_code == 200
    assert "a.csv" in said(response)
    refused = client.post(address(action, "answer_files"), {"uploads": SimpleUploadedFile("a.exe", b"MZ\x00\x01")})
    assert refused.status_code == 422
    assert "“a.exe” cannot be attached" in said(refused)


def test_somebody_else_s_file_cannot_be_taken_off(client, officer, clerk, action):
    other = make_attachment(make_answer(action, clerk))
    client.force_login(officer)
    post(client, action, text="Mine", remove=str(other.pk))
    assert other.answer.attachments.count() == 1


def test_an_exempt_answer_needs_a_word_for_the_public_or_the_word_that_there_is_none(client, officer, exempt):
    client.force_login(officer)
    response = client.post(address(exempt), {"text": "£40,000", "do": "send"})
    assert response.status_code == 422
    assert "Write what the public may know" in said(response)
    both = {"text": "£40,000", "do": "send", "public_summary": "It is settled", "nothing_public": "on"}
    assert client.post(address(exempt), both).status_code == 422
    post(client, exempt, text="£40,000", do="send", public_summary="It is settled")
    assert exempt.answers.get().public_summary == "It is settled"
    exempt.refresh_from_db()
    assert exempt.status == Status.ANSWERED


def test_an_exempt_answer_may_say_that_nothing_is_public(client, officer, exempt):
    client.force_login(officer)
    post(client, exempt, text="£40,000", do="send", nothing_public="on")
    exempt.refresh_from_db()
    assert exempt.status == Status.ANSWERED


def test_a_public_action_asks_for_no_summary_unless_its_answer_is_private(client, officer, action):
    client.force_login(officer)
    post(client, action, text="There were 61.", do="send", whole="whole", openness="public")
    action.refresh_from_db()
    assert action.status == Status.ANSWERED


def test_the_preview_shows_the_answer_and_sends_it(client, officer, action):
    client.force_login(officer)
    page = said(post(client, action, text="There were 61.", do="look"))
    assert "This is what everybody will see" in page
    assert "There were 61." in page
    post(client, action, "answer_send")
    action.refresh_from_db()
    assert action.status == Status.ANSWERED


def test_the_preview_does_not_send_an_exempt_answer_undecided(client, officer, exempt):
    client.force_login(officer)
    post(client, exempt, text="£40,000", do="look")
    post(client, exempt, "answer_send")
    exempt.refresh_from_db()
    assert exempt.status == Status.OPEN
    post(client, exempt, "answer_send", nothing_public="on")
    exempt.refresh_from_db()
    assert exempt.status == Status.ANSWERED


def test_an_answer_to_what_was_closed_meanwhile_is_refused_in_words_and_kept(client, officer, action):
    type(action).objects.filter(pk=action.pk).update(status=Status.DROPPED)
    client.force_login(officer)
    response = post(client, action, text="There were 61.", do="send")
    page = said(response)
    assert "no longer required" in page
    assert "There were 61." in page
    assert action.answers.get().state == Answer.State.DRAFT


def test_the_clerk_answers_for_whoever_has_no_sign_in_and_the_history_says_so(client, clerk, meeting):
    owner = make_owner(make_officer("Grace Lund"))
    action = make_action(make_item(meeting), owner=owner)
    client.force_login(clerk)
    assert "Answer on behalf of Grace Lund" in said(client.get(address(action)))
    post(client, action, text="By telephone: 12.", do="send")
    answer, event = action.answers.get(), action.events.get()
    assert (answer.by, answer.on_behalf_of) == (clerk, owner)
    assert (event.by, event.note) == (clerk, "On behalf of Grace Lund")


def test_whoever_deputises_answers_while_the_owner_is_away_and_not_after(client, officer, other_officer, action, today):
    absence = Absence.objects.create(
        officer=officer.officer, deputy=other_officer.officer, away_from=today, away_until=today
    )
    client.force_login(other_officer)
    assert client.get(address(action)).status_code == 200
    Absence.objects.filter(pk=absence.pk).update(
        away_from=today - datetime.timedelta(days=9), away_until=today - datetime.timedelta(days=1)
    )
    assert client.get(address(action)).status_code == 403


def test_whoever_deputises_reads_and_answers_exempt_business_too_and_not_after(
    client, officer, other_officer, action, today
):
    type(action).objects.filter(pk=action.pk).update(restricted=True)
    client.force_login(other_officer)
    assert client.get(address(action)).status_code == 404
    absence = Absence.objects.create(
        officer=officer.officer, deputy=other_officer.officer, away_from=today, away_until=today
    )
    assert client.get(address(action)).status_code == 200
    assert client.get(action.get_absolute_url()).status_code == 200
    absence.delete()
    assert client.get(address(action)).status_code == 404


def test_more_time_is_asked_for_with_a_reason_and_a_later_date(client, officer, action, today):
    client.force_login(officer)
    later = today + datetime.timedelta(days=30)
    data = {"time-until": f"{later:%d/%m/%Y}", "time-reason": "The figures come out on Friday"}
    page = said(post(client, action, "more_time", **data))
    request = MoreTimeRequest.objects.get()
    assert (request.action, request.new_due_on, request.asked_by) == (action, later, officer)
    assert "The clerk was asked for more time" in page
    assert action.events.get().verb == "asked for more time"


@pytest.mark.parametrize(
    ("until", "reason", "words"),
    [
        ("1 January 2020", "Late", "Give a date that is still to come"),
        ("", "Late", "Write the date"),
        ("tomorrow or so", "Late", "Write the date as a day"),
        ("1 January 2099", "", "Say why more time is needed"),
    ],
)
def test_a_request_for_more_time_that_makes_no_sense_says_why(client, officer, action, until, reason, words):
    client.force_login(officer)
    response = client.post(address(action, "more_time"), {"time-until": until, "time-reason": reason})
    assert response.status_code == 422
    assert [entry.label for entry in response.context["navigation"] if entry.is_current] == ["My actions"]
    assert words in said(response)
    assert not MoreTimeRequest.objects.exists()


def test_more_time_asked_for_twice_is_refused_in_words(client, officer, action):
    client.force_login(officer)
    data = {"time-until": "1 January 2099", "time-reason": "Late"}
    post(client, action, "more_time", **data)
    assert "has been asked for already" in said(post(client, action, "more_time", **data))


def test_an_action_is_passed_to_a_colleague_with_a_note_that_is_not_published(client, officer, other_officer, action):
    client.force_login(officer)
    page = said(post(client, action, "pass_on", **{"pass-owner": "Dominic Shaw", "pass-note": "I am off sick"}))
    action.refresh_from_db()
    assert action.owner.officer == other_officer.officer
    assert action.owner_reason == "Passed on by Joanne Pritchard: I am off sick"
    assert [(event.verb, event.note, event.is_public) for event in action.events.all()] == [
        ("passed on", "", True),
        ("noted", "I am off sick", False),
    ]
    assert "is with Dominic Shaw now" in page
    client.force_login(other_officer)
    assert "<p>I am off sick</p>" in said(client.get(action.get_absolute_url()))
    client.logout()
    for path in (action.get_absolute_url(), f"/api/v1/actions/{action.reference}/", "/actions.json", "/actions.atom"):
        response = client.get(path)
        assert response.status_code == 200
        assert b"off sick" not in response.getvalue(), path


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Say who should have it"),
        ("Zebedee Quorn", "Nobody in the directory fits"),
        ("Cllr Jess Thornbury", "Pass it to an officer"),
        ("Joanne Pritchard", "has it already"),
    ],
)
def test_an_action_is_passed_to_other_officers_alone(client, officer, member, action, typed, words):
    client.force_login(officer)
    response = client.post(address(action, "pass_on"), {"pass-owner": typed})
    assert response.status_code == 422
    assert words in said(response)


def test_a_clerk_who_is_no_officer_does_not_pass_on(client, clerk, other_officer, action):
    client.force_login(clerk)
    assert client.post(address(action, "pass_on"), {"pass-owner": "Dominic Shaw"}).status_code == 403


def test_what_is_done_without_an_answer_is_reported_with_how(client, officer, action):
    client.force_login(officer)
    assert client.post(address(action, "report_done"), {"done-note": ""}).status_code == 422
    post(client, action, "report_done", **{"done-note": "The visit was on Friday."})
    action.refresh_from_db()
    assert action.status == Status.ANSWERED
    assert action.events.get().note == "The visit was on Friday."


def test_an_answer_given_before_is_used_again_with_its_files(client, officer, committee, action):
    before = make_action(
        make_item(make_meeting(committee)), status=Status.COMPLETE, owner=action.owner,
        summary="Exclusions from secondary schools by ward",
    )  # fmt: skip
    type(action).objects.filter(pk=action.pk).update(summary="Exclusions from secondary schools by ward and year")
    sent = make_answer(before, officer, text="There were 61.", state="sent", sent_at=timezone.now())
    file = make_attachment(sent)
    client.force_login(officer)
    assert "Use this answer" in said(client.get(address(action)))
    client.post(reverse("actions:answer_again", args=[action.reference, sent.pk]))
    draft = action.answers.get()
    copied = draft.attachments.get()
    assert draft.text == "There were 61."
    assert (copied.name, copied.file.name, copied.pk == file.pk) == (file.name, file.file.name, False)
    post(client, action, text="There were 62.", remove=str(copied.pk))
    assert file.file.storage.exists(file.file.name), "the earlier answer keeps its file"


def test_an_exempt_answer_is_never_carried_over(client, officer, action, exempt):
    secret = make_answer(exempt, officer, text="£40,000", state="sent", sent_at=timezone.now())
    client.force_login(officer)
    again = client.post(reverse("actions:answer_again", args=[action.reference, secret.pk]))
    assert again.status_code == 404
    assert not action.answers.exists()


def test_what_was_missing_stands_on_the_page(client, officer, clerk, action):
    make_answer(action, officer, state="sent_back", missing="By ward")
    action.events.create(by=clerk, by_name=clerk.name, verb="sent back", note="By ward")
    client.force_login(officer)
    assert "Still missing:</strong> By ward" in said(client.get(address(action)))


@pytest.mark.parametrize("actions", [0, 12])
def test_the_page_asks_the_same_number_of_queries_however_much_there_is(
    client, officer, action, meeting, actions, django_assert_max_num_queries
):
    for _ in range(actions):
        make_officer()
        alike = make_action(make_item(make_meeting(meeting.committee)), status=Status.ANSWERED)
        make_answer(alike, officer, state="sent")
    client.force_login(officer)
    with django_assert_max_num_queries(45):
        client.get(address(action))


def test_whoever_opens_an_action_that_went_to_somebody_else_is_told_who_has_it(client, officer, other_officer, action):
    action.owner = make_owner(other_officer.officer)
    action.save()
    client.force_login(officer)
    answer = client.get(address(action))
    assert answer.status_code == 403
    assert f"{action.reference} is with Dominic Shaw." in said(answer)


def test_whoever_comes_late_by_the_link_of_an_email_is_told_who_has_it_and_led_to_the_action(
    client, officer, other_officer, action
):
    amendments.assign(action, make_owner(other_officer.officer), by=None, now=timezone.now(), reason="Buses")
    client.force_login(officer)
    response = client.get(address(action))
    assert response.status_code == 403
    page = said(response)
    assert f"{action.reference} is with Dominic Shaw" in page
    assert f'<a href="{action.get_absolute_url()}">See {action.reference}</a>' in page
    assert "another role" not in page

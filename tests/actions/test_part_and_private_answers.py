"""Answers that are only part of what was asked, and answers that the public may not read in full."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from actions import answers, exports, workflow
from actions.models import Answer, Status
from actions.search import matching
from actions.tracker import tracker
from actions.workflow import MoveRefused
from meetings.models import Committee
from people.models import Absence
from tests.builders import make_action, make_attachment, make_item, make_meeting, make_owner
from tests.cast import NOW, TODAY

BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET, SUMMARY, REASON = "Harbour House took nine children.", "All were placed.", "It would show who a child is"


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), owner=make_owner(officer.officer), summary="Say where they were placed")


@pytest.fixture
def private(action, officer) -> Answer:
    """A private answer with a file, sent."""
    draft = answers.save_draft(
        action, by=officer, now=NOW, text=SECRET, public_summary=SUMMARY, private_reason=REASON
    )  # fmt: skip
    make_attachment(draft, "Placements.csv")
    answers.send(draft, by=officer, now=NOW)
    return Answer.objects.get(pk=draft.pk)


def page_of(client, action, user=None) -> str:
    client.logout()
    if user:
        client.force_login(user, backend=BACKEND)
    return client.get(action.get_absolute_url()).content.decode()


def send(client, action, user, **typed):
    client.force_login(user, backend=BACKEND)
    data = {"text": "There were 61.", "do": "send", "whole": "whole", "openness": "public", **typed}
    return client.post(reverse("actions:answer", args=[action.reference]), data, follow=True)


# --- Part of an answer ----------------------------------------------------------------------------


def test_part_of_an_answer_is_published_and_the_action_stays_open_with_what_is_to_come(client, action, officer):
    type(action).objects.update(due_on=TODAY)
    response = send(client, action, officer, whole="part", rest="The trust’s figures, by 3 December")
    assert "It stays with you until the rest has come" in response.content.decode()
    action.refresh_from_db()
    assert (action.status, action.answered_at) == (Status.OPEN, None)
    page = page_of(client, action)
    assert "There were 61." in page
    assert "The trust’s figures, by 3 December" in page
    assert "Part of it was answered on" in page
    client.force_login(officer, backend=BACKEND)
    assert "Still to come:" in client.get(reverse("actions:answer", args=[action.reference])).content.decode()
    assert "The trust’s figures" in client.get(reverse("actions:mine")).content.decode()


def test_the_rest_makes_it_answered_and_the_part_stays_to_be_read(client, action, officer):
    send(client, action, officer, whole="part", rest="The trust’s figures")
    send(client, action, officer, text="The trust had 14.")
    action.refresh_from_db()
    assert action.status == Status.ANSWERED
    page = page_of(client, action)
    assert page.index("The trust had 14.") < page.index("There were 61.")


def test_part_of_an_answer_says_what_is_to_come(client, action, officer):
    response = send(client, action, officer, whole="part", rest=" ")
    assert response.status_code == 422
    assert "Say what is still to come, and by when" in response.content.decode()
    assert 'value="part" checked' in response.content.decode()
    assert not Answer.objects.sent().exists()


def test_what_is_to_come_is_not_kept_when_it_is_the_whole_answer_after_all(client, action, officer):
    send(client, action, officer, do="save", whole="part", rest="The trust’s figures")
    assert answers.draft_of(action, officer).rest
    send(client, action, officer, whole="whole", rest="The trust’s figures")
    action.refresh_from_db()
    assert action.status == Status.ANSWERED


def test_a_part_never_completes_an_action_even_where_the_officers_answer_does(action, officer):
    Committee.objects.update(closure_rule=Committee.ClosureRule.OFFICER)
    draft = answers.save_draft(action, by=officer, now=NOW, text="There were 61.", rest="The trust’s figures")
    answers.send(draft, by=officer, now=NOW)
    action.refresh_from_db()
    assert action.status == Status.OPEN


def test_no_part_is_sent_of_an_action_that_was_closed_meanwhile(action, officer, clerk):
    draft = answers.save_draft(action, by=officer, now=NOW, text="There were 61.", rest="The trust’s figures")
    workflow.drop(action, by=clerk, now=NOW, reason="Not needed.", decided_by="the Chair")
    with pytest.raises(MoveRefused):
        answers.send(draft, by=officer, now=NOW)
    draft.refresh_from_db()
    assert draft.state == Answer.State.DRAFT


def test_the_tracker_says_what_came_and_what_is_to_follow(action, officer, committee):
    draft = answers.save_draft(action, by=officer, now=NOW, text="There were 61.", rest="The trust’s figures")
    answers.send(draft, by=officer, now=NOW)
    line = tracker(make_meeting(committee, TODAY.replace(month=12)), TODAY).lines[0]
    assert (line.rag, line.change) == ("amber", "Part answered")
    assert line.update == "Part answered on 9 November 2026: There were 61. To follow: The trust’s figures."


# --- Answers that are not public in full ----------------------------------------------------------


def test_the_public_read_the_summary_and_why_and_neither_the_words_nor_the_files(client, action, private, outsider):
    for user in (None, outsider):
        page = page_of(client, action, user)
        assert SUMMARY in page
        assert REASON in page
        assert SECRET not in page
        assert "Placements.csv" not in page
        assert client.get(reverse("actions:attachment", args=[private.attachments.get().pk])).status_code == 404


def test_the_committee_its_clerk_and_the_owner_read_all_of_it(client, action, private, member, clerk, officer):
    action.committee.members.add(member.councillor)
    for user in (member, clerk, officer):
        assert SECRET in page_of(client, action, user)
        assert "Placements.csv" in page_of(client, action, user)
        file = client.get(reverse("actions:attachment", args=[private.attachments.get().pk]))
        assert b"Harbour" in b"".join(file.streaming_content)


def test_whoever_deputises_reads_it_as_long_as_they_do(client, action, private, officer, other_officer):
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    assert SECRET not in page_of(client, action, other_officer)
    Absence.objects.create(
        officer=officer.officer, deputy=other_officer.officer, away_from=today, away_until=today + day
    )
    assert SECRET in page_of(client, action, other_officer)
    Absence.objects.update(away_from=today - 2 * day, away_until=today - day)
    assert SECRET not in page_of(client, action, other_officer)


def test_a_member_of_another_committee_reads_the_summary_alone(client, action, private, member):
    assert SECRET not in page_of(client, action, member)


def test_neither_search_nor_the_api_nor_an_answer_used_again_gives_it_away(client, action, private, outsider):
    assert not matching(type(action).objects.all(), "Harbour House").exists()
    detail = client.get(f"/api/v1/actions/{action.reference}/")
    assert SECRET not in detail.text
    assert detail.json()["answers"][0]["text"] == SUMMARY
    assert not answers.usable_again(outsider).exists()


@pytest.mark.parametrize("kind", ["csv", "html"])
def test_the_tracker_for_the_public_agenda_has_the_summary(committee, private, kind):
    found = exports.export(tracker(make_meeting(committee, TODAY.replace(month=12)), TODAY), kind).decode()
    assert SUMMARY in found
    assert SECRET not in found
    assert "with one file" not in found


def test_a_private_answer_needs_its_reason_and_words_for_the_public(client, action, officer):
    response = send(client, action, officer, openness="private")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Say why it cannot be public" in page
    assert "Write what the public may know" in page
    assert 'value="private" checked' in page
    send(client, action, officer, openness="private", private_reason=REASON, public_summary=SUMMARY)
    answer = Answer.objects.sent().get()
    assert (answer.private_reason, answer.public_summary) == (REASON, SUMMARY)


def test_a_private_draft_without_public_words_is_refused_by_the_preview_too(client, action, officer):
    send(client, action, officer, do="look", openness="private", private_reason=REASON)
    client.post(reverse("actions:answer_send", args=[action.reference]))
    action.refresh_from_db()
    assert action.status == Status.OPEN


def test_the_database_keeps_no_private_answer_without_public_words(action, officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(action=action, by=officer, text=SECRET, private_reason=REASON, state="sent")


def test_an_answer_read_without_asking_for_whom_is_withheld(private):
    assert Answer.objects.get(pk=private.pk).shown_text == SUMMARY

"""Answers before they go out: a colleague's approval, one draft a person, who may write."""

import pytest
from django.core import mail
from django.urls import reverse

from actions import answers
from actions.models import Answer, Status
from actions.notices import outbox
from actions.workflow import MoveRefused
from tests.builders import make_action, make_item, make_owner
from tests.cast import NOW, TODAY
from tests.reading import folded

State = Answer.State


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), owner=make_owner(officer.officer))


@pytest.fixture
def draft(action, officer):
    return answers.save_draft(action, by=officer, now=NOW, text="There were 61.")


@pytest.fixture
def waiting(draft, officer, other_officer):
    return answers.ask_approval(draft, other_officer, by=officer, now=NOW)


def address(answer, name="approval"):
    return reverse(f"actions:{name}", args=[answer.pk])


def verbs(action):
    return [(event.verb, event.by_name) for event in action.events.all()]


def test_an_approved_answer_goes_out_under_its_author_s_name_and_the_history_names_both(
    client, waiting, action, officer, other_officer
):
    client.force_login(other_officer)
    assert "There were 61." in client.get(address(waiting)).content.decode()
    client.post(address(waiting))
    action.refresh_from_db()
    waiting.refresh_from_db()
    assert (action.status, waiting.state, waiting.by) == (Status.ANSWERED, State.SENT, officer)
    assert verbs(action) == [
        ("sent for approval", "Joanne Pritchard"),
        ("approved", "Dominic Shaw"),
        ("answered", "Joanne Pritchard"),
    ]


def test_a_returned_answer_is_a_draft_again_with_what_to_change(client, waiting, action, officer, other_officer):
    client.force_login(other_officer)
    assert client.post(address(waiting, "approval_return"), {"note": " "}).status_code == 422
    client.post(address(waiting, "approval_return"), {"note": "Say by ward"})
    waiting.refresh_from_db()
    action.refresh_from_db()
    assert (action.status, waiting.state, waiting.approval_note) == (Status.OPEN, State.DRAFT, "Say by ward")
    client.force_login(officer)
    page = client.get(reverse("actions:answer", args=[action.reference])).content.decode()
    assert "Dominic Shaw returned it:</strong> Say by ward" in page


def test_the_page_lays_an_answer_before_a_colleague(client, action, officer, other_officer):
    client.force_login(officer)
    place = reverse("actions:answer", args=[action.reference])
    client.post(place, {"text": "There were 61.", "do": "ask", "approver": "Dominic Shaw"})
    draft = action.answers.get()
    assert (draft.state, draft.approver) == (State.APPROVAL, other_officer)
    assert "Dominic Shaw was asked to approve this" in client.get(place).content.decode()
    client.post(reverse("actions:answer_take_back", args=[action.reference]))
    draft.refresh_from_db()
    assert (draft.state, draft.approver) == (State.DRAFT, None)


@pytest.mark.parametrize(
    ("approver", "words"),
    [
        ("", "Say who should approve it"),
        ("Zebedee Quorn", "Nobody in the directory fits"),
        ("Jess Thornbury", "is no officer"),
    ],
)
def test_an_approver_is_an_officer_who_signs_in(client, action, officer, member, approver, words):
    client.force_login(officer)
    place = reverse("actions:answer", args=[action.reference])
    response = client.post(place, {"text": "There were 61.", "do": "ask", "approver": approver})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert action.answers.get().text == "There were 61."


def test_nobody_approves_their_own_answer(draft, officer):
    with pytest.raises(MoveRefused, match="Choose somebody else"):
        answers.ask_approval(draft, officer, by=officer, now=NOW)


def test_an_exempt_answer_is_laid_before_nobody_who_may_not_see_it(meeting, officer, other_officer):
    exempt = make_action(make_item(meeting, restricted=True), owner=make_owner(officer.officer))
    draft = answers.save_draft(exempt, by=officer, now=NOW, text="£40,000")
    with pytest.raises(MoveRefused, match="Dominic Shaw may not see this action"):
        answers.ask_approval(draft, other_officer, by=officer, now=NOW)
    assert not exempt.events.exists()


def test_what_was_taken_back_cannot_be_approved(waiting, officer, other_officer, action):
    answers.take_back(waiting, by=officer, now=NOW)
    with pytest.raises(MoveRefused, match="no longer waits for you"):
        answers.approve(waiting, by=other_officer, now=NOW)
    action.refresh_from_db()
    assert action.status == Status.OPEN


def test_nothing_is_sent_in_the_name_of_somebody_who_no_longer_has_the_action(waiting, other_officer, action):
    action.owner = make_owner()
    action.save()
    with pytest.raises(MoveRefused, match="Joanne Pritchard no longer has this action"):
        answers.approve(waiting, by=other_officer, now=NOW)
    assert not action.events.filter(verb="approved").exists()


def test_what_waits_for_approval_is_not_changed_or_sent_by_its_author(waiting, action, officer):
    with pytest.raises(MoveRefused, match="Dominic Shaw has this answer to approve"):
        answers.save_draft(action, by=officer, now=NOW, text="There were 62.")
    with pytest.raises(MoveRefused, match="waits for approval"):
        answers.send(waiting, by=officer, now=NOW)


def test_an_approver_who_may_no_longer_see_the_action_is_shown_nothing(client, waiting, other_officer, action):
    type(action).objects.filter(pk=action.pk).update(restricted=True)
    client.force_login(other_officer)
    assert client.get(address(waiting)).status_code == 404


def test_the_colleague_and_then_the_author_get_one_email_each(waiting, officer, other_officer):
    outbox.send_waiting(NOW)
    answers.return_draft(waiting, by=other_officer, now=NOW, note="Say by ward")
    outbox.send_waiting(NOW)
    outbox.send_waiting(NOW)
    first, second = mail.outbox
    assert (first.to, second.to) == ([other_officer.email], [officer.email])
    assert "Joanne Pritchard asks you to approve" in folded(first.body)
    assert "There were 61." not in first.body
    assert "What to change: Say by ward" in folded(second.body)


def test_each_joint_owner_has_a_draft_of_their_own(action, officer, other_officer, draft):
    action.joint_owners.add(make_owner(other_officer.officer))
    other = answers.save_draft(action, by=other_officer, now=NOW, text="Ours were 12.")
    again = answers.save_draft(action, by=officer, now=NOW, text="There were 62.")
    assert (again.pk, other.pk != draft.pk) == (draft.pk, True)
    assert answers.draft_of(action, other_officer).text == "Ours were 12."


def test_who_may_write(action, officer, other_officer, clerk, other_clerk, member, administrator):
    may = [user for user in (officer, other_officer, clerk, other_clerk, member, administrator)
           if answers.may_write(user, action, TODAY)]  # fmt: skip
    assert may == [officer, clerk, administrator]

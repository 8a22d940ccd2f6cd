"""What its clerk does with an action, each verb from its own page; and who decides about more time."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from actions.amendments import ask_more_time, decide_more_time
from actions.day import MORNING, at
from actions.forms.bulk import BulkReassignForm, BulkRedateForm
from actions.forms.verbs import FORMS
from actions.models import Action, MoreTimeRequest, Notice, Status
from actions.notices.outbox import send_waiting
from actions.verbs import LABELS, to_decide_as_chair
from meetings.models import Committee
from meetings.working_days import WorkingDays
from tests.builders import make_action, make_answer, make_attachment, make_item, make_meeting, make_owner

DUE = datetime.date(2099, 1, 9)
LATER = datetime.date(2099, 2, 6)


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), owner=make_owner(officer.officer), due_on=DUE)


@pytest.fixture
def answered(meeting, officer):
    action = make_action(make_item(meeting), owner=make_owner(officer.officer), status=Status.ANSWERED, due_on=DUE)
    make_answer(action, officer, state="sent", sent_at=timezone.now())
    return action


def address(action, name):
    return reverse("actions:verb", args=[action.reference, name])


def do(client, action, name, **data):
    response = client.post(address(action, name), data, follow=True)
    action.refresh_from_db()
    return response


def said(response) -> str:
    return response.content.decode()


@pytest.fixture
def as_clerk(client, clerk, action):
    client.force_login(clerk)
    return client


def last(action):
    return action.events.last()


@pytest.mark.parametrize("name", ["accept", "send-back", "drop"])
def test_the_answer_that_is_decided_on_stands_beside_the_form(as_clerk, officer, answered, name):
    make_answer(answered, officer, "There were 58, as the table shows.", state="sent_back", sent_at=timezone.now())
    answer = make_answer(answered, officer, "There were 61, as the table shows.", state="sent", sent_at=timezone.now())
    make_attachment(answer, "Wards.csv")
    page = said(as_clerk.get(address(answered, name)))
    assert "There were 61, as the table shows." in page
    assert "Wards.csv" in page
    assert "There were 58" not in page


def test_accepting_the_answer_completes_the_action(as_clerk, answered):
    page = said(do(as_clerk, answered, "accept", note="Thank you"))
    assert (answered.status, last(answered).verb, last(answered).note) == (Status.COMPLETE, "accepted", "Thank you")
    assert "The answer was accepted" in page


def test_where_the_committee_accepts_the_minute_is_asked_for(as_clerk, answered):
    Committee.objects.update(closure_rule=Committee.ClosureRule.COMMITTEE)
    refused = as_clerk.post(address(answered, "accept"), {"note": ""})
    assert refused.status_code == 422
    assert "Give the minute that accepted it" in said(refused)
    do(as_clerk, answered, "accept", minute="3 December 2026, minute 41(b)")
    assert (answered.status, answered.closing_minute) == (Status.COMPLETE, "3 December 2026, minute 41(b)")


def test_an_answer_is_sent_back_with_what_is_missing_and_a_new_date(as_clerk, answered):
    assert as_clerk.post(address(answered, "send-back"), {}).status_code == 422
    do(as_clerk, answered, "send-back", missing="By ward", due="6 February 2099")
    assert (answered.status, answered.due_on) == (Status.OPEN, LATER)
    assert answered.answers.get().missing == "By ward"
    assert [event.verb for event in answered.events.all()] == ["sent back", "redated"]


def test_sent_back_until_the_next_meeting_follows_the_calendar(as_clerk, answered, committee):
    coming = make_meeting(committee, datetime.date(2026, 12, 3), status="scheduled")
    do(as_clerk, answered, "send-back", missing="By ward", due="next meeting")
    assert (answered.due_on, answered.due_meeting, answered.due_rule["rule"]) == (coming.date, coming, "next_meeting")


def test_what_was_done_without_an_answer_is_completed_with_how(as_clerk, action):
    do(as_clerk, action, "complete", note="The visit was held on 20 November")
    assert (action.status, last(action).note) == (Status.COMPLETE, "The visit was held on 20 November")


def test_a_closed_action_is_opened_again_with_the_reason(as_clerk, meeting):
    closed = make_action(make_item(meeting), status=Status.COMPLETE, due_on=DUE)
    do(as_clerk, closed, "reopen", reason="The committee was not content", due="6/2/2099")
    assert (closed.status, closed.due_on) == (Status.OPEN, LATER)
    assert closed.events.first().note == "The committee was not content"


def test_dropping_says_why_and_who_decided(as_clerk, action):
    assert as_clerk.post(address(action, "drop"), {"reason": "Overtaken"}).status_code == 422
    do(as_clerk, action, "drop", reason="Overtaken by events.", decided_by="the Chair")
    assert (action.status, last(action).data["decided_by"]) == (Status.DROPPED, "the Chair")


def test_changed_words_keep_the_old_ones_in_the_history(as_clerk, action, member):
    old = action.summary
    do(as_clerk, action, "words", summary="Figures by ward and year", kind="report", requester="Cllr Jess Thornbury")
    assert (action.summary, action.kind, action.requester) == ("Figures by ward and year", "report", member.councillor)
    assert last(action).data["summary"] == [old, "Figures by ward and year"]


def test_an_action_made_exempt_is_gone_from_the_public_page(as_clerk, client, action):
    do(as_clerk, action, "exempt", restricted="on", public_summary="A contract is looked at")
    assert (action.is_exempt, action.public_summary) == (True, "A contract is looked at")
    client.logout()
    assert client.get(action.get_absolute_url()).status_code == 404


def test_an_action_is_given_to_somebody_else_with_the_reason(as_clerk, action, other_officer):
    refused = as_clerk.post(address(action, "reassign"), {"owner": "Joanne Pritchard", "note": "x"})
    assert refused.status_code == 422
    do(as_clerk, action, "reassign", owner="Dominic Shaw", note="Buses are his")
    assert action.owner.officer == other_officer.officer
    assert (last(action).verb, last(action).note) == ("passed on", "Buses are his")


def test_a_new_date_needs_a_reason_and_the_old_one_stays_in_the_history(as_clerk, action):
    refused = as_clerk.post(address(action, "redate"), {"due": "6 February 2099", "reason": ""})
    assert refused.status_code == 422
    assert "Say why the date changes" in said(refused)
    do(as_clerk, action, "redate", due="6 February 2099", reason="The figures come out later")
    assert action.due_on == LATER
    assert last(action).data == {"from": DUE.isoformat(), "to": LATER.isoformat()}


def test_a_date_that_is_none_is_refused_in_words(as_clerk, action):
    refused = as_clerk.post(address(action, "redate"), {"due": "30 February 2099", "reason": "x"})
    assert refused.status_code == 422
    assert "There is no 30 February 2099" in said(refused)


def test_a_pause_has_a_reason_and_a_day_and_can_be_ended(as_clerk, action):
    assert as_clerk.post(address(action, "pause"), {"reason": "x", "until": "1 May 2020"}).status_code == 422
    do(as_clerk, action, "pause", reason="The audit is not out", until="6 February 2099")
    assert (action.paused_until, action.pause_reason) == (LATER, "The audit is not out")
    assert "End the pause" in said(as_clerk.get(action.get_absolute_url()))
    as_clerk.post(reverse("actions:resume", args=[action.reference]))
    action.refresh_from_db()
    assert action.paused_until is None


@pytest.mark.parametrize("name", sorted(LABELS))
def test_every_verb_shows_its_form_where_it_is_offered_and_is_refused_in_words_elsewhere(as_clerk, meeting, name):
    for status in (Status.OPEN, Status.ANSWERED, Status.COMPLETE, Status.DROPPED):
        action = make_action(make_item(meeting), status=status, closed_at=timezone.now())
        response = as_clerk.get(address(action, name))
        if status in LABELS[name][1]:
            assert response.status_code == 200
            assert f"do/{name}/" in said(as_clerk.get(action.get_absolute_url()))
        else:
            assert response.status_code == 302
            assert "cannot be done now" in said(as_clerk.get(response["Location"]))


def test_there_is_no_verb_of_that_name(as_clerk, action):
    assert as_clerk.get(address(action, "burn")).status_code == 404


def test_a_proposal_has_no_verbs_here(as_clerk, meeting):
    proposal = make_action(make_item(meeting), status=Status.PROPOSED, reference="CYP-2026-999")
    assert as_clerk.get(address(proposal, "drop")).status_code == 404


def test_the_public_and_other_clerks_are_offered_nothing(client, other_clerk, action):
    for user in (None, other_clerk):
        if user:
            client.force_login(user)
        page = said(client.get(action.get_absolute_url()))
        assert "Change this action" not in page
        assert "/do/" not in page


@pytest.fixture
def asked(action, officer):
    return ask_more_time(action, by=officer, now=timezone.now(), reason="The figures come later", until=LATER)


def decide(client, action, **data):
    response = client.post(reverse("actions:decide_more_time", args=[action.reference]), data, follow=True)
    action.refresh_from_db()
    return response


def test_the_clerk_agrees_to_more_time(as_clerk, action, asked):
    assert "asks for more time" in said(as_clerk.get(action.get_absolute_url()))
    decide(as_clerk, action, decision="agree")
    asked.refresh_from_db()
    assert (action.due_on, asked.state) == (LATER, MoreTimeRequest.State.AGREED)


def test_the_clerk_agrees_to_another_date(as_clerk, action, asked):
    assert "Give the other date" in said(decide(as_clerk, action, decision="other"))
    decide(as_clerk, action, decision="other", until="23 January 2099")
    assert action.due_on == datetime.date(2099, 1, 23)


def test_more_time_is_refused_with_the_reason_and_the_old_date_stands(as_clerk, action, asked):
    assert "Say why it is refused" in said(decide(as_clerk, action, decision="refuse"))
    decide(as_clerk, action, decision="refuse", note="The Chair wants it in January")
    assert (action.due_on, last(action).verb) == (DUE, "more time refused")


def test_what_is_decided_already_is_not_decided_again(as_clerk, action, asked):
    decide(as_clerk, action, decision="agree")
    assert "may have been decided already" in said(decide(as_clerk, action, decision="refuse", note="No"))


def test_the_chair_who_decides_is_told_once_and_has_it_among_their_own(client, member, action, officer, committee):
    committee.chair, committee.more_time_decided_by = member.councillor, "chair"
    committee.save()
    ask_more_time(action, by=officer, now=timezone.now(), reason="The figures come later", until=LATER)

    for _ in range(2):
        send_waiting(at(working_day(), MORNING))
    [email] = [message for message in mail.outbox if message.to == [member.email]]
    assert email.subject.startswith(f"To decide: more time for {action.reference}")
    assert "Why: The figures come later" in email.body
    client.force_login(member)
    assert reverse("actions:decide_more_time", args=[action.reference]) in said(client.get(reverse("actions:mine")))
    decide(client, action, decision="agree")
    assert action.due_on == LATER
    assert "More time, for you to decide" not in said(client.get(reverse("actions:mine")))


@pytest.mark.parametrize("change", ["decided", "exempt"])
def test_the_chair_is_not_told_of_what_is_decided_or_not_theirs_to_see(
    member, action, officer, clerk, committee, change
):
    committee.chair, committee.more_time_decided_by = member.councillor, "chair"
    committee.save()
    asked = ask_more_time(action, by=officer, now=timezone.now(), reason="The figures come later", until=LATER)
    if change == "decided":
        decide_more_time(asked, by=clerk, now=timezone.now(), agree=True)
    else:
        Action.objects.filter(pk=action.pk).update(restricted=True)
    send_waiting(at(working_day(), MORNING))
    assert mail.outbox == []
    assert Notice.objects.get().state == Notice.State.SKIPPED
    assert list(to_decide_as_chair(member)) == []


def working_day() -> datetime.date:
    return WorkingDays().add(timezone.localdate(), 1)


def test_by_the_committee_s_setting_the_chair_decides(client, clerk, member, action, asked):
    place = reverse("actions:decide_more_time", args=[action.reference])
    client.force_login(member)
    assert client.get(place).status_code == 403
    Committee.objects.update(more_time_decided_by="chair", chair=member.councillor)
    assert "asks for more time" in said(client.get(action.get_absolute_url()))
    decide(client, action, decision="agree")
    asked.refresh_from_db()
    assert (action.due_on, asked.decided_by) == (LATER, member)


def test_a_clerk_writes_down_what_the_chair_decided(as_clerk, member, action, asked):
    Committee.objects.update(more_time_decided_by="chair", chair=member.councillor)
    decide(as_clerk, action, decision="refuse", note="Too late")
    asked.refresh_from_db()
    assert asked.note == "Decided by the Chair. Too late"


@pytest.mark.parametrize("form", [*FORMS.values(), BulkReassignForm, BulkRedateForm])
def test_whoever_writes_what_is_published_is_told_so(form):
    for name in {"note", "reason", "missing"} & set(form.base_fields):
        assert form.base_fields[name].help_text.startswith("Published"), (form, name)

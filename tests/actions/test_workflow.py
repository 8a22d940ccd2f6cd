"""Every move of an action's status: allowed from where it should be, refused elsewhere, always in the history."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from actions import workflow
from actions.models import Action, Answer, Event, Status
from actions.workflow import MoveRefused
from meetings.models import Committee
from tests.builders import make_action, make_answer, make_item
from tests.cast import NOW

MOVES = {
    "confirm": (lambda a, u: workflow.confirm(a, by=u, now=NOW), {Status.PROPOSED}, Status.OPEN),
    "undo_confirm": (lambda a, u: workflow.undo_confirm(a, by=u, now=NOW), {Status.OPEN}, Status.PROPOSED),
    "dismiss": (lambda a, u: workflow.dismiss(a, by=u, now=NOW, reason="Done"), {Status.PROPOSED}, Status.DISMISSED),
    "bring_back": (lambda a, u: workflow.bring_back(a, by=u, now=NOW), {Status.DISMISSED}, Status.PROPOSED),
    "report_done": (lambda a, u: workflow.report_done(a, by=u, now=NOW, note="Held"), {Status.OPEN}, Status.ANSWERED),
    "accept": (lambda a, u: workflow.accept(a, by=u, now=NOW), {Status.ANSWERED}, Status.COMPLETE),
    "complete": (
        lambda a, u: workflow.complete(a, by=u, now=NOW, note="Held"),
        {Status.OPEN, Status.ANSWERED},
        Status.COMPLETE,
    ),
    "send_back": (lambda a, u: workflow.send_back(a, by=u, now=NOW, missing="Wards"), {Status.ANSWERED}, Status.OPEN),
    "reopen": (
        lambda a, u: workflow.reopen(a, by=u, now=NOW, reason="Wrong"),
        {Status.COMPLETE, Status.DROPPED},
        Status.OPEN,
    ),
    "drop": (
        lambda a, u: workflow.drop(a, by=u, now=NOW, reason="Moot.", decided_by="the Chair"),
        {Status.OPEN, Status.ANSWERED},
        Status.DROPPED,
    ),
}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("name", MOVES)
def test_a_move_is_made_from_its_own_statuses_and_refused_from_every_other(name, status, meeting, clerk):
    move, allowed, result = MOVES[name]
    action = make_action(make_item(meeting), status=status)

    if status in allowed:
        move(action, clerk)
        assert Action.objects.get(pk=action.pk).status == result
        event = action.events.last()
        assert (event.from_status, event.to_status, event.by) == (status, result, clerk)
    else:
        with pytest.raises(MoveRefused, match=Status(status).label.lower()):
            move(action, clerk)
        assert Action.objects.get(pk=action.pk).status == status
        assert not action.events.exists()


def test_of_two_clerks_at_once_one_wins_and_the_other_is_told(meeting, clerk, other_clerk):
    action = make_action(make_item(meeting), status=Status.PROPOSED)
    same = Action.objects.get(pk=action.pk)
    workflow.confirm(action, by=clerk, now=NOW)

    with pytest.raises(MoveRefused, match="Somebody else was quicker: this action is now open"):
        workflow.dismiss(same, by=other_clerk, now=NOW, reason="Not an action")
    assert action.events.count() == 1


def test_confirming_gives_references_in_order_and_exempt_ones_a_series_of_their_own(meeting, clerk):
    item, exempt = make_item(meeting), make_item(meeting, restricted=True)
    proposals = [make_action(one, status=Status.PROPOSED) for one in (item, exempt, item)]

    references = [workflow.confirm(one, by=clerk, now=NOW).reference for one in proposals]

    assert references == ["CYP-2026-001", "CYP-2026-E01", "CYP-2026-002"]


def test_a_confirmation_undone_and_made_again_keeps_its_reference(meeting, clerk):
    action = make_action(make_item(meeting), status=Status.PROPOSED)
    first = workflow.confirm(action, by=clerk, now=NOW).reference
    workflow.undo_confirm(action, by=clerk, now=NOW)

    assert workflow.confirm(action, by=clerk, now=NOW).reference == first


def test_the_officers_answer_completes_the_action_where_the_committee_has_so_settled(meeting, officer):
    meeting.committee.closure_rule = Committee.ClosureRule.OFFICER
    meeting.committee.save()
    action = make_action(make_item(meeting))

    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW)

    assert action.status == Status.COMPLETE
    assert action.closed_at == NOW
    assert [event.verb for event in action.events.all()] == ["answered", "completed"]


def test_an_answer_waits_for_the_clerk_and_goes_out_once(meeting, officer):
    action = make_action(make_item(meeting))
    draft = make_answer(action, officer)
    workflow.answer(action, draft, by=officer, now=NOW)

    assert action.status == Status.ANSWERED
    assert (draft.state, draft.sent_at) == (Answer.State.SENT, NOW)
    with pytest.raises(MoveRefused, match="has been sent already"):
        workflow.answer(action, draft, by=officer, now=NOW)


def test_an_empty_answer_is_refused_and_the_draft_stays_a_draft(meeting, officer):
    action = make_action(make_item(meeting))
    draft = make_answer(action, officer, text="  ")

    with pytest.raises(MoveRefused, match="Say what the answer is"):
        workflow.answer(action, draft, by=officer, now=NOW)
    assert Answer.objects.get(pk=draft.pk).state == Answer.State.DRAFT


def test_an_answer_to_an_action_that_is_no_longer_open_stays_a_draft(meeting, officer):
    action = make_action(make_item(meeting), status=Status.DROPPED)
    draft = make_answer(action, officer)

    with pytest.raises(MoveRefused, match="no longer required"):
        workflow.answer(action, draft, by=officer, now=NOW)
    assert Answer.objects.get(pk=draft.pk).state == Answer.State.DRAFT


def test_a_committee_that_accepts_answers_itself_needs_the_minute(meeting, clerk):
    meeting.committee.closure_rule = Committee.ClosureRule.COMMITTEE
    meeting.committee.save()
    action = make_action(make_item(meeting), status=Status.ANSWERED)

    with pytest.raises(MoveRefused, match="which minute"):
        workflow.accept(action, by=clerk, now=NOW)
    workflow.accept(action, by=clerk, now=NOW, minute="34, 5 November 2026")

    assert (action.status, action.closing_minute) == (Status.COMPLETE, "34, 5 November 2026")


def test_an_answer_sent_back_stays_with_what_was_missing(meeting, officer, clerk):
    action = make_action(make_item(meeting))
    draft = make_answer(action, officer)
    workflow.answer(action, draft, by=officer, now=NOW)
    workflow.send_back(action, by=clerk, now=NOW, missing="How the target was set")

    draft.refresh_from_db()
    assert (draft.state, draft.missing) == (Answer.State.SENT_BACK, "How the target was set")
    assert (action.status, action.answered_at) == (Status.OPEN, None)


@pytest.mark.parametrize("words", ["", "   "])
def test_a_move_that_needs_a_reason_is_refused_without_one(words, meeting, clerk):
    action = make_action(make_item(meeting), status=Status.PROPOSED)

    with pytest.raises(MoveRefused, match="Say why"):
        workflow.dismiss(action, by=clerk, now=NOW, reason=words)


def test_merging_moves_the_evidence_and_dismisses_the_other(meeting, clerk):
    item = make_item(meeting)
    kept = make_action(item, status=Status.PROPOSED, quote="That a breakdown be given.")
    other = make_action(item, status=Status.PROPOSED, quote="Cllr Trask asked for a breakdown.")

    workflow.merge(kept, other, by=clerk, now=NOW)

    assert [quote.text for quote in kept.evidence.all()] == [
        "That a breakdown be given.",
        "Cllr Trask asked for a breakdown.",
    ]
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.DISMISSED, kept)


def test_actions_of_two_meetings_are_not_merged(clerk):
    with pytest.raises(MoveRefused, match="of one meeting"):
        workflow.merge(make_action(status=Status.PROPOSED), make_action(status=Status.PROPOSED), by=clerk, now=NOW)


def test_history_is_never_overwritten_nor_deleted(meeting, clerk):
    action = make_action(make_item(meeting), status=Status.PROPOSED)
    workflow.confirm(action, by=clerk, now=NOW)
    event = action.events.get()

    for attempt in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(note="x")):
        with pytest.raises(PermissionDenied):
            attempt()


@pytest.mark.parametrize(
    "broken", [{"status": "lost"}, {"kind": "wish"}, {"status": Status.DISMISSED, "dismissed_reason": ""}]
)
def test_the_database_itself_refuses_what_no_action_can_be(broken, meeting):
    action = make_action(make_item(meeting))
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(**broken)


def test_the_database_refuses_a_published_action_without_a_reference(meeting):
    action = make_action(make_item(meeting))
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(reference=None)

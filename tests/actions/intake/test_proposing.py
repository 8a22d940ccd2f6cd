"""What was read becomes proposals, each with its words, its owner and its date."""

import datetime

import pytest

from actions import reading
from actions.assignment import OwnerChoice
from actions.models import Action, Event, Evidence, Status
from actions.proposing import NOBODY_NAMED, TWO_PEOPLE, settle_doubts
from actions.workflow import dismiss
from meetings.models import AgendaItem
from meetings.working_days import WorkingDays
from minutes import find_followups, parse, read
from minutes.records import FollowUp
from tests.actions.intake.sample import HELD_ON, LATER, waiting_source
from tests.actions.sample_minutes import DATED, UNDATED
from tests.builders import make_committee, make_meeting, make_officer, make_owner, make_post
from tests.cast import NOW


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

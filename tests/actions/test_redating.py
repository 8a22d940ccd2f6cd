"""A calendar, bank holiday or closure day that changes under open actions."""

import datetime

import pytest

from actions import amendments, closures, redating
from actions.deadlines import work_out_due
from actions.models import Action, Kind, Notice, Status
from actions.notices import telling
from actions.timeline import timeline
from meetings import calendars
from meetings.models import ClosureDay, Meeting
from people.models import Owner
from tests.builders import make_action, make_item, make_meeting, make_officer, make_owner, make_post
from tests.cast import NOW

SCHEDULED = Meeting.Status.SCHEDULED
BEFORE = NOW - datetime.timedelta(days=2)


def make_due(meeting, *, kind=Kind.REPORT, words=None, due=None, **fields) -> Action:
    """An action with the date that the rules give it today."""
    found = work_out_due(kind=kind, due_words=words, due=due, committee=meeting.committee, met_on=meeting.date)
    fields.setdefault("item", make_item(meeting))
    return make_action(
        kind=kind, due_on=found.on, due_rule=found.rule, due_working=found.working, due_meeting=found.meeting, **fields
    )


@pytest.fixture
def next_meeting(committee) -> Meeting:
    return make_meeting(committee, datetime.date(2026, 12, 10), status=SCHEDULED)


def move(committee, meeting, date, clerk):
    return redating.change_calendar(
        committee, lambda: calendars.change_meeting(meeting, date, None, ""), reason="Moved.", by=clerk, now=NOW
    )


def test_a_hundred_actions_follow_their_meeting_each_with_one_line_and_each_owner_with_one_notice(
    committee, meeting, next_meeting, clerk
):
    owners = [make_owner() for _ in range(7)]
    item = make_item(meeting)
    actions = [make_due(meeting, item=item, owner=owners[number % 7]) for number in range(100)]
    telling.meeting_reviewed(meeting, BEFORE)
    moved = move(committee, next_meeting, datetime.date(2026, 12, 17), clerk)
    telling.tell_changes(NOW, telling.AT_ONCE, committee)
    telling.tell_changes(NOW, telling.AT_ONCE, committee)
    assert len(moved) == 100
    for action in Action.objects.filter(pk__in=[action.pk for action in actions]):
        assert (action.due_on, action.due_meeting) == (datetime.date(2026, 12, 17), next_meeting)
        event = action.events.get()
        assert (event.verb, event.by, event.note) == ("redated", clerk, "Moved.")
        assert event.data == {"from": "2026-12-10", "to": "2026-12-17"}
    told = Notice.objects.filter(kind=Notice.Kind.CHANGE)
    assert sorted(notice.owner_id for notice in told) == sorted(owner.pk for owner in owners)
    assert sum(notice.actions.count() for notice in told) == 100


def test_finding_what_moves_needs_the_same_queries_for_many_as_for_one(
    committee, meeting, next_meeting, django_assert_num_queries
):
    item = make_item(meeting)
    for _ in range(30):
        make_due(meeting, item=item)
    Meeting.objects.filter(pk=next_meeting.pk).update(date=datetime.date(2026, 12, 17))
    with django_assert_num_queries(4):
        assert len(redating.find_moves(committee)) == 30


def test_a_cancelled_meeting_hands_its_actions_to_the_next(committee, meeting, next_meeting, clerk):
    action = make_due(meeting)
    later = make_meeting(committee, datetime.date(2027, 1, 14), status=SCHEDULED)
    redating.change_calendar(
        committee, lambda: calendars.cancel_meeting(next_meeting), reason="Cancelled.", by=clerk, now=NOW
    )
    action.refresh_from_db()
    assert (action.due_on, action.due_meeting) == (later.date, later)


def test_with_no_meeting_left_the_action_has_no_date_and_says_why(committee, meeting, next_meeting, clerk):
    action = make_due(meeting)
    redating.change_calendar(committee, lambda: calendars.cancel_meeting(next_meeting), reason="-", by=clerk, now=NOW)
    action.refresh_from_db()
    assert action.due_on is None
    assert "the calendar has none yet" in action.due_working
    redating.change_calendar(
        committee, lambda: calendars.add_meeting(committee, datetime.date(2027, 1, 14)), reason="-", by=clerk, now=NOW
    )
    action.refresh_from_db()
    assert action.due_on == datetime.date(2027, 1, 14)


def test_a_meeting_added_before_the_next_one_brings_the_date_forward(committee, meeting, next_meeting, clerk):
    action = make_due(meeting)
    redating.change_calendar(
        committee, lambda: calendars.add_meeting(committee, datetime.date(2026, 11, 26)), reason="-", by=clerk, now=NOW
    )
    action.refresh_from_db()
    assert action.due_on == datetime.date(2026, 11, 26)


def test_dates_set_by_hand_named_in_the_words_or_agreed_stay(committee, meeting, next_meeting, clerk):
    by_hand, named = make_due(meeting), make_due(meeting, words="by 1 December", due=datetime.date(2026, 12, 1))
    amendments.redate(by_hand, datetime.date(2026, 12, 24), by=clerk, now=BEFORE, reason="Agreed")
    assert move(committee, next_meeting, datetime.date(2026, 12, 17), clerk) == []
    by_hand.refresh_from_db()
    named.refresh_from_db()
    assert (by_hand.due_on.day, named.due_on.day) == (24, 1)


def test_proposals_move_unseen_by_the_public_and_closed_actions_not_at_all(committee, meeting, next_meeting, clerk):
    proposed, closed = make_due(meeting, status=Status.PROPOSED), make_due(meeting, status=Status.COMPLETE)
    move(committee, next_meeting, datetime.date(2026, 12, 17), clerk)
    assert [event.is_public for event in proposed.events.all()] == [False]
    closed.refresh_from_db()
    assert closed.due_on == datetime.date(2026, 12, 10)
    assert not closed.events.exists()


def test_another_committees_actions_stay(committee, meeting, next_meeting, clerk, other_clerk):
    theirs = other_clerk.clerked_committees.get()
    action = make_due(make_meeting(theirs, datetime.date(2026, 10, 8)))
    make_meeting(theirs, datetime.date(2026, 12, 3), status=SCHEDULED)
    move(committee, next_meeting, datetime.date(2026, 12, 17), clerk)
    assert not action.events.exists()


def test_a_date_that_moves_without_anybody_names_the_calendar_in_the_history(committee, meeting, next_meeting):
    action = make_due(meeting)
    Meeting.objects.filter(pk=next_meeting.pk).update(date=datetime.date(2026, 12, 17))
    redating.redate_hanging(committee, now=NOW)

    [event] = action.events.all()
    assert (event.by, event.by_name) == (None, "the calendar")
    action.refresh_from_db()
    [line, *_] = timeline(action, [event], {})
    assert line.rest == "from 10 December 2026 to 17 December 2026, by the calendar"


def test_a_preview_names_what_would_move_and_keeps_nothing(committee, meeting, next_meeting):
    action = make_due(meeting)
    moved = redating.preview(
        committee, lambda: calendars.change_meeting(next_meeting, datetime.date(2026, 12, 17), None, "")
    )
    assert [(one.action, one.old.day, one.due.on.day) for one in moved] == [(action, 10, 17)]
    next_meeting.refresh_from_db()
    assert next_meeting.date == datetime.date(2026, 12, 10)
    assert not action.events.exists()


def test_closure_days_put_off_the_open_actions_whose_period_they_fall_in(committee, meeting, clerk):
    inside, before = make_due(meeting, kind=Kind.DATA), make_due(meeting, kind=Kind.DATA)
    Action.objects.filter(pk=before.pk).update(due_rule={**before.due_rule, "from": "2026-09-01"})
    redating.redate_hanging(committee, now=BEFORE)
    closures.add_closures([datetime.date(2026, 10, 12)], "Flood", by=clerk, now=NOW)
    inside.refresh_from_db()
    before.refresh_from_db()
    assert inside.due_on == datetime.date(2026, 10, 23)
    assert inside.due_working.endswith("not counting Monday 12 October (Flood)")
    assert before.events.filter(at=NOW).count() == 0
    closures.remove_closure(ClosureDay.objects.get(), by=clerk, now=NOW)
    inside.refresh_from_db()
    assert inside.due_on == datetime.date(2026, 10, 22)


def test_a_weekend_is_no_closure_day(committee, clerk):
    friday = datetime.date(2026, 12, 25)
    closures.add_closures([friday + datetime.timedelta(days=n) for n in range(4)], "Christmas", by=clerk, now=NOW)
    assert [day.isoformat() for day in ClosureDay.objects.values_list("day", flat=True)] == ["2026-12-25", "2026-12-28"]


def test_two_posts_of_one_officer_get_one_notice(committee, meeting, next_meeting, clerk):
    officer = make_officer()
    first = Owner.objects.for_officer(officer, make_post())
    second = Owner.objects.for_officer(officer, make_post())
    make_due(meeting, owner=first)
    make_due(meeting, owner=second)
    telling.meeting_reviewed(meeting, BEFORE)
    move(committee, next_meeting, datetime.date(2026, 12, 17), clerk)
    telling.tell_changes(NOW, telling.AT_ONCE)
    assert Notice.objects.filter(kind=Notice.Kind.ASSIGNMENT).count() == 1
    assert Notice.objects.get(kind=Notice.Kind.CHANGE).actions.count() == 2

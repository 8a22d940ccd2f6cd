"""The tracker for an agenda: rows, changes, red, amber or green, the numbers; and that nothing exempt is in it."""

import datetime

import pytest
from django.urls import reverse

from actions import amendments, workflow
from actions.models import Status
from actions.tracker import Tracker, tracker
from meetings.models import Committee, Meeting
from people.models import Owner
from tests.builders import make_action, make_answer, make_attachment, make_item, make_meeting, make_owner

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 9)
LAST = datetime.date(2026, 11, 5)
NEXT = datetime.date(2026, 12, 3)


def at(month: int, day: int, year: int = 2026) -> datetime.datetime:
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


@pytest.fixture
def coming(committee) -> Meeting:
    make_meeting(committee, LAST)
    return make_meeting(committee, NEXT, status=Meeting.Status.SCHEDULED)


@pytest.fixture
def owner(officer) -> Owner:
    return make_owner(officer.officer, officer.officer.post_on(TODAY))


@pytest.fixture
def asked(meeting, owner):
    """Builds an action of the October meeting, due in good time and known since then."""

    def build(**fields):
        fields = {"owner": owner, "due_on": NEXT, "confirmed_at": at(10, 12), **fields}
        return make_action(make_item(meeting, number="27"), **fields)

    return build


def made(coming: Meeting, **options) -> Tracker:
    return tracker(coming, TODAY, **options)


def only(coming: Meeting):
    (line,) = made(coming).lines
    return line


def test_a_row_says_what_was_asked_who_has_it_and_where_it_is(coming, asked, owner):
    asked(summary="Figures by ward", requester_words="Cllr Lowe")
    line = only(coming)
    assert line.asked == "8 October 2026, minute 27"
    assert (line.asked_by, line.owner, line.post) == ("Cllr Lowe", "Joanne Pritchard", "Head of SEND and Inclusion")
    assert (line.due, line.update, line.rag, line.change) == ("3 December 2026", "Due at this meeting.", "green", "")


def test_the_items_title_stands_where_the_minutes_have_no_numbers(coming, meeting, owner):
    make_action(make_item(meeting, title="Admissions"), owner=owner, due_on=NEXT)
    assert only(coming).asked == "8 October 2026, Admissions"


def test_overdue_is_red_and_says_since_when_it_is(coming, asked):
    asked(due_on=datetime.date(2026, 10, 22))
    line = only(coming)
    assert (line.rag, line.update, line.change) == ("red", "Nothing received.", "")


def test_what_fell_due_since_the_last_meeting_is_marked_as_now_overdue(coming, asked):
    asked(due_on=datetime.date(2026, 11, 6))
    assert only(coming).change == "Now overdue"


def test_a_date_that_moved_is_amber_and_keeps_the_old_one(coming, asked, clerk):
    action = asked(due_on=datetime.date(2026, 10, 30))
    amendments.redate(
        action, datetime.date(2026, 11, 20), by=clerk, now=at(11, 6), reason="Finance close on 11 November"
    )
    line = only(coming)
    assert (line.rag, line.change) == ("amber", "Date moved")
    assert line.due_words == "20 November 2026, was 30 October 2026"
    assert line.update == "Moved from 30 October 2026: Finance close on 11 November."


def test_what_happened_before_the_last_meeting_is_no_change(coming, asked, clerk):
    action = asked(due_on=datetime.date(2026, 10, 30))
    amendments.redate(action, NEXT, by=clerk, now=at(10, 30), reason="Later")
    assert only(coming).change == ""


def test_nobody_no_date_and_a_pause_are_amber_but_waiting_for_a_meeting_is_not(coming, asked, clerk):
    asked(owner=None)
    asked(due_on=None)
    amendments.pause(asked(), by=clerk, now=at(10, 20), reason="Survey runs", until=datetime.date(2026, 12, 1))
    asked(due_on=None, due_rule={"rule": "next_meeting"})
    assert [line.rag for line in made(coming).lines] == ["amber", "amber", "amber", "green"]


def test_an_answer_is_green_with_its_words_and_files(coming, asked, officer):
    action = asked()
    draft = make_answer(action, officer, text="There were 61.\n\nIn Castle, 14.")
    make_attachment(draft)
    workflow.answer(action, draft, by=officer, now=at(11, 6))
    line = only(coming)
    assert (line.rag, line.change) == ("green", "Answered")
    assert line.update == "Answered on 6 November 2026, with one file: There were 61. In Castle, 14."


def test_a_long_answer_is_cut_between_words(coming, asked, officer):
    action = asked()
    workflow.answer(action, make_answer(action, officer, text="figures " * 200), by=officer, now=at(11, 6))
    update = only(coming).update
    assert len(update) < 460
    assert update.endswith("figures …")


def test_an_answer_sent_back_is_amber_and_one_that_follows_is_answered_again(coming, asked, officer, clerk):
    action = asked()
    workflow.answer(action, make_answer(action, officer), by=officer, now=at(10, 20))
    workflow.send_back(action, by=clerk, now=at(10, 23), missing="Nothing on the target")
    line = only(coming)
    assert line.rag == "amber"
    assert "sent back on 23 October 2026: Nothing on the target." in line.update
    workflow.answer(action, make_answer(action, officer), by=officer, now=at(11, 6))
    assert only(coming).change == "Answered again"


def test_one_that_is_opened_again_has_its_answer_and_why_and_not_what_was_missing_before(coming, asked, officer, clerk):
    action = asked(due_on=datetime.date(2026, 10, 20))
    workflow.answer(action, make_answer(action, officer), by=officer, now=at(10, 19))
    workflow.send_back(action, by=clerk, now=at(10, 23), missing="Nothing on the target")
    workflow.answer(action, make_answer(action, officer), by=officer, now=at(10, 26))
    workflow.accept(action, by=clerk, now=at(10, 27))
    workflow.reopen(action, by=clerk, now=at(11, 6), reason="The figures were last year’s")
    line = only(coming)
    assert line.rag == "red"
    assert line.update == (
        "Answered on 26 October 2026: There were 61. "
        "Opened again on 6 November 2026: The figures were last year’s. Nothing received since."
    )


def test_what_was_asked_at_the_last_meeting_is_new(coming, asked):
    asked(confirmed_at=at(11, 6))
    assert only(coming).change == "New"
    assert "1 action asked for at the last meeting" in made(coming).numbers


def test_the_words_of_a_draft_are_nobodys_to_read(coming, asked, officer):
    make_answer(asked(), officer, text="Not yet for publication")
    assert "Not yet" not in only(coming).update


def test_what_was_closed_since_is_shown_once_and_then_in_the_annex(coming, committee, asked, officer, clerk):
    action = asked()
    workflow.answer(action, make_answer(action, officer), by=officer, now=at(10, 20))
    workflow.accept(action, by=clerk, now=at(11, 6))
    found = made(coming)
    assert [line.rag for line in found.lines] == ["done"]
    assert found.lines[0].change == "Complete"
    assert "Accepted on 6 November 2026." in found.lines[0].update
    assert not found.annex
    after = make_meeting(committee, datetime.date(2027, 1, 14), status=Meeting.Status.SCHEDULED)
    then = tracker(after, datetime.date(2027, 1, 4))
    assert not then.lines
    assert [line.action for line in then.annex] == [action]
    assert then.annex[0].update == "Accepted on 6 November 2026."  # the answer has been printed once


def test_the_annex_goes_back_a_year(coming, asked):
    asked(status=Status.COMPLETE, closed_at=at(11, 4, 2025))
    asked(status=Status.COMPLETE, closed_at=at(11, 6, 2025))
    assert len(made(coming).annex) == 1


def test_what_is_no_longer_required_says_why(coming, asked, clerk):
    workflow.drop(asked(), by=clerk, now=at(11, 6), reason="The county does it.", decided_by="the Chair")
    line = only(coming)
    assert (line.rag, line.change) == ("done", "No longer required")
    assert "The county does it. Decided by the Chair." in line.update


def test_exempt_actions_are_left_out_and_not_counted_whoever_asks(coming, asked, meeting, owner):
    asked(restricted=True)
    make_action(make_item(meeting, restricted=True), owner=owner, due_on=TODAY)
    found = made(coming)
    assert not found.lines
    assert found.exempt is None
    assert "nothing is outstanding" in found.numbers


def test_the_restricted_annex_holds_them_when_it_is_asked_for(coming, asked):
    secret = asked(restricted=True)
    asked()
    found = made(coming, with_exempt=True)
    assert [line.action for line in found.exempt] == [secret]
    assert secret not in [line.action for line in found.lines]


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.DISMISSED])
def test_what_no_clerk_has_confirmed_is_not_in_it(coming, asked, status):
    asked(status=status)
    assert not made(coming).lines


def test_what_is_asked_at_the_meeting_itself_is_for_the_next_tracker(coming, owner):
    make_action(make_item(coming), owner=owner, due_on=NEXT)
    assert not made(coming).lines


def test_another_committees_actions_are_not_in_it(coming, owner):
    make_action(owner=owner, due_on=TODAY)
    assert not made(coming).lines


def test_the_first_meeting_of_all_marks_nothing(committee, owner):
    first = make_meeting(committee, NEXT, status=Meeting.Status.SCHEDULED)
    assert made(first).since is None
    assert "nothing is outstanding" in made(first).numbers


def test_the_numbers_and_what_the_committee_is_asked(coming, asked, officer):
    Committee.objects.update(closure_rule=Committee.ClosureRule.COMMITTEE)
    coming.committee.refresh_from_db()
    answered = asked(status=Status.ANSWERED, answered_at=at(10, 20), reference="CYP-2026-027")
    asked(due_on=datetime.date(2026, 10, 22))
    found = made(coming)
    assert found.numbers.startswith("As at Monday 9 November 2026: 2 actions outstanding (1 red, 0 amber, 1 green).")
    assert found.asks == "The committee is asked to accept the answer to CYP-2026-027 and to consider the red action."
    assert "For the committee to accept." in next(line for line in found.lines if line.action == answered).update


def test_a_tracker_of_many_costs_the_same_queries(coming, asked, officer, django_assert_num_queries):
    def more(number: int) -> None:
        for _ in range(number):
            action = asked()
            workflow.answer(action, make_answer(action, officer), by=officer, now=at(11, 6))
            asked(restricted=True)

    more(1)
    with django_assert_num_queries(8):
        made(coming, with_exempt=True)
    more(6)
    with django_assert_num_queries(8):
        made(coming, with_exempt=True)


def test_an_action_of_which_there_is_no_news_is_said_to_be_not_due_yet(coming, asked):
    asked(due_on=NEXT + datetime.timedelta(30))
    assert tracker(coming, TODAY).lines[0].update == "Not due yet."


def test_its_clerk_is_told_what_is_not_in_it_because_nobody_has_checked_it(client, clerk, member, coming):
    last = Meeting.objects.get(date=LAST)
    for _ in range(2):
        make_action(make_item(last), status=Status.PROPOSED)
    make_action(make_item(coming), status=Status.PROPOSED)
    address = reverse("actions:tracker", args=[coming.committee.slug, coming.date])
    client.force_login(clerk)
    page = client.get(address)
    assert [(each.date, each.to_check) for each in page.context["unchecked"]] == [(LAST, 2)]
    assert reverse("actions:review", args=[coming.committee.slug, LAST]) in page.text
    for user in (member, None):
        client.force_login(user) if user else client.logout()
        assert "not checked yet" not in client.get(address).text

"""My actions and my team's: what is there, in which order, what happens next, and how many queries it takes."""

import datetime
import re

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from actions import amendments, answers, mine, teams
from actions.awaited import awaited_by
from actions.models import Status
from actions.notices import chasing
from people.models import Absence, Owner
from people.wording import plain_date
from tests.builders import make_action, make_committee, make_item, make_meeting, make_officer, make_owner, make_post
from tests.cast import NOW, TODAY
from tests.reading import text_of

DAY = datetime.timedelta(days=1)


@pytest.fixture
def owner(officer):
    return make_owner(officer.officer)


def owned(owner, meeting, due=None, **fields):
    return make_action(make_item(meeting), owner=owner, due_on=due, **fields)


def names(duties):
    return [duty.action.summary for duty in duties]


def test_overdue_comes_first_by_who_sees_it_soonest_then_by_date(officer, owner, committee, meeting):
    soon = make_committee("Health", slug="health", code="HAS")
    make_meeting(committee, TODAY + 20 * DAY, status="scheduled")
    make_meeting(soon, TODAY + 2 * DAY, status="scheduled")
    owned(owner, meeting, TODAY + 9 * DAY, summary="next week")
    owned(owner, meeting, None, summary="no date")
    owned(owner, meeting, TODAY - DAY, summary="late a little, seen late")
    owned(owner, make_meeting(soon, TODAY - 90 * DAY), TODAY - DAY, summary="late a little, seen soon")
    owned(owner, meeting, TODAY + 60 * DAY, summary="far")
    owned(owner, meeting, TODAY - 9 * DAY, paused_until=TODAY + DAY, summary="paused")
    desk = mine.desk_of(officer, TODAY)
    assert names(desk.overdue) == ["late a little, seen soon", "late a little, seen late"]
    assert names(desk.soon) == ["next week"]
    assert names(desk.later) == ["far", "no date", "paused"]
    assert desk.counts == {"all": 6, "overdue": 2, "soon": 1, "later": 3}


def test_what_happens_next_is_said_in_words(officer, owner, committee, meeting):
    make_meeting(committee, TODAY + DAY, status="scheduled")
    owned(owner, meeting, TODAY - 6 * DAY)
    (duty,) = mine.desk_of(officer, TODAY).overdue
    assert (duty.when, duty.remark) == ("6 days overdue", "was due 3 November")
    assert duty.next == "The committee meets tomorrow and will see it as overdue."


def test_without_a_meeting_the_next_on_the_ladder_sees_it(officer, owner, meeting):
    owned(owner, meeting, TODAY - 2 * DAY)
    chasing.chase_all(NOW)
    (duty,) = mine.desk_of(officer, TODAY).overdue
    assert duty.next == "On Friday it goes to your head of service."
    assert duty.sees_it == TODAY + 4 * DAY


def test_somebody_else_s_and_closed_ones_are_not_there(officer, other_officer, owner, meeting):
    owned(make_owner(other_officer.officer), meeting, TODAY)
    owned(owner, meeting, TODAY, status=Status.COMPLETE)
    owned(owner, meeting, TODAY, status=Status.PROPOSED)
    assert mine.desk_of(officer, TODAY).counts["all"] == 0


def test_joint_ones_and_those_answered_are_there(officer, other_officer, owner, meeting):
    joint = owned(make_owner(other_officer.officer), meeting, TODAY + DAY)
    joint.joint_owners.add(owner)
    answered = owned(owner, meeting, TODAY, status=Status.ANSWERED, answered_at=NOW)
    desk = mine.desk_of(officer, TODAY)
    assert [duty.others for duty in desk.soon] == ["Dominic Shaw"]
    assert desk.answered == [answered]


def test_an_empty_desk_says_what_to_expect(client, officer):
    client.force_login(officer)
    assert "Nothing is waiting for you" in client.get(reverse("actions:mine")).content.decode()


def test_the_page_tells_of_drafts_of_what_was_sent_back_and_of_what_to_approve(
    client, officer, other_officer, owner, meeting, clerk
):
    today = timezone.localdate()
    begun = owned(owner, meeting, today + DAY)
    answers.save_draft(begun, by=officer, now=timezone.now(), text="Half")
    back = owned(owner, meeting, today - DAY)
    back.events.create(by=clerk, by_name=clerk.name, verb="sent back", note="By ward, please")
    again = owned(owner, meeting, today - DAY)
    again.events.create(by=clerk, by_name=clerk.name, verb="sent back", note="Nothing on the target")
    again.events.create(by=clerk, by_name=clerk.name, verb="reopened", note="Last year’s figures")
    theirs = owned(make_owner(other_officer.officer), meeting, today, summary="Theirs to approve")
    draft = answers.save_draft(theirs, by=other_officer, now=timezone.now(), text="Done")
    answers.ask_approval(draft, officer, by=other_officer, now=timezone.now())
    client.force_login(officer)
    page = client.get(reverse("actions:mine")).content.decode()
    assert "You have a draft" in page
    assert "Still missing:</strong> By ward, please" in page
    assert "Opened again:</strong> Last year’s figures" in page
    assert "Nothing on the target" not in page
    assert "For you to approve" in page
    assert "Theirs to approve" in page


def test_whom_one_stands_in_for_is_said_with_their_open_actions(officer, other_officer, meeting):
    theirs = owned(make_owner(other_officer.officer), meeting, TODAY + DAY)
    Absence.objects.create(officer=other_officer.officer, deputy=officer.officer, away_from=TODAY, away_until=TODAY)
    (cover,) = teams.covers_of(officer, TODAY)
    assert cover.actions == [theirs]
    assert teams.covers_of(officer, TODAY + DAY) == []


def test_a_head_sees_what_is_with_every_post_below_but_nothing_exempt(client, officer, meeting):
    head = officer.officer.post_on(TODAY)
    manager = make_post("SEND manager", reports_to=head)
    worker = make_post("SEND officer", reports_to=manager)
    below = make_officer("Una Below", worker)
    shown = owned(Owner.objects.for_officer(below, worker), meeting, TODAY + DAY)
    owned(Owner.objects.for_officer(below, worker), meeting, TODAY + DAY, restricted=True, summary="Secret")
    owned(Owner.objects.for_post(manager, TODAY), meeting, TODAY + DAY, summary="Of a vacant post")
    owned(make_owner(), meeting, TODAY + DAY, summary="Of a stranger")
    desk = mine.team_desk(officer, TODAY)
    assert sorted(names(desk.soon)) == sorted([shown.summary, "Of a vacant post"])


def test_posts_that_report_in_a_circle_do_no_harm(officer):
    head = officer.officer.post_on(TODAY)
    below = make_post("Below", reports_to=head)
    head.reports_to = below
    head.save()
    assert teams.posts_below(officer, TODAY) == {below.pk}


def test_fifty_to_a_page_and_the_same_queries_for_all(client, officer, owner, django_assert_max_num_queries):
    today = timezone.localdate()
    for number in range(4):
        committee = make_committee(clerk=officer if number else None)
        make_meeting(committee, today + 30 * DAY, status="scheduled")
        past = make_meeting(committee, today - 30 * DAY)
        for each in range(15):
            owned(owner, past, today + (each - 7) * DAY)
    client.force_login(officer)
    with django_assert_max_num_queries(36):
        page = client.get(reverse("actions:mine")).content.decode()
    assert page.count('class="duty ') == 50
    assert "60</strong> actions are with you" in page
    assert client.get(reverse("actions:mine"), {"page": 2}).content.decode().count('class="duty ') == 10


def test_what_is_paused_says_which_of_its_dates_is_the_due_one(client, officer, owner, meeting):
    due = timezone.localdate() + datetime.timedelta(days=10)
    until = due + datetime.timedelta(days=20)
    make_action(make_item(meeting), owner=owner, due_on=due, paused_until=until)
    client.force_login(officer)
    assert f"{plain_date(until)}, due {due:%A} {due.day} {due:%B}" in client.get(reverse("actions:mine")).text


def test_a_councillor_finds_what_they_wait_for_and_who_they_sit_with(
    client, member, committee, meeting, django_assert_max_num_queries
):
    today = timezone.localdate()
    committee.members.add(member.councillor)
    make_committee("Audit", slug="audit", code="AUD").members.add(member.councillor)
    closed = make_committee("Closed Panel", is_public=False)
    asked = {"requester": member.councillor}
    owned(make_owner(), make_meeting(make_committee()), today - DAY, **asked)
    for each in range(3):
        owned(make_owner(), meeting, today + (each - 1) * DAY)
    owned(make_owner(), meeting, today - DAY, restricted=True, **asked)
    owned(make_owner(), meeting, today - DAY, status=Status.COMPLETE, **asked)
    owned(make_owner(), make_meeting(closed), today - DAY, **asked)
    with django_assert_max_num_queries(3):
        lines = awaited_by(member, today)
    assert [(line.label, line.words) for line in lines] == [
        ("Asked for by you", "1 outstanding, overdue"),
        ("Audit", "nothing outstanding"),
        ("Children and Young People", "3 outstanding, 1 of them overdue"),
    ]
    client.force_login(member)
    page = client.get(reverse("actions:mine")).text
    for line in lines:
        assert f"?{line.query}".replace("&", "&amp;") in page
        found = client.get(reverse("actions:register"), QueryDict(line.query)).context
        assert found["counts"]["all"] == line.outstanding


def test_more_time_that_was_asked_for_is_said_and_not_offered_again(client, officer, owner, meeting):
    today = timezone.localdate()
    for due in (today - DAY, today + 90 * DAY):
        action = owned(owner, meeting, due)
        amendments.ask_more_time(action, by=officer, now=NOW, reason="Late figures", until=today + 99 * DAY)
    client.force_login(officer)
    page = re.sub("<[^>]+>", "", text_of(client.get(reverse("actions:mine"))))
    until = plain_date(today + 99 * DAY)
    assert f"More time was asked for, until {until}. Until it is agreed the old date stands." in page
    assert f"more time asked for, until {until}" in page
    assert "Ask for more time" not in page


def test_an_officer_waits_for_nothing(client, officer):
    client.force_login(officer)
    assert "What you wait for" not in client.get(reverse("actions:mine")).text


def test_an_officer_finds_what_is_closed_again(client, officer, owner, meeting):
    closed = owned(owner, meeting, TODAY, status=Status.COMPLETE, restricted=True, summary="Long done")
    client.force_login(officer)
    page = client.get(reverse("actions:mine")).text
    query = re.search(r'\?(owner=[^"]+)">All your actions, the closed ones too', page)[1]
    assert [row.action for row in client.get(f"/?{query}").context["rows"]] == [closed]

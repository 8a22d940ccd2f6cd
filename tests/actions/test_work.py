"""The clerk's home: what needs a clerk now, of the committees that they clerk."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from actions import amendments, answers, work, workflow
from actions.models import Action, Event, MoreTimeRequest, Notice, OwnerCandidate, Status
from actions.proposals import doubts_of
from meetings.models import ClosureDay, Committee, Meeting, Source
from people.models import Owner
from tests.builders import (
    make_action,
    make_committee,
    make_item,
    make_meeting,
    make_officer,
    make_owner,
    make_post,
    make_source,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/work/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def owner(officer) -> Owner:
    return make_owner(officer.officer, officer.officer.post_on(localdate()))


def page(client) -> str:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def seen(client) -> work.Desk:
    return client.get(ADDRESS).context["desk"]


def ask(action, officer, days: int = 10) -> MoreTimeRequest:
    return MoreTimeRequest.objects.create(
        action=action,
        asked_by=officer,
        old_due_on=action.due_on,
        new_due_on=localdate() + days * DAY,
        reason="Figures late",
    )


def test_an_empty_desk_says_so_and_what_to_do(desk, committee):
    assert "Nothing needs you now" in page(desk)
    assert 'aria-label="Queues"' not in page(desk)


def test_the_desk_answers_to_reading_alone(desk):
    assert desk.post(ADDRESS).status_code == 405


def test_a_clerk_sees_the_work_of_their_own_committees_alone(desk, other_clerk, owner):
    theirs = make_meeting(Committee.objects.get(slug="growth-and-transport"))
    make_action(meeting=theirs, status=Status.PROPOSED, summary="Not hers")
    make_action(meeting=theirs, owner=owner, due_on=localdate() - 30 * DAY, summary="Not hers either")
    make_source(theirs.committee, state=Source.State.FAILED, reason="Pictures")
    found = seen(desk)
    assert found.is_clear
    assert found.counts.waiting == 0
    assert not found.failed


def test_an_administrator_sees_every_committee(client, administrator, meeting):
    make_action(meeting=meeting, status=Status.PROPOSED)
    client.force_login(administrator, backend="django.contrib.auth.backends.ModelBackend")
    assert seen(client).counts.proposals == 1


def test_a_document_that_failed_stands_with_its_reason_and_a_way_on(desk, committee):
    make_source(committee, state=Source.State.FAILED, reason="The pages are pictures.", failure="unreadable")
    make_source(committee, state=Source.State.FAILED, reason="No date was found.", failure="no_date")
    html = page(desk)
    assert "The pages are pictures." in html
    assert "Replace or paste" in html
    assert "Give the date" in html


def test_a_document_that_is_read_shows_its_step(desk, committee):
    make_source(committee, state=Source.State.QUEUED)
    assert "Being read now: step 2 of 6" in page(desk)


def test_proposals_stand_by_the_agenda_that_needs_them_first(desk, clerk, committee, meeting):
    sooner = make_committee("Health", clerk=clerk)
    make_meeting(committee, localdate() + 60 * DAY, status=Meeting.Status.SCHEDULED)
    make_meeting(sooner, localdate() + 20 * DAY, status=Meeting.Status.SCHEDULED)
    make_action(meeting=meeting, status=Status.PROPOSED)
    make_action(meeting=make_meeting(sooner), status=Status.PROPOSED)
    assert [line.meeting.committee for line in seen(desk).reviews] == [sooner, committee]


def test_a_review_says_how_far_it_is_and_how_much_needs_a_look(desk, meeting, owner):
    make_action(meeting=meeting, owner=owner, due_on=localdate())
    make_action(meeting=meeting, status=Status.PROPOSED, owner=owner, due_on=localdate(), confidence=0.9)
    make_action(meeting=meeting, status=Status.PROPOSED, owner=owner, due_on=localdate(), confidence=0.5)
    assert "1 of 3 checked, 1 needs a closer look" in page(desk)


@pytest.mark.parametrize(
    "fields",
    [{}, {"confidence": 0.5}, {"doubts": ["Two dates"]}, {"owner": None}, {"due_on": None}, {"confidence": 0.9}],
)
def test_what_is_doubtful_here_is_what_the_review_doubts(meeting, owner, fields):
    given = {"owner": owner, "due_on": localdate(), **fields}
    action = make_action(meeting=meeting, status=Status.PROPOSED, **given)
    assert Action.objects.filter(work.DOUBTFUL).exists() == bool(doubts_of(action))


def test_a_review_with_nothing_left_asks_to_be_finished_and_then_goes(desk, committee, owner):
    meeting = make_meeting(committee, localdate() - 3 * DAY)
    source = make_source(committee)
    make_action(make_item(meeting, source=source), owner=owner, due_on=localdate(), source=source)
    assert "All 1 checked. Finish the review" in page(desk)
    Meeting.objects.filter(pk=meeting.pk).update(reviewed_at=timezone.now())
    assert not seen(desk).reviews


def test_nobody_to_act_says_why_or_who_could(desk, meeting):
    nobody = make_action(meeting=meeting, due_on=localdate(), owner_reason="Nobody is named")
    torn = make_action(meeting=meeting, due_on=localdate())
    OwnerCandidate.objects.create(action=torn, owner=make_owner(make_officer("Alice Fenn")), reason="owns GTR03")
    vacant = make_post("Head of Community Safety")
    make_action(meeting=meeting, due_on=localdate(), owner=Owner.objects.for_post(vacant, localdate()))
    html = page(desk)
    assert seen(desk).counts.unowned == 3
    assert "Nobody is named" in html
    assert "Could be Alice Fenn (owns GTR03)" in html
    assert "Nobody holds the post of Head of Community Safety" in html
    assert reverse("actions:verb", args=[nobody.reference, "reassign"]) in html


def test_no_date_leads_to_the_calendar_where_the_next_meeting_is_missing(desk, meeting, owner):
    make_action(meeting=meeting, owner=owner)
    make_action(meeting=meeting, owner=owner, due_rule={"rule": "next_meeting"})
    html = page(desk)
    assert seen(desk).counts.undated == 2
    assert html.count("Set a date") == 2
    assert html.count("Add a meeting") == 1


def test_more_time_says_whether_the_new_date_is_after_the_next_meeting(desk, committee, meeting, owner, officer):
    make_meeting(committee, localdate() + 20 * DAY, status=Meeting.Status.SCHEDULED)
    ask(make_action(meeting=meeting, owner=owner, due_on=localdate()), officer, days=10)
    assert "Still before the next meeting" in page(desk)
    MoreTimeRequest.objects.update(new_due_on=localdate() + 30 * DAY)
    assert "After the next meeting" in page(desk)


def test_more_time_is_agreed_to_from_the_line(desk, clerk, meeting, owner, officer):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate())
    asked = ask(action, officer)
    response = desk.post(reverse("actions:work_agree", args=[asked.pk]), follow=True)
    action.refresh_from_db()
    assert action.due_on == localdate() + 10 * DAY
    assert Event.objects.get(action=action, verb="redated").by == clerk
    assert "is now due on" in response.content.decode()


def test_more_time_that_somebody_has_decided_is_no_longer_there(desk, meeting, owner, officer):
    asked = ask(make_action(meeting=meeting, owner=owner, due_on=localdate()), officer)
    MoreTimeRequest.objects.update(state=MoreTimeRequest.State.REFUSED)
    assert desk.post(reverse("actions:work_agree", args=[asked.pk])).status_code == 404


def test_answers_wait_for_the_clerk_or_for_the_committee(desk, committee, meeting, owner):
    make_action(meeting=meeting, owner=owner, status=Status.ANSWERED, due_on=localdate(), answered_at=timezone.now())
    assert "Read and decide" in page(desk)
    assert "For the committee to accept" not in page(desk)
    Committee.objects.update(closure_rule=Committee.ClosureRule.COMMITTEE)
    assert "For the committee to accept at its next meeting" in page(desk)


def answer_in_part(action, officer, rest: str = "The trust’s figures, by 3 December") -> None:
    action.refresh_from_db()
    draft = answers.save_draft(action, by=officer, now=timezone.now(), text="There were 61.", rest=rest)
    answers.send(draft, by=officer, now=timezone.now())


def test_part_of_an_answer_waits_for_the_clerk_with_what_is_still_to_come(desk, meeting, owner, officer):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate())
    make_action(meeting=meeting, owner=owner, due_on=localdate())
    assert "Answered in part" not in page(desk)
    answer_in_part(action, officer)
    found = seen(desk)
    assert [line.action for line in found.parts] == [action]
    assert found.counts.parts == found.counts.waiting == 1
    assert "Still to come: “The trust’s figures, by 3 December”" in page(desk)
    draft = answers.save_draft(action, by=officer, now=timezone.now(), text="And 12 more.")
    answers.send(draft, by=officer, now=timezone.now())
    assert seen(desk).counts.parts == 0


def test_the_part_of_another_committee_is_no_work_of_this_clerk(desk, other_clerk, owner, officer):
    theirs = make_meeting(Committee.objects.get(slug="growth-and-transport"))
    answer_in_part(make_action(meeting=theirs, owner=owner, due_on=localdate()), officer)
    assert seen(desk).counts.parts == 0
    assert not seen(desk).parts


def test_chasing_the_rest_takes_it_off_the_list_until_the_next_part_comes(desk, meeting, owner, officer):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate() + DAY)
    answer_in_part(action, officer)
    address = reverse("actions:work_chase", args=[action.reference])
    assert desk.post(address, {"queue": "in-part"})["Location"] == f"{ADDRESS}#in-part"
    assert Notice.objects.filter(kind=Notice.Kind.OVERDUE, actions=action).count() == 1
    assert not seen(desk).parts
    answer_in_part(action, officer, rest="The last ward")
    assert [line.part.rest for line in seen(desk).parts] == ["The last ward"]


def test_a_date_set_by_the_clerk_deals_with_part_of_an_answer_and_one_that_followed_the_calendar_does_not(
    desk, clerk, meeting, owner, officer
):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate())
    answer_in_part(action, officer)
    action.refresh_from_db()
    amendments.redate(action, localdate() + DAY, by=None, now=timezone.now(), reason="The meeting moved")
    assert seen(desk).counts.parts == 1
    amendments.redate(action, localdate() + 9 * DAY, by=clerk, now=timezone.now(), reason="For the rest")
    assert seen(desk).counts.parts == 0


def test_an_answer_sent_back_after_a_part_of_it_is_with_its_owner_again(desk, clerk, meeting, owner, officer):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate())
    answer_in_part(action, officer)
    draft = answers.save_draft(action, by=officer, now=timezone.now(), text="All of it.")
    answers.send(draft, by=officer, now=timezone.now())
    action.refresh_from_db()
    workflow.send_back(action, by=clerk, now=timezone.now(), missing="By ward")
    assert seen(desk).counts.parts == 0


def test_what_goes_up_the_ladder_soon_comes_first_and_can_be_held_back(desk, committee, meeting, owner):
    long_ago = make_action(meeting=meeting, owner=owner, due_on=localdate() - 200 * DAY)
    lately = make_action(meeting=meeting, owner=owner, due_on=localdate() - 20 * DAY)
    for action in (long_ago, lately):
        told = {"stage": "owner", "due": {str(action.pk): action.due_on.isoformat()}}
        sent = Notice.objects.create(
            key=f"k{action.pk}", kind=Notice.Kind.OVERDUE, state=Notice.State.SENT, sent_at=timezone.now(), data=told
        )
        sent.actions.add(action)
    for stage in ("head", "chair"):
        told = {"stage": stage, "due": {str(long_ago.pk): long_ago.due_on.isoformat()}}
        Notice.objects.create(key=stage, kind=Notice.Kind.OVERDUE, data=told).actions.add(long_ago)
    found = seen(desk).late
    assert [line.action for line in found] == [lately, long_ago]
    assert found[0].step
    assert found[1].step is None
    html = page(desk)
    assert "to the head of service" in html
    assert html.count("Hold back") == 1
    assert "Last reminded" in html


def test_an_owner_is_chased_from_the_line_once_a_day(desk, meeting, owner):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate() - 9 * DAY)
    address = reverse("actions:work_chase", args=[action.reference])
    assert address in page(desk)
    assert f"is asked for {action.reference} by email" in desk.post(address, follow=True).content.decode()
    html = page(desk)
    assert "Chased today" in html
    assert address not in html
    assert "Chased today already" in desk.post(address, follow=True).content.decode()
    assert Notice.objects.filter(kind=Notice.Kind.OVERDUE, actions=action).count() == 1


def test_an_owner_is_chased_from_the_page_of_the_action_too(desk, meeting, owner):
    action = make_action(meeting=meeting, owner=owner, due_on=localdate() + 9 * DAY)
    address = reverse("actions:work_chase", args=[action.reference])
    assert f'action="{address}"' in desk.get(action.get_absolute_url()).text
    response = desk.post(address, {"queue": "action"})
    assert response.headers["Location"] == action.get_absolute_url()
    Action.objects.update(owner=None)
    assert address not in desk.get(action.get_absolute_url()).text


def test_emails_that_wait_for_a_working_day_say_for_which(desk, committee):
    Notice.objects.create(key="k", kind=Notice.Kind.REMINDER, committee=committee)
    ClosureDay.objects.bulk_create(ClosureDay(day=localdate() + number * DAY) for number in range(3))
    assert "What waits goes out on" in desk.get(reverse("actions:notices")).text
    failed = Notice.objects.create(
        key="f", kind=Notice.Kind.REMINDER, committee=committee, state=Notice.State.FAILED, outcome="Refused."
    )
    again = desk.post(reverse("actions:notice_decide", args=[failed.pk]), {"do": "again"}, follow=True).text
    assert "It will be sent again on " in again
    ClosureDay.objects.all().delete()
    Notice.objects.all().delete()
    assert "What waits" not in desk.get(reverse("actions:notices")).text


def test_emails_that_failed_can_be_sent_again(desk, committee):
    Notice.objects.create(
        key="k", kind=Notice.Kind.REMINDER, committee=committee, state=Notice.State.FAILED, outcome="Refused."
    )
    html = page(desk)
    assert "Refused." in html
    assert "Send again" in html


def test_the_next_meetings_show_what_is_outstanding_and_when_the_agenda_goes_out(desk, committee, meeting, owner):
    coming = make_meeting(committee, localdate() + 40 * DAY, status=Meeting.Status.SCHEDULED)
    make_meeting(committee, localdate() + 5 * DAY, status=Meeting.Status.CANCELLED)
    make_action(meeting=meeting, owner=owner, due_on=localdate() - DAY)
    make_action(meeting=meeting, owner=owner, due_on=localdate() + DAY)
    agenda = seen(desk).agendas[0]
    assert (agenda.meeting, agenda.outstanding, agenda.overdue) == (coming, 2, 1)
    assert "Agenda goes out on" in page(desk)


def test_a_meeting_without_minutes_leads_to_adding_them(desk, meeting):
    assert "Add its minutes" in page(desk)


def test_the_number_in_the_navigation_counts_what_waits_for_the_clerk(desk, meeting, owner, officer):
    make_action(meeting=meeting, status=Status.PROPOSED)
    make_action(meeting=meeting, status=Status.ANSWERED, owner=owner)
    ask(make_action(meeting=meeting, owner=owner, due_on=localdate()), officer)
    make_action(meeting=meeting, owner=owner, due_on=localdate() - DAY)  # overdue: it waits for its owner
    assert '<span class="service-nav__count" id="work-count">3</span>' in desk.get("/committees/").content.decode()


def test_an_officer_sees_the_number_of_their_own(client, officer, meeting, owner):
    make_action(meeting=meeting, owner=owner)
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    assert '<span class="service-nav__count">1</span>' in client.get("/committees/").content.decode()


def test_after_signing_in_each_starts_where_their_work_is(client, clerk, committee, officer, member):
    places = {clerk: "/work/", officer: "/mine/", member: "/"}
    for user, place in places.items():
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get(reverse("actions:start"))["Location"] == place


def test_the_desk_costs_the_same_however_much_waits(
    desk, committee, meeting, owner, officer, django_assert_num_queries, django_assert_max_num_queries
):
    make_meeting(committee, localdate() + 40 * DAY, status=Meeting.Status.SCHEDULED)

    def more(number: int) -> None:
        for _ in range(number):
            make_action(meeting=meeting, status=Status.PROPOSED)
            make_action(meeting=meeting, due_on=localdate())
            make_action(meeting=meeting, owner=owner)
            make_action(meeting=meeting, owner=owner, status=Status.ANSWERED)
            ask(make_action(meeting=meeting, owner=owner, due_on=localdate() - 2 * DAY), officer)
            answer_in_part(make_action(meeting=meeting, owner=owner, due_on=localdate()), officer)
            make_source(committee, state=Source.State.FAILED, reason="Pictures")
            make_source(committee)
            Notice.objects.create(key=str(timezone.now()), kind="reminder", committee=committee, state="failed")

    more(1)
    desk.get(ADDRESS)
    with django_assert_max_num_queries(40) as first:
        desk.get(ADDRESS)
    more(5)
    with django_assert_num_queries(len(first)):
        desk.get(ADDRESS)


def test_queues_that_no_other_page_lists_can_be_seen_whole(desk, committee, meeting, owner, officer):
    number = work.MOST + 2
    for _ in range(number):
        ask(make_action(make_item(meeting), owner=owner, due_on=localdate() + DAY), officer)
        answer_in_part(make_action(make_item(meeting), owner=owner), officer)
    assert (len(seen(desk).more_time), len(seen(desk).parts)) == (work.MOST, work.MOST)
    assert f'<a class="small" href="?whole=in-part#in-part">All {number}</a>' in page(desk)
    assert len(desk.get(ADDRESS, {"whole": "in-part"}).context["desk"].parts) == number
    assert len(desk.get(ADDRESS, {"whole": "more-time"}).context["desk"].more_time) == number

"""The clerk's pages of calendars, closure days, statutory clocks and emails; and everybody's choice of emails."""

import datetime

import pytest
from django.core import mail, signing
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from actions.day import MORNING, at
from actions.deadlines import work_out_due
from actions.forms.committee_rules import CommitteeRulesForm
from actions.models import Action, Follow, Kind, Notice, NoticePreference
from actions.notices import outbox, telling
from actions.notices.chasing import chase_all
from actions.notices.emails import STOP_SALT
from meetings.models import ClosureDay, Meeting
from people.models import Owner
from tests.builders import make_action, make_item, make_meeting, make_owner

SCHEDULED = Meeting.Status.SCHEDULED
DAY = datetime.timedelta(days=1)


@pytest.fixture
def meeting(committee) -> Meeting:
    """Held not long ago, by the clock: what waits for the next meeting does not wait for years."""
    return make_meeting(committee, localdate() - 30 * DAY)


@pytest.fixture
def next_meeting(committee) -> Meeting:
    return make_meeting(committee, localdate() + 30 * DAY, status=SCHEDULED, place="Council Chamber")


@pytest.fixture
def owner(officer) -> Owner:
    return Owner.objects.for_officer(officer.officer, officer.officer.post_on(localdate()))


def make_hanging(meeting, owner=None) -> Action:
    due = work_out_due(kind=Kind.REPORT, due_words=None, due=None, committee=meeting.committee, met_on=meeting.date)
    return make_action(
        make_item(meeting), owner=owner, kind=Kind.REPORT, due_on=due.on, due_rule=due.rule,
        due_working=due.working, due_meeting=due.meeting,
    )  # fmt: skip


def calendar_of(committee) -> str:
    return reverse("actions:calendar", args=[committee.slug])


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk)
    return client


# --- the calendar --------------------------------------------------------------------------------


def test_the_calendar_shows_what_is_due_at_each_meeting(desk, committee, meeting, next_meeting):
    for _ in range(3):
        make_hanging(meeting)
    html = desk.get(calendar_of(committee)).content.decode()
    assert "Council Chamber" in html
    assert "3 actions" in html


def test_the_calendar_needs_the_same_queries_for_many_meetings(desk, committee, django_assert_max_num_queries):
    for number in range(60):
        make_meeting(committee, localdate() + number * 7 * DAY, status=SCHEDULED)
    with django_assert_max_num_queries(14):
        desk.get(calendar_of(committee))


def test_adding_a_meeting_gives_a_date_to_what_waits_and_says_so(desk, committee, meeting, clerk):
    action = make_hanging(meeting)
    answer = desk.post(
        calendar_of(committee), {"date": f"{localdate() + 20 * DAY:%d/%m/%Y}", "start_time": "6.30pm"}, follow=True
    )
    action.refresh_from_db()
    assert action.due_on == localdate() + 20 * DAY
    assert action.events.get().by == clerk
    assert "1 due date moved with it" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"date": "soon"}, "Write the date as a day"), ({"date": "1 May 2027", "start_time": "25:00"}, "is no time")],
)
def test_a_meeting_typed_wrong_is_answered_with_what_is_wrong(desk, committee, typed, words):
    answer = desk.post(calendar_of(committee), typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not committee.meetings.exists()


def test_moving_a_meeting_shows_first_what_moves_with_it(desk, committee, meeting, next_meeting, owner):
    action = make_hanging(meeting, owner)
    telling.meeting_reviewed(meeting, timezone.now() - 2 * DAY)
    address = reverse("actions:calendar_move", args=[committee.slug, next_meeting.date])
    typed = {"date": f"{next_meeting.date + 7 * DAY:%d/%m/%Y}", "start_time": "", "place": "Room 2"}
    preview = desk.post(address, typed)
    assert "1 due date would move" in preview.content.decode()
    action.refresh_from_db()
    assert action.due_on == next_meeting.date
    desk.post(address, {**typed, "confirmed": "yes"})
    action.refresh_from_db()
    assert action.due_on == next_meeting.date + 7 * DAY
    assert Notice.objects.get(kind=Notice.Kind.CHANGE).owner == owner


def test_another_place_alone_needs_no_second_look(desk, committee, next_meeting):
    address = reverse("actions:calendar_move", args=[committee.slug, next_meeting.date])
    typed = {"date": f"{next_meeting.date:%d/%m/%Y}", "start_time": "6pm", "place": "Room 2"}
    assert desk.post(address, typed).status_code == 302
    next_meeting.refresh_from_db()
    assert (next_meeting.place, next_meeting.start_time) == ("Room 2", datetime.time(18))


def test_moving_onto_another_meeting_is_refused_in_words(desk, committee, next_meeting):
    other = make_meeting(committee, next_meeting.date + 7 * DAY, status=SCHEDULED)
    address = reverse("actions:calendar_move", args=[committee.slug, next_meeting.date])
    for confirmed in ({}, {"confirmed": "yes"}):
        answer = desk.post(address, {"date": f"{other.date:%d/%m/%Y}", **confirmed})
        assert answer.status_code == 422
        assert "There is a meeting on" in answer.content.decode()


def test_cancelling_and_letting_a_meeting_stand_again(desk, committee, meeting, next_meeting):
    action = make_hanging(meeting)
    address = reverse("actions:calendar_cancel", args=[committee.slug, next_meeting.date])
    assert "1 due date would move" in desk.get(address).content.decode()
    next_meeting.refresh_from_db()
    assert next_meeting.status == SCHEDULED
    desk.post(address)
    action.refresh_from_db()
    assert action.due_on is None
    desk.post(address)
    action.refresh_from_db()
    assert action.due_on == next_meeting.date


def test_a_meeting_that_was_held_cannot_be_cancelled(desk, committee, meeting):
    answer = desk.get(reverse("actions:calendar_cancel", args=[committee.slug, meeting.date]))
    assert "so it cannot be cancelled" in answer.content.decode()


# --- a whole calendar ----------------------------------------------------------------------------


def test_a_calendar_is_shown_before_anything_changes_and_then_taken_in(desk, committee, meeting):
    action = make_hanging(meeting)
    address = reverse("actions:calendar_import", args=[committee.slug])
    first = localdate() + 20 * DAY
    preview = desk.post(address, {"text": f"{first:%d %B %Y}, 6pm, Chamber\n{first + 28 * DAY:%d %B %Y}, 6pm, Chamber"})
    html = preview.content.decode()
    assert "2 new" in html
    assert "1 due date would move" in html
    assert committee.meetings.count() == 1
    desk.post(address, {"text": preview.context["plan"].lines, "confirmed": "yes"})
    assert committee.meetings.count() == 3
    action.refresh_from_db()
    assert action.due_on == first


def test_a_calendar_entry_with_another_day_takes_its_meeting_and_the_due_dates_along(desk, committee, meeting, owner):
    action = make_hanging(meeting, owner)
    address = reverse("actions:calendar_import", args=[committee.slug])

    def take(day: datetime.date):
        event = f"BEGIN:VEVENT\nUID:cyp-1\nSUMMARY:Meeting\nDTSTART;VALUE=DATE:{day:%Y%m%d}\nEND:VEVENT"
        preview = desk.post(address, {"text": f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}\nEND:VCALENDAR"})
        desk.post(address, {"text": preview.context["plan"].lines, "confirmed": "yes"})
        action.refresh_from_db()
        return preview.content.decode()

    take(localdate() + 20 * DAY)
    html = take(localdate() + 27 * DAY)

    assert "1 moved" in html
    assert "1 due date would move" in html
    assert action.due_on == localdate() + 27 * DAY
    assert committee.meetings.filter(status=SCHEDULED).count() == 1


def test_a_file_with_a_wrong_line_changes_nothing_and_names_the_line(desk, committee, tmp_path):
    file = tmp_path / "calendar.csv"
    file.write_text(f"Date,Time\n{localdate() + 20 * DAY:%d/%m/%Y},6pm\n31/02/2027,6pm\n")
    address = reverse("actions:calendar_import", args=[committee.slug])
    with file.open("rb") as opened:
        answer = desk.post(address, {"file": opened})
    assert answer.status_code == 422
    assert "Line 3: There is no 31 February 2027." in answer.content.decode()
    assert not committee.meetings.exists()


def test_wrong_lines_are_refused_also_when_the_preview_is_skipped(desk, committee):
    address = reverse("actions:calendar_import", args=[committee.slug])
    assert desk.post(address, {"text": "31 February 2027", "confirmed": "yes"}).status_code == 422
    assert not committee.meetings.exists()


def test_nothing_given_and_both_given_are_pointed_out(desk, committee, tmp_path):
    address = reverse("actions:calendar_import", args=[committee.slug])
    assert "Choose a file, or type" in desk.post(address, {}).content.decode()
    file = tmp_path / "calendar.csv"
    file.write_text("x")
    with file.open("rb") as opened:
        assert "not both" in desk.post(address, {"file": opened, "text": "x"}).content.decode()


# --- closure days --------------------------------------------------------------------------------


def test_closure_days_are_put_down_and_taken_back(desk, committee):
    address = reverse("actions:closures")
    monday = localdate() + (7 - localdate().weekday()) * DAY
    desk.post(address, {"first": f"{monday:%d/%m/%Y}", "last": f"{monday + 6 * DAY:%d/%m/%Y}", "reason": "Shutdown"})
    assert ClosureDay.objects.count() == 5
    desk.post(reverse("actions:closure_remove", args=[monday]))
    assert ClosureDay.objects.count() == 4


def test_weekends_are_no_closure_days_and_are_not_counted(desk, committee):
    address = reverse("actions:closures")
    saturday = localdate() + (5 - localdate().weekday()) % 7 * DAY
    only = {"first": f"{saturday:%d %B %Y}", "last": f"{saturday + DAY:%d %B %Y}", "reason": "Flood"}
    refused = desk.post(address, only)
    assert refused.status_code == 422
    assert "That is a weekend" in refused.content.decode()
    taken = desk.post(address, only | {"last": f"{saturday + 3 * DAY:%d %B %Y}"}, follow=True)
    assert "2 closure days added." in taken.content.decode()
    assert ClosureDay.objects.count() == 2


def test_a_closure_that_ends_before_it_begins_is_refused(desk, committee):
    answer = desk.post(reverse("actions:closures"), {"first": "2 May 2027", "last": "1 May 2027", "reason": "x"})
    assert "The last day is before the first" in answer.content.decode()


# --- statutory clocks ----------------------------------------------------------------------------


def test_the_clerk_starts_a_clock_and_takes_it_back(desk, meeting):
    action = make_action(make_item(meeting), kind=Kind.RECOMMENDATION, due_on=localdate(), due_rule={"rule": "set"})
    address = reverse("actions:clock", args=[action.reference])
    assert "section 9FE" not in desk.get(reverse("actions:action", args=[action.reference])).content.decode()
    desk.post(address, {"clock": "executive", "served_on": f"{meeting.date + DAY:%d/%m/%Y}"})
    action.refresh_from_db()
    assert action.clock == "executive"
    assert "section 9FE" in action.due_working
    desk.post(reverse("actions:clock_stop", args=[action.reference]), {"reason": "Wrong body"})
    action.refresh_from_db()
    assert (action.clock, action.due_on) == ("", localdate())


def test_a_day_of_service_to_come_is_refused_in_words(desk, meeting):
    action = make_action(make_item(meeting), kind=Kind.RECOMMENDATION)
    address = reverse("actions:clock", args=[action.reference])
    answer = desk.post(address, {"clock": "executive", "served_on": f"{localdate() + DAY:%d/%m/%Y}"})
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()


def test_an_ordinary_request_has_no_page_for_a_clock(desk, meeting):
    action = make_action(make_item(meeting), kind=Kind.DATA)
    answer = desk.get(reverse("actions:clock", args=[action.reference]))
    assert answer.status_code == 404
    assert "recommendations alone" in answer.content.decode()


# --- emails --------------------------------------------------------------------------------------


def test_failed_emails_stand_first_and_are_sent_again_or_left(desk, meeting, owner):
    make_action(make_item(meeting), owner=owner)
    telling.meeting_reviewed(meeting, timezone.now())
    Notice.objects.update(state="failed", outcome="The mail server refused it.")
    notice = Notice.objects.get()
    assert "The mail server refused it." in desk.get(reverse("actions:notices")).content.decode()
    desk.post(reverse("actions:notice_decide", args=[notice.pk]), {"do": "again"})
    notice.refresh_from_db()
    assert notice.state == "waiting"
    answer = desk.post(reverse("actions:notice_decide", args=[notice.pk]), {"do": "leave"}, follow=True)
    assert "Somebody has dealt with it already" in answer.content.decode()
    Notice.objects.update(state="failed")
    desk.post(reverse("actions:notice_decide", args=[notice.pk]), {"do": "leave"})
    notice.refresh_from_db()
    assert (notice.state, "Hannah Whitlock" in notice.outcome) == ("skipped", True)


def test_the_list_of_emails_needs_the_same_queries_for_many(desk, meeting, django_assert_max_num_queries):
    for _ in range(60):
        make_action(make_item(meeting), owner=make_owner())
    telling.meeting_reviewed(meeting, timezone.now())
    with django_assert_max_num_queries(18):  # two of them for the day on which what waits goes out
        html = desk.get(reverse("actions:notices")).content.decode()
    assert "1 to 50 of 60" in html


def test_the_next_step_is_held_back_with_a_reason(desk, meeting, owner):
    action = make_action(make_item(meeting), owner=owner, due_on=localdate() - DAY)
    address = reverse("actions:hold_back", args=[action.reference])
    assert "it goes to the owner" in desk.get(address).content.decode()
    assert desk.post(address, {"reason": ""}).status_code == 422
    desk.post(address, {"reason": "In hospital"})
    assert "it goes to the head of service" in desk.get(address).content.decode()


def test_anybody_signed_in_chooses_their_emails(client, officer):
    client.force_login(officer)
    address = reverse("actions:preferences")
    assert "officer@example.org" in client.get(address).content.decode()
    client.post(address, {"reminder": "on", "change": "on"})
    unwanted = set(NoticePreference.objects.values_list("email", "kind"))
    assert unwanted == {("officer@example.org", kind) for kind in ("due_today", "digest", "follow")}
    client.post(address, dict.fromkeys(["reminder", "change", "due_today", "digest", "follow"], "on"))
    assert not NoticePreference.objects.exists()


def test_the_links_of_an_email_need_no_sign_in(client, meeting, owner):
    make_action(make_item(meeting), owner=owner, due_on=datetime.date(2027, 3, 5))
    now = at(datetime.date(2027, 3, 2), MORNING)
    chase_all(now)
    outbox.send_waiting(now)
    stop = mail.outbox[0].message()["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    assert "Stop them" in client.get(stop).content.decode()
    assert not NoticePreference.objects.exists()  # scanners open links
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert NoticePreference.objects.get().kind == "reminder"
    choose = stop.replace("/stop/", "/choose/")
    assert "officer@example.org" in client.get(choose).content.decode()
    client.post(choose, {"reminder": "on"})
    assert not NoticePreference.objects.filter(kind="reminder").exists()


def test_one_press_stops_following_one_thing(client, committee):
    follow = Follow.objects.create(
        email="resident@example.org", committee=committee, token="t", confirmed_at=timezone.now()
    )
    token = signing.dumps({"email": follow.email, "kind": "follow", "follow": follow.pk}, salt=STOP_SALT)
    client.post(reverse("actions:stop_notices", args=[token]))
    assert not Follow.objects.exists()
    assert not NoticePreference.objects.exists()


@pytest.mark.parametrize("name", ["actions:stop_notices", "actions:choose_notices"])
def test_a_link_that_somebody_made_up_is_not_found(client, db, name):
    forged = signing.dumps({"email": "officer@example.org", "kind": "reminder"}, salt="another")
    assert client.get(reverse(name, args=[forged])).status_code == 404


def test_what_an_owner_is_always_told_has_no_stop(client, db):
    token = signing.dumps({"email": "officer@example.org", "kind": "assignment"}, salt=STOP_SALT)
    assert client.post(reverse("actions:stop_notices", args=[token])).status_code == 404


# --- a committee's rules -------------------------------------------------------------------------


def rules_of(committee, **changes) -> dict[str, str]:
    """The form as it stands, with some fields changed."""
    form = CommitteeRulesForm(instance=committee)
    return {field.name: "" if field.initial is None else str(field.initial) for field in form} | changes


def test_a_committee_settles_its_periods_and_its_ladder(desk, committee):
    address = reverse("actions:committee_rules", args=[committee.slug])
    assert "Written response" in desk.get(address).content.decode()
    desk.post(address, rules_of(committee, days_data="5", days_briefing="", chase_head_after="0"))
    assert dict(committee.policies.values_list("kind", "working_days")) == {"data": 5, "briefing": None}
    committee.refresh_from_db()
    assert committee.chase_head_after == 0
    desk.post(address, rules_of(committee, days_data="10", days_briefing="20"))
    assert not committee.policies.exists()


def test_a_period_that_is_none_is_refused(desk, committee):
    address = reverse("actions:committee_rules", args=[committee.slug])
    for number in ("0", "soon", "999"):
        assert desk.post(address, rules_of(committee, days_data=number)).status_code == 422
    assert not committee.policies.exists()

"""The clerk's calendar, closure days, clocks and emails, and everybody's choice of emails, in a real browser."""

import datetime

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from actions.deadlines import work_out_due
from actions.models import Kind, Notice
from actions.notices import telling
from actions.notices.emails import STOP_SALT
from meetings.models import ClosureDay, Meeting
from people.models import Owner
from tests.builders import make_action, make_item, make_meeting, make_owner

DAY = datetime.timedelta(days=1)


@pytest.fixture
def meeting(committee) -> Meeting:
    """Held not long ago, by the clock: what waits for the next meeting does not wait for years."""
    return make_meeting(committee, localdate() - 30 * DAY)


@pytest.fixture
def calendar(committee, meeting, officer, clerk) -> list[Meeting]:
    """A year of meetings, with what is due at the first; some emails, one of them failed."""
    coming = [
        make_meeting(
            committee, localdate() + number * 35 * DAY, status=Meeting.Status.SCHEDULED,
            place="Council Chamber, Civic Centre", start_time=datetime.time(18, 30),
        )
        for number in range(1, 8)
    ]  # fmt: skip
    coming[3].status = Meeting.Status.CANCELLED
    coming[3].save()
    owner = Owner.objects.for_officer(officer.officer, officer.officer.post_on(localdate()))
    item = make_item(meeting, number="35")
    due = work_out_due(kind=Kind.REPORT, due_words=None, due=None, committee=committee, met_on=meeting.date)
    for number in range(5):
        make_action(
            item, owner=owner if number % 2 else make_owner(), due_on=due.on, due_rule=due.rule,
            due_meeting=due.meeting, kind=Kind.RECOMMENDATION, summary=f"Report on the waiting times of ward {number}",
        )  # fmt: skip
    make_action(item, owner=owner, due_on=localdate() - 20 * DAY)
    telling.meeting_reviewed(meeting, timezone.now())
    first = Notice.objects.order_by("pk").first()
    Notice.objects.filter(pk=first.pk).update(state="failed", outcome="The mail server refused the address.")
    ClosureDay.objects.create(day=localdate() + 40 * DAY, reason="Christmas shutdown")
    return coming


def addresses(calendar) -> list[str]:
    committee = calendar[0].committee
    recommendation, overdue = committee.actions.order_by("pk").first(), committee.actions.order_by("pk").last()
    token = signing.dumps({"email": "officer@example.org", "kind": "reminder"}, salt=STOP_SALT)
    return [
        reverse("actions:calendar", args=[committee.slug]),
        reverse("actions:calendar_move", args=[committee.slug, calendar[0].date]),
        reverse("actions:calendar_cancel", args=[committee.slug, calendar[0].date]),
        reverse("actions:calendar_import", args=[committee.slug]),
        reverse("actions:committee_rules", args=[committee.slug]),
        reverse("actions:closures"),
        reverse("actions:clock", args=[recommendation.reference]),
        reverse("actions:hold_back", args=[overdue.reference]),
        reverse("actions:notices"),
        reverse("actions:preferences"),
        reverse("actions:stop_notices", args=[token]),
    ]


def test_every_page_is_accessible_and_fits(page, sign_in, clerk, calendar, good_at_every_width):
    sign_in(page, clerk)
    for address in addresses(calendar):
        page.goto(address)
        good_at_every_width(page)


def test_a_calendar_is_typed_looked_at_and_taken_in_by_keyboard(page, sign_in, clerk, calendar, good_at_every_width):
    sign_in(page, clerk)
    committee = calendar[0].committee
    page.goto(reverse("actions:calendar_import", args=[committee.slug]))
    page.get_by_label("Or type the meetings").fill("31 February 2027")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="See what it would change").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed")
    good_at_every_width(page)
    page.get_by_label("Or type the meetings").fill(f"{localdate() + 20 * DAY:%d %B %Y}, 6.30pm, Council Chamber")
    page.get_by_role("button", name="See what it would change").press("Enter")
    expect(page.get_by_text("5 due dates would move")).to_be_visible()
    good_at_every_width(page)
    page.get_by_role("button", name="Change the calendar").press("Enter")
    expect(page.get_by_text("5 due dates moved with it")).to_be_visible()

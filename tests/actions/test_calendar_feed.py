"""The secret address of one's own due dates."""

import datetime

import pytest
from django.urls import reverse
from icalendar import Calendar

from actions.models import CalendarFeed, Status
from tests.builders import make_action, make_item, make_owner

DUE = datetime.date(2026, 11, 20)


@pytest.fixture
def feed(client, officer):
    client.force_login(officer)
    client.post(reverse("actions:calendar_address"))
    client.logout()
    return CalendarFeed.objects.get(user=officer)


def read(client, feed):
    response = client.get(reverse("actions:calendar_feed", args=[feed.token]))
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_a_calendar_without_a_sign_in_shows_the_due_dates(client, feed, officer, other_officer, meeting):
    mine = make_action(make_item(meeting), owner=make_owner(officer.officer), due_on=DUE)
    make_action(make_item(meeting), owner=make_owner(officer.officer), due_on=DUE, status=Status.COMPLETE)
    make_action(make_item(meeting), owner=make_owner(other_officer.officer), due_on=DUE)
    (day,) = read(client, feed)
    assert day["summary"] == f"Due: {mine.reference}, {mine.summary}"
    assert (day["dtstart"].dt, day["url"]) == (DUE, f"http://testserver{mine.get_absolute_url()}")


def test_of_an_exempt_action_it_holds_the_reference_alone(client, feed, officer, meeting):
    item = make_item(meeting, restricted=True)
    secret = make_action(item, owner=make_owner(officer.officer), due_on=DUE, summary="The settlement")
    (day,) = read(client, feed)
    assert day["summary"] == f"Due: {secret.reference}, an exempt item"
    assert b"settlement" not in day.to_ical()


def test_a_new_address_stops_the_old_one_and_it_can_be_taken_away(client, feed, officer):
    client.force_login(officer)
    client.post(reverse("actions:calendar_address"))
    new = CalendarFeed.objects.get(user=officer)
    assert client.get(reverse("actions:calendar_feed", args=[feed.token])).status_code == 404
    assert new.token in client.get(reverse("actions:calendar_address")).content.decode()
    client.post(reverse("actions:calendar_address"), {"revoke": "1"})
    assert client.get(reverse("actions:calendar_feed", args=[new.token])).status_code == 404


def test_the_calendar_of_somebody_who_may_not_sign_in_any_more_is_gone(client, feed, officer):
    officer.is_active = False
    officer.save()
    assert client.get(reverse("actions:calendar_feed", args=[feed.token])).status_code == 404

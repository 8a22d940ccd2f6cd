"""Following by email: anybody asks, the address confirms, anybody stops."""

import datetime

import pytest
from django.contrib.messages import get_messages

from actions import day
from actions.follows import follow
from actions.models import Follow, Notice
from actions.pages import follow as pages
from tests.builders import make_action, make_committee, make_item
from tests.cast import NOW

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
EMAIL = "resident@example.org"


@pytest.fixture
def action(meeting):
    return make_action(meeting=meeting)


def ask(client, action, email: str = EMAIL):
    return client.post(f"{action.get_absolute_url()}follow/", {"email": email})


def test_a_resident_is_asked_to_confirm_and_follows_from_then_on(client, action):
    response = ask(client, action)
    assert response.headers["Location"] == action.get_absolute_url()
    row = Follow.objects.get()
    assert (row.email, row.action, row.confirmed_at) == (EMAIL, action, None)
    notice = Notice.objects.get()
    assert (notice.kind, notice.to_email, notice.state) == ("follow", EMAIL, "waiting")
    address = notice.data["path"]
    assert row.token in address
    assert client.get(address).status_code == 200
    row.refresh_from_db()
    assert row.confirmed_at is None, "a scanner that opens links confirms nothing"
    assert "You follow this now" in client.post(address).content.decode()
    row.refresh_from_db()
    assert row.confirmed_at is not None


def test_asked_twice_it_is_one_row_and_one_email_and_the_same_words(client, action):
    first = ask(client, action)
    second = ask(client, action, EMAIL.upper())
    assert Follow.objects.count() == Notice.objects.count() == 1
    said = [[str(message) for message in get_messages(response.wsgi_request)] for response in (first, second)]
    assert said[0][0].lower() == said[1][-1].lower()


def test_whoever_is_signed_in_follows_with_their_own_address_at_once(client, member, action):
    client.force_login(member, backend=BACKEND)
    client.post(f"{action.get_absolute_url()}follow/", {"email": "somebody.else@example.org"})
    row = Follow.objects.get()
    assert (row.email, row.user) == (member.email, member)
    assert row.confirmed_at is not None
    assert not Notice.objects.exists()


def test_a_committee_is_followed_the_same_way(client, committee):
    assert client.get(f"{committee.get_absolute_url()}follow/").status_code == 200
    client.post(f"{committee.get_absolute_url()}follow/", {"email": EMAIL})
    assert Follow.objects.get().committee == committee
    assert Notice.objects.get().committee == committee


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "x@example.org, y@example.org"])
def test_an_address_that_is_none_is_said(client, action, email):
    response = ask(client, action, email)
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not Follow.objects.exists()


def test_what_may_not_be_seen_cannot_be_followed(client, member, meeting):
    exempt = make_action(make_item(meeting, restricted=True))
    closed = make_committee("Standards", is_public=False)
    for _ in range(2):
        assert ask(client, exempt).status_code == 404
        assert client.post(f"{closed.get_absolute_url()}follow/", {"email": EMAIL}).status_code == 404
        client.force_login(member, backend=BACKEND)
    assert not Follow.objects.exists()


def test_emails_stop_without_a_sign_in_by_a_button(client, action):
    ask(client, action)
    address = f"/follow/{Follow.objects.get().token}/stop/"
    assert "Stop the emails" in client.get(address).content.decode()
    assert Follow.objects.exists()
    assert "no more emails" in client.post(address).content.decode()
    assert not Follow.objects.exists()
    assert client.get(address).status_code == 200, "stopping twice is as good as once"


def test_a_token_that_is_none_confirms_nothing(client):
    assert client.get("/follow/nonsense/").status_code == 404
    assert client.post("/follow/nonsense/").status_code == 404
    assert client.delete("/follow/nonsense/stop/").status_code == 405


def test_an_action_that_became_exempt_is_named_by_its_reference_alone(client, action):
    ask(client, action)
    action.restricted = True
    action.save()
    page = client.get(f"/follow/{Follow.objects.get().token}/").content.decode()
    assert action.reference in page
    assert action.summary not in page


def test_nobody_has_us_write_to_half_the_town(client, action):
    for number in range(pages.MOST_AN_HOUR):
        assert ask(client, action, f"resident{number}@example.org").status_code == 302
    refused = ask(client, action, "one.more@example.org")
    assert refused.status_code == 429
    assert "Try again in an hour" in refused.text
    assert "password" not in refused.text
    assert Follow.objects.count() == pages.MOST_AN_HOUR


def test_behind_a_proxy_each_resident_is_counted_alone(client, action, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(pages.MOST_AN_HOUR + 1):
        data, came_from = {"email": f"resident{number}@example.org"}, {"X-Forwarded-For": f"10.0.0.{number}"}
        answer = client.post(f"{action.get_absolute_url()}follow/", data, headers=came_from)
        assert answer.status_code == 302


def test_whoever_is_signed_in_may_follow_as_much_as_they_like(client, member, meeting):
    client.force_login(member, backend=BACKEND)
    for _ in range(pages.MOST_AN_HOUR + 1):
        assert ask(client, make_action(meeting=meeting)).status_code == 302


def test_an_address_that_nobody_confirms_is_forgotten_after_two_weeks(action):
    for days, email, confirmed in ((13, "new@x.org", None), (15, "old@x.org", None), (15, "kept@x.org", NOW)):
        row = follow(action, email=email, user=None, now=NOW - datetime.timedelta(days=days))
        Follow.objects.filter(pk=row.pk).update(confirmed_at=confirmed)
    day.forget(NOW)
    assert set(Follow.objects.values_list("email", flat=True)) == {"new@x.org", "kept@x.org"}


def test_reading_sets_no_cookie_but_the_one_that_protects_a_form(client, action, committee):
    for address in ("/", "/meetings/", "/committees/", committee.get_absolute_url(), action.meeting.get_absolute_url()):
        assert client.get(address).cookies == {}, address
    assert set(client.get(action.get_absolute_url()).cookies) == {"csrftoken"}

"""Signed in from the link in an email in two clicks: once, for officers alone, and never by opening it."""

import datetime

from allauth.mfa.models import Authenticator
from django.core import mail, signing
from django.urls import reverse
from django.utils import timezone

from actions import sign_in_links
from actions.models import Notice
from actions.notices import outbox
from actions.sign_in_links import path_for
from people.models import User
from tests.builders import make_committee


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_opening_the_link_shows_a_button_and_the_button_signs_in(client, officer):
    link = path_for(officer, "/mine/")
    page = client.get(link)
    assert "Sign in as Joanne Pritchard" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert not signed_in(client), "mail scanners open links"
    response = client.post(link)
    assert (response.status_code, response["Location"]) == (302, "/mine/")
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_a_link_works_once(client, officer):
    link = path_for(officer, "/mine/")
    client.post(link)
    client.logout()
    assert "This link is no longer good" in client.get(link).content.decode()
    assert client.post(link).status_code == 410
    assert not signed_in(client)


def test_of_two_clicks_at_once_one_signs_in(officer):
    token = path_for(officer, "/mine/").split("/")[2]
    both = [sign_in_links.read(token), sign_in_links.read(token)]
    assert [sign_in_links.take(link, timezone.now()) for link in both] == [True, False]


def test_signing_in_another_way_uses_links_up(client, officer):
    link = path_for(officer, "/mine/")
    client.force_login(officer)
    client.logout()
    assert client.post(link).status_code == 410


def test_a_new_password_or_address_ends_a_link(client, officer):
    for field, value in (("password", "another"), ("email", "other@example.org")):
        link = path_for(officer, "/mine/")
        User.objects.filter(pk=officer.pk).update(**{field: value})
        officer.refresh_from_db()
        assert client.post(link).status_code == 410, field


def test_a_link_dies_after_a_week(client, officer, settings):
    link = path_for(officer, "/mine/")
    settings.SIGN_IN_LINK_DAYS = -1
    assert client.post(link).status_code == 410


def test_whoever_is_signed_in_already_goes_to_the_page_at_once(client, officer):
    link = path_for(officer, "/mine/")
    client.force_login(officer)
    assert client.get(link)["Location"] == "/mine/"


def test_a_link_that_was_changed_is_no_link(client, officer):
    link = path_for(officer, "/mine/")
    forged = signing.dumps({"user": officer.pk, "path": "/mine/", "bound": ""}, salt="another")
    assert client.post(link[:-3] + "x/").status_code == 404
    assert client.post(reverse("actions:sign_in_link", args=[forged])).status_code == 404


def test_clerks_administrators_members_and_those_with_a_second_factor_get_ordinary_links(
    clerk, officer, other_officer, member, administrator, outsider, committee
):
    for user in (clerk, member, administrator, outsider, None):
        assert path_for(user, "/mine/") == "/mine/", user
    make_committee(clerk=officer)
    assert path_for(officer, "/mine/") == "/mine/"
    Authenticator.objects.create(user=other_officer, type="totp", data={})
    assert path_for(other_officer, "/mine/") == "/mine/"


def test_a_link_of_somebody_who_became_a_clerk_since_is_no_link(client, officer):
    link = path_for(officer, "/mine/")
    make_committee(clerk=officer)
    assert client.post(link).status_code == 404


def test_links_are_off_where_the_council_says_so(officer, settings):
    settings.SIGN_IN_LINK_DAYS = 0
    assert path_for(officer, "/mine/") == "/mine/"


def test_a_link_that_is_used_up_gets_a_fresh_one_by_email(client, officer):
    link = path_for(officer, "/mine/")
    client.post(link)
    client.logout()
    for _ in range(3):
        client.post(f"{link}new/")
    assert Notice.objects.filter(kind=Notice.Kind.SIGN_IN).count() == 1
    outbox.send_waiting(timezone.now() + datetime.timedelta(seconds=1))
    (message,) = mail.outbox
    assert message.to == [officer.email]
    fresh = message.body.split("http://localhost:8000")[1].split()[0]
    assert client.post(fresh)["Location"] == "/mine/"


def test_trying_links_is_limited(client, officer):
    link = path_for(officer, "/mine/")
    client.post(link)
    client.logout()
    answers = [client.post(link).status_code for _ in range(31)]
    assert answers[0] == 410
    assert answers[-1] == 429

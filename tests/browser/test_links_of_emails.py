"""The pages that only the link of an email leads to: axe, width, and both before and after their one button."""

import pytest
from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from actions import amendments
from actions.follows import follow
from actions.notices.emails import STOP_SALT
from actions.sign_in_links import path_for
from tests.builders import make_action, make_item, make_owner

pytestmark = pytest.mark.django_db(transaction=True)


def test_following_is_confirmed_and_stopped(page, committee, good_at_every_width):
    row = follow(committee, email="resident@example.org", user=None, now=timezone.now())
    for name, button, then in (
        ("follow_confirm", "Confirm", "You follow"),
        ("follow_stop", "Stop the emails", "no more"),
    ):
        page.goto(reverse(f"actions:{name}", args=[row.token]))
        good_at_every_width(page)
        page.get_by_role("button", name=button).click()
        expect(page.locator("h1")).to_contain_text(then)
        good_at_every_width(page)


def test_emails_are_chosen_and_a_new_password_is_set(page, member, good_at_every_width):
    token = signing.dumps({"email": member.email, "kind": "reminder"}, salt=STOP_SALT)
    key = f"{user_pk_to_url_str(member)}-{EmailAwarePasswordResetTokenGenerator().make_token(member)}"
    for path in (
        reverse("actions:choose_notices", args=[token]),
        f"/accounts/password/reset/key/{key}/",
        "/accounts/password/reset/key/x-y/",
    ):
        page.goto(path)
        good_at_every_width(page)


def test_a_link_that_was_used_and_an_action_that_somebody_else_has_now(
    page, officer, other_officer, meeting, sign_in, good_at_every_width
):
    action = make_action(make_item(meeting), owner=make_owner(officer.officer))
    link = path_for(officer, reverse("actions:answer", args=[action.reference]))
    amendments.assign(action, make_owner(other_officer.officer), by=None, now=timezone.now(), reason="Buses")
    page.goto(link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name=f"See {action.reference}")).to_be_visible()
    good_at_every_width(page)
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("heading", name="This link is no longer good")).to_be_visible()
    good_at_every_width(page)

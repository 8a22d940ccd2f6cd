import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import get_user_model
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_nobody_can_sign_up(client):
    response = client.post(
        reverse("account_signup"), {"email": "stranger@example.org", "password1": "long enough, surely"}
    )
    assert response.status_code in (200, 403)
    assert not get_user_model().objects.exists()


def test_a_clerk_signs_in_with_email_and_password(client, clerk):
    response = client.post(reverse("account_login"), {"login": "CLERK@example.org", "password": "demo"})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(clerk.pk)


def test_a_wrong_password_signs_nobody_in(client, clerk):
    response = client.post(reverse("account_login"), {"login": clerk.email, "password": "omed"})
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_guessing_passwords_is_stopped(client, clerk):
    for _ in range(5):
        client.post(reverse("account_login"), {"login": clerk.email, "password": "guess"})
    client.post(reverse("account_login"), {"login": clerk.email, "password": "demo"})
    assert "_auth_user_id" not in client.session


def test_the_admin_has_no_door_of_its_own(client):
    response = client.get(reverse("admin:index"), follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("account_login"))


def test_the_administrator_opens_the_admin(client, administrator):
    client.force_login(administrator)
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_clerk_does_not_open_the_admin(client, clerk):
    client.force_login(clerk)
    assert client.get(reverse("admin:index")).status_code in (302, 403)


@pytest.mark.parametrize(("is_superuser", "opens"), [(True, True), (False, False)])
def test_whoever_is_an_administrator_on_the_site_is_one_in_the_admin(client, clerk, is_superuser, opens):
    clerk.is_superuser, clerk.is_staff = is_superuser, not is_superuser
    clerk.save()
    client.force_login(clerk)
    assert (client.get(reverse("admin:index")).status_code == 200) is opens


def test_an_address_that_an_administrator_changes_signs_nobody_in_any_more(client, clerk, administrator):
    EmailAddress.objects.create(user=clerk, email=clerk.email, verified=True, primary=True)
    client.force_login(administrator)
    page = reverse("admin:people_user_change", args=[clerk.pk])
    client.post(page, {"email": "h.whitlock@example.org", "name": clerk.name, "is_active": "on"})
    client.logout()
    for email, signed_in in (("clerk@example.org", False), ("h.whitlock@example.org", True)):
        client.post(reverse("account_login"), {"login": email, "password": "demo"})
        assert ("_auth_user_id" in client.session) is signed_in, email


def test_an_administrator_takes_a_lost_second_step_away_and_never_sees_what_it_is_made_of(client, clerk, administrator):
    TOTP.activate(clerk, "JBSWY3DPEHPK3PXP")
    row = Authenticator.objects.get()
    client.force_login(administrator)
    page = client.get(reverse("admin:mfa_authenticator_change", args=[row.pk]))
    assert (page.status_code, "JBSWY3DPEHPK3PXP" in page.text) == (200, False)
    assert client.get(reverse("admin:mfa_authenticator_changelist"), {"q": "Whitlock"}).status_code == 200
    client.post(reverse("admin:mfa_authenticator_delete", args=[row.pk]), {"post": "yes"})
    assert not Authenticator.objects.exists()


def test_pages_allow_no_script_or_style_but_our_own_files(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy


@pytest.mark.parametrize("name", ["actions:mine", "actions:register", "pages:help"])
def test_no_page_of_somebody_signed_in_is_kept_by_the_browser(client, officer, name):
    client.force_login(officer)
    assert "no-store" in client.get(reverse(name))["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/help/", "/actions.atom", "/actions.csv", "/static/css/base.css"])
def test_what_everybody_may_read_may_be_kept(client, address):
    response = client.get(address)
    assert "no-store" not in response.headers.get("Cache-Control", "")
    response.close()

import pytest
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


def test_pages_allow_no_script_or_style_but_our_own_files(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy

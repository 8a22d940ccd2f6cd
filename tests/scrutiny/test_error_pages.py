"""The pages for when something is wrong stand on what Django gives them, which for some is nothing at all."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import BadRequest, PermissionDenied
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import include, path
from django.utils.html import escape

from scrutiny.too_long import bad_request


def refuse(request):
    raise PermissionDenied


def break_down(request):
    raise RuntimeError("meant to")


def misunderstand(request):
    raise BadRequest


handler400 = bad_request
urlpatterns = [
    path("refused/", refuse),
    path("broken/", break_down),
    path("odd/", misunderstand),
    path("", include("scrutiny.urls")),
]


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/refused/", 403, "You cannot open this page"),
        ("/missing/", 404, "Page not found"),
        ("/broken/", 500, "Something went wrong"),
        ("/odd/", 400, "We could not understand that request"),
    ],
)
@override_settings(ROOT_URLCONF="tests.scrutiny.test_error_pages")
def test_each_error_has_its_page_in_words(db, address, status, heading):
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.content.decode()


@pytest.mark.parametrize(
    "template", ["400.html", "403.html", "403_csrf.html", "404.html", "405.html", "413.html", "429.html", "500.html"]
)
def test_each_error_page_needs_no_context(template):
    page = render_to_string(template)
    assert "<title>" in page
    assert "Sign out" not in page


def test_a_form_without_its_proof_of_origin_is_refused_in_words(db):
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@example.org"})
    assert answer.status_code == 403
    assert "This form has expired" in answer.content.decode()


def test_what_was_written_in_a_form_that_expired_can_be_copied(db):
    words = "The committee noted the report & asked for more. " * 4
    visitor = Client(enforce_csrf_checks=True)
    sent = {"text": words, "password": "not long", "csrfmiddlewaretoken": "x" * 64}
    answer = visitor.post("/intake/", sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 403
    assert escape(words) in answer.content.decode()
    assert "not long" not in answer.content.decode()
    assert "x" * 64 not in answer.content.decode()
    foreign = visitor.post("/intake/", sent, headers={"Sec-Fetch-Site": "cross-site"})
    assert escape(words) not in foreign.content.decode()


def test_what_was_written_by_somebody_whose_session_has_ended_can_be_copied(client, db):
    words = "The committee noted the report & asked for more. " * 4
    page = client.post("/intake/", {"text": words}, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 403
    assert escape(words) in page.text
    assert 'href="/accounts/login/?next=/intake/"' in page.text
    for sent, site in [("short", "same-origin"), (words, "cross-site")]:
        answer = client.post("/intake/", {"text": sent}, headers={"Sec-Fetch-Site": site})
        assert answer["Location"] == "/accounts/login/?next=/intake/"


def test_too_many_sign_ins_are_refused_in_words(db):
    visitor = Client()
    for _ in range(40):
        answer = visitor.post("/accounts/login/", {"login": "a@example.org", "password": "wrong"})
        if answer.status_code == 429:
            break
    assert "Too many tries" in answer.content.decode()


@pytest.mark.parametrize("address", ["/how-this-works/", "/help/", "/accessibility/", "/privacy/"])
def test_reading_a_public_page_sets_no_cookie(client, address):
    assert client.get(address).cookies == {}


@pytest.mark.parametrize("address", ["/how-this-works/", "/help/", "/accessibility/", "/privacy/", "/account/"])
def test_a_flat_page_is_only_read(client, db, address):
    assert client.post(address).status_code == 405


def test_ones_own_account_asks_for_sign_in(client, db):
    assert client.get("/account/").url == "/accounts/login/?next=/account/"


@pytest.mark.parametrize("button", ["action_add", "action_primary"])
def test_nobody_changes_their_own_address(client, clerk, button):
    client.force_login(clerk)
    answer = client.post("/accounts/email/", {"email": "someone.else@example.org", button: ""})
    assert answer.url == "/account/"
    assert not EmailAddress.objects.filter(email="someone.else@example.org").exists()


def test_whoever_is_not_signed_in_is_led_to_the_sign_in_by_a_page_that_is_not_there(client, clerk):
    address = "/sign-in/a-link-that-was-cut-off/"
    assert 'href="/accounts/login/">sign in</a>' in client.get(address).text
    client.force_login(clerk)
    assert 'href="/accounts/login/">sign in</a>' not in client.get(address).text


def test_an_address_of_a_form_that_is_opened_as_a_page_says_so_in_words(client, clerk):
    client.force_login(clerk)
    answer = client.get("/work/more-time/1/agree/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Nothing to see at this address" in answer.text
    assert client.post("/help/").content == b""


@pytest.mark.parametrize(
    ("came_from", "next_page"),
    [
        ("http://testserver/work/?show=all", "/work/%3Fshow%3Dall"),
        ("https://elsewhere.example/work/", "/intake/1/retry/"),
        ("", "/intake/1/retry/"),
    ],
)
def test_after_signing_in_one_goes_back_to_the_page_of_the_form_that_was_sent_too_late(client, came_from, next_page):
    answer = client.post("/intake/1/retry/", headers={"referer": came_from})
    assert answer.url == f"/accounts/login/?next={next_page}"


@pytest.mark.parametrize(
    "address",
    [
        "/actions/%00/",
        "/a/CYP%00",
        "/indicators/%00/",
        "/follow/%00/",
        "/calendars/%00.ics",
        "/api/v1/committees/%00/",
        "/?committee=%00",
        "/?q=ward%00",
        "/actions.csv?ward=%00",
        "/api/v1/meetings/?committee=%00",
    ],
)
def test_an_address_with_a_null_byte_is_refused_in_words(db, address):
    answer = Client().get(address)
    assert answer.status_code == 400
    assert "We could not understand that request" in answer.text


def test_more_than_a_form_takes_is_refused_in_words(client, clerk, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024**2
    client.force_login(clerk)
    answer = client.post("/intake/", {"text": "a" * (3 * 1024**2 + 1)})
    assert answer.status_code == 413
    assert "A form takes 3 MB of text, and you sent more." in answer.text
    assert "Minutes can be uploaded as a file of up to 20 MB, or pasted in parts" in answer.text

"""Searches that somebody keeps."""

import pytest

from actions import searches
from actions.models import Follow, SavedSearch
from tests.builders import make_action, make_item
from tests.cast import NOW

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def signed_in(client, member):
    client.force_login(member, backend=BACKEND)
    return client


def test_a_search_is_saved_and_comes_back_above_the_register(signed_in, member):
    response = signed_in.post("/saved/new/", {"name": "My late ones", "query": "overdue=1&page=3&owner="})
    assert response.headers["Location"] == "/?overdue=1"
    page = signed_in.get("/").content.decode()
    assert '<a href="?overdue=1">My late ones</a>' in page
    assert "My late ones" in signed_in.get("/saved/").content.decode()


def test_the_page_offers_to_save_what_is_in_the_address(signed_in, committee):
    assert "/saved/new/?status=open" in signed_in.get("/?status=open").content.decode()
    assert 'value="status=open"' in signed_in.get("/saved/new/?status=open").content.decode()


def test_the_same_name_again_is_the_new_search(signed_in, member):
    for query in ("overdue=1", "status=open"):
        signed_in.post("/saved/new/", {"name": "Mine", "query": query})
    assert list(member.saved_searches.values_list("query", flat=True)) == ["status=open"]


def test_without_a_name_it_says_so(signed_in):
    response = signed_in.post("/saved/new/", {"name": " ", "query": "overdue=1"})
    assert response.status_code == 422
    assert "Write a name for the search" in response.content.decode()


def test_only_what_the_register_knows_is_kept():
    assert searches.clean("next=//evil.example&status=open&status=&page=2&sort=newest") == "status=open&sort=newest"


def test_there_is_an_end_to_how_many(signed_in, member, monkeypatch):
    monkeypatch.setattr(searches, "MOST", 1)
    searches.save(member, "One", "", NOW)
    response = signed_in.post("/saved/new/", {"name": "Two", "query": ""})
    assert response.status_code == 422
    assert "Remove one first" in response.content.decode()


def test_whoever_is_not_signed_in_is_asked_to(client):
    for address in ("/saved/", "/saved/new/"):
        assert "/accounts/login/" in client.get(address).headers["Location"]
    assert "/accounts/login/" in client.post("/saved/1/remove/").headers["Location"]


def test_nobody_removes_another_s_search(signed_in, clerk, member):
    other = searches.save(clerk, "Hers", "overdue=1", NOW)
    own = searches.save(member, "Mine", "overdue=1", NOW)
    assert signed_in.post(f"/saved/{other.pk}/remove/").status_code == 404
    assert signed_in.get(f"/saved/{own.pk}/remove/").status_code == 405
    assert signed_in.post(f"/saved/{own.pk}/remove/").status_code == 302
    assert list(SavedSearch.objects.all()) == [other]


def test_what_is_followed_and_no_longer_to_be_seen_is_a_reference_alone(signed_in, member, meeting):
    action = make_action(make_item(meeting, restricted=True), summary="Kept back")
    Follow.objects.create(email=member.email, user=member, action=action, token="t", confirmed_at=NOW)
    page = signed_in.get("/saved/").content.decode()
    assert action.reference in page
    assert "Kept back" not in page

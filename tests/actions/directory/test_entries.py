"""Entries: added, edited, refused."""

import datetime

import pytest
from django.urls import reverse

from people.models import (
    Councillor,
    OutsideBody,
)
from tests.actions.directory.pages import edit
from tests.builders import make_post
from tests.reading import text_of


def test_a_title_that_changes_joins_the_former_ones(desk, post):
    form = {"title": "Head of Inclusion", "directorate": "Children", "service": "Inclusion", "abbreviations": "HoI"}
    desk.post(edit("post", post.pk), form)
    post.refresh_from_db()
    assert (post.title, str(post.service)) == ("Head of Inclusion", "Inclusion")
    assert sorted(post.other_titles.values_list("title", "kind")) == [
        ("Head of SEND and Inclusion", "former"),
        ("HoI", "abbreviation"),
    ]


def test_two_posts_cannot_report_to_each_other(desk, post):
    below = make_post("Manager", reports_to=post)
    answer = desk.post(edit("post", post.pk), {"title": post.title, "reports_to": below.pk})
    assert "That post reports to this one" in text_of(answer)


def test_a_councillor_and_a_body_are_added(desk):
    desk.post(
        reverse("actions:directory_new", args=["councillor"]), {"name": "Owen Trask", "member_from": "8 May 2023"}
    )
    desk.post(reverse("actions:directory_new", args=["body"]), {"name": "The Trust", "other_names": "the hospital"})
    assert Councillor.objects.get().member_from == datetime.date(2023, 5, 8)
    assert OutsideBody.objects.get().other_names == "the hospital"


def test_the_email_of_somebody_who_signs_in_is_the_administrators_to_change(desk, officer, administrator):
    """Links that sign in go to it."""
    form = {"name": "Joanne Marsh", "email": "clerk@example.org"}
    desk.post(edit("officer", officer.officer.pk), form)
    officer.officer.refresh_from_db()
    assert (officer.officer.name, officer.officer.email) == ("Joanne Marsh", "officer@example.org")
    desk.force_login(administrator)
    desk.post(edit("officer", officer.officer.pk), form)
    officer.officer.refresh_from_db()
    assert officer.officer.email == "clerk@example.org"


@pytest.mark.parametrize("kind", ["post", "officer", "councillor", "body"])
def test_an_empty_entry_says_what_is_missing(desk, kind):
    answer = desk.post(reverse("actions:directory_new", args=[kind]), {})
    assert answer.status_code == 422
    assert "There is a problem" in text_of(answer)


def test_what_is_not_in_the_directory_is_no_page(desk):
    for address in [edit("post", 99), edit("cabinet", 1), reverse("actions:post", args=[99])]:
        assert desk.get(address).status_code == 404

"""The lists: posts, officers, councillors and bodies."""

import pytest
from django.utils.timezone import localdate

from people.models import (
    Absence,
    OutsideBody,
    PostTitle,
)
from tests.actions.directory.pages import DAY, directory
from tests.builders import make_councillor, make_officer, make_post
from tests.reading import text_of


def test_posts_are_listed_with_holders_vacancies_absences_and_who_comes_next(desk, officer, other_officer):
    make_post("Head of Parks")
    make_officer("Priya Nair", post=make_post("Head of Roads"), held_from=localdate() + 9 * DAY)
    Absence.objects.create(
        officer=officer.officer,
        deputy=other_officer.officer,
        away_from=localdate() - DAY,
        away_until=localdate() + 5 * DAY,
    )
    html = text_of(desk.get(directory()))
    assert "Joanne Pritchard" in html
    assert "Dominic Shaw deputises" in html
    assert html.count("Vacant") == 2
    assert "Priya Nair from" in html


@pytest.mark.parametrize("words", ["inclusion", "Assistant Quality", "pritchard head", "children"])
def test_a_post_is_found_by_title_former_title_holder_and_directorate(desk, post, words):
    PostTitle.objects.create(post=post, title="Assistant Director Quality")
    make_post("Head of Parks", directorate=None)
    html = text_of(desk.get(directory(q=words)))
    assert "Head of SEND and Inclusion</a>" in html
    assert "Head of Parks" not in html


def test_the_other_lists_have_officers_councillors_and_bodies(desk, officer):
    make_councillor("Owen Trask", ward="Quarry Bank", member_until=localdate() - DAY)
    OutsideBody.objects.create(name="Northbrook Integrated Care Board", other_names="the ICB")
    gone = make_officer("Rachel Oakley", post=make_post("Head of Parks"), held_until=localdate() - DAY)
    officers = text_of(desk.get(directory(show="officers")))
    assert "officer@example.org" in officers
    assert f"{gone.name}</a>" in officers
    assert "Left Head of Parks on" in officers
    assert "Quarry Bank" in text_of(desk.get(directory(show="councillors")))
    assert "No email" in text_of(desk.get(directory(show="bodies")))
    assert desk.get(directory(show="nobody")).status_code == 404


@pytest.mark.parametrize("shown", ["posts", "officers", "councillors", "bodies"])
def test_a_long_list_has_pages_of_fifty_and_always_the_same_queries(desk, shown, django_assert_max_num_queries):
    for number in range(60):
        make_officer(post=make_post())
        make_councillor()
        OutsideBody.objects.create(name=f"Body {number}")
    with django_assert_max_num_queries(20):
        html = text_of(desk.get(directory(show=shown)))
    assert "1 to 50 of 60" in html

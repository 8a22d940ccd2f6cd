"""Words of services and owners of indicators: the tables, and which actions each would catch."""

import pytest
from django.urls import reverse

from actions.catching import caught_by_indicator, caught_by_term
from actions.models import Status
from people.models import Indicator, Owner, ServiceTerm
from tests.builders import make_action, make_item, make_officer, make_owner, make_post
from tests.reading import text_of


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk)
    return client


@pytest.fixture
def post(db):
    return make_post("Director of Public Health")


@pytest.fixture
def term(post):
    return ServiceTerm.objects.create(term="school", post=post)


def caught(term, user) -> list:
    return [catch.action for catch in caught_by_term(term.term, term.post, user).catches]


def test_a_term_catches_what_its_words_stand_in_and_says_who_has_it(desk, clerk, term, post, meeting):
    owner = Owner.objects.for_officer(make_officer("Priya Nair", post=post), post)
    theirs = make_action(make_item(meeting), owner=owner, quote="That the schools be asked.")
    by_title = make_action(make_item(meeting, title="School places"), owner=make_owner())
    make_action(make_item(meeting), quote="That the preschooling figures be given.")

    found = caught_by_term(term.term, post, clerk)

    assert [(catch.action, catch.is_theirs) for catch in found.catches] == [(by_title, False), (theirs, True)]
    html = text_of(desk.get(reverse("actions:term", args=[term.pk])))
    assert "2 actions, 1 with this post already" in html
    assert "That the schools be asked." in html


def test_a_term_does_not_catch_a_longer_one_of_another_service(clerk, term, meeting, committee):
    ServiceTerm.objects.create(term="home to school transport", post=make_post())
    longer = make_action(make_item(meeting), quote="That the cost of home to school transport be given.")
    both = make_action(make_item(meeting), quote="That schools be told of home to school transport.")
    assert caught(term, clerk) == [both]
    assert longer not in caught(term, clerk)


def test_what_somebody_may_not_see_is_not_caught_for_them(clerk, other_clerk, term, meeting):
    item = make_item(meeting)
    make_action(item, quote="schools", restricted=True)
    make_action(item, quote="schools", status=Status.PROPOSED)
    make_action(item, quote="schools", status=Status.DISMISSED)
    assert len(caught(term, clerk)) == 2
    assert caught(term, other_clerk) == []


def test_an_indicator_catches_its_code_and_a_prefix_the_codes_without_an_owner_of_their_own(clerk, post, meeting):
    prefix = Indicator.objects.create(code="CYP", is_prefix=True, post=post)
    own = Indicator.objects.create(code="CYP07", post=make_post())
    loose = Indicator.objects.create(code="CYP12")
    of_own, of_loose = make_action(make_item(meeting)), make_action(make_item(meeting))
    of_own.indicators.add(own)
    of_loose.indicators.add(loose)
    assert [catch.action for catch in caught_by_indicator(prefix, clerk).catches] == [of_loose]
    assert [catch.action for catch in caught_by_indicator(own, clerk).catches] == [of_own]


def test_pages_of_many_caught_show_fifty_with_always_the_same_queries(
    desk, term, meeting, django_assert_max_num_queries
):
    indicator = Indicator.objects.create(code="CYP07")
    owner, item = make_owner(), make_item(meeting, title="School places")
    for _ in range(60):
        make_action(item, owner=owner).indicators.add(indicator)
    for name, pk in [("term", term.pk), ("measure", indicator.pk)]:
        with django_assert_max_num_queries(18):
            html = text_of(desk.get(reverse(f"actions:{name}", args=[pk])))
        assert "60 actions" in html
        assert "The newest 50 are shown" in html


def test_words_are_tried_before_they_are_added(desk, meeting):
    make_action(make_item(meeting, title="Breastfeeding at six weeks"))
    html = text_of(desk.get(reverse("actions:terms", query={"try": "breastfeeding"})))
    assert "“breastfeeding” would catch" in html
    assert "Breastfeeding at six weeks" in html
    assert not ServiceTerm.objects.exists()


def test_words_are_added_changed_and_removed(desk, post):
    desk.post(reverse("actions:terms"), {"term": " breast  feeding ", "post": post.pk})
    term = ServiceTerm.objects.get()
    assert term.term == "breast feeding"
    desk.post(reverse("actions:term", args=[term.pk]), {"term": "breastfeeding", "post": post.pk})
    assert ServiceTerm.objects.get().term == "breastfeeding"
    desk.post(reverse("actions:term_remove", args=[term.pk]))
    assert not ServiceTerm.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Write the words"), ("x", "One letter is too little"), ("SCHOOL", "“school” belongs to Director of Public")],
)
def test_words_that_will_not_do_say_why(desk, term, post, typed, words):
    answer = desk.post(reverse("actions:terms"), {"term": typed, "post": post.pk})
    assert answer.status_code == 422
    assert words in text_of(answer)


def test_an_indicator_gets_an_owner(desk, post):
    indicator = Indicator.objects.create(code="CYP12")
    assert "1 without an owner" in text_of(desk.get(reverse("actions:measures")))
    desk.post(reverse("actions:measure", args=[indicator.pk]), {"code": "CYP12", "post": post.pk})
    indicator.refresh_from_db()
    assert indicator.post == post
    assert "without an owner" not in text_of(desk.get(reverse("actions:measures")))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"code": "cyp12"}, "cyp12 is in the table already"),
        ({"code": "A/1"}, "A code has no slash in it"),
        ({"code": "CYP", "is_prefix": "on"}, "Choose who owns the codes that begin so"),
    ],
)
def test_an_indicator_that_will_not_do_says_why(desk, fields, words):
    Indicator.objects.create(code="CYP12")
    answer = desk.post(reverse("actions:measures"), fields)
    assert answer.status_code == 422
    assert words in text_of(answer)


@pytest.mark.parametrize("name", ["terms", "measures"])
def test_the_tables_are_searched_and_have_pages_of_fifty(desk, post, name, django_assert_max_num_queries):
    for number in range(60):
        ServiceTerm.objects.create(term=f"word {number}", post=post)
        Indicator.objects.create(code=f"CYP{number}", post=post)
    with django_assert_max_num_queries(16):
        html = text_of(desk.get(reverse(f"actions:{name}")))
    assert "1 to 50 of 60" in html
    assert "1 to 50" not in text_of(desk.get(reverse(f"actions:{name}", query={"q": "59"})))

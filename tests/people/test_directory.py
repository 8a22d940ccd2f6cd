"""Whom the words of minutes mean, in an invented directory, as of a day."""

import datetime

import pytest

from people.directory import Directory, fold
from people.models import Directorate, OutsideBody, Post, PostTitle, Service
from tests.builders import make_councillor, make_officer, make_post

THEN, NOW = datetime.date(2024, 6, 1), datetime.date(2026, 11, 9)
CHANGE = datetime.date(2025, 9, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def directory(db):
    """Northbrook's people, small enough to see every trap."""
    head = make_post("Head of SEND and Inclusion")
    PostTitle.objects.create(post=head, title="Assistant Director Quality and Assurance")
    make_officer("Joanne Pritchard", post=head, held_from=CHANGE)
    make_officer("Rachel Oakley", post=head, held_until=CHANGE - DAY)
    director = make_post("Director of Children and Learning")
    PostTitle.objects.create(post=director, title="DCL", kind=PostTitle.Kind.ABBREVIATION)
    make_officer("Marcus Adeyemi", post=director)
    make_officer("Dominic Shaw", post=make_post("Head of Passenger Transport"))
    make_officer("Helen Shaw", post=make_post("Director of Public Health"))
    make_post("Head of Finance")
    make_officer("Lena Kowalczyk", post=make_post("Director of Finance"))
    make_officer("Martin Okafor", post=make_post("Strategic Director of Adults"))
    make_councillor("Owen Trask")
    make_councillor("Jess Thornbury")
    make_councillor("Kate Boyt")
    make_councillor("Ann Helliar-Symonds")
    make_councillor("Dev Shaw")
    make_councillor("Gone Boyt", member_until=datetime.date(2023, 5, 1))
    OutsideBody.objects.create(name="Northbrook Integrated Care Board", other_names="the ICB\nICB")
    return Directory.load(NOW)


def names(found):
    return sorted(str(one.officer or one.councillor or one.body or one.post) for one in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Joanne Pritchard", ["Joanne Pritchard"]),
        ("Pritchard, Joanne", ["Joanne Pritchard"]),
        ("J Pritchard", ["Joanne Pritchard"]),
        ("Ms J. Pritchard", ["Joanne Pritchard"]),
        ("Mrs Pritchard", ["Joanne Pritchard"]),
        ("Joanne Prichard", ["Joanne Pritchard"]),
        ("Rachel Okley", ["Rachel Oakley"]),
        ("Dr Marcus Adeyemi, Director of Children and Learning", ["Marcus Adeyemi"]),
        ("the Director of Children and Learning", ["Marcus Adeyemi"]),
        ("DCL", ["Marcus Adeyemi"]),
        ("Director for Children & Learning", ["Marcus Adeyemi"]),
        ("Martin Okafor (Strategic Director)", ["Martin Okafor"]),
        ("Councillor Boyt", ["Cllr Kate Boyt"]),
        ("Cllr K Boyt", ["Cllr Kate Boyt"]),
        ("Cllr. Helliar-Symonds", ["Cllr Ann Helliar-Symonds"]),
        ("Councillor Owen Trask, Portfolio Holder for Education", ["Cllr Owen Trask"]),
        ("Cllr Shaw", ["Cllr Dev Shaw"]),
        ("the ICB", ["Northbrook Integrated Care Board"]),
        ("Nora Quill, Strategic Director - Adults", ["Martin Okafor"]),
        ("Director of Finance", ["Lena Kowalczyk"]),
        ("Head of Finance", ["Head of Finance"]),
        ("JP", ["Joanne Pritchard"]),
        ("J.P.", ["Joanne Pritchard"]),
        ("Pritchard J", ["Joanne Pritchard"]),
        ("Northbrook Integrated Care Boards", ["Northbrook Integrated Care Board"]),
    ],
)
def test_the_words_find_who_is_meant(words, expected, directory):
    assert names(directory.find(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "officers",
        "the service",
        "Helen Watson",
        "Cllr Nobody",
        "Director of Housing",
        "Councillor Pritchard",
        "the Committee",
        "Mr Li",
        "IT",
        "OT",
        "jp",
    ],
)
def test_words_that_fit_nobody_find_nobody(words, directory):
    assert directory.find(words) == []


def test_a_surname_that_two_have_finds_both(directory):
    assert names(directory.find("Shaw")) == ["Cllr Dev Shaw", "Dominic Shaw", "Helen Shaw"]


def test_a_first_name_tells_two_of_one_surname_apart(directory):
    assert names(directory.find("Helen Shaw")) == ["Helen Shaw"]


def test_a_post_means_whoever_held_it_on_the_day(directory):
    assert names(directory.find("Head of SEND and Inclusion")) == ["Joanne Pritchard"]
    assert names(Directory.load(THEN).find("Head of SEND and Inclusion")) == ["Rachel Oakley"]


def test_of_two_of_one_name_the_one_who_was_there_on_the_day_is_meant(directory):
    make_officer("Gail Pritchard", post=make_post("Head of Libraries"), held_until=THEN)
    assert names(Directory.load(NOW).find("Ms Pritchard")) == ["Joanne Pritchard"]


def test_somebody_who_had_left_is_found_with_the_post_they_left(directory):
    [found] = directory.find("Rachel Oakley")
    assert (found.officer.name, found.post.title) == ("Rachel Oakley", "Head of SEND and Inclusion")


def test_a_service_by_its_name_means_the_post_that_heads_it(directory):
    place = Directorate.objects.create(name="Place")
    highways = Service.objects.create(name="Highways", directorate=place)
    head, below = make_post("Head of Roads"), make_post("Winter Manager")
    Post.objects.filter(pk__in=[head.pk, below.pk]).update(directorate=place, service=highways)
    Post.objects.filter(pk=below.pk).update(reports_to=head)
    director = make_post("Executive Director of Place")
    Post.objects.filter(pk=director.pk).update(directorate=place)

    loaded = Directory.load(NOW)
    for words in ("Highways", "the Highways team", "Highways Service", "officers of nowhere"):
        assert names(loaded.find(words)) == (["Head of Roads"] if "Highways" in words else [])
    assert names(loaded.find("Place Directorate")) == ["Executive Director of Place"]


def test_a_former_title_finds_the_post_and_says_so(directory):
    [found] = directory.find("Assistant Director Quality and Assurance")
    assert found.officer.name == "Joanne Pritchard"
    assert found.why == "“Assistant Director Quality and Assurance” is Head of SEND and Inclusion"


def test_titles_articles_and_signs_do_not_count(directory):
    assert fold("The Asst. Director – Housing & Homes") == "asst director housing and homes"
    assert fold("Cllr. O’Neil") == "o'neil"


def test_one_snapshot_serves_any_number_of_words(directory, django_assert_num_queries):
    with django_assert_num_queries(0):
        for words in ["Joanne Pritchard", "Cllr Boyt", "the ICB", "DCL", "Head of Finance"]:
            assert directory.find(words)

"""Finding actions by words, on whichever database the tests run."""

import pytest
from django.db import connection

from actions import search
from actions.models import Action, Answer, Status
from people.models import Owner
from tests.builders import (
    make_action,
    make_answer,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_post,
    make_user,
)

pytestmark = pytest.mark.django_db
LITTLE = "about between during against further again before after below few own until while your zebra".split()
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="stems are PostgreSQL's")


def found(words: str) -> set[str]:
    return set(search.matching(Action.objects.all(), words).values_list("summary", flat=True))


@pytest.fixture
def library() -> Action:
    """One action with a word in every place that is searched."""
    meeting = make_meeting()
    owner = Owner.objects.for_officer(make_officer("Bethan Price"), make_post("Head of Libraries"))
    action = make_action(
        make_item(meeting, "Culture strategy"),
        summary="Visits to Millfield library",
        quote="Councillor Osei asked how many borrowers had joined.",
        owner=owner,
        requester=make_councillor("Amara Osei"),
        status=Status.ANSWERED,
    )
    make_answer(action, make_user(), "There were 4,120 newcomers.", state=Answer.State.SENT)
    make_action(make_item(meeting, "Roads"), summary="Potholes mended", quote="Potholes were discussed.")
    return action


@pytest.mark.parametrize(
    "words",
    [
        "Millfield", "millfield LIBRARY", "borrowers", "newcomers", "Osei", "Bethan", "libraries", "culture",
        '"Millfield library"', "library of the borrowers", "visits -potholes", "Millfield, library!",
        "visits & library", "library - borrowers", "library – borrowers", "“Millfield library”",
        "between borrowers during visits",
    ],
)  # fmt: skip
def test_every_word_is_looked_for_in_every_place(library, words):
    assert found(words) == {"Visits to Millfield library"}


@pytest.mark.parametrize(
    "words", ["Millfield potholes", '"library Millfield"', "“library Millfield”", "library -borrowers", "zebra"]
)
def test_a_word_that_is_nowhere_finds_nothing(library, words):
    assert found(words) == set()


def test_a_reference_finds_its_action(library):
    assert found(library.reference.lower()) == {library.summary}


def test_little_words_alone_still_search_for_something(library):
    assert search.terms_of("the")[0].text == "the"
    assert search.terms_of("the library") == [search.Term("library")]


@pytest.mark.parametrize("words", ["to", "TO", '"to"', "how", "how had"])
def test_little_words_with_nothing_beside_them_find_their_letters_on_either_database(client, library, words):
    assert found(words) == {"Visits to Millfield library"}
    assert "Visits to Millfield library" in client.get("/", {"q": words}).content.decode()


def test_little_words_that_are_nowhere_find_nothing(library):
    assert found("against") == set()


@on_postgres
def test_no_word_that_is_looked_for_is_left_out_of_the_index(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM unnest(%s::text[]) word WHERE to_tsvector('english', word) = ''", [LITTLE])
        assert {word for (word,) in cursor.fetchall()} <= search.STOP_WORDS


def test_a_draft_answer_is_not_searched(library):
    Answer.objects.update(state=Answer.State.DRAFT)
    assert found("newcomers") == set()


def test_no_words_narrow_nothing(library):
    assert found("  ") == {"Visits to Millfield library", "Potholes mended"}


@pytest.mark.parametrize("sign", ["%", "_", "&", "?", "“", "- -"])
def test_a_sign_alone_finds_what_holds_it_or_nothing(client, library, sign):
    assert found(sign) == set()
    assert "Visits to Millfield library" not in client.get("/", {"q": sign}).content.decode()
    Action.objects.filter(summary="Potholes mended").update(summary=f"Potholes {sign} mended")
    assert found(f" {sign} ") == {f"Potholes {sign} mended"}


@on_postgres
def test_another_form_of_a_word_is_found(library):
    assert found("borrower joining") == {"Visits to Millfield library"}


def test_what_says_it_in_the_summary_comes_first(library):
    other = make_action(summary="Opening hours", quote="At Millfield the hours were short.")
    order = list(search.best_first(search.matching(Action.objects.all(), "millfield"), "millfield"))
    assert order == [library, other]


def test_a_snippet_marks_the_word_and_escapes_the_rest():
    action = make_action(quote="They asked <b>whether</b> the borrowers & readers had left.")
    snippet = search.snippets([action], "borrowers")[action.pk]
    assert '<mark class="hit">borrowers</mark>' in snippet
    assert "<b>" not in snippet
    assert "&amp; readers" in snippet


def test_there_is_no_snippet_where_the_minutes_do_not_say_it(library):
    assert search.snippets([library], "Millfield") == {}


def test_a_long_quote_is_cut_around_the_word():
    action = make_action(quote=f"{'Much was said. ' * 40}The borrowers left. {'More was said. ' * 40}")
    snippet = search.snippets([action], "borrowers")[action.pk]
    assert "borrowers" in snippet
    assert len(snippet) < 400


@pytest.mark.parametrize("words", ["'", "\\", "a" * 5000, "%", "_", ":* & |", '"', "-"])
def test_odd_characters_break_nothing(client, library, words):
    assert client.get("/", {"q": words}).status_code == 200

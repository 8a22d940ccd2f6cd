"""Requests in similar words."""

import pytest
from django.contrib.auth.models import AnonymousUser

from actions import similar
from tests.builders import make_action, make_item, make_meeting

pytestmark = pytest.mark.django_db
ASKED = "A breakdown of permanent exclusions by ward for the last three years"


def alike(action, user=None) -> list[str]:
    return [each.action.summary for each in similar.asked_before(action, user or AnonymousUser())]


@pytest.fixture
def asked():
    return make_action(summary=ASKED)


@pytest.mark.parametrize(
    "before",
    ["Figures on permanent exclusions, by ward", "Report about the permanent exclusion of pupils in each ward", ASKED],
)
def test_the_same_question_in_other_words_is_found(asked, before):
    make_action(summary=before)
    assert alike(asked) == [before]


@pytest.mark.parametrize(
    "before",
    [
        "A breakdown of the last three years' budget",
        "Figures on potholes by ward",
        "Report to the committee on the data",
    ],
)
def test_words_of_asking_alone_make_nothing_alike(asked, before):
    make_action(summary=before)
    assert alike(asked) == []


def test_the_most_alike_comes_first(asked):
    make_action(summary="Permanent exclusions in secondary schools")
    make_action(summary="Permanent exclusions by ward, three years")
    assert alike(asked) == ["Permanent exclusions by ward, three years", "Permanent exclusions in secondary schools"]


def test_requests_of_the_same_meeting_are_not_before_it():
    meeting = make_meeting()
    asked = make_action(make_item(meeting), summary=ASKED)
    make_action(make_item(meeting), summary=ASKED)
    assert alike(asked) == []


def test_an_indicator_in_common_makes_them_more_alike(asked):
    before = make_action(summary="Exclusions: the long view")
    assert alike(asked) == []
    indicator = before.indicators.create(code="NBK01")
    asked.indicators.add(indicator)
    assert alike(asked) == [before.summary]


def test_what_may_not_be_seen_is_not_alike(asked, clerk):
    before = make_action(make_item(restricted=True), summary=ASKED)
    assert alike(asked) == []
    before.committee.clerks.add(clerk)
    assert alike(asked, clerk) == [ASKED]


def test_a_summary_without_telling_words_is_like_nothing(asked):
    assert alike(make_action(summary="Further information be provided")) == []


def test_candidates_are_bounded(asked, monkeypatch):
    monkeypatch.setattr(similar, "MOST_CANDIDATES", 3)
    for _ in range(5):
        make_action(summary=ASKED)
    assert len(alike(asked)) == 3


def test_of_what_is_not_alike_only_the_summary_is_fetched(asked, django_assert_num_queries):
    make_action(summary="Potholes by ward, and what the neighbours of each ward make of them")
    with django_assert_num_queries(2) as captured:  # the indicators of what is asked, the candidates
        assert alike(asked) == []
    assert "reference" not in captured.captured_queries[-1]["sql"].split(" FROM ")[0]

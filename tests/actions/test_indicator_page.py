"""An indicator's page: every request about it."""

import pytest

from people.models import Indicator
from tests.builders import make_action, make_committee, make_item, make_meeting

pytestmark = pytest.mark.django_db


def shown(client, code: str) -> list[str]:
    return [row.action.summary for row in client.get(f"/indicators/{code}/").context["rows"]]


@pytest.fixture
def indicator():
    return Indicator.objects.create(code="NBK268", title="Breastfeeding at six weeks")


def test_requests_of_every_committee_are_on_it_the_newest_first(client, indicator):
    for name in ("first", "second"):
        make_action(meeting=make_meeting(make_committee()), summary=name).indicators.add(indicator)
    make_action(summary="about nothing of the sort")
    assert shown(client, "NBK268") == shown(client, "nbk268") == ["second", "first"]


def test_a_prefix_takes_in_every_code_that_begins_so(client, indicator):
    Indicator.objects.create(code="NBK2", is_prefix=True)
    make_action(summary="about one of them").indicators.add(indicator)
    assert shown(client, "NBK2") == ["about one of them"]


def test_one_that_only_exempt_business_names_is_no_page_like_one_that_nothing_names(client, indicator):
    assert client.get("/indicators/NBK268/").status_code == 404
    make_action(make_item(restricted=True)).indicators.add(indicator)
    assert client.get("/indicators/NBK268/").status_code == 404
    make_action(summary="in the open").indicators.add(indicator)
    assert shown(client, "NBK268") == ["in the open"]


def test_a_code_that_is_none_is_no_page(client, indicator):
    assert client.get("/indicators/NBK999/").status_code == 404
    assert client.post("/indicators/NBK268/").status_code == 405


def test_queries_do_not_grow_with_the_list(client, indicator, django_assert_num_queries):
    for _ in range(12):
        make_action().indicators.add(indicator)
    with django_assert_num_queries(4):
        assert len(shown(client, "NBK268")) == 12

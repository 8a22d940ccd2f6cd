"""Newer minutes of very many items, or over very many actions: what that costs does not grow with them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actions.models import Event, Takeover
from actions.putting_back import became_of
from meetings.models import Meeting, Source
from tests.actions.sample_minutes import DATED
from tests.builders import make_action


def long_minutes(number: int) -> str:
    """None of them is exempt: of those the reasons go along, one by one."""
    items = [f"{place}. Subject {place}\nThe report on it was noted." for place in range(1, 1 + number)]
    return "\n\n".join(["Minutes of the meeting held on 8 October 2026", *items])


def test_no_query_is_made_for_each_item_that_is_taken_over(take_in):
    def cost(number: int) -> list[str]:
        take_in(long_minutes(number), Source.Standing.DRAFT)
        with CaptureQueriesContext(connection) as captured:
            take_in(long_minutes(number) + "\n\nConfirmed.")
        Meeting.objects.filter(date__year=2026).update(date=f"2020-01-{number % 28 + 1:02}")  # out of the way
        return [query["sql"] for query in captured]

    few, many = cost(5), cost(40)
    assert len(many) == len(few)
    assert not any('"near_misses"' in sql and '"meetings_agendaitem"."title"' in sql for sql in many)


@pytest.mark.parametrize(("more", "listed"), [(10, None), (60, 50)])
def test_what_became_of_very_many_actions_is_told_of_the_first(client, clerk, draft, take_in, more, listed):
    source = take_in(DATED + "\n\nConfirmed.")
    item, takeover = source.items.first(), Takeover.objects.get(source=source)
    found = len(became_of(takeover)) + more
    Event.objects.bulk_create(Event(action=make_action(item), verb="found again", at=takeover.at) for _ in range(more))
    client.force_login(clerk)
    page = client.get(reverse("actions:source", args=[source.pk])).text
    assert f"What became of {found} actions" in page
    assert page.count('<li class="queue__item">') == (listed or found)
    assert ("The first 50." in page) is (more > 50)

"""A meeting with very many items: a page of them at a time, whose links and anchors lead to the right one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actions import intake
from actions.models import Status
from actions.register import PER_PAGE
from actions.sitting import WHOLE
from meetings.models import AgendaItem, Meeting, Source
from tests.builders import make_action, make_source

pytestmark = pytest.mark.django_db
WORDS = "Figures would be sent."
ITEMS = 2 * PER_PAGE + 20


@pytest.fixture
def items(meeting) -> list[AgendaItem]:
    """Of one document, each with a line of its own; the review of the meeting is finished."""
    Meeting.objects.update(reviewed_at=timezone.now())
    return make_items(meeting, ITEMS)


def make_items(meeting, number: int) -> list[AgendaItem]:
    source = make_source(meeting.committee, "\n".join([WORDS] * number), state="ready")
    places = [(at, at + len(WORDS)) for at in range(0, number * (len(WORDS) + 1), len(WORDS) + 1)]
    return AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, source=source, number=str(order + 1), title=f"Subject {order + 1}", order=order,
                   start=start, end=end, paragraphs=[{"start": start, "end": end}])
        for order, (start, end) in enumerate(places)
    )  # fmt: skip


def shown(client, meeting, query: str = "") -> list[AgendaItem]:
    return [part.item for part in client.get(meeting.get_absolute_url() + query).context["sitting"].parts]


def test_a_page_of_a_meeting_holds_fifty_items(client, meeting, items):
    assert shown(client, meeting) == items[:50]
    assert shown(client, meeting, "?page=3") == items[100:]
    page = client.get(meeting.get_absolute_url()).text
    assert "Items 1 to 50 of 120." in page
    assert 'href="?page=2"' in page


def test_an_address_that_names_an_item_or_an_action_leads_to_its_page(client, meeting, items):
    action = make_action(items[60])
    assert shown(client, meeting, f"?at=item-{items[110].pk}") == items[100:]
    assert shown(client, meeting, f"?at={action.reference}") == items[50:100]
    assert shown(client, meeting, f"?at=item-{items[110].pk}&page=1") == items[:50]
    assert 'href="?page=1"' in client.get(f"{meeting.get_absolute_url()}?at={action.reference}").text
    for nowhere in ("item-0", "item-²", "item-", "CYP-2026-999"):
        assert shown(client, meeting, f"?at={nowhere}") == items[:50]
    place = f"{meeting.get_absolute_url()}?at=item-{items[60].pk}#item-{items[60].pk}"
    assert place in client.get(action.get_absolute_url()).text


def test_the_whole_meeting_is_one_page_to_print(client, meeting, items):
    page = client.get(meeting.get_absolute_url()).text
    assert 'href="?whole=1">All on one page' in page
    assert shown(client, meeting, "?whole=1") == items
    make_items(meeting, WHOLE)
    assert len(shown(client, meeting, "?whole=1")) == WHOLE
    assert 'href="?whole=1">500 on a page' in client.get(meeting.get_absolute_url()).text


def test_a_short_meeting_says_nothing_of_pages(client, meeting):
    Meeting.objects.update(reviewed_at=timezone.now())
    make_items(meeting, 3)
    page = client.get(meeting.get_absolute_url()).text
    assert "whole=1" not in page
    assert 'class="pagination"' not in page


def test_the_figures_are_of_the_whole_meeting(client, meeting, items):
    make_action(items[0])
    make_action(items[70], status=Status.COMPLETE)
    make_action(items[119], status=Status.ANSWERED)
    sitting = client.get(meeting.get_absolute_url()).context["sitting"]
    assert (sitting.asked, sitting.open, sitting.complete, sitting.answered) == (3, 1, 1, 1)
    assert [len(part.rows) for part in sitting.parts] == [1] + 49 * [0]


def test_words_of_an_exempt_action_of_another_page_are_withheld_too(client, meeting, items):
    """An action may rest on words of two items."""
    action = make_action(items[100], restricted=True)
    action.evidence.update(source=items[0].source, start=items[0].start, end=items[0].end)
    parts = client.get(meeting.get_absolute_url()).context["sitting"].parts
    assert [len(part.whole) for part in parts] == [0] + 49 * [1]


def test_until_the_review_is_finished_only_items_with_actions_count(client, meeting, items):
    Meeting.objects.update(reviewed_at=None)
    make_action(items[90])
    assert shown(client, meeting) == [items[90]]


def test_neither_queries_nor_the_page_grow_with_the_meeting(client, meeting, items, django_assert_num_queries):
    def cost() -> int:
        with django_assert_num_queries(13):
            return len(client.get(f"{meeting.get_absolute_url()}?at=item-{items[0].pk}").content)

    make_action(items[0])
    before = cost()
    make_items(meeting, 500)
    assert cost() < before + 400


def test_the_text_of_a_document_is_read_once_for_all_of_its_items(client, meeting, items):
    with CaptureQueriesContext(connection) as captured:
        client.get(meeting.get_absolute_url())
    [read] = [query["sql"] for query in captured if '"meetings_source"."text"' in query["sql"]]
    assert "meetings_agendaitem" not in read


def test_what_is_counted_of_a_document_does_not_multiply_its_items_by_its_actions(clerk, meeting, items):
    """36,000 items and 360 actions in one join are 13 million rows: the page of added minutes took minutes."""
    source = Source.objects.get()
    AgendaItem.objects.filter(pk__in=[item.pk for item in items[:7]]).update(restricted=True)
    for item in items[:5]:
        make_action(item, status=Status.PROPOSED, source=source)
    make_action(items[5], source=source, unsettled_by=source)
    line = intake.recent_sources(clerk).get()
    assert (line.to_check, line.met_on) == (5, meeting.date)
    found = intake.meetings_of(source).get()
    assert (found.to_check, found.exempt_items, found.changed) == (5, 7, 1)
    for rows in (intake.recent_sources(clerk), intake.meetings_of(source)):
        assert not {"meetings_agendaitem", "actions_action"} & set(rows.query.alias_map)

"""The register: what is shown, narrowed, counted and sorted."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, Kind, Status
from actions.register import PER_PAGE
from people.models import Owner
from tests.builders import (
    make_action,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_post,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/"


def shown(client, query: str = "") -> list[str]:
    """The summaries in the order of the page."""
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    return [row.action.summary for row in response.context["rows"]]


@pytest.fixture
def today() -> datetime.date:
    return timezone.localdate()


def test_the_address_is_the_one_agreed():
    assert reverse("actions:register") == ADDRESS


def test_the_register_answers_to_reading_alone(client):
    assert client.post(ADDRESS).status_code == 405
    assert client.head(ADDRESS).status_code == 200


def test_an_empty_register_says_what_to_do(client):
    assert b"Nothing has been asked for yet" in client.get(ADDRESS).content


def test_everybody_sees_published_actions_of_public_committees(client, meeting):
    make_action(meeting=meeting, summary="Figures by ward")
    assert shown(client) == ["Figures by ward"]


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.DISMISSED])
def test_proposals_and_dismissals_are_not_in_the_register_even_for_the_clerk(client, clerk, meeting, status):
    make_action(meeting=meeting, status=status, summary="Not yet")
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert shown(client) == []


def test_exempt_actions_reach_their_clerk_and_nobody_else(client, clerk, other_clerk, member, meeting):
    make_action(make_item(meeting, restricted=True), summary="Cost of the settlement")
    make_action(meeting=meeting, restricted=True, summary="Name of the provider")
    assert shown(client) == []
    for user in (other_clerk, member):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        assert shown(client) == []
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert len(shown(client)) == 2


def test_what_is_exempt_changes_no_number_that_the_public_see(client, meeting, today):
    make_action(meeting=meeting)
    before = client.get(ADDRESS).context
    owner = Owner.objects.for_officer(make_officer("Secret Keeper"))
    asker = make_councillor("Only Here")
    make_action(make_item(meeting, restricted=True), owner=owner, requester=asker, due_on=today - datetime.timedelta(3))
    after = client.get(ADDRESS).context
    for name in ("counts", "tally", "statuses", "committees", "owners", "requesters"):
        assert after[name] == before[name], name


def test_an_unknown_committee_and_a_closed_one_give_the_same_error(client):
    make_committee("Standards", slug="standards", is_public=False)
    closed = client.get(ADDRESS, {"committee": "standards"})
    unknown = client.get(ADDRESS, {"committee": "nowhere"})
    assert closed.context["form"].errors["committee"][0].replace("standards", "") == unknown.context["form"].errors[
        "committee"
    ][0].replace("nowhere", "")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("status=open", ["open"]),
        ("status=open&status=answered", ["open", "answered"]),
        ("status=complete", ["complete"]),
        ("kind=briefing", ["answered"]),
        ("requester=Cllr+trask", ["open"]),
        ("requester=Trask+Owen", ["open"]),
        ("ward=millfield", ["open"]),
        ("owner=passenger", ["answered"]),
        ("owner=Shaw", ["answered"]),
        ("missing=owner&status=open&status=complete", ["open", "complete"]),
        ("asked_to=2026-01-31", ["complete"]),
        ("due_from=1+March+2026&due_to=31/3/2026", ["answered"]),
        ("indicator=nbk01", ["complete"]),
        ("timing=on_time", ["answered"]),
        ("timing=late", ["complete"]),
    ],
)
def test_each_filter_narrows_to_what_it_says(client, committee, query, expected):
    later = make_meeting(committee, datetime.date(2026, 2, 3))
    earlier = make_meeting(committee, datetime.date(2026, 1, 6))
    shaw = Owner.objects.for_officer(make_officer("Dominic Shaw"), make_post("Head of Passenger Transport"))
    moment = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
    make_action(meeting=later, summary="open", requester=make_councillor("Owen Trask", ward="Millfield"))
    make_action(
        meeting=later,
        summary="answered",
        status=Status.ANSWERED,
        kind=Kind.BRIEFING,
        owner=shaw,
        due_on=datetime.date(2026, 3, 2),
        answered_at=moment,
    )
    done = make_action(
        meeting=earlier,
        summary="complete",
        status=Status.COMPLETE,
        due_on=datetime.date(2026, 2, 27),
        answered_at=moment,
        closed_at=moment,
    )
    done.indicators.create(code="NBK01")
    assert sorted(shown(client, query)) == sorted(expected)


def test_only_overdue_leaves_out_what_is_paused_or_answered(client, meeting, today):
    past = today - datetime.timedelta(days=2)
    make_action(meeting=meeting, summary="late", due_on=past)
    make_action(meeting=meeting, summary="paused", due_on=past, paused_until=today)
    make_action(meeting=meeting, summary="answered", due_on=past, status=Status.ANSWERED)
    assert shown(client, "overdue=1") == ["late"]
    assert client.get(ADDRESS).context["tally"].overdue == 1


def test_asked_by_me_is_what_the_councillor_who_looks_asked_for(client, member, meeting):
    make_action(meeting=meeting, summary="mine", requester=member.councillor)
    make_action(meeting=meeting, summary="another's", requester=make_councillor())
    assert shown(client, "asked_by_me=1") == []
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    assert shown(client, "asked_by_me=1") == ["mine"]


def test_a_date_that_is_none_is_said_and_the_title_says_error(client, meeting):
    make_action(meeting=meeting)
    page = client.get(ADDRESS, {"due_from": "31 February 2026"}).content.decode()
    assert "There is no 31 February 2026" in page
    assert "<title>Error: " in page


def test_due_first_puts_open_ones_by_date_then_answered_then_closed(client, meeting, today):
    moment = timezone.now()
    make_action(meeting=meeting, summary="closed", status=Status.COMPLETE, closed_at=moment, due_on=today)
    make_action(meeting=meeting, summary="answered", status=Status.ANSWERED, answered_at=moment, due_on=today)
    make_action(meeting=meeting, summary="no date")
    make_action(meeting=meeting, summary="later", due_on=today + datetime.timedelta(5))
    make_action(meeting=meeting, summary="late", due_on=today - datetime.timedelta(5))
    assert shown(client) == ["late", "later", "no date", "answered", "closed"]
    assert shown(client, "sort=answered")[0] == "answered"
    assert shown(client, "sort=nonsense") == shown(client)


def test_newest_and_oldest_go_by_the_meeting(client, committee):
    for month in (3, 1, 2):
        make_action(meeting=make_meeting(committee, datetime.date(2026, month, 1)), summary=f"month {month}")
    assert shown(client, "sort=newest") == ["month 3", "month 2", "month 1"]
    assert shown(client, "sort=oldest") == ["month 1", "month 2", "month 3"]


def test_a_chip_takes_one_value_off_and_keeps_the_rest(client, committee):
    query = f"status=open&status=answered&committee={committee.slug}&kind=data&page=2"
    chips = {chip.value: chip.query for chip in client.get(f"{ADDRESS}?{query}").context["chips"]}
    assert set(chips) == {"Open", "Answered", committee.name, "Data"}
    assert chips["Open"] == f"status=answered&committee={committee.slug}&kind=data"
    assert chips["Data"] == f"status=open&status=answered&committee={committee.slug}"


def test_counts_beside_a_choice_are_of_what_it_would_show(client, committee, meeting):
    make_action(meeting=meeting, kind=Kind.DATA)
    make_action(meeting=meeting, kind=Kind.DATA, status=Status.DROPPED)
    make_action(meeting=meeting, kind=Kind.REPORT)
    context = client.get(f"{ADDRESS}?kind=data&status=open").context
    assert {choice.value: choice.count for choice in context["statuses"]} == {
        "open": 1,
        "answered": 0,
        "complete": 0,
        "dropped": 1,
    }
    assert [(choice.count, choice.is_on) for choice in context["committees"]] == [(1, False)]


def test_pages_hold_fifty_and_keep_the_filters(client, meeting):
    item = make_item(meeting)
    for _ in range(PER_PAGE + 1):
        make_action(item)
    first = client.get(f"{ADDRESS}?kind=data").content.decode()
    assert len(shown(client, "kind=data")) == PER_PAGE
    assert "?kind=data&amp;page=2" in first
    assert len(shown(client, "kind=data&page=2")) == 1
    assert len(shown(client, "page=99")) == 1


def test_the_number_of_queries_does_not_grow_with_the_list(
    client, member, meeting, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(number: int) -> None:
        for _ in range(number):
            owner = Owner.objects.for_officer(make_officer(), make_post())
            make_action(make_item(meeting), owner=owner, requester=make_councillor())

    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    fill(2)
    with django_assert_max_num_queries(24) as first:
        client.get(f"{ADDRESS}?q=figures")
    fill(20)
    with django_assert_num_queries(len(first)):
        client.get(f"{ADDRESS}?q=figures")


def test_words_typed_in_the_address_are_escaped(client):
    assert b"<script>" not in client.get(ADDRESS, {"q": "<script>alert(1)</script>", "owner": "<script>"}).content


def test_a_list_does_not_read_the_text_of_the_items(db):
    action = make_action()
    assert "paragraphs" in Action.objects.for_lists().get(pk=action.pk).item.get_deferred_fields()

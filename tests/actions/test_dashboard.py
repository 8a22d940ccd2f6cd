"""The dashboard: numbers by committee, directorate, kind, age and month, who is late; each opens the list behind it."""

import datetime

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from actions.dashboard import month_back
from actions.models import Kind, Status
from tests.builders import (
    make_action,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_owner,
    make_post,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/dashboard/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def board(client, officer):
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def owner(officer):
    return make_owner(officer.officer, officer.officer.post_on(localdate()))


def look(client, **query) -> dict:
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    return response.context


def noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def part(client, name: str, label: str, **query):
    parts = next(parts for _, key, parts in look(client, **query)["parts"] if key == name)
    return next((each for each in parts if each.label == label), None)


def listed(client, number) -> int:
    """How many the register shows behind a number."""
    return client.get(f"/?{number.query}").context["counts"]["all"]


def test_it_is_for_those_who_work_with_actions(client, outsider):
    assert client.get(ADDRESS).status_code == 302
    client.force_login(outsider, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(ADDRESS).status_code == 403


def test_an_empty_dashboard_stands(board):
    assert "Nobody is late" in board.get(ADDRESS).content.decode()


def test_every_number_opens_the_list_that_it_counts(board, committee, owner):
    for back in (20, 50, 120, 300):
        item = make_item(make_meeting(committee, localdate() - back * DAY))
        make_action(item, owner=owner, due_on=localdate() - 3 * DAY)
        make_action(item, due_on=localdate() + 9 * DAY, kind=Kind.REPORT)
        due = localdate() - (back - 10) * DAY
        make_action(item, owner=owner, status=Status.ANSWERED, due_on=due, answered_at=noon(due))
        make_action(item, owner=owner, status=Status.COMPLETE, due_on=due, answered_at=noon(due + 4 * DAY))
        make_action(item, status=Status.DROPPED, due_on=due)
    found = look(board)
    numbers = [found["total"].outstanding, found["total"].overdue, found["total"].answered]
    for _, _, parts in found["parts"]:
        numbers += [number for each in parts for number in (each.outstanding, each.overdue, each.answered)]
    for _, each in found["ages"]:
        numbers += [each.outstanding, each.overdue]
    for month in found["months"]:
        numbers += [month.asked, month.due, month.on_time, month.late, month.waiting]
    numbers += [each.number for each in found["late"]]
    linked = [number for number in numbers if number.value]
    assert len(linked) > 30
    assert [(number.query, number.value) for number in linked] == [
        (number.query, listed(board, number)) for number in linked
    ]


def test_committees_are_counted_the_most_outstanding_first(board, meeting, owner):
    other = make_item(make_meeting(make_committee("Health")))
    for _ in range(2):
        make_action(other, owner=owner, due_on=localdate() - DAY)
    make_action(meeting=meeting, owner=owner, status=Status.ANSWERED)
    assert [each.label for each in look(board)["parts"][0][2]] == ["Health", "Children and Young People"]
    health = part(board, "committee", "Health")
    assert (health.outstanding.value, health.overdue.value, health.answered.value) == (2, 2, 0)


def test_directorates_are_those_of_the_owners_posts_and_others_stand_apart(board, meeting, owner):
    make_action(meeting=meeting, owner=owner)
    make_action(meeting=meeting)
    assert part(board, "directorate", "Children and Learning").outstanding.value == 1
    assert part(board, "directorate", "In no directorate").outstanding.value == 1


def test_it_narrows_to_a_committee_and_keeps_that_in_its_links(board, committee, meeting, owner):
    make_action(meeting=meeting, owner=owner)
    make_action(make_item(make_meeting(make_committee("Health"))), owner=owner)
    found = look(board, committee=committee.slug)
    assert found["total"].outstanding.value == 1
    assert f"committee={committee.slug}" in found["parts"][2][2][0].outstanding.query


def test_a_filter_that_makes_no_sense_is_an_error_in_words(board, meeting):
    html = board.get(ADDRESS, {"kind": "nonsense"}).content.decode()
    assert "There is a problem" in html


def test_who_is_late_stands_with_how_many_and_how_long(board, meeting, owner):
    make_action(meeting=meeting, owner=owner, due_on=localdate() - 4 * DAY)
    make_action(meeting=meeting, owner=owner, due_on=localdate() - 10 * DAY)
    make_action(meeting=meeting, owner=make_owner(make_officer("Alice Fenn")), due_on=localdate() - 40 * DAY)
    make_action(meeting=meeting, due_on=localdate() - DAY)
    first, second, nobody = look(board)["late"]
    assert (first.owner.name, first.number.value, first.longest, first.average) == ("Joanne Pritchard", 2, 10, 7)
    assert (second.owner.name, second.longest_words) == ("Alice Fenn", "5 weeks")
    assert nobody.owner is None


def test_the_trend_counts_what_was_due_by_month_and_how_much_came_in_time(board, meeting, owner):
    start = month_back(localdate(), 2)
    make_action(meeting=meeting, owner=owner, status=Status.ANSWERED, due_on=start, answered_at=noon(start))
    make_action(meeting=meeting, owner=owner, status=Status.COMPLETE, due_on=start, answered_at=noon(start + DAY))
    make_action(meeting=meeting, owner=owner, due_on=start)
    month = next(each for each in look(board)["months"] if each.start == start)
    counts = (month.due.value, month.on_time.value, month.late.value, month.waiting.value)
    assert counts == (3, 1, 1, 1)
    assert month.percent == 33


def test_the_months_begin_with_the_first_that_has_anything_and_are_six_at_least(board, committee):
    assert [each.start for each in look(board)["months"]] == [
        month_back(localdate(), back) for back in range(5, -1, -1)
    ]
    make_action(make_item(make_meeting(committee, month_back(localdate(), 8))))
    assert look(board)["months"][0].start == month_back(localdate(), 8)


def test_exempt_actions_are_counted_for_those_who_may_see_them_alone(client, member, clerk, committee, meeting):
    make_action(make_item(meeting, restricted=True), owner=make_owner(), due_on=localdate() - DAY)
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    assert look(client)["total"].outstanding.value == 0
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert look(client)["total"].outstanding.value == 1


@pytest.mark.parametrize(
    ("day", "back", "first"),
    [
        (datetime.date(2026, 1, 31), 0, datetime.date(2026, 1, 1)),
        (datetime.date(2026, 1, 31), 1, datetime.date(2025, 12, 1)),
        (datetime.date(2026, 12, 5), -1, datetime.date(2027, 1, 1)),
    ],
)
def test_months_are_counted_over_the_turn_of_the_year(day, back, first):
    assert month_back(day, back) == first


def test_the_dashboard_costs_the_same_however_much_there_is(
    board, meeting, django_assert_num_queries, django_assert_max_num_queries
):
    def more(number: int) -> None:
        for _ in range(number):
            post = make_post()
            make_action(meeting=meeting, owner=make_owner(make_officer(), post), due_on=localdate() - DAY)
            make_action(meeting=meeting, owner=None, due_on=localdate() - DAY, requester=make_councillor())

    more(1)
    board.get(ADDRESS)
    with django_assert_max_num_queries(24) as first:
        board.get(ADDRESS)
    more(6)
    with django_assert_num_queries(len(first)):
        board.get(ADDRESS)


def test_the_address_is_the_one_agreed():
    assert reverse("actions:dashboard") == ADDRESS


def test_a_month_leaves_out_what_is_no_longer_required_and_counts_what_was_done_without_an_answer(board, meeting):
    due = month_back(localdate(), 1)
    made = {"meeting": meeting, "due_on": due}
    make_action(**made)
    make_action(**made, status=Status.COMPLETE, closed_at=noon(due))
    make_action(**made, status=Status.COMPLETE, closed_at=noon(due + DAY))
    make_action(**made, status=Status.DROPPED, closed_at=noon(due))
    month = next(month for month in look(board)["months"] if month.start == due)
    numbers = [month.due, month.on_time, month.late, month.waiting]
    assert [number.value for number in numbers] == [3, 1, 1, 1]
    assert [listed(board, number) for number in numbers] == [3, 1, 1, 1]

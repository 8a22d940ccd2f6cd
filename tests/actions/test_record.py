"""A committee's record: its figures, and the page that shows them."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from actions import charts, record
from actions.models import Status
from tests.builders import make_action, make_committee, make_item, make_meeting

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 9)


def noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)


def answered(meeting, due: datetime.date, days_late: int):
    day = due + datetime.timedelta(days=days_late)
    return make_action(meeting=meeting, status=Status.COMPLETE, due_on=due, answered_at=noon(day), closed_at=noon(day))


def figures(committee, user=None) -> record.Record:
    return record.record(committee, user or AnonymousUser(), TODAY)


def test_answered_on_time_is_of_what_fell_due_in_the_last_four_full_quarters(committee):
    meeting = make_meeting(committee, datetime.date(2025, 9, 1))
    answered(meeting, datetime.date(2025, 10, 1), 0)  # the first day of the four quarters
    answered(meeting, datetime.date(2026, 9, 30), 1)  # the last, and late
    answered(meeting, datetime.date(2025, 9, 30), 0)  # before them
    answered(meeting, datetime.date(2026, 10, 1), 0)  # in the quarter that is not over
    make_action(meeting=meeting, due_on=datetime.date(2026, 3, 3))  # never answered
    make_action(meeting=meeting, due_on=datetime.date(2026, 3, 3), status=Status.DROPPED)
    found = figures(committee)
    assert (found.on_time, found.due, found.percent) == (1, 3, "33")


def test_this_quarter_counts_what_is_past_or_answered_already(committee):
    meeting = make_meeting(committee, datetime.date(2026, 10, 1))
    answered(meeting, datetime.date(2026, 12, 1), -40)
    make_action(meeting=meeting, due_on=datetime.date(2026, 12, 1))
    make_action(meeting=meeting, due_on=datetime.date(2026, 11, 2))
    last = figures(committee).quarters[-1]
    assert (last.label, last.due, last.on_time, last.percent) == ("October 2026 so far", 2, 1, 50)


def test_the_median_is_in_working_days_from_the_meeting_to_the_answer(committee):
    meeting = make_meeting(committee, datetime.date(2026, 3, 2))  # a Monday
    for days in (7, 14, 28):  # 5, 10 and 20 working days
        answered(meeting, datetime.date(2026, 3, 2) + datetime.timedelta(days=days), 0)
    assert figures(committee).median_days == 10


def test_outstanding_ones_are_counted_by_age_with_the_days_to_narrow_the_register_by(client, committee):
    for days, due in [(5, 5), (29, -1), (30, 3), (90, -4), (91, 0), (400, -300)]:
        meeting = make_meeting(committee, TODAY - datetime.timedelta(days=days))
        make_action(meeting=meeting, due_on=TODAY + datetime.timedelta(days=due))
    ages = figures(committee).ages
    assert [(age.number, age.overdue) for age in ages] == [(2, 1), (2, 1), (1, 0), (1, 1)]
    for age in ages:
        query = {"status": ["open", "answered"], "asked_to": age.asked_to.isoformat()}
        if age.asked_from:
            query["asked_from"] = age.asked_from.isoformat()
        assert client.get("/", query).context["counts"]["all"] == age.number


def test_exempt_actions_do_not_show_in_the_public_figures(committee, clerk, meeting):
    make_action(make_item(meeting, restricted=True), due_on=datetime.date(2026, 10, 20))
    assert figures(committee).requested == 0
    assert figures(committee, clerk).requested == 1


def test_a_committee_without_actions_has_a_record_without_figures(client, committee):
    found = figures(committee)
    assert (found.requested, found.percent, found.median_days) == (0, "–", None)
    assert client.get(committee.get_absolute_url()).status_code == 200


def test_the_page_shows_each_chart_with_its_table(client, committee, meeting):
    make_action(meeting=meeting, due_on=datetime.date(2026, 10, 20))
    page = client.get(committee.get_absolute_url()).content.decode()
    assert page.count("<svg viewBox") == 2
    assert page.count("These figures in a table") == 2
    assert "style=" not in page


@pytest.mark.parametrize("address", ["/committees/", "/committees/children-and-young-people/"])
def test_the_pages_answer_to_reading_alone(client, committee, address):
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_closed_committee_is_not_there_for_the_public(client, clerk):
    closed = make_committee("Standards", clerk=clerk, is_public=False)
    assert client.get(closed.get_absolute_url()).status_code == 404
    assert client.get("/committees/nowhere/").status_code == 404
    assert "Standards" not in client.get("/committees/").content.decode()
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(closed.get_absolute_url()).status_code == 200


def test_queries_do_not_grow_with_the_record(client, committee, django_assert_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            answered(make_meeting(committee), TODAY, 0)

    fill(1)
    with django_assert_num_queries(10) as first:
        client.get(committee.get_absolute_url())
    fill(12)
    with django_assert_num_queries(len(first)):
        client.get(committee.get_absolute_url())
    with django_assert_num_queries(2):
        client.get("/committees/")


def test_quarters_begin_in_january_april_july_and_october():
    assert [record.quarters_back(datetime.date(2026, 2, 9), back) for back in (0, 1, 4, -1)] == [
        datetime.date(2026, 1, 1),
        datetime.date(2025, 10, 1),
        datetime.date(2025, 1, 1),
        datetime.date(2026, 4, 1),
    ]


def test_bars_are_to_one_scale_and_late_parts_follow_the_rest():
    full, half, none = charts.bars([("a", 10, 0), ("b", 5, 5), ("c", 0, 0)])
    assert full.width == charts.LONGEST
    assert (half.width, half.late_x, half.late_width) == (0, 0, charts.LONGEST / 2)
    assert (none.width, none.late_width, none.text_x) == (0, 0, 0)


def test_a_column_stands_on_the_base_line_and_nothing_due_is_no_column():
    whole, nothing = charts.columns([("Jan", "2026", 100, False), ("Apr", "", None, False)])
    assert (whole.y, whole.height) == (charts.BASE - charts.TALLEST, charts.TALLEST)
    assert (nothing.percent, nothing.height) == (None, 0)

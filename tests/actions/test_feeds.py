"""What is taken away from the register: CSV, JSON, Atom, calendar."""

import csv
import io
import xml.etree.ElementTree as ElementTree

import pytest
from django.utils import timezone
from icalendar import Calendar

from actions import tables
from actions.models import Status
from actions.pages import feeds
from people.models import OutsideBody, Owner
from tests.builders import make_action, make_councillor, make_item, make_officer, make_post
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db
ADDRESSES = ["/actions.csv", "/actions.json", "/actions.atom", "/actions.ics"]
BACKEND = "django.contrib.auth.backends.ModelBackend"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def content(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_way_out_honours_who_may_see_what(client, clerk, other_clerk, meeting, address):
    make_action(meeting=meeting, summary="Open to all", due_on=TODAY)
    make_action(make_item(meeting, restricted=True), summary="Kept back", due_on=TODAY)
    make_action(meeting=meeting, status=Status.PROPOSED, summary="Not yet")
    for user in (None, other_clerk):
        if user:
            client.force_login(user, backend=BACKEND)
        text = content(client.get(address))
        assert "Open to all" in text
        assert "Kept back" not in text
        assert "Not yet" not in text
    client.force_login(clerk, backend=BACKEND)
    assert "Kept back" in content(client.get(address))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_way_out_takes_the_register_s_filters(client, meeting, address):
    make_action(meeting=meeting, summary="Wanted", kind="report", due_on=TODAY)
    make_action(meeting=meeting, summary="Another", kind="data", due_on=TODAY)
    text = content(client.get(address, {"kind": "report"}))
    assert "Wanted" in text
    assert "Another" not in text


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_query_that_makes_no_sense_is_refused_in_words(client, meeting, address):
    response = client.get(address, {"due_from": "banana"})
    assert response.status_code == 400
    assert "Write the date as a day, month and year" in response.content.decode()
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", ADDRESSES)
def test_more_rows_than_a_file_holds_are_refused_in_words(client, meeting, monkeypatch, address):
    make_action(meeting=meeting)
    make_action(meeting=meeting)
    monkeypatch.setattr(feeds, "MOST_ROWS", 1)
    response = client.get(address)
    assert response.status_code == 400
    assert "at most 1 actions" in response.content.decode()


def test_csv_has_a_row_for_each_action_and_is_a_download(client, meeting):
    owner = Owner.objects.for_officer(make_officer("Bethan Price"), make_post("Head of Libraries"))
    action = make_action(meeting=meeting, summary="Figures, by “ward”", owner=owner, due_on=TODAY)
    response = client.get("/actions.csv")
    assert response["Content-Disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(content(response).removeprefix("\ufeff"))))
    assert len(rows) == 1
    assert rows[0]["Reference"] == action.reference
    assert rows[0]["Request"] == "Figures, by “ward”"
    assert (rows[0]["Who has it"], rows[0]["Post"]) == ("Bethan Price", "Head of Libraries")
    assert rows[0]["Due on"] == "2026-11-09"
    assert rows[0]["Address"] == f"http://testserver{action.get_absolute_url()}"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_cell_is_a_formula(client, meeting, words):
    make_action(meeting=meeting, summary=words, requester_words=words)
    row = next(csv.DictReader(io.StringIO(content(client.get("/actions.csv")).removeprefix("\ufeff"))))
    assert row["Request"] == f"'{words}"
    assert row["Asked by"] == f"'{words}"


def test_json_gives_days_and_truths_as_such(client, meeting):
    make_action(meeting=meeting, due_on=TODAY.replace(year=2020))
    found = client.get("/actions.json").json()
    assert found["count"] == 1
    assert found["actions"][0]["due_on"] == "2020-11-09"
    assert found["actions"][0]["overdue"] is True
    assert list(found["actions"][0]) == list(tables.COLUMNS)


def test_the_atom_feed_gives_each_action_with_where_it_stands(client, meeting):
    action = make_action(meeting=meeting, due_on=TODAY.replace(year=2020), requester=make_councillor())
    root = ElementTree.fromstring(client.get("/actions.atom").content)
    entry = root.find("a:entry", ATOM)
    assert entry.find("a:title", ATOM).text == f"{action.reference}: {action.summary}"
    assert entry.find("a:id", ATOM).text == f"http://testserver{action.get_absolute_url()}"
    assert "It was due on 9 November 2020" in entry.find("a:summary", ATOM).text


def test_the_atom_feed_names_its_author_as_the_format_demands(client, meeting, settings):
    settings.COUNCIL_NAME = "Eastmere Council"
    root = ElementTree.fromstring(client.get("/actions.atom").content)
    assert root.find("a:author/a:name", ATOM).text == "Eastmere Council"


def test_the_calendar_has_a_whole_day_for_each_open_action_with_a_date(client, meeting):
    action = make_action(meeting=meeting, due_on=TODAY)
    make_action(meeting=meeting)
    make_action(meeting=meeting, due_on=TODAY, status=Status.COMPLETE)
    events = Calendar.from_ical(client.get("/actions.ics").content).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == [f"{action.reference}@testserver"]
    assert events[0].decoded("DTSTART") == TODAY


@pytest.mark.parametrize("address", ADDRESSES)
def test_queries_do_not_grow_with_the_rows(client, meeting, address, django_assert_max_num_queries):
    for _ in range(12):
        owner = Owner.objects.for_officer(make_officer(), make_post())
        make_action(make_item(meeting), owner=owner, requester=make_councillor(), due_on=TODAY)
    with django_assert_max_num_queries(3):
        content(client.get(address))


CONTROLS = "infor\x02mation\x0bby ward\ufffe"


@pytest.mark.parametrize("address", ["/actions.atom", "/actions.ics"])
def test_words_copied_from_a_pdf_break_no_feed(client, meeting, address):
    make_action(meeting=meeting, summary=CONTROLS, due_on=TODAY)
    for query in ({}, {"q": "infor\x02mation"}):
        response = client.get(address, query)
        assert response.status_code == 200
        assert "information by ward" in content(response)


def test_the_words_of_an_atom_entry_are_no_markup(client, meeting):
    body = OutsideBody.objects.create(name="Care & <Cure>")
    make_action(meeting=meeting, owner=Owner.objects.for_body(body), due_on=timezone.localdate())
    summary = ElementTree.fromstring(client.get("/actions.atom").content).find("a:entry/a:summary", ATOM)
    assert summary.get("type") == "html"
    assert summary.text.startswith("Care &amp; &lt;Cure&gt; has until")


def test_the_feed_and_the_api_say_that_part_was_answered(client, meeting):
    action = make_action(meeting=meeting, due_on=TODAY.replace(year=2020))
    action.events.create(verb="answered in part", by_name="Bethan Price", at=NOW, is_public=True)
    words = "Part of it was answered on 9 November 2026; the rest is to follow. The rest was due on 9 November 2020"
    assert words in content(client.get("/actions.atom"))
    assert client.get(f"/api/v1/actions/{action.reference}/").json()["standing"].startswith(words)


def test_what_is_paused_is_not_in_the_calendar(client, meeting):
    make_action(meeting=meeting, due_on=TODAY, paused_until=TODAY)
    assert "VEVENT" not in content(client.get("/actions.ics"))

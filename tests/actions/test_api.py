"""The API: read only, the register's filters and visibility, described for machines and people."""

import pytest
from drf_spectacular.validation import validate_schema
from rest_framework.throttling import AnonRateThrottle

from actions import workflow
from actions.api.docs import operations
from actions.models import Answer, Status
from people.models import Owner
from tests.builders import (
    make_action,
    make_answer,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_post,
)
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def summaries(client, query: str = "") -> list[str]:
    response = client.get(f"/api/v1/actions/?{query}")
    assert response.status_code == 200
    return [row["summary"] for row in response.json()["results"]]


def test_it_shows_what_the_register_shows(client, clerk, other_clerk, meeting):
    make_action(meeting=meeting, summary="Open to all")
    exempt = make_action(make_item(meeting, restricted=True), summary="Kept back")
    make_action(meeting=meeting, status=Status.PROPOSED, summary="Not yet")
    make_action(meeting=make_meeting(make_committee(is_public=False)), summary="Behind doors")
    for user in (None, other_clerk):
        if user:
            client.force_login(user, backend=BACKEND)
        assert summaries(client) == ["Open to all"]
        assert client.get(f"/api/v1/actions/{exempt.reference}/").status_code == 404
    client.force_login(clerk, backend=BACKEND)
    assert sorted(summaries(client)) == ["Kept back", "Open to all"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/api/v1/actions/", "/api/v1/committees/", "/api/v1/meetings/", "/api/"])
def test_it_only_reads_even_for_an_administrator(client, administrator, method, address):
    client.force_login(administrator, backend=BACKEND)
    assert getattr(client, method)(address).status_code == 405


def test_it_is_filtered_and_sorted_as_the_register(client, committee):
    for month, kind in ((3, "report"), (1, "report"), (2, "data")):
        meeting = make_meeting(committee, TODAY.replace(month=month))
        make_action(meeting=meeting, kind=kind, summary=f"month {month}")
    assert summaries(client, f"kind=report&sort=newest&committee={committee.slug}") == ["month 3", "month 1"]
    assert summaries(client, "q=month&asked_from=2026-02-01&sort=oldest") == ["month 2", "month 3"]


@pytest.mark.parametrize(
    ("list_of", "query"),
    [
        ("actions", "due_from=banana"), ("actions", "status=nonsense"), ("actions", "committee=nowhere"),
        ("actions", "overdue=maybe"), ("actions", "directorate=987654"), ("actions", "kind=poem"),
        ("actions", "timing=soon"), ("actions", "missing=words"), ("actions", "sort=upwards"),
        ("actions", "page_size=many"), ("actions", "page_size=0"), ("actions", "comittee=cyp"),
        ("meetings", "committee=nowhere"), ("meetings", "committee=behind-doors"), ("meetings", "date_from=banana"),
        ("meetings", "status=held"), ("meetings", "page_size=-1"), ("committees", "nation=wales"),
    ],
)  # fmt: skip
def test_an_unknown_value_or_parameter_is_an_error_under_its_name_in_words(client, list_of, query):
    make_committee("Behind doors", slug="behind-doors", is_public=False)
    response = client.get(f"/api/v1/{list_of}/?{query}")
    assert response.status_code == 400
    [(name, words)] = response.json().items()
    assert name == query.split("=")[0]
    assert words[0].endswith(".") or " " in words[0]


def test_a_parameter_that_is_not_there_is_answered_with_those_that_are(client):
    words = client.get("/api/v1/meetings/?comittee=cyp").json()["comittee"][0]
    assert words == ("There is no such parameter. There are: committee, date_from, date_to, page, page_size, format.")


def test_a_query_taken_from_the_registers_address_works(client, committee, meeting):
    make_action(meeting=meeting, summary="Library hours")
    query = f"q=library&status=open&overdue=&committee={committee.slug}&owner=&due_from=&sort=best&page=1"
    assert summaries(client, query) == ["Library hours"]


@pytest.mark.parametrize(("said", "shown"), [("true", 1), ("1", 1), ("on", 1), ("false", 2), ("0", 2), ("", 2)])
def test_yes_and_no_may_be_said_in_several_ways(client, meeting, said, shown):
    make_action(meeting=meeting, due_on=TODAY.replace(year=TODAY.year - 1))
    make_action(meeting=meeting, due_on=TODAY.replace(year=TODAY.year + 1))
    assert len(summaries(client, f"overdue={said}")) == shown


def test_meetings_are_narrowed_by_committee(client, committee, meeting):
    make_meeting(make_committee("Housing"))
    rows = client.get(f"/api/v1/meetings/?committee={committee.slug}").json()["results"]
    assert [row["id"] for row in rows] == [meeting.pk]


def test_lists_come_in_pages_of_fifty_and_two_hundred_at_most(client, meeting):
    item = make_item(meeting)
    for _ in range(51):
        make_action(item)
    first = client.get("/api/v1/actions/").json()
    assert (first["count"], len(first["results"])) == (51, 50)
    assert "page=2" in first["next"]
    assert len(client.get("/api/v1/actions/?page_size=100000").json()["results"]) == 51
    assert client.get("/api/v1/actions/?page=3").status_code == 404


def test_one_action_has_its_words_its_answers_and_its_public_history(client, clerk, officer, meeting):
    action = make_action(meeting=meeting, due_on=TODAY, quote="That figures be given.")
    make_answer(action, clerk, "A draft of it")
    sent = make_answer(action, officer, "There were 61.")
    workflow.answer(action, sent, by=officer, now=NOW)
    action.events.create(at=NOW, by=clerk, by_name=clerk.name, verb="edited", note="Private remark")
    response = client.get(f"/api/v1/actions/{action.reference}/")
    found = response.json()
    assert found["quotes"] == [{"origin": "said", "text": "That figures be given."}]
    assert [answer["text"] for answer in found["answers"]] == ["There were 61."]
    assert [event["what"] for event in found["history"]] == ["Answered", "Asked"]
    assert found["standing"].startswith("Answered on 9 November 2026, on the day it was due.")
    assert found["address"] == f"http://testserver{action.get_absolute_url()}"
    assert "Private remark" not in response.content.decode()


def test_closed_committees_and_their_meetings_are_not_there(client, committee, meeting):
    closed = make_meeting(make_committee("Standards", is_public=False))
    assert [row["slug"] for row in client.get("/api/v1/committees/").json()["results"]] == [committee.slug]
    assert [row["id"] for row in client.get("/api/v1/meetings/").json()["results"]] == [meeting.pk]
    assert client.get(f"/api/v1/committees/{closed.committee.slug}/").status_code == 404
    assert client.get(f"/api/v1/meetings/{closed.pk}/").status_code == 404
    assert client.get(f"/api/v1/meetings/{meeting.pk}/").json()["committee"] == committee.slug


def test_queries_do_not_grow_with_the_list(client, meeting, django_assert_num_queries):
    for _ in range(12):
        owner = Owner.objects.for_officer(make_officer(), make_post())
        action = make_action(make_item(meeting), owner=owner, requester=make_councillor())
        action.indicators.create(code=f"NBK{action.pk}")
    with django_assert_num_queries(3):
        assert len(summaries(client)) == 12


def test_one_action_costs_the_same_however_much_happened(client, officer, meeting, django_assert_num_queries):
    action = make_action(meeting=meeting)
    for _ in range(5):
        make_answer(action, officer, state=Answer.State.SENT, sent_at=NOW)
        action.events.create(at=NOW, by=officer, by_name=officer.name, verb="answered", is_public=True)
    with django_assert_num_queries(6):
        client.get(f"/api/v1/actions/{action.reference}/")


def test_too_many_requests_are_refused_with_the_time_to_wait(client, meeting, monkeypatch):
    monkeypatch.setattr(AnonRateThrottle, "rate", "2/min", raising=False)
    for _ in range(2):
        assert client.get("/api/v1/actions/").status_code == 200
    response = client.get("/api/v1/actions/")
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0


@pytest.mark.parametrize("accept", ["*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json"])
def test_the_description_for_machines_is_valid_and_whole_and_json_as_its_address_says(client, accept):
    schema = client.get("/api/v1/openapi.json", headers={"accept": accept}).json()
    validate_schema(schema)
    assert {path for path in schema["paths"] if path.endswith("s/")} == {
        "/api/v1/actions/", "/api/v1/committees/", "/api/v1/meetings/",
    }  # fmt: skip
    names = {parameter["name"] for parameter in schema["paths"]["/api/v1/actions/"]["get"]["parameters"]}
    assert {"q", "status", "committee", "owner", "due_from", "sort", "page", "page_size"} <= names


def test_the_page_for_people_is_made_of_it_without_scripts_of_others(client):
    page = client.get("/api/").content.decode()
    for words in ("/api/v1/actions/", "due_from", "due_working", "page_size"):
        assert words in page
    assert "https://" not in page.replace("https://testserver", "")


def test_every_parameter_says_what_it_is():
    nameless = [
        (each["address"], one["name"]) for each in operations() for one in each["parameters"] if not one["words"]
    ]
    assert nameless == []

"""One action's page: who sees it, and what of it."""

import datetime

import pytest
from django.utils import timezone

from actions import amendments, workflow
from actions.models import Answer, Evidence, Status
from meetings.models import Committee
from people.models import Absence, Owner
from tests.builders import (
    make_action,
    make_answer,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_source,
)
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def action(meeting):
    return make_action(meeting=meeting, summary="Figures by ward", due_on=TODAY)


def text_of(client, action, status: int = 200) -> str:
    response = client.get(action.get_absolute_url())
    assert response.status_code == status
    return response.content.decode()


def test_anybody_reads_a_public_action(client, action):
    page = text_of(client, action)
    assert "Figures by ward" in page
    assert action.reference in page


def test_it_answers_to_reading_alone(client, action):
    assert client.post(action.get_absolute_url()).status_code == 405


def test_there_is_nothing_under_a_reference_that_was_never_given(client):
    assert client.get("/actions/CYP-1999-001/").status_code == 404
    assert client.get("/a/CYP-1999-001").status_code == 404


def test_a_reference_typed_in_small_letters_leads_to_the_page(client, action):
    assert client.get(f"/actions/{action.reference.lower()}/").headers["Location"] == action.get_absolute_url()
    assert client.get(f"/a/{action.reference.lower()}").headers["Location"] == action.get_absolute_url()


@pytest.mark.parametrize("address", ["/actions/{}/", "/a/{}", "/actions/{}/asked-before/", "/actions/{}/follow/"])
def test_an_exempt_action_is_not_there_for_those_without_the_right(
    client, clerk, other_clerk, member, other_officer, outsider, meeting, address
):
    action = make_action(make_item(meeting, restricted=True))
    address = address.format(action.reference)
    assert client.get(address).status_code == 404
    for user in (other_clerk, member, other_officer, outsider):
        client.force_login(user, backend=BACKEND)
        assert client.get(address).status_code == 404, user
    client.force_login(clerk, backend=BACKEND)
    assert client.get(address).status_code in {200, 302}


def test_the_owner_of_an_exempt_action_sees_its_page(client, officer, meeting):
    owner = Owner.objects.for_officer(officer.officer)
    action = make_action(make_item(meeting, restricted=True), owner=owner, public_summary="A contract was discussed.")
    client.force_login(officer, backend=BACKEND)
    page = text_of(client, action)
    assert "Exempt business" in page
    assert "A contract was discussed." in page


def test_the_public_see_the_public_history_and_the_clerk_all_of_it(client, clerk, action):
    workflow.drop(action, by=clerk, now=NOW, reason="The scheme ended.", decided_by="the Chair")
    action.events.create(at=NOW, by=clerk, by_name=clerk.name, verb="edited", note="The old words were wrong.")
    page = text_of(client, action)
    assert "The scheme ended." in page
    assert "The old words were wrong." not in page
    client.force_login(clerk, backend=BACKEND)
    assert "The old words were wrong." in text_of(client, action)


def test_the_answer_is_shown_with_its_file_and_what_was_sent_back(client, clerk, officer, action):
    first = make_answer(action, officer, "Only the totals.")
    workflow.answer(action, first, by=officer, now=NOW)
    workflow.send_back(action, by=clerk, now=NOW, missing="The figures by ward.")
    second = make_answer(action, officer, "Ward by ward: 61.")
    second.attachments.create(file="x", name="Wards.xlsx", size=14_336, sha256="0", media_type="x")
    workflow.answer(action, second, by=officer, now=NOW + datetime.timedelta(hours=1))
    page = text_of(client, action)
    assert page.index("Ward by ward: 61.") < page.index("Only the totals.")
    assert "Wards.xlsx" in page
    assert "14 KB" in page
    assert "The figures by ward." in page
    assert "Answered again" in page


@pytest.mark.parametrize("state", [Answer.State.DRAFT, Answer.State.APPROVAL])
def test_an_answer_that_was_not_sent_is_not_shown(client, officer, clerk, action, state):
    make_answer(action, officer, "Not ready yet", state=state)
    assert "Not ready yet" not in text_of(client, action)


def test_words_of_the_minutes_are_marked_where_they_stand(client, meeting):
    text = "The Head of Service spoke.\nCllr Osei asked for figures. They were promised.\nThe item closed."
    source = make_source(meeting.committee, text)
    start = text.index("Cllr Osei")
    end = text.index(" They were")
    paragraphs = [{"start": 0, "end": 26}, {"start": start, "end": start + 48}, {"start": start + 49, "end": len(text)}]
    item = make_item(meeting, source=source, paragraphs=paragraphs)
    action = make_action(item, source=source)
    Evidence.objects.filter(action=action).update(source=source, start=start, end=end, text=text[start:end])
    page = text_of(client, action)
    assert '<mark class="evidence">Cllr Osei asked for figures.</mark> They were promised.' in page
    assert "The item closed." not in page


def test_words_that_have_no_place_are_quoted_as_they_are(client, action):
    quote = action.evidence.get()
    assert quote.text in text_of(client, action)


def test_the_sentence_says_what_the_committee_will_be_asked(client, clerk, officer):
    committee = make_committee("Health", clerk=clerk, code="HAS", closure_rule=Committee.ClosureRule.COMMITTEE)
    make_meeting(committee, datetime.date(2099, 12, 3), status="scheduled")
    action = make_action(meeting=make_meeting(committee, datetime.date(2026, 10, 8)), due_on=TODAY)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW - datetime.timedelta(days=2))
    page = text_of(client, action)
    assert "Answered on 7 November 2026, two days before it was due." in page
    assert "The committee will be asked to accept the answer on 3 December 2099." in page


def test_requests_in_like_words_of_other_meetings_are_shown(client, committee, action):
    before = make_action(meeting=make_meeting(committee), summary="Permanent exclusions by ward")
    now = make_action(meeting=action.meeting, summary="Permanent exclusions, by ward and age")
    assert before.reference in text_of(client, now)
    listed = client.get(f"{now.get_absolute_url()}asked-before/")
    assert [row.action for row in listed.context["rows"]] == [before]


def test_a_hundred_lines_of_history_cost_no_more_queries(client, clerk, officer, action, django_assert_num_queries):
    def add(number: int) -> None:
        for _ in range(number):
            answer = make_answer(action, officer, state=Answer.State.SENT, sent_at=NOW)
            answer.attachments.create(file="x", name="a.pdf", size=1, sha256="0", media_type="x")
            action.joint_owners.add(Owner.objects.for_officer(make_officer()))
            action.indicators.create(code=f"NBK{Answer.objects.count()}")
            Evidence.objects.create(action=action, text="More words")
            action.events.create(at=NOW, by=clerk, by_name=clerk.name, verb="answered", is_public=True)

    add(1)
    with django_assert_num_queries(14):
        client.get(action.get_absolute_url())
    add(10)
    with django_assert_num_queries(14):
        client.get(action.get_absolute_url())


def test_an_action_of_a_committee_that_is_not_public_is_for_its_members(client, member, clerk):
    committee = make_committee("Standards", clerk=clerk, is_public=False)
    action = make_action(meeting=make_meeting(committee), status=Status.OPEN)
    assert text_of(client, action, 404)
    client.force_login(member, backend=BACKEND)
    assert text_of(client, action, 404)
    committee.members.add(member.councillor)
    assert action.summary in text_of(client, action)


def test_who_asked_leads_to_what_they_asked_for(client, meeting):
    action = make_action(meeting=meeting, requester=make_councillor("Owen Trask"))
    assert 'href="/?requester=Owen%20Trask"' in text_of(client, action)


def test_the_owner_of_one_exempt_action_sees_its_quote_and_nothing_else_of_the_item(client, officer, clerk, meeting):
    text = "A second contract was named.\nFigures would be sent."
    source = make_source(meeting.committee, text)
    paragraphs = [{"start": 0, "end": 28}, {"start": 29, "end": len(text), "section": "resolution"}]
    paragraphs[0]["section"] = "resolution"
    item = make_item(meeting, "Harrow Lane settlement", restricted=True, source=source, paragraphs=paragraphs)
    action = make_action(item, owner=Owner.objects.for_officer(officer.officer), restricted=True)
    action.evidence.update(source=source, start=29, end=len(text), text="Figures would be sent.")
    client.force_login(officer, backend=BACKEND)
    exports = [client.get(address) for address in ("/actions.json", f"/api/v1/actions/{action.reference}/")]
    for page in (text_of(client, action), *[each.content.decode() for each in exports]):
        assert action.reference in page
        assert "second contract" not in page
        assert "Harrow Lane" not in page
    assert "Figures would be sent." in text_of(client, action)
    assert action not in [row.action for row in client.get("/?q=harrow").context["rows"]]
    client.force_login(clerk, backend=BACKEND)
    assert "second contract" in text_of(client, action)


def test_the_short_address_is_whole_so_that_it_can_be_typed_from_paper(client, action):
    assert f">testserver/a/{action.reference}</a>" in text_of(client, action)


def test_whoever_deputises_is_offered_to_answer_on_the_days_of_the_absence(client, officer, other_officer, action):
    today = timezone.localdate()
    action.owner = Owner.objects.for_officer(officer.officer)
    action.save()
    client.force_login(other_officer)
    assert "Answer for Joanne Pritchard" not in text_of(client, action)
    Absence.objects.create(officer=officer.officer, deputy=other_officer.officer, away_from=today, away_until=today)
    page = text_of(client, action)
    assert "Answer for Joanne Pritchard" in page
    assert "Pass to a colleague" not in page


def test_only_what_can_be_done_from_the_answer_s_page_is_offered(client, officer, member, action):
    for user, owner, offered in (
        (officer, Owner.objects.for_officer(officer.officer), True),
        (member, Owner.objects.for_councillor(member.councillor), False),
    ):
        action.owner = owner
        action.save()
        client.force_login(user)
        page = text_of(client, action)
        assert "Ask for more time" in page
        assert ("Pass to a colleague" in page) is offered
    amendments.ask_more_time(action, by=member, now=NOW, reason="Late figures", until=TODAY + datetime.timedelta(9))
    assert "Ask for more time" not in text_of(client, action)


def test_an_answer_that_was_sent_back_is_not_denied(client, officer, action):
    assert "Nothing has come back yet" in text_of(client, action)
    make_answer(action, officer, state="sent_back", sent_at=NOW, missing="By ward")
    page = text_of(client, action)
    assert "Nothing has come back yet" not in page
    assert "What came was sent back" in page

"""The meeting's page: its items with what came of them, and nothing of exempt business."""

import datetime
import re

import pytest
from django.utils import timezone

from actions.models import Answer, Evidence, Status
from meetings.models import Meeting, Resolution
from people.models import Owner
from tests.builders import (
    make_action,
    make_answer,
    make_committee,
    make_item,
    make_meeting,
    make_officer,
    make_post,
    make_source,
)
from tests.reading import text_of

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET = "Settlement with Harrow Lane Homes"


def page_of(client, meeting, status: int = 200) -> str:
    response = client.get(meeting.get_absolute_url())
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def checked(meeting) -> Meeting:
    meeting.reviewed_at = timezone.now()
    meeting.save()
    return meeting


def item_with_words(meeting, words: list[str], **fields):
    """An item whose paragraphs are `words`."""
    text = "\n".join(words)
    source = make_source(meeting.committee, text)
    spans, at = [], 0
    for line in words:
        spans.append({"start": at, "end": at + len(line)})
        at += len(line) + 1
    return make_item(meeting, source=source, paragraphs=spans, **fields)


def place(action, words: str) -> None:
    """Puts the action's quote where `words` stand in its item's source."""
    start = action.item.source.text.index(words)
    action.evidence.update(source=action.item.source, start=start, end=start + len(words), text=words)


def test_a_meeting_says_what_came_of_each_item(client, checked):
    item = item_with_words(
        checked, ["The report was noted.", "Figures would be sent."], title="Foster carers", number="27"
    )
    action = make_action(item, summary="Figures on foster carers", status=Status.ANSWERED)
    place(action, "Figures would be sent.")
    make_item(checked, "Work programme")
    page = page_of(client, checked)
    assert "<strong>1</strong> thing was asked for." in page
    assert f'id="{action.reference}"' in page
    assert '<mark class="evidence">Figures would be sent.</mark>' in page
    assert "Nothing was asked for." in page


@pytest.mark.parametrize(
    "address",
    ["/committees/nowhere/meetings/2026-10-08/", "/committees/children-and-young-people/meetings/2026-10-09/"],
)
def test_there_is_no_such_meeting(client, meeting, address):
    assert client.get(address).status_code == 404


def test_a_day_that_never_was_is_no_page(client, meeting):
    assert client.get("/committees/children-and-young-people/meetings/2026-02-30/").status_code == 404


def test_it_answers_to_reading_alone(client, meeting):
    assert client.post(meeting.get_absolute_url()).status_code == 405
    assert client.post("/meetings/").status_code == 405


def test_a_meeting_of_a_closed_committee_is_not_there_for_the_public(client, clerk):
    meeting = make_meeting(make_committee("Standards", clerk=clerk, is_public=False))
    page_of(client, meeting, 404)
    assert meeting.committee.name not in client.get("/meetings/").content.decode()
    client.force_login(clerk, backend=BACKEND)
    page_of(client, meeting)


def test_of_an_exempt_item_the_public_see_that_it_was_held_and_its_public_summary(
    client, other_clerk, member, clerk, checked
):
    item = item_with_words(
        checked, [SECRET, "It cost a great deal."], title=SECRET, restricted=True, presenter="Iris Secret",
        public_summary="A legal matter was considered.", restricted_reason="Paragraph 3: Harrow Lane Homes",
    )  # fmt: skip
    Resolution.objects.create(item=item, order=0, text="That Harrow Lane be paid.", start=0, end=len(SECRET))
    action = make_action(
        item, summary="Pay Harrow Lane", public_summary="A cost comparison was asked for.", status=Status.ANSWERED
    )
    place(action, SECRET)
    make_answer(action, clerk, "Harrow Lane got it", state=Answer.State.SENT, public_summary="It was given.")
    for user in (None, other_clerk, member):
        if user:
            client.force_login(user, backend=BACKEND)
        page = page_of(client, checked)
        assert "Exempt business" in page
        assert "A legal matter was considered." in page
        assert "A cost comparison was asked for." in page
        assert "It was given." in page
        for words in ("Harrow", "great deal", "Iris Secret", action.reference):
            assert words not in page, (user, words)
    client.force_login(clerk, backend=BACKEND)
    assert "Harrow Lane" in page_of(client, checked)


def test_a_draft_answer_to_exempt_business_publishes_nothing(client, clerk, checked):
    action = make_action(make_item(checked, restricted=True))
    make_answer(action, clerk, public_summary="Too early to say.")
    assert "Too early to say." not in page_of(client, checked)


def test_words_that_an_exempt_action_rests_on_are_left_out_of_an_open_item(client, clerk, checked):
    item = item_with_words(checked, ["The report was noted.", "Harrow Lane would be asked for its bank details."])
    action = make_action(item, restricted=True)
    place(action, "its bank details")
    open_action = make_action(item)
    place(open_action, "The report was noted.")
    page = page_of(client, checked)
    assert "The report was noted." in page
    assert "bank details" not in page
    assert "bank details" not in client.get(open_action.get_absolute_url()).content.decode()
    client.force_login(clerk, backend=BACKEND)
    assert "bank details" in page_of(client, checked)


def test_until_the_review_is_finished_the_public_see_only_what_was_confirmed(client, clerk, meeting):
    quiet = item_with_words(meeting, ["Nobody has checked these words."], title="Unchecked title")
    item = item_with_words(meeting, ["Other words.", "Figures would be sent."], title="Foster carers")
    Resolution.objects.create(item=quiet, order=0, text="That it be noted.", start=0, end=10)
    place(make_action(item), "Figures would be sent.")
    page = page_of(client, meeting)
    assert "Figures would be sent." in page
    for words in ("Nobody has checked", "Unchecked title", "Other words."):
        assert words not in page
    client.force_login(clerk, backend=BACKEND)
    page = page_of(client, meeting)
    assert "Unchecked title" in page
    assert "Other words." in page


def test_proposals_are_not_on_the_page(client, clerk, checked):
    make_action(meeting=checked, status=Status.PROPOSED, summary="Perhaps this")
    client.force_login(clerk, backend=BACKEND)
    assert "Perhaps this" not in page_of(client, checked)


@pytest.mark.parametrize("section", ["", "resolution"])
def test_resolutions_stand_together_with_the_words_that_lead_in_to_them(client, checked, section):
    words = ["It was discussed.", "RESOLVED – That", "the report be noted;", "figures be sent."]
    item = item_with_words(checked, words)
    for paragraph in item.paragraphs[1:]:
        paragraph["section"] = section
    item.save()
    text = item.source.text
    for order, clause in enumerate(words[2:]):
        start = text.index(clause)
        Resolution.objects.create(item=item, order=order, text=clause, start=start, end=start + len(clause))
    action = make_action(item)
    place(action, "figures be sent.")
    action.evidence.update(origin=Evidence.Origin.RESOLVED)
    page = page_of(client, checked)
    assert '<span class="resolved__label">RESOLVED – That</span>' in page
    assert '<mark class="evidence evidence--resolved">figures be sent.</mark>' in page
    assert page.count('<div class="resolved">') == page.count("RESOLVED") == 2  # as it is shown, and in the whole item


def test_the_lists_of_meetings_count_what_came_of_them(client, committee, meeting):
    make_action(meeting=meeting, due_on=datetime.date(2020, 1, 1))
    make_action(meeting=meeting, status=Status.COMPLETE)
    make_action(make_item(meeting, restricted=True))
    make_meeting(make_committee(), datetime.date(2026, 9, 1))
    line = client.get("/meetings/").context["lines"][0]
    assert (line.meeting, line.asked, line.complete, line.outstanding, line.overdue) == (meeting, 2, 1, 1, 1)
    assert [line.meeting for line in client.get("/meetings/?committee=children-and-young-people").context["lines"]] == [
        meeting
    ]


def test_queries_do_not_grow_with_items_and_actions(
    client, checked, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(number: int) -> None:
        for _ in range(number):
            item = item_with_words(checked, ["Words.", f"Figures {number} {timezone.now()} would be sent."])
            action = make_action(item, owner=Owner.objects.for_officer(make_officer(), make_post()))
            place(action, "would be sent.")

    fill(2)
    with django_assert_max_num_queries(14) as first:
        page_of(client, checked)
    fill(12)
    with django_assert_num_queries(len(first)):
        page_of(client, checked)


def test_the_list_of_meetings_costs_the_same_however_long(client, committee, django_assert_num_queries):
    make_meeting(committee)
    with django_assert_num_queries(5):
        client.get("/meetings/")
    for _ in range(60):
        make_action(meeting=make_meeting(committee))
    with django_assert_num_queries(5):
        assert len(client.get("/meetings/").context["lines"]) == 50


def test_of_the_two_dates_of_what_is_paused_the_page_says_which_is_the_due_one(client, meeting):
    make_action(make_item(meeting), due_on=datetime.date(2026, 11, 6), paused_until=datetime.date(2026, 12, 22))
    page = re.sub("<[^>]+>", "", text_of(client.get(meeting.get_absolute_url())))
    assert "Paused until 22 December 2026, due 6 Nov" in page
    assert "1 thing was asked for. 1 is open." in page


def test_the_meetings_of_a_committee_that_is_not_there_are_no_page(client, committee, meeting):
    make_committee("Standards", slug="standards", is_public=False)
    assert client.get("/meetings/", {"committee": committee.slug}).status_code == 200
    for slug in ("standards", "nowhere"):
        assert client.get("/meetings/", {"committee": slug}).status_code == 404

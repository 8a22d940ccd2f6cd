"""Checking what was found: every verb of the clerk, its undo, and who else may not."""

import datetime

import pytest
from django.urls import reverse

from actions import review, workflow
from actions.models import Action, Evidence, Kind, Notice, OwnerCandidate, OwnerCorrection, Status
from actions.review import doubts_of, load_entries, load_review
from actions.workflow import MoveRefused
from meetings.models import AgendaItem, Resolution
from tests.builders import (
    make_action,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_owner,
    make_post,
    make_source,
)
from tests.cast import NOW

TEXT = "Lena spoke of waiting times. She would send the figures by ward. RESOLVED: That a note be provided."
SAID = "She would send the figures by ward."


def address(name, meeting, *rest):
    return reverse(f"actions:{name}", args=[meeting.committee.slug, meeting.date, *rest])


@pytest.fixture
def item(meeting):
    source = make_source(meeting.committee, TEXT, state="ready")
    start = TEXT.index(SAID)
    paragraphs = [
        {"start": 0, "end": start + len(SAID), "marker": "", "level": 0, "section": "minutes", "cells": []},
        {
            "start": start + len(SAID) + 1,
            "end": len(TEXT),
            "marker": "",
            "level": 0,
            "section": "resolution",
            "cells": [],
        },
    ]
    return make_item(meeting, "Performance", source=source, number="35", start=0, end=len(TEXT), paragraphs=paragraphs)


@pytest.fixture
def owner(db):
    return make_owner(make_officer("Joanne Pritchard", post := make_post("Head of SEND")), post)


@pytest.fixture
def proposal(item, owner):
    """A proposal that the reader was sure of, with words in the minutes."""
    action = make_proposal(item, owner=owner, summary="Send the figures by ward")
    start = TEXT.index(SAID)
    action.evidence.update(source=item.source, start=start, end=start + len(SAID), text=SAID)
    return action


def make_proposal(item, **fields) -> Action:
    fields = {"confidence": 0.95, "due_on": datetime.date(2026, 11, 19), "order": 1, "source": item.source} | fields
    return make_action(item, Status.PROPOSED, **fields)


@pytest.fixture
def send(client, clerk, meeting):
    """`send("review_confirm", pk, owner=…)` as the clerk of the committee."""

    def post(name, *rest, htmx=False, **data):
        client.force_login(clerk)
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(address(name, meeting, *rest), data, headers=headers)

    return post


# --- The page ---------------------------------------------------------------------------------------


def test_the_page_shows_the_minutes_marked_and_numbered_as_the_proposals(client, clerk, meeting, proposal):
    client.force_login(clerk)
    page = client.get(address("review", meeting)).text
    quote = proposal.evidence.get()
    assert f'<a class="no no--said" id="e{quote.pk}" href="#p{proposal.pk}">' in page
    assert f'<mark class="evidence" data-actions="{proposal.pk}">{SAID}</mark>' in page
    assert f'name="proposal" id="p{proposal.pk}" open' in page


def test_the_text_of_the_minutes_stands_on_the_page_sign_for_sign(client, clerk, meeting, proposal):
    parts = load_review(meeting).parts
    lines = [line for block in parts[0].blocks for line in block.lines]
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [TEXT[:64], TEXT[65:]]
    assert [block.kind for block in parts[0].blocks] == ["text", "resolved"]


def test_words_of_the_minutes_are_never_markup(client, clerk, meeting, item):
    item.source.text = "<script>alert(1)</script>" + TEXT[25:]
    item.source.save()
    client.force_login(clerk)
    assert "<script>alert(1)" not in client.get(address("review", meeting)).text


def test_the_number_of_queries_does_not_grow_with_the_proposals(
    client, clerk, meeting, item, django_assert_num_queries
):
    client.force_login(clerk)

    def fill(count):
        for number in range(count):
            action = make_proposal(item, owner=make_owner() if number % 2 else None, order=number)
            OwnerCandidate.objects.create(action=action, owner=make_owner(post=make_post()))
            action.evidence.update(source=item.source, start=number % 60, end=number % 60 + 5)

    fill(2)
    client.get(address("review", meeting))
    with django_assert_num_queries(24):
        client.get(address("review", meeting))
    fill(60)
    with django_assert_num_queries(24):
        page = client.get(address("review", meeting))
    assert len(page.context["entries"]) == 62


def test_filters_show_what_is_left_and_what_needs_a_closer_look(client, clerk, meeting, item, proposal):
    doubtful = make_proposal(item, owner=None, order=2)
    workflow.dismiss(make_proposal(item, order=3), by=clerk, now=NOW, reason="Done")
    client.force_login(clerk)

    def shown(query):
        return [entry.action.pk for entry in client.get(address("review", meeting) + query).context["entries"]]

    assert len(shown("")) == 3
    assert shown("?show=to-check") == [proposal.pk, doubtful.pk]
    assert shown("?show=doubtful") == [doubtful.pk]
    assert shown("?show=to-check&sort=doubt") == [doubtful.pk, proposal.pk]


def test_a_meeting_without_minutes_can_be_reviewed_by_hand(client, clerk, meeting):
    client.force_login(clerk)
    page = client.get(address("review", meeting))
    assert "There is no document for this meeting yet" in page.text
    assert address("review_add", meeting) in page.text


@pytest.mark.parametrize("who", ["officer", "member", "outsider"])
def test_whoever_clerks_nothing_may_not_review(client, request, meeting, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address("review", meeting)).status_code == 403


def test_the_public_is_asked_to_sign_in(client, meeting):
    assert client.get(address("review", meeting)).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", ["review_confirm", "review_edit", "review_dismiss", "review_bring_back"])
def test_another_committees_clerk_finds_nothing(client, other_clerk, meeting, proposal, name):
    client.force_login(other_clerk)
    assert client.get(address("review", meeting)).status_code == 404
    assert client.post(address(name, meeting, proposal.pk), {"why": "none"}).status_code == 404
    proposal.refresh_from_db()
    assert proposal.status == Status.PROPOSED


@pytest.mark.parametrize("name", ["review_confirm", "review_bring_back"])
def test_a_verb_is_never_a_link(client, clerk, meeting, proposal, name):
    client.force_login(clerk)
    assert client.get(address(name, meeting, proposal.pk)).status_code == 405


def test_a_proposal_of_another_meeting_is_not_found(send, committee):
    elsewhere = make_action(make_item(make_meeting(committee)), Status.PROPOSED)
    assert send("review_confirm", elsewhere.pk).status_code == 404


# --- Confirm, and what is doubtful ------------------------------------------------------------------


def test_confirming_gives_a_reference_and_opens_the_next(send, meeting, item, proposal):
    following = make_proposal(item, order=2)
    response = send("review_confirm", proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.reference) == (Status.OPEN, "CYP-2026-001")
    assert response.headers["Location"] == f"{address('review', meeting)}?open={following.pk}#p{following.pk}"


def test_htmx_gets_the_line_that_changed_and_the_bar_and_is_told_where_to_go_on(send, item, proposal):
    following = make_proposal(item, order=2)
    response = send("review_confirm", proposal.pk, htmx=True)
    assert f'<li id="entry-{proposal.pk}" hx-swap-oob="true">' in response.text
    assert f'id="entry-{following.pk}"' not in response.text
    assert "1 of 2 checked" in response.text
    assert f'"to": {following.pk}' in response.headers["HX-Trigger"]
    assert "No. 1 confirmed. 1 left to check." in response.headers["HX-Trigger"]


def test_without_an_owner_the_clerk_must_choose_first(send, item, owner):
    action = make_proposal(item, owner=None)
    response = send("review_confirm", action.pk, htmx=True)
    assert response.status_code == 422
    assert "Choose who must act, or that it is decided later." in response.text
    action.refresh_from_db()
    assert action.status == Status.PROPOSED


def test_one_of_two_candidates_is_chosen_and_remembered_for_the_same_words(send, clerk, item, owner):
    action = make_proposal(item, owner=None, owner_words="the SEND Service")
    OwnerCandidate.objects.create(action=action, owner=owner, reason="Presented the item")
    send("review_confirm", action.pk, owner=owner.pk)
    action.refresh_from_db()
    assert (action.owner, action.status) == (owner, Status.OPEN)
    assert action.owner_reason == "Chosen by Hannah Whitlock at review"
    learned = OwnerCorrection.objects.get()
    assert (learned.words, learned.owner, learned.corrected_by) == ("send service", owner, clerk)


def test_somebody_who_is_no_candidate_cannot_be_chosen_by_number(send, item, owner):
    action = make_proposal(item, owner=None)
    assert send("review_confirm", action.pk, owner=owner.pk).status_code == 404


def test_somebody_else_may_be_typed(send, item, owner):
    action = make_proposal(item, owner=None)
    send("review_confirm", action.pk, owner="other", owner_other="joanne pritchard")
    action.refresh_from_db()
    assert action.owner == owner


def test_typed_words_that_fit_nobody_are_refused_in_words(send, item):
    action = make_proposal(item, owner=None)
    response = send("review_confirm", action.pk, htmx=True, owner="other", owner_other="Zebedee")
    assert "Nobody in the directory fits “Zebedee”" in response.text


def test_the_owner_may_be_decided_later(send, item):
    action = make_proposal(item, owner=None)
    send("review_confirm", action.pk, owner="later")
    action.refresh_from_db()
    assert (action.status, action.owner) == (Status.OPEN, None)


def test_what_somebody_else_has_dismissed_cannot_be_confirmed_and_is_said(send, clerk, proposal):
    workflow.dismiss(proposal, by=clerk, now=NOW, reason="Done")
    response = send("review_confirm", proposal.pk, htmx=True)
    assert response.status_code == 422
    assert "This action is dismissed, so that cannot be done now." in response.text


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"owner": None, "owner_reason": "“the service” could be 2 people"}, "Choose who"),
        ({"confidence": 0.4}, "Is it an action?"),
        ({"due_on": None, "due_working": "The calendar has none yet"}, "No date"),
        ({"doubts": ["the figure was promised to one member only"]}, "Needs a look"),
    ],
)
def test_each_doubt_has_its_word_and_its_reason(item, owner, fields, tag):
    action = make_proposal(item, **({"owner": owner} | fields))
    [doubt] = doubts_of(action)
    assert doubt.tag == tag
    reasons = [fields.get("owner_reason"), fields.get("due_working"), *fields.get("doubts", [])]
    assert all(not words or words.lower() in doubt.text.lower() for words in reasons)


def test_what_was_checked_has_no_doubts(item):
    assert doubts_of(make_action(item, Status.OPEN, owner=None)) == []


def test_all_that_the_reader_was_sure_of_is_confirmed_at_once_and_undone_at_once(send, item, proposal, owner):
    second, doubtful = make_proposal(item, owner=owner, order=2), make_proposal(item, owner=None, order=3)
    send("review_sure", sure=[proposal.pk, second.pk, doubtful.pk])
    assert set(Action.objects.filter(status=Status.OPEN)) == {proposal, second}
    send("review_undo")
    assert Action.objects.filter(status=Status.PROPOSED).count() == 3


def test_only_what_the_clerk_saw_as_sure_is_confirmed_at_once(send, item, proposal, owner):
    unseen = make_proposal(item, owner=owner, order=2)
    send("review_sure", sure=[proposal.pk])
    unseen.refresh_from_db()
    assert unseen.status == Status.PROPOSED


# --- Dismiss, merge, undo ---------------------------------------------------------------------------


def test_dismissing_keeps_the_reason_and_bringing_back_clears_it(send, proposal):
    send("review_dismiss", proposal.pk, why="done")
    proposal.refresh_from_db()
    assert (proposal.status, proposal.dismissed_reason) == (Status.DISMISSED, "It is done already")
    send("review_bring_back", proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.dismissed_reason) == (Status.PROPOSED, "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Say why it is not an action"),
        ({"why": "other"}, "Write the reason"),
        ({"why": "same"}, "Choose which action it is the same as"),
    ],
)
def test_dismissing_needs_a_reason(send, proposal, data, words):
    response = send("review_dismiss", proposal.pk, htmx=True, **data)
    assert response.status_code == 422
    assert words in response.text


def test_the_same_as_another_merges_the_two_and_undo_parts_them_again(send, item, proposal, owner):
    other = make_proposal(item, owner=owner, order=2, quote="The figures by ward, please.")
    send("review_dismiss", other.pk, why="same", same_as=proposal.pk)
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.DISMISSED, proposal)
    assert set(proposal.evidence.values_list("text", flat=True)) == {SAID, "The figures by ward, please."}
    send("review_undo")
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.PROPOSED, None)
    assert list(proposal.evidence.values_list("text", flat=True)) == [SAID]


def test_undo_goes_back_step_by_step_and_then_says_that_nothing_is_left(send, item, proposal, owner):
    second = make_proposal(item, owner=owner, order=2)
    send("review_confirm", proposal.pk)
    send("review_dismiss", second.pk, why="none")
    send("review_undo")
    assert [entry.is_to_check for entry in load_entries(item.meeting)] == [False, True]
    send("review_undo")
    assert [entry.is_to_check for entry in load_entries(item.meeting)] == [True, True]
    assert "There is nothing left to undo." in send("review_undo", htmx=True).text


def test_a_confirmed_action_keeps_its_reference_when_it_is_confirmed_again(send, proposal):
    send("review_confirm", proposal.pk)
    send("review_undo")
    send("review_confirm", proposal.pk)
    proposal.refresh_from_db()
    assert proposal.reference == "CYP-2026-001"


# --- Edit -------------------------------------------------------------------------------------------


def edit_data(action, **changes):
    data = {"summary": action.summary, "kind": action.kind, "owner": str(action.owner or ""), "due": "19 November 2026"}
    return data | changes


def test_editing_corrects_words_kind_owner_date_and_requester_and_confirms(send, clerk, proposal):
    make_councillor("Owen Trask")
    tom = make_officer("Tom Ferris", make_post("Head of Early Years"))
    data = edit_data(
        proposal, summary="Send the waiting times", kind="report", owner="Tom Ferris, Head of Early Years",
        due="3 Dec 2026", requester="Cllr Trask",
    )  # fmt: skip
    send("review_edit", proposal.pk, **data)
    proposal.refresh_from_db()
    assert (proposal.summary, proposal.kind, proposal.status) == ("Send the waiting times", Kind.REPORT, Status.OPEN)
    assert (proposal.owner.officer, proposal.requester.name) == (tom, "Owen Trask")
    assert proposal.due_on == datetime.date(2026, 12, 3)
    assert {"edited", "passed on", "redated", "confirmed"} <= set(proposal.events.values_list("verb", flat=True))


def test_what_was_left_as_it_stood_leaves_no_trace(send, proposal):
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal))
    assert not proposal.events.exists()
    assert not OwnerCorrection.objects.exists()
    proposal.refresh_from_db()
    assert proposal.status == Status.PROPOSED


@pytest.mark.parametrize(
    ("typed", "due_on", "rule"),
    [
        ("next meeting", datetime.date(2026, 12, 10), "next_meeting"),
        ("10 working days", datetime.date(2026, 10, 22), "working_days"),
        ("within six weeks", datetime.date(2026, 11, 19), "stated"),
        ("3/12/26", datetime.date(2026, 12, 3), "set"),
        ("", None, "set"),
    ],
)
def test_a_due_date_is_typed_as_people_say_it(send, committee, proposal, typed, due_on, rule):
    make_meeting(committee, datetime.date(2026, 12, 10), status="scheduled")
    Action.objects.update(due_on=datetime.date(2027, 1, 1))
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal, due=typed))
    proposal.refresh_from_db()
    assert (proposal.due_on, proposal.due_rule["rule"]) == (due_on, rule)


def test_a_date_by_the_rule_for_the_kind_follows_the_kind(send, proposal):
    Action.objects.update(due_rule={"rule": "working_days", "days": 10, "from": "2026-10-08", "kind": "data"})
    send("review_edit", proposal.pk, save="yes", **edit_data(proposal, kind="letter"))
    proposal.refresh_from_db()
    assert (proposal.due_rule["days"], proposal.due_on) == (20, datetime.date(2026, 11, 5))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"summary": ""}, "Write what is asked for"),
        ({"due": "soonish"}, "or “next meeting”, or “10 working days”"),
        ({"due": "31 November 2026"}, "There is no 31 November 2026"),
        ({"owner": "Nobody At All"}, "Nobody in the directory fits “Nobody At All”"),
        ({"owner": ""}, "Say who must act"),
        ({"requester": "Joanne Pritchard"}, "is not a councillor"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_the_field_and_nothing_is_saved(send, proposal, changes, words):
    response = send("review_edit", proposal.pk, htmx=True, **edit_data(proposal, **changes))
    assert response.status_code == 422
    assert words in response.text
    assert "error-summary" in response.text
    assert not proposal.events.exists()


def test_words_that_fit_two_officers_name_both(send, proposal):
    make_officer("Ann Marlow", make_post("Head of Libraries"))
    make_officer("Ann Marlow", make_post("Head of Parks"))
    response = send("review_edit", proposal.pk, htmx=True, **edit_data(proposal, owner="Ann Marlow"))
    assert "could be Ann Marlow, Head of Libraries or Ann Marlow, Head of Parks" in response.text


def test_an_owner_who_has_left_the_directory_may_stay(send, item):
    gone = make_owner(make_officer("Gone Away"), make_post("Old post"))
    action = make_proposal(item, owner=gone)
    send("review_edit", action.pk, **edit_data(action, summary="Better words"))
    action.refresh_from_db()
    assert (action.owner, action.summary) == (gone, "Better words")


def test_the_edit_form_is_a_page_of_its_own_without_script(client, clerk, meeting, proposal):
    client.force_login(clerk)
    page = client.get(address("review_edit", meeting, proposal.pk)).text
    assert "<h1>" in page
    assert SAID in page
    assert '<datalist id="owners">' in page


# --- By hand ----------------------------------------------------------------------------------------


def add_data(lies_in, **changes):
    return {"item": lies_in.pk, "summary": "Send the figures", "words": SAID.lower(), "origin": "said"} | changes


def test_an_action_by_hand_finds_its_words_in_the_minutes(send, item):
    send("review_add", **add_data(item))
    quote = Evidence.objects.get()
    assert (quote.source, TEXT[quote.start : quote.end]) == (item.source, SAID)
    action = Action.objects.get()
    assert (action.status, action.kind) == (Status.PROPOSED, Kind.DATA)
    assert action.events.get().by_name == "Hannah Whitlock"


def test_selected_words_keep_their_place(send, item):
    start = TEXT.index("a note")
    data = add_data(item, words="a note be provided.", source=item.source.pk, start=start, end=len(TEXT))
    send("review_add", **data)
    quote = Evidence.objects.get()
    assert (quote.start, quote.end) == (start, len(TEXT))


def test_a_place_that_does_not_hold_the_words_is_not_believed(send, item):
    send("review_add", **add_data(item, source=item.source.pk, start=0, end=4))
    assert Evidence.objects.get().start == TEXT.index(SAID)


def test_words_that_are_not_in_the_minutes_are_kept_as_they_are(send, item):
    send("review_add", **add_data(item, words="Asked in the corridor."))
    quote = Evidence.objects.get()
    assert (quote.text, quote.start, quote.source) == ("Asked in the corridor.", None, None)


def test_a_place_in_another_committees_document_is_ignored(send, item):
    foreign = make_source(make_committee(), "Secret words of others")
    send("review_add", **add_data(item, words="Secret words", source=foreign.pk, start=0, end=12))
    assert Evidence.objects.get().source is None


def test_added_and_confirmed_in_one_go_under_a_new_item(client, send, meeting, owner):
    data = {"new_item": "Any other business", "summary": "Visit the depot", "origin": "said", "confirm": "yes"}
    send("review_add", **data, owner="Joanne Pritchard", due="3 December 2026")
    action = Action.objects.get()
    assert (action.item.title, action.status, action.owner) == ("Any other business", Status.OPEN, owner)
    assert "Any other business" in client.get(address("review", meeting)).text


def test_several_are_added_one_after_another_under_one_item(client, send, meeting, owner):
    data = {"new_item": "Any other business", "summary": "Visit the depot", "origin": "said", "again": "yes"}
    response = send("review_add", **data, owner="Joanne Pritchard")
    item = AgendaItem.objects.get(title="Any other business")
    assert response.url == f"{address('review_add', meeting)}?item={item.pk}"
    page = client.get(response.url)
    assert page.context["form"]["item"].value() == str(item.pk)
    assert "was added and confirmed: Visit the depot" in page.text
    assert Action.objects.get().status == Status.OPEN
    response = send("review_resolution", item=item.pk, text="the depot be visited", kind="other", again="yes")
    assert response.url == f"{address('review_resolution', meeting)}?item={item.pk}"


def test_a_meeting_without_minutes_leads_its_clerk_to_adding_by_hand(client, clerk, meeting):
    client.force_login(clerk)
    page = client.get(meeting.get_absolute_url()).text
    for name in ("review_add", "review_resolution"):
        assert address(name, meeting) in page


def test_an_action_of_an_exempt_item_is_exempt(send, item):
    AgendaItem.objects.update(restricted=True)
    send("review_add", **add_data(item))
    assert Action.objects.get().restricted


def test_without_an_item_or_a_title_the_form_says_so(send, item):
    response = send("review_add", **add_data(item, item=""))
    assert response.status_code == 422
    assert "Choose the agenda item, or give the title of another one" in response.text


def test_the_selection_fills_the_form_in(client, clerk, meeting, item):
    client.force_login(clerk)
    query = f"?words=a+note+be+provided.&source={item.source.pk}&start=80&end=99"
    form = client.get(address("review_add", meeting) + query).context["form"]
    assert form.initial["item"] == str(item.pk)
    assert form.initial["summary"] == "A note be provided"


@pytest.mark.parametrize(
    "query", ["?source=x&start=²", "?source=99999999999999999999&start=99999999999999999999", "?item=x"]
)
def test_a_link_that_was_tampered_with_opens_an_empty_form(client, clerk, meeting, item, query):
    client.force_login(clerk)
    assert client.get(address("review_add", meeting) + query).status_code == 200


def test_a_resolution_by_hand_is_logged_and_may_lead_to_an_action(send, meeting, item):
    response = send("review_resolution", item=item.pk, text="That a note be provided.", kind="requested", action="yes")
    clause = Resolution.objects.get()
    assert TEXT[clause.start : clause.end] == clause.text == "That a note be provided."
    assert response.headers["Location"].startswith(address("review_add", meeting))


# --- Passed over, exempt, finished ------------------------------------------------------------------


@pytest.fixture
def miss(item):
    start = TEXT.index("Lena spoke")
    words = TEXT[start : start + 28]
    item.source.near_misses = [
        {
            "item": item.pk,
            "start": start,
            "end": start + 28,
            "text": words,
            "origin": "said",
            "rule": "x",
            "reason": "already done",
        }
    ]
    item.source.save()
    return words


def test_what_was_passed_over_is_shown_with_its_reason_and_can_be_made_an_action(client, send, meeting, item, miss):
    response = send("review_miss", item.source.pk, 0)
    action = Action.objects.get()
    assert (action.status, action.evidence.get().text) == (Status.PROPOSED, miss)
    assert response.headers["Location"].endswith(f"#p{action.pk}")
    assert load_review(meeting).misses == []


def test_words_passed_over_become_one_action_only(send, item, miss):
    send("review_miss", item.source.pk, 0)
    response = send("review_miss", item.source.pk, 0, htmx=True)
    assert "Those words are an action already." in response.text
    assert Action.objects.count() == 1


def test_an_item_is_made_exempt_with_its_actions_and_opened_again(send, item, proposal):
    send("review_exempt", exempt=[item.pk])
    item.refresh_from_db()
    proposal.refresh_from_db()
    assert item.restricted
    assert proposal.restricted
    assert item.restricted_reason == "Marked exempt by Hannah Whitlock"
    send("review_exempt")
    item.refresh_from_db()
    proposal.refresh_from_db()
    assert not item.restricted
    assert not proposal.restricted
    assert proposal.events.filter(verb="edited").count() == 2


def test_a_review_cannot_be_finished_while_something_is_left(clerk, meeting, proposal):
    with pytest.raises(MoveRefused, match="1 still to check"):
        review.finish(meeting, by=clerk, now=NOW)
    meeting.refresh_from_db()
    assert meeting.reviewed_at is None


def test_finishing_the_review_tells_each_owner_once(send, clerk, meeting, proposal):
    send("review_confirm", proposal.pk)
    send("review_finish")
    meeting.refresh_from_db()
    assert meeting.reviewed_at
    send("review_finish")
    assert Notice.objects.filter(meeting=meeting).count() == 1

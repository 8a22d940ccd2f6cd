"""The page of the review, and who else may not open it."""

import pytest
from django.utils.html import escape

from actions import workflow
from actions.models import OwnerCandidate, Status
from actions.proposals import Entry, load_entries
from actions.review import load_review
from meetings.models import AgendaItem, Resolution
from tests.actions.review.sample import SAID, TEXT, address, make_proposal
from tests.builders import (
    make_action,
    make_item,
    make_meeting,
    make_owner,
    make_post,
)
from tests.cast import NOW


def test_the_page_shows_the_minutes_marked_and_numbered_as_the_proposals(client, clerk, meeting, proposal):
    client.force_login(clerk)
    page = client.get(address("review", meeting)).text
    quote = proposal.evidence.get()
    assert f'<a class="no no--said" id="e{quote.pk}" href="#p{proposal.pk}">' in page
    assert f'<mark class="evidence" data-actions="{proposal.pk}">{SAID}</mark>' in page
    assert f'name="proposal" id="p{proposal.pk}" open' in page


def test_the_text_of_the_minutes_stands_on_the_page_sign_for_sign(client, clerk, meeting, proposal):
    parts = load_review(meeting, load_entries(meeting)).parts
    lines = [line for block in parts[0].blocks for line in block.lines]
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [TEXT[:64], TEXT[65:]]
    assert [block.kind for block in parts[0].blocks] == ["text", "resolved"]


def test_a_proposal_of_an_exempt_item_says_why_and_leads_to_where_that_is_changed(client, clerk, meeting, proposal):
    AgendaItem.objects.update(restricted=True, restricted_reason="The public had been excluded before this item.")
    client.force_login(clerk)
    page = client.get(address("review", meeting)).text
    place = f"tick-{proposal.item_id}"
    assert page.count("The public had been excluded before this item.") == 2
    assert page.count(f'href="#{place}"') == 2
    assert f'value="{proposal.item_id}" id="{place}" checked' in page


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
    with django_assert_num_queries(26):
        client.get(address("review", meeting))
    fill(60)
    with django_assert_num_queries(26):
        page = client.get(address("review", meeting))
    assert len(page.context["page"]) == 50


def test_filters_show_what_is_left_and_what_needs_a_closer_look(client, clerk, meeting, item, proposal):
    doubtful = make_proposal(item, owner=None, order=2)
    workflow.dismiss(make_proposal(item, order=3), by=clerk, now=NOW, reason="Done")
    client.force_login(clerk)

    def shown(query):
        return [entry.action.pk for entry in client.get(address("review", meeting) + query).context["page"]]

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


def test_many_that_are_sure_are_named_by_the_first_and_the_last(client, clerk, meeting, item, proposal):
    for order in range(2, 5):
        make_proposal(item, owner=proposal.owner, order=order)
    client.force_login(clerk)
    assert "needs a look: No. 1–4." in client.get(address("review", meeting)).text


def test_the_quotes_follow_each_other_as_in_the_minutes(client, clerk, meeting, item, proposal):
    proposal.evidence.create(source=item.source, start=0, end=5, text="Lena spoke", order=9)
    client.force_login(clerk)
    page = client.get(address("review", meeting)).text
    assert page.index('<span class="evidence">Lena spoke</span>') < page.index(f'<span class="evidence">{SAID}</span>')


def test_each_quote_says_the_minute_and_the_clause_that_it_stands_in(item, proposal):
    clause = Resolution.objects.create(item=item, order=1, number="(b)", text="That", start=65, end=len(TEXT))
    proposal.resolution = clause
    proposal.evidence.create(source=item.source, start=70, end=80, text="That a note", origin="resolved")
    proposal.evidence.create(source=item.source, start=len(TEXT) + 50, end=len(TEXT) + 60, text="In another item")
    assert [quoted.minute for quoted in Entry(proposal, 1).quotes] == ["35", "35(b)", ""]
    clause.number = "•"
    assert [quoted.minute for quoted in Entry(proposal, 1).quotes] == ["35", "35", ""]


def test_words_of_another_item_are_marked_where_they_stand(client, clerk, meeting, item, proposal):
    later = make_item(meeting, "Actions", source=item.source, number="36", start=65, end=len(TEXT), order=9)
    later.paragraphs, item.paragraphs = item.paragraphs[1:], item.paragraphs[:1]
    later.save()
    item.end = 64
    item.save()
    proposal.item = later
    proposal.save()
    parts = load_review(meeting, load_entries(meeting)).parts
    marked = [part.item for part in parts for block in part.blocks for line in block.lines if line.is_marked]
    assert marked == [item]
    assert not any(part.elsewhere for part in parts)


def test_another_action_comes_from_the_words_of_a_proposal(client, clerk, meeting, item, proposal):
    client.force_login(clerk)
    link = f"{address('review_add', meeting)}?{Entry(proposal, 1).again_query}"
    assert escape(link) in client.get(address("review", meeting)).text
    form = client.get(link).context["form"]
    assert (form["words"].value(), form["item"].value(), form["origin"].value()) == (SAID, str(item.pk), "said")
    make_proposal(item, owner=None, order=7).evidence.all().delete()
    assert client.get(address("review", meeting)).text.count("Add another from these words") == 1


def test_what_is_told_of_one_proposal_stands_in_it_since_the_page_scrolls_there(client, clerk, meeting, item):
    action = make_proposal(item, owner=None)
    client.force_login(clerk)
    page = client.post(address("review_confirm", meeting, action.pk), follow=True).text
    assert page.count("Choose who must act, or that it is decided later.") == 1
    assert page.index("Choose who must act, or that") > page.index('class="proposal__body"')

"""The review of a meeting with hundreds of proposals: a page of them at a time, and no step loses the place."""

import pytest

from actions import workflow
from actions.models import Action, Status
from actions.proposals import PER_PAGE, load_entries, numbers_in_words
from tests.actions.review.sample import address, make_proposal
from tests.cast import NOW


@pytest.fixture
def many(item, owner) -> list[Action]:
    """More than a page of proposals; the last two need a closer look."""
    sure = [make_proposal(item, owner=owner, order=number) for number in range(PER_PAGE + 8)]
    return [*sure, *[make_proposal(item, owner=None, order=200 + number) for number in range(2)]]


@pytest.fixture
def shown(client, clerk, meeting):
    """`shown("?page=2")`: the keys on that page of the review, and the one that stands open."""

    def look(query=""):
        client.force_login(clerk)
        context = client.get(address("review", meeting) + query).context
        return [entry.action.pk for entry in context["page"]], context["opened"] and context["opened"].action.pk

    return look


def test_a_page_holds_fifty_and_the_first_to_check_stands_open(shown, many):
    keys = [action.pk for action in many]
    assert shown() == (keys[:50], keys[0])
    assert shown("?page=2") == (keys[50:], keys[50])
    assert shown("?page=99")[0] == keys[50:]


def test_the_page_is_the_one_with_the_proposal_that_is_to_stand_open(shown, clerk, many):
    assert shown(f"?open={many[55].pk}") == ([action.pk for action in many[50:]], many[55].pk)
    assert shown(f"?page=1&open={many[55].pk}")[1] == many[0].pk
    for action in many[:50]:
        workflow.confirm(action, by=clerk, now=NOW)
    assert shown()[1] == many[50].pk


def test_after_the_last_of_a_page_comes_the_first_of_the_next(send, meeting, many):
    place = f"{address('review', meeting)}?open={many[50].pk}#p{many[50].pk}"
    assert send("review_confirm", many[49].pk, htmx=True).headers["HX-Trigger"].count(f'"at": "{place}"') == 1
    assert send("review_dismiss", many[48].pk, why="none").headers["Location"] == place


def test_all_the_sure_ones_are_reached_from_any_page_and_named(client, clerk, meeting, many):
    client.force_login(clerk)
    page = client.get(address("review", meeting) + "?page=2")
    assert "Confirm the 58 that we are sure of" in page.text
    assert "nothing that needs a look, on every page of the list: No. 1–58." in page.text
    sure = page.context["review"].sure_keys
    page = client.post(address("review_sure", meeting), {"sure": sure}, follow=True)
    assert Action.objects.filter(status=Status.OPEN).count() == 58
    assert "58 proposals confirmed: No. 1–58." in page.text
    assert page.context["opened"].action == many[58]


def test_those_that_changed_since_the_page_was_opened_are_left_and_counted(client, clerk, meeting, many):
    client.force_login(clerk)
    sure = client.get(address("review", meeting)).context["review"].sure_keys
    Action.objects.filter(pk=many[3].pk).update(due_on=None)
    page = client.post(address("review_sure", meeting), {"sure": sure}, follow=True)
    assert "57 proposals confirmed: No. 1–3, 5–58." in page.text
    assert "1 proposal left alone: changed since you opened the page." in page.text


def test_undoing_many_at_once_comes_as_a_page_and_undoing_one_as_a_line(client, clerk, send, meeting, many):
    undo = f'action="{address("review_undo", meeting)}"'
    send("review_sure", sure=f"{many[0].pk},{many[1].pk}")
    assert f"{undo}>" in client.get(address("review", meeting)).text
    send("review_undo")
    send("review_confirm", many[0].pk)
    assert f'{undo} hx-post="{address("review_undo", meeting)}"' in client.get(address("review", meeting)).text


def test_numbers_in_the_minutes_lead_to_the_page_of_their_proposal(client, clerk, meeting, item, many):
    many[0].evidence.update(source=item.source, start=0, end=4)
    many[55].evidence.update(source=item.source, start=5, end=10)
    client.force_login(clerk)
    page = client.get(address("review", meeting)).text
    assert f'href="#p{many[0].pk}"' in page
    assert f'href="?open={many[55].pk}#p{many[55].pk}"' in page


@pytest.mark.parametrize(
    ("verb", "answers"),
    [
        ("review_confirm", {"owner": "later"}),
        ("review_edit", {"summary": "Words", "kind": "report", "due": "1 December 2026"}),
        ("review_dismiss", {"why": "none"}),
    ],
)
def test_what_a_step_leaves_is_the_list_that_was_being_worked_through(client, clerk, meeting, many, verb, answers):
    """Then its end, in words, once nothing of it is left."""
    client.force_login(clerk)
    page = client.get(address("review", meeting) + "?show=doubtful&sort=doubt").text
    place = f"{address(verb, meeting, many[58].pk)}?show=doubtful&amp;sort=doubt"
    assert place in page
    response = client.post(place.replace("&amp;", "&"), answers)
    kept = f"{address('review', meeting)}?show=doubtful&sort=doubt"
    assert response.headers["Location"] == f"{kept}&open={many[59].pk}#p{many[59].pk}"
    client.post(address("review_dismiss", meeting, many[59].pk), {"why": "none"})
    assert "Nothing to check here" in client.get(kept).text


def test_the_last_of_a_list_leads_to_its_end(client, clerk, meeting, many):
    client.force_login(clerk)
    client.post(address("review_dismiss", meeting, many[59].pk), {"why": "none"})
    kept = "?show=doubtful&sort=doubt"
    response = client.post(address("review_dismiss", meeting, many[58].pk) + kept, {"why": "none"})
    assert response.headers["Location"] == address("review", meeting) + kept


def test_what_a_step_sends_back_does_not_grow_with_the_list(send, clerk, meeting, item, many):
    before = len(send("review_confirm", many[0].pk, htmx=True).content)
    for number in range(100):
        workflow.dismiss(make_proposal(item, order=300 + number), by=clerk, now=NOW, reason="Done")
    assert len(send("review_confirm", many[1].pk, htmx=True).content) < before + 200


def test_very_many_numbers_are_the_first_and_how_many_more():
    assert numbers_in_words([1, 2, 3, 5, 8]) == "1–3, 5, 8"
    assert numbers_in_words(list(range(1, 25, 2))) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23"
    assert numbers_in_words([*range(1, 25, 2), 30, 31]) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 2 more"


def test_the_text_of_an_item_is_not_read_for_each_of_its_proposals(item, many):
    """A table of three hundred rows is one item: with its text the rows took twelve times as long."""
    assert all("paragraphs" in entry.action.item.get_deferred_fields() for entry in load_entries(item.meeting))

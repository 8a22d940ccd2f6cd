"""The review of minutes with very many items: a page of them beside the proposals, each with its way to the others."""

import pytest

from actions.forms.review import MOST_ITEMS
from actions.minutes_beside import ITEMS_PER_PAGE
from actions.models import Action, Status
from actions.proposals import PER_PAGE
from meetings.models import AgendaItem
from tests.actions.review.sample import address, make_proposal
from tests.actions.test_long_meetings import WORDS, make_items
from tests.builders import make_action, make_owner


@pytest.fixture
def items(meeting) -> list[AgendaItem]:
    """Two pages and a bit; the list to choose from leaves the last ones out."""
    return make_items(meeting, MOST_ITEMS + 30)


@pytest.fixture
def look(client, clerk, meeting):
    """`look("?minutes=2")`: the answer, signed in as the clerk."""

    def get(query="", name="review", *rest):
        client.force_login(clerk)
        return client.get(address(name, meeting, *rest) + query)

    return get


def propose(item, **fields) -> Action:
    action = make_proposal(item, owner=make_owner(), **fields)
    action.evidence.update(source=item.source, start=item.start, end=item.end, text=WORDS)
    return action


def shown(response) -> list[AgendaItem]:
    return [part.item for part in response.context["review"].parts]


def test_a_page_of_the_minutes_stands_beside_the_proposals(look, items):
    assert shown(look()) == items[:ITEMS_PER_PAGE]
    assert shown(look("?minutes=3")) == items[2 * ITEMS_PER_PAGE :]
    assert 'href="?minutes=2#minutes"' in look().text
    assert "Items 1 to 100 of 230" in look().text


def test_it_is_the_page_with_the_words_of_the_proposal_that_stands_open(look, items):
    first, later = propose(items[0]), propose(items[150], order=2)
    assert shown(look()) == items[:100]
    assert shown(look(f"?open={later.pk}")) == items[100:200]
    page = look().text
    quotes = [action.evidence.get().pk for action in (first, later)]
    assert f'href="#e{quotes[0]}"' in page
    assert f'href="?open={later.pk}&amp;at=e{quotes[1]}#e{quotes[1]}"' in page
    assert f'id="e{quotes[1]}"' in look(f"?open={later.pk}&at=e{quotes[1]}").text


def test_an_address_names_an_item_a_tick_or_a_quote_of_the_minutes(look, items):
    quote = propose(items[150]).evidence.get()
    for at in (f"item-{items[120].pk}", f"tick-{items[120].pk}", f"e{quote.pk}"):
        assert shown(look(f"?at={at}")) == items[100:200], at
    for nowhere in ("item-0", "tick-x", "e0", "e²", "e"):
        assert look(f"?at={nowhere}").status_code == 200


def test_words_that_lie_in_another_item_than_their_action_are_found_on_its_page(look, items):
    action = propose(items[0])
    action.evidence.update(start=items[150].start, end=items[150].end)
    quote = action.evidence.get()
    response = look(f"?open={action.pk}&at=e{quote.pk}")
    assert shown(response) == items[100:200]
    assert f'id="e{quote.pk}"' in response.text


def test_ticks_say_what_is_exempt_of_the_items_that_were_shown_alone(client, look, meeting, items):
    hidden = AgendaItem.objects.filter(pk__in=[items[0].pk, items[150].pk])
    hidden.update(restricted=True)
    page = look()
    assert page.text.count('name="exempt"') == 100
    assert "2 exempt items: change" in page.text
    shown_keys = page.context["review"].shown_keys
    client.post(address("review_exempt", meeting), {"exempt": [items[1].pk], "shown": shown_keys})
    assert set(AgendaItem.objects.filter(restricted=True)) == {items[1], items[150]}


def test_the_tick_of_an_item_on_another_page_is_reached_from_its_proposal(look, items):
    action = propose(items[150])
    AgendaItem.objects.filter(pk=items[150].pk).update(restricted=True)
    tick = f"tick-{items[150].pk}"
    assert f'href="?open={action.pk}&amp;at={tick}#{tick}"' in look("?minutes=1").text
    assert f'href="#{tick}"' in look(f"?at={tick}").text


def test_what_was_passed_over_comes_a_page_at_a_time(look, items):
    source = items[0].source
    miss = {"text": WORDS, "reason": "nobody is asked", "item": items[220].pk, "origin": "said", "start": 0, "end": 5}
    source.near_misses = [miss | {"start": 10_000 + place} for place in range(PER_PAGE + 5)]
    source.save()
    page = look()
    assert page.text.count("Make it an action") == PER_PAGE
    assert "Minute 221." in page.text
    assert 'href="?passed=2#passed"' in page.text
    assert look("?passed=2").text.count("Make it an action") == 5


def test_of_very_many_dismissed_the_first_are_listed_and_the_others_stand_among_all(look, items):
    for number in range(PER_PAGE + 5):
        make_proposal(items[0], order=number)
    Action.objects.update(status=Status.DISMISSED, dismissed_reason="Done")
    page = look().text
    assert page.count('class="passed__do"') == PER_PAGE
    assert "The first 50. The others stand among" in page


def test_of_very_many_that_newer_minutes_changed_the_first_are_to_be_decided(look, items):
    for number in range(PER_PAGE + 5):
        make_action(items[0], order=number, unsettled_by=items[0].source)
    page = look().text
    assert page.count("Keep it") == PER_PAGE
    assert 'Changed by newer minutes <span class="quiet">55</span>' in page
    assert "The first 50. The others come up here as these are decided." in page


def test_a_list_to_choose_from_leaves_late_items_out_but_the_one_asked_for(client, clerk, look, meeting, items):
    for name in ("review_add", "review_resolution"):
        page = look(name=name).text
        assert page.count("<option") < MOST_ITEMS + 30
        assert f'value="{items[-1].pk}"' not in page
        assert f'<option value="{items[-1].pk}" selected' in look(f"?item={items[-1].pk}", name).text
    assert f"/add/?item={items[120].pk}" in look("?minutes=2").text
    sent = client.post(address("review_resolution", meeting), {"item": items[-1].pk, "text": "That.", "kind": "other"})
    assert sent.headers["Location"].endswith(f"?at=item-{items[-1].pk}#item-{items[-1].pk}")


def test_queries_and_page_do_not_grow_with_the_minutes(client, look, meeting, items, django_assert_num_queries):
    propose(items[0])
    look()  # signs in

    def cost() -> int:
        with django_assert_num_queries(25):
            return len(client.get(address("review", meeting)).content)

    before = cost()
    make_items(meeting, 300)
    assert cost() < before + 1_000

"""What was passed over, exempt items, and the end of the review."""

import pytest

from actions import review
from actions.models import Action, Notice, Status
from actions.proposals import load_entries
from actions.review import load_review
from actions.workflow import MoveRefused
from tests.actions.review.sample import TEXT
from tests.cast import NOW


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
    assert load_review(meeting, load_entries(meeting)).misses == []


def test_words_passed_over_become_one_action_only(send, item, miss):
    send("review_miss", item.source.pk, 0)
    response = send("review_miss", item.source.pk, 0, htmx=True)
    assert "Those words are an action already." in response.text
    assert Action.objects.count() == 1


def test_an_item_is_made_exempt_with_its_actions_and_opened_again(send, item, proposal):
    send("review_exempt", exempt=[item.pk], shown=item.pk)
    item.refresh_from_db()
    proposal.refresh_from_db()
    assert item.restricted
    assert proposal.restricted
    assert item.restricted_reason == "Marked exempt by Hannah Whitlock"
    send("review_exempt", shown=item.pk)
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


def test_finishing_the_review_tells_each_owner_once_and_leaves_no_step_to_undo(client, send, meeting, proposal):
    send("review_confirm", proposal.pk)
    page = send("review_finish")
    meeting.refresh_from_db()
    assert meeting.reviewed_at
    assert "Undo</button>" not in client.get(page.url).text.split('id="proposals-heading"')[0]
    send("review_finish")
    assert Notice.objects.filter(meeting=meeting).count() == 1

"""Words of open minutes on which a public action rests and an exempt one as well: nobody else reads them anywhere."""

import pytest
from django.utils.html import strip_tags

from actions.models import Evidence
from meetings.models import Source
from tests.builders import make_action, make_item, make_owner, make_source

pytestmark = pytest.mark.django_db
TEXT = "That the cost of the Harbour House settlement and the figures by ward be provided."


@pytest.fixture
def actions(meeting, officer, clerk):
    """The public one and the exempt one, of an open item."""
    source = make_source(meeting.committee, text=TEXT, state=Source.State.READY, meeting=meeting)
    item = make_item(meeting, source=source, start=0, end=len(TEXT))
    owner = make_owner(officer.officer)
    public = make_action(item, quote=TEXT, summary="Figures by ward", rule="resolved", owner=owner)
    exempt = make_action(item, quote=TEXT, summary="Cost of the settlement", restricted=True)
    Evidence.objects.update(source=source, start=0, end=len(TEXT))
    return public, exempt


def read(client, action) -> str:
    """All that somebody who looks reads of these words: the action's page, the API, a search for them."""
    page = client.get(action.get_absolute_url()).text
    found = client.get("/", {"q": "Harbour House"}).text
    detail = client.get(f"/api/v1/actions/{action.reference}/").text
    return strip_tags(page + found) + detail


@pytest.mark.parametrize("role", ["public", "member", "officer", "other_clerk"])
def test_the_words_are_kept_back_from_whoever_may_not_see_the_exempt_action(actions, client, request, role):
    if role != "public":
        client.force_login(request.getfixturevalue(role))
    words = read(client, actions[0])
    assert "The words it rests on are not published" in words
    assert "the cost of" not in words
    assert "Nothing fits all of these filters" in words


def test_the_clerk_reads_them(actions, client, clerk):
    client.force_login(clerk)
    words = read(client, actions[0])
    assert words.count("the cost of the") >= 3
    assert "not published" not in words


def test_words_of_its_own_stay(actions, client):
    Evidence.objects.filter(action=actions[0]).update(start=50, text=TEXT[50:])
    Evidence.objects.filter(action=actions[1]).update(end=50, text=TEXT[:50])
    words = read(client, actions[0])
    assert TEXT[50:] in words
    assert "the cost of" not in words


def test_whoever_must_answer_an_exempt_action_reads_its_words(actions, client, officer):
    public = actions[0]
    public.restricted = True
    public.save()
    client.force_login(officer)
    assert "the cost of the" in strip_tags(client.get(public.get_absolute_url()).text)

"""A form whose button is pressed twice does its work once, and both presses lead to what came of it."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from actions.day import MORNING, at
from actions.day import morning as do_the_morning
from actions.models import Action, Event, Follow, SavedSearch, Status
from meetings.models import AgendaItem, ClosureDay, Meeting, Resolution, Source
from people.models import Absence, Officer, Owner, Press, ServiceTerm
from people.presses import KEPT
from tests.at_once import ROUNDS, at_once
from tests.builders import make_action, make_item, make_officer, make_owner, make_post
from tests.cast import NOW

PAGE = "the token of one showing of a page"


@pytest.fixture
def item(meeting) -> AgendaItem:
    return make_item(meeting, "Performance")


def add_address(meeting) -> str:
    return reverse("actions:review_add", args=[meeting.committee.slug, meeting.date])


def press(user, address: str, **data):
    client = Client()
    client.force_login(user)
    return client.post(address, {"csrfmiddlewaretoken": PAGE} | data)


def to_add(item, **changes):
    return {"item": item.pk, "summary": "Send the figures", "origin": "said"} | changes


@pytest.mark.django_db(transaction=True)
def test_an_action_by_hand_is_made_once_by_two_presses_at_the_same_moment(clerk, meeting, item):
    for number in range(ROUNDS):
        data = to_add(item, summary=f"Send figure {number}")
        both = at_once(*[lambda data=data: press(clerk, add_address(meeting), **data) for _ in range(2)])
        assert [response.status_code for response in both] == [302, 302]
        assert len({response.url for response in both}) == 1
        assert Action.objects.filter(summary=data["summary"]).count() == 1


def test_what_was_changed_or_opened_anew_is_another_press(clerk, meeting, item):
    press(clerk, add_address(meeting), **to_add(item))
    press(clerk, add_address(meeting), **to_add(item, summary="Send a note"))
    press(clerk, add_address(meeting), **to_add(item, csrfmiddlewaretoken="another showing"))
    assert Action.objects.count() == 3


def test_a_form_with_errors_may_be_sent_again(clerk, meeting, item):
    wrong = [press(clerk, add_address(meeting), **to_add(item, summary="")) for _ in range(2)]
    assert [response.status_code for response in wrong] == [422, 422]
    assert Press.objects.count() == 0


def test_whoever_goes_back_to_the_page_later_is_told(client, clerk, meeting, item):
    press(clerk, add_address(meeting), **to_add(item))
    Press.objects.update(at=NOW - datetime.timedelta(days=1))
    client.force_login(clerk)
    data = {"csrfmiddlewaretoken": PAGE} | to_add(item)
    page = client.post(add_address(meeting), data, follow=True)
    assert "You had sent that already" in page.text
    assert Action.objects.count() == 1


def test_a_file_with_other_contents_is_another_press(clerk, committee):
    for text in ("Minutes of one meeting", "Minutes of one meeting", "Minutes of the other one"):
        upload = SimpleUploadedFile("minutes.txt", text.encode())
        response = press(clerk, reverse("actions:intake"), committee=committee.slug, standing="draft", file=upload)
        assert response.status_code == 302
    assert Source.objects.count() == 2


def test_presses_are_forgotten_in_the_morning(clerk, meeting, item):
    morning = at(NOW.date(), MORNING)
    Press.objects.create(key="old", at=morning - KEPT - datetime.timedelta(seconds=1), led_to="/")
    Press.objects.create(key="new", at=morning - KEPT, led_to="/")
    do_the_morning(morning)
    assert [row.key for row in Press.objects.all()] == ["new"]


MAKING = {
    "resolution": (Resolution, "review_resolution", {"text": "That a note be provided", "kind": "requested"}),
    "meeting": (Meeting, "calendar", {"date": "3 December 2030"}),
    "closure": (ClosureDay, "closures", {"first": "24 December 2030", "reason": "Christmas Eve"}),
    "saved search": (SavedSearch, "search_save", {"name": "Mine", "query": "status=open"}),
    "follow": (Follow, "follow_committee", {}),
    "officer": (Officer, "directory_new", {"name": "Rhys Morgan", "email": "rhys@example.org"}),
    "absence": (Absence, "officer_away", {"away_from": "3 December 2030", "away_until": "9 December 2030"}),
    "words": (ServiceTerm, "terms", {"term": "breastfeeding"}),
    "more time": (Event, "more_time", {"time-until": "3 December 2030", "time-reason": "The data is late"}),
    "another owner": (Event, "pass_on", {}),
    "another date": (Event, "verb", {"due": "3 December 2030", "reason": "Agreed by the Chair"}),
}


@pytest.mark.parametrize("what", MAKING)
def test_two_presses_make_one_row_and_lead_to_the_same_page(what, clerk, officer, meeting, item):
    model, name, data = MAKING[what]
    post, slug = make_post("Head of Libraries"), meeting.committee.slug
    make_officer("Lena Brook", post)
    action = make_action(item, Status.OPEN, owner=make_owner(officer.officer), due_on=NOW.date())
    places = {
        "review_resolution": [slug, meeting.date], "calendar": [slug], "follow_committee": [slug],
        "directory_new": ["officer"], "officer_away": [officer.officer.pk], "more_time": [action.reference],
        "pass_on": [action.reference], "verb": [action.reference, "redate"],
    }  # fmt: skip
    extra = {
        "review_resolution": {"item": item.pk},
        "terms": {"post": post.pk},
        "pass_on": {"pass-owner": "Lena Brook"},
    }
    who = officer if name in ("more_time", "pass_on") else clerk
    before, owners = model.objects.count(), Owner.objects.count()
    address = reverse(f"actions:{name}", args=places.get(name, []))
    first, second = [press(who, address, **data, **extra.get(name, {})) for _ in range(2)]
    assert (first.status_code, second.status_code) == (302, 302), first.text
    assert first.url == second.url
    assert model.objects.count() == before + 1
    assert Owner.objects.count() <= owners + 1

"""What two people, two presses or two workers do at the same moment is done once, and the second is told."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

import minutes
from actions import reading
from actions.models import Action
from meetings.models import Committee, Source
from people.models import Absence, Officer, PostHolding
from people.posts import DirectoryRefused, correct_holding, put_away
from tests.actions.sample_minutes import DATED
from tests.at_once import ROUNDS, at_once
from tests.builders import make_committee, make_meeting, make_officer, make_post, make_source
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db(transaction=True)


def posting(user, address: str, **data):
    client = Client()
    client.force_login(user)
    return lambda: client.post(address, data)


def stored(committee: Committee, text: str):
    """What stores a document that has been read, when it is called."""
    source = reading.claim(make_source(committee, text, state=Source.State.QUEUED).pk, now=NOW)
    source.text = text
    found = minutes.parse(minutes.read(text.encode(), "minutes.txt"))
    return lambda: reading._store(source, found, minutes.find_followups(found), NOW)


def test_two_documents_of_one_meeting_propose_each_request_once():
    alone = make_committee()
    stored(alone, DATED)()
    for _ in range(ROUNDS):
        committee = make_committee()
        make_meeting(
            committee, datetime.date(2026, 10, 8)
        )  # from the calendar, so that neither waits for the other to add it
        both = [stored(committee, DATED + ending) for ending in ("", "\nConfirmed as a correct record.\n")]
        assert at_once(*both) == [None, None]
        assert committee.actions.count() == alone.actions.count() >= 2
        assert committee.meetings.count() == 1


def test_documents_of_two_committees_that_name_the_same_new_owners_are_both_stored():
    head = "Minutes of the meeting held on Thursday 8 October 2026\n\n1. Performance report\n"
    for round_name in ("ford", "ley", "ton", "well"):
        names = [
            f"{start}{round_name}" for start in ("Ash", "Birch", "Elm", "Hazel", "Maple", "Oak", "Rowan", "Willow")
        ]
        for name in names:
            make_officer(f"Lena {name}")
        asked = [f"\nLena {name} said that she would send Members the figures for ward {name}.\n" for name in names]
        texts = [head + "".join(lines) for lines in (asked, asked[::-1])]
        assert at_once(*[stored(make_committee(), text) for text in texts]) == [None, None]
        for name in names:
            assert Action.objects.filter(owner__officer__name=f"Lena {name}").count() == 2


def test_a_meeting_that_is_added_twice_is_there_once(clerk, committee):
    address = reverse("actions:calendar", args=[committee.slug])
    for number in range(ROUNDS):
        day = TODAY + datetime.timedelta(days=400 + number)
        add = [posting(clerk, address, date=f"{day:%d/%m/%Y}") for _ in range(2)]
        assert sorted(response.status_code for response in at_once(*add)) == [302, 422]
        assert committee.meetings.filter(date=day).count() == 1


def test_an_officer_who_is_put_in_twice_is_there_once(clerk, committee):
    address = reverse("actions:directory_new", args=["officer"])
    for number in range(ROUNDS):
        email = f"rhys{number}@example.org"
        add = [posting(clerk, address, name="Rhys Morgan", email=email) for _ in range(2)]
        assert sorted(response.status_code for response in at_once(*add)) == [302, 422]
        assert Officer.objects.filter(email=email).count() == 1


def test_an_absence_and_days_in_a_post_that_are_put_down_twice_are_there_once():
    until = TODAY + datetime.timedelta(days=5)
    for _ in range(ROUNDS):
        officer, post = make_officer(), make_post()
        away = at_once(*[lambda officer=officer: put_away(officer, TODAY, until, None) for _ in range(2)])
        assert {type(each) for each in away} == {Absence, DirectoryRefused}
        assert officer.absences.count() == 1
        new = [PostHolding(officer=officer, post=post) for _ in range(2)]
        held = at_once(*[lambda holding=holding: correct_holding(holding, TODAY, None) for holding in new])
        assert {type(each) for each in held} == {PostHolding, DirectoryRefused}
        assert officer.holdings.count() == 1

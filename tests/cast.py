"""The named cast: a clerk and another, an officer and another, a member, an administrator, an outsider."""

import datetime

import pytest

from meetings.models import Committee, Meeting
from people.models import User
from tests.builders import make_committee, make_councillor, make_meeting, make_officer, make_post, make_user

NOW = datetime.datetime(2026, 11, 9, 10, 0, tzinfo=datetime.UTC)
TODAY = NOW.date()


@pytest.fixture
def clerk(db) -> User:
    return make_user("Hannah Whitlock", "clerk@example.org")


@pytest.fixture
def other_clerk(db) -> User:
    user = make_user("Tom Reyes", "other.clerk@example.org")
    make_committee("Growth and Transport", clerk=user, slug="growth-and-transport", code="GTR")
    return user


@pytest.fixture
def officer(db) -> User:
    user = make_user("Joanne Pritchard", "officer@example.org")
    make_officer(post=make_post("Head of SEND and Inclusion"), user=user)
    return user


@pytest.fixture
def other_officer(db) -> User:
    user = make_user("Dominic Shaw", "other.officer@example.org")
    make_officer(post=make_post("Head of Passenger Transport"), user=user)
    return user


@pytest.fixture
def member(db) -> User:
    user = make_user("Jess Thornbury", "member@example.org")
    make_councillor("Jess Thornbury", user=user, email=user.email)
    return user


@pytest.fixture
def administrator(db) -> User:
    return User.objects.create_superuser("admin@example.org", "demo", name="Ade Bello")


@pytest.fixture
def outsider(db) -> User:
    """Signed in, and nobody in particular."""
    return make_user("Otto Hale", "outsider@example.org")


@pytest.fixture
def committee(clerk) -> Committee:
    return make_committee("Children and Young People", clerk=clerk, slug="children-and-young-people", code="CYP")


@pytest.fixture
def meeting(committee) -> Meeting:
    return make_meeting(committee, datetime.date(2026, 10, 8))

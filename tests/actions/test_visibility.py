"""The one rule of who may see an action, an item or a committee: every role against every kind of record."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from actions.models import Action, Status
from meetings.models import AgendaItem, Committee
from people.models import Absence
from tests.builders import make_action, make_committee, make_item, make_meeting, make_owner


@pytest.fixture
def records(meeting, officer, member):
    """One of each kind that matters; `officer` owns all but the proposals, `member` sits on the closed committee."""
    owner = make_owner(officer.officer)
    closed = make_committee("Corporate Parenting Panel", is_public=False)
    closed.members.add(member.councillor)
    exempt_item = make_item(meeting, restricted=True)
    return {
        "proposed": make_action(make_item(meeting), status=Status.PROPOSED, owner=owner),
        "dismissed": make_action(make_item(meeting), status=Status.DISMISSED, owner=owner),
        "open": make_action(make_item(meeting), owner=owner),
        "complete": make_action(make_item(meeting), status=Status.COMPLETE, owner=owner),
        "exempt": make_action(make_item(meeting), restricted=True, owner=owner),
        "exempt item": make_action(exempt_item, owner=owner),
        "closed committee": make_action(make_item(make_meeting(closed)), owner=owner),
    }


PUBLIC = {"open", "complete"}
OWNED = PUBLIC | {"exempt", "exempt item", "closed committee"}
SEES = {
    "public": PUBLIC,
    "outsider": PUBLIC,
    "member": PUBLIC | {"closed committee"},
    "officer": OWNED,
    "other_officer": PUBLIC,
    "clerk": PUBLIC | {"proposed", "dismissed", "exempt", "exempt item"},
    "other_clerk": PUBLIC,
    "administrator": OWNED | {"proposed", "dismissed"},
}


@pytest.mark.parametrize("role", SEES)
def test_each_role_sees_just_its_own(role, records, request):
    user = AnonymousUser() if role == "public" else request.getfixturevalue(role)

    seen = set(Action.objects.visible_to(user))

    assert {name for name, action in records.items() if action in seen} == SEES[role]


@pytest.mark.parametrize(("first", "last", "sees"), [(-1, 1, OWNED), (0, 0, OWNED), (-9, -1, PUBLIC), (1, 9, PUBLIC)])
def test_a_deputy_sees_what_they_must_answer_on_the_days_of_the_absence_alone(
    records, officer, other_officer, outsider, first, last, sees
):
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    Absence.objects.create(
        officer=officer.officer,
        deputy=other_officer.officer,
        away_from=today + first * day,
        away_until=today + last * day,
    )
    shared = make_action(restricted=True)
    shared.joint_owners.add(make_owner(officer.officer))

    seen = set(Action.objects.visible_to(other_officer))

    assert {name for name, action in records.items() if action in seen} == sees
    assert (shared in seen) == (sees == OWNED)
    assert set(Action.objects.visible_to(outsider)) == {records[name] for name in PUBLIC}


def test_a_joint_owner_sees_what_they_share_once(records, other_officer):
    records["exempt"].joint_owners.add(make_owner(other_officer.officer))

    assert list(Action.objects.visible_to(other_officer)).count(records["exempt"]) == 1


def test_an_exempt_item_is_seen_by_its_clerk_and_the_administrator_alone(
    records, clerk, other_clerk, officer, administrator
):
    exempt = AgendaItem.objects.filter(restricted=True)
    for user, expected in [
        (AnonymousUser(), 0),
        (other_clerk, 0),
        (officer, 0),
        (clerk, 1),
        (administrator, 1),
    ]:
        assert exempt.visible_to(user).count() == expected, user


def test_a_closed_committee_is_listed_for_those_who_sit_on_it(records, member, outsider):
    assert Committee.objects.visible_to(member).filter(is_public=False).exists()
    assert not Committee.objects.visible_to(outsider).filter(is_public=False).exists()

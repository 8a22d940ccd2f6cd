"""The navigation of each role, and which entry is marked."""

import pytest
from django.contrib.auth.models import AnonymousUser

from people import context
from people.context import ADD_MINUTES, ADMIN, COMMITTEES, DASHBOARD, DIRECTORY, MEETINGS, MY_ACTIONS, REGISTER, WORK

PUBLIC = [REGISTER, MEETINGS, COMMITTEES]


def test_the_public_sees_what_is_public():
    assert context.places_for(AnonymousUser()) == PUBLIC


def test_a_clerk_begins_with_the_work_to_do(clerk, committee):
    assert context.places_for(clerk) == [WORK, ADD_MINUTES, *PUBLIC, DASHBOARD, DIRECTORY]
    assert context.role_word(clerk) == "clerk"


@pytest.mark.parametrize("role", ["officer", "member"])
def test_whoever_can_own_an_action_begins_with_their_own(request, role):
    assert context.places_for(request.getfixturevalue(role)) == [MY_ACTIONS, *PUBLIC, DASHBOARD]


def test_an_administrator_has_the_admin_too(administrator):
    assert context.places_for(administrator) == [WORK, ADD_MINUTES, *PUBLIC, DASHBOARD, DIRECTORY, ADMIN]
    assert context.role_word(administrator) == "administrator"


def test_the_entry_of_this_page_is_marked_and_no_other(rf, administrator):
    request = rf.get("/admin/people/user/")
    request.user = administrator
    assert [entry.label for entry in context.navigation(request) if entry.is_current] == ["Admin"]


@pytest.mark.parametrize(("address", "marked"), [("/", ["Actions register"]), ("/help/", []), ("/no-such-page/", [])])
def test_the_register_at_the_root_is_marked_on_its_own_page_alone(client, db, address, marked):
    entries = client.get(address).context["navigation"]
    assert [entry.label for entry in entries if entry.is_current] == marked


def test_a_fragment_that_shows_no_frame_asks_the_database_nothing(rf, clerk, django_assert_num_queries):
    request = rf.get("/")
    request.user = clerk
    with django_assert_num_queries(0):
        context.council(request)

"""The admin: every list, search and form opens; history is read-only; nothing with history can be deleted."""

import pytest
from django.contrib import admin
from django.urls import reverse

from actions import workflow
from actions.models import Action, Status
from people.models import Owner
from tests.builders import make_action, make_answer, make_item, make_owner, make_source
from tests.cast import NOW

OURS = [model for model in admin.site._registry if model._meta.app_label in {"people", "meetings", "actions"}]
FREE_TO_DELETE = {"serviceterm", "closureday", "responsepolicy", "ownercorrection", "noticepreference", "follow"}


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def records(meeting, officer, clerk):
    """One action that has gone the whole way, so that most lists have a row."""
    make_source(meeting.committee)
    action = make_action(make_item(meeting), status=Status.PROPOSED, owner=make_owner(officer.officer))
    workflow.confirm(action, by=clerk, now=NOW)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW)
    return action


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_every_list_opens_and_can_be_searched(model, signed_in, records):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert signed_in.get(address).status_code == 200
    if admin.site._registry[model].search_fields:
        assert signed_in.get(address, {"q": "Pritchard"}).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_every_record_opens_and_none_with_history_can_be_deleted(model, signed_in, records):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    row = model.objects.first()
    if row is None:
        assert signed_in.get(reverse(f"{name}_add")).status_code in {200, 403}
        return
    assert signed_in.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
    if model._meta.model_name not in FREE_TO_DELETE:
        assert signed_in.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
        assert model.objects.filter(pk=row.pk).exists()


def test_a_status_cannot_be_written_in_the_admin(signed_in, records):
    signed_in.post(
        reverse("admin:actions_action_change", args=[records.pk]),
        {"status": "complete", "summary": "Changed", "joint_owners": "", "indicators": ""},
    )

    action = Action.objects.get(pk=records.pk)
    assert (action.status, action.summary) == (Status.ANSWERED, records.summary)


def test_the_list_of_actions_takes_the_same_queries_however_long(signed_in, meeting, django_assert_max_num_queries):
    for _ in range(20):
        make_action(make_item(meeting), owner=make_owner())
    with django_assert_max_num_queries(16):
        signed_in.get(reverse("admin:actions_action_changelist"))


def test_an_owner_can_be_looked_up_by_name_or_post(signed_in, records):
    found = signed_in.get(
        reverse("admin:autocomplete"),
        {"term": "pritchard", "app_label": "meetings", "model_name": "committee", "field_name": "link_officer"},
    ).json()["results"]
    assert [row["id"] for row in found] == [str(Owner.objects.get().pk)]


@pytest.mark.parametrize("role", ["clerk", "officer", "member", "outsider"])
def test_the_admin_is_for_administrators(role, client, request):
    client.force_login(request.getfixturevalue(role))
    assert client.get(reverse("admin:actions_action_changelist")).status_code in {302, 403}

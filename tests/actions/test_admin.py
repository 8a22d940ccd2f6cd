"""The admin: every list, search and form opens; history is read-only; nothing with history can be deleted."""

import datetime
import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions import workflow
from actions.follows import follow
from actions.models import Action, Follow, Notice, NoticePreference, Status
from meetings.models import AgendaItem
from people.models import Owner
from tests.builders import make_action, make_answer, make_item, make_meeting, make_owner, make_source
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


def test_a_proposal_that_has_no_reference_yet_is_opened_by_its_summary(signed_in, meeting):
    proposal = make_action(make_item(meeting), status=Status.PROPOSED, summary="Figures by ward")
    page = signed_in.get(reverse("admin:actions_action_changelist")).text
    assert re.search(rf'href="[^"]*/{proposal.pk}/change/[^"]*">Figures by ward', page)


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


def change(client, row, **data):
    """The admin's form of the row as it stands, with some of it changed."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    page = client.get(reverse(name, args=[row.pk]))
    form = page.context["adminform"].form
    sent = {key: form.get_initial_for_field(field, key) for key, field in form.fields.items()}
    for inline in page.context["inline_admin_formsets"]:
        sent |= {f"{inline.formset.prefix}-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent = {key: value for key, value in (sent | data).items() if value not in (None, False)}
    response = client.post(reverse(name, args=[row.pk]), sent)
    assert response.status_code == 302, [response.context["adminform"].form.errors, response.context["errors"]]


def test_the_admin_s_history_says_what_it_was_and_what_it_became(signed_in, records):
    item = records.item
    change(signed_in, item, title="Performance in 2026")
    said = LogEntry.objects.get().get_change_message()
    assert said == "Changed Title: “Performance report” → “Performance in 2026”."


def test_the_history_names_people_and_posts_and_not_their_numbers(signed_in, committee, officer):
    owner = make_owner(officer.officer)
    change(signed_in, committee, link_officer=owner.pk, clerks=[officer.pk])
    said = LogEntry.objects.get().get_change_message()
    assert "Link officer: nothing → “Joanne Pritchard”" in said
    assert "Clerks: “Hannah Whitlock” → “Joanne Pritchard”" in said


def test_what_is_changed_in_an_inline_is_told_with_the_old_value(signed_in, officer):
    holding = officer.officer.holdings.get()
    sent = {
        "name": "Joanne Pritchard", "email": officer.email, "user": officer.pk,
        "holdings-TOTAL_FORMS": 1, "holdings-INITIAL_FORMS": 1, "holdings-0-id": holding.pk,
        "holdings-0-officer": officer.officer.pk, "holdings-0-post": holding.post_id,
        "holdings-0-held_until": "2026-11-06", "absences-TOTAL_FORMS": 0, "absences-INITIAL_FORMS": 0,
    }  # fmt: skip
    address = reverse("admin:people_officer_change", args=[officer.officer.pk])
    assert signed_in.post(address, sent).status_code == 302
    assert "Held until: nothing → “2026-11-06” for post holding" in LogEntry.objects.get().get_change_message()


def test_joint_owners_given_in_the_admin_are_in_the_history_of_the_action(signed_in, records, other_officer):
    owner = make_owner(other_officer.officer)
    change(signed_in, records, joint_owners=[owner.pk])
    event = records.events.latest("pk")
    assert (event.verb, event.note, event.by_name) == ("joint owners changed", "Dominic Shaw", "Ade Bello")
    change(signed_in, records, joint_owners=[owner.pk])
    assert records.events.latest("pk") == event
    records.refresh_from_db()
    assert records.updated_at == event.at, "feeds and the API go by it"


def test_the_words_of_the_minutes_stay_and_a_resolution_logged_by_hand_can_be_put_right(signed_in, records):
    item = records.item
    quoted = item.resolutions.create(order=1, text="That it be noted.", start=0, end=17)
    by_hand = item.resolutions.create(order=2, text="That it be nodded.")
    for row in (quoted, by_hand):
        change(signed_in, row, text="That it be noted!", kind="other")
        row.refresh_from_db()
    assert (quoted.text, by_hand.text) == ("That it be noted.", "That it be noted!")


def test_a_meeting_is_not_moved_behind_the_calendar_s_back(signed_in, meeting):
    change(signed_in, meeting, place="Guildhall", date="2030-01-01", status="cancelled")
    meeting.refresh_from_db()
    assert (meeting.place, f"{meeting.date}", meeting.status) == ("Guildhall", "2026-10-08", "held")


@pytest.mark.parametrize("name", ["meetings_meeting", "people_owner"])
def test_what_other_pages_make_is_not_made_in_the_admin(name, signed_in):
    assert signed_in.get(reverse(f"admin:{name}_add")).status_code == 403


def test_a_committee_keeps_its_address_and_its_code(signed_in, committee, clerk):
    change(signed_in, committee, clerks=[clerk.pk], name="Children’s Scrutiny", slug="childrens", code="CHI")
    committee.refresh_from_db()
    assert (committee.name, committee.slug, committee.code) == (
        "Children’s Scrutiny", "children-and-young-people", "CYP",
    )  # fmt: skip
    assert "prepopulated" in signed_in.get(reverse("admin:meetings_committee_add")).text


def test_a_document_is_opened_through_the_page_that_asks_who_looks(signed_in, records):
    source = make_source(records.committee, file=SimpleUploadedFile("minutes.docx", b"PK"))
    page = signed_in.get(reverse("admin:meetings_source_change", args=[source.pk])).text
    assert f'href="{reverse("actions:source_file", args=[source.pk])}"' in page
    assert source.file.name not in page


def test_the_link_to_confirm_is_the_recipient_s_alone(signed_in, records):
    row = follow(records, email="resident@example.org", user=None, now=NOW)
    notice = Notice.objects.get(to_email="resident@example.org")
    assert row.token not in signed_in.get(reverse("admin:actions_notice_change", args=[notice.pk])).text


@pytest.mark.parametrize("name", ["is_active", "is_superuser"])
def test_an_administrator_cannot_lock_themselves_out_and_another_can_be_ended(name, signed_in, administrator, clerk):
    for user, left in ((administrator, True), (clerk, False)):
        address = reverse("admin:people_user_change", args=[user.pk])
        sent = {"email": user.email, "name": user.name, "is_active": "on", "is_superuser": "on"}
        del sent[name]
        page = signed_in.post(address, sent)
        user.refresh_from_db()
        assert getattr(user, name) is left
        assert ("You cannot take this from yourself" in page.text) is left


def test_an_owner_that_history_names_is_not_made_somebody_else(signed_in, records, other_officer):
    owner = Owner.objects.get()
    address = reverse("admin:people_owner_change", args=[owner.pk])
    assert signed_in.post(address, {"officer": other_officer.officer.pk}).status_code == 403


def test_the_list_of_followers_takes_the_same_queries_however_long(
    signed_in, records, committee, clerk, django_assert_max_num_queries
):
    for number in range(20):
        follow(records if number % 2 else committee, email=f"resident{number}@example.org", user=None, now=NOW)
    with django_assert_max_num_queries(12):
        page = signed_in.get(reverse("admin:actions_follow_changelist")).text
    row = Follow.objects.filter(action=records).first()
    assert f"resident{19}@example.org" in page
    assert row.token not in signed_in.get(reverse("admin:actions_follow_change", args=[row.pk])).text


def test_the_latest_of_the_history_stands_first(signed_in, records):
    found = signed_in.get(reverse("admin:actions_event_changelist")).context["cl"].result_list
    assert [event.verb for event in found] == ["answered", "confirmed"]


def test_what_was_done_in_the_admin_can_be_looked_up_and_not_taken_away(signed_in, records):
    change(signed_in, records.item, title="Performance in 2026")
    gone = NoticePreference.objects.create(email="officer@example.org", kind="digest")
    signed_in.post(reverse("admin:actions_noticepreference_delete", args=[gone.pk]), {"post": "yes"})
    address = reverse("admin:admin_logentry_changelist")
    page = signed_in.get(address, {"q": ""}).text
    assert "“Performance report” → “Performance in 2026”" in page
    assert "officer@example.org: no digest" in page
    assert "Deleted." in page
    entry = LogEntry.objects.first()
    assert signed_in.post(reverse("admin:admin_logentry_delete", args=[entry.pk]), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"}
    signed_in.post(address, data)
    assert LogEntry.objects.count() == 2


def test_a_meeting_of_very_many_items_leads_to_their_own_list(signed_in, meeting, django_assert_max_num_queries):
    source = make_source(meeting.committee)
    address = reverse("admin:meetings_meeting_change", args=[meeting.pk])

    def fill(number: int) -> None:
        AgendaItem.objects.bulk_create(
            AgendaItem(meeting=meeting, source=source, title="Subject", order=source.items.count() + order)
            for order in range(number)
        )

    fill(20)
    with django_assert_max_num_queries(20):
        assert signed_in.get(address).text.count('<td class="original">') == 20
    fill(100)
    page = signed_in.get(address).text
    assert '<td class="original">' not in page
    listed = f"{reverse('admin:meetings_agendaitem_changelist')}?meeting__id__exact={meeting.pk}"
    assert f'<a href="{listed}">120 items</a>' in page
    assert "120 agenda items" in signed_in.get(listed).text


def test_a_committee_of_many_meetings_costs_no_query_for_each(signed_in, committee, django_assert_num_queries):
    address = reverse("admin:meetings_committee_change", args=[committee.pk])
    make_meeting(committee, datetime.date(2026, 1, 1))
    signed_in.get(address)
    with django_assert_num_queries(7):
        signed_in.get(address)
    for day in range(2, 30):
        make_meeting(committee, datetime.date(2026, 1, day))
    with django_assert_num_queries(7):
        assert signed_in.get(address).text.count('<td class="original">') == 29

"""Several actions at once: chosen by tick or by filter, looked at, then changed, each with its own line of history."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from actions import bulk
from actions.models import Event, Notice, Status
from actions.notices import telling
from meetings.models import Meeting
from people.models import Officer, Owner
from people.wording import long_date, plain_date
from tests.builders import make_action, make_item, make_meeting, make_officer, make_owner, make_post

pytestmark = pytest.mark.django_db
LIST, CHANGE = "/work/actions/", "/work/actions/change/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def meeting(committee) -> Meeting:
    """Held not long ago, by the clock: what waits for the next meeting does not wait for years."""
    return make_meeting(committee, localdate() - 30 * DAY)


@pytest.fixture
def owner(officer) -> Owner:
    return make_owner(officer.officer, officer.officer.post_on(localdate()))


@pytest.fixture
def three(meeting, owner) -> list:
    item = make_item(meeting)
    return [make_action(item, owner=owner, due_on=localdate() - number * DAY) for number in (1, 2, 3)]


def pks(actions) -> list[int]:
    return [action.pk for action in actions]


def ask(desk, do: str, actions, follow: bool = True, **data):
    return desk.post(CHANGE, {"do": do, "action": pks(actions), **data}, follow=follow)


def said(response) -> str:
    return response.content.decode()


def test_the_list_is_of_the_clerks_committees_alone(desk, three, owner):
    make_action(owner=owner)
    response = desk.get(LIST)
    assert {row.action for row in response.context["rows"]} == set(three)
    assert [choice.label for choice in response.context["committees"]] == ["Children and Young People"]


def test_the_list_narrows_like_the_register_and_stays_where_it_is(desk, three):
    response = desk.get(LIST, {"due_to": (localdate() - 2 * DAY).isoformat()})
    assert len(response.context["rows"]) == 2
    assert f'action="{LIST}"' in said(response)


def test_an_empty_list_says_why(desk):
    assert "Your committees have no actions yet" in said(desk.get(LIST))


def test_nothing_ticked_says_so(desk, three):
    assert "Tick the actions first" in said(desk.get(CHANGE, {"do": "chase"}, follow=True))
    assert "Tick the actions first" in said(desk.get(CHANGE, {"do": "nothing", "action": pks(three)}, follow=True))


def test_all_that_fit_the_filters_are_taken_without_a_tick(desk, three):
    response = desk.get(CHANGE, {"do": "redate", "all": "yes", "due_to": (localdate() - 2 * DAY).isoformat()})
    assert set(response.context["actions"]) == set(three[1:])


def test_too_many_are_refused(desk, meeting, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)
    item = make_item(meeting)
    actions = [make_action(item) for _ in range(3)]
    assert "more than 2 actions" in said(desk.get(CHANGE, {"do": "chase", "action": pks(actions)}, follow=True))


def test_somebody_elses_actions_are_never_taken(desk, three, owner):
    theirs = make_action(owner=owner)
    response = desk.get(CHANGE, {"do": "redate", "action": [theirs.pk, three[0].pk, "x", "9" * 30]})
    assert response.context["actions"] == [three[0]]


def test_the_form_comes_first_and_changes_nothing(desk, three):
    response = desk.get(CHANGE, {"do": "redate", "action": pks(three)})
    assert "See what would change" in said(response)
    assert ask(desk, "redate", three, due="", reason="").status_code == 422
    assert not Event.objects.exists()


def test_a_preview_shows_old_and_new_and_what_stays(desk, three, meeting, owner):
    answered = make_action(meeting=meeting, owner=owner, status=Status.ANSWERED, due_on=localdate())
    day = localdate() + 30 * DAY
    response = ask(desk, "redate", [*three, answered], due=day.isoformat(), reason="Half term")
    html = said(response)
    assert "Is this right?" in html
    assert "<strong>3 actions would change.</strong>" in html
    assert "It is answered" in html
    assert not Event.objects.exists()


def test_dates_are_changed_each_with_its_history(desk, clerk, three):
    day = localdate() + 30 * DAY
    response = ask(desk, "redate", three, due=day.isoformat(), reason="Half term", sure="yes")
    assert "3 actions were given a new date." in said(response)
    for action in three:
        old = action.due_on
        action.refresh_from_db()
        assert action.due_on == day
        event = action.events.get(verb="redated")
        assert (event.by, event.note, event.data) == (
            clerk, "Half term", {"from": old.isoformat(), "to": day.isoformat()},
        )  # fmt: skip


def test_the_next_meeting_is_a_date_that_follows_the_calendar(desk, committee, three):
    coming = make_meeting(committee, localdate() + 20 * DAY, status="scheduled")
    ask(desk, "redate", three, due="next meeting", reason="For the report", sure="yes")
    three[0].refresh_from_db()
    assert (three[0].due_on, three[0].due_meeting) == (coming.date, coming)


def test_words_that_are_no_date_are_an_error_of_the_field(desk, three):
    response = ask(desk, "redate", three, due="whenever", reason="x", sure="yes")
    assert response.status_code == 422
    assert "Write a date" in said(response)
    assert not Event.objects.exists()


def test_actions_are_given_to_somebody_else_and_whoever_has_them_is_left(desk, three, meeting):
    make_officer("Alice Fenn", make_post("Director of Place"))
    alice = Owner.objects.for_officer(make_officer("Bob Hart"))
    kept = make_action(meeting=meeting, owner=alice)
    response = ask(desk, "reassign", [*three, kept], owner="Bob Hart", note="On leave", sure="yes")
    assert "3 actions were given to somebody else." in said(response)
    assert f"{kept.reference}: Bob Hart has it already." in said(response)
    three[0].refresh_from_db()
    assert three[0].owner.name == "Bob Hart"
    assert three[0].events.get(verb="passed on").note == "On leave"


def test_a_name_that_fits_nobody_is_an_error(desk, three):
    assert "Nobody in the directory fits" in said(ask(desk, "reassign", three, owner="Zebedee Quill", note="x"))


def test_one_owner_gets_one_email_for_all_of_theirs(desk, three, meeting):
    other = make_action(meeting=meeting, owner=make_owner(make_officer("Alice Fenn")), due_on=localdate())
    nobody = make_action(meeting=meeting, due_on=localdate())
    response = ask(desk, "chase", [*three, other, nobody], note="The committee meets on Thursday.", sure="yes")
    assert "2 emails about 4 actions are sent" in said(response)
    assert f"{nobody.reference}: Nobody has it." in said(response)
    sent = Notice.objects.filter(kind=Notice.Kind.OVERDUE)
    assert sorted(notice.actions.count() for notice in sent) == [1, 3]
    assert Event.objects.filter(verb="chased").count() == 4


def test_whoever_was_chased_today_is_not_chased_again(desk, clerk, three):
    telling.chase(three[0], by=clerk, now=timezone.now())
    response = ask(desk, "chase", three, sure="yes")
    assert "1 email about 2 actions is sent" in said(response)
    assert "Chased today already" in said(response)
    assert Notice.objects.filter(kind=Notice.Kind.OVERDUE).count() == 2


def test_before_anybody_is_chased_it_says_what_is_due_and_when_they_were_reminded_last(desk, three, meeting, owner):
    paused = make_action(meeting=meeting, owner=owner, due_on=localdate(), paused_until=localdate() + 9 * DAY)
    unreached = make_action(meeting=meeting, owner=make_owner(make_officer("Alice Fenn")), due_on=localdate() - DAY)
    Officer.objects.filter(name="Alice Fenn").update(email="")
    reminder = Notice.objects.create(key="r", kind="overdue", state="sent", sent_at=timezone.now() - 5 * DAY)
    reminder.actions.add(three[1])
    html = said(ask(desk, "chase", [*three, paused, unreached]))
    assert "1 email about 3 actions would be sent" in html
    assert f"Was due on {long_date(three[1].due_on)}: 2 days overdue" in html
    assert f"Last reminded on {plain_date(localdate() - 5 * DAY)}" in html
    assert html.count("Not reminded yet") == 2
    assert f"Paused until {plain_date(paused.paused_until)}" in html
    assert "Alice Fenn has no email address in the directory" in html
    assert not Event.objects.exists()


def test_going_back_keeps_what_was_typed(desk, three):
    response = ask(desk, "redate", three, due="3 December 2026", reason="Half term", again="yes")
    assert "See what would change" in said(response)
    assert 'value="3 December 2026"' in said(response)


def test_the_list_costs_the_same_however_long(
    desk, meeting, owner, django_assert_num_queries, django_assert_max_num_queries
):
    item = make_item(meeting)
    make_action(item, owner=owner)
    desk.get(LIST)
    with django_assert_max_num_queries(32) as first:
        desk.get(LIST)
    for _ in range(8):
        make_action(item, owner=owner)
    with django_assert_num_queries(len(first)):
        desk.get(LIST)


def test_the_addresses_are_the_ones_agreed():
    assert (reverse("actions:bulk"), reverse("actions:bulk_change")) == (LIST, CHANGE)

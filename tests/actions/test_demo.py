"""The demo: an invented council, its minutes read, and its actions in every status. Quick the second time."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.utils import timezone

from actions.assignment import Assigner
from actions.demo.council import found_council
from actions.models import Action, Answer, Attachment, Event, MoreTimeRequest, Notice, Status
from actions.teams import team_of
from meetings.models import Committee, Meeting, Source
from people.models import User
from scrutiny.demo_server import SIGN_INS


def load(settings) -> None:
    settings.DEMO = True
    call_command("load_demo", verbosity=0)


@pytest.fixture
def demo(transactional_db, settings) -> None:
    load(settings)


def test_the_demo_s_council_is_founded_nowhere_else(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="This is not the demo"):
        call_command("load_demo")
    assert not Committee.objects.exists()
    assert not User.objects.exists()


def test_every_page_of_the_demo_has_something_to_show(demo):
    assert set(Action.objects.values_list("status", flat=True)) == set(Status)
    assert set(Source.objects.values_list("state", flat=True)) == {Source.State.READY, Source.State.FAILED}
    assert Meeting.objects.filter(actions__status=Status.PROPOSED).distinct().count() >= 2, "meetings to review"
    assert Meeting.objects.filter(reviewed_at__isnull=False).count() >= 6
    assert MoreTimeRequest.objects.filter(state="asked", asked_by__email="officer@example.org").exists()
    assert Action.objects.filter(restricted=True).exists(), "exempt business"
    officer = User.objects.get(email="officer@example.org")
    assert Action.objects.owned_by(officer).filter(status=Status.OPEN).count() >= 2
    assert Action.objects.filter(paused_until__isnull=False).exists()

    today = timezone.localdate()
    assert Action.objects.filter(status=Status.OPEN, owner__officer__in=team_of(officer, today)).count() >= 2
    member = User.objects.get(email="member@example.org")
    assert Action.objects.owned_by(member).filter(status=Status.OPEN).exists()
    assert member.saved_searches.exists()
    assert member.follows.exists()
    assert set(Notice.objects.values_list("state", flat=True)) == {Notice.State.SENT, Notice.State.FAILED}
    assert Answer.objects.filter(state=Answer.State.PART).exists()
    assert Answer.objects.sent().exclude(private_reason="").exists()

    # The same council, so that it is founded once
    answers_fit_what_was_asked_for()
    histories_read_in_order()


def answers_fit_what_was_asked_for() -> None:
    sent = Answer.objects.exclude(state=Answer.State.DRAFT).select_related("action")
    assert len({answer.text for answer in sent}) >= 4
    figures = Attachment.objects.filter(answer__action__kind="data")
    assert {file.media_type.rpartition(".")[2] for file in figures} <= {"sheet", "text/csv"}
    assert len(figures) >= 2
    for file in Attachment.objects.all():
        with file.file.open("rb") as stored:
            assert len(stored.read()) == file.size


def histories_read_in_order() -> None:
    for action in Action.objects.prefetch_related("events"):
        verbs = [event.verb for event in action.events.all()]
        assert verbs[0] == "proposed", f"{action}: {verbs}"
        assert action.meeting.date <= action.events.all()[0].at.date()


def test_a_second_run_changes_nothing(demo, settings):
    def everything() -> list:
        return [list(model.objects.order_by("pk").values()) for model in (Action, Event, Answer, Source, Meeting, User)]

    before = everything()
    load(settings)
    assert everything() == before


def test_what_the_demo_s_clerk_takes_on_is_hers(db):
    today = timezone.localdate()
    found_council(today)
    choice = Assigner(Committee.objects.get(code="CYP"), today, today).choose_by_words("the Clerk")
    assert choice.owner.user.email == "clerk@example.org"


@pytest.mark.parametrize("email", SIGN_INS)
def test_the_sign_ins_that_are_printed_work(db, client, email):
    found_council(timezone.localdate())
    assert authenticate(email=email, password="demo") == User.objects.get(email=email)
    response = client.post("/accounts/login/", {"login": email, "password": "demo"})
    assert response.status_code == 302
    assert client.get(response["Location"], follow=True).status_code == 200

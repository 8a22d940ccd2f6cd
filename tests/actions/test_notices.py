"""What goes out: to whom, with which words, and once."""

import datetime
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions import amendments, workflow
from actions.follows import follow
from actions.models import Action, Notice, NoticePreference, Status
from actions.notices import outbox, telling
from actions.notices.outbox import State
from meetings.models import ClosureDay
from people.models import Absence, OutsideBody, Owner
from tests.builders import (
    make_action,
    make_answer,
    make_councillor,
    make_item,
    make_meeting,
    make_owner,
    make_post,
)
from tests.cast import NOW

MINUTES = datetime.timedelta(minutes=1)
DUE = datetime.date(2026, 11, 20)
Kind = Notice.Kind


@pytest.fixture
def owner(officer) -> Owner:
    return Owner.objects.for_officer(officer.officer, officer.officer.post_on(NOW.date()))


def make_open(meeting, owner, **fields) -> Action:
    fields.setdefault("item", make_item(meeting, number="35"))
    fields.setdefault("due_on", DUE)
    fields.setdefault("due_rule", {"rule": "working_days", "days": 10, "from": "2026-11-06", "kind": "data"})
    return make_action(owner=owner, **fields)


def folded(text: str) -> str:
    return " ".join(text.split())


def review_and_send(meeting, now=NOW):
    telling.meeting_reviewed(meeting, now)
    return outbox.send_waiting(now)


class Broken(EmailBackend):
    """A mail server that refuses, for as long as `failing` says."""

    failing: Exception | None = None

    def send_messages(self, messages):
        if Broken.failing:
            raise Broken.failing
        return super().send_messages(messages)


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = "tests.actions.test_notices.Broken"
    yield Broken
    Broken.failing = None


# --- new actions ---------------------------------------------------------------------------------


def test_an_owner_gets_one_email_with_all_actions_of_the_meeting(meeting, owner):
    first = make_open(meeting, owner, summary="Waiting times by ward", quote="That waiting times be given by ward.")
    second = make_open(
        meeting, owner, summary="Schools without a SENCO", owner_reason="You said that you would send this"
    )
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.to == ["officer@example.org"]
    assert message.subject == "2 actions for you from Children and Young People, 8 October"
    assert message.reply_to == ["clerk@example.org"]
    html = message.alternatives[0].content
    for words in (
        "Dear Joanne,",
        "These were asked of you as Head of SEND and Inclusion.",
        first.reference,
        "Waiting times by ward",
        "That waiting times be given by ward.",
        "Due Friday 20 November 2026",
        "10 working days, the committee’s rule for data",
        second.reference,
        "You said that you would send this",
        "http://localhost:8000/sign-in/",
        "Hannah Whitlock",
    ):
        assert words in html, words
        assert words in folded(message.body), words


def test_finishing_the_review_twice_or_sending_twice_tells_nobody_twice(meeting, owner):
    make_open(meeting, owner)
    for _ in range(3):
        review_and_send(meeting)
    assert len(mail.outbox) == 1
    assert Notice.objects.get().state == State.SENT


def test_what_is_confirmed_later_comes_in_an_email_of_its_own(meeting, owner):
    make_open(meeting, owner)
    review_and_send(meeting)
    later = make_open(meeting, owner)
    telling.tell_owners_left_waiting(NOW + MINUTES)
    outbox.send_waiting(NOW + MINUTES)
    assert len(mail.outbox) == 2
    assert mail.outbox[1].subject.startswith("1 action for you")
    assert later.reference in mail.outbox[1].body


def test_only_what_is_open_is_told(meeting, owner):
    for status in Status:
        if status != Status.OPEN:
            make_open(meeting, owner, status=status)
    assert telling.meeting_reviewed(meeting, NOW) == []


def test_joint_owners_are_told_too(meeting, owner):
    other = make_owner()
    make_open(meeting, owner).joint_owners.add(other)
    review_and_send(meeting)
    assert sorted(message.to[0] for message in mail.outbox) == sorted(["officer@example.org", other.officer.email])


def test_the_new_owner_is_told_when_an_action_is_passed_on(meeting, owner, clerk):
    action = make_open(meeting, owner)
    review_and_send(meeting)
    new = make_owner()
    amendments.assign(action, new, by=clerk, now=NOW, reason="Her service")
    telling.tell_owners_left_waiting(NOW + MINUTES)
    outbox.send_waiting(NOW + MINUTES)
    assert [message.to for message in mail.outbox] == [["officer@example.org"], [new.officer.email]]


def test_an_answer_before_the_email_goes_leaves_nothing_to_say(meeting, owner, officer):
    action = make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW)
    outbox.send_waiting(NOW)
    assert mail.outbox == []
    assert Notice.objects.get().state == State.SKIPPED


def test_telling_the_owners_of_a_long_meeting_needs_few_queries(meeting, owner, django_assert_max_num_queries):
    item = make_item(meeting)
    for _ in range(40):
        make_open(meeting, owner, item=item)
    with django_assert_max_num_queries(16):
        telling.meeting_reviewed(meeting, NOW)


def test_an_owner_with_actions_of_many_meetings_is_looked_up_once(committee, owner):
    def more(meetings: int) -> list[Action]:
        items = [make_item(make_meeting(committee)) for _ in range(meetings)]
        return [make_open(item.meeting, owner, item=item) for item in items]

    def lookups() -> int:
        with CaptureQueriesContext(connection) as captured:
            telling.tell_owners_left_waiting(NOW)
        return sum(query["sql"].startswith("SELECT") for query in captured)

    more(2)
    few = lookups()
    later = more(6)
    assert lookups() == few
    told = Notice.objects.filter(actions__in=later)
    assert sorted(notice.meeting_id for notice in told) == sorted(action.meeting_id for action in later)


# --- exempt business -----------------------------------------------------------------------------


@pytest.mark.parametrize("by_item", [True, False])
def test_of_exempt_business_an_email_has_the_reference_alone(meeting, owner, by_item):
    item = make_item(meeting, title="Placement of a child", restricted=by_item)
    action = make_open(
        meeting, owner, item=item, restricted=not by_item, summary="Cost of the Larkfield placement",
        quote="That the cost of Larkfield be reported.", owner_reason="Larkfield is hers", due_working="Larkfield",
    )  # fmt: skip
    review_and_send(meeting)
    (message,) = mail.outbox
    everything = str(message.message()) + message.body + message.alternatives[0].content
    assert action.reference in everything
    assert "Larkfield" not in everything
    assert "Placement" not in everything


def test_a_change_to_an_exempt_action_is_told_without_its_words(meeting, owner, clerk):
    action = make_open(meeting, owner, restricted=True, summary="Larkfield")
    review_and_send(meeting)
    amendments.redate(action, DUE, by=clerk, now=NOW + MINUTES, reason="Larkfield asked")
    amendments.redate(
        action, DUE + 7 * datetime.timedelta(days=1), by=clerk, now=NOW + MINUTES, reason="Larkfield asked"
    )
    telling.tell_changes(NOW + 2 * MINUTES, telling.AT_ONCE)
    outbox.send_waiting(NOW + 2 * MINUTES)
    assert action.reference in mail.outbox[1].subject
    assert "Larkfield" not in str(mail.outbox[1].message())


# --- whom it reaches -----------------------------------------------------------------------------


def test_the_deputy_gets_it_while_the_officer_is_away_and_is_told_so(meeting, owner, other_officer):
    Absence.objects.create(
        officer=owner.officer, away_from=datetime.date(2026, 11, 2), away_until=datetime.date(2026, 11, 13),
        deputy=other_officer.officer,
    )  # fmt: skip
    make_open(meeting, owner)
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.to == ["other.officer@example.org"]
    assert "You get this for Joanne Pritchard, who is away until 13 November 2026." in folded(message.body)


def test_a_body_without_sign_in_answers_by_reply_and_gets_no_link_to_sign_in(meeting):
    body = OutsideBody.objects.create(name="Northbrook ICB", contact_name="Priya Nair", contact_email="icb@example.org")
    action = make_open(meeting, Owner.objects.for_body(body))
    review_and_send(meeting)
    (message,) = mail.outbox
    assert message.reply_to == ["clerk@example.org"]
    assert "Reply to this email with your answer" in message.body
    assert "/answer/" not in message.body
    assert f"http://localhost:8000{action.get_absolute_url()}" in message.body


def test_a_vacant_post_and_a_councillor_without_an_address_are_kept_for_the_clerk(meeting):
    make_open(meeting, Owner.objects.for_post(make_post("Head of Nothing"), NOW.date()))
    make_open(meeting, Owner.objects.for_councillor(make_councillor("Owen Trask")))
    tally = review_and_send(meeting)
    assert (tally.sent, tally.skipped) == (0, 2)
    assert {notice.outcome for notice in Notice.objects.all()} == {
        "No email address for Head of Nothing (vacant). The clerk has to tell them.",
        "No email address for Cllr Owen Trask. The clerk has to tell them.",
    }


# --- what others changed -------------------------------------------------------------------------


def test_changes_by_others_come_in_one_email_and_ones_own_are_not_told(meeting, owner, officer, clerk):
    action, other = make_open(meeting, owner), make_open(meeting, owner)
    review_and_send(meeting)
    soon, later = NOW + MINUTES, NOW + 5 * MINUTES
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=soon, reason="Half term.")
    amendments.redate(action, DUE + datetime.timedelta(days=4), by=clerk, now=soon, reason="Half term, again.")
    amendments.pause(other, by=officer, now=soon, reason="Waiting for data", until=DUE)
    assert telling.tell_changes(later) == []  # the clerk may not have finished
    telling.tell_changes(later, telling.AT_ONCE)
    telling.tell_changes(later, telling.AT_ONCE)
    outbox.send_waiting(later)
    assert len(mail.outbox) == 2
    words = folded(mail.outbox[1].body)
    assert "Now due Tuesday 24 November 2026 (was 23 November 2026). Half term, again." in words
    assert other.reference not in words


def test_an_answer_sent_back_says_what_is_missing(meeting, owner, officer, clerk):
    action = make_open(meeting, owner)
    review_and_send(meeting)
    workflow.answer(action, make_answer(action, officer), by=officer, now=NOW + MINUTES)
    workflow.send_back(action, by=clerk, now=NOW + 2 * MINUTES, missing="The wards are missing.")
    telling.tell_changes(NOW + 20 * MINUTES)
    outbox.send_waiting(NOW + 20 * MINUTES)
    assert "Still missing: The wards are missing." in mail.outbox[1].body


def test_what_happened_before_the_owner_was_told_is_no_news(meeting, owner, clerk):
    action = make_open(meeting, owner)
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=NOW - MINUTES, reason="In review")
    telling.meeting_reviewed(meeting, NOW)
    assert telling.tell_changes(NOW + 20 * MINUTES) == []


# --- when it goes, and that it goes once ----------------------------------------------------------


@pytest.mark.parametrize("day", [7, 8])
def test_nothing_goes_out_at_the_weekend_and_all_of_it_on_monday(meeting, owner, day):
    make_open(meeting, owner)
    saturday = NOW.replace(day=day)
    assert review_and_send(meeting, saturday).held == 1
    assert mail.outbox == []
    assert outbox.send_waiting(NOW).sent == 1


def test_nothing_goes_out_on_bank_holidays_of_the_nation_and_closure_days(meeting, owner):
    make_open(meeting, owner)
    ClosureDay.objects.create(day=datetime.date(2026, 12, 24))
    for day in (24, 25, 28):
        assert review_and_send(meeting, NOW.replace(month=12, day=day)).sent == 0
    assert outbox.send_waiting(NOW.replace(month=12, day=29)).sent == 1


def test_an_address_asked_to_confirm_hears_at_once_also_on_sunday(committee):
    follow(committee, email="resident@example.org", user=None, now=NOW.replace(day=8))
    assert outbox.send_waiting(NOW.replace(day=8)).sent == 1
    assert "Confirm that you want to follow" in mail.outbox[0].subject


def test_a_failed_send_is_tried_again_later_and_given_up_with_words(meeting, owner, broken):
    make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    broken.failing = smtplib.SMTPServerDisconnected("gone")
    now = NOW
    assert outbox.send_waiting(now).again == 1
    assert outbox.send_waiting(now + MINUTES) == outbox.Tally()  # not before five minutes are over
    for wait in (6, 31, 121, 361):
        now += wait * MINUTES
        outbox.send_waiting(now.replace(day=9) if now.day > 9 else now)
    notice = Notice.objects.get()
    assert (notice.state, notice.attempts) == (State.FAILED, 5)
    assert notice.outcome == "The mail server could not take it (SMTPServerDisconnected). Tried 5 times."
    broken.failing = None
    assert outbox.send_waiting(NOW + datetime.timedelta(days=1)).sent == 0
    assert outbox.send_again(notice)
    assert outbox.send_waiting(NOW + datetime.timedelta(days=1)).sent == 1
    assert not outbox.send_again(notice)


def test_a_server_that_is_back_gets_it_on_the_second_try(meeting, owner, broken):
    make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    broken.failing = ConnectionRefusedError()
    outbox.send_waiting(NOW)
    broken.failing = None
    assert outbox.send_waiting(NOW + 6 * MINUTES).sent == 1


def test_a_refused_address_fails_at_once(meeting, owner, broken):
    make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    broken.failing = smtplib.SMTPRecipientsRefused({"officer@example.org": (550, b"unknown")})
    assert outbox.send_waiting(NOW).failed == 1
    assert "refused the address officer@example.org" in Notice.objects.get().outcome


def test_one_notice_that_cannot_be_written_does_not_keep_the_others_back(meeting, owner, committee):
    Notice.objects.create(key="bad", kind=Kind.DIGEST, data={"stage": "unheard of"}, owner=owner, committee=committee)
    make_open(meeting, owner)
    tally = review_and_send(meeting)
    assert (tally.failed, tally.sent) == (1, 1)


def test_a_claim_of_a_dead_worker_is_taken_up_and_a_handing_over_left_to_the_clerk(meeting, owner, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    make_open(meeting, owner)
    telling.meeting_reviewed(meeting, NOW)
    notice = Notice.objects.get()
    for state, then in ((State.CLAIMED, State.WAITING), (State.HANDING, State.FAILED)):
        Notice.objects.update(state=state, claimed_at=NOW)
        outbox.recover(NOW + 14 * MINUTES)
        notice.refresh_from_db()
        assert notice.state == state  # whoever has it may be at it still
        outbox.recover(NOW + 16 * MINUTES)
        notice.refresh_from_db()
        assert notice.state == then
    assert "may have gone out" in notice.outcome


def test_where_the_mail_folder_can_be_looked_at_the_truth_is_found_there(meeting, owner, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    make_open(meeting, owner)
    make_open(meeting, make_owner())
    review_and_send(meeting)
    make_open(meeting, make_owner())
    telling.meeting_reviewed(meeting, NOW)
    Notice.objects.update(state=State.HANDING, claimed_at=NOW)
    outbox.recover(NOW + 16 * MINUTES)
    assert sorted(Notice.objects.values_list("state", flat=True)) == ["sent", "sent", "waiting"]


# --- what people do not want ---------------------------------------------------------------------


def test_an_assignment_comes_whatever_was_chosen_and_a_change_does_not(meeting, owner, clerk):
    for kind in (Kind.ASSIGNMENT, Kind.CHANGE):
        NoticePreference.objects.create(email="officer@example.org", kind=kind)
    action = make_open(meeting, owner)
    review_and_send(meeting)
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=NOW + MINUTES, reason="Half term.")
    telling.tell_changes(NOW + 20 * MINUTES)
    outbox.send_waiting(NOW + 20 * MINUTES)
    assert len(mail.outbox) == 1
    assert Notice.objects.get(kind=Kind.CHANGE).outcome == "Joanne Pritchard has chosen not to get these emails."


def test_headers_let_mail_programs_stop_what_may_be_stopped(meeting, owner, clerk):
    action = make_open(meeting, owner)
    review_and_send(meeting)
    amendments.redate(action, DUE + datetime.timedelta(days=3), by=clerk, now=NOW + MINUTES, reason="Half term.")
    telling.tell_changes(NOW + 20 * MINUTES)
    outbox.send_waiting(NOW + 20 * MINUTES)
    assignment, change = (message.message() for message in mail.outbox)
    assert assignment["List-Unsubscribe"] is None
    assert change["List-Unsubscribe"].startswith("<http://localhost:8000/notices/stop/")
    assert change["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert assignment["Message-ID"] != change["Message-ID"]
    assert change["Auto-Submitted"] == "auto-generated"


# --- by hand -------------------------------------------------------------------------------------


def test_a_clerk_chases_once_a_day_and_the_history_says_so(meeting, owner, clerk):
    action = make_open(meeting, owner)
    telling.chase(action, by=clerk, now=NOW, note="The committee meets on Thursday.")
    with pytest.raises(workflow.MoveRefused, match="chased today already"):
        telling.chase(action, by=clerk, now=NOW)
    outbox.send_waiting(NOW)
    assert "The committee meets on Thursday." in mail.outbox[0].body
    assert [event.verb for event in action.events.all()] == ["chased"]


def test_nobody_is_chased_for_what_nobody_has_or_what_is_answered(meeting, owner, clerk):
    with pytest.raises(workflow.MoveRefused, match="Nobody has"):
        telling.chase(make_open(meeting, None), by=clerk, now=NOW)
    with pytest.raises(workflow.MoveRefused, match="not open"):
        telling.chase(make_open(meeting, owner, status=Status.ANSWERED), by=clerk, now=NOW)

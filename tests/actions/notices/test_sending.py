"""When notices go, that they go once, what people may stop, and what a clerk sends by hand."""

import datetime
import smtplib

import pytest
from django.core import mail

from actions import amendments, workflow
from actions.follows import follow
from actions.models import Notice, NoticePreference, Status
from actions.notices import outbox, telling
from actions.notices.outbox import State
from meetings.models import ClosureDay
from tests.actions.notices.sample import DUE, MINUTES, make_open, review_and_send
from tests.builders import make_owner
from tests.cast import NOW

Kind = Notice.Kind


# --- when it goes, and that it goes once ---------------------------------------------------------------


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


def test_a_clerk_is_told_on_which_day_an_email_of_the_weekend_goes(committee):
    ClosureDay.objects.create(day=datetime.date(2026, 11, 9))
    words = [outbox.on_which_day(committee, datetime.date(2026, 11, day)) for day in (6, 7, 10)]
    assert words == ["", " on Tuesday 10 November 2026, the next working day", ""]


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


# --- what people do not want ---------------------------------------------------------------------------


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


# --- by hand -------------------------------------------------------------------------------------------


def test_a_clerk_chases_once_a_day_and_the_history_says_so(meeting, owner, clerk):
    action = make_open(meeting, owner)
    telling.chase(action, by=clerk, now=NOW, note="The committee meets on Thursday.")
    with pytest.raises(workflow.MoveRefused, match="Chased today already"):
        telling.chase(action, by=clerk, now=NOW)
    outbox.send_waiting(NOW)
    assert "The committee meets on Thursday." in mail.outbox[0].body
    assert [event.verb for event in action.events.all()] == ["chased"]


def test_whoever_is_chased_for_several_is_told_by_whom_how_many_are_late_and_what_is_missing(meeting, owner, clerk):
    late, coming = make_open(meeting, owner, due_on=datetime.date(2026, 10, 30)), make_open(meeting, owner)
    exempt = make_open(meeting, owner, restricted=True)
    late.events.create(verb="answered in part", note="The second half")
    exempt.events.create(verb="sent back", note="A secret")
    telling.chase_together([late, coming, exempt], by=clerk, now=NOW, note="The committee meets on Thursday.")
    outbox.send_waiting(NOW)
    [email] = mail.outbox
    assert email.subject == "Please answer: 3 actions, 1 of them overdue"
    text = " ".join(email.body.split())
    assert "Children and Young People is waiting for 3 answers from you, 1 of them overdue." in text
    assert "Still to come: The second half" in text
    assert "Said in discussion on 8 October 2026" in text
    assert "A secret" not in email.body


def test_nobody_is_chased_for_what_nobody_has_or_what_is_answered(meeting, owner, clerk):
    with pytest.raises(workflow.MoveRefused, match="Nobody has"):
        telling.chase(make_open(meeting, None), by=clerk, now=NOW)
    with pytest.raises(workflow.MoveRefused, match="It is answered"):
        telling.chase(make_open(meeting, owner, status=Status.ANSWERED), by=clerk, now=NOW)

"""The weekly digests, news for followers, and the day by hand."""

import datetime
import json

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from actions import answers, workflow
from actions.day import EVENING, MORNING, at
from actions.follows import follow
from actions.models import Action, Notice, NoticePreference, Status
from actions.notices import digests, outbox
from meetings.models import ClosureDay, Source
from people.models import Owner
from tests.builders import make_action, make_answer, make_item, make_meeting, make_post, make_source
from tests.cast import NOW
from tests.reading import folded

MONDAY = datetime.date(2026, 11, 9)
DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def owner(officer) -> Owner:
    return Owner.objects.for_officer(officer.officer, officer.officer.post_on(MONDAY))


def week(day: datetime.date) -> list[str]:
    """Whom the digests of a morning reached."""
    now = at(day, MORNING)
    digests.tell_week(now)
    before = len(mail.outbox)
    outbox.send_waiting(now)
    return sorted(message.to[0] for message in mail.outbox[before:])


def body_to(address: str) -> str:
    (message,) = [message for message in mail.outbox if message.to == [address]]
    return folded(message.body)


def test_owners_and_clerks_get_one_digest_a_week_on_its_first_working_day(meeting, owner):
    make_action(make_item(meeting), owner=owner, due_on=MONDAY + DAY)
    make_action(make_item(meeting), owner=owner, due_on=MONDAY - DAY)
    assert week(MONDAY) == ["clerk@example.org", "officer@example.org"]
    assert [week(MONDAY + number * DAY) for number in range(7)] == [[]] * 7
    assert week(MONDAY + 7 * DAY) == ["clerk@example.org", "officer@example.org"]


def test_a_week_that_begins_with_a_day_off_or_with_nothing_running_is_told_later(meeting, owner):
    make_action(make_item(meeting), owner=owner)
    ClosureDay.objects.create(day=MONDAY)
    assert week(MONDAY) == []
    assert week(MONDAY + DAY) == ["clerk@example.org", "officer@example.org"]
    assert week(MONDAY + 9 * DAY) == ["clerk@example.org", "officer@example.org"]


def test_an_owner_reads_what_is_overdue_first_and_exempt_business_by_reference(meeting, owner):
    late = make_action(make_item(meeting), owner=owner, due_on=MONDAY - DAY, summary="Waiting times")
    soon = make_action(make_item(meeting), owner=owner, due_on=MONDAY + DAY, restricted=True, summary="Larkfield")
    paused = make_action(make_item(meeting), owner=owner, due_on=MONDAY - DAY, paused_until=MONDAY + 9 * DAY)
    week(MONDAY)
    words = body_to("officer@example.org")
    assert "You have 3 open actions, 1 of them overdue." in words
    places = [words.index(part) for part in ("OVERDUE (1)", late.reference, "DUE IN THE NEXT SEVEN DAYS (1)")]
    places += [words.index(part) for part in (soon.reference, "PAUSED (1)", paused.reference)]
    assert places == sorted(places)
    assert "Larkfield" not in words


def test_a_clerk_reads_what_waits_and_whom_no_email_reaches(meeting, owner, committee):
    for _ in range(2):
        make_action(make_item(meeting), status=Status.PROPOSED)
    make_action(make_item(meeting), status=Status.ANSWERED, owner=owner)
    make_action(make_item(meeting), owner=owner, due_on=MONDAY - DAY)
    make_action(make_item(meeting), owner=Owner.objects.for_post(make_post("Head of Nothing"), MONDAY), due_on=None)
    part = make_action(make_item(meeting), owner=owner, due_on=MONDAY + DAY)
    draft = answers.save_draft(part, by=owner.user, now=NOW, text="There were 61.", rest="By ward")
    answers.send(draft, by=owner.user, now=NOW)
    make_source(committee, state=Source.State.FAILED, reason="Torn")
    week(MONDAY)
    words = body_to("clerk@example.org")
    for line in (
        "1 document that could not be read",
        "2 proposals to review",
        "1 answer to accept",
        "1 action answered in part",
        "1 action overdue",
        "1 action with no owner",
        "1 action with no date",
        "No email address, so you have to tell them: Head of Nothing (vacant)",
    ):
        assert line in words, line
    assert "request for more time" not in words


def test_a_clerk_for_whom_nothing_waits_gets_no_digest(committee):
    assert week(MONDAY) == []
    assert Notice.objects.get().outcome == "Nothing waits."


def test_somebody_who_wants_no_digest_gets_none(meeting, owner):
    NoticePreference.objects.create(email="Officer@example.org", kind=Notice.Kind.DIGEST)
    make_action(make_item(meeting), owner=owner)
    assert week(MONDAY) == ["clerk@example.org"]


# --- followers -----------------------------------------------------------------------------------


def news(now: datetime.datetime) -> list[str]:
    digests.tell_followers(now)
    before = len(mail.outbox)
    outbox.send_waiting(now)
    return [message.to[0] for message in mail.outbox[before:]]


def test_followers_hear_once_of_what_is_public_and_new(meeting, owner, officer, clerk, member):
    action = make_action(make_item(meeting), owner=owner, summary="Waiting times")
    follow(action, email=member.email, user=member, now=NOW)
    follow(action.committee, email=clerk.email, user=clerk, now=NOW)
    later = NOW + datetime.timedelta(hours=1)
    assert news(later) == []
    workflow.answer(action, make_answer(action, officer), by=officer, now=later)
    assert sorted(news(later)) == ["clerk@example.org", "member@example.org"]
    assert news(later) == []
    assert "Answered." in body_to("member@example.org")
    assert "Waiting times" in body_to("member@example.org")


LONG_AGO = datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("change", "said", "due"),
    [
        (lambda action, by: workflow.drop(action, by=by, now=NOW + HOUR, reason="Not needed", decided_by="the Chair"),
         "No longer required.", ""),
        (lambda action, by: workflow.complete(action, by=by, now=NOW + HOUR, note="It was held."),
         "Completed.", "Due date: Tuesday 1 September 2026"),
        (lambda action, by: workflow.report_done(action, by=by, now=NOW + HOUR, note="It was held."),
         "Reported done.", "Due date: Tuesday 1 September 2026"),
    ],
)  # fmt: skip
def test_news_of_what_nobody_waits_for_does_not_call_it_overdue(meeting, owner, clerk, member, change, said, due):
    action = make_action(make_item(meeting), owner=owner, due_on=LONG_AGO)
    follow(action, email=member.email, user=member, now=NOW)
    change(action, clerk)
    assert news(NOW + HOUR) == [member.email]
    body = body_to(member.email)
    assert said in body
    assert "overdue" not in body
    assert ("September" in body) is bool(due)
    assert due in body


def test_news_of_what_is_open_and_late_says_so(meeting, owner, clerk, member):
    action = make_action(make_item(meeting), owner=owner, status=Status.ANSWERED, due_on=LONG_AGO)
    follow(action, email=member.email, user=member, now=NOW)
    workflow.send_back(action, by=clerk, now=NOW + HOUR, missing="The wards")
    news(NOW + HOUR)
    assert "overdue" in body_to(member.email)


def test_an_unconfirmed_follower_hears_nothing_and_one_who_stopped_no_more(meeting, owner, officer, member):
    action = make_action(make_item(meeting), owner=owner)
    follow(action, email="resident@example.org", user=None, now=NOW)
    row = follow(action, email=member.email, user=member, now=NOW)
    later = NOW + datetime.timedelta(hours=1)
    workflow.answer(action, make_answer(action, officer), by=officer, now=later)
    digests.tell_followers(later)
    row.delete()
    outbox.send_waiting(later)
    assert [message.subject for message in mail.outbox] == [f"Confirm that you want to follow {action.reference}"]


@pytest.mark.parametrize("how", ["action", "item"])
def test_followers_hear_nothing_of_exempt_business(meeting, owner, officer, member, how):
    item = make_item(meeting, restricted=how == "item")
    action = make_action(item, owner=owner, restricted=how == "action")
    follow(action.committee, email=member.email, user=member, now=NOW)
    later = NOW + datetime.timedelta(hours=1)
    workflow.answer(action, make_answer(action, officer), by=officer, now=later)
    assert news(later) == []


def test_followers_of_a_committee_closed_to_them_meanwhile_hear_nothing(meeting, owner, officer, member, committee):
    action = make_action(make_item(meeting), owner=owner)
    follow(committee, email=member.email, user=member, now=NOW)
    later = NOW + datetime.timedelta(hours=1)
    workflow.answer(action, make_answer(action, officer), by=officer, now=later)
    committee.is_public = False
    committee.save()
    assert news(later) == []
    assert Notice.objects.get(kind=Notice.Kind.FOLLOW).outcome == "Nothing that they may see."


# --- the day by hand -----------------------------------------------------------------------------


def test_due_work_does_a_day_and_says_what_it_did(meeting, owner, capsys):
    make_action(make_item(meeting), owner=owner, due_on=datetime.date(2026, 11, 12))
    call_command("due_work", "--today", "2026-11-09")
    told = capsys.readouterr().out
    assert told.startswith("Monday 9 November 2026\nMorning:\n")
    assert "1 notice of reminders and overdue actions put down" in told
    assert "2 notices of weekly digests put down" in told
    assert "End of the day:\n  1 notice of new actions put down" in told
    assert len(mail.outbox) == 3


def test_due_work_run_again_does_nothing_again(meeting, owner):
    make_action(make_item(meeting), owner=owner, due_on=datetime.date(2026, 11, 12))
    for _ in range(2):
        call_command("due_work", "--today", "2026-11-09")
    assert len(mail.outbox) == 3
    assert Notice.objects.count() == 4


def test_due_work_on_a_sunday_sends_nothing_and_says_why(meeting, owner, capsys):
    make_action(make_item(meeting), owner=owner, due_on=datetime.date(2026, 11, 12))
    call_command("due_work", "--today", "2026-11-08")
    assert "No working day in England: no emails go out there." in capsys.readouterr().out
    assert mail.outbox == []


def test_a_review_left_half_done_is_told_at_the_end_of_the_day_and_not_in_the_morning(meeting, owner):
    make_action(make_item(meeting), owner=owner, due_on=None)
    make_action(make_item(meeting), owner=owner, status=Status.PROPOSED)
    call_command("due_work", "--today", "2026-11-10")
    notice = Notice.objects.get(kind=Notice.Kind.ASSIGNMENT)
    assert notice.created_at == at(datetime.date(2026, 11, 10), EVENING)
    assert notice.actions.count() == 1


def test_due_work_refuses_what_is_no_day():
    with pytest.raises(CommandError, match="write it as 2026-03-01"):
        call_command("due_work", "--today", "tomorrow")


# --- why a date ----------------------------------------------------------------------------------


def explain(capsys, *arguments: str) -> dict:
    call_command("explain_due", "--json", *arguments)
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (("--words", "within six weeks", "--met-on", "2021-09-13"), "2021-10-25"),
        (("--words", "six months' time", "--met-on", "2021-09-13"), "2022-03-13"),
        (("--words", "by the end of the municipal year", "--met-on", "2021-09-13"), "2022-04-30"),
        (("--words", "ahead of the March meeting", "--met-on", "2021-09-13"), "2022-03-31"),
        (("--words", "by the end of quarter three", "--met-on", "2021-09-13"), "2021-12-31"),
        (("--words", "Q2", "--met-on", "2021-10-01"), "2022-09-30"),
        (("--words", "next quarter", "--met-on", "2021-12-31"), "2022-03-31"),
        (("--words", "the next meeting", "--met-on", "2021-09-13"), "next_meeting"),
        (("--words", "in due course", "--met-on", "2021-09-13"), None),
        (("--words", "in due course", "--kind", "data", "--met-on", "2021-09-13"), "2021-09-27"),
        (("--kind", "data", "--met-on", "2021-07-05", "--nation", "northern-ireland"), "2021-07-20"),
        (("--kind", "report", "--met-on", "2021-09-13"), "next_meeting"),
        (("--clock", "executive", "--served-on", "2025-03-10"), "2025-05-09"),
        (("--clock", "nhs", "--served-on", "2025-03-10", "--nation", "northern-ireland"), None),
    ],
)
def test_explain_due_needs_no_database(capsys, arguments, due):
    answer = explain(capsys, *arguments)
    assert set(answer) == {"due", "rule", "working"}
    assert answer["due"] == due
    assert answer["working"]


def test_explain_due_knows_a_committees_own_calendar_when_asked(capsys, committee):
    make_meeting(committee, datetime.date(2021, 11, 8))
    answer = explain(capsys, "--kind", "report", "--met-on", "2021-09-13", "--committee", committee.slug)
    assert answer["due"] == "2021-11-08"
    assert not Action.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--kind", "data"), "--met-on is needed"),
        (("--met-on", "2021-09-13"), "Give --words, --kind or --clock"),
        (("--clock", "nhs"), "--served-on"),
        (("--kind", "data", "--met-on", "13/09/2021"), "is no date"),
        (("--served-on", "2025-03-10"), "belongs to --clock"),
        (("--clock", "nhs", "--served-on", "2025-03-10", "--kind", "data"), "recommendations alone"),
        (("--clock", "nhs", "--served-on", "2025-03-10", "--met-on", "2025-03-11"), "served after it is made"),
        (("--clock", "executive", "--served-on", "9999-12-31"), "too far ahead"),
    ],
)
def test_explain_due_says_what_is_missing(arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("explain_due", *arguments)

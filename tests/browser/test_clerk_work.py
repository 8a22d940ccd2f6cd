"""The clerk's home, several actions at once, the tracker and the dashboard, in a real browser."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from actions import tracker_files
from actions.models import Event, MoreTimeRequest, Notice, Status
from actions.tracker import tracker
from meetings.models import Meeting, Source
from people.models import Owner
from tests.builders import make_action, make_answer, make_item, make_meeting, make_source

DAY = datetime.timedelta(days=1)


@pytest.fixture
def coming(committee, meeting, officer, clerk) -> Meeting:
    """Something in every queue of the clerk's home, and the next meeting."""
    owner = Owner.objects.for_officer(officer.officer, officer.officer.post_on(localdate()))
    item = make_item(meeting, number="27")
    make_action(item, status=Status.PROPOSED)
    make_action(item, due_on=localdate() + 9 * DAY, summary="Response times for noise complaints at weekends")
    make_action(item, owner=owner)
    late = make_action(
        item, owner=owner, due_on=localdate() - 40 * DAY, summary="Report on moving to adult services at 18"
    )
    answered = make_action(item, owner=owner, status=Status.ANSWERED, due_on=localdate(), answered_at=timezone.now())
    make_answer(answered, officer, state="sent", sent_at=timezone.now())
    make_action(item, owner=owner, restricted=True, due_on=localdate(), summary="Cost of the two bids")
    MoreTimeRequest.objects.create(
        action=late,
        asked_by=officer,
        old_due_on=late.due_on,
        new_due_on=localdate() + 9 * DAY,
        reason="The survey is late",
    )
    make_source(committee, state=Source.State.FAILED, reason="The pages are pictures.", failure="unreadable")
    Notice.objects.create(key="k", kind="reminder", committee=committee, state="failed", outcome="Refused.")
    return make_meeting(committee, localdate() + 24 * DAY, status=Meeting.Status.SCHEDULED)


def test_the_pages_are_sound_at_every_width(page, sign_in, clerk, coming, good_at_every_width):
    sign_in(page, clerk)
    action = coming.committee.actions.exclude(reference=None).first()
    tracker = reverse("actions:tracker", args=[coming.committee.slug, coming.date])
    change = f"{reverse('actions:bulk_change')}?do=reassign&action={action.pk}"
    for address in ["/work/", "/work/actions/", change, "/dashboard/", tracker, f"{tracker}?exempt=yes"]:
        page.goto(address)
        good_at_every_width(page)


def test_dates_are_changed_together_by_keyboard(page, sign_in, clerk, coming, good_at_every_width):
    sign_in(page, clerk)
    page.goto("/work/actions/?overdue=on")
    page.get_by_label("that fit these filters").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Change the due date").focus()
    page.keyboard.press("Enter")
    page.get_by_label("New due date").fill("next meeting")
    page.get_by_label("Why").fill("It comes with the report")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Is this right?")
    good_at_every_width(page)
    page.get_by_role("button", name="Change the dates").click()
    expect(page.get_by_text("1 action was given a new date.")).to_be_visible()
    assert Event.objects.filter(verb="redated").count() == 1


def test_a_word_document_comes_from_the_tracker(page, sign_in, clerk, coming):
    sign_in(page, clerk)
    page.goto("/work/")
    page.get_by_role("link", name="Tracker for Children and Young People").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word for the agenda pack").click()
    assert download.value.suggested_filename.endswith(f"{coming.date}.docx")


def test_the_tracker_is_six_keys_from_the_top_of_the_clerk_s_home(page, sign_in, clerk, coming):
    sign_in(page, clerk)
    page.goto("/work/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the next meetings")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Next meetings")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Action tracker")).to_be_visible()


def test_a_document_that_nobody_needs_is_set_aside_and_brought_back(page, sign_in, clerk, coming, good_at_every_width):
    sign_in(page, clerk)
    page.goto("/work/")
    page.get_by_role("link", name="Set aside").click()
    page.get_by_role("button", name="Set it aside").click()
    expect(page.locator(".error-summary")).to_be_focused()
    good_at_every_width(page)
    page.get_by_label("Why it is not needed").fill("It came in again as a Word file")
    page.get_by_role("button", name="Set it aside").click()
    expect(page.get_by_role("heading", name="Set aside")).to_be_visible()
    good_at_every_width(page)
    page.goto("/intake/documents/")
    expect(page.get_by_text("Set aside: It came in again")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("heading", name="These minutes could not be read")).to_be_visible()


def test_a_page_waits_for_a_large_pdf_and_says_when_it_is_ready(
    page, sign_in, clerk, coming, good_at_every_width, monkeypatch
):
    """The worker is this test: it makes the file while the page waits."""
    monkeypatch.setattr(tracker_files, "LARGE_FROM", 1)
    found = tracker(Meeting.objects.select_related("committee").get(pk=coming.pk), localdate())
    assert tracker_files.claim(found, "pdf")  # so that the page does not ask for it
    sign_in(page, clerk)
    page.goto(reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "pdf"]))
    expect(page.get_by_role("heading", name="The PDF is being made")).to_be_visible()
    good_at_every_width(page)
    tracker_files.make(found, "pdf")
    save = page.get_by_role("link", name="Save the PDF")
    expect(save).to_be_focused()
    good_at_every_width(page)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(f"{coming.date}.pdf")


def test_actions_are_logged_by_hand_one_after_another_by_keyboard_alone(
    page, sign_in, clerk, coming, meeting, officer, good_at_every_width
):
    sign_in(page, clerk)
    item = meeting.items.first()
    page.goto(f"{reverse('actions:review_add', args=[meeting.committee.slug, meeting.date])}?item={item.pk}")
    page.get_by_label("Agenda item").focus()
    for number in (1, 2):
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_label("The words it rests on")).to_be_focused()
        page.keyboard.type(f"Joanne Pritchard said that she would send list {number}.")
        for _ in range(2):  # past the words' origin
            page.keyboard.press("Tab")
        page.keyboard.type(f"Send list {number}")
        for _ in range(3):  # past the kind and the date, which are worked out
            page.keyboard.press("Tab")
        page.keyboard.type("Joanne Pritchard")
        page.get_by_role("button", name="then another").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"was added and confirmed: Send list {number}")).to_be_visible()
        expect(page.locator(".messages")).to_be_focused()
        page.keyboard.press("Tab")  # from what was said of it to the item, which stays
    good_at_every_width(page)
    added = meeting.actions.filter(summary__startswith="Send list", item=item)
    assert [(each.status, each.owner.name) for each in added] == [(Status.OPEN, "Joanne Pritchard")] * 2

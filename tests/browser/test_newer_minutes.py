"""What newer minutes changed, and a button that is pressed twice, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from actions import reading, workflow
from actions.models import Action
from meetings.models import Meeting, Source
from tests.actions.newer.sample import BREAKDOWN, OTHERWISE, REPORT, action_with
from tests.actions.sample_minutes import DATED
from tests.builders import make_officer, make_owner, make_source
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def changed(clerk, committee) -> str:
    """The review of a meeting whose confirmed minutes say one action in other words and leave one out; its address."""
    committee.link_officer = make_owner(make_officer("Joanne Pritchard"))
    committee.save()
    reading.read_source(make_source(committee, DATED).pk, now=NOW)
    for action in Action.objects.all():
        workflow.confirm(action, by=clerk, now=NOW)
    without = OTHERWISE.replace("(c) a further report on waiting times be brought to the next meeting.\n", "")
    newer = make_source(committee, without, standing=Source.Standing.CONFIRMED)
    reading.read_source(newer.pk, now=NOW)
    meeting = Meeting.objects.get()
    return reverse("actions:review", args=[meeting.committee.slug, meeting.date])


def test_what_newer_minutes_changed_is_decided_by_keyboard(page, sign_in, clerk, changed, good_at_every_width):
    reworded, missing = action_with(BREAKDOWN), action_with(REPORT)
    sign_in(page, clerk)
    page.goto(changed)
    good_at_every_width(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    section = page.get_by_role("region", name="Changed by newer minutes")
    lines = section.get_by_role("listitem")
    expect(lines).to_have_count(2)
    expect(lines.filter(has_text=missing.reference)).to_contain_text("Not in them")
    lines.filter(has_text=reworded.reference).get_by_role("button", name="Keep it as it is").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{reworded.reference} is kept as it is.")).to_be_visible()
    lines.filter(has_text=missing.reference).get_by_role("link", name="No longer required").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why").fill("The committee struck it out")
    page.get_by_label("Who decided").fill("the committee")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check the proposals")
    expect(page.get_by_role("button", name="Finish the review")).to_be_visible()


def test_what_newer_minutes_changed_can_be_decided_without_script(new_context, sign_in, clerk, changed):
    missing = action_with(REPORT)
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, clerk)
    page.goto(changed)
    page.get_by_role("listitem").filter(has_text=missing.reference).get_by_role("button", name="Keep it").click()
    expect(page.get_by_text(f"{missing.reference} is kept as it is.")).to_be_visible()


def test_a_button_that_is_pressed_twice_adds_one_action_and_says_so(page, sign_in, clerk, changed):
    before = Action.objects.count()
    sign_in(page, clerk)
    page.goto(f"{changed}add/")
    page.get_by_label("Agenda item").select_option(index=1)
    page.get_by_label("Request, in one line").fill("Send the figures of each school")
    page.get_by_role("button", name="Add and confirm", exact=True).dblclick()
    expect(page.get_by_text("was added and confirmed: Send the figures of each school")).to_be_visible()
    assert Action.objects.count() == before + 1


def test_a_proposal_whose_confirm_is_pressed_twice_is_confirmed_without_a_complaint(page, sign_in, clerk, committee):
    committee.link_officer = make_owner(make_officer("Joanne Pritchard"))
    committee.save()
    reading.read_source(make_source(committee, DATED).pk, now=NOW)
    meeting = Meeting.objects.get()
    sign_in(page, clerk)
    page.goto(reverse("actions:review", args=[committee.slug, meeting.date]))
    page.locator("details[name=proposal][open]").get_by_role("button", name="Confirm").dblclick()
    expect(page.locator("#last")).to_contain_text("No. 1 confirmed")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#trouble")).to_be_hidden()
    assert Action.objects.filter(reference__isnull=False).count() == 1

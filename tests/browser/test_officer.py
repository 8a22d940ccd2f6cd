"""An officer's pages in a browser: drafts saved while typing, files dropped, keys, and everything without script."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Route, expect

from actions import amendments, answers
from actions.models import Status
from actions.sign_in_links import path_for
from tests.builders import make_action, make_answer, make_attachment, make_item, make_meeting, make_owner

DAY = datetime.timedelta(days=1)
CSV = {"name": "Figures.csv", "mimeType": "text/csv", "buffer": b"ward,number\nHarbour,14\n"}
PROGRAM = {"name": "Figures.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00\x00\x00"}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def action(meeting, officer):
    due = timezone.localdate() - 6 * DAY
    words = "That the figures of children out of school be given by ward, and how the target was set."
    owner = make_owner(officer.officer)
    return make_action(make_item(meeting), owner=owner, due_on=due, summary="Children out of school", quote=words)


def address(action, name="answer") -> str:
    return reverse(f"actions:{name}", args=[action.reference])


def test_the_officer_s_pages_are_good_at_every_width(
    page, sign_in, good_at_every_width, action, officer, other_officer, committee, meeting
):
    make_meeting(committee, timezone.localdate() + DAY, status="scheduled")
    for days in (3, 40):
        make_action(make_item(meeting), owner=action.owner, due_on=timezone.localdate() + days * DAY)
    make_action(make_item(meeting), owner=action.owner, status=Status.ANSWERED, answered_at=timezone.now())
    exempt = make_action(make_item(meeting, restricted=True), owner=action.owner)
    make_attachment(make_answer(action, officer))
    theirs = make_action(make_item(meeting), owner=make_owner(other_officer.officer))
    draft = make_answer(theirs, other_officer, state="approval", approver=officer)
    before = make_action(make_item(make_meeting(committee)), status=Status.COMPLETE, summary="Children out of school")
    make_answer(before, other_officer, state="sent", sent_at=timezone.now())
    sign_in(page, officer)
    for path in (
        reverse("actions:mine"), address(action), address(exempt), address(action, "answer_preview"),
        reverse("actions:approval", args=[draft.pk]), reverse("actions:calendar_address"), reverse("actions:team"),
    ):  # fmt: skip
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
        good_at_every_width(page)
    page.goto(address(action))
    page.fill("#id_text", "")
    page.click("button:has-text('Send answer')")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.locator(".error-summary")).to_be_focused()
    good_at_every_width(page)


def test_the_clerk_s_verbs_are_good_at_every_width(page, sign_in, good_at_every_width, action, clerk, officer):
    amendments.ask_more_time(
        action, by=officer, now=timezone.now(), reason="Late figures", until=timezone.localdate() + 30 * DAY
    )
    sign_in(page, clerk)
    verbs = [reverse("actions:verb", args=[action.reference, name]) for name in ("redate", "words", "reassign", "drop")]
    for path in (action.get_absolute_url(), address(action, "decide_more_time"), address(action), *verbs):
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
        good_at_every_width(page)


def test_words_are_saved_while_they_are_typed(page, sign_in, action, officer):
    sign_in(page, officer)
    page.goto(address(action))
    # Typed slowly they go up more than once.
    with page.expect_response(lambda response: "61." in (response.request.post_data or "")):
        page.locator("#id_text").press_sequentially("There were 61.")
    expect(page.get_by_text("Draft saved at")).to_be_visible()
    assert answers.draft_of(action, officer).text == "There were 61."
    expect(page.locator("#id_text")).to_be_focused()  # it stays where one types


def test_files_go_up_as_they_are_chosen_or_dropped_and_refusals_are_said(page, sign_in, action, officer):
    sign_in(page, officer)
    page.goto(address(action))
    page.fill("#id_text", "See the files")
    page.set_input_files("#id_uploads", [CSV])
    page.wait_for_selector("#files >> text=Figures.csv")
    page.set_input_files("#id_uploads", [PROGRAM])
    page.wait_for_selector("#files >> text=cannot be attached")
    drop = """() => {
        const data = new DataTransfer();
        data.items.add(new File(["dropped"], "Dropped.txt", {type: "text/plain"}));
        const dropped = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
        document.querySelector("[data-upload]").dispatchEvent(dropped);
    }"""
    page.evaluate(drop)
    page.wait_for_selector("#files >> text=Dropped.txt")
    assert page.input_value("#id_text") == "See the files", "nothing typed is lost"
    names = [file.name for file in answers.draft_of(action, officer).attachments.all()]
    assert names == ["Figures.csv", "Dropped.txt"]


@pytest.fixture
def hold_back(page):
    """`hold_back(path)`: the requests to it from now on, on their way until the test lets them go on."""

    def begin(path: str) -> list[Route]:
        held: list[Route] = []
        page.route(f"**{path}", lambda route: held.append(route))
        return held

    return begin


def wait_for(page, held: list[Route]) -> Route:
    while not held:
        page.wait_for_timeout(20)
    return held.pop(0)


def test_send_waits_for_a_file_that_is_still_under_way(page, sign_in, hold_back, action, officer):
    sign_in(page, officer)
    page.goto(address(action))
    held = hold_back(address(action, "answer_files"))
    page.fill("#id_text", "See the files")
    page.set_input_files("#id_uploads", [CSV])
    upload = wait_for(page, held)
    page.dblclick("button:has-text('Send answer')")
    expect(page.locator("#announcement")).to_have_text("This goes when the files are there")
    action.refresh_from_db()
    assert action.status == Status.OPEN
    upload.continue_()
    expect(page.locator("main")).to_contain_text("was sent")
    action.refresh_from_db()
    answer = action.answers.get()
    assert (action.status, answer.text) == (Status.ANSWERED, "See the files")
    assert [file.name for file in answer.attachments.all()] == ["Figures.csv"]


def test_nothing_is_sent_when_a_file_did_not_arrive(page, sign_in, hold_back, goes_wrong, action, officer):
    sign_in(page, officer)
    page.goto(address(action))
    held = hold_back(address(action, "answer_files"))
    page.fill("#id_text", "See the files")
    page.set_input_files("#id_uploads", [CSV])
    upload = wait_for(page, held)
    page.click("button:has-text('Send answer')")
    upload.abort()
    expect(page.locator("#announcement")).to_have_text("Nothing was sent, since a file did not arrive")
    expect(page.locator("[data-progress]")).to_contain_text("Figures.csv could not be sent")
    expect(page.locator("#files")).to_be_focused()
    action.refresh_from_db()
    assert action.status == Status.OPEN
    page.click("button:has-text('Send answer')")
    expect(page.locator("main")).to_contain_text("was sent")


def test_send_waits_for_the_words_that_are_under_way_and_begins_nothing_after(
    page, sign_in, hold_back, committee, action, officer
):
    sign_in(page, officer)
    page.goto(address(action))
    held = hold_back(address(action, "answer_draft"))
    page.fill("#id_text", "There were 6")
    typed = wait_for(page, held)
    page.fill("#id_text", "There were 61.")
    page.get_by_label("Only part. The rest will follow").check()
    page.get_by_label("What is still to come, and by when").fill("The wards")
    page.click("button:has-text('Send answer')")
    typed.continue_()
    expect(page.locator("main")).to_contain_text("was sent")
    assert held == []
    answer = action.answers.get()
    assert (answer.text, answer.state) == ("There were 61.", "part")


def test_enter_in_a_one_line_box_sends_nothing_and_removes_nothing(page, sign_in, action, officer):
    make_attachment(make_answer(action, officer, text="There were 61."))
    sign_in(page, officer)
    page.goto(address(action))
    page.click("text=Should a colleague approve it first?")
    page.locator("#id_approver").press("Enter")
    page.wait_for_selector("text=Your draft was saved")
    action.refresh_from_db()
    assert (action.status, answers.draft_of(action, officer).attachments.count()) == (Status.OPEN, 1)


def test_without_script_an_answer_goes_out_with_its_files(new_context, sign_in, action, officer):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, officer)
    page.goto(address(action))
    page.fill("#id_text", "There were 61.")
    page.set_input_files("#id_uploads", [CSV])
    page.click("button:has-text('Send answer')")
    page.wait_for_selector("text=was sent")
    action.refresh_from_db()
    answer = action.answers.get()
    assert (action.status, [file.name for file in answer.attachments.all()]) == (Status.ANSWERED, ["Figures.csv"])


def test_an_officer_is_at_the_answer_two_clicks_after_the_email(page, good_at_every_width, action, officer):
    page.goto(path_for(officer, address(action)))
    good_at_every_width(page)
    page.click("main button:has-text('Sign in')")
    page.wait_for_selector("text=Your answer")


@pytest.mark.parametrize("script", [True, False])
def test_part_of_an_answer_that_is_not_public_is_written_and_sent(
    new_context, sign_in, good_at_every_width, action, officer, script
):
    page = new_context(java_script_enabled=script).new_page()
    sign_in(page, officer)
    page.goto(address(action))
    assert not page.get_by_label("Public summary").is_visible()
    page.get_by_label("Answer", exact=True).fill("There were 61.")
    page.get_by_label("Only part").check()
    page.get_by_label("No. Some of it is confidential").check()
    page.get_by_role("button", name="Send answer").click()
    page.get_by_role("link", name="Say why it cannot be public").click()
    if script:
        expect(page.get_by_label("Why", exact=True)).to_be_focused()
        good_at_every_width(page)
    page.get_by_label("What is still to come, and by when").fill("The wards, by 3 December")
    page.get_by_label("Why", exact=True).fill("It would show who a child is")
    page.get_by_label("Public summary").fill("About as many as last year.")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("the answer goes to the committee")).to_be_visible()
    if script:
        good_at_every_width(page)
    page.get_by_role("button", name="Send answer").click()
    expect(page.locator("main")).to_contain_text("was sent")
    page.goto(action.get_absolute_url())
    if script:
        good_at_every_width(page)
    action.refresh_from_db()
    sent = action.answers.get()
    assert (action.status, sent.state, sent.rest) == (Status.OPEN, "part", "The wards, by 3 December")
    assert sent.private_reason == "It would show who a child is"

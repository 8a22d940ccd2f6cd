"""The public pages in a browser: axe finds nothing, nothing scrolls sideways, and they work without a script."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from actions import workflow
from actions.models import Status
from people.models import Indicator, Owner
from people.wording import plain_date
from tests.builders import (
    make_action,
    make_answer,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_post,
    make_source,
)

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = (
    "The Head of Service spoke about carers.\n"
    "Cllr Osei asked for figures by ward, and they were promised.\n"
    "It was noted."
)


@pytest.fixture
def pages(committee, officer, clerk) -> dict[str, str]:
    """A council in small, with something on every page; the address of each page by its name."""
    today, now = timezone.localdate(), timezone.now()
    meeting = make_meeting(committee, today - datetime.timedelta(days=40), reviewed_at=now)
    make_meeting(committee, today + datetime.timedelta(days=20), status="scheduled")
    source = make_source(committee, TEXT)
    paragraphs = [{"start": 0, "end": 39}, {"start": 40, "end": 100}, {"start": 101, "end": len(TEXT)}]
    item = make_item(
        meeting, "Foster carers", number="27", source=source, paragraphs=paragraphs, presenter="Bethan Price"
    )
    owner = Owner.objects.for_officer(make_officer("Bethan Price"), make_post("Fostering Team Manager"))
    asker = make_councillor("Amara Osei", ward="Millfield")
    action = make_action(
        item, summary="Figures on foster carers by ward", owner=owner, requester=asker, source=source,
        due_on=today - datetime.timedelta(days=2), due_working="10 working days from the meeting",
    )  # fmt: skip
    action.evidence.update(source=source, start=40, end=75, text=TEXT[40:75])
    action.indicators.add(Indicator.objects.create(code="NBK01", title="Foster carers"))
    answer = make_answer(action, officer)
    answer.attachments.create(file="x", name="Wards.xlsx", size=14_000, sha256="0", media_type="x")
    workflow.answer(action, answer, by=officer, now=now)
    make_action(item, summary="Letter about carers", due_on=today - datetime.timedelta(days=9), owner=owner)
    make_action(
        make_item(make_meeting(committee)),
        summary="Foster carers by ward and age",
        status=Status.COMPLETE,
        closed_at=now,
    )
    make_item(meeting, "Kept back", restricted=True, public_summary="A contract was considered.")
    return {
        "register": "/",
        "search": "/?q=figures&status=answered",
        "nothing found": "/?q=zebra",
        "an error": "/?due_from=banana",
        "action": action.get_absolute_url(),
        "asked before": f"{action.get_absolute_url()}asked-before/",
        "follow": f"{action.get_absolute_url()}follow/",
        "meeting": meeting.get_absolute_url(),
        "meetings": "/meetings/",
        "committee": committee.get_absolute_url(),
        "committees": "/committees/",
        "indicator": "/indicators/NBK01/",
        "API": "/api/",
        "refused download": "/actions.csv?due_from=banana",
    }


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_any_public_page_and_none_scrolls_sideways(page, pages, axe, fits, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in pages.values():
        page.goto(address)
        for details in page.locator("main details").all():
            details.evaluate("element => element.open = true")
        axe(page)
        fits(page)


def test_axe_finds_nothing_on_what_the_clerk_and_a_councillor_see_of_them(page, pages, axe, sign_in, clerk, member):
    for user in (clerk, member):
        sign_in(page, user)
        for name in ("register", "action", "meeting", "committee"):
            page.goto(pages[name])
            axe(page)
        for address in ("/saved/", "/saved/new/?status=open"):
            page.goto(address)
            axe(page)


def test_the_register_is_narrowed_by_keyboard_and_a_chip_undoes_it(page, pages):
    page.goto("/")
    page.get_by_label("Complete").focus()
    page.keyboard.press("Space")
    page.get_by_label("Asked by", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**status=complete**")
    expect(page.locator("#count")).to_have_text("1 action")
    page.get_by_role("link", name="Remove filter: Status Complete").press("Enter")
    page.wait_for_url(lambda url: "status=complete" not in url)
    expect(page.locator("#count")).to_contain_text("3 actions")


def test_a_search_stays_in_the_address_and_marks_what_it_found(page, pages):
    page.goto("/")
    page.get_by_label("Search", exact=True).fill("figures")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**q=figures**")
    expect(page.locator("mark.hit").first).to_have_text("figures")
    page.reload()
    expect(page.get_by_label("Search", exact=True)).to_have_value("figures")


def test_an_error_in_a_date_takes_the_focus_and_leads_to_the_field(page, pages):
    page.goto(pages["an error"])
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    expect(page.locator("[name=due_from]")).to_be_focused()


def test_a_resident_follows_an_action_without_a_script(new_context, pages):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(pages["action"])
    page.get_by_label("Email address").fill("resident@example.org")
    page.get_by_role("button", name="Follow by email").click()
    expect(page.get_by_text("We have sent an email to resident@example.org")).to_be_visible()


def test_on_a_phone_the_figures_of_a_meeting_stand_in_one_line_and_one_without_figures_has_none(page, pages):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/meetings/")
    held = page.get_by_role("row").filter(has_text="Checked").first
    tops = {round(box.bounding_box()["y"]) for box in held.locator(".is-number > span:last-child").all()}
    assert len(tops) == 1
    coming = page.get_by_role("row").filter(has_text="To be held").first
    expect(coming.locator(".is-number").first).to_be_hidden()


def test_of_two_dates_only_the_one_that_makes_no_sense_is_marked(page, pages):
    page.goto(pages["an error"])
    widths = [
        page.locator(f"[name={name}]").evaluate("(element) => getComputedStyle(element).borderTopWidth")
        for name in ("due_from", "due_to")
    ]
    assert widths == ["2px", "1px"]


def test_on_paper_the_register_says_of_which_day_it_is_and_what_it_was_narrowed_to(page, pages):
    page.goto("/?status=open&q=carers")
    day = page.get_by_text("Only these:")
    expect(day).to_be_hidden()
    page.emulate_media(media="print")
    expect(day).to_contain_text(f"On {plain_date(timezone.localdate())}.")
    expect(page.locator(".chip").get_by_text("Open")).to_be_visible()
    expect(page.get_by_text("Clear all")).to_be_hidden()


def test_a_reader_s_own_spacing_of_letters_and_lines_makes_no_page_too_wide_on_a_phone(new_context, pages, fits):
    """WCAG 1.4.12, with the most that it asks for."""
    page = new_context(bypass_csp=True).new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    spacing = "line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important"
    for name in ("register", "action", "meetings", "committee", "meeting"):
        page.goto(pages[name])
        page.add_style_tag(content=f"* {{ {spacing} }}")
        fits(page)

"""The review by keyboard alone, in a real browser: as quick as reading, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import expect

from actions import proposals, reading
from actions.models import Action, Evidence, Status
from meetings.models import Meeting, Source
from tests.actions.sample_minutes import DATED
from tests.builders import make_officer, make_owner, make_post, make_source
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reviewed(committee) -> Meeting:
    """A meeting whose minutes the reader has read; owners and dates are known, so that nothing but reading is left."""
    owner = make_owner(make_officer("Joanne Pritchard"), make_post("Head of SEND and Inclusion"))
    committee.link_officer = owner
    committee.save()
    source = make_source(committee, DATED)
    reading.read_source(source.pk, now=NOW)
    Action.objects.filter(owner=None).update(owner=owner, owner_reason="The committee’s link officer")
    assert Source.objects.get().state == Source.State.READY
    assert Action.objects.count() >= 2
    return Meeting.objects.get()


@pytest.fixture
def opened(page, sign_in, clerk, reviewed):
    sign_in(page, clerk)
    page.goto(f"/committees/{reviewed.committee.slug}/meetings/{reviewed.date}/review/")
    return page


def is_open(page, action):
    expect(page.locator(f"#p{action.pk}")).to_have_attribute("open", "")
    expect(page.locator(f"#p{action.pk} > summary")).to_be_focused()


def test_reading_confirming_dismissing_and_undoing_without_a_mouse(opened):
    first, second = Action.objects.order_by("order")[:2]
    expect(opened.locator(f"#p{first.pk}")).to_have_attribute("open", "")
    opened.keyboard.press("c")
    is_open(opened, second)
    expect(opened.locator("#last")).to_contain_text("No. 1 confirmed")
    opened.keyboard.press("x")
    expect(opened.get_by_label("Nobody is asked to do anything")).to_be_focused()
    opened.keyboard.press("Enter")
    expect(opened.locator("#last")).to_contain_text("No. 2 dismissed")
    opened.keyboard.press("u")
    expect(opened.locator("#last")).to_contain_text("No. 1 confirmed")
    is_open(opened, second)
    opened.keyboard.press("k")
    is_open(opened, first)
    opened.keyboard.press("j")
    is_open(opened, second)
    assert list(
        Action.objects.filter(pk__in=[first.pk, second.pk]).order_by("order").values_list("status", flat=True)
    ) == [
        Status.OPEN,
        Status.PROPOSED,
    ]


def test_a_page_that_comes_back_at_a_proposal_goes_on_from_there(opened):
    second = Action.objects.order_by("order")[1]
    address = opened.url
    opened.goto("about:blank")
    opened.goto(f"{address}?open={second.pk}#p{second.pk}")
    is_open(opened, second)


def test_after_the_last_of_a_page_the_next_page_opens_at_its_first(opened, monkeypatch):
    first, second = Action.objects.order_by("order")[:2]
    monkeypatch.setattr(proposals, "PER_PAGE", 1)
    opened.reload()
    expect(opened.locator(f"#p{second.pk}")).to_have_count(0)
    opened.keyboard.press("c")
    is_open(opened, second)
    expect(opened.locator(f"#p{first.pk}")).to_have_count(0)
    opened.locator(f'#minutes a.no[href$="#p{first.pk}"]').first.click()
    is_open(opened, first)


def test_letters_typed_into_a_form_are_letters(opened):
    action = Action.objects.order_by("order").first()
    opened.keyboard.press("e")
    words = opened.get_by_label("Request, in one line")
    expect(words).to_be_focused()
    words.fill("")
    opened.keyboard.type("explain cuts in jobs")
    expect(words).to_have_value("explain cuts in jobs")
    opened.keyboard.press("Escape")
    is_open(opened, action)
    expect(words).to_have_count(0)
    action.refresh_from_db()
    assert action.status == Status.PROPOSED


def test_a_form_with_an_error_says_so_and_takes_the_focus(opened):
    opened.keyboard.press("e")
    opened.get_by_label(re.compile("^Due")).fill("soonish")
    opened.keyboard.press("Enter")
    expect(opened.locator(".error-summary")).to_be_focused()
    expect(opened.locator(".error-summary")).to_contain_text("Write a date, for example")


def test_a_proposal_that_cannot_be_confirmed_stays_open_and_says_why(opened, reviewed):
    Action.objects.update(owner=None, owner_reason="")
    opened.reload()
    first = Action.objects.order_by("order")[0]
    opened.keyboard.press("c")
    proposal = opened.locator(f"#p{first.pk}")
    expect(proposal).to_have_attribute("open", "")
    expect(proposal.get_by_role("alert")).to_be_focused()
    expect(proposal.get_by_role("alert")).to_contain_text("Choose who must act")
    proposal.get_by_label("Decide later").check()
    opened.keyboard.press("c")
    is_open(opened, Action.objects.order_by("order")[1])


def test_the_keys_can_be_turned_off_and_stay_off(opened):
    opened.keyboard.press("?")
    expect(opened.get_by_label("Single-letter keys work")).to_be_visible()
    opened.get_by_label("Single-letter keys work").uncheck()
    opened.keyboard.press("Escape")
    opened.reload()
    opened.keyboard.press("c")
    opened.keyboard.press("?")
    expect(opened.get_by_label("Single-letter keys work")).to_be_hidden()
    assert not Action.objects.filter(status=Status.OPEN).exists()


def test_a_number_in_the_minutes_opens_its_proposal_and_its_words_are_in_sight(opened):
    second = Action.objects.order_by("order")[1]
    opened.locator(f'#minutes a.no[href="#p{second.pk}"]').first.click()
    is_open(opened, second)
    expect(opened.locator(f'#minutes [data-actions="{second.pk}"]').first).to_have_class(re.compile("is-current"))
    expect(opened.locator(f'#minutes [data-actions="{second.pk}"]').first).to_be_in_viewport()


def test_words_selected_in_the_minutes_become_an_action_with_their_place(opened):
    opened.evaluate(
        """() => {
          const lines = [...document.querySelectorAll("#minutes [data-start]")];
          const line = lines.find((each) => each.textContent.includes("Apologies came"));
          const range = document.createRange();
          range.setStart(line.firstChild, 0);
          range.setEnd(line.firstChild, "Apologies came".length);
          getSelection().addRange(range);
        }"""
    )
    opened.get_by_role("link", name="Add an action from these words").click()
    expect(opened.get_by_label("The words it rests on")).to_have_value("Apologies came")
    opened.get_by_role("button", name="Add, check later").click()
    expect(opened.locator(".proposal[open]")).to_contain_text("Apologies came")
    quote = Evidence.objects.get(text="Apologies came")
    assert quote.source.text[quote.start : quote.end] == "Apologies came"


def test_everything_works_without_script(new_context, sign_in, clerk, reviewed):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, clerk)
    page.goto(f"/committees/{reviewed.committee.slug}/meetings/{reviewed.date}/review/")
    first, second = Action.objects.order_by("order")[:2]
    page.locator(f"#p{first.pk}").get_by_role("button", name="Confirm").click()
    expect(page.locator(f"#p{second.pk}")).to_have_attribute("open", "")
    page.locator(f"#p{second.pk}").get_by_role("link", name="Dismiss").click()
    page.get_by_role("button", name="Dismiss this proposal").click()
    expect(page.locator("#last")).to_contain_text("No. 2 dismissed")
    page.locator("#last").get_by_role("button", name="Undo").click()
    expect(page.locator("#last")).to_contain_text("No. 1 confirmed")


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_the_review_is_accessible_and_fits_at_every_width(opened, axe, fits, width):
    opened.set_viewport_size({"width": width, "height": 900})
    axe(opened)
    fits(opened)
    opened.locator(".proposal[open]").get_by_role("link", name="Edit").click()
    expect(opened.get_by_label("Request, in one line")).to_be_visible()
    axe(opened)
    fits(opened)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_intake_is_accessible_and_fits(opened, axe, fits, width):
    opened.set_viewport_size({"width": width, "height": 900})
    source = Source.objects.get()
    Source.objects.filter(pk=source.pk).update(name="minutes-of-the-" + "very-" * 20 + "long-name.docx")
    review = opened.url
    for address in ["/intake/", "/intake/documents/", f"/intake/{source.pk}/", review + "add/", review + "resolution/"]:
        opened.goto(address)
        axe(opened)
        fits(opened)
    Source.objects.filter(pk=source.pk).update(state="failed", failure="no_date", reason="No date.")
    opened.goto(f"/intake/{source.pk}/")
    axe(opened)
    fits(opened)


def test_the_progress_page_follows_the_reading_without_a_reload(page, sign_in, clerk, committee):
    sign_in(page, clerk)
    source = make_source(committee, DATED)
    page.goto(f"/intake/{source.pk}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Reading the minutes")
    page.evaluate("window.notReloaded = true")
    reading.read_source(source.pk, now=NOW)
    expect(page.get_by_role("heading", level=1)).to_contain_text("The minutes are read")
    expect(page.get_by_role("link", name="Check them")).to_be_focused()
    assert page.evaluate("window.notReloaded")

"""Every part that pages are built from, in a browser, as a page for reading, one for working, and one with errors."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(autouse=True)
def their_addresses(settings) -> None:
    settings.ROOT_URLCONF = "tests.browser.component_pages"


@pytest.mark.parametrize("address", ["/parts/", "/parts/work/", "/parts/errors/"])
def test_every_part_is_good_at_every_width(page, good_at_every_width, address):
    page.goto(address)
    good_at_every_width(page)


def test_each_line_of_the_error_summary_leads_to_its_control(page):
    page.goto("/parts/errors/")
    for words, label in [
        ("Fill in “Answer”", "Answer"),
        ("There is no 31 November 2026", "New date"),
        ("Tick “", "I have"),
    ]:
        page.locator(".error-summary").get_by_role("link", name=words).click()
        expect(page.get_by_label(label).first).to_be_focused()
    page.locator(".error-summary").get_by_role("link", name="Choose an answer: All of it?").click()
    expect(page.get_by_label("Yes")).to_be_focused()

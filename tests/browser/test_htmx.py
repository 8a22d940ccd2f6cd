"""What the frame does around htmx: focus after a swap, refusals in words, the CSRF header, the sign-in page."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def tried(page, sign_in, settings, clerk):
    settings.ROOT_URLCONF = "tests.browser.htmx_pages"
    sign_in(page, clerk)
    page.goto("/try/")
    return page


def test_a_refused_form_is_swapped_in_and_its_summary_takes_the_focus(tried, axe):
    tried.get_by_role("button", name="Send").click()
    expect(tried.locator(".error-summary")).to_be_focused()
    axe(tried)


def test_what_asks_for_the_focus_after_a_swap_gets_it_and_a_word_is_announced(tried):
    tried.get_by_label("Name").fill("Mill Lane")
    tried.keyboard.press("Enter")
    expect(tried.get_by_role("heading", name="Taken: Mill Lane")).to_be_focused()
    expect(tried.locator("#announcement")).to_have_text("One taken")


@pytest.mark.parametrize(
    ("button", "words"), [("Refused", "You may not do that"), ("Broken", "Something went wrong on our side")]
)
def test_a_refusal_is_said_in_words_and_the_page_stays(tried, axe, goes_wrong, button, words):
    tried.get_by_role("button", name=button).click()
    expect(tried.locator("#trouble")).to_contain_text(words)
    expect(tried.get_by_label("Name")).to_be_visible()
    axe(tried)


def test_an_unreachable_server_is_said_in_words(tried, goes_wrong):
    tried.route("**/try/refused/", lambda route: route.abort())
    tried.get_by_role("button", name="Refused").click()
    expect(tried.locator("#trouble")).to_contain_text("could not be reached")


def test_whoever_was_signed_out_is_sent_to_sign_in_and_back(tried):
    tried.context.clear_cookies()
    tried.get_by_role("button", name="Signed out").click()
    tried.wait_for_url("**/accounts/login/?next=%2Ftry%2F")
    expect(tried.get_by_role("heading", name="Sign in")).to_be_visible()

"""The frame, sign-in, error and flat pages in a browser: axe, width, keyboard, focus."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from playwright.sync_api import expect

FLAT = ["/how-this-works/", "/help/", "/accessibility/", "/privacy/"]
ENTRANCE = ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", "/accounts/signup/"]
ERRORS = ["/no-such-page/"]
OWN = [
    "/account/",
    "/accounts/password/change/",
    "/accounts/logout/",
    "/accounts/2fa/",
    "/accounts/reauthenticate/",
]


@pytest.mark.parametrize("address", [*FLAT, *ENTRANCE, *ERRORS])
def test_a_public_page_is_good_at_every_width(page, good_at_every_width, address):
    page.goto(address)
    good_at_every_width(page)


@pytest.mark.parametrize("address", OWN)
def test_a_page_of_ones_own_is_good_at_every_width(page, good_at_every_width, sign_in, administrator, address):
    sign_in(page, administrator)
    page.goto(address)
    good_at_every_width(page)


def test_axe_finds_nothing_with_the_narrow_menu_open(page, axe, fits, sign_in, administrator):
    page.set_viewport_size({"width": 320, "height": 800})
    sign_in(page, administrator)
    page.goto("/help/")
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Admin", exact=True)).to_be_visible()
    axe(page)
    fits(page)


def test_a_refused_sign_in_is_told_at_the_top_and_beside_the_field(page, axe):
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in", exact=True).click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Error: Sign in – Scrutiny actions – Northbrook City Council")
    axe(page)
    summary.get_by_role("link").first.click()
    expect(page.get_by_label("Email")).to_be_focused()


def test_a_clerk_signs_in_and_out_by_keyboard_alone(page, clerk):
    page.goto("/accounts/login/?next=/account/")
    page.get_by_label("Email").focus()
    page.keyboard.type("clerk@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("demo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_the_first_tab_skips_to_the_main_content(page):
    page.goto("/help/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_menu_opens_on_a_narrow_screen_without_javascript(new_context, sign_in, administrator):
    page = new_context(java_script_enabled=False).new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    sign_in(page, administrator)
    page.goto("/help/")
    expect(page.get_by_role("link", name="Admin", exact=True)).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Admin", exact=True)).to_be_visible()


def test_setting_up_a_second_step_is_good_at_every_width(page, good_at_every_width, sign_in, clerk):
    sign_in(page, clerk)
    page.goto("/accounts/2fa/totp/activate/")
    say_who_it_is(page)
    expect(page.locator(".qr svg")).to_be_visible()
    good_at_every_width(page)
    for address in ("/accounts/2fa/webauthn/add/", "/accounts/2fa/webauthn/"):
        page.goto(address)
        good_at_every_width(page)


def test_recovery_codes_and_the_second_step_are_good_at_every_width(page, good_at_every_width, sign_in, clerk):
    TOTP.activate(clerk, "JBSWY3DPEHPK3PXP")
    codes = RecoveryCodes.activate(clerk)
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("clerk@example.org")
    page.get_by_label("Password").fill("demo")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    good_at_every_width(page)
    page.get_by_label("Code").fill(codes.get_unused_codes()[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto("/accounts/2fa/recovery-codes/")
    say_who_it_is(page)
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    good_at_every_width(page)


def say_who_it_is(page) -> None:
    """Whoever changes how an account is protected signs in once more."""
    page.get_by_label("Password").fill("demo")
    page.get_by_role("button", name="Continue").click()


def with_a_key(page) -> None:
    """The browser gets an authenticator that says yes by itself."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_renamed_and_used_to_sign_in(page, good_at_every_width, clerk, live_server):
    site = live_server.url.replace("127.0.0.1", "localhost")
    with_a_key(page)
    page.goto(f"{site}/accounts/login/?next=/accounts/2fa/webauthn/add/")
    page.get_by_label("Email").fill("clerk@example.org")
    page.get_by_label("Password").fill("demo")
    page.get_by_role("button", name="Sign in", exact=True).click()
    say_who_it_is(page)
    page.get_by_label("Name").fill("Work laptop")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("The passkey or security key was added")).to_be_visible()
    page.goto(f"{site}/accounts/2fa/webauthn/")
    expect(page.get_by_role("definition").filter(has_text="Passkey. Rename Work laptop")).to_be_visible()
    good_at_every_width(page)
    page.get_by_role("link", name="Rename Work laptop").click()
    expect(page.get_by_role("button", name="Keep the name")).to_be_visible()
    good_at_every_width(page)
    page.get_by_label("Name").fill("Home laptop")
    page.get_by_role("button", name="Keep the name").click()
    expect(page.get_by_role("link", name="Rename Home laptop")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    page.goto(f"{site}/accounts/login/?next=/accounts/2fa/webauthn/")
    page.get_by_role("button", name="passkey").click()
    page.get_by_role("link", name="Remove Home laptop").click()
    page.get_by_role("link", name="security key").click()
    expect(page.get_by_role("button", name="Use a passkey or security key")).to_be_visible()
    good_at_every_width(page)
    page.get_by_role("button", name="Use a passkey or security key").click()
    expect(page.get_by_role("heading", name="Remove Home laptop")).to_be_visible()
    good_at_every_width(page)
    expect(page.get_by_role("button", name="Remove it")).to_be_visible()


def test_turning_the_app_off_and_making_codes_are_good_at_every_width(page, good_at_every_width, clerk):
    TOTP.activate(clerk, "JBSWY3DPEHPK3PXP")
    codes = RecoveryCodes.activate(clerk)
    page.goto("/accounts/login/?next=/accounts/2fa/recovery-codes/generate/")
    page.get_by_label("Email").fill("clerk@example.org")
    page.get_by_label("Password").fill("demo")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code").fill(codes.get_unused_codes()[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    say_who_it_is(page)
    page.get_by_role("button", name="Make new codes").click()
    expect(page.get_by_text("New recovery codes were made")).to_be_visible()
    for address in ("recovery-codes/generate/", "totp/deactivate/"):
        page.goto(f"/accounts/2fa/{address}")
        good_at_every_width(page)
    page.get_by_role("button", name="Turn it off").click()
    expect(page.get_by_text("The authenticator app is off")).to_be_visible()


def test_the_council_s_account_page_is_good_at_every_width(page, good_at_every_width, sign_in, clerk):
    sign_in(page, clerk)
    page.goto("/accounts/3rdparty/")
    expect(page.get_by_role("heading", name="Signing in with the council’s account")).to_be_visible()
    good_at_every_width(page)

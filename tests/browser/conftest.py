"""A real browser: Debian's chromium through pytest-playwright. Without it these tests are skipped; in CI they fail.

A browser test is made of `page` (1280 wide, relative addresses), `good_at_every_width(page)` and `sign_in(page, user)`;
`axe(page)` and `fits(page)` look at it as it is. What a click or a key brings about comes in its own time: wait for it
with `expect` before anything else is asked of the page.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.signals import request_finished, request_started
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Playwright's loop runs in this thread, so Django takes every query here for an asynchronous one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
PATIENCE = 60_000  # milliseconds; the machine may be busy
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is tried once more, and the summary says so: chromium is not ours to mend."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        words = "chromium is not installed (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    return {**browser_type_launch_args, "executable_path": chromium, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def base_url() -> None:
    """The plugin's own warns of its deprecation; addresses are relative to the live server here."""


@pytest.fixture
def everything_answered(live_server) -> Iterator[None]:
    """What a page still asked for when it was closed is answered before the database is emptied for the next test."""
    under_way: set[int] = set()

    def begin(**_) -> None:
        if threading.current_thread() is not threading.main_thread():
            under_way.add(threading.get_ident())

    def end(**_) -> None:
        under_way.discard(threading.get_ident())

    request_started.connect(begin)
    request_finished.connect(end)
    yield
    until = time.monotonic() + PATIENCE / 1000
    while under_way and time.monotonic() < until:
        time.sleep(0.01)
    request_started.disconnect(begin)
    request_finished.disconnect(end)
    assert not under_way, "the server is still at a request"


@pytest.fixture
def browser_context_args(browser_context_args, live_server, everything_answered) -> dict:
    return {**browser_context_args, "base_url": live_server.url, "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def new_context(new_context) -> Callable[..., BrowserContext]:
    """`new_context(java_script_enabled=False)`: another browser, closed with the test."""

    def make(**options) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        return context

    return make


@pytest.fixture
def goes_wrong() -> None:
    """For a test that means something to go wrong in the page, as the browser sees it."""


@pytest.fixture
def page(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor. The test fails when a page breaks in script, misses a file or asks for what the CSP refuses."""
    shown, errors = set(), []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append((message.text, message.location.get("url", "")))

    page.on("framenavigated", lambda frame: shown.add(urldefrag(frame.url).url))
    page.on("pageerror", lambda error: errors.append((str(error), "")))
    page.on("console", note)
    yield page
    # A page that is itself a 403 or 404, and a form's 422, is logged as an error too, and maybe before it is shown.
    wrong = [each for each in errors if each[1] not in shown and "status of 422" not in each[0]]
    assert wrong == [] or "goes_wrong" in request.fixturenames


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails with what axe found: the rule, what it says, and where."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        lines = [f"{each['id']}: {each['help']}\n    {node['html']}" for each in found for node in each["nodes"]]
        assert not lines, "\n".join([page.url, *lines])

    return check


@pytest.fixture
def fits() -> Callable[[Page], None]:
    """`fits(page)` fails when the page scrolls sideways."""

    def check(page: Page) -> None:
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{page.url} is {over} px too wide"

    return check


@pytest.fixture
def good_at_every_width(axe, fits) -> Callable[[Page], None]:
    """`good_at_every_width(page)`: axe finds nothing and nothing is too wide, at 1280, 768 and 320 px."""

    def check(page: Page) -> None:
        for width in (1280, 768, 320):
            page.set_viewport_size({"width": width, "height": 900})
            fits(page)
            if width != 768:  # the same page to axe as one of the others
                axe(page)

    return check


@pytest.fixture
def sign_in(live_server) -> Callable[..., None]:
    """`sign_in(page, user)` without the form."""

    def enter(page: Page, user) -> None:
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        page.context.add_cookies([{"name": "session", "value": session.session_key, "url": live_server.url}])

    return enter

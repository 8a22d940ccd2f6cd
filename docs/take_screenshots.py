"""Take the pictures of the user guide from a running demo: `python docs/take_screenshots.py http://localhost:8000`.

Needs Debian's chromium and the development packages. Writes docs/images/NAME.png, 1280 px wide, and fails when
one is bigger than 200 KB. Only reads: the one thing that it types is the sign-in.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

FOLDER = Path(__file__).parent / "images"
SIZE: ViewportSize = {"width": 1280, "height": 800}
MOST_BYTES = 200_000
COMMITTEE = "/committees/children-and-young-people/"


def first_link(text: str) -> Callable[[Page], None]:
    """Go on to the first page that a link of the main part with these words leads to."""
    return lambda page: page.locator("main").get_by_role("link", name=text).first.click()


def first_of_list(page: Page) -> None:
    page.locator('main a[href^="/actions/"]').first.click()


def first_review(page: Page) -> None:
    page.goto(page.locator('main a[href$="/review/"]').first.get_attribute("href") or "")


# Picture, who is signed in, address to begin at, what to do there
PICTURES: list[tuple[str, str, str, Callable[[Page], None] | None]] = [
    ("register", "", "/", None),
    ("action", "", "/?status=complete", first_of_list),
    ("committee", "", COMMITTEE, None),
    ("home", "clerk@example.org", "/work/", None),
    ("add-minutes", "clerk@example.org", "/intake/", None),
    ("review", "clerk@example.org", "/work/", first_review),
    ("accept", "clerk@example.org", "/?status=answered", first_of_list),
    ("tracker", "clerk@example.org", "/work/", first_link("Tracker")),
    ("calendar", "clerk@example.org", f"{COMMITTEE}calendar/", None),
    ("my-actions", "officer@example.org", "/mine/", None),
    ("answer", "officer@example.org", "/mine/", first_link("Answer")),
    ("directory", "clerk@example.org", "/directory/", None),
]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("address", help="of the running demo, for example http://localhost:8000")
    parser.add_argument("--only", nargs="*", help="names of pictures")
    options = parser.parse_args(arguments)
    FOLDER.mkdir(exist_ok=True)
    too_big = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, email, path, then in PICTURES:
            if options.only and name not in options.only:
                continue
            file = FOLDER / f"{name}.png"
            take(browser, options.address.rstrip("/"), email, path, then, file)
            print(f"{file} {file.stat().st_size:,} bytes")
            too_big += [name] if file.stat().st_size > MOST_BYTES else []
        browser.close()
    if too_big:
        print(f"Bigger than {MOST_BYTES:,} bytes: {', '.join(too_big)}", file=sys.stderr)
    return bool(too_big)


def take(browser: Browser, site: str, email: str, path: str, then: Callable[[Page], None] | None, file: Path) -> None:
    """One picture, of what is seen without scrolling."""
    context = browser.new_context(base_url=site, viewport=SIZE, reduced_motion="reduce")
    page = context.new_page()
    if email:
        page.goto("/accounts/login/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill("demo")
        page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda url: "/login/" not in url)
    page.goto(path)
    if then:
        then(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

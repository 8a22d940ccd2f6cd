"""Every page that a role reaches by following links is sound: axe finds nothing, nothing is too wide, nothing breaks.

The council is the demo's. One address of each page is followed, and of an action one in each status; a page that
shows every role the same is looked at once, and what is no page (a file, a feed) has to be there. The Django admin is
its own authors'.
"""

from collections.abc import Callable
from urllib.parse import urldefrag, urlsplit

import lxml.html
import pytest
from django.urls import Resolver404, resolve
from django.utils import timezone

from actions.demo.council import found_council
from actions.demo.intake import take_in_all
from actions.demo.story import tell
from actions.models import Action
from people.models import User
from tests.browser.conftest import PATIENCE

ROLES = {
    "public": "",
    "member": "member@example.org",
    "officer": "officer@example.org",
    "clerk": "clerk@example.org",
    "administrator": "admin@example.org",
}
LEAST = {"public": 20, "member": 28, "officer": 28, "clerk": 60, "administrator": 60}  # kinds of page found
MOST = 200  # of one role, so that a mistake ends
ELSEWHERE = ("admin:",)
# What these show depends on who looks; any other page is looked at once, as the first role that finds it.
BY_ROLE = ("actions:action ", "actions:register", "actions:meeting", "actions:committee", "pages:account")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def council(db) -> None:
    today = timezone.localdate()
    found_council(today)
    take_in_all(today)
    tell(today)


def kind_of(address: str) -> str:
    """What the page is called, and of an action in which status; "" for what is none of ours."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return address  # a broken link: followed, so that it is found
    if match.view_name.startswith(ELSEWHERE):
        return ""
    kind = f"{match.view_name} {match.kwargs.get('name', '')}".strip()
    if match.view_name == "actions:action":
        action = Action.objects.filter(reference=match.kwargs["reference"]).first()
        kind += f" {action.status}{' exempt' if action.is_exempt else ''}" if action else ""
    return kind


def links_of(html: str, address: str, site: str) -> list[str]:
    """Addresses inside the site that the page leads to, without their fragments."""
    tree = lxml.html.fromstring(html, base_url=address)
    tree.make_links_absolute()
    found = [urldefrag(each).url for each in tree.xpath("//a/@href")]
    return [each for each in found if each.startswith(site + "/")]


def is_page(response) -> bool:
    """HTML that is shown, not kept as a file."""
    is_file = response.headers.get("content-disposition", "").startswith("attachment")
    return response.headers["content-type"].startswith("text/html") and not is_file


def look_at(page, address: str, axe, fits) -> None:
    page.goto(address)
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
    axe(page)
    page.set_viewport_size({"width": 320, "height": 900})
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def crawl(page, site: str, is_new: Callable[[str], bool], look: Callable[[str], None]) -> tuple[set[str], list[str]]:
    """Follow links from the start page: the kinds of page that there are, and what is wrong with them."""
    waiting, seen, wrong = [f"{site}/start/", f"{site}/"], set(), []
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        kind = kind_of(address)
        if not kind or kind in seen:
            continue
        seen.add(kind)
        response = page.context.request.get(address, timeout=PATIENCE)
        if not response.ok:
            wrong.append(f"{response.status} {address}")
        elif is_page(response):
            waiting += links_of(response.text(), address, site)
            try:
                if is_new(kind):
                    look(address)
            except AssertionError as error:
                wrong.append(str(error))
    return seen, wrong


def test_every_page_that_links_lead_to_is_sound(council, page, live_server, sign_in, axe, fits):
    looked_at, wrong = set(), []
    for role, email in ROLES.items():
        page.context.clear_cookies()
        if email:
            sign_in(page, User.objects.get(email=email))
        seen, found = crawl(
            page,
            live_server.url,
            lambda kind: kind not in looked_at or (kind.startswith(BY_ROLE) and role != "administrator"),  # noqa: B023
            lambda address: look_at(page, address, axe, fits),
        )
        looked_at |= seen
        wrong += [f"{role}: {words}" for words in found]
        assert LEAST[role] <= len(seen) < MOST, f"{role}: {sorted(seen)}"
    assert not wrong, "\n\n".join(wrong)

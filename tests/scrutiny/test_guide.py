"""The user guide as a page, and the links to it from where somebody looks for help."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from lxml import html

from scrutiny.guide import ABOUT, guide
from tests.builders import make_action

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    return html.fromstring(client.get(reverse("pages:guide")).content)


def test_the_guide_is_a_page_with_its_headings_lists_and_pictures(page):
    assert [each.text_content() for each in page.xpath("//main//h1")] == ["User guide"]
    assert page.xpath("//h2[@id='for-clerks']")
    assert page.xpath("//h3[@id='check-the-proposals']")
    assert page.xpath("//li[strong='Confirm']")
    for picture in page.xpath("//main//img"):
        assert picture.get("alt")
        assert finders.find(picture.get("src").removeprefix("/static/")), picture.get("src")


def test_nothing_of_its_markup_is_left_and_every_link_inside_it_leads_somewhere(page):
    text = page.xpath("//main")[0].text_content()
    assert not re.search(r"\*\*|\]\(|^#|`", text, re.MULTILINE)
    for link in page.xpath("//main//a[starts-with(@href, '#')]"):
        assert page.xpath(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")


def test_every_page_with_help_of_its_own_leads_to_a_heading_that_is_there():
    text, _ = guide()
    for about in ABOUT.values():
        assert f'id="{about}"' in text


@pytest.mark.parametrize(("name", "about"), [("intake", "add-the-minutes"), ("work", "every-morning")])
def test_help_leads_a_clerk_to_what_the_page_is_about(client, clerk, committee, name, about):
    client.force_login(clerk)
    assert f'href="/help/guide/#{about}"' in client.get(reverse(f"actions:{name}")).text


def test_elsewhere_help_leads_to_the_help_page_and_that_to_the_guide(client, meeting):
    action = make_action(meeting=meeting)
    assert 'href="/help/">Help</a>' in client.get(action.get_absolute_url()).text
    assert 'href="/help/guide/"' in client.get(reverse("pages:help")).text

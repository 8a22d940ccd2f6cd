"""The directory, words of services and owners of indicators, in a real browser."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from actions.models import Action
from people.changes import log_change
from people.models import Absence, Indicator, Officer, Owner, Post, ServiceTerm
from tests.builders import make_action, make_councillor, make_item, make_officer, make_post

DAY = datetime.timedelta(days=1)


@pytest.fixture
def post(officer, other_officer, meeting) -> Post:
    """A post with a past, words and actions; a vacant one; somebody away; councillors and a body."""
    post = officer.officer.post_on(localdate())
    make_officer("Rachel Oakley", post=post, held_until=localdate() - 400 * DAY)
    make_post("Head of Community Safety and Neighbourhood Enforcement")
    Absence.objects.create(
        officer=officer.officer,
        deputy=other_officer.officer,
        away_from=localdate() - DAY,
        away_until=localdate() + 5 * DAY,
    )
    for number in range(3):
        make_councillor(f"Owen Trask {number}", ward="Quarry Bank", email=f"owen.trask{number}@northbrook.example.org")
    log_change("Rachel Oakley never held it; was until 3 May 2025", by=None, now=timezone.now(), post=post)
    ServiceTerm.objects.create(term="EHCP", post=post)
    indicator = Indicator.objects.create(code="CYP07", title="Plans issued within twenty weeks", post=post)
    Indicator.objects.create(code="CYP12")
    owner = Owner.objects.for_officer(officer.officer, post)
    item = make_item(meeting, title="Special educational needs")
    action = make_action(
        item, owner=owner, quote="That the number of EHCPs be given.", owner_reason="Presented the item"
    )
    action.indicators.add(indicator)
    return post


def addresses(post: Post) -> list[str]:
    officer = Officer.objects.get(name="Joanne Pritchard")
    return [
        *(
            reverse("actions:directory", query={"show": shown})
            for shown in ("posts", "officers", "councillors", "bodies")
        ),
        reverse("actions:post", args=[post.pk]),
        reverse("actions:post_holder", args=[post.pk]),
        reverse("actions:holding_new", args=[post.pk]),
        reverse("actions:holding", args=[officer.holdings.get().pk]),
        reverse("actions:directory_log"),
        reverse("actions:officer", args=[officer.pk]),
        reverse("actions:officer_away", args=[officer.pk]),
        reverse("actions:directory_edit", args=["post", post.pk]),
        reverse("actions:directory_new", args=["councillor"]),
        reverse("actions:directory_import", args=["officers"]),
        reverse("actions:terms", query={"try": "EHCP"}),
        reverse("actions:term", args=[ServiceTerm.objects.get().pk]),
        reverse("actions:measures"),
        reverse("actions:measure", args=[Indicator.objects.get(code="CYP07").pk]),
    ]


def test_every_page_is_accessible_and_fits(page, sign_in, administrator, post, good_at_every_width):
    sign_in(page, administrator)
    for address in addresses(post):
        page.goto(address)
        good_at_every_width(page)


def test_a_post_is_handed_over_by_keyboard(page, sign_in, clerk, post, good_at_every_width):
    sign_in(page, clerk)
    page.goto(reverse("actions:post", args=[post.pk]))
    page.get_by_role("link", name="Somebody else takes it over").press("Enter")
    page.get_by_role("button", name="Hand the post over").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    good_at_every_width(page)
    page.get_by_label("Somebody new", exact=True).press("Space")
    page.get_by_label("Name of somebody new").fill("Priya Nair")
    page.get_by_label("Email of somebody new").fill("priya.nair@example.org")
    page.get_by_role("button", name="Hand the post over").press("Enter")
    expect(page.get_by_text("1 action went along")).to_be_visible()
    assert Action.objects.get().owner.name == "Priya Nair"


def test_days_put_down_wrongly_are_corrected_by_keyboard(page, sign_in, clerk, post, good_at_every_width):
    sign_in(page, clerk)
    page.goto(reverse("actions:post", args=[post.pk]))
    page.get_by_role("link", name="Correct the days of Joanne Pritchard").press("Enter")
    page.get_by_label("Last day").fill("31 February 2026")
    page.get_by_role("button", name="Save the days").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    good_at_every_width(page)
    page.get_by_label("Last day").fill("")
    page.get_by_label("First day").fill("1 March 2020")
    page.get_by_role("button", name="Save the days").press("Enter")
    expect(page.get_by_text("(was with no day given)").first).to_be_visible()
    expect(page.get_by_role("table", name="Changes, the latest first")).to_be_visible()


def test_a_file_is_looked_at_and_taken_in(page, sign_in, administrator, post, good_at_every_width):
    sign_in(page, administrator)
    page.goto(reverse("actions:directory_import", args=["officers"]))
    choose = page.get_by_label("The file", exact=True)
    wrong = b"post,officer,email\nHead of Parks,Rhys Morgan,rhys\n"
    choose.set_input_files({"name": "officers.csv", "mimeType": "text/csv", "buffer": wrong})
    page.get_by_role("button", name="See what it would change").press("Enter")
    expect(page.get_by_text("Line 2: “rhys” is no email address.")).to_be_visible()
    good_at_every_width(page)
    right = wrong.replace(b",rhys\n", b",rhys@example.org\n")
    choose.set_input_files({"name": "officers.csv", "mimeType": "text/csv", "buffer": right})
    page.get_by_role("button", name="See what it would change").press("Enter")
    expect(page.get_by_text("Rhys Morgan holds Head of Parks")).to_be_visible()
    good_at_every_width(page)
    page.get_by_role("button", name="Make these changes").press("Enter")
    expect(page.get_by_text("3 changes made in the directory.")).to_be_visible()

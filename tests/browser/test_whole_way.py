"""The main job in a browser, from pasted minutes to the page that everybody may read.

With a sample of our own and with real documents beside the repository, where those are there; once with script and
once without.
"""

import datetime
import io
import json
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from actions.demo.intake import FOLDER, dates_in_words
from actions.models import Action, Status
from meetings.models import Meeting, Resolution, Source
from meetings.working_days import WorkingDays
from people.wording import plain_date
from tests.builders import make_owner

LABELLED = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
SAMPLE, SAMPLE_HOLDS = "cyp-1-performance.txt", (5, 5)  # actions and resolutions, read with care
DOCUMENTS = [(SAMPLE, True), (SAMPLE, False), ("seed-000", False), ("seed-003", True)]
CSV = {"name": "Figures by ward.csv", "mimeType": "text/csv", "buffer": b"ward,number\nHarbour,14\n"}
ANSWER = "There were 61 at the end of September. The table gives them by ward."
pytestmark = pytest.mark.django_db(transaction=True)


def minutes_of(name: str, met_on: datetime.date) -> tuple[str, tuple[int, int]]:
    """The text, and how many actions and resolutions somebody who reads it with care finds."""
    if name == SAMPLE:
        text = (FOLDER / name).read_text()
        for field, words in dates_in_words(met_on).items():
            text = text.replace(f"[[{field}]]", words)
        return text, SAMPLE_HOLDS
    real = LABELLED / f"{name}.txt"
    if not real.exists():
        words = f"The labelled documents are not at {LABELLED}."
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    labels = json.loads(real.with_suffix(".json").read_text())
    items = [item for each in labels["meetings"] for item in each["items"]]
    clear = [action for item in items for action in item["actions"] if action["certainty"] == "clear"]
    return real.read_text(), (len(clear), sum(len(item["resolutions"]) for item in items))


def enter(page: Page, email: str) -> None:
    """Sign in by the form, as people do."""
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill("demo")
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_attached()


def leave(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_attached()


def paste(page: Page, committee, met_on: datetime.date, text: str) -> None:
    page.get_by_role("navigation", name="Service").get_by_role("link", name="Add minutes").click()
    page.get_by_label("Committee", exact=True).select_option(label=committee.name)
    page.get_by_label("Date of the meeting").fill(plain_date(met_on))
    page.get_by_label("Text of the minutes").fill(text)
    page.get_by_role("button", name="Read the minutes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The minutes are read")


def confirm_everything(page: Page, count: int) -> None:
    """One after another: each confirmed opens the next."""
    page.get_by_role("link", name=re.compile("^Check (it|them)")).click()
    expect(page.locator("#checked")).to_contain_text(f"0 of {count} checked")
    for number in range(1, count + 1):
        proposal = page.locator(".proposal[open]")
        expect(proposal.locator(".no")).to_contain_text(str(number))
        quote = proposal.locator(".evidence").first.inner_text()
        assert " ".join(quote.split()) in " ".join(page.locator("#minutes").inner_text().split())
        if proposal.get_by_label("Decide later").count():  # two could be meant, or nobody
            proposal.get_by_label(re.compile("^(Someone else|Name them)")).check()
            proposal.get_by_label("Name or post").fill("Joanne Pritchard")
        proposal.get_by_role("button", name="Confirm").click()
        expect(page.locator("#checked")).to_contain_text(f"{number} of {count} checked")
    page.get_by_role("button", name="Finish the review").click()
    expect(page.locator("#finish")).to_contain_text("The review is finished")


def send_emails(committee) -> None:
    """What the timetable does on the next day on which emails go out."""
    day = WorkingDays.load(committee.nation).add(timezone.localdate(), 1)
    call_command("due_work", today=day, stdout=io.StringIO())


def address_in_email(to: str, reference: str) -> str:
    """Where the link for one action leads, in the one email that tells its owner of the meeting."""
    messages = [message for message in mail.outbox if message.to == [to] and " for you from " in message.subject]
    assert len(messages) == 1, [message.subject for message in mail.outbox]
    links = re.findall(r"https?://\S+", messages[0].body.partition(reference)[2])
    return urlsplit(links[0]).path


def answer(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Answer", exact=True).fill(ANSWER)
    page.get_by_label("Add files").set_input_files([CSV])
    page.get_by_role("button", name="Send answer").click()
    expect(page.locator("main")).to_contain_text("was sent")


def accept(page: Page, reference: str) -> None:
    page.goto(f"/a/{reference}")
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.get_by_role("link", name="Accept the answer").click()
    page.get_by_role("button", name="Accept the answer").click()
    expect(page.locator("main")).to_contain_text("the action is complete")


def read_as_anybody(page: Page, action: Action) -> None:
    page.goto("/?status=complete")
    page.get_by_role("link", name=action.summary).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(action.reference)
    expect(page.locator(".standing")).to_contain_text("Complete")
    expect(page.locator("main")).to_contain_text(ANSWER)
    expect(page.locator("main mark.evidence").first).to_be_attached()
    with page.expect_download() as download:
        page.get_by_role("link", name=CSV["name"]).click()
    assert download.value.path().read_bytes() == CSV["buffer"]


@pytest.mark.parametrize(("document", "script"), DOCUMENTS)
def test_from_pasted_minutes_to_an_answer_that_everybody_can_read(
    new_context, committee, clerk, officer, document, script
):
    committee.link_officer = make_owner(officer.officer)
    committee.save()
    met_on = timezone.localdate() - datetime.timedelta(3)
    text, holds = minutes_of(document, met_on)
    page = new_context(java_script_enabled=script).new_page()

    enter(page, clerk.email)
    paste(page, committee, met_on, text)
    assert (Source.objects.get().state, Meeting.objects.get().date) == (Source.State.READY, met_on)
    assert (Action.objects.count(), Resolution.objects.count()) == holds
    confirm_everything(page, Action.objects.count())
    leave(page)

    send_emails(committee)
    action = Action.objects.filter(owner__officer=officer.officer).order_by("order").first()
    assert action is not None
    assert action.status == Status.OPEN
    answer(page, address_in_email(officer.email, action.reference))
    leave(page)

    enter(page, clerk.email)
    accept(page, action.reference)
    leave(page)

    action.refresh_from_db()
    read_as_anybody(page, action)

"""The demo's minutes, put in as a clerk would: each goes to the worker, which reads it."""

import datetime
import io
import time
from dataclasses import dataclass
from pathlib import Path

import docx
from django.utils import timezone

from actions.intake import AlreadyHere, take_in
from meetings.models import Committee, Source
from people.models import User

from .council import met_on
from .files import picture_of_a_page

FOLDER = Path(__file__).parent / "minutes"
PATIENCE = 180  # seconds for the worker to read everything


@dataclass(frozen=True)
class Sample:
    """A file of ours, the committee it belongs to, and the meeting, in days from today."""

    file: str
    committee: str
    offset: int
    days_after: int = 3


SAMPLES = [
    Sample("cyp-0-school-places.txt", "children-and-young-people", -112),
    Sample("gtr-1-issue.txt", "growth-and-transport", -105),
    Sample("has-1-measures.txt", "health-and-adult-social-care", -63),
    Sample("cyp-1-performance.txt", "children-and-young-people", -77),
    Sample("cyp-2-indicators.txt", "children-and-young-people", -35),
    Sample("has-2-integrated.txt", "health-and-adult-social-care", -28),
    Sample("gtr-2-meeting.html", "growth-and-transport", -21),
    Sample("cyp-3-meeting.txt", "children-and-young-people", -7, days_after=1),
    Sample("gtr-3-action-table.docx", "growth-and-transport", -4, days_after=1),
    Sample("has-3-scanned.pdf", "health-and-adult-social-care", -98, days_after=97),
]

ACTION_TABLE = [
    ("Minute", "Action", "Owner", "By when"),
    ("26", "Circulate the timetable for the Harbour Road works to Members", "Head of Highways", "Two weeks"),
    ("27", "Provide the number of complaints about cancelled buses", "Head of Passenger Transport", "Next meeting"),
    ("28", "Arrange a site visit to the new bus station", "Director of Place", "In the new year"),
]  # fmt: skip


def take_in_all(today: datetime.date) -> list[Source]:
    """Put in every sample that is not here yet; the worker reads them as they come."""
    clerk = User.objects.get(email="clerk@example.org")
    sources = []
    for sample in SAMPLES:
        committee = Committee.objects.get(slug=sample.committee)
        day = met_on(today, sample.offset)
        added = timezone.make_aware(datetime.datetime.combine(day, datetime.time(10))) + datetime.timedelta(
            sample.days_after
        )
        try:
            source = take_in(committee, data_of(sample, day), sample.file, by=clerk, now=added, given_date=day)
        except AlreadyHere as here:
            source = here.source
        sources.append(source)
    return sources


def wait_until_read(sources: list[Source]) -> list[Source]:
    """The sources once the worker is done with them; gives up, in words, when it takes too long."""
    ids = [source.pk for source in sources]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        waiting = Source.objects.filter(pk__in=ids, state__in=[Source.State.QUEUED, Source.State.READING])
        if not waiting.exists():
            return list(Source.objects.filter(pk__in=ids))
        time.sleep(0.5)
    raise TimeoutError("The worker has not read the demo's minutes in three minutes. Is it running?")


def data_of(sample: Sample, day: datetime.date) -> bytes:
    """The bytes of a sample, dated."""
    if sample.file.endswith(".docx"):
        return _action_table(day)
    if sample.file.endswith(".pdf"):
        return picture_of_a_page()
    text = (FOLDER / sample.file).read_text()
    for name, words in dates_in_words(day).items():
        text = text.replace(f"[[{name}]]", words)
    return text.encode()


def dates_in_words(day: datetime.date) -> dict[str, str]:
    """The forms in which the samples say their date."""
    ending = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "weekday": f"{day:%A}", "ordinal": f"{day.day}{ending}", "month": f"{day:%B}", "year": f"{day:%Y}",
        "slashed": f"{day:%d/%m/%Y}",
    }  # fmt: skip


def _action_table(day: datetime.date) -> bytes:
    document = docx.Document()
    document.add_heading("Growth and Transport Committee", 1)
    document.add_paragraph(f"Action notes of the meeting held on {day.day} {day:%B %Y}")
    document.add_heading("Actions", 2)
    table = document.add_table(rows=0, cols=4)
    for row in ACTION_TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()

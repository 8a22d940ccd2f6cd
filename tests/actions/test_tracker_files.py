"""The tracker as files: each format opened again, by page and by command; nothing that runs, nothing exempt."""

import csv
import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from celery import current_app
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.urls import reverse
from docx import Document
from lxml import etree, html

from actions import exports, tracker_files
from actions.models import Status
from actions.tasks import make_tracker_file
from actions.tracker import COLUMNS, tracker
from meetings.models import Meeting
from tests.actions.test_intake_worker import forget_connections
from tests.builders import make_action, make_item, make_meeting, make_owner

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 9)
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SECRET = "Cost of the two bids"


@pytest.fixture
def coming(committee, meeting, officer) -> Meeting:
    """A meeting with an overdue action, one whose words would run in a spreadsheet, a closed and an exempt one."""
    owner = make_owner(officer.officer, officer.officer.post_on(TODAY))
    item = make_item(meeting, number="27")
    due = datetime.date(2026, 10, 22)
    make_action(item, owner=owner, due_on=due, summary="Figures for Mill Lane & <Castle>")
    make_action(item, owner=owner, due_on=due, summary="=1+1 and @SUM")
    closed = datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)
    make_action(item, owner=owner, due_on=due, summary="Long done", status=Status.COMPLETE, closed_at=closed)
    make_action(item, owner=owner, due_on=due, summary=SECRET, restricted=True)
    return make_meeting(committee, datetime.date(2026, 12, 3), status=Meeting.Status.SCHEDULED)


def written(coming, kind: str, **options) -> bytes:
    return exports.export(tracker(coming, TODAY, **options), kind)


def export(slug: str, day: str, out: Path) -> None:
    call_command("export_tracker", slug, day, "--format", "csv", "--output", str(out))


def text_of(data: bytes, kind: str) -> str:
    """The words of a file of any format."""
    if kind == "pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if kind in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(
                "".join(etree.fromstring(archive.read(name)).itertext())
                for name in archive.namelist()
                if ".xml" in name
            )
    return data.decode()


@pytest.mark.parametrize("kind", exports.FORMATS)
def test_no_format_holds_an_exempt_action_unless_it_is_asked_for(coming, kind):
    assert "Mill" in text_of(written(coming, kind), kind)
    assert SECRET not in " ".join(text_of(written(coming, kind), kind).split())
    with_annex = " ".join(text_of(written(coming, kind, with_exempt=True), kind).split())
    assert "bids" in with_annex
    assert "not for publication" in with_annex.lower()


@pytest.mark.parametrize("kind", exports.FORMATS)
def test_a_meeting_for_which_nothing_is_outstanding_has_its_file_too(committee, kind):
    first = make_meeting(committee, datetime.date(2026, 12, 3), status=Meeting.Status.SCHEDULED)
    assert written(first, kind)


def test_csv_has_a_row_for_each_and_runs_nothing(coming):
    rows = list(csv.reader(io.StringIO(written(coming, "csv").decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Part", "Tracker", "Tracker", "Annex"]
    assert rows[1][4:6] == ["Figures for Mill Lane & <Castle>", "The committee"]
    assert rows[2][4] == "'=1+1 and @SUM"


def test_word_has_headings_landscape_a_title_and_headings_that_repeat(coming):
    doc = Document(io.BytesIO(written(coming, "docx")))
    assert [p.text for p in doc.paragraphs if p.style.name == "Heading 1"] == [
        "Action tracker: Children and Young People, 3 December 2026"
    ]
    assert doc.core_properties.title.startswith("Action tracker")
    assert doc.core_properties.language == "en-GB"
    assert doc.sections[0].page_width > doc.sections[0].page_height
    table = doc.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == COLUMNS
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert table.rows[1].cells[1].text == "Figures for Mill Lane & <Castle>"
    assert table.rows[1].cells[6].text == "▲ Red"
    assert table._tbl.xpath("./w:tblPr/w:tblCaption")


def test_word_links_each_reference_to_its_page(coming):
    doc = Document(io.BytesIO(written(coming, "docx")))
    targets = [rel.target_ref for rel in doc.part.rels.values() if rel.is_external]
    assert any(target.endswith(coming.committee.actions.first().get_absolute_url()) for target in targets)


def test_excel_holds_text_alone_and_no_formula(coming):
    with zipfile.ZipFile(io.BytesIO(written(coming, "xlsx"))) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    assert not sheet.findall(".//s:f", SHEET)
    assert {cell.get("t") for cell in sheet.findall(".//s:c", SHEET) if cell.find("s:v", SHEET) is not None} == {"s"}
    assert styles.findall(".//s:cellXfs/s:xf[@quotePrefix='1']", SHEET)
    assert sheet.find("s:pageSetup", SHEET).get("orientation") == "landscape"


def test_html_is_whole_by_itself_and_fetches_nothing(coming):
    page = html.fromstring(written(coming, "html").decode())
    assert page.get("lang") == "en-GB"
    assert not page.xpath("//link | //script | //img")
    table = page.xpath("//table")[0]
    assert len(table.xpath("./thead//th[@scope='col']")) == len(COLUMNS)
    assert len(table.xpath("./tbody//th[@scope='row']")) == 2


def test_pdf_is_tagged_landscape_and_in_english(coming):
    data = written(coming, "pdf")
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.is_tagged()
    assert pdf[0].get_width() > pdf[0].get_height()
    assert pdf.get_metadata_value("Title").startswith("Action tracker")
    streams = re.findall(rb"/FlateDecode[^>]*>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    assert any(b"pdfuaid:part" in zlib.decompress(stream) for stream in streams)


def test_the_page_offers_every_format_and_marks_what_is_late(client, coming):
    page = client.get(reverse("actions:tracker", args=[coming.committee.slug, coming.date]))
    text = page.content.decode()
    for kind in exports.FORMATS:
        assert reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, kind]) in text
    assert "rag--red" in text
    assert SECRET not in text


@pytest.mark.parametrize(("show", "number"), [("all", 2), ("changed", 2), ("attention", 2), ("nonsense", 2)])
def test_the_page_narrows_what_it_shows(client, coming, show, number):
    page = client.get(reverse("actions:tracker", args=[coming.committee.slug, coming.date]), {"show": show})
    assert len(page.context["lines"]) == number


def test_the_exempt_annex_is_its_clerks_alone(client, coming, clerk, officer):
    address = reverse("actions:tracker", args=[coming.committee.slug, coming.date])
    assert client.get(address, {"exempt": "yes"}).status_code == 404
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address, {"exempt": "yes"}).status_code == 404
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert SECRET not in client.get(address).content.decode()
    assert SECRET in client.get(address, {"exempt": "yes"}).content.decode()


def test_a_file_is_saved_under_a_name_that_says_what_it_is(client, coming, clerk):
    address = reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "csv"])
    assert client.get(address)["Content-Disposition"] == (
        'attachment; filename="tracker-children-and-young-people-2026-12-03.csv"'
    )
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert "not-for-publication.csv" in client.get(address, {"exempt": "yes"})["Content-Disposition"]


def test_another_format_or_meeting_is_not_found(client, coming):
    slug = coming.committee.slug
    assert client.get(reverse("actions:tracker_file", args=[slug, coming.date, "odt"])).status_code == 404
    assert client.get(reverse("actions:tracker", args=[slug, datetime.date(2026, 12, 4)])).status_code == 404
    assert client.post(reverse("actions:tracker", args=[slug, coming.date])).status_code == 405


def test_the_command_writes_the_file_and_says_what_is_in_it(coming, tmp_path, capsys):
    out = tmp_path / "t.csv"
    export(coming.committee.slug, "2026-12-03", out)
    assert "Mill Lane" in out.read_text(encoding="utf-8-sig")
    assert "2 actions, and 1 action in the annex" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("slug", "day", "words"),
    [
        ("nobody", "2026-12-03", "There is no committee nobody. Known: children-and-young-people."),
        ("children-and-young-people", "3 December", "3 December is no date"),
        ("children-and-young-people", "2026-12-04", "has no meeting on 4 December 2026"),
    ],
)
def test_the_command_says_what_is_wrong_with_its_arguments(coming, tmp_path, slug, day, words):
    with pytest.raises(CommandError, match=words):
        export(slug, day, tmp_path / "t.csv")


def test_the_command_says_when_a_file_cannot_be_written(coming, tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        export(coming.committee.slug, "2026-12-03", tmp_path / "no" / "t.csv")


def test_strangers_get_so_many_files_an_hour_and_the_clerk_any_number(client, coming, clerk, monkeypatch):
    monkeypatch.setattr("actions.pages.tracker.MOST_AN_HOUR", 2)
    address = reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "csv"])
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 200


@pytest.fixture
def slow_worker(monkeypatch) -> Iterator[None]:
    """Every PDF is large here, and what is sent to the worker waits with the broker."""
    monkeypatch.setattr("actions.tracker_files.LARGE_FROM", 1)
    cache.clear()
    before = current_app.conf.task_always_eager
    current_app.conf.task_always_eager = False
    yield
    current_app.conf.task_always_eager = before
    cache.clear()


def test_a_large_pdf_is_waited_for_until_the_worker_has_made_it(client, coming, slow_worker):
    address = reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "pdf"])
    waiting = client.get(address)
    assert "The PDF is being made" in waiting.content.decode()
    poll = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "every 2s" in poll
    make_tracker_file(coming.pk, "pdf", False)
    ready = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "The PDF is ready" in ready
    assert "every 2s" not in ready
    assert client.get(address).content.startswith(b"%PDF")


def test_a_large_pdf_that_was_made_before_something_changed_is_not_given_out(client, coming, slow_worker):
    make_tracker_file(coming.pk, "pdf", False)
    coming.committee.actions.filter(summary__contains="SUM").update(summary="Other words")
    address = reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "pdf"])
    assert "is being made" in client.get(address).content.decode()


def test_a_large_pdf_is_asked_for_once_and_the_clerks_annex_is_another_file(coming, slow_worker):
    found, with_annex = tracker(coming, TODAY), tracker(coming, TODAY, with_exempt=True)
    assert [tracker_files.claim(found, "pdf") for _ in range(2)] == [True, False]
    assert tracker_files.claim(with_annex, "pdf")
    tracker_files.make(with_annex, "pdf")
    assert tracker_files.kept(found, "pdf") is None


def test_without_a_broker_a_large_pdf_is_made_where_it_was_asked_for(client, coming, slow_worker):
    before = current_app.conf.broker_url
    current_app.conf.broker_url = "redis://127.0.0.1:1/0"
    forget_connections()
    try:
        address = reverse("actions:tracker_file", args=[coming.committee.slug, coming.date, "pdf"])
        assert client.get(address).content.startswith(b"%PDF")
    finally:
        current_app.conf.broker_url = before
        forget_connections()


def test_words_copied_from_a_pdf_break_no_word_document(coming):
    action = coming.committee.actions.order_by("pk")[0]
    action.summary = "Infor\x02mation\x0bby ward"
    action.save()
    assert "Information by ward" in text_of(written(coming, "docx"), "docx")

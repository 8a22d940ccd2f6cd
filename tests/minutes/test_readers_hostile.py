"""What else a clerk, or somebody worse, may send: formats not read, bombs, emails."""

import io
import shutil
import zipfile
from email.message import EmailMessage

import pytest

from minutes.document import UnreadableDocument, UnsupportedFormat
from minutes.readers import formats, read
from tests.minutes.document_samples import make_archive, make_docx, make_docx_of, make_odt, words

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        (make_archive({"minutes.docx": "x"}), "zip archive"),
        (make_archive({"xl/workbook.xml": "x"}), "spreadsheet"),
        (
            make_archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}),
            "spreadsheet",
        ),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (COMPOUND + "__substg1.0_0037001F".encode("utf-16-le"), "Outlook"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "not a Word document"),
        (b"MZ" + bytes(100), "program"),
        (b"\x1f\x8b\x08" + bytes(50), "compressed"),
        (bytes(range(256)) * 20, "not a document"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data, said):
    with pytest.raises(UnsupportedFormat, match=said):
        read(data, "minutes.pdf")


def test_the_bytes_decide_and_not_the_name():
    assert words(read(make_docx("The words."), "minutes.pdf")) == ["The words."]
    assert words(read(b"<p>The words.</p>", "minutes.txt")) == ["The words."]
    assert words(read(b"The words, 5 < 6.", "minutes.docx")) == ["The words, 5 < 6."]


def test_plain_text_is_read_in_any_letters():
    assert words(read("The café’s £5 was agreed.".encode("cp1252"))) == ["The café’s £5 was agreed."]
    assert words(read("The café’s £5 was agreed.".encode("utf-16"))) == ["The café’s £5 was agreed."]


def test_an_archive_that_unpacks_to_far_more_is_refused_unopened():
    bomb = make_archive({"word/document.xml": b"<w>" + b" " * 60_000_000 + b"</w>"})
    with pytest.raises(UnreadableDocument, match="unpacks to far more"):
        read(bomb)


def test_an_archive_that_lies_about_its_sizes_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b"x" * 5_000_000)
    data = stream.getvalue()
    true_size = (5_000_012).to_bytes(4, "little")
    assert data.count(true_size) == 2
    with pytest.raises(UnreadableDocument):
        read(data.replace(true_size, (3000).to_bytes(4, "little")))


def test_entities_are_neither_expanded_nor_fetched():
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'
    with pytest.raises(UnreadableDocument, match="definitions"):
        read(make_archive({"word/document.xml": laughs}))


def test_a_locked_or_cut_off_archive_is_refused_in_words():
    data = make_docx("The words.")
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(data[: len(data) // 2])
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(make_archive({"word/document.xml": "<w:document"}))


def test_tables_in_tables_without_end_are_refused():
    body = "<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300
    with pytest.raises(UnreadableDocument, match="too deep"):
        read(make_docx_of(body))
    with pytest.raises(UnreadableDocument, match="too deep"):
        read(b"<table><tr><td>" * 100 + b"x")
    with pytest.raises(UnreadableDocument, match="too deep"):
        read(make_odt("<text:section>" * 300 + "<text:p>x</text:p>" + "</text:section>" * 300))


def test_a_large_document_is_read_whole_in_a_process_of_its_own():
    paragraphs = [f"<p>Point {n} was noted by the Committee.</p>" for n in range(60_000)]
    page = "".join(paragraphs).encode()
    assert len(page) > formats._SMALL["html"]
    document = read(page)
    assert len(document.blocks) == 60_000
    assert document.slice(document.blocks[-1].span) == "Point 59999 was noted by the Committee."


def test_a_page_made_to_eat_memory_is_refused_and_the_worker_lives():
    with pytest.raises(UnreadableDocument):
        read(b"<p>" + b"<b><i>" * 4_000_000)


def make_email(body: str, *attachments: tuple[str, bytes], html: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "clerk@northbrook.example", "a@northbrook.example", "Minutes"
    message["Message-ID"] = "<1@northbrook.example>"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_an_emails_attached_minutes_are_read_and_said():
    data = make_email(
        "Here they are.", ("agenda.docx", make_docx("The agenda.")), ("Minutes.docx", make_docx("The words."))
    )
    document = read(data)
    assert words(document) == ["The words."]
    assert any("Minutes.docx" in warning for warning in document.warnings)
    assert any("agenda.docx" in warning for warning in document.warnings)


def test_an_email_with_nothing_readable_attached_gives_its_own_words():
    document = read(make_email("The words.", ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(50))))
    assert words(document) == ["The words."]
    assert any("scan.png" in warning for warning in document.warnings)
    assert words(read(make_email("plain", html="<ul><li>rich</li></ul>"))) == ["rich"]


def test_an_email_in_an_email_is_read_and_a_chain_of_them_is_not():
    data = make_email("The words.")
    for _ in range(2):
        data = make_email("See attached.", ("minutes.eml", data))
    assert words(read(data)) == ["The words."]
    for _ in range(4):
        data = make_email("", ("minutes.eml", data))
    with pytest.raises(UnreadableDocument, match="nothing in this email"):
        read(data)


def test_minutes_that_begin_like_an_email_are_text():
    text = "Date: 5 March 2024\nSubject: Falls prevention\nFrom: Director of Care\n\nThe Panel noted the report."
    assert read(text.encode()).media_type == "text/plain"


def test_an_old_word_document_is_read_through_libreoffice_or_refused_with_what_to_do(monkeypatch):
    data = COMPOUND + "WordDocument".encode("utf-16-le") + bytes(2000)
    with pytest.raises((UnreadableDocument, UnsupportedFormat), match=r"save it as \.docx"):
        read(data)
    monkeypatch.setenv("PATH", "/nowhere")
    assert shutil.which("soffice") is None
    with pytest.raises(UnsupportedFormat, match="old kind"):
        read(data)

"""Files of answers: what may come, safe names, who may have them, and that bytes are shared and removed rightly."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actions import attachments
from actions.attachments import CSV, PDF, TEXT, FileRefused, attach, detach, kind_of, safe_name, share
from actions.models import Status
from tests.builders import make_action, make_answer, make_attachment, make_item, make_owner
from tests.cast import NOW

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def office(folder: str, **more: str) -> bytes:
    return zipped(**{"[Content_Types].xml": "<Types/>", f"{folder}/document.xml": "<x/>", **more})


GOOD = [
    (b"%PDF-1.7 x", "a.pdf", ".pdf"),
    (office("word"), "a.docx", ".docx"),
    (office("xl"), "a.xlsx", ".xlsx"),
    (office("ppt"), "a.pptx", ".pptx"),
    (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", ".ods"),
    (OLE + "WordDocument".encode("utf-16-le"), "a.doc", ".doc"),
    (OLE + "Workbook".encode("utf-16-le"), "a.xls", ".xls"),
    (rb"{\rtf1 hello}", "a.rtf", ".rtf"),
    (b"\x89PNG\r\n\x1a\n rest", "a.png", ".png"),
    (b"\xff\xd8\xff\xe0 rest", "a.jpeg", ".jpeg"),
    (b"ward,number\nHarbour,14\n", "a.csv", ".csv"),
    ("Café, £40".encode(), "note.txt", ".txt"),
    ("Café, £40".encode("cp1252"), "note.txt", ".txt"),
]


@pytest.mark.parametrize(("data", "name", "ending"), GOOD, ids=[name for _, name, _ in GOOD])
def test_documents_tables_and_pictures_may_come(data, name, ending):
    assert safe_name(name, kind_of(data, name)) == name.removesuffix(ending) + ending


BAD = [
    (b"", "empty.pdf", "is empty"),
    (b"MZ\x90\x00" + b"\0" * 60, "figures.pdf", "cannot be attached"),
    (b"\x7fELF\x02\x01\x00", "figures", "cannot be attached"),
    (b"<html><script>alert(1)</script>", "figures.txt", "cannot be attached"),
    (b'<svg xmlns="http://www.w3.org/2000/svg">', "plan.png", "cannot be attached"),
    (b"\xef\xbb\xbf  <!DOCTYPE html><p>", "figures.csv", "cannot be attached"),
    (zipped(**{"a.txt": "x"}), "files.zip", "is an archive"),
    (zipped(**{"a.txt": "x"})[:30], "files.docx", "is damaged"),
    (office("word", **{"word/vbaProject.bin": "x"}), "a.docx", "holds macros"),
    (OLE + "_VBA_PROJECT".encode("utf-16-le") + "Workbook".encode("utf-16-le"), "a.xls", "holds macros"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "protected with a password"),
    (OLE, "a.msg", "cannot be attached"),
]


@pytest.mark.parametrize(("data", "name", "words"), BAD, ids=[f"{name} {words}" for _, name, words in BAD])
def test_what_may_not_come_is_refused_by_its_content_in_words(data, name, words):
    with pytest.raises(FileRefused, match=words) as refused:
        kind_of(data, name)
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("figures.pdf", PDF, "figures.pdf"),
        ("figures.exe", PDF, "figures.exe.pdf"),
        ("..\\..\\windows\\figures.pdf", PDF, "figures.pdf"),
        ("../../etc/passwd", TEXT, "passwd.txt"),
        ('a"b\r\nSet-Cookie: x.csv', CSV, "a b Set-Cookie x.csv"),
        ("fdp\u202efdp.exe", PDF, "fdp fdp.exe.pdf"),
        (".pdf", PDF, "pdf.pdf"),
        ("...", PDF, "File.pdf"),
        ("x" * 400 + ".pdf", PDF, "x" * 120 + ".pdf"),
    ],
)
def test_names_lose_what_is_unsafe_and_end_as_their_content_says(name, kind, safe):
    assert safe_name(name, kind) == safe


@given(st.text())
def test_any_name_becomes_one_that_is_safe(name):
    safe = safe_name(name, PDF)
    assert safe.endswith(".pdf")
    assert len(safe) <= 124
    assert not set(safe) & set('/\\\r\n"\0\u202e')


@given(st.binary(max_size=300))
def test_any_bytes_are_of_a_kind_or_refused_in_words(data):
    try:
        found = kind_of(data, "a").media_type
    except FileRefused as refused:
        found = str(refused)
    assert found.startswith("“a”") or "/" in found


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), owner=make_owner(officer.officer))


@pytest.fixture
def draft(action, officer):
    return make_answer(action, officer)


def test_a_file_that_is_too_big_is_refused_with_both_sizes(draft, settings):
    settings.MAX_ATTACHMENT_MB = 1
    with pytest.raises(FileRefused, match=r"“a.csv” is 1\.5 MB, and a file may be 1 MB"):
        attach(draft, SimpleUploadedFile("a.csv", b"x" * 1_572_864), now=NOW)


def test_an_answer_has_so_many_files_and_no_more(draft, settings):
    settings.MAX_ATTACHMENTS = 2
    files = [SimpleUploadedFile(f"{n}.txt", f"file {n}".encode()) for n in range(3)]
    (refused,) = attachments.attach_all(draft, files, now=NOW)
    assert "“2.txt” was left out" in refused
    assert draft.attachments.count() == 2


def test_the_same_bytes_twice_are_one_attachment(draft):
    assert make_attachment(draft) == make_attachment(draft, "again.csv")
    assert draft.attachments.count() == 1


def test_the_bytes_go_when_the_last_answer_lets_go_of_them(draft, action, clerk, django_capture_on_commit_callbacks):
    file = make_attachment(draft)
    storage, stored = file.file.storage, file.file.name
    share([file], make_answer(action, clerk), now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        detach(file)
    assert storage.exists(stored)
    with django_capture_on_commit_callbacks(execute=True):
        detach(action.answers.get(by=clerk).attachments.get())
    assert not storage.exists(stored)


def get(client, attachment):
    return client.get(reverse("actions:attachment", args=[attachment.pk]))


def test_a_file_is_a_download_that_no_browser_runs(client, action, officer):
    file = make_attachment(make_answer(action, officer, state="sent"), "Café figures.csv")
    response = get(client, file)
    assert b"".join(response.streaming_content) == Path(file.file.path).read_bytes()
    assert response["Content-Disposition"].startswith("attachment")
    assert "filename*=utf-8''Caf%C3%A9%20figures.csv" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "text/csv"


@pytest.mark.parametrize("state", ["draft", "approval"])
def test_a_file_that_was_not_sent_is_its_author_s_approver_s_and_clerk_s(
    client, action, officer, other_officer, clerk, member, state
):
    file = make_attachment(make_answer(action, officer, state=state, approver=other_officer))
    who = {officer: 200, clerk: 200, other_officer: 200 if state == "approval" else 404, member: 404, None: 404}
    for user, status in who.items():
        client.logout()
        if user:
            client.force_login(user)
        response = get(client, file)
        assert response.status_code == status, user
        if response.streaming:
            b"".join(response.streaming_content)


def test_an_exempt_file_is_for_those_with_the_right_alone(client, meeting, officer, other_officer, clerk):
    exempt = make_action(make_item(meeting), restricted=True, owner=make_owner(officer.officer), status=Status.ANSWERED)
    file = make_attachment(make_answer(exempt, officer, state="sent"))
    for user, status in {None: 404, other_officer: 404, officer: 200, clerk: 200}.items():
        client.logout()
        if user:
            client.force_login(user)
        response = get(client, file)
        assert response.status_code == status, user
        if response.streaming:
            b"".join(response.streaming_content)

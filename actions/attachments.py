"""Files of an answer: what may be attached, told from the bytes; safe names; kept, removed and shared between answers.

Refuses (`FileRefused`, in words for the sender) what is too big, empty, too many, protected with a password, with
macros, or no document: whatever is attached is opened by councillors and the public.
"""

import datetime
import hashlib
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from people.wording import file_size

from .models import Answer, Attachment

MEGABYTE = 1024 * 1024
MOST_PARTS = 20_000
LONGEST_NAME = 120
# What the file chooser offers; the content decides.
OFFERED = ".pdf,.docx,.doc,.odt,.rtf,.xlsx,.xls,.ods,.csv,.txt,.pptx,.ppt,.odp,.png,.jpg,.jpeg,.gif,.webp"
WHAT_MAY_COME = "Attach a Word, Excel, PowerPoint, OpenDocument, PDF, RTF, CSV or text file, or a picture"


class FileRefused(ValueError):
    """The file cannot be attached; the message names it and says why."""


@dataclass(frozen=True)
class Kind:
    """What a file is: its media type, and the endings that fit it, the usual one first."""

    media_type: str
    endings: tuple[str, ...]


OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
PDF = Kind("application/pdf", (".pdf",))
RTF = Kind("application/rtf", (".rtf", ".doc"))
CSV = Kind("text/csv", (".csv",))
TEXT = Kind("text/plain", (".txt",))
# By the folder in the archive that holds the document.
OFFICE_KINDS = {
    "word/": Kind(f"{OFFICE}wordprocessingml.document", (".docx",)),
    "xl/": Kind(f"{OFFICE}spreadsheetml.sheet", (".xlsx",)),
    "ppt/": Kind(f"{OFFICE}presentationml.presentation", (".pptx",)),
}
OPEN_KINDS = {
    f"{OPEN}text": Kind(f"{OPEN}text", (".odt",)),
    f"{OPEN}spreadsheet": Kind(f"{OPEN}spreadsheet", (".ods",)),
    f"{OPEN}presentation": Kind(f"{OPEN}presentation", (".odp",)),
}
# By the name of a stream in the old Office files.
OLD_KINDS = {
    "WordDocument": Kind("application/msword", (".doc",)),
    "Workbook": Kind("application/vnd.ms-excel", (".xls",)),
    "PowerPoint Document": Kind("application/vnd.ms-powerpoint", (".ppt",)),
}
PICTURES = {
    rb"\x89PNG\r\n\x1a\n": Kind("image/png", (".png",)),
    rb"\xff\xd8\xff": Kind("image/jpeg", (".jpg", ".jpeg")),
    rb"GIF8[79]a": Kind("image/gif", (".gif",)),
    rb"RIFF....WEBP": Kind("image/webp", (".webp",)),
}
MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|svg|script|div|p|table|iframe|img|a)\b)", re.I)
# Signs that turn the direction of writing, so that "fdp.exe" reads "exe.pdf"; and what no file system takes.
UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def kind_of(data: bytes, name: str) -> Kind:
    """What the bytes are; FileRefused for what may not be attached. The name tells CSV from text, nothing else."""
    if not data.strip():
        raise FileRefused(f"“{name}” is empty")
    if data.startswith(b"PK\x03\x04"):
        return _in_archive(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _in_old_office_file(data, name)
    if b"%PDF-" in data[:1024]:
        return PDF
    if re.match(rb"\s{0,20}\{\\rt", data):
        return RTF
    for start, kind in PICTURES.items():
        if re.match(start, data, re.DOTALL):
            return kind
    if _is_plain_text(data):
        return CSV if name.lower().endswith(".csv") else TEXT
    raise FileRefused(f"“{name}” cannot be attached. {WHAT_MAY_COME}")


def _in_archive(data: bytes, name: str) -> Kind:
    """Only the list of parts is read, and one short part; nothing is unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        mimetype = archive.open("mimetype").read(100).decode("ascii") if "mimetype" in archive.namelist() else ""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileRefused(f"“{name}” is damaged. Open it, save it again and attach that") from error
    names = [part.filename for part in parts]
    if len(names) > MOST_PARTS:
        raise FileRefused(f"“{name}” cannot be attached. {WHAT_MAY_COME}")
    if any(part.lower().endswith(("vbaproject.bin", "script-lc.xml")) for part in names):
        raise FileRefused(f"“{name}” holds macros. Save it without them and attach that")
    if mimetype in OPEN_KINDS:
        return OPEN_KINDS[mimetype]
    if "[Content_Types].xml" in names:
        for folder, kind in OFFICE_KINDS.items():
            if any(part.startswith(folder) for part in names):
                return kind
    raise FileRefused(f"“{name}” is an archive. Unpack it and attach the files that are in it")


def _in_old_office_file(data: bytes, name: str) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileRefused(f"“{name}” is protected with a password. Save it without one and attach that")
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise FileRefused(f"“{name}” holds macros. Save it without them and attach that")
    for stream, kind in OLD_KINDS.items():
        if stream.encode("utf-16-le") in data:
            return kind
    raise FileRefused(f"“{name}” cannot be attached. {WHAT_MAY_COME}")


def _is_plain_text(data: bytes) -> bool:
    """Words without control characters that are no web page or picture in markup: a browser would run those."""
    if b"\0" in data:
        return False
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    controls = sum(c < " " and c not in "\t\n\r\f\x0b" for c in text)
    return controls * 200 <= len(text) and not MARKUP.match(text)


def safe_name(name: str, kind: Kind) -> str:
    """The name without folders and unsafe signs, with an ending that fits what the file is."""
    name = UNSAFE.sub(" ", unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1]))
    name = " ".join(name.split()).strip(" .")
    ending = next((each for each in kind.endings if name.lower().endswith(each)), "")
    stem = name[: len(name) - len(ending)].strip(" .") or "File"
    return stem[:LONGEST_NAME] + (ending or kind.endings[0])


def attach(draft: Answer, file: UploadedFile, *, now: datetime.datetime) -> Attachment:
    """Check a file and keep it with the draft. The same bytes twice are one attachment."""
    return _keep(draft, file, held_by(draft), now)


def attach_all(draft: Answer, files: list[UploadedFile], *, now: datetime.datetime) -> list[str]:
    """Keep what can be kept; the reasons why others were left out."""
    refused, held = [], held_by(draft) if files else {}
    for file in files:
        try:
            attachment = _keep(draft, file, held, now)
            held[attachment.sha256] = attachment
        except FileRefused as error:
            refused.append(str(error))
    return refused


def held_by(draft: Answer) -> dict[str, Attachment]:
    return {attachment.sha256: attachment for attachment in Attachment.objects.filter(answer=draft)}


def _keep(draft: Answer, file: UploadedFile, held: dict[str, Attachment], now: datetime.datetime) -> Attachment:
    name = file.name or "File"
    if (file.size or 0) > settings.MAX_ATTACHMENT_MB * MEGABYTE:
        size = f"“{name}” is {file_size(file.size)}, and a file may be {settings.MAX_ATTACHMENT_MB} MB"
        raise FileRefused(f"{size}. Attach a smaller one, or part it")
    data = file.read()
    kind = kind_of(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 in held:
        return held[sha256]
    if len(held) >= settings.MAX_ATTACHMENTS:
        raise FileRefused(f"“{name}” was left out: an answer may have {settings.MAX_ATTACHMENTS} files")
    attachment = Attachment(
        answer=draft, name=safe_name(name, kind), size=len(data), sha256=sha256,
        media_type=kind.media_type, added_at=now,
    )  # fmt: skip
    attachment.file.save(sha256, ContentFile(data), save=True)
    return attachment


@transaction.atomic
def detach(attachment: Attachment) -> None:
    """Take a file off; its bytes go when no other answer shares them."""
    stored, storage = str(attachment.file.name), attachment.file.storage
    attachment.delete()
    if not Attachment.objects.filter(file=stored).exists():
        transaction.on_commit(lambda: storage.delete(stored))


def share(attachments: list[Attachment], draft: Answer, *, now: datetime.datetime) -> None:
    """The same files with another answer; their bytes are kept once."""
    here = set(draft.attachments.values_list("sha256", flat=True))
    for attachment in attachments:
        if attachment.sha256 not in here:
            draft.attachments.create(
                file=attachment.file.name, name=attachment.name, size=attachment.size,
                sha256=attachment.sha256, media_type=attachment.media_type, added_at=now,
            )  # fmt: skip

"""What format bytes are of, told from the bytes: a name may be wrong, missing or meant to deceive."""

import re

from ..document import UnsupportedFormat
from .archive import open_archive
from .encoding import decode

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = re.compile(rb"\s{0,20}\{\\rt")
_HEADER = re.compile(
    r"(?:^|\n)(from|to|subject|date|mime-version|received|message-id|return-path|content-type|delivered-to|x-[\w-]+):",
    re.IGNORECASE,
)
_SURE_HEADERS = frozenset(("mime-version", "received", "message-id", "return-path", "delivered-to"))
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|meta|div|span|p|table|tr|td|th|h[1-6]|ul|ol|li|dl|b|i|u|strong|em|a|font|br|hr|"
    r"section|article|main|header|nav|footer|center|blockquote|form|title|style|script|pre)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<meeting>")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
_HEIF = re.compile(rb"....ftyp(?:heic|heif|mif1|avif)", re.DOTALL)
_SAVE = "Save it as .docx, .pdf or .txt, or paste its text."
_PICTURE = "This is a picture, and the words in it cannot be read. Upload the document itself or paste its text."
_NO_CONTROLS = dict.fromkeys([*(code for code in range(32) if chr(code) not in "\t\n\r\f\x0b"), 0xFFFD])


def kind_of(data: bytes) -> str:
    """One of pdf, docx, odt, rtf, doc, email, html, meeting (of ModernGov's service), text. Raises UnsupportedFormat for what else a clerk may send."""
    if not data.strip():
        raise UnsupportedFormat("This file is empty.")
    head = data[:4096]
    if data.startswith(_ZIP):
        return _in_archive(data)
    if data.startswith(_OLE):
        return _in_compound_file(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _RTF.match(head):
        return "rtf"
    _refuse_others(head)
    text = decode(head if len(data) > len(head) else data)
    if _MEETING.match(text):
        return "meeting"
    if _is_email(text):
        return "email"
    if _is_markup(text):
        return "html"
    controls = len(text) - len(text.translate(_NO_CONTROLS))
    if controls * 20 > len(text):
        raise UnsupportedFormat(f"This file is not a document that can be read here. {_SAVE}")
    return "text"


def _in_archive(data: bytes) -> str:
    archive = open_archive(data)
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        with archive.open("mimetype") if "mimetype" in names else archive.open("content.xml") as stream:
            kind = stream.read(100)
        if b"opendocument.text" in kind or b"opendocument" not in kind:
            return "odt"
        raise UnsupportedFormat(f"This is a spreadsheet or a presentation, not minutes. {_SAVE}")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise UnsupportedFormat(f"This is a spreadsheet or a presentation, not minutes. {_SAVE}")
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise UnsupportedFormat(f"This is an Apple Pages document, which cannot be read here. {_SAVE}")
    raise UnsupportedFormat("This is a zip archive. Unpack it and upload the minutes that are in it.")


def _in_compound_file(data: bytes) -> str:
    """Word 97's .doc, or another of the old Office files: their streams' names tell which."""
    if _stream("EncryptedPackage") in data:
        raise UnsupportedFormat("This document is protected with a password. Save it without one and try again.")
    if _stream("WordDocument") in data:
        return "doc"
    if _stream("__substg1.0_") in data:
        raise UnsupportedFormat(
            "This is an Outlook message (.msg). Save the attached minutes, or the message as .eml, and upload that."
        )
    raise UnsupportedFormat(f"This is an old Office file that is not a Word document. {_SAVE}")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_others(head: bytes) -> None:
    if (head.startswith(_PICTURES) and not head[:200].decode("latin-1").isprintable()) or _HEIF.match(head[:16]):
        raise UnsupportedFormat(_PICTURE)
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")):
        raise UnsupportedFormat("This is a compressed archive. Unpack it and upload the minutes that are in it.")
    if head.startswith((b"MZ", b"\x7fELF")):
        raise UnsupportedFormat("This is a program, not a document.")


def _is_email(text: str) -> bool:
    """A block of headers on top, one of them such as only a mail program writes."""
    block = re.split(r"\r?\n\r?\n", text.lstrip("\ufeff"), maxsplit=1)[0]
    if not re.match(r"[A-Za-z][A-Za-z0-9-]{1,60}:", block):
        return False
    names = {name.lower() for name in _HEADER.findall(block.replace("\r", ""))}
    return len(names) >= 3 and bool(names & _SURE_HEADERS)


def _is_markup(text: str) -> bool:
    """A page or a fragment of one: markup at the very start, or plenty of it."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<") and (_MARKUP.match(start) or re.match(r"<(?:\?xml|!--)", start)) and _MARKUP.search(start):
        return True
    return len(_MARKUP.findall(text)) >= 8

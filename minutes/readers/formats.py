"""Which function reads which format, and which documents are read in a process of their own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..document import Block, Document, Span, UnreadableDocument
from . import sandbox
from .archive import open_archive
from .doc import to_docx
from .docx import read_docx
from .eml import read_email
from .encoding import decode
from .html import read_html
from .moderngov_xml import read_meeting
from .odt import read_odt
from .pdf import read_pdf
from .rtf import read_rtf
from .sniff import kind_of
from .text import read_text

READERS: dict[str, Callable[[bytes], Document]] = {
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
    "html": read_html,
    "meeting": read_meeting,
}
MOST_BYTES = 50_000_000
_SMALL = {
    "docx": 8_000_000,
    "odt": 8_000_000,
    "rtf": 4_000_000,
    "html": 2_500_000,
    "meeting": 4_000_000,
}  # bytes, unpacked
_MOST_NESTED = 3  # emails attached to emails
_CHILD = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r}); "
    "from minutes.readers.child import main; main()"
)
_CHILD_SECONDS = 60


def read_bytes(data: bytes, name: str = "", nested: int = 0) -> Document:
    """The document in `data`."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(
            "This file is larger than 50 MB. Upload the minutes by themselves, without the reports pack."
        )
    kind = kind_of(data)
    if kind == "text":
        return _read_plain(data)
    if kind == "pdf":
        return read_pdf(data)
    if kind == "email":
        if nested >= _MOST_NESTED:
            raise UnreadableDocument(
                "This email holds emails that hold emails. Save the attached minutes and upload them."
            )
        return read_email(data, lambda content, inner: read_bytes(content, inner, nested + 1))
    if kind == "doc":
        data, kind = to_docx(data), "docx"
    if _unpacked(kind, data) > _SMALL[kind]:
        return _read_apart(kind, data)
    return READERS[kind](data)


def _read_plain(data: bytes) -> Document:
    document = read_text(decode(data))
    if not document.blocks:
        raise UnreadableDocument("There are no words to read in this text.")
    return document


def _unpacked(kind: str, data: bytes) -> int:
    if kind in ("docx", "odt"):
        return sum(part.file_size for part in open_archive(data).infolist() if part.filename.endswith(".xml"))
    return len(data)


def _read_apart(kind: str, data: bytes) -> Document:
    answer: dict[str, Any] = json.loads(sandbox.run(["-c", _CHILD, kind], data, seconds=_CHILD_SECONDS))
    if "error" in answer:
        raise UnreadableDocument(answer["error"])
    blocks = tuple(_block(block) for block in answer["blocks"])
    return Document(answer["text"], blocks, answer["media_type"], answer["title"], tuple(answer["warnings"]))


def _block(block: dict[str, Any]) -> Block:
    return Block(**{**block, "span": Span(**block["span"]), "cells": tuple(Span(**cell) for cell in block["cells"])})

"""Zip archives of documents (DOCX, ODT), opened only after their sizes are checked; XML parsed without entities.

Refuses what unpacks to more than 100 MB, more than 200 times its size, or more parts than any document has.
"""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from ..document import UnreadableDocument

MOST_BYTES = 100_000_000
HIGHEST_RATIO = 200  # the highest seen in an honest document is 35
SMALL = 1_000_000  # below this no ratio is a danger
MOST_PARTS = 10_000
_DAMAGED = "This document is damaged and cannot be opened. Open it in your word processor and save it again."
_BOMB = "This document unpacks to far more than a document of minutes can hold, so it was not opened."
_LOCKED = "This document is protected with a password. Save it without one and try again."


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`, once what it says of its sizes is within bounds."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadableDocument(_DAMAGED) from error
    total = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or total > MOST_BYTES or (total > SMALL and total > HIGHEST_RATIO * max(len(data), 1)):
        raise UnreadableDocument(_BOMB)
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableDocument(_LOCKED)
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None where there is none; never more than it said it holds."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > SMALL and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        raise UnreadableDocument(_BOMB)
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(_DAMAGED) from error
    if len(data) > info.file_size:
        raise UnreadableDocument(_BOMB)
    return data


def parse_xml(data: bytes) -> Any:
    """The root of a part; entities stay unexpanded and nothing is fetched."""
    if b"<!ENTITY" in data[:100_000]:
        raise UnreadableDocument("This document holds definitions that no word processor writes, so it was not opened.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(_DAMAGED) from error
    if root is None:
        raise UnreadableDocument(_DAMAGED)
    return root


def xml_part(archive: zipfile.ZipFile, name: str) -> Any | None:
    """The root of one XML part, or None where the archive has none of that name."""
    data = read_part(archive, name)
    return None if data is None else parse_xml(data)

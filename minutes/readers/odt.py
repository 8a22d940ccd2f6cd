"""ODT → Document: list markers counted, tables with their cells, deletions that are only tracked left out."""

import re
from typing import Any

from ..document import Document, UnreadableDocument
from . import lines
from .archive import open_archive, xml_part
from .builder import build
from .grids import Row, fold_table
from .odt_lists import TEXT, Lists
from .parts import Part, split_tabs

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_OUT = frozenset(
    (
        f"{TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{TEXT}table-of-content",
        f"{TEXT}ruby-text",
        f"{TEXT}hidden-text",
    )
)
_ROW_GROUPS = frozenset(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_WHITE = re.compile(r"[ \t\r\n]+")
_DEEPEST = 60
_MOST_REPEATED = 50  # columns a cell may stand for


def read_odt(data: bytes) -> Document:
    """The blocks of an OpenDocument text, in reading order."""
    archive = open_archive(data)
    manifest = xml_part(archive, "META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTED), None) is not None:
        raise UnreadableDocument("This document is protected with a password. Save it without one and try again.")
    root = xml_part(archive, "content.xml")
    text = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if text is None:
        raise UnreadableDocument(
            "This OpenDocument file has no text part that can be read. Save it again as .odt or .docx."
        )
    reader = _Reader(Lists(xml_part(archive, "styles.xml"), root))
    parts = reader.parts_of(text)
    meta = xml_part(archive, "meta.xml")
    title = (meta.findtext(f".//{_TITLE}") or "") if meta is not None else ""
    changed = next(text.iter(f"{TEXT}changed-region"), None) is not None
    warnings = ("The document has tracked changes: it was read as if all of them were accepted.",) if changed else ()
    return build(parts + reader.notes, _MEDIA_TYPE, title, warnings)


def _one_space(text: str | None) -> str:
    """Line ends in the file itself are only spaces."""
    return _WHITE.sub(" ", text or "")


class _Reader:
    """Goes through a body, a cell, a list; footnotes are put aside for the end."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._headings = [0] * 11
        self._depth = 0
        self.notes: list[Part] = []

    def parts_of(self, container: Any) -> list[Part]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableDocument("This document's lists or tables stand in one another too deep to be read.")
        out: list[Part] = []
        for element in container:
            tag = element.tag
            if tag == f"{TEXT}p":
                out += self._paragraph(element)
            elif tag == f"{TEXT}h":
                out += self._heading(element)
            elif tag == f"{TEXT}list":
                out += self._list(element, "", 1, None)
            elif tag == f"{_TABLE}table":
                out += fold_table(self._rows(element))
            elif isinstance(tag, str) and tag not in _OUT:
                out += self.parts_of(element)  # sections, frames, indexes' bodies
        self._depth -= 1
        return out

    def _heading(self, element: Any) -> list[Part]:
        level = element.get(f"{TEXT}outline-level", "1")
        number = int(level) if level.isdigit() and 0 < int(level) < 10 else 1
        parts = self._paragraph(element, "heading", number)
        if parts and parts[0].text.strip():
            parts[0].marker = self._lists.heading(number, self._headings)
        return parts

    def _paragraph(self, element: Any, kind: str = "paragraph", level: int = 0) -> list[Part]:
        boxes: list[Any] = []
        text = self._words(element, boxes)
        inside = [part for box in boxes for part in self.parts_of(box)]
        if not text.strip():
            return [Part(""), *inside]
        pieces = [line.text for line in lines.paragraphs(text)] if "\n" in text else [text]
        return [each for piece in pieces for each in split_tabs(Part(piece, kind, level))] + inside

    def _list(self, element: Any, style: str, level: int, counts: list[int] | None) -> list[Part]:
        if level > _DEEPEST:
            raise UnreadableDocument("This document's lists stand in one another too deep to be read.")
        style = element.get(f"{TEXT}style-name", "") or style
        counts = self._lists.counts(element, style) if counts is None else counts
        out: list[Part] = []
        for item in element:
            marked = item.tag == f"{TEXT}list-item"
            for child in item if isinstance(item.tag, str) else ():
                if child.tag == f"{TEXT}list":
                    out += self._list(child, style, level + 1, counts)
                    continue
                parts = self.parts_of([child])
                if marked and child.tag in (f"{TEXT}p", f"{TEXT}h") and parts and parts[0].text.strip():
                    parts[0].marker = self._lists.marker(style, level, counts, item.get(f"{TEXT}start-value"))
                    marked = False
                for part in parts:
                    part.level = part.level or level - 1
                out += parts
        return out

    def _rows(self, table: Any) -> list[Row]:
        rows: list[Row] = []
        waiting = list(table)[::-1]
        while waiting:
            element = waiting.pop()
            if element.tag in _ROW_GROUPS:
                waiting += list(element)[::-1]
            elif element.tag == f"{_TABLE}table-row":
                rows.append(self._row(element))
        return rows

    def _row(self, element: Any) -> Row:
        cells: Row = []
        for cell in element:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
            parts = self.parts_of(cell)
            cells.append(parts)
            if repeated.isdigit() and 1 < int(repeated) <= _MOST_REPEATED:
                cells += [[] for _ in range(int(repeated) - 1)]
        return cells

    def _words(self, paragraph: Any, boxes: list[Any]) -> str:
        """The words of a paragraph; text boxes and footnotes anchored in it are put aside."""
        out: list[str] = [_one_space(paragraph.text)]
        waiting: list[Any] = list(paragraph)[::-1]
        while waiting:
            element = waiting.pop()
            if isinstance(element, str):
                out.append(element)
                continue
            if element.tail:
                waiting.append(_one_space(element.tail))
            tag = element.tag
            if tag == f"{TEXT}s":
                count = element.get(f"{TEXT}c", "1")
                out.append(" " * (int(count) if count.isdigit() and len(count) < 4 else 1))
            elif tag == f"{TEXT}tab":
                out.append("\t")
            elif tag == f"{TEXT}line-break":
                out.append("\n")
            elif tag == f"{TEXT}note":
                self._note(element)
            elif tag.startswith(_DRAW):
                boxes.append(element)
            elif isinstance(tag, str) and tag not in _OUT:
                waiting += list(element)[::-1]
                out.append(_one_space(element.text))
        return "".join(out)

    def _note(self, element: Any) -> None:
        body = element.find(f"{TEXT}note-body")
        if body is not None:
            for part in self.parts_of(body):
                part.role = "footnote"
                self.notes.append(part)

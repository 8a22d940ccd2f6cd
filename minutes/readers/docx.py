"""DOCX → Document, from its XML: python-docx's `.text` loses list numbers and tracked insertions.

Read as Word would print it with all changes accepted: insertions in, deletions out; list numbers computed; tables
with their cells; text boxes and footnotes in; headers, footers, comments and hidden words out.
"""

from typing import Any
from zipfile import ZipFile

from ..document import Document, UnreadableDocument
from . import lines
from .archive import open_archive, parse_xml, read_part, xml_part
from .builder import build
from .docx_numbering import Numbering, W
from .grids import Row, fold_table
from .parts import Part, split_tabs

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same words under another name
_OUT = frozenset(
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "rPr",
        "pPr",
        "tblPr",
        "sectPr",
        "instrText",
        "delText",
        "tcPr",
        "trPr",
        "sdtPr",
        "ruby",
    )
)
_WORDS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
    f"{W}ptab": "\t",
}
_DEEPEST = 60  # tables in tables; beyond it the document is a trap


def read_docx(data: bytes) -> Document:
    """The blocks of a Word document, in reading order."""
    archive = open_archive(data)
    root = _word_part(archive, "document")
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise UnreadableDocument("This Word document has no text part that can be read. Save it again as .docx.")
    numbering = Numbering(_word_part(archive, "numbering"), _word_part(archive, "styles"))
    parts = _Reader(numbering).parts_of(body)
    parts += _footnotes(_word_part(archive, "footnotes"), numbering)
    warnings = _warnings(body)
    core = xml_part(archive, "docProps/core.xml")
    title = (core.findtext(_TITLE) or "") if core is not None else ""
    return build(parts, _MEDIA_TYPE, title, warnings)


def _word_part(archive: ZipFile, name: str) -> Any | None:
    data = read_part(archive, f"word/{name}.xml")
    return None if data is None else parse_xml(data.replace(_STRICT, W[1:-1].encode()))


def _warnings(body: Any) -> tuple[str, ...]:
    changed = next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None
    return ("The document has tracked changes: it was read as if all of them were accepted.",) if changed else ()


def _footnotes(root: Any | None, numbering: Numbering) -> list[Part]:
    out: list[Part] = []
    for note in root.findall(f"{W}footnote") if root is not None else ():
        if note.get(f"{W}type") in (None, "normal"):
            parts = _Reader(numbering).parts_of(note)
            for part in parts:
                part.role = "footnote"
            out += parts
    return out


class _Reader:
    """Goes through a body, a cell or a text box; paragraphs whose mark was deleted run into the next."""

    def __init__(self, numbering: Numbering, depth: int = 0) -> None:
        self._numbering = numbering
        self._depth = depth
        self._pending = ""

    def parts_of(self, container: Any) -> list[Part]:
        if self._depth > _DEEPEST:
            raise UnreadableDocument("This document's tables stand in one another too deep to be read.")
        out: list[Part] = []
        for element in _children(container):
            if element.tag == f"{W}p":
                out += self._paragraph(element)
            elif element.tag == f"{W}tbl":
                out += self._table(element)
        return out

    def _paragraph(self, element: Any) -> list[Part]:
        properties = element.find(f"{W}pPr")
        boxes: list[Any] = []
        text = self._pending + _words(element, boxes)
        self._pending = ""
        mark = properties.find(f"{W}rPr/{W}del") if properties is not None else None
        if mark is not None:  # the end of the paragraph was deleted: what follows belongs to it
            self._pending = text
            return []
        inside = [part for box in boxes for part in _Reader(self._numbering, self._depth + 1).parts_of(box)]
        return self._numbered(text, properties) + inside

    def _numbered(self, text: str, properties: Any | None) -> list[Part]:
        if not text.strip():
            return [Part("")]
        style_element = properties.find(f"{W}pStyle") if properties is not None else None
        style = style_element.get(f"{W}val", "") if style_element is not None else ""
        marker, level = self._numbering.marker(style, properties)
        heading = self._numbering.heading(style, properties)
        kind = "heading" if heading else "paragraph"
        pieces = [line.text for line in lines.paragraphs(text)] if "\n" in text else [text]
        parts = [Part(piece, kind, heading or level) for piece in pieces]
        if parts:
            parts[0].marker = marker
        return [each for part in parts for each in split_tabs(part)]

    def _table(self, element: Any) -> list[Part]:
        rows: list[Row] = []
        for row in _children(element):
            if row.tag != f"{W}tr" or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: Row = []
            for cell in _children(row):
                if cell.tag != f"{W}tc":
                    continue
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                cells.append([] if goes_on else _Reader(self._numbering, self._depth + 1).parts_of(cell))
                cells += [[] for _ in range(_span(cell) - 1)]
            rows.append(cells)
        return fold_table(rows)


def _span(cell: Any) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    value = found.get(f"{W}val", "1") if found is not None else "1"
    return int(value) if value.isdigit() and 0 < int(value) <= 60 else 1


def _children(element: Any) -> list[Any]:
    """The children, with content controls, custom XML and tracked insertions opened, deletions left out."""
    out: list[Any] = []
    waiting = list(element)[::-1]
    while waiting:
        child = waiting.pop()
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"):
            waiting += list(child)[::-1]
        elif child.tag not in (f"{W}del", f"{W}moveFrom"):
            out.append(child)
    return out


def _words(paragraph: Any, boxes: list[Any]) -> str:
    """The words of a paragraph; text boxes anchored in it are put aside in `boxes`."""
    out: list[str] = []
    waiting = list(paragraph)[::-1]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _OUT or not isinstance(tag, str):
            continue
        if tag == f"{W}t":
            out.append((element.text or "").replace("\n", " "))
        elif tag in _WORDS:
            out.append(_WORDS[tag])
        elif tag == f"{W}sym":
            out.append(_symbol(element))
        elif tag == f"{W}txbxContent":
            boxes.append(element)
        elif tag == f"{W}r" and _is_hidden(element):
            continue
        elif tag == _ALTERNATE:
            choice = element.find(_CHOICE)
            waiting += list(choice if choice is not None else element)[::-1]
        else:
            waiting += list(element)[::-1]
    return "".join(out)


def _is_hidden(run: Any) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")


def _symbol(element: Any) -> str:
    """A sign of a symbol font: Wingdings' bullets and ticks have no letters."""
    code = element.get(f"{W}char", "")[-2:].lower()
    return {"b7": "•", "a7": "•", "fc": "✓", "fb": "✗", "d8": "•", "e0": "→", "2d": "-"}.get(code, "")

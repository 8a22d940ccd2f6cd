"""HTML → Document: saved pages (ModernGov's known by their classes), Word's "web page", pasted rich text.

What a page says besides its content (navigation, forms, footers, icons of files) is left out. Nothing is fetched.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from ..document import Document, UnreadableDocument
from . import lines, page_roles
from .builder import build
from .encoding import decode
from .grids import Cell, Row, fold_table
from .numbering import number_words
from .parts import Part, tidy

_GONE_TAGS = (
    "head script style template noscript nav footer aside form select option button input textarea iframe object svg "
    "canvas audio video map datalist dialog del s strike"
)
_GONE = frozenset(_GONE_TAGS.split())
_DEEPEST = 60  # tables in tables
_KEPT_FORM = "form"
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 header "
    "hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_WHITE = re.compile(r"[ \t\r\n\f]+")
_FILE_ICON = re.compile(
    r"\s*\b(?:pdf|docx?|xlsx?|pptx?|rtf|zip|html?) icon (?:[A-Z]{2,4} )?[\d.,/]+ ?[KM]?B?\b", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_LIST_LEVEL = re.compile(r"mso-list\s*:[^;]{0,40}\blevel(\d)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_html(data: bytes | str) -> Document:
    """The blocks of a page or a piece of rich text, in reading order."""
    text = data if isinstance(data, str) else decode(data)
    root = parse(text)
    title = root.findtext(".//title") or ""
    return build(parts_of(root), "text/html", title)


def parse(text: str) -> Any:
    """The tree of a page; nothing outside the text is read."""
    text = _XML_DECLARATION.sub("", text.replace("\0", ""))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("There are no words to read in this page.") from error
    if any(
        entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log
    ):  # the parser stops there, saying nothing
        raise UnreadableDocument(
            "The parts of this page stand in one another too deep to be read. Paste its text instead."
        )
    return root


def parts_of(root: Any) -> list[Part]:
    """The parts of the page's content, without what surrounds it."""
    walk = _Walk(page_roles.Roles(root))
    walker = etree.iterwalk(page_roles.content(root), events=("start", "end"))
    for event, element in walker:
        if event == "end":
            walk.end(element)
        elif _is_gone(element):
            walker.skip_subtree()
            walk.gone.add(element)
        else:
            walk.start(element)
    walk.flush()
    return page_roles.without_noise(walk.parts)


def _is_gone(element: Any) -> bool:
    if not isinstance(element.tag, str) or (element.tag in _GONE and not _holds_words(element)):
        return True
    if "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
        return True
    return page_roles.is_furniture(element)


def _holds_words(element: Any) -> bool:
    """ASP.NET wraps the whole page in a form: that one is kept."""
    return element.tag == _KEPT_FORM and next(element.iter("p", "h1", "h2", "td", "div"), None) is not None


@dataclass(slots=True)
class _List:
    tag: str
    style: str
    count: int


@dataclass(slots=True)
class _Table:
    rows: list[Row] = field(default_factory=list)
    outer: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What has been read so far: finished parts, the words since the last block's edge, open lists and tables."""

    roles: page_roles.Roles
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    level: int = 0
    keeps_lines: int = 0
    gone: set[Any] = field(default_factory=set)

    def start(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush()
            self.roles.enter(element)
            self._open(tag, element)
        elif tag == "br":
            self.words.append("\n")
        elif tag == "img":
            self.words.append(page_roles.image_words(element))
        else:
            self.roles.enter(element)
        self._add(element.text)

    def _open(self, tag: str, element: Any) -> None:
        if tag in ("ol", "ul", "menu"):
            start = element.get("start", "1")
            first = int(start) if start.lstrip("-").isdigit() and len(start) < 8 else 1
            self.lists.append(_List(tag, element.get("type") or _list_style(element), first))
        elif tag == "li":
            self.marker = self._next_marker(element)
        elif tag == "table":
            if len(self.tables) >= _DEEPEST:
                raise UnreadableDocument(
                    "This page's tables stand in one another too deep to be read. Paste its text instead."
                )
            self.tables.append(_Table(outer=self.parts))
            self.parts = []
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.tables:
            self.parts = []
        elif tag == "pre":
            self.keeps_lines += 1
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = int(tag[1])
        found = _LIST_LEVEL.search(element.get("style") or "")
        self.level = int(found[1]) if found else 0

    def end(self, element: Any) -> None:
        if element in self.gone:
            self.gone.discard(element)
        else:
            self._close(element)
        if self.lists or self.tables or self.parts or element.tail:
            self._add(element.tail)

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag not in _BLOCKS:
            if tag not in ("br", "img"):
                self.roles.leave(element)
            return
        self.flush()
        if tag in ("ol", "ul", "menu") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""
        elif tag in ("td", "th") and self.tables:
            self._end_cell(element)
        elif tag == "table" and self.tables:
            table = self.tables.pop()
            loose = self.parts if not table.rows else []
            self.parts = table.outer
            self.parts += loose + fold_table(table.rows)
        elif tag == "pre":
            self.keeps_lines -= 1
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = 0
        self.level = 0
        self.roles.leave(element)

    def _end_cell(self, element: Any) -> None:
        rows = self.tables[-1].rows
        cell: Cell = self.parts
        self.parts = []
        if not rows:
            rows.append([])
        rows[-1].append(cell)
        span = element.get("colspan", "1")
        if span.isdigit() and 1 < int(span) <= 20:
            rows[-1].extend([] for _ in range(int(span) - 1))

    def _next_marker(self, element: Any) -> str:
        if not self.lists or self.lists[-1].tag != "ol":
            return "•"
        current = self.lists[-1]
        value = element.get("value", "")
        number = int(value) if value.isdigit() and len(value) < 8 else current.count
        current.count = number + 1
        return number_words(number, current.style) + "."

    def _add(self, text: str | None) -> None:
        if text:
            self.words.append(text.replace("\r", "") if self.keeps_lines else _WHITE.sub(" ", text))

    def flush(self) -> None:
        """Ends the block that the words so far make up; each line of theirs is one of its own."""
        if not self.words:
            return
        text = _FILE_ICON.sub("", "".join(self.words))
        self.words = []
        if not tidy(text):
            if self.tables and ("\u00a0" in text or "\n" in text):  # empty paragraphs in a cell line its notes up
                self.parts.append(Part(""))
            return
        pieces = [line.text for line in lines.paragraphs(text)] if "\n" in text else [text]
        for piece in pieces:
            kind = "heading" if self.heading else "paragraph"
            level = self.heading or self.level or max(0, len(self.lists) - 1)
            self.parts.append(Part(piece, kind, level, self.marker, self.roles.current()))
            self.marker = ""


def _list_style(element: Any) -> str:
    style = (element.get("style") or "").replace(" ", "").lower()
    for name, sign in (("lower-alpha", "a"), ("upper-alpha", "A"), ("lower-roman", "i"), ("upper-roman", "I")):
        if f"list-style-type:{name}" in style or f"list-style:{name}" in style:
            return sign
    return "1"

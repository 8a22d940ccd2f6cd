"""RTF → Document: list numbers as they were printed, tables with their cells, tracked deletions left out.

Read by our own pass over its words and groups: striprtf gives tracked deletions as text and loses cells and levels.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..document import Document, UnreadableDocument
from . import lines
from .builder import build
from .grids import Row, fold_table
from .parts import Part, split_tabs, tidy
from .rtf_words import CHARACTERS, CODE_PAGES, SKIPPED

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n\0]+)|([^\\{}\r\n\0]+)|(\\)",
    re.DOTALL,
)
_DEEPEST = 2000
_OFF = "0"


@dataclass(slots=True)
class _State:
    """What holds within a group: whether its words count, and in which letters they are written."""

    skipped: bool = False
    deleted: bool = False
    hidden: bool = False
    in_marker: bool = False
    in_title: bool = False
    after_unicode: int = 1
    font: str = ""


@dataclass(slots=True)
class _Reader:
    code_page: str = "cp1252"
    fonts: dict[str, str] = field(default_factory=dict)
    stack: list[_State] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    marker: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    cell: list[Part] = field(default_factory=list)
    row: Row = field(default_factory=list)
    table: list[Row] = field(default_factory=list)
    in_table: bool = False
    level: int = 0
    outline: int = 0
    to_skip: int = 0
    starred: bool = False
    defining_font: str = ""
    changed: bool = False

    def read(self, text: str) -> None:
        at = 0
        while found := _TOKEN.match(text, at):
            at = found.end()
            word, number, code, sign, brace, _, plain, _ = found.groups()
            if word:
                at += self._control(word, number)
            elif code:
                self._byte(int(code, 16))
            elif sign:
                self._sign(sign)
            elif brace:
                self._group(brace)
            elif plain:
                self._plain(plain)
        self._end_paragraph()
        self._end_table()

    def _group(self, brace: str) -> None:
        self._decode()
        self.to_skip = 0
        if brace == "{":
            if len(self.stack) >= _DEEPEST:
                raise UnreadableDocument("This RTF document's groups stand in one another too deep to be read.")
            self.stack.append(self.state)
            self.state = replace(self.state)
        elif self.stack:
            self.state = self.stack.pop()
        self.starred = False

    def _control(self, word: str, number: str | None) -> int:
        """Follows one control word; gives how many characters after it are not text."""
        self._decode()
        if word == "bin":
            return max(0, int(number or 0))
        if word in SKIPPED or (self.starred and word not in ("shpinst", "shptxt", "pnseclvl", "nesttableprops")):
            self.state.skipped = word != "fonttbl"
            self.starred = False
            if word == "fonttbl":
                self.state.hidden = True
            return 0
        self.starred = False
        if word == "u":
            self._unicode(int(number or 0))
        elif word in CHARACTERS:
            self._say(CHARACTERS[word])
        else:
            follow = _FOLLOW.get(word)
            if follow:
                follow(self, number or "")
        return 0

    def _unicode(self, code: int) -> None:
        code &= 0xFFFF
        self._say(chr(code) if not 0xD800 <= code < 0xE000 else "")
        self.to_skip = self.state.after_unicode

    def _byte(self, value: int) -> None:
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.raw.append(value)

    def _sign(self, sign: str) -> None:
        self._decode()
        if sign == "*":
            self.starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        else:
            self._say({"~": " ", "_": "-", "-": ""}.get(sign, sign if sign in "\\{}" else ""))

    def _plain(self, text: str) -> None:
        self._decode()
        skip = min(self.to_skip, len(text))
        self.to_skip -= skip
        if text[skip:]:
            self._say(text[skip:])

    def _decode(self) -> None:
        if self.raw:
            page = self.fonts.get(self.state.font, self.code_page)
            self._say(bytes(self.raw).decode(page, errors="replace"))
            self.raw.clear()

    def _say(self, text: str) -> None:
        if self.state.in_marker:
            self.marker.append(text)
        elif self.state.in_title:
            self.title.append(text)
        elif self.state.deleted:
            self.changed = True
        elif not self.state.skipped and not self.state.hidden:
            self.words.append(text)

    def _end_paragraph(self) -> None:
        text, marker = "".join(self.words), tidy("".join(self.marker))
        self.words, self.marker = [], []
        target = self.cell if self.in_table else self.parts
        if not self.in_table:
            self._end_table()
        if not text.strip():
            target.append(Part(""))
            return
        kind = "heading" if self.outline else "paragraph"
        pieces = [line.text for line in lines.paragraphs(text)] if "\n" in text else [text]
        for piece in pieces:
            target += split_tabs(Part(piece, kind, self.outline or self.level, marker))
            marker = ""

    def end_cell(self, _: str) -> None:
        self.in_table = True
        self._end_paragraph()
        self.row.append(self.cell)
        self.cell = []

    def end_row(self, _: str) -> None:
        if self.row:
            self.table.append(self.row)
        self.row, self.cell, self.in_table = [], [], False

    def _end_table(self) -> None:
        if self.row:
            self.table.append(self.row)
            self.row = []
        if self.table:
            self.parts += fold_table(self.table)
            self.table = []

    def reset_paragraph(self, _: str) -> None:
        self.level = self.outline = 0
        self.in_table = False

    def define_font(self, number: str) -> None:
        if self.state.hidden:
            self.defining_font = number
        self.state.font = number

    def define_charset(self, number: str) -> None:
        self.fonts.setdefault(self.defining_font, CODE_PAGES.get(number, self.code_page))


def _set(name: str, value: object) -> Callable[[_Reader, str], None]:
    def follow(reader: _Reader, number: str) -> None:
        setattr(reader.state, name, value)

    return follow


def _toggle(name: str) -> Callable[[_Reader, str], None]:
    def follow(reader: _Reader, number: str) -> None:
        setattr(reader.state, name, number != _OFF)

    return follow


def _plain_letters(reader: _Reader, _: str) -> None:
    reader.state.deleted = reader.state.hidden = False


def _code_page(reader: _Reader, number: str) -> None:
    reader.code_page = CODE_PAGES.get(
        f"cp{number}", f"cp{number}" if number in ("1250", "1251", "1252", "1253", "1254") else "cp1252"
    )


def _after_unicode(reader: _Reader, number: str) -> None:
    reader.state.after_unicode = min(int(number or 1), 8)


def _level(reader: _Reader, number: str) -> None:
    reader.level = min(int(number or 0), 9)


def _outline(reader: _Reader, number: str) -> None:
    reader.outline = int(number or 0) + 1 if int(number or 9) < 9 else 0


def _in_table(reader: _Reader, _: str) -> None:
    reader.in_table = True


def _paragraph(reader: _Reader, _: str) -> None:
    reader._end_paragraph()


_FOLLOW: dict[str, Callable[[_Reader, str], None]] = {
    "par": _paragraph, "sect": _paragraph, "page": _paragraph, "nestcell": _paragraph,
    "cell": _Reader.end_cell, "row": _Reader.end_row, "pard": _Reader.reset_paragraph, "intbl": _in_table,
    "f": _Reader.define_font, "fcharset": _Reader.define_charset, "ansicpg": _code_page, "uc": _after_unicode,
    "deleted": _toggle("deleted"), "v": _toggle("hidden"), "plain": _plain_letters, "ilvl": _level,
    "outlinelevel": _outline,
    "listtext": _set("in_marker", True), "pntext": _set("in_marker", True), "title": _set("in_title", True),
}  # fmt: skip


def read_rtf(data: bytes) -> Document:
    """The blocks of an RTF document, in reading order."""
    reader = _Reader()
    reader.read(data.decode("latin-1"))
    warnings = (
        ("The document has tracked changes: it was read as if all of them were accepted.",) if reader.changed else ()
    )
    return build(reader.parts, "application/rtf", "".join(reader.title), warnings)

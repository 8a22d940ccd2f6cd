"""PDF → Document: the lines of the pages come from a process of its own; here they become paragraphs and rows.

Refuses PDFs with a password, those that are only pictures of pages, and those that no minutes could be.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

from ..document import Document, UnreadableDocument, UnsupportedFormat
from . import sandbox
from .builder import build
from .pdf_layout import parts_of
from .pdf_lines import Line, Page

_CHILD = Path(__file__).with_name("pdf_child.py")
_FEWEST_CHARACTERS = 16  # a page; a scan's page has none, or a stamp
_LONGEST = 2500  # characters of a paragraph; more is a document that lost its line ends
_WRONG = {
    "password": "This PDF is protected with a password. Save it without one and try again.",
    "damaged": "This PDF is damaged and cannot be opened. Make it again from the original document.",
    "long": "This PDF has more than 400 pages. Upload the minutes by themselves, without the reports pack.",
    "words": "This PDF holds far more text than the minutes of a meeting could.",
}
_SCANNED = (
    "This PDF holds pictures of pages and no text, as a scanner makes them, so it cannot be read. "
    "Upload the document it was printed from, or a scan with recognised text."
)
_NO_TEXT = "There are no words to read in this PDF."
_NO_LETTERS = "The letters of this PDF cannot be told from one another. Upload the document that it was made from."


def read_pdf(data: bytes) -> Document:
    """The blocks of a PDF, in reading order."""
    answer, *words = sandbox.run([str(_CHILD), _library()], data, bare=True).decode(errors="replace").split("\n")
    if answer in _WRONG:
        raise UnreadableDocument(_WRONG[answer])
    try:
        found = json.loads(answer)
        pages = _pages(found, words)
    except ValueError as error:  # a place that is no number, or the process was made to write what it never does
        raise UnreadableDocument(_WRONG["damaged"]) from error
    empty = [page.number for page, (*_, pictures, _) in zip(pages, found, strict=True) if pictures and not page.lines]
    characters = sum(len(line.text) for page in pages for line in page.lines)
    if characters < _FEWEST_CHARACTERS * len(pages) and (empty or not characters):
        raise UnreadableDocument(_SCANNED if empty else _NO_TEXT)
    _check_letters(pages)
    parts = parts_of(pages)
    # lines are joined already; a table of pipes, and minutes that lost their line ends, are for the reader of text
    pasted = any("|" in part.text or len(part.text) > _LONGEST for part in parts)
    return build(parts, "application/pdf", warnings=_warnings(empty), pasted=pasted)


def _library() -> str:
    """Where pypdfium2's wheel keeps PDFium."""
    found = importlib.util.find_spec("pypdfium2_raw")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for path in sorted(Path(folder).glob("*pdfium.*")):
            return str(path)
    raise UnsupportedFormat("PDFs cannot be read here: the program's PDF library is not installed.")


def _pages(found: list[Any], words: list[str]) -> list[Page]:
    """The pages with their lines, whose words stand apart from their places."""
    pages = []
    start = 0
    for number, (width, height, _, places) in enumerate(found, 1):
        end = start + len(places)
        lines = [
            Line(text, left, base, right, size, bool(bold), number)
            for text, (left, base, right, size, bold) in zip(words[start:end], places, strict=True)
        ]
        pages.append(Page(number, width, height, lines))
        start = end
    return pages


def _warnings(empty: list[int]) -> tuple[str, ...]:
    if not empty:
        return ()
    which = ", ".join(map(str, empty[:20])) + (" and more" if len(empty) > 20 else "")
    return (f"These pages are pictures without text and were not read: {which}.",)


def _check_letters(pages: list[Page]) -> None:
    sample = "".join(line.text for page in pages[:5] for line in page.lines)[:20_000]
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uefff" or (c < " " and c != "\x02") for c in sample)
    if unknown * 4 > len(sample):
        raise UnreadableDocument(_NO_LETTERS)

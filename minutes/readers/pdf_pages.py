"""A page of a PDF before its lines are read: running headers, footers and numbers out, the rest in reading order."""

import re
from collections import Counter

from .markers import BULLETS
from .pdf_lines import Line, Page

_FOOT = 0.93  # of a page's height: nothing but a footer stands below
_EDGE = 0.13  # of a page's height: where headers and footers stand
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
MARKER = re.compile(
    rf"[{re.escape(BULLETS)}\uf0a7\uf0b7\uf0d8?o]|\(?(?:\d{{1,4}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]{{1,2}}|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}\.?"
)
BESIDE = 3.0  # points two pieces may overlap and still stand side by side


def drop_furniture(pages: list[Page]) -> None:
    """Takes out what stands at the same place of most pages, and page numbers at a page's edge."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _at_edge(line, page)})
    often = max(2, len(pages) * 0.3)
    repeated = {key for key, count in seen.items() if count >= often and len(_LETTER.findall(key[0])) >= 3}
    for page in pages:
        if len(page.lines) > 1:
            gone = set(map(id, _outermost(page, repeated)))
            page.lines = [line for line in page.lines if id(line) not in gone]
        if len(page.lines) > 1:
            gone = set(map(id, _ends(page)))
            page.lines = [line for line in page.lines if id(line) not in gone]


def _outermost(page: Page, repeated: set[tuple[str, int]]) -> list[Line]:
    """The repeated lines at the top and the foot of a page, as far as nothing else stands further out."""
    out: list[Line] = []
    by_height = sorted(page.lines, key=lambda line: line.base)
    for lines in (by_height, by_height[::-1]):
        for line in lines:
            if not _at_edge(line, page) or not (_key(line) in repeated or _PAGE_NUMBER.fullmatch(line.text)):
                break
            if _key(line) in repeated:
                out.append(line)
    return out


def _ends(page: Page) -> list[Line]:
    """The number of the page, on top or at the foot, and what stands alone at the foot."""
    by_height = sorted(page.lines, key=lambda line: line.base)
    out: list[Line] = []
    for line, neighbour in ((by_height[0], by_height[1]), (by_height[-1], by_height[-2])):
        apart = abs(line.base - neighbour.base)
        if not _at_edge(line, page) or apart < 1.6 * line.height:
            continue
        foot = line.base > _FOOT * page.height and apart > 2 * line.height and len(line.text) < 80
        if foot or _PAGE_NUMBER.fullmatch(line.text):
            out.append(line)
    return out


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.base / 4)


def _at_edge(line: Line, page: Page) -> bool:
    return not _EDGE * page.height < line.base < (1 - _EDGE) * page.height


def in_order(page: Page) -> list[Line]:
    """The page's lines as the file has them, but what stands above or below all others put first or last."""
    lines = page.lines
    if not lines:
        return lines
    top, bottom = min(line.base for line in lines), max(line.base for line in lines)
    first = [line for line in lines if line.base < top + 2]
    last = [line for line in lines if line.base > bottom - 2]
    if lines[-1].base < top + 2 <= lines[0].base:
        lines = first + [line for line in lines if line.base >= top + 2]
    if lines[0].base > bottom - 2 >= lines[-1].base:
        lines = [line for line in lines if line.base <= bottom - 2] + last
    return _markers_first(lines)


def _markers_first(lines: list[Line]) -> list[Line]:
    """Some programs write the markers of a list behind its words, or behind all of the list."""
    out: list[Line] = []
    at: dict[int, int] = {}  # where on the page the words of a line begin in `out`
    for line in lines:
        key = round(line.base)
        if MARKER.fullmatch(line.text) and key in at and out[at[key]].left >= line.right - BESIDE:
            place = at[key]
            out.insert(place, line)
            at = {base: index + (index >= place) for base, index in at.items()}
            at[key] = place
        else:
            at.setdefault(key, len(out))
            out.append(line)
    return out

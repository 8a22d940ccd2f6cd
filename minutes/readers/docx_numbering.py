"""The list markers that Word shows but does not store: computed from numbering.xml and styles.xml."""

import re
from dataclasses import dataclass
from typing import Any

from .numbering import letters, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_BULLET = "•"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, around what words, from where."""

    style: str = "decimal"
    words: str = "%1."
    start: int = 1
    restart_after: int | None = None  # the level whose next number restarts this one; None: any level above


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of lists and headings."""

    number: str = ""
    level: int = 0
    outline: int | None = None
    based_on: str = ""


class Numbering:
    """Counts a document's lists as its paragraphs go by."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._lists, self._abstract = _lists(numbering)
        self._styles = _styles(styles)
        self._counts: dict[str, list[int]] = {}

    def heading(self, style: str, properties: Any | None) -> int:
        """The level of a heading, 0 for body text."""
        own = _value(properties, "outlineLvl")
        outline = int(own) if own and own.isdigit() else None
        for known in self._chain(style):
            if outline is None:
                outline = known.outline
        return outline + 1 if outline is not None and outline < _LEVELS else 0

    def marker(self, style: str, properties: Any | None) -> tuple[str, int]:
        """The marker of a paragraph with its level, counted; ("", 0) where it is in no list."""
        number, level = self._place(style, properties)
        levels = self._lists.get(number)
        if not levels or number == "0" or level not in levels:
            return "", 0
        if levels[level].style == "bullet":
            return _BULLET, level
        return self._count(number, level, levels), level

    def _place(self, style: str, properties: Any | None) -> tuple[str, int]:
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = _value(own, "numId"), _value(own, "ilvl")
        for known in self._chain(style):
            if number is None and known.number:
                number, level = known.number, str(known.level) if level is None else level
        return number or "", int(level) if level and level.isdigit() else 0

    def _chain(self, style: str) -> list[Style]:
        out: list[Style] = []
        while style in self._styles and len(out) < 20:
            out.append(self._styles[style])
            style = out[-1].based_on
        return out

    def _count(self, number: str, level: int, levels: dict[int, Level]) -> str:
        shared = self._abstract.get(number, number)  # lists of one definition go on counting together
        counts = self._counts.setdefault(shared, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else levels[level].start
        for below in range(level + 1, _LEVELS):
            after = levels[below].restart_after if below in levels else None
            if after is None or (after and level < after):
                counts[below] = 0
        if levels[level].style == "none":
            return ""
        return _PLACE.sub(lambda found: self._written(counts, int(found[1]) - 1, levels), levels[level].words).strip()

    def _written(self, counts: list[int], level: int, levels: dict[int, Level]) -> str:
        known = levels.get(level, Level())
        return _in_style(counts[level] or known.start, known.style) if 0 <= level < _LEVELS else ""


def _in_style(number: int, style: str) -> str:
    if not 0 < number < 4000:
        return str(number)
    if style in ("lowerLetter", "upperLetter"):
        return letters(number) if style == "lowerLetter" else letters(number).upper()
    if style in ("lowerRoman", "upperRoman"):
        return roman(number) if style == "lowerRoman" else roman(number).upper()
    return f"{number:02}" if style == "decimalZero" else str(number)


def _value(parent: Any | None, name: str) -> str | None:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val") if found is not None else None


def _level(element: Any) -> Level:
    start, restart = _value(element, "start"), _value(element, "lvlRestart")
    return Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        int(start) if start and start.isdigit() else 1,
        int(restart) if restart and restart.isdigit() else None,
    )


def _levels(element: Any) -> dict[int, Level]:
    found = ((element_.get(f"{W}ilvl", ""), element_) for element_ in element.findall(f"{W}lvl"))
    return {int(name): _level(each) for name, each in found if name.isdigit() and int(name) < _LEVELS}


def _lists(root: Any | None) -> tuple[dict[str, dict[int, Level]], dict[str, str]]:
    """Each list's levels, and the key under which lists count together: their definition, unless one starts anew."""
    if root is None:
        return {}, {}
    abstract = {e.get(f"{W}abstractNumId"): _levels(e) for e in root.findall(f"{W}abstractNum")}
    lists: dict[str, dict[int, Level]] = {}
    together: dict[str, str] = {}
    for element in root.findall(f"{W}num"):
        number, base = element.get(f"{W}numId", ""), _value(element, "abstractNumId") or ""
        levels = dict(abstract.get(base, {}))
        anew = False
        for override in element.findall(f"{W}lvlOverride"):
            name = override.get(f"{W}ilvl", "")
            start = _value(override, "startOverride")
            level = override.find(f"{W}lvl")
            if name.isdigit() and int(name) < _LEVELS:
                known = _level(level) if level is not None else levels.get(int(name), Level())
                first = int(start) if start and start.isdigit() else known.start
                levels[int(name)] = Level(known.style, known.words, first, known.restart_after)
                anew = True
        lists[number] = levels
        together[number] = f"list {number}" if anew else f"definition {base}"
    return lists, together


def _styles(root: Any | None) -> dict[str, Style]:
    out: dict[str, Style] = {}
    for element in root.findall(f"{W}style") if root is not None else ():
        properties = element.find(f"{W}pPr")
        numbers = properties.find(f"{W}numPr") if properties is not None else None
        level, outline = _value(numbers, "ilvl"), _value(properties, "outlineLvl")
        out[element.get(f"{W}styleId", "")] = Style(
            _value(numbers, "numId") or "",
            int(level) if level and level.isdigit() else 0,
            int(outline) if outline and outline.isdigit() else None,
            _value(element, "basedOn") or "",
        )
    return out

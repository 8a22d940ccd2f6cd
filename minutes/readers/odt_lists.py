"""The list markers that an OpenDocument text shows: counted by the styles of its lists."""

from dataclasses import dataclass
from typing import Any

from .numbering import number_words

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style: how its number is written, and how many levels above are written before it."""

    bullet: str = ""
    style: str = "1"
    before: str = ""
    after: str = "."
    start: int = 1
    shown: int = 1


class Lists:
    """The styles of a document's lists, and how far each list has counted."""

    def __init__(self, *roots: Any | None) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        for root in roots:
            for element in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style") if root is not None else ():
                self._styles[element.get(f"{STYLE}name", "")] = _levels(element)
        self._by_id: dict[str, list[int]] = {}
        self._by_style: dict[str, list[int]] = {}

    def counts(self, element: Any, style: str) -> list[int]:
        """Where a list starts to count: anew, or where the list that it continues ended."""
        continued = self._by_id.get(element.get(f"{TEXT}continue-list"))
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self._by_style.get(style)
        counts = continued if continued is not None else [0] * (_LEVELS + 1)
        if name := element.get(XML_ID):
            self._by_id[name] = counts
        self._by_style[style] = counts
        return counts

    def marker(self, style: str, level: int, counts: list[int], start: str | None = None) -> str:
        """Counts one entry and gives its marker."""
        if not 1 <= level <= _LEVELS:
            return "•"
        known = self._styles.get(style, {}).get(level, Level())
        first = int(start) if start and start.isdigit() and len(start) < 8 else None
        counts[level] = first if first is not None else counts[level] + 1 if counts[level] else known.start
        counts[level + 1 :] = [0] * (_LEVELS - level)
        if known.bullet:
            return "•"
        if not known.style:
            return ""
        levels = self._styles.get(style, {})
        above = range(max(1, level - known.shown + 1), level + 1)
        numbers = (number_words(counts[n] or 1, levels.get(n, known).style or "1") for n in above)
        return known.before + ".".join(numbers) + known.after

    def heading(self, level: int, counts: list[int]) -> str:
        """The number of a heading that stands in no list, by the outline's style."""
        known = self._styles.get("Outline", {}).get(level)
        return self.marker("Outline", level, counts) if known and known.style and not known.bullet else ""


def _levels(element: Any) -> dict[int, Level]:
    out: dict[int, Level] = {}
    for each in element:
        level = each.get(f"{TEXT}level", "") if isinstance(each.tag, str) else ""
        if not level.isdigit() or int(level) > _LEVELS:
            continue
        start, shown = each.get(f"{TEXT}start-value", "1"), each.get(f"{TEXT}display-levels", "1")
        out[int(level)] = Level(
            "•" if each.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image") else "",
            each.get(f"{STYLE}num-format", ""),
            each.get(f"{STYLE}num-prefix", ""),
            each.get(f"{STYLE}num-suffix", ""),
            int(start) if start.isdigit() and len(start) < 8 else 1,
            int(shown) if shown.isdigit() else 1,
        )
    return out

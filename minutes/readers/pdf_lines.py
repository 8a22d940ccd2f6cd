"""Lines of a printed page → paragraphs: wrapped lines joined, words broken at a line's end made whole."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .markers import BULLETS, split_marker
from .parts import Part

ENDED = re.compile(r"""[.?!:;]["'”’)\]]{0,2}$""")
_LISTED = re.compile(r"(?:\b(?:and|or)|,)$")  # how an entry of a list ends before the next
_BROKEN = re.compile(r"(\w+)[-\x02\u2010\u00ad]$")
_FIRST = re.compile(r"[^\W\d_]+")
_HYPHENS = "-\x02\u2010\u00ad"
_SURE_BREAKS = "\u2010\u00ad"  # hyphens that only a line's end calls for
_APART = 1.35  # lines of text: a wider step is a new paragraph
_STOPS = frozenset(".,;:)")
_SHORT_WORDS = frozenset("a i am an as at be by do go he if in is it me my no of on or so to up us we".split())
_NO_WORD_STARTS_SO = re.compile(  # two consonants that no English word begins with: "recomme" + "ndation"
    r"(?!bl|br|ch|cl|cr|dr|dw|fl|fr|gh|gl|gn|gr|kn|ph|pl|pr|ps|rh|sc|sh|sk|sl|sm|sn|sp|sq|st|sw|th|tr|tw|wh|wr)[b-df-hj-np-tv-xz]{2}"
)
_RARELY = 0.04
_INDENT = 5.0  # points


@dataclass(slots=True)
class Line:
    """A piece of a line with its place on the page, in points; `base` is counted from the top."""

    text: str
    left: float
    base: float
    right: float
    height: float
    bold: bool
    page: int


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)


class Joiner:
    """Joins lines by what the whole document shows: how far apart its lines are, which words it knows."""

    def __init__(self, lines: list[Line]) -> None:
        steps = [b.base - a.base for a, b in pairwise(lines) if 0 < b.base - a.base < 3 * b.height]
        self.step = _line_step(lines)
        self.height = median(line.height for line in lines) if lines else 12.0
        self._spaced = sum(step > _APART * self.step for step in steps) * 12 > len(steps)
        broken = sum(line.text[-1:] in _HYPHENS for line in lines)
        self._hyphenates = broken > _RARELY * len(lines)  # else a line ends in a hyphen only where the word has one
        self._words = _vocabulary(lines)

    def parts(self, lines: list[Line], right: float) -> list[Part]:
        """The paragraphs of lines that stand under one another, in a column that reaches to `right`."""
        out: list[Part] = []
        current: list[Line] = []
        for line in lines:
            if current and not self._continues(current, line, right):
                out.append(self._part(current, right))
                current = []
            current.append(line)
        if current:
            out.append(self._part(current, right))
        return out

    def _part(self, lines: list[Line], right: float) -> Part:
        first = lines[0]
        large = first.height > 1.15 * self.height and len(lines) <= 3
        kind = "heading" if large and len(first.text) > 3 else "paragraph"
        return Part(self.words(lines, right), kind, int(first.left // 12), page=first.page)

    def words(self, lines: list[Line], right: float) -> str:
        """The words of a paragraph's lines, in a column that reaches to `right`."""
        text = lines[0].text
        for a, b in pairwise(lines):
            text = text + b.text if self._is_torn(a, b, right) else self._glue(text, b.text)
        return text.replace("\x02", "-")

    def _glue(self, before: str, after: str) -> str:
        found = _BROKEN.search(before, max(0, len(before) - 40)) if before[-1:] in _HYPHENS else None
        if not found or not _FIRST.match(after):
            return f"{before} {after}"
        head, sign = found[1].lower(), before[-1]
        tail = _FIRST.match(after)[0].lower()  # type: ignore[index]
        whole = before[:-1] + after
        if sign in _SURE_BREAKS:
            return whole
        kept = before[:-1] + "-" + after
        if not self._hyphenates and head + tail not in self._words:
            return kept
        if after[0].isupper() or not head.isalpha() or f"{head}-{tail}" in self._words:
            return kept
        if head + tail in self._words:
            return whole
        return kept if head in self._words and tail in self._words else whole

    def _is_torn(self, a: Line, b: Line, right: float) -> bool:
        """Whether a word too long for its narrow cell was torn without a hyphen: it fills its line alone."""
        letter = (a.right - a.left) / max(len(a.text), 1)
        if " " in a.text or not a.text[-1].isalnum() or a.right + 1.3 * letter < right:
            return False
        tail = b.text.split(None, 1)[0]
        if b.text in _STOPS:
            return True
        if a.text[-1].isdigit():
            return tail.isdigit() and "." in a.text
        head, tail = a.text.lower(), tail.lower().rstrip(".,;:)")
        if not b.text[0].islower():
            return False
        rest = (len(tail) < 3 and tail not in _SHORT_WORDS) or bool(_NO_WORD_STARTS_SO.match(tail))
        return head + tail in self._words or (head not in self._words and rest)

    def _continues(self, current: list[Line], b: Line, right: float) -> bool:
        """Whether line `b` goes on with the paragraph that `current` has begun."""
        a, first = current[-1], current[0]
        step = b.base - a.base
        ended = bool(ENDED.search(a.text, max(0, len(a.text) - 4)))
        marked = bool(split_marker(b.text)[0])
        small = b.text[:1].islower() and not marked
        full = self._is_full(a, b, right)
        if a.page != b.page or step <= 0:
            alike = a.text.isupper() == b.text.isupper() and abs(a.height - b.height) < 2
            return not ended and not marked and (small or (full and alike))
        if (
            step > _APART * max(self.step, a.height if len(current) == 1 else 0)
            or abs(a.height - b.height) > 0.3 * a.height
        ):
            return False
        if b.text[0] in "-–—" and full and not ended and first.text[0] != b.text[0]:
            marked = False  # a dash within the sentence
        if marked and (ended or not full or b.text[0] in BULLETS or _LISTED.search(a.text)):
            return False
        if a.bold != b.bold and (not full or abs(a.height - b.height) > 0.08 * a.height):
            return False
        if self._is_indented(current, b):
            return False
        if small or full:
            return True
        return not ended and not a.text.endswith(":") and self._spaced and a.right > 0.75 * right

    def _is_full(self, a: Line, b: Line, right: float) -> bool:
        """Whether the first word of `b` would not have found room behind `a`."""
        word = b.text.split(None, 1)[0]
        letter = (a.right - a.left) / max(len(a.text), 1)
        return a.right + (len(word) + 1) * letter > right - 1

    def _is_indented(self, current: list[Line], b: Line) -> bool:
        """A line that starts further right than its paragraph opens one, unless the paragraph hangs from a marker."""
        a, first = current[-1], current[0]
        if len(current) > 1:
            return abs(b.left - a.left) > _INDENT
        return b.left > first.left + _INDENT and not split_marker(first.text)[0]


def _line_step(lines: list[Line]) -> float:
    """From one line of a paragraph to the next: the smallest step that the document takes again and again."""
    steps = sorted(b.base - a.base for a, b in pairwise(lines) if 0.9 * a.height < b.base - a.base < 1.9 * a.height)
    return steps[len(steps) // 6] if steps else 1.25 * (median(line.height for line in lines) if lines else 11.0)


def _vocabulary(lines: list[Line]) -> frozenset[str]:
    words: set[str] = set()
    for line in lines:
        found = line.text.lower().split()
        words.update(
            found[1:-1] if len(found) < 6 or line.text[-1] in _HYPHENS else found
        )  # the outer ones may be halves
    return frozenset(words)

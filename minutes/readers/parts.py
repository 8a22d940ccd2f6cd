"""A part of a document before it has a place in the text: what every reader of a format makes of its paragraphs."""

import re
from dataclasses import dataclass, field, replace

from .lines import normalise

_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_CLEAN = re.compile(r"[ -~£‘’“”–—·•é]*")  # nearly every paragraph: nothing to do
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0D8: "•",
    0xF076: "•",
    0xF02D: "-",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FB: "✗",
}  # of symbol fonts
_FEWEST_BESIDE_A_NOTE = 30  # characters


@dataclass(slots=True)
class Part:
    """A paragraph, heading, list entry, table row or margin note before it has a place in the text.

    `beside` is, for a margin note, how many parts before it the words stand that it belongs to.
    """

    text: str
    kind: str = "paragraph"
    level: int = 0
    marker: str = ""
    role: str = ""
    page: int | None = None
    cells: list[str] = field(default_factory=list)
    beside: int | None = None


def tidy(text: str) -> str:
    """The words with single plain spaces; soft hyphens and what cannot be seen are dropped."""
    if "  " not in text and _CLEAN.fullmatch(text):
        return text.strip()
    return _SPACES.sub(" ", _UNSEEN.sub("", normalise(text).translate(_SYMBOLS))).strip()


def split_tabs(part: Part) -> list[Part]:
    """A paragraph with tabs in it as what they set apart: a row of cells, or words with a note at the right margin."""
    if "\t" not in part.text:
        return [part]
    cells = [cell.strip() for cell in part.text.strip().split("\t")]
    full = [cell for cell in cells if cell]
    if len(full) >= 3 and not part.marker and len(full[0]) > 6:
        return [replace(part, text="", kind="row", cells=full)]
    *words, last = full or [""]
    if (
        len(" ".join(words)) >= _FEWEST_BESIDE_A_NOTE
        and last[:1].isupper()
        and len(last.split()) <= 5
        and last[-1] not in ".;:,"
    ):
        return [replace(part, text=" ".join(words)), Part(last, "margin", page=part.page, beside=1)]
    return [replace(part, text=" ".join(full))]

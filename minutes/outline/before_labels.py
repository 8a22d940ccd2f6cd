"""Pages whose rows were each put on one line: "Petitions To receive any petitions. PDF 30 KB Minutes: There were none."

The label "Minutes:" inside the line, or the size of its paper, tells that a title stands before it; what the agenda says
of the item stands between the two.
"""

import re

from ..document import Document
from .labels import section_of
from .titles import LONGEST, VERB, Heading, RunIn, clean_title, unsigned_run_in

_INSIDE = re.compile(
    r"(?<=\S)\s(?:(?:pdf icon )?PDF [\d.,]+ [KM]B\b|Additional documents:|(?:Minutes|Decision|MINUTES|DECISION):(?=\s|$))"
)
_LABEL = re.compile(r"\s*(?:Additional documents:|Minutes:|Decision:|MINUTES:|DECISION:)|\s+")
_TO_DO = re.compile(r"(?<=[^.:;])\s(?=(?:\(|To [a-z]+ |Purpose\b|Report (?:of|by|from) |Presented by))")
_REACH = 700  # characters in which the label is looked for
_FEWEST = 3
_MOST_AFTER_PAPER = 12  # words of a title; with more the line is a sentence that names a paper


def before_labels(document: Document, first: int, last: int) -> list[Heading]:
    """The titles of a page that has several lines with a label inside; empty for any other page."""
    found = [heading for i in range(first, last) if (heading := _before_label(document, i))]
    return found if sum(heading.weight > 1 for heading in found) >= _FEWEST else []


def _before_label(document: Document, i: int) -> Heading | None:
    """The title that stands before the first label inside block `i`, the words of the item behind the last."""
    block = document.blocks[i]
    text = document.slice(block.span)
    inside = _INSIDE.search(text, 0, _REACH)
    if inside is None or block.marker:
        return None
    if text[: inside.start()] != "Minutes" and section_of(text[: inside.start()] + ":"):
        return None
    title = _without_purpose(text[: inside.start()])
    end = inside.end()
    label = inside.group().endswith(":")
    for later in _INSIDE.finditer(text, end, end + _REACH):
        if later.group().endswith(":"):
            end, label = later.end(), True
            break
    while again := _LABEL.match(text, end):
        end = again.end()
    if (
        not 3 < len(title) <= LONGEST
        or not title[:1].isalnum()
        or (not label and len(title.split()) > _MOST_AFTER_PAPER)
    ):
        return None
    if VERB.search(title):
        return None
    start = block.span.start + end
    alone = not text[end:].strip()
    return Heading(
        "", clean_title(title), i, i + 1 if alone else i, block.span.end if alone else start, 2.0 if label else 1.0
    )


def _without_purpose(words: str) -> str:
    """The title without what the agenda says of the item: "Petitions To receive any petitions from the public."."""
    if words.startswith("To "):
        return words.split(". ", 1)[0]
    cuts: list[int] = [match.start() for match in _TO_DO.finditer(words, 4)]
    described: RunIn | None = unsigned_run_in(words)
    if described:
        cuts.append(len(described.title))
    return words[: min(cuts)] if cuts else words

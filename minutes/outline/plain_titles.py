"""The title that a line without a number would be, if it is one, by its words and what stands below it."""

import re

from ..decisions.clauses import is_lead_only
from ..decisions.leads import HEADS, THAT
from ..document import Document
from .labels import ends_decision, is_chrome, is_closing, is_preamble, names_person, plain, section_of
from .titles import (
    DAY_ALONE,
    USUAL,
    VERB,
    Heading,
    RunIn,
    capitals_title,
    clean_title,
    is_lofty,
    run_in_title,
    weighty_words,
)

_TIME = re.compile(r"(?:\d{1,2}[.:]\d\d\s?)?[ap]\.?m\.?\s*[–—:-]\s*(?=[A-Z0-9])")
_TIME_SIGN = re.compile(r"\d{1,2}[.:]\d\d$")
_MOST_BEFORE_COLON = 8  # words of a title; more than that lead in what stands below


def _is_titled_row(document: Document, i: int) -> bool:
    """Whether a row of two or three cells has a title in its first and words beside it."""
    cells = document.blocks[i].cells
    return (
        2 <= len(cells) <= 3 and 3 <= cells[0].end - cells[0].start <= 90 and not document.slice(cells[0]).endswith(":")
    )


def plain_heading(document: Document, i: int) -> Heading:
    """The heading that block `i` is: its title, and where the item's own words begin."""
    span = document.blocks[i].span
    if _is_titled_row(document, i):
        cells = document.blocks[i].cells
        return Heading("", document.slice(cells[0]).strip(), i, i, cells[1].start, 2.0)
    begin = span.start + _time_before(document, i)
    run_in = _runs_on(document.text[begin : span.end])
    if run_in:
        return Heading("", run_in.title, i, i, begin + run_in.end, 2.0)
    return Heading("", _words(document, i).rstrip(":. "), i, i + 1, span.end, 2.0)


def _time_before(document: Document, i: int) -> int:
    """How much of block `i` is the time at which the item was taken: "7.05 pm – "."""
    block = document.blocks[i]
    time = _TIME.match(document.text, block.span.start, min(block.span.end, block.span.start + 20))
    return time.end() - block.span.start if time and (not block.marker or _TIME_SIGN.match(block.marker)) else 0


def _words(document: Document, i: int) -> str:
    """The line as a title: without the time before it and what a list of papers prints behind it."""
    span = document.blocks[i].span
    return clean_title(document.text[span.start + _time_before(document, i) : span.end])


_LEAST_RUN_ON, _LONG_RUN_ON = 24, 40  # characters of a title with its words: of a usual title, of one in capitals


def _runs_on(text: str) -> RunIn | None:
    """A title without a number that its words run on from: capitals, or one that every agenda has."""
    if len(text) <= _LEAST_RUN_ON:
        return None
    run_in = capitals_title(text) or run_in_title(text)
    if run_in is None or len(run_in.title) < 4 or section_of(run_in.title + ":"):
        return None
    title = run_in.title
    known = USUAL.match(title) and len(title.split()) <= 10
    in_capitals = title.isupper() and len(title) >= 8 and not title.startswith(_NO_CAPITALS)
    return run_in if known or (in_capitals and len(text) > _LONG_RUN_ON) else None


_NO_CAPITALS = ("RESOLVED", "AGREED", "ACTION", "NOTED", "DECISION", "RECOMMEND", "PRESENT", "IN ATTENDANCE")
_NO_TITLE = re.compile(
    r"(?:moved|seconded|proposed|proposer|seconder|purpose|background|introduction|summary|conclusions?|on a vote|voting)\b",
    re.IGNORECASE,
)
_DELEGATED = re.compile(r"(?:delegated|executive|key|urgent|officer) decisions", re.IGNORECASE)  # an item, no label
_CAPITAL = re.compile(r"[A-Z“‘]|(?:19|20)\d\d\b")
_NAME = re.compile(
    r"(?:councillors?|cllrs?|alderman|ald|mrs?|ms|miss|dr|prof|rev)\b\.? (?!(?:questions?|reports?|updates?|issues|matters|allowances|training|surger\w+|call|comments|announcements)\b)[A-Z]",
    re.IGNORECASE,
)
_DECIDES_LAST = re.compile(
    r"(?<=[a-z] )(?:AGREED|RESOLVED|NOTED|APPROVED|ORDERED|DECIDED|RECOMMENDED)\W*$|(?<![Mm]atters )(?<![Ii]tems )\bto action\W*$"
)
_BULLETS = frozenset("•·▪●◦○‣∙*–-—►➢o")


def _stands_over(document: Document, i: int, last: int) -> bool:
    """Whether a bullet or a time is the sign of a heading: nothing with such a sign stands right below it."""
    marker = document.blocks[i].marker
    if marker not in _BULLETS and not (_TIME_SIGN.match(marker) and _time_before(document, i)):
        return False
    return i + 1 < last and not document.blocks[i + 1].marker


_UNFINISHED = (" and", " or", " the", " of", " that", " to", " by", " for", " with")


def _tells(text: str) -> bool:
    return ":" in text or bool(VERB.search(text))


def _has_titles_form(document: Document, i: int, last: int) -> bool:
    """Whether block `i` is as long as a title, begins like one, and ends without a sentence's stop."""
    block = document.blocks[i]
    text = _words(document, i)
    return (
        block.kind in ("paragraph", "heading", "list_item")
        and not (block.marker and not _stands_over(document, i, last))
        and 3 <= len(text) <= 110
        and text[-1] not in ";,?!"
        and not (text[-1] == "." and not (USUAL.search(text) and len(text.split()) <= 7 and not _tells(text)))
        and _CAPITAL.match(text) is not None
    )


def _is_something_else(text: str) -> bool:
    """Whether a short line is a label, a lead-in, a name, a day, what was decided, or words of the page."""
    label = text.split(":", 1)[0]
    return bool(
        (is_preamble(text) and not (text.endswith(":") and USUAL.search(text)))
        or is_closing(text)
        or (is_chrome(text) and plain(text) != "minutes")
        or (section_of(text) and not _DELEGATED.match(text))
        # "Outcome: the Committee", "Urgent?: No"
        or (label != text and (section_of(label + ":") or label.endswith("?")))
        or _DECIDES_LAST.search(text)  # "The Portfolio Holder AGREED", "Head of Parks to action"
        or is_lead_only(text)
        or _NAME.match(text)
        or names_person(text)
        or DAY_ALONE.match(text)
        or _NO_TITLE.match(text)
        or text.lower().endswith(_UNFINISHED)
        or HEADS.match(text)
        or THAT.match(text)
        or (text.endswith(":") and len(text.split()) > _MOST_BEFORE_COLON and not USUAL.search(text))
        or ends_decision(text.rstrip(":") + " ")
    )


def could_title(document: Document, i: int, last: int) -> bool:
    """Whether block `i` reads as a title: short, no sentence, no label, no name, with something below it."""
    block = document.blocks[i]
    text = _words(document, i)
    if _is_titled_row(document, i):
        return True
    if block.kind in ("paragraph", "heading") and _runs_on(text):
        return True
    if not _has_titles_form(document, i, last) or _is_something_else(text):
        return False
    following = next((document.blocks[j] for j in range(i + 1, last) if document.blocks[j].kind != "margin"), None)
    if following is None:
        return bool(USUAL.search(text))
    if len(document.slice(following.span)) < 8 and not following.marker and not USUAL.search(text):
        return False
    text = text.rstrip(":")
    words = weighty_words(text)
    return bool(words) and (
        is_lofty(text) or bool(USUAL.match(text) and len(words) <= 8) or (len(words) <= 9 and not _tells(text))
    )

"""The heading that a line would be, if it is one: its number, its title, the place where the words begin, its weight.

A line is weighed by what headings look like: capitals, bold type, a number on its own line, the usual titles, prose
behind it.
"""

import re
from dataclasses import replace

from ..decisions.clauses import is_lead_only, tells
from ..decisions.cutting import follows_on
from ..decisions.leads import HEADS, THAT
from ..document import Block, Document, Span
from ..sheets.columns import heads_sheet
from .chains import ROMAN, style_of
from .labels import is_chrome, section_of, without_suffix
from .numbers import NUMBER, Numbered, number_alone, number_behind, number_in_front
from .titles import (
    DAY_ALONE,
    LONGEST,
    USUAL,
    VERB,
    Heading,
    capitals_title,
    clean_title,
    is_lofty,
    opens_sentence,
    run_in_title,
    short_run_in,
    unsigned_run_in,
)

CLAUSE_STYLES = ("i", "a")  # of numbers that also count clauses and paragraphs
_WORD = re.compile(r"[A-Za-z]\W?[A-Za-z]")
_LETTER = re.compile(r"[A-Za-z]$")
_MARKER_NUMBER = re.compile(rf"(?:{NUMBER})$")
_HOUR = re.compile(r"\d{1,2}[.:][0-5][05]$")
_MOST_WORDS = 12  # of a title in small letters with its number behind it
_NUMBER = 30  # characters; no number alone is as long
_PROSE = 90  # characters; a line as long as this is no title


def numbered(document: Document, i: int) -> Heading | None:
    """The heading with a number that block `i` is, judged by itself: "6. AUDIT OPINION", "OSC23/41 Town deal"."""
    found = find_candidate(document, i, len(document.blocks))
    if found is None or found.sign or style_of(found) in CLAUSE_STYLES or _HOUR.match(found.number):
        return None
    return found if found.weight >= 0.5 and re.search(r"[A-Za-z]{3}", found.title) else None


_SHEET_HEAD = re.compile(
    r"(?:(?:ref|action|recommendation|request|officer|owner|lead|responsib\w+|who|outcome|status|deadline|timescale|due|by when|response|progress|date raised|meeting date|minute|update|comment|position)s?\b|action |no\.?$|by whom|what |where )",
    re.IGNORECASE,
)


def is_sheet_head(document: Document, i: int) -> bool:
    """Whether a row is the head of a table of actions: "Ref | Action | Officer | Outcome"."""
    cells = document.blocks[i].cells
    if len(cells) < 3:
        return False
    words = [document.slice(cell).strip() for cell in cells]
    return heads_sheet(words) or sum(bool(_SHEET_HEAD.match(cell[:40])) for cell in words) * 2 > len(cells)


def find_candidate(document: Document, i: int, last: int) -> Heading | None:
    """The heading that block `i` would be, or None where it cannot be one."""
    block = document.blocks[i]
    text = document.slice(block.span)
    if block.kind == "margin" or (len(text) < 40 and not clean_title(text)):
        return None
    if block.cells and (found := _in_cells(document, i)):
        return found
    has_number = any(sign.isalnum() for sign in block.marker)
    if not has_number and (alone := number_alone(text) if len(text) < 30 else None):
        return _number_alone(document, i, last, *alone)
    if has_number:
        number = block.marker.strip("().").strip()
        if not (_MARKER_NUMBER.match(number) or _LETTER.match(number) or number.upper() in ROMAN):
            return None
        return _titled(document, i, number, block.span)
    if opening := number_in_front(text):
        found = _titled(document, i, opening.number, Span(block.span.start + opening.start, block.span.end))
        return replace(found, sign=block.marker + opening.sign, named=opening.named) if found else None
    behind = number_behind(text)
    return _with_number_behind(document, i, behind) if behind else None


def _in_cells(document: Document, i: int) -> Heading | None:
    """A row of a table of minutes: the number in its first cell, or in its last behind the title."""
    cells = [cell for cell in document.blocks[i].cells if document.slice(cell).strip()]
    block = replace(document.blocks[i], cells=tuple(cells))
    if len(block.cells) < 2:
        return None
    alone = number_alone(document.slice(block.cells[0]))
    if alone:
        found = _tabled(document, i, block, alone[0])
        return replace(found, sign=alone[1]) if found else None
    title, number = document.slice(block.cells[0]), number_alone(document.slice(block.cells[-1]))
    if len(block.cells) == 2 and number and 3 < len(title) < 120:
        weight = 1.0 + _looks(title, title, False)
        return Heading(number[0], clean_title(title), i, i + 1, block.span.end, weight, "behind |")
    return None


def _with_number_behind(document: Document, i: int, behind: Numbered) -> Heading | None:
    """A title with its number behind it; it must look like one, since sentences end in numbers too."""
    span = document.blocks[i].span
    title = clean_title(document.text[span.start + behind.start : span.start + behind.end])
    known = is_lofty(title) or bool(USUAL.match(title))
    if not title or tells(title) or (not known and len(title.split()) > _MOST_WORDS):
        return None
    weight = (0.5 if known else 0.3) + _looks(title, title, False) + _stands_alone(document, i, behind.number)
    return Heading(behind.number, title, i, i + 1, span.end, weight, behind.sign)


def _number_alone(document: Document, i: int, last: int, number: str, sign: str) -> Heading | None:
    """A number on its own line, its title on the next; or on the line above, where words follow the number."""
    above = clean_title(document.slice(document.blocks[i - 1].span)) if i else ""
    above = above if 3 < len(above) < 110 and is_lofty(above) and not above.endswith((".", ";", ",")) else ""
    if above and (is_chrome(above) or (i > 1 and number_alone(document.slice(document.blocks[i - 2].span)[:_NUMBER]))):
        above = ""  # the head of a list of items, or the title of the item before, which has no words
    for j in range(i + 1, min(i + 3, last)):
        block = document.blocks[j]
        title = clean_title(document.slice(block.span))
        if not title or title.isdigit() or block.kind == "margin":
            continue  # a page's number
        if (
            len(title) > LONGEST
            or DAY_ALONE.match(title)
            or section_of(title + ":") == "papers"
            or (title[:1].islower() and not above)
            or title.endswith((";", "; and"))
            or THAT.match(title)
            or (title.endswith((".", ";")) and len(title) > 120)
        ):
            return None
        weight = 3.0 + (1 if title.isupper() else 0) + (1 if USUAL.search(title) else 0)
        if above and ((title.endswith(".") and not is_lofty(title)) or HEADS.match(title)):
            return Heading(number, above, i - 1, i + 1, document.blocks[i].span.end, weight, sign)
        return Heading(number, title, i, j + 1, block.span.end, weight, sign)
    return None


def _tabled(document: Document, i: int, block: Block, number: str) -> Heading | None:
    """A row of a table of minutes: the number, the title (and perhaps the words) beside it."""
    title, rest = block.cells[1], block.cells[2:]
    words = document.slice(title)
    if DAY_ALONE.match(words.strip()):
        return None  # an entry of a table of actions and the day of its meeting
    if rest and 0 < len(words) <= 120 and words[:1].isalnum() and not words[:1].islower():
        return Heading(number, clean_title(words), i, i, rest[0].start, 2.0 + (2.0 if USUAL.search(words) else 0.0))
    return _titled(document, i, number, Span(title.start, block.span.end))


def _titled(document: Document, i: int, number: str, span: Span) -> Heading | None:
    """A number with its title, and perhaps the words of the item, on one line."""
    text = document.slice(span)
    whole = clean_title(text)
    title, body, body_start = whole, i + 1, span.end
    capitals = capitals_title(text)
    short = None if capitals else short_run_in(text)
    runs_on = capitals is None and (short is not None or len(text) > 90 or (len(text) > 24 and text.endswith(".")))
    if capitals and len(capitals.title) >= 4 and not whole.isupper():
        title, body, body_start = capitals.title, i, span.start + capitals.end
    elif (
        runs_on
        and (found := short or run_in_title(text) or unsigned_run_in(text))
        and len(found.title) >= 4
        and not whole.isupper()
    ):
        title, body, body_start = clean_title(found.title), i, span.start + found.end
    if len(title) > LONGEST or not _WORD.search(title) or title[:1].islower():
        return None
    if is_lead_only(title) or HEADS.match(title):
        return None
    inside = body == i  # the words stand in the same block, so that the next one tells nothing
    sure = 0.8 if is_lofty(title) and not opens_sentence(title) else 0.4
    alone = 0.0 if inside else _stands_alone(document, i, number)
    weight = (sure if runs_on and inside else 1.0) + alone + _looks(title, whole, without_suffix(text) != text)
    weight += _BUSINESS_WEIGHT if alone > 0 and _BUSINESS.match(title) else 0.0
    weight += 1.5 if document.blocks[i].kind == "heading" else 0.0
    if weight <= 0:
        return None
    return Heading(number, title, i, body, body_start, weight)


# what an agenda says is to be done under an item: "To elect a Chair", over the words of the item
_BUSINESS = re.compile(
    r"To (?:elect|appoint|receive|approve|consider|confirm|accept|agree|adopt|discuss|sign|review|resolve|note|ratify|set|hear|co-opt|fill|determine|declare)\b[^.;]{0,140}[.:]?$",
    re.IGNORECASE,
)
_BUSINESS_WEIGHT = 1.6


def _looks(title: str, whole: str, has_paper: bool) -> float:
    """How much a title looks like one."""
    weight = 2.0 if title.isupper() or title == title.upper().replace("S'", "s'") else 0.0
    weight += 2.0 if USUAL.search(title[:60]) else 0.0
    weight += 2.0 if has_paper else 0.0
    if title == whole and whole.endswith((";", ",", "; and", " or", " and")):
        weight -= 4.0
    elif title == whole and whole.endswith((".", ":")):
        weight -= _stopped(whole)
    if title == whole and len(whole) > 160:
        weight -= 3.0
    if re.match(r"(?:That|To|Noted?|Agreed?|Approved?|The (?:Committee|Panel|Board|Chair))\b", title) and not has_paper:
        weight -= 2.0
    return weight


def _stopped(whole: str) -> float:
    """How much less a line that ends in a stop looks like a title: least where it says nothing of what anybody did."""
    words = len(whole.split())
    if is_lofty(whole) and not tells(whole):
        return 0.3
    if words <= _MOST_WORDS and not tells(whole) and not VERB.search(whole):
        return 0.8
    return 1.0 if words <= 6 else 3.0 if words <= 12 else 5.0


def _stands_alone(document: Document, i: int, number: str) -> float:
    """Headings have prose after them, be it numbered anew; entries of a list stand one under the other."""
    blocks = document.blocks
    following = next((b for b in blocks[i + 1 : i + 3] if b.kind != "margin"), None)
    if following is None:
        return 0.0
    if not following.marker:
        return 0.5
    last_sign = document.text[following.span.end - 1]
    prose = following.span.end - following.span.start > _PROSE or last_sign in ".:"
    return 0.3 if prose and not follows_on(number, following.marker) else -0.5

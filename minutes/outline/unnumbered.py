"""Headings that carry no number: short lines without a stop, in one form throughout, with prose below them.

Taken where at least two of them are titles that every agenda has; else where the page marks them all alike: bold type,
capitals, "Title:" before them, a bullet; else where the lines they stand over say so.
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from ..decisions.leads import CLOSING
from ..document import Document
from ..when.days import parse_date
from .labels import is_paper, is_preamble, plain, section_of, without_suffix
from .numbers import number_in_front
from .occasion import names_body
from .plain_titles import could_title, plain_heading
from .titles import (
    LONGEST,
    USUAL,
    Heading,
    clean_title,
    run_in_title,
)

_LABELLED = re.compile(
    r"(?P<label>(?:agenda\s+)?item|subject|topic|title|heading|report\s+title|title\s+of\s+(?:the\s+)?report|report|matter|business)\s*[:–]\s+"
    r"(?P<title>[A-Z0-9‘“'\"].{2,160})$",
    re.IGNORECASE,
)
_SHORTEST = 4  # characters of a title
_FEWEST = 3  # headings of one form that are believed though none of them is a usual title
_ATTENDANCE = re.compile(
    r"(?:also\s+|those\s+|members\s+|officers\s+|councillors\s+|others?\s+)*(?:present|in attendance|attending|attendance|apologies|observers?|officers|members|sederunt|guests|invited)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_HEAD = 80  # blocks in which the lists of those present stand
_LONGEST_HEAD = 90  # characters of a title with a number
_PROSE = 100  # characters; a line this long, or one with a stop, is no name in a list


def labelled(document: Document, first: int, last: int) -> list[Heading]:
    """Titles behind a word that says so, where there are several: "Title: …", "Subject: …"."""
    found: dict[str, list[Heading]] = {}
    for i in range(first, last):
        span = document.blocks[i].span
        match = _LABELLED.match(document.slice(span)) if span.end - span.start < LONGEST else None
        if match and not match["title"].endswith((".", ";")):
            heading = Heading("", clean_title(match["title"]), i, i + 1, span.end, 2.0)
            found.setdefault(match["label"].lower(), []).append(heading)
    most = max(found.values(), key=len, default=[])
    return most if len(most) >= _FEWEST and all(b.first - a.first > 1 for a, b in pairwise(most)) else []


def unnumbered(document: Document, first: int, last: int) -> list[Heading]:
    """Headings that carry no numbers: lines of one form, without a stop, with prose below them."""
    papered, listed = _with_papers(document, first, last)
    lines = [i for i in range(first, last) if i in papered or (i not in listed and could_title(document, i, last))]
    titles = {i: plain_heading(document, i).title for i in lines}
    own = {i for i in lines if i not in papered and _is_papers_own(document, i, titles[i], first)}
    begun = next((i for i in lines if i not in own and USUAL.match(titles[i])), last)
    lines = [i for i in lines if i not in own or i > begun]
    if papered:  # what stands over a list there is a heading inside an item
        lines = [i for i in lines if i in papered or USUAL.search(titles[i][:60]) or not _over_list(document, i)]
    lines = [i for i in lines if i in papered or i - 1 not in titles or not _BELOW_TITLE.match(titles[i])]
    usual = [i for i in lines if i in papered or USUAL.search(titles[i][:60])]
    if len(usual) < 2:
        return _by_form(document, lines, titles, first, last) or _by_labels(document, lines, first, last)
    running = _all_run_in(document, usual, first, last)
    if running:
        return running
    begun = next((i for i in lines if _is_list_head(document, i - 1)), usual[0])
    capitals = all(titles[i].isupper() for i in usual)
    marked = all(document.blocks[i].kind == "heading" for i in usual)
    bulleted = sum(bool(document.blocks[i].marker) for i in usual) > 1
    taken = [
        i
        for i in lines
        if i >= begun
        and (not capitals or titles[i].isupper())
        and (not marked or document.blocks[i].kind == "heading")
        and (bulleted or not document.blocks[i].marker)
    ]
    return _joined(document, taken, capitals)


_MINUTES_OF = re.compile(r"(?:draft |confirmed )?minutes of (?:the|a)\b", re.IGNORECASE)
_PRESENT = re.compile(r"(?:(?:members|councillors|also|those) )?(?:present|in attendance|sederunt)\b", re.IGNORECASE)
_BELOW_TITLE = re.compile(
    r"(?:joint |verbal |oral )?(?:reports?|presentation|briefing|update) (?:of|by|from) (?:the )?[A-Z]|to (?:consider|receive|note|approve|agree|confirm|discuss|review|hear)\b",
    re.IGNORECASE,
)


def _is_papers_own(document: Document, i: int, title: str, first: int) -> bool:
    """Whether the line is the paper's own title: a date among its first lines, "Minutes of …" over those present."""
    if i <= first + 5 and parse_date(title):
        return True
    return bool(_MINUTES_OF.match(title)) and any(
        _PRESENT.match(document.slice(block.span)) for block in document.blocks[i + 1 : i + 4]
    )


def _is_list_head(document: Document, i: int) -> bool:
    """Whether block `i` is the head of the list of items on a page of a committee system: "No. Item"."""
    return i >= 0 and plain(document.slice(document.blocks[i].span)) == "no item"


def _over_list(document: Document, i: int) -> bool:
    """Whether an entry of a list stands right below block `i`."""
    return any(block.marker for block in document.blocks[i + 1 : i + 2])


def _with_papers(document: Document, first: int, last: int) -> tuple[set[int], set[int]]:
    """The lines that name an item with its paper behind it ("Budget pdf icon PDF 84 KB"), and "Minutes" standing once;
    apart, the papers listed under "Additional documents:"."""
    found: set[int] = set()
    below: set[int] = set()
    minutes: list[int] = []
    listed = False
    for i in range(first, last):
        text = document.slice(document.blocks[i].span)
        listed = section_of(text) == "papers" or (listed and is_paper(text))
        if listed:
            below.add(i)
        if not listed and is_paper(text) and len(without_suffix(text)) >= _SHORTEST and not document.blocks[i].marker:
            found.add(i)
        if text.lower() == "minutes":
            minutes.append(i)
    return (found | set(minutes) if len(minutes) == 1 else found), below


def _joined(document: Document, taken: list[int], capitals: bool) -> list[Heading]:
    """The headings; a line in capitals right below another is its second line."""
    out: list[Heading] = []
    for i in taken:
        heading = plain_heading(document, i)
        if capitals and out and out[-1].body == i == heading.body - 1 and not USUAL.match(heading.title):
            out[-1] = replace(
                out[-1], title=f"{out[-1].title} {heading.title}", body=heading.body, body_start=heading.body_start
            )
        else:
            out.append(heading)
    return out


def _by_form(document: Document, lines: list[int], titles: dict[int, str], first: int, last: int) -> list[Heading]:
    """Titles none of which is usual, told by their form: the page's own headings, capitals, bullets over prose."""
    below = [i for i in lines if i >= _after_attendance(document, first, last) and not names_body(titles[i])]
    numbered = _first_number(document, first, last)
    forms = (
        [i for i in below if document.blocks[i].kind == "heading"],
        [i for i in below if titles[i].isupper() and len(titles[i]) > 4],
        [i for i in below if document.blocks[i].marker and i < numbered],
    )
    for form in forms:
        chosen = set(form)
        apart = [i for i in form if i + 1 in chosen or _over_prose(document, i, last)]
        if len(apart) >= _FEWEST and len(apart) * 4 >= len(form) * 3:
            return _joined(document, apart, capitals=titles[apart[0]].isupper())
    return []


def _first_number(document: Document, first: int, last: int) -> int:
    """The first title with a number: in a paper of one item the bullets below it part the talk. `last` where none is."""
    for i in range(first, last):
        block = document.blocks[i]
        text = document.slice(block.span)
        numbered = block.marker.strip("().").isdigit() or number_in_front(text)
        if numbered and len(text) < _LONGEST_HEAD and text[-1] not in ".;":
            return i
    return last


def _over_prose(document: Document, i: int, last: int) -> bool:
    """Whether words that are no heading themselves stand right below block `i`."""
    following = next((document.blocks[j] for j in range(i + 1, last) if document.blocks[j].kind != "margin"), None)
    if following is None:
        return False
    text = document.slice(following.span)
    return (
        following.kind != "heading" and not text.isupper() and (len(text) >= _PROSE or text.endswith((".", ":", ";")))
    )


def _after_attendance(document: Document, first: int, last: int) -> int:
    """The first block behind the lists of those present: the last short line above the first prose."""
    start = None
    for i in range(first, min(last, first + _HEAD)):
        text = document.slice(document.blocks[i].span)
        if _ATTENDANCE.match(text) or is_preamble(text):
            start = i
        elif start is not None and (len(text) >= _PROSE or text.endswith((".", ";"))) and not is_preamble(text):
            return i - 1 if i - 1 > start else i
    return first


_DECIDED = re.compile(r"\b(?:RESOLVED|Resolved|AGREED|ORDERED|NOTED|DECISION|Decision)\b")


def _by_labels(document: Document, lines: list[int], first: int, last: int) -> list[Heading]:
    """Titles without any usual one among them: each stands over one label that the paper repeats, or over a decision."""
    texts = {i: document.slice(document.blocks[i].span) for i in range(first, last)}
    short = Counter(text for text in texts.values() if len(text) <= 30)
    labels = {text for text, count in short.items() if count >= 3}
    over = [i for i in lines if texts[i] not in labels and texts.get(i + 1) in labels]
    if len(over) >= 3:
        return [plain_heading(document, i) for i in over]
    taken: list[int] = []
    above = _after_attendance(document, first, last)
    for i in lines:
        if i >= above and texts[i] not in labels and not names_body(texts[i]) and not (taken and taken[-1] == i - 1):
            taken.append(i)  # a line right below a title is its second line
    ends = [*taken[1:], last][: len(taken)]
    decided = [i for i, end in zip(taken, ends, strict=True) if any(_decides(texts[j]) for j in range(i + 1, end))]
    if len(decided) < 2 or len(decided) * 2 < len(taken):
        return []
    return [plain_heading(document, i) for i in taken]


def _decides(text: str) -> bool:
    """Whether a paragraph records a decision, by its capitals or as the body's own act."""
    return bool(_DECIDED.search(text) or (len(text) < 400 and CLOSING.match(text)))


_COUNT_BEHIND = re.compile(r"\s(\d{1,3})$")  # "Core paths plan 5. Members heard …": the number of the paragraph


def _all_run_in(document: Document, usual: list[int], first: int, last: int) -> list[Heading]:
    """Where the titles that every agenda has run on into their words ("Apologies – …"), the others do too, with the same sign."""
    found = {
        i: run_in_title(document.slice(document.blocks[i].span))
        for i in range(first, last)
        if not document.blocks[i].marker and len(document.blocks[i].cells) <= 2
    }
    known = [run_in for i in usual if (run_in := found.get(i))]
    if len(known) < 2 or len(known) * 2 < len(usual):
        return []
    signs = {run_in.sign for run_in in known}
    capitals = all(run_in.title.isupper() for run_in in known)
    counted = [int(n[1]) for run_in in found.values() if run_in and (n := _COUNT_BEHIND.search(run_in.title))]
    counts = len(counted) >= _FEWEST and counted == sorted(set(counted))
    out = []
    for i, run_in in found.items():
        if i < usual[0]:
            continue
        span = document.blocks[i].span
        if run_in and run_in.sign in signs and _may_run_in(run_in.title, capitals):
            title = clean_title(_COUNT_BEHIND.sub("", run_in.title) if counts else run_in.title)
            out.append(Heading("", title, i, i, span.start + run_in.end, 2.0))
        elif capitals and "." in signs and _CAPITALS_ALONE.match(document.slice(span)):
            out.append(plain_heading(document, i))
    return out


_CAPITALS_ALONE = re.compile(r"[A-Z][A-Z &/’',()-]{3,60}\.$")  # "FINANCE." over its words, where others run on


def _may_run_in(title: str, capitals: bool) -> bool:
    """Whether words that others run on from are a title like the others, and no label."""
    return title == "MINUTES" or title.isupper() if capitals else not section_of(title + ":")

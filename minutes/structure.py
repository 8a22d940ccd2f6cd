"""Document → Minutes: which meetings, which items, what was decided in each.

Pages of committee systems are known by their own lines ("Meeting: 13/09/2021 - …", "Agenda item"); anything else by
its numbered headings. Where nothing tells items apart the document is one item, and nothing is guessed.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .decisions.clauses import is_clause
from .document import Document, Span
from .outline import moderngov, restricted
from .outline.headings import find_headings
from .outline.items import Part, build_item
from .outline.labels import is_anchor, is_chrome, is_paper, is_preamble, plain, section_of, without_suffix
from .outline.minute_tables import laid_out
from .outline.occasion import deciding_body, meeting_date, meeting_named, names_body, occasion
from .outline.single import read_single
from .outline.titles import Heading
from .records import Meeting, Minutes
from .when import days

_MEETING_LINE = re.compile(
    r"Meeting:?\s+(?:of\s+)?(?P<date>\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4})\s*[-–]\s*(?P<committee>.+?)(?:\s*\((?:Item|Minute)\s*(?P<number>[^)]*)\))?$"
)
_DECISION_LINE = re.compile(r"(?P<date>\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(?P<title>\S.*)$")
_REFERENCE = re.compile(r"\s+ref:\s*\d+\b.{0,60}$")  # "Parking charges ref: 302 Recommendations Approved"
_ITEM_NUMBER = re.compile(r"(?P<number>[A-Z]{0,4}[./]?\d{1,4}(?:/\d{1,4})?[a-z]?)\.?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where one meeting's part of the page begins, and what its first line says."""

    first: int
    date: datetime.date | None
    committee: str | None
    number: str | None = None
    title: str = ""


def parse(document: Document) -> Minutes:
    """What the document records: its meetings, their items, paragraphs and resolutions."""
    page = moderngov.parse_page(document)
    if page:
        return page
    cuts = _cuts(document)
    if cuts:
        layout = "decision" if any(cut.title for cut in cuts) else "issue_history"
        ends = [cut.first for cut in cuts[1:]] + [len(document.blocks)]
        page_title = _page_title(document, cuts[0].first)
        marked = restricted.places(document)
        meetings = tuple(
            _cut_meeting(document, cut, end, page_title, marked) for cut, end in zip(cuts, ends, strict=True)
        )
        return Minutes(document, layout, meetings)
    papers = _papers(document)
    if len(papers) > 1:
        read = [_one_meeting(replace(document, blocks=document.blocks[first:last])) for first, last in pairwise(papers)]
        return Minutes(document, "meeting", tuple(meeting for paper in read for meeting in paper.meetings))
    return _one_meeting(document)


def text_of(document: Document, i: int) -> str:
    return document.slice(document.blocks[i].span)


def _cuts(document: Document) -> list[_Cut]:
    """The lines that open a meeting or a decision on a page about one subject."""
    cuts = []
    for i, block in enumerate(document.blocks):
        if block.span.end - block.span.start > 300:
            continue
        text = text_of(document, i)
        if found := _MEETING_LINE.match(text):
            cuts.append(_Cut(i, days.parse_date(found["date"]), found["committee"].strip(), found["number"]))
        elif (found := _DECISION_LINE.match(text)) and not block.marker:
            cuts.append(
                _Cut(i, days.parse_date(found["date"]), None, None, without_suffix(_REFERENCE.sub("", found["title"])))
            )
    meetings = [cut for cut in cuts if cut.committee]
    return meetings or cuts


_LONGEST_OPENING = 200  # characters
_SHORTEST_PAPER = 400
_MINUTES_OF = re.compile(r"(?:(?:draft|unconfirmed|confirmed|approved)\s+)*minutes\s+of\b", re.IGNORECASE)
_PRESENT = re.compile(r"(?:members\s+|councillors\s+)?(?:present|in attendance|attendance)\b", re.IGNORECASE)
_HEAD = 5  # blocks below the line that names the meeting, in which those present are named
_DAY = re.compile(
    r"\d+(?:st|nd|rd|th)?|\b(?:[A-Z][a-z]{2,5}day|January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)


def _papers(document: Document) -> list[int]:
    """Where the papers of several meetings pasted one below the other begin, and where the last ends; else empty.

    Their first lines are alike but for the day: "Minutes of the Parks Panel held on 9 December 2024"; or they are
    minutes of several bodies, each with those present below.
    """
    forms: dict[str, list[tuple[int, datetime.date]]] = {}
    headed: list[tuple[int, datetime.date]] = []
    for i, block in enumerate(document.blocks):
        text = document.slice(block.span)
        if block.marker or block.cells or len(text) > _LONGEST_OPENING or text.endswith((".", ";")):
            continue
        if names_body(text) and (date := meeting_date(text)):
            forms.setdefault(_DAY.sub("", text).lower(), []).append((i, date))
            if _MINUTES_OF.match(text) and _names_those_present(document, i):
                headed.append((i, date))
    found = max([headed, *forms.values()], key=len)
    starts = [i for i, _ in found]
    if len({date for _, date in found}) < max(2, len(found)):
        return []
    ends = [*starts[1:], len(document.blocks)]
    lengths = [
        document.blocks[end - 1].span.end - document.blocks[i].span.start for i, end in zip(starts, ends, strict=True)
    ]
    return [0, *starts[1:], len(document.blocks)] if found is headed or min(lengths) >= _SHORTEST_PAPER else []


def _names_those_present(document: Document, i: int) -> bool:
    below = document.blocks[i + 1 : i + 1 + _HEAD]
    return any(_PRESENT.match(document.slice(block.span)) for block in below)


def _page_title(document: Document, last: int) -> str:
    for i in range(last):
        text = text_of(document, i)
        if not is_chrome(text) and not is_paper(text) and section_of(text) is None and len(text) < 260:
            return text
    return ""


def _cut_meeting(document: Document, cut: _Cut, end: int, page_title: str, marked: Sequence[int]) -> Meeting:
    """One meeting of a page about a subject: its heading line, then "26 Title pdf icon…", then the minutes."""
    blocks = document.blocks
    first, number, title = cut.first + 1, cut.number, cut.title
    if not title and first < end and section_of(text_of(document, first)) is None:
        line, block = text_of(document, first), blocks[first]
        marker = block.marker.strip(".()")
        opening = None if marker else _ITEM_NUMBER.match(line)
        if marker and (not number or marker == number):
            title, first = without_suffix(line), first + 1
        elif opening and (number is None or opening["number"] == number):
            title, number, first = without_suffix(line[opening.end() :]), opening["number"], first + 1
        elif is_paper(line) or (not line.endswith(".") and len(line) < 160 and block.kind in ("paragraph", "heading")):
            title, first = without_suffix(line), first + 1
    span = Span(blocks[cut.first].span.start, blocks[end - 1].span.end)
    part = Part(number, title or page_title, span, first, end, blocks[first].span.start if first < end else span.end)
    if cut.title and first < end and (blocks[first].marker or is_clause(text_of(document, first))):
        part = replace(part, section="decision")
    committee = cut.committee or deciding_body(document, blocks[cut.first : end])
    return Meeting(cut.date, committee, span, restricted.mark(document, [build_item(document, part)], marked))


def _one_meeting(document: Document) -> Minutes:
    """A page or a paper about one meeting: all of its items, or one of them."""
    blocks = document.blocks
    if not blocks:
        return Minutes(document, "agenda_item")
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    anchor, first = _past_chrome(document)
    single = anchor.endswith("agenda item") and _is_page_of_one(document)
    named = None if single else meeting_named(document)
    if named:  # the title stands right above the line that names the meeting
        at = next(i for i, block in enumerate(blocks) if document.slice(block.span) == named.string)
        single, first, anchor = True, max(at - 1, 0), "agenda item"
    if not single:
        document = laid_out(document, first)
        blocks = document.blocks
    marked = restricted.places(document)
    headings = [] if single else find_headings(document, first, len(blocks))
    if anchor.endswith("agenda item") and not any(h.number for h in headings) and not _is_table(document, first):
        headings = []  # what looks like titles on a page of one item are the papers it lists
    preamble_end = headings[0].first if headings else len(blocks)
    date, committee = occasion(document, preamble_end if headings else min(len(blocks), 20), bool(headings), single)
    if headings:
        parts = _parts(document, first, headings)
        layout = "meeting" if len(headings) > 1 else "agenda_item"
        items = restricted.mark(document, [build_item(document, part) for part in parts], marked)
        return Minutes(document, layout, (Meeting(date, committee, span, items),))
    item, layout = read_single(document, anchor, first)
    return Minutes(document, layout, (Meeting(date, committee, span, restricted.mark(document, [item], marked)),))


def _is_page_of_one(document: Document) -> bool:
    """Whether a page headed "Agenda item" has the labels of such a page, once: a table can have that head too."""
    labels = [section_of(document.slice(b.span)) for b in document.blocks if b.span.end - b.span.start < 40]
    return sum(label is not None for label in labels) > 0 and labels.count("minutes") < 3


def _is_table(document: Document, first: int) -> bool:
    """Whether "Agenda item" was the head of a column: rows stand below it, or titles laid out of them."""
    return any(block.cells or block.role == "item_title" for block in document.blocks[first:])


def _past_chrome(document: Document) -> tuple[str, int]:
    """The line that heads the page proper, and the first block below it that says something."""
    head = range(min(30, len(document.blocks)))
    anchors = [i for i in head if is_anchor(text_of(document, i))]
    for i in range(anchors[-1] + 1 if anchors else 0, len(document.blocks)):
        if not is_chrome(text_of(document, i)) or (
            anchors and i == anchors[-1] + 1 and plain(text_of(document, i)) == "minutes"
        ):
            return (text_of(document, anchors[-1]).lower() if anchors else ""), i
    return "", 0


def _parts(document: Document, first: int, headings: list[Heading]) -> list[Part]:
    """The stretches of blocks that belong to each item; prose before the first heading is an item without number."""
    blocks = document.blocks
    end_of_all = len(blocks)
    parts: list[Part] = []
    for heading, end in zip(headings, [h.first for h in headings[1:]] + [end_of_all], strict=True):
        start = blocks[heading.first].span.start
        span = Span(start, max(start, blocks[end - 1].span.end if end > heading.first else start))
        parts.append(Part(heading.number, heading.title.rstrip(" :"), span, heading.body, end, heading.body_start))
    before = _opening_prose(document, first, headings[0].first)
    return [before, *parts] if before else parts


_LEAST_PROSE = 300  # characters
_RUN_IN_TITLE = re.compile(
    r"(Public (?:Question Time|Participation|Speaking|Forum)[^:.]{0,30}|[A-Z][A-Z ’'&-]{6,60}):\s+"
)


def _opening_prose(document: Document, first: int, last: int) -> Part | None:
    """What was said before the first numbered item: the paragraphs right above it that are neither lists of names nor labels."""
    blocks = document.blocks
    i = last
    while i > first:
        text = text_of(document, i - 1)
        if is_chrome(text) or (len(text) < 30 and not text.endswith(".")):
            i -= 1
            continue
        if is_preamble(text) or len(text) < 80 or not text.rstrip().endswith((".", ":", ";")):
            break
        i -= 1
    while i < last and len(text_of(document, i)) < 80:
        i += 1
    if i >= last:
        return None
    start = blocks[i].span.start
    run_in = _RUN_IN_TITLE.match(text_of(document, i))
    title = run_in.group(1) if run_in else ""
    if not title and blocks[last - 1].span.end - start < _LEAST_PROSE:
        return None  # who was there, how the meeting was held
    return Part(None, title, Span(start, blocks[last - 1].span.end), i, last, start + (run_in.end() if run_in else 0))

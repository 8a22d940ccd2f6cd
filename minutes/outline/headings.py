"""Where the items of a meeting begin: numbered headings first, then lines that look like headings without a number.

Every line that could be a numbered heading is a candidate with its weight (`candidates.py`); `chains.py` finds the series
among them. Titles on two lines are put together at the end.
"""

import re
from dataclasses import replace
from itertools import pairwise

from ..decisions.clauses import is_lead_only, tells
from ..decisions.leads import HEADS
from ..document import Document
from .before_labels import before_labels
from .candidates import CLAUSE_STYLES, find_candidate, is_sheet_head
from .chains import PARAGRAPH, all_alike, best_chain, style_of, weight_of, with_parts, with_restarts
from .labels import section_of
from .task_lists import are_tasks, opens_flat_sheet
from .titles import USUAL, Heading, clean_title, is_lofty
from .unnumbered import labelled, unnumbered

_SURE = 1.5  # the weight of a heading with prose behind it
_CODE = re.compile(
    r"^(?!(?:19|20)\d\d[/-]\d\d$|\d{1,2}[.:]\d\d$)(?:.*[/.-]|[A-Z]{2})"
)  # no mere number, and no "2022/23"
_YEAR = re.compile(r"(?:19|20)\d\d[/-]\d\d$")  # "2022/23 Revenue budget": a title
_PART = re.compile(r"part|section")  # "PART II" stands above the items
_LEAST = 4.0  # the weight of a chain that is believed
_LEAST_ODD = 6.0  # of one whose numbers also count clauses and paragraphs: "(a)", "i."
_FEWEST_ODD = 3
_FEWEST_BELOW = 2


_ACTIONS = re.compile(
    r"\bactions?\s+(?:notes?|log|list|sheet|points|tracker|plan|arising|outstanding|summary)\b|\btracking\b|\boutstanding actions\b",
    re.IGNORECASE,
)
_TOP = 6  # blocks in which a paper says that it is a list of actions


def find_headings(document: Document, first: int, last: int) -> list[Heading]:
    """The headings among blocks first..last, in order, sub-items ("4.1", "3a") among them."""
    sheet = any(is_sheet_head(document, i) for i in range(first, last))
    flat = next((i for i in range(first, last) if opens_flat_sheet(document, i)), last)
    candidates = [
        c
        for i in range(first, last)
        if i < flat
        and not (sheet and document.blocks[i].cells)
        and (c := find_candidate(document, i, last)) is not None
    ]
    actions = any(_ACTIONS.search(document.slice(block.span)[:120]) for block in document.blocks[first : first + _TOP])
    styles: dict[str, list[Heading]] = {}
    for candidate in candidates:
        if actions and candidate.body == candidate.first and not candidate.title.isupper():
            continue  # "3. Never events. Medical Director to check …": an entry of the list
        styles.setdefault(style_of(candidate), []).append(candidate)
    best = _best(document, styles)
    if best and _begins_late(document, best, first, last):
        return _second_lines(document, unnumbered(document, first, last))
    if are_tasks(document, best):
        return []
    alone = len(best) == 1 and best[0].weight >= 3.5 and bool(_CODE.search(best[0].number))  # "PSP/24/9 ELMS"
    year = len(best) == 1 and bool(_YEAR.match(best[0].number))
    if (weight_of(best) >= _LEAST and not year) or alone:
        numbered_parts = sum(bool(PARAGRAPH.match(_first_word(document, i))) for i in range(first, last))
        return _without_column(_second_lines(document, with_parts(best, styles, numbered_parts)))
    return (
        _timed(styles)
        or before_labels(document, first, last)
        or labelled(document, first, last)
        or _alike(styles)
        or _dotted(styles)
        or _without_column(_second_lines(document, unnumbered(document, first, last)))
    )


_LATE = 0.4  # of the paper's words
_FEWEST_ABOVE = 4


def _begins_late(document: Document, chain: list[Heading], first: int, last: int) -> bool:
    """Whether numbers begin far down a paper whose items have none: those of questions, or of paragraphs in an appendix."""
    blocks = document.blocks
    start, end = blocks[first].span.start, blocks[last - 1].span.end
    if blocks[chain[0].first].span.start - start < _LATE * (end - start):
        return False
    return len(unnumbered(document, first, chain[0].first)) >= _FEWEST_ABOVE


def _best(document: Document, styles: dict[str, list[Heading]]) -> list[Heading]:
    """The chain that weighs most; one of a style that clauses have too must look like titles throughout."""
    chains = []
    for style, group in styles.items():
        if style in ("#.#", "#a"):
            continue
        chain = best_chain(group)
        if style in CLAUSE_STYLES and (
            not _are_titles(document, chain) or _is_below(chain, styles) or _is_inside(chain, styles)
        ):
            continue
        if len(chain) > 1 or not group[0].sign:
            chains.append(with_restarts(chain, group))
    chains.sort(key=weight_of, reverse=True)
    items = next((chain for chain in chains if not _PART.match(chain[0].sign)), [])
    return items if weight_of(items) >= _LEAST else chains[0] if chains else []


def _is_below(chain: list[Heading], styles: dict[str, list[Heading]]) -> bool:
    """Whether lettered titles stand under a title of their own with a number, the only item of the paper."""
    if not chain or any(USUAL.search(heading.title[:60]) for heading in chain):
        return False
    above = [h for style, group in styles.items() if style not in CLAUSE_STYLES for h in group]
    return any(h.first < chain[0].first and h.weight >= _SURE for h in above)


def _is_inside(chain: list[Heading], styles: dict[str, list[Heading]]) -> bool:
    """Whether lettered titles part one item of a paper whose items are numbered: "1 Business", "(a) Apologies", "2 Minutes"."""
    items = best_chain(styles.get("#", []))
    above = [h for h in items if h.first < chain[0].first]
    below = [h for h in items if h.first > chain[-1].first]
    return len(above) + len(below) == len(items) and bool(above) and len(below) >= _FEWEST_BELOW


def _are_titles(document: Document, chain: list[Heading]) -> bool:
    """Whether lettered lines are titles and no clauses: a usual one among them, or capitals and prose below most of them."""
    if any(USUAL.search(heading.title[:60]) for heading in chain):
        return weight_of(chain) >= _LEAST_ODD
    blocks = document.blocks
    like = [
        len(h.title) < _LONGEST_LINE
        and not tells(h.title)
        and not h.title.endswith((";", "."))
        and h.body < len(blocks)
        and not blocks[h.body].marker
        for h in chain
    ]
    return len(like) >= _FEWEST_ODD and sum(like) * 4 >= len(like) * 3


_COLUMN = re.compile(r"\s+(?P<head>Actions?(?: by)?|ACTIONS?(?: BY)?|Lead|Who|Owner|Minute No\.?|Minutes)$")
_FEWEST_HEADS = 3


def _without_column(headings: list[Heading]) -> list[Heading]:
    """The headings without the head of the column at the right-hand edge ("Action") or the label below, where several end in it."""
    ends = [found["head"] for h in headings if (found := _COLUMN.search(h.title))]
    few = ends[:1] == ["Minutes"] and len(ends) * 2 < len(headings)  # items about the minutes of other bodies
    if len(ends) < _FEWEST_HEADS or len(set(ends)) > 1 or few:
        return headings
    return [replace(heading, title=_COLUMN.sub("", heading.title)) for heading in headings]


def _alike(styles: dict[str, list[Heading]]) -> list[Heading]:
    groups = [group for style, group in styles.items() if style not in CLAUSE_STYLES]
    alike = max(map(all_alike, groups), key=weight_of, default=[])
    return alike if weight_of(alike) >= _LEAST else []


def _dotted(styles: dict[str, list[Heading]]) -> list[Heading]:
    dotted = best_chain(styles.get("#.#", []))
    return dotted if weight_of(dotted) >= 2 * _LEAST else []


_HOUR = re.compile(r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)$")


def _timed(styles: dict[str, list[Heading]]) -> list[Heading]:
    """Titles with the time before them at which each was taken: "10.05 Town deal"."""
    group = [h for style in ("#.#", "#:#") for h in styles.get(style, [])]
    times = [(int(found["hour"]), int(found["minute"])) for h in group if (found := _HOUR.match(h.number))]
    late = sum(len(h.number.split(".")[-1]) == 2 for h in group)
    apart = sum(b.first - a.first > 1 for a, b in pairwise(group))
    counted = all(a[0] == b[0] and b[1] == a[1] + 1 for a, b in pairwise(times))  # 21.44, 21.45: no times
    if counted or (
        len(group) < _FEWEST_HEADS
        or 2 * apart < len(group) - 1
        or len(times) < len(group)
        or late < len(group)
        or times != sorted(set(times))
    ):
        return []
    return [replace(heading, number="") for heading in group]


def _first_word(document: Document, i: int) -> str:
    """The marker of block `i`, or the first of its words."""
    block = document.blocks[i]
    return block.marker or document.text[block.span.start : block.span.start + 12].split(" ", 1)[0]


_GOES_ON = re.compile(r"(?:[,–—&-]|\b(?:and|or|of|for|the|to|in|on|with|from|by|at|a))$", re.IGNORECASE)
_LONGEST_LINE = 90


def _second_lines(document: Document, headings: list[Heading]) -> list[Heading]:
    """The headings with the second and third lines of their titles, where a title stands on more lines than one."""
    capitals = sum(h.title.isupper() for h in headings) * 4 > len(headings) * 3
    starts = {heading.first for heading in headings}
    return [_with_second_line(document, heading, starts, capitals) for heading in headings]


def _with_second_line(document: Document, heading: Heading, starts: set[int], capitals: bool) -> Heading:
    blocks = document.blocks
    for _ in range(2):
        j = heading.body
        if j <= heading.first or j + 1 >= len(blocks) or j in starts or blocks[j].marker or blocks[j].cells:
            break
        line = document.slice(blocks[j].span)
        both = capitals and heading.title.isupper() and line.isupper() and len(heading.title) > 12
        set_in = bool(heading.number) and blocks[j].level > blocks[heading.first].level and _ends_title(document, j)
        goes_on = (both or set_in or _GOES_ON.search(heading.title)) and not heading.title.endswith((".", ":"))
        if not goes_on or len(line) > _LONGEST_LINE or line.endswith((".", ":", ";")) or not line[:1].isalnum():
            break
        if HEADS.match(line) or is_lead_only(line) or section_of(line) or tells(line) or line in _NEVER_SECOND:
            break
        title = clean_title(f"{heading.title} {line}")
        heading = replace(heading, title=title, body=j + 1, body_start=blocks[j].span.end)
    return heading


_BY_LINE = re.compile(
    r"(?:joint )?(?:reports?|presentation|paper|update)\b.{0,30}\b(?:of|by|from)\b|presented|submitted|considered|lead|to (?:consider|receive|note)|councillor|cllr|mrs?\b|ms\b|dr\b|the\b",
    re.IGNORECASE,
)


def _ends_title(document: Document, j: int) -> bool:
    """Whether block `j`, set in below a title, is its second line: words with capitals, no by-line, prose below them."""
    line = document.slice(document.blocks[j].span)
    after = document.blocks[j + 1]
    prose = after.span.end - after.span.start > _LONGEST_LINE or document.slice(after.span).endswith(".")
    return is_lofty(line) and not _BY_LINE.match(line) and prose and after.level <= document.blocks[j].level


_NEVER_SECOND = ("NOTED", "AGREED", "APPROVED", "PRESENT", "ACTION", "NONE")

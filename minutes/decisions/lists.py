"""Lists of clauses: those below an opened decision, and those whose heading was lost.

A list goes on over a subheading or a second paragraph of an entry; it ends at the vote, the reasons, the next label.
"""

import re
from collections.abc import Iterator, Sequence

from ..document import Document, Span
from ..records import Paragraph
from .asides import heads_part, is_aside
from .clauses import entry_leads_in, is_clause, is_lead_only, is_order, may_be_clause, plain_entry
from .cutting import ROMAN, entry, follows_on
from .leads import HEADS, LED_IN, STOP, THAT
from .openings import Clause


def listed(document: Document, paragraphs: Sequence[Paragraph], i: int) -> Iterator[int]:
    """The paragraphs from `i` that are clauses of the list just opened."""
    marked: bool | None = None
    worded = False  # whether the first entry is worded as a decision
    previous = sign = ""
    seen: set[str] = set()  # the signs of the entries so far
    for j in range(i, len(paragraphs)):
        paragraph = paragraphs[j]
        text = document.slice(paragraph.span)
        if paragraph.section == "margin" or (
            not paragraph.marker and is_aside(text) and _goes_on_below(document, paragraphs, j, sign)
        ):
            continue
        if sign and not paragraph.marker and STOP.match(text) and _goes_on_after(paragraphs, j, sign):
            continue  # the reason of one clause, or who is to act on it
        if paragraph.section != paragraphs[i].section or (
            not paragraph.marker
            and (STOP.match(text) or is_aside(text) or (HEADS.match(text) and not is_lead_only(text)))
        ):
            return
        if sign and (
            _is_outer(sign, paragraph.marker) or (_begins_anew(sign, paragraph.marker) and not is_clause(text))
        ):
            return
        if seen and _is_strange(seen, paragraph.marker) and not may_be_clause(text):
            return
        if is_lead_only(text) and not paragraph.marker:
            yield j
            continue
        if heads_part(document, paragraphs, j, text):
            continue
        goes_on = previous.rstrip().endswith((";", "; and", ", and", " and", ",", ":")) or (
            marked is not None and is_rest(previous, paragraph, text, marked)
        )
        if marked and not paragraph.marker and not goes_on and _resumes(paragraphs, j, sign, text):
            continue
        more = goes_on or marked is None or (marked and paragraph.marker)
        if not more and not _is_one_more(text, bool(marked), worded or bool(paragraph.marker)):
            return
        if marked is None:
            marked, worded = bool(paragraph.marker), is_clause(text)
        previous = text
        sign = paragraph.marker or sign
        seen.update([sign.strip("()[]. ")] if sign else [])
        yield j


def _goes_on_below(document: Document, paragraphs: Sequence[Paragraph], j: int, sign: str) -> bool:
    """Whether the list goes on below the aside `j`: with the next entry, or with a clause where it has no signs or has not begun."""
    below = [p for p in paragraphs[j + 1 : j + 4] if p.marker or not is_aside(document.slice(p.span))]
    if sign:
        return any(follows_on(sign, p.marker) or (p.marker == sign and not sign.isalnum()) for p in below[:2])
    return bool(below) and (bool(below[0].marker) or is_clause(document.slice(below[0].span)))


def _is_one_more(text: str, marked: bool, worded: bool) -> bool:
    """Whether a line without a marker below a finished entry is one more: in a list that has none, where it reads as the others do."""
    if marked:
        return bool(THAT.match(text)) or is_order(text)
    return may_be_clause(text) or (not worded and plain_entry(text))


def _goes_on_after(paragraphs: Sequence[Paragraph], j: int, sign: str) -> bool:
    """Whether the next of the list that `sign` stands in comes within two paragraphs."""
    return any(follows_on(sign, later.marker) for later in paragraphs[j + 1 : j + 3])


_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?$")


def _is_outer(sign: str, marker: str) -> bool:
    """Whether a marker is the number of the next paragraph of the minutes: 12.4 after 12.3.2, 7.5 after (c)."""
    if not _PARAGRAPH_NUMBER.match(marker):
        return False
    return not _PARAGRAPH_NUMBER.match(sign) or marker.strip(".").count(".") < sign.strip(".").count(".")


def _is_strange(seen: set[str], marker: str) -> bool:
    """Whether a marker is a number of another series than the letters seen so far: the item 20. below the entry (ii)."""
    number = marker.strip("(). ")
    return number.isdigit() and int(number) > 1 and all(sign.isalpha() and sign != "o" for sign in seen)


_FIRST = {"1": "2", "a": "b", "i": "ii"}  # the sign a list begins with, and the one after it


def _begins_anew(sign: str, marker: str) -> bool:
    """Whether a marker is the first of another list of the same form: (1) after (5), as reasons stand below a decision."""
    first, before = marker.strip("(). ").lower(), sign.strip("(). ").lower()
    nested = (first == "i") != (before in ROMAN)  # (i) below (a)
    return (
        first in _FIRST
        and not nested
        and first != before
        and follows_on(marker, marker.replace(first, _FIRST[first]))
        and (marker.replace(first, "") == sign.replace(before, "") and before.isdigit() == first.isdigit())
    )


# "of the churchyard be cut": no clause begins so
_RUNS_ON = re.compile(
    r"(?:of|in|on|at|by|for|with|from|be|been|as|into|under|than|which|who|whose|when|where|until|per|between|within|during|through|is|are|was|were|has|have|had|will)\b"
)
_UNFINISHED = re.compile(r"(?:[a-z][’']s|\b(?:the|of|a|an|for|in|on|by|with|be|from|at))$")


def is_rest(before: str, paragraph: Paragraph, text: str, marked: bool) -> bool:
    """Whether a line is the rest of the entry above it, cut in two where the page was wrapped."""
    before = before.rstrip()
    if paragraph.marker or before.endswith((".", ";", ":", "; and", "; or")):
        return False
    if not text[:1].islower():
        return marked and bool(_UNFINISHED.search(before)) and not is_lead_only(text)
    return marked or bool(_RUNS_ON.match(text)) or not (before.endswith((",", " and", " or")) or is_clause(text))


def clauses_of(document: Document, paragraphs: Sequence[Paragraph], taken: Sequence[int]) -> list[Clause]:
    """The clauses of the entries of a list; what was wrapped over two lines is one."""
    out: list[Clause] = []
    marked = any(paragraphs[j].marker for j in taken)
    before = ""
    for n, j in enumerate(taken):
        text = document.slice(paragraphs[j].span)
        if out and _PERSON.match(text) and not is_clause(text):
            continue  # whom the clause above appoints
        if out and is_rest(before, paragraphs[j], text, marked):
            out[-1] = (Span(out[-1][0].start, paragraphs[j].span.end), out[-1][1])
        else:
            out.extend(entry(document, paragraphs[j]))
        if n and _only_led_in(document, paragraphs[taken[n - 1]], paragraphs[j]) and len(out) > 1:
            out = [clause for clause in out if clause[0] != paragraphs[taken[n - 1]].span]
        before = text
    return out


_PERSON = re.compile(r"(?:Cllrs?|Councillors?|Aldermen|Alderman|Mrs?|Ms|Miss|Dr|Prof|Rev)\b\.? [A-Z][^.;]{2,90}[.;,]?$")


def _only_led_in(document: Document, above: Paragraph, below: Paragraph) -> bool:
    """Whether an entry decides nothing but what is listed below it: "(a) That the Panel recommends to Council:"."""
    text = document.slice(above.span)
    begins = below.marker.strip("(). ").lower() in _FIRST and not follows_on(above.marker, below.marker)
    inner = below.marker and above.marker and (begins or _marker_kind(below.marker) != _marker_kind(above.marker))
    if (
        inner
        and begins
        and not text.rstrip().endswith((".", ";", ",", ":", "–", "and"))
        and len(text.split()) <= _SHORTEST_LEAD
    ):
        return True
    return bool(inner) and text.rstrip().endswith((":", ":-", "–")) and entry_leads_in(text.rstrip(" :–-"))


_SHORTEST_LEAD = 5  # words, "that in consequence" over a list


def _resumes(paragraphs: Sequence[Paragraph], j: int, sign: str, text: str) -> bool:
    """Whether the list goes on after a line or two between its entries: a subheading, a second paragraph."""
    short = len(text) < 80 and not text.rstrip().endswith((":", ":-", "–"))
    return _goes_on_after(paragraphs, j, sign) or (short and any(p.marker for p in paragraphs[j + 1 : j + 2]))


def headless(document: Document, paragraphs: Sequence[Paragraph], taken: set[int]) -> list[int]:
    """Clauses whose heading was lost: a list in which every entry opens with "That", or a closing list of orders."""
    runs, led_in = _lists(document, paragraphs, taken)
    sayings = [run for run in runs if len(run) > 1 and all(THAT.match(document.slice(paragraphs[j].span)) for j in run)]
    if found := [j for run in sayings for j in run]:
        return found
    if runs and _is_last(document, paragraphs, runs[-1][-1]):
        last = runs[-1]
        sure, fit = _judged(document, paragraphs, last)
        if len(last) > 1 and sum(sure) >= 0.5 * len(last) and sum(fit) >= 0.8 * len(last):
            return _with_outer(document, paragraphs, last, taken)
        return _tail(last, sure, fit)
    if led_in and _is_last(document, paragraphs, led_in[-1][-1]):
        if _are_orders(document, paragraphs, led_in[-1]):
            return led_in[-1]
        return _tail(led_in[-1], *_judged(document, paragraphs, led_in[-1]))
    return []


_NO_LEAD = re.compile(
    r"\b(?:recommend|propos|option|suggest|ask|request|consider(?!ation,|ed the report)|motion(?! carried)|sought|seek|points|issues|comments|amend|had|invit|wish|want)",
    re.IGNORECASE,
)


def _are_orders(document: Document, paragraphs: Sequence[Paragraph], run: list[int]) -> bool:
    """Whether the entries below a line that ends in a colon are orders, each of them, and the line offers none for others."""
    lead = document.slice(paragraphs[run[0] - 1].span)
    opens = lead.rstrip().endswith((":", ":-")) and not _NO_LEAD.search(lead)
    return opens and all(is_order(document.slice(paragraphs[j].span)) for j in run)


def _judged(document: Document, paragraphs: Sequence[Paragraph], run: list[int]) -> tuple[list[bool], list[bool]]:
    """Of each entry, whether it surely reads as a decision, and whether it can be one."""
    texts = [document.slice(paragraphs[j].span) for j in run]
    return [is_clause(text) for text in texts], [may_be_clause(text) for text in texts]


def _tail(run: list[int], sure: list[bool], fit: list[bool]) -> list[int]:
    """The orders at the end of a list of what was said: two bulleted lists that ran together."""
    tail = next((n for n, ok in enumerate(reversed(fit)) if not ok), len(run))
    return run[-tail:] if tail > 1 and sum(sure[-tail:]) * 2 >= tail and tail * 2 <= len(run) else []


def _with_outer(document: Document, paragraphs: Sequence[Paragraph], run: list[int], taken: set[int]) -> list[int]:
    """The run with the entries of other kinds right above it: a closing list may hold lists."""
    above = []
    for j in range(run[0] - 1, -1, -1):
        paragraph = paragraphs[j]
        if paragraph.section == "margin":
            continue
        if not paragraph.marker or j in taken or not is_clause(document.slice(paragraph.span)):
            break
        above.append(j)
    return above[::-1] + run


def _lists(
    document: Document, paragraphs: Sequence[Paragraph], taken: set[int]
) -> tuple[list[list[int]], list[list[int]]]:
    """The runs of paragraphs with markers of one kind; apart, those under a lead-in ("The recommendations were:")."""
    free: list[list[int]] = []
    led: list[list[int]] = []
    runs = free
    kind = ""
    for j, paragraph in enumerate(paragraphs):
        if paragraph.section == "margin":
            continue
        text = document.slice(paragraph.span)
        here = _marker_kind(paragraph.marker) or ("that" if text.startswith("That ") else "")
        usable = here and j not in taken and paragraph.section != "description" and not paragraph.cells
        if usable and len(free) > 1 and _goes_on_around(document, paragraphs, free[-2][-1], j):
            inside = free.pop()  # the list inside its last entry: clauses themselves, or what one is about
            free[-1].extend(n for n in inside if is_clause(document.slice(paragraphs[n].span)))
            runs, kind = free, here
        goes_on = bool(usable and free and not kind and _goes_on(document, paragraphs, free[-1][-1], j))
        if usable and ((here == kind and runs) or goes_on):
            runs = free if goes_on else runs
            runs[-1].append(j)
        elif usable:
            above = document.slice(paragraphs[j - 1].span) if j > 0 and not kind else ""
            led_in = bool(LED_IN.search(above[-80:]) or _REASONS.match(above))
            runs = led if led_in else free
            runs.append([j])
        kind = here if usable else ""
    return free, led


_REASONS = re.compile(r"\W*(?:reasons?|alternatives?|(?:other |alternative )?options?)\b[^.;]{0,60}$", re.IGNORECASE)
_SHORT = 100  # characters of a line of names between two entries


def _goes_on(document: Document, paragraphs: Sequence[Paragraph], i: int, j: int) -> bool:
    """Whether entry `j` is the next of the list of entry `i`, with short lines without a stop between them."""
    between = paragraphs[i + 1 : j]
    short = all(
        not p.marker and p.span.end - p.span.start < _SHORT and not document.slice(p.span).endswith(".")
        for p in between
    )
    return bool(between) and short and follows_on(paragraphs[i].marker, paragraphs[j].marker)


def _goes_on_around(document: Document, paragraphs: Sequence[Paragraph], i: int, j: int) -> bool:
    """Whether entry `j` is the next of the list of entry `i`, which a list of bullets stands inside."""
    return (
        follows_on(paragraphs[i].marker, paragraphs[j].marker)
        and document.slice(paragraphs[i].span).rstrip().endswith((":", ":-", "–"))
        and all(_marker_kind(p.marker) == "bullet" for p in paragraphs[i + 1 : j])
    )


def _marker_kind(marker: str) -> str:
    """Bullets, letters and numbers are lists of different kinds."""
    core = marker.strip("().")
    return (
        ""
        if not marker
        else "number"
        if core[:1].isdigit()
        else "letter"
        if core.isalpha() and core != "o"
        else "bullet"
    )


def _is_last(document: Document, paragraphs: Sequence[Paragraph], j: int) -> bool:
    """Whether nothing but a line or two follows paragraph `j`."""
    rest = [p for p in paragraphs[j + 1 :] if p.section != "margin"]
    return sum(p.span.end - p.span.start for p in rest) < 200

"""What the body formally decided in an item: the clauses under RESOLVED, AGREED, Decision and their like.

Informal agreement in the discussion is left out, and so is what others had resolved before. Where the heading was
lost, closing clauses that can be nothing else ("(a) That the report be noted; …") still count.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ..document import Document, Span
from ..records import Paragraph, Resolution
from ..sentences import split
from ..sheets.columns import LONGEST_LINE, heads_flat_sheet, heads_sheet
from .clauses import is_lead_only, is_order, kind_of, trim
from .decision_tables import tabled
from .headed import without_account
from .leads import BODY, CLOSING, HEADS
from .lists import clauses_of, headless, is_rest, listed
from .motions import carried
from .offered import RECOMMENDED, find_offered
from .openings import Clause, opening

_RECOMMENDED_THAT = re.compile(r"(?:RECOMMENDATION|Recommendation)\s*[:–—-]+\s*(?=That\s)")
_WORD = re.compile(r"\w+")
_MOST = 40  # clauses under "Decision:" that a later one is compared with
_EMPTY = frozenset(("that", "the", "a", "be", "to", "and", "accordingly", "unanimously", "so", "above", "as"))
_NEXT_MEETING = re.compile(
    r"\bnext meeting (?:would|will)|no (?:substitute|apologies|declarations)|there (?:were|was) no", re.IGNORECASE
)
_AGREED_NOTED = re.compile(
    r"[Ii]t was (?:\w+ )?agreed that (?P<clause>[^.;]{3,240}?\bbe (?:noted|approved|adopted|accepted|endorsed|received|granted|supported)\b[^;]*)"
)


def find(
    document: Document, paragraphs: Sequence[Paragraph], weak: bool = True
) -> tuple[list[Resolution], dict[int, str]]:
    """The clauses decided, and what each paragraph is that holds nothing else: "resolution", or "offered" where a report
    recommended it before something else was decided.

    Without `weak` only what a deciding word opens counts: a table of actions quotes many a clause of other meetings.
    """
    paragraphs = without_account(document, [_decision_cell(document, paragraph) for paragraph in paragraphs])
    offered = find_offered(document, paragraphs)
    quoted = _quoted(document, paragraphs) | offered
    found, whole = _opened(document, paragraphs, quoted)
    found = tabled(document, paragraphs) + found
    weak = weak and not any(_heads_sheet(document, paragraphs, i) for i in range(len(paragraphs)))
    if weak and (not found or not _reaches_end(paragraphs, found)):
        tail = headless(document, paragraphs, whole | quoted)
        found.extend(clauses_of(document, paragraphs, tail))
        whole.update(tail)
    if weak and not found:
        found.extend(
            [(span, "") for span in carried(document, paragraphs)]
            or _recommended(document, paragraphs, whole)
            or _closing_sentence(document, paragraphs)
        )
    adopted = any(_ADOPTS.search(document.slice(span)) for span, _ in found)
    sections = dict.fromkeys(() if adopted else offered, "offered") | dict.fromkeys(whole, "resolution")
    return _records(document, paragraphs, found), sections


def _opened(document: Document, paragraphs: Sequence[Paragraph], quoted: set[int]) -> tuple[list[Clause], set[int]]:
    """The clauses that a deciding word opens, and the paragraphs that hold nothing else; what is quoted opens none."""
    found: list[Clause] = []
    whole: set[int] = set()
    i = 0
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        may_open = i not in quoted and paragraph.section not in ("description", "margin") and len(paragraph.cells) <= 2
        opened = opening(document, paragraphs, i) if may_open else None
        i += 1
        if opened is None:
            continue
        clauses, lists_follow = opened
        whole_clauses = _with_rest(document, paragraphs, i, clauses)
        found.extend(whole_clauses)
        i += whole_clauses != clauses
        if lists_follow:
            taken = list(listed(document, paragraphs, i))
            found.extend(clauses_of(document, paragraphs, taken))
            whole.update(taken if clauses or not taken or _tells_more(document, paragraph) else [i - 1, *taken])
            i = taken[-1] + 1 if taken else i
    return found, whole


def _with_rest(document: Document, paragraphs: Sequence[Paragraph], i: int, clauses: list[Clause]) -> list[Clause]:
    """The clauses, the last with the line below it where it was cut in two: "… of the meeting held on", "3 May be signed"."""
    if not clauses or i >= len(paragraphs) or clauses[-1][0].end < paragraphs[i - 1].span.end:
        return clauses
    text = document.slice(paragraphs[i].span)
    if not is_rest(document.slice(clauses[-1][0]), paragraphs[i], text, True) or paragraphs[i].section == "margin":
        return clauses
    span, sign = clauses[-1]
    return [*clauses[:-1], (Span(span.start, paragraphs[i].span.end), sign)]


_LEAST_DECISION = 25  # characters


def _decision_cell(document: Document, paragraph: Paragraph) -> Paragraph:
    """The first cell of a row that opens with the decision, without how it went and who acts: "RESOLVED: That … | Agreed"."""
    if not paragraph.cells:
        return paragraph
    first = paragraph.cells[0]
    if first == paragraph.span or not HEADS.match(document.slice(first)):
        return paragraph
    if first.end - first.start < _LEAST_DECISION:  # "Resolved | that | 1. | …"
        return (
            replace(paragraph, cells=())
            if is_lead_only(document.slice(first)) and len(paragraph.cells) > 2
            else paragraph
        )
    return replace(paragraph, span=first, cells=())


_LONGEST_LEAD = 100  # characters of "RESOLVED to RECOMMEND to Council -", which says nothing but that a list follows


def _tells_more(document: Document, paragraph: Paragraph) -> bool:
    """Whether the words that lead in a list of clauses tell of the discussion as well."""
    text = document.slice(paragraph.span)
    return len(text) > _LONGEST_LEAD or len(split(text)) > 1


def _heads_sheet(document: Document, paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a row, or the lines from paragraph `i`, head a sheet of actions: it quotes what was decided elsewhere."""
    cells = paragraphs[i].cells
    if cells:
        return len(cells) > 2 and heads_sheet([document.slice(cell).strip() for cell in cells])
    if paragraphs[i].span.end - paragraphs[i].span.start > LONGEST_LINE:
        return False
    lines = takewhile(lambda paragraph: not paragraph.cells, islice(paragraphs, i, None))
    return heads_flat_sheet(document.slice(paragraph.span).strip() for paragraph in lines)


_LONGEST_QUOTE = 12  # paragraphs


def _quoted(document: Document, paragraphs: Sequence[Paragraph]) -> set[int]:
    """The paragraphs inside a quotation that runs over several, as the text of a motion does."""
    out: set[int] = set()
    for i, paragraph in enumerate(paragraphs):
        text = document.slice(paragraph.span)
        if i in out or text[:1] not in ("“", '"') or text.count('"') % 2 == 0 and text.count("“") <= text.count("”"):
            continue
        for j in range(i + 1, min(i + _LONGEST_QUOTE, len(paragraphs))):
            later = document.slice(paragraphs[j].span)
            if later.count('"') % 2 or later.count("”") > later.count("“"):
                out.update(range(i, j + 1))
                break
    return out


# the recommendations become the decision, and what they ask for is to be done
_ADOPTS = re.compile(
    r"\b(?:recommendations?|proposals?)\b[^.;]{0,60}\b(?:be|are|were)\s+(?:\w+ly )?(?:agreed|approved|adopted|accepted|endorsed|supported)"
    r"|\b(?:agree|approve|adopt|accept|endorse)[sd]?\s+(?:\w+\s+){0,3}(?:recommendations?|proposals?)\b|\bas (?:recommended|set out in the report)\b",
    re.IGNORECASE,
)


def _records(document: Document, paragraphs: Sequence[Paragraph], found: list[Clause]) -> list[Resolution]:
    """Resolutions in order of place; a decision printed twice, under "Decision:" and in the minutes, counts once."""
    out: list[Resolution] = []
    exact: set[str] = set()
    above: list[frozenset[str]] = []  # the words of the clauses under "Decision:"
    headed = [p.span for p in paragraphs if p.section == "decision"]
    end = 0
    for span, number in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        span = trim(document, span)
        if span.end <= end:
            continue  # it stands inside the clause before
        end = span.end
        text = document.slice(span)
        words = [word for word in _WORD.findall(text.lower()) if word not in _EMPTY]
        key = " ".join(words)
        here = frozenset(words)
        is_headed = any(place.start <= span.start < place.end for place in headed[:_MOST])
        again = not is_headed and any(len(here & other) >= 0.85 * max(len(here), len(other)) for other in above[:_MOST])
        if not any(word[0].isalpha() for word in words) or key in exact or again:
            continue
        exact.add(key)
        if is_headed:
            above.append(here)
        out.append(Resolution(span, " ".join(text.split()), number, kind_of(text)))
    return out


def _recommended(document: Document, paragraphs: Sequence[Paragraph], whole: set[int]) -> list[Clause]:
    """The list under the last "Recommendations:" of an item in which nothing else was decided, or the clause behind it."""
    last = next((p for p in reversed(paragraphs) if p.section not in ("margin", "description")), None)
    alone = _RECOMMENDED_THAT.match(document.slice(last.span)) if last else None
    if last and alone:
        return [(Span(last.span.start + alone.end(), last.span.end), "")]
    for i in range(len(paragraphs) - 1, -1, -1):
        if paragraphs[i].section == "minutes" and RECOMMENDED.match(document.slice(paragraphs[i].span)):
            taken = list(listed(document, paragraphs, i + 1))
            whole.update(taken)
            return clauses_of(document, paragraphs, taken)
    return []


def _reaches_end(paragraphs: Sequence[Paragraph], found: list[Clause]) -> bool:
    """Whether the last clause found stands in the last paragraphs of the item."""
    last = [p for p in paragraphs if p.section not in ("margin", "description")][-1:]
    return bool(last) and max(span.end for span, _ in found) >= last[0].span.start


_THAT_ALONE = re.compile(r"That\s.{5,200}\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|t|d)\b")
# "The Committee notes the report and agrees the programme."
_CLOSES_NOW = re.compile(
    rf"{BODY} (?:therefore )?(?:notes?|agrees?|approves?|endorses?|supports?|recommends?|resolves?|adopts?|requests?|welcomes?)\b"
)
_FIRST = ("1", "a", "i", "A", "I")  # the sign of a list of one
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}\.\d{1,2}\.?$")


def _closing_sentence(document: Document, paragraphs: Sequence[Paragraph]) -> list[Clause]:
    """ "The Committee noted the presentation." as the item's last words, where nothing else was decided."""
    out: list[Clause] = []
    for paragraph in reversed(paragraphs):
        if paragraph.section in ("margin", "description") or paragraph.cells:
            continue
        text = document.slice(paragraph.span)
        noted = _AGREED_NOTED.search(text)
        if noted and not out:
            start = paragraph.span.start
            return [(Span(start + noted.start("clause"), start + noted.end("clause")), "")]
        that = _THAT_ALONE.match(text) or is_order(text)
        sign = paragraph.marker.strip("().")
        apart = (
            not sign or _PARAGRAPH_NUMBER.match(paragraph.marker) or (that and (not sign.isalnum() or sign in _FIRST))
        )
        one = len(text) < 260 and bool(apart) and len(split(text)) == 1 and not text.endswith((":", ":-"))
        if not one or not (CLOSING.match(text) or _CLOSES_NOW.match(text) or that) or _NEXT_MEETING.search(text):
            break
        out.append((paragraph.span, ""))
    return out[::-1]

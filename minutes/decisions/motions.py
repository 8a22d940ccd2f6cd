"""Motions told in prose: what was moved, and whether it was carried.

"It was moved by … that the report be noted. The motion was carried." "PROPOSED by … SECONDED by … That … CARRIED".
"""

import re
from collections.abc import Sequence
from itertools import islice

from ..document import Document, Span
from ..records import Paragraph

_MOVES = re.compile(
    r"\b(?:moved|proposed)(?=\s+(?:by|that|to|from|and|as)\b|\s*[,:–-]|\s+(?-i:[A-Z])|\s*$)|\bseconded\b", re.IGNORECASE
)
_FORMAL = re.compile(
    r"\bseconded\b|\bmotion\b|\bproposition\b|\b(?:the|this) (?:proposal|recommendation)s? (?:was|were)\b",
    re.IGNORECASE,
)
# what stands between who moved and what was moved: "that", "to", a dash
_WORDS = re.compile(
    r"(?:\b(?:that|That|THAT)\s+|(?<!relation )(?<!regard )(?<!respect )(?<!subject )(?<!response )(?<!relating )(?<!due )\bto\s+(?=[a-z])|\s[–-]\s+(?=That|To)|:\s+(?=[\"“]?(?:That|To)\b))(?P<clause>[^.;]{10,400})"
)
# what was moved and what became of it in one sentence: "the proposal to replace the gate was carried by 5 votes to 2"
_PUT = re.compile(
    r"\b(?:motion|proposal|proposition|recommendation),? (?:that|to) (?P<clause>[^.;]{10,300}?),? (?:was|were) (?:then |duly )?(?:put(?: to the vote)? and )?(?:then |duly |unanimously )?"
    r"(?:carried|agreed|approved|passed|adopted)\b(?!,? (?:by|at) (?:the )?(?:Cabinet|Council|Executive)\b)"
)
# "MOTION: That …", "Motion by Cllr Ash: that …"
_MOTION = re.compile(r"(?:MOTION|Motion)(?: (?:by|from) [^.:;]{3,60})?\s*[:–-]\s*(?P<clause>[Tt]hat\s[^.;]{10,400})")
_TEXT = re.compile(r"[\"“]?(?:That|To)\s")
_WON = re.compile(
    r"\b(?:carried|agreed|approved|accepted|passed|all in favour|all were in favour|unanimous(?:ly)?|supported by all|adopted|nem\.? con)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|fell|falls|defeated|not (?:carried|agreed|approved|accepted|supported|passed)|rejected|withdrawn|withdrew|no seconder|not seconded|ruled out|declined|failed|negatived)\b",
    re.IGNORECASE,
)
_MOST = 20  # motions looked for in one paragraph
_REACH = 2  # paragraphs below a motion in which its fate is looked for
_FAR = 500  # characters of each
_WIDE = 700  # characters from the name of who moved it to the end of what was moved
_STOP = re.compile(r"(?<!Cllr)(?<!Cllrs)[.;]")


def carried(document: Document, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The words of the motions that were carried, in order of place."""
    out: list[Span] = []
    for i, paragraph in enumerate(paragraphs):
        if paragraph.section != "minutes" or paragraph.cells:
            continue
        text = document.slice(paragraph.span)
        if put := _PUT.search(text):
            start, end = put.span("clause")
            out.append(Span(paragraph.span.start + start, paragraph.span.start + end))
            continue
        if motion := _MOTION.match(text):
            fate = [text[motion.end() :], *(document.slice(p.span)[:_FAR] for p in paragraphs[i + 1 : i + 1 + _REACH])]
            start, end = motion.span("clause")
            out.extend([Span(paragraph.span.start + start, paragraph.span.start + end)] if _is_won(fate) else [])
            continue
        moves = list(islice(_MOVES.finditer(text), _MOST))
        if not moves or not any(_FORMAL.search(document.slice(p.span)) for p in paragraphs[i : i + 1 + _REACH]):
            continue
        for motion, end in _motions(text, [match.start() for match in moves]):
            after = [text[motion.end() : end]]
            if end == len(text):
                after += [document.slice(p.span)[:_FAR] for p in paragraphs[i + 1 : i + 1 + _REACH]]
            if _is_won(after):
                start = paragraph.span.start
                out.append(Span(start + motion.start("clause"), start + motion.end("clause")))
        if not _WORDS.search(text, moves[-1].start()) and (below := _below(document, paragraphs, i)):
            out.append(below)
    return out


def _motions(text: str, moves: list[int]) -> list[tuple[re.Match[str], int]]:
    """Each motion told in a paragraph, and where what is told of it ends: at the next motion, or with the paragraph."""
    found: list[re.Match[str]] = []
    for place in moves:
        match = _WORDS.search(text, place, place + _WIDE)
        if match and not _STOP.search(text, place, match.start()) and (not found or match.start() > found[-1].end()):
            found.append(match)
    ends = [max([place for place in moves if place < later.start()], default=0) for later in found[1:]]
    return list(zip(found, [*ends, len(text)], strict=True)) if found else []


def _below(document: Document, paragraphs: Sequence[Paragraph], i: int) -> Span | None:
    """The motion that stands in the paragraph below "Moved by …, seconded by …", where it was carried."""
    below = paragraphs[i + 1 : i + 3]
    for n, paragraph in enumerate(below):
        if _TEXT.match(document.slice(paragraph.span)):
            fate = [document.slice(p.span)[:_FAR] for p in paragraphs[i + n + 2 : i + n + 2 + _REACH]]
            return paragraph.span if _is_won(fate) else None
    return None


def _is_won(after: Sequence[str]) -> bool:
    """Whether the first word on a motion's fate is that it was carried."""
    for words in after:
        won, lost = _WON.search(words), _LOST.search(words)
        if won or lost:
            return won is not None and (lost is None or won.start() < lost.start())
        if _MOVES.search(words):
            return False
    return False

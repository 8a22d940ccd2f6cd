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
_REACH = 2  # paragraphs below a motion in which its fate is looked for, those on an amendment to it not counted
_MOST_AMENDING = 6
_FAR = 500  # characters of each
_WIDE = 700  # characters from the name of who moved it to the end of what was moved
_STOP = re.compile(r"(?<!Cllr)(?<!Cllrs)[.;]")
# told of as what is moved or voted on; "carried with the amendment" tells of the motion
_AMENDMENT = re.compile(
    r"\b(?:an?|the|this|first|second|further|mover of the) (?:\w+ )?amendment\b(?<!with the amendment)(?<!to the amendment)|^AMENDMENT\b|\bas an amendment\b",
    re.IGNORECASE,
)
_MAIN = re.compile(r"\b(?:substantive|original|main) (?:motion|proposal|proposition|recommendation)", re.IGNORECASE)
_MOTION_AGAIN = re.compile(r"\b(?:motion|proposal|proposition|recommendations?)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
# what stands behind the words moved: ", seconded by Cllr Elm", ", was put to the vote and lost"
_BEHIND = re.compile(r",? (?:and |which )?(?:seconded\b|(?:was|were) (?:then |duly )?(?:put|seconded|carried|lost)\b)")


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
            amends = _amends(text, motion.start())
            start, stop = motion.span("clause")
            behind = _BEHIND.search(text, start, stop)
            stop = behind.start() if behind else stop
            after = [text[stop:end]]
            if end == len(text) or (not amends and _AMENDMENT.search(text, end)):
                after = [text[stop:], *_below_motion(document, paragraphs, i)]
            if _is_won(after, amends):
                out.append(Span(paragraph.span.start + start, paragraph.span.start + stop))
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


def _amends(text: str, place: int) -> bool:
    """Whether what is moved at a place is an amendment: the word stands before it in its sentence."""
    sentence = max(text.rfind(". ", 0, place), 0)
    return bool(_AMENDMENT.search(text, sentence, place))


def _below_motion(document: Document, paragraphs: Sequence[Paragraph], i: int) -> list[str]:
    """The next few paragraphs, in which a motion's fate is told; those on an amendment to it are read as well."""
    out: list[str] = []
    plain = 0
    for paragraph in paragraphs[i + 1 : i + 1 + _MOST_AMENDING]:
        words = document.slice(paragraph.span)[:_FAR]
        out.append(words)
        plain += not _AMENDMENT.search(words)
        if plain == _REACH:
            break
    return out


def _below(document: Document, paragraphs: Sequence[Paragraph], i: int) -> Span | None:
    """The motion that stands in the paragraph below "Moved by …, seconded by …", where it was carried."""
    below = paragraphs[i + 1 : i + 3]
    for n, paragraph in enumerate(below):
        if _TEXT.match(document.slice(paragraph.span)):
            fate = _below_motion(document, paragraphs, i + n + 1)
            second = any(_MOVES.search(document.slice(p.span)) for p in paragraphs[max(0, i - _REACH) : i])
            return paragraph.span if _is_won(fate, second and any(map(_AMENDMENT.search, fate))) else None
    return None


def _is_won(after: Sequence[str], amends: bool = False) -> bool:
    """Whether the first word on a motion's fate is that it was carried; what is told of an amendment is not of the motion."""
    for passage in after:
        words = passage
        if amends or _AMENDMENT.search(passage):
            sentences = _SENTENCE.split(passage)
            others = _on_the_motion(sentences) if amends else _on_an_amendment(sentences)
            if not amends and any(_WON.search(s) and not _LOST.search(s) for s in others):
                return False  # the motion was altered
            words = " ".join(s for s in sentences if s not in others)
        won, lost = _WON.search(words), _LOST.search(words)
        if won or lost:
            return won is not None and (lost is None or won.start() < lost.start())
        if _MOVES.search(words):
            return False
    return False


def _on_the_motion(sentences: Sequence[str]) -> list[str]:
    return [s for s in sentences if _MAIN.search(s) and not _AMENDMENT.search(s)]


def _on_an_amendment(sentences: Sequence[str]) -> list[str]:
    """The sentences that tell of an amendment: from the one that names it to the one that comes back to the motion."""
    out: list[str] = []
    on = False
    for sentence in sentences:
        on = bool(_AMENDMENT.search(sentence)) or (on and not _MOTION_AGAIN.search(sentence))
        out.extend([sentence] if on else [])
    return out

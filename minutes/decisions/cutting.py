"""Clauses that run on inside a sentence, cut at their signs: "(i) that the report be noted; and (ii) that …"."""

import re

from ..document import Document, Span
from ..records import Paragraph
from .clauses import is_clause, is_lead_only, may_be_clause

_INLINE = re.compile(r"\(?(?P<sign>[a-z]|[ivx]{1,5}|\d{1,2})[.)](?=\s)", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\s)(?P<sign>[•·▪●])\s")
_OPENS_LIST = re.compile(
    r"^\s*$|[:;,–—-]\s*(?:that|to)?\s*$|\b(?:that|to|the|be|committee|panel|board|commission|cabinet|executive|members|following)\s*$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;,.:]\s*(?:and|or|but)?\s*$|\band\s*$|^\s*$")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


_SIGNED = re.compile(
    r"(?:that|to)\s+(?P<sign>\((?:a|i|1)\))\s+", re.IGNORECASE
)  # "that (a) the report be noted;" over (b)


def entry(document: Document, paragraph: Paragraph) -> list[tuple[Span, str]]:
    """The clauses of one entry of a list: mostly one, but more where the entries after it run on in its paragraph."""
    if is_lead_only(document.slice(paragraph.span)):
        return []
    found = split_inline(document, paragraph.span, paragraph.marker)
    if found or paragraph.marker:
        return found or [(paragraph.span, paragraph.marker)]
    signed = _SIGNED.match(document.slice(paragraph.span))
    first = [(Span(paragraph.span.start + signed.end(), paragraph.span.end), signed["sign"])] if signed else []
    return first or split_that(document, paragraph.span) or [(paragraph.span, "")]


def _follows(before: str, after: str) -> bool:
    """Whether `after` is the next sign of a list after `before`: a b, i ii, 1 2."""
    if before.isdigit() or after.isdigit():
        return before.isdigit() and after.isdigit() and int(after) == int(before) + 1
    before, after = before.lower(), after.lower()
    if before in ROMAN and after in ROMAN and ROMAN.index(after) == ROMAN.index(before) + 1:
        return True
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


def follows_on(marker: str, later: str) -> bool:
    """Whether a marker is the next one of the same list: (a) (b), 1. 2., 33.1 33.2."""
    before, after = marker.strip("(). "), later.strip("(). ")
    frames = marker.replace(before, "", 1), later.replace(after, "", 1)
    over, before = before.rpartition(".")[::2]
    under, after = after.rpartition(".")[::2]
    if over != under:
        return False  # 33.4 and 34.1
    return bool(before and after) and frames[0] == frames[1] and _follows(before, after)


def split_inline(document: Document, span: Span, marker: str = "") -> list[tuple[Span, str]]:
    """The clauses of "(i) that the report be noted; and (ii) that …" in one paragraph.

    With a `marker` the paragraph itself is the entry so marked, and only the entries after it are looked for. What
    stands before the first sign is a clause where it decides something itself. Empty where there is no such list.
    """
    text = document.slice(span)
    own = marker.strip("(). ")
    if not own and len(bullets := list(_BULLET.finditer(text))) > 1:
        ends = [bullet.start() for bullet in bullets[1:]] + [len(text)]
        return [(Span(span.start + b.end(), span.start + end), b["sign"]) for b, end in zip(bullets, ends, strict=True)]
    marks = [(0, 0, own)] if own else []
    for match in _INLINE.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not marks:
            if match["sign"].lower() in ("a", "i", "1") and _OPENS_LIST.search(
                text[max(0, match.start() - 40) : match.start()]
            ):
                marks.append((match.start(), match.end(), match["sign"]))
        elif _follows(marks[-1][2], match["sign"]) and (_BREAK.search(before) or _stands_out(text, match)):
            marks.append((match.start(), match.end(), match["sign"]))
    if len(marks) == 1 and own:
        return _nested(document, span, own)
    if not marks or (len(marks) == 1 and marks[0][0] > len(text) - len(text.lstrip())):
        return []
    return _cut(document, span, marks, own)


_THAT_OR_TO = re.compile(r"\s*(?:[Tt]hat|THAT|[Tt]o [a-z])")
_CROSS_REFERENCE = re.compile(r"\s*(?:(?:above|below|of|and|or)\b|to\s+(?:\(\w{1,4}\)|\d))", re.IGNORECASE)


def _stands_out(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign opens an entry without a stop before it: "(a) the report be noted (b) the Clerk write to …"."""
    stands = sign.group().endswith(")") or bool(_THAT_OR_TO.match(text, sign.end()))
    return stands and text[sign.start() - 1 : sign.start()].isspace() and not _CROSS_REFERENCE.match(text, sign.end())


_SEMICOLON = re.compile(r";\s*(?:(?:and|further|also)\s+)*", re.IGNORECASE)
_AND_THAT = re.compile(r";\s*(?:(?:and|further|also)\s+)*(?=(?:that|to|not to)\s)", re.IGNORECASE)


def split_that(document: Document, span: Span) -> list[tuple[Span, str]]:
    """The clauses of "that the report be noted; and that thanks be given" without signs; empty where there is one only."""
    sign = _SEMICOLON if _each_may_be(document.slice(span)) else _AND_THAT
    ends = [(match.start(), match.end()) for match in sign.finditer(document.text, span.start, span.end)]
    if not ends:
        return []
    starts = [span.start] + [after for _, after in ends]
    return [
        (Span(start, end), "") for start, end in zip(starts, [before for before, _ in ends] + [span.end], strict=True)
    ]


def _each_may_be(text: str) -> bool:
    """Whether every part between semicolons can be a clause, the first surely: "To note it; the Clerk to write; …"."""
    first, *others = [part for part in _SEMICOLON.split(text) if part.strip()]
    return bool(others) and is_clause(first) and all(may_be_clause(part) for part in others)


def _cut(document: Document, span: Span, marks: list[tuple[int, int, str]], own: str) -> list[tuple[Span, str]]:
    """The clauses between the signs; what stands before the first is one where it decides something itself."""
    text = document.slice(span)
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    found = [
        (Span(span.start + begin, span.start + end), sign) for (_, begin, sign), end in zip(marks, ends, strict=True)
    ]
    if not own and _decides(text[: marks[0][0]].strip(" :;,–—-")):
        found.insert(0, (Span(span.start, span.start + marks[0][0]), ""))
    return found


def _nested(document: Document, span: Span, own: str) -> list[tuple[Span, str]]:
    """The entries of a list inside an entry, where a colon opens it: "(2) the following be approved: (i) …; (ii) …"."""
    colon = document.slice(span).find(":")
    if colon < 0 or own.lower() == "i":
        return []
    inner = split_inline(document, Span(span.start + colon + 1, span.end))
    if len(inner) < 2:
        return []
    decides = _decides(document.text[span.start : span.start + colon])
    return ([(Span(span.start, span.start + colon + 1), own)] if decides else []) + inner


_FEWEST = 8  # words


def _decides(lead: str) -> bool:
    """Whether what stands before a list is a clause itself."""
    return len(lead.split()) >= _FEWEST and not is_lead_only(lead) and is_clause(lead)

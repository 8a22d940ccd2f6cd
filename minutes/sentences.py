"""Splits a stretch of text into sentences. Knows the abbreviations of minutes ("Cllr.", "No. 26", "6.30 p.m.").

It refuses to guess: where a full stop may belong to an abbreviation, the sentence goes on.
"""

import re

from .document import Span

# Abbreviations whose stop does not end a sentence when words follow.
_TITLES = frozenset(
    "cllr cllrs mr mrs ms miss dr prof rev revd st hon sir ald capt col lt sgt insp supt messrs no nos para paras p pp "
    "vs viz cf ref refs sec fig art ch approx dept ext tel inc e.g i.e eg ie hon. rt sch app vol min max".split()
)
# Abbreviations that may end a sentence: they do when the next word starts one.
_MAYBE = frozenset("a.m p.m am pm etc co ltd plc bros jan feb mar apr jun jul aug sep sept oct nov dec al".split())
_END = re.compile(r"""[.?!;:\n](?:(?<=[.?!])[.?!]*["'”’)\]]{0,3}(?=\s|$)|(?<=[;:])(?=\s*\n)|(?<=\n))""")
_LAST_WORD = re.compile(r"[\w.’'&/-]+$")
_OPENERS = re.compile(r"""\s*["'“‘(\[•·–-]{0,3}\s?([A-Z0-9£])""")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between `start` and `end`, without the white space around them, in order."""
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends_sentence(text, begin, match, end):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop at `match` closes the sentence that began at `begin`."""
    if match.group()[0] in "\n;:":
        return True
    following = _OPENERS.match(text, match.end(), min(end, match.end() + 8))
    if following is None:
        return False  # a small letter follows: "approx. three", "p.m. on"
    if match.group() != ".":
        return True
    found = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    word = found.group() if found else ""
    lower = word.lower().strip("'’")
    if lower in _TITLES:
        return lower in ("no", "min", "max", "app", "art", "sec", "ch", "st") and not _goes_on(
            lower, following.group(1)
        )
    if lower in _MAYBE:
        return not following.group(1).isdigit()
    if _INITIAL.fullmatch(word):
        return _initial_ends(text, begin, found.start() if found else begin, match.end())
    # "1. The Chair": a number that opens the sentence is its marker, not a sentence
    return not (word.rstrip(".").isdigit() and text[begin : match.start()].strip() == word)


def _goes_on(word: str, following: str) -> bool:
    """Whether "No." (a number) or "St." (a name) is an abbreviation here, by what follows."""
    if word == "st":
        return following.isalpha()
    return following.isdigit()


_NAME_AFTER = re.compile(r"\s*(?:[A-Z]\.\s*)*[A-Z][a-zé’'-]+")
_BEFORE_INITIAL = re.compile(
    r"(?:^|[\s(])(?:Cllrs?\.?|Councillors?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Alderm[ae]n|and|,|[A-Z]\.)\s*$"
)


def _initial_ends(text: str, begin: int, start: int, after: int) -> bool:
    """Whether a lone capital with its stop ends the sentence: "Part A." does, "Councillor D. Elm" does not."""
    before = text[max(begin, start - 14) : start]
    if _BEFORE_INITIAL.search(before) or not before.strip():
        return False
    return _NAME_AFTER.match(text, after) is None or before.rstrip().lower().endswith(
        ("part", "appendix", "band", "option", "schedule", "bands", "annex", "section", "class")
    )

"""Which single capital words of a text are somebody's first name: "Simon to chase this" after "Simon Keogh, Manager"."""

import re
from collections import Counter
from functools import lru_cache

from .actors import is_nobody, names_post

_TITLES = "Cllr Councillor Mr Mrs Ms Miss Dr Prof Professor Alderman Sir Dame Lord Lady Baroness Rev".split()
_NAMED = re.compile(
    rf"\b(?=[A-Z])(?P<titled>(?:{'|'.join(_TITLES)})\.?\s)?\b(?P<first>[A-Z][a-zß-öø-ÿ]+)\s(?:(?:van|de|ap|von|der)\s)?(?P<last>[A-Z][\w’'-]+)(?P<after>\s*[,(–-]|\s*$)?",
    re.MULTILINE,
)
# those there by their first names alone: "Present: Bryn (chair), Cat, Maeve"
_ATTENDING = re.compile(
    r"^\s*(?:Present|In attendance|Also present|Attending|Attendees|Apologies)\b[^\n:]{0,20}:(?P<who>.{3,600})$",
    re.M | re.I,
)
_ALONE = re.compile(r"(?:^|[,;]|\band)\s*([A-Z][a-zß-öø-ÿ]+)(?=\s*(?:[,;(.]|and\b|$))")
_SURNAME_OF = re.compile(r"(?:[A-Z][\w.’'-]*|\b(?:van|de|ap|von|der))\s+$")
_NAME_LENGTH = 20  # characters before a word in which the rest of a name may stand
_MOST = 200_000  # characters of a document in which names are looked for


@lru_cache(maxsize=4)
def _first_names(text: str) -> frozenset[str]:
    """Words that stand as first names do: behind a title, or before a surname and a comma, bracket or line's end."""
    named = _NAMED.finditer(text, 0, _MOST)
    names = [n["first"] for n in named if n["titled"] or n["after"] is not None]
    for line in _ATTENDING.finditer(text, 0, _MOST):
        names += _ALONE.findall(line["who"])
    return frozenset(names).difference(_TITLES)


# what people do and bodies hardly ever: "Olu shared his slides", "Maxine talked them through it"; what may not stand
# before the name is asked for behind its first letter, which `re` looks for fast
_ACTS = re.compile(
    r"(?P<name>[A-Z](?<!\w.)(?<!the .)(?<!The .)[a-zß-öø-ÿ]{1,11})(?:\s+(?:also|then|has|had))?\s+(?:said|says|asked|asks|told|explained|explains|shared|introduced|talked|thinks|thought|believes|wondered|apologised|mentioned|"
    r"joined|left|chaired|laughed|went\s+through|took\s+us|ran\s+through|is\s+(?:happy|keen|going|looking|still|taking|doing|chasing|working|willing|away|off)|has\s+been\s+(?:through|to|talking)|held\s+up|pointed\s+out|nodded|laughed|rang|promised|offered|reminded|took|got|queried|will\s+(?:have|send|ask|look|get|do|check|chase|bring|find|ring|write)|to\s+(?:find|chase|ask|send|get|draft|look|ring|speak|talk|check|bring|sort|book|write)|has\s+(?:it|them|one)|(?:ca|did|does|had|has|could|is|was)n[’']t)\b"
)
_AT_LEAST = 2  # times that a word must act so


@lru_cache(maxsize=4)
def _acting(text: str) -> frozenset[str]:
    """Words that by themselves do what people do, more than once."""
    counts = Counter(
        found["name"]
        for found in _ACTS.finditer(text, 0, _MOST)
        if not _SURNAME_OF.search(text, max(0, found.start() - _NAME_LENGTH), found.start())
    )
    return frozenset([name for name, count in counts.items() if count >= _AT_LEAST and not is_nobody(name)])


@lru_cache(maxsize=4000)  # each asks the whole text
def is_first_name(word: str, text: str) -> bool:
    """Whether the text has the word as a first name, and never in small letters as it would "housing"."""
    if is_common(word, text) or names_post(word):
        return False
    return word in _first_names(text) or word in _acting(text)


@lru_cache(maxsize=4000)
def is_common(word: str, text: str) -> bool:
    """Whether the text has the word in small letters too."""
    small = word.lower()
    return f" {small} " in text or f" {small}," in text


@lru_cache(maxsize=4)
def _initials(text: str) -> frozenset[str]:
    """The initials of everybody who is named in full: "AB" of "Ann Birch, Tree Officer"."""
    return frozenset([named["first"][0] + named["last"][0] for named in _NAMED.finditer(text, 0, _MOST)])


def is_initials(word: str, text: str) -> bool:
    """Whether two or three capitals are the initials of somebody whom the text names."""
    return 2 <= len(word) <= 3 and word.isupper() and word[0] + word[-1] in _initials(text)

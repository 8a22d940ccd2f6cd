"""Which single capital words of a text are somebody's first name: "Simon to chase this" after "Simon Keogh, Manager"."""

import re
from functools import lru_cache

_TITLES = "Cllr Councillor Mr Mrs Ms Miss Dr Prof Professor Alderman Sir Dame Lord Lady Baroness Rev".split()
_NAMED = re.compile(
    rf"(?P<titled>\b(?:{'|'.join(_TITLES)})\.?\s)?\b(?P<first>[A-Z][a-zß-öø-ÿ]+)\s(?:(?:van|de|ap|von|der)\s)?(?P<last>[A-Z][\w’'-]+)(?P<after>\s*[,(–-]|\s*$)?",
    re.MULTILINE,
)
_MOST = 200_000  # characters of a document in which names are looked for


@lru_cache(maxsize=4)
def _first_names(text: str) -> frozenset[str]:
    """Words that stand as first names do: behind a title, or before a surname and a comma, bracket or line's end."""
    named = _NAMED.finditer(text, 0, _MOST)
    return frozenset([n["first"] for n in named if n["titled"] or n["after"] is not None]).difference(_TITLES)


@lru_cache(maxsize=4000)  # each asks the whole text
def is_first_name(word: str, text: str) -> bool:
    """Whether the text has the word as a first name, and never in small letters as it would "housing"."""
    small = word.lower()
    return f" {small} " not in text and f" {small}," not in text and word in _first_names(text)


@lru_cache(maxsize=4)
def _initials(text: str) -> frozenset[str]:
    """The initials of everybody who is named in full: "AB" of "Ann Birch, Tree Officer"."""
    return frozenset([named["first"][0] + named["last"][0] for named in _NAMED.finditer(text, 0, _MOST)])


def is_initials(word: str, text: str) -> bool:
    """Whether two or three capitals are the initials of somebody whom the text names."""
    return 2 <= len(word) <= 3 and word.isupper() and word[0] + word[-1] in _initials(text)

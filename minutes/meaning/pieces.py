"""Words → the numbers of their pieces, as the small language model was taught to read them (WordPiece).

Accents are taken off and capitals made small; a word that is not in the vocabulary is cut into the longest pieces
that are, the later ones marked "##".
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ..phrases.cue import plain

# piece → its number in the model, in order of the numbers
VOCABULARY: dict[str, int] = json.loads((Path(__file__).parent / "vocabulary.json").read_text())
START, BREAK, _UNKNOWN = (VOCABULARY[piece] for piece in ("[CLS]", "[SEP]", "[UNK]"))
_WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
_TOO_LONG = 40  # letters; a longer word is none


def pieces(words: str) -> list[int]:
    """The numbers of the pieces of some words, in order."""
    letters = unicodedata.normalize("NFD", plain(words))
    kept = "".join([letter for letter in letters if not unicodedata.combining(letter)])
    return [number for word in _WORD.findall(kept) for number in _pieces_of(word)]


@lru_cache(maxsize=20_000)
def _pieces_of(word: str) -> Sequence[int]:
    if len(word) > _TOO_LONG:
        return (_UNKNOWN,)
    found: list[int] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            number = VOCABULARY.get(("##" if at else "") + word[at:end])
            if number is not None:
                found.append(number)
                at = end
                break
        else:
            return (_UNKNOWN,)
    return tuple(found)

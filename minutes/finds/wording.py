"""How a sentence is worded: its words, what stands beside what, and of what class each is.

A second voice beside the named cues, for turns of phrase that no cue knows. What each name weighs is learned by
`benchmarks/learn_weights.py` and stands in `phrases.wording_weights`.
"""

import re
from functools import lru_cache

from ..phrases.lexicon import CLASS_OF, CLASSES

_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|[0-9]+|[?:;]")
_CUT = 7  # letters of a word that are kept
_SHORT = 4  # a word as short as this is mostly a preposition, and is its own class
_ENDINGS = ("ed", "ing", "ly")
_ONCE = frozenset(["...", "POST", "MR", "CLLR"])  # several of these in a row count as one
_TURNS = frozenset([*CLASSES, "^", "$", "?", ":", ";", "-ed"]) - {"THE", "HAD", "BE"}


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, str]:
    """The word cut short, and its class."""
    known = CLASS_OF.get(word)
    if known is None:
        if word[0].isdigit():
            known = "#"
        elif len(word) <= _SHORT:
            known = word
        else:
            known = next(("-" + ending for ending in _ENDINGS if word.endswith(ending)), "...")
    return word[:_CUT], known


@lru_cache(maxsize=8)  # a sentence is asked for again as the neighbour of the next
def shape(words: str) -> tuple[list[str], list[str]]:
    """(the words cut short, their classes) of a sentence made `plain`, each begun with ^ and ended with $."""
    cut, classes = ["^"], ["^"]
    for word in _TOKEN.findall(words):
        short, known = _read(word)
        cut.append(short)
        if known != classes[-1] or known not in _ONCE:
            classes.append(known)
    cut.append("$")
    classes.append("$")
    return cut, classes


def own_names(cut: list[str], classes: list[str]) -> list[str]:
    """The names under which a sentence's own wording is weighed, each once: words, classes, and what stands beside what.

    Once more by the classes alone that tell something, whatever stands between them: "ASK~DATA".
    """
    names = [word + "." for word in cut]
    names += map(" ".join, zip(cut, cut[1:], strict=False))
    names += classes
    names += map("+".join, zip(classes, classes[1:], strict=False))
    names += map("+".join, zip(classes, classes[1:], classes[2:], strict=False))
    turns = [known for known in classes if known in _TURNS]
    turns = [known for known, last in zip(turns, ["", *turns], strict=False) if known != last]
    names += map("~".join, zip(turns, turns[1:], strict=False))
    names += map("~".join, zip(turns, turns[1:], turns[2:], strict=False))
    return list(dict.fromkeys(names))


def beside_names(mark: str, classes: list[str]) -> list[str]:
    """The names of the wording of a neighbour: "<" before a class in the sentence before, ">" in the one after."""
    return [mark + name for name in dict.fromkeys(classes)]

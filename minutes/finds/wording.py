"""How a sentence is worded: its words, what stands beside what, and of what class each is.

A second voice beside the named cues, for turns of phrase that no cue knows. What each name weighs is learned by
`benchmarks/learn_weights.py` and stands in `phrases.wording_weights`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from sys import intern

from ..phrases.lexicon import CLASS_OF, CLASSES

_TOKEN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]+|[?:;]")
_CUT = 7  # letters of a word that are kept
_SHORT = 4  # a word as short as this is mostly a preposition, and is its own class; one of capitals somebody's initials
_SHORTEST = 2
_ENDINGS = ("ed", "ing", "ly")
_NAME, _INITIALS = "NAME", "INITIALS"  # of what begins with a capital inside a sentence, and of two to four capitals
_ONCE = frozenset(["...", "POST", "MR", "CLLR", _NAME])  # several of these in a row count as one
_TURNS = {
    known: intern("~" + known) for known in (*CLASSES, _NAME, "?", ":", ";", "-ed") if known not in ("THE", "HAD", "BE")
}

_WORD, _PAIR, _BESIDE, _LATER, BEFORE, AFTER = ".", " ", "+", "~", "<", ">"
_UNKNOWN = "..."  # the class of a word that has no other
Key = str | tuple[str, ...]  # of words that are one object wherever they stand (`intern`): it is found twice as fast


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence's words cut short ("figure."), their classes ("DATA"), and the classes alone that tell something ("~DATA").

    Each is begun with ^ and ended with $.
    """

    cut: list[str]
    classes: list[str]
    turns: list[str]

    def keys(self) -> Iterator[Key]:
        """Its words, its classes, and what stands beside what: each of these is weighed."""
        cut, classes, turns = self.cut, self.classes, self.turns
        after, after_turn = classes[1:], turns[1:]
        return chain(
            cut,
            zip(cut, cut[1:], strict=False),
            classes,
            zip(classes, after, strict=False),
            zip(classes, after, classes[2:], strict=False),
            zip(turns, after_turn, strict=False),
            zip(turns, after_turn, turns[2:], strict=False),
        )


@lru_cache(maxsize=20_000)  # there are not many more words than these, with the signs that stand at them
def _read(words: str) -> tuple[tuple[str, str], ...]:
    """Each word of a stretch without a space, cut short, with its class."""
    return tuple([(intern(word[:_CUT].lower() + _WORD), intern(_class_of(word))) for word in _TOKEN.findall(words)])


def _class_of(word: str) -> str:
    if known := CLASS_OF.get(word.lower()):
        return known
    if word[0].isdigit():
        return "#"
    if word[0].isupper():
        return _INITIALS if _SHORTEST <= len(word) <= _SHORT and word.isupper() else _NAME
    if len(word) <= _SHORT:
        return word
    return next(("-" + ending for ending in _ENDINGS if word.endswith(ending)), _UNKNOWN)


def shape(written: str) -> Shape:
    """How a sentence made `straight` is worded; the capital that it begins with tells nothing."""
    cut, classes, turns = ["^" + _WORD], ["^"], [_LATER + "^"]
    first, *others = written.split() or [""]
    for read in map(_read, (first if first.isupper() else first.lower(), *others)):
        for short, known in read:
            cut.append(short)
            if known == classes[-1] and known in _ONCE:
                continue
            classes.append(known)
            if (turn := _TURNS.get(known)) and turn != turns[-1]:
                turns.append(turn)
    return Shape([*cut, "$" + _WORD], [*classes, "$"], [*turns, _LATER + "$"])


def own_names(here: Shape) -> list[str]:
    """The names under which a sentence's own wording is weighed, each once."""
    return [name_of(key) for key in dict.fromkeys(here.keys())]


def beside_names(mark: str, there: Shape) -> list[str]:
    """The names of the wording of a neighbour: "<" before a class in the sentence before, ">" in the one after."""
    return [mark + name for name in dict.fromkeys(there.classes)]


def name_of(key: Key) -> str:
    """The name in the table: "figure.", "figure for", "DATA", "DATA+for"; "ASK~DATA" whatever stands between them."""
    if isinstance(key, str):
        return key
    if key[0][0] == _LATER:
        return _LATER.join([turn[1:] for turn in key])
    return _PAIR.join([word[:-1] for word in key]) if _is_word(key[0]) else _BESIDE.join(key)


def _is_word(name: str) -> bool:
    return name[-1] == _WORD and name != _UNKNOWN


def _key_of(name: str) -> Key:
    if _PAIR in name:
        return tuple([intern(word + _WORD) for word in name.split(_PAIR)])
    if _LATER in name:
        return tuple([intern(_LATER + turn) for turn in name.split(_LATER)])
    return tuple(map(intern, name.split(_BESIDE))) if _BESIDE in name else intern(name)


class WordingWeights:
    """The table of weights by key, so that no name is put together to weigh a sentence."""

    def __init__(self, weights: dict[str, float]) -> None:
        one = {weight: weight for weight in weights.values()}  # as for words: few objects are quicker at hand than many
        self.own: dict[Key, float] = {}
        self.beside: dict[str, dict[str, float]] = {BEFORE: {}, AFTER: {}}
        for name, weight in weights.items():
            if name[0] in self.beside:
                self.beside[name[0]][intern(name[1:])] = one[weight]
            else:
                self.own[_key_of(name)] = one[weight]

    def of_own(self, here: Shape) -> float:
        """The sum of the weights of a sentence's own names."""
        return sum(filter(None, map(self.own.get, set(here.keys()))))

    def of_neighbour(self, mark: str, there: Shape) -> float:
        """The sum of the weights of the names of the sentence before or after."""
        return sum(filter(None, map(self.beside[mark].get, set(there.classes))))

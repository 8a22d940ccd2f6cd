"""A cue: one named turn of phrase that clerks use, with examples it must and must not match.

A cue says only what the words are (an ask, a promise, a refusal …). Whether a sentence is a follow-up is
decided elsewhere, from all of the cues in it and around it.
"""

import re
from dataclasses import dataclass, field


def _from_space(pattern: str) -> re.Pattern[str] | None:
    """The pattern begun at a space instead of a word's edge, which `re` finds ten times sooner; None where it can't be.

    It runs over the words with a space put before them.
    """
    parts = _alternatives(pattern)
    if not all(part.startswith(r"\b") and not part.startswith(r"\b(?<") for part in parts):
        return None
    return re.compile("|".join(" " + part[2:] for part in parts))


def _alternatives(pattern: str) -> list[str]:
    """The pattern's alternatives at its outermost level."""
    parts, depth, in_class, last = [], 0, False, 0
    skip = False
    for at, sign in enumerate(pattern):
        if skip or sign == "\\":
            skip = not skip
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign == "|" and depth == 0:
            parts.append(pattern[last:at])
            last = at + 1
        else:
            depth += (sign == "(") - (sign == ")")
    return [*parts, pattern[last:]]


@dataclass(frozen=True, slots=True)
class Cue:
    """`words`: the pattern is tried only on a sentence that holds one of them (whole words, lower case).

    `pattern` runs over the sentence as `plain` gives it: lower case, straight quotes, one space between words.
    """

    name: str
    family: str
    words: str
    pattern: str
    matches: tuple[str, ...]
    misses: tuple[str, ...] = ()
    compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)
    fast: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))
        object.__setattr__(self, "fast", _from_space(self.pattern))


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
WORD = re.compile(r"[a-z']+")


def plain(text: str) -> str:
    """The words of `text` as the patterns expect them."""
    return " ".join(text.translate(_PLAIN).lower().replace("e-mail", "email").split())


class CueIndex:
    """Finds the cues of a sentence by the words in it, so that most patterns are never run."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.by_word: dict[str, list[tuple[str, re.Pattern[str], bool]]] = {}
        for cue in cues:
            for word in cue.words.split():
                self.by_word.setdefault(word, []).append((cue.name, cue.fast or cue.compiled, cue.fast is not None))
        self.triggers = frozenset(self.by_word)

    def find(self, sentence: str) -> frozenset[str]:
        """The names of the cues in a sentence already made `plain`."""
        hits = self.triggers.intersection(WORD.findall(sentence))
        if not hits:
            return frozenset()
        tried: dict[str, bool] = {}
        padded = " " + sentence
        for word in hits:
            for name, pattern, from_space in self.by_word[word]:
                if name not in tried:
                    tried[name] = pattern.search(padded if from_space else sentence) is not None
        return frozenset(name for name, found in tried.items() if found)

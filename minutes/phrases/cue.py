"""A cue: one named turn of phrase that clerks use, with examples it must and must not match.

A cue says only what the words are (an ask, a promise, a refusal …). Whether a sentence is a follow-up is
decided elsewhere, from all of the cues in it and around it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

# a search, and whether it runs over the words with a space put before them
Probe = tuple[Callable[[str], re.Match[str] | None], bool]


def _probes(pattern: str) -> tuple[Probe, ...]:
    """How a pattern is looked for: it is found where one of these finds anything.

    `re` is slow to find a pattern that may begin at any letter. What opens the sentence is tried only there, and what
    begins at a word's edge is begun at the sign before the word instead.
    """
    parts = _alternatives(pattern)
    if all(part.startswith(r"\b") and not part.startswith(r"\b(?<") for part in parts):
        return ((re.compile("|".join([" " + part[2:] for part in parts])).search, True),)
    opening = [part for part in parts if part.startswith("^")]
    edged = [r"\W" + part[2:] for part in parts if part.startswith(r"\b")]
    others = [part for part in parts if not part.startswith(("^", r"\b"))]
    probes: list[Probe] = []
    if opening:
        probes.append((re.compile("|".join(opening)).match, False))
    if edged:
        probes.append((re.compile("|".join(edged)).search, True))
    if others:
        probes.append((re.compile("|".join(others)).search, False))
    return tuple(probes)


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
    probes: tuple[Probe, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))
        object.__setattr__(self, "probes", _probes(self.pattern))

    def found_in(self, words: str) -> bool:
        """Whether words made `plain` hold the turn of phrase."""
        return any(search(" " + words if with_space else words) for search, with_space in self.probes)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
WORD = re.compile(r"[a-z']+")


def plain(text: str) -> str:
    """The words of `text` as the patterns expect them."""
    return " ".join(text.translate(_PLAIN).lower().replace("e-mail", "email").split())


class CueIndex:
    """Finds the cues of a sentence by the words in it, so that most patterns are never run."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.probes = [(cue.name, search, padded) for cue in cues for search, padded in cue.probes]
        places = {cue.name: [i for i, probe in enumerate(self.probes) if probe[0] == cue.name] for cue in cues}
        self.by_word: dict[str, list[int]] = {}  # the places of the probes that a word makes worth trying
        for cue in cues:
            for word in cue.words.split():
                self.by_word.setdefault(word, []).extend(places[cue.name])
        self.triggers = frozenset(self.by_word)

    def find(self, sentence: str) -> frozenset[str]:
        """The names of the cues in a sentence already made `plain`."""
        hits = self.triggers.intersection(WORD.findall(sentence))
        if not hits:
            return frozenset()
        found: set[str] = set()
        with_space = " " + sentence
        for place in {place for word in hits for place in self.by_word[word]}:
            name, search, padded = self.probes[place]
            if name not in found and search(with_space if padded else sentence):
                found.add(name)
        return frozenset(found)

"""A cue: one named turn of phrase that clerks use, with examples it must and must not match.

A cue says only what the words are (an ask, a promise, a refusal …). Whether a sentence is a follow-up is
decided elsewhere, from all of the cues in it and around it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

Search = Callable[[str], re.Match[str] | None]
Probe = tuple[Search, bool]  # a search, and whether it runs over the words with a space put before them


def _probes(pattern: str) -> tuple[Probe, ...]:
    """How a pattern is looked for: it is found where one of these finds anything.

    `re` is slow to find a pattern that may begin at any letter. What opens the sentence is tried only there, and what
    begins at a word's edge is begun at the sign before the word instead.
    """
    parts = alternatives(pattern)
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


def alternatives(pattern: str) -> list[str]:
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

    `also`: and one of these. `pattern` runs over the sentence as `plain` gives it: lower case, straight quotes, one space between words.
    """

    name: str
    family: str
    words: str
    pattern: str
    matches: tuple[str, ...]
    misses: tuple[str, ...] = ()
    also: str = ""
    compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)
    probes: tuple[Probe, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))
        object.__setattr__(self, "probes", _probes(self.pattern))

    def found_in(self, words: str) -> bool:
        """Whether words made `plain` hold the turn of phrase."""
        return any(search(" " + words if with_space else words) for search, with_space in self.probes)


_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "}
WORD = re.compile(r"[a-z']+")
_ALWAYS = -1  # the group of the cues that need no further word


def straight(text: str) -> str:
    """The words of `text` with straight quotes and one space between them, capitals as they are."""
    if not text.isascii():
        for sign, typed in _PLAIN.items():
            text = text.replace(sign, typed)
    return " ".join(text.replace("e-mail", "email").replace("E-mail", "Email").split())


def plain(text: str) -> str:
    """The words of `text` as the patterns expect them."""
    return straight(text).lower()


class CueIndex:
    """Finds the cues of a sentence by the words in it, so that most patterns are never run.

    Cues that need the same words make a group; a cue with `also` needs that group's words to be there too.
    """

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        needs = dict.fromkeys([words for cue in cues for words in (cue.words, cue.also) if words])
        group_of = {words: group for group, words in enumerate(needs)} | {"": _ALWAYS}
        self.by_word: dict[str, set[int]] = {}
        for words, group in group_of.items():
            for word in words.split():
                self.by_word.setdefault(word, set()).add(group)
        self.probes: dict[int, list[tuple[int, str, Search, bool]]] = {group: [] for group in group_of.values()}
        for cue in cues:
            for search, padded in cue.probes:
                self.probes[group_of[cue.words]].append((group_of[cue.also], cue.name, search, padded))

    def find(self, sentence: str) -> frozenset[str]:
        """The names of the cues in a sentence already made `plain`."""
        by_word = self.by_word
        present = {group for word in by_word.keys() & WORD.findall(sentence) for group in by_word[word]}
        if not present:
            return frozenset()
        present.add(_ALWAYS)
        found: set[str] = set()
        with_space = " " + sentence
        for group in present:
            for also, name, search, padded in self.probes[group]:
                if also in present and name not in found and search(with_space if padded else sentence):
                    found.add(name)
        return frozenset(found)

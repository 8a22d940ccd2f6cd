"""Which kind of follow-up it is, from its own words: each cue speaks for some kinds and against others.

The cues stand in `phrases.kinds`, `mentions`, `handling` and `deliverables`; beside them speak single words, pairs of them and
their classes (`phrases.kind_lexicon`). How much each weighs is learned from the corpus by `benchmarks/learn_weights.py` and
stands in `phrases.kind_weights`. Where two kinds are about as likely, a small language model is asked too (`meaning`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from .. import meaning
from ..phrases import deliverables, handling, kinds, mentions
from ..phrases.cue import plain
from ..phrases.judging import PROGRAMME_TITLE
from ..phrases.kind_lexicon import ONE, TWO, class_names
from ..phrases.kind_weights import WEIGHTS

KINDS = (
    "recommendation",
    "work_programme",
    "briefing",
    "data",
    "report",
    "written_response",
    "information",
    "letter",
    "meeting",
    "other",
)
_ALL = (*kinds.CUES, *mentions.CUES, *handling.CUES, *deliverables.CUES)
# part of a word → the needs of cues that it meets: one of `words`, and of `also`; nothing needed is always there
_MET_BY: dict[str, list[str]] = {"": [""]}
for _needs in {needs for cue in _ALL for needs in (cue.words, cue.also) if needs}:
    for _part in _needs.split():
        _MET_BY.setdefault(_part, []).append(_needs)
_NEEDING = {cue.words: [other for other in _ALL if other.words == cue.words] for cue in _ALL}
_LONGEST_PART = max(map(len, _MET_BY))
_WORD = re.compile(r"[a-z]{3,}")
_LONG = 6


_SINGLE = "word "


def stems(words: str) -> set[str]:
    """The words cut to their first letters, as the table names them: "word visit"."""
    return {_SINGLE + word[:_LONG] for word in _WORD.findall(words)}


_PAIR = "pair "
_LITTLE = frozenset("the a an of and in to for that be with on by at this it".split())


def pairs(words: str) -> set[str]:
    """The telling words that stand next to each other but for little ones: "pair breakd ward"."""
    telling = [word[:_LONG] for word in re.findall(r"[a-z]+", words) if word not in _LITTLE]
    return {f"{_PAIR}{a} {b}" for a, b in zip(telling, telling[1:], strict=False)}


def is_word(name: str) -> bool:
    """Whether a name in the table is that of a word or of two, or of their classes, and not of a cue."""
    return name.startswith((_SINGLE, _PAIR, ONE, TWO))


@lru_cache(maxsize=20_000)
def _met_by(word: str) -> frozenset[str]:
    """The needs of cues that a word meets."""
    length = len(word)
    parts = {word[at:end] for at in range(length) for end in range(at, min(at + _LONGEST_PART, length) + 1)}
    return frozenset([needs for part in _MET_BY.keys() & parts for needs in _MET_BY[part]])


def kind_cues(words: str, title: str = "", rule: str = "") -> list[str]:
    """The names of the cues in words made `plain`, with what the place says: the item's title and the rule that fired."""
    padded = " " + words
    found = []
    met = frozenset().union(*map(_met_by, words.split(" ")))
    for cue in [cue for needs in met for cue in _NEEDING.get(needs, ()) if cue.also in met]:
        for search, with_space in cue.probes:
            if search(padded if with_space else words):
                found.append(cue.name)
                break
    found.sort()  # a sum of weights must come out the same each time
    if PROGRAMME_TITLE.search(title):
        found.append("under the work programme")
    if rule == "clause of a recommendation":
        found.append("under recommendations")
    return [*found, "any"]


_POINTS_BACK = re.compile(
    r"\b(?:send|supply|provide|get|let (?:\w+ ){1,4}have|share|circulate|re-?circulate|do|bring|show|have|put|check|see to|look at|look into|find|take|raise|answer|pursue|chase|dig|"
    r"collate|compile|obtain|produce|publish|give|given|pass|forward|email|copy|for|of|with|on) (?:\w+ ){0,2}?(?:it|this|that|them|these|those|one|ones|some|so)\b(?! (?:was|the|a|is|were|had|would)\b)"
    r"|^(?:this|it|these|they|that|both|such a|a note|an answer|the (?:answer|figures?|list|information))\b[^.]{0,30}\b(?:was|were|would|will|could|to be|can)\b|\b(?:did not|does not|do not|didn't|don't) (?:know|have)\b"
    r"|\b(?:not known|unsure|not sure|to hand|off the top of|find out|do so|would (?:reply|respond|answer|oblige|check|ask)|he (?:could|would)|she (?:could|would)|they (?:could|would)|come back to|get back to)\b"
    r"|\bthat (?:it|this|they|these) (?:would|could|was|were|existed|be)\b|\bit would be with\b"
)
_ASKING = re.compile(
    r"\b(?:ask(?:ed|s)?|quer(?:y|ied)|enquired|inquired|wondered|curious|requested|sought|would (?:like|welcome|be (?:helpful|useful|interested|good))|wish(?:ed|es)?|wanted|interest(?:ed)?|suggested|how|whether|what|could)\b|\?"
)
_NO_MORE = 400  # a longer sentence before says too many things


def points_back(words: str) -> bool:
    """Whether the words, made plain, speak of something that only the sentence before names: "she would send it"."""
    return _POINTS_BACK.search(words) is not None


def asked_before(quote: str, said: Sequence[str]) -> str:
    """What was asked right before a quote that only points back to it; empty where it does not.

    `said`: the sentences of its paragraph before it.
    """
    if not said or not points_back(plain(quote)):
        return ""
    before = [plain(words) for words in said[-2:]]
    for words in reversed(before):
        if len(words) < _NO_MORE and _ASKING.search(words):
            return words
    return before[-1] if before and len(before[-1]) < _NO_MORE else ""


def all_names(words: str, title: str = "", rule: str = "") -> list[str]:
    """The names that a follow-up's kind is told by, in an order that is always the same."""
    ruled = [f"rule {rule}"] if rule else []
    return kind_cues(words, title, rule) + ruled + sorted(wording(words))


def wording(words: str) -> set[str]:
    """The names of single words, of pairs, and of their classes."""
    return stems(words) | pairs(words) | class_names(words)


_ROWS = {name: tuple(weights.get(kind, 0.0) for kind in KINDS) for name, weights in WEIGHTS.items()}


_WORDED = frozenset(filter(is_word, _ROWS))


_IN_DOUBT = 3.0  # the lead of the likeliest kind under which the model is asked what the words mean
_MEANING = 0.6  # what its answer counts for beside the sums


def kind_of(words: str, title: str = "", rule: str = "") -> str:
    """The likeliest kind; of two as likely the first in the labelling guide's order."""
    told = [
        *kind_cues(words, title, rule),
        f"rule {rule}",
        *sorted(_WORDED & wording(words)),
    ]
    rows = [_ROWS[name] for name in told if name in _ROWS]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    second, first = sorted(sums)[-2:]
    if first - second < _IN_DOUBT:
        sums = [(1 - _MEANING) * a + _MEANING * b for a, b in zip(sums, meaning.kinds(words), strict=True)]
    return KINDS[sums.index(max(sums))]

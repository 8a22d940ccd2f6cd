"""Every named rule is held to its own examples: what it must match, what it must not."""

import re

import pytest

from minutes.phrases import bare, deciding, deliverables, handling, kinds, mentions, said
from minutes.phrases.cue import Cue, CueIndex, plain
from minutes.phrases.kind_lexicon import CLASSES, ONE, TWO
from minutes.phrases.kind_weights import WEIGHTS as KIND_WEIGHTS
from minutes.phrases.precision import PRECISION
from minutes.phrases.weights import WEIGHTS
from minutes.what.kinds import KINDS

FAMILIES = {
    "said": said.CUES,
    "deciding": deciding.CUES,
    "bare": bare.CUES,
    "kinds": kinds.CUES,
    "mentions": mentions.CUES,
    "handling": handling.CUES,
    "deliverables": deliverables.CUES,
}
EVERY = [pytest.param(cue, id=f"{where}: {cue.name}") for where, cues in FAMILIES.items() for cue in cues]


def fires(cue: Cue, words: str) -> bool:
    """As the reader tries it: only where one of the cue's words is there."""
    if cue in said.CUES:
        return cue.name in CueIndex((cue,)).find(words)
    if cue.words and cue.family != "mention" and cue not in kinds.CUES:
        return cue.compiled.search(words) is not None
    parts = cue.words.split()
    return (not parts or any(part in words for part in parts)) and cue.compiled.search(words) is not None


@pytest.mark.parametrize("cue", EVERY)
def test_each_rule_matches_its_examples_and_not_its_counter_examples(cue):
    assert cue.matches, f"{cue.name} has no example"
    assert cue.misses, f"{cue.name} has no counter-example"
    assert [words for words in cue.matches if not fires(cue, plain(words))] == []
    assert [words for words in cue.misses if fires(cue, plain(words))] == []


@pytest.mark.parametrize("cue", EVERY)
def test_a_rule_is_found_by_its_probes_wherever_its_pattern_matches(cue):
    for words in [plain(words) for words in (*cue.matches, *cue.misses)]:
        for sentence in (words, f"then {words}", f"{words}."):
            probed = any(search(f" {sentence}" if with_space else sentence) for search, with_space in cue.probes)
            assert probed == (cue.compiled.search(sentence) is not None), sentence


def test_no_two_rules_share_a_name():
    named = [cue.name for cues in (said.CUES, deciding.CUES, bare.CUES) for cue in cues]
    assert sorted(named) == sorted(set(named))
    told = [cue.name for cue in (*kinds.CUES, *mentions.CUES, *handling.CUES, *deliverables.CUES)]
    assert sorted(told) == sorted(set(told))


def test_every_weight_belongs_to_a_rule_or_a_pair_of_families():
    families = set(said.FAMILY.values())
    parts = [part for name in WEIGHTS for part in re.split("[&<>@]", name) if part]
    places = re.compile(
        r"no cue|in \w+|(?:clause|sentence) of length \d|(?:opens|closes|opens closes|amid)(?: of \d)?|an entry"
    )
    assert {part for part in parts if not places.fullmatch(part)} - families - set(said.FAMILY) == set()


def test_every_kind_weight_belongs_to_a_rule_and_a_kind():
    told = {cue.name for cue in (*kinds.CUES, *mentions.CUES, *handling.CUES, *deliverables.CUES)} | {
        "any",
        "under the work programme",
        "under recommendations",
    }
    told |= {ONE + name for name in (*CLASSES, "NUMBER")}
    worded = ("word ", "pair ", "rule ", TWO)
    assert {name for name in KIND_WEIGHTS if not name.startswith(worded)} - told == set()
    pairs = [name.removeprefix(TWO) for name in KIND_WEIGHTS if name.startswith(TWO)]
    assert {part for pair in pairs for part in pair.split(" > ")} - {*CLASSES, "NUMBER"} == set()
    assert {kind for weights in KIND_WEIGHTS.values() for kind in weights} - set(KINDS) == set()


def test_a_promise_never_counts_against_an_action_and_a_refusal_never_for_one():
    signs = {name: WEIGHTS.get(name, 0.0) for name in said.FAMILY}
    assert [name for name, weight in signs.items() if said.FAMILY[name] in ("promise", "deed") and weight < 0] == []
    assert [name for name, weight in signs.items() if said.FAMILY[name] in ("refusal", "already") and weight > 0] == []


def test_stored_precision_is_a_share():
    assert all(0.0 < share <= 1.0 for share in PRECISION.values())
    assert len(PRECISION) > 20


def test_plain_words_are_small_straight_and_singly_spaced():
    assert plain("She’d  send\tthe “E-mail” – later") == 'she\'d send the "email" - later'

"""Learn how much each name weighs, from our own part of the labelled corpus; write minutes/phrases/*weights.py.

    python -m benchmarks.learn_weights ../shared/corpus/dev [sentences|kinds]

Three tables come of it, all sums of weights: whether a sentence of the discussion leaves something to do (logistic,
from its named cues and from its wording), and which kind a follow-up is (each told from all others). A promise may
never count against an action, a refusal never for one. The held-out third is not read. The same corpus and cues give
the same tables.
"""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.learning_rows import MADE_UP, MARKED, KindRow, SentenceRow, read_rows
from minutes.phrases import kind_lexicon
from minutes.phrases.said import FAMILY
from minutes.what import kinds

FOR = frozenset(
    "promise deed passive offer tasked ask want suggest should resolve label consent follows bare would deliver "
    "unknown".split()
) | {"be done"}
AGAINST = frozenset("refusal already done aspiration advice routine quoted motion".split()) | {"bare quiet"}
# how strongly the weights are held towards nought: of a cue, of a pair of cues, of wording
OWN, PAIR, WORDING = 1.0, 3.0, 20.0
UNCUED = 0.3  # what a sentence counts for that is read as if hardly anything were known of its cues; the rest as it is
SOURCES = frozenset([MADE_UP, MARKED])
OFTEN = 3  # wording must occur in so many documents
LEAST, LEAST_WORDING, LEAST_OF_KIND = 0.03, 0.04, 0.075  # smaller weights are left out of the tables
# promises and asks so plain that one is enough where nothing speaks against it
ENOUGH = ("undertook", "offered to", "agreed to do", "person would do", "post would do", "to find out")
ENOUGH += ("was asked to do it", "asked onto the programme", "would go about it", "would find it waiting")
SURELY = 0.2  # the score that one of those alone comes to
DOUBT = 0.2  # taken off every score: made-up follow-ups cost F1 a little more than missed ones, by cross-validation
ROUNDS, FARTHEST, STILL = 40, 0.69, 1e-5  # times that each weight is moved; how far at most at once; too little to move
KIND_ROUNDS = 20
KIND_CUE, KIND_CLASS, KIND_WORD, KIND_CLASSES = 1.0, 4.0, 6.0, 16.0
PHRASES = Path(__file__).parent.parent / "minutes" / "phrases"


def main() -> None:
    sentences, told = read_rows(Path(sys.argv[1]))
    parts = sys.argv[2:] or ["sentences", "kinds"]
    if "sentences" in parts:
        write_sentences(sentences)
    if "kinds" in parts:
        write_kinds(told)


def write_sentences(sentences: Sequence[SentenceRow]) -> None:
    bias, cues, wording = learn_sentences(sentences)
    write(
        PHRASES / "weights.py",
        "Weights of the cues of what was said.",
        f"BIAS = {bias:.2f}\nWEIGHTS: dict[str, float] = ",
        rounded(cues, LEAST),
    )
    write(
        PHRASES / "wording_weights.py",
        "Weights of the wording of what was said.",
        "WEIGHTS: dict[str, float] = ",
        rounded(wording, LEAST_WORDING),
    )
    print(f"{len(sentences)} sentences: {len(cues)} cues and pairs, {len(wording)} of wording")


def write_kinds(told: Sequence[KindRow]) -> None:
    table = learn_kinds(told)
    write(
        PHRASES / "kind_weights.py",
        "How much each name speaks for each kind.",
        "WEIGHTS: dict[str, dict[str, float]] = ",
        table,
    )
    print(f"{len(told)} kinds: {len(table)} names")


def frequent(rows: Iterable[tuple[str, Iterable[str]]], least: int) -> set[str]:
    """The names that occur in at least so many sources; rows are (source, names)."""
    sources: dict[str, set[str]] = {}
    for source, names in rows:
        for name in names:
            sources.setdefault(name, set()).add(source)
    return {name for name, found in sources.items() if len(found) >= least}


def learn_sentences(rows: Sequence[SentenceRow]) -> tuple[float, dict[str, float], dict[str, float]]:
    """(bias, weights of cues, weights of wording)."""
    kept = frequent([(row.source, row.wording) for row in rows], OFTEN)
    numbers: dict[tuple[str, bool], int] = {}
    inputs, right, counts = [], [], []
    for row in rows:
        wording = [(name, True) for name in kept.intersection(row.wording)]
        for cues, count in ((row.cues, row.counts * (1 - UNCUED)), (row.uncued, row.counts * UNCUED)):
            names = sorted([*[(name, False) for name in set(cues)], *wording])
            inputs.append([numbers.setdefault(name, len(numbers)) for name in names])
            right.append(row.is_action)
            counts.append(count)
    holds = [WORDING if worded else hold_of(name) for name, worded in numbers]
    signs = [0 if worded else sign_of(name) for name, worded in numbers]
    bias, weights = fit(inputs, right, counts, holds, signs)
    bias -= DOUBT
    cued = {name: weights[j] for (name, worded), j in numbers.items() if not worded and name not in SOURCES}
    for name in ENOUGH:
        cued[name] = max(cued.get(name, 0.0), SURELY - bias)
    return bias, cued, {name: weights[j] for (name, worded), j in numbers.items() if worded}


def hold_of(name: str) -> float:
    """How strongly the weight of a name among the cues is held towards nought."""
    if "@" in name:
        return WORDING
    return OWN if name in FAMILY or name in SOURCES else PAIR


def sign_of(name: str) -> int:
    """1 where the weight may not fall below nought, -1 where it may not rise above."""
    family = FAMILY.get(name)
    return 1 if family in FOR else -1 if family in AGAINST else 0


def fit(
    rows: Sequence[Sequence[int]],
    right: Sequence[bool],
    counts: Sequence[float],
    holds: Sequence[float],
    signs: Sequence[int],
    rounds: int = ROUNDS,
) -> tuple[float, list[float]]:
    """Logistic regression, one weight moved at a time till all stand still: (bias, weights by number).

    A step of at most FARTHEST changes the curve by less than twice, so that half of Newton's step never overshoots.
    """
    columns: list[list[int]] = [[] for _ in holds]
    for i, row in enumerate(rows):
        for j in row:
            columns[j].append(i)
    columns.append(list(range(len(rows))))  # the bias stands in every row and is not held
    held, signed = [*holds, 0.0], [*signs, 0]
    weights = [0.0] * len(columns)
    sums = [0.0] * len(rows)
    errors = [count * (0.5 - is_action) for count, is_action in zip(counts, right, strict=True)]
    curves = [count / 4 for count in counts]
    for _ in range(rounds):
        for j in range(len(columns) - 1, -1, -1):
            column = columns[j]
            slope = held[j] * weights[j] + sum([errors[i] for i in column])
            curve = held[j] + 2 * sum([curves[i] for i in column])
            weight = weights[j] - max(-FARTHEST, min(FARTHEST, slope / curve))
            weight = max(weight, 0.0) if signed[j] > 0 else min(weight, 0.0) if signed[j] < 0 else weight
            step, weights[j] = weight - weights[j], weight
            if abs(step) < STILL:
                continue
            for i in column:
                sums[i] += step
                chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, sums[i]))))
                errors[i] = counts[i] * (chance - right[i])
                curves[i] = counts[i] * chance * (1 - chance)
    return weights[-1], weights[:-1]


def learn_kinds(rows: Sequence[KindRow]) -> dict[str, dict[str, float]]:
    """Name → how much it speaks for each kind, each kind told from all others; words only where they occur often."""
    kept = frequent([(row.source, row.names) for row in rows], OFTEN)
    numbers: dict[str, int] = {}
    inputs = []
    for row in rows:
        names = sorted(name for name in set(row.names) if name in kept or not kinds.is_word(name))
        inputs.append([numbers.setdefault(name, len(numbers)) for name in names])
    holds = [hold_of_kind(name) for name in numbers]
    table: dict[str, dict[str, float]] = {}
    for kind in kinds.KINDS:
        told = [i for i, row in enumerate(rows) if kind not in row.right[1:]]  # as good as right is neither
        bias, weights = fit(
            [inputs[i] for i in told],
            [rows[i].right[0] == kind for i in told],
            [rows[i].counts for i in told],
            holds,
            [0] * len(holds),
            KIND_ROUNDS,
        )
        weights[numbers["any"]] += bias
        for name, weight in rounded(dict(zip(numbers, weights, strict=True)), LEAST_OF_KIND).items():
            if name != MADE_UP:
                table.setdefault(name, {})[kind] = weight
    return dict(sorted(table.items()))


def hold_of_kind(name: str) -> float:
    """How strongly what a name says of the kind is held towards nought."""
    if name.startswith(kind_lexicon.TWO):
        return KIND_CLASSES
    if name.startswith(kind_lexicon.ONE):
        return KIND_CLASS
    return KIND_WORD if kinds.is_word(name) else KIND_CUE


def rounded(weights: dict[str, float], least: float) -> dict[str, float]:
    return {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= least}


def write(path: Path, what: str, opening: str, table: dict[str, Any]) -> None:
    lines = [f'"""{what} Written by benchmarks/learn_weights.py; do not edit by hand."""', "", opening + "{"]
    row = "   "
    for entry in [f" {json.dumps(key)}: {json.dumps(value)}," for key, value in table.items()]:
        if len(row) + len(entry) > 150:
            lines += [row] if row.strip() else []
            row = "   "
        row += entry
    path.write_text("\n".join([*lines, row, "}  # fmt: skip"]) + "\n")


if __name__ == "__main__":
    main()

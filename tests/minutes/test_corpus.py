"""The figures on the labelled corpus hold.

It lies outside the repository: where it is not, the test says so; CI needs it.
"""

import json
import os
from pathlib import Path

import pytest

from benchmarks.bench_reader import figures_of, load_score
from benchmarks.split import names
from minutes.__main__ import describe

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(scope="module")
def figures():
    """The figures of our own documents and of those held out."""
    if not CORPUS.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"The labelled corpus must be at {CORPUS} in CI.")
        pytest.skip(f"The labelled corpus is not at {CORPUS}: nothing to measure.")
    folder = CORPUS / "dev"
    score = load_score(CORPUS / "score.py")
    ours, held = names(folder)
    labels = {name: json.loads((folder / f"{name}.json").read_text()) for name in ours + held}
    out = {name: describe(str(folder / f"{name}.txt")) for name in ours + held}
    seeds = [name for name in ours if name.startswith("seed-")]
    parts = (("ours", ours), ("held", held), ("seeds", seeds))
    return {part: figures_of(score, labels, out, chosen) for part, chosen in parts}


def test_the_five_real_pages_come_out_as_their_labels_say(figures):
    seeds = figures["seeds"]
    assert (seeds["actions"]["clear"], seeds["actions"]["f1"]) == (16, 1.0)
    assert (seeds["ready"], seeds["resolutions"]["f1"], seeds["items"]) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("figure", "least"), [("ready", 0.70), ("kind", 0.85), ("references", 0.95), ("owner", 0.88), ("due", 0.94)]
)
def test_the_fields_of_our_own_documents_are_read_well_enough(figures, figure, least):
    assert figures["ours"][figure] >= least


def test_our_own_documents_give_up_their_actions(figures):
    actions = figures["ours"]["actions"]
    assert actions["f1"] >= 0.92
    assert min(actions["precision"], actions["recall"]) >= 0.90


def test_documents_never_looked_at_do_not_fall_far_behind(figures):
    assert figures["held"]["actions"]["f1"] >= 0.83

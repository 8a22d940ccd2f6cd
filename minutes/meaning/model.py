"""The small language model itself: one sentence at a time, so that none is judged by the company of its batch."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from . import Told
from .pieces import BREAK, START, pieces

PATH = Path(__file__).parent / "model.onnx"
Numbers = NDArray[np.int64]
# the numbers of the pieces; for each 1 where it is of the sentence itself, 0 where it is of a neighbour
Row = tuple[tuple[int, ...], tuple[int, ...]]


class Answer(NamedTuple):
    """How surely a sentence leaves something to do; how much words speak for each kind; how surely two are one."""

    sentence: float
    kinds: tuple[float, ...]
    same: float


_HERE, _BEFORE, _AFTER, _WORDS = 56, 20, 14, 80  # pieces that are read
_QUOTE, _LEADS = 60, 36  # pieces of each of two quotes, and of what leads to the second


def of_sentence(told: Told) -> Row:
    """The sentence and what stands beside it, as the model was taught to read them."""
    here = [START, *pieces(told.here)[:_HERE], BREAK]
    beside = [*pieces(told.before)[-_BEFORE:], BREAK, *pieces(told.after)[:_AFTER], BREAK]
    return tuple(here + beside), (1,) * len(here) + (0,) * len(beside)


def of_pair(first: str, before: str, second: str) -> Row:
    """Two quotes, and what stands right before the second, which often only points back to it."""
    here = [START, *pieces(first)[:_QUOTE], BREAK]
    around = [*pieces(before)[-_LEADS:], BREAK]
    there = [*pieces(second)[:_QUOTE], BREAK]
    return tuple(here + around + there), (1,) * len(here) + (0,) * len(around) + (1,) * len(there)


def of_words(words: str) -> Row:
    """The words of a follow-up."""
    numbers = [START, *pieces(words)[:_WORDS], BREAK]
    return tuple(numbers), (1,) * len(numbers)


def padded(rows: list[Row]) -> tuple[Numbers, Numbers]:
    """The rows as two arrays (rows, pieces of the longest); where a row has ended its parts are -1."""
    longest = max(len(numbers) for numbers, _ in rows)
    numbers = np.zeros((len(rows), longest), np.int64)
    parts = np.full((len(rows), longest), -1, np.int64)
    for i, (own, of) in enumerate(rows):
        numbers[i, : len(own)] = own
        parts[i, : len(of)] = of
    return numbers, parts


def read(row: Row) -> Answer:
    """What the model makes of a row; of its answers only that to what the row was made for means something."""
    numbers, parts = padded([row])
    sentence, kinds, same = _session().run(None, {"pieces": numbers, "parts": parts})
    return Answer(float(sentence[0]), tuple(kinds[0].tolist()), float(same[0]))


@lru_cache(maxsize=1)
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a worker reads one document on one core, as the rest of the reader does
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(PATH, options, providers=["CPUExecutionProvider"])

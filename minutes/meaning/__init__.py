"""What a sentence means, as a small language model reads it: a third voice beside the named cues and the wording.

The model knows English from elsewhere (all-MiniLM-L6-v2, see NOTICE.md) and was taught by `benchmarks/learn_meaning.py`
what leaves something to do. It is asked only where the other voices are not sure, for it takes longer than they do, and
loaded only then: that takes half a second, and whoever only opens a file has no use for it.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Told(NamedTuple):
    """A sentence as it is written, with those that stand right before and after it in the same passage."""

    here: str
    before: str = ""
    after: str = ""


def doing(sentences: Sequence[Told]) -> list[float]:
    """How surely each leaves somebody something to do: above nought where it is likelier than not."""
    if not sentences:
        return []
    from . import model  # noqa: PLC0415

    return [model.read(model.of_sentence(told)).sentence for told in sentences]


def kinds(words: str) -> Sequence[float]:
    """How much the words of a follow-up, made plain, speak for each kind, in the order of `what.kinds.KINDS`."""
    from . import model  # noqa: PLC0415

    return model.read(model.of_words(words)).kinds


def same(first: str, before: str, second: str) -> float:
    """How surely two quotes tell of one follow-up: above nought where likelier; `before` leads to the second.

    A decided clause comes first, of two others the earlier.
    """
    from . import model  # noqa: PLC0415

    return model.read(model.of_pair(first, before, second)).same

"""What was said in discussion: which sentences leave somebody something to do.

Each sentence is read for the named cues of `phrases.said`; its score is the sum of the weights of its cues and of
their company (the sentences before and after: an ask that is refused, a question that nobody could answer). The
weights are learned from the corpus by `benchmarks/learn_weights.py` and stand in `phrases.weights`. Where the sum leaves
a doubt, a small language model is asked what the sentence means (`meaning`).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ..document import Span
from ..meaning import Told, doing
from ..phrases.bare import bare_clause
from ..phrases.cue import straight
from ..phrases.said import CONTEXT, FAMILY, INDEX, TELLING
from ..phrases.weights import BIAS, WEIGHTS
from ..phrases.wording_weights import WEIGHTS as WORDING
from ..records import AgendaItem, Paragraph
from ..sentences import split
from .wording import AFTER, BEFORE, WordingWeights, beside_names, own_names, shape


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the discussion with the cues in it; `paragraph` is its paragraph's index within the item.

    `words` is what is `written` in small letters.
    """

    paragraph: int
    span: Span
    written: str
    words: str
    cues: frozenset[str]
    families: frozenset[str]


_WORDING = WordingWeights(WORDING)
_remembered = lru_cache(maxsize=5000)  # the same few families stand beside each other again and again
_STEP, _LONGEST = 40, 8  # characters; lengths are told apart in steps, up to so many
_MANY = 6  # sentences of a paragraph; more are not told apart
_CORNERS = ("opens", "closes")  # its paragraph
_SPOKEN = ("minutes", "decision")  # what stands above a label such as "Decision:" is the minutes where nothing else is

_LIFTED, _NEARLY = 0.05, -1.8  # the score that a plain ask is lifted to, and from where
_PLAIN_ASKS = frozenset(["asked that", "asked for", "was asked for", "to be told of", "asked if they could have"])
_WITH_AN_ASK = frozenset("ask thing future letter meeting programme deliver want".split()) | {"be done"}
_PLAIN_LENGTH = 160  # characters
_HARDLY, _SURELY = -1.5, 1.2  # between these scores the model is asked what the sentence means: of one in eight
_MEANING = 0.4  # what its answer counts for beside the score so far
_FULLER = 1.2  # taken off its answer: the minutes that it was taught from are fuller of follow-ups than others
_GRANTS, _CLOSES = frozenset("promise consent deed".split()), frozenset("answer done already refusal".split())


def read_sentences(item: AgendaItem, text: str, skipped: frozenset[int]) -> list[Sentence]:
    """The sentences of the item's discussion, in order; paragraphs in `skipped` are read elsewhere."""
    sections = _SPOKEN if any(p.section == "minutes" for p in item.paragraphs) else (*_SPOKEN, "description")
    read = [
        (number, span, straight(text[span.start : span.end]))
        for number, paragraph in enumerate(item.paragraphs)
        if paragraph.section in sections and number not in skipped and not paragraph.cells
        for span in split(text, paragraph.span.start, paragraph.span.end)
    ]
    lowered = [written.lower() for _, _, written in read]
    found = [INDEX.find(words) | bare_clause(words) for words in lowered]
    out = []
    for i, (number, span, written) in enumerate(read):
        cues = found[i] | CONTEXT.find(lowered[i]) if any(found[max(i - 1, 0) : i + 2]) else found[i]
        out.append(Sentence(number, span, written, lowered[i], cues, frozenset([FAMILY[name] for name in cues])))
    return out


def features(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """The names under which the weights of a sentence are kept: its cues, their pairs, and what stands around it."""
    here = sentences[i]
    names = [*(sorted(here.cues) or ["no cue"]), *_pairs(here.families)]
    for mark, there in _neighbours(sentences, i, paragraphs):
        names += _company(here.families, mark, sentences[there].families & TELLING)
    return names + standing(sentences, i, paragraphs)


@_remembered
def _pairs(families: frozenset[str]) -> tuple[str, ...]:
    return tuple([f"{a}&{b}" for a, b in combinations(sorted(families), 2)])


@_remembered
def _company(families: frozenset[str], mark: str, beside: frozenset[str]) -> tuple[str, ...]:
    """The families of a neighbour, alone and with each of the sentence's own."""
    there = sorted(beside)
    return (*[f"{mark}{family}" for family in there], *[f"{a}{mark}{b}" for a in sorted(families) for b in there])


def standing(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Where the sentence stands, and where its families do."""
    return [*_standing(sentences[i].families, _size(sentences, i), *_place(sentences, i, paragraphs))]


@_remembered
def _standing(families: frozenset[str], size: int, *place: str) -> tuple[str, ...]:
    corner = " ".join([name for name in place if name in _CORNERS]) or "amid"
    own = sorted(families)
    return (*place, f"{corner} of {size}", *[f"{family}@{where}" for where in (corner, place[0]) for family in own])


def _size(sentences: list[Sentence], i: int) -> int:
    """How many sentences the paragraph of sentence `i` has, up to _MANY."""
    paragraph, first, last = sentences[i].paragraph, i, i
    while last - first < _MANY - 1 and first and sentences[first - 1].paragraph == paragraph:
        first -= 1
    while last - first < _MANY - 1 and last + 1 < len(sentences) and sentences[last + 1].paragraph == paragraph:
        last += 1
    return last - first + 1


def _place(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Where the sentence stands: the section, whether it opens or closes its paragraph, how long it is."""
    here = sentences[i]
    paragraph = paragraphs[here.paragraph]
    what = "clause" if "bare" in here.families else "sentence"  # a clause without a verb is short by nature
    names = [f"in {paragraph.section}", f"{what} of length {min(_LONGEST, len(here.words) // _STEP)}"]
    if paragraph.marker:
        names.append("an entry")
    if i == 0 or sentences[i - 1].paragraph != here.paragraph:
        names.append("opens")
    if i + 1 == len(sentences) or sentences[i + 1].paragraph != here.paragraph:
        names.append("closes")
    return names


def is_beside(sentences: list[Sentence], i: int, j: int, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether sentence `j` is there and belongs to the same passage as its neighbour `i`."""
    if not 0 <= j < len(sentences):
        return False
    here, there = sentences[i].paragraph, sentences[j].paragraph
    return here == there or (abs(here - there) == 1 and not paragraphs[here].marker and not paragraphs[there].marker)


def _neighbours(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, int]]:
    """The sentences of the same passage right before and after, each with its mark in the names."""
    return [(mark, j) for mark, j in ((BEFORE, i - 1), (AFTER, i + 1)) if is_beside(sentences, i, j, paragraphs)]


def told(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> Told:
    """The sentence as it is written, and its neighbours of the same passage, empty where there are none."""
    beside = {mark: sentences[j].written for mark, j in _neighbours(sentences, i, paragraphs)}
    return Told(sentences[i].written, beside.get(BEFORE, ""), beside.get(AFTER, ""))


def wording(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """The names of the sentence's wording and of its neighbours'."""
    names = own_names(shape(sentences[i].written))
    for mark, j in _neighbours(sentences, i, paragraphs):
        names += beside_names(mark, shape(sentences[j].written))
    return names


def weigh(sentences: list[Sentence], paragraphs: tuple[Paragraph, ...]) -> list[float]:
    """How surely each sentence leaves something to do: above nought where it is likelier than not."""
    found = []
    shapes = [shape(sentence.written) for sentence in sentences]
    doubtful = []
    for i in range(len(sentences)):
        cued = sum(filter(None, map(WEIGHTS.get, features(sentences, i, paragraphs))))
        worded = _WORDING.of_own(shapes[i])
        for mark, j in _neighbours(sentences, i, paragraphs):
            worded += _WORDING.of_neighbour(mark, shapes[j])
        score = round(BIAS + cued + worded, 6)  # the order of a sum must decide nothing: a tie is one everywhere
        if _NEARLY < score <= 0.0 and _asks_plainly(sentences, i, paragraphs):
            score = _LIFTED
        elif _HARDLY < score < _SURELY:
            doubtful.append(i)
        found.append(score)
    meant = doing([told(sentences, i, paragraphs) for i in doubtful])
    for i, score in zip(doubtful, meant, strict=True):
        found[i] = (1 - _MEANING) * found[i] + _MEANING * (score - _FULLER)
    return found


def _asks_plainly(sentences: list[Sentence], i: int, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the sentence is an ask and nothing else, and nobody answers it: "A site visit was requested."

    Short sentences on their own are mostly no follow-ups, and their weights say so of these too.
    """
    here = sentences[i]
    if not here.cues & _PLAIN_ASKS or here.families - _WITH_AN_ASK or len(here.words) > _PLAIN_LENGTH:
        return False
    if not is_beside(sentences, i, i + 1, paragraphs):
        return True
    return bool(sentences[i + 1].families & _GRANTS) and not sentences[i + 1].families & _CLOSES

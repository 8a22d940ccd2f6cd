"""What the weights are learned from: sentences and follow-ups of our labelled documents, and what is in them.

A sentence row says under which names a sentence is weighed and whether somebody has something to do by it; a kind row
the same of a follow-up and its kind. The documents set aside (`split.py`) are not read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.split import is_kept_to_measure, names
from minutes.document import Span
from minutes.finds import decided, discussion, merging, passages
from minutes.meaning import Told
from minutes.phrases.cue import plain
from minutes.readers import read
from minutes.readers.text import read_text
from minutes.records import AgendaItem, Minutes, Paragraph
from minutes.sentences import split
from minutes.sheets import action_sheets, flat_tables
from minutes.structure import parse
from minutes.what import kinds
from tests.minutes.own_corpus import documents

SAYINGS = sorted(Path(__file__).parent.glob("sayings*.txt"))
KIND_SAYINGS = sorted(Path(__file__).parent.glob("kind_sayings*.txt"))  # only the kinds are learned from these
# features of every saying and of each of our marked minutes, then thrown away: more of their sentences are follow-ups
# than in minutes, and more of their follow-ups are of some kinds, which is not to be learned
MADE_UP, MARKED = "made up", "marked by us"
LOST = 0.5  # what a clause counts for that is read as if its heading had been lost
REAL = 3.0  # what a page of a real council counts for beside those written for the corpus
SAME_PLACE = 0.6  # share of the shorter of two stretches at which they count as the same
NEAR = 4  # quotes; two follow-ups with more of them between are not taken for one

Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """`cues` are weighed in phrases.weights, `wording` in phrases.wording_weights, `told` is what the model reads;
    `counts` is the row's own weight.

    `uncued` is what is left of `cues` where only the places of their families are known.
    """

    source: str
    cues: list[str]
    uncued: list[str]
    wording: list[str]
    told: Told
    is_action: bool
    counts: float


@dataclass(frozen=True, slots=True)
class KindRow:
    """`right`: the kinds that are right for a follow-up, the first first."""

    source: str
    names: list[str]
    words: str
    right: list[str]
    counts: float


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two quotes of an item, what stands before the second, and whether they are of one follow-up.

    A decided clause comes first; of two others the earlier.
    """

    source: str
    first: str
    before: str
    second: str
    is_same: bool


def labelled(folder: Path) -> Iterator[tuple[str, Minutes, dict[str, Any]]]:
    """(name, minutes, label) of every document that may be learned from."""
    for name in names(folder)[0]:
        minutes = parse(read((folder / f"{name}.txt").read_bytes(), f"{name}.txt"))
        yield name, minutes, json.loads((folder / f"{name}.json").read_text())
    for name, text, label in documents():
        if not is_kept_to_measure(name):
            yield name, parse(read_text(text)), label


def read_rows(folder: Path) -> tuple[list[SentenceRow], list[KindRow]]:
    """Both kinds of rows of all labelled documents and all sayings."""
    sentences: list[SentenceRow] = []
    told: list[KindRow] = []
    for name, minutes, label in labelled(folder):
        sentences += sentence_rows(name, minutes, label)
        told += kind_rows(name, minutes, label)
    for path in SAYINGS:
        for number, line in enumerate(path.read_text().splitlines()):
            kind, _, words = line.partition(" | ")
            if words and not line.startswith("#"):
                more, kinds_ = saying_rows(f"{path.stem} {number // 20}", kind, words)
                sentences += more
                told += kinds_
    for path in KIND_SAYINGS:
        for number, line in enumerate(path.read_text().splitlines()):
            kind, _, words = line.partition(" | ")
            if words and not line.startswith("#"):
                found = [*kinds.all_names(plain(words)), MADE_UP]
                told.append(KindRow(f"{path.stem} {number // 20}", found, plain(words), kind.split("+"), 1.0))
    return sentences, told


def read_pairs(folder: Path) -> list[PairRow]:
    """The pairs of all labelled documents."""
    return [pair for name, minutes, label in labelled(folder) for pair in pair_rows(name, minutes, label)]


def pair_rows(name: str, minutes: Minutes, label: dict[str, Any]) -> list[PairRow]:
    """Decided clauses with what was said in their item, and what was said with what else was said near it."""
    text = minutes.document.text
    items = [item for meeting in minutes.meetings for item in meeting.items]
    rows = []
    for item in (item for meeting in label["meetings"] for item in meeting["items"]):
        told = [(quote, number) for number, action in enumerate(item["actions"]) for quote in action["evidence"]]
        quotes = sorted((place, quote, number) for quote, number in told if (place := place_of(quote, text)))
        clauses = item["resolutions"]
        is_clause = [any(quote in clause or clause in quote for clause in clauses) for _, quote, _ in quotes]
        before = [_before(place[0], items, text) for place, _, _ in quotes]
        for i, (place, first, number) in enumerate(quotes):
            for j, (there, second, other) in enumerate(quotes):
                near = is_clause[i] or (i < j and (number == other or j - i <= NEAR))
                if place != there and near and not is_clause[j]:
                    rows.append(PairRow(name, first, before[j], second, number == other))
    return rows


def _before(at: int, items: list[AgendaItem], text: str) -> str:
    """What leads to a place in the text."""
    for item in items:
        for number, paragraph in enumerate(item.paragraphs):
            if paragraph.span.start <= at < paragraph.span.end:
                return merging.leading_to(at, number, item, text)
    return ""


def saying_rows(source: str, kind: str, words: str) -> tuple[list[SentenceRow], list[KindRow]]:
    """The same of one made-up paragraph: "* what is to be done / what is not"."""
    parts = [part.strip() for part in words.split(" / ")]
    text = " ".join(part.removeprefix("* ") for part in parts)
    span = Span(0, len(text))
    item = AgendaItem(None, "", span, (Paragraph(span),))
    sentences = passages.read_sentences(item, text, frozenset())
    rows = [
        SentenceRow(
            source,
            [*passages.features(sentences, i, item.paragraphs), MADE_UP],
            [*passages.standing(sentences, i, item.paragraphs), MADE_UP],
            passages.wording(sentences, i, item.paragraphs),
            passages.told(sentences, i, item.paragraphs),
            parts[i].startswith("*"),
            1.0,
        )
        for i, sentence in enumerate(sentences)
        if len(sentences) == len(parts) and not discussion.label_of(sentence, text)
    ]
    if kind == "none":
        return rows, []
    return rows, [KindRow(source, [*kinds.all_names(plain(text)), MADE_UP], plain(text), kind.split("+"), 1.0)]


def actions_of(label: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for meeting in label["meetings"] for item in meeting["items"] for action in item["actions"]]


def place_of(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in the text, line breaks in it or not."""
    found = re.search(r"\s*".join(map(re.escape, quote.split())), text)
    return found.span() if found else None


def sentence_rows(name: str, minutes: Minutes, label: dict[str, Any]) -> list[SentenceRow]:
    """The sentences of a document; clauses come in as if their heading were lost."""
    text = minutes.document.text
    marks: list[Mark] = []
    for action in actions_of(label):
        for quote in action["evidence"]:
            if place := place_of(quote, text):
                marks.append((*place, action["certainty"]))
    counts = REAL if name.startswith("seed") else 1.0
    rows: list[SentenceRow] = []
    for meeting in minutes.meetings:
        for item in meeting.items:
            paragraphs = [replace(p, section="minutes") if p.section == "resolution" else p for p in item.paragraphs]
            bare = replace(item, resolutions=(), paragraphs=tuple(paragraphs))
            rows += _rows_of(name, item, text, marks, item, counts) + _rows_of(
                name, bare, text, marks, item, LOST * counts
            )
    return rows


def _rows_of(
    name: str, item: AgendaItem, text: str, marks: list[Mark], whole: AgendaItem, counts: float
) -> list[SentenceRow]:
    """The rows of what was said, or, where `item` has lost its clauses, of what had been the clauses."""
    flat = frozenset(row.at + i for row in flat_tables.flat_rows(item, text) for i in range(row.lines))
    lines = frozenset(index for index, _ in action_sheets.lines_of_lists(item, text, flat))
    sentences = passages.read_sentences(item, text, lines)
    rows: list[SentenceRow] = []
    for i, sentence in enumerate(sentences):
        in_clause = any(sentence.span.overlaps(clause.span) for clause in whole.resolutions)
        if in_clause == (item is whole) or discussion.label_of(sentence, text):
            continue
        hits = [sure for start, end, sure in marks if _same_place(sentence.span, start, end)]
        if not hits or "clear" in hits:
            finders = (passages.features, passages.standing, passages.wording)
            cues, uncued, wording = (find(sentences, i, item.paragraphs) for find in finders)
            source = [] if name.startswith(("dev", "seed")) else [MARKED]
            told = passages.told(sentences, i, item.paragraphs)
            rows.append(SentenceRow(name, cues + source, uncued + source, wording, told, bool(hits), counts))
    return rows


def _same_place(span: Span, start: int, end: int) -> bool:
    return min(span.end, end) - max(span.start, start) >= SAME_PLACE * min(span.end - span.start, end - start)


def kind_rows(name: str, minutes: Minutes, label: dict[str, Any]) -> list[KindRow]:
    """The clear actions of a document with the names that their kind is told by."""
    text = minutes.document.text
    items = [(number, item) for number, meeting in enumerate(minutes.meetings) for item in meeting.items]
    places = [paragraph.span for _, item in items for paragraph in item.paragraphs]
    ruled = [
        (find.spans[0], find.rule)
        for number, item in items
        for find in decided.find_in_clauses(number, 0, item, text)[0]
    ]
    rows = []
    for meeting in label["meetings"]:
        for item in meeting["items"]:
            for action in item["actions"]:
                if action["certainty"] == "clear":
                    words, rule = _told_by(action["evidence"], text, places, ruled)
                    found = kinds.all_names(words, item.get("title") or "", rule)
                    counts = REAL if name.startswith("seed") else 1.0
                    rows.append(KindRow(name, found, words, action["kind"].split("|"), counts))
    return rows


def _told_by(evidence: list[str], text: str, places: list[Span], ruled: list[tuple[Span, str]]) -> tuple[str, str]:
    """(the words of an action made plain, with what they point back to; the rule of its clause)."""
    words = plain(" ".join(evidence))
    place = place_of(evidence[0], text)
    span = Span(*place) if place else Span(0, 0)
    rule = next((rule for clause, rule in ruled if clause.overlaps(span)), "")
    around = next((paragraph for paragraph in places if paragraph.overlaps(span)), None)
    if around and not rule:
        said = [text[s.start : s.end] for s in split(text, around.start, span.start)]
        words += " " + kinds.asked_before(text[span.start : span.end], said)
    return words, rule

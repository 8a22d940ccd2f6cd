"""The finds of an item's discussion: sentences that leave something to do, put together into passages.

An ask and the consent that follows are one find; a line such as "ACTION: Director" names the owner of what stands
before it, and vouches for it.
"""

import re
from collections.abc import Sequence

from ..document import Span
from ..phrases.said import FAMILY, LIVE, RANK
from ..phrases.words import DO
from ..records import AgendaItem, Paragraph
from ..sheets.action_sheets import LABEL, lines_of_lists, read_line
from ..sheets.flat_tables import FlatRow
from .find import LISTED, SAID, Find, Left
from .near_misses import is_no_ask, is_voted_down, near_miss, reasons_of
from .passages import Sentence, read_sentences, weigh

THRESHOLD = 0.0
_ASKS = frozenset("ask want question suggest should opinion resolve programme".split())
_FRESH = frozenset("ask question".split())
_REPLIES = frozenset("promise deed would passive offer consent tasked".split()) | {"be done", "unknown"}
_ANAPHORA = re.compile(
    r"^(?:he|she|they|it|this|these|those|that|both|such|in (?:reply|response)|there was|the answer|which|officers|a (?:copy|list|link)|copies|"
    r"the [a-z() ,&-]{3,60}? (?:agreed|undertook|said|would|will|offered|confirmed|accepted|replied|responded|did not|was|apologised|took|indicated|advised|stated))\b"
)
_REFERS = re.compile(
    r"\b(?:send|supply|provide|get|let|share|circulate|do|bring|show|have|put|check|see|see to|look at|look into|find|take|raise|answer) (?:\w+ ){0,2}?(?:it|this|that|them|these|those|one|so)\b|\bdo so\b|\bfurther letter\b|\breminder\b"
)
_DEED = re.compile(rf"\b(?:to|would|will) (?:be )?(?:{DO})\b|^(?:{DO})\b", re.IGNORECASE)
_TO_ACTION = re.compile(r"^(?:the )?([a-z ]{3,40}) to action\.?$")
_NOTHING = re.compile(
    r"(?:none|nil|n/a|not applicable|no (?:further )?actions?|to note|noted|for information)\b[^a-z]*(?:required|needed|arising)?\W*$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"[(\[]Actions?:?\s*(?P<owner>[^)\]]{2,80}?)\.?[)\]]", re.IGNORECASE)

_WHEN_IT_COMES = re.compile(
    r"(?:it|they|this|these|both) (?:would|should|will) (?:be (?:ready|available|finished|completed?|out|there|with)|come|arrive|follow)\b"
)

Label = tuple[Span | None, str | None]


def find_in_discussion(
    meeting: int, number: int, item: AgendaItem, text: str, flat: Sequence[FlatRow]
) -> tuple[list[Find], list[Left]]:
    """What the discussion and its action lines leave to do, in order, and what nearly did; `flat` rows are read elsewhere."""
    rows = frozenset([row.at + i for row in flat for i in range(row.lines)])
    lines = list(lines_of_lists(item, text, rows))
    skipped = rows.union(reasons_of(item, text), [index for index, _ in lines])
    sentences = read_sentences(item, text, skipped)
    labels = {i: found for i, s in enumerate(sentences) if (found := label_of(s, text)) is not None}
    scores = _scores(item, sentences, labels, text)
    finds: list[Find] = []
    lefts: list[Left] = []
    group: list[int] = []
    for i, sentence in enumerate(sentences):
        deed, doer = labels.get(i, (None, None))
        if deed is not None:
            finds.append(Find(meeting, number, sentence.paragraph, (deed,), LISTED, "action line", owner=doer))
        if scores[i] <= THRESHOLD:
            left = near_miss(meeting, number, sentence)
            lefts += [left] if left else []
        elif is_voted_down(sentences, i):
            lefts.append(Left(meeting, number, sentence.span, "voted down", "it was put and lost, or withdrawn"))
        elif group or not _only_consents(sentence) or _answers(sentences, i):
            if group and not _joins(sentences, group, i, item.paragraphs):
                finds.append(_said(meeting, number, sentences, group, scores, labels, text))
                group = []
            group.append(i)
    if group:
        finds.append(_said(meeting, number, sentences, group, scores, labels, text))
    listed, done = _listed(meeting, number, lines, text)
    return finds + listed, lefts + done


def _scores(item: AgendaItem, sentences: list[Sentence], labels: dict[int, Label], text: str) -> list[float]:
    """Each sentence's score, that of what only sounds like an ask put out of reach."""
    scores = [-9.0 if i in labels else found for i, found in enumerate(weigh(sentences, item.paragraphs))]
    for i, sentence in enumerate(sentences):
        if scores[i] > THRESHOLD and is_no_ask(item, sentence, text):
            scores[i] = -9.0
    _vouch(sentences, labels, scores)
    return scores


def _listed(
    meeting: int, number: int, lines: Sequence[tuple[int, Span | None]], text: str
) -> tuple[list[Find], list[Left]]:
    """The lines of action lists: those still to be done, and those shown as done."""
    finds: list[Find] = []
    lefts: list[Left] = []
    for index, span in lines:
        if span is None:
            continue
        words, owner, due, done = read_line(span, text)
        if done:
            lefts.append(Left(meeting, number, words, "line of an action list", "the list shows it as done"))
        else:
            finds.append(Find(meeting, number, index, (words,), LISTED, "line of an action list", owner=owner, due=due))
    return finds, lefts


_OWN_DEED = frozenset(
    "promise deed passive passively offer tasked ask suggest should resolve bare label follows would".split()
) | {"be done"}


_POINTS_BACK = re.compile(  # "remarked that it would be good to have …" points to nothing
    r"\b(?:this|that(?! it (?:would|might|could) be (?:good|useful|helpful|nice|best|wise|worth|right|interesting|of)\b)|it(?! would| might| may| was| is)|these|those|so|them)\b"
)


def _only_consents(sentence: Sentence) -> bool:
    """Whether a sentence says no more than that somebody was content: "The Portfolio Holder was happy with that."."""
    return (
        bool(sentence.families & {"consent", "want", "unknown"})
        and not sentence.families & _OWN_DEED
        and len(sentence.words) < 110
        and ("want" not in sentence.families or bool(_POINTS_BACK.search(sentence.words)))
    )


def _answers(sentences: Sequence[Sentence], i: int) -> bool:
    """Whether the sentence before is an ask that this one can be the answer to."""
    if i == 0 or sentences[i].paragraph - sentences[i - 1].paragraph > 1:
        return False
    return bool(sentences[i - 1].families & (_ASKS | {"lack"}))


def label_of(sentence: Sentence, text: str) -> Label | None:
    """(what is to be done or None, owner or None) where the sentence is an action line: "ACTION: Director"."""
    words = text[sentence.span.start : sentence.span.end]
    if sentence.words.endswith(("to action", "to action.")) and (found := _TO_ACTION.match(sentence.words)):
        return None, words[: len(found.group(1)) + words.lower().find(found.group(1))][
            words.lower().find(found.group(1)) :
        ]
    found = LABEL.match(words)
    if found is None or found.end() >= len(words):
        return None
    rest = words[found.end() :].strip()
    if _NOTHING.match(rest):
        return None
    if _DEED.search(rest) or len(rest) > 90:
        return Span(sentence.span.start + found.end(), sentence.span.end), None
    return None, rest.rstrip(" .;]" if "(" in rest else " .;])")


def _vouch(sentences: Sequence[Sentence], labels: dict[int, Label], scores: list[float]) -> None:
    """A bare "ACTION: Director" says that something before it is an action: the best sentence above it counts."""
    for i, (deed, _) in labels.items():
        if deed is not None:
            continue
        above: list[int] = []
        for j in range(i - 1, -1, -1):
            if j in labels or sentences[i].paragraph - sentences[j].paragraph > 1 + (
                bool(above) and sentences[above[-1]].paragraph == sentences[i].paragraph
            ):
                break
            if above and sentences[j].paragraph != sentences[above[0]].paragraph:
                break
            above.append(j)
        if above and all(scores[j] <= THRESHOLD for j in above):
            best = max(above, key=lambda j: scores[j])
            scores[best] = THRESHOLD + 0.1


def _joins(sentences: Sequence[Sentence], group: Sequence[int], i: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether sentence `i` goes on with the passage: it replies to what is asked there, and is no ask or promise of its own."""
    last, here = sentences[group[-1]], sentences[i]
    if i - group[-1] > 2 or here.paragraph - last.paragraph > 1:
        return False
    if here.paragraph != last.paragraph and (
        paragraphs[here.paragraph].marker
        or last.families & {"deed", "promise"}
        or not last.families & (_ASKS | {"lack"})
        or i - group[-1] != 1
        or here.families & {"ask", "want", "suggest"}
        or not (_ANAPHORA.match(here.words) or _REFERS.search(here.words))
    ):
        return False  # another entry of the list, a promise of its own, or no reply to what stands right above it
    if i - group[-1] == 2 and sentences[i - 1].families & _FRESH:
        return False
    if here.families & _FRESH and not here.families & {"promise", "deed", "consent"}:
        return False
    if here.paragraph == last.paragraph and (_refers_back(last, here) or (i - group[-1] == 1 and _goes_on(here))):
        return True
    if _only_consents(here) and here.paragraph == last.paragraph:
        return True
    asked = any(sentences[j].families & _ASKS for j in group)
    if here.families & _REPLIES and asked and not any(sentences[j].families & {"deed", "promise"} for j in group[1:]):
        return True
    return (
        bool(here.families & {"consent", "want", "opinion"})
        and not here.families & {"deed", "promise", "ask"}
        and _ANAPHORA.match(here.words) is not None
        and ("want" not in here.families or _POINTS_BACK.search(here.words) is not None)
    )


def _goes_on(here: Sentence) -> bool:
    """Whether a sentence only says more of what was just asked or promised: "It would be with her by Friday."."""
    if _WHEN_IT_COMES.match(here.words):
        return True
    return (
        not here.families & _FRESH
        and _ANAPHORA.match(here.words) is not None
        and _POINTS_BACK.search(here.words) is not None
    )


def _refers_back(last: Sentence, here: Sentence) -> bool:
    """Whether a promise is of what was just spoken of: "no reply had come. She would send a reminder."."""
    if (
        not here.families & {"deed", "promise"}
        or here.families & {"ask", "want", "suggest"}
        or not _REFERS.search(here.words)
    ):
        return False
    return bool(last.families & {"lack", "ask", "question"}) or (
        _ANAPHORA.match(here.words) is not None and "deed" not in last.families
    )


def _said(
    meeting: int,
    number: int,
    sentences: Sequence[Sentence],
    group: list[int],
    scores: Sequence[float],
    labels: dict[int, Label],
    text: str,
) -> Find:
    """One find for a passage, with the question it answers as a further quote."""
    first, last = group[0], group[-1]
    quoted = list(group)
    opener = sentences[first]
    if first and not opener.families & {"ask"} and opener.families & _REPLIES:
        reach = 2 if _ANAPHORA.match(opener.words) else 1
        for j in range(first - 1, max(first - reach - 1, -1), -1):
            paragraphs_above = opener.paragraph - sentences[j].paragraph
            if paragraphs_above > 1 or (paragraphs_above and j < first - 1) or j in labels:
                break
            if sentences[j].families & {"question", "ask", "want", "suggest"}:
                quoted.insert(0, j)
                break
    best = max(group, key=lambda i: scores[i])
    owner = _owner_label(sentences, last, labels, text)
    spans = [sentences[best].span] + [sentences[j].span for j in quoted if j != best]
    return Find(
        meeting,
        number,
        sentences[best].paragraph,
        tuple(spans),
        SAID,
        _rule(sentences[best]),
        owner=owner,
        score=scores[best],
    )


def _rule(sentence: Sentence) -> str:
    """The cue that says most surely that something is to be done; "wording" where only the words as a whole say so."""
    live = [name for name in sentence.cues if FAMILY[name] in LIVE]
    return min(live, key=lambda name: (RANK.get(name, 99), name), default="wording")


def _owner_label(sentences: Sequence[Sentence], last: int, labels: dict[int, Label], text: str) -> str | None:
    words = text[sentences[last].span.start : sentences[last].span.end]
    found = _INLINE.search(words)
    if found:
        return found["owner"].strip()
    for j in range(last + 1, min(last + 4, len(sentences))):
        if sentences[j].paragraph - sentences[last].paragraph > 1:
            break
        if j in labels:
            return labels[j][1] if labels[j][0] is None else None
    return None

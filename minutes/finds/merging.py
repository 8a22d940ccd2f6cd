"""The same follow-up told twice (asked for in discussion, resolved, listed at the end) is put together as one.

Two finds are the same where enough of the telling words of the one stand in the other or right beside it. A word
tells the more, the fewer paragraphs of the meeting it stands in.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ..document import Span
from ..meaning import same
from ..phrases.cue import plain
from ..phrases.said import FAMILY
from ..records import AgendaItem, Meeting
from ..what.kinds import kind_of
from .find import LISTED, RESOLVED, SAID, Find

_WORD = re.compile(r"[a-z0-9£%]{3,}|[0-9]+")
_EMPTY = frozenset(
    "the and that this these those for with from would could should will was were are been being have has had not but its his her their "
    "they them she him who which what when where how many whether any all some one two next member members committee panel board commission "
    "councillor councillors cllr chair chairman said asked agreed requested suggested stated noted provided provide send sent sending bring brought "
    "meeting report officer officers head service director manager more than into out about also there then such other further may might can be "
    "to of in on at by as it is an or if he up so do did does done see seen get let know find ask made make take taken given give".split()
)
SAME_KIND = 1.4  # what being of one kind adds
LEAST = -3.6  # what two finds must overcome to count as one
# what counts where the language model is asked too, fitted on minutes that it had not seen; no answer counts for more than _MOST
_SUM, _WORDS, _KIND, _MEANING, _MOST = 0.1, 0.9, 1.6, 0.37, 6.0
_MOST_HEADS = 12  # clauses and rows of an item; the model is not asked about more
_STEM = 5
_LEAD, _BEGUN = 260, 30  # characters that lead to a quote; of a paragraph that says enough by itself
_SURELY_ONE, _APART = 0.5, 400  # the answer of the model that is believed; characters between an ask and its answer
_MOST_WITH_WORD = 40  # groups; a word that more of them hold leads to none


# who is to act says nothing of what is to be done: "the Head of Parks", "the Cabinet Member for Roads and Transport"
_POST = re.compile(
    r"\b(?:Head|Director|Member|Holder|Officer|Secretary)(?: of| for)(?: (?:[A-Z][\w’'&-]*|and|the|of),?){1,6}"
    r"|\b(?:[A-Z][\w’'&-]*,? ){1,5}(?:Manager|Officer|Director|Leader|Lead|Engineer|Clerk|Holder|Commissioner|Adviser|Advisor|Coordinator|Accountant|Solicitor|Treasurer|Surveyor)\b"
)


def stems(words: str) -> frozenset[str]:
    """The telling words, cut to their first letters so that "visits" and "visiting" are one."""
    return frozenset([word[:_STEM] for word in _WORD.findall(words.lower()) if word not in _EMPTY])


class Weigher:
    """How telling each word of a meeting is."""

    def __init__(self, meeting: Meeting, text: str) -> None:
        counts: Counter[str] = Counter()
        self.total = 1
        for item in meeting.items:
            for paragraph in item.paragraphs:
                self.total += 1
                counts.update(stems(text[paragraph.span.start : paragraph.span.end]))
        self.counts = counts

    def weight(self, words: frozenset[str]) -> float:
        return math.fsum([math.log(1 + self.total / (1 + self.counts[word])) for word in words])


class Pairing:
    """Whether two finds of a meeting are one follow-up told twice."""

    def __init__(self, finds: Sequence[Find], meeting: Meeting, text: str) -> None:
        self.meeting, self.text = meeting, text
        self.of_item: dict[int, list[Find]] = {}
        self.heads_of = Counter([find.item for find in finds if find.source != SAID])
        for find in finds:
            self.of_item.setdefault(find.item, []).append(find)
        told = [" ".join([text[span.start : span.end] for span in find.spans]) for find in finds]
        self.words = {id(find): stems(_POST.sub(" ", words)) for find, words in zip(finds, told, strict=True)}
        self.told = {id(find): words for find, words in zip(finds, told, strict=True)}
        self.kinds: dict[int, str] = {}

    @cached_property
    def weigher(self) -> Weigher:
        """Made only where two finds have to be compared: it reads the whole meeting."""
        return Weigher(self.meeting, self.text)

    def score(self, find: Find, head: Find) -> float:
        """Above nought where `find` tells again what `head` says: by their words, and in one item by what they mean."""
        words = self.by_words(find, head)
        by_rule = words
        if -SAME_KIND < words <= 0 and self.alike_in_kind(find, head):
            by_rule += SAME_KIND
        said_again = (head.source, find.source) == (RESOLVED, SAID)
        if not self.may_mean_one(find, head) or (by_rule > 0 and not said_again):
            return by_rule
        by_meaning = _SUM + _WORDS * words + (_KIND if self.alike_in_kind(find, head) else 0.0)
        if abs(by_meaning) < _MEANING * _MOST:  # the answer can tip it
            by_meaning += _MEANING * self.meant(find, head)
        return by_meaning if said_again else max(by_rule, by_meaning)

    def may_mean_one(self, find: Find, head: Find) -> bool:
        """Whether the language model is asked: not of two rows of a list, nor where an item has very many clauses or rows."""
        return (
            find.item == head.item
            and (head.source == RESOLVED or find.source == SAID)
            and self.heads_of[find.item] <= _MOST_HEADS
        )

    def by_words(self, find: Find, head: Find) -> float:
        """How much of the telling words of the one stand in the other; the weights were fitted on the corpus."""
        shared = self.words[id(find)] & self.words[id(head)]
        sums_up = self.sums_up(head, find)
        if not shared and not sums_up and not self.may_mean_one(find, head):
            return LEAST  # what stands around it can never be enough by itself
        weigh = self.weigher.weight
        common, mine, its = weigh(shared), weigh(self.words[id(find)]) or 1.0, weigh(self.words[id(head)]) or 1.0
        around = self.words[id(find)] | _around(find, self.meeting, self.text)
        return (
            LEAST
            + 0.9 * common / its
            + 2.4 * common / mine
            + 1.2 * common / min(mine, its)
            + 1.8 * weigh(self.words[id(head)] & around) / its
            + 3.2 * min(common, 12.0) / 12.0
            + 2.7 * sums_up
        )

    def meant(self, find: Find, head: Find) -> float:
        """The language model's answer whether the two are one; a clause or line that heads comes first."""
        start = min([span.start for span in find.spans])
        before = leading_to(start, find.paragraph, self.meeting.items[find.item], self.text)
        return max(-_MOST, min(_MOST, same(_quoted(head, self.text), before, _quoted(find, self.text))))

    def alike_in_kind(self, find: Find, head: Find) -> bool:
        return self.kind(find) == self.kind(head) or self.informs(find, head)

    def informs(self, find: Find, head: Find) -> bool:
        """Whether the one asks to be told more and the other says that it is to be in a briefing."""
        return (self.kind(find), self.kind(head)) == ("information", "briefing")

    def kind(self, find: Find) -> str:
        """The find's kind by its own words; asked for only where it can tip the scales."""
        if id(find) not in self.kinds:
            self.kinds[id(find)] = find.kind or kind_of(plain(self.told[id(find)]))
        return self.kinds[id(find)]

    def sums_up(self, line: Find, find: Find) -> bool:
        """Whether `line` is an action line that stands right under the find, with no other find between them."""
        if line.rule != "action line" or find.rule == "action line" or line.item != find.item:
            return False
        start, end = max([span.start for span in find.spans]), line.spans[0].start
        if not 0 <= line.paragraph - find.paragraph <= 1 or end < start:
            return False
        return not any(other is not find and start < other.spans[0].start < end for other in self.of_item[find.item])


def _around(find: Find, meeting: Meeting, text: str) -> frozenset[str]:
    """The telling words of the paragraph that the find stands in."""
    paragraphs = meeting.items[find.item].paragraphs
    if not 0 <= find.paragraph < len(paragraphs):
        return frozenset()
    span = paragraphs[find.paragraph].span
    return stems(text[max(span.start, find.spans[0].start - 1200) : min(span.end, find.spans[0].end + 600)])


def leading_to(at: int, paragraph: int, item: AgendaItem, text: str) -> str:
    """What stands right before a place in a paragraph of the item, and in the one above where that has hardly begun."""
    words = ""
    for span in [beside.span for beside in reversed(item.paragraphs[max(paragraph - 1, 0) : paragraph + 1])]:
        end = min(span.end, at)
        words = f"{text[max(span.start, end - _LEAD) : end]} {words}".strip()
        if len(words) >= _BEGUN:
            break
    return " ".join(words.split())


class Homes:
    """The groups of a meeting, found by their item, or by a telling word where a list may tell of any item."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.groups: list[list[Find]] = []
        self.by_item: dict[int, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        self.listed_by_word: dict[str, list[int]] = {}

    def add(self, group: list[Find]) -> None:
        self.groups.append(group)
        for head in group:
            self.note(len(self.groups) - 1, head)

    def note(self, place: int, head: Find) -> None:
        """Has a find that tells what its group is about lead to the group; what was only said never does."""
        if head.source == SAID:
            return
        self.by_item.setdefault(head.item, []).append(place)
        for word in self.pairing.words[id(head)]:
            self.by_word.setdefault(word, []).append(place)
            if head.source == LISTED:
                self.listed_by_word.setdefault(word, []).append(place)

    def join(self, find: Find) -> bool:
        """Puts the find into the group that it tells again, if there is one."""
        best, home = 0.0, -1
        for place in self._near(find):
            heads = [head for head in self.groups[place] if self._may_head(head, find)]
            score = max([self.pairing.score(find, head) for head in heads], default=-1.0)
            if score > best:
                best, home = score, place
        if home < 0:
            return False
        self.groups[home].append(find)
        self.note(home, find)
        return True

    def _near(self, find: Find) -> list[int]:
        """The groups that the find could belong to: of its item, and of others where they share a word that few hold."""
        places = set(self.by_item.get(find.item, ()))
        index = self.by_word if find.source == LISTED else self.listed_by_word
        for word in self.pairing.words[id(find)]:
            found = index.get(word, ())
            if len(found) <= _MOST_WITH_WORD:
                places.update(found)
        return sorted(places)

    @staticmethod
    def _may_head(head: Find, find: Find) -> bool:
        return head.source != SAID and (head.item == find.item or LISTED in (head.source, find.source))


_WANTING = frozenset(("ask", "want", "suggest", "should", "opinion", "question", "lack", "unknown", "wording"))
_ANSWERING = frozenset(
    ("promise", "deed", "would", "passive", "passively", "tasked", "offer", "consent", "unknown", "follows")
)
_TAKEN_ON, _FRESH = frozenset(("promise", "deed", "tasked")), frozenset(("ask", "question", "suggest"))
# the answer is of something more, or wants something of its own: "They would also send …", "She asked for a map"
_MORE = re.compile(r"\b(?:also|too|as well|further|in addition|another|besides)\b", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:asked|requested|sought|wanted|wondered|queried|suggested|proposed|recommended)\b(?! to\b)", re.IGNORECASE
)


def with_answers(finds: Sequence[Find], meeting: Meeting, text: str) -> list[Find]:
    """The finds, what was wanted and the answer right behind it put into one: "No reasons were given. She would ask HR."."""
    out: list[Find] = []
    place = -1  # of what was said last
    for find in sorted(finds, key=lambda find: (find.item, find.spans[0].start)):
        if find.source == SAID and place >= 0 and _is_answer(out[place], find, meeting.items[find.item], text):
            asked = out[place]
            first, second = (asked, find) if asked.score >= find.score else (find, asked)
            spans = (*first.spans, *second.spans)
            out[place] = replace(first, spans=spans, owner=find.owner or asked.owner)
            continue
        out.append(find)
        if find.source == SAID:
            place = len(out) - 1
    return out


def _is_answer(asked: Find, answer: Find, item: AgendaItem, text: str) -> bool:
    """Whether the second find stands behind the first in its paragraph, and only answers it: by rule, or by what it means."""
    start, end = max([span.end for span in asked.spans]), min([span.start for span in answer.spans])
    if asked.item != answer.item or asked.paragraph != answer.paragraph or not 0 <= end - start < _APART:
        return False
    words, wanted, given = _quoted(answer, text), FAMILY.get(asked.rule, "wording"), FAMILY.get(answer.rule, "")
    if _MORE.search(words):
        return False
    if not text[start:end].strip() and wanted in _WANTING and given in _ANSWERING and not _WANTS.search(words):
        return True
    if wanted in _TAKEN_ON or given in _FRESH:
        return False
    return same(_quoted(asked, text), leading_to(end, answer.paragraph, item, text), words) > _SURELY_ONE


def _quoted(find: Find, text: str) -> str:
    """The find's words as they stand, in the order of the text; of a clause the clause alone."""
    spans = find.spans[:1] if find.source == RESOLVED else sorted(find.spans, key=lambda span: span.start)
    return " ".join([text[span.start : span.end] for span in spans])


def merge(finds: Sequence[Find], meeting: Meeting, text: str) -> list[list[Find]]:
    """The finds of a meeting in groups that are one follow-up each, the decided clause first in each."""
    finds = with_answers(finds, meeting, text)
    homes = Homes(Pairing(finds, meeting, text))
    for source in (RESOLVED, LISTED, SAID):
        fresh = [[find] for find in finds if find.source == source and (source == RESOLVED or not homes.join(find))]
        for group in fresh:
            homes.add(group)
    return sorted(homes.groups, key=lambda group: (group[0].item, group[0].spans[0].start))


def quotes(group: Sequence[Find]) -> list[tuple[Span, str]]:
    """The spans of a group with their source, the decided clause first, no stretch twice."""
    out: list[tuple[Span, str]] = []
    for find in group:
        for span in find.spans:
            if not any(span.overlaps(other) for other, _ in out):
                out.append((span, "resolved" if find.source == RESOLVED else "said"))
    return out

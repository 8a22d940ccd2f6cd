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
from ..phrases.cue import plain
from ..phrases.said import FAMILY
from ..records import Meeting
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
_STEM = 5
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
        """Above nought where `find` tells again what `head` says; the weights were fitted on the corpus."""
        shared = self.words[id(find)] & self.words[id(head)]
        sums_up = self.sums_up(head, find)
        if not shared and not sums_up:
            return -1.0  # what stands around it can never be enough by itself
        weigh = self.weigher.weight
        common, mine, its = weigh(shared), weigh(self.words[id(find)]) or 1.0, weigh(self.words[id(head)]) or 1.0
        around = self.words[id(find)] | _around(find, self.meeting, self.text)
        score = (
            LEAST
            + 0.9 * common / its
            + 2.4 * common / mine
            + 1.2 * common / min(mine, its)
            + 1.8 * weigh(self.words[id(head)] & around) / its
            + 3.2 * min(common, 12.0) / 12.0
            + 2.7 * sums_up
        )
        if -SAME_KIND < score <= 0 and (self.kind(find) == self.kind(head) or self.informs(find, head)):
            score += SAME_KIND
        return score

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
# the answer wants something of its own: "She asked too for a map", "They would also send …"
_OF_ITS_OWN = re.compile(
    r"\b(?:also|too|as well|further|in addition|another|besides)\b"
    r"|\b(?:asked|requested|sought|wanted|wondered|queried|suggested|proposed|recommended)\b(?! to\b)",
    re.IGNORECASE,
)


def with_answers(finds: Sequence[Find], text: str) -> list[Find]:
    """The finds, what was wanted and the answer right behind it put into one: "No reasons were given. She would ask HR."."""
    out: list[Find] = []
    place = -1  # of what was said last
    for find in sorted(finds, key=lambda find: (find.item, find.spans[0].start)):
        if find.source == SAID and place >= 0 and _answers(out[place], find, text):
            asked = out[place]
            first, second = (asked, find) if asked.score >= find.score else (find, asked)
            spans = (*first.spans, *second.spans)
            out[place] = replace(first, spans=spans, owner=find.owner or asked.owner)
            continue
        out.append(find)
        if find.source == SAID:
            place = len(out) - 1
    return out


def _answers(asked: Find, answer: Find, text: str) -> bool:
    """Whether the second find stands right behind the first, in its paragraph, and only answers it."""
    between = text[max([span.end for span in asked.spans]) : min([span.start for span in answer.spans])]
    return (
        asked.item == answer.item
        and asked.paragraph == answer.paragraph
        and not between.strip()
        and FAMILY.get(asked.rule, "wording") in _WANTING
        and FAMILY.get(answer.rule, "") in _ANSWERING
        and not any(_OF_ITS_OWN.search(text, span.start, span.end) for span in answer.spans)
    )


def merge(finds: Sequence[Find], meeting: Meeting, text: str) -> list[list[Find]]:
    """The finds of a meeting in groups that are one follow-up each, the decided clause first in each."""
    finds = with_answers(finds, text)
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

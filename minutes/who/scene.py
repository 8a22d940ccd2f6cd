"""An agenda item as the place where people are named: its paragraphs, sentences, and who is mentioned in each."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter

from ..document import Document, Span
from ..records import AgendaItem, Paragraph
from ..sentences import split
from .actors import Mention, mentions
from .names import is_common, is_first_name

_START = attrgetter("start")


class Scene:
    """The paragraphs of one agenda item, and the notes in its margin; what was looked up once is kept."""

    def __init__(self, document: Document, item: AgendaItem) -> None:
        self.text = document.text
        self.paragraphs = [p for p in item.paragraphs if p.section != "margin"]
        self.margins = [p for p in item.paragraphs if p.section == "margin" and p.anchor is not None]
        self.resolved = [clause.span for clause in item.resolutions]
        self._starts = [p.span.start for p in self.paragraphs]
        self._seen: dict[tuple[int, int], list[Mention]] = {}
        self._split: dict[int, list[Span]] = {}

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def index(self, at: int) -> int:
        """Which paragraph a place stands in or right behind; -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def paragraph(self, at: int) -> Paragraph | None:
        index = self.index(at)
        return self.paragraphs[index] if index >= 0 else None

    def sentences(self, paragraph: Paragraph) -> list[Span]:
        begin = paragraph.span.start
        if begin not in self._split:
            self._split[begin] = split(self.text, begin, paragraph.span.end)
        return self._split[begin]

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        paragraph = self.paragraph(at)
        if paragraph is None or at >= paragraph.span.end:
            return Span(at, at)
        sentences = self.sentences(paragraph)
        place = bisect_right(sentences, at, key=_START) - 1
        return sentences[place] if place >= 0 and at < sentences[place].end else paragraph.span

    def until(self, paragraph: Paragraph, at: int) -> list[Span]:
        """The sentences of a paragraph up to a place, the last one cut off there."""
        sentences = self.sentences(paragraph)
        said = sentences[: bisect_left(sentences, at, key=_START)]
        if said and said[-1].end > at:
            start = said[-1].start
            said[-1] = Span(start, start + len(self.text[start:at].rstrip()))
        return said

    def before(self, at: int) -> list[Span]:
        """The sentences before a place: of its paragraph, or where it opens one, of the paragraph above."""
        paragraph, index = self.paragraph(at), self.index(at)
        if paragraph is None:
            return []
        said = [sentence for sentence in self.sentences(paragraph) if sentence.end <= at]
        if not said and index > 0 and not paragraph.marker:
            return self.sentences(self.paragraphs[index - 1])
        return said

    def mentions(self, span: Span) -> list[Mention]:
        """Everybody named in a span, in order."""
        key = (span.start, span.end)
        if key not in self._seen:
            text = self.slice(span)
            self._seen[key] = [known for mention in mentions(text) if (known := self._known(mention))]
        return self._seen[key]

    def _known(self, mention: Mention) -> Mention | None:
        """One capital word as a person, where it is somebody's first name; None where it is a word like any other."""
        if mention.kind != "single" or mention.name is None:
            return mention
        if is_first_name(mention.name, self.text):
            return replace(mention, kind="person")
        return None if is_common(mention.name, self.text) else mention

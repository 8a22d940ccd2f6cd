"""Who must act and who asked: the document's own words, pronouns resolved.

Only a person, a post, a named team or an outside body is an owner; "officers", "the service" and the body that met
are nobody. Where the words say nothing the answer is None: the directory, outside this library, knows the fallbacks.
"""

import re
from collections.abc import Sequence

from ..document import Document, Span
from ..records import AgendaItem
from .acting import role_of
from .actors import SERVICE, Mention, clean, is_member, is_nobody, mentions, names_post
from .askers import requester_of
from .beside import SURELY, action_line, lead_in, margin, noted_behind, speaker
from .pronouns import antecedent, teller, told_one
from .scene import Scene
from .turns import BARE, CHAIR, CONSENTS, FOR, SAID_SO, TO_ASK, TO_TELL

_UNSURE = 2.0  # below this the words of the quote itself name nobody who promised or was told
_ASKED_THAT = re.compile(
    r"\b(?:asked|requested|wondered|enquired|queried|suggested|asks|requests)\s+(?:(?!if\b|whether\b|for\b)[\w’']+\s+){0,4}(?P<if>if|whether)?(?:that)?(?:,?\s+(?:in\s+(?:the\s+)?(?:meantime|future|addition)|meanwhile|next\s+time|where\s+possible),?)?\s*$"
)
_ASKED_HIM = re.compile(
    r"\b(?:asked|requested|urged|instructed|tasked)\s+(?P<pronoun>him|her)\s+(?:to|for)\b(?![^.;]{2,60}?\band\s+(?:would|will|promised|undertook|agreed\s+to|offered\s+to)\b)"
)
# "they would be rung by him", "Members would hear from her", not "by her team"
_BY_HIM = re.compile(
    r"\b(?:be\b[^.;]{2,80}\bby|(?:would|will|could|should|to)\s[^.;]{0,40}?\b(?:hear|have|get|receive|expect|come)\b[^.;]{0,60}\sfrom|(?:left|leave|rests?|lay)\b[^.;]{0,30}\bwith)\s+(?P<pronoun>him|her)"
    r"(?=\s*(?:[.,;)]|$)|\s+(?:by|in|on|at|before|within|and|this|that|next|to|after|when|as|with|for|direct|shortly|soon)\b)"
)
_WANTED = re.compile(r"\b(?:asked|wanted|wished|looked)\s+for\b(?:(?!\b(?:and|but|said|replied)\b)[^.;]){0,80}$")
_PLEDGE = re.compile(
    r"\b(?:I|we)\b[^.;?]{0,60}?(?:\b(?:will|can|could|would|shall|undertake|offer|am\s+happy|are\s+happy)\b|[’']ll\b|[’']d\b|[’']m\s+happy\b|\s*am\s+happy\b)|\b(?:this|that|it|these|they)\s+(?:will|can|could|would)\s+be\s+(?!the\b|an?\b|in\b)|\b(?:leave|give)\s+(?:that|this|it)\s+(?:with|to)\s+me\b|\bhappy\s+to\b|\byou\s+(?:can|will|shall)\s+have\b",
    re.IGNORECASE,
)
_NOTED = re.compile(r"[:–-]\s+(?:to\s+)?(?:will\s+)?(?:" + BARE + r")\b")
_BEARER = re.compile(r"(?P<post>.{5,}?)\s\((?P<who>[^()]+)\)$")

_IN_REPLY = re.compile(
    r"\W*(?:In\s+(?:reply|response|answer)|Replying|Responding|Answering)[^,.;]{0,60}?,?\s+(?:the\s+)?(?=[A-Z]|he\b|she\b)"
)
_OF_IT = re.compile(r"\W*(?:This|That|It|These|They|Such|The\s+(?:request|suggestion|point|proposal|idea))\b")
_NEAR = 60  # characters into an answer in which whoever gives it is named
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_OPENS = re.compile(r"(?:^|\bthat|[:;–-])\W*(?:[Tt]he\s+)?$")
_ENTRY = re.compile(r";|\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)")  # another of a list in one sentence
_WHO_WOULD = re.compile(r",\s+who\s+(?:would|will|undertook|agreed\s+to|offered\s+to)\b")
_BACK = 120  # characters before a pronoun in which it may be said what is wanted
_BEFORE_THE_QUOTE = 0.6  # what a name counts less that stands in the sentence but before the quote
Candidate = tuple[float, str | None]


class Cast:
    """The people of one agenda item, and who is meant where."""

    def __init__(self, document: Document, item: AgendaItem) -> None:
        self.scene = Scene(document, item)

    def owner_of(self, spans: Sequence[Span]) -> str | None:
        """Who must do what the quotes at `spans` ask, in the document's words; None where nobody is named."""
        noted = [words for span in spans if (words := margin(self.scene, span))]
        if noted:
            return noted[0]
        found: list[Candidate] = []
        for rank, span in enumerate(spans):
            found += [(weight - 0.3 * rank, name) for weight, name in self._candidates(span)]
        for span in spans:
            if tagged := action_line(self.scene, span):
                found.append((4.5, tagged))
        weight, name = max(found, key=lambda pair: pair[0], default=(0.0, None))
        if (weight < _UNSURE or name is None) and (led := lead_in(self.scene, spans[0])):
            return _without_bearer(led)
        if weight < _UNSURE:
            name = (
                self._between(spans)
                or self._answerer(spans[-1])
                or name
                or (None if found else teller(self.scene, spans[0]))
            )
        return _without_bearer(name) if name else None

    def requester_of(self, spans: Sequence[Span]) -> str | None:
        """The named person or post who asked, or None where members at large did."""
        return requester_of(self.scene, spans)

    def _between(self, spans: Sequence[Span]) -> str | None:
        """The officer who takes it on in a sentence between the ask that is quoted and its quoted answer."""
        paragraph = self.scene.paragraph(spans[0].start)
        if paragraph is None or not spans[0].end < spans[-1].start < paragraph.span.end:
            return None
        for sentence in self.scene.sentences(paragraph):
            if not spans[0].end <= sentence.start < spans[-1].start:
                continue
            text = self.scene.slice(sentence)
            for mention in self.scene.mentions(sentence):
                if mention.name and not is_member(mention.name) and role_of(text, mention, 0) >= SURELY:
                    return mention.name
        return None

    def _answerer(self, span: Span) -> str | None:
        """The officer who consents in the sentence right after the quote, where the quote only asks."""
        sentence = self.scene.sentence(span.start)
        paragraph = self.scene.paragraph(span.start)
        if paragraph is None or sentence.end >= paragraph.span.end:
            return None
        after = self.scene.sentence(max(sentence.end, span.end) + 1)
        if after.start == after.end or after.start >= paragraph.span.end or after.start < span.end:
            return None
        text = self.scene.slice(after)
        opening = _IN_REPLY.match(text)
        points_back = _OF_IT.search(text) is not None
        for mention in self.scene.mentions(after):
            if mention.kind not in ("person", "post", "single", "pronoun") or mention.pronoun == "they":
                return None
            amid = text.endswith(", ", 0, mention.start - 4) or text.endswith(", ", 0, mention.start)
            is_officer = mention.kind in ("person", "post") and not CHAIR.match(mention.name or "")
            says_so = mention.start < _NEAR and amid and is_officer and SAID_SO.match(text, mention.end) is not None
            near = points_back and mention.start < _NEAR
            if mention.start > (opening.end() if opening else 4) and not near and not says_so:
                return None
            if not (role_of(text, mention, 0) >= 3.0 or CONSENTS.match(text, mention.end)):
                return None
            name = mention.name or antecedent(self.scene, after.start + mention.start, mention.pronoun)
            return None if name is None or is_member(name) else name
        return None

    def _candidates(self, span: Span) -> list[Candidate]:
        """Everybody who by the words of the quote may have to act, with how surely; None is "nobody named"."""
        sentence = self.scene.sentence(span.start)
        start = min(sentence.start, span.start) if sentence.end > sentence.start else span.start
        whole = Span(start, max(span.end, start))
        text = self.scene.slice(whole)
        out: list[Candidate] = []
        said_by = speaker(self.scene, span)
        if said_by and (_PLEDGE.search(text) or _NOTED.search(text)):
            out.append((3.5, said_by))
        named = self.scene.mentions(whole)
        for index, mention in enumerate(named):
            weight = role_of(text, mention, span.start - start)
            if whole.start + mention.start < span.start:
                if _is_of_another_entry(text, mention.end, span.start - start):
                    continue
                weight -= _BEFORE_THE_QUOTE
            if weight <= 0 or mention.pronoun == "they" or _is_only_asked(text, mention, out):
                continue
            name = mention.name
            others = [m for m in named[:index] if m.kind in ("person", "post") and m.name != said_by]
            if mention.kind == "pronoun" and said_by and not others:
                name = said_by  # "A (AB): No. She would send it."
            elif mention.kind == "pronoun":
                weight, name = self._stood_for(whole, text, mention, weight)
            elif name and weight >= SURELY:
                name = _with_partner(text, mention, named)
            out.append((weight - 0.001 * mention.start, name))
        if told := _ASKED_HIM.search(text):
            out.append((3.0 if _WHO_WOULD.search(text, told.end()) else 4.2, told_one(self.scene, whole, told)))
        if done := _BY_HIM.search(text):
            out.append((3.3, self._stood_for_him(whole, done)))
        if noted := noted_behind(self.scene, span):
            out.append((3.1, noted))
        return out

    def _stood_for(self, whole: Span, text: str, mention: Mention, weight: float) -> Candidate:
        """Whom a pronoun of the sentence `text` stands for."""
        asked = _ASKED_THAT.search(text[max(0, mention.start - 60) : mention.start])
        if (asked and asked["if"]) or _WANTED.search(text, max(0, mention.start - _BACK), mention.start):
            weight = min(weight, 1.5)  # "asked if he might sit in": what is wanted, not who does it
        told = asked is not None and not asked["if"]
        return weight, antecedent(self.scene, whole.start + mention.start, mention.pronoun, told)

    def _stood_for_him(self, whole: Span, done: re.Match[str]) -> str | None:
        """Whom "by him" stands for: whom the "he" before it does, or whoever spoke before the sentence."""
        pronoun = "he" if done["pronoun"] == "him" else "she"
        same = [m for m in self.scene.mentions(whole) if m.pronoun == pronoun and m.end <= done.start("pronoun")]
        at = same[0].start if same else done.start("pronoun")
        return antecedent(self.scene, whole.start + at, pronoun, asked=not same)


def _is_of_another_entry(text: str, named: int, quote_at: int) -> bool:
    """Whether the one named up to `named` stands in another entry of a list than the quote, and not before them all."""
    entry = _ENTRY.search(text, named, quote_at)
    return entry is not None and text[named : entry.start()].strip(" ,:–-") != ""


def _with_partner(text: str, mention: Mention, named: Sequence[Mention]) -> str | None:
    """The one mentioned, with whoever stands right before as the other of two: "Ms Reed and Mr Hall would look"."""
    for other in named:
        between = text[other.end : mention.start]
        if other.kind != mention.kind or other.kind not in ("person", "post") or not _AND.fullmatch(between):
            continue
        if _OPENS.search(text[: other.start]):
            return f"{other.name} and {mention.name}"
    return mention.name


def _is_only_asked(text: str, mention: Mention, found: Sequence[Candidate]) -> bool:
    """Whether the asking is the task: "the Cabinet Member was happy to ask the Trust"."""
    return (
        (mention.kind == "body" or FOR.match(text, mention.end) is not None or not TO_TELL.match(text, mention.end))
        and any(weight >= SURELY and name for weight, name in found)
        and TO_ASK.search(text[max(0, mention.start - 40) : mention.start]) is not None
    )


_MARK = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[-–•·]|\d{1,2}\.)\s*")
# the date that stands behind the one to act: "Head of Parks by 5 April", "Clerk – next meeting"
_WHEN = re.compile(
    r"(?:[,;]?\s+(?:by|before|for(?=\s+(?:the\s+)?next))\s+|\s*[,;–-]\s+|\s*\((?:by\s+)?)(?=[^A-Z]{0,12}(?:\d|end\b|next\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ASAP)).{2,60}$|(?<=\w)\s+(?:to|will)\s+[a-z].*$"
)


_WITH_TASK = re.compile(r"(?P<who>[A-Z]{2,3}|[A-Z][a-zß-öø-ÿ]+)(?:\s[–-]|,)\s[a-z][^A-Z]*$")


def owner_in_cell(words: str) -> str | None:
    """Whom a column or label names: without its list marker or stray brackets; None where it is nobody."""
    name = clean(_WHEN.sub("", _MARK.sub("", words.strip(" []"))))
    if (short := _WITH_TASK.match(name)) and not names_post(name):
        name = short["who"]  # "VD – options and costs", "Tamsin, lunch"
    if name.count(")") > name.count("("):
        name = name.rstrip(")")
    if name.count("(") > name.count(")"):
        name = name.lstrip("(")
    if not name or is_nobody(name):
        return None
    return _without_bearer(name)


def _without_bearer(name: str) -> str:
    """The post alone where a person's name stands behind it in brackets: "Head of Parks (Ann Birch)"."""
    found = _BEARER.fullmatch(name)
    if found is None or not names_post(found["post"]) or SERVICE.search(found["who"]):
        return name
    bearer = mentions(found["who"] + " said")
    return found["post"] if len(bearer) == 1 and bearer[0].kind == "person" and " " in found["who"] else name

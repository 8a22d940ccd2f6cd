"""Whom a pronoun stands for: the last person or post that spoke before it, of those it can stand for."""

import re

from ..document import Span
from .actors import Mention, is_member, is_titled
from .names import is_first_name
from .scene import Scene
from .turns import ACTED_BY, ASKS, BUT_THEN, CHAIR, FIRST_VERB, LIKES, PRESENTS, SAYS, THINKS, WILL

_QUESTIONS = re.compile(
    r"[^.;,]{0,40}?\s(?:(?:also|then|had|further)\s+)*(?:asked|enquired|inquired|queried|wondered|questioned|requested|pressed|put\s+it\s+to|wanted\s+to\s+know|sought)\b"
)
# what a member puts in from the floor, whom somebody else then answers
_REMARKS = re.compile(
    r"[^.;,]{0,40}?\s(?:(?:also|then|had|further)\s+)*(?:thought|felt|found|complained|commented|remarked|observed|noted|considered|believed|welcomed|raised|reminded|thanked|highlighted|mentioned|pointed\s+out|drew|"
    r"expressed|was\s+(?:concerned|disappointed|surprised|worried|pleased|unhappy|grateful)|disliked|regretted|referred|spoke\s+of|told\s+(?:the\s+)?(?=[A-Z])|suggested|proposed|shared|told\s+of|reported(?=\s+(?:that|an?|the)\b))\b"
)
_TOLD = re.compile(r"\b(?:with|to|of|drew|thanked|asked|reminded|told|pressed|urged)\s+(?:the\s+)?$")
_TAKES_ON = re.compile(r"\b(?:he|she|and)\s+(?:would|will|undertook|agreed\s+to|offered\s+to)\b")
_PUT_TO = re.compile(r"\b(?:asked|questioned|pressed|thanked)\s+(?:the\s+)?$")
_GOES_ON = re.compile(
    r"\W*(?:It|This|That|These|They|Those|(?:Further\s+)?(?:Details|Figures|Information|Numbers)|Someone|Somebody|The\s+(?:figures?|information|data|list|details|numbers?|answer|breakdown|note|map)|"
    r"An?\s+(?:copy|list|note|figure|written\s+(?:answer|response|reply)|link|breakdown|further\s+\w+)|Copies|Members|The\s+(?:Panel|Committee|Board|Commission))\b"
    r"[^.;]{0,120}?\b(?:would|will)\s+(?:be|have|get|receive|follow)\b"
    r"|\W*(?:(?:It|This|That|These|They|Those|An?\s+\w+|Copies)|The\s+(?:figures?|information|data|list|details|numbers?|answer|breakdown|note|map))\s+(?:would|will)\s+(?:go\s+(?:round|out|up)|come\s+(?:out|round))\b"
)
_CANNOT = re.compile(
    r"\s+(?:did|does|do|could|had|was|were|has|is)\s+not\b|\s+(?:can|did|does|do|could|had|was|has|is)n?[’']t\b|\s+cannot\b|\s+(?:was|were)\s+(?:unable|unsure|uncertain)\b|\s+had\s+to\s+admit\b"
)
# what a chair must do to be the one who tells: "considered that it should" is none of it
_TELLS = re.compile(
    r",?\s+(?:(?:also|then|had)\s+)*(?:said|stated|explained|advised|confirmed|reported|replied|answered|undertook|agreed|promised|offered|apologised|informed|told)\b(?![^.;]{0,80}\b(?:should|ought)\b)"
)
_HER_CHAIR = re.compile(r"\bChairman\b[^.;]{0,80}\b(?:her|herself|she)\b")
_WHEN, _SAID = re.compile(r"\b[Ww]hen\s+$"), re.compile(r"\b(?:said|asked|suggested|thought)\s+$")
# whom somebody else answers: "In answer to Councillor Ash he said"
_ANSWERED = re.compile(
    r"\b(?:(?:answer|reply|response|replying|responding)\s+to|answering)\s+(?:the\s+)?$", re.IGNORECASE
)
_TELLS_ON = 2  # sentences back to whoever tells
_AT = re.compile(r"\b(?:at|in|of|on|near|around|from|to|for|with|than|by)\s+$")
_NEAR = 40  # characters before a name that are looked at
_SEVERAL = re.compile(r"(?:Councillors|Cllrs|Aldermen|Messrs)\b")
_HE, _SHE = (
    re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Chairwoman)\b"),
    re.compile(r"\b(?:Mr|Sir|Lord|Chairman)\b(?!s)"),
)


def antecedent(scene: Scene, at: int, pronoun: str, asked: bool = False) -> str | None:
    """The person or post that a pronoun at `at` stands for: the last one who spoke before it.

    A member who asked is not the one who then answers: whoever spoke before is, where anybody did.
    `asked`: the pronoun is the one told ("requested that he …"), never the subject of its own sentence.
    """
    asker = None
    index = scene.index(at)
    for p in reversed(scene.paragraphs[max(0, index - 3) : index + 1]):
        for sentence in reversed(scene.until(p, at)):
            if asked and sentence.end == min(p.span.end, at):
                continue
            if name := _subject(scene, sentence, at, pronoun):
                if not _is_asking(scene, sentence, name, at):
                    return name
                if other := _spoken_to(scene, sentence, at, pronoun):
                    return other
                asker = asker or name
    return asker


def told_one(scene: Scene, sentence: Span, told: re.Match[str]) -> str | None:
    """Whom "asked him to" stands for: another whom the sentence names before, or whoever spoke last."""
    before = [m for m in scene.mentions(sentence) if m.name and m.end <= told.start() and m.kind in ("person", "post")]
    if len(before) > 1:
        return before[-1].name
    pronoun = {"him": "he", "her": "she"}[told["pronoun"].lower()]
    return antecedent(scene, sentence.start, pronoun)


def teller(scene: Scene, span: Span) -> str | None:
    """Who goes on speaking in words that name nobody: "Ms Reed did not have the figure. It would be sent."."""
    paragraph = scene.paragraph(span.start)
    if paragraph is None or not _GOES_ON.match(scene.text, span.start, span.end):
        return None
    for sentence in reversed(scene.before(span.start)[-_TELLS_ON:]):
        text = scene.slice(sentence)
        for mention in reversed(scene.mentions(sentence)):
            asked = _PUT_TO.search(text, max(0, mention.start - _NEAR), mention.start)
            if mention.pronoun == "they" or not (
                asked or SAYS.match(text, mention.end) or _CANNOT.match(text, mention.end)
            ):
                continue
            name = mention.name
            if mention.kind == "pronoun":
                name = antecedent(scene, sentence.start + mention.start, mention.pronoun)
            if not name or mention.kind not in ("person", "post", "pronoun") or is_member(name):
                continue
            if asked or not CHAIR.match(name) or _TELLS.match(text, mention.end):
                return name
    return None


def _spoken_to(scene: Scene, sentence: Span, at: int, pronoun: str) -> str | None:
    """Whom a member puts it to: "Councillor Ash raised this with the Head of Parks"."""
    for mention in reversed(scene.mentions(sentence)):
        name = mention.name
        if not name or mention.kind not in ("person", "post") or is_member(name) or sentence.start + mention.end > at:
            continue
        if _fits(name, pronoun) and _TOLD.search(scene.slice(sentence)[: mention.start]):
            return name
    return None


def _fits(name: str, pronoun: str) -> bool:
    """Whether the title of a name allows the pronoun, and it is the name of one."""
    if _SEVERAL.match(name):
        return False
    wrong = {"he": _HE, "she": _SHE}.get(pronoun)
    return wrong is None or wrong.search(name) is None


def _is_asking(scene: Scene, sentence: Span, name: str, at: int) -> bool:
    """Whether the one named is a member who only asks here, or a chair whose wish somebody else answers: ", and he"."""
    text = scene.slice(sentence)
    if is_member(name):
        return _only_asks(scene, sentence, name, at) or _is_answered(scene, sentence, name, at)
    if not CHAIR.match(name) or not BUT_THEN.search(text + (" " if sentence.end == at else "")):
        return False
    return any(
        m.name == name and (LIKES.match(text, m.end) or _QUESTIONS.match(text, m.end)) for m in scene.mentions(sentence)
    )


def _is_answered(scene: Scene, sentence: Span, name: str, at: int) -> bool:
    """Whether another answers in the same breath: "…, said Councillor Ash, and he", "when Councillor Ash said so he"."""
    text = scene.slice(sentence)[: max(0, at - sentence.start)]
    return any(
        m.name == name
        and (_WHEN.search(text, 0, m.start) or (_SAID.search(text, 0, m.start) and BUT_THEN.match(text, m.end)))
        for m in scene.mentions(sentence)
    )


def _only_asks(scene: Scene, sentence: Span, name: str, at: int) -> bool:
    """Whether all that the one named does in the sentence is to put a question, or in one before that at `at` to remark."""
    text = scene.slice(sentence)
    puts = (_QUESTIONS, _REMARKS) if sentence.end < at else (_QUESTIONS,)
    return any(
        m.name == name and any(put.match(text, m.end) for put in puts) and not _TAKES_ON.search(text, m.end)
        for m in scene.mentions(sentence)
    )


def _says_of_himself(text: str, mention: Mention, at: int) -> bool:
    """Whether the pronoun follows right behind what the one mentioned says: "and Mr Oak said that he"."""
    if THINKS.fullmatch(text, mention.end, at):
        return True
    says = SAYS.match(text, mention.end)
    return says is not None and re.fullmatch(r"\s*(?:that\s*)?", text[says.end() : at]) is not None


def _is_place(scene: Scene, text: str, mention: Mention) -> bool:
    """Whether two capital words behind "at" or "of" are rather a place's or a firm's: "the nurses at Elm Cross"."""
    if mention.kind != "person" or mention.name is None or is_titled(mention.name):
        return False
    if mention.start == 0 and text.startswith(":", mention.end):
        return True  # a label: "Economic Growth: the panel …"
    if _AT.search(text, max(0, mention.start - _NEAR), mention.start) is None or FIRST_VERB.match(text, mention.end):
        return False
    at = text[: mention.start].endswith((" at ", " in ", " near ", " around "))
    return at or not is_first_name(mention.name.split()[0], scene.text)


def _subject(scene: Scene, sentence: Span, at: int, pronoun: str) -> str | None:
    """Whom the sentence is about, of those the pronoun can stand for."""
    text = scene.slice(sentence)
    best: tuple[float, str] | None = None
    for mention in scene.mentions(sentence):
        if sentence.start + mention.end > at or not _can_be(scene, text, mention, pronoun):
            continue
        weight = _prominence(text, mention, at - sentence.start)
        if best is None or weight > best[0]:
            best = (weight, mention.name or "")
    return best[1] if best else None


def _can_be(scene: Scene, text: str, mention: Mention, pronoun: str) -> bool:
    """Whether "he" or "she" can be the one mentioned: somebody by himself, who is more than a word or a place."""
    if not mention.name:
        return False
    if not _fits(mention.name, pronoun) and not (mention.name == "Chairman" and _HER_CHAIR.search(text)):
        return False
    if _ANSWERED.search(text, max(0, mention.start - _NEAR), mention.start):
        return False
    if mention.kind == "single" and not FIRST_VERB.match(text, mention.end):
        return False
    if mention.kind == "body" and not (mention.name.isupper() and SAYS.match(text, mention.end)):
        return False
    if mention.kind in ("nobody", "pronoun") or _is_place(scene, text, mention):
        return False
    return ACTED_BY.search(text, max(0, mention.start - _NEAR), mention.start) is None


def _prominence(text: str, mention: Mention, at: int) -> float:
    """How much the sentence is about the one mentioned, for a pronoun that stands at `at`."""
    weight = 0.5 - 0.001 * mention.start
    if ASKS.match(text, mention.end):
        weight += 0.6
    elif SAYS.match(text, mention.end) or WILL.match(text, mention.end) or PRESENTS.match(text, mention.end):
        weight += 1.5
    elif mention.start < 5:
        weight += 1.0
    if _says_of_himself(text, mention, at):
        weight += 3.0
    if _PUT_TO.search(text, max(0, mention.start - _NEAR), mention.start):
        weight += 1.4
    elif text[: mention.start].rstrip().endswith((" to", " of", " by", " from", " for", " with", "of the")):
        weight -= 0.8
    return weight

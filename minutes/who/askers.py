"""Who asked, in the document's own words: a person or post that is named, or nobody where members at large did.

Their own sentence tells first; where it is an answer, the sentences before it. An exchange that was closed in the
paragraph above says nothing of the next one.
"""

import re
from collections.abc import Callable, Sequence

from ..document import Span
from .actors import Mention, is_member
from .beside import speaker
from .scene import Scene
from .turns import ASKS, CHAIR

_HELPS = re.compile(
    r"\s+(?:said|stated|noted|commented|thought)\s+(?:that\s+)?it\s+would\s+be\s+(?:helpful|useful|good|interesting|of\s+interest)\b"
    r"|,?\s+(?:supported|seconded)\s+by\s+[^,]{3,40},\s+(?:asked|requested|suggested|proposed)\b|\s+having\s+(?:asked|requested|enquired|queried)\b"
)
_REQUEST_OF = re.compile(
    r"\b(?:[Aa]sked|requested|queried|suggested|put|raised|made)\s+by\s+(?:the\s+)?$"
    r"|\b(?:question|query|request|enquiry|suggestion|point)s?\s+(?:(?:raised|put|made|asked)\s+)?(?:from|by|of)\s+(?:the\s+)?$"
    r"|\b(?:[Ii]n\s+(?:reply|response|answer)|[Rr]eplying|[Rr]esponding)\s+to\s+(?:the\s+)?$"
)
_ITS_REQUEST = re.compile(r"(?:[’']s?)?\s+(?:request|suggestion|question|query|enquiry)\b")
_ANSWERS = re.compile(
    r"\b(?:would|will|could|agreed|undertook|offered|promised|happy|this|it|(?-i:[A-Z]{2,3})\s+to)\b", re.IGNORECASE
)
_IS_ANSWERED = re.compile(r"\b(?:(?:he|she)\s+would\b(?!\s+like)|undertook\s+to|agreed\s+to|offered\s+to|promised)\b")
_WELCOME = (
    r"(?:(?:would|might|could)\s+(?:also\s+|all\s+)?be\s+(?:(?:very|most|more|a)\s+)?"
    r"(?:welcomed?|helpful|useful|good|valuable|appreciated|interesting|wise|worth\w*|of\s+(?:\w+\s+)?(?:interest|use|help|value))"
    r"|would\s+help|would\s+(?:like|welcome|appreciate)\b)"
)
_WISH = rf"(?:{_WELCOME}|\b(?:should|ought\s+to|must|need(?:s|ed)?\s+to)\b|\?)"
_WELCOMES, _WISHES = re.compile(rf"\b{_WELCOME}"), re.compile(_WISH)
# "A map would be useful, Councillor Ash said, and …", "Could members have it? asked Councillor Ash."
_BEHIND = re.compile(r"[,?!—–][”\"’']?\s+(?:the\s+)?$")
_BEHIND_THE_VERB = re.compile(r"[,?!—–][”\"’']?\s+(?P<verb>said|asked|suggested|wondered|urged|thought)\s+(?:the\s+)?$")
_SAID_SO = re.compile(
    r"\s+(?P<verb>said|added|thought|felt|suggested|asked|wondered|believed|argued|remarked|observed|hoped|proposed|urged|commented|considered)\s*(?:[,.;:]|$)"
)
_ASKING = frozenset(("asked", "suggested", "wondered", "proposed", "urged"))
# "Councillor Ash said that members should see the map", not "said that he would find the map that they should see"
_SAYS_A_WISH = re.compile(
    r",?\s+(?:(?:also|then|had)\s+)?(?:said|added|stated|commented|remarked|observed|argued|noted)\s+(?!(?:that|this|it)\s+(?:would|was)\b)(?:that\s+)?"
    rf"(?:(?!\b(?:he|she|they|it)\s+(?:would|will|undertook|could)\b(?!\s+(?:like|welcome|appreciate|be)\b))[^.;]){{0,120}}?{_WISH}"
)
_QUESTION = re.compile(r"\?\W*$")  # "Q (PO): why was it late?"
_GOES_ON = re.compile(r"\W*(?:He|She|This|That|It|They|Such)\b")


def requester_of(scene: Scene, spans: Sequence[Span]) -> str | None:
    """The named person or post who asked for what the quotes at `spans` say, or None where members at large did."""
    own = [scene.sentence(span.start) for span in spans]
    if asker := _first(own, lambda sentence: _asker(scene, sentence) or _wisher(scene, sentence, is_member)):
        return asker
    if any(_ask_at_large(scene, sentence) for sentence in own):
        return None
    for sentence in reversed(_leading_to(scene, spans[0])):
        if asker := _asker(scene, sentence) or _wisher(scene, sentence, is_member):
            return asker
        if _ask_at_large(scene, sentence):
            return None
    # the Chair agrees in the words of a wish too, so that whoever is named as asking goes before
    return _first(own, lambda sentence: _wisher(scene, sentence, _is_chair))


def _first(sentences: Sequence[Span], asker_of: Callable[[Span], str | None]) -> str | None:
    return next((asker for sentence in sentences if (asker := asker_of(sentence))), None)


def _leading_to(scene: Scene, quote: Span) -> list[Span]:
    """The sentences that a quote may answer; none where it is no answer, or was resolved.

    Of the paragraph above only an asking that it left open: its last sentence, or the one before that this goes on with.
    """
    if not _ANSWERS.search(scene.slice(quote)) or any(quote.overlaps(clause) for clause in scene.resolved):
        return []
    said = scene.before(quote.start)
    paragraph = scene.paragraph(quote.start)
    is_above = paragraph is not None and said and said[-1].end <= paragraph.span.start
    if is_above and _IS_ANSWERED.search(scene.slice(said[-1])):
        return []
    if is_above and not _GOES_ON.match(scene.slice(said[-1])):
        return said[-1:]
    return said[-2:]


def _named(scene: Scene, sentence: Span) -> list[tuple[Mention, str]]:
    return [(each, each.name) for each in scene.mentions(sentence) if each.kind in ("person", "post") and each.name]


def _asker(scene: Scene, sentence: Span) -> str | None:
    """Who by this sentence asked: the subject of the asking, the one behind "in reply to", or before a question."""
    text = scene.slice(sentence)
    for mention, name in _named(scene, sentence):
        if ASKS.match(text, mention.end) or _HELPS.match(text, mention.end):
            return name
        if _REQUEST_OF.search(text[: mention.start]) or _ITS_REQUEST.match(text, mention.end):
            return name
        if (said := _said_behind(text, mention)) and (said in _ASKING or _WELCOMES.search(text[: mention.start])):
            return name
    return speaker(scene, sentence) if _QUESTION.search(text) else None


def _wisher(scene: Scene, sentence: Span, is_ours: Callable[[str], bool]) -> str | None:
    """The member whose words a wish is: what an officer says should be is no request."""
    text = scene.slice(sentence)
    for mention, name in _named(scene, sentence):
        if not is_ours(name):
            continue
        if _SAYS_A_WISH.match(text, mention.end):
            return name
        if _said_behind(text, mention) and _WISHES.search(text[: mention.start]):
            return name
    return None


def _ask_at_large(scene: Scene, sentence: Span) -> bool:
    text = scene.slice(sentence)
    return any(each.kind in ("nobody", "body") and ASKS.match(text, each.end) for each in scene.mentions(sentence))


def _said_behind(text: str, mention: Mention) -> str:
    """The verb by which the words before a name are the named one's; nothing where they are not."""
    before = text[: mention.start]
    said = _SAID_SO.match(text, mention.end) if _BEHIND.search(before) else _BEHIND_THE_VERB.search(before)
    return said["verb"] if said else ""


def _is_chair(name: str) -> bool:
    return CHAIR.match(name) is not None

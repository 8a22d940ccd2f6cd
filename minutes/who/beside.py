"""Who is noted beside the words: in the margin, on an action line, before or behind a line, above a list."""

import re

from ..document import Span
from ..sentences import split
from .acting import role_of
from .actors import SERVICE, clean, is_member, is_nobody, mentions
from .names import is_first_name, is_initials
from .scene import Scene
from .turns import BARE

_ACTION_LINE = re.compile(
    r"\W*(?:ACTIONS?|Actions?)(?:\s+(?:POINTS?|[Pp]oints?|by|for|BY|FOR))?(?:\s*[:–-]\s*|\s+(?!Points))(?P<who>[A-Z][^.;]{1,90}?)\s*[.]?$"
)
_ACTION_WORD = re.compile(r"ACTION|Action|\bto\s+(?:action|note|progress)\b")
_CLERK_TO_ACT = re.compile(r"(?P<who>[A-Z][\w’ -]{2,40}?)\s+to\s+(?:action|note|progress)\b\.?$")
_ORDER = re.compile(rf"\W{{0,4}}(?i:{BARE})\b(?!:)")
_DEED = re.compile(rf"(?i:{BARE})\b|.*\b(?:to|be)\b")
_MARKER = 6  # characters that may stand between the start of a list's entry and the quote
_LIST, _LEAD_IN = 12, 240  # entries that a list may have, and characters of the line above it that are read
_SHORT = 60  # a lead-in that has lost its colon is no longer
SURELY = 2.9  # from this weight on it is plain who must act
_WITHOUT_SUBJECT = re.compile(
    r"(?:and\s+)?(?:also\s+|further\s+)?(?:would|will|is\s+to|was\s+to|to(?=\s+[a-z])|agreed\s+(?:to|that)|undertook|offered|promised|accepted|took|was\s+(?:happy|asked|pleased|content|willing)|said\s+(?:that\s+)?(?:he|she|they)\s+would|confirmed\s+(?:that\s+)?(?:he|she|they)\s+would)\b"
)
# an entry that tells of somebody else: "Finance – Members felt that …"
_OWN_SUBJECT = re.compile(
    r"(?:[^.;–-]{2,50}\s[–-]\s)?(?:Members?|It|There|This|They|Nobody|(?:The|A|One)\s[A-Z][\w ]{2,30}?)\s+(?:was|were|had|felt|asked|thought|wanted|wished|noted|is|are|said|questioned|suggested)\b"
)
_NOTED_BEHIND = re.compile(r"(?:\(|\s[–-]\s|\[)(?P<who>[A-Z][^()\[\]\n.;:]{1,60}?)\s*[)\]]?\s*[.;]?\s*(?=\n|$)")
_TWO_LETTERS = re.compile(r"(?!UK|EU|UN|US|AM|PM|HQ|TV|IT|PR|MP|MS|NI|II|IV|VI|IX|XI)[A-Z]{2}")
_NOTE = 70  # characters of a line's end in which the one to act may be noted
_LABELLED = re.compile(
    r"[\W\d]*(?:(?:A|Q|R|Answer|Response|Reply)\s*[.:)–-]?\s+(?=[(A-Z]))?\(?(?:The\s+)?(?P<who>(?-i:[A-Z])[\w.’'&-]*(?:\s+(?:of|for|and|the|[A-Z][\w.’'&-]*)){0,6}?)\)?(?:\s*(?::|\s[–-])|(?<=\)))\s+"
)


def margin(scene: Scene, span: Span) -> str | None:
    """The initials or post in the margin beside the quote, or just below its end."""
    for note in scene.margins:
        if (
            note.anchor is not None
            and span.start <= note.anchor <= span.end + 90
            and not _crosses(scene, span.end, note.anchor)
        ):
            return clean(scene.slice(note.span))
    return None


def _crosses(scene: Scene, start: int, anchor: int) -> bool:
    """Whether a whole other sentence stands between the quote and the note."""
    if anchor <= start:
        return False
    return "\n" in scene.text[start:anchor].strip("\n ") or scene.text[start:anchor].count(". ") > 1


def action_line(scene: Scene, span: Span) -> str | None:
    """The post of an "ACTION: POST" line that stands right under the paragraph of the quote, or closes it."""
    index = scene.index(span.start)
    if index < 0:
        return None
    paragraph = scene.paragraphs[index]
    tail = max(paragraph.span.start, paragraph.span.end - 160)
    noted = _ACTION_WORD.search(scene.text, tail, paragraph.span.end)
    last = split(scene.text, tail, paragraph.span.end) if noted else []
    lines = [scene.slice(last[-1])] if last else []
    lines += [scene.slice(p.span) for p in scene.paragraphs[index + 1 : index + 2]]
    for line in lines:
        found = _ACTION_LINE.match(line) or _CLERK_TO_ACT.match(line)
        if found and len(found["who"].split()) <= 9 and not _DEED.match(found["who"]):
            name = clean(found["who"])
            return None if is_nobody(name) else name
    return None


def speaker(scene: Scene, span: Span) -> str | None:
    """Who is set before the words of a line, as in questions and answers: "A. Ms Birch: I can send that"."""
    paragraph = scene.paragraph(span.start)
    if paragraph is None or not paragraph.span.start <= span.start < paragraph.span.end:
        return None
    line = scene.text.rfind("\n", paragraph.span.start, span.start) + 1 or paragraph.span.start
    found = None
    for begin in (scene.sentence(span.start).start, line):
        found = found or _LABELLED.match(scene.text, begin, min(paragraph.span.end, begin + 90))
    if found is None or found.end() > span.end:
        return None
    name = clean(found["who"])
    if is_first_name(name, scene.text):
        return name
    named = mentions(name + " said")
    if len(named) != 1 or not named[0].name or (named[0].kind == "person" and SERVICE.search(name)):
        return None  # "Economic Growth: the panel had found …"
    return name if named[0].kind in ("person", "post") else None


def noted_behind(scene: Scene, span: Span) -> str | None:
    """The one noted in brackets or behind a dash at the end of a line: "Circulate the list (Scrutiny Officer)"."""
    text = scene.text
    line_end = text.find("\n", span.end)
    line_end = min(span.end + _NOTE, line_end if line_end >= 0 else len(text))
    found = _NOTED_BEHIND.search(text, max(span.start, span.end - _NOTE), line_end)
    if found is None or found.end("who") < span.end - 3:
        return None
    named = mentions(found["who"] + " said")
    if len(named) != 1 or not named[0].name or len(named[0].name) + 4 < len(found["who"]):
        return None
    if is_member(named[0].name):  # who asked, unless the line itself is an order
        return named[0].name if _ORDER.match(text, span.start) else None
    name = named[0].name
    if named[0].kind == "post" or (named[0].kind == "person" and is_first_name(name.split()[0], text)):
        return name
    who = found["who"]
    if _stands_for(who, text[: found.start("who")]):
        return None
    return who if is_initials(who, text) or _TWO_LETTERS.fullmatch(who) else None


def _stands_for(letters: str, before: str) -> bool:
    """Whether the letters only shorten the words right before them: "the Local Plan (LP)"."""
    last = re.findall(r"[A-Za-z]\w*", before[-_NOTE:])[-len(letters) :]
    return [word[0].upper() for word in last] == list(letters)


def lead_in(scene: Scene, span: Span) -> str | None:
    """Who by the line above a list has to do what its entries say: "The Head of Parks was asked to:"."""
    index = scene.index(span.start)
    if index < 1 or span.start - scene.paragraphs[index].span.start > _MARKER:
        return None
    style = _style(scene.paragraphs[index].marker)
    for above in reversed(scene.paragraphs[max(0, index - _LIST) : index]):
        text = scene.slice(above.span).rstrip()
        opens = text.endswith((":", ":-", ":–", ":—")) or (len(text) < _SHORT and text[-1:].isalnum())
        if opens and _style(above.marker) != style:
            return _led_by(text[-_LEAD_IN:], scene.slice(span))
        if not above.marker:
            return None
    return None


def _led_by(lead: str, entry: str) -> str | None:
    """The one at the end of a lead-in, for an entry that says what he or she does or has to do."""
    if _OWN_SUBJECT.match(entry):
        return None
    for mention in reversed(mentions(lead)):
        if not mention.name or mention.kind == "single":
            continue
        if not lead[mention.end :].strip(" ,:-–—"):
            return mention.name if _WITHOUT_SUBJECT.match(entry) else None
        if role_of(lead, mention, 0) >= SURELY:
            return mention.name
    return None


def _style(marker: str) -> str:
    """What sort of marker an entry has, whichever number or letter it is: "(ii)" → "(i)"."""
    letters = "".join(c for c in marker if c.isalnum()).lower()
    sort = "1" if letters.isdigit() else "i" if letters.strip("ivx") == "" else "a"
    return marker.lower().replace(letters, sort) if letters else marker

"""What the title of an item looks like, and where it ends when the words of the item run on behind it.

A title is short and tells nothing; every agenda has a few that are known.
"""

import re
from dataclasses import dataclass

from .labels import without_suffix

USUAL = re.compile(
    r"\b(?=\w)(?:apolog|declaration|disclosures? of|minutes|notes of|matters arising|work(?:ing)? (?:programme|plan)|forward plan|"
    r"exclusion of|order of (?:the )?(?:business|agenda)|minute of\b|public (?:question|participation|speaking)|urgent|any other|aob|aocb|date (?:and time )?of (?:the )?(?:next|future)|"
    r"future meeting|next meeting|welcome|introductions?|actions? from|action (?:log|tracker)|last meeting|previous (?:meeting|minutes)|review of (?:the )?(?:minutes|actions)|closing remarks|"
    r"questions from|announcements|election of|appointment of (?:the )?(?:vice-?)?chair|terms of reference|chair(?:man|person)?['’]?s announcements|substitut|petitions|sederunt)",
    re.IGNORECASE,
)
LONGEST = 260
DAY_ALONE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[ ./](?:[A-Z][a-z]{2,8}|\d\d)[ ./](?:19|20)\d\d$")
_CAPITALS_THEN_WORDS = re.compile(
    r"(?P<title>[A-Z0-9][A-Z0-9 ’'‘\"“”&(),./–:;+-]*?[A-Z0-9)])(?:(?:\s?[.:–-]{1,2})?\s+|\s[–—])(?=(?:RESOLVED|AGREED|NOTED|ORDERED)\b|[A-Z](?:[a-z]|\s[a-z])|\((?:a|i|1)\)\s|[A-Z]?\d+/\d+\s[–-]\s|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s[A-Z][a-z])"
)
_SPLIT = re.compile(r"\s?(?P<sign>[:.?|]|[–—-])[–—-]?\s+(?=[A-Z0-9“‘(£]|[a-z]\))")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|would|will|could|should|said|asked|noted|agreed|resolved|that|to be|(?i:councillors?|cllrs?)(?= [A-Z]))\b"
)
_SMALL = frozenset("a an and at by for from in into of on or the to with held meeting per".split())
_UNFINISHED = frozenset("a an and at by for from in into of on or the to with".split())
_MOST_WORDS = 14  # of a title that words run on from
_PERSON = re.compile(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Lord|Lady|Baroness|The|It|There|Members?|None|No|A|An|In|At|This|Nothing|Apologies were)\b")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """An item's number and title, the block it begins at, and the place where its own words begin.

    `sign` is what stands with the number where that is unusual; `weight` how much the line looks like a heading;
    `named` whether the word "item" or "minute" stands before the number.
    """

    number: str
    title: str
    first: int
    body: int
    body_start: int
    weight: float = 0.0
    sign: str = ""
    named: bool = False


def is_lofty(text: str) -> bool:
    """Whether the words that matter have capitals, as those of a title often do."""
    words = weighty_words(text)
    return sum(w[0].isupper() for w in words) >= max(1.0, 0.7 * len(words))


def weighty_words(text: str) -> list[str]:
    """The words of a line without the small ones."""
    return [w for w in _WORD.findall(text) if w.lower() not in _SMALL]


# what stands behind a title and is none of it: dots and a page number, "(Pages 3 - 18)", "(10 mins)", "[4]", "(Enc. 2)"
_BEHIND_TITLE = re.compile(
    r"\s*(?:(?<!\bat)(?<!from)(?<!until)(?<!\bto)(?<!\bby)\s\d{1,2}[.:]\d\d\s?[ap]\.?m\.?(?<!m\.)|[(\[](?:joint )?(?:reports?|papers?|presentation|cop(?:y|ies)|previously|already|see|attached|verbal|oral)\b[^()\[\]]{0,90}[)\]]|[.…_]{4,}\s*\d{0,3}|(?:\s[.…]){3,}\s*\d{0,3}"
    r"|[(\[](?:(?:pages?|pp?\.?)\s*\d[\d\s–-]*|\d{1,3}\s*(?:mins?|minutes|m)\.?|\d{1,3}|(?:enc|ref|annex|appx?|app|doc|att)\b[^()\[\]]{0,16}|(?:at )?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?|hrs|hours)?)[)\]]"
    r"|\s(?:pages?|pp\.?)\s\d{1,3}(?:\s?[–-]\s?\d{1,3})?|\s(?:enclosure|enc\.?|paper|attachment|appendix)\s(?:\d{1,2}|[A-Z]\d?)"
    r"|\s[–—-]\s?(?:report|paper|ref)\s(?:no\.?\s)?[A-Z]{1,5}[/.-]?\d[\w/.-]{0,12})\s*$",
    re.IGNORECASE,
)
# a quick look first: most lines end in none of these
_MAY_END = re.compile(
    r"(?:\d|[)\]…_]|\.\.|\d\s?[ap]\.?m|\b(?:encl?|enclosure|paper|attachment|appendix)[. ]{1,2}[A-Z]\d?)\s*$",
    re.IGNORECASE,
)
_TAIL = 24  # characters
_LABEL = re.compile(
    r"(?:(?:agenda\s+)?item\s+)?(?:title|subject|topic|heading|report\s+title|title\s+of\s+(?:the\s+)?report)\s*[:–-]\s+(?=\S)",
    re.IGNORECASE,
)
_LABEL_WORDS = ("title", "subject", "topic", "heading")


def is_labelled(text: str) -> bool:
    """Whether a line says itself that it is a title: "Title: …", "Subject: …"."""
    return bool(_LABEL.match(text))


def clean_title(text: str) -> str:
    """A title without what a list of papers prints behind it, and without the word "Title:" before it."""
    text = without_suffix(text)
    if len(text) <= LONGEST and _MAY_END.search(text, max(0, len(text) - _TAIL)):
        for _ in range(2):
            text = _BEHIND_TITLE.sub("", text) or text
    lowered = text.lower()
    if any(word in lowered for word in _LABEL_WORDS):
        text = _LABEL.sub("", text, count=1)
    return text.strip(" |*")


@dataclass(frozen=True, slots=True)
class RunIn:
    """A title that words run on from, the place where they begin, and the sign between."""

    title: str
    end: int
    sign: str


# "MINUTES OF THE MEETING HELD ON 20th April 2023": the day is part of a title in capitals
_DAY = re.compile(
    r"(?<=(?:ON|OF) )(?:[A-Z][a-z]+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][A-Za-z]+,? (?:19|20)\d\d\b"
)


def capitals_title(text: str) -> RunIn | None:
    """The title in capitals that words run on from: "BANDSTAND The roof leaks …"; "SEND Update" is a title and no more."""
    found = _CAPITALS_THEN_WORDS.match(_DAY.sub(lambda day: day.group().upper(), text, count=2))
    if found is None:
        return None
    title, rest = text[: found.end("title")], text[found.end() :]
    words = re.findall(r"[A-Z]{2,}", title)
    short = all(len(word) <= 4 for word in words) or len(words) == 1
    if not words or (short and not USUAL.search(title) and not _tells_on(rest)):
        return None
    return RunIn(title.strip(), found.end(), "")


def opens_sentence(text: str) -> bool:
    """Whether a line opens as a sentence about somebody does: "Councillor …", "The …", "Members …"."""
    return bool(_PERSON.match(text))


def _tells_on(rest: str) -> bool:
    """Whether words behind a sign are the item's own and not the second part of its title."""
    part = rest[:300]
    return bool(VERB.search(part) or _PERSON.match(part) or len(part.split()) > _MOST_WORDS or not is_lofty(part))


# "Apologies – none", "Finance: RESOLVED to approve the payments", "Planning. Nothing to report."
_SHORT_WORDS = re.compile(
    r"(?P<title>[A-Z][^:.–—|]{2,90}?)(?:\s*[:.]|\s*[–—]|\s+-)-?\s+(?=(?:(?i:none|nil|noted|nothing|deferred|not required|no further)\b|n/a\b|(?i:there|it) (?:was|were)\b"
    r"|(?i:no) (?:apologies|declarations?|interests|questions|issues|items|matters|reports?|updates?|other business|members of the public|correspondence)\b"
    r"|(?:RESOLVED|Resolved|AGREED|NOTED|APPROVED)\b|(?i:apologies|declarations|minutes|members|all) [^.]{0,60}\b(?:received|accepted|approved|signed|agreed|noted|circulated)\b))"
)


_WHO = re.compile(
    r"(?P<title>(?=[^:–]*\b(?i:apolog|absen|declaration|present|attendance))[A-Z][^:.–—|]{2,60}?)(?:\s*:|\s*[–—]|\s+-)\s+(?=(?:Cllrs?|Councillors?|Mrs?|Ms|Dr|County|District|Borough)\b)"
)


def short_run_in(text: str) -> RunIn | None:
    """The title of an item whose few words stand on the same line: "Declarations of interest – none received"."""
    found = _SHORT_WORDS.match(text) or _WHO.match(text)
    if found is None or VERB.search(found["title"]) or len(found["title"].split()) > _MOST_WORDS:
        return None
    return RunIn(found["title"].strip(), found.end(), "")


# "Leisure centre repairs The Head of Leisure presented …": nothing stands between
_SENTENCE = re.compile(
    r"\s(?=(?:The|Councillors?|Cllrs?|Mrs?|Ms|Dr|Prof|Members|There|It was|In response|A |An |No |None|Nothing|Following|Having|Further to|Apologies (?:for|were|had)|Copies|RESOLVED|Resolved|AGREED|NOTED|Noted)\b)"
)


def unsigned_run_in(text: str) -> RunIn | None:
    """The title of a numbered item whose words stand behind it without any sign between."""
    for cut in _SENTENCE.finditer(text, 4, 130):
        title = text[: cut.start()]
        if VERB.search(title) or any(sign in title for sign in ".,;?|") or len(title.split()) > _MOST_WORDS:
            return None
        if title.rsplit(" ", 1)[-1].lower() in _UNFINISHED or not title[:1].isupper():
            continue
        return RunIn(title, cut.end(), " ") if VERB.search(text, cut.end(), cut.end() + 200) else None
    return None


def run_in_title(text: str) -> RunIn | None:
    """The title that words run on from: "Apologies for absence: Councillors …", "Safer streets: an update – The Committee …"."""
    if not text[:1].isalnum() and text[:1] not in "‘“'\"":
        return None
    cuts = list(_SPLIT.finditer(text, 2, 220))
    for k, cut in enumerate(cuts):
        title = text[: cut.start() + (cut["sign"] == "?")].strip()
        rest = text[cut.end() :]
        segment = text[cut.end() : cuts[k + 1].start()] if k + 1 < len(cuts) else rest
        if len(title.split()) > _MOST_WORDS or VERB.search(title):
            return None
        if cut["sign"] == "?" or len(title) < 3:
            continue
        known = bool(USUAL.search(title[:60])) and len(title.split()) <= 10
        if not known and k + 1 < len(cuts) and not _tells_on(segment):
            continue  # "Safer streets: an update – …": the title goes on behind the first sign
        sentence = VERB.search(rest) or (_PERSON.match(rest) and rest.endswith("."))
        if len(rest) < 60 and not known and not sentence:
            return None  # "Adult learning: annual report." is a title with two parts
        return RunIn(title, cut.end(), cut["sign"])
    return None

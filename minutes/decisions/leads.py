"""What leads in a list of decided clauses, and what ends it: "The Panel agreed to recommend to Cabinet that:", "The Committee:", "AGREED".

What others had resolved before leads in nothing that this body decided.
"""

import re
from collections.abc import Sequence

from ..document import Document
from ..records import Paragraph
from .clauses import is_clause, may_be_clause
from .cutting import follows_on

_NAME = r"(?:(?!and the\b|that\b|was\b|had\b|be\b|minutes?\b)[\w’'&-]+,?\s+){0,9}?"
BODY = rf"(?i:(?:the|this|that)\s+{_NAME}(?:sub-?committee|committee|commission|panel|board|cabinet|executive|forum|council|authority|assembly|partnership|working (?:group|party)|task (?:group|force)|group|members?)\b)"
HEADS = re.compile(
    r"(?:(?i:it was|unanimously|further|therefore|and|then)\s+)*(?:RESOLVED|Resolved|resolved|ORDERED|DECISION|Decision|RESOLUTION)(?:\b|(?=that\b))"
)
STOP = re.compile(
    r"\W*(?:n\.?b\.?\s|references?\b\W|note of discussion|declarations? of interest|(?:other )?options? considered|reasons?\b.{0,30}(?::|$)|reasons? for|voting\b|\(ref\b|notes?:|\(?moved\b|\(?proposed\b|on being put|alternatives?\b|actions?\b[^.]{0,40}[:–-]|actions?\W*$|.{3,60} left the meeting|"
    r"\(?[A-Z][^()]{3,60}\b0\d{3,4}[ \d]{5,}|actions? (?:points?|following|arising)|additional action|for:|against:|recorded vote|\(?(?:during|at this point)|tracking\b|"
    r"\(?(?:councillors?|cllrs?)\b.{3,60}\b(?:left|withdrew|abstained|voted|joined|returned|asked)|\(?the (?:meeting|vote|motion)\b|\(?in accordance with|publication date|date of next"
    r"|(?:key decision|wards? affected|call-?in|contact officer|urgency|the decision is (?:subject|open|not subject))\b|the (?:chair|mayor|convener|leader)\w* (?:then )?(?:thanked|closed|welcomed|moved)\b)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    rf"(?:(?:Following|After|On|Upon|Having|With|In|Accordingly|Therefore|By)\b[^.;:]{{0,90}}?,?\s+)?(?:{BODY}|Committee|Panel|Board|Commission|Forum|Sub-Committee)\s+(?:(?!asked|was|had|has|have|not\b|after|that\b|which|who)\w+,?\s+){{0,7}}?(?i:noted|agreed|approved|endorsed|received|supported|resolved|decided|determined|recommended)\b"
)
_LEADS_LIST = re.compile(
    r"\b(?:agreed|resolved|decided)(?:\s+(?:that|to|as follows|the following|upon))?\s*[:;–—-]*\s*$"
    r"|\b(?:committee|panel|board|commission|cabinet|executive|forum|council|members|authority|group|working party|it was|was then)\s+(?:(?!had|has|not)\w+\s+){0,3}?"
    r"(?:agreed|resolved|recommended|decided|recommends|agrees|resolves)\b[^.?]{0,140}(?:[:–—]-?|\bthat|\bto)\s*$"
    r"|\b(?:made|agreed|endorsed|approved|adopted|supported|accepted|passed) the following (?:\w+ )?(?:recommendations?|decisions?|resolutions?|actions?|proposals?|next steps)\b[^.?]{0,80}[:–—-]\s*$"
    r"|\b(?:agreed|endorsed|approved|adopted|accepted) the (?:\w+ ){0,3}recommendations?\b[^.?]{0,60}?\b(?:namely|as follows|being|i\.?e\.?)[^.?]{0,20}[:–—-]\s*$"
    r"|\b(?:motion|proposal|recommendations?)(?: as amended)? (?:was|were) [^.?]{0,60}?\b(?:carried|agreed|approved|passed)\b[^.?]{0,40}[:–—-]\s*$"
    r"|\b(?:decisions?|resolutions?)\b[^.?]{0,40}?\b(?:was|were|is)\b[^.?]{0,30}?(?:[:–—-]-?|\bto|\bthat)\s*$"
    r"|,? which (?:was|were) (?:\w+ly |then )?(?:agreed|carried|approved|accepted|supported|adopted)\b[^.?]{0,40}[:–—-]\s*$"
    r"|\b(?:committee|panel|board|commission|forum)['’]s (?:\w+ )?recommendations? to (?:the )?(?:\w+ )?(?:cabinet|council|executive|board)\b[^.?]{0,40}[:–—-]\s*$"
    r"|\bput to the vote,? (?:and )?it was\s*[:–—-]*\s*$"
    r"|\bagreed (?:them|these|those)(?: as follows)?\s*[:–—-]+\s*$|\b(?:voted in favour of|(?:reached|came to|took|arrived at)) the following\b[^.?]{0,60}[:–—-]\s*$"
    r"|\b(?:decisions?|resolutions?) of the (?:\w+ ){0,4}(?:committee|panel|board|commission|forum|cabinet|council|meeting)\s*[:–—-]+\s*$"
    r"|\bfollowing (?:\w+ )?(?:recommendations?|decisions?|resolutions?)\b[^.?]{0,80}\b(?:were|was|be) (?:\w+ly )?(?:made|taken)\s*[:–—-]+\s*$"
    r"|\bfollowing (?:(?:\w+ )?(?:recommendations?|decisions?|resolutions?|proposals?|points?|actions?)\b[^.?]{0,80}\b)?(?:were|was|be) (?:\w+ly )?(?:agreed|approved|endorsed|adopted|supported|accepted|passed|carried|resolved)\s*[:–—-]+\s*$",
    re.IGNORECASE,
)
# "It was moved by Cllr Ash, seconded by Cllr Elm and": the word RESOLVED below it was lost
_HEAD_LOST = re.compile(
    r"(?:\bseconded by [^.;:]{3,70},? and(?: it was)?|\band it was(?: unanimously| therefore| accordingly)?)\s*$"
)
THE_BODY = re.compile(
    rf"(?:[Tt]hat\s+|(?:At|After|Following|Having|On|In)\b[^.:;]{{3,80}}?,?\s+)?{BODY}\s*(?:(?:unanimously|therefore)\s*)?[:;–—-]*\s*$"
)
# "The Committee thanked the officers and:" over "Noted …", "Requested …"
_DID = re.compile(
    rf"{BODY}\b(?![^:]*\b(?:had|has|heard|told|asked|was|were|learnt|understood)\b)[^.?:]{{0,140}}?(?:\band\s*[:;–—-]*|,\s*[:;–—-]*|[:–—]-?)\s*$"
)
_HAVE_DECIDED = re.compile(
    r"(?:noted|agreed|approved|endorsed|requested|resolved|recommended|welcomed|asked|supported|accepted|adopted|instructed|commended|thanked|authorised|delegated|appointed|remitted)\b",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"\b(?:members|committee|panel|board|commission|group|forum)\s+(?:\w+\s+)?concluded(?:\s+that)?\W*$", re.IGNORECASE
)
_STARTS_DECIDING = re.compile(
    r"(?:that|to|not(?:es?|ed)|agree[sd]?|approve[sd]?|endorse[sd]?|recommend(?:s|ed)?|request(?:s|ed)?|ask(?:s|ed)?|receive[sd]?|welcome[sd]?|thank(?:s|ed)?|consider(?:s|ed)?|resolve[sd]?|instruct(?:s|ed)?)\b",
    re.IGNORECASE,
)
# a line that is a deciding word and nothing else, over a list
_LABEL = re.compile(
    r"(?:(?:it was|was|unanimously|further|accordingly|and)\s+)*(?P<verb>resolved|agreed(?:\s+(?:outcomes?|decisions?))?|decided|determined|carried|ordered|recommended|approved|accepted|endorsed|noted|outcomes?|conclusions?|the\s+decision|agreed\s+actions?|actions?\s+agreed|summary\s+of\s+decisions?|r\s?e\s?s\s?o\s?l\s?v\s?e\s?d)(?:\s+and\s+(?:decisions?|outcomes?|recommendations?))?\W*$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"(?:was|is|were|are|would|will|shall|had no)\s+\w", re.IGNORECASE)
OTHERS = re.compile(
    r"\b(?:had|has|have|having|been|previously|earlier|which)\s+(?:\w+\s+)?$|\bbeen\s+$|\bat (?:its|their) (?:\w+ ){0,2}meeting (?:on|of|in|held)\b[^.;:]{0,60}\s$"
    r"|\b(?:had|has|have)(?:,? (?:at|on|in) [^.;:]{3,60}?,?|(?:,? (?:at|on|in) [^.;:]{3,40}?,?)? \w+(?:ed|en|t)\b[^.;:]{0,80} and(?: \w+ly)?)\s+$",
    re.IGNORECASE,
)
OTHERS_REACH = 100  # characters before the word in which "had … and" is looked for
LED_IN = re.compile(
    r":\W*$|\brecommend\w*\s*[–—-]\s*$|^\W*(?:(?:agreed )?actions?|next steps|key (?:points|messages|facts|themes)|highlights|headlines|aims|objectives|priorities|principles|outcomes sought|recommendations?)\b[^.]{0,40}$",
    re.IGNORECASE,
)
THAT = re.compile(r"(?:[A-Z]?\d{1,2}[.)]?\s+)?[“\"]?(?:[Tt]hat|THAT|T H A T)\s")
# "In the discussion that followed members of the board:" opens what was said
_TALK = re.compile(
    r"(?:in|during)\b[^.:;]{0,30}\b(?:discussion|debate|questioning|questions|deliberations?)\b", re.IGNORECASE
)
_LEAD_ENDS = (":", "–", "—", "-", "that", "to", "agreed", "resolved", "decided", "follows", "following", "upon", ";")


def leads_list(document: Document, paragraphs: Sequence[Paragraph], i: int, text: str) -> bool:
    """Whether a sentence leads in the list below it: "The Panel agreed to recommend to Cabinet that:", "The Committee:"."""
    if paragraphs[i].marker and paragraphs[i].marker == paragraphs[i + 1].marker:
        return False  # one bullet of several
    if text.rstrip().endswith(_LEAD_ENDS):
        tail = text[-260:]
        lead = _LEADS_LIST.search(tail)
        if lead and not OTHERS.search(tail[: lead.start()]):
            return True
    if _HEAD_LOST.search(text[-160:]) and is_clause(document.slice(paragraphs[i + 1].span)):
        return True
    if not text.rstrip().endswith((":", "-", "–", "—", "that")) and not THE_BODY.match(text):
        return False
    if _TALK.match(text) or (i > 0 and LED_IN.search(document.slice(paragraphs[i - 1].span)[-80:])):
        return False
    words = document.slice(paragraphs[i + 1].span)
    if paragraphs[i + 1].marker and _DID.match(text):
        return bool(_HAVE_DECIDED.match(words))
    if paragraphs[i + 1].marker and _CONCLUDES.search(text):
        return is_clause(words)
    if not THE_BODY.match(text):
        return False
    concludes = i > 0 and bool(_LABEL.match(document.slice(paragraphs[i - 1].span)[:50]))
    return bool(_STARTS_DECIDING.match(words) or (concludes and _WOULD.match(words)))


def opens_orders(document: Document, paragraphs: Sequence[Paragraph], i: int, text: str) -> bool:
    """Whether a sentence that says that something was agreed stands over lines like "The Chair to write to the Trust"."""
    below = paragraphs[i + 1 : i + 2]
    return (
        bool(below)
        and text.rstrip().endswith((":", ":-"))
        and may_be_clause(document.slice(below[0].span))
        and leads_list(document, paragraphs, i, text)
    )


_LONGEST_LEAD = 90  # characters
FIRST_SIGN = re.compile(r"\(?(?:a|i|1)[).]\s", re.IGNORECASE)


def lead_before(text: str) -> int | None:
    """Where the clause begins that stands behind words that lead it in and a colon: "The meeting resolved: That …"."""
    colon = text.find(": ", 0, _LONGEST_LEAD) + 1
    head, rest = text[:colon], text[colon:].lstrip(" –—-")
    if "action" in head.lower() or not (is_clause(rest) or FIRST_SIGN.match(rest)):
        return None
    lead = _LABEL.match(head) or _LEADS_LIST.search(head)
    return len(text) - len(rest) if head and lead and not OTHERS.search(head[: lead.start()]) else None


def is_label(document: Document, paragraphs: Sequence[Paragraph], i: int, text: str) -> bool:
    """Whether the line is a deciding word alone over a list; what was only "noted" counts where it is told in that-clauses."""
    label = _LABEL.match(text) if len(text) < 50 else None
    following = paragraphs[i + 1 : i + 2]
    if label is None or not following or follows_on(paragraphs[i].marker, following[0].marker):
        return False
    entry_words = document.slice(following[0].span)
    sure = label["verb"].lower() != "noted"
    return bool(THAT.match(entry_words)) or (sure and (bool(following[0].marker) or is_clause(entry_words)))

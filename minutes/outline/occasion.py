"""When a body met and what it is called, by the lines around the minutes.

A date counts only where the words make it the meeting's own: above the first item, in "Meeting of …", behind
"as at" or "held on", in the footer. The council itself is no committee's name.
"""

import datetime
import re
from collections.abc import Sequence

from ..document import Block, Document
from ..when import days
from .labels import is_chrome, is_preamble, section_of

_BODY = re.compile(
    r"\b(?:Committee|Sub-?Committee|Board|Panel|Commission|Cabinet|Council|Forum|Executive|Authority|Group|Assembly|Scrutiny)\b",
    re.IGNORECASE,
)
MEETING_OF = re.compile(r"\W*Meeting of (?P<rest>.+?)\s*\(Item (?P<number>[^)]*?)\.?\)\s*$")


def occasion(document: Document, last: int, whole: bool, page: bool = False) -> tuple[datetime.date | None, str | None]:
    """The date and the body that met, from the lines above the first item; from "Meeting of …" on one item's page."""
    date = committee = None
    body = None if whole else deciding_body(document, document.blocks)
    if not whole and (found := meeting_named(document)):
        return days.parse_date(found["rest"]), re.split(r",\s*(?=\w+day\b)", found["rest"])[0].strip()
    for i in range(last):
        text = document.slice(document.blocks[i].span)
        of_minutes = _MINUTES_OF.search(text)
        if (document.blocks[i].marker and (of_minutes or not whole)) or (page and of_minutes):
            continue  # an entry of a list of papers, or the title of an item about another meeting's minutes
        if len(text) > 400 or (not whole and (len(text) > 160 or section_of(text))) or _OF_MINUTES.search(text):
            continue
        here = meeting_date(text) if date is None else None
        known = whole or (i < 6 and _BODY.search(text)) or _OCCASION.match(text) or _DATED.match(text)
        if here is not None and known:
            date = here
        if not whole and i > 5:
            continue
        if committee is None or _COUNCIL.search(committee):
            committee = _committee(text) or committee
    if date is None:
        date = _labelled_date(document) or (
            (_date_at_edge(document) or _date_without_year(document, last)) if whole else None
        )
    return date, body or (committee if whole or date else None)


# "To approve the minutes of the meeting held on 3 May": the day of another meeting
_OF_MINUTES = re.compile(
    r"\b(?:approv|confirm|agree|receiv|sign|adopt|note|consider|submit)\w*\b[^:.]{0,60}\bminutes\b[^:.]{0,90}\b(?:held|of|on|dated)\b"
    r"|\bminutes\b[^.]{0,140}\b(?:were|was) (?:\w+ ){0,2}(?:approved|confirmed|agreed|signed|received|noted)\b",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(r"\bminutes\b.{0,90}\b(?:held|of|on|dated)\b", re.IGNORECASE)
_DECIDED_BY = re.compile(
    r"(?:Decided|Made) at meeting\s*:\s*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*(?P<at>.{3,100})|Decision Maker\s*:\s*(?P<by>.{3,100})",
    re.IGNORECASE,
)


_FAR = 45  # blocks above which a page of one item says of which meeting it is


def meeting_named(document: Document) -> re.Match[str] | None:
    """The line of a page of one item that says of which meeting it is: "Meeting of Cabinet, Monday, 3 May 2021 (Item 4.)"."""
    texts = (document.slice(block.span) for block in document.blocks[:_FAR] if block.span.end - block.span.start < 200)
    return next((found for text in texts if (found := MEETING_OF.match(text))), None)


def deciding_body(document: Document, blocks: Sequence[Block]) -> str | None:
    """The body that a page about a decision names: "Decided at meeting: 3/12/2024 - Cabinet", "Decision Maker: Cabinet"."""
    found = [m for block in blocks if (m := _DECIDED_BY.match(document.slice(block.span)[:_SHORT]))]
    names = [m["at"] for m in found if m["at"]] + [m["by"] for m in found if m["by"] and _BODY.search(m["by"])]
    return names[0].strip() if names and not _NO_BODY.search(names[0]) else None


# words before a date that make it the day of something else
_OF_ANOTHER = re.compile(
    r"\breports?\b[^.;]{0,60}\bdated\b|\bref(?:erence)?\s*:|\b(?:next|previous|last|following|future|earlier)\b[^:]{0,30}\b(?:meeting|minutes)\b|\bpublish|\bpublication|\bprinted|\bissued|\bdownload|\bdespatch|\bdeadline|\bcall-?in (?:date|deadline|expir|period|end)|\bupdated\b|\bcreated\b|\bmodified\b|\bgenerated\b|"
    r"\b(?:subject to|to be|for|await\w+|pending|until|were|was|as)\s+(?:approv|confirm|agree|consider|sign|correct)|\b(?:approved|confirmed|signed)\b|\b(?:effective|in force|accessed|copied|last saved)\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    r"\bfor (?:the |its )?meeting (?:of|on|held on)\s+(?:\w+day,?\s*)?$", re.IGNORECASE
)  # "updated for …"
_REACH = 70  # characters before a date
_MOST_DATES = 4  # looked at in one line
_IN_WORDS, _IN_FIGURES = (days.WORDED, days.MONTH_FIRST), (days.NUMERIC, days.ISO)
_FIGURE = re.compile(r"\d")


def meeting_date(text: str) -> datetime.date | None:
    """The first date in a heading line that its words do not give to another meeting or to the printing."""
    if not _FIGURE.search(text):
        return None
    text = text.replace(" day of ", " of ")
    patterns = _IN_FIGURES if days.MONTHS.keys().isdisjoint(days.words_of(text)) else (*_IN_WORDS, *_IN_FIGURES)
    at = 0
    for _ in range(_MOST_DATES):
        found = [pair for pattern in patterns if (pair := days.first_date(pattern, text[at:], None))]
        if not found:
            return None
        place, date = min(found)
        before = re.split(r"[.;|()]\s", text[: at + place])[-1][-_REACH:]
        if _OF_THIS.search(before) or not _OF_ANOTHER.search(before):
            return date
        at += place + 8
    return None


_YEARLESS = re.compile(
    r"(?:\b(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:the\s+)?(?P<date>\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][A-Za-z]{2,8})\b(?!,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?(?P<second>(?:20)?\d\d)\b)?")
_CENTURY = 100


def _date_without_year(document: Document, last: int) -> datetime.date | None:
    """The day in a heading line ("Tuesday 5 March"), with the year that stands elsewhere and makes it that weekday."""
    for block in document.blocks[: min(last, 20)]:
        text = document.slice(block.span)
        found = _YEARLESS.search(text) if len(text) < 300 else None
        if found is None or _OF_ANOTHER.search(text[: found.start()][-_REACH:]):
            continue
        choices = [date for year in _years(document) if (date := days.parse_date(found["date"], year))]
        if found["weekday"]:
            fit = {date for date in choices if f"{date:%a}".lower() == found["weekday"][:3].lower()}
            return fit.pop() if len(fit) == 1 else None
        if len(set(choices)) == 1:
            return choices[0]
    return None


def _years(document: Document) -> list[int]:
    """The years named in the head and foot of a document, both of "2023/24" among them."""
    out = []
    for found in _YEARS.finditer(document.text[:3000] + " " + document.text[-600:]):
        year = int(found["year"])
        second = year + 1 if found["second"] and (year + 1) % _CENTURY == int(found["second"]) % _CENTURY else year
        out += [year, second]
    return out


_EDGE = 4  # blocks at the end of a paper in which its footer is looked for
_MET_ON = re.compile(r"\b(?:met|meeting|minutes|notes)\b[^.]{0,120}", re.IGNORECASE)


def _date_at_edge(document: Document) -> datetime.date | None:
    """The date in a running title at the end, or in a first sentence that says when the body met."""
    for block in document.blocks[-_EDGE:]:
        text = document.slice(block.span)
        if (
            len(text) < 120
            and not block.marker
            and _BODY.search(text)
            and (date := days.parse_date(text))
            and not re.search(r"\bnext\b|\breport\b|\bref\b|reference", text, re.IGNORECASE)
        ):
            return date
    for block in document.blocks[:_EDGE]:
        for match in _MET_ON.finditer(document.text, block.span.start, min(block.span.end, block.span.start + 600)):
            if date := days.parse_date(match.group()):
                return date
    return None


_DATED = re.compile(
    r"(?:date of decision|decided at meeting|date of meeting|meeting date)\s*:|.{0,60}\bas at\b|held on\b"
    r"|(?!.{0,60}\b(?:actions?|minutes|matters|arising|recommendations?)\b).{0,60}\b(?:for|from|at) (?:the |its )?meeting (?:of|on|held on|held)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:date(?: and time| of (?:the )?(?:decision|meeting|record))?|meeting|when|held)\s*[:|]", re.IGNORECASE
)
_SHORT = 120  # characters of a line that holds little more than a date
_HEAD = 25  # blocks in which a line "Date:" is the meeting's


def _labelled_date(document: Document) -> datetime.date | None:
    """The date that a line anywhere names as the meeting's own: "Date of decision: …", "Position as at …"."""
    for i, block in enumerate(document.blocks):
        if block.span.end - block.span.start < _SHORT and block.kind in ("paragraph", "heading"):
            text = document.slice(block.span)
            labelled = _DATED.match(text) or (i < _HEAD and _DATE_LABEL.match(text))
            if labelled and (date := days.parse_date(text)):
                return date
    return None


# a line that is little more than the meeting's date: "Date: 20 October 2017", "Held on Thursday 12 November 2009 at 7.30pm"
_OCCASION = re.compile(
    r"(?:(?:date|held|meeting|minutes|notes|record)\b.{0,60})?\W*(?:on\s+)?(?:\w+day,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?\w+,?[ ./-]+\d{2,4}\b.{0,40}$",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"(?:(?:an? )?extracts? (?:from|of) (?:the )?)?(?:(?:unconfirmed|confirmed|approved|draft|public|printed)\s+)*(?:minutes?|notes?|record|proceedings)(?:\s*[-–—:]+\s*|\s+(?=(?:of|from)\b))"
    r"(?:(?:of|from)\s+(?:the\s+|an?\s+)?)?(?:proceedings (?:of|at) (?:the |a )?)?(?:(?:\w+[ -]){0,2}meeting\s+of\s+(?:the\s+)?)?"
    r"|(?:an? |the )?(?:(?:special|ordinary|extraordinary|annual|monthly|remote|virtual|hybrid|additional|joint) ){0,2}meeting\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER_BODY = re.compile(
    r"\s*(?:(?<!\d)[-–—,|]\s*(?:\w+day\b|\d)|\bheld\b|\b(?:Draft )?Minutes\s*$|\b(?:special |extra-? ?ordinary |annual |ordinary )?meeting\b(?!\s+of\b)|\b(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s\d{1,2}(?:st|nd|rd|th)?\s).*$",
    re.IGNORECASE,
)
# who serves or attends a body is not the body: "L Fuller, Committee Services Officer", "Chief Executive"
_NO_BODY = re.compile(
    r"\b(?:officers?|managers?|clerk|chief executive|executive (?:director|member|head|officer|assistant|manager|support)|director|solicitor|secretary|chamber|offices|logo|present|attendance|apolog\w+|chair(?:man|woman|person)?)\b"
    r"|\b(?:received|considered|agreed|resolved|noted|was|were|be|is|are)\b|^the (?:committee|board|panel|council|meeting)$|^(?:to|in order|resolved|the meeting|cllr|councillor)\b|:\s",
    re.IGNORECASE,
)


# the council itself, which is named above its committee or before it on the line
_COUNCIL = re.compile(
    r"\b(?:combined|national park|police|fire|waste|transport)\b[\w ]{0,20}\bauthority$", re.IGNORECASE
)
_COUNCIL_BEFORE = re.compile(
    r"(?:[A-Z][\w’'&.-]+ (?:(?:of|and|upon|the|on) )?){1,5}(?:District|Borough|City|County|Metropolitan|Unitary|DISTRICT|BOROUGH|CITY|COUNTY|METROPOLITAN) (?:Council|COUNCIL)(?:['’]s)?\s*[:,–-]?\s+(?=[A-Z])"
)
_ITEM_WORD = re.compile(r"\s+(?:Agenda\s+)?Item$")
_ITEM_AFTER = re.compile(r"\W+(?:agenda )?item\s+(?:no\.? ?)?\w{1,6}$", re.IGNORECASE)
_BODY_WORDS = tuple(
    "committee board panel commission cabinet council forum executive authority partnership assembly trust pwyllgor cyngor minute".split()
)
_BODY_LAST = re.compile(
    r"(?:\b(?:committee|sub-?committee|board|panel|commission|cabinet|council|forum|executive|authority|partnership|assembly|trust|pwyllgor|cyngor)s?\W*(?:\([^)]{2,40}\))?|^(?:draft )?minutes? of .*)$",
    re.IGNORECASE,
)


def names_body(text: str) -> bool:
    """Whether a line is no more than the name of the body that met, perhaps with the date."""
    lowered = text.lower()
    if not any(word in lowered for word in _BODY_WORDS) or lowered.endswith("chief executive"):
        return False
    return bool(_BODY_LAST.search(_AFTER_BODY.sub("", _ITEM_AFTER.sub("", text)).strip(" -–—:,|.")))


def is_occasion(text: str) -> bool:
    """Whether a line is no more than when or where the body met."""
    return bool(_OCCASION.match(text))


def _committee(text: str) -> str | None:
    """The name of a committee in a heading line, or None."""
    if not _BODY.search(text):
        return None
    text = _COUNCIL_BEFORE.sub("", text) if _BODY.search(_COUNCIL_BEFORE.sub("", text)) else text
    name = _ITEM_WORD.sub("", _AFTER_BODY.sub("", _OF_THE.sub("", text, count=1))).strip(" -–—:,|")
    if (
        not name
        or len(name) > 110
        or not _BODY.search(name)
        or is_chrome(name)
        or is_preamble(text)
        or name.endswith(".")
        or _NO_BODY.search(name)
    ):
        return None
    if (
        re.match(r"(?:.*\b(?:Borough|District|County|City|Town|Parish) COUNCIL|.*\bCouncil)$", name, re.IGNORECASE)
        and "full" not in name.lower()
    ):
        return None
    return name

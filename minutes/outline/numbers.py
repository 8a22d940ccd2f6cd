"""The number of an item on its line: in front of the title ("4.", "Item 4:", "47/23", "§12", "HOS12"), behind it
("Work programme (Item 4)"), or on a line of its own.

Any sign may stand before the number; the unusual ones become part of the style, so that only lines with the same sign
make a series.
"""

import re
from dataclasses import dataclass

NUMBER = r"(?:(?!(?:OF|ON|AT|TO|THE|FROM|IN|FOR|BY|AND|NO|Q[1-4])\b)(?:[A-Z]{1,8}[./-]?|[A-Z]{1,5} ))?(?:\d{1,5})(?:[./-]\d{1,4}|:\d\d|/[A-Z]{1,4}(?![A-Za-z])){0,2}(?:[a-z]|\s?\([a-z]\)(?!\s(?:[Tt]hat|[Tt]o)\b))?"
_WORD_ITEM = r"(?:(?i:agenda\s+item|minute\s+item|item|minute|min|no)(?![A-Za-z])\.?\s*(?i:no\.?|number|ref(?:erence)?\.?(?=\s))?\s*[:.]?\s*\(?)?"
# "7.05 pm 3. Title": the time at which the item was taken
_TIME = r"(?:[(\[]?\d{1,2}[.:]\d\d\s?[ap]\.?m\.?[)\]]?[\s–:-]*)?"
# "Item 3 of 8: Title", "Eitem 3 / Item 3: Title"
_MORE = r"(?:\s+\(\d{1,3}(?:,\s?\d{1,3})+\))?(?:\s+of\s+\d{1,2}(?=\W))?(?:\s*/\s*[A-Z][a-z]{2,9}\s+\d{1,4})?"
ALONE = re.compile(rf"{_WORD_ITEM}({NUMBER})[.):]?$")
_SIGNED_ALONE = re.compile(
    rf"(?P<sign>[§#\[]\s?|N[º°]\.?\s?|№\s?|(?i:eitem|cofnod|section|business|note|ref)\.?\s*(?:no\.?\s*)?:?\s*)(?P<number>{NUMBER})[\].):]*$"
)
_OPENING = re.compile(
    rf"{_TIME}{_WORD_ITEM}(?P<number>{NUMBER}){_MORE}(?:(?:\.\)|\)\.|[.):]|\s[.:])?\s*[|–-]?\s+(?=[A-Z‘’“\"'(0-9£])|[.)](?=[A-Z][a-z]|[A-Z]{{2}}))"
)
_SIGN = r"[§#\[•►●▪◦·*>]\s?|N[º°]\.?\s?|№\s?|[A-Z]{1,3}&[A-Z]{1,3}[./ -]?|(?i:section|subject|part|eitem|cofnod|topic|heading|business(?:\s+item)?|discussion\s+item|order|ref(?:erence)?|eitem\s+agenda)\s*(?:[Nn]o\.?\s*)?[.:]?\s*"
_SIGNED = re.compile(
    rf"{_TIME}(?P<sign>{_SIGN})(?P<number>{NUMBER}|[IVX]{{1,5}}\b){_MORE}\s?[\].):;/|–—-]{{0,2}}\s+(?=[A-Z‘’“\"'(0-9£])"
)
_ODD_END = re.compile(rf"(?P<number>{NUMBER})(?P<sign>[\]/;»>]|\s*[—=:]\s?|[.)]?[-–]+)\s+(?=[A-Z‘“(0-9£])")
_ROMAN_BARE = re.compile(r"(?P<number>[IVX]{1,5})(?:\s*[:–-])?\s+(?=[A-Z][A-Za-z])")
_LETTER_BARE = re.compile(r"(?P<number>[A-Z])\s+(?=[A-Z]{2,}[^a-z]{0,90}$)")
_BEHIND = re.compile(
    r"(?P<title>[A-Z0-9‘“].{2,120}?)(?P<sign>(?:\s+[–—|-]?|\s*[(\[])\s*(?i:(?:agenda )?item|minute|min|cofnod|ref)?\.?\s*(?i:no)?\.?:?\s*)"
    r"(?P<number>(?:[A-Z]{1,4}[./]?)?\d{1,4}(?:[/.]\d{1,4})?)(?P<end>[)\]]?)$"
)


# "15 NOVEMBER 2023": a date is no number with a title
_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)


_NAMED = re.compile(r"\b(?:item|minute|min)\b", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line's number, the unusual signs it stands with ("" for those that every agenda has), and where the title is."""

    number: str
    sign: str
    start: int
    end: int
    named: bool = False  # "Item 4", "Minute 12"


def number_alone(line: str) -> tuple[str, str] | None:
    """(number, sign) of a line that is nothing else: "41.", "Item 4", "[4]"."""
    if found := ALONE.match(line):
        return found.group(1), ""
    found = _SIGNED_ALONE.match(line)
    return (found["number"], found["sign"].strip().lower()) if found else None


def number_in_front(line: str) -> Numbered | None:
    """The number that a line opens with, where a title can follow it."""
    head = line[:60]
    if _DATE.match(head):
        return None
    if (found := _OPENING.match(head)) and not _DATE.match(head, found.start("number")):
        named = bool(_NAMED.search(head, 0, found.start("number")))
        return Numbered(found["number"], "", found.end(), len(line), named)
    for pattern in (_SIGNED, _ODD_END):
        if found := pattern.match(head):
            return Numbered(found["number"], " ".join(found["sign"].lower().split()), found.end(), len(line))
    found = _ROMAN_BARE.match(head) or (_LETTER_BARE.match(line) if len(line) < 90 else None)
    return Numbered(found["number"], " ", found.end(), len(line)) if found else None


def number_behind(line: str) -> Numbered | None:
    """The number that stands behind a title: at the right-hand edge, in brackets, or as "– Item 4"."""
    if len(line) > 130 or not (line[-1:].isdigit() or line[-2:-1].isdigit()):
        return None
    found = _BEHIND.match(line)
    if found is None or not found["sign"] or bool(found["end"]) != bool(found["sign"].strip()[:1] in ("(", "[")):
        return None
    if not found["sign"].strip() and _YEAR.search(found["number"]):
        return None  # "Minutes of 8 September 2022"
    sign = "behind " + " ".join(found["sign"].lower().split()) + found["end"]
    return Numbered(found["number"], sign, found.start("title"), found.end("title"))

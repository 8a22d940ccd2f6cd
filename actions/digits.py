"""Numbers written out, as digits: "twenty-five days", "ten (10) days", "four to six weeks" (of which six count)."""

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: number for number, word in enumerate(_ONES + _TEENS, start=1)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    | {"zero": 0}
)
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[\s-](?P<ones>{'|'.join(_ONES)})|(?P<word>{_WORD}))\b(?:\s*\(\s*\d+\s*\))?",
    re.IGNORECASE,
)
_UNIT = r"(?:clear|working|calendar|days?|weeks?|fortnights?|months?|years?|hours?)\b"
RANGE = re.compile(rf"\b\d+\s*(?:-|–|to|or)\s*(?=\d+\s+{_UNIT})", re.IGNORECASE)
REPEATED = re.compile(r"\b(\d+)\s*\(\s*\1\s*\)")


def in_digits(words: str) -> str:
    """The words with their numbers up to 99 as digits, and the longer end of a range alone."""
    return RANGE.sub("", REPEATED.sub(r"\1", NUMBER.sub(lambda found: str(_value(found)), words)))


def _value(found: re.Match[str]) -> int:
    if found["word"]:
        return _VALUES[found["word"].lower()]
    return _VALUES[found["tens"].lower()] + _VALUES[found["ones"].lower()]

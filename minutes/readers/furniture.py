"""Page furniture: the running headers, footers and numbers of pages that a pasted PDF leaves between the paragraphs.

Only what a page break explains is removed: a number standing alone, a line repeated beside such numbers, a dated
line that cuts a sentence in two. Everything else stays.
"""

import re
from collections import Counter
from itertools import pairwise

_NUMBER = re.compile(r"(?:[-–—]\s?)?\d{1,4}(?:\s?[-–—])?$")
_PAGE = re.compile(r"(?:page|pg\.?)\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_DASHED = re.compile(r"[-–—]\s?\d{1,4}\s?[-–—]$")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]{2}")
_COUNT = re.compile(r"\d{1,4}$")
_SHORTEST_PAGE = 14  # lines that are not blank
_FEWEST_CLOSE = 3
_FEWEST_PAGES, _SHORT_PAGE = 2, 8
_MOST_SORTS = 3  # of headers: of left pages, of right pages, of first ones
_NEAR = 2  # lines away from a page number at which a repeated line is a header


def remove(lines: list[str], wrapped: bool) -> list[str | None]:
    """The lines without furniture; None stands where a page ended."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    numbers = {n for n, i in enumerate(filled) if _is_page_number(lines, i, wrapped)}
    numbers -= _item_numbers(lines, filled, numbers)
    keys = [_key(lines[i]) for i in filled]
    if not numbers and not wrapped:
        numbers = _with_header(lines, filled, keys)
    if not numbers and not wrapped:
        return list(lines)
    repeated = Counter(keys)
    near = [any(m in numbers for m in range(n - _NEAR, n + _NEAR + 1)) for n in range(len(filled))]
    beside = _beside(keys, numbers)
    drop = set(numbers)
    for n, i in enumerate(filled):
        key = keys[n]
        # a label, the number of an item or a short decision stands beside page numbers by chance
        often = beside[key] >= 2 and beside[key] * 2 > repeated[key] and beside[key] * _MOST_SORTS >= len(numbers)
        mostly = often and _LETTERS.search(key) and key[-1:] != ":"
        running = repeated[key] >= 2 and len(key) < 110 and "|" not in key
        if running and ((near[n] and mostly) or "\x0c" in lines[i]) or (wrapped and _cuts_a_sentence(lines, filled, n)):
            drop.add(n)
    if not drop:
        return list(lines)
    gone = {filled[n] for n in drop}
    return _close_gaps(lines, gone)


def _beside(keys: list[str], numbers: set[int]) -> Counter[str]:
    """How often each line stands at the same place beside a page's number, above it or below."""
    places = Counter(
        (keys[n], n - number)
        for number in numbers
        for n in range(max(0, number - _NEAR), min(len(keys), number + _NEAR + 1))
        if n != number
    )
    out: Counter[str] = Counter()
    for (key, _), count in places.items():
        out[key] = max(out[key], count)
    return out


def _with_header(lines: list[str], filled: list[int], keys: list[str]) -> set[int]:
    """The numbers on lines of their own that count pages in a text that is not wrapped: one line stands beside them all."""
    bare = [n for n, i in enumerate(filled) if _COUNT.match(lines[i].strip())]
    values = [int(lines[filled[n]].strip()) for n in bare]
    if len(bare) < _FEWEST_PAGES or any(b - a != 1 for a, b in pairwise(values)):
        return set()
    if any(b - a < _SHORT_PAGE for a, b in pairwise(bare)):
        return set()
    for step in (1, -1):
        beside = {keys[n + step] for n in bare if 0 <= n + step < len(keys)}
        header = beside.pop() if len(beside) == 1 else ""
        if _LETTERS.search(header) and header[-1] not in ".;:":
            return set(bare)
    return set()


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split())).lower()


def _is_page_number(lines: list[str], i: int, wrapped: bool) -> bool:
    line = lines[i].strip().lstrip("\x0c").strip()
    if len(line) > 24:
        return False
    if _PAGE.match(line) or _DASHED.match(line):
        return True
    if not _NUMBER.match(line) or not wrapped:
        return False
    before = i == 0 or not lines[i - 1].strip()
    after = i + 1 >= len(lines) or not lines[i + 1].strip()
    return before or after


def _item_numbers(lines: list[str], filled: list[int], numbers: set[int]) -> set[int]:
    """Of the numbers on lines of their own those that count items: they follow one another sooner than pages end."""
    bare = {n: int(found.group()) for n in numbers if (found := _COUNT.match(lines[filled[n]].strip()))}
    close: set[int] = set()
    for n, value in bare.items():
        nearby = [m for m in range(n + 2, n + _SHORTEST_PAGE) if bare.get(m) == value + 1]
        close.update([n, *nearby] if nearby else [])
    if len(close) < _FEWEST_CLOSE:
        return set()
    known, counts = set(bare.values()), {bare[n] for n in close}
    for value in sorted(counts):
        for step in (1, -1):
            here = value + step
            while here in known and here not in counts:
                counts.add(here)
                here += step
    return {n for n, value in bare.items() if value in counts}


def _cuts_a_sentence(lines: list[str], filled: list[int], n: int) -> bool:
    """A short line with a number in it, alone between blank lines, where the sentence before it goes on after it."""
    if not 0 < n < len(filled) - 1:
        return False
    i, line = filled[n], lines[filled[n]].strip()
    alone = filled[n - 1] < i - 1 and filled[n + 1] > i + 1
    before, after = lines[filled[n - 1]].rstrip(), lines[filled[n + 1]].strip()
    open_before = len(before) > 45 and before[-1:] not in ".?!:;"
    return alone and len(line) < 110 and bool(_DIGITS.search(line)) and open_before and after[:1].islower()


def _close_gaps(lines: list[str], gone: set[int]) -> list[str | None]:
    """Takes out the lines in `gone` with the blank lines around them, leaving None in their place."""
    out: list[str | None] = []
    i = 0
    while i < len(lines):
        if i not in gone:
            out.append(lines[i])
            i += 1
            continue
        while out and out[-1] is not None and not out[-1].strip():
            out.pop()
        if not out or out[-1] is not None:
            out.append(None)
        while i < len(lines) and (i in gone or not lines[i].strip()):
            i += 1
    return out

"""Which of the lines that carry numbers are the items: the chain whose numbers go up, told from paragraphs and clauses.

Every line that could be a heading is a candidate with a weight. The chain that weighs most is taken; each gap between
its numbers costs.
"""

import re
from collections.abc import Sequence

from ..decisions.clauses import is_lead_only, tells
from .titles import USUAL, Heading

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
PARAGRAPH = re.compile(r"\(?\d{1,3}\.\d{1,2}[.)]?$")
_LETTER = re.compile(r"[A-Z]$")
_PARTS = re.compile(r"\d+")
_FURTHEST = 12  # the largest gap between the numbers of one item and the next
_GAP = 0.35
_FEWEST = 3
_FEWEST_BEFORE_GAP = 5
_SURE = 2.5  # the weight of a line in capitals over prose


def weight_of(chain: Sequence[Heading]) -> float:
    return sum(heading.weight for heading in chain)


def style_of(heading: Heading) -> str:
    """The form of the number with its digits as "#", and the unusual signs beside it: only like ones make a chain."""
    number = heading.number
    sign = f"{heading.sign} " if heading.sign else ""
    if number in ROMAN:
        return sign + "I"
    if number.upper() in ROMAN:
        return sign + "i"
    style = _PARTS.sub("#", number) if len(number) > 1 or number.isdigit() else "A" if number.isupper() else "a"
    return sign + ("#a" if re.fullmatch(r"#(?:[a-z]|\s?\([a-z]\))", style) else style)


def _value(number: str, part: int) -> int:
    """What of the number goes up from item to item; a letter counts by its place in the alphabet."""
    if number.upper() in ROMAN:
        return ROMAN.index(number.upper())
    return ord(number) if _LETTER.match(number.upper()) else int(_PARTS.findall(number)[part])


def best_chain(group: list[Heading]) -> list[Heading]:
    """The heaviest run of candidates of one style whose numbers go up; each gap between them costs."""
    if not group:
        return []
    parts = len(_PARTS.findall(group[0].number)) or 1
    varying = max(range(parts), key=lambda part: len({_value(c.number, part) for c in group}))
    best: dict[int, tuple[float, int]] = {}  # last value -> weight, index of the last heading
    back: list[int] = []
    total: list[float] = []
    for index, candidate in enumerate(group):
        value = _value(candidate.number, varying)
        before = [
            (w + (0.5 if step == 1 else -0.8 - _GAP * step), j)
            for step in range(1, _FURTHEST + 1)
            if (known := best.get(value - step))
            for w, j in [known]
        ]
        weight, j = max(before, default=(0.0, -1))
        if weight < 0:
            weight, j = 0.0, -1
        back.append(j)
        total.append(weight + candidate.weight)
        if value not in best or total[index] > best[value][0]:
            best[value] = (total[index], index)
    index = max(range(len(group)), key=lambda k: total[k])
    chain = []
    while index >= 0:
        chain.append(group[index])
        index = back[index]
    return _with_strays(_with_end(chain[::-1], group, varying), group, varying)


def _with_end(chain: list[Heading], group: list[Heading], varying: int) -> list[Heading]:
    """The chain with items below it that look like its own, after a gap: those between were not called."""
    if len(chain) < _FEWEST_BEFORE_GAP:
        return chain
    least = sorted(h.weight for h in chain)[len(chain) // 3]
    last = chain[-1]
    out = list(chain)
    for heading in group:
        step = _value(heading.number, varying) - _value(last.number, varying)
        if heading.first > last.first + 1 and 0 < step <= _FURTHEST and heading.weight >= max(1.0, min(least, _SURE)):
            out.append(heading)
            last = heading
    return out


def _with_strays(chain: list[Heading], group: list[Heading], varying: int) -> list[Heading]:
    """The chain with the items that were taken out of their order: they look like the others and their numbers are missing."""
    if len(chain) < 4:
        return chain
    taken = {_value(h.number, varying) for h in chain}
    usual = sorted(h.weight for h in chain)[len(chain) // 3]
    capitals = all(h.title.isupper() for h in chain)
    named = any(h.named for h in chain)
    strays: dict[int, Heading] = {}
    for heading in group:
        value = _value(heading.number, varying)
        like = heading.weight >= max(1.5, min(usual, _SURE)) and (heading.title.isupper() or not capitals)
        like = like and heading.named <= named  # "Item 7" in the words of an item is no heading where others are "7."
        if like and value not in taken and min(taken) <= value <= max(taken) + 3 and chain[0].first < heading.first:
            strays.setdefault(value, heading)
    return sorted([*chain, *strays.values()], key=lambda h: h.first)


def with_restarts(chain: list[Heading], group: list[Heading]) -> list[Heading]:
    """The chain with those of later parts of the paper ("Part II"), whose numbers begin anew and which look like the others."""
    if len(chain) < _FEWEST or not all(heading.title.isupper() for heading in chain):
        return chain
    usual = sorted(heading.weight for heading in chain)[len(chain) // 3]
    later = [h for h in group if h.first > chain[-1].first and h.title.isupper() and h.weight >= min(usual, _SURE)]
    again = best_chain(later)
    return chain + again if again and again[0].number == chain[0].number else chain


def all_alike(group: list[Heading]) -> list[Heading]:
    """Headings that lost their count, so that each is "1.": long stretches of words between them, and none without a title."""
    if group[0].sign:
        return []
    same = [h for h in group if h.number == group[0].number]
    apart = all(b.first - a.first > 1 for a, b in zip(same, same[1:], strict=False))
    known = sum(bool(USUAL.search(heading.title[:60])) for heading in same) >= 2
    return same if len(same) >= 3 and len(same) == len(group) and (apart or known) else []


def with_parts(chain: list[Heading], styles: dict[str, list[Heading]], paragraphs: int) -> list[Heading]:
    """The chain with its sub-items: "4.1" under 4, "3a" under 3, where they look like titles."""
    by_number = {int(h.number): h for h in chain if h.number.isdigit()}
    if len(by_number) != len(chain):
        return chain
    ends = {h.number: following.first for h, following in zip(chain, chain[1:], strict=False)}
    out = list(chain)
    parts = [c for c in styles.get("#.#", []) if not is_lead_only(c.title) and not tells(c.title)]
    if sum(c.weight >= 1.5 for c in parts) * 2 < paragraphs:
        parts = []  # "3.1" numbers the paragraphs
    for part in parts + styles.get("#a", []):
        number = int(_PARTS.findall(part.number)[0])
        parent = by_number.get(number) or by_number.get(number - 1)  # "5 (a)" where no 5 stands above it
        if parent is None or part.weight < 1.5 or (part.title.endswith(".") and tells(part.title)):
            continue
        if parent.first < part.first < ends.get(parent.number, part.first + 1):
            out.append(part)
    return sorted(out, key=lambda h: h.first)

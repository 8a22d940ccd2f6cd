"""List markers at the start of a line: "·", "o", "1)", "(a)", "iv.", "Ø". What is only a number in a sentence is none."""

import re

BULLETS = "•·▪●◦○‣⁃∙*–—-►➢→⇒Ø§+~>✓✔■□❖➤"
_BULLET = re.compile(rf"(?:(?:--|[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8?]|o)(?=\s)|[•·▪●◦○‣∙■□✓✔➢➤](?=[A-Za-z“]))\s*")
_NUMBERED = re.compile(
    r"""(?:
        \((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\.?(?:\s[-–—](?=\s))?      # (1) (a) (iv) (1). (a) -
      | \d{1,3}(?:\.\d{1,2}){1,3}\.?\)?(?=\s(?![ap]\.?m\b))          # 5.3
      | (?:\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\)|[.)])(?=\s)   # 1. a) iv. 1.)
      | \[(?:[a-z]|[ivx]{1,4})\](?=\s)   # [a]
      | (?:\d{1,2}(?:[:/]|\s[-–—])|(?:[a-h]|[ivx]{1,4})[:/])(?=\s+[A-Za-z“])   # 1: 1/ 1 - a/
      | (?:\d{1,2}|[a-h]|[ivx]{1,4})[.)](?=(?:[Tt]hat|[Tt]o|[Tt]he|[Nn]ote|[Nn]oted)\s)   # 1.That
    )\s*""",
    re.VERBOSE,
)
_ROUND = str.maketrans("[]", "()")
_WORDS_AFTER = re.compile(r"[\w“‘\"'(£]")


def split_marker(line: str) -> tuple[str, int]:
    """The list marker a line opens with, and where its words begin: ("(a)", 4); ("", 0) without one."""
    for pattern in (_BULLET, _NUMBERED):
        found = pattern.match(line)
        if found and _WORDS_AFTER.match(line, found.end()):
            marker = found.group().strip().translate(_ROUND)
            return marker.rstrip(" :/–—-") or marker, found.end()
    return "", 0

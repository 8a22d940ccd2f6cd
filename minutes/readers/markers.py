"""List markers at the start of a line: "·", "o", "1)", "(a)", "iv.", "Ø". What is only a number in a sentence is none."""

import re

BULLETS = "•·▪●◦○‣⁃∙*–—-►➢→⇒Ø§"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8?]|o)(?=\s)\s*")
_NUMBERED = re.compile(
    r"""(?:
        \((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\.?      # (1) (a) (iv) (1).
      | \d{1,3}(?:\.\d{1,2}){1,3}\.?\)?(?=\s(?![ap]\.?m\b))          # 5.3
      | (?:\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=\s)   # 1. a) iv.
    )\s*""",
    re.VERBOSE,
)
_WORDS_AFTER = re.compile(r"[\w“‘\"'(£]")


def split_marker(line: str) -> tuple[str, int]:
    """The list marker a line opens with, and where its words begin: ("(a)", 4); ("", 0) without one."""
    for pattern in (_BULLET, _NUMBERED):
        found = pattern.match(line)
        if found and _WORDS_AFTER.match(line, found.end()):
            return found.group().strip(), found.end()
    return "", 0

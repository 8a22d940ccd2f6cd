"""The marks that plain text has for bold type and headings, left out: "**Title**", "## Title", a row of "=" below it.

A line that is all bold, or marked as a heading, is known as one: it stands by itself, with the sign HEADING before it.
"""

import re

HEADING = "\x02"  # never part of a text: dropped where it comes in with one
_ANY = re.compile(r"\*\*|__|~~|</?(?:b|strong|em|i|u|h[1-6]|p|br)\b|\[/?[bu]\]|^\s*#{1,6}\s|^\s*[=_~]{2,}|^\s*-{2,}\s?\w|^\s*-{4,}|^\s*\*{3,}|\\[.#*_\[\]()-]|^\s*[*_]\w|^\s*>\s", re.IGNORECASE | re.MULTILINE)  # fmt: skip
_SIGN = re.compile(r"[*_~<\[#=>\\]|--")  # without one of these no mark can be there
_TAG = re.compile(r"</?(?:b|strong|em|i|u|p|br)\s*/?>|\[/?[bu]\]", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</p>", re.IGNORECASE)
_HEAD_TAG = re.compile(r"\s*<h[1-6]\b[^<>]{0,80}>(?P<words>.{1,300}?)</h[1-6]>\s*$", re.IGNORECASE)
_BOLD_TAGS = re.compile(r"\s*(?:<(?:b|strong|u)>|\[b\])(?P<words>[^<>\[\]]{1,200})(?:</(?:b|strong|u)>|\[/b\])\s*$", re.IGNORECASE)  # fmt: skip
_HASHES = re.compile(r"\s*#{1,6}\s+(?P<words>[^#\s].{0,298}?)\s*#*\s*$")
_FENCED = re.compile(r"\s*(?P<fence>={2,}|~{2,}|-{2,}|_{2,}|\*{3,})\s+(?P<words>\w.{1,160}?)\s+(?P=fence)\s*$")
_ALL_BOLD = re.compile(r"\s*(?P<sign>\*\*\*|\*\*|__|\*|_)(?=\S)(?P<words>[^*_]{1,200}?)(?<=\S)(?P=sign)[:.]?\s*$")
# "4. **Title** The words of the item": the title of a numbered paragraph
_NUMBERED_BOLD = re.compile(
    r"(?P<head>\s*(?:\*\*)?\(?\d{1,3}(?:/\d{2,4})?[.):]?(?:\*\*)?\s*(?:\*\*)?(?<=[*\s])[A-Z][^*]{2,110}\*\*)[ \t:–—-]+(?P<rest>[A-Z].{20,})$"
)
_BOLD_PARTS = re.compile(r"\s*(?:\*\*[^*]{1,120}\*\*\s*){2,4}$")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_\n]{1,400}?)(?<=\S)__(?!\w)")
_RULE = re.compile(r"\s*(?:[=~]{4,}|[-_]{4,}|\*{5,})\s*$")
_QUOTED = re.compile(r"\s*>(?:\s+(?=\S)|\s*$)")
_ESCAPED = re.compile(r"\\(?=[.#*_\[\]()-])")  # as converters write them: "1\\. Title"
_LONGEST = 120  # characters; what is longer and underlined is a paragraph


def read_marks(lines: list[str]) -> list[str]:
    """The lines without the marks; each heading has HEADING before it and stands clear of the other lines."""
    if not _SIGN.search("\n".join(lines)) or not any(_ANY.search(line) for line in lines):
        return lines
    quoted = sum(bool(_QUOTED.match(line)) for line in lines) * 2 > sum(bool(line.strip()) for line in lines)
    lines = [_ESCAPED.sub("", line) if "\\" in line else line for line in lines]
    out: list[str] = []
    for i, line in enumerate(lines):
        if quoted:
            line = _QUOTED.sub("", line, count=1)
        if _RULE.match(line) and _is_underlined(lines, i):
            continue
        if found := _NUMBERED_BOLD.match(line):
            out += ["", HEADING + _unmarked(found["head"]).strip(), "", _unmarked(found["rest"])]
            continue
        words = heading_words(line)
        if words is None and i + 1 < len(lines) and _RULE.match(lines[i + 1]) and _is_underlined(lines, i + 1):
            words = line.strip()
        if words is None:
            out.append(_unmarked(line))
        else:
            out += ["", HEADING + _unmarked(words).strip(), ""]
    return out


def heading_words(line: str) -> str | None:
    """The words of a line that its marks make a heading, or None."""
    if len(line) > 400 or not line.strip():
        return None
    for pattern in (_HEAD_TAG, _BOLD_TAGS, _HASHES, _FENCED, _ALL_BOLD):
        if found := pattern.match(line):
            return found["words"].strip()
    return line if _BOLD_PARTS.match(line) else None


def _is_underlined(lines: list[str], i: int) -> bool:
    """Whether the rule in line `i` stands right under a short line, about as long as that is, and not in a table."""
    above = lines[i - 1].strip() if i else ""
    rule = lines[i].strip()
    return (
        3 <= len(above) <= _LONGEST
        and not above.endswith((".", ";", ","))
        and "|" not in above
        and 0.5 * len(above) <= len(rule) <= 2 * len(above) + 4
    )


def _unmarked(line: str) -> str:
    if "<" in line or "[/" in line:  # "[b]" alone is the sign of a list's entry
        line = _TAG.sub("", _BREAK.sub(" ", line))
    return _BOLD.sub(lambda match: match.group(1) or match.group(2), line) if "**" in line or "__" in line else line

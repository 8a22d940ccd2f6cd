"""The lines of a pasted text → paragraphs: hard wraps undone, page headers, footers and numbers left out.

A right-hand column of initials or posts ("Action: TB") beside the paragraphs of a printed page is taken out of
the sentences and put after its paragraph, with the place it stood beside.
"""

import re
from collections import Counter
from dataclasses import dataclass

from . import furniture, marks
from .flat import unflatten
from .markers import split_marker


@dataclass(slots=True)
class Line:
    """One paragraph as it will stand in the text. `back` is, for a margin note, how far before its start it stood."""

    text: str
    indent: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    back: int | None = None
    after_gap: bool = False


@dataclass(slots=True)
class _Raw:
    """A line of the page: its words, its indent, how far right it reaches, and what stands in the margin."""

    text: str
    indent: int
    edge: int
    margin: str = ""
    after_gap: bool = False
    after_page: bool = False


_SPACE_LIKE = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\u2028\u2029\x85"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00" + marks.HEADING
_PLAIN = [
    *((sign, " ") for sign in _SPACE_LIKE),
    *((sign, "\n") for sign in _LINE_ENDS),
    *((sign, "") for sign in _UNSEEN),
]
_MARGIN = re.compile(r"(?<=\S)(?:\s{3,}|\t+)(?P<margin>[A-Z][\w.&/’'-]*(?: [\w.&/()’'-]+){0,3})$")
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|be|been|would|will|that|which|who|considered|received|said|noted|asked|reported|presented)\b"
)  # a title holds none of these words
_RAGGED = 0.85  # of the width of a page: where its lines end that are not set flush
_WIDEST = 140  # a wrapped page is narrower than this; a paragraph pasted whole is not
_TERMINAL = re.compile(r"""[.?!:;]["'”’)\]]{0,2}$""")
_HYPHENATED = re.compile(r"[A-Za-z]{2,}-$")
_SMALL_LETTERS = re.compile(r"[a-z]*")
# below a title in capitals
_DECIDES = re.compile(r"(?:RESOLVED|RECOMMENDED|RECOMMENDATION|AGREED|ORDERED|NOTED|DECISION|ACTION)\b")
_SPACES = re.compile(r"[ \t]+")


def normalise(text: str) -> str:
    """The same words with plain spaces and line ends; what cannot be seen is dropped."""
    text = text.replace("\r\n", "\n")
    for sign, plain in _PLAIN:
        if sign in text:
            text = text.replace(sign, plain)
    return text


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of a text in order."""
    lines = marks.read_marks(unflatten(normalise(text).split("\n")))
    width = _page_width(lines)
    if not width:
        raw = _raw_lines(furniture.remove(lines, wrapped=False))
        return [Line(_single_spaced(line.text), line.indent, after_gap=line.after_gap) for line in raw]
    raw = _raw_lines(furniture.remove(lines, wrapped=True))
    raw = _take_margin(raw)
    return _join(raw, width, _hyphenated_words(text))


def _single_spaced(line: str) -> str:
    """The line with single spaces; tabs stay, for they part the cells of a table."""
    return line if "\t" in line or "  " not in line else _SPACES.sub(" ", line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _page_width(lines: list[str]) -> int:
    """The column at which the lines of a hard-wrapped page end, or 0 where each line is a paragraph."""
    long = sorted(len(line.rstrip()) for line in lines if len(line) >= 40)
    if len(long) < 4:
        return 0
    width = long[int(len(long) * 0.9)]
    broken = 0
    for here, following in zip(lines, lines[1:], strict=False):
        here, following = here.rstrip(), following.strip()
        if len(here) >= 0.5 * width and following[:1].islower() and not _TERMINAL.search(here) and "|" not in here:
            broken += not split_marker(following)[0]
    return width if broken >= 3 and width <= _WIDEST and broken * 12 >= len(long) else 0


def _raw_lines(lines: list[str | None]) -> list[_Raw]:
    """Lines without the blank ones, which become a mark on the next; None is where a page ended."""
    out: list[_Raw] = []
    gap = page = False
    for line in lines:
        if line is None:
            page = True
        elif not line.strip():
            gap = True
        else:
            stripped = line.rstrip()
            out.append(_Raw(stripped.lstrip(" "), _indent(stripped), len(stripped), "", gap, page))
            gap = page = False
    return out


def _take_margin(raw: list[_Raw]) -> list[_Raw]:
    """Moves the words of a right-hand action column, standing clear of the text in one column, out of the lines."""
    found = [(line, match) for line in raw if (match := _MARGIN.search(line.text)) and len(match["margin"]) <= 30]
    bare = {id(line): line.indent + match.start() for line, match in found}
    edges = sorted(bare.get(id(line), line.edge) for line in raw)
    width = edges[int(len(edges) * 0.9)] if edges else 0
    columns = Counter(line.indent + match.start("margin") for line, match in found)
    for line, match in found:
        column = line.indent + match.start("margin")
        if column >= 0.9 * width and sum(columns[column + shift] for shift in range(-2, 3)) >= 2:
            line.margin = match["margin"]
            line.text = line.text[: match.start()].rstrip()
            line.edge = line.indent + len(line.text)
    return raw


def _hyphenated_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"\b[A-Za-z]+-[a-z]+\b", text))


def _join(raw: list[_Raw], width: int, hyphenated: frozenset[str]) -> list[Line]:
    width = sorted(line.edge for line in raw)[int(len(raw) * 0.9)] if raw else width
    out: list[Line] = []
    for run in _runs(raw, width):
        out.extend(_paragraph(run, hyphenated))
    return out


def _runs(raw: list[_Raw], width: int) -> list[list[_Raw]]:
    """The lines grouped into paragraphs."""
    runs: list[list[_Raw]] = []
    for line in raw:
        if runs and _continues(runs[-1][-1], line, width) and not _stands_apart(runs[-1], line.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _paragraph(run: list[_Raw], hyphenated: frozenset[str]) -> list[Line]:
    """One paragraph, and after it the notes that stood in its margin."""
    parts: list[str] = []
    notes: list[tuple[int, str]] = []
    length = 0
    for line in run:
        words = _single_spaced(line.text)
        if parts:
            parts[-1], glue = _glue(parts[-1], words, hyphenated)
            words = glue + words
        parts.append(words)
        length += len(words)
        if line.margin:
            notes.append((length, line.margin))
    text = "".join(parts)
    out = [Line(text, run[0].indent, after_gap=run[0].after_gap)]
    at = len(text) + 1
    for place, words in notes:
        out.append(Line(words, run[0].indent, back=at - min(place, len(text))))
        at += len(words) + 1
    return out


def _glue(before: str, after: str, hyphenated: frozenset[str]) -> tuple[str, str]:
    """What two lines of one paragraph join with: a space, or nothing where a hyphen broke a word, which then goes."""
    if not before.endswith("-") or not _HYPHENATED.search(before) or not after[:1].islower():
        return before, " "
    head = before.rsplit(None, 1)[-1]
    tail = _SMALL_LETTERS.match(after)
    whole = (head + (tail.group() if tail else "")).lower().lstrip("(“\"'‘")
    return (before, "") if whole in hyphenated else (before[:-1], "")


# what pages of committee systems print on lines of their own
_ENDS_LINE = re.compile(r"(?:\bPDF [\d.,]+ [KM]B|View directions|\((?:Item|Minute) [^()]{1,12}\)|\bitem \d{1,3}\.)$")
_OPENS_LINE = re.compile(
    r"(?:Meeting: \d{1,2}/|(?:Minutes|Decisions?|Venue|Contact|Media|Note|Link|Additional documents|Supporting documents|Accompanying documents|Background papers|Reasons? for (?:the )?decision|Voting)\s?:|Share this item$|No\. Item$|Items$)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"[A-Z]{0,4}[./]?\d{1,4}(?:/\d{2,4})?[a-z]?\.?$")
_BELOW_TITLE = re.compile(
    r"(?:To (?:receive|consider|note|agree|approve|confirm|review|discuss|hear|elect|appoint)|(?:Joint )?Report (?:of|by|from) the|RESOLVED|Resolved)\b"
)


def _stands_apart(run: list[_Raw], text: str) -> bool:
    """Whether a line is by its words no more of the paragraph above it: a label, a number, what stands below a title."""
    above = run[-1].text
    if _ENDS_LINE.search(above) or _OPENS_LINE.match(text):
        return True
    if _TERMINAL.search(above):
        return bool(_NUMBER_ALONE.match(text) or _DECIDES.match(text))
    return len(run) == 1 and above[:1].isupper() and bool(_BELOW_TITLE.match(text))


def _continues(a: _Raw, b: _Raw, width: int) -> bool:
    """Whether line `b` goes on with the paragraph of line `a`."""
    if "|" in a.text or "|" in b.text or "\t" in a.text or "\t" in b.text:
        return False
    ended = bool(_TERMINAL.search(a.text))
    small = b.text[:1].islower() and not split_marker(b.text)[0]
    if b.after_page:
        return not ended and (small or a.edge >= 0.75 * width)
    if b.after_gap:
        return False
    marker, begin = split_marker(b.text)
    if marker:
        starts = (
            b.text[begin : begin + 1].isupper()
            or b.text[begin:].startswith(("that ", "to "))
            or a.text.endswith((" and", " or"))
        )
        return not ended and not starts and a.edge >= 0.85 * width and marker[:1] == "("
    if a.text.endswith(":"):
        return False
    if small:
        return True
    first = b.text.split(None, 1)[0]
    full = a.edge + 1 + len(first) > width - 1
    if ended:
        return full
    if a.text.isupper() and _DECIDES.match(b.text):
        return False
    if a.text.isupper() != b.text.isupper() and len(b.text) > 3:
        return full and not a.text.isupper()
    return full or a.edge + 1 + len(first) >= _RAGGED * width or (a.edge >= 0.6 * width and bool(_TELLS.search(a.text)))

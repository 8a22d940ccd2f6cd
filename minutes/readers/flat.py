"""Text whose line ends were lost: a page, or all of it, on one line → lines again.

Breaks are put only where the words show them: before paragraph numbers that run on through the line, before and
after a heading in capitals, before "Action:", and before a title that stands between a stop and a number.
"""

import re

_LONG = 1200  # characters; no paragraph that a clerk writes is longer and holds such signs
_NUMBER = re.compile(r"(?<=\s)(\d{1,3})\.\s+(?=[A-Z“‘(\d])")
_FEWEST = 4
_CAPITALS = re.compile(r"(?<=[.?!:)\d]\s)([A-Z][A-Z’'&,/()-]*(?:\s[A-Z&][A-Z’'&,/()-]*)*)(?=\s(?:[A-Z][a-z]|A\s))")
_ACTION = re.compile(r"(?<=[.?!)])\s+(?=(?:ACTION|Action|RESOLVED|AGREED|DECISION)\s*[:–-])")
_STOP = re.compile(r"[.?!][”’)\"]?\s+")
_WORD = r"[A-Z0-9][\w’'/&-]*:?"
_TITLE_END = re.compile(
    rf"(?:(?<=\s)|^)({_WORD}(?:\s(?:{_WORD}|of|and|the|for|to|on|in|from|&|[–-]|\([^()]{{1,20}}\)))*)$"
)
_NOTE = re.compile(r"^Actions?:?(?:\s[A-Z]{2,4}\b)+\s+(?=[A-Z][a-z])")  # "Action DB NH": who is to act, in the margin
_OPENERS = re.compile(
    r"\b(?:Welcome|Apologies|Introductions?|Minutes of|Notes of|Declarations?|Matters Arising|Any Other|AOC?B|Date of)\b"
)


def unflatten(lines: list[str]) -> list[str]:
    """The lines, those that hold a whole page cut into their paragraphs and titles."""
    if all(len(line) < _LONG for line in lines):
        return lines
    out: list[str] = []
    for line in lines:
        if len(line) < _LONG or "\t" in line:
            out.append(line)
            continue
        for piece in _by_numbers(line):
            for part in _by_capitals(piece):
                out.extend(part)
    return out


def _by_numbers(line: str) -> list[list[str]]:
    """The numbered paragraphs of a line, each with the title that stands before the next number."""
    marks = [(match.start(), int(match.group(1))) for match in _NUMBER.finditer(line)]
    run: list[int] = []
    expected = 0
    for place, number in marks:
        if not run or number == expected:
            run.append(place)
            expected = number + 1
    if len(run) < _FEWEST:
        return [[line]]
    ends = [*run[1:], len(line)]
    pieces = [_title_off(line[: run[0]])]
    pieces += [_title_off(line[start:end]) for start, end in zip(run, ends, strict=True)]
    return pieces


def _title_off(piece: str) -> list[str]:
    """A paragraph and the title behind it, where its last words are one."""
    piece = piece.strip()
    parts = [part.strip() for part in _ACTION.split(piece)]
    last = parts[-1]
    if last.endswith((".", "?", "!", ";")):
        return parts
    stops = [match.end() for match in _STOP.finditer(last)]
    tail = last[stops[-1] :] if stops else last
    found = _TITLE_END.search(tail)
    if found is None:
        return parts
    title = _NOTE.sub("", found.group(1))
    known = [match.start() for match in _OPENERS.finditer(title)]
    if known:
        joined = len(known) > 1 and title[known[-2] : known[-1]].endswith((" and ", " & "))
        title = title[known[-2 if joined else -1] :]
    elif len(title.split()) > 14:
        return parts
    return [part for part in [*parts[:-1], last[: len(last) - len(title)].strip(), title] if part]


def _by_capitals(piece: list[str]) -> list[list[str]]:
    """The same with headings in capitals on lines of their own, where there are several."""
    out: list[list[str]] = []
    for line in piece:
        found = [match for match in _CAPITALS.finditer(line) if len(match.group(1)) >= 7]
        if len(line) < _LONG or len(found) < 3:
            out.append([line])
            continue
        cuts = [0, *(place for match in found for place in match.span(1)), len(line)]
        out.append([part for a, b in zip(cuts, cuts[1:], strict=False) if (part := line[a:b].strip())])
    return out

"""The invented meetings of `form_meetings.py`, printed in the many ways in which councils set their minutes out.

A form is a heading (how number and title stand), an opening (who met and when), a way of telling a decision, a way of
marking paragraphs, and a setting (blank lines, none, or the hard wraps and furniture of a page). Each is varied by
itself against the plainest of the others.

`python -m benchmarks.bench_forms` measures how much of each is read.
"""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from minutes.followups import find_followups
from minutes.readers.text import read_text
from minutes.records import Minutes
from minutes.structure import parse

from .form_meetings import Item, Meeting


def _table(name: str) -> list[str]:
    """The lines of a text file beside this one, with ¶ for a line end and ⇥ for a tab."""
    text = (Path(__file__).parent / name).read_text()
    return [line.replace("¶", "\n").replace("⇥", "\t") for line in text.splitlines()]


# {n} 1, 2, 3 …  {m} 23, 24 …  {c} 101, 102 …  {r} I, II …  {i} i, ii …  {a} A, B …  {t} the title  {T} in capitals
# {s} in small letters  {t1} {t2} {T1} {T2} its two halves  {line} a rule as long as it; behind a heading that ends in
# "→" the words run on
HEADINGS = tuple(_table("form_headings.txt"))

# what stands behind these titles may be read as part of them
TAILS = (
    "For Decision",
    "Verbal Update",
    "Key Decision",
    "(Cllr Osei)",
    "(Minute 12/22 refers)",
    "/ Materion eraill",
    "(Report of the Director of Place)",
    "[For information]",
)

OPENINGS = dict(line.split(": ", 1) for line in _table("form_openings.txt"))

# each: what stands before the clauses, before each of them, and behind the last; {k} 1, 2 …  {b} a, b …  {j} i, ii …
DECISIONS = {
    "RESOLVED that": ("", "RESOLVED that {clause}", ""),
    "RESOLVED – That": ("", "RESOLVED – That {clause}", ""),
    "Resolved:": ("", "Resolved: {clause}", ""),
    "list under RESOLVED": ("RESOLVED:", "({k}) That {clause}", ""),
    "list under RESOLVED that": ("RESOLVED that:", "{b}) {clause}", ""),
    "list under Agreed": ("Agreed:", "{k}. {Clause}", ""),
    "bullets under Resolved": ("Resolved –", "• {Clause}", ""),
    "AGREED that": ("", "AGREED that {clause}", ""),
    "It was resolved": ("", "It was resolved that {clause}", ""),
    "The Committee RESOLVED": ("The Committee RESOLVED", "({j}) that {clause}", ""),
    "Decision:": ("Decision:", "({k}) That {clause}", ""),
    "Outcome:": ("Outcome:", "- {Clause}", ""),
    "RECOMMENDATION agreed": ("", "Recommendation agreed: That {clause}", ""),
    "with reasons": ("RESOLVED:", "{k}. That {clause}", "Reason: so that members may do their work."),
    "list under it was": ("After discussion it was", "RESOLVED that {clause}", ""),
    "clauses without signs": ("RESOLVED:", "That {clause}", ""),
    "recommended to Council": ("Resolved to RECOMMEND: (to Council)", "({j}) That {clause}", ""),
    "square brackets": ("Resolved –", "[{k}] That {clause}", ""),
    "capital letters": ("RESOLVED: That the Committee:", "({b}) {clause}", ""),
    "moved and carried": (
        "",
        "Councillor Osei moved, seconded by Councillor Garland, that {clause} The motion was put and carried.",
        "",
    ),
    "with vote": ("It was moved, seconded and RESOLVED", "({k}) That {clause}", "(Voting: For 5, Against 0)"),
}  # fmt: skip

PARAGRAPHS = ("{p}", "{n}.{k} {p}", "{k}. {p}", "({b}) {p}", "• {p}", "{n}.{k}. {p}", "({j}) {p}", "{q}. {p}")
SETTINGS = ("blank lines", "dense", "page", "page, indented", "headings apart", "two blank lines", "crlf and nbsp")
PLAIN = ("{n}. {t}", "plain", "RESOLVED that", "{p}", "blank lines")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WIDTH = 84
_PAGE = 46  # lines


@dataclass(frozen=True, slots=True)
class Form:
    """One way of setting minutes out; each field is a key or template from the tables above."""

    heading: str = PLAIN[0]
    opening: str = PLAIN[1]
    decision: str = PLAIN[2]
    paragraph: str = PLAIN[3]
    setting: str = PLAIN[4]

    @property
    def name(self) -> str:
        own = [value for value, usual in zip(self._fields(), PLAIN, strict=True) if value != usual]
        return " + ".join(own).replace("\n", "¶").replace("\t", "⇥") or "plain"

    def _fields(self) -> tuple[str, ...]:
        return self.heading, self.opening, self.decision, self.paragraph, self.setting


def all_forms() -> list[Form]:
    """Every value of each part beside the plainest of the others, and the headings in dense and in printed text."""
    forms = [Form(heading=heading, setting=setting) for setting in SETTINGS[:3] for heading in HEADINGS]
    forms += [Form(opening=opening) for opening in OPENINGS if opening != "plain"]
    forms += [
        Form(decision=decision, heading=h)
        for decision in DECISIONS
        for h in ("{m}/23 {T}", "{t}", "{n}. {s}", "{r}. {t}")
    ]
    forms += [Form(paragraph=p, heading=h) for p in PARAGRAPHS[1:] for h in ("{n}. {t}", "{n} {T}", "{m}. {t}", "{T}")]
    forms += [Form(setting=setting, heading=h) for setting in SETTINGS[3:] for h in ("{n}. {t}", "{T}", "{m}/23 {t}")]
    return forms


def render(meeting: Meeting, form: Form) -> str:
    """The minutes of a meeting as text in the given form."""
    out = [_opening(meeting, form.opening)]
    for n, item in enumerate(meeting.items, 1):
        out.append(_heading(form.heading, n, item.title))
        out += list(_words(item, n, form))
    return _set(out, meeting, form.setting)


def _heading(template: str, n: int, title: str) -> str:
    half = title.find(" ", len(title) // 2 - 2)
    parts = (title[:half], title[half + 1 :]) if half > 0 and len(title) > 24 else (title, "")
    roman = _ROMAN[n - 1]
    known = {"n": n, "m": n + 22, "c": n + 100, "r": roman.upper(), "i": roman, "a": "ABCDEFGHIJ"[n - 1]}
    titles = {
        "t": title,
        "T": title.upper(),
        "s": title[0] + title[1:].lower(),
        "t1": parts[0],
        "t2": parts[1],
        "T1": parts[0].upper(),
    }
    filled = template.format(**known, **titles, T2=parts[1].upper(), line="=" * len(title))
    return filled.rstrip() if not filled.endswith("→") else filled


def _words(item: Item, n: int, form: Form) -> Iterator[str]:
    for k, said in enumerate(item.said, 1):
        running = 10 * n + k
        yield form.paragraph.format(n=n, k=k, b="abcdef"[k - 1], j=_ROMAN[k - 1], q=running, p=said)
    if not item.decided:
        return
    lead, each, behind = DECISIONS[form.decision]
    if not lead:
        clauses = item.decided
        joined = " and that ".join(clause.removesuffix("; and").removesuffix(";") for clause in clauses)
        yield each.format(clause=joined)
        return
    yield lead
    for k, clause in enumerate(item.decided, 1):
        upper = clause[0].upper() + clause[1:]
        yield each.format(k=k, b="abcdef"[k - 1], j=_ROMAN[k - 1], clause=clause, Clause=upper)
    if behind:
        yield behind


def _opening(meeting: Meeting, opening: str) -> str:
    day = meeting.date
    nth = f"{day.day}{ {1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st'}.get(day.day, 'th') }"
    template = OPENINGS[opening].replace("{committee.caps}", meeting.committee.upper())
    years = f"{day.year}/{(day.year + 1) % 100}" if day.month > 4 else f"{day.year - 1}/{day.year % 100}"
    full = f"{day:%A} {day.day} {day:%B %Y}"
    listed = "\n".join(meeting.present)
    present = f"Present:\n\n{listed}\n\nOfficers in attendance:\n\n" + "\n".join(meeting.officers)
    words = {
        "council": meeting.council,
        "committee": meeting.committee,
        "full": full,
        "nth": nth,
        "month": f"{day:%B}",
        "weekday": f"{day:%A}",
    }
    return template.format(
        **words,
        **{name.upper(): value.upper() for name, value in words.items()},
        mon=f"{day:%b}",
        year=day.year,
        yy=f"{day:%y}",
        d=day.day,
        m=day.month,
        years=years,
        later=f"28 {'July' if day.month < 7 else 'December'} {day.year}",
        earlier=f"11 January {day.year}",
        names=", ".join(meeting.present),
        officers="; ".join(meeting.officers),
        list=listed,
        present=present,
    )


def _set(pieces: list[str], meeting: Meeting, setting: str) -> str:
    """The pieces laid under each other; what a heading runs on into is put behind it first."""
    text = "\n\n".join(pieces)
    text = re.sub(r"→\n\n", "", text).replace("→", "")
    if setting == "dense":
        return re.sub(r"\n\n+", "\n", text)
    if setting == "two blank lines":
        return text.replace("\n\n", "\n\n\n")
    if setting == "crlf and nbsp":
        return text.replace("\n\n", "\n\xa0\n").replace(". ", ".\xa0 ").replace("\n", "\r\n")
    if setting == "headings apart":
        return _headings_apart(text)
    if setting.startswith("page"):
        return _paged(text, meeting, "     " if "indented" in setting else "")
    return text


def _headings_apart(text: str) -> str:
    """Blank lines around headings alone; paragraphs stand line under line."""
    out: list[str] = []
    for piece in text.split("\n\n"):
        heading = len(piece) < 80 and not piece.endswith(".")
        out.append(("\n" if heading else "") + piece + ("\n" if heading else ""))
    return "\n".join(out)


def _paged(text: str, meeting: Meeting, indent: str) -> str:
    """Hard-wrapped lines, with the committee's name at the head of each page and a number at its foot."""
    lines: list[str] = []
    for piece in text.split("\n"):
        prose = len(piece) > _WIDTH
        lines += textwrap.wrap(piece, _WIDTH, initial_indent=indent, subsequent_indent=indent) if prose else [piece]
    out: list[str] = []
    for page, first in enumerate(range(0, len(lines), _PAGE), 1):
        head = (
            [f"{meeting.committee}                    {meeting.date.day} {meeting.date:%B %Y}", ""] if page > 1 else []
        )
        out += [*head, *lines[first : first + _PAGE], "", f"                                   {page}", ""]
    return "\n".join(out)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text: shares of titles, clauses and follow-ups, items too many, whether the date."""

    titles: float
    added: int
    clauses: float
    followups: float
    dated: bool

    @property
    def mark(self) -> float:
        return self.titles + self.clauses + self.followups + self.dated - 0.1 * self.added


def plain_words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9£]+", text.lower()))


def found_titles(minutes: Minutes) -> list[str]:
    return [plain_words(item.title) for meeting in minutes.meetings for item in meeting.items]


def found_clauses(minutes: Minutes) -> list[str]:
    return [plain_words(r.text) for meeting in minutes.meetings for item in meeting.items for r in item.resolutions]


def followup_quotes(minutes: Minutes) -> list[str]:
    return [plain_words(quote.text) for found in find_followups(minutes).followups for quote in found.evidence[:1]]


def measure(meeting: Meeting, form: Form, expected: list[str]) -> Reading:
    """Reads the meeting in the form; `expected` are the quotes of its follow-ups in the plainest form."""
    minutes = parse(read_text(render(meeting, form)))
    titles = found_titles(minutes)
    wanted = [plain_words(item.title) for item in meeting.items]
    for tail in TAILS:
        titles = [title.removesuffix(plain_words(tail)).strip() for title in titles]
    clauses = [plain_words(clause).removesuffix(" and") for item in meeting.items for clause in item.decided]
    read = found_clauses(minutes)
    quotes = followup_quotes(minutes)
    return Reading(
        share_of(wanted, lambda title: title in titles),
        max(0, len(titles) - len(wanted)),
        share_of(clauses, lambda clause: any(clause in other for other in read))
        - 0.1 * max(0, len(read) - len(clauses)),
        share_of(expected, lambda quote: any(quote in other or other in quote for other in quotes)),
        bool(minutes.meetings) and minutes.meetings[0].date == meeting.date,
    )


def share_of(wanted: list[str], is_found: Callable[[str], bool]) -> float:
    return sum(is_found(one) for one in wanted) / max(1, len(wanted))


@cache
def expected_quotes(meeting: Meeting) -> list[str]:
    """What the follow-ups of a meeting rest on, in the plainest form."""
    return followup_quotes(parse(read_text(render(meeting, Form()))))

"""Decided clauses: whether one leaves somebody something to do. The phrases stand in `phrases.deciding`."""

import re
from dataclasses import dataclass, replace

from ..document import Span
from ..phrases.bare import bare_clause
from ..phrases.cue import plain
from ..phrases.judging import judge
from ..phrases.words import DO, POST
from ..records import AgendaItem, Resolution
from .find import RESOLVED, Find, Left

_TASKED = re.compile(rf"[a-z&'/. ]{{2,40}}? ?(?:-|to) (?:{DO}|fix|redraft)\b")  # "TM and LS to redraft the letter"


def judge_clause(words: str, lead: str, title: str) -> tuple[str, str]:
    """(rule, "") where the clause, made plain, leaves something to do, else ("", why not in a clerk's words)."""
    if _TASKED.match(words) and "note of who is to do it" in bare_clause(words):
        return "clause names who does it", ""
    return ("", "a condition of the consent") if lead == "granted" else judge(words, lead, title)


def find_in_clauses(meeting: int, number: int, item: AgendaItem, text: str) -> tuple[list[Find], list[Left]]:
    """The decided clauses of an item that leave something to do, and those that nearly did."""
    finds: list[Find] = []
    lefts: list[Left] = []
    lead, under, end = "", "", item.span.start
    doer = _Doer()
    for clause, after in zip(item.resolutions, [*item.resolutions[1:], None], strict=False):
        before = text[max(end, clause.span.start - _REACH) : clause.span.start]
        if under and _sign(clause.number) != under:
            under = lead = ""
        lead = _lead(before, lead)
        end = clause.span.end
        doer = _doer(before, clause, doer)
        rule, reason = judge_clause(plain(clause.text), lead, item.title)
        if doer.who and not doer.leads and _UNDER_DOER.match(clause.text):
            rule = rule or "clause under who is to act"
        if after is not None and _GRANTING.search(clause.text):
            under, lead = _sign(after.number), "granted"
        if rule and after is not None and _LEADS_IN.search(clause.text):
            under = _sign(after.number)  # each of the clauses under it is to be done
            lead = "recommended" if _RECOMMENDING.search(clause.text) else lead
            continue
        if rule:
            found = _finds_of(meeting, number, clause, text, rule)
            finds.extend([replace(find, owner=doer.who) for find in found] if doer.who and not doer.leads else found)
        elif reason == "the body decided against it":
            lefts.append(Left(meeting, number, clause.span, "clause declines", reason))
    return finds, lefts


# "that the following recommendations be referred to the Executive:", "that the Head of Parks be asked to:", "to require the Trust:"
_LEADS_IN = re.compile(
    r"\bfollowing (?:\w+ )?(?:recommendations?|actions?|proposals?|steps)\b[^:]*:\W*$"
    r"|\bthe following (?:be|are) [a-z]+(?:ed|en)\b[^:]{0,20}:\W*$"
    r"|\b(?:be|is|are) (?:asked|requested|required|instructed|invited|urged) to\W*:\W*$"
    r"|^(?:[Tt]o |[Tt]hat )?(?:require|request|ask|instruct|invite|urge)s? (?:that )?(?:the )?[A-Z][^:.;]{2,60}:\W*$"
)
# "that planning permission be granted subject to the following conditions:" – the applicant's to meet, and nobody's to chase
_GRANTING = re.compile(
    r"\b(?:permission|licen[cs]e|consent|application)\b[^:]*\bconditions?\b[^:.]*:\W*$", re.IGNORECASE
)
_REACH = 220  # characters before a clause in which the words that lead it in are looked for
# "requests that the Trust:", "to require the contractor –", "recommends that Cabinet:"
_ASKED_OF = re.compile(
    r"\b(?:request|ask|instruct|require|recommend|invite|urge|direct|call(?:s|ed)? (?:on|upon))(?:s|ed|d)?\b(?: (?:that|to))? (?:the )?(?P<who>[A-Z][^:;.]{1,70}?)(?:,? (?:is|be|are) (?:asked|requested|invited))?(?:,? to)?\s*[:–—-]+\s*(?:\(?[a-z0-9]{1,4}[.)]\s*)?$"
)
# "That the Head of Parks:", "That the Head of Parks be asked to:"
_POST_LEADS = re.compile(
    r"\b[Tt]hat (?:the )?(?P<who>(?:[A-Z][\w’'&,-]*|of|for|and|the)(?: (?:[A-Z][\w’'&,-]*|of|for|and|the)){0,9}?)(?: (?:be|is|are) (?:asked|requested|instructed|invited|required|tasked))?(?:,? to)?\s*[:–—-]+\s*(?:\(?[a-z0-9]{1,4}[.)]\s*)?$"
)
_IS_POST = re.compile(rf"\b(?:{POST})\b", re.IGNORECASE)
_UNDER_DOER = re.compile(
    r"(?:to )?(?!that\b|the\b|an?\b|noted?s?\b|in\b|on\b|at\b|for\b|of\b|it\b|there\b|no\b|be\b)[a-z-]{2,}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Doer:
    """Who is to do the clauses of a list, by the words that lead it in; `sign` is the kind of the list's signs.

    `leads` on the clause whose own words lead the list in.
    """

    who: str = ""
    sign: str = ""
    leads: bool = False


def _doer(before: str, clause: Resolution, last: _Doer) -> _Doer:
    """Who must do this clause, as the words before it or the clause above it say."""
    kind = _sign(clause.number)
    found = _named(before)
    if found:
        return _Doer(found, kind)
    if own := _named(clause.text):
        return _Doer(own, kind, leads=True)
    if last.leads:
        return replace(last, sign=kind, leads=False) if kind != last.sign else _Doer()
    return last if kind == last.sign and _BETWEEN.fullmatch(before) else _Doer()


_BETWEEN = re.compile(r"[;,.\s]*(?:and|or)?[;,.\s]*\W*\w{0,5}\W*")  # two entries of a list: a sign, and no words


def _sign(number: str) -> str:
    """Whether the sign of an entry is a number, a letter or neither."""
    core = number.strip("(). ")
    return "number" if core[:1].isdigit() else "letter" if core.isalpha() else ""


def _named(words: str) -> str:
    """Who is asked, or who stands at the head of the list, in words that end as a lead-in does."""
    if not words.rstrip(" \n\t(abci1.)").endswith((":", "–", "-", "—")):
        return ""
    found = _ASKED_OF.search(words)
    if found is None and (found := _POST_LEADS.search(words)) and not _IS_POST.search(found["who"]):
        found = None
    return found["who"].strip(" ,") if found else ""


_SIGN_ALONE = re.compile(r"\W*(?:[a-z]{1,5}|[A-Z]|[\d.]{1,6})?\W*")  # "(iii)", "12.4", and not "NOTED"
_RECOMMENDING = re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.IGNORECASE)
_NOTING = re.compile(r"\b(?:NOTED|noted|[Tt]o note)\b[^A-Za-z]*(?:[Tt]hat\b)?[^A-Za-z]*$")
_DECIDING = re.compile(r"\b(?:agreed|resolved|ordered|decided|requested)\b", re.IGNORECASE)


def _lead(before: str, last: str) -> str:
    """What the words between two clauses say that the body did: recommended, noted, or decided (no more said)."""
    lines = [line for line in before.splitlines() if not _SIGN_ALONE.fullmatch(line)]
    words = lines[-1] if lines else before
    if _NOTING.search(words):
        return "noted"
    if _RECOMMENDING.search(words) and not re.search(
        r"report recommended|recommendations? (?:in|of|within) the report|officers? recommend", words, re.IGNORECASE
    ):
        return "recommended"
    return "" if _DECIDING.search(words) else last


# "that Cabinet be recommended to extend the trial, and that a report come to this Committee": two deeds of two owners
_AND_A_REPORT = re.compile(r",? and (?=that (?:an? |the )(?:\w+ )?(?:report|update|review|briefing)\b)")
_PASSED_ON = re.compile(
    r"\bbe (?:recommended|asked|requested|invited|urged|advised) to\b|\brecommend(?:s|ed)? (?:that |to )?(?:the )?(?:Cabinet|Council|Executive)\b"
)
_PARTS = re.compile(r"\((?:i|ii|iii|iv|a|b|c)\) ")


def _finds_of(meeting: int, number: int, clause: Resolution, text: str, rule: str) -> list[Find]:
    """One find for the clause, or one for each of its numbered parts: "(i) a visit be arranged and (ii) …"."""
    words = text[clause.span.start : clause.span.end]
    if (found := _AND_A_REPORT.search(words)) and _PASSED_ON.search(words, 0, found.start()):
        cut = clause.span.start + found.start()
        parts = (_trimmed(Span(clause.span.start, cut), text), Span(clause.span.start + found.end(), clause.span.end))
        return [Find(meeting, number, -1, (part,), RESOLVED, rule) for part in parts]
    marks = [match.end() for match in _PARTS.finditer(words)]
    if len(marks) < 2:
        return [Find(meeting, number, -1, (clause.span,), RESOLVED, rule)]
    ends = [match.start() for match in _PARTS.finditer(words)][1:] + [len(words)]
    spans = [Span(clause.span.start + start, clause.span.start + end) for start, end in zip(marks, ends, strict=True)]
    return [Find(meeting, number, -1, (_trimmed(span, text),), RESOLVED, rule) for span in spans]


def _trimmed(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    kept = re.sub(r"(?:[\s,;]+and)?[\s,;]*$", "", words)
    return Span(span.start, span.start + len(kept))

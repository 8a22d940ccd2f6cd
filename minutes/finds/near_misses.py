"""What sounds like something to do and is not: refused, in hand, somebody else's words, the reasons of a decision."""

import re
from collections.abc import Sequence

from ..phrases.bare import FINITE
from ..phrases.cue import plain
from ..records import AgendaItem
from .find import Left
from .passages import Sentence

_REASONS = re.compile(
    r"\W*(?:the )?(?:reasons?(?: for)?\b|(?:other |alternative )?options?\b|alternatives?\b|background|purpose\b|implications|officers?'? recommendations?|wards? affected|summary of report|report summary|executive summary)"
    r"[^.;:]{0,70}[:.–-]?\s*$",
    re.IGNORECASE,
)
_REASON_RUNS_IN = re.compile(
    r"\W*(?:reasons?|purpose|alternative options|options considered)[^:.]{0,60}[:–-]\s", re.IGNORECASE
)


_RUNS_ON = re.compile(r":\s*\w+ \w+")  # "Purpose: to inform the Panel": the heading's words stand behind it
# somebody spoke: no reason for a decision, but the discussion
_SPOKEN = re.compile(
    r"\b(?:members?|councillors?|cllrs?|committee|panel|board|commission|chair\w*|officers?|director|manager|leader|holder|head|engineer|clerk|mrs?|ms)\b[^.;]{0,60}"
    r"(?<!had )\b(?:asked|queried|enquired|requested|suggested|said|stated|replied|responded|undertook|commented|thanked|wondered|questioned|agreed to|promised|apologised|offered|"
    r"would (?:send|supply|provide|circulate|share|email|write|bring|report back|find out|look into))\b|\bin (?:response|reply) to (?:a|the|members|questions|councillor)\b"
    r"|\bit was (?:also |further |then )?(?:agreed|requested|suggested|proposed|asked) that\b|^\W*actions?\s*[:–-]",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[A-Za-z]{4,}")


def reasons_of(item: AgendaItem, text: str) -> list[int]:
    """The paragraphs under "Reasons for the decision", "Options considered" and the like: why, not what is to be done."""
    out: list[int] = []
    under = only_clauses = False
    end = 0
    for index, paragraph in enumerate(item.paragraphs):
        words = text[paragraph.span.start : paragraph.span.end]
        if _HEADING.search(text, end, paragraph.span.start):
            under = False  # a heading stands between, such as "Discussion:"
        end = paragraph.span.end
        if len(words) < 90 and _REASONS.match(words) and not _RUNS_ON.search(words):
            under, only_clauses = True, "recommendation" in words.lower()
        elif under and (_SPOKEN.search(words) or (only_clauses and not paragraph.marker and _is_prose(words))):
            under = False  # the discussion begins
        elif _REASON_RUNS_IN.match(words):
            out.append(index)
        elif len(words) < 70 and words.rstrip().endswith(":") or paragraph.section == "resolution":
            under = False
        if under:
            out.append(index)
    return out


def _is_prose(words: str) -> bool:
    """Whether a paragraph tells what was said, and is no clause of a recommendation."""
    words = plain(words)
    return not words.startswith(("that ", "to ")) and FINITE.search(words) is not None


# what leads in clauses that are not this body's own decision: a report's recommendations, reasons, options, a talk's points
_ANOTHERS = re.compile(
    r"\b(?:reports?|papers?|officers?|petition|letter|auditors?|inspectors?|motion)(?: had| has| also)? (?:recommend|ask|propos|sought|stat|set out|call)"
    r"|\b(?:is|are|was|were) (?:recommended|asked|invited|requested) (?:to|that)\b|\brecommendations? (?:in|of) the report|\breasons?\b|\boptions?\b|\balternatives?\b"
    r"|\bpurpose\b|\baims?\b|\bobjectives?\b|\bpriorities\b|\bpresentation\b|\bterms of reference\b|\bwhat (?:we|next)\b|\bhad (?:resolved|recommended|asked)\b|\bmotion\b|\bmoved\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:agreed|resolved|resolutions?|decisions?|decided|actions?|ordered|recommended)\b"
    r"|\b(?:members|committee|panel|board|group) (?:also )?(?:suggested|asked|requested|proposed|sought|wanted)\b",
    re.IGNORECASE,
)
# what tells how a talk, a paper or a plan runs: what is listed under it is its own, unless the words say who agreed it
_TELLS = re.compile(
    r"\b(?:outlin|cover|highlight|describ|present|summaris|explain|compris|consist|focus)(?:s|es|ed|d|ing)?\b|\b(?:next steps|key (?:points|messages|issues|themes)|challenges|achievements|future plans|looking ahead|"
    r"grounds|conditions|requirements|duties|role of|responsibilities|benefits|principles|themes|features|proposals|work ?streams|work (?:plan|under way)|going forward|timetable|milestones|plan for)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[:–-]\s*$")


_DESCRIBES = re.compile(
    r"(?:for (?:members|the committee|the panel|consideration|information)|members are|the (?:committee|panel|board|commission) (?:is|are)) "
)


def is_no_ask(item: AgendaItem, sentence: Sentence, text: str) -> bool:
    """Whether a sentence that sounds like an ask is none: a decided clause, a quoted motion, thanks, what the item is for."""
    if any(sentence.span.overlaps(clause.span) for clause in item.resolutions):
        return True
    if "thanks passed on" in sentence.cues or text[sentence.span.start] in "‘“" and sentence.words[1:6] == "that ":
        return True
    if sentence.paragraph == 0 and _DESCRIBES.match(sentence.words):
        return True
    return "bare" in sentence.families and _is_anothers(item, sentence, text)


def _is_anothers(item: AgendaItem, sentence: Sentence, text: str) -> bool:
    """Whether a bare clause belongs to somebody else: it gives the purpose of the item, a reason, or a report's own advice."""
    paragraph = item.paragraphs[sentence.paragraph]
    opening = text[paragraph.span.start : paragraph.span.start + 40]
    if re.match(r"\W*(?:reasons?|purpose|recommendations? in)\b", opening, re.IGNORECASE):
        return True
    infinitive = sentence.words.startswith("to ")
    for index in range(sentence.paragraph - 1, max(sentence.paragraph - 12, -1), -1):
        above = item.paragraphs[index]
        words = text[above.span.start : above.span.end]
        if len(words) < 300 and _LEADS.search(words):
            if infinitive or _ANOTHERS.search(words) or len(words) > 40:
                ours = _OURS.search(words) is not None
                return _ANOTHERS.search(words) is not None or (
                    not ours and (infinitive or _TELLS.search(words) is not None)
                )
            continue  # "that the Committee:" leads in, but the line above it says whose words they are
        if not above.marker and not paragraph.marker:
            break
    return infinitive  # without a lead-in "to seek views" is what the item was for


_PROPOSES = frozenset({"ask", "suggest", "motion"})


def is_voted_down(sentences: Sequence[Sentence], i: int) -> bool:
    """Whether the same sentence or one of the next two of its paragraph says that the proposal fell."""
    here = sentences[i]
    for s in sentences[i : i + 3]:
        if s.paragraph != here.paragraph or (s is not here and s.families & _PROPOSES and "voted down" not in s.cues):
            return False  # another paragraph, or another proposal, which may be the one that fell
        if "voted down" in s.cues:
            return True
    return False


def _why(sentence: Sentence) -> str:
    if "refusal" in sentence.families:
        return "it looks as though it was refused or not pursued"
    return "it looks as though it was already done, in hand or planned"


_SOUNDS_LIKE = frozenset({"ask", "suggest", "want", "deed", "promise", "motion"})


def near_miss(meeting: int, number: int, sentence: Sentence) -> Left | None:
    """The sentence as a near miss, where it sounds like an ask or a promise but was refused, in hand or planned."""
    if sentence.families & {"refusal", "already"} and sentence.families & _SOUNDS_LIKE:
        return Left(meeting, number, sentence.span, "refused or in hand", _why(sentence))
    return None

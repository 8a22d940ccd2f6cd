"""Whether a clause leaves something to do: which cues of `deciding` speak, and which of them outweigh the others."""

import re

from .closing import QUIET_DONE, QUIETS
from .deciding import CHANGES, DEEDS, PROMISED

_QUIET_PART = re.compile(
    rf"\b(?:be|being|is|are|was|were) (?:also |formally |now |duly )?(?:{QUIET_DONE})\b"
    r"|\b(?:approval|consent|permission|leave|agreement)\b[^.;]{0,20}\bbe (?:given|granted)\b"
)
_HEAD = re.compile(r"^(?:(?:and|that|it|resolved|further|also)\b[ :-]*)+")
_NOTES, _CLOSES, _DECLINES, _PROCEDURE = QUIETS
_MORE = re.compile(
    r"[,;]? (?:and|but) (?:also )?(?=(?:ask(?:s|ed)?|request(?:s|ed)?|instruct(?:s|ed)?|invite[sd]?|recommend(?:s|ed)?|direct(?:s|ed)?|refer(?:s|red)?|urge[sd]?|call(?:s|ed)?|that|agreed to|to )\b)"
)
_FACT = re.compile(r"\b(?:was|were|had|has been|is|are|would remain|stood)\b")
# "that the minutes be approved, it being noted that the Panel's remarks be sent to the Board"
_SENT_ON = re.compile(
    r"(?:\band\b|\bbeing (?:noted|understood|agreed) that\b)[^.;]*\bbe (?:sent|passed|referred|forwarded|circulated|put|reported)\b"
)
_RECEIVES = re.compile(r"^(?:to )?receive\b.*\b(?:in|on|at) (?:the )?(?:next|\w+ 20\d\d|\w+ meeting)")
# decided by the body itself, though its heading says "RECOMMENDED"
_FORMAL = re.compile(r"\bminutes\b|\brecord\b|\bexclude|\bthank|\bchair|\bcommended\b")
_NOTED = re.compile(r"\b(?:be|is|was) noted\b|^(?:to )?notes?d?\b")
# the title of an item about what the body is to look at
PROGRAMME_TITLE = re.compile(
    r"work(?:ing)? ?(?:programme|plan)|workplan|forward (?:plan|work)|programme of work|next agenda|items for",
    re.IGNORECASE,
)


def judge(words: str, lead: str = "", title: str = "") -> tuple[str, str]:
    """(rule, "") where the clause leaves something to do, else ("", why not in a clerk's words).

    `words` is the clause made plain; `lead` is what the body did in its heading (noted, recommended, …).
    """
    words = _HEAD.sub("", words)
    if _DECLINES.found_in(words):
        return "", "the body decided against it"
    if lead == "recommended" and not _NOTED.search(words) and not _FORMAL.search(words):
        return "clause of a recommendation", ""
    if _PROCEDURE.found_in(words) and not _SENT_ON.search(words):
        return "", "procedure of the meeting"
    if _RECEIVES.search(words):
        return "clause has a report come", ""
    quiet_head = _NOTES.compiled.match(words) or lead == "noted"
    if quiet_head and (lead != "noted" or not re.match(r"(?:to )?(?:ask|request|instruct|invite)", words)):
        return _judge_noting(words)
    rest = _QUIET_PART.sub("", words)
    if rule := _deed_in(rest):
        return rule, ""
    if (
        PROGRAMME_TITLE.search(title)
        and len(words) < 120
        and rest == words
        and not _FACT.search(words)
        and "programme" not in words
    ):
        return "entry of the work programme", ""
    return "", "the clause only notes or approves"


def _deed_in(words: str) -> str:
    """The cue of what is to be done, the first that speaks."""
    return next((cue.name for cue in DEEDS if cue.compiled.search(words)), "")


def _judge_noting(words: str) -> tuple[str, str]:
    """A clause that notes: something to do only where it records a promise, or goes on to ask."""
    for cue in (PROMISED, CHANGES):
        if cue.compiled.search(words):
            return cue.name, ""
    after = _MORE.split(words, maxsplit=1)
    if len(after) > 1 and (rule := _deed_in(_QUIET_PART.sub("", after[1]))):
        return rule, ""
    return "", "the clause only notes or approves"

"""Whether a clause leaves something to do: which cues of `deciding` speak, and which of them outweigh the others."""

import re

from .closing import QUIET_DONE, QUIETS
from .deciding import CHANGES, DEEDS, PROMISED
from .ordering import BY_WHEN, MONTH

_QUIET_PART = re.compile(
    rf"\b(?:be|being|is|are|was|were) (?:also |formally |now |duly )?(?:{QUIET_DONE})\b"
    r"|\b(?:approval|consent|permission|leave|agreement)\b[^.;]{0,20}\bbe (?:given|granted)\b"
    rf"|\bbe (?:extended|lengthened|prolonged) (?:by|until|till|for|to (?:the end|{MONTH}|\d))"
    r"|\b(?:may|can|shall) (?:now |then )?be (?:implemented|put into effect)\b|\bbe put into effect\b|\bbe allowed to stand\b|\bbe brought to an end\b|\bbe borne\b|\bbe passed(?: for payment)?$"
    r"|\bbe (?:put|moved|transferred|added|carried) (?:to|from|forward into) (?:the |next )?(?:general )?(?:reserves?|balances|year)\b"
)
_HEAD = re.compile(r"^(?:(?:and|that|it|resolved|further|also)\b[ :-]*)+")
_NOTES, _CLOSES, _DECLINES, _PROCEDURE = QUIETS
_MORE = re.compile(
    r"[,;]? (?:and|but) (?:also )?(?=(?:wish(?:es|ed)?|wants?|wanted|hope[sd]?|expect(?:s|ed)|look(?:s|ed) (?:for|to)|gave|ask(?:s|ed)?|request(?:s|ed)?|instruct(?:s|ed)?|invite[sd]?|recommend(?:s|ed)?|direct(?:s|ed)?|refer(?:s|red)?|urge[sd]?|call(?:s|ed)?|that|agreed to|to )\b)"
    r"|, (?:but )?(?=(?:asking|requesting|inviting|urging) )|,? with (?=(?:an? |the )?[^,;]{3,60}? to be\b)"
)
_TELLS = re.compile(r"that\b[^,;]*? (?:would|will|was|were|had|has|have|is|are)\b")  # what is noted as well
_FACT = re.compile(r"\b(?:was|were|had|has been|is|are|would remain|stood)\b")
# "that the minutes be approved, it being noted that the Panel's remarks be sent to the Board"
_SENT_ON = re.compile(
    r"(?:\band\b|\bbeing (?:noted|understood|agreed) that\b)[^.;]*\bbe (?:sent|passed|referred|forwarded|circulated|put|reported)\b"
    r"|\b(?:comments|views|remarks|concerns|observations)\b[^.;]{0,40}\bbe (?:sent|passed|conveyed|put|reported|made known)\b"
)
_UNDERTOOK = re.compile(r"\b(?:undertook|undertaken|promised) to (?!consider\b)[a-z]+")
_RECEIVES = re.compile(
    r"^(?:to )?receive\b.*\b(?:in|on|at) (?:the )?(?:next|\w+ 20\d\d|\w+ meeting)"
    r"|\b(?:report|update|paper|presentation|review|briefing|figures|response|reply|answer)s?\b[^.;]{0,80}? "
    rf"be (?:received|had|heard|awaited|accepted) (?:again )?(?:{BY_WHEN}|(?:once|after|when|every|each)\b)"
)
# "Three quotes for the fence", "Costs of both options for the May meeting": words without a verb that name what is to come
_THING = re.compile(
    rf"(?:(?:an?|the|one|two|three|four|further|full|short|written|site|verbal|regular|progress|detailed|new) )*(?:reports?|updates?|briefings?|notes?|answers?|repl(?:y|ies)|visits?|quotes?|costs?|costings|figures|papers?|presentations?|lists?|breakdown|letters?|analysis|review|training|workshop)\b(?: of [a-z' -]{{3,40}}?)?,? (?:for (?:all |the |every |members|councillors)|to (?:the|members|all|every)|from the|{BY_WHEN})"
)
_COMES = re.compile(
    rf"\b{BY_WHEN}|\bby (?:monday|tuesday|wednesday|thursday|friday|the \d)|^(?:c/f|carr(?:y|ied) (?:forward|over)|items?) (?:to|for)\b|\b(?:wanted|required|needed) (?:on|of|by|from|$)"
)
# "That the two councils talk", "To back the petition": what a body orders has a bare verb, and few such verbs close a matter
_ORDERS = re.compile(
    r"(?:(?:and|also|further|resolved|agreed)[ :-]*)*(?:that (?:the |all |each |every |any |a |an |two |three |both |ward |our |its |their |future |later |mr |mrs |ms |councillor |cllr )|to )(?![^.;]*\b(?:be|been|being)\b)"
)
_CLOSING_VERB = re.compile(
    r"\b(?:notes?|receive|approves?|endorses?|agrees?|accepts?|adopts?|supports?|welcomes?|commends?|continues?|remains?|stays?|stands?|retains?|keeps?|maintains?|"
    r"takes? (?:effect|the|part|no|comfort|item|this|note|\w+ assurance)|comes? into|falls?|rises?|sits?(?! down)|serves?|represents?|appl(?:y|ies)|(?:has|have) (?:no|leave|power|confidence|full)|"
    r"gives? (?:its|their)|makes? no|lie|adjourn|acts? as|recognises?|believes?|thank|congratulate|acknowledge|record|confirm|renew|extend|grant|refuse|donate|pay|award|delegate|"
    r"authorise|appoint|elect|co-opt|nominate|increase|reduce|set|raise|exclude|move|defer|uphold|dismiss|reject|withdraw|waive|join|proceed|go (?:on|ahead)|^(?:that |to )*go with|implement|"
    r"allow|permit|(?:re)?affirms?|run (?:on|for)|go (?:up|down)|ratify|sign|suspend|write off|de-delegate|close|open|hold (?!a|the)|become|belong|may|can|cannot|shall|award|contract|tender|uses?|charge|begins?|starts?|ends?|[a-z]{3,}ed (?:and|on|the|that|its|it))\b"
)
_OPENING = 90  # letters of a clause in which its verb stands
# "regretted the delay and resolved to tell the bank so"
_GOES_ON_TO = re.compile(
    r"\b(?:and|but) (?:also |therefore |accordingly )?(?:resolved|agreed|decided) (?=to |that )|\b(?:and|but) (?=(?:will|to) (?:say|tell|write|ask|press)\b)"
)
# "That the car park stay free until next March": as it is, or from a day on
_GOES_ON = re.compile(
    r"\b(?:stays?|remains?|continues?|retain|renew|extend|effect|force|until|adjourned|fixed|approved?|agreed?|confirm|dates?|charges?|fees?|budget|precept|rent|grant)\b"
)
_ASKS_AFTER_ALL = re.compile(
    r"(?:and |but |to |that |it |be )*(?:ask|request|instruct|invite|urge|recommend|suggest)(?:s|d|ed)?\b"
)
# decided by the body itself, though its heading says "RECOMMENDED"
_FORMAL = re.compile(r"\bminutes\b|\brecord\b|\bexclude|\bthank|\bchair|\bcommended\b")
_NOTED = re.compile(r"\b(?:be|is|was) (?:noted|received)\b|^(?:to )?notes?d?\b")
# the title of an item about what the body is to look at
PROGRAMME_TITLE = re.compile(
    r"work(?:ing)? ?(?:programme|plan)|workplan|forward (?:plan|work)|programme of work|next agenda|items for",
    re.IGNORECASE,
)


def judge(words: str, lead: str = "", title: str = "") -> tuple[str, str]:
    """(rule, "") where the clause leaves something to do, else ("", why not in a clerk's words).

    `words` is the clause made plain; `lead` is what the body did in its heading (noted, recommended, …).
    """
    parts = _GOES_ON_TO.split(words, maxsplit=1)
    if len(parts) > 1 and (found := judge(parts[1], "", title))[0]:
        return found
    whole, words = words, _HEAD.sub("", words)
    if _DECLINES.found_in(words) and not _ASKS_AFTER_ALL.match(words):
        return "", "the body decided against it"
    if lead == "recommended" and (not _NOTED.search(words) or _RECEIVES.search(words)) and not _FORMAL.search(words):
        return "clause of a recommendation", ""
    if _PROCEDURE.found_in(words) and not _SENT_ON.search(words):
        return "", "procedure of the meeting"
    if _RECEIVES.search(words):
        return "clause has a report come", ""
    quiet_head = _NOTES.compiled.match(words) or lead == "noted"
    if quiet_head and (lead != "noted" or not _ASKS_AFTER_ALL.match(words)):
        return _judge_noting(words)
    rest = _QUIET_PART.sub("", words)
    if _UNDERTOOK.search(words):
        return "clause records an undertaking", ""
    if rule := _deed_in(rest):
        return rule, ""
    rule = "" if rest != words or _FACT.search(words) else _order_in(whole, words, title)
    return (rule, "") if rule else ("", "the clause only notes or approves")


def _order_in(whole: str, words: str, title: str) -> str:
    """What a clause without a known deed, and without a word that tells of facts, orders by its form; `whole` with its "that"."""
    if PROGRAMME_TITLE.search(title) and len(words) < 120 and "programme" not in words:
        return "entry of the work programme"
    if _ORDERS.match(whole) and not _CLOSING_VERB.search(words[:_OPENING]):
        return "clause orders it"
    if _THING.match(words) or (_COMES.search(words) and not _GOES_ON.search(words)):
        return "clause says when it comes"
    return ""


def _deed_in(words: str) -> str:
    """The cue of what is to be done, the first that speaks."""
    return next((cue.name for cue in DEEDS if cue.compiled.search(words)), "")


def _judge_noting(words: str) -> tuple[str, str]:
    """A clause that notes: something to do only where it records a promise, or goes on to ask."""
    for cue in (PROMISED, CHANGES):
        if cue.compiled.search(words):
            return cue.name, ""
    after = _MORE.split(words, maxsplit=1)
    if len(after) > 1 and not _TELLS.match(after[1]) and (rule := _deed_in(_QUIET_PART.sub("", after[1]))):
        return rule, ""
    return "", "the clause only notes or approves"

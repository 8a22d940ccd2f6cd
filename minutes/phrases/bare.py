"""Clauses without a finite verb: "That a report be brought …", "Clerk to write to the agents", "To invite the Trust".

Such words are a decision or an entry of a list even where their heading was lost.
"""

import re

from .closing import QUIET_DONE
from .cue import Cue
from .deciding import DEEDS
from .judging import judge
from .words import DO

# a verb that tells what happened, or what somebody says will: the sentence is then prose, not a clause
FINITE = re.compile(
    r"\b(?=\w)(?:(?:was|were|had|has|believed|said|stated|explained|replied|confirmed|advised|reported|felt|thought|commented|noted that|queried|enquired|wondered|"
    r"would|will|could|did|does|is|are|asked (?:how|what|why|whether|if|about)|members asked|member asked|undertook|suggested|observed|indicated|responded|spoke|gave|took|went|came|saw|heard|met|left|drew|led|sought|began|knew|recommended members)\b"
    r"|(?<=[a-z] )(?:requires|plans|aims|intends|seeks|needs|wants|hopes|expects|allows|enables|helps|continues|tends|includes|involves|remains|gives|makes|shows|means|sets out|exists)\b"
    r"|(?<=[a-z] )(?<!be )(?<!being )(?:asked|requested|proposed|recommended)\b"
    r"|(?<!be )(?<!been )(?<!being )(?<!to )(?:may be|cannot be|put it|put to|urged|pressed|argued|complained|described|reminded|appealed|hoped|wished|wanted|worked|remained|rose|fell|kept|won|lost|spoken|recalled|insisted|regretted|repeated|doubted|feared)\b"
    r"|(?<!be )(?<!been )(?<!being )(?<!to )(?!asked|requested|agreed|recommended|resolved|noted)[a-z]{3,}ed (?:the|a|an|that|it|his|her|their|its|how|whether|members|officers|some|any|out|up|for|everyone|everybody|every|no|nobody|mr|mrs|ms|cllr|councillor|him|them)\b"
    r"|(?<!be )(?<!been )(?<!being )(?:introduced|presented|provided|outlined|welcomed|thanked|opened|expressed|received|joined|declared|considered|discussed|referred|highlighted|updated|attended|moved|seconded|informed|invited the|told|summarised|summed)\b)"
)
_QUIET = re.compile(
    rf"\b(?:be|being) (?:also |formally |now |duly )?(?:{QUIET_DONE})\b|^(?:that |to |otherwise )*(?:note|receive|approve|endorse|adopt|welcome|thank)\b"
)
# "RFO to protest", "Jo and Rashida to firm up the wording", "HT - circulate slides": a line of notes that names who is to do it
_NOTED = re.compile(
    rf"^(?:(?!(?:due|subject|prior|next|according|in|as|from|up|with|access|right|need|how|what|when|where|thanks|owing|contrary|close|related|able|unable|likely|"
    rf"question|answer|apologies|reason|changes|introduction|welcome|response|amendments?|minutes|back|down|it|this|there|that|only|not|available|open|similar|compared|relating|addressed)\b)"
    rf"(?:(?!(?:[a-z]+ed|is|are|as)\b)[a-z&'/.]+,? ){{1,4}}?to (?!be\b|have\b|date\b|the\b|a\b|an\b|his\b|her\b|their\b|its\b|it\b|this\b|that\b|them\b|which\b|members\b|retire\b|become\b|remain\b|note\b|receive\b|approve\b|agree\b|welcome\b|endorse\b|\d)(?:{DO}|[a-z]{{3,}})\b(?! the meeting)"
    rf"|[a-z&'/. ]{{2,28}} ?[-:] ?(?:to )?(?:{DO}|link up|firm up)\b)"
)
# "SB to chase the invoices", "the ranger to replace the sign", "that the panel scrutinise the contract"
_SOMEBODY = re.compile(
    rf"(?:that )?(?:the |all )?(?:(?![a-z]+ed\b|right\b|need\b|duty\b|opportunity\b|due\b|as\b|how\b|able\b|power\b|work\b)[a-z0-9'&/.()-]+,? ){{1,7}}?to (?:{DO}|replace|action|escalate|recast)\b"
    r"|that (?:the )?(?:[a-z'&-]+ ){1,6}?(?:consider|scrutinise|review|receive|lobby|monitor|meet|examine|hold|seek|press|support)\b"
)
_PURPOSE = re.compile(
    r"(?:report author|contact officer|contact|author|prepared by|status|lead)s?:|to (?:consider|receive|note|approve|agree|review|hear|confirm|discuss|look|comment|present|update|provide members)\b|(?:the )?(?:committee|panel|members|board|cabinet|report) (?:is|are) |(?:submitted|considered|received|presented|circulated)\b"
)
# "leaflet to be printed - done", "the next meeting to be held on 3 June", "benefits of the scheme: residents to be helped"
_SETTLED = re.compile(
    r"[-(] ?(?:now |been |all )?(?:done|completed?|closed|actioned|discharged|achieved)\b|^(?:the )?(?:date of )?(?:the )?next meeting\b"
    r"|^(?:the |its |their |our |some |key |main |expected )*(?:benefits?|aims?|objectives?|priorities|outcomes sought|findings|themes|risks|challenges|issues|options?|purposes?|remit|scope|vision)\b[^:]{0,50}:"
)
_OPENS = re.compile(r"^(?:[(]?[a-z0-9]{1,3}[).] ?)?(?:that|to|the|a|an|all|further|no|members|officers|[a-z]+)\b")

CUES = (
    Cue(
        "bare clause to do",
        "bare",
        "",
        "|".join(cue.pattern for cue in DEEDS),
        (
            "that a visit be arranged for members",
            "clerk to write to the agents",
            "to invite the trust to the next meeting",
        ),
        ("that the report be noted",),
    ),
    Cue(
        "bare clause that closes",
        "bare quiet",
        "",
        _QUIET.pattern,
        ("that the report be noted", "to note the report"),
        ("a visit be arranged",),
    ),
    Cue(
        "note of who is to do it",
        "bare",
        "",
        _NOTED.pattern,
        ("rfo to protest", "jo and rashida to firm up the wording", "ht - circulate slides"),
        ("subject to planning consent", "members resolved to note the update"),
    ),
)
_DO, _CLOSE, _NOTE = CUES
_SHORT = 120  # letters: a line of notes is no longer
_NONE: frozenset[str] = frozenset()
_QUIETLY = frozenset({_CLOSE.name})
_SUBJECTS = ("it ", "there ", "he ", "she ", "they ", "we ", "i ")
# "that no further action be taken": decided, and nothing to do
_NOTHING = re.compile(
    r"(?:that )?no (?!doubt)(?:further |other |more )?(?:[a-z'-]+ ){1,6}?be (?!asked|told|invited|requested)[a-z]+"
)


# "the manager to provide the wording before it went to print": the verb belongs to a later clause
_LATER = re.compile(r"\b(?:before|once|when|if|which|what|who|whether|how|where|until|as) (?:[a-z'-]+ ){0,4}$")


def _before(words: str, prose: int) -> bool:
    """Whether the clause has said what is to be done before its first verb of prose: "That X be asked what was spent"."""
    if _SOMEBODY.match(words[:prose]) and _LATER.search(words[:prose]):
        return True
    return words.startswith(("that ", "to ")) and _DO.found_in(words[: prose + 1])


def bare_clause(words: str) -> frozenset[str]:
    """The names of the cues of a clause that stands alone; none where the words are a sentence of prose."""
    if " be " not in words and " to " not in words and " - " not in words and not words.startswith(("to ", "that ")):
        return _NONE
    if words.startswith(_SUBJECTS) or words.endswith(":"):
        return _NONE
    if _NOTHING.match(words):
        return _QUIETLY
    prose = FINITE.search(words)
    if prose is not None and not _before(words, prose.start()) or not _OPENS.match(words):
        return _NONE
    if _PURPOSE.match(words) or _SETTLED.search(words):
        return _NONE
    found = set()
    if _CLOSE.found_in(words):
        found.add(_CLOSE.name)
    if _DO.found_in(_QUIET.sub("", words)) or (prose is None and _SOMEBODY.match(words)):
        found.update([_DO.name] if judge(words)[0] else [])
    if prose is None and len(words) < _SHORT and _NOTED.match(words):
        found.add(_NOTE.name)
    return frozenset(found)

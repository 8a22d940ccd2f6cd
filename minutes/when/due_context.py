"""Whether a date in an ask is the day by which it is due, or the day of something that the ask is about."""

import re

MEETING_AFTER = re.compile(
    r"\s+(?:\d{4}\s+)?(?:\w+\s+){0,2}?(?:meeting|committee|panel|board|agenda|session|cabinet|cycle)\b", re.IGNORECASE
)
DEADLINE = 3.0  # the weight of a date behind "by", "before", "in time for"
# Most of these run over small letters: `re` finds words of either case several times slower.
_LAST_WORDS, _NEAR = 160, 70  # characters before a date that are looked at; those right before it
_THE = r"\s*(?:the\s+)?(?:(?:very\s+)?end\s+(?:of\s+)?)?(?:\w+day,?\s+)?$"
# words before a date that make it the day of something else
_NOT_DUE = re.compile(
    r"\b(?:(?<!be )held (?:on|in)|dated|since|minutes of(?: the meeting)?(?: held)?(?: on)?|(?:letter|email|e-mail|report|paper|meeting held) of|as (?:at|of)|up to|to the end of|"
    r"between|during|until now|last|ended|ending|met (?:on|in)|earlier in|previously in|(?:january|february|march|april|may|june|july|august|september|october|november|december) to|"
    r"(?:months?|year|quarter|period|weeks?|quarters) (?:to|up to|ending|ended)|(?:following|after) (?:the )?[\w’' ]{3,40}? (?:on|in|of)|(?<!meeting )(?<!report )(?<!session )planned (?:for|in|on)|"
    r"(?:elections?|(?:international|world|national) [\w’' ]{3,30}|(?:festival|fair|(?<!to )show|games|switch-on)) (?:on|in|of)|(?<!be )(?<!being )(?<!been )(?:elected|appointed|adopted|born|built|opened|launched) (?:in|on)|(?<!for )(?<!about )having (?:\w+ ){1,5}?(?:in|on)|(?:(?:going|due to go|submitted) to|by) (?:the )?(?:full )?(?:cabinet|council|executive|board|committee) (?:on|in))\s*(?:the\s+)?(?:end of\s+)?(?:\w+day,?\s+)?$",
)
# the day of what happens, whoever is asked about it: "the event on 5 June", "the position at 31 March"
_EVENT = re.compile(
    r"\b(?:closures?|opening|launch|events?|festival|fair|carnival|parade|celebrations?|ceremony|elections?|referendum|strike|incident|accident|fire|flood(?:ing)?|storm|death|inquest|inquiry|cuts?|increase|ban)\b"
    r"(?:\s+(?:of|in|at|for)\s+[\w’' ]{2,40}?)?\s+(?:on|from|in|of)\s+(?:the\s+)?(?:\w+day,?\s+)?$"
    # of what somebody else means to do: "a letter asking to use the hall on 14 June"
    r"|\b(?:asking|wishing|wanting|applying)\s+to\s+(?:use|hold|hire|borrow|close|book)\s[^.;]{2,50}\s(?:on|from|in)\s+(?:the\s+)?(?:\w+day,?\s+)?$"
    r"|\b(?:position|figures?|balances?|numbers?|data|situation|levels?)\s+(?:stood\s+)?(?:as\s+)?at\s+(?:the\s+)?(?:end\s+of\s+)?$",
)
_NAMED_BY = re.compile(
    r"(?:,?\s+(?:item|minute|page)\s+\d)|\s+(?:number|issue|edition|newsletter|bulletin|fair|festival|elections?|bank holiday|half[- ]term|figures|data|show|carnival)\b",
    re.IGNORECASE,
)
_SENT = re.compile(r"\b(?:would|will|to|shall|could|might|be)\b[^.;]{0,70}$")
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?(?:end of\s+)?(?:\w+day,?\s+)?$")
_ON_TO = re.compile(r"^\s*(?:\w+\s+){0,3}?(?:to|until|and)\b", re.IGNORECASE)
# when a thing begins, not when it is told of: "the rise in fares from 1 April"
_BEGINS = re.compile(
    r"\b(?:increases?|rises?|charges?|fares?|fees|schemes?|changes?|cuts|rates|rents?|tariff|service|contract|policy|system|coming in|starting|effective|running|applying|introduced|reduced|raised|increased|closed)\b[^.;,]{0,40}\bfrom\s+(?:the\s+)?$",
)
_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|erbyn|no later than|not later than|in time for|ahead of|prior to|deadline(?: of)?|due(?: by| on| in)?|closing date of|for (?:the |its )?(?:consideration|agreement) (?:at|in)|"
    rf"meeting (?:on|of|in|to be held on|of the \w+ (?:on|in)))(?:\s+(?:the|[\w’' ]{{0,40}}\bon))?{_THE}",
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|for|to|at|into|after|from|with|of)\s+(?:the\s+|its\s+|a\s+)?(?:early\s+|late\s+|mid-?\s*)?(?:end of\s+)?(?:\w+day,?\s+)?$",
)
# "it was slotted in for November", "to be put back to the meeting in April"
_SET_DOWN = re.compile(
    r"(?:^\W*|\b(?:be|been|was|were|is|it|and)\s+)(?:\w+ly\s+)?(?:put|set|slotted|pencilled|scheduled|timetabled|listed|booked|moved|brought|deferred|carried|pushed|held|postponed|adjourned|programmed|earmarked|entered|fixed)\b"
    r"(?:\s+\w+){0,4}?\s+(?:for|to|until|till|into)\s+(?:the\s+)?(?:early\s+|late\s+|end\s+of\s+)?$"
    r"|\bbe\s+(?:brought|reported|submitted|presented|considered|reviewed|held|circulated|given|revisited|completed|looked\s+at)(?:\s+\w+){0,4}?\s+in\s+(?:early\s+|late\s+|mid-?\s*)?$"
    r"|\b(?:for|about)\s+having\s+(?:it|them|him|her|this|one)\s+(?:back\s+)?in\s+$"
    # "this was one for June", "to see if she was free in May", "told so when the bills went out in March"
    r"|\bagenda\s+for\s+(?:the\s+)?$|\b(?:one|item|subject|matter|topic|job)\s+for\s+(?:the\s+)?$|\b(?:would|will|to)\b[^.;]{3,60}\b(?:free|available)\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:should|would|will|to)\s+(?:be\s+)?[a-z][^.;,]{3,80}\bwhen\s[^.;,]{3,60}\s(?:sent|go|went|goes|come|came|comes|issued|due)\s(?:out\s|in\s|round\s|up\s)?in\s+$",
)
_PAST = re.compile(
    r"\b(?:had|having|was|were|been|did|received|promised|took|held|reported|found|carried|began|started|adopted|said|told|stated|lost|left|came|went|closed|opened|ended|happened|occurred)\b",
)
_FUTURE = re.compile(
    r"\b(?:would|will|be|to(?= (?!(?:the|a|an|his|her|its|their|this|that)\b)(?-i:[a-z]))|shall|should|could|may|might|agreed|undertook|requested?|asked?)\b",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(
    r"\b(?:had|was|were|has)\s+(?:only\s+|just\s+)?(?:been\s+)?(?:\w+ed|done|sent|put|made|given|told|seen|found|held|built|written|brought)\s+$"
)
# the date of what happened ("left before June"), or of a thing that may not ("should the part not have come by")
_OF_THE_PAST = re.compile(
    r"\b(?:left|lost|closed|ended|came|went|arrived|joined|died|born|happened|occurred|dated)\s+(?:\w+\s+)?(?:by|before|until|till|prior to)\s+(?:the\s+)?$",
)
_SINCE = re.compile(r"\b(?:since|once)\s+(?:the\s+)?[\w’' ]{3,40}?\s(?:on|in|of)\s+(?:the\s+)?$")
_CONDITION = re.compile(
    r"\b(?:should|if|unless)\b[^,.;]{0,60}\b(?:not|have|has|had)\b[^,.;]{0,40}\b(?:by|before|until)\s+(?:the\s+)?(?:end of\s+)?$",
)
# the words of a question or of a clause about a thing: a date in them is what is asked about
_OPENS = re.compile(r"\b(?:how|why|what|(?P<thing>who|whose|where|when|which)|(?P<if>whether|if))\b")
_DELIVERS = re.compile(
    r"\b(?:provid|suppl(?:y|ied)|circulat|send|sent|e-?mail|shar(?:e|ing)|brought|bring|present|submit|report|publish|giv|given|issu|forward|distribut|produc|prepar|writ|respon|repl(?:y|ied)|"
    r"updat|come\b|back\b|consider|includ|add|discuss|meet|get(?:s|ting)?\b|receiv|hear|available|let\b|with (?:him|her|them|members|the)\b|invit|arrang|attend)",
)
# "send what he had by Friday", "be shown how to bid at an evening in June": the date is of the deed
_THAT_IS_ALL = re.compile(r"\s*(?:(?:he|she|they|it|we|you)\s+(?:had|has|have|could|can)|to\s+[a-z]+\s[^.;,]{0,30})\s*")
_CLAUSE_ENDS = re.compile(
    r"[;:,]|\.\s|\band\s+(?:he|she|they|the|it|would|will|to|that|agreed|undertook|offered|asked|said)\b"
)
# of what a thing does at its own time: "which closes on", "when the grant ended in"
_RUNS = re.compile(
    r"\b(?:clos|ends?\b|ended|ending|beg[aiu]n|start|open|expir|launch|finish|due|com(?:es?|ing) into|tak(?:es?|ing) (?:place|effect)|runs?\b|ran\b|held|join|leav|move)",
)
_ANEW = re.compile(r"\b(?:suggest|recommend|again\b|propos|look|visit)")
_FREE = re.compile(r"\b(?:was|were|is|be)\s+(?:free|available)\b")
_WOULD = re.compile(r"\b(?:would|will|was|were|is|are|had|has)\b")
_MAY = re.compile(r"\b(?:could|might|may|can)\b")
# a count, and what it counts right before the words: "the number of calls answered within 30 seconds"
_STANDARD = re.compile(r"\b(?:standards?|requirement|duty|rule|promise) (?:for|of|that|to) [^.;]{3,60}$")
_COUNTED = re.compile(
    r"\b(?:numbers?|percentage|proportion|share|rate|how (?:many|much|often)|per cent|targets?|%)\s[^.;]{0,100}?\b(?:\w+ed|let|met|seen|paid|built|made|done|held|sold|lost|found|taken|dealt with|put right|carried out|in place|open)\s+$",
)
# of a fragment that only measures: "Plans finished within 20 weeks"
_MEASURED = re.compile(r"^\W*(?:[\w’-]+\s+){1,4}?(?:\w+ed|met|seen|paid|built|made|done|held|found|taken)\s+$")
_STATE = re.compile(r"\b(?:performance|position|balance|outturn|deficit|underspend|overspend|reserves)\s+(?:as\s+)?$")


def weight_of(before: str, after: str) -> float:
    """How surely a date after these words is when something is due; negative where it is the date of something else."""
    before = before[-_LAST_WORDS:]
    last = before.lower()
    if _OF_THE_PAST.search(last) or _SINCE.search(last) or _CONDITION.search(last):
        return -1.0
    near = last[-_NEAR:]
    due_by = _DEADLINE.search(near)
    if ((_NOT_DUE.search(near) or _EVENT.search(near)) and not due_by) or (_FROM.search(near) and _ON_TO.match(after)):
        return -1.0
    if _BEGINS.search(near) or is_about(before):
        return -1.0
    if due_by:
        return DEADLINE
    if is_set_down(before):
        return 1.0
    weight = 1.0 if _PREPOSITION.search(near) else 0.5
    last_past = max((m.end() for m in _PAST.finditer(near)), default=-1)
    last_future = max((m.end() for m in _FUTURE.finditer(before[-_NEAR:])), default=-1)
    told_to = last_past >= 0 and re.match(r"\s*to\s+(?!the\b|an?\b)", near[last_past:])
    return weight - 0.8 if last_past > last_future and not told_to else weight


def is_set_down(before: str) -> bool:
    """Whether something is put into the calendar by the words before a date."""
    return _SET_DOWN.search(before[-_LAST_WORDS:].lower()) is not None


def is_named_by(after: str) -> bool:
    """Whether the month only names a thing: "the May fair", "the March figures"."""
    return _NAMED_BY.match(after) is not None


def is_sent(before: str) -> bool:
    """Whether the words right before say that something is to be done."""
    return _SENT.search(before[-80:]) is not None


def is_to_come(before: str) -> bool:
    """Whether somebody is to do something, by the words before a date."""
    before = before[-2 * _LAST_WORDS :]
    if _FUTURE.search(before) or is_set_down(before):
        return True
    words = before.lower()
    return _DELIVERS.search(words) is not None or _ANEW.search(words) is not None


def is_past(before: str) -> bool:
    """Whether the words right before a day tell of what was done on it: "it had been mended on Friday"."""
    return _WAS_DONE.search(before[-_NEAR:]) is not None


def is_about(before: str) -> bool:
    """Whether the words go on with a question or a clause about a thing, and nothing in it is delivered."""
    before = before[-_LAST_WORDS:]
    words = before.lower()
    openings = list(_OPENS.finditer(words))
    if not openings:
        return False
    opened = openings[-1]
    inside = words[opened.end() :]
    if (
        _THAT_IS_ALL.fullmatch(inside)
        or _DELIVERS.search(inside)
        or _FREE.search(inside)
        or _CLAUSE_ENDS.search(before[opened.end() :])
        or re.search(r"\b(?:meeting|session|agenda),?\s+$", before[: opened.start()])
    ):
        return False
    if opened["thing"]:
        return _RUNS.search(inside) is not None
    return not opened["if"] or (_WOULD.search(inside) is not None and not _MAY.search(inside))


def is_counted(before: str) -> bool:
    """Whether a span of time measures what is counted or how things stood, and is no date for the answer."""
    if _MEASURED.match(before):
        return _SENT.search(before) is None
    last = before[-_LAST_WORDS:].lower()
    return (
        _STANDARD.search(last) is not None
        or (_COUNTED.search(last) is not None and not _DELIVERS.search(last[-20:]))
        or _STATE.search(last) is not None
    )

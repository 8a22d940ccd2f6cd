"""One clause of a decision: what reads as one, what only leads a list in, where clauses run on inside a sentence."""

import re

from ..document import Document, Span

# over small letters, as _TOLD and _KINDS: `re` is several times slower where it must look past capitals
_SUBJUNCTIVE = re.compile(r"\b(?:be|not be)\s+(?:\w+ly\s+)?\w+(?:ed|en|t|e|d|n)\b")
_STARTS = re.compile(
    r"(?:that|to|not?|not(?:es|ed)|agree[sd]?|approve[sd]?|endorse[sd]?|recommend(?:s|ed)?|request(?:s|ed)?|ask(?:s|ed)?|"
    r"receive[sd]?|welcome[sd]?|thank(?:s|ed)?|delegate[sd]?|adopt(?:s|ed)?|authori[sz]e[sd]?|support(?:s|ed)?|"
    r"resolve[sd]?|instruct(?:s|ed)?|remit(?:s|ted)?|determine[sd]?|decide[sd]?|appoint(?:s|ed)?|confirm(?:s|ed)?|accept(?:s|ed)?|refer(?:s|red)?|defer(?:s|red)?|"
    r"invite[sd]?|direct(?:s|ed)?|commend(?:s|ed)?|acknowledge[sd]?|establish(?:es|ed)?|congratulate[sd]?|place[sd]? on record|express(?:es|ed)?|did not)\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"(?:The |An? |Cllrs? |Councillors? )?[A-Za-z][^.;:]{1,60}? to [a-z]+\b")
# "Report noted", "Payments of £90 approved"
_SHORT_PASSIVE = re.compile(
    r"(?!.*\b(?:was|were|had|is|are)\b)[A-Z][^.;:]{2,70}\b(?:noted|approved|agreed|received|endorsed|accepted|adopted|supported|refused|granted|deferred|ratified)\.?;?$"
)
# "The Monitoring Officer circulate the guide": a post and a bare verb, which only an order has
_ORDER = re.compile(
    r"(?:the |an? )?(?:[\w’'&,()/-]+ ){1,9}?(?:take|bring|write|report|arrange|circulate|provide|prepare|reply|meet|attend|submit|review|consider|send|put|make|give|look|work|draw|keep|publish|invite|issue|email|notify|inform|draft|amend|contact|consult|investigate|explore|produce|obtain|seek|ask|convene|liaise|forward|supply|include|add|explain|confirm|clarify|ensure|oversee|monitor|continue|lead|undertake|carry|deliver|implement|progress|approach|press|lobby|share|update|finalise|commission|identify|assess|proceed|act|support|develop|hold|return|respond|raise|chase|pursue)(?:s|es)? (?!of\b)",
    re.IGNORECASE,
)
_AFTER_TO = re.compile(r"\b(?:will|should|may|might|not|can|cannot|to) \w+ $")
_TOLD = re.compile(
    r"\b(?:asked|said|thought|felt|explained|advised|reported|queried|stated|confirmed|commented|suggested|was|were|had|would|could|did|wanted|considered|raised|enquired|gave|told|replied|answered|wondered|spoke|left|arrived|informed|(?:is|are) (?:requested|asked|invited|reminded)|(?:chair|chairman|chairperson|convener|leader|officer|director) proposed)\b"
)
_LEAD_ONLY = re.compile(
    r"(?:it was\s+)?(?:resolved|agreed|ordered|noted|approved|recommended|decided|decisions?|that|to|as follows|unanimously|"
    r"proposed(?: by)?:? .{3,40}?,? seconded(?: by)?:? .{3,40}|agreed to recommend(?: to .{3,70})?|(?:to )?recommend to (?:the )?(?:full )?(?:[\w’'&-]+ ){0,3}(?:council|cabinet|executive|board|committee)|the following|(?:to |that )?(?:agree|approve|accept|adopt|endorse)[sd]? (?:the )?(?:following|recommendations?)\b[^.;:]{0,60}?(?:,? (?:namely|as follows|i\.e\.))?|that .{3,60} be recommended|"
    r"(?:that |to )?(?:the )?(?:portfolio holder|(?:cabinet|executive|lead) member|leader(?: of the council)?|mayor|(?:\w+ )?director|head|decision[- ]maker)(?: (?:of|for) [\w ,&’'-]{3,60}?)?(?: (?:therefore|hereby))?|"
    r"(?:that\s+|to\s+)?(?:the|this)\s+(?:(?!be\b|is\b|was\b|to\b|that\b|notes\b|agrees\b|approves\b|endorses\b|recommends\b)[\w’'&,-]+\s+){0,9}(?:sub-?committee|committee|commission|panel|board|cabinet|executive|forum|council|authority|members)|"
    r"(?:to recommend\s+)?(?:that |to )?(?:the )?(?:full )?(?:cabinet|council|executive)|the (?:\w+ )?(?:recommendations?|following)\b[^.:;]{0,40}? be (?:agreed|approved|accepted|adopted|endorsed)(?:,? (?:namely|as follows|i\.e\.)|(?=\s*:))|"
    r"(?:that )?(?:members|it be recommended to (?:the )?[\w ,&’'-]{3,60}?|approval be given to the following))"
    r"(?:\s+(?:that|to|agreed|resolved|:))?[\s:;,–—-]*(?:that|to)?[\s:;,–—-]*$"
    r"|recommend(?:s|ed)?\s*:?\s*\((?:that|to) (?:the )?(?:full )?(?:council|cabinet|executive)\)[\s:;,–—-]*$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"(?:that\s+|to\s+(?:note|approve|agree)\s*)?(?:the following(?: \w+){0,4} (?:be )?(?:approved|agreed|noted|adopted|made|added|included|put in hand|undertaken|actioned)?|note|approve|(?:to\s+)?(?:ask for|request|receive|provide|note|see) the following)?[\s:;,–—-]*$",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:recommend\w*|following|request\w*|as follows|namely)\b|^\W*(?:the )?(?:\w+ )?(?:motion|amendment|proposal)s?\b|^\W*(?:in terms of|under|in accordance with|in exercise of|for the reasons|having|after)\b|^\W*(?:to\s+)?(?:the\s+)?(?:full\s+)?(?:cabinet|council|executive)\b",
    re.IGNORECASE,
)
# "the Portfolio Holder be recommended to:" decides nothing before what is listed below it
_PASSES_ON = re.compile(
    r"^(?:that )?[^.;:]{3,90}\bbe (?:recommended|asked|requested|invited|advised|urged|instructed)(?: to| that)?[\s:–—-]*$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:notes?|noted|approves?|approved|endorses?|endorsed|welcomes?|welcomed|receives?|received) (?:the|its|this|that|an?)\b[^.;:]{3,120}? and ",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[A-Z]?\d{1,2}\s+(?=(?:That|To|that|to|THAT|TO|Note|Agree|Approve|Request|Ask|Recommend)\s)")
_PASSIVE = re.compile(
    r"(?:(?:Following|After|Subject to|Having)\b[^.,]{3,60}, (?:the|it)|The|That|It)\b[^.]{3,140}\b(?:was|were|would be|to be)\s+(?:duly\s+)?(?:noted|approved|agreed|endorsed|accepted|received|adopted|supported|deferred)\b[^.]{0,80}\.?$"
)
_PRESENTS = re.compile(
    r"\b(?:introduced|presented|outlined|highlighted) (?:the|a|an|his|her|their|it|this|to|how|what)\b"
)
_TAIL = re.compile(r"\s*[;,]?\s*\b(?:and|or)\s*$|\s+$")
_KINDS = (
    ("recommended", re.compile(r"\brecommend")),
    (
        "requested",
        re.compile(
            r"\b(?:request|ask(?:s|ed)?\b|invite|instruct|urge|be provided|be brought|be circulated|report back|be submitted|write to)"
        ),
    ),
    ("noted", re.compile(r"\b(?:note[sd]?|received?)\b")),
    ("approved", re.compile(r"\b(?:approve[sd]?|adopt(?:ed)?|confirmed|signed|correct record)\b")),
    ("agreed", re.compile(r"\b(?:agree[sd]?|endorse[sd]?|support(?:ed)?|accepted)\b")),
)


def kind_of(text: str) -> str:
    """noted, approved, agreed, recommended, requested or other."""
    lowered = text.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(lowered)), "other")


def is_clause(text: str) -> bool:
    """Whether a list entry reads as a decision: "That the report be noted", "the policy be shown to this Committee"."""
    number = _BARE_NUMBER.match(text)
    text = text[number.end() :] if number else text
    if _STARTS.match(text) or _SHORT_PASSIVE.match(text):
        return True
    lowered = text[:240].lower()
    order = _SUBJUNCTIVE.search(lowered)
    return order is not None and not _TOLD.search(lowered, 0, order.start())


# what the subject of an order does not hold: "The need to be told", "If it should be moved", "Could it be done"
_NO_SUBJECT = re.compile(
    r"\b(?:to|was|were|is|are|am|had|has|have|would|could|should|will|shall|must|may|might|can|cannot|let|if|that|whether|said|asked|felt|thought|noted|agreed|suggested|explained|reported|stated|hoped|what|how|why|when|who|which)\b|\?",
    re.IGNORECASE,
)
_BARE_BE = re.compile(
    r"\b(?:not\s+)?be\s+(?:\w+ly\s+)?(?!being\b|an?\b|the\b|that\b|just\b|but\b|it\b)\w+(?:ed|en|t|d|n)\b",
    re.IGNORECASE,
)
_LEAST_SUBJECT = 4  # characters


def is_order(text: str) -> bool:
    """Whether a sentence is an order by its verb alone, as only decisions are: "The report be noted", "That it be sold"."""
    start = 5 if text[:5].lower() == "that " else 0
    order = _BARE_BE.search(text, start, 240)
    return bool(
        order and order.start() - start >= _LEAST_SUBJECT and not _NO_SUBJECT.search(text, start, order.start())
    )


def may_be_clause(text: str) -> bool:
    """Whether, in a list already known to be one of decisions, the words can be one more: "The vice chair to draft a scope"."""
    order = _TASK.match(text) or _ORDER.match(text[:160])
    return is_clause(text) or bool(
        order and not _TOLD.search(order.group().lower()) and not _AFTER_TO.search(order.group())
    )


def tells(text: str) -> bool:
    """Whether the words tell what was said or done, as the discussion does and a decision does not."""
    return bool(_TOLD.search(text[:140].lower()))


def plain_entry(text: str) -> bool:
    """Whether a line without a marker can be one more clause of a list that lost its markers."""
    return (
        len(text) < 420
        and (not tells(text) or bool(_PASSIVE.match(text)))
        and not _PRESENTS.search(text[:140])
        and not text.rstrip().endswith(":")
        and text.count(". ") < 2
    )


def is_lead_only(text: str) -> bool:
    """Whether the words only open a list: "That;", "The Committee:", "AGREED", "to note:-"."""
    return len(text) < 130 and bool(_LEAD_ONLY.match(text) or _FOLLOWING.match(text))


def leads_in(text: str) -> bool:
    """Whether words that end in a colon or "that" decide nothing themselves: "to recommend to Council – That"."""
    if is_lead_only(text) or _PASSES_ON.search(text):
        return True
    if _ALSO.search(text):
        return False
    return _only_sends(text, _LONG_LEAD)


_LONG_LEAD, _SHORT_LEAD = 18, 8  # words


def entry_leads_in(text: str) -> bool:
    """Whether an entry of a list decides nothing but what is listed below it; who is asked to do that is a decision itself."""
    return is_lead_only(text) or _only_sends(text, _SHORT_LEAD)


def _only_sends(text: str, most: int) -> bool:
    """Whether words, at most so many, hand on what stands below them and order nothing themselves."""
    return len(text.split()) <= most and bool(_SENDS.search(text)) and not _SUBJUNCTIVE.search(text.lower())


def trim(document: Document, span: Span) -> Span:
    """The clause without the white space around it and the "; and" behind it."""
    words = document.slice(span)
    start = span.start + len(words) - len(words.lstrip(' :|–—-\t“"'))
    number = _BARE_NUMBER.match(document.text, start, span.end)
    start = number.end() if number else start
    tail = _TAIL.search(document.text[max(start, span.end - 12) : span.end])
    end = span.end - (len(tail.group()) if tail else 0)
    return Span(start, max(start, end))

"""Where a decision opens in an item, and the clauses that stand in the same paragraph.

"RESOLVED: That …", "The Panel AGREED …", "It was proposed by …, seconded by …, and agreed that …", "Decision:".
What others had resolved before, and informal agreement in the discussion, opens nothing.
"""

import re
from collections.abc import Sequence
from itertools import islice

from ..document import Document, Span
from ..records import Paragraph
from ..sentences import split
from .asides import is_aside
from .clauses import is_clause, is_lead_only, leads_in
from .cutting import entry, split_inline, split_that
from .headed import reads_as
from .leads import (
    BODY,
    FIRST_SIGN,
    OTHERS,
    OTHERS_REACH,
    THAT,
    THE_BODY,
    is_label,
    lead_before,
    leads_list,
    opens_orders,
)

Clause = tuple[Span, str]  # the words, and the sign of a list before them

_VERBS = (
    r"PENDERFYNWYD|R E S O L V E D|Penderfynwyd|RESOLVED|Resolved|ORDERED|Ordered|DECIDED|AGREED|RECOMMENDED|Recommended(?= to (?:the |full )?(?:Cabinet|Council|Executive)\s*[:–-])|(?:DECISION|Decision|RESOLUTION|Resolution)[Ss]?(?!\s+(?:called|notice|ref|reference|maker|taker|number|date|status|type|table|record|level|due|published)\b)(?:\s+(?:TAKEN|[Tt]aken|MADE|[Mm]ade|REACHED|[Rr]eached)(?=\s*[:–-]))?|(?:Decided|DETERMINED|Determined)(?=\s*[:–-])|(?:(?:Committee|Panel|Board|Cabinet|Council|Commission)(?:['’]s)? [Dd]ecision|Conclusions?|CONCLUSIONS?|Outcomes?|OUTCOMES?)(?=\s*(?:\([^)]{1,30}\)\s*)?[:?–-]+\s*(?:\((?:a|i|1)\)\s*)?(?:[Tt]hat|THAT|[Tt]o)\b|\s+T(?:hat|HAT)\b|\s+(?:that|to)\s*[:–-]|\s+to note\b|\s+that\b(?:(?!\b(?:was|were|is|are|had|has|would|could|should|will)\b)[^.;:]){3,140}?(?<!to )\bbe\s)|Agreed(?=\s*[:–(-]|,? (?:by all|on the propos)|\s+to\b|\s+(?:[Tt]he|[Aa]n?)\s(?:(?!\b(?:was|were|is|are|had|has|would|could|should|will)\b)[^.;:]){3,140}?(?<!to )\bbe\s+\w+(?:ed|en|t|d)\b|\s+[Tt]hat\b[^.]{3,200}?(?:(?<!had to )\bbe\s+\w+(?:ed|en|t|d)|(?:was|were) (?:confirmed|approved|noted|accepted|signed|endorsed|received))\b)|"
    r"(?:Recommendations?|RECOMMENDATIONS?)\s+(?:agreed|approved|accepted|AGREED|APPROVED)"
)
# how it was carried: "nem con", "by 9 votes to 2", "on the motion of Cllr Fry, seconded by Cllr Jump"
_HOW = (
    r"(?:,?\s*(?:UNANIMOUSLY|[Uu]nanimously|[Nn](?:em|EM)\.? ?(?:con|CON|diss|dis)\b\.?|\([^)]{3,60}\)|(?:by|with|on) (?:a |an |the |general |common )?"
    r"(?:\w+ votes? (?:to|for|in)\b[^.:;]{1,40}?(?=\s+(?:that|to|That|To)\b|[,:–-])|\w+ votes to \w+|(?:\w+ )?majority(?: (?:vote|decision))?(?: of \w+(?: votes)?(?: to \w+)?)?|assent|consent|consensus|agreement|acclamation|all(?: present)?(?! sides)|show of hands|casting vote(?: of the \w+)?|\w+ abstentions?)|"
    r"on (?:the|a) (?:motion|proposal|proposition) of [^.:;]{3,60}?(?:,? (?:and )?seconded (?:by )?[^.:;]{3,40}?)?(?=,?\s+(?:that|to|That|To)\b|\s*[:–-]|$)),?)+"
)
# A paragraph that opens with the decision: "RESOLVED: That", "It was unanimously resolved that", "Decision – Members agreed"
_OPENS = re.compile(
    rf"[_*]{{0,3}}(?:[A-Z]\w+\s*[/|]\s*)?(?:(?:[Ii]t was|IT WAS|ALL|All)\s*[,:;–-]*\s*)?(?:(?:therefore|then|thereupon|further|also|accordingly|unanimously|UNANIMOUSLY|duly|Unanimously|Accordingly,?)\s+)*"
    rf"(?P<verb>{_VERBS}|(?<=[Ii]t was )(?:resolved|agreed|ordered|noted and agreed)|(?<=nanimously )(?:resolved|agreed)|NOTED|APPROVED|ENDORSED|RECEIVED|WELCOMED|DEFERRED|REMITTED|ADOPTED)(?:\b|(?=_|that\b))[_*]{{0,3}}"
    rf"(?:\s*[/|]\s*[A-Z][a-zA-Z]+(?=\s*(?:[:;–—-]|[Tt]hat\b|$)))?(?P<un>{_HOW})?"
)
# "The Panel AGREED", "The Committee therefore RESOLVED to"
_BODY_OPENS = re.compile(
    rf"(?:{BODY}|(?:(?:All )?Members|Cabinet|Council|The (?:Cabinet|Executive) Member|The Portfolio Holder|The Leader)(?=\s+(?:\w+\s+)?(?:[Rr]esolved|RESOLVED|AGREED|NOTED|APPROVED)\b(?! (?:on|at|in)\b)))\s+(?:(?!(?:had|has|have|was|were|not)\b)(?P<so>\w+)\s+)?(?P<verb>AGREED|RESOLVED|NOTED|APPROVED|ENDORSED|RECOMMENDED|[Aa]greed|[Rr]esolved|[Nn]oted|[Rr]equested)\b"
)
_RESOLVED_THAT = re.compile(r"\b[Rr]esolved(?:\s+(?:that|to)\b|\s*[:–-])")
# "The Panel's decision was to", "Members voted by 5 to 2 that", "The Board was content to endorse"
_BODY_DECIDES = re.compile(
    rf"(?:(?:{BODY}|Members)(?:['’]s? (?:\w+ )?decision (?:was|is)|\s+(?:(?:then|therefore|unanimously|duly)\s+)*(?:voted(?: unanimously| by [^.;:]{{3,40}}?)?(?: in favour)?"
    rf"|(?:was|were) (?:\w+ )?content(?= that\b[^.;:]{{3,140}}?\bbe\b| to (?:agree|approve|endorse|support|accept|adopt|recommend|note)\b)))"
    rf"|[Tt]he (?:\w+ )?decision of (?:{BODY}|[Mm]embers) (?:was|is))(?=\s+(?:that|to)\b)"
)
# "The Panel then agreed", "After a vote, it was decided to recommend to Cabinet": formal before an order alone
_BODY_AGREED = re.compile(
    rf"(?:(?:Following|After|By|On|With|Upon|Having)\b[^.:;]{{3,90}}?,?\s+|A vote was (?:taken|held)(?:\.| and)\s+|(?:Report |Update )?[Nn]oted(?:\.| and)\s+)?"
    rf"(?:{BODY}|(?:All )?[Mm]embers(?: present)?|Cabinet|Council|(?:The |the )?(?:[Mm]eeting|Portfolio Holder|Cabinet Member|Executive Member)|All|[Ii]t was|(?<=and ))\s*"
    r"(?:(?:therefore|then|thereupon|unanimously|also|further|all)\s+)*(?:agreed|decided|determined|resolved|AGREED)(?: unanimously)?(?: to recommend(?: to (?:the )?[\w ,&’'-]{3,50}?)?)?(?=\s+that\b)"
)
# "The Committee: (a) noted the report; (b) asked for another"
_BODY_DID = re.compile(
    rf"{BODY}\s*[:–-]?-?\s*(?=\(?(?:a|i|1)[).]\s+(?i:noted|agreed|approved|endorsed|requested|resolved|recommended|welcomed|asked|supported|accepted|adopted|instructed)\b)"
)
# "It was proposed by …, seconded by …, and agreed that"; "upon being put to the vote it was RESOLVED that"
_WITHIN = re.compile(
    r"\b(?=\w)(?:(?:it was\s*,?\s*(?:\w+\s+){0,2}?(?:resolved|RESOLVED)|(?:RESOLVED|ORDERED)|resolved (?:that|to)\b|MOVED AND SECONDED\b)"
    r"|(?:(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED) by\b[^.;]{3,90}?\b(?:[Ss]econded|SECONDED) by\b[^;]{3,70}?\band (?:unanimously )?(?:agreed|carried|AGREED)\b)"
    r"|(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|(?:proposal|proposition|motion) (?:of|by|from))\b[^.;]{0,90}?\b(?:[Ss]econded|SECONDED)\b[^.;]{0,70}?\b(?:it was |and )(?:unanimously )?(?:agreed|resolved|carried|approved)\b(?: unanimously| nem\.? con\.?)?(?=,? that| to|:)"
    r"|(?:[Ff]ollowing|[Aa]fter|[Uu]pon|[Oo]n) (?:being put to )?(?:a|the) vote,? it was (?:unanimously )?(?:agreed|resolved|decided)\b(?= that| to|:)"
    r"|(?:agreed|resolved|decided|recommended)(?:\s+(?:that|to))?\s*[:;–—-]*\s*(?=\((?:a|i|1)\)\s|(?:a|i|1)\)\s|(?<=:\s)(?:a|i|1)\.\s)"
    r"|(?:agreed|approved|endorsed|adopted|accepted)\b[^.;:]{0,80}\b(?:as follows|namely)\s*[:–-]\s*(?=\(?(?:a|i|1)[).]\s)"
    r"|(?<=[.;)] )(?:Resolved(?: unanimously)?(?:\s*[:–]| (?:that|to)\b)|Agreed\s?[:–](?=\s(?:that|to)\b))"
    r"|(?:AGREED|NOTED|ENDORSED|APPROVED|REQUESTED|RECOMMENDED|INSTRUCTED|REMITTED|ADOPTED|SUPPORTED|ACCEPTED|DECIDED|DETERMINED|AUTHORISED|DEFERRED)\b|(?<=(?:was|ere) )(?:GRANTED|REFUSED|REJECTED)\b)"
)
_THAT_LIST = re.compile(r"[Tt]hat\s*[:;–-]?\s*(?=\(?(?:a|i|1)[).]\s)")
_AS_CLAUSE = re.compile(r"(?:That|To)\s")
# "That the report be noted – Agreed", "(AGREED)"
_DECIDED_BEHIND = re.compile(
    r"\s*(?:[–—-]\s*|[(\[])(?:AGREED|Agreed|CARRIED|Carried|RESOLVED|Resolved|APPROVED)(?: unanimously)?[)\]]?\.?$"
)
_LONGEST_VERDICT = 26  # characters
_BY_VOTE = re.compile(
    r"unanimous|\bvotes?\b|\bnem\b|majority|noted and|on (?:the|a) (?:motion|proposal|proposition) ", re.IGNORECASE
)
# "It was agreed that the review be moved to May": an order, where "it was agreed that more could be done" is none
_ORDERS = re.compile(
    r"\s+that\s+(?:(?!\b(?:was|were|is|are|had|has|would|could|should|will|may|might|can|must)\b)[^.;:]){3,140}?(?<!to )\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|t|d|n)\b"
)
# what stands below such words are names, and no clauses
_NAMES = re.compile(
    r"\bfollowing\b[^:.;]{0,90}\b(?:declarations?|disclosures?|interests?|apologies|meetings|substitut\w+|attendance|members?|reserves?|nominations?|councillors)\b[^:.;]{0,80}[:–-]+\s*$",
    re.IGNORECASE,
)
# "be approved with these changes", over a list of them
_LISTED_BELOW = re.compile(r"\b(?:these|the following) (?:changes|amendments|additions|conditions|alterations)\W*$")
_MOST = 40  # decisions looked for in one paragraph
_BARE = re.compile(
    r"(?:NOTED|APPROVED|RECEIVED|AGREED|ENDORSED|ADOPTED|Noted|Agreed|Approved|Received|Endorsed|Adopted|(?:The )?[Rr]ecommendations? (?:agreed|approved|accepted|endorsed))\.?$"
)
# signs between a deciding word and what was decided, lost dashes ("?", "\ufffd") among them
_SIGNS = r"(?:[\s:;,|?…\ufffd–—-]|\.\.)*"
_AFTER = re.compile(
    rf"(?:\s+(?:no\.?\s*)?[A-Z]{{0,4}}[/-]?\d[\w/-]{{0,12}}(?=\s*[:–—-]|\s*$|\s+(?:that|to)\b)|\.\s+(?=[A-Z][a-z]))?\s*(?:[(\[][^)\]]{{3,40}}[)\]]\s*)?{_SIGNS}(?:[(\[](?:voting|votes?|for|unanimous|proposed|\d+ (?:for|in favour|votes?)|\d+[/-]\d)[^)\]]{{0,70}}[)\]]\s*)?(?:(?:further|as follows|and (?:agreed|actions?|outcomes?)|on a vote)\b[\s:;–-]*)?(?:(?:that|That|THAT|to|To|TO)(?=[\s:;–-]|$)\s*)?[\s:;|–—-]*(?:(?:by )?{BODY}\s*(?:(?:agree[sd]?|resolve[sd]|RESOLVED|AGREED)\s*)?(?:that|to)?\s*(?=[:;–—-]|$|\(?(?:a|i|1)[).]\s))?[\s:;–—-]*",
    re.IGNORECASE,
)


_WEAK_HEADS = ("NOTED", "APPROVED", "ENDORSED", "RECEIVED", "WELCOMED", "DEFERRED", "REMITTED", "ADOPTED")
# a stem of one of these stands in every paragraph that can open a decision
_STEMS = (
    "r e s o l", "outcome", "conclu", "penderfyn",
    "resol", "order", "decid", "decis", "agree", "note", "approv", "endors", "recommend", "request", "moved", "adopt", "support", "accept", "receiv", "determin",
    "voted", "content", "authoris", "defer", "instruct", "remit", "welcom", "carried", "grant", "refuse",
)  # fmt: skip


def opening(document: Document, paragraphs: Sequence[Paragraph], i: int) -> tuple[list[Clause], bool] | None:
    """The clauses in a paragraph that opens or holds a decision, and whether a list of clauses may follow it."""
    span = paragraphs[i].span
    text = document.slice(span)
    under_heading = paragraphs[i].section == "decision"
    if not under_heading and not _may_open(text):
        return None
    follows = _what_follows(document, paragraphs, i)
    if _BARE.match(text) and not follows:
        return [(span, "")], False
    if behind := _decided_behind(document, span, text):
        return [(behind, "")], False
    if led := _led_by(text, follows, under_heading):
        end, keep_verb = led
        return _clauses_after(document, Span(span.start + end, span.end), follows, keep_verb, span)
    if under_heading:
        if FIRST_SIGN.match(text) and len(inline := split_inline(document, span)) > 1:
            return inline, False
        kind = reads_as(document, paragraphs, i)
        if kind != "account":
            return (
                (entry(document, paragraphs[i]), False) if kind == "clause" else ([], True) if kind == "lead" else None
            )
        return _within(document, span, follows)
    if follows and (leads_list(document, paragraphs, i, text) or is_label(document, paragraphs, i, text)):
        return [], True
    if not follows and opens_orders(document, paragraphs, i, text):
        return [], True
    if list_of := _THAT_LIST.match(text):
        return _clauses_after(document, Span(span.start + list_of.end(), span.end), follows, False, span)
    return _within(document, span, follows)


def _decided_behind(document: Document, span: Span, text: str) -> Span | None:
    """The sentence that a word behind it makes a decision: "That the report be noted – Agreed"."""
    behind = _DECIDED_BEHIND.search(text, max(0, len(text) - _LONGEST_VERDICT))
    last = split(document.text, span.start, span.start + behind.start())[-1:] if behind else []
    words = document.slice(last[0]) if last else ""
    return last[0] if is_clause(words) or THAT.match(words) else None


def _led_by(text: str, follows: str, under_heading: bool) -> tuple[int, bool] | None:
    """Where the words end that open a decision, and whether they belong to the clause behind them; None without such."""
    match = _OPENS.match(text)
    weak = match is not None and match["verb"] in _WEAK_HEADS
    if match and not (weak and len(text) > match.end() + 2 and not text[match.end() :].strip(" :–-")):
        formal = under_heading or _BY_VOTE.search(match.group()) or _only_lead(text[match.end() :])
        informal = match["verb"] in ("agreed", "noted and agreed") and not formal
        if not informal or _ORDERS.match(text, match.end()):
            return match.end(), weak
    match = _BODY_OPENS.match(text)
    if match and (
        match["verb"].isupper()
        or match["verb"].lower() == "resolved"
        or match["so"] in ("accordingly", "thereupon", "formally")
        or under_heading
        or (_only_lead(text[match.end() :]) and follows)
    ):
        told = match["verb"] == "NOTED" or not match["verb"].isupper()
        return match.end(), told and not _RESOLVED_THAT.search(text, 0, match.end() + 6)
    voted = _BODY_DECIDES.match(text) or _BODY_DID.match(text)
    if voted is None and (agreed := _BODY_AGREED.match(text)):
        voted = agreed if _ORDERS.match(text, agreed.end()) else None
    end = voted.end() if voted else lead_before(text)
    return (end, False) if end else None


def _may_open(text: str) -> bool:
    """A quick look before the patterns: most paragraphs hold none of the words that a decision is told in."""
    lowered = text.lower()
    return (
        any(map(lowered.__contains__, _STEMS))
        or text.rstrip().endswith((":", ":-"))
        or bool(_THAT_LIST.match(text) or THE_BODY.match(text))
    )


def _what_follows(document: Document, paragraphs: Sequence[Paragraph], i: int) -> str:
    """What stands below paragraph `i`: "list" (an entry with a marker), "second" (the second entry), "that" (a line opening so), "clause", or "" """
    below = ((p, document.slice(p.span)) for p in paragraphs[i + 1 : i + 4] if p.section != "margin")
    following = next((p for p, words in below if p.marker or not is_aside(words)), None)
    if following is None:
        return ""
    text = document.slice(following.span)
    return (
        "list"
        if following.marker
        else "that"
        if THAT.match(text)
        else "clause"
        if is_clause(text) or text[:1].islower()
        else ""
    )


def _only_lead(rest: str) -> bool:
    found = _AFTER.match(rest)
    return found is not None and found.end() >= len(rest.rstrip())


def _clauses_after(
    document: Document, rest: Span, follows: str, keep_verb: bool, whole: Span
) -> tuple[list[Clause], bool]:
    """The clauses that run on from the heading words, or none where the words are only the lead-in of a list."""
    text = document.slice(rest)
    after = _AFTER.match(text)
    skipped = after.end() if after else 0
    body = Span(rest.start + min(skipped, len(text)), rest.end)
    words = document.slice(body).strip()
    if not words or (follows and is_lead_only(words)):
        return [], True
    inline = split_inline(document, body) or split_that(document, body)
    if inline:
        return inline, follows in ("list", "second") and len(inline) == 1
    if _NAMES.search(words):
        return [] if words.startswith("the following") else [(body, "")], False
    ends = words.lower()
    if follows == "list" and _LISTED_BELOW.search(words):
        return [(body, "")], True
    if ends.endswith((":", ":-", ": -", "–")) or (
        follows and ends.endswith(("-", ";", "the following", " to", " that"))
    ):
        return ([] if leads_in(words) else [(body, "")]), True
    pieces = split(document.text, whole.start if keep_verb else body.start, rest.end)
    clauses = [(pieces[0], "")] if pieces else []
    for piece in pieces[1:]:
        if _AS_CLAUSE.match(document.slice(piece)):
            clauses.append((piece, ""))
        elif later := _decision_in(document, piece):
            clauses.append((later, ""))
    last = document.slice(pieces[-1]) if pieces else ""
    if clauses and (follows in ("that", "second") or (follows == "clause" and len(pieces) == 1 and keep_verb)):
        return clauses, True
    return clauses, bool(clauses) and last.rstrip().endswith((";", "; and", ", and", " and", ":", ":-"))


def _decision_in(document: Document, sentence: Span) -> Span | None:
    """The words that follow "it was further RESOLVED" in a sentence, or None where it records no decision."""
    text = document.slice(sentence)
    for match in islice(_WITHIN.finditer(text), _MOST):
        after = _AFTER.match(text, match.end())
        start = after.end() if after else match.end()
        if not _is_told_of_others(text, match) and text[start:].strip(" .;"):
            return Span(sentence.start + start, sentence.end)
    return None


def _is_told_of_others(text: str, match: re.Match[str]) -> bool:
    """Whether the decision is one that others had taken before, or stands inside a quotation."""
    return bool(OTHERS.search(text, max(0, match.start() - OTHERS_REACH), match.start())) or text.count(
        "“", 0, match.start()
    ) > text.count("”", 0, match.start())


_PASSIVE = re.compile(r"(?<!\bit )(?<!\bIt )(?<!\bIT )\b(?:was|were|be|WAS|WERE|BE)\s+(?:\w+ly\s+)?\Z")
_DEEDS = frozenset("GRANTED REFUSED APPROVED ADOPTED DEFERRED ACCEPTED ENDORSED NOTED REJECTED".split())


def _within(document: Document, span: Span, follows: str) -> tuple[list[Clause], bool] | None:
    """A decision recorded at the end of a paragraph: "It was proposed by …, seconded by …, and agreed that …"."""
    text = document.slice(span)
    if text.isupper():
        return None
    for match in islice(_WITHIN.finditer(text), _MOST):
        if _is_told_of_others(text, match):
            continue
        rest = Span(span.start + match.end(), span.end)
        if _PASSIVE.search(text, 0, match.start()) and match.group() in _DEEDS:
            whole = next(s for s in split(document.text, span.start, span.end) if s.end > span.start + match.start())
            return [(whole, "")], False
        if not document.slice(rest).strip(" .;"):
            sentence = split(document.text, span.start, span.start + match.start())
            ordered = bool(sentence) and is_clause(document.slice(sentence[-1]))
            if sentence and document.slice(sentence[-1]).endswith(".") and not ordered:
                return [(Span(span.start + match.start(), span.end), "")], False
            return (
                ([(sentence[-1], "")], False)
                if sentence and match.group() in ("AGREED", "NOTED", "ENDORSED")
                else ([], True)
            )
        return _clauses_after(document, rest, follows, False, Span(span.start + match.start(), span.end))
    return None

"""Who in a sentence must act: the words around a name that make it the one told, or the one who promised.

"the Director be asked to …", "Mr Oak would send the Chairman …", "to be drawn up by the Community Safety
Manager". Whoever only asked, spoke or was told is not the one.
"""

import re

from .actors import Mention, is_member, mentions

BARE = (
    "accept|acquire|act|add|address|advise|agree|amend|analyse|approach|arrange|ascertain|ask|attend|book|brief|bring|build|buy|calculate|carry|change|chase|check|circulate|clarify|"
    "collate|collect|commission|compare|compile|complete|conduct|confirm|consider|consult|contact|contribute|convene|convey|coordinate|correct|cover|deliver|design|determine|"
    "develop|devise|discuss|distribute|draft|draw|email|e-mail|ensure|enter|escalate|establish|examine|explain|explore|extend|feed|find|finish|fix|follow|forward|gather|get|give|go|"
    "hire|hold|identify|implement|improve|include|inform|inspect|investigate|invite|issue|keep|lay|lead|let|liaise|list|look|make|map|meet|monitor|move|notify|"
    "negotiate|nominate|obtain|offer|open|organise|outline|pass|place|plan|post|prepare|present|press|print|procure|produce|propose|provide|publish|pull|pursue|put|raise|re-circulate|"
    "recast|reconsider|record|recirculate|redraft|refer|reissue|re-issue|relay|remind|remove|repeat|replace|reply|report|request|research|resend|respond|return|review|revise|rewrite|scope|secure|seek|send|set|share|show|"
    r"speak|split|submit|summarise|supply|support|take|talk|tell|test|thank|translate|try|update|upload|urge|verify|visit|work|write|alter|break|call|cost|count|dig|find|fix|mention|phone|pick|query|question|rectify|resolve|rework|ring|run|schedule|see|settle|set|sort|sound|telephone|trace|answer|appoint|award|choose|decide|finalise|select|sign|have\s+an?\s+(?:quiet\s+)?(?:word|look)"
)
_FILLER = r"(?:\s*\([^)]{2,80}\)|\s[–-]\s[^–.;]{3,60}\s[–-]|\s+(?:of|from)\s+(?:the\s+)?[\w’&-]+(?:\s+[\w’&-]+){0,3}?)?(?:,(?!\s+(?:and|who\s+asked))[^,.;]{2,90},)?(?:\s+(?:also|then|therefore|further|duly|kindly|himself|herself|again|now|in\s+(?:reply|response|consultation\s+with\s+[^,]{3,50},?)|had))*"
_ORDERED = re.compile(
    rf"{_FILLER},?\s+(?:be|was|were|is|are|to\s+be|would\s+be)\s+(?:\w+ly\s+)?(?:asked|requested|instructed|tasked|authorised|urged|directed|recommended|encouraged|delegated|approached|charged|requested|required|called\s+(?:on|upon)|(?:appointed|nominated)(?=\s+to\s+(?:lead|chair|report|represent|attend|act|draft|speak|liaise|meet)\b))\b(?P<to>\s+(?:to|with|that)\b)?"
)
WILL = re.compile(
    rf"{_FILLER}(?:,?\s+(?:to|needs?\s+to|has\s+to|ought\s+to|will|would|shall|should|must|could|can|might|(?:is|was|are)\s+going\s+to|was\s+to|were\s+to|is\s+to|are\s+to)|[’'](?:d|ll))\s+(?:not\s+only\s+|also\s+|then\s+|therefore\s+|(?!be(?:\s*[.,;]|$|\s+(?!(?:able|happy|glad|pleased|willing|content|in\s+touch|\w+ing)\b|(?:more\s+than|very|only\s+too|quite)\s+(?:happy|glad|pleased|willing|content)\s+to\b)))[a-z])"
)
_ORDER = re.compile(
    rf"{_FILLER},?\s+(?:do\s+|please\s+)?(?:and\s+[^,;.]{{3,60}}?\s)?(?:(?:{BARE})s?|have\s+(?:it|them|this|these|the|an?))\b"
)
# "was happy to", "had no objection": only with the promise close behind
_WEAK = re.compile(
    rf"{_FILLER},?\s+(?:was|were|is|had|has|did(?:n[’']t)?|could(?:n[’']t)?|wasn[’']t|saw|went|found|felt|thought|considered|knows?|expected)\b(?!\s+(?:set|appointed|formed|established|invited)\b)"
)
_AND_WILL = re.compile(
    rf"[^.;]{{0,120}}?\b(?:and|but)\s+(?:\w+ly\s+)?(?:was\s+(?:content|happy|prepared|willing|pleased)|(?:would|will)\s+(?:{BARE}|have|prefer\s+to|do\s+(?:so|this|that|it|likewise))|undertook|offered|agreed\s+to|promised)\b|"
    rf"\s+(?:to|would|will)\s+be\b[^.;]{{3,80}}?\band\s+(?:to\s+)?(?:{BARE})\b"  # "to be our voice there and to report back"
)
SAYS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|has|having)\s+)?(?:accepted|acknowledged|added|advised|agreed|apologised|assured|clarified|commented|concurred|confirmed|considered|conceded|explained|gave|indicated|informed|intimated|"
    r"noted|observed|offered|outlined|pledged|promised|recognised|remarked|replied|reported|responded|said|stated|told|took|undertook|volunteered|welcomed|knew|believed|"
    r"mentioned|committed|reminded|hoped|referred|answered|admitted|understood|declared|suspected|recalled|doubted)\b"
)
_PROMISES = re.compile(
    r"\b(?:undertook|agreed\s+to|offered\s+to|would(?!\s+be\s+(?:very\s+|of\s+)?(?:interest|useful|helpful|instructive|good|better|welcome))|will|could|can|happy|pleased|glad|willing|content|prepared|committed|undertaking|commitment|accepted|took\s+(?:the|that|this)\s+point|took\s+\w+\s+(?:away|on\s+board)|"
    r"took\s+(?:this|that|it)\s+(?:away|up)|agreed|saw\s+no|no\s+(?:objection|difficulty|reason)|undertake|intended|intention|hoped\s+to|next\s+time|welcomed)\b"
)
ASKS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|also|then)\s+)*(?:asked|requested|enquired|inquired|queried|sought|wanted|wished|wondered|felt|suggested|proposed|questioned|moved|was\s+(?:keen|surprised|interested|concerned|of\s+the\s+view|of\s+the\s+opinion|anxious|disappointed)|"
    r"would\s+(?:like|welcome|be\s+(?:interested|grateful|glad\s+to\s+see|pleased\s+to\s+see)|have\s+liked)|pressed|recommended|thought|expressed|raised|drew|referred|pointed|urged|put\s+forward|called|considered)\b"
)
_ASKED = re.compile(
    r"\b(?:ask|asked|asks|asking|request|requested|requests|requesting|instruct|instructed|instructs|urge|urged|urges|tasked|task|direct|directed|authorised?|encouraged|charged|"
    r"wants|would\s+like|over\s+to|one\s+for|press|pressed|urged|called\s+(?:up)?on|(?:was|be|is)\s+for|wanted|left\s+(?:it\s+)?(?:with|to|for|in\s+the\s+hands\s+of)|delegated\s+to|authority\s+to|be\s+delegated\s+to|up\s+to|(?:fell|falls|fall)\s+to|(?:possible|arrangements|arranged?|helpful|useful)\s+for|looked\s+to|turned\s+to)\s+(?:that\s+|to\s+)?$",
    re.IGNORECASE,
)
_RECOMMEND_TO = re.compile(
    r"\b(?:recommend(?:s|ed|ation)?|referred|refer|commended|drawn\s+to\s+the\s+attention\s+of|made\s+to|attention\s+of|representations\s+to|passed\s+(?:on\s+)?to|to\s+recommend\s+to)\s+(?:to\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:be|been|being|was|were|is)\b[^.;]{2,160}\bby\s+$")
_TAGGED = re.compile(
    r"(?:\bACTIONS?(?:\s+POINTS?)?|\bActions?(?:\s+[Pp]oints?)?|\bOwner|\bOfficer|\bLead|\bResponsible)\s*(?:[:–-]|by|for)\s*$"
)
_FROM = re.compile(
    r"\b(?:sought|requested|receiving|receive|asked\s+for|awaited)\b[^.;]{0,60}\sfrom\s+$|\b(?:sought|obtained|received|requested|awaited|wanted|hear|answer|report|response|reply|briefing|presentation)\s+from\s+$"
)
_THAT = re.compile(r"(?:\bthat|[.;:–-]|\([a-z0-9]{1,4}\)|\band|^\W*|\bfor|\bbut)\s*(?:the\s+)?$", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:at|with|to|of|for|from|in|on|between|into|about|than|by|as|asked|thanked|told|invite|inviting|invites|invited)\s+$"
)
# "invite Mr Ash and the Ramblers to meet"
_INVITED = re.compile(r"\b(?:invit(?:e|es|ed|ing)\b[^.;]{0,60}?\band|get)\s+$")
_FIRST_NAME = re.compile(
    rf"\s+(?:will|would|to\s+(?:{BARE})|agreed|accepted|undertook|offered|promised|said|explained|confirmed|advised|reported|replied|answered|apologised)\b"
)
FIRST_VERB = re.compile(
    r"\s+(?:will|would|to|agreed|undertook|offered|promised|said|explained|confirmed|advised|reported|accepted|replied|answered|apologised|(?:had|has)(?!\s+been\b)|is|was|did|could|felt|thought|hoped|asked|raised|mentioned|shared|showed|took|gave)(?:n[’']t)?\b"
)
_SELF = re.compile(
    rf"{_FILLER}\s+(?:\w+\s+){{0,4}}?(?:(?:agreed|undertook|offered|happy|willing|pleased|content|prepared)(?:,[^,.;]{{3,50}},)?\s+to\s+(?:{BARE})|(?:(?:that\s+)?(?:he|she)\s+)?(?:would|will)\s+(?:{BARE}|be\s+(?:writing|speaking|raising|taking|happy\s+to|pleased\s+to)))\b"
)
CONSENTS = re.compile(
    r"\s+(?:(?:will|would)(?=[.;]|$)|accepted|agreed|apologised|consented|concurred|nodded|(?:was|were)\s+(?:happy|content|glad|pleased|willing)|had\s+no\s+(?:difficulty|objection|problem)|(?:could\s+see|saw)\s+no\s+\w+|"
    r"did\s+not\s+see\s+why\s+not|did(?:n[’']t|\s+not)\s+object|took\s+(?:the|that|this)\s+point|thought\s+(?:that\s+)?(?:this|that|it)\s+(?:was\s+(?:fair|reasonable)|could)|(?:said|replied|confirmed|answered)\s+(?:that\s+)?(?:it|this|that|these|they|he|she)\s+(?:would|could|will|(?:was|were)\s+(?:possible|fine|in\s+order|no\s+(?:problem|trouble))))\b"
)
# what a member says of a thing without taking it on: "Councillor Ash thought that the report should show …"
_OPINES = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|also)\s+)*(?:accepted(?!\s+(?:an?|the)\s+(?:action|task))|added|agreed(?!\s+to\b)|appreciated|believed|commented|considered|disliked|doubted|expected|felt|found|had|hoped|knew|mentioned|noted|observed|recalled|"
    r"referred|reminded|remarked|said|saw|stated|supported|thought|told|understood|was|welcomed|were|would\s+(?:rather|sooner|love|find|never))\b"
)
_DOUBTS = re.compile(rf"{_FILLER},?\s+(?:doubted|suspected|believed|regretted|recalled|feared)\b")
_WHO_WILL = re.compile(
    r",?\s+who\s+(?:(?:then|duly|kindly)\s+)?(?:would|will|undertook|agreed\s+to|offered\s+to|promised|was\s+to|is\s+to)\b(?!\s+(?:be\s+\w+(?:ed|ing|t|n)|receive|get|hear|have)\b)"
)
_THANKED_AND = re.compile(r"\s+be\s+thanked\b[^.;]{0,60}?\band\s+(?:be\s+)?(?:asked|requested)\s+to\b")
_HOLDS = re.compile(rf"{_FILLER},?\s+(?:thought|felt|considered|hoped|suggested)\b")
_WILL_BE_SENT = re.compile(
    rf"{_FILLER},?\s+(?:said|stated|told|added)\b[^.;]{{3,80}}?\b(?:would|will)\s+be\s+(?:sent|provided|circulated|supplied|e-?mailed|shared|brought|reported|published|given|made\s+available|looked\s+(?:at|into)|done|arranged|prepared|submitted|with\s+(?:members|him|her|them))\b",
    re.IGNORECASE,
)
_TAKEN_UP_BY = re.compile(
    r"(?:\b(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]hese|[Ww]hich|(?:request|suggestion|proposal|point|idea)s?)\s+(?:was|were)\s+(?:also\s+|readily\s+|duly\s+)?(?:accepted|agreed(?:\s+to)?|taken\s+(?:on\s+board|up|away)|noted\s+for\s+action)\s+by|"
    r"\bno\s+(?:objection|difficulty|problem)s?\b[^.;]{0,30}\sfrom)\s+$"
)
# how figures are cut, not who cuts them: "broken down by District Electoral Area"
_CUT_BY = re.compile(
    r"\b(?:broken\s+down|split|analysed|listed|sorted|shown|given|grouped|set\s+out|separated|ranked|figures|breakdown)\s+by\s+$"
)
# whoever only gets what is sent: "TW would have it by Friday", "Members would get the list"
_RECEIVES = re.compile(
    r"\s+(?:would|will|should|could|might|may|can|is\s+to|was\s+to|to)\s+(?:receive\b|hear\b|have\s+sight\s+of\b|"
    r"(?:get|have)\s+(?:it|them|these|those|that|this|one|an?\s+(?:copy|answer|reply|note|response)|the\s+\w+)(?:\s+(?:by|within|before|in|at|as|when|on|tomorrow|this|next|soon)\b|[.,;]|$))"
)
_NOTE_FROM = re.compile(
    r"^\W*(?:[\w-]+\s+){0,5}(?:draft|paper|note|update|figures|data|list|presentation|information|briefing|details|plan|proposals?|summary|item)\s+from\s+$",
    re.IGNORECASE,
)
FOR = re.compile(r"(?:\s\([^)]{2,60}\))?\s+for\b")
TO_ASK = re.compile(r"\b(?:to|would|will)\s+(?:ask|request|invite|urge)\s+(?:that\s+)?(?:the\s+)?$")
_TO_DO = re.compile(rf"{_FILLER}\s+to\s+(?:{BARE})\b")
_CHAIR = re.compile(r"(?:vice[- ])?(?:chair\w*|convener)\b", re.IGNORECASE)
ACTED_BY = re.compile(
    r"\b(?<!be )(?<!being )(?:made|observed|asked(?:\s+for)?|called\s+for|noted|said|suggested|raised|requested|proposed|seconded|moved|commented|queried|welcomed|accepted|supported|endorsed|agreed|chaired|presented|submitted)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SHOULD_BE = re.compile(r"\s+(?:should|ought\s+to|to|is\s+to)?\s*be\b")  # a subject, not somebody told to act
_GLAD_TO = re.compile(r"\s+(?:happy|glad|content|pleased|willing)\s+to\b")  # of notes: "RT happy to forward it"
_LIKES = re.compile(
    r"\s+would\s+(?:(?:also|very\s+much|certainly|all|really)\s+)*(?:like|love|welcome|have\s+(?:liked|preferred|welcomed|wanted|expected|hoped|thought|been|had)\b|expect|prefer(?!\s+to\s+(?:check|confirm|verify|look|find|write|send))|appreciate|be\s+(?:(?:very|most|particularly)\s+)?(?:interested|grateful|useful|looking\s+for|glad\s+to\s+(?:see|know)|pleased\s+to\s+(?:see|know)))\b"
)
PRESENTS = re.compile(
    r"(?:,|\))?\s+(?:then\s+|also\s+|jointly\s+)?(?:introduced|presented|submitted|gave\s+(?:a|an|the)\s|updated|outlined|took\s+(?:the|members|Members)\b|spoke\s+to|provided\s+an?\s+(?:update|overview|introduction)|"
    r"reported\s+(?:on|that)|summarised|circulated|talked|shared|tabled|delivered)"
)
_BODY_PROMISES = re.compile(r"\s+(?:ha[ds]\s+)?(?:agreed\s+to|undertook|offered\s+to)\b")
# "what the Mayor had said"
_AS_BY, _HAD = re.compile(r"\b(?:what|as|which|whom)\s+$"), re.compile(r"\s+(?:had|would\s+have)\b")
_AWAITED = re.compile(r"\b(?:chased|awaited|outstanding|overdue)\b")
_INVITED_TO = re.compile(r"\binvit(?:e|es|ed|ing)\s+$")
_CAN = re.compile(r"(?:^|[.;:]\s+)\W*(?:Can|Could|Will|Would)\s+$")  # "Can Nick check this?"
_DO = re.compile(rf"\s+(?:please\s+)?(?:{BARE})\b")
_TO_TELL = re.compile(rf"\s+to\s+(?!attend|ask|go|meet|visit|speak|talk|take|lead|share|consider)(?:{BARE})\b")
_LETTER_FROM = re.compile(r"\b(?<!the )letters?\b[^.;]{0,40}\bfrom\s+$")
_DELEGATED_TO = re.compile(r"\bdelegat(?:e|ed|es|ing)\s+(?:authority\s+)?to\s+$", re.IGNORECASE)
# "asked her for it and would look"
_FOR_AND_WILL = re.compile(r"\s+for\b[^.;]{2,60}?\band\s+(?:would|will|undertook|agreed\s+to)\b")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er)\s+$")
_CROWD_WILL = re.compile(r"(?:\s+\w+)?\s+(?:agreed\s+to|undertook|offered\s+to|promised|would|will|to)\b")
# whoever is only told or thanked: "Councillor Ash was informed that a list would be sent"
_IS_TOLD = re.compile(
    r"\s+(?:was|were|is|are|had\s+been)\s+(?:told|informed|advised|assured|sent|given|thanked|reminded|congratulated|promised)\b(?![^.;]{0,90}?\b(?:and|but)\s+(?:would|will|agreed|undertook|offered|asked|requested)\b)"
)
_AND_THE = re.compile(r"\b(?:and|but|which|whereupon)\s+(?:the\s+)?$|,\s+(?:and|but|which)\s+(?:the\s+)?$")
_TO, _TO_OR_IF = re.compile(r"\s+to\b"), re.compile(r"[^.;]{0,80}?\b(?:to|for|if|that|with)\b|\s*[.;]?$")


def role_of(text: str, mention: Mention, quote_at: int) -> float:
    """How surely the one mentioned must act, by the words around the mention; 0 where they say nothing of it."""
    before, after = text[max(0, mention.start - 170) : mention.start], mention.end
    before = _ARTICLE.sub("", before)
    if _AS_BY.search(before) and _HAD.match(text, after):
        return 0.0
    told = _as_told(text, mention, before)
    if told is not None:
        return told
    if mention.kind == "nobody":
        return 2.6 if _CROWD_WILL.match(text, after) and not _LIKES.match(text, after) else 0.0
    if not _BELOW.search(before) and not _INVITED.search(before):
        weight = _as_subject(text, mention, before)
        if weight is not None:
            return weight
    if _RECOMMEND_TO.search(before) and mention.kind in ("post", "body", "person"):
        return 2.4
    if mention.kind == "single" or _AWAITED.search(text):
        return 0.0
    return 1.0 if _FROM.search(before) or _NOTE_FROM.search(before) else 0.0


def _as_told(text: str, mention: Mention, before: str) -> float | None:
    """The same for one who is told, asked or charged, or by whom it is to be done; None where none of that is said."""
    after = mention.end
    if _TAGGED.search(before):
        return 6.0
    ordered = _ORDERED.match(text, after)
    if ordered:
        return 2.8 if mention.kind == "nobody" else 4.5 if ordered["to"] else 2.2
    if mention.kind != "nobody" and _WHO_WILL.match(text, after):
        return 3.7
    if _THANKED_AND.match(text, after):
        return 4.5
    if _RECEIVES.match(text, after):
        return 0.0
    return None if mention.kind == "nobody" else _as_asked(text, mention, before)


def _as_asked(text: str, mention: Mention, before: str) -> float | None:
    """The same for one whose name stands behind the asking: "asked the …", "delegated to …", "accepted by …"."""
    after = mention.end
    if mention.name and _TAKEN_UP_BY.search(before) and not is_member(mention.name):
        return 3.8
    if mention.kind in ("person", "post") and _CAN.search(before) and _DO.match(text, after):
        return 3.5
    if _DELEGATED_TO.search(before):
        return 4.0
    if (
        _ASKED.search(before)
        and not _FOR_AND_WILL.match(text, after)
        and (_TO if mention.kind == "single" else _TO_OR_IF).match(text, after)
    ):
        return 4.2
    if mention.kind in ("post", "person") and _INVITED_TO.search(before) and _TO_TELL.match(text, after):
        return 4.0
    if mention.kind in ("post", "person") and _LETTER_FROM.search(before):
        return 3.4
    if mention.kind in ("body", "single") and _SHOULD_BE.match(text, after):
        return 0.0
    return 3.4 if before.endswith("by ") and _is_done_by(mention, before) else None


def _is_done_by(mention: Mention, before: str) -> bool:
    """Whether "by" ends a passive of what is to be done, not of who spoke or how figures are cut."""
    if mention.kind not in ("person", "post", "body") or not _BY.search(before) or ACTED_BY.search(before):
        return False
    return mention.kind != "body" or not _CUT_BY.search(before)


def _as_subject(text: str, mention: Mention, before: str) -> float | None:
    """The same for one who may be the subject of the sentence; None where the mention is no such thing."""
    after = mention.end
    if mention.kind == "single" and not (_FIRST_NAME.match(text, after) and _THAT.search(before[-40:])):
        return None
    if _LIKES.match(text, after) or ASKS.match(text, after):
        return (
            3.0
            if _AND_WILL.match(text, after)
            and (not mention.name or not _CHAIR.match(mention.name))
            and not _other_between(text, after)
            else 0.0
        )
    if mention.name and _CHAIR.match(mention.name):
        return (
            3.4
            if _SELF.match(text, after)
            or _TO_DO.match(text, after)
            or (_THAT.search(before[-40:]) and _ORDER.match(text, after))
            else 0.0
        )
    if WILL.match(text, after) or _GLAD_TO.match(text, after):
        return 3.6
    if _THAT.search(before[-40:]) and _ORDER.match(text, after):
        return 3.3
    if mention.kind == "body":
        return 2.6 if _BODY_PROMISES.match(text, after) else None
    if mention.name and is_member(mention.name) and _OPINES.match(text, after):
        return 3.0 if _takes_on(text, after) else 0.0
    return 0.0 if _IS_TOLD.match(text, after) else _as_speaker(text, mention)


def _as_speaker(text: str, mention: Mention) -> float | None:
    """The same for one who speaks: what is said may be a promise, somebody else's promise, or neither."""
    after = mention.end
    opines = mention.kind == "pronoun" and _HOLDS.match(text, after)
    if (opines or _DOUBTS.match(text, after)) and not _takes_on(text, after):
        return 0.8
    if said := SAYS.match(text, after):
        promises = _PROMISES.search(text, said.end())
        if promises and _another_agrees(text, after, promises.start()):
            return 1.2
        return 3.0 if _PROMISES.search(text, after) or CONSENTS.match(text, after) else 1.2
    if _AND_WILL.match(text, after) and not _other_between(text, after):
        return 3.2
    if _WEAK.match(text, after):
        promises = _PROMISES.search(text, after, after + 60)
        return 3.0 if promises and not text.endswith(("it was ", "it is "), 0, promises.start()) else 0.8
    return None


def _takes_on(text: str, after: int) -> bool:
    """Whether one who speaks goes on to take it on: "said that he would ask", "was surprised and would write"."""
    if _SELF.match(text, after) or _TO_DO.match(text, after) or _WILL_BE_SENT.match(text, after):
        return True
    return _AND_WILL.match(text, after) is not None and not _other_between(text, after)


def _another_agrees(text: str, after: int, promise: int) -> bool:
    """Whether it is somebody else who promises: "Councillor Ash told of a fallen elm and the Head of Parks agreed to …"."""
    between = [
        m for m in mentions(text[after:promise]) if m.kind in ("person", "post") and after + m.end >= promise - 1
    ]
    return any(_AND_THE.search(text[after : after + m.start]) for m in between)


def _other_between(text: str, after: int) -> bool:
    """Whether somebody else comes in before the promise: "asked whether …, and the Head of Service said she would"."""
    promise = _AND_WILL.match(text, after)
    return promise is not None and any(
        m.kind in ("person", "post")
        for m in mentions(text[after : promise.end()])
        if m.start > 0 and re.search(r"\b(?:and|but)\s+(?:the\s+)?$", text[after : after + m.start])
    )

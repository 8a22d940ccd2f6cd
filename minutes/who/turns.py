"""Turns of phrase around a name: what was asked of somebody, promised by him, put to him, or only told him."""

import re

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
ORDERED = re.compile(
    rf"{_FILLER},?\s+(?:be|was|were|is|are|to\s+be|would\s+be)\s+(?:\w+ly\s+)?(?:asked|requested|instructed|tasked|authorised|urged|directed|recommended|encouraged|delegated|approached|charged|requested|required|called\s+(?:on|upon)|(?:appointed|nominated)(?=\s+to\s+(?:lead|chair|report|represent|attend|act|draft|speak|liaise|meet)\b))\b(?P<to>\s+(?:to|with|that)\b)?"
)
WILL = re.compile(
    rf"{_FILLER}(?:,?\s+(?:to|needs?\s+to|has\s+to|ought\s+to|will|would|shall|should|must|could|can|might|(?:is|was|are)\s+going\s+to|was\s+to|were\s+to|is\s+to|are\s+to)|[’'](?:d|ll))\s+(?:not\s+only\s+|also\s+|then\s+|therefore\s+|(?!be(?:\s*[.,;]|$|\s+(?!(?:able|happy|glad|pleased|willing|content|in\s+touch|\w+ing)\b|(?:more\s+than|very|only\s+too|quite)\s+(?:happy|glad|pleased|willing|content)\s+to\b)))[a-z])"
)
ORDER = re.compile(
    rf"{_FILLER},?\s+(?:do\s+|please\s+)?(?:and\s+[^,;.]{{3,60}}?\s)?(?:(?:{BARE})s?|have\s+(?:it|them|this|these|the|an?))\b"
)
# "was happy to", "had no objection": only with the promise close behind
WEAK = re.compile(
    rf"{_FILLER},?\s+(?:was|were|is|had|has|did(?:n[’']t)?|could(?:n[’']t)?|wasn[’']t|saw|went|found|felt|thought|considered|knows?|expected)\b(?!\s+(?:set|appointed|formed|established|invited)\b)"
)
AND_WILL = re.compile(
    rf"[^.;]{{0,120}}?\b(?:and|but)\s+(?:\w+ly\s+)?(?:was\s+(?:content|happy|prepared|willing|pleased)|(?:would|will)\s+(?:{BARE}|have|prefer\s+to|do\s+(?:so|this|that|it|likewise))|undertook|offered|agreed\s+to|promised)\b|"
    rf"\s+(?:to|would|will)\s+be\b[^.;]{{3,80}}?\band\s+(?:to\s+)?(?:{BARE})\b"  # "to be our voice there and to report back"
)
SAYS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|has|having)\s+)?(?:accepted|acknowledged|added|advised|agreed|apologised|assured|clarified|commented|concurred|confirmed|considered|conceded|explained|gave|indicated|informed|intimated|"
    r"noted|observed|offered|outlined|pledged|promised|recognised|remarked|replied|reported|responded|said|stated|told|took|undertook|volunteered|welcomed|knew|believed|"
    r"mentioned|committed|reminded|hoped|referred|answered|admitted|understood|declared|suspected|recalled|doubted)\b"
)
PROMISES = re.compile(
    r"\b(?:undertook|agreed\s+to|offered\s+to|would(?!\s+be\s+(?:very\s+|of\s+)?(?:interest|useful|helpful|instructive|good|better|welcome))|will|could|can|happy|pleased|glad|willing|content|prepared|committed|undertaking|commitment|accepted|took\s+(?:the|that|this)\s+point|took\s+\w+\s+(?:away|on\s+board)|"
    r"took\s+(?:this|that|it)\s+(?:away|up)|agreed|saw\s+no|no\s+(?:objection|difficulty|reason)|undertake|intended|intention|hoped\s+to|next\s+time|welcomed)\b"
)
ASKS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|also|then)\s+)*(?:asked|requested|enquired|inquired|queried|sought|wanted|wished|wondered|felt|suggested|proposed|questioned|moved|was\s+(?:keen|surprised|interested|concerned|of\s+the\s+view|of\s+the\s+opinion|anxious|disappointed)|"
    r"would\s+(?:like|welcome|be\s+(?:interested|grateful|glad\s+to\s+see|pleased\s+to\s+see)|have\s+liked)|pressed|recommended|thought|expressed|raised|drew|referred|pointed|urged|put\s+forward|called|considered)\b"
)
ASKED = re.compile(
    r"\b(?:ask|asked|asks|asking|request|requested|requests|requesting|instruct|instructed|instructs|urge|urged|urges|tasked|task|direct|directed|authorised?|encouraged|charged|"
    r"wants|would\s+like|over\s+to|one\s+for|press|pressed|urged|called\s+(?:up)?on|(?:was|be|is)\s+for|wanted|left\s+(?:it\s+)?(?:with|to|for|in\s+the\s+hands\s+of)|delegated\s+to|authority\s+to|be\s+delegated\s+to|up\s+to|(?:fell|falls|fall)\s+to|(?:possible|arrangements|arranged?|helpful|useful)\s+for|looked\s+to|turned\s+to)\s+(?:that\s+|to\s+)?$",
)
RECOMMEND_TO = re.compile(
    r"\b(?:recommend(?:s|ed|ation)?|referred|refer|commended|drawn\s+to\s+the\s+attention\s+of|made\s+to|attention\s+of|representations\s+to|passed\s+(?:on\s+)?to|to\s+recommend\s+to)\s+(?:to\s+)?$",
)
BY = re.compile(r"\b(?:be|been|being|was|were|is)\b[^.;]{2,160}\bby\s+$")
TAGGED = re.compile(
    r"(?:\bACTIONS?(?:\s+POINTS?)?|\bActions?(?:\s+[Pp]oints?)?|\bOwner|\bOfficer|\bLead|\bResponsible)\s*(?:[:–-]|by|for)\s*$"
)
FROM = re.compile(
    r"\b(?:sought|requested|receiving|receive|asked\s+for|awaited)\b[^.;]{0,60}\sfrom\s+$|\b(?:sought|obtained|received|requested|awaited|wanted|hear|answer|report|response|reply|briefing|presentation)\s+from\s+$"
)
THAT = re.compile(r"(?:\bthat|[.;:–-]|\([a-z0-9]{1,4}\)|\band|^\W*|\bfor|\bbut)\s*(?:the\s+)?$", re.IGNORECASE)
BELOW = re.compile(
    r"\b(?:at|with|to|of|for|from|in|on|between|into|about|than|by|as|asked|thanked|told|invite|inviting|invites|invited)\s+$"
)
# "invite Mr Ash and the Ramblers to meet"
INVITED = re.compile(r"\b(?:invit(?:e|es|ed|ing)\b[^.;]{0,60}?\band|get)\s+$")
FIRST_NAME = re.compile(
    rf"\s+(?:will|would|to\s+(?:{BARE})|agreed|accepted|undertook|offered|promised|said|explained|confirmed|advised|reported|replied|answered|apologised)\b"
)
FIRST_VERB = re.compile(
    r"\s+(?:will|would|to|agreed|undertook|offered|promised|said|explained|confirmed|advised|reported|accepted|replied|answered|apologised|(?:had|has)(?!\s+been\b)|is|was|did|could|felt|thought|hoped|asked|raised|mentioned|shared|showed|took|gave)(?:n[’']t)?\b"
)
SELF = re.compile(
    rf"{_FILLER}\s+(?:\w+\s+){{0,4}}?(?:(?:agreed|undertook|offered|happy|willing|pleased|content|prepared)(?:,[^,.;]{{3,50}},)?\s+to\s+(?:{BARE})|(?:(?:that\s+)?(?:he|she)\s+)?(?:would|will)\s+(?:{BARE}|be\s+(?:writing|speaking|raising|taking|happy\s+to|pleased\s+to)))\b"
)
CONSENTS = re.compile(
    r"\s+(?:(?:will|would)(?=[.;]|$)|accepted|agreed|apologised|consented|concurred|nodded|(?:was|were)\s+(?:happy|content|glad|pleased|willing)|had\s+no\s+(?:difficulty|objection|problem)|(?:could\s+see|saw)\s+no\s+\w+|"
    r"did\s+not\s+see\s+why\s+not|did(?:n[’']t|\s+not)\s+object|took\s+(?:the|that|this)\s+point|thought\s+(?:that\s+)?(?:this|that|it)\s+(?:was\s+(?:fair|reasonable)|could)|(?:said|replied|confirmed|answered)\s+(?:that\s+)?(?:it|this|that|these|they|he|she)\s+(?:would|could|will|(?:was|were)\s+(?:possible|fine|in\s+order|no\s+(?:problem|trouble))))\b"
)
# what a member says of a thing without taking it on: "Councillor Ash thought that the report should show …"
OPINES = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|also)\s+)*(?:accepted(?!\s+(?:an?|the)\s+(?:action|task))|added|agreed(?!\s+to\b)|appreciated|believed|commented|considered|disliked|doubted|expected|felt|found|had|hoped|knew|mentioned|noted|observed|recalled|"
    r"referred|reminded|remarked|said|saw|stated|supported|thought|told|understood|was|welcomed|were|would\s+(?:rather|sooner|love|find|never))\b"
)
DOUBTS = re.compile(rf"{_FILLER},?\s+(?:doubted|suspected|believed|regretted|recalled|feared)\b")
WHO_WILL = re.compile(
    r",?\s+who\s+(?:(?:then|duly|kindly)\s+)?(?:would|will|undertook|agreed\s+to|offered\s+to|promised|was\s+to|is\s+to)\b(?!\s+(?:be\s+\w+(?:ed|ing|t|n)|receive|get|hear|have)\b)"
)
THANKED_AND = re.compile(r"\s+be\s+thanked\b[^.;]{0,60}?\band\s+(?:be\s+)?(?:asked|requested)\s+to\b")
HOLDS = re.compile(rf"{_FILLER},?\s+(?:thought|felt|considered|hoped|suggested)\b")
WILL_BE_SENT = re.compile(
    rf"{_FILLER},?\s+(?:said|stated|told|added)\b[^.;]{{3,80}}?\b(?:would|will)\s+be\s+(?:sent|provided|circulated|supplied|e-?mailed|shared|brought|reported|published|given|made\s+available|looked\s+(?:at|into)|done|arranged|prepared|submitted|with\s+(?:members|him|her|them))\b",
    re.IGNORECASE,
)
TAKEN_UP_BY = re.compile(
    r"(?:\b(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]hese|[Ww]hich|(?:request|suggestion|proposal|point|idea)s?)\s+(?:was|were)\s+(?:also\s+|readily\s+|duly\s+)?(?:accepted|agreed(?:\s+to)?|taken\s+(?:on\s+board|up|away)|noted\s+for\s+action)\s+by|"
    r"\bno\s+(?:objection|difficulty|problem)s?\b[^.;]{0,30}\sfrom)\s+$"
)
# how figures are cut, not who cuts them: "broken down by District Electoral Area"
CUT_BY = re.compile(
    r"\b(?:broken\s+down|split|analysed|listed|sorted|shown|given|grouped|set\s+out|separated|ranked|figures|breakdown)\s+by\s+$"
)
# whoever only gets what is sent: "TW would have it by Friday", "Members would get the list"
RECEIVES = re.compile(
    r"\s+(?:would|will|should|could|might|may|can|is\s+to|was\s+to|to)\s+(?:receive\b|hear\b|have\s+sight\s+of\b|"
    r"(?:get|have)\s+(?:it|them|these|those|that|this|one|an?\s+(?:copy|answer|reply|note|response)|the\s+\w+)(?:\s+(?:by|within|before|in|at|as|when|on|tomorrow|this|next|soon)\b|[.,;]|$))"
)
NOTE_FROM = re.compile(
    r"^\W*(?:[\w-]+\s+){0,5}(?:draft|paper|note|update|figures|data|list|presentation|information|briefing|details|plan|proposals?|summary|item)\s+from\s+$",
    re.IGNORECASE,
)
FOR = re.compile(r"(?:\s\([^)]{2,60}\))?\s+for\b")
TO_ASK = re.compile(r"\b(?:to|would|will)\s+(?:ask|request|invite|urge)\s+(?:that\s+)?(?:the\s+)?$")
TO_DO = re.compile(rf"{_FILLER}\s+to\s+(?:{BARE})\b")
CHAIR = re.compile(r"(?:vice[- ])?(?:chair\w*|convener)\b", re.IGNORECASE)
ACTED_BY = re.compile(
    r"\b(?<!be )(?<!being )(?:made|observed|asked(?:\s+for)?|called\s+for|noted|said|suggested|raised|requested|proposed|seconded|moved|commented|queried|welcomed|accepted|supported|endorsed|agreed|chaired|presented|submitted)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
SHOULD_BE = re.compile(r"\s+(?:should|ought\s+to|to|is\s+to)?\s*be\b")  # a subject, not somebody told to act
GLAD_TO = re.compile(r"\s+(?:happy|glad|content|pleased|willing)\s+to\b")  # of notes: "RT happy to forward it"
LIKES = re.compile(
    r"\s+would\s+(?:(?:also|very\s+much|certainly|all|really)\s+)*(?:like|love|welcome|have\s+(?:liked|preferred|welcomed|wanted|expected|hoped|thought|been|had)\b|expect|prefer(?!\s+to\s+(?:check|confirm|verify|look|find|write|send))|appreciate|be\s+(?:(?:very|most|particularly)\s+)?(?:interested|grateful|useful|looking\s+for|glad\s+to\s+(?:see|know)|pleased\s+to\s+(?:see|know)))\b"
)
PRESENTS = re.compile(
    r"(?:,|\))?\s+(?:then\s+|also\s+|jointly\s+)?(?:introduced|presented|submitted|gave\s+(?:a|an|the)\s|updated|outlined|took\s+(?:the|members|Members)\b|spoke\s+to|provided\s+an?\s+(?:update|overview|introduction)|"
    r"reported\s+(?:on|that)|summarised|circulated|talked|shared|tabled|delivered)"
)
BODY_PROMISES = re.compile(r"\s+(?:ha[ds]\s+)?(?:agreed\s+to|undertook|offered\s+to)\b")
# "what the Mayor had said"
AS_BY, HAD = re.compile(r"\b(?:what|as|which|whom)\s+$"), re.compile(r"\s+(?:had|would\s+have)\b")
AWAITED = re.compile(r"\b(?:chased|awaited|outstanding|overdue)\b")
INVITED_TO = re.compile(r"\binvit(?:e|es|ed|ing)\s+$")
CAN = re.compile(r"(?:^|[.;:]\s+)\W*(?:Can|Could|Will|Would)\s+$")  # "Can Nick check this?"
DO = re.compile(rf"\s+(?:please\s+)?(?:{BARE})\b")
TO_TELL = re.compile(rf"\s+to\s+(?!attend|ask|go|meet|visit|speak|talk|take|lead|share|consider)(?:{BARE})\b")
LETTER_FROM = re.compile(r"\b(?<!the )letters?\b[^.;]{0,40}\bfrom\s+$")
DELEGATED_TO = re.compile(r"\bdelegat(?:e|ed|es|ing)\s+(?:authority\s+)?to\s+$")
# "asked her for it and would look"
FOR_AND_WILL = re.compile(r"\s+for\b[^.;]{2,60}?\band\s+(?:would|will|undertook|agreed\s+to)\b")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er)\s+$")
CROWD_WILL = re.compile(r"(?:\s+\w+)?\s+(?:agreed\s+to|undertook|offered\s+to|promised|would|will|to)\b")
# whoever is only told or thanked: "Councillor Ash was informed that a list would be sent"
IS_TOLD = re.compile(
    r"\s+(?:was|were|is|are|had\s+been)\s+(?:told|informed|advised|assured|sent|given|thanked|reminded|congratulated|promised)\b(?![^.;]{0,90}?\b(?:and|but)\s+(?:would|will|agreed|undertook|offered|asked|requested)\b)"
)
AND_THE = re.compile(r"\b(?:and|but|which|whereupon)\s+(?:the\s+)?$|,\s+(?:and|but|which)\s+(?:the\s+)?$")
TO, TO_OR_IF = re.compile(r"\s+to\b"), re.compile(r"[^.;]{0,80}?\b(?:to|for|if|that|with)\b|\s*[.;]?$")

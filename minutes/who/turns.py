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
_FILLER = r"(?:\s*\([^)]{1,80}\)|\s[–-]\s[^–.;]{3,60}\s[–-]|\s+(?:of|from|at|in)\s+(?:the\s+)?[\w’&-]+(?:\s+[\w’&-]+){0,3}?)?(?:\s+for\s+(?:his|her|its|their)\s+part)?(?:,(?!\s+(?:and|who\s+asked))[^,.;]{2,90},)?(?:\s+(?:also|then|therefore|further|\w+ly|himself|herself|again|now|in\s+(?:reply|response|consultation\s+with\s+[^,]{3,50},?)|had))*"
ORDERED = re.compile(
    rf"{_FILLER},?\s+(?:be|was|were|is|are|to\s+be|would\s+be)\s+(?:\w+ly\s+)?(?:asked|requested|instructed|tasked|authorised|urged|directed|recommended|encouraged|delegated|approached(?=\s+to\b)|charged|requested|required|called\s+(?:on|upon)|(?:appointed|nominated)(?=\s+to\s+(?:lead|chair|report|represent|attend|act|draft|speak|liaise|meet)\b))\b(?P<to>\s+(?:to|with|that)\b)?"
)
# "Mr Oak was told to lodge an objection", "the Clerk was left to find a date"
LEFT_TO = re.compile(
    rf"{_FILLER},?\s+(?:be|was|were|is|are|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:told|left|reminded|pressed|begged|bidden|deputed|detailed|commissioned|mandated|entrusted|chosen|designated|persuaded|sent\s+(?:away|back|off)|invited(?=\s+to\s+(?:do\s+so|share|send|supply|submit|report|write|provide|circulate)\b)|given\s+the\s+(?:task|job)|allowed\s+until\b[^.;]{{3,40}})"
    r"\s+(?:to|of|with)\s+(?!(?:the|an?|that|what|how|be)\b)[a-z]"
)
# a promise in a noun, or in another verb than "will": "gave her word that", "extended an invitation", "volunteered to"
PLEDGES = re.compile(
    rf"{_FILLER},?\s+(?:[^.;,]{{3,50}}?\s+and\s+)?(?:\w+ly\s+)?(?:(?:gave|made|offered|extended|issued|repeated|renewed)\s+(?:\w+\s+)?(?:an?|his|her|its|their|the|every|that)\s+(?:\w+\s+)?(?:assurance|undertaking|promise|word|commitment|pledge|guarantee|invitation|offer)s?\b"
    rf"|(?:volunteered|proposed|intended|promised|pledged|offered|undertook|agreed|meant)\s+to\s+(?!(?:the|be)\b)[a-z]|volunteered\s*(?:[.;]|$)|(?:was|were|is|are)\s+going\s+to\s+(?!be\b)[a-z]"
    r"|took\s+(?:it\s+(?:up)?on\s+(?:himself|herself)|up\s+(?:the|his|her|this|that)\s+(?:\w+\s+)?(?:offer|task|suggestion|invitation|challenge))\b|saw\s+to\s+it|invited\s+(?:members|councillors|them|him|her|the\s+(?:two|three|committee|panel|board|group|commission)|(?:the\s+)?[A-Z]\w+)\b[^.;]{0,60}?\bto\s+[a-z]|gave\s+way\b(?!\s+to\b)|relented\b|sent\s+word\b|(?:still\s+)?owe[sd]\s+(?:it|them|(?:the\s+)?[A-Z]\w+|members)\b)"
)
WILL = re.compile(
    rf"(?!\s+(?:(?:had|has|have)\s+(?:only|but)\s+to|only\s+ha[ds]\s+to|need(?:ed|s)?\s+only)\b){_FILLER}(?:,?\s+(?:to|needs?\s+to|has\s+to|ought\s+to|will|would|shall|should|must|could|can|might|(?:is|was|are)\s+going\s+to|was\s+to|were\s+to|is\s+to|are\s+to)|[’'](?:d|ll))(?:,\s[^,.;]{{3,60}},)?\s+(?:not\s+only\s+|also\s+|then\s+|therefore\s+|(?!not\b|be(?:\s*[.,;]|$|\s+(?!(?:able|happy|glad|pleased|willing|content|in\s+touch|\w+ing)\b|(?:more\s+than|very|only\s+too|quite)\s+(?:happy|glad|pleased|willing|content)\s+to\b)))[a-z])"
)
ORDER = re.compile(
    rf"(?!\s+put\s+(?:an?|the|this|his|her|that|it)\s+(?:question|query|point|case|view|motion|matter|to)\b){_FILLER},?\s+(?:do\s+|please\s+)?(?:and\s+[^,;.]{{3,60}}?\s)?(?:(?:{BARE})s?|have\s+(?:it|them|this|these|the|an?))\b"
)
# any verb in its bare form behind "that": "that the Head of Parks furnish the Committee with"
SUBJUNCTIVE = re.compile(
    rf"{_FILLER},?\s+(?!\w+(?:ed|s|ing|ly)\s)(?!(?:and|or|but|in|on|at|of|for|to|from|by|with|as|than|about|into|over|under|after|before|during|if|when|while|where|who|whom|whose|which|that|because|since|not|be|been|would|will|could|can|"
    r"should|shall|may|might|must|had|have|did|do|went|came|took|gave|told|said|thought|felt|found|knew|saw|made|got|kept|left|led|lost|met|meant|brought|bought|caught|sought|taught|built|sent|spent|spoke|wrote|drew|held|heard|stood|"
    r"understood|became|began|ran|rose|fell|grew|threw|shown|then|now|also|too|there|here|so|yet|both|alone|either|member|members|officers?|team|who)\b)(?P<verb>[a-z]{3,})\s+(?:the|an?|any|all|this|these|that|those|its|their|his|her|it|them|to|with|members|officers|[A-Z][\w’]+|\d+)\b"
)
# "that Councillor Ash be the Panel's lead and meet the provider"
BE_OUR = re.compile(
    rf"{_FILLER}\s+be\s+(?:the|an?|its|their|our)\s[^.;,]{{0,50}}?\b(?:lead|representative|voice|champion|link|nominee|contact|observer|spokes\w+)\b"
)
GLAD_IF = re.compile(r"\b(?:glad|grateful|pleased|helpful|useful|good|obliged|appreciate\s+it|like\s+it)\s+if\s+$")
MIGHT_DO = re.compile(
    rf"{_FILLER}\s+(?:could|would|might|were\s+to|\w+ed|came|gave|sent|wrote|brought|made|let|put|took|got|told|spoke|met)\b"
)
SO_THAT = re.compile(
    r"(?:\b[Tt]hat(?:,?\s+(?:in\s+(?:the\s+)?(?:meantime|future|addition)|meantime|meanwhile|thereafter|from\s+now\s+on|next\s+time|where\s+possible),?)?|\([a-z0-9]{1,4}\)|^\W*That,[^.;]{3,120},)\s*(?:the\s+)?$"
)
# "was happy to", "had no objection": only with the promise close behind
WEAK = re.compile(
    rf"{_FILLER},?\s+(?:was|were|is|had|has|would(?=\s+not\s+(?!mind|object|have\s+to|be\s*[.;]))|did(?:n[’']t)?|could(?:n[’']t)?|wasn[’']t|saw|went|found|felt|thought|considered|knows?|expected)\b(?!\s+(?:set|appointed|formed|established|invited)\b)"
)
# any verb with an object that somebody may be, but what things do and what is only wished
_DOES_TO = (
    r"(?!(?:be|cost|save|need|require|mean|affect|allow|help|benefit|lose|miss|suit|welcome|like|love|want|wish|prefer|appreciate|favour|support|see|have|expect|hope|leave|mind|regret|oppose|resist|deplore|enable|cause|cover)\b)"
    r"[a-z]{3,}\s+(?:the|an?|his|her|their|them|him|it|this|that|these|those|members|[A-Z]\w+)"
)
AND_WILL = re.compile(
    rf"[^.;]{{0,120}}?\b(?:and|but)\s+(?:\w+ly\s+)?(?:was\s+(?:content|happy|prepared|willing|pleased)|did\s+not\s+see\s+why\b|(?:had|saw|could\s+see)\s+no\s+(?:difficulty|objection|problem|reason|harm)\b|(?:would|will)\s+(?:{BARE}|be\s+\w+ing|be\s+in\s+touch|have|{_DOES_TO}|prefer\s+to|do\s+(?:so|this|that|it|likewise))|undertook|offered|agreed\s+to|promised|(?:expected|intended|proposed|planned)\s+to)\b|"
    rf"\s+(?:to|would|will)\s+be\b[^.;]{{3,80}}?\band\s+(?:to\s+)?(?:{BARE})\b"  # "to be our voice there and to report back"
)
SAYS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|has|having)\s+)?(?:accepted|acknowledged|added(?!\s+(?:it|this|them|these)\s+to\b)|advised|agreed|apologised|assured|clarified|commented|concurred|confirmed|considered|conceded|explained|gave|indicated|informed|intimated|"
    r"noted|observed|offered|outlined|pledged|promised|recognised|remarked|replied|reported|responded|said|stated|told|took|undertook|volunteered|welcomed|knew|believed|"
    r"mentioned|committed|reminded|hoped|referred|answered|admitted|was\s+(?:\w+\s+)?(?:mortified|embarrassed|apologetic|horrified)|understood|declared|suspected|recalled|doubted)\b"
)
PROMISES = re.compile(
    r"\b(?:undertook|agreed\s+to|offered\s+to|would(?!\s+(?:like|love|want|wish|prefer|rather|sooner|welcome|have\s+liked)\b|\s+be\s+(?:very\s+|of\s+)?(?:interest|useful|helpful|instructive|good|better|welcome))|will|could|can|happy|pleased|glad|willing|content|prepared|committed|undertaking|commitment|accepted|took\s+(?:the|that|this)\s+point|took\s+\w+\s+(?:away|on\s+board)|"
    r"took\s+(?:this|that|it)\s+(?:away|up)|agreed|saw\s+no|no\s+(?:objection|difficulty|reason)|undertake|intended|intention|hoped\s+to|next\s+time|welcomed)\b"
)
ASKS = re.compile(
    rf"{_FILLER},?\s+(?:(?:had|also|then)\s+)*(?:asked|requested|enquired|inquired|queried|sought|wanted|wished|wondered|felt|suggested|proposed|questioned|moved|did(?:\s+not|n[’']t)\s+(?:want|wish)\b(?!\s+to\b)|was\s+(?:keen|surprised|interested|concerned|of\s+the\s+view|of\s+the\s+opinion|anxious|disappointed)|"
    r"would\s+(?:like|welcome|be\s+(?:interested|grateful|glad\s+to\s+see|pleased\s+to\s+see)|have\s+liked)|pressed|recommended|thought|expressed|raised|drew|referred|pointed|urged|put\s+(?:forward|in\s+an?\s+\w+\s+for)|called|considered)\b"
)
ASKED = re.compile(
    r"\b(?:ask|asked|asks|asking|request|requested|requests|requesting|instruct|instructed|instructs|urge|urged|urges|tasked|task|direct|directed|authorised?|encouraged|charged|"
    r"wants|would\s+like|over\s+to|one\s+for|press|pressed|urged|called\s+(?:up)?on|put\s+it\s+to|(?:was|be|is)\s+for|wanted|left\s+(?:it\s+)?(?:with|to|for|in\s+the\s+hands\s+of)|delegated\s+to|authority\s+to|be\s+delegated\s+to|up\s+to|(?:fell|falls|fall)\s+to|(?:possible|arrangements|arranged?|helpful|useful)\s+for|looked\s+to|turned\s+to)\s+(?:that\s+|to\s+)?$",
)
RECOMMEND_TO = re.compile(
    r"\b(?:recommend(?:s|ed|ation)?|referred|refer|commended|drawn\s+to\s+the\s+attention\s+of|made\s+to|attention\s+of|representations\s+to|passed\s+(?:on\s+)?to|to\s+recommend\s+to)\s+(?:to\s+)?$",
)
REPORT_TO = re.compile(r"\breports?\b[^.;]{0,60}\smade\s+to\s+$")  # whoever gets it has nothing to do
BY = re.compile(r"\b(?:be|been|being|was|were|is)\b[^.;]{2,160}\bby\s+$")
TAGGED = re.compile(
    r"(?:\bACTIONS?(?:\s+POINTS?)?|\bActions?(?:\s+[Pp]oints?)?|\bOwner|\bOfficer|\bLead|\bResponsible)\s*(?:[:–-]|by|for)\s*$"
)
FROM = re.compile(
    r"\b(?:sought|requested|receiving|receive|asked\s+for|awaited)\b[^.;]{0,60}\sfrom\s+$|\b(?:sought|obtained|received|requested|awaited|wanted|hear|answer|report|response|reply|briefing|presentation)\s+from\s+$"
)
THAT = re.compile(
    r"(?:\bthat(?:,?\s+(?:in\s+(?:the\s+)?(?:meantime|future|addition)|meantime|meanwhile|thereafter|from\s+now\s+on|next\s+time|where\s+possible),?)?|[.;:–-]|\([a-z0-9]{1,4}\)|\band|^\W*|\bfor|\bbut)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
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
    r"(?:\s+of\s+the\s+\w+)?(?:,|\s[–-])?\s+who\s+(?:(?:then|duly|kindly)\s+)?(?:would|will|was\s+(?:ready|happy|willing|glad|content|prepared)\s+to|undertook|agreed\s+to|offered\s+to|promised|was\s+to|is\s+to)\b(?!\s+(?:be\s+\w+(?:ed|ing|t|n)|receive|get\b(?!\s+(?:the\s+)?[A-Z])|hear|have)\b)"
)
# "gave way to Miss Elm, who said that it would be ready by June"
WHO_SAID = re.compile(
    r",?\s+who\s+(?:said|explained|confirmed|replied|answered|promised|thought|told\s+\w+)\b[^.;]{0,60}?\b(?:would|could|will)\b"
)
THANKED_AND = re.compile(
    rf"{_FILLER}\s+(?:(?:would|will|should|to)\s+)?(?:be|was|is)\s+(?:thanked|reminded|congratulated|contacted|chased|told)\b[^.;]{{0,60}}?\band\s+(?:be\s+)?(?:asked|requested|told)\s+to\b"
)
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
    r"\s+(?:would|will|should|could|might|may|can|is\s+to|was\s+to|to)\s+(?!get\s+(?:it|them|this|that|these|those)\s+to\b)(?:receive\b|hear\b|have\s+sight\s+of\b|"
    r"(?:get|have)\s+(?:it|them|these|those|that|this|one|an?\s+(?:copy|answer|reply|note|response)|(?:the|his|her|their)\s+\w+)(?:\s+(?:by|within|before|in|at|as|when|on|to|from|tomorrow|this|next|soon|and\s+welcome)\b|[.,;]|$))"
)
NOTE_FROM = re.compile(
    r"^\W*(?:[\w-]+\s+){0,5}(?:draft|paper|note|update|figures|data|list|presentation|information|briefing|details|plan|proposals?|summary|item)\s+from\s+$",
    re.IGNORECASE,
)
FOR = re.compile(r"(?:\s\([^)]{2,60}\))?\s+for\b")
TO_ASK = re.compile(r"\b(?:to|would|will)\s+(?:ask|request|invite|urge)\s+(?:that\s+)?(?:the\s+)?$")
TO_DO = re.compile(rf"{_FILLER}(?:\s+(?:was|is|were|are))?\s+to\s+(?:{BARE})\b")
# of a chair, whose wishes are asks: "would drop them a line", and not "would see it as a slight"
WOULD_DO = re.compile(
    r"\s+(?:would|will)\s+(?!be\b(?!\s+(?:having|writing|speaking|taking|raising|asking|seeing|making|sending))|see\b|have\b|not\b|only\b|rather\b|hope\b|urge\b|encourage\b|hear\b|expect\b)[a-z]"
)
CHAIR = re.compile(r"(?:vice[- ])?(?:chair\w*|convener)\b", re.IGNORECASE)
ACTED_BY = re.compile(
    r"\b(?<!be )(?<!being )(?:made|observed|asked(?:\s+for)?|called\s+for|noted|said|suggested|raised|requested|proposed|seconded|moved|invited|taken\s+up\s+on\s+(?:it|this|that)|commented|queried|welcomed|accepted|supported|endorsed|agreed|chaired|presented|submitted)(?:\s+(?:before|at|on|in|during|earlier|previously|last|again)\b[^,.;]{0,30})?\s+by\s+(?:the\s+)?$|\b(?:pressed|questioned|challenged|prompted|reminded|urged)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
OFFERS_TO = re.compile(
    r"\s+(?:offer|promise|undertaking|readiness|willingness|commitment|assurance|pledge|agreement|intention)\s+(?:to|that)\b"
)
SHOULD_BE = re.compile(r"\s+(?:should|ought\s+to|to|is\s+to)?\s*be\b")  # a subject, not somebody told to act
GLAD_TO = re.compile(r"\s+(?:happy|glad|content|pleased|willing)\s+to\b")  # of notes: "RT happy to forward it"
LIKES = re.compile(
    r"(?:\s+would|[’']d)\s+(?:(?:also|very\s+much|certainly|all|really|still|always|dearly|much)\s+)*(?:like|love|want|wish|dearly|rather|sooner|welcome|favour|hope|have\s+(?:liked|preferred|welcomed|wanted|expected|hoped|thought|been|had)\b|expect|prefer(?!\s+to\s+(?:check|confirm|verify|look|find|write|send))|appreciate|find\s+it\s+(?:\w+ly\s+)?(?:helpful|useful|instructive|interesting|easier|odd|hard)|be\s+(?:(?:very|most|particularly)\s+)?(?:interested|grateful|useful|sorry|astonished|surprised|disappointed|looking\s+for|glad\s+to\s+(?:see|know)|pleased\s+to\s+(?:see|know)))\b"
)
PRESENTS = re.compile(
    r"(?:,|\))?\s+(?:then\s+|also\s+|jointly\s+)?(?:introduced|presented|submitted|gave\s+(?:a|an|the)\s|updated|outlined|took\s+(?:the|members|Members)\b|spoke\s+to|provided\s+an?\s+(?:update|overview|introduction)|"
    r"reported\s+(?:on|that)|summarised|circulated|talked|shared|tabled|delivered)"
)
BODY_PROMISES = re.compile(r"\s+(?:ha[ds]\s+)?(?:agreed\s+to|undertook|offered\s+to)\b")
# "what the Mayor had said"
WHAT, SAID = re.compile(r"\bwhat\s+$"), re.compile(r"\s+(?:said|says|thought|wanted)\b")
AS_BY = re.compile(r"\b(?:what|as|(?<!to )which|whom)\s+$")
HAD = re.compile(
    r"\s+(?:had|would\s+have\s+(?:\w+ed|been|had|done|said|known|seen|got|gone|made|given|taken|put|told|thought|left|found|it))\b"
)
AWAITED = re.compile(r"\b(?:chased|awaited|outstanding|overdue)\b")
INVITED_TO = re.compile(r"\binvit(?:e|es|ed|ing)\s+$")
CAN = re.compile(r"(?:^|[.;:]\s+)\W*(?:Can|Could|Will|Would)\s+$")  # "Can Nick check this?"
DO = re.compile(rf"\s+(?:please\s+)?(?:{BARE})\b")
TO_TELL = re.compile(rf"\s+to\s+(?!attend|ask|go|meet|visit|speak|talk|take|lead|share|consider)(?:{BARE})\b")
LETTER_FROM = re.compile(r"\b(?<!the )letters?\b[^.;]{0,40}\bfrom\s+$")
DELEGATED_TO = re.compile(
    r"\bdelegat(?:e|ed|es|ing)\s+(?:(?:authority|powers?)\s+)?(?:(?:be\s+|is\s+|was\s+)?(?:given|granted)\s+)?to\s+$"
)
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
# what an officer thinks can be done is as good as a promise: "Ms Reed thought the list could be loaded by June"
THINKS_IT_CAN = re.compile(
    r"\s+(?:thought|felt|believed|considered)\s+(?:that\s+)?[^.;]{3,60}?\b(?:(?:could|would|might|can)\s+be\s+(?:\w+ed\b|done|sent|got|put|made|given|found|brought|no\s+(?:great\s+|real\s+)?(?:labour|trouble|difficulty|bother|problem|hardship)))"
    r"|\s+(?:thought|felt|believed|considered)\s+(?:that\s+)?(?:(?:he|she)\s+(?:could|might|would)\s+(?!not\b|have\b|be\b)[a-z]|(?:members|they|the\s+[A-Z]\w+)\s+should\s+(?:see|have|know|be\s+(?:told|shown|given|sent)))"
    r"|\s+suggested\s+(?:that\s+)?they\s+(?:look|meet|speak|talk|visit|walk)\b"
    r"|\s+(?:thought|felt|believed|considered)\s+(?:that\s+)?(?:this|that|it|they|these)\s+(?:would|should|need|ought|could)\s+not\s+(?:to\s+)?(?:be|prove|take|present|cause)\s+(?:too\s+|very\s+|unduly\s+|over\w*\s+|any\s+|much\s+|a\s+)?(?:difficult\w*|hard|long|taxing|onerous|trouble\w*|burden\w*|laborious|problem|work|effort|beyond)\b"
)
# the speaker named behind or amid the words: "…, the Clerk said.", "This, Ms Reed granted, was …"
SAID_SO = re.compile(
    r"\s+(?:said|granted|conceded|added|replied|promised|confirmed|advised|reported|explained|assured\s+\w+|admitted|answered|undertook|offered)\s*(?:[,.;]|$)"
)
ONLY_ONCE = re.compile(
    r"\b(?:once|unless|until|till|after|provided(?:\s+that)?|assuming(?:\s+that)?|as\s+soon\s+as|subject\s+to)\s+(?:the\s+)?$"
)
# "Members would have the figures from the Clerk", "an answer was to come from the Director"
COMES_FROM = re.compile(
    r"\b(?:would|will|could|should|can|to)\s[^.;]{0,60}?\b(?:hear|have|get|receive|expect|come|follow|be\s+sent|be\s+given|be\s+had)\b[^.;]{0,60}\sfrom\s+$"
)
REFERRED_TO = re.compile(
    r"\b(?:[Rr]efer(?:red|s)?|[Pp]ass(?:ed)?|[Rr]emit(?:ted)?|[Ss]end|[Ss]ent|[Pp]ut)\s[^.;]{3,60}?\s(?:on\s+)?to\s+$"
)
FOR_ANSWER = re.compile(
    r"\s+for\s+(?:(?:an?|his|her|their|the)\s+)?(?:\w+\s+)?(?:comment|response|reply|action|answer|attention|investigation|report)s?\b|,?\s+to\s+be\s+(?!told\b)\w+(?:ed|t|n)\b"
)
# "the Head of Parks did not have it, but the Tree Officer would."
BUT = re.compile(r"\b(?:but|although|though|and)\s+(?:the\s+)?$")
DOES_SO = re.compile(rf"{_FILLER}\s+(?:would|will|could|did|had)\s*(?:[.;]|$)|\s+(?:would|will),\s")
# "It was for the Chief Executive to decide": whose business it is, not what he is asked
IS_FOR = re.compile(r"\b(?:was|is|be)\s+(?:a\s+(?:matter|question)\s+)?for\s+$")
TO_JUDGE = re.compile(rf"{_FILLER}\s+to\s+(?:decide|say|judge|determine|settle|make\s+up)\b")
# what an officer says who lets himself be asked: "had no objection", "did not see why every Member should not have one"
SEES_NO_BAR = re.compile(
    rf"{_FILLER},?\s+(?:acceded|assented|said\s+yes|(?:had|saw|raised|found|felt|could\s+see|could\s+find|knew\s+of)\s+no\s+(?:\w+\s+)?(?:difficulty|objection|quarrel|problem|reason|harm|bar|obstacle|trouble)s?\b"
    r"|(?:did\s+not|didn[’']t|could\s+not)\s+(?:object|demur|see\s+why\b[^.;]{0,80}?\bnot)\b|(?:was|were)\s+not\s+(?:averse|opposed)\b)"
)
# whoever is told that he may: "told the Chair that she might try again"
TOLD_THAT = re.compile(r"\b(?:told|reminded|assured|informed|advised|promised)\s+(?:the\s+)?[^.;,]{3,50}?\s+that\s+$")
TOLD_HE = re.compile(r"\b(?:was|were)\s+(?:told|assured|informed|advised|promised)\s+that\s+$")
COULD_BE = re.compile(r"\s+(?:might|may|could|should)\s+be\b")
MAY = re.compile(r"\s+(?:might|may|could|should|need|had\s+only)\b")
# whoever is met, rung or known: "knew their Leader and would have a word"
OBJECT_OF = re.compile(
    r"\b(?:knew|knows|met|saw|rang|phoned|telephoned|informed|reminded|assured|advised|congratulated|consulted|contacted|chased|lobbied|replaced|joined|welcomed|thanked|questioned|pressed|urged|expected|feared)\s+$"
)
# whoever is only helped: "that the Officer help the Trust to draw up a plan"
HELPED = re.compile(
    r"\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?)\s+$"
)
IF = re.compile(r"\b(?:if|unless|whether|should|where|when)\s+$", re.IGNORECASE)
# what is done on the spot, so that something will be: "pencilled this in for June"
NOTES_DOWN = re.compile(
    rf"{_FILLER}\s+(?:pencill?ed\s+(?:it|this|that|them|one|[^.;,]{{3,40}})\s+in\b|(?:made|took)\s+a\s+note(?:\s+(?:of|to)\b|\s*[.;]|$)|took\s+(?:down|the\s+(?:details|address|name|number))\b|(?:noted|wrote|jotted)\s+(?:it|this|that|them|these)\s+down\b)"
)
# who rather answers later: "would rather sleep on it", "would sooner reply in writing"
RATHER_LATER = re.compile(
    r"\s+would\s+(?:rather|sooner|prefer\s+to)\s+(?:check|sleep|think|look|go\s+away|find|consult|come\s+back|answer|reply|write|put\s+it\s+in\s+writing)\b"
)
# what a member waits for: "would see what it said", "could name a dozen"
WAITS = re.compile(
    r"\s+(?:would|will)\s+(?:see\s+(?:what|how|whether|if)|wait|await|think|consider)\b|\s+could\s+(?:name|think|see|not)\b"
)
# "the undertaking of the Auditor that", "require of the Chief Nurse a reply"
OFFER_OF = re.compile(r"\b(?:undertaking|offer|promise|assurance|commitment|pledge)\s+(?:of|by|from|given\s+by)\s+$")
ASKED_OF = re.compile(r"(?<!the )\b(?:[Rr]equire[sd]?|[Dd]emand(?:s|ed)?|[Aa]sk(?:s|ed)?|[Rr]equest(?:s|ed)?)\s+of\s+$")
THAT_OR_TO = re.compile(r"\s+(?:that|to)\b")
INVITED_BY = re.compile(r"\binvited\s+by\s+$")
# "Ms Elm laughed and said that it would be put right"
AND_SAID = re.compile(
    r"\s+(?:had\s+|was\s+)?(?!(?:asked|requested|wondered|would|will)\b)[a-z]+\b[^.;,]{0,60}?\s+and\s+(?:said|stated|explained|replied|promised|confirmed|advised|answered)\b"
)
# "PK sits on the group and was asked to use that"
AND_ASKED = re.compile(
    r"\s+(?!(?:would|will|asked|requested)\b)[a-z]+\b[^.;,]{2,80}?\band\s+(?:was|is|were|be)\s+(?:asked|requested|told|urged)\s+to\b"
)
# "did not have it to hand, but it would be sent"
CANNOT_BUT = re.compile(
    rf"{_FILLER}\s+(?:(?:did|does|could|had|was|has)\s+not|(?:did|does|could|had|was|has|ca)n[’']t|cannot|was\s+un(?:able|sure))\b[^.;]{{2,90}}?,?\s+(?:and|but)\s+(?:it\s+was\s+(?:arranged|agreed)\s+that\s+)?(?:it|this|that|these|they|one|an?\s+\w+|the\s+\w+)\s+(?:would|will)\s+(?:be|follow)\b"
)
WAS_TOLD = re.compile(r"\b(?:was|were)\s+(?:told|informed|assured|advised|promised)\b")
WOULD_SO = re.compile(r"\s+(?:would|will)\s*\.?$")
ONLY_IF = re.compile(r"\b(?:if|whether|unless|when|than|as|what|which)\s+$")
HOWEVER = re.compile(r"\b(?:but|although|though)\b")
# what one says of himself: "Ms Elm thought she could"
THINKS = re.compile(r"\s+(?:thought|felt|hoped|believed|expected|reckoned|was\s+sure)\s*(?:that\s*)?$")
BUT_THEN = re.compile(
    r",\s+(?:and|but|to\s+which|whereupon)(?:\s+(?:he|she)\s+(?:said|replied|agreed|thought|felt)(?:\s+that)?)?\s*$"
)

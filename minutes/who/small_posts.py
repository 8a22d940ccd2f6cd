"""Posts in small letters: "the service director waste", "the head of school transport", "his deputy".

Where such a post ends is told by a list of what councils do, or by the verb behind it; a word that could as well be a
verb ("support", "market") ends it before an object.
"""

import re

# what a council does, as the end of a post has it
_AREA = (
    r"(?:(?:activities|admissions|adoption|adults?|allocations|arts|assets|attainment|benefits|bereavement|buildings?|business|care|catering|cemeteries|children(?:[’']s)?|cleaning|cleansing|climate|coast(?:al)?|commissioning|"
    r"communications|communit(?:y|ies)|corporate|countryside|crematorium|culture|customers?|delivery|democratic|development|digital|disabilit(?:y|ies)|drainage|early|economic|economy|education|elections?|employment|"
    r"energy|enforcement|environment(?:al)?|equalit(?:y|ies)|estates?|events|facilities|famil(?:y|ies)|finance|flood|fostering|governance|green|growth|harbours?|health|heritage|highways|holiday|homelessness|housing|human|"
    r"improvement|inclusion|information|insurance|land|leasehold|legal|leisure|lettings|libraries|licensing|looked|leaving|maintenance|markets|mental|museums|needs|neighbourhoods?|operations|parking|parks|partnerships?|people|"
    r"performance|planning|policy|pools|procurement|programmes?|projects|property|protection|public|recycling|regeneration|registration|regulatory|rents|repairs|resources|revenues?|roads?|safeguarding|safer|safety|schools?|services?|"
    r"skills|social|special|spaces?|sports?|strategy|streets?|streetscene|sustainability|technology|tenanc(?:y|ies)|tourism|traffic|training|transformation|transport|waste|wellbeing|years|youth"
    r"|(?:after|audit|change|control|help|open|place|scene|sector|supply|support|travel)(?! (?:the|an?|it|them|this|that|these|those|members|his|her|its|their|for|in|on|at|with|to)\b))(?![\w’'-]))"
)
_AREAS = rf"(?:,? (?:and |& )?{_AREA}){{0,5}}"
# a word of a post: anything but what joins words or points
_WORD = (
    r"(?!(?:council’s|council's|authority’s|authority's|a|an|and|any|are|as|asked|at|be|but|by|each|every|for|from|had|has|he|her|his|how|if|in|is|it|its|like|no|not|of|on|one|or|our|said|she|so|some|than|that|the|their|them|then|they|this|those|to|told|was|were|what|when|where|which|who|"
    r"whom|whose|why|with|would)\b)[a-z][a-z’'-]+"
)
_NO_VERB = rf"(?!(?:never|also|again|now|himself|herself|too|alone|only|first|still|rather|did|gave|took|thought|felt|knew|kept|made|went|came|saw|found|sent|wrote|brought)\b|\w+(?<!look)ed\b|\w+ly\b){_WORD}"
# the verb behind a post, before which any words are its own: "the head of night shelters would"
_VERB = r"(?:would|will|was|had|has|is|could|can|did|said|agreed|undertook|offered|promised|asked|thought|felt|explained|accepted|confirmed|took|gave)\b"

SMALL_POST = (
    rf"(?:(?:cabinet member|executive member|portfolio holder|lead member)(?:(?: for| [–-]) [a-z]+(?:(?: and|,) (?!(?:he|she|they|the|it|that|would|asked|said)\b)[a-z]+)?|(?= {_AREA})){_AREAS})|"
    rf"(?:(?:assistant |deputy )?(?:head|director|chief) of (?:{_NO_VERB}(?: (?:and )?{_NO_VERB}){{0,3}}?(?= {_VERB})|[a-z’']+{_AREAS}(?= (?!of\b|for\b)[a-z]|[,.;])))|"
    rf"(?:(?:{_WORD} ){{0,2}}(?:lead|champion|manager|director|officer) for {_AREA}{_AREAS}(?=[,.;]| {_VERB}| (?:to|be|and|who|that|whether|if|when)\b))|"
    rf"(?:(?:{_WORD} ){{0,2}}manager(?= {_AREA}){_AREAS}(?=[,.;]| {_VERB}| (?:to|be|and|who|that)\b))|"
    rf"(?:(?:{_WORD} ){{0,2}}director(?: [–-])?(?= {_AREA}(?! the\b)){_AREAS})|"
    rf"(?:{_WORD} (?:and )?){{0,4}}(?:manager|director|officer|advis[eo]r|engineer|surveyor|co-?ordinator|clerk|secretary|treasurer|solicitor|commissioner|headteacher|planner|accountant|auditor|scrutineer|archivist|curator|librarian|ecologist|analyst|editor|harbour ?master|consultant|nurse|matron|(?:responsible|risk) owner|(?<= )(?:team|lead))\b|"
    r"(?:(?:vice|deputy|assistant|acting|interim|service|lead|scrutiny|committee|cabinet|portfolio|executive|group|team|housing|legal|policy|communications|democratic|services)[ -]){0,3}"
    r"(?:vice-chair(?:man)?|chair(?:man|person|woman)?|conven[eo]r|leader|member|holder|lead|team)\b"
)
# at the start of a line with what is to be done: "Head of private sector housing to share …"
TASKED_POST = rf"(?:head|director|chief|manager|lead) of {_WORD}(?: (?:and )?{_WORD}){{1,4}}?(?= to [a-z])"
VAGUE_POST = re.compile(
    r"(?:(?:relevant|appropriate|whole|entire|small|own|responsible|other|same|lead|first|next|previous|former|named|only|local|ward|new|right|duty|case|senior|particular|any) )*(?:officer|member|manager|lead|team|director|leader|holder)"
)

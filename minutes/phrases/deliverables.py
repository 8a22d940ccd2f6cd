"""What is to be handed over or held, by what clerks call it when they do not call it a report, a figure or a briefing.

As with `mentions`, none settles the kind by itself: `phrases.kind_weights` says how much each speaks for which.
"""

from .cue import Cue

_BODIES = (
    r"(?:cabinet|executive|exec|(?:full |county |borough |city |district |town |parish |community )?council|mayor|leader|minister|secretary of state|(?:scottish |welsh |uk )?government|home office|ministry|department(?: (?:for|of) [a-z]+)?|"
    r"(?:hospital |nhs )?trust|nhs england|health board|icb|integrated care board|board|(?:full |fire |highway |local |police )?authority|(?:police and crime )?commissioner|pcc|(?:[a-z]+ ){1,6}(?:committee|board|sub-committee)|portfolio holder|cabinet member|lead member|(?:lead|executive) councillor|"
    r"governors?|governing body|schools forum|regulator|planning inspectorate)"
)
# parts of words of which each of these names has one
_OF_BODIES = "authority board cabinet commissioner committee council department exec forum govern icb inspectorate lead mayor minist nhs office pcc portfolio regulator secretary trust"
# the same where a pattern begins with it: of each name the last words are then enough, and found sooner
_A_BODY = (
    r"(?:cabinet(?: member)?|exec|executive(?: councillor)?|council|mayor|leader|minister|secretary of state|government|home office|ministry|department(?: (?:for|of) [a-z]+)?|"
    r"trust|nhs england|board|icb|authority|commissioner|pcc|(?<=[a-z] )(?:sub-)?committee|portfolio holder|lead (?:member|councillor)|"
    r"governors?|governing body|schools forum|regulator|planning inspectorate)"
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_FACETS = (
    r"practice|trade|phase|station|premises|round|project|centre|hospital|clinic|branch|course|subject|party|nationality|religion|disability|borough|constituency|division|operator|ground|firm|"
    r"type|kind|value|size|age|sex|gender|ethnicity|language|hour|day|week|month|quarter|year|ward|area|estate|locality|parish|division|school|site|route|stage|"
    r"service|team|directorate|provider|tenure|property|need|cause|reason|band|category|group|postcode|depot|grade|outcome|source|country|region|patch|town|block|sector"
)

CUES = (
    Cue(
        "an amount",
        "mention",
        "amount attendance backlog balance caseload count delay expenditure fell figure footfall how income many mileage much number occupancy outturn percent proportion ratio reading score spen stat sum take tally tonnage turn total uptake usage vacanc value volume wait",
        r"\bhow (?:many|much|few|often|far behind|high|low|large)\b|\bnumbers?\b(?! [0-9])|\b(?:the|an?) (?:amount|sum|count|tally|total|volume|size) (?:of|spent|paid|owed)|\bspend(?:ing)?\b|\bspent\b|\bexpenditure\b|\bincome\b|\bturnout\b|\bcaseloads?\b|\bbacklog\b|\boutturn\b|\bby value\b"
        r"|\b(?:up-?take|take-up|tonnages?|usage|footfall|occupancy|mileage|attendances?|attendance (?:figures|rates)|balances|readings|scores|(?:vacancy|turnover|sickness|absence|reoffending|collection|recycling|attainment) (?:rates?|figures|levels)|ratio|percentages?|proportion|stats|statistical|handover delays|waits|hours lost|days lost)\b",
        (
            "how much rent had gone uncollected",
            "the number of empty shops",
            "what had been spent",
            "uptake by practice",
        ),
        ("item number 7", "in summer"),
    ),
    Cue(
        "divided by a facet",
        "mention",
        "by each every per",
        rf"\b(?:by|per|for each|for every|each) (?:{_FACETS})s?\b(?! (?:\d|of (?:the )?(?:{_MONTH}|next)))|\bward[- ]by[- ]ward\b|\b(?:year on year|month by month|quarter by quarter|school by school)\b",
        ("late letters by language", "placements by type of need", "a figure for each ward"),
        ("by the end of may", "by tuesday"),
    ),
    Cue(
        "compared or analysed",
        "mention",
        "against analys bench compar differ disproportion neighbour other previous same split trend year",
        r"\banaly(?:se|sis)\b|\bcompar(?:e|ed|es|ison|isons|able|ative)\b|\bdisproportion\w*\b|\bsplit\b|\b(?:previous|last|past|same|five|ten|three) (?:\w+ )?years?\b|\b(?:neighbouring|nearest|other|similar) (?:councils?|authorities|districts?|boroughs?|boards?|neighbours)\b|\btrends?\b",
        ("how it compared with other councils", "figures for the last five years"),
        ("members of another party",),
    ),
    Cue(
        "what it cost",
        "mention",
        "cost price fee charge bill paid",
        r"\bcosts?\b|\bprices?\b|\b(?:the|what) (?:fees?|charges?|bill)\b|\bwhat (?:\w+ ){0,5}(?:paid|cost|costs|charged)\b",
        ("what a burial cost", "the price of each option"),
        ("paid leave",),
    ),
    Cue(
        "body asked or told",
        "mention",
        "advis ask attention call commend escalat invite lobb propos recommend refer represent request suggest urge",
        rf"\b(?:ask|asks|request|requests|invite|invites|urge|urges|lobby|call on|calls on|recommend|recommends|recommend to|recommends to|advise|suggest to|propose to|escalate to|refer (?:\w+ ){{1,4}}to) (?:that )?(?:the )?{_BODIES}\b"
        rf"|\b{_A_BODY} (?:be|should be|to be|is) (?:asked|requested|invited|urged|recommended|advised|called|pressed|lobbied)\b|\b(?:be|to be) (?:suggested|recommended|proposed|commended|escalated|put|represented) to (?:the )?{_BODIES}\b|\bescalat\w+ (?:\w+ ){{0,3}}?to (?:the )?{_BODIES}\b"
        rf"|\b{_A_BODY}'s attention\b|\battention of (?:the )?{_BODIES}\b|\brecommended that (?:the )?{_BODIES}\b",
        (
            "to ask cabinet to let foster families in free",
            "that finance committee be asked for a further sum",
            "it be suggested to the mayor that no grant be paid",
            "to draw cabinet's attention to it",
        ),
        ("the clerk be asked to send it", "the board was told"),
        also=_OF_BODIES,
    ),
    Cue(
        "body asked, opening the clause",
        "mention",
        "adopt ask call continu fund give invite look make publish recommend request restore review should take to urge consider",
        rf"^(?:\W*)(?:and |that |to |agreed to |resolved to )*(?:ask|asks|request|requests|invite|invites|urge|urges|call on|calls on|recommend|recommends)(?: to)? (?:that )?(?:the )?{_BODIES}\b|^(?:that |the )*{_BODIES} (?:be|should|considers?|adopts?|reviews?|publish(?:es)?|restores?|funds?|continues?|gives?|makes?|takes?|looks?)\b",
        ("to ask cabinet to let them in", "that the cabinet considers a trial"),
        ("members were asked to look",),
    ),
    Cue(
        "comes again",
        "mention",
        "again back before bring brought come each every further lay laid regular return six three twelve twice when",
        r"\b(?:be|been|were|was|to be) brought\b|\b(?:come|comes|came|coming|bring|brought|lay|laid|put|return|returning) (?:\w+ ){0,4}?(?:back|before|again)\b|\b(?:come|came|coming|back) with\b|\b(?:in|within|after|every) (?:three|four|six|nine|twelve|eighteen|\d+) months\b|\bsix-?monthly\b|\bwhenever\b[^.]{0,40}\breported\b|\btwice a year\b|\b(?:each|every) (?:quarter|year|meeting|month)\b",
        ("it be brought back", "lay it before the panel", "come back with costs", "in six months"),
        ("they had come from town",),
    ),
    Cue(
        "how a paper is drawn",
        "mention",
        "appendix arrow chart column colour commentary glossary graph heading key label layout line map narrative page paragraph print row section table target version",
        r"\b(?:graphs?|charts?|columns?|arrows?|appendix|rows?|headings?|narrative|commentary|sections?|tables?|red ratings?|layout|key to)\b|\ba line (?:for|on)\b|\ba paragraph\b",
        ("a graph of the deficit", "a column for last year"),
        ("in the park",),
    ),
    Cue(
        "taken through it",
        "mention",
        "away brief course demonstrat explain induction lesson master refresher run seminar session surgery taken talk taught teach-in through train tutorial walk workshop",
        r"\b(?:be|being|were|to be) briefed\b|\bbrief (?:the |all |new )?(?:members|councillors|panel|committee)\b|\b(?:run|taken?|talk(?:ed)?|walk(?:ed)?|going|go) (?:\w+ ){0,3}?through (?:it |this |them )?(?:with|by|how|the)?\b|\bsessions?\b|\bseminars?\b|\bworkshops?\b|\btraining\b|\btaught\b|\baway-?day\b|\bteach-?in\b|\bmaster-?class\b|\brefresher\b|\binduction\b|\bdemonstrat\w+\b|\bsurger(?:y|ies) for members\b",
        ("members could be briefed in private", "a session on self-neglect", "run through with members how it works"),
        ("the grass ran to the road",),
    ),
    Cue(
        "seen on the spot",
        "mention",
        "accompany action come day first go hand join look out round see shadow show spend themselves tour visit walk work",
        r"\b(?:walk|go|look|shown?|taken?|being taken) (?:a )?(?:round|around|over)\b|\bsee (?:\w+ ){0,8}?(?:for (?:them|him|her|our)sel\w+|in action|at work|at first hand|on site|on the ground)\b|\bcome out\b|\bshadow\b|\bspend (?:a|half a|an) (?:\w+ )?(?:day|morning|afternoon|evening|shift|hour)\b|\bjoin (?:him|her|them)\b|\bsite (?:visit|meeting)\b|\bvisit(?:s|ed|ing)?\b|\btour\b|\bwish to see the (?:\w+ )?(?:arrangements|site|building|work)\b",
        ("whether the panel might walk round a home", "see the crews at work", "come out to meet the group"),
        ("all year round",),
    ),
    Cue(
        "people brought together",
        "mention",
        "attend ask come date evidence get group hear invit join meet round sit speak subgroup table together witness",
        r"\bmeet(?:s|ing)? (?:with |the |him|her|them|once|again|up|informally|before|between|of )|\binvit(?:e|ed|es|ing|ation)\b|\battend\b|\bhear(?:ing)? (?:directly )?from\b|\b(?:sit|get|bring|come|got) (?:\w+ ){0,2}?(?:down|together|round)\b|\bround the table\b|\b(?:small|working|task|sub-?|steering|reference) ?groups?\b|\bconvene\b|\bset (?:up )?a date\b|\bjoint meeting\b",
        (
            "hearing directly from one of the homes",
            "a small group of heads should meet her",
            "get the parties together",
        ),
        ("the meeting closed",),
    ),
    Cue(
        "told directly",
        "mention",
        "answer come direct email forward get given hand have individually informed let outside outwith pass passed personally phone pick post privately reach reply respond ring send speak tell text told up with",
        r"\b(?:outside|outwith|after|following) (?:of )?the meeting\b|\b(?:tell|text|ring|phone|told|inform|informed) (?:him|her|them|members?|the (?:member|panel|committee))\b|\b(?:reply|respond|answer|revert) (?:to )?(?:direct|individually|personally|him|her|them|the member|the councillor|in full)\b"
        r"|\b(?:email|e-mail|forward|post|hand) (?:it |this |that |them |these )?(?:on )?(?:to )?(?:all |the |ward )?(?:him|her|them|members?|councillors?)\b|\bget back to\b|\b(?:get|get it|get them|get this) to (?:him|her|them|you|the |all |members)|\breach(?:ed)? (?:him|her|them|members)\b"
        r"|\bbe with (?:him|her|them|members|the \w+|you) (?:by|this|next|in|within|before|on|tomorrow|as soon)\b|\b(?:members|he|she|they|councillors|all of them|the \w+) (?:would|will|should|could|might|to) (?:\w+ )?(?:get|have|receive) (?:it|them|this|one|that|these|the|a)\b",
        (
            "he would reply outside the meeting",
            "she would text him",
            "members would get it",
            "it would be with them this week",
        ),
        ("they met outside the hall",),
    ),
    Cue(
        "a question answered",
        "mention",
        "answer question queried reply respond response told why",
        r"\b(?:reply|replies|answers?|respond|response)\b|\b(?:told|know|say|explain|ask(?:ed)?|queried|asking) why\b|\b(?:his|her|their|that|those|these|the) (?:\w+ )?quer(?:y|ies)\b|\bquestions?\b",
        ("asked why the scheme was late and would reply", "an answer to her question"),
        ("the repair",),
    ),
    Cue(
        "a thing to read",
        "mention",
        "address advice book brochure calendar contact contract copies copy criteria diagram document drawing email example flowchart form guid hand handbook leaflet letter link list map minutes names number one-page pack page photograph phone plan poster procedure protocol register rota script sheet slides specification strategy survey summary terms template transcript version",
        r"\b(?:contacts?|drawings?|photographs?|maps?|plans?|leaflets?|brochure|handbook|pack|posters?|protocol|rota|template|transcripts?|diagram|flowchart|examples?|criteria|specification|contract|terms of reference|procedures?|addresses|e-?mails?|telephone numbers?|phone numbers?|names|one-page|summary|slides|guides?|guidance|leaflet|links?|copy|copies|booklet|newsletter)\b",
        ("the drawings be put on the website", "a one-page version", "a list of contacts"),
        ("the planning team",),
    ),
    Cue(
        "had or handed",
        "mention",
        "bring collat compile copy dig forward get give hand have let look pass put reissue resend send sent share write",
        r"\b(?:let|have|get|give|hand|pass|send|copy|forward|show) (?:him|her|them|it|this|that|one|everyone|members|councillors?|us|you)\b|\b(?:put|pull) (?:\w+ ){0,3}?together\b|\bcollate\b|\bcompile\b|\bdig\b|\blook(?:ed)? (?:\w+ )?out\b|\bre-?issue\b|\bre-?send\b|\bwrite (?:\w+ ){0,3}?(?:up|down)\b|\bshare (?:\w+ ){0,3}?with\b|\bwould have (?:them|it|this|these)\b",
        ("dig it out", "could she collate these", "let him have a note of that", "would reissue it"),
        ("a letter",),
    ),
    Cue(
        "written to somebody",
        "mention",
        "acknowledge letter line name paper reply respond sign thank write writing",
        r"\b(?:write|writes|writing|written|wrote) (?:again |formally |back |jointly |directly |immediately |once more )?to\b|\bletters?\b|\bdrop (?:\w+ ){1,4}a line\b|\b(?:to|would|will) thank\b|\bwould write\b|\bsign(?:ed)? by the chair\b|\bpen to paper\b|\bletters? (?:\w+ ){0,3}?(?:go|went|going|sent|be sent) (?:out|off|to)\b|\b(?:over|in) (?:the chair\w*'s|his|her) (?:signature|name)\b|\b(?:reply|write back|acknowledge|respond) to (?:the (?:letter|petition|consultation|correspondent|writer|applicant|owner)|mrs?\b|ms\b|that effect)|\bto reply that\b",
        ("write once more to the minister", "drop the firm a line", "the clerk was to thank them"),
        ("write it down",),
    ),
    Cue(
        "put in the diary",
        "mention",
        "added agenda diary down forward item pencilled place programme put schedule slot subject topic work",
        r"\b(?:work|forward) ?(?:programme|plan)\b|\bworkplan\b|\bagendas?\b|\b(?:put|slotted|pencilled|brought|placed|taken) (?:\w+ )?(?:down|in|forward|on)(?: to)? (?:for|from|the (?:list|programme|agenda)|"
        + _MONTH
        + r")\b|\badded to the (?:list|programme|plan)\b|\b(?:future|possible) (?:item|topic|subject)s?\b|\bdeep dive\b|\bspotlight\b",
        ("it was slotted in for november", "it was put down for the march agenda"),
        ("put it down",),
    ),
    Cue(
        "work to be done",
        "mention",
        "amend approach audit budget check clean clear clos consider consult correct develop employ ensur explor extend find fix fund hire implement install investig look mend move negotiat nominat open order paint pilot plant procur pursu raise reconsider recruit remov renew repair replac review secur sign speak stop survey test trial trim try",
        r"\b(?:amend|audit|check(?:ed)?|clean(?:ed)?|clear(?:ed)?|clos(?:e|ed)|consult(?:ed)?|correct(?:ed)?|employ|ensure|explore[d]?|extend(?:ed)?|hire|implement(?:ed)?|install(?:ed)?|investigat(?:e|ed)|look (?:at|into|again)|mend(?:ed)?|negotiate|nominate|order|paint(?:ed)?|repaint(?:ed)?|pilot(?:ed)?|plant|procure|pursue|recruit|remove[d]?|renew(?:ed)?|repair(?:ed)?|replace[d]?|restore[d]?|secure|speak|survey|test(?:ed)?|trial|trim(?:med)?|take (?:this|it|that|the \w+) up|raise (?:this|it|that|the)|a word with|make sure|see (?:to|that)|chase)\b",
        ("have the railings painted", "he would speak to the contractor", "the sign be repaired"),
        ("send the list",),
    ),
    Cue(
        "answered in writing",
        "mention",
        "answer repl respon",
        r"\b(?:answer(?:s|ed)?|repl(?:y|ied|ies)|respon(?:d|se|ses|ded)) (?:[^.;]{0,70} )?(?:in writing|on paper|in a letter|by (?:email|letter|correspondence|post)|(?:be |was |were )?emailed|appended)\b|\bwritten (?:answers?|repl(?:y|ies)|responses?|explanation)\b|\b(?:in writing|on paper|considered) (?:\w+ ){0,3}?(?:repl(?:y|ied)|answer(?:ed)?|respon(?:d|se))\b|\bwrite (?:\w+ ){1,5}?with (?:a|an|the|his|her) (?:full )?(?:reply|answer|response|explanation)\b",
        ("the query would be responded to by email", "write to the member with the answer"),
        ("answer the telephone",),
    ),
    Cue(
        "put off or timetabled",
        "mention",
        "adjourn agenda carr consider continu defer fwp held hold look next postpone programme return room schedul slot subject theme timetabl topic",
        r"\b(?:defer(?:red|s)?|adjourned|postponed|held over|carr(?:y|ied) (?:it |this |the \w+ )?(?:over|forward)|continued? to|continue consideration)\b|\b(?:timetabled?|schedule(?:d)?|programmed?)\b(?! of)|\b(?:theme|topics?|good subject|standing item|regular item|single item|agenda item)\b|\bfwp\b|\bforward planner\b|\b(?:find|found|make|keep|look for) (?:a |the )?(?:room|slot|place|space) (?:for|in|on)\b|\b(?:in|into|to|from|with|on) (?:the |its |next year's |this year's )?(?:\w+'s )?(?:programme|list of (?:items|topics)|long list)\b|\b(?:on|onto|to) (?:the|its|a|an) (?:\w+ ){0,3}(?:agenda|list\b(?! of)|plan for)|\b(?:put|pushed|moved|brought) (?:back|forward)\b|\bpicked up (?:in|when|at|as part)\b|\b(?:come|came) back to (?:this|it|the (?:subject|matter|topic))\b|\b(?:look(?:ed)? at|considered|examined|discussed|taken|revisit(?:ed)?|return(?:ed)? to) (?:\w+ ){0,3}?(?:again|at (?:the|its) (?:\w+ ){1,4}(?:meeting|committee|panel)|in (?:the )?(?:autumn|spring|new year))\b",
        (
            "the item be deferred",
            "the clerk was to find a slot for it",
            "road safety be the theme",
            "placed on the agenda",
        ),
        ("a programme of works",),
    ),
    Cue(
        "somebody to come",
        "mention",
        "appear asked attend before bring call come invit join present representative summon there welcome witness",
        r"\b(?:come|came|appear|appears) (?:along|before (?:the|it|them|this)|to (?:the|a|its|their|our) (?:\w+ ){0,2}(?:meeting|committee|panel))\b|\bsummon(?:ed|s)?\b|\bbe (?:present|there|in attendance|called to)\b|\bjoin (?:him|her|them|the|us|members)\b|\binvit\w+\b|\battend(?:s|ed)?\b|\brepresentatives? (?:of|from) (?:[a-z' ]{3,40}) (?:be|come|to|attend)\b|\basked to (?:the |a |its )?(?:\w+ ){0,2}(?:meeting|\w+'s meeting)\b|\bfree next time\b",
        ("that the director be summoned to the next meeting", "someone from the agency be present"),
        ("they became friends", "the present level"),
    ),
    Cue(
        "a group or round table",
        "mention",
        "committee deput delegation discussion down together group liaison meet part round sub-group table talk team",
        r"\b(?:working|steering|focus|liaison|project|reference|action|task|review|member|sub|cross-party)[- ]?(?:groups?|part(?:y|ies))\b|\bgroup of (?:\w+ ){0,3}(?:members|councillors|heads|headteachers|parents|residents)\b|\bjoint committee\b|\bsub-?committee be\b|\bround ?table\b|\bround a table\b|\b(?:hold|held|arrange|broker(?:ed)?|seek|convene[d]?|fixed?|call(?:ed)?|request) (?:an? |the |further |joint |early |urgent )*(?:meeting|discussions?|talks)\b|\b(?:a|an|the) (?:\w+ )?(?:public|special|extra|private|on-site|site|joint|extraordinary|informal) meeting\b|\breconvened?\b|\bdeputation\b|\bdelegation of\b|\bmeet (?:with|the|him|her|them|up)\b|\btea with\b|\bsit (?:down|on)\b|\b(?:get|got|come|meet|bring|sit) (?:\w+ ){0,4}?(?:together|round the table)\b",
        ("form a working party", "a focus group of parents be held", "hold discussions with the traders"),
        ("the group was thanked", "the meeting closed"),
    ),
    Cue(
        "seen for themselves",
        "mention",
        "door first go inside look patrol round see sit spend tour visit walk",
        r"\b(?:visit(?:s|ed)?|tours?|walk-?about|walk(?:ed|ing)? (?:the|round|around|over)|look(?:ed)? (?:round|over|a?round)|go (?:and see|to see|round|over)|(?:been|get|go) inside|see (?:it|them|the \w+|for themselves|how) (?:being|at|in|done|flown|for)|see for (?:them|him|her)sel\w+|spend a|sit in on|eaten?|out with|on patrol|accompany)\b",
        ("members would like to look round the ward", "sit in on a shift"),
        ("the visitors' book",),
    ),
    Cue(
        "taught or talked to",
        "mention",
        "away brief course demo development drop evening explain help hour familiaris guidance input jargon knowledge learn morning present refresh run seminar session speak talk taught teach through train tutor walk webinar workshop",
        r"\b(?:talks?|inputs?|demo|demonstrat\w+|seminars?|webinars?|workshops?|teach-?ins?|refresher|run-through|familiarisation|tutorial|e-?learning|masterclass|information (?:evening|session|day)|development (?:day|session)|away-?day)\b|\b(?:an?|the) (?:\w+ )?(?:evening|morning|afternoon|session|slot|lunchtime session) (?:on|about|for members)\b|\btrain(?:ed|ing)\b(?! needs| provider| course for staff)|\b(?:course|session) for (?:all |new )?(?:members|councillors)\b|\bpresent(?:s|ed)? (?:to|on) (?:members|councillors|the (?:committee|panel|board|forum)|it|them|governors)\b|\b(?:speak|talk|explain\w*) (?:to|with) (?:members|councillors|the (?:committee|panel|board|forum)|it|them) (?:about|on|through|how)\b|\bbrief(?:ed|s|ing)? (?:the |all |new |any )?(?:members?|councillors?|panel|committee|board|it|them|session|on|for)\b|\bmembers'? (?:all-?member )?briefings?\b|\bto brief\b|\bthrough (?:it|the (?:jargon|basics|formula|figures|papers|model))\b|\binduction\b|\b(?:hour|half an hour|time|session|evening|lunch) (?:\w+ ){0,3}?on how\b|\bdrop-in\b|\bexplain (?:it|this|the \w+) to (?:\w+ )?(?:members?|councillors?)\b|\bhelp with (?:procedure|the \w+)\b",
        ("asked that the service present to it on response", "an evening on how the grant worked"),
        ("the present position", "the train was late"),
    ),
    Cue(
        "change to a paper",
        "mention",
        "abbreviation acronym amber apart beside appendi beside chart clear colour column dashboard figure format future glossary graph include jargon key letter line next paper plain print rating red report row scorecard separate show side state summary table tabl trend version",
        r"\b(?:next|future|subsequent|later|these|such|all|each|every|the|this|annual|quarterly) (?:\w+ )?(?:reports?|papers?|scorecards?|dashboards?|updates?|versions?|risk registers?|tables?|graphs?|iterations?)\b[^.;]{0,40}\b(?:should|ought to|might|could|to|be|would|will)? ?(?:also )?(?:show|give|say|set out|include|contain|carry|make (?:plain|clear)|explain|state|separate|have|split|be (?:clearer|shorter|redrawn|plainer|fuller|in))\b|\b(?:be |is |was )?(?:shown|given|set|put|presented|printed|drawn|split|reported) (?:\w+ )?(?:apart|separately|beside|alongside|next to|side by side|in colour|on a line|out in full|month by month|by phase|as well)\b|\bin (?:reports|papers) of this kind\b|\bfrom the next one\b|\bfrom (?:here|now) on\b|\bnext (?:time|to ours)\b|\b(?:colour|acronyms?|jargon|glossary|font|ratings?|arrows?|direction of travel|trend lines?|appendix|appendices)\b|\bin (?:the )?future\b|\bin each (?:report|paper)\b|\b(?:spelt|spelled|written) out\b|\b(?:beside|next to) the other\b|\bin the next (?:edition|one|version|issue)\b|\b(?:line|sentence|paragraph|section|column|key|map|photograph) (?:\w+ ){0,3}?(?:be |was )?(?:to be )?(?:put in|added|included)\b|\b(?:pie|bar) charts?\b",
        ("future reports should show the trend", "acronyms be written out", "shown apart from now on"),
        ("the report was long",),
    ),
    Cue(
        "brought to the body",
        "mention",
        "account bring brought come conclusion draft findings give lay laid outcome paper receive report review return see submit update",
        r"\b(?:report|reports|update|updates|paper|proposals|options|results|findings|outcome|strategy|plan|draft|evaluation|business case|feedback) (?:\w+ ){0,6}?(?:be |to be |been |is |were |was )?(?:brought|submitted|presented|reported|laid|made|received|come|provided|given|returned) (?:back )?(?:\w+ ){0,3}?(?:to|before|at|by|in) (?:the |its |this |a |each |every |next |our )?(?:\w+ ){0,3}(?:committee|panel|board|forum|meeting|members|sub-committee|group|cycles?|months|autumn|spring|summer|january|february|march|april|may|june|july|september|october|november|december)\b|\breport(?:s|ed)? (?:back|to (?:the|it|its)|on|further|regularly|quarterly|in)\b|\b(?:bring|brings|brought|come|comes|coming|came) back\b|\b(?:further|progress|interim|closing|final|follow-up|annual|quarterly|half-yearly|full|highlight|monitoring|costed) (?:\w+ )?(?:reports?|updates?)\b|\bwithin (?:two|three|one) cycles?\b|\bgive (?:an account|a progress|an update|a full|a verbal|feedback)\b|\bin draft\b|\b(?:have|see|receive) the (?:findings|results|outcome|conclusions)\b|\b(?:bring|put) (?:\w+ ){0,4}?(?:conclusions|findings|results|views|proposals|options) (?:back )?to\b|\bsay how it\b",
        ("the results be reported to the panel in may", "a costed report", "come back with options"),
        ("the reporter left",),
    ),
    Cue(
        "put to somebody who decides",
        "mention",
        "adopt advis ask attention back call commend consider convey decision encourag endorse invite lobby object observ press propos put recommend reconsider refer remit represent request submit support urge view",
        rf"\b(?:press(?:es|ed)? (?:the|for|its|on)|lobby|lobbied|encourage[sd]?|commend(?:ed|s)?|call(?:s|ed)? (?:up)?on|think again|re-?consider(?:s|ed)?|urge[sd]?|object(?:s|ed)? to|observations?|representations)\b|\b(?:remit(?:ted)?|refer(?:red)?|put|pass(?:ed)?|submit(?:ted)?|convey(?:ed)?|report(?:ed)?|forward(?:ed)?|make known|made known|feed|fed|commend(?:ed)?|recommend(?:ed|s)?) (?:[a-z' ]{{3,50}} )?(?:back |in |on |up )?to (?:the )?{_BODIES}\b|\brecommend(?:s|ed|ation|ations)?\b|\bask(?:s|ed|ing)? (?:that )?(?:the )?{_BODIES}\b|\b{_A_BODY}(?: (?:for|of)(?: [a-z,&']+){{1,6}}?)? (?:be|is|was|should be|to be) (?:asked|requested|invited|urged|advised|encouraged|recommended|called|pressed)\b|\b(?:panel|committee|board|members|scrutiny)'?s? (?:views?|preference|comments|concerns|misgivings|findings|dissatisfaction)\b",
        (
            "press the home office for a settlement",
            "ask the pcc to think again",
            "its view be put to the full authority",
        ),
        ("the press was there",),
    ),
    Cue(
        "let them have it",
        "mention",
        "address advis alert aware copies copy drop email forward guidance hand inform leaflet let link list made make name newsletter note notif pass point print publish put round see send sent share show sight sent suppl tell told website wording",
        r"\b(?:send|sent|sending|circulat\w+|forward(?:ed)?|share[d]?|hand(?:ed)?|pass(?:ed)? (?:on|it|them|to)|drop (?:\w+ ){0,3}?(?:round|a line)|re-?issue|show (?:it|them|him|her)|see (?:it|them|the (?:draft|reply|questions|wording|letter))|point (?:\w+ ){1,3}?to)\b|\b(?:alert(?:ed)?|made aware|make (?:\w+ ){1,3}aware|told when|told of|notified|informed|kept (?:informed|abreast|up to date|updated))\b|\b(?:on|to) (?:the|its|our) (?:website|portal|bulletin|newsletter)\b|\b(?:wording|names?|contact details|telephone number|one-page|leaflets?|links?|copy|copies|slides|terms of reference|guidance|criteria|plan of)\b",
        ("be alerted to any further breach", "put on the website", "make residents aware of it"),
        ("a strong showing",),
    ),
    Cue(
        "found out and told",
        "mention",
        "advis ascertain ask check come confirm enquir find get inform know let look pass report speak tell told",
        r"\b(?:ask|find out|finding out|check|enquire|make enquiries|look into|have a look|speak|talk|ascertain|establish|chase|ring|see)\b[^.]{0,70}\b(?:and|then|to|but) (?:then |would |will |to )?(?:let|tell|report|inform|advise|come back|get back|confirm|pass|update|notify|share|send|email|e-mail|write|reply|circulate|give|ring)\b|\blet (?:the )?(?:[a-z'-]+ ){1,5}?know\b|\bconfirm (?:the|this|that|it|whether|to)\b[^.]{0,60}\b(?:to|with) (?:the |all |ward )?(?:members?|councillors?|committee|panel|board|clerk|him|her|them)\b|\b(?:told|tell) (?:the |him|her|them|members?|the panel)\b|\bcome back to (?:the )?(?:members?|councillors?|him|her|them|panel|committee|board)\b|\bpass (?:on|it on|them on)\b",
        ("would ask the supplier and let the board know", "check the date and tell the clerk"),
        ("the chair asked for silence",),
    ),
)

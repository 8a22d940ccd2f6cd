"""What was granted or taken on without a word of promise: it could be had for the asking, it would be in the post."""

from .cue import Cue
from .words import DO

_BODY = r"(?:panel|committee|board|commission|group|forum|sub-committee)"
_WHO = rf"(?:members?|councillors?|everyone|everybody|all of them|he|she|they|we|you|(?:the )?(?:\w+ ){{0,2}}{_BODY}|(?:the )?(?:vice-)?chair\w*|(?:mrs?|ms|miss|cllr|councillor|dr) [a-z'-]+)"

CUES = (
    Cue(
        "acceded to",
        "consent",
        "acceded granted dissented gainsaid humoured indulged conceded assented readily gladly cheerfully willingly obligingly promptly footing acquiesced murmur differently otherwise alone force sense wisdom complied obliged demurred",
        r"\b(?:was|were|be) (?:\w+ly |duly |at once )?(?:acceded to|gainsaid|humoured|indulged|conceded|assented to|complied with)\b|\b(?:request|wish|leave|this|that|it|which) (?:was|were) (?:\w+ly )?granted\b|\b(?:readily|gladly|cheerfully|willingly|obligingly|promptly|at once) (?:agreed|assented|consented|complied|undertook|obliged|offered|acceded)\b|\bwas (?:glad|happy|pleased) to oblige\b|\bon (?:that|this) footing\b|\bacquiesced\b|\bwas not dissented from\b|\bmurmurs? of (?:support|assent|agreement|approval)\b|\b(?:nobody|no one|no-one|none) (?:thought|felt|said|spoke|held|wished|would have it) (?:differently|otherwise)\b|\bnot alone in (?:this|that|thinking|wanting|wishing)\b|\b(?:saw|see|took|take|felt|accepted|owned) the (?:force|sense|good sense|wisdom|justice) (?:of|in)\b",
        (
            "this was readily acceded to",
            "the engineer cheerfully agreed",
            "nobody thought differently",
            "she saw the sense of that",
            "there was a murmur of assent",
        ),
        ("planning permission was granted in may", "she was alone in the hall", "the police use of force"),
    ),
    Cue(
        "were told that they might",
        "consent",
        "might could may",
        rf"\b(?:was|were|been) (?:told|assured|informed|advised|given to understand) (?:that )?(?:it|this|that|these|they|he|she|members|councillors|the {_BODY})(?: certainly| indeed| all| both| of course)? (?:might|could|may)(?: well| indeed)?(?=[.,;]|$| (?:and|by|once|as soon|when|before|at once|with|in|whenever)\b)",
        ("members asked to see it and were told that they might", "she was told that she could, once it was printed"),
        ("they were told that they could apply", "he was told it might rain"),
        also="told assured informed advised understand",
    ),
    Cue(
        "for the asking",
        "consent",
        "asking ask say name disposal welcome word day",
        rf"\bfor the asking\b|\b(?:had|has|have|need|needed) only to (?:ask|say|name|ring|call|write)\b|\b(?:need|needed) only (?:ask|say|name|ring|call)\b|\bat (?:his|her|their|members'|the (?:\w+ )?{_BODY}'s) disposal\b|\b{_WHO} (?:was|were) (?:very |quite |most |entirely )?welcome to (?:it|them|one|that|this|those|these|sight|see|have|come|look|take|borrow|a copy|copies|the)\b|\bsay the word\b|\bname the day\b",
        ("it was theirs for the asking", "the panel had only to name the day", "he was welcome to a copy"),
        ("the asking price was too high", "they asked on the day"),
    ),
    Cue(
        "no trouble",
        "consent",
        "trouble labour hardship bother effort simpler easier easily readily soon simply problem difficulty obstacle harm task matter job",
        r"\b(?:no|little|hardly any|not much) (?:great |real |particular |extra )?(?:trouble|labour|hardship|bother|effort|difficulty)(?: at all| whatever)? (?:to|in)\b|\b(?:be|take) no (?:\w+ )?(?:trouble|labour|hardship|bother|effort)\b|\bnothing (?:simpler|easier|could be (?:simpler|easier))\b|\b(?:easily|readily|soon|simply) (?:done|arranged|remedied|mended|put right|managed|got|supplied|found|settled|provided|had)\b|\bnot (?:a|any) (?:problem|bother|trouble|hardship)\b|\bnot (?:thought|felt|expected|likely|considered|foreseen|seen) to be (?:a|any) (?:\w+ )?(?:difficulty|problem|trouble)\b|\bnot see (?:that there would be )?any (?:harm|obstacle|objection|difficulty)\b|\b(?:simple|easy|short|small) (?:matter|task|job) to\b",
        (
            "it would be no great labour to put one together",
            "this was not thought to be a difficulty",
            "that was easily done",
            "a short job to add it",
        ),
        ("the trouble began in may", "there was no effort by the firm"),
    ),
    Cue(
        "would find it waiting",
        "follows",
        "find expect look count rely first next long wait hear see answer reply copy it them one",
        rf"\b{_WHO} (?:would|will|might|may|could|can|should|was to|were to) (?:all |each |both |shortly |soon |then )?(?:find (?:(?:it|them|this|that|one|these|copies|a copy) |the (?:\w+ ){{1,3}})(?:waiting |lying )?(?:in|on|at|with)\b|expect (?:it|them|this|one|that|an? |the (?!same|number|rate|cost)|to (?:have|see|hear|receive))|look to (?:have|see|receive|hear)|look out for (?:it|one|them)|count on|rely on|be the (?:first|next) to|not have (?:long )?to wait|not be kept waiting|have (?:it|them|one|that|this|these|(?:his|her|their|an?|the) (?:\w+ )?(?:answers?|reply|copy|figures?|list|note|paper|dates?)(?: to (?:it|this|that|the \w+ \w+))?) (?:by|before|within|in (?:hand|writing|time|the post|a)|on (?:the|his|her|their)|at once|from|as soon as|when|once|tomorrow|next|for)\b)",
        (
            "members would find it in their trays",
            "the board could expect the paper by may",
            "he would not have long to wait",
            "she was to have her answer by post",
            "the panel could count on seeing it",
        ),
        ("tenants would find it on the map", "they would have to wait"),
        also="count expect find first have kept look next rely",
    ),
    Cue(
        "would be there by a day",
        "follows",
        "website site page intranet desks desk circulation list portal post hands inboxes inbox pigeon-holes trays papers pack packs next following up out round back with ready done there before edition issue",
        rf"\b(?:would|will|'ll) (?:also |now |all |then |both |each )?be (?:on (?:the|its|his|her|their|every|each|members') (?:\w+'s |\w+ )?(?:website|web ?site|site|page|intranet|desks?|circulation|mailing list|portal|way|noticeboard)|in (?:the|his|her|their|every|each|members') (?:\w+'s )?(?:post|hands|inbox(?:es)?|pigeon-?holes?|in-?trays?|trays?|papers|packs?|(?:next|following|second|third|fourth|first|june|september|december|march|spring|autumn) (?:edition|issue|number|one|quarter|report|paper|version|pack|batch))|(?:up|out|round|there|back|ready|done|finished|put right) (?:by|before|within|in time|in the|on (?:the|mon|tue|wed|thu|fri)|for the|at the|with the|from)|(?:with|before) (?:him|her|them|us|members|the (?:\w+ ){{0,2}}(?:{_BODY}|clerk|chair\w*|members)|everyone|everybody|all))\b",
        (
            "the page would be on the website before the week was out",
            "it would be back in the spring edition",
            "it will be with everyone by friday",
            "the list would be ready for the next meeting",
        ),
        ("the bridge would be on the map", "it would be with the builder"),
        also="would will 'll it'll they'll",
    ),
    Cue(
        "was promised",
        "promise",
        "promised assurance assured promise word",
        r"\b(?<!had been )(?<!as )(?:was|were) (?:duly |at once |also |both |all )?promised\b(?! (?:in|at|when|last|years|months|to be|under|as)\b)|\band (?:was|were) (?:duly |at once )?promised\b|\bgave (?:an|the|his|her|their|every) (?:\w+ )?assurances? (?:that|of|to)\b|\bgiven (?:an?|the|every) (?:\w+ )?(?:assurance|undertaking|promise) (?:that|of)\b|\bassured (?:\w+ ){1,3}of (?:a|an|his|her|one|sight|copies|prompt|an early)\b|\bhad (?:his|her|their) (?:word|promise) (?:for it|that|on it)\b",
        (
            "photographs were promised",
            "he asked for a figure and was promised one",
            "she gave an assurance that it would stop",
        ),
        ("it was promised in may", "the note which had been promised to her", "the promise of youth"),
    ),
    Cue(
        "prevailed upon",
        "tasked",
        "prevailed for up persuaded talked deputed detailed despatched dispatched commissioned bidden enlisted roped pressed left set told entrusted given allowed instructed sent looked short fell down",
        rf"\b(?:was|were|be) (?:\w+ly |therefore )?(?:prevailed (?:up)?on|talked (?:round|into)|roped in|pressed into|entrusted with|given (?:the )?(?:task|job|charge|errand) of|given (?:until|till|a (?:week|fortnight|month)|time) to|allowed (?:until|till|a) (?:[a-z0-9]+ ){{1,6}}to|instructed accordingly|deputed|sent (?:away|off) to|(?:persuaded|detailed|despatched|dispatched|commissioned|bidden|enlisted|left|told|deputed) to (?!(?:expect|leave|wait|be|have|pay|apply|go)\b)[a-z]+)\b|\blooked to (?:the )?(?:[a-z'-]+ ){{1,4}}to (?!(?:be|have)\b)[a-z]+|\b(?:job|task) (?:fell|went|was given) to\b|\bthe short straw\b|\b(?:it|this|that|which) (?:was|is|would be) (?:for|down to|up to) (?:the )?(?:[a-z'-]+ ){{1,4}}to (?:{DO})\b",
        (
            "the clerk was prevailed upon to find a date",
            "the surveyor was told to look again",
            "members looked to the trust to explain",
            "it was for the treasurer to check",
        ),
        ("tenants were told to leave", "the vote was set aside", "he was persuaded of it"),
    ),
    Cue(
        "would go about it",
        "promise",
        "would will he'll she'll they'll i'll we'll he'd she'd they'd i'd we'd",
        r"\b(?:(?:would|will)(?: also| now| then| gladly| at once| certainly)?|(?:he|she|they|i|we)'(?:ll|d)) (?:make (?:a point of|good|it (?:his|her|their) business|amends|certain that|a start on)|satisfy (?:himself|herself|themselves)|see (?:to (?:it|this|that|them)|what (?:was|could|had)|how the land)|(?:have|send|ask|find|get) (?:somebody|someone|one of (?:his|her|their)|(?:his|her|their) (?:team|staff|people|officers)|a (?:quiet )?(?:word|look)|(?:it|them|this|that|the \w+) (?:looked|seen|out|by|back|put|sent|done))|lose no time|waste no time|set (?:about|it in hand|somebody|someone)|put (?:it|this|that|them|these|\w+'s mind|the \w+(?: \w+)?) (?:right|in hand|to rights|on to|in the post|at rest|before|through|to (?:him|her|them|the))|get (?:on to|onto|round to|somebody|someone|hold of|straight on)|sit (?:\w+ ){0,4}down|telephone|be on the (?:telephone|phone)|go (?:himself|herself|themselves|in person|along to|over it|through it)|look (?:it|that|this|them|these|the \w+) (?:up|out)|drop (?:it|them|him|her|\w+ a line|a line|a note)|start (?:by|with a)|begin by (?:asking|talking|writing|ringing|finding)|do (?:it |so |that )?(?:herself|himself|themselves)|so instruct|sooner (?:check|verify|look|ask)|be ringing|be asking|be on to)\b|\b(?:that|this|which) (?:he|she|they|i) would do\b",
        (
            "she would make a point of asking",
            "he will have somebody look at it",
            "the engineer would make good the mistake",
            "he would satisfy himself that it was covered",
            "that she would do herself",
        ),
        ("the scheme would make a profit", "he would have gone", "rents would go through the roof"),
    ),
    Cue(
        "was settled for a day",
        "resolve",
        "settled slotted pencilled fixed hit booked found slot place room space one item topic subject something",
        r"\b(?:was|were|be|been|would be|will be) (?:duly |accordingly |then |also )?(?:settled (?:up)?on|slotted in|pencilled in|hit upon|found (?:a|room|space|some)(?: (?:slot|place|time|room|space|day|hour))?|given (?:a|its own) (?:slot|place|session|meeting|morning|afternoon|hour)|(?:fixed|booked|put down) for)\b|\b(?:room|space|time|a (?:slot|place|date|day|gap)) (?:was|would be|will be|could be|be) (?:\w+ )?found\b|\b(?:one|item|topic|subject|something) for (?:january|february|march|april|may|june|july|september|october|november|december|the (?:spring|summer|autumn|new year|next))\b",
        (
            "the pier was settled upon for a visit",
            "it was slotted in",
            "room would be found for it in may",
            "it was one for june",
        ),
        ("the claim was settled", "the price was fixed"),
    ),
    Cue(
        "was in a position to",
        "offer",
        "position capable glad free minded",
        r"\b(?:was|were|be) (?:now |then |soon |shortly )?in a position to (?!(?:comment|say|answer|judge|know|afford)\b)[a-z]+\b|\b(?:was|were) capable of (?:this|that|it)\b|\bwould be glad to[.;]",
        ("she would be in a position to share it in june", "the system was capable of this"),
        ("he was not in a position to say",),
    ),
)

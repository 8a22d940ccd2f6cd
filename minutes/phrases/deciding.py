"""Clauses that leave something for somebody to do; those that close the matter stand in `closing`.

The patterns run over one clause, made plain, its list marker left off.
"""

from .closing import QUIET_DONE, QUIETS
from .cue import Cue
from .ordering import ACT, BY_WHEN, NO_ORDER, NOUN, OBJECT, WHO_ACTS
from .words import BODY, DO, DONE, POST

DEEDS = (
    Cue(
        "clause asks somebody",
        "deed",
        "",
        r"\bbe (?:formally |also )?(?:asked|requested|invited|instructed|recommended|urged|tasked|called upon|directed|encouraged)\b"
        rf"|(?:^|\band )(?:(?:that )?(?:it |(?:the )?(?:[a-z-]+ ){{0,4}}?(?:{BODY}) )|to |that )?(?:also )?(?:requests?|requested|asks?|asked|instructs?|instructed|invites?|invited|recommends?|recommended|urges?|urged|calls? (?:on|upon|for)|called (?:on|upon|for)|requires?|required|directs?|tasks?|tasked|seeks?|sought|pressed|urged)\b",
        (
            "that the director be asked to report",
            "asked that the trust return",
            "to instruct the chief officer to circulate it",
            "requests that (i) a visit be arranged",
            "sought a written answer from the trust",
        ),
        ("noted the report", "the report be noted"),
    ),
    Cue(
        "clause has something done",
        "deed",
        "",
        rf"\b(?:be|to be|would be|will be|is to be|are to be|being) (?:also |then |formally |further )?(?!asked for)(?:{DONE}|made|advertised|earmarked|commended to|charged|done|stated|held|borne|allocated|funded|laid)\b"
        rf"|^(?:that )?(?:[^.;]{{1,60}}, )?(?:the )?(?:{BODY}) (?:was|were) (?:provided with|supplied with|given|sent|shown|told|informed|kept)\b"
        r"|^(?:that )?[^.;]{4,90}? (?:is|are) (?:then |also )?(?:arranged|held|submitted|brought|sent|provided|circulated|prepared|presented|reported|invited|asked|requested|produced|drafted|published|referred|shared|convened|established|put before)\b"
        r"|^(?:that )?[^.;]{3,120}? and (?:then |also )?(?:laid|circulated|forwarded|sent|submitted|referred|passed|published|presented|reported|copied|shared|recommended|issued|brought|commended) (?:back )?(?:to|in|at|on|with)\b"
        r"|\band publici[sz]ed\b|\bfor (?:onward )?(?:submission|presentation|referral|recommendation|transmission) to\b",
        (
            "a visit be arranged for members",
            "briefing to be provided by the director",
            "examples be shared with the commission",
            "that the report of the group be endorsed and forwarded to cabinet",
            "that members were provided with a list of the lettings",
            "that two evening tours are arranged before easter",
            "that the report be agreed for submission to council",
        ),
        ("the report be noted", "no further bins be asked for"),
    ),
    Cue(
        "clause names who does it",
        "deed",
        "",
        rf"\b(?:{POST}|cllrs?|group|councillors? [a-z-]+(?: and [a-z-]+)?|cllrs? [a-z-]+(?: and [a-z-]+)?|mrs? [a-z-]+)s?(?: \([a-z0-9 ,&'-]+\))?(?:,? (?:for|of|in|people|[a-z&]+)(?: [a-z&,']+){{0,6}}?)? (?:(?:to |also |would |will |should |do |is to |are to )(?:{ACT})\b|(?!{NOUN})(?:{ACT})\b|(?:{DO}|reports?|writes|arranges|looks|provides|replies|works|put|publishes|state|brings|prepares|circulates|attends|liaises?|carries out) (?:{OBJECT})\b)",
        (
            "the clerk to write to the agents",
            "that the head of property looks into it",
            "the chair of the panel write to the minister",
            "cllrs fitch and vince to draw up a rota",
            "that the scheme be approved, the treasurer to find plainer words for it",
            "that the estates manager have the clock valued",
        ),
        ("the clerk was thanked", "having considered the officer recommendation for each request"),
    ),
    Cue(
        "clause orders somebody by post",
        "deed",
        "",
        rf"\b(?:{WHO_ACTS})(?:, [^,;]{{3,60}},)? (?:also |then |first |jointly )?(?!{NO_ORDER}|{NOUN})[a-z-]{{2,}}(?<![^s]s)(?<!ed)(?<!ing)(?<!ly) (?:to )?(?:the|an?|its|his|her|their|this|these|those|any|all|each|every|members|whether|how|why|what)\b"
        r"|\b(?:makes|make) (?:known|available|representations|the case)\b",
        (
            "that the registrar quash the old order",
            "the chair, with the lead member, press the case",
            "the leader makes representations to the department",
        ),
        (
            "that the director of public health be thanked",
            "the officer and the members",
            "the report of the manager on the pools",
        ),
    ),
    Cue(
        "clause puts it to somebody",
        "deed",
        "",
        rf"^(?:(?:the )?(?:[a-z-]+ ){{0,4}}?(?:{BODY}) )?(?:also )?(?:(?:suggests?|suggested|proposes?|proposed|puts?|commends?|commended) (?:it )?to (?:the )?[a-z]|(?:looks?|looked) to (?:the|mr|mrs|ms|cllr|councillor)\b|charge[sd]? (?:the )?[^.;]{{3,50}} with [a-z]+ing\b|(?:left|leaves?) it to\b|gave [^.;]{{3,40}} until\b)",
        (
            "suggested to the cabinet member that the pool open sooner",
            "charged the clerk with finding a date",
            "left it to the clerk to settle the day",
        ),
        ("put the matter aside", "the award be left to the head of works", "commended staff for their candour"),
    ),
    Cue(
        "clause finds it a place",
        "deed",
        "",
        rf"\b(?:room|space|slot|hour|day|half-day|morning|afternoon|evening|date)s?\b[^.;]{{0,50}}? be (?:found|made|kept|set aside|left|fixed)\b"
        r"|\b(?:stands?|go|goes|be) (?:first |last |second |high )?on (?:to )?(?:the|its|our|every|each|a|next) (?:[a-z]+ ){0,3}(?:agenda|programme|plan|list)\b"
        rf"|\bto be (?:first|last|second|the main [a-z]+|a (?:full|main|standing) item)\b|\bbe (?:taken|heard|considered) (?:as a (?:full|main|separate|single) item|{BY_WHEN})"
        rf"|^(?:that )?[^.;]{{3,60}}? to (?:come|move|go|return|stand|be swapped|swap) (?:back )?(?:to|in|from|with|on|at|before)\b",
        (
            "that room be found on the work plan for a follow-up",
            "home care to be taken as a full item at the june meeting",
            "that library hours stand on the agenda for july",
            "telecare to move to december",
        ),
        ("that item 9 be taken next", "that the decision stand"),
    ),
    Cue(
        "clause opens with the deed",
        "deed",
        "",
        r"^(?:(?:the|this) (?:[a-z]+ ){0,4}?(?:committee|panel|board|commission|group|executive|cabinet|council) )?(?:agreed |resolved )?(?:that |to |it |and |would |will )*(?:consider (?:introducing|whether|how|including|[a-z]+ing)|place (?:an? |the )?(?:adverts?|advertisements?|notices?|order)|raises? (?:the|with|this|it)|tell|chase|finalise|clarify|liaise|follow up|speak|talk|check|canvass|discuss with|apply for|carry out|conduct|implement|draw (?:[a-z']+ ){1,4}?attention|draw up|draw the|escalate|reply|respond|object|support the application|suggest|advise|press|lobby|re-?submit|supply|hear|meet|visit|monitor|compile|collate|analyse|put|ask|call|return|survey|appoint consultants|inform|notify|thank|lay|reconsider|reopen|have|install|repair|remove|replace|reinstate|share|find|give|get|write|recommend|arrange|establish|set up|seek|circulate|provide|publish|invite|convene|prepare|produce|draft|obtain|purchase|buy|order|submit|refer|send|add|include|investigate|explore|review|consult|hold|organise|commission|develop|make (?:representations|known|available|the case)|answer|go and see|take stock|take another look|test|render|furnish|let (?:the|members)|call in|say (?:so|why|how|what|whether)|re-?form|look|bring|report|contact|chase|pursue|amend|revise)\b",
        (
            "establish a working group of six members",
            "agreed to invite the association",
            "to purchase the device",
            "to draw cabinet's attention to the delay",
            "agreed to escalate to the board its concern",
            "resolved to object on grounds of safety",
            "consider bringing in a lower fee",
            "chase the landlord for the certificates",
        ),
        ("to note the report", "adopted the strategy", "to consider this item next"),
    ),
    Cue(
        "clause has a report come",
        "deed",
        "",
        r"\b(?:receives?|have|has) (?:a |an |the |more |further |another |regular |detailed |updated |additional )+[a-z -]{0,40}(?:report|update|briefing|breakdown|information|presentation|review|data|note|analysis|details?|list|paper)\b|\b(?:to have|is to have|are to have|receives?|has|have|brings?|bring|sees?|see) (?:a |an |the |one |its |to )?[a-z -]{1,300} (?:at|to|by|before|in|within|for) (?:its |the |a )?(?:next|end|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|[a-z]+ (?:months|weeks|meeting))\b|\b(?:members?|councillors?|board|panel|committee|commission) (?:is to |are to )?(?:have|see) (?:a|an|one|sight of|the [a-z]+ [a-z]+ (?:before|by|in))\b(?! (?:right|duty|power|interest|responsibility|role|part))|\bthere (?:be|will be|to be) (?:a |an )(?:further |more )?[a-z ]{0,30}(?:report|update|review|meeting|briefing)|\bto receive the [a-z ]+ in [a-z]+ \d{4}",
        (
            "the commission receive a breakdown of data by ward",
            "there be a further report on progress",
            "to receive the fourth year review in january 2025",
            "receives an improvement plan at its next meeting",
            "that tenants are to have one telephone number by april",
        ),
        ("received the report",),
    ),
    Cue(
        "clause has it come or go",
        "deed",
        "",
        r"^(?:that |and )*(?:the |each |all |any |every |its |this |future )*[a-z0-9', -]{2,90}? (?:be (?:back|kept (?:fully )?(?:informed|updated|advised|briefed|up to date|abreast))|(?:comes?|go|goes|to go|returns?|takes? place) (?:back )?(?:to|out|before|in|on (?:the |\d)|at|by|once|when|during)|(?:carry|carries|reconsiders?|furnish(?:es)?|adds?|follows? up) (?:an?|the|this|its)|to follow up)\b|\b(?:letter|card|message|condolences|reminder)s?(?: of [a-z]+)? (?:go|goes|to go)\b"
        r"|^(?:a |an )?(?:further |another |full |verbal |written )?(?:report|update|briefing|presentation) (?:back |to |in |at |by |on )+(?:the )?(?:next|\w+ meeting|january|february|march|april|may|june|july|august|september|october|november|december|\w+ months)"
        r"|^(?:a |an )?(?:(?:further|full|written|progress|short|regular) )*(?:reports?|updates?|notes?|briefing|paper|details?|list)\b[^.;]{0,60}? (?:to (?:members|the [a-z]+ (?:committee|meeting|panel|board))|by email|in writing)\b"
        r"|^there (?:is|be) (?:an? )(?:review|standing item|audit|survey|inquiry|visit)\b",
        (
            "that the findings of the group come to the committee in the autumn",
            "that the options go out to consultation",
            "that the board be kept informed of any change",
            "that each paper carry a summary",
            "guidance to go to all members",
            "a joint meeting take place in the spring",
            "update at next meeting",
            "that the portfolio holder reconsider the charge",
            "progress report to the march committee",
            "there is a review of the scheme of allowances",
        ),
        (
            "that the report be noted",
            "that the target be kept at 50%",
            "that the carrying out of the works be approved",
        ),
    ),
    Cue(
        "clause says what somebody does",
        "deed",
        "",
        r"^(?:that )?(?:the |each |all )?(?!council |members |it )[a-z][a-z'&, -]{2,70}? (?:explores|liaises|consults|works with|talks to|looks (?:again |into|at)|carries out|gives (?:thought|consideration)|tells|informs|includes|"
        r"investigates|ensures|publishes|circulates|convenes|considers (?:the|how|whether|an?) |scrutinises|examines|develops|draws up|commits to|seeks|monitors)\b"
        rf"|^(?:that )?(?!to )(?:the |each |all )?[a-z][a-z'&, -]{{2,70}}? (?<!to )(?<!may )(?<!would )(?<!will )(?<!and )(?<!or )(?:jointly |initially |first )?(?:bring|find|give(?! (?:its|their|his|her) (?:full )?support)|schedule|convene|provide|circulate|prepare|arrange|write|send|supply|publish|invite|obtain|attend|"
        r"contact|explore|investigate|examine|put up|sign and send|seek|undertake|plan|include|liaise|lead|monitor|develop|devise|settle|carry out|scrutinise|take on|commit to)"
        rf" (?:{OBJECT}|[a-z]+ing)\b|\bdelegates? (?:to [^.;]{{3,60}} )?the (?:task|job) of\b",
        (
            "that the library service talks to parish councils",
            "that the executive explores the use of the old fire station",
            "that the leader gives thought to a second count",
            "the chair and the clerk plan a set of workshops",
            "delegates the task of finding a site to the clerk",
        ),
        ("that the report be noted", "that council notes the work"),
    ),
    Cue(
        "clause puts it off",
        "deed",
        "",
        r"^(?:to |that |and |it |the (?:matter|item|application|report|decision|motion|petition) )*(?:be )?(?:defer(?:red|s)?|continued?(?: consideration)?|held over|adjourn(?:ed)?)\b[^.;]{0,80}?(?:\b(?:to|until|till) (?:the |a |its |their )?(?:answers?|results?|outcome|findings|next|future|following|january|february|march|april|may|june|july|august|september|october|november|december|[a-z]+ (?:meeting|cycle))|\bfor (?:an? )?(?:site visit|further|more|clarification|discussion|consultation|negotiation|legal)|\b(?:to allow|pending|so that|in order))\b"
        r"|\b(?:stand|lie)s? (?:deferred|over|adjourned|on the table) (?:to|until|till)\b",
        (
            "deferred for a site visit",
            "to defer consideration to the september meeting",
            "that the item be deferred to the next meeting",
            "to continue consideration of the application to the next meeting",
            "that the petition lie on the table until the costs are known",
        ),
        ("that the meeting be adjourned for ten minutes", "that the matter be deferred indefinitely"),
    ),
    Cue(
        "clause says what it wants",
        "deed",
        "",
        rf"^(?:that |and )*(?:(?:the |this )?(?:[a-z-]+ ){{0,4}}?(?:{BODY}) )?(?:also )?(?:wish(?:es|ed)? (?:to (?!thank|place|put|record|express|congratulate|associate|commend|support|extend|pay|note|make it clear)[a-z]+|for)|would (?:like|welcome|wish)|(?:wants?|wanted|expects?|expected)\b(?! no)|(?:hopes?|hoped) to (?:see|have|hear|receive|be)|looks? forward to (?:receiving|hearing)|(?:looks?|looked) for)\b",
        (
            "that the committee wishes to see the assessment",
            "the panel would like a report on fly-tipping",
            "wished to return to youth work in the summer",
        ),
        ("that the committee wishes the team well", "wished to thank the crews"),
    ),
    Cue(
        "clause changes what it approves",
        "deed",
        "",
        r"\b(?:subject to|with) (?:the )?(?:addition|inclusion|removal|deletion|amendment|change) (?:of|to|that)\b(?! the following$)|\bsubject to [a-z0-9 ]+ being (?:added|moved|amended|included|removed|changed)\b|\bwith the [a-z ]+ being (?:moved|added|deferred)\b|\bto be drawn to\b",
        ("the programme be approved subject to the addition of a report on buses",),
        ("approved as amended", "subject to call-in"),
    ),
    Cue(
        "clause says what a paper is to hold",
        "deed",
        "",
        r"\b(?:narrative|reports?|papers?|summary|tables?|response|plan|strategy|policy|survey|minutes|page|website|leaflet|letter|officers)\b[^.;]{0,90}? (?:also )?(?:state|show|include|contain|set out|give|carry|cover|compare|separate|distinguish|say (?:how|what|whether|why|which|plainly)|(?:begin|open|lead) with|take account|take into account|make clear|have regard)\b"
        r"|\b(?:report|paper|form|table|letter|leaflet|page|plan|summary|strategy|policy|notice|map)s?\b[^.;]{0,60}? be (?:made )?(?:simpler|shorter|plainer|clearer|fuller|easier|larger|bolder|more [a-z]+)\b|\bprecede (?:the|each|every|any|all)\b|^(?:minute|paragraph|item) [\w.()]+ (?:to|should) read\b",
        (
            "the narrative for any measure below target state the date",
            "officers take account of the comments",
            "that the forms be simpler",
        ),
        ("the report states", "the papers were taken"),
    ),
    Cue(
        "clause has another body decide",
        "deed",
        "",
        r"\b(?:full council|council|cabinet|executive|secretary of state|minister|trust|icb|ccg|government|portfolio holder|cabinet member|leader|mayor|authority|commissioner)(?: for [a-z ,&]+?| member)? (?:should |to |be asked to )?(?:approves?|adopts?|agrees?|accepts?|endorses?|considers?|allocates?|funds?|supports?|gives?|takes?|makes?|reviews?|confirms?)\b",
        ("that council adopts the policy", "the cabinet consider the costs"),
        ("the committee agreed", "the council was thanked"),
    ),
    Cue(
        "clause has some other thing done",
        "deed",
        "",
        rf"\b(?:be|to be) (?:[a-z]+ly )?(?!(?:{QUIET_DONE}|noted|taken as|asked for|deemed|considered to|satisfied|concerned|pleased|involved|able|allowed|held over|located|based|minded|opposed|present|content|open|absent|used|chosen|backed|borne|continued|carried forward|found proved|brought to an end|followed|admitted|conferred|affixed|flown|turned down|implemented (?:from|with effect|in accordance))\b)(?:re-?)?[a-z]{{2,}}(?:ed|en|wn|ght|ade|eld|out|ent|ut)\b|\b(?:be|to be) (?:had|got|begun|wound|gone (?:over|into|through)|let (?:know|have)|dug|hung|swept|run together|mown|ready|to hand|in the post|in attendance)\b|\bbe able to (?:see|read|find|look|get|have|hear|follow|track|check|book|comment|reach)\b",
        (
            "that the sign be repainted",
            "the wording to be tightened",
            "that residents be able to see the readings",
        ),
        ("that the report be noted", "to be content"),
    ),
    Cue(
        "clause is for a meeting of many",
        "deed",
        "",
        r"\bmeet (?:once|again|with|every|at least|jointly)\b|\b(?:be|to be|is) (?:set up|established|formed|convened|held)\b|\bto have (?:a|an)\b|\bto be (?:evidenced|set|shown)\b",
        ("the chairs of the panels meet once a term", "a task group be set up"),
        ("the meeting closed",),
    ),
)

CHANGES = next(cue for cue in DEEDS if cue.name == "clause changes what it approves")

# an undertaking inside a clause that only notes: "noted that the Director would let members have the figures"
PROMISED = Cue(
    "noted, with a promise in it",
    "deed",
    "",
    rf"\b(?:undertook|(?:had|has|have) undertaken|agreed|offered|promised) to\b|\bpromised (?:the|a|an|it|this|them|these)\b|\b(?:{POST})s?(?: [a-z&,()'-]+){{0,5}}? (?:would|will|is to|are to) (?:{DO})\b|\b(?:he|she|officers|(?:mrs?|ms|miss|dr|cllr|councillor) [a-z'-]+) (?:would|will|is to) (?:{DO})\b(?![^.;]* later (?:on|in))"
    r"|\bwould be (?:sent|circulated|supplied|shared|forwarded|put|emailed|passed) (?:to|on|out|round|with)\b"
    r"|\b(?:had|has|have) (?:still|yet) to be (?:supplied|provided|sent|given|circulated|answered|shared)\b",
    (
        "to note that the roads manager would circulate the times",
        "noted that the commander had undertaken to let members have this",
        "that mrs ode would put the maps on the website",
        "that the roads manager had promised the list",
        "that the list had still to be supplied",
    ),
    (
        "noted that the final accounts would be laid in june",
        "to note that officers were continuing to meet",
        "to note the work undertaken to review the policy",
        "that the inspector's letter was awaited",
    ),
)
CUES = (*DEEDS, *QUIETS, PROMISED)

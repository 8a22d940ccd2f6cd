"""What only describes: how a thing works or will work, whose deed it is that no clerk would chase, how the meeting is run."""

from .cue import Cue

# what is done to things and sums: a fact of the service, not a deed for members
_FACTS = (
    "met|paid|opened|finished|used|launched|rolled|saved|gained|allowed|awarded|built|renewed|planted|honoured|known|resolved|led|fined|fitted|determined|adopted|decided|implemented|introduced|"
    "spent|funded|financed|charged|based|limited|expected|affected|appointed|recruited|employed|elected|sold|bought|shut|run|lost|found|felt|served|delivered|replaced|refurbished|rebuilt|relaid|dredged|"
    "converted|demolished|retendered|transferred|compensated|made (?:redundant|up|welcome|in|to)|held (?:on|at|in|to|as|if|every|each)|carried out|collected|crewed|staffed|painted|emptied|"
    "weighed|scored|assessed|evaluated|considered (?:on|by|in)|looked at (?:on|by)|taken (?:before|in|first|together)|published in|submitted to|monitored|inspected|reduced|increased|phased|split|pooled|invested"
)

CUES = (
    Cue(
        "those served would",
        "describes",
        "residents tenants patients parents carers families pupils customers households drivers motorists applicants bidders consultees landlords traders "
        "claimants visitors users students learners passengers children people everyone anyone callers clients victims households leaseholders taxpayers users governors",
        r"\b(?:residents|tenants|patients|parents|carers|families|pupils|customers|households|drivers|motorists|applicants|bidders|consultees|landlords|traders|claimants|visitors|users|students|learners|passengers|children|people|everyone|anyone|callers|clients|victims|leaseholders|taxpayers)\b(?: (?:who|in|with|of|on|affected|concerned|wishing)\b[^.,;]{0,50}?)? (?:would|will|must|may)\b",
        ("residents would be able to book online", "tenants who reported damp would be visited"),
        ("residents were told",),
        also="would will must may",
    ),
    Cue(
        "outsiders would",
        "describes",
        "contractor contractors provider providers supplier suppliers consultants developer developers applicant operator government department treasury ministry agency inspector "
        "inspectors ofsted regulator coroner court tribunal university auditors bank insurers landlord landowner owner owners company firm builder trustees client inspectorate surveyors revenue",
        r"\b(?:contractors?|providers?|suppliers?|consultants|developers?|applicant|operator|government|department|treasury|ministry|agency|inspectors?|ofsted|regulator|coroner|court|tribunal|university|auditors|bank|insurers|landlord|landowner|owners?|company|firm|builder|trustees|client|inspectorate|revenue),? (?:would|will)\b",
        ("the consultants would produce a draft", "the inspector will issue her report"),
        ("the contractor was late",),
    ),
    Cue(
        "things would",
        "describes",
        "scheme project programme strategy policy plan system centre building site land work works post posts grant fund money cost costs contract condition survey trial pilot "
        "changes levy charge charges phase bid lease road roof savings saving funding surplus school schools depot strategy funds app website hub bill",
        r"\b(?:scheme|project|programme|strategy|policy|plan|system|centre|building|site|land|works?|posts?|grants?|funds?|money|costs?|contract|condition|survey|trial|pilot|changes|levy|charges?|phase|bid|lease|road|roof|savings?|funding|surplus|schools?|depot|app|website|hub|bill) (?:would|will)\b",
        ("the scheme would be rolled out", "work would begin in the spring"),
        ("the scheme was late",),
        also="would will",
    ),
    Cue(
        "a body would decide",
        "describes",
        "cabinet council executive board committee governors parliament panel authority partnership trust",
        r"\b(?:cabinet|council|executive|board|committee|governors|parliament|panel|authority|partnership|trust) (?:would|will) (?:also |then |now )?(?:consider|decide|determine|receive|take|adopt|approve|meet|have|need|be (?:asked|required|consulted|able|better|expected|bound)|gain|lose|save|continue|pay|seek|sell|own|retain)\b",
        ("cabinet would consider the matter on the 14th", "the council would receive the land"),
        ("the board would write",),
        also="would will",
    ),
    Cue(
        "were it to happen",
        "describes",
        "if unless without",
        r"(?<!asked )(?<!wondered )(?<!enquired )(?<!queried )(?<!see )\b(?:if|unless) (?:a|an|any|every|the|there|it|no|this|such|one|that) [^.;]{3,90}?\b(?:would|will|could)\b|^without (?:the|a|this|it)\b[^.;]{3,60}?\bwould\b|\bwould [^.;]{3,60} if (?:a|an|any|the|it|there|no) ",
        ("if a school were to close the governors would write", "without the levy it would have to close"),
        ("he asked if the plan could be sent",),
    ),
    Cue(
        "as a habit",
        "describes",
        "each every always routinely normally usually annually customary course rule turn rotation once twice practice run basis stages",
        r"\b(?:each|every) (?:year|month|week|quarter|day|case|term|time|autumn|spring|two|three|five|few|bid|new|school|application|child|pupil)\b|(?<!not )\b(?:always|routinely|normally|usually|annually|customary|customarily|as a (?:matter of course|rule)|in (?:turn|rotation|stages)|(?:once|twice) an? \w+|(?:the|this was|standard|normal) practice|normal run|on an? \w+ basis)\b",
        ("every case would be looked at each week", "as was customary the mayor would lay a wreath"),
        ("each of them spoke",),
    ),
    Cue(
        "a paper says",
        "describes",
        "report strategy plan policy protocol document paper guidance act regulations terms agreement contract law under part next first second final code arrangements",
        r"\b(?:report|strategy|plan|policy|protocol|document|paper|guidance|act|regulations|agreement|contract|law|code) (?:also |now )?(?:stated|states|sets? out|said|says|provided|provides|proposed|proposes|described|explained|recommended|showed|required|requires|allowed|made clear)\b|\bunder (?:the|its|this|these) (?:new |proposed |terms of (?:the )?)?(?:protocol|scheme|act|policy|contract|rules|agreement|arrangements?|procedure|plan|code)\b|\bas part of (?:the|a|its|their|this)\b|\b(?:next|first|second|final) (?:steps?|phase|stage) (?:would|will|was|were|is|included)\b",
        ("the report stated that officers would review it", "under the protocol the duty officer would ring"),
        ("the report was late",),
    ),
    Cue(
        "runs the meeting",
        "describes",
        "take taken move adjourn vote voting abstain leave allow call invited asked speak chair withdraw speakers support voted",
        r"\b(?:would|will) (?:then |now |first |therefore )?(?:take (?:items?|questions|the (?:vote|chair|items?|report))|move to (?:the|a) vote|adjourn|open (?:the|it)|move on|allow|vote|abstain|leave the (?:room|meeting|chamber)|call (?:the |on |each )|be (?:voting|abstaining|taken (?:in|first|together|next|as|after))|speak (?:as|in|against|for)|withdraw from)\b|\b(?:invited|asked) (?:(?:the|mrs?|ms|cllr|councillor) (?:[a-z'-]+ ){1,5}|members |those present )to (?:introduce|note|speak|sum up|declare|say whether|present|leave|be seated|vote)\b",
        ("the chair invited the officer to introduce the report", "he would be voting against"),
        ("members asked the officer to write",),
    ),
    Cue(
        "what one would think",
        "describes",
        "would",
        r"\bwould (?:have (?:preferred|liked|thought|wished|been|had|cost|hoped|expected)|argue|support|be (?:surprised|sorry|better|worse|wrong|right|voting|standing|retiring|leaving|attending|missed|the (?:first|last|case))|like to (?:thank|think|say|congratulate)|look forward|never|still|only|no longer|cost|mean|save|allow|enable|lead|result|depend|belong|apply|last|close|open|begin|start|complete|end|have (?:room|six|one|two|three|no (?!objection|difficulty|problem|hesitation|issue)))\b",
        ("she would be sorry to see it go", "it would cost £4,000", "he would have preferred a bridge"),
        ("she would send it",),
    ),
    Cue(
        "would be a fact",
        "describes",
        "would will",
        rf"\b(?:would|will) (?:also |then |now |all |both |first |only |again )?be (?:also |then |\w+ly )?(?:{_FACTS})\b",
        ("the cost would be met from reserves", "the next meeting would be held on 4 may"),
        ("a copy would be sent to members",),
        also="be",
    ),
    Cue(
        "an aim",
        "describes",
        "reduce improve increase deliver develop promote support enable maximise minimise encourage strengthen embed tackle maintain build create protect achieve prevent raise hold manage provide secure ensure",
        r"^(?:\W*)(?:to )?(?:reduce|improve|increase|deliver|develop|promote|support|enable|maximise|minimise|encourage|strengthen|embed|tackle|maintain|build|create|protect|achieve|prevent|raise|manage|hold [a-z ]{3,40}to account|secure|ensure that all|provide (?:a safe|high|good|better|support|value))\b(?! (?:with|this|it|the matter))",
        ("to reduce waiting times", "improve the experience of callers", "to hold the executive to account"),
        ("members asked officers to improve it", "raise with the contractor"),
    ),
    Cue(
        "a service's next steps",
        "describes",
        "consultation recruitment work works construction training staff system pilot campaign strategy contract tender phase rollout roll survey programme website bids funding app scheme building guidance policy framework vacancies posts",
        r"\b(?:consultation|recruitment|works?|construction|staff training|staff|system|pilot|campaign|strategy|contract|tenders?|phase \w+|roll-?out|survey|programme|website|bids|funding|app|scheme|building|framework|vacancies|posts) (?:is |are )?to be (?:re-?)?(?:launched|rolled out|started|begun|completed|recruited|introduced|awarded|procured|implemented|carried out|undertaken|delivered|finished|published|filled|advertised|trained|tendered|let|built|developed|extended|embedded|commissioned|evaluated|upgraded|replaced)\b",
        ("consultation to be launched in may", "staff to be trained in the new system"),
        ("a letter to be sent to the trust",),
        also="to",
    ),
    Cue(
        "a rule",
        "describes",
        "submitted approved commencement occupation bookings nominations motions applications questions shall entries tickets development conditions condition hours",
        r"\b(?:submitted to and approved|prior to (?:the )?(?:first )?(?:commencement|occupation|use)|no development shall|shall (?:not |only )?(?:be|take|commence|have|open)|(?:bookings?|nominations|motions|applications|questions|entries|tickets|claims|objections|representations) (?:must |should |are |is )?(?:to )?be (?:made|submitted|received|sent|lodged|returned|in writing|given))\b",
        ("details of materials to be submitted to and approved by the authority", "bookings to be made by telephone"),
        ("a report to be submitted to the panel",),
    ),
)

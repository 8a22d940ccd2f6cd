"""Which of the ten kinds a follow-up is, in the order of the labelling guide: the first that fits is taken.

The patterns run over the follow-up's own words, made plain. Order matters, and each rule says of what kind it is
in `family`. What none of them fits is "other".
"""

from .cue import Cue

_DECIDER = (
    r"(?:the )?(?:full )?(?:(?:county|borough|city|district|town|national) )?(?:cabinet|executive|council|policy and resources committee|secretary of state|government|nhs(?: [a-z]+){0,4}|icb|"
    r"(?:[a-z]+ ){0,3}integrated care board|ccgs?|f & gp|health and wellbeing board|portfolio holder(?:[ ,]+[a-z']+){0,8}|cabinet members?(?:[ ,]+[a-z']+){0,8}|lead member(?: [a-z]+){0,6}|executive (?:member|councillor)(?:[ ,]+[a-z']+){0,8}|"
    r"assistant (?:city )?mayor|mayor|leader(?: [a-z]+){0,4}|police and crime commissioner|commissioner|board of governors|authority|[a-z]+ committee|overview and scrutiny committee|health overview and scrutiny committee|member of parliament)"
)
# parts of words of which each of these names has one
_OF_DECIDERS = "authority board cabinet ccg commissioner committee council exec government gp icb lead mayor nhs parliament portfolio secretary"
# the same where a pattern begins with it: of each name the last words are then enough, and found sooner
_A_DECIDER = (
    r"(?:cabinet(?: members?(?:[ ,]+[a-z']+){0,8})?|executive(?: (?:member|councillor)(?:[ ,]+[a-z']+){0,8})?|council|(?<=[a-z] )committee|secretary of state|government|nhs(?: [a-z]+){0,4}|icb|"
    r"integrated care board|ccgs?|f & gp|health and wellbeing board|portfolio holder(?:[ ,]+[a-z']+){0,8}|lead member(?: [a-z]+){0,6}|mayor|leader(?: [a-z]+){0,4}|commissioner|board of governors|authority|member of parliament)"
)
_FIGURES = (
    r"\b(?:figures?|number(?:s)? of|how many|how much|breakdown|broken down|split|statistics|data|dataset|percentages?|proportion|per cent|benchmarking|"
    r"average|totals?|rates? (?:of|for|by)|costs? of|response times?|trend|take-up|by (?:ward|area|division|district|locality|neighbourhood|depot|region|parish|team|directorate|postcode|town|school|block)|analysis for)\b"
)
_MEET = r"(?:committee|panel|board|commission|scrutiny|sub-committee|forum|cabinet|members|group)"

CUES = (
    Cue(
        "recommended to",
        "recommendation",
        "recommend",
        rf"\brecommend(?:s|ed)? (?:to |that )?{_DECIDER}\b|\b{_A_DECIDER} be (?:formally )?recommended\b|\brecommendations? (?:\([a-z]\) )?(?:[a-z ,-]+ )?(?:be )?(?:submitted|referred|reported|forwarded|made|put|commended|to) (?:to )?{_DECIDER}\b|"
        r"\b(?:agreed|resolved) to recommend\b|^(?:that )?(?:the )?[a-z& ]{3,60}recommend(?:s|ed) (?:to|that)\b|^to recommend\b|\brecommends that\b|\brecommended to\b",
        (
            "cabinet be recommended to adopt a standard",
            "agreed to recommend that the tender be accepted",
            "recommends that the cabinet member publishes times",
        ),
        ("to look at recommendation 4a again",),
    ),
    Cue(
        "referred to a body that decides",
        "recommendation",
        "back commended conveyed drawn forward passed presented referred reported submitted",
        rf"\b(?:be |and )?(?:referred|commended|submitted|passed on|reported|presented|conveyed|forwarded|put forward|fed back|drawn to the attention of|drawn to) (?:on |back )?(?:to |the attention of )?{_DECIDER}\b",
        ("the report be commended to the cabinet", "its views be presented to cabinet on 3 may"),
        ("the figures be reported to members",),
    ),
    Cue(
        "body asked to consider",
        "recommendation",
        "account adopt asked called consider extend invited regard representations requested review support urged",
        rf"\b{_A_DECIDER} be (?:asked|requested|invited|urged|called upon) to (?:consider|have regard|take|note|support|review|reconsider|extend|adopt|confirm|agree|fund|allocate|approve|look again|think again|ensure)\b|\b(?:ask|asks|asked|urge|urges|request|requests|requested|invite)s? {_DECIDER} to (?:consider|review|reconsider|have regard|take account|support|extend|adopt)\b|\bmake representations to\b",
        (
            "that cabinet be invited to have regard to its comments",
            "to ask the executive to consider whether the target stands",
        ),
        ("to ask the clerk to send it",),
        also=_OF_DECIDERS + " representation",
    ),
    Cue(
        "put on the work programme",
        "work_programme",
        "added agenda carried deferred forward item moved postponed pre-decision programme put scheduled scrutiny subject taken work",
        r"\b(?:work|forward)(?:ing)? ?(?:work )?(?:programme|plan)\b|\bworkplan\b|\bprogramme of (?:work|meetings)\b|\b(?:future|next|meeting) agendas?\b|\bagenda item\b|\bpre-decision scrutiny\b|\bput (?:it |him |her |them )?(?:down|in) (?:instead )?for\b|\b(?:the )?items? (?:on|about|relating to) [a-z ,&'-]+ (?:be|would be|to be) (?:put back|moved|deferred|brought forward|taken|added|postponed|rescheduled|scheduled|carried)\b|\bitem be (?:taken|deferred|moved)\b|\bthe item would be taken\b|\bbe the subject of its (?:workshop|meeting|next)\b|\bscrutiny should look at\b",
        (
            "be added to the work programme",
            "that the item on tolls be put back to june",
            "put down for the next meeting",
        ),
        ("a programme of repairs",),
    ),
    Cue(
        "moved on the programme",
        "work_programme",
        "back brought deferred merit moved postponed",
        r"\b(?:brought forward|put back|moved back|moved|deferred|postponed) (?:from [a-z0-9 ]+ )?(?:to|until) (?:the |january|february|march|april|may|june|july|september|october|november|december)|\bmerit a place\b",
        ("would be brought forward from march to the next meeting",),
        ("the motion was put to the vote",),
    ),
    Cue(
        "briefing",
        "briefing",
        "briefing demonstration presentation seminar session short training webinar workshop",
        r"\bbriefing(?! note| paper)\b|\bseminar\b|\btraining\b|\bpresentation (?:be|to be|on|for|from)\b|\b(?:awareness|drop-in|information|training|induction|refresher|further) sessions?\b|\bshort talk\b|\bdemonstration\b|\bwebinar\b|\bworkshop\b|\bsession for members\b|\binformation sessions\b",
        ("a member briefing be requested", "an awareness session on risk", "a seminar for all members"),
        ("circulate a briefing note", "the slides of the presentation were sent"),
    ),
    Cue(
        "comes back to a meeting",
        "report",
        "board bring cabinet commission committee feed forum further group meeting members panel report request return scrutiny",
        rf"\b(?:further |progress |annual |detailed |another |regular |update |written )*(?:reports?|updates?|paper|review|evaluation|statement|policy|strategy|response|shortlist|findings|protocol|proposals|position|plan)\b[^.;]{{0,120}}\b(?:be |to be |would be |will be )?(?:brought|submitted|presented|made|provided|reported|given|shown|come|taken|considered|seen)(?: back)?\b[^.;]{{0,60}}\b(?:to|at|for|by) (?:the |this |its |a |an )?(?:[a-z]+ )?{_MEET}\b|"
        r"\breport(?:s|ed)? (?:back|progress|on|to the|these|the)\b[^.;]{0,90}\b(?:meeting|months|committee|panel|board|commission|january|february|march|april|may|june|july|september|october|november|december)\b|\breport(?:s|ed)? back\b|\b(?:further|progress|update|annual|follow-up|monitoring) report\b|\bbring (?:a|an|something|back|proposals|forward)\b[^.;]{0,80}\b(?:to|meeting|committee|panel)\b|\bbring(?: it| this| them)? (?:back )?to (?:the|a) [a-z0-9 ]*meeting\b|\bfurther (?:verbal )?update\b|\breturn (?:in|to)\b[^.;]{0,40}\breport\b|\bmore detailed report\b|\brequest(?:ed|s)? a (?:further )?(?:report|update)\b|\bfeed back to (?:the )?(?:commission|committee|panel|board)\b",
        (
            "a report on progress be brought to the panel in may",
            "report back to the next meeting",
            "a further report be made",
        ),
        ("the report be noted",),
        also="bring evaluation feed findings paper plan policy position proposals protocol report response return review shortlist statement strategy update",
    ),
    Cue(
        "change to future reports",
        "report",
        "column commentary dashboard forward from future iteration narrative paper quarter report scorecard summary time update version",
        r"\b(?:next|future|subsequent|coming|monitoring|quarterly|annual|year-end|year's|third quarter|q[1-4]|fq[1-4]|quarter [a-z0-9]+|each) (?:[a-z]+ )?(?:reports?|updates?|papers?|scorecards?|reporting|dashboards?|iterations?|versions?|time)\b|\breports? (?:[a-z ]+ )?(?:in (?:the )?future|from now on|going forward|should|to show|to include)\b|\b(?:in (?:the )?future|from now on|going forward)\b[^.]{0,80}\b(?:report|show|include|contain|column|table)|\b(?:shown|reported|presented|included|separately)\b[^.]{0,50}\bin future\b|"
        r"\bfrom quarter \w+\b|\bin the [a-z0-9 ]*(?:quarter|q\d|monitoring|budget) (?:report|paper)\b|\bcolumn be (?:included|added)\b|\badditional column\b|\bnext time\b|\b(?:report|paper|narrative|scorecard|commentary)s? (?:coming to [a-z ]+)?(?:should|ought to|have|has|had|give|say|state|show|include)\b|\bfrom now on\b|\bnarrative for any\b|\bsummary tables\b|\bbudget paper\b|\bpaper to be done\b",
        ("the longest waits be shown in the next report", "reports should say why", "an additional column be included"),
        ("it was reported that all was well",),
    ),
    Cue(
        "letter",
        "letter",
        "chair letter reminder writ",
        r"(?<!in )\b(?:write|writes|writing|written) (?:again |formally |back |round )?to\b|\b(?:happy|agreed|willing) to write\b|\b(?:further|another|a|send a) letter\b|\bletter (?:to|be sent|of)\b|\bletter from the chair\b|\ba reminder\b|\bin a letter\b|\bthe chair reply\b",
        ("the chair write to the minister", "a reminder be sent"),
        ("reply in full to the member",),
    ),
    Cue(
        "written answer",
        "written_response",
        "answer outside question reply respond response writing written",
        r"\bin writing\b|\bwritten (?:response|reply|answer|update|explanation|statement)\b|\banswers? to (?:those|these|the|his|her|their|that) questions?\b|\b(?:reply|respond|response|an answer) (?:to (?:him|her|the member|councillor|cllr|mr|mrs|ms)|direct)\b|\bto the member outside\b|\bfor reply\b",
        ("reply to her in writing", "a written response would be given"),
        ("the reply was long",),
    ),
    Cue(
        "figures",
        "data",
        "analysis area average benchmarking block breakdown broken cent cost data depot district division figure locality many much neighbourhood number parish postcode proportion rate region response school split statistics take-up team total town trend ward",
        _FIGURES,
        ("a breakdown by ward", "how many had left", "the number of leavers"),
        ("a list of members",),
    ),
    Cue(
        "visit or meeting",
        "meeting",
        "along attend book come coming date down finish invit meet part see session sit tour walk working",
        r"\bvisits?\b|\binvit(?:e|ed|ation)\b|\bworking group\b|\btask (?:and|&) finish\b|\bmeeting of\b|\b(?:additional|special|extra|separate|joint|further) meeting\b|\b(?:be asked )?(?:to )?(?:attend|come along|come to)\b|\b(?:arrange|arranged|set up|fix|organise|convene|find|look at|circulate)(?: an?| some| the| suitable)? (?:informal |evidence |suitable )?(?:meeting|session|tour|dates?|visit)\b|\bevidence session\b|\bmeet (?:with|once|again)\b|\bsit in\b|\bsit down with\b|\bgo and see\b|\bcoming along\b|\bbook a room\b|\bput him down\b|\bpart in\b|\bwalk the\b",
        ("a visit be arranged", "he be invited to attend", "look at suitable dates"),
        ("the meeting ended",),
    ),
    Cue(
        "facts or papers supplied",
        "information",
        "advise appended available back circulat clarification copies copy definition detail distribut email find forward given glossary guide information informed issue let link list note notified obtained provid published relayed send sent shar shown sight slides summary suppl told",
        r"\b(?:send|sent|sending|circulat\w+|re-circulat\w+|shar(?:e|ed|ing)|provid(?:e|ed|ing)|suppl(?:y|ied)|forward(?:ed)?|email(?:ed)?|issue[ds]?|distribut\w+|appended|published|obtained|notified|informed|relayed)\b|\bmade available\b|\blet (?:the )?(?:\w+ ){1,6}?(?:know|have)\b|\b(?:find|finding) out\b|\b(?:get|come) back to\b|\b(?:information|note|list|link|copy|copies|definition|details?|slides|guide|glossary|summary)\b|\b(?:be|to be) (?:told|given|shown)\b|\bsight of\b|\badvise (?:the )?(?:members|committee|panel)\b|\bclarification\b",
        ("a list be sent to members", "let him know", "find out and email members"),
        ("the chair write to the trust",),
    ),
)

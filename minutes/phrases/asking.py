"""Asks: members or the chair want something; questions, which are asks only when nobody could answer them."""

from .cue import Cue
from .words import BODY, DO, DONE

_WANT = r"(?:also |very much |all |certainly |particularly |rather )?(?:like|love|prefer|wish|welcome|appreciate|value|want|be grateful for|find it \w+|expect)"

# whose asks count as the body's own, at the opening of a clause
_ASKERS = (
    r"(?:(?:[a-z-]+ ){0,3}(?:committee|panel|board|commission|forum|authority|sub-committee|group)|members|councillors|governors|"
    r"(?:vice-)?chair(?:man|woman|person)?|convener|(?:lead|co-opted|committee|board) members?)"
)

CUES = (
    Cue(
        "asked that",
        "ask",
        "asked requested asks requests requesting urged",
        r"\b(?:asked|requested|requests|asks|requesting|urged|request)(?: the \w+)? that\b",
        ("members asked that the slides be sent out", "the panel requests that"),
        ("he asked what that meant",),
        also="that",
    ),
    Cue(
        "asked, that",
        "ask",
        "asked requested suggested proposed asks requests",
        r"\b(?:asked|requested|suggested|proposed|asks|requests)\b[^.;]{1,70}?,? that (?:the |all |any |an? )?(?:[a-z'-]+ ){1,6}?(?:be|look|give|go|come|put|show|have|include|provide|make|send|bring|consider|write|report)\b|\basked (?:the |councillor |cllr |mrs? )?(?:(?!(?:how|what|why|whether|if|when|where|who|which|about|for|that|to)\b)[a-z'-]+ ){1,6}to (?!(?:the|an?|his|her|their|its|this|that)\b)",
        (
            "the leader asked, on recommendation 1, that the officer look again",
            "she asked the service to bring a report",
        ),
        ("she asked that question", "he asked who was to pay"),
    ),
    Cue(
        "asked for",
        "ask",
        "asked requested asks requests request sought seeks seek requesting pressed",
        r"\b(?:asked|asks|pressed|went on to ask) (?:\w+ )?(?:again )?for\b|(?<!as )\brequested (?!(?:by|at|in|to|on|of|for|from|and|or|but|had|has|have|was|were|is|are|be|as|when|who)\b)[a-z]|\basked (?:the |councillor |cllr |mrs? |his |her |their )?(?:(?!(?:how|what|why|whether|if|when|where|who|which|about|that|to)\b)[a-z'-]+ ){1,8}?for (?:an?|the|more|further|some|any|sight|details?|information|figures|data|numbers?|cop(?:y|ies)|statistics|evidence|examples|clarification|advice|updates?)\b|\bfurther information (?:was|be) (?:sought|requested)\b|"
        r"\bsought (?:a |an |further |more |some |additional |clarification|detail|information|sight)",
        (
            "the committee asked for a list",
            "further information was sought on demand",
            "councillor lowe requested a breakdown",
            "members requested uptake by practice",
            "the panel asked the inspector for figures on theft",
        ),
        ("he asked how long it took", "the list requested by the panel", "as requested in may"),
    ),
    Cue(
        "asked to see",
        "ask",
        "asked wished wanted keen wish wants requested asks ask",
        r"\b(?:asked|wished|wanted|keen|wish|wants|ask|requested|interested)(?: also)? (?:to (?:see|have|be (?:told|given|shown|sent|kept|notified|informed|advised|provided)|receive|know|hear|look)|sight|in (?:seeing|reading|having|hearing))\b",
        ("members asked to see the reply", "she was keen to see it split by ward", "asked to be notified when it came"),
        ("he wished everyone well",),
    ),
    Cue(
        "a body asked",
        "ask",
        "asked requested directed required asks requests directs",
        rf"(?:^|[,;:] |\b(?:and|but|so|although|while) )(?:the |all )?(?:elected |committee |panel |board |parish |ward |other |several |some )?{_ASKERS} (?:also |therefore |then |again |further |now |all |both |each |duly |specifically |formally )?(?:(?:asked|asks) (?:that|for|to (?:be|see|have|receive|look|hear)|(?!(?:members|councillors|everyone|those|questions?|how|what|why|whether|if|when|where|who|which|about|to|an?)\b)(?:[a-z'-]+ ){{1,7}}?(?:for|to (?!(?:explain|say|clarify|comment|speak|introduce|outline|elaborate|the|note|leave)\b)))\b|(?:requested|requests|directed|directs)\b(?! (?:by|at|in|of)\b))"
        r"|^(?:\w+ )?it was (?:also |further |then |therefore |again )?(?:asked|requested|directed|required) (?:that|for)\b",
        ("members asked for a map", "the panel also requested that it be sent", "it was asked that the sign be moved"),
        ("members asked how many there were", "the residents had asked for it", "members asked a number of questions"),
    ),
    Cue(
        "was asked for",
        "ask",
        "asked requested sought wanted desired wish called",
        r"\b(?:was|were) (?:also |then |further )?(?:asked for|requested|called for|wanted|desired|sought(?! from))\b(?! (?:to|that)\b)|\b(?:was|were) the (?:wish|request|desire)\b|\bat (?:the )?(?:chair'?s?|members'?|committee's|panel's|board's) request\b",
        (
            "figures by ward were asked for",
            "a report on this was requested",
            "it was the wish of the panel that it open",
        ),
        ("he was asked to leave", "members were asked that"),
    ),
    Cue(
        "a body recommends",
        "resolve",
        "recommends recommended recommend urges urged calls called lobby press pressed commended commends",
        rf"(?:^|[,;:] |\b(?:and|that|but) )(?:the |this |all )?{_ASKERS} (?:also |therefore |then |further |formally |strongly |now )?(?:recommends?|recommended|urges?|urged|calls? (?:up)?on|called (?:up)?on|commended|commends|suggests|advises)\b(?! (?:for approval|in the report|the officers)\b)",
        ("the panel recommends that the trust look again", "members urged cabinet to think again"),
        ("the report recommended that", "the auditors recommended it"),
    ),
    Cue(
        "agreed that it be done",
        "resolve",
        "agreed resolved decided determined directed required moved agree agrees decision",
        rf"\b(?:agreed|resolved|decided|determined|directed|required)(?: (?:unanimously|therefore|also|further|by assent|nem con),?)? that (?:(?!(?:was|were|had|is|are|has|could|there|no|be|should|would|will)\b)[a-z0-9'/&(),-]+ ){{1,12}}?(?:should(?! have\b)|(?:would|will|shall) (?:be|{DO})\b|be|(?<!the )(?<!\ba )(?<!an )(?<!this )(?<!that )(?<!any )(?<!its )(?:{DO}))\b(?! (?:was|were|had|is|are|has|would|could|should)\b)(?! (?:be )?(?:a |an )?(?:correct|true|accurate|noted|approved|received|accepted|endorsed|helpful|useful|taken as read|adjourned|excluded|more|better|worth|good|glad))"
        r"|\b(?:it was|was|were|committee|panel|board|forum|members|council|group|sub-committee|and) (?:also |further |then |unanimously |therefore )?(?:agreed|resolved|decided|determined) to (?!(?:note|approve|receive|adopt|endorse|accept|support|differ|be|the|this|its|go into|suspend|continue|adjourn|exclude|take (?:the |this )?(?:item|vote|report)|reconvene|vote|hear|proceed|grant|refuse|appoint|elect|extend the meeting)\b)[a-z]+\b"
        rf"|^(?:to agree|agreed|decision:?|agrees) (?:that |to )(?:(?!(?:was|were|had|would|is|are|has|note|approve)\b)[a-z0-9'/&-]+ ){{0,8}}?(?:be|{DO})\b(?! (?:noted|approved|received|adjourned))",
        (
            "it was agreed that officers investigate the noise",
            "the board resolved that a letter be sent",
            "it was agreed to advertise the vacancy",
            "it was agreed that the wording should be altered",
            "the panel agreed that this (with the plan) would be shared",
            "to agree that an update be provided",
        ),
        (
            "members agreed that the trial had been worthwhile",
            "it was agreed that the minutes be approved",
            "members agreed that the report was clear",
            "it was agreed to note it",
        ),
    ),
    Cue(
        "asked if could",
        "ask",
        "asked ask enquired wondered queried whether could",
        r"\b(?:asked|enquired|inquired|wondered|queried)\b[^.;]{0,60}\b(?:if|whether)\b[^.;]{0,90}\b(?:could|might|can|would|may)\b",
        ("he asked if he could see the plan", "she enquired whether the panel might have the terms"),
        ("he asked if the roof had been mended",),
        also="if whether",
    ),
    Cue(
        "would like",
        "want",
        "would 'd he'd she'd",
        rf"\bwould {_WANT}\b|'d {_WANT}\b|\bwould be (?:glad|grateful|pleased|interested|keen|happy) (?:to see|to have|to know|to receive|if|for)\b|\bwould (?:also )?want\b",
        ("he would like to see the figures", "the panel would welcome a note", "he would be glad to see the costs"),
        ("it would look odd",),
        also="like love prefer wish welcome appreciate value want be find expect",
    ),
    Cue(
        "would help",
        "want",
        "help helpful useful interest appreciated welcome welcomed assist difference helped instructive worthwhile beneficial valuable sensible merit",
        r"\b(?:would|might|could|may) (?:also |perhaps |only )?(?:be|prove|find it) (?:\w+ )?(?:helpful|useful|of (?:interest|use|help|value|more use)|appreciated|welcome|welcomed|instructive|worthwhile|beneficial|valuable|good|interesting|sensible|worth)\b|"
        r"\bit would (?:help|assist|make all)\b|\bwould (?:have )?(?:help(?:ed)?|assist)\b|\bfind it (?:helpful|useful|interesting)\b|\b(?:thought|felt) (?:it|to be) (?:\w+ )?(?:helpful|useful|sensible)\b|\bthought (?:that )?it (?:would|might) be\b",
        (
            "it would be helpful to see a map",
            "a key to the marks would be appreciated",
            "it would help to have the worst site",
        ),
        ("the useful life of the plant",),
    ),
    Cue(
        "suggested",
        "suggest",
        "suggested proposed recommended suggests proposes suggestion recommends put",
        r"\b(?:suggested|proposed|recommended|suggests|proposes|recommends)\b|\bput forward\b|\bthe suggestion\b",
        ("it was suggested that officers show the number", "the chair recommended that"),
        ("the suggesting of names",),
    ),
    Cue(
        "should",
        "should",
        "should ought needs needed must deserved",
        rf"\b(?:should|ought to|must|needs to|needed to)(?: also| now| in future| always| all| both)?(?: be)? (?:\w+ )?(?:{DONE}|have|include|show|say|contain|give|look|be|see|state|add)\b|\bdeserved to be\b|\bwas needed\b",
        ("members felt that it ought to be shown", "the report should contain the numbers"),
        ("the shoulder season",),
    ),
    Cue(
        "should do",
        "should?",
        "should ought must",
        r"\b(?:should|ought to|must) (?:also |now |all |\w+ly )?(?!be\b|not\b|have\b)[a-z]+\b",
        ("the sub-group should meet again", "the cabinet should ensure that schools have a plan"),
        ("he should not worry", "it must be said"),
    ),
    Cue(
        "opinion",
        "opinion",
        "felt thought considered opinion view observed commented remarked noted believed pointed",
        r"\b(?:felt|thought|considered|believed) (?:it|that|the|this|there)\b|\bof the (?:opinion|view)\b|\b(?:was|were) (?:felt|thought|considered)\b",
        ("members felt that the table was hard to read",),
        ("a felt hat",),
    ),
    Cue(
        "question",
        "question",
        "asked enquired queried questioned wondered inquired query question queries asking pressed",
        r"\b(?:asked|enquired|queried|questioned|wondered|inquired|asking)(?: (?!(?:to|for|that)\b)\w+){0,8}? (?:how|what|whether|if|why|when|where|who|which|about|as to)\b|\b(?:queried|questioned)\b|\b(?:response|reply|answer) to (?:a|the|further|questions?|queries|councillor|another)\b|\ba question\b",
        ("a member asked how many there were", "councillor dale queried the target"),
        ("she asked for a list", "they asked the clerk to find out what it was"),
    ),
    Cue(
        "question mark",
        "question",
        "could would can had was were is are what how why when has did does might may will",
        r"\?['\")]*$",
        ("could the panel be told how each had ended?",),
        ("take?up of places rose",),
    ),
    Cue(
        "wanted to know",
        "question",
        "wished wanted sought know",
        r"\b(?:wished|wanted|asked|sought) to (?:know|understand)\b|\bsought (?:an |re|any )?assurances?\b",
        ("she wished to know how many had gone", "he sought an assurance on this"),
        ("he wanted to sing",),
    ),
    Cue(
        "could it be",
        "ask",
        "could can might may would",
        r"^\W{0,3}(?:[a-z]\) |[a-z. ]{2,30}: ?)?(?:could|can|might|may|would) (?:the|it|this|these|they|members|officers|we|a|an|he|she|someone|somebody|next|future|any|each|some|more|our)\b[^.]*\?|^\W{0,3}(?:[a-z. ]{2,30}: ?)?(?:could|can|might) [a-z'-]+ (?:\w+ ){0,4}?(?:be (?:shown|given|sent|provided|supplied|split|broken|told|included|put)|have|see|show|say|include|send|bring|come)\b[^.]*\?|\b(?:whether|if) (?:it|this|that|these|they|there|the \w+|an? \w+)(?: \w+){0,6} (?:could|might|may|can) (?:also )?be\b|\b(?:whether|if) (?:he|she|they|members|the (?:panel|committee|board|commission)) (?:could|might|may) (?:be|have|see)\b",
        (
            "could members see the scores?",
            "could next year's report say what was learned?",
            "members: could arrears be shown by ward?",
            "asked whether the scores could be shown",
            "asked if the committee could have the terms",
        ),
        ("could a tenant be moved",),
    ),
    Cue(
        "agreed that",
        "resolve",
        "agreed agree resolved concurred accepted left decided determined approved",
        r"\b(?:it was|was|were|also|and|the (?:committee|panel|board|group|commission|members?)|members|therefore|jointly)(?: \w+)? (?:agreed|resolved|decided|determined)(?: (?:unanimously|nem|con|therefore|by|general|consent|also|then)){0,3}(?: that| to|,| by|:)|^agreed (?:that|to)\b|\bit was left that\b|\bwas resolved\b",
        ("it was agreed that a visit be set up", "the board agreed to invite them", "agreed to invite the leads"),
        ("she agreed with him",),
    ),
    Cue(
        "subjunctive",
        "be done",
        "be",
        rf"\b(?:that|and|report|reports|information|members|it|they|this|these|presentation|slides|item|letter|visit|copy|note|list|chair|clerk|officer|cabinet|ones?|figures?|data|answers?|reminder|one|board|panel|committee) be (?:also |now |then )?(?:{DONE})\b",
        ("asked that the presentation be circulated", "that the cabinet be asked to reply"),
        ("it would be sent", "must be done"),
    ),
    Cue(
        "members want",
        "want",
        "wanted keen interested want wish wants",
        rf"\b(?:{BODY})(?: also| all)? (?:wanted|were keen|was keen|want|wished|were interested|was interested|were anxious)\b|\bkeen (?:to|for|that)\b",
        ("members were keen to hear more", "the panel wanted to see where"),
        ("nobody wanted it",),
    ),
    Cue(
        "breakdown",
        "thing",
        "breakdown figures figure data statistics numbers number split list copy details detail information note report update briefing explanation analysis definition link reasons summary answer reply evidence paper map sight narrative schedule plan results findings comparison benchmarking slides presentation",
        r"\b(?:breakdown|figures?|data|statistics|numbers|split|list|cop(?:y|ies)|details?|information|note|update|briefing|explanation|analysis|definition|link|reasons|summary|narrative|comparison|benchmarking|slides|presentation|answer|reply|sight of)\b",
        ("a breakdown by ward", "a copy of the plan"),
        ("the hall was full",),
    ),
    Cue(
        "next report",
        "future",
        "next future forward now onwards report reports",
        r"\b(?:next|future|quarter \w+|q\d|year-end|monitoring|year's|q\d \w+) (?:\w+ )?(?:reports?|updates?|papers?|monitoring|agenda|time|meetings?|agendas|iterations?|versions?)\b|\bin (?:the )?future\b|\bfrom now on\b|\bgoing forward\b|\bfrom quarter\b",
        ("shown in the next report", "in future", "from now on"),
        ("the report was long",),
    ),
    Cue(
        "come back",
        "future",
        "meeting meetings back months months' january february march april may june july september october november december agenda",
        r"\b(?:brought|bring|come|report|reported|return|submitted|presented|taken|considered)(?: \w+){0,7} (?:to|at|for|in|by) (?:the |its |a |our |their |this )?(?:\w+ ){0,3}(?:meetings?|agenda|months|panel|committee|board|commission|january|february|march|april|may|june|july|september|october|november|december)\b",
        ("brought to the june meeting", "report back to the panel", "reported in six months"),
        ("the meeting closed",),
    ),
    Cue(
        "work programme",
        "programme",
        "programme plan planner agenda workplan workshop programmed item items topic topics subject theme list dive down put scrutiny",
        r"\bwork ?(?:programme|plan|planning)\b|\bprogramme of work\b|\bforward (?:plan|programme|work)|\b(?:agenda|standing|regular|future|single|rolling) (?:item|topic|subject|theme)s?\b|\bnext agenda\b|\bput (?:down|in) for\b|\bpre-decision scrutiny\b|\b(?:the|an|this) item (?:on|be|would|should|was)\b"
        r"|\b(?:on|onto|to|for|of) (?:the|its|a|an|our) (?:\w+ ){0,4}(?:agenda|list of (?:items|topics|future business)|long list|year's programme|programme of (?:topics|reviews))\b|\b(?:in|into|from|with) (?:the|its|next year's|this year's|the (?:panel|committee|board)'s) programme\b|\b(?:priority|possible|scrutiny|review) topics?\b|\ba good (?:subject|topic)\b|\bdeep dive\b",
        ("added to the work programme", "put down for july", "to be an agenda item", "placed on the agenda for may"),
        ("a programme of films",),
    ),
    Cue(
        "visit",
        "meeting",
        "visit invite invited invitation attend session workshop seminar training meet briefing tour date dates",
        r"\b(?:site |a |the |member )visits?\b|\binvit(?:e|ed|ation)\b|\b(?:training|awareness|drop-in|informal|briefing|evidence|further) session\b|\bworkshop\b|\bseminar\b|\bworking group\b|\btask (?:and finish )?group\b",
        ("a visit be arranged", "invited to attend"),
        ("visiting hours",),
    ),
    Cue(
        "letter",
        "letter",
        "write letter letters writing wrote",
        r"\bwrit(?:e|ing) (?:again )?(?:round )?to\b|\b(?:a|further|another|send|sent) (?:letter|reminder)\b|\ba letter\b",
        ("the chair would write to the trust",),
        ("she wrote well",),
    ),
)

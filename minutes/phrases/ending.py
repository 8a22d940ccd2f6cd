"""Asks and promises that come at the end of a sentence which tells something first, and replies told in the passive."""

from .cue import Cue
from .words import DO, DONE, POST, STATES

_DOER = rf"(?:he|she|they|officers?|(?:mr|mrs|ms|miss|dr|cllr|councillor) [a-z'-]+|(?:the )?(?:[a-z'&-]+ ){{0,5}}?(?:{POST})s?)"

_THEN_ASKED = r"(?:(?:he|she|they|members|and|so|the (?:chair|panel|committee|board)|(?:cllr|councillor) [a-z'-]+) )?(?:also |then |further |therefore |accordingly )?(?:asked (?:for|that|to (?:be|see|have)|(?:the |mrs? |ms )(?:[a-z'-]+ ){1,6}?to)|requested (?:that|an?|the|more|further|some)|sought (?:an?|more|further)|called for)\b(?!.{3,120}\b(?:was|were) (?:told|given|shown|advised|informed))"

CUES = (
    Cue(
        "asked that it be done",
        "ask",
        "asked requested asks requests proposed suggested recommended insisted urged",
        r"\b(?<!had )(?<!been )(?<!has )(?:asked|requested|requests|asks|proposed|suggested|recommended|insisted|urged)\b[^.;]{0,40}? that (?:(?!(?:was|were|had|would|could|will|is|are|has)\b)[a-z0-9',()-]+ ){1,14}?be "
        rf"(?:also |now |all |both )?(?:{DONE})\b",
        (
            "councillor dunmore asked that the quay steps be added to the work programme",
            "the vice-chair proposed, in view of the delay, that the matter be referred to the forum",
        ),
        ("she had asked that it be added", "he asked who would be asked"),
        also="that",
    ),
    Cue(
        "asked onto the programme",
        "ask",
        "programme plan agenda workplan",
        r"\b(?<!had )(?<!been )(?<!has )(?:asked|requested|requests|asks|proposed|suggested)\b[^.;]{0,40}? that [^.;]{3,120}? be (?:also |now )?"
        r"(?:added|included|placed|put|listed|entered|scheduled)\b[^.;]{0,30}? (?:to|in|on|onto|for) (?:the|its|our|this|next|a)\b[^.;]{0,25}?(?:\bwork ?(?:programme|plan)|\bworkplan|\bforward (?:plan|programme|work)|\bagenda)\b",
        (
            "councillor dunmore asked that dredging be added to the work programme",
            "the chair suggested that moorings be placed on the agenda for may",
        ),
        ("she had asked that it be added to the work programme", "he asked that the programme be sent to him"),
        also="asked requested requests asks proposed suggested",
    ),
    Cue(
        "and asked in the end",
        "ask",
        "asked requested sought proposed called",
        rf"\b(?:and|but) {_THEN_ASKED}|, {_THEN_ASKED}",
        (
            "councillor abbot had been given no date for the repairs and asked for one",
            "members noted that two had closed, and requested a fuller account",
        ),
        (
            "the trust had asked for it",
            "he was sent it and asked how it worked",
            "she rang and asked for it and was told",
        ),
    ),
    Cue(
        "which they would supply",
        "promise",
        "which would will agreed undertook promised offered",
        rf"\b(?:all of |both of |some of )?(?:which|these) {_DOER} (?:would|will|agreed to|undertook to|promised to|offered to|was to|were to) (?!(?:{STATES})\b)[a-z]+\b",
        (
            "the surveyor was asked for the reasons, which he would set down in writing",
            "members wanted the sums, which the treasurer agreed to find",
        ),
        ("the bridge, which would cost more", "a list of roads which they would like"),
        also="which these",
    ),
    Cue(
        "noted and would act",
        "deed",
        "noted acknowledged recognised accepted apologised agreed confirmed understood heard sympathised welcomed admitted shared",
        rf"\b(?:noted|acknowledged|recognised|accepted|apologised|agreed|confirmed|understood|heard|sympathised|welcomed|admitted|shared)\b[^.;]{{0,110}}?(?: and| but|,) (?:(?:he|she|they) )?(?:would|will) (?:also |now |therefore |gladly )?(?!(?:{STATES})\b)[a-z]+\b",
        (
            "the manager noted the remarks and would pass them to the depot",
            "she accepted that the signs were poor and would have a word with the firm",
        ),
        ("he noted that the road would close and would cost more", "the board noted the report"),
        also="would will",
    ),
    Cue(
        "not known and would be found",
        "promise",
        "would will could",
        r"\b(?:not (?:yet )?(?:known|to hand|available|certain|clear)|(?:did|do) not (?:know|have|hold)|unable to (?:say|answer|give)|could not (?:say|give|answer|recall)|without (?:notice|checking))\b[^.;]{0,70}?\b(?:and|but|so)\b[^.;]{0,40}? (?:would|will|could|agreed to|undertook to|offered to) (?!not\b)[a-z]+",
        (
            "the answer was not known and would be circulated",
            "she did not hold the numbers for each depot but could obtain them",
        ),
        ("it was not known if the road would open", "he did not know and would not guess"),
        also="not unable without",
    ),
    Cue(
        "a reply would be sent",
        "promise",
        "response responses reply replies answer answers explanation clarification",
        r"(?<!their )(?<!his )(?<!her )\b(?:response|reply|answer|explanation|clarification|responses|replies|answers)s?(?: to [^.;,]{3,60}?)? (?:would|will|to) (?:also |then |now )?(?:be (?:sent|given|provided|supplied|circulated|issued|made|emailed|forwarded|shared|sought|obtained|appended|attached)|follow)\b",
        ("a response to the petitioner would be sent within ten days", "full answers will be supplied by email"),
        ("the reply had been sent", "a reply would be too late"),
        also="be follow",
    ),
    Cue(
        "agreed to act",
        "promise",
        "agreed agrees",
        rf"\b{_DOER} (?:\([^)]{{2,50}}\) )?(?:also |then |therefore )?(?:agreed|agrees) to (?:also )?(?!(?:{STATES}|note|differ|disagree|approve|endorse|receive|accept|adopt|suspend|recommend|the|this|that|an?)\b)[a-z]+\b",
        ("the performance manager agreed to reinstate it", "mr dale agreed to walk the route"),
        ("the manager agreed to differ", "the trust agreed to that"),
        also="to",
    ),
    Cue(
        "offered members something",
        "promise",
        "offered promised offers",
        rf"\b{_DOER} (?:\([^)]{{2,50}}\) )?(?:also |then |kindly )?(?:offered|promised|offers) (?:members|councillors|the (?:committee|panel|board|group|forum|commission)|him|her|them|an?|further|more|some|any)\b",
        ("the analyst offered a session to any member who wanted one", "she offered members a look at it"),
        ("the college offered courses", "grants offered to traders"),
    ),
    Cue(
        "members would receive",
        "follows",
        "would will could expect",
        r"\b(?:members|councillors|all present|everyone|the (?:committee|panel|board|group|forum|commission|chair)|the (?:\w+ ){1,2}meeting|(?:cllr|councillor|mrs?|ms) [a-z'-]+) (?:would|will|could expect to|can expect to|should) (?:also |then |shortly |now |in due course )?(?:have|receive|get|see|hear) (?:an?|the|it|this|these|them|more|further|their|copies|details|answers|one)\b",
        ("members would receive the wording by friday", "the march meeting would have a full account"),
        ("members would have to wait", "the panel would see that it could be done"),
        also="have receive get see hear",
    ),
    Cue(
        "with somebody asked to do it",
        "tasked",
        "with tasked charged",
        rf"\bwith (?:(?!(?:which|whom|that|this|a view|regard|respect)\b)[a-z'&-]+ ){{1,6}}?(?:(?:tasked|asked|charged|agreeing|undertaking|promising|offering|instructed)(?: with|,)? )?to (?:{DO}|see to|produce|report)\b|\b(?:tasked|charged) with [a-z]+ing\b|\bwith (?:the )?(?:[a-z'&-]+ ){{1,6}}?(?:tasked|charged) to\b",
        ("the paper was sent back, with officers to bring another", "the clerk was tasked with drawing up a list"),
        ("a meeting with the trust had gone well", "with a view to move it"),
    ),
    Cue(
        "on condition",
        "resolve",
        "condition understanding provided proviso",
        r"\b(?:on (?:the |a )?(?:clear |strict )?(?:condition|understanding|proviso) (?:that|of)|with the proviso that|provided (?:that )?(?:the|a|it|this|members|officers)\b)",
        (
            "this was accepted on the understanding that a report would come in a year",
            "agreed, provided the lease was checked",
        ),
        ("a list was provided to members", "the condition of the roof"),
    ),
    Cue(
        "calls were made",
        "ask",
        "calls call requests plea pleas request",
        r"\b(?:calls?|requests?|pleas?) (?:was|were) (?:also |again )?(?:made|heard|received from members) (?:for|that|to)\b|\b(?:requests|calls|pleas) for (?:an?|the|more|further|sight)\b",
        ("calls were made for a fuller account", "a plea was made for more notice"),
        ("calls to the centre rose", "requests were answered"),
    ),
    Cue(
        "leave it with them",
        "promise",
        "leave left",
        r"\b(?:leave|left) (?:it|this|that|the (?:matter|point)) with (?:him|her|them|me|us|officers?)\b",
        ("the officer said to leave it with him",),
        ("the keys were left with her",),
    ),
    Cue(
        "agreed not to",
        "refusal",
        "agreed decided resolved preferred chose not",
        r"\b(?:agreed|decided|resolved|preferred|chose|elected) not to\b|\bnot (?:to )?(?:proceed|go ahead|take (?:it|this|that) (?:further|forward))\b",
        ("it was agreed not to go on with this", "members chose not to press it"),
        ("it was agreed to go on",),
    ),
    Cue(
        "and was shown it there",
        "answer",
        "handed read shown tabled given circulated answered received",
        r"\band (?:these|this|it|they|he|she|members|copies) (?:was|were) (?:then |duly |at once )?(?:handed|read|shown|tabled|passed)\b|\b(?:and|but) (?:was|were) (?:then |duly |at once )?(?:shown|handed|given|read|told)\b|\bsought,? and (?:was |were )?(?:given|received)\b|\brequested,? and (?:was |were )?(?:given|received)\b|\bwhich (?:was|were) (?:then |duly )?(?:given|handed round|read out|answered|shown)\b",
        ("members asked to see the lease and were shown it", "clarification was sought and given"),
        ("members asked to be shown it", "she would be given it"),
    ),
)

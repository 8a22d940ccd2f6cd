"""Clauses that close a matter: what a body notes, approves, declines, or orders for its own meetings.

The patterns run over one clause, made plain, its list marker left off.
"""

from .cue import Cue

QUIET_DONE = (
    "noted|received|approved|endorsed|welcomed|accepted|adopted|agreed|supported|thanked|commended(?! to)|confirmed|signed|"
    "stood down|wound up|disbanded|concluded|refused|granted|excluded|acknowledged|congratulated|ratified|"
    "appointed|elected|re-elected|nominated|co-opted|taken as read|considered and (?:noted|received)|deferred indefinitely|carried(?! out)|upheld|discharged|closed|recognised|appreciated|withdrawn|waived|increased|reduced|retained|dismissed|renewed|awarded|declared|overruled|reassured|assured|"
    "authorised(?! to take)|permitted|written off|released|confirmed|excused"
)

QUIETS = (
    Cue(
        "clause notes",
        "quiet",
        "",
        r"^(?:(?:that|to|it|the|also|otherwise|resolved|agreed|having [a-z ]+,?|and|committee|panel|board|commission|members|sub-committee|select|scrutiny|overview|council|cabinet|executive) )*(?:considered and |otherwise )?(?:notes?|noted|noting|be noted|receives? the|received|acknowledges?|acknowledged|welcomes?|welcomed|thanks?|thanked|commends?(?! (?:it )?to\b)|endorses?|endorsed|supports|supported|approves?|approved|adopts?|adopted|accepts?|accepted)\b",
        ("noted the update", "the committee noted the report", "to otherwise note the content"),
        ("the trust be asked to note the delay",),
    ),
    Cue(
        "clause only closes",
        "quiet",
        "",
        rf"\bbe (?:also |formally |now )?(?:{QUIET_DONE})\b",
        ("the report be noted", "the proposals be supported"),
        ("a visit be arranged",),
    ),
    Cue(
        "clause declines",
        "quiet",
        "",
        r"^(?:that )?no (?!later |more than |doubt )(?:[a-z]+ ){1,4}?be (?!asked|told|invited|requested)[a-z]+\b(?! (?:until|before))|\bno (?:further )?(?:action|items?|bins?|steps|[a-z]+) (?:be|is|was) (?:taken|added|asked|required|needed)\b(?! until)|\bno further [a-z]+ be\b|\bbe not (?:pursued|supported|agreed)\b|\bdid not support\b|\bnot (?:be )?(?:supported|agreed|approved)\b|\b(?:taken|developed|pursued|considered) no further\b|\bno longer (?:developed|pursued|explored)\b|\brequired nothing\b|\bno objection\b|\bnot (?:to )?be (?:added|included|met|taken (?:up|forward|further|any further)|proceeded with|pursued)\b(?! until)|\bnot go (?:forward|ahead)\b|^(?:(?:the )?(?:[a-z-]+ ){0,3}(?:committee|panel|board|council|commission|cabinet) )?(?:does|do|did) not (?:agree|accept|support|consider|endorse|wish)\b|\b(?:makes?|made|offers?|offered) no (?:further )?(?:comments?|observations?|objections?|advice)\b",
        (
            "no further action be taken",
            "that recommendation (b) be not pursued",
            "that no public inquiry be held",
            "that gulls not be added",
        ),
        ("action be taken at once", "that no decision be taken until tenants are asked"),
    ),
    Cue(
        "clause of procedure",
        "quiet",
        "",
        r"\b(?:press|public)\b[^.;]{0,60}\bexclude|\bexclude the (?:press|public)\b|\bpublic be excluded\b|\b(?:minutes?|notes|record)\b[^.;]{0,140}\b(?:approved|agreed|confirmed|signed|correct record|true record|accurate)\b|\bcorrect record\b|\btrue record\b|\binto (?:committee|private session|open session)\b|\bout of committee\b|\bopen session\b|\bstanding orders?\b|^(?:that |to )?hold the next meeting\b|\bco-option\b|\bmeeting be (?:adjourned|extended|closed)\b|\b(?:time|length|duration) of the meeting\b|\b(?:placed?|places|put) on (?:the )?record\b|\bexpression of thanks\b|\bthanks of\b|\bbe appointed\b|\bbe elected\b|\bcontinue to (?:monitor|support|give)\b|\bgive its support\b|\bset the date\b|\bthanks\b[^.;]{0,40}\b(?:be )?(?:passed|conveyed|extended|recorded|sent)\b|\b(?:staff|officers|team|crews?)\b[^.;]{0,40}\bbe commended\b|\bbe (?:given|granted) (?:delegated )?(?:authority|powers?)\b|\b(?:delegated )?(?:authority|powers?) be (?:delegated|given|granted)\b|£[0-9,]+ be spent\b|\b(?:donation|grant|contribution|payment)s?\b[^.;]{0,40}\bbe (?:made|paid|given)\b|\bitem [0-9a-z]+ be (?:taken|considered|heard)\b|\bno (?:[a-z]+ ){0,2}charge be made\b"
        r"|\bmembership\b[^.;]{0,80}\bbe (?:amended|changed|increased|extended|reduced)\b|\b(?:sum|amount) of £[0-9,.]+[mk]? be (?:provided|released|given|paid|spent)\b"
        r"|\b(?:as a|as the) substitute\b|\b(?:authority|powers?|approval|decisions?|decision-making)\b[^.;]{0,80}\bbe delegated\b|^(?:that |to )?(?:[a-z]+ )?delegate[sd]? (?:authority|approval|powers?|to )|\bbe authorised\b(?! to take)"
        r"|\bnominate[sd]? (?:councillor|cllr|mrs?|ms)s?\b|\bto (?:serve|sit) on\b|^(?:that )?(?:councillors?|cllrs?|mrs?|ms) [^.;]{3,60}? (?:serve|sit|represent|take the place of|be the (?:[a-z']+ )?representatives?)\b"
        r"|\b(?:have|has|had) (?:leave|no case|full power|authority)\b|\bpowers? (?:to [a-z]+ )?be (?:given|granted|delegated)\b|\b(?:award|contract|tender|prize)s? (?:go|goes) to\b|^(?:that |to )?authorise[sd]? (?:the )?[a-z ]{3,60}? to (?!take)[a-z]+"
        r"|\border of business\b|\b(?:considered|taken|heard) as (?:a )?matters? of urgency\b|\bleave the (?:room|meeting)\b|^(?:that )?£[0-9,.]+ be (?:given|paid|donated)\b|\bcasting vote\b|\bname [^.;]{2,60} be given\b"
        r"|\b(?:may|be able to) (?:make|correct|vary|amend|let|settle|sign)\b",
        (
            "that the public be excluded for the next item",
            "the minutes be approved and signed",
            "councillor gow be appointed as chair",
            "the panel's thanks be passed to the crews",
            "delegated authority be given to the clerk",
            "that the membership of the group be amended to add councillor gow",
            "that the head of law be authorised to vary the programme",
            "that gratitude be placed on record to the crews",
            "nominated councillor gow to sit on the harbour board",
        ),
        ("the public be consulted",),
    ),
)

"""Consents and asks without the usual words: a nod, nothing against it, the thing done there and then agreed to be done."""

from .cue import Cue
from .words import STATES

_WOULD_ACT_ON_IT = rf"(?:would|will) (?:also |then |gladly |happily )?(?!(?:{STATES})\b)[a-z]{{3,}} (?:\w+ ){{0,4}}?(?:it|this|that|them|these|those|him|her|members|out|up|off|back|on|together|from|with|to)\b"

CUES = (
    Cue(
        "and would do some other thing",
        "would",
        "would will",
        rf"\b(?:and|but|so|he|she|they) {_WOULD_ACT_ON_IT}|, {_WOULD_ACT_ON_IT}",
        ("he knew her opposite number and would pick her brains", "she accepted it and would expand it"),
        ("and would cost more", "and would be dear"),
    ),
    Cue(
        "would have it",
        "would",
        "have",
        r"\b(?:members|panel|committee|board|group|councillors|commission|they|he|she|[a-z]+) (?:would|will|can|could|should|might|may) (?:all )?have (?:it|them|this|these|those|one|the (?:figures?|answers?|list|information|details?|paper|report|plans?|note|numbers?|results|readings|letter|minutes|text|advice)|a copy|copies|sight)\b|\b(?:can|could|may) have (?:it|them|this|these|one) (?:as soon|when|by|once|on|tomorrow|next)\b",
        ("members would have them by the end of the month", "you can have it as soon as it is printed"),
        ("they would have to wait",),
        also="would will can could should might may",
    ),
    Cue(
        "nothing against it",
        "consent",
        "argue agreeable approval relaxed harm objection favour minded sympathy agreement support nodded assented amenable comfortable problem quarrel difficulty happy mind best content all endorsed supported",
        r"\bcould(?:n't| not) argue\b|\b(?:was|were) (?:quite |very |entirely |generally |perfectly )?(?:agreeable|relaxed|amenable|minded to|comfortable|of the same mind|of like mind|happy to)\b|\bmet with (?:\w+ )?(?:approval|agreement|support|favour|no objection)\b|\b(?:saw|could see|see|had|with|was|were) no (?:harm|objections?|quarrel|difficulty|problem)\b|\b(?:general|broad|unanimous|full|cross-party) (?:support|approval|agreement|sympathy|favour)\b|\ball (?:were |was )?in favour\b|\bin full sympathy\b|\bnodded\b|\bassented\b|\bwould do (?:his|her|their|its) best\b|\bhad it in mind to\b|\b(?:and|but) (?:this|that|it|which) (?:\w+ )?(?:was|were) (?:\w+ )?(?:supported|endorsed|agreed|accepted|carried)\b|\bwhich (?:they|was|were|he|she|members|officers) (?:accepted|agreed|accepted|supported|did)\b",
        (
            "hollis couldn't argue with that",
            "this met with general approval",
            "the service director nodded",
            "all were in favour",
        ),
        ("the building was full",),
    ),
    Cue(
        "took it well",
        "consent",
        "demur demurred wholeheartedly taken fell possible practicable warmly gladly thanks readily heartily course exactly concurred accommodated managed oblige surely absolutely certainly",
        r"\b(?:did|would|could) not demur\b|\bagreed (?:wholeheartedly|readily|at once|entirely|that it should|to this)\b|\bpoint (?:was )?(?:well )?(?:taken|made)\b|\b(?:fell in|went along) with\b|\b(?:eminently|perfectly|quite|entirely|certainly) (?:possible|practicable|feasible|reasonable)\b|\b(?:taken up|received|accepted) (?:warmly|gladly|with (?:thanks|pleasure|alacrity))\b|\b(?:warmly|gladly|readily) (?:accepted|received|agreed|taken up)\b|\bwas (?:taken up|well received|gladly accepted)\b|\b(?:could|can|would) be (?:accommodated|managed)\b|(?:^|[:.] )(?:of course|certainly|absolutely|by all means|gladly|with pleasure)\b",
        (
            "the officer did not demur",
            "she agreed wholeheartedly",
            "point taken, said the planner",
            "a. of course.",
            "that was eminently possible",
        ),
        ("the river took its course",),
    ),
    Cue(
        "time well spent",
        "consent",
        "worth well spent idea sense good suggestion thought plan seconded",
        r"\b(?:time|money|effort) well spent\b|\bwell worth\b|\b(?:good|sensible|excellent|helpful|useful|fair|sound) (?:idea|suggestion|thought|sense|plan)\b|\bmade sense\b|\bseconded (?:that|this|it|the idea)\b",
        ("it was thought that this would be time well spent", "everybody thought it a sensible suggestion"),
        ("time ran out",),
    ),
    Cue(
        "might they",
        "ask",
        "asked wondered may might whether if can could",
        r"\b(?:asked|wondered|enquired|inquired|queried) (?:if|whether) (?:\w+ ){1,6}?(?:might|may|could|can) (?:also |perhaps |please |at least )?(?:be (?:\w+ )?[a-z]+(?:ed|en|nt|ld|own|ght|ade)|have|see|walk|go|visit|come|get|hear|know|meet|speak|look|do)\b|^(?:[a-z .]{2,30}: ?)?(?:could|can|may|might|would) (?:we|the (?:panel|committee|board|members|director|officers?)|members|officers?|he|she|you|it|they|[a-z]+) (?:please |also |perhaps |not )?(?:be [a-z]+|have|see|get|let|send|bring|show|know|look|include)\b[^.]*\?",
        ("asked if the panel might walk round a home", "could arrears be shown by ward?"),
        ("asked if it was open",),
    ),
    Cue(
        "wanted it so",
        "want",
        "wanted wants pressed want needed needs asked put like prefer rather",
        r"\b(?:wanted|wants|would rather|would prefer|pressed for|pushed for|called for) (?:the |all |a |an |some )?(?:[a-z]+ ){1,6}?(?:to (?:be |have |see|go|come|know|show|set)|told|shown|sent|split|given|in the|by|on)\b|\bwhat (?:the )?(?:committee|panel|board|members|group|he|she|they) (?:needed|wanted|would like|lacked)\b|\bput forward the idea\b|\bthought (?:he|she|they) (?:might|should|would|ought to)\b|\basked for (?:something|anything|sight|a |an |the |some |more|further)",
        (
            "the chairman wanted the group to have a second look",
            "what the panel needed was a page of plain words",
            "put forward the idea that they go and see",
        ),
        ("nobody wanted it",),
    ),
    Cue(
        "would tell more",
        "want",
        "clearer easier telling fuller better plainer stand sit read shown from",
        r"\b(?:would|might|could) be (?:more telling|clearer|easier to (?:read|follow|use)|fuller|plainer|better (?:if|for)|simpler|improved)\b|\b(?:should|could|might|ought to) (?:stand|sit|go|come|appear) (?:beside|alongside|next to|in|with|at the|on)\b|\bfrom here on\b",
        (
            "the graph would be more telling if it showed each site",
            "the two should stand beside each other from here on",
        ),
        ("the weather was better",),
    ),
    Cue(
        "short answer that it will",
        "follows",
        "will happy yes noted agreed can",
        r"^(?:yes|of course|certainly|agreed|will do|no problem)\b[,.;]? ?(?:from|in (?:the (?:next|following|future|new)|future|time|quarter|q\d|january|february|march|april|may|june|july|september|october|november|december)|by|with (?:the (?:next|minutes)|pleasure)|this|it|we|i|he|she|they|can|will|to be)\b|^(?:will|to) (?:be )?(?:sent|supplied|provided|added|shown|circulated|done|changed|included|appended|follow)\b|^(?:happy|glad|pleased|willing) to \w+",
        ("yes, from quarter 3 on", "will be sent to the committee", "happy to set up a visit in november"),
        ("yesterday it rained", "yes, in nine years, though not here"),
    ),
    Cue(
        "group set up",
        "be done",
        "group party set",
        r"\b(?:group|party|panel|sub-committee)\b[^.]{0,50} (?:was|were|be|to be|should be|would be) (?:set up|established|formed|convened)\b|\bshould (?:meet|visit|write|be invited)\b",
        ("a working party of three was set up", "a small group of heads should meet her"),
        ("the group was thanked",),
    ),
)

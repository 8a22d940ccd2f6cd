"""Asks in other clothes: what somebody misses, is owed, is entitled to, cannot make out or would dearly like."""

from .cue import Cue

_BODY = r"(?:panel|committee|board|commission|group|forum|sub-committee|member|chair\w*|vice-chair\w*)"
_THING = r"(?:reminder|letter|word|visit|note|report|apology|explanation|line|review|correction|update|reply|answer|session|call|card|thank-?you|summary|map|list|key|briefing|figure|page)"

CUES = (
    Cue(
        "a strong view",
        "want",
        "strong strongly mind entitled right feeling view wish preference desire round sides",
        rf"\bstrong(?:ly)? (?:held )?(?:view|feeling|opinion|wish)\b|\bstrongly of the\b|\b(?:was|were) (?:\w+ )?of (?:a|the|one|like) mind (?:to|that)\b|\bit was the (?:\w+ )?(?:feeling|wish|view|sense|hope) of\b|\bfelt (?:all round|on all sides|by all|generally|strongly)\b|\bentitled to (?:know|see|be told|hear|have|sight|an? )\b|\b{_BODY}'s (?:wish|preference|desire) (?:that|to|for|was)\b|\bhad (?:a|every) right to (?:know|see|hear|be told|expect)\b",
        (
            "it was the strong view of members that it stop",
            "she felt that the board was entitled to know",
            "it was the chair's wish that they be shown",
        ),
        ("a strong wind blew", "tenants were entitled to rebates", "the entitled few"),
    ),
    Cue(
        "a reminder was in order",
        "want",
        "order called due overdue owed owing amiss harm place good help boon assistance kindness courtesy nothing easier more save",
        rf"\b{_THING} (?:was|were|would be|might be|seemed|is|must be) (?:now |surely |clearly |perhaps |well |long )?(?:in order|called for|due|overdue|owed|owing|worth (?:having|sending)|wanted)\b|\bwould (?:not )?(?:be|come|go) amiss\b|\bdo no harm\b|\bmight be the (?:place|moment|time) to\b|\bwould do (?:\w+ ){{1,4}}(?:more )?good\b|\bwould be (?:a|of) (?:great |real |some |considerable |much )?(?:help|kindness|assistance|boon|comfort|courtesy)\b|\bwould (?:mean|tell|say) (?:\w+ ){{0,4}}more\b|\bbetter than nothing\b|\bwould (?:feel|sleep|rest|breathe) (?:\w+ )?easier\b|\bwould save (?:a lot|much|many|everybody|everyone|members)\b",
        (
            "the chair thought that a reminder was in order",
            "a page of plain words would not go amiss",
            "it would do no harm to ask",
            "the table would mean more with a total",
        ),
        ("the order was lost", "they did no good", "the rent was due"),
    ),
    Cue(
        "would dearly like",
        "want",
        "dearly give liked itching longing longed yearned impatient wish wished wishes after taken hankered",
        r"\bwould (?:dearly|so|greatly|really) (?:like|love|welcome|appreciate|value|have liked)\b|\bwould give (?:much|a (?:lot|good deal)) (?:to|for)\b|\bwould (?:\w+ )?have liked (?:to (?:see|have|know|hear|read)|there to be|it |an? |the |more|some|sight)|\b(?:itching|longing|longed|yearned|impatient|hankered) (?:to|for|after)\b|\bwish(?:ed|es)? (?:that )?(?:he|she|they|members|it|there|the \w+) (?:had been|could|might|were)\b|\bwish(?:ed|es)? for (?:some|an?|more|sight|the|any|further|one|it)\b|\bhad been after\b|\bso taken with\b",
        (
            "he would dearly like one",
            "she would have liked to see the plan",
            "members wished that they had been told",
            "he wished for some idea of the cost",
        ),
        ("she wished him well", "he would like it less"),
    ),
    Cue(
        "at a loss to see why",
        "lack",
        "loss puzzled struck surprised odd strange vain baffled bemused nonplussed mystified perplexed unhappy sorry dark blank complained complaint grumbled bemoaned lamented deplored short thin sparing silent coy vague sketchy use help value nothing little remarked nowhere dismayed",
        r"\bat a loss (?:to|as to|why)\b|\b(?:was|were) (?:much |rather |somewhat |most |very |a little )?(?:puzzled|struck|surprised|baffled|bemused|nonplussed|mystified|perplexed|unhappy|sorry|dismayed|taken aback) (?:to (?:see|find|read|hear|note)|that|by|at|why|how|about|as to|not)\b|\b(?:found|thought) it (?:odd|strange|curious|surprising|hard|difficult|striking)\b|\blooked in vain\b|\bin the dark\b|\b(?:been )?left (?:blank|in the dark)\b|\bcomplain(?:ed|t)(?: (?:of|that|about)\b)|\b(?:grumbled|bemoaned|lamented|deplored)\b|\b(?:was|were) (?:rather |too |very |a little |somewhat )?(?:short|sparing|silent|coy|vague|sketchy) (?:on|about|of|as to)\b|\bof (?:little|no|small|limited) (?:use|help|value|assistance) to\b|\bthere was (?:little|nothing|not a word) (?:about|on|of|in|to (?:show|say|tell))\b|\bremarked on how (?:few|little|many|seldom)\b",
        (
            "she was at a loss to see why it had gone",
            "he looked in vain for the total",
            "members complained of the small print",
            "there was nothing about cost",
        ),
        ("the firm made a loss", "the room was dark", "she was sorry for his loss"),
    ),
    Cue(
        "was still owed it",
        "lack",
        "owed owes owing yet still never word sign news trace unanswered heard forthcoming materialised appeared turned chased reminded",
        r"\b(?:owed|owes|owing) (?:the|them|him|her|members|us|to)\b|\b(?:had|has|have) (?:yet|still) to (?:be (?:supplied|sent|provided|given|answered|received|circulated|had|seen)|come|appear|arrive|reply|answer|let|hear|receive)\b|\b(?:had|has|have) (?:yet |still )?(?:not|never) (?:yet )?(?:come(?! across)|arrived|materialised|appeared|turned up|been forthcoming|reached (?:her|him|them|members|the))\b|\bno (?:word|sign|news|trace|sight) (?:had|has|of|from|was)\b|\bunanswered\b|\bheard nothing\b|\bchased (?:\w+ ){1,5}without\b",
        (
            "the head of place still owed the panel a list",
            "the costings had never come",
            "there was no word from the trust",
        ),
        ("tenants owed rent", "he was yet to vote"),
    ),
    Cue(
        "was curious as to it",
        "question",
        "curious intrigued anxious bottom went wondering idea interested",
        r"\bwent on to (?:query|question|enquire|wonder)\b|\bcurious (?:as to|about|to know|how|why|whether|what)\b|\b(?:was|were) intrigued\b|\banxious to (?:know|learn)\b|\b(?:was|were) interested (?:in (?:how|what|why|whether|which)|to (?:know|learn))\b|\bsome idea (?:of|how|what)\b|\bto the bottom of\b|\b(?:left|was|were) wondering\b",
        (
            "he was curious as to the age of those who came",
            "she went on to query the rate",
            "members were left wondering",
        ),
        ("a curious thing", "the idea was dropped"),
    ),
)

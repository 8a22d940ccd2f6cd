"""The verbs of what is done for members after a meeting: from what is done to the doing."""

_IRREGULAR = {
    "brought": "bring", "sent": "send", "given": "give", "shown": "show", "put": "put", "made": "make", "held": "hold",
    "written": "write", "rewritten": "rewrite", "drawn": "draw", "sought": "seek", "taken": "take", "set": "set",
    "told": "tell", "fed": "feed", "split": "split", "built": "build", "broken": "break", "kept": "keep", "found": "find",
    "met": "meet", "let": "let", "spoken": "speak", "undertaken": "undertake", "laid": "lay", "cut": "cut",
}  # fmt: skip
_VERBS = frozenset(
    """add advise alter amend analyse append approach arrange ask assess call carry change chase check circulate clarify
    clear collate commend commission compare compile complete confirm consider consult contact convene correct deal
    defer delete develop discuss display distribute draft email ensure establish examine explain explore extend follow
    forward fund identify implement include inform insert inspect install investigate invite issue link list look map move
    notify obtain offer organise paint pass place plan postpone prepare present print produce progress provide publish
    pursue raise reconsider record recirculate rectify redraft refer reinstate reissue remind remit remove repair
    replace report request resend resolve restore review revise revisit schedule scrutinise secure share submit
    summarise supply survey table tackle test trim update upload""".split()
)


def base_of(participle: str) -> str | None:
    """ "provided" → "provide", "supplied" → "supply", "brought" → "bring"; None for words that are no deed we know."""
    if participle in _IRREGULAR:
        return _IRREGULAR[participle]
    if not participle.endswith("ed"):
        return None
    stem = participle[:-2]
    bases = (
        participle[:-1],
        stem,
        stem[:-1] + "y" if stem.endswith("i") else "",
        stem[:-1] if stem[-1:] == stem[-2:-1] else "",
    )
    return next((base for base in bases if base in _VERBS), None)

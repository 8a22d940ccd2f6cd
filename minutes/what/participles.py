"""The verbs of what is done for members after a meeting: from what is done to the doing."""

_IRREGULAR = {
    "brought": "bring", "sent": "send", "given": "give", "shown": "show", "put": "put", "made": "make", "held": "hold",
    "written": "write", "rewritten": "rewrite", "drawn": "draw", "sought": "seek", "taken": "take", "set": "set",
    "told": "tell", "fed": "feed", "split": "split", "built": "build", "broken": "break", "kept": "keep", "found": "find",
    "met": "meet", "let": "let", "bought": "buy", "sold": "sell", "read": "read", "reread": "reread", "chosen": "choose",
    "run": "run", "spelt": "spell", "hung": "hang", "lent": "lend", "left": "leave", "led": "lead", "redrawn": "redraw",
    "withdrawn": "withdraw", "won": "win", "taught": "teach", "shut": "shut", "driven": "drive", "spoken": "speak", "undertaken": "undertake", "laid": "lay", "cut": "cut",
}  # fmt: skip
_VERBS = frozenset(
    """abolish accelerate acquire adapt add address adjourn adjust advertise advise allocate alter amend analyse
    annotate announce append apply appoint apportion approach arrange ask assess assign attach audit authorise award
    ban benchmark book brief bring broaden calculate call canvass carry change charge chart chase check circulate
    clarify clean clear close code collate collect combine commend commission communicate compare compel compile
    complete condense conduct confirm consider consult contact convene convert convey coordinate copy correct cost
    count cover create deal debate decide defer define delay delegate delete deliver depict describe design detail
    determine develop devise direct disclose discuss dispatch display distribute divide donate double draft drop
    ease edit email employ empower enclose encourage enforce engage enhance enlarge ensure enter equip erect
    escalate establish evaluate evidence examine exclude exempt expand expedite explain explore extend extract fill
    finalise fit fix flag follow formulate forward fund furnish gather gauge group hand highlight hire host identify
    implement improve include incorporate increase index indicate inform insert inspect install instruct interview
    introduce investigate invite issue itemise join justify label launch lay lease level license light limit link
    list load lobby locate log look lower mail maintain map mark match measure mend mention merge minute model
    monitor mount move name negotiate nominate notice notify number obtain offer open order organise outline paint
    pass paste pause pay permit persuade petition phase phone pilot pin place plan plant plot point post postpone
    prepare present press print prioritise process procure produce programme progress promote prompt propose protect
    prove provide publicise publish purchase pursue push quantify query question quote raise rank rate rebuild
    recall recast recirculate reclassify recommend reconcile reconsider reconvene record recruit rectify redraft
    reduce refer refresh refund refurbish register regrade reinspect reinstate reissue relabel relay relocate remedy
    remind remit remove renew reopen reorganise repaint repair repeat rephrase replace report request reschedule
    rescind resend reset resolve restore resurface retain return review revise revisit reword ring roll sample scan
    schedule scope screen scrutinise seal secure seek separate serve settle share shorten sign signpost simplify
    slot solve sort sound specify sponsor staff stagger standardise start state stop store strengthen stress study
    submit substitute suggest summarise summon supply support survey suspend swap table tabulate tackle target task
    tax tell test tidy tighten trace track trail train transcribe transfer translate transmit transport treat trial
    trim turn type undertake unlock update upload urge use utilise validate value verify video view visit voice
    waive warn waste watch weed weigh widen word work wrap""".split()
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


def base_of_doing(doing: str) -> str | None:
    """ "inviting" → "invite", "bringing" → "bring"; None for words that are no deed we know."""
    stem = doing.removesuffix("ing")
    known = (base for base in (stem, stem + "e", stem[:-1]) if base in _VERBS or base in _IRREGULAR.values())
    return next(known, None)

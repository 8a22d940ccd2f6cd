"""The deed that a clause asks for, first: "the Head of Parks be asked to bring a report" → "bring a report".

Each reading knows one way in which clerks put it, and returns None where it is not put so.
"""

import re
from collections.abc import Callable

from ..phrases.words import DO, POST
from ..who.turns import BARE
from .participles import base_of, base_of_doing

_BODY = r"(?:the )?(?:\w+ )?(?:[Cc]ommittee|[Cc]ommission|[Pp]anel|[Bb]oard|[Mm]embers?|[Cc]ouncillors|[Oo]fficers|[Ff]orum)(?: of the \w+)?"
_WHO = re.compile(r"^(?:[Tt]he )?(?:(?:[A-Z][\w’'&/-]*|of|and|for|the|in|-|–|&|\([^)]*\)),?\s?){1,12}$")
# These two run over small letters: `re` finds words of either case several times slower.
_POST = re.compile(rf"\b(?:{POST})s?\b")
_DEED = re.compile(
    rf"(?:{DO}|{BARE}|take|make|consider|draw|keep|do|note|ensure|list|begin|continue|expand|sit|pull|convene)\b(?!,? which| and that)"
)
_BEHIND = re.compile(rf" (?={_DEED.pattern})")  # a name
_LEAD_IN = 130  # characters before "agreed that" within which the deed is looked for behind it
_IN_FUTURE = re.compile(
    r"^(?:in (?:the )?future|from now on|for the future|in the meantime|meanwhile|once [^,]{5,80}),? ", re.I
)
# a decided clause that begins with its verb: "Recommends to the Mayor that …", "To receive another report"
_BEGINS = re.compile(
    r"^(?:to )?(?P<verb>recommend|request|ask|invite|instruct|receive|hear|consider|urge)(?P<s>s|ed)? (?P<rest>.+)$",
    re.I | re.S,
)
# where the words of the asking end and somebody else's begin
ANOTHER_SPEAKS = re.compile(
    r",? and (?:the )?(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.? [A-Z]|,? and (?:was|were|it was|this was|(?:his|her|the) (?:answer|reply) was|the officers?|he|she|they|this|that|[A-Z]\w+ \w+ (?:agreed|said|would))\b|,? and (?:the )?(?:[A-Z][\w’'-]* ){1,5}(?:gave|agreed|undertook|offered|said|would|confirmed)\b|"
    r", (?:the )?[A-Z][\w’'-]* (?:(?:[A-Z][\w’'-]*|of|for) ){0,4}(?:said|replied|answered)\b|"
    r",? and (?:the |Mr |Ms |Mrs |Dr )?[A-Z][\w’'-]*(?: (?:of|for|and|[A-Z][\w’'-]*)){0,5}\s*$|\. |; |,? and$"
)
_WHO_TO = re.compile(r"^(?:to |(?P<who>.{2,80}?) (?:to|should|must|shall|do) (?:also )?)(?P<deed>[a-z].+)$", re.S)
_TITLED = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\b")
_BODY_ALONE = re.compile(_BODY, re.I)
_TO_BODY = re.compile(
    rf"^(?P<body>{_BODY}) (?:(?:would |will |should |to )?be (?:provided|supplied|furnished|given|sent|told|informed|advised)"
    rf"(?P<how> with| of| about)?|receives?|has|have) (?P<what>.+)$",
    re.I | re.S,
)
_ASKED_TO = re.compile(
    r"^.{3,120}?\b(?:be |was |were |is |are )?(?:asked|requested|instructed|tasked|urged|recommended|required) to (?P<deed>.+)$",
    re.S,
)
_RECOMMENDED = re.compile(r"^(?P<who>[^,;]{2,90}?) (?:be|is|was|were) (?:\w+ )?recommended to ")
_REQUESTS_TO = re.compile(
    r"^(?:\w+ ){0,3}(?:request(?:s|ed)?|ask(?:s|ed)?|instruct(?:s|ed)?) (?!for |that |if |whether |how |what |about |an? |further |more )(?P<who>.{3,80}?)(?<!agreed)(?<!offered)(?<!undertook) to (?P<deed>.+)$",
    re.S,
)
_PROGRAMME = re.compile(
    r"^(?:.{0,60}?\b(?:recommends?|agreed|agrees|requested|suggested) (?:that )?)?(?P<what>.{3,140}?) (?:should |would |to )?be "
    r"(?:on|put on|put down for|added to|placed on|included (?:in|on)|put in) (?P<where>(?:the|its|their|our) .{0,40}?(?:programme|plan|agenda)\b.*?)(?:,? and that .*|; .*)?$",
    re.S,
)
_DONE = re.compile(
    r"^(?P<what>[^;:]{2,160}?)(?P<comma>,?) (?:(?:would|will|should|could|might|(?:(?:is|are|was|were) )?to) be|be) (?P<done>[a-z]+)(?P<rest>(?: .*)?)$",
    re.S,
)
_CLAUSE = re.compile(
    r"\b(?:was|were|had|would|will|should|could|did|ought|thought|felt|took|went|came|gave|fell|rose|began|knew|saw|said|asked|noted|be|agreed|requested|proposed|suggested|wondered|that|which|who|whether|if|when|where|expressed|wished)\b|\band (?:this|it)$|^(?:to|as|in order)\b",
    re.I,
)
# what says which of the things is meant: "the number of children who have waited"
_WHICH = re.compile(
    r" (?:who|which) (?:had|has|have|are|is|were|was|do|did|can|could)\b(?! (?:asked|agreed|requested|said|noted))(?:(?!\b(?:that|be)\b)[^,;]){3,90}$"
)
_BODY_RECOMMENDS = re.compile(
    rf"^{_BODY} (?:also |therefore )?recommend(?:s|ed) (?P<what>(?:to .{{3,80}}? )?that .+)$", re.S
)
_WISH = re.compile(
    rf"^(?P<who>{_BODY}|(?:Cllr|Councillor) [\w’' -]{{2,30}}?) (?:would (?:also )?(?:like|welcome|appreciate)|wish(?:es|ed)?)(?P<see> (?:to )?(?:see|have sight of))?(?: (?:to (?:have|receive)|for))? (?P<what>(?:an?|the|further|more|details|information|figures|sight)\b.+)$",
    re.S,
)
_THERE_WILL = re.compile(r"^there (?:will|would|should|is to) be (?P<what>(?:an? |further ).+)$", re.I | re.S)
_SUGGESTED_DOING = re.compile(r"\b(?:suggest|propos|recommend)(?:ed|s) (?P<doing>[a-z]+ing) (?P<what>.+)$", re.S)
SUGGESTED = re.compile(
    r"\b(?:suggested|proposed|requested|agreed|recommended|asked|felt|hoped|wish) that (?P<what>.+)$", re.S
)
WH = re.compile(r"^(?:how|what|why|when|where|which|who|whose)\b", re.I)
# an officer's word for it: "it was confirmed that the list could be sent"
_TOLD = re.compile(
    r"\b(?:confirmed|advised|stated|indicated|explained|replied|said) that (?P<what>(?:this|that|these|it|the|an?|further|more|details|figures|information)\b[^.;]{0,80}? (?:would|could|will|can) be .+)$",
    re.S,
)
_FUTURE_REPORTS = re.compile(
    r"^(?P<where>(?:future|subsequent|next|all future|the next)\b[^,;]{3,50}?) (?:should |would |could |ought to )?(?:also )?"
    r"(?P<deed>show|include|contain|give|have|set out|carry|cover|state|compare)[sd]? (?P<what>.+)$",
    re.I | re.S,
)
# verbs that keep the word behind them: "the matter be looked into" → "look into the matter"
_PARTICLE = re.compile(r" (?:into|at|to|with|up)(?= |$)")
_WITH_PARTICLE = dict.fromkeys("look write speak talk listen deal follow".split(), _PARTICLE)
_WITH_PARTICLE |= {verb: re.compile(" up(?= |$)") for verb in ("set", "draw")}
_NEEDED = re.compile(
    r"^(?P<what>(?:further|more|additional|detailed)\b.{3,160}?) (?:was|were|is|are) (?:needed|required|wanted)\b|"
    r"^(?P<asked>.{3,140}?) (?:was|were) (?:also |then )?(?:requested|asked for|called for|sought)\b",
    re.I | re.S,
)
_TO_ARRANGE = re.compile(
    r"^(?:an?|the|another|some) (?:[\w-]+ )?(?:visit|tour|meeting|session|workshop|seminar|demonstration)s?\b", re.I
)
# "requires a list of what was sold to be laid before it"
_REQUIRED = re.compile(
    r"(?:^(?:\w+ ){0,4}?(?:requires?|required|requests?|requested|wants?|wanted|asks? for|asked for|wished)|\b(?:happy|content|pleased|agreeable) for) "
    r"(?P<what>.{3,160}?,? to be [a-z]+\b.*)$",
    re.S,
)


def is_deed(words: str) -> bool:
    """Whether the words begin with what somebody does for members: "Send the list"."""
    return _DEED.match(words.lower()) is not None


def own_words(words: str) -> str:
    """The words up to where somebody else's begin."""
    another = ANOTHER_SPEAKS.search(words)
    return words[: another.start()] if another else words


def deed_of(clause: str) -> str | None:
    """What is to be done, by the first reading that fits the clause or what stands in it behind "agreed that"."""
    for words in clauses(clause):
        for reading in _READINGS:
            if found := reading(words):
                return found
    return None


def clauses(clause: str) -> list[str]:
    """The clause, and what it says was agreed, asked or proposed, the whole first."""
    inner = SUGGESTED.search(clause)
    words = [_IN_FUTURE.sub("", clause)]
    if inner and inner.start() < _LEAD_IN:
        words.append(_IN_FUTURE.sub("", inner["what"]))
    told = _TOLD.search(clause)
    if told and told.start() < _LEAD_IN:
        words.append(told["what"])
    return words


def _begins(clause: str) -> str | None:
    found = _BEGINS.match(clause)
    if not found or (found["verb"].lower() == "ask" and found["s"] == "ed"):
        return None
    return f"{found['verb'].lower()} {found['rest']}"


def _to_body(clause: str) -> str | None:
    found = _TO_BODY.match(clause)
    if not found or re.match(r"(?:asked|content|of the view|not|to|been|noted|also|a question)\b", found["what"], re.I):
        return None
    told = (
        (found["how"] or "").strip() in {"of", "about"} or WH.match(found["what"]) or found["what"].startswith("that ")
    )
    verb = "Tell" if told else "Give"
    body = found["body"]
    body = body[0].lower() + body[1:] if body.lower().startswith("the ") else body
    return f"{verb} {body} {found['what']}"


def _asked_to(clause: str) -> str | None:
    for pattern in (_ASKED_TO, _REQUESTS_TO) if "ed to " in clause else (_REQUESTS_TO,):
        found = pattern.match(clause)
        if found and is_deed(found["deed"]):
            body = _RECOMMENDED.match(clause)
            return f"recommend that {lower_first(body['who'])} {found['deed']}" if body else found["deed"]
    return None


_CALENDARS = ("programme", "plan", "agenda")


def _programme(clause: str) -> str | None:
    found = _PROGRAMME.match(clause) if any(where in clause for where in _CALENDARS) else None
    return f"Put {lower_first(found['what'])} on {found['where']}" if found else None


def passive(clause: str) -> str | None:
    """ "a report be brought to the next meeting" → "Bring a report to the next meeting"."""
    found = _DONE.match(clause) if " be " in clause else None
    base = base_of(found["done"]) if found else None
    if not found or not base or _CLAUSE.search(_WHICH.sub("", found["what"])) or not found["what"].strip():
        return None
    rest = own_words(found["rest"])
    rest = re.sub(r"^ by (?:the )?[A-Z][\w ,&’'-]+?(?= (?:by|in|to|at|for|before)\b|$)", "", rest)
    if re.search(r"\b(?:be|would|was) (?:asked|requested)\b", rest):
        return None
    what = _AS_OBJECT.get(found["what"].lower()) or lower_first(found["what"])
    if what == "it" and rest.startswith(" to ") and " that " in rest:
        return base + rest  # "it be recommended to Cabinet that"
    if base == "recommend" and rest.startswith(" to "):
        return f"recommend that {what} {rest[4:]}"
    if "," in what:
        what += found["comma"]
    particle = _WITH_PARTICLE[base].match(rest) if base in _WITH_PARTICLE else None
    return f"{base}{particle.group()} {what}{rest[particle.end() :]}" if particle else f"{base} {what}{rest}"


_AS_OBJECT = {"they": "them", "he": "him", "she": "her"}


def _there_will(clause: str) -> str | None:
    found = _THERE_WILL.match(clause)
    return "bring " + re.sub(r" at (?=(?:a|the) )", " to ", found["what"], count=1) if found else None


_SHE = ("he", "she")  # "asked that she send": not "they put", which may be what was done
_LONGEST_WHO = 110  # characters up to the verb


def _subjunctive(clause: str) -> str | None:
    """ "the Chair write to the Minister" → "Write to the Minister": a post and then a bare verb."""
    for gap in _BEHIND.finditer(clause):
        if gap.end() > _LONGEST_WHO:
            return None
        who = clause[: gap.start()]
        if who.endswith(("’s", "'s", "s’", "s'")):
            continue
        if who in _SHE or _BODY_ALONE.fullmatch(who):
            return clause[gap.end() :]
        if (_POST.search(who.lower()) or _TITLED.match(who)) and _WHO.match(who):
            return clause[gap.end() :]
    return None


def _who_to(clause: str) -> str | None:
    """ "Head of Finance to send the figures" → "Send the figures": a name or post, and then what is to be done."""
    found = _WHO_TO.match(clause)
    if not found or not is_deed(found["deed"]):
        return None
    who = found["who"]
    return found["deed"] if not who or _WHO.match(who) or _POST.search(who.split()[-1].lower()) else None


def _suggested_doing(clause: str) -> str | None:
    """ "suggested inviting the bus company" → "Invite the bus company"."""
    found = _SUGGESTED_DOING.search(clause)
    base = base_of_doing(found["doing"]) if found else None
    return f"{base} {own_words(found['what'])}" if found and base else None


def _needed(clause: str) -> str | None:
    found = _NEEDED.match(clause)
    if not found or (found["asked"] and _CLAUSE.search(found["asked"])):
        return None
    what = lower_first(found["what"] or found["asked"])
    return f"{'Arrange' if _TO_ARRANGE.match(what) else 'Give'} {what}"


def _required(clause: str) -> str | None:
    found = _REQUIRED.search(clause) if " to be " in clause else None
    return passive(found["what"]) if found else None


def _body_recommends(clause: str) -> str | None:
    found = _BODY_RECOMMENDS.match(clause)
    return f"recommend {found['what']}" if found else None


def wish(clause: str) -> str | None:
    """ "Members would welcome a briefing on elms" → "Give a briefing on elms"."""
    found = _WISH.match(clause)
    if not found:
        return None
    what = own_words(found["what"])
    return f"Let {lower_first(found['who'])} see {what}" if found["see"] else f"Give {what}"


def _future_reports(clause: str) -> str | None:
    if not any(word in clause.lower() for word in ("future", "subsequent", "next")):
        return None
    inner = SUGGESTED.search(clause)
    found = _FUTURE_REPORTS.match(inner["what"] if inner else clause)
    if not found:
        return None
    where = found["where"][0].lower() + found["where"][1:]
    return f"{'show' if found['deed'] in {'have', 'contain', 'carry'} else found['deed']} in {where} {found['what']}"


_READINGS: tuple[Callable[[str], str | None], ...] = (
    _programme, _to_body, _asked_to, _there_will, _future_reports, _suggested_doing, _needed, _required, _who_to, _subjunctive, passive, _begins,
    _body_recommends,
)  # fmt: skip


def lower_first(words: str) -> str:
    first = words.split(" ", 1)[0]
    if first in {"Briefing", "briefing", "Report", "report"}:
        return "a " + words[0].lower() + words[1:]
    return words[0].lower() + words[1:] if first in _PLAIN_STARTS else words


_PLAIN_STARTS = frozenset(
    """A An The All Members Councillors Panel Committee Board Further More Details Information Dates Examples Briefing Reports Performance Another Members Future
    Numbers Number Figures Copies Both Each Any Some Costs Response Responses Two Three Four It This That These Those They Sight Clarification""".split()
)

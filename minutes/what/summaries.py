"""One short line for a tracker from the words of a follow-up: "Give the Committee a breakdown by ward".

The deed comes first where it can be told safely: who asks, promises or decides is left off, since the tracker has its
own columns for them. A promise that only points back ("agreed to supply it") takes its matter from the asking before
it. Where no rewrite is safe the words stand as they are, tidied and cut at a word with "…".
"""

import re
from collections.abc import Iterator, Sequence

from .deeds import SUGGESTED, WH, clauses, deed_of, is_deed, lower_first, own_words, passive, wish
from .participles import base_of

LONGEST = 150
_CONTEXT = 4  # words that what was said before needs to be worth adding

_PROMISE = re.compile(
    r"\b(?:would|will|could|can|shall|undertook to|agreed to|offered to|promised to|committed to|volunteered to|"
    r"(?:(?:was|were|is) (?:\w+ )?)?(?:happy|pleased|willing|glad|content|prepared|able) to|prefer to|is to|was to|(?:[Ii]|[Ss]?[Hh]e|[Tt]hey|[Ww]e)['’](?:ll|d)) (?:also |then |again |gladly )?(?P<deed>.+)$",
    re.S,
)
_ASKED = re.compile(
    r"\b(?:asked|requested|sought|enquired|queried|wished to know|wanted to know|pressed|questioned)\b(?: (?:him|her|them|officers|for (?=sight|details)|(?:the|Mrs?|Ms|Dr) [\w ]{3,40}?))??"
    r"(?P<link> for| that| if| whether| about| as to| to know)? ?(?P<what>.+)$",
    re.S,
)
# What points back to the asking: the object of a promise that says nothing by itself.
_POINTS_BACK = re.compile(
    r"^(?P<verb>[a-z]+(?: (?:out|back|into|up|at))?)(?: (?:him|her|them|you|members|councillor \w+))?(?: (?:with|of))? "
    r"(?:it|this|that|these|them|those|so|one|an? (?:written )?(?:response|reply|answer|note|update) (?:on|to|about) (?:this|that|it|these)|(?:the|that|this|an?) (?:figures?|information|answer|data|details?|number|numbers|"
    r"written (?:response|answer|reply)|response|reply|breakdown|list|note|position|point))\b"
    r"(?P<rest>(?: (?:to|with|before|after|outside|when|once|at|within|via|separately|directly|as soon|by (?:e-?mail|the end|next|\w+day)|"
    r"in (?:writing|due|a written))\b.*)?)$",
    re.I | re.S,
)
# with whom something is done, said before it: told behind it, so that the deed is found
_CONSULTING = re.compile(
    r"(?P<who>[^,;:]{3,90}), (?P<with>(?:in|after) (?:consultation|liaison|discussion|conjunction|partnership) with [^,]{3,60}), (?P<deed>[^,].+)$",
    re.S,
)
# "asked whether there was a list … offered to share it"
_THERE_IS = re.compile(r"there (?:was|were|is|are|might be) (?:any )?(?P<what>.+)$", re.S)
# what others said to the promise: "…, which was welcomed", "… and the Chair took her up on this"
_REPLY = re.compile(
    r",? which (?:was|were) (?:welcomed|agreed|accepted|AGREED|supported)\b|"
    r",? and (?:the )?[A-Z][\w’'-]*\s(?:(?:of|for|[A-Z][\w’'-]*)\s){0,6}(?:was (?:left|asked|told|sent) |had no (?:objection|difficulty)|did not see why|acceded|said yes)\b.*|"
    r",? and (?:the )?(?:[A-Z][\w’'-]*\s?){1,5}(?:took|agreed|thanked|accepted|welcomed|said|saw|nodded|had)\b"
)
_NO_MATTER = re.compile(
    r"^(?:find out|look into|check|come back|get back|let|respond|reply|answer|do|see|write|clarify|confirm|e-?mail)\b",
    re.I,
)
# a deed that tells nobody what it is about: "Look into it", "Fix a date"
_VAGUE = re.compile(
    r"\b(?:written (?:response|reply|answer)|(?:this|that|the) (?:information|figures?|data|details?|answer|response|reply)(?! (?:of|on|for|about|from|by)\b)|(?:[Pp]rovide|[Ss]end|[Gg]ive|[Ss]upply) (?:further )?(?:figures|details|information|numbers)(?= to\b|$)|it|this|that|these|those|them|so|likewise|like terms|one(?= (?:in|by|for|at|before|after)\b|$)|a date|find out(?=$| and)|check(?=$| and)|report back|come back|feed back|respond|in writing|do so)\b",
)
_FEW, _TOO_FEW = 9, 3  # words of a deed that may be vague; and of one that is: "Extend an invitation"
# words that only say yes: "This met with general approval", "Ms Reed was agreeable to this"
_ONLY_YES = re.compile(
    r"\b(?:this|that|it|these|they|so)\b.{0,60}\b(?:approval|agreed|supported|accepted|welcomed|noted)\b|\b(?:agreeable|nodded|acceded|said yes|did not see why not|no objection|no quarrel|argue with|good thing|fair (?:comment|point)|general(?:ly)? (?:felt|agreed|approved))\b|\b(?:would|will|could) be$"
)
_WILL_FOLLOW = re.compile(r"\b(?:would|will|to) follow(?: (?:on|later|shortly))?$")  # and says nothing of what
# "A walk would be welcome … arrange one in May"
_ONE = re.compile(r"(?P<verb>\w+) one\b(?P<rest>.*)$")
_WISHED = re.compile(
    r"(?P<what>[Aa]n? .{3,90}?) (?:would|might) be (?:most |very )?(?:welcome|useful|helpful|good|worthwhile)\b"
)
_COULD_SOMEBODY = re.compile(
    r"(?:[Cc]ould|[Cc]an|[Ww]ould|[Ww]ill|[Mm]ight) (?:somebody|someone|anybody|anyone|officers|he|she|they|the [\w ]{3,40}?) (?:please )?(?P<deed>.+?)\??$"
)
_SPEAKER = re.compile(
    r"^(?:\d[\d/.-]{0,11}\s+(?=[A-Z]))?(?:(?:Q|A|Question|Answer|Response|Reply)\s*(?:[.:–-]\s*|\s(?=(?:It|He|She|They|Mrs?|Ms|Dr|Cllr|The|Yes|No|There|This)\b)))?"
    r"(?:(?:(?:Mrs?|Ms|Dr|Cllr|Councillor)\.? [\w’' -]{2,30}?|[A-Z]{2,3}|Chair|[A-Z][a-z]+ [A-Z][a-z]+)\s*(?:[:–]|\s-)\s+(?=(?:I|We|Yes|No|That|It)\b))?"
)
# what stands before the words of a list: "ACTION:", "(c)"; and the initials behind them
_LABEL = re.compile(
    r"\(?(?:[a-hj-z]|[ivx]{1,4}|\d{1,2})\)\s+|(?:ACTIONS?|Actions?)(?: [Pp]oints?)?(?: \d+)?\s*[:–-]\s*|To (?=[a-z]+ )"
)
_INITIALS = re.compile(r"\s\([A-Z]{2,3}\)$")
_NOISE = re.compile(r"\s*\((?:refer(?:ence|ring)? to|ref:?|action|see)\b[^)]*\)", re.I)
_LEAD = re.compile(
    r"^(?:(?:and|that|but|also|(?:to )?(?:agrees?|resolves?) (?:to|that)|it was (?:therefore |also )?(?:agreed|requested|suggested|proposed|resolved)(?: that)?|resolved|agreed|"
    r"[^.;]{3,80}? be (?:noted|received|welcomed|endorsed|approved|agreed|accepted|adopted|supported|commended)"
    r"(?:,? and|;| (?:subject to|in principle|as|with)\b[^.;]{3,60}?,? and(?= (?:that|an?|the)\b[^.;]{3,40}? be ))"
    r")[:,–-]?\s+)+",
    re.I,
)


def summary_of(quotes: Sequence[str], before: str = "") -> str:
    """One line, the deed first. `quotes` are the follow-up's, best first; `before` is what was said just before them."""
    words = [_tidied(quote) for quote in quotes if quote.strip()]
    if not words:
        return ""
    asked = [line for line in [*words[1:], _tidied(before)] if line]
    deed = _deed(words[0], asked)
    says_yes = deed is None and _only_says_yes(words[0].lower())
    if says_yes or _WILL_FOLLOW.search(words[0]):
        asked_for = next((found for line in asked if (found := _deed(line, []))), None)
        if asked_for or says_yes:
            return _fit(asked_for or " – ".join([*asked[:1], words[0]]))
    deed = _REPLY.split(deed)[0] if deed else _LEAD.sub("", words[0]).removeprefix("to ")
    return _fit(_with_context(deed, words[0], asked))


def _with_context(deed: str, words: str, asked: Sequence[str]) -> str:
    """The deed, and behind a colon what it is about, where it only points to what was said before."""
    length = len(deed.split())
    if deed == words or length > _FEW or (length > _TOO_FEW and not _VAGUE.search(deed)):
        return deed
    said = re.split(r"[;,:.]\s|\s(?:and|but)\s(?=[\w ]{2,50}\b(?:would|will|agreed|said|undertook|offered)\b)", words)[
        0
    ]
    told = set(re.findall(r"\w{5,}", deed))
    lines = [line for line in [said if said != words else "", *asked] if "|" not in line and not _says(line, deed)]
    about = next((line for line in lines if len(line.split()) >= _CONTEXT and not line.endswith(" that")), None)
    if about and len(told & set(re.findall(r"\w{5,}", about))) * 2 > len(told):
        return deed
    one, wished = _ONE.match(deed), _WISHED.match(about or "")
    if one and wished:
        return f"{one['verb']} {lower_first(wished['what'])}{one['rest']}"
    return f"{deed}: {about}" if about else deed


def _only_says_yes(words: str) -> bool:
    is_short = len(words.split()) <= _FEW + _TOO_FEW or words.startswith(("this ", "that ", "these ", "so "))
    return is_short and _ONLY_YES.search(words) is not None


def _says(line: str, deed: str) -> bool:
    """Whether the line has all words of the deed, in whatever form: "would be sorted out" and "sort out"."""
    return _stems(deed) <= _stems(line)


def _stems(words: str) -> set[str]:
    return {word[:4] for word in re.findall(r"\w+", words.lower())}


def _tidied(words: str) -> str:
    words = " ".join(words.split())
    if "(" in words:
        words = _NOISE.sub("", words)
    words = words.strip(" -–·•;.,:")
    if label := _LABEL.match(words):
        words = words[label.end() :]
    if words.endswith(")"):
        words = _INITIALS.sub("", words) if "(" in words else words.rstrip(")")
    words = _SPEAKER.sub("", words)
    if consulted := _CONSULTING.match(words):
        words = f"{consulted['who']} {consulted['deed']}, {consulted['with']}"
    return re.sub(r"[;,.]? and$", "", words) if words.endswith(" and") else words


def _deed(words: str, asked: Sequence[str]) -> str | None:
    clause = _LEAD.sub("", words)
    return deed_of(clause) or _promise(clause, asked) or _ask(clause) or _question(clause)


def _question(clause: str) -> str | None:
    """ "Could somebody share the list?" → "share the list"."""
    found = _COULD_SOMEBODY.match(clause)
    return found["deed"] if found and is_deed(found["deed"]) else None


def _promise(clause: str, asked: Sequence[str]) -> str | None:
    for found in _all(_PROMISE, clause):
        deed = found["deed"]
        if not is_deed(deed) or _NO_DEED.match(deed) or _OF_OTHERS.search(clause[: found.start()].rstrip()):
            continue
        deed = re.sub(r"^(\w+), ", r"\1 ", deed)
        back = _POINTS_BACK.match(deed)
        if not back and not (_NO_MATTER.match(deed) and len(deed.split()) < 9):
            return deed
        return (
            next(
                filter(
                    None, (_matter(words, back["verb"] if back else "") for words in [clause[: found.start()], *asked])
                ),
                None,
            )
            or deed
        )
    return None


# before "would": what somebody else may do, or what hangs on something: "where members could", "if she would"
_OF_OTHERS = re.compile(
    r"\b(?:members|councillors|the public|residents|people|parents|one|anyone|everyone|nobody|it|there|which|so that \w+)$|"
    r"(?:(?:^|[,;:] |\b(?:that|but|and) )if|\b(?:as (?:an?|such|the|this|that|they)|because|since|unless|where|whom)) (?!to\b|.{4,60}\b(?:he|she)$)"
    r"(?:(?!\b(?:then|and|but|would|could)\b)[^,;:]){2,60}$",
    re.I,
)
# no deed of anybody's, or half of another phrase: "was to hand", "would go up"
_NO_DEED = re.compile(
    r"(?:continue|be) |go (?!back|away|through|into)|hand\b(?! (?:over|out|round|back|the|an?|it|them|in)\b)|have (?!an? (?:quiet )?(?:word|look)|.{2,40}? \w+(?:ed|t|n|ne)\b)|do (?:no|harm|well|better|more|nicely)\b|see (?:no|any)\b|run (?:again|out|on|for|until|from|late)\b"
)


def _matter(words: str, verb: str) -> str | None:
    """What was asked, as a deed: "asked how many places were lost" → "Say how many places were lost"."""
    for found in _all(_ASKED, words):
        what, link = found["what"].strip(" ?"), (found["link"] or "").strip()
        if len(what.split()) < 3:
            continue
        what = own_words(what).rstrip("?., ")
        done = passive(what) or _could(what)
        if done:
            return done
        if WH.match(what):
            return "Say " + what
        if link in {"if", "whether"}:
            there = _THERE_IS.match(what)
            return f"{verb} {there['what']}" if there and _base_like(verb) else f"Say {link} {what}"
        if link == "that":
            return None
        if link in {"for", "about", "as to"} or re.match(
            r"(?:an?|the|further|more|details?|information|clarification)\b", what, re.I
        ):
            return f"{verb if _base_like(verb) else 'Give'} {what}"
    return None


def _base_like(verb: str) -> bool:
    return verb.lower() in {"supply", "provide", "send", "circulate", "share", "give", "email", "forward", "bring"}


def _could(what: str) -> str | None:
    """ "a visit could be arranged" → "Arrange a visit"."""
    found = re.match(r"^(?P<what>.{3,100}?) (?:could|might|can) be (?P<done>[a-z]+)(?P<rest> .*)?$", what, re.S)
    base = base_of(found["done"]) if found else None
    return f"{base} {lower_first(found['what'])}{found['rest'] or ''}" if found and base else None


def _ask(clause: str) -> str | None:
    if SUGGESTED.search(clause):
        return clauses(clause)[:2][-1]
    return wish(clause) or _matter(clause, "")


def _all(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := pattern.search(words, at):
        yield found
        at = found.start() + 1


def _fit(words: str) -> str:
    """Tidied, begun with a capital, and cut at a word where it is too long for a line."""
    words = re.sub(r"\s+", " ", words).strip(" ;,.:")
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return words[:1].upper() + words[1:]

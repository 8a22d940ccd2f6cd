"""The people, posts and bodies that minutes name: where each stands in the words, and which of them are nobody."""

import re
from dataclasses import dataclass, replace

from .small_posts import SMALL_POST, TASKED_POST, VAGUE_POST

_TITLE = (
    r"(?:(?:County|Parish|Town|District|City|Borough|Community)\s+)?(?:Councillors?|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof(?:essor|\.)?|Alderm[ae]n|Bailie|Provost|Sir|Dame|Lord|Lady|"
    r"Baroness|Rev\.?|(?:Detective\s+|Chief\s+)?(?:Inspector|Superintendent|Constable)|Sergeant|PC|PCSO|Group Manager|Station Manager|Area Commander)"
)
_TITLE_ALONE = re.compile(r"(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.?")
_TITLED = re.compile(rf"\s*{_TITLE}\b")
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞŴŶ", "a-zß-öø-ÿŵŷ"
_PARTICLE = r"(?:(?:van(?: de[rn]?)?|von|de(?: la| los)?|da|das|di|dos|du|del|della|den|der|la|le|ap|ab|al|el|ten|ter|bin|ibn)[ -])?"
_NAME = rf"{_PARTICLE}[{_UPPER}][{_LOWER}’'-]+[{_UPPER}{_LOWER}’'-]*"
_SURNAME = rf"(?:(?:Mrs|Mr|Ms|Miss|Dr)\.?\s+)?(?:[A-Z]\.?\s?){{0,3}}{_NAME}(?:[ -](?:[A-Z]\.?\s)?{_NAME}){{0,2}}"
_SEVERAL = rf"(?:Councillors|Cllrs\.?|Aldermen|Messrs\.?)\s+{_SURNAME}(?:,\s+{_SURNAME}){{0,4}}\s+and\s+(?!Head\b|Director\b|Officer)(?:{_TITLE}\s+)?{_SURNAME}"
_CAPITAL = rf"(?:(?:Section\s|[Ss]\.?\s?)(?:151|106)|[{_UPPER}][\w&’'/-]*)"
_HONOURS = r"(?:,?\s+(?:OBE|MBE|CBE|JP|QPM|DL|MP|MS|MSP|CC|KC|QC)\b)*"
_JOIN = rf"(?:(?:of|for|(?:(?:(?<=Clerk )|(?<=Solicitor ))(?=to\s+(?:the\s+)?(?:\w+\s+)?(?:Council|Board|Governors|Committee|Panel|Trustees|Authority|Justices|Licensing|Joint)\b)|(?<=Adviser )|(?<=Assistant )|(?<=Secretary )|(?<=Advisor ))to)\s+(?:the\s+)?|(?:(?<=Consultant )|(?<=Specialist ))in\s+|(?<=Chief Executive )and\s+(?=Director\b)|and\s+(?!(?:{_TITLE}|Director|Head|Chief|Executive|Assistant|Members?(?! (?:Services|Support|Development|Engagement)\b)|Officers?)\b)|(?:&|[-–])\s+)"
_PHRASE = rf"{_CAPITAL}(?:\s+{_JOIN}?{_CAPITAL})*(?:,\s{_CAPITAL}(?:\s+(?:and\s+|of\s+|for\s+|in\s+|&\s+)?{_CAPITAL}){{0,4}}(?=\s+[a-z]|[.;,]|$))?(?:\s\((?:[A-Z][\w&’'-]*[, ]*|and\s|for\s|of\s){{1,7}}\))?"
_SENT_BY = rf"(?:(?:representative|chair|manager|headteacher|director|secretary|leader|head)s? (?:of|from|for) (?:the )?{_CAPITAL}(?: (?:of |and )?{_CAPITAL}){{0,4}})"
# what comes first says by which letters it can begin: at most places the pattern ends there
_MENTION = re.compile(
    rf"\b(?=\w)(?:(?=[{_UPPER}hstaobi])(?:(?P<pronoun>(?:[Hh]e|[Ss]he|[Tt]hey)\b)|(?=[{_UPPER}])(?P<person>{_SEVERAL}|{_TITLE}\s+{_SURNAME}){_HONOURS}|(?P<det>[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts(?:\s+own)?|[Aa]n?|[Oo]ne|[Bb]oth)\s+(?:(?P<post>{_PHRASE}(?:\s+(?:representative|officer|manager|director|adviser|lead|chair|chairman|clerk|team|secretary|member|committee|panel|board|forum|group)\b)?)|(?P<small>{_SENT_BY}|{SMALL_POST})))|"
    rf"(?:^|(?<=[–:.;-] ))(?P<tasked>(?i:{TASKED_POST}|{SMALL_POST}))(?:, [a-z][a-z’ ]{{2,40}}?)?(?= to [a-z])|"
    rf"(?=[{_UPPER}somc])(?:(?P<bare>{_PHRASE})|(?P<crowd>(?:officers?|members?|councillors)\b)|(?P<lower>(?<=that )(?:cabinet|council|officers)\b)))"
)
# these run over small letters: `re` finds words of either case several times slower
_POST_HEAD = re.compile(
    r"\b(?:director|head|manager|officer|chief|lead|leader|member|holder|advis[eo]r|solicitor|treasurer|clerk|chair|chairman|chairperson|chairwoman|vice[- ]chair(?:man)?|convener|commissioner|"
    r"headteacher|co-?ordinator|secretary|facilitator|engineer|surveyor|nurse|executive|registrar|auditor|accountant|planner|consultant|partner|mayor|provost|president|commander|inspector|"
    r"superintendent|harbour ?master|curator|archivist|architect|coroner|bursar|actuary|valuer|ecologist|keeper|analyst|assistant|champion|librarian|warden|co-optee|scrutineer|convenor|administrator|supervisor|technician|statistician|economist|forester|arborist|archaeologist|pharmacist|midwife|editor|matron|organiser|principal|representative|team|controller|ranger|worker|therapist|psychologist|practitioner|councillor|cllr)\b",
)
_NOBODY = re.compile(
    r"(?:all|everyone|everybody|cllrs|tbc|tba|n/a|none|(?:sub-?)?committees?|panels?|boards?|commission|members?|officers?|councillors?|council|services?|department|meeting|report|public|group|forum|team|resident|residents|staff|colleagues|partners|tenants|parents|governors|"
    r"local authority|authority|councillor|people|chairs|minutes|item|page|paragraph|appendix|figures?|agenda|programme|plan|strategy|policy|action|table|section|"
    r"scorecard|dashboard|register|website|newsletter|tracker|leaflet|bulletin|handbook|guide|map|scrutiny|overview and scrutiny|questions?|data|information|details|budget|review|quarter|q[1-4]|member(?:s)? of .*|officer concerned)$",
)
_NOBODY_END = re.compile(
    r"\b(?:committees?|panels?|boards?|commission|forums?|groups?|plans|members|officers|councillors|report|plan|programme|strategy|policy|review|meeting|minutes|act|scheme|project|"
    r"scorecard|dashboard|register|website|newsletter|tracker|leaflet|bulletin|handbook|guide|map|fund|survey|contract|budget|agenda|conference|questions|partnership|working party)$",
)
# words of a service, not of a person: "Service Director, Adult Care", "Cabinet Member (Streets)"
SERVICE = re.compile(
    r"\b(?:Services?|Care|Social|Adults?|Children|Public|Health|Housing|Education|Planning|Finance|Legal|Place|People|Operations|Strategy|Policy|Resources|Communities|Community|Environment|Economic|Economy|Development|Business|Regeneration|Governance|Property|Assets|Operational|Corporate|Digital|Culture|Highways|Transport|Waste|Learning|Skills|Years|Early|Families|Family|Safeguarding|Commissioning|Customers?|Leisure|Law|Estates?|Parks?|Streets?|Roads?|Fleet|Green|Spaces|Youth|Libraries|Sport|Inclusion|SEND|Quality|Performance|Schools|Improvement|Revenues|Benefits|Growth|Delivery|Projects|Programmes|Climate|Area|North|South|East|West|Interim|Acting|and)\b"
)
_SINGLE_STOP = frozenset(
    """It This That There He She They We I Members Member Officers Officer Councillors Concern Concerns Reference Discussion Clarification Confirmation Assurance What Which Who When Where Why How
    Report Reports Work Information Details Figures Copies Date Dates Item Items Action Actions Panel Further If In On At As For From With Following Arising After Before During Although While Since
    Some Several Many Most All Another Other Others One Two Three Four Five Six Each Every Both Either Neither No Not Nor And But Or So Such Then Thus These Those Their His Her Its Our Your My
    RESOLVED Resolved AGREED Agreed NOTED Noted ORDERED ACTION Any An A The To Of By Is Are Was Were Be Been Has Had Have Will Would Could Should Can May Might Must Let Asked Requested Recommended
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Q1 Q2 Q3 Q4 Quarter Appendix Minute Page
    Nothing Something Anything Everything CONTINUED DEFERRED INSTRUCTED DIRECTED APPROVED ENDORSED DECIDED REFERRED REMITTED WITHDRAWN
    Someone Somebody Anyone Anybody Nobody Everyone Everybody Staff Colleagues Having Given Regarding Responding Replying Answering Turning Also Again Once Until Unless Whether Because However Nevertheless Nonetheless Moreover Instead Overall Finally Lastly Thanks
    Letter Number Numbers Figure Figures Note Notes Question Questions Details Update Updates List Copy Guidance Part Paragraph
    Depute Nominate Appoint Authorise Instruct Delegate Direct Require Urge Remind Thank Get
    Invite Send Circulate Provide Write Confirm Check Arrange Bring Add Ask Report Prepare Look Find Share Include Consider Contact Speak Chase Put Show Explore Investigate Review
    Subject TO THAT IT WAS BE AND THE OF NOTE AGREE APPROVE INVITE ASK RECOMMEND RECOMMENDED REQUEST REQUESTED Government Parliament Christmas Easter Year Wi-Fi PDF""".split()
)  # fmt: skip
# by themselves no one, but the first word of many a post or body: "Housing Manager", "NHS Wendale"
_TOPICS = frozenset(
    "Data Site Visit Training Briefing Policy Parking Housing Education Health Section Table Performance".split()
)
_REGIONS = frozenset("England Scotland Wales Northern Britain New UK NHS".split())
_SERVES = re.compile(r"(?P<post>.+?)\s+(?:for|to)\s+the\s")
_NO_NAMES = _SINGLE_STOP | _TOPICS | _REGIONS
_LEADING = re.compile(r"^(?:the|a|an|his|her|their|its|one|both)\s+", re.IGNORECASE)
_OWNED = re.compile(
    r"\s+(?!(?:to|will|would|be|agreed|is|was|(?:offer|promise|undertaking|readiness|willingness|commitment|assurance|pledge|agreement|intention)\s+(?:to|that))\b)[a-z]"
)  # "the Cabinet Member’s reply" is a reply
_DECIDED = re.compile(r"\s+(?:AGREED|RESOLVED|NOTED|RECOMMENDED|DECIDED|ENDORSED|APPROVED|REQUESTED)$")
# letters that stand for a post: "the DSM would forward it"
_POST_LETTERS = re.compile(r"A?D[A-Z]{1,3}|H[oO][A-Z]{1,3}|A?[A-Z](?:SM|MO|SO|FO|PM)|C(?:E|EO|EX|FO)|SRO|AD|ED")
_OWNER = re.compile(r"[’']s?$")  # "Councillor Ash’s offer to", "the Mayor’s"
_CODE = re.compile(r"[\w/.-]*\d[\w/.-]*\s[–-]\s")  # a reference before the name: "PS/18/38 – The Head of Finance"
# a name with its post or house behind it: "Ann Birch (Tree Officer)", "Ann Birch of Elm Homes"
_BEARS = re.compile(rf"(?P<name>[{_UPPER}][{_LOWER}]+ [{_UPPER}][\w’'-]+)\s(?:\(|(?:of|from)\s)")
# "the Parks, Trees and Open Spaces Manager"
_LISTS_UNITS = re.compile(rf"[{_UPPER}]\w+, [^,]+ (?:and|&) [^,]*(?:Manager|Officer|Director|Lead|Adviser)")
_OWN_INITIALS = re.compile(r"\s\([A-Z]{2,3}\)$")  # "Helen Watson (HW)"
_INITIALS = re.compile(r"[A-Z]{1,2}(?:c|ac)?[A-Z]{1,3}")
# what a person does and a body or an indicator does not: "JB to see", "BP would liaise", "EJ had noticed this"
AS_PERSON = re.compile(
    r"(?:\s\([^)]{2,60}\))?,?\s+(?:(?:also|then|duly)\s+)?(?:to\s+[a-z]|having\s|(?:is|sits)\s+on\s|will\b|would\s|could\s|had\s|was\s+(?!to\s+be\b)|has\s|is\s+to\s|(?:happy|glad|content|keen|pleased)\s+to\s|agreed|accepted|advised|added|apologised|answered|asked|"
    r"commented|confirmed|described|explained|felt|gave|hoped|informed|noted|offered|outlined|presented|promised|queried|raised|referred|replied|reported|said|spoke|stated|suggested|thought|took|undertook|updated|welcomed|wondered|brought|can|can[’']t|couldn[’']t|did|didn[’']t|found|got|hadn[’']t|knew|needed|showed|told|wanted|wasn[’']t|went)\b"
)
_SPEAKS = re.compile(
    r"\s+(?:to\s+(?!be\b)[a-z]|agreed|advised|added|asked|confirmed|explained|offered|reported|said|undertook)\b"
)
# names that end so are of places and organisations, whoever the first word is
_PLACE_END = re.compile(
    r"\b(?:Borough|Council|County|City|Town|District|Trust|Theatre|Street|Road|Lane|Centre|School|College|Hospital|Park|House|Hall|Water|Rail|Police|Government|Authority|Agency|Association|Society|Club|"
    r"Ltd|Limited|Company|Church|University|Academy|Library|Station|Bridge|Court|Close|Avenue|Gardens|Estate|Area|Region|Ward|Market|Airport|Museum|Community|Federation|Union|Homes|Energy|Network)$"
)


_MEMBER = re.compile(
    r"(?:(?:County|City|Borough|District|Town|Parish)\s+)?(?:Councillors?|Cllrs?|Alderm[ae]n|Bailie)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at [start, end) of a text. `name` is None for a body or people at large; `pronoun` in small letters."""

    start: int
    end: int
    name: str | None
    kind: str  # person | post | body | single (one capital word, perhaps a first name) | nobody | pronoun
    pronoun: str = ""


def clean(words: str) -> str:
    """A name or post without its article and the punctuation around it."""
    return _LEADING.sub("", " ".join(words.split())).strip(" ,.;:-–—")


def is_member(name: str) -> bool:
    """Whether the words name a councillor."""
    return _MEMBER.match(name) is not None


def is_titled(name: str) -> bool:
    """Whether the words begin with a title: "Mrs Reed"."""
    return _TITLED.match(name) is not None


def names_post(words: str) -> bool:
    """Whether one of the words is that of a post: "Head", "manager", "Co-ordinator"."""
    return _POST_HEAD.search(words.lower()) is not None


def is_nobody(name: str) -> bool:
    """Whether the words name no one who could be told to act: the body that met, "officers", "the report"."""
    words = name.lower()
    if words.endswith(("’", "'", "’s", "'s")):
        words = words.removesuffix("s")[:-1]
    if _NOBODY.fullmatch(words):
        return True
    return _NOBODY_END.search(words) is not None and _POST_HEAD.match(words) is None


_FAR = 4000  # characters; nobody who is to act is named as far into a sentence


def mentions(text: str) -> list[Mention]:
    """Everybody a text names, in order; those far into what is hardly one sentence are left out."""
    out: list[Mention] = []
    at = 0
    while match := _MENTION.search(text, at, _FAR):
        at = match.end()
        if match.lastgroup == "bare" and (rest := _without_start(match["bare"])):
            at = match.end() - len(rest)
            continue
        mention = _mention(text, match)
        if mention is None:
            continue
        at = max(mention.end, match.start() + 1)  # what a comma cut off is looked at again
        if out and text[out[-1].end : mention.start] == ", " and {out[-1].kind, mention.kind} == {"person", "post"}:
            out[-1] = replace(
                out[-1], end=mention.end
            )  # "Holly Birch, Tree Officer" is one, under the name that comes first
            continue
        out.append(mention)
    return out


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    if text[end - 2 : end].rstrip("s").endswith(("’", "'")) and _OWNED.match(text, end):
        return None
    sort = match.lastgroup or ""
    if sort == "pronoun":
        return Mention(start, end, None, "pronoun", match[sort].lower())
    if sort == "person":
        return Mention(start, end, _OWNER.sub("", clean(match[sort])), "person")
    if sort in ("crowd", "lower"):
        body = match[sort] in ("cabinet", "council")
        return Mention(start, end, match[sort], "body") if body else Mention(start, end, None, "nobody")
    if sort not in ("tasked", "small"):
        return _phrase(text, match)
    name = match[sort]
    if text.startswith(("’s ", "'s "), end) and _OWNED.match(text, end + 2):
        return None
    if sort == "tasked":
        vague = VAGUE_POST.fullmatch(name.lower()) is not None
    else:
        vague = match["det"].lower() in ("a", "an", "one") or VAGUE_POST.fullmatch(name) is not None
    return Mention(start, end, None, "nobody") if vague else Mention(start, end, name, "post")


def _without_start(phrase: str) -> str:
    """The words behind a first word that is none of the name: "That Councillors Ash …", "Visit Elm House"; else nothing."""
    first, *more = phrase.split(None, 1)
    rest = more[0] if more else ""
    if first.rstrip(",") in _SINGLE_STOP or (first in _TOPICS and not names_post(rest)):
        return rest
    return ""


def _phrase(text: str, match: re.Match[str]) -> Mention | None:
    """A post, body or name written in capitals."""
    words, article = match[match.lastgroup or 0], match["det"]
    if not article and words.rstrip(",") in _NO_NAMES:
        crowd = words.rstrip(",") in ("Members", "Officers", "Councillors")
        return Mention(*match.span(), None, "nobody") if crowd else None
    phrase = _without_unit(words, article)
    begin = match.end() - len(words)
    end = begin + len(phrase)
    if code := _CODE.match(phrase):
        begin += code.end()
    name = _OWNER.sub("", clean(_OWN_INITIALS.sub("", _DECIDED.sub("", text[begin:end]))))
    nobody = is_nobody(name)
    if nobody and (served := _SERVES.match(name)) and names_post(served["post"]):
        name = served["post"]  # "the Town Manager for the Panel to visit"
        nobody = is_nobody(name)
    if nobody or _is_vague(article, name):
        return Mention(begin, end, None, "nobody")
    kind = _kind(name, not article, text, end)
    return Mention(begin, end, name, kind) if kind else None


def _without_unit(phrase: str, article: str | None) -> str:
    """The phrase less what is not of the name: another name behind a comma, the post or house of a person."""
    post, comma, unit = phrase.partition(",")
    if comma:
        if article and _LISTS_UNITS.fullmatch(phrase):
            return phrase
        named = names_post(unit) or _TITLED.match(unit) or (len(unit.split()) > 1 and not SERVICE.search(unit))
        if named or not names_post(post):
            phrase = post
    bearer = None if article else _BEARS.match(phrase)
    return bearer["name"] if bearer and not names_post(bearer["name"]) else phrase


def _is_vague(article: str | None, name: str) -> bool:
    """Whether no one in particular is meant: "a Ward Member", but "a Senior Planning Officer" was there."""
    if article is None or article.lower() not in ("a", "an", "one"):
        return False
    return not re.match(r"[A-Z]\w+ [A-Z]", name) or name.endswith(("Member", "Councillor"))


def _kind(name: str, bare: bool, text: str, end: int) -> str | None:
    """Whether a name is a post, a person, a body or one capital word; None where it is nobody's."""
    if _TITLE_ALONE.fullmatch(name):
        return None  # "Cllr" with the name lost
    if names_post(name):
        return "post"
    if re.search(r"\d", name):
        return None
    if bare and _INITIALS.fullmatch(name):
        does = AS_PERSON if len(name) < 4 or "c" in name else _SPEAKS
        return "person" if does.match(text, end) else "body" if name.isupper() else "single"
    if not bare and _POST_LETTERS.fullmatch(name) and AS_PERSON.match(text, end):
        return "person"
    if bare and " " not in name:
        return "body" if name.isupper() else "single"
    plain = bare and len(name.split()) <= 3 and not re.search(r"[(]|['’]s ", name) and not name.isupper()
    return "person" if plain and not _PLACE_END.search(name) else "body"

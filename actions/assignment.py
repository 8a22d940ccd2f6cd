"""Who must act, and why. Each step leaves its reason, and two candidates are no candidate.

The order is the design's: what a clerk corrected before; the person or post in the words; the officer who presented
the item; the indicator's owner; the service the words belong to; the committee's link officer.
"""

import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from meetings.models import AgendaItem, Committee, Source
from minutes.records import FollowUp
from people.directory import INITIALS, Directory, Found, fold, initials
from people.models import Councillor, Indicator, Owner, Post, ServiceTerm, User

from .models import OwnerCorrection

CHAIR = re.compile(
    r"^(?:the )?(?:chair(?:man|woman|person)?|convener|convenor)(?: of the (?:committee|panel|commission|board))?$",
    re.I,
)
CHAIR_OF = re.compile(
    r"^(?:the )?(?:chair(?:man|woman|person)?|convener|convenor) of (?:the )?(?P<name>.+)$", re.IGNORECASE
)
CLERK = re.compile(r"^(?:the )?(?:(?:committee|scrutiny|council) )?clerk(?: (?:to|of) the \w+)?$", re.IGNORECASE)
TOGETHER = re.compile(r"\s+(?:and|&)\s+|\s*[,/;]\s*")
MANY = 2
MOST_SHORTS = 3


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """`owner` with the one line that says why; or None with the candidates, each with a reason, for the clerk."""

    owner: Owner | None
    reason: str
    candidates: tuple[tuple[Owner, str], ...] = ()


NOBODY = "Nobody is named, and nothing in the words belongs to a service"


@dataclass
class Assigner:
    """Chooses owners for the follow-ups of one committee's meeting; loads what it needs once."""

    committee: Committee
    on: datetime.date
    today: datetime.date
    directory: Directory = field(init=False)

    def __post_init__(self) -> None:
        self.directory = Directory.load(self.on)
        self.terms = list(ServiceTerm.objects.select_related("post"))
        self.indicators = list(Indicator.objects.select_related("post").exclude(post=None))
        self.learned = {c.words: c for c in self.committee.owner_corrections.select_related(*_owner_parts("owner__"))}
        self._owners: dict[tuple, Owner] = {}
        self._shorts: dict[str, list[Found]] = {}  # an assigner serves one document

    def choose(self, followup: FollowUp, item: AgendaItem, context: str = "") -> OwnerChoice:
        """The owner of one follow-up; `context` is the text around its quotes."""
        learned = self._learned(followup.owner)
        named = learned or self._named(followup.owner, "{why} in the minutes") or self._short(followup.owner, item)
        if named:
            return named
        found = next(filter(None, self._fallbacks(followup, item, context)), OwnerChoice(None, NOBODY))
        return self._instead_of_a_stranger(followup.owner, found) if followup.owner else found

    def _instead_of_a_stranger(self, words: str, found: OwnerChoice) -> OwnerChoice:
        """A stranger is named: nobody else is given it unasked, but the clerk is shown who could have it."""
        candidates = found.candidates or (((found.owner, found.reason),) if found.owner else ())
        who = "The committee’s clerk" if CLERK.match(words.strip()) else f"“{words}”"
        return OwnerChoice(None, f"{who} is not in the directory", candidates)

    def choose_by_words(self, words: str) -> OwnerChoice:
        """The owner for an owner's words alone, without an item around them."""
        choice = self._learned(words) or self._named(words, "{why} in the minutes") or self._by_term([words])
        return choice or OwnerChoice(None, f"“{words}” fits nobody in the directory")

    def _fallbacks(self, followup: FollowUp, item: AgendaItem, context: str) -> Iterator[OwnerChoice | None]:
        """Who carries it where nobody is named, in order."""
        quotes = " ".join(quote.text for quote in followup.evidence)
        yield self._named(item.presenter, "Presented the item")
        yield self._by_indicator([*followup.references, *_codes(quotes), *_codes(context)])
        yield self._by_term([quotes, item.title, context])
        yield self._link_officer()

    def _learned(self, words: str | None) -> OwnerChoice | None:
        known = self.learned.get(fold(words)) if words else None
        if not known:
            return None
        owner, left = self._of_today(known.owner)
        return OwnerChoice(owner, f"A clerk chose this for “{words}” on {known.corrected_at:%-d %B %Y}{left}")

    def _named(self, words: str | None, reason: str) -> OwnerChoice | None:
        if not words:
            return None
        if CHAIR.match(words.strip()):
            chair = self.committee.chair
            return OwnerChoice(self.owner_of(Found(councillor=chair)), f"“{words}” of the committee") if chair else None
        found = self.directory.find(words)
        if not found:
            return self._clerk(words) or self._chair_elsewhere(words) or self._several(words)
        return self._one_of(found, words, reason)

    def _clerk(self, words: str) -> OwnerChoice | None:
        """The committee's own clerk, where the directory has that user as an officer."""
        if not CLERK.match(words.strip()):
            return None
        clerks = set(self.committee.clerks.values_list("pk", flat=True))
        why = f"“{words}” of the committee"
        officers = [one for one in self.directory.officers if one.user_id in clerks]
        found = [Found(officer=one, post=self.directory.post_of(one), why=why) for one in officers]
        return self._one_of(found, words, "{why}") if found else None

    def _short(self, words: str | None, item: AgendaItem) -> OwnerChoice | None:
        """ "The Director", and the item, or else the list of those present, names a whole post that is called so."""
        if not words or not item.source:
            return None
        text = item.source.text[item.start or 0 : item.end]
        found = self.directory.find_short(words, f"{item.presenter}. {text}")
        if not found and not _is_general(words):
            found = self._short_elsewhere(words, item.source)
        return self._one_of(found, words, "{why}") if found else None

    def _short_elsewhere(self, words: str, source: Source) -> list[Found]:
        """The posts called so that the minutes name in full anywhere; nobody where they are many."""
        if words not in self._shorts:
            found = self.directory.find_short(words, source.text)
            named = [replace(one, why=f"“{words}” in minutes that name the {one.post}") for one in found]
            self._shorts[words] = named if len(named) <= MOST_SHORTS else []
        return self._shorts[words]

    def _one_of(self, found: list[Found], words: str, reason: str) -> OwnerChoice:
        """The one who fits; where several do, each as a candidate."""
        if len({one.key for one in found}) > 1:
            candidates = tuple((self.owner_of(one), one.why) for one in found)
            return OwnerChoice(None, f"“{words}” could be {len(found)} people", candidates)
        owner, note = self._present(found[0])
        why = reason.format(why=found[0].why)
        return OwnerChoice(owner, why[:1].upper() + why[1:] + note)

    def _chair_elsewhere(self, words: str) -> OwnerChoice | None:
        """The Chair of the Health Committee: the chair of the one committee that is called so."""
        named = CHAIR_OF.match(words.strip())
        if not named:
            return None
        chaired = Committee.objects.exclude(chair=None).select_related("chair__user")
        fitting = [one for one in chaired if fold(one.name) == fold(named["name"])]
        if len(fitting) != 1:
            return None
        return OwnerChoice(self.owner_of(Found(councillor=fitting[0].chair)), f"“{words}”")

    def _several(self, words: str) -> OwnerChoice | None:
        """Two who are named together ("Ms Fenn and Mr Shaw"): each a candidate, for one must answer."""
        found = [self.directory.find(part) for part in TOGETHER.split(words)]
        if len(found) < MANY or not all(len(one) == 1 for one in found):
            return None
        candidates = tuple((self.owner_of(one), one.why) for [one] in found)
        return OwnerChoice(None, f"“{words}” names {len(found)} together", candidates)

    def _present(self, found: Found) -> tuple[Owner, str]:
        """The owner today: where the post was vacant then, or its holder has left it since, whoever holds it now."""
        then, post = found.officer, found.post
        if not post or (then and self.directory.holds(then, post, self.today)):
            return self.owner_of(found), ""
        now = self.directory.holder(post, self.today)
        if now == then:
            return self.owner_of(found), ""
        has_it = f"{now.name} has the post" if now else "the post is vacant"
        return self.owner_of(Found(officer=now, post=post)), f"; {then.name} has left, {has_it}" if then else ""

    def _by_indicator(self, codes: list[str]) -> OwnerChoice | None:
        for code in dict.fromkeys(codes):
            for indicator in sorted(self.indicators, key=lambda i: (i.is_prefix, -len(i.code))):
                hit = (
                    code.upper().startswith(indicator.code.upper())
                    if indicator.is_prefix
                    else code.upper() == indicator.code.upper()
                )
                if hit and indicator.post:
                    return OwnerChoice(self._of_post(indicator.post), f"Owns measure {code}")
        return None

    def _by_term(self, texts: list[str]) -> OwnerChoice | None:
        """The nearest words first: the quotes, then the item's title, then the text around."""
        for text in texts:
            hits = terms_in(text, self.terms)
            if len(hits) == 1:
                [(post, term)] = hits.items()
                return OwnerChoice(self._of_post(post), f"“{term}” belongs to this service")
            if hits:
                candidates = tuple(
                    (self._of_post(post), f"“{term}” belongs to this service") for post, term in hits.items()
                )
                return OwnerChoice(None, "The words belong to two services", candidates)
        return None

    def _link_officer(self) -> OwnerChoice | None:
        if not self.committee.link_officer:
            return None
        owner, left = self._of_today(self.committee.link_officer)
        return OwnerChoice(owner, f"Nobody is named: the committee’s link officer{left}")

    def _of_today(self, owner: Owner) -> tuple[Owner, str]:
        """An owner put down in the past: with the post's holder of today where its officer has left it."""
        officer, post = owner.officer, owner.post
        if not post or (officer and not self.directory.has_held(officer, post)):
            return owner, ""
        return self._present(Found(officer=officer, post=post))

    def _of_post(self, post) -> Owner:
        return self.owner_of(Found(officer=self.directory.holder(post, self.today), post=post))

    def owner_of(self, found: Found) -> Owner:
        """The Owner row for somebody found, made when there is none yet."""
        post_key = found.post.pk if found.post else None
        key = (*found.key, post_key)
        if key not in self._owners:
            self._owners[key] = Owner.objects.get_or_create(
                officer=found.officer,
                post=found.post if not (found.councillor or found.body) else None,
                councillor=found.councillor,
                body=found.body,
            )[0]
        return self._owners[key]

    def requester(self, words: str | None) -> Councillor | None:
        """The councillor who asked, by initials one of the committee's; None where the words fit none or two."""
        if not words or CHAIR.match(words.strip()):
            return self.committee.chair if words else None
        everybody = self.directory.find(words)
        found = [one for one in everybody if one.councillor]
        if not everybody and INITIALS.fullmatch(words.strip()):
            letters = re.sub(r"[^A-Z]", "", words)
            members = [one for one in self.committee.members.all() if initials(one.name) == letters]
            return members[0] if len(members) == 1 else None
        return found[0].councillor if len(found) == 1 else None


def learn_owner(committee: Committee, words: str, owner: Owner, *, by: User, now: datetime.datetime) -> None:
    """Remember what a clerk chose for these words, to be suggested next time in this committee.

    Words that mean somebody else every time ("officers", "the service", "the Chair") are not learned.
    """
    if fold(words) and not _is_general(words):
        OwnerCorrection.objects.update_or_create(
            committee=committee,
            words=fold(words)[:300],
            defaults={"owner": owner, "corrected_by": by, "corrected_at": now},
        )


# "The relevant officer", "senior officers", "the service": whoever it is this time, not the one it was last time.
GENERAL = frozenset(
    "officer officers official officials staff member members councillor councillors service services department "
    "departments team teams directorate directorates council authority committee panel commission board group "
    "organisation management managers directors they them he she him her it we us those who "
    "all both any other relevant appropriate responsible lead senior named said present the of for and or from".split()
)


def _is_general(words: str) -> bool:
    return bool(CHAIR.match(words.strip())) or set(fold(words).split()) <= GENERAL


CODE = re.compile(r"\b[A-Z]{2,6}\d{1,4}[a-z]?(?:[._]\d{1,3})?\b")


def _codes(text: str) -> list[str]:
    """Indicator codes in a text: "BCPC268", "DPE005a", "CS17_04"."""
    return CODE.findall(text)


def terms_in(text: str, terms: Iterable[ServiceTerm]) -> dict[Post, str]:
    """The posts whose terms stand in the text, as they come in it; "school" counts not within "school transport"."""
    hits: list[tuple[int, Post, str]] = []
    for term in sorted(terms, key=lambda one: -len(one.term)):
        first = _pattern(term.term).search(text)
        if first:
            hits.append((first.start(), term.post, term.term))
            text = _pattern(term.term).sub(lambda found: "\n" * len(found[0]), text)
    posts: dict[Post, str] = {}
    for _, post, words in sorted(hits, key=lambda hit: hit[0]):
        posts.setdefault(post, words)
    return posts


@functools.lru_cache(maxsize=4096)
def _pattern(term: str) -> re.Pattern[str]:
    """The term as whole words; initials only as capitals, for "SEND" is not "send"."""
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", 0 if term.isupper() else re.IGNORECASE)


def _owner_parts(prefix: str) -> list[str]:
    return ["corrected_by", *(f"{prefix}{part}" for part in ("officer__user", "post", "councillor__user", "body"))]

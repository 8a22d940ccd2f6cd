"""Who the words of minutes mean, in the council's directory as of a day.

`Directory.load(on)` takes one snapshot (a handful of queries) that serves a whole meeting. `find(words)` gives every
candidate that fits best: one is an answer, two are for the clerk to choose from, none is nobody. It refuses to guess:
a likeness under the cut-off, or no clear margin to the second, is no match.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from .models import Councillor, Officer, OutsideBody, Post, PostHolding

# token_sort_ratio at which two names are the same one misspelt ("Okley" for "Oakley"), and how far ahead of the next
# it must be. WRatio is no use here: it gives "Head of Finance" 85 on two different directors.
CUT_OFF = 78
MARGIN = 6
SURNAME_CUT_OFF = 84
BODY_CUT_OFF = 90

MEMBER_TITLE = re.compile(r"^(?:the )?(?:councillors?|cllrs?|alderman|baillie|bailie)\b\.?\s*", re.I)
PERSON_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\b\.?\s*", re.I)
ARTICLE = re.compile(r"^(?:the|our|an?)\s+", re.I)
PARTS = re.compile(r"\s*(?:,|\(|\)|;|\bas\b)\s*")
DASH = re.compile(r"\s+[–—-]\s+")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2,3}")
# Two or three capitals that mean an office or a subject more often than a person.
NO_INITIALS = frozenset(
    "IT HR PR CE MD FM AD HOS DCS DASS DPH CEO CFO COO SRO RO MO NHS ICB EHC ASC CSC SLT CLT OT EP SW".split()
)
OF_A_TEAM = re.compile(r"\s+(?:teams?|services?|departments?|directorate|division|unit|section|officers?|colleagues)$")


@dataclass(frozen=True, slots=True)
class Found:
    """Who fits: an officer (with the post held on that day), a vacant post, a councillor or a body; and why."""

    officer: Officer | None = None
    post: Post | None = None
    councillor: Councillor | None = None
    body: OutsideBody | None = None
    why: str = ""
    score: float = 100.0

    @property
    def key(self) -> tuple:
        if self.officer:
            return ("officer", self.officer.pk)
        if self.post:
            return ("post", self.post.pk)
        if self.councillor:
            return ("councillor", self.councillor.pk)
        return ("body", self.body.pk if self.body else None)


def fold(words: str) -> str:
    """Lower case, without titles, articles and punctuation: "The Asst. Director" → "asst director"."""
    words = words.replace("’", "'").strip()
    words = PERSON_TITLE.sub("", MEMBER_TITLE.sub("", ARTICLE.sub("", words)))
    return " ".join(re.findall(r"[a-z0-9&']+", words.lower().replace(" & ", " and ").replace("-", " ")))


@dataclass
class Directory:
    """A snapshot, its words to be understood as of `on`."""

    on: datetime.date
    officers: list[Officer] = field(default_factory=list)
    councillors: list[Councillor] = field(default_factory=list)
    bodies: list[OutsideBody] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    holdings: list[PostHolding] = field(default_factory=list)
    _known: dict[str, list[Found]] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, on: datetime.date) -> "Directory":
        return cls(
            on=on,
            officers=list(Officer.objects.select_related("user")),
            councillors=list(Councillor.objects.select_related("user")),
            bodies=list(OutsideBody.objects.all()),
            posts=list(Post.objects.select_related("service", "directorate").prefetch_related("other_titles")),
            holdings=list(PostHolding.objects.select_related("officer__user", "post").order_by("held_from")),
        )

    def holder(self, post: Post, day: datetime.date | None = None) -> Officer | None:
        """Who holds the post on `day`, the snapshot's own day by default."""
        day = day or self.on
        held = [h.officer for h in self.holdings if h.post_id == post.pk and _covers(h, day)]
        return held[-1] if held else None

    def holds(self, officer: Officer, post: Post, day: datetime.date | None = None) -> bool:
        """Whether the officer holds the post on `day`, the snapshot's own day by default."""
        day = day or self.on
        return any(_covers(h, day) for h in self.holdings if (h.officer_id, h.post_id) == (officer.pk, post.pk))

    def has_held(self, officer: Officer, post: Post) -> bool:
        """Whether it is put down that the officer holds, held or will hold the post."""
        return any((h.officer_id, h.post_id) == (officer.pk, post.pk) for h in self.holdings)

    def post_of(self, officer: Officer, day: datetime.date | None = None) -> Post | None:
        day = day or self.on
        held = [h.post for h in self.holdings if h.officer_id == officer.pk and _covers(h, day)]
        return held[-1] if held else None

    def last_post_of(self, officer: Officer) -> Post | None:
        """The post that the officer had left by the snapshot's day, the latest of them."""
        held = [h for h in self.holdings if h.officer_id == officer.pk]
        ended = [(h.held_until, h.post) for h in held if h.held_until and h.held_until < self.on]
        return max(ended, key=lambda one: one[0])[1] if ended else None

    def is_there(self, officer: Officer) -> bool:
        """Whether the officer holds a post on the day; somebody whose posts were never recorded counts as there."""
        held = [h for h in self.holdings if h.officer_id == officer.pk]
        return not held or any(_covers(h, self.on) for h in held)

    def find(self, words: str) -> list[Found]:
        """Everybody whom the words fit best; [] where nobody does. The same words are looked up once a snapshot."""
        if words not in self._known:
            self._known[words] = self._look_up(words.strip())
        return self._known[words]

    def _look_up(self, whole: str) -> list[Found]:
        if not fold(whole):
            return []
        is_member = bool(MEMBER_TITLE.match(ARTICLE.sub("", whole)))
        parts = PARTS.split(whole)
        smaller = [piece for part in parts for piece in DASH.split(part)]
        for part in filter(fold, dict.fromkeys([whole, *parts, *smaller])):
            found = self._members(part) if is_member else self._anyone(part)
            if found:
                return found
        return []

    def _members(self, words: str) -> list[Found]:
        sitting = [c for c in self.councillors if _sits(c, self.on)]
        return [Found(councillor=c, why=f"named as “{words}”", score=s) for c, s in _best_people(words, sitting)]

    def _anyone(self, words: str) -> list[Found]:
        """The exact name of a post, body or team; else somebody there on the day; else who had left; else the like."""
        exact = self._posts(words, exact=True) or self._bodies(words, 100.0) or self._teams(words)
        if exact:
            return exact
        there = [one for one in self.officers if self.is_there(one)]
        members = [c for c in self.councillors if _sits(c, self.on)]
        named = [self._person(p, words, s) for p, s in _best_people(words, [*there, *members])]
        gone = [one for one in self.officers if not self.is_there(one)]
        return (
            named
            or [self._person(p, words, s) for p, s in _best_people(words, gone)]
            or self._posts(words, exact=False)
            or self._bodies(words, BODY_CUT_OFF)
        )

    def _person(self, person: Officer | Councillor, words: str, score: float) -> Found:
        why = f"named as “{words.strip()}”"
        if isinstance(person, Councillor):
            return Found(councillor=person, why=why, score=score)
        return Found(officer=person, post=self.post_of(person) or self.last_post_of(person), why=why, score=score)

    def _teams(self, words: str) -> list[Found]:
        """Whoever heads the service or directorate of that name: "Highways", "the Inclusion team"."""
        target = OF_A_TEAM.sub("", fold(words))
        services = [p for p in self.posts if p.service and fold(p.service.name) == target]
        parts = services or [
            p for p in self.posts if p.directorate and not p.service and fold(p.directorate.name) == target
        ]
        within = {post.pk for post in parts}
        heads = [post for post in parts if post.reports_to_id not in within]
        return [
            Found(officer=self.holder(post), post=post, why=f"“{words.strip()}” is headed by the {post.title}")
            for post in heads
        ]

    def _posts(self, words: str, exact: bool) -> list[Found]:
        target = fold(words)
        scored = []
        for post in self.posts:
            titles = [post.title, *(other.title for other in post.other_titles.all())]
            folded = [fold(title) for title in titles]
            score = 100.0 if target in folded else 0.0 if exact else _title_score(target, folded)
            scored.append((score, post))
        return [self._post(post, words, score) for post, score in _clear_winners(scored, CUT_OFF + 4)]

    def find_short(self, words: str, text: str) -> list[Found]:
        """The posts that the text names in full and the words in part: "the Director" beside "Director of Housing"."""
        short, said = fold(words), f" {fold(text)} "
        if not short:
            return []
        return [
            Found(officer=self.holder(post), post=post, why=f"“{words.strip()}” in an item that names the {post.title}")
            for post in self.posts
            if f" {short} " in (title := f" {fold(post.title)} ") and title in said
        ]

    def _post(self, post: Post, words: str, score: float) -> Found:
        why = f"“{words.strip()}”" if fold(words) == fold(post.title) else f"“{words.strip()}” is {post.title}"
        return Found(officer=self.holder(post), post=post, why=why, score=score)

    def _bodies(self, words: str, cut_off: float) -> list[Found]:
        target = fold(words)
        scored = [
            (max((fuzz.token_sort_ratio(target, fold(name)) for name in _names_of(body)), default=0.0), body)
            for body in self.bodies
        ]
        return [Found(body=one, why=f"“{words.strip()}”", score=s) for one, s in _clear_winners(scored, cut_off)]


def _names_of(body: OutsideBody) -> list[str]:
    return [name for name in [body.name, *body.other_names.splitlines()] if name.strip()]


def _covers(holding: PostHolding, day: datetime.date) -> bool:
    return (not holding.held_from or holding.held_from <= day) and (not holding.held_until or day <= holding.held_until)


def _sits(councillor: Councillor, day: datetime.date) -> bool:
    begun = not councillor.member_from or councillor.member_from <= day
    return begun and (not councillor.member_until or day <= councillor.member_until)


def _title_score(target: str, titles: list[str]) -> float:
    return max(fuzz.token_sort_ratio(target, title) for title in titles)


def _best_people(words: str, people: list[Any]) -> list[tuple[Any, float]]:
    target = fold(words)
    if INITIALS.fullmatch(words.strip()):
        letters = re.sub(r"[^A-Z]", "", words)
        officers = [one for one in people if isinstance(one, Officer) and letters not in NO_INITIALS]
        return [(one, 100.0) for one in officers if initials(one.name) == letters]
    return _clear_winners([(_person_score(target, fold(person.name)), person) for person in people], CUT_OFF)


def initials(name: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s-]+", name) if part).upper()


def _person_score(target: str, name: str) -> float:
    """How well "h watson", "watson helen", "okley" or "rachel okley" fits "rachel oakley": 0 to 100."""
    if target == name or sorted(target.split()) == sorted(name.split()):
        return 100.0
    said, full = target.split(), name.split()
    if not said or not full:
        return 0.0
    if len(said) == 1:
        return _surname_score(said[0], full[-1]) - 2
    if len(said[-1]) == 1 and len(said[0]) > 1:
        said = [*said[1:], said[0]]  # "Pritchard J"
    surname = _surname_score(said[-1], full[-1])
    initials = [word for word in said[:-1] if len(word) == 1]
    if initials and len(initials) == len(said) - 1:
        return surname - 1 if initials[0] == full[0][0] else 0.0
    if full[0][0] != said[0][0] and said[0] not in full:
        return 0.0
    return fuzz.token_sort_ratio(target, name) if surname else 0.0


def _surname_score(said: str, surname: str) -> float:
    if said == surname:
        return 98.0
    score = fuzz.ratio(said, surname)
    return score if len(said) > 3 and score >= SURNAME_CUT_OFF else 0.0


def _clear_winners(scored: list[tuple[float, Any]], cut_off: float) -> list[tuple[Any, float]]:
    """Those within the margin of the best; a perfect fit leaves only other perfect ones beside it."""
    best = max((score for score, _ in scored), default=0.0)
    if best < cut_off:
        return []
    floor = best if best == 100.0 else best - MARGIN
    return [(one, score) for score, one in scored if score >= floor]

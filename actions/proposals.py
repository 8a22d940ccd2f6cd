"""A meeting's proposals as its clerk checks them: numbered, each with its doubts, a page of them at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.utils.http import urlencode

from meetings.models import AgendaItem, Meeting, Resolution
from people.wording import runs_of

from .models import Action, Evidence, OwnerCandidate, Status
from .unsettled import change_in_words

PER_PAGE = 50
MOST_RUNS = 12  # of numbers that stand in one line
SURE_FROM = 0.75  # of a rule's proposals, the share that must be right for one to pass as sure
WHETHER = "Is it an action?"  # the reader's word for it too


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a clerk should look at: the word of the tag, and the sentence."""

    tag: str
    text: str


def doubts_of(action: Action) -> list[Doubt]:
    """What is unsure about a proposal, the most pressing first; an action that is no proposal has none."""
    if action.status != Status.PROPOSED:
        return []
    doubts = []
    if action.owner is None:
        doubts.append(Doubt("Choose who", f"{action.owner_reason or 'Nobody is named'}. Choose who must act."))
    unsure = action.confidence is not None and action.confidence < SURE_FROM
    if unsure or WHETHER in action.doubts:
        right = f" About {round((action.confidence or 0) * 10)} in 10 found this way are right." if unsure else ""
        doubts.append(Doubt(WHETHER, f"The words are not plain.{right}"))
    doubts += [Doubt("Needs a look", sentence(words)) for words in action.doubts if words != WHETHER]
    if action.unsettled_by_id:
        doubts.append(Doubt("Needs a look", change_in_words(action)))
    if action.due_on is None:
        doubts.append(Doubt("No date", f"{action.due_working or 'There is no date'}."))
    return doubts


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the minutes, and the number they stand under: "42(b)"; none where that is not in the action's item."""

    quote: Evidence
    minute: str
    is_here: bool = True  # on the page of the minutes that stands beside


@dataclass
class Entry:
    """One proposal on the page. `number` is its place in the minutes, the same on both sides."""

    action: Action
    number: int
    doubts: list[Doubt] = field(default_factory=list)
    elsewhere: frozenset[int] = frozenset()  # its quotes on another page of the minutes
    item_is_here: bool = True

    @property
    def is_to_check(self) -> bool:
        return self.action.status == Status.PROPOSED

    @property
    def is_sure(self) -> bool:
        return self.is_to_check and not self.doubts

    @property
    def is_dismissed(self) -> bool:
        return self.action.status == Status.DISMISSED

    @property
    def quotes(self) -> list[Quoted]:
        """As they follow each other in the minutes, so that the question stands before its answer."""
        found = sorted(self.action.evidence.all(), key=lambda quote: (quote.start is None, quote.start or 0))
        return [Quoted(quote, self._minute(quote), quote.pk not in self.elsewhere) for quote in found]

    @property
    def again_query(self) -> str:
        """For the address that adds another action from the same words, where these have a place in the minutes."""
        quote = next((quote for quote in self.action.evidence.all() if quote.start is not None), None)
        if quote is None or self.action.item_id is None:
            return ""
        place = {"item": self.action.item_id, "source": quote.source_id, "start": quote.start, "end": quote.end}
        return urlencode(
            {name: str(value) for name, value in place.items()} | {"words": quote.text, "origin": quote.origin}
        )

    def _minute(self, quote: Evidence) -> str:
        item, clause = self.action.item, self.action.resolution
        if item is None or not item.number or (quote.start is not None and not holds(item, quote)):
            return ""
        if clause and holds(clause, quote) and any(letter.isalnum() for letter in clause.number):
            return f"{item.number}{clause.number}"
        return item.number

    @property
    def is_resolved(self) -> bool:
        return any(quote.origin == Evidence.Origin.RESOLVED for quote in self.action.evidence.all())


def numbers_in_words(numbers: list[int]) -> str:
    """1–3, 5, 7–9; of very many the first, and how many more there are."""
    starts = [place for place, number in enumerate(numbers) if place == 0 or number != numbers[place - 1] + 1]
    if len(starts) <= MOST_RUNS:
        return runs_of(numbers)
    cut = starts[MOST_RUNS]
    return f"{runs_of(numbers[:cut])} and {len(numbers) - cut} more"


def holds(place: AgendaItem | Resolution, quote: Evidence) -> bool:
    """Whether the quote begins within an item or a clause of the same document."""
    if place.start is None or place.end is None or quote.start is None:
        return False
    return place.start <= quote.start < place.end


def load_entries(meeting: Meeting) -> list[Entry]:
    """The meeting's actions in the order of its minutes, numbered: three queries."""
    owners = ("owner__officer__user", "owner__post", "owner__councillor__user", "owner__body")
    candidates = OwnerCandidate.objects.select_related(*owners)
    actions = (
        Action.objects.filter(meeting=meeting)
        .select_related(
            "committee", "meeting", "item", "requester", "resolution", "due_meeting", "merged_into", *owners
        )
        .prefetch_related("evidence", Prefetch("candidates", candidates))
        .defer("item__paragraphs")  # of an item with hundreds of rows they would be read for each
        .order_by("order", "pk")
    )
    return [Entry(action, number, doubts_of(action)) for number, action in enumerate(actions, start=1)]


SHOWS: dict[str, Callable[[Entry], bool]] = {
    "all": lambda entry: True,
    "to-check": lambda entry: entry.is_to_check,
    "doubtful": lambda entry: bool(entry.doubts),
}


@dataclass(frozen=True)
class Listing:
    """The proposals that an address asks for, in its order. `show` is one of SHOWS."""

    entries: list[Entry]
    show: str = "all"
    by_doubt: bool = False

    @classmethod
    def of(cls, entries: list[Entry], given: Mapping[str, str]) -> Self:
        show, by_doubt = given.get("show", ""), given.get("sort") == "doubt"
        show = show if show in SHOWS else "all"
        chosen = filter(SHOWS[show], entries)
        return cls(sorted(chosen, key=_by_doubt) if by_doubt else list(chosen), show, by_doubt)

    @property
    def query(self) -> str:
        """What an address needs to ask for the same again: "?show=to-check"."""
        words = ({"show": self.show} if self.show != "all" else {}) | ({"sort": "doubt"} if self.by_doubt else {})
        return f"?{urlencode(words)}" if words else ""

    def find(self, pk: int | str | None) -> Entry | None:
        return next((entry for entry in self.entries if str(entry.action.pk) == str(pk)), None)

    def page(self, given: Mapping[str, str]) -> tuple[Page, Entry | None]:
        """The page asked for, or the one with the proposal that is to stand open; and that proposal.

        Where none is asked for, the first that is left to check stands open.
        """
        paginator = Paginator(self.entries, PER_PAGE)
        opened = self.find(given.get("open"))
        if "page" in given:
            page = paginator.get_page(given["page"])
            here = [entry for entry in page if entry == opened] or [entry for entry in page if entry.is_to_check]
            return page, next(iter(here), None)
        opened = opened or next(filter(SHOWS["to-check"], self.entries), None)
        return paginator.get_page(self.entries.index(opened) // PER_PAGE + 1 if opened else 1), opened

    def next_to_check(self, after: int) -> Entry | None:
        """The next by number that is left, from the top again after the last; by doubt the first that is left."""
        left = [entry for entry in self.entries if entry.is_to_check]
        below = [] if self.by_doubt else [entry for entry in left if entry.number > after]
        return next(iter(below or left), None)


def _by_doubt(entry: Entry) -> tuple[bool, float]:
    """What the reader was least sure of first."""
    return not entry.doubts, entry.action.confidence or 0

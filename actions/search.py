"""Find actions by words: in the summary, the words of the minutes, the answers, the item's title, and people's names.

Every word must be found somewhere; "words in quotes" must stand together; -word must not be there. PostgreSQL stems,
ranks and finds by index (migration `search_indexes`); SQLite looks for the letters. Little words ("the") are in no
index: where there is nothing else to look for, both look for their letters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add, or_

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db import connection
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from meetings.models import AgendaItem
from people.models import Councillor, Owner

from .models import Action, ActionQuerySet, Answer, Evidence, EvidenceQuerySet

CONFIG = "english"
LONGEST = 200
MOST_TERMS = 8
SNIPPET = 220
START, STOP = "\x02", "\x03"  # around a hit until the text is escaped
CURLY = str.maketrans(dict.fromkeys("“”„", '"'))  # what phones make of "
TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]+)"|(?P<word>[^\s"]+))')
# All that PostgreSQL leaves out of its English index are here too: a word that is in no index would find nothing.
STOP_WORDS = frozenset(
    "a about above after again against all am an and any are as at be because been before being below between "
    "both but by can did do does doing don down during each few for from further had has have having he her here "
    "hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of "
    "off on once only or other our ours ourselves out over own s same she should so some such t than that the "
    "their theirs them themselves then there these they this those through to too under until up very was we were "
    "what when where which while who whom why will with you your yours yourself yourselves".split()
)


@dataclass(frozen=True)
class Term:
    text: str
    is_phrase: bool = False
    is_unwanted: bool = False

    @property
    def is_little(self) -> bool:
        """Whether all of its words are in no index; a sign alone has none."""
        return all(word.lower() in STOP_WORDS for word in re.findall(r"[^\W_]+", self.text))


def terms_of(words: str) -> list[Term]:
    """The words to look for; the little ones ("of", "the") are left out unless there is nothing else.

    Signs alone ("%") are looked for as they were typed.
    """
    found = []
    for match in TERM.finditer(words[:LONGEST].translate(CURLY)):
        text = " ".join((match["phrase"] or match["word"] or "").split()).strip(".,;:!?()")
        if any(letter.isalnum() for letter in text):  # "&" and a dash between words are not looked for
            found.append(Term(text, bool(match["phrase"]), bool(match["no"])))
    if not found and (signs := " ".join(words[:LONGEST].split())):
        return [Term(signs)]
    telling = [term for term in found if term.is_phrase or term.text.lower() not in STOP_WORDS]
    return (telling or found)[:MOST_TERMS]


def on_postgres() -> bool:
    return connection.vendor == "postgresql"


def matching(actions: ActionQuerySet, words: str, quotes: EvidenceQuerySet | None = None) -> ActionQuerySet:
    """Those of `actions` in which every term is found; of the minutes' words in `quotes` alone where they are given."""
    quotes = Evidence.objects.all() if quotes is None else quotes
    for term in terms_of(words):
        ids = _ids_with(term, quotes)
        actions = actions.exclude(pk__in=ids) if term.is_unwanted else actions.filter(pk__in=ids)
    return actions


def best_first(actions: ActionQuerySet, words: str) -> ActionQuerySet:
    """Those whose summary says it before those whose minutes do; the newest first among equals."""
    wanted = [term for term in terms_of(words) if not term.is_unwanted]
    if not wanted:
        return actions.order_by("-confirmed_at", "-pk")
    if on_postgres():
        query = reduce(or_, [_query(term) for term in wanted])
        rank = SearchRank(SearchVector("summary", config=CONFIG), query)
        return actions.annotate(rank=rank).order_by("-rank", "-confirmed_at", "-pk")
    hits: list[Combinable] = [
        Case(When(summary__icontains=term.text, then=Value(1)), default=Value(0), output_field=IntegerField())
        for term in wanted
    ]
    return actions.annotate(rank=reduce(add, hits)).order_by("-rank", "-confirmed_at", "-pk")


def snippets(actions: Iterable[Action], words: str, quotes: EvidenceQuerySet | None = None) -> dict[int, SafeString]:
    """By action, the words of the minutes around what was looked for, marked; only where something is found in them."""
    wanted = [term for term in terms_of(words) if not term.is_unwanted]
    ids = [action.pk for action in actions]
    if not wanted or not ids:
        return {}
    evidence = (Evidence.objects.all() if quotes is None else quotes).filter(action__in=ids)
    if on_postgres():
        query = reduce(or_, [_query(term) for term in wanted])
        headline = SearchHeadline(
            "text", query, config=CONFIG, start_sel=START, stop_sel=STOP, max_words=32, min_words=16, max_fragments=1
        )
        rows = list(evidence.annotate(headline=headline).values_list("action", "headline"))
    else:
        rows = [(pk, _marked(text, wanted)) for pk, text in evidence.values_list("action", "text")]
    best: dict[int, SafeString] = {}
    for pk, text in rows:
        if START in text and pk not in best:
            best[pk] = _as_html(text)
    return best


def _marked(text: str, terms: list[Term]) -> str:
    """The part of `text` around the first hit, hits between START and STOP. Text is cut at words."""
    pattern = re.compile("|".join(re.escape(term.text) for term in terms), re.IGNORECASE)
    first = pattern.search(text)
    if first is None:
        return text
    begin = max(0, first.start() - SNIPPET // 2)
    begin = text.find(" ", begin) + 1 if begin else 0
    begin = min(begin, first.start())
    end = begin + SNIPPET
    cut = text[begin:] if end >= len(text) else text[begin : max(text.rfind(" ", begin, end), first.end())] + " …"
    return ("… " if begin else "") + pattern.sub(lambda hit: f"{START}{hit.group()}{STOP}", cut)


def _as_html(text: str) -> SafeString:
    return mark_safe(escape(text).replace(START, '<mark class="hit">').replace(STOP, "</mark>"))


def _query(term: Term) -> SearchQuery:
    return SearchQuery(term.text, config=CONFIG, search_type="phrase" if term.is_phrase else "plain")


def _ids_with(term: Term, quotes: EvidenceQuerySet) -> QuerySet:
    """Ids of all actions that have the term anywhere; who may see them is for `visible_to` to say."""
    answers = Answer.objects.sent().public()
    first, *rest = [
        _said("summary", Action.objects.all(), term).values("pk"),
        _named(term).values("pk"),
        _said("text", quotes, term).values("action_id"),
        _said("text", answers, term).values("action_id"),
    ]
    return first.order_by().union(*[each.order_by() for each in rest], all=True)


def _named(term: Term) -> QuerySet:
    """By reference, item, or the name of whoever asked or must answer."""
    text = term.text
    owners = Owner.objects.filter(
        Q(officer__name__icontains=text)
        | Q(post__title__icontains=text)
        | Q(councillor__name__icontains=text)
        | Q(body__name__icontains=text)
    )
    items = AgendaItem.objects.filter(title__icontains=text, restricted=False)
    requesters = Councillor.objects.filter(name__icontains=text)
    return Action.objects.filter(
        Q(reference__istartswith=text) | Q(requester__in=requesters) | Q(item__in=items) | Q(owner__in=owners)
    )


def _said(field: str, rows: QuerySet, term: Term) -> QuerySet:
    if on_postgres() and not term.is_little:
        return rows.annotate(vector=SearchVector(field, config=CONFIG)).filter(vector=_query(term))
    return rows.filter(**{f"{field}__icontains": term.text})

"""Requests like one another: the same words, other meetings. So that nobody asks twice what has been answered.

A bounded number of candidates that share a telling word is compared by the share of telling words in common, the rarer
words counting for more. Of the candidates the summaries alone are fetched, of those that are alike the whole rows. A
guess to be read by a person, never a merge.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Q, QuerySet

from .models import Action, ActionQuerySet
from .search import CONFIG, STOP_WORDS, on_postgres

MOST_CANDIDATES = 300
MOST_WORDS = 8
ENOUGH = 0.45
SAME_INDICATOR = 0.25
# Words of asking and of periods, which requests share that have nothing else in common.
OF_ASKING = frozenset(
    "ask asked answer briefing breakdown bring circulate committee data detail details figure figures further give "
    "given information item list member members more note provide provided regarding report request requested response "
    "send sent share supply update updated written number numbers each every last next since per year years month "
    "months quarter quarterly annual two three four five".split()
)
WORD = re.compile(r"[a-z][a-z0-9’'-]{2,}|\d{4}|[a-z]+\d+\w*")
ENDINGS = re.compile(r"(?:’s|'s|ies|ing|ed|es|s|y)$")


@dataclass(frozen=True)
class Alike:
    action: Action
    likeness: float


def telling_words(text: str) -> list[str]:
    """The words that say what a request is about, each once."""
    words = WORD.findall(text.lower())
    return list(dict.fromkeys(word for word in words if word not in STOP_WORDS and word not in OF_ASKING))


def stems(words: Sequence[str]) -> set[str]:
    return {ENDINGS.sub("", word) if len(word) > 4 else word for word in words}


def asked_before(action: Action, user) -> list[Alike]:
    """Published actions of other meetings, before or since, that this person may see; the most alike first."""
    others = Action.objects.visible_to(user).published().exclude(meeting=action.meeting_id)
    indicators = {indicator.pk for indicator in action.indicators.all()}
    return alike(action.summary, others, indicators)


def alike(summary: str, among: ActionQuerySet, indicators: set[int] | None = None, most: int = 20) -> list[Alike]:
    """Those of `among` whose words are like `summary`'s; sharing an indicator adds to the likeness."""
    words = telling_words(summary)
    if not words:
        return []
    found = list(_candidates(among, words, indicators or set()))
    ours, theirs = stems(words), [stems(telling_words(said)) for _, said in found]
    weight = _weights([*theirs, ours])
    sharing = _sharing(indicators, [pk for pk, _ in found]) if indicators else set()
    scored = {}
    for (pk, _), its in zip(found, theirs, strict=True):
        both = sum(weight[stem] for stem in ours) + sum(weight[stem] for stem in its)
        likeness = 2 * sum(weight[stem] for stem in ours & its) / both
        if pk in sharing:
            likeness += SAME_INDICATOR
        if likeness >= ENOUGH:
            scored[pk] = min(likeness, 1.0)
    best = sorted(scored, key=lambda pk: (-scored[pk], -pk))[:most]
    rows = among.for_lists().in_bulk(best)
    return [Alike(rows[pk], scored[pk]) for pk in best if pk in rows]


def _weights(documents: Sequence[set[str]]) -> dict[str, float]:
    """The rarer a word among the candidates, the more it says."""
    seen = Counter(word for document in documents for word in document)
    return {word: 1 + math.log(len(documents) / count) / 2 for word, count in seen.items()}


def _candidates(among: ActionQuerySet, words: list[str], indicators: set[int]) -> QuerySet[Action, tuple[int, str]]:
    """Id and summary of at most MOST_CANDIDATES that share a telling word, or an indicator."""
    longest = sorted(words, key=lambda word: (-len(word), word))[:MOST_WORDS]
    if on_postgres():
        query = reduce(or_, [SearchQuery(word, config=CONFIG) for word in longest])
        vector = SearchVector("summary", config=CONFIG)
        ids = Action.objects.annotate(vector=vector).filter(vector=query).order_by().values("pk")
        found = among.filter(_with(ids, indicators)).order_by(SearchRank(vector, query).desc(), "-pk")
    else:
        said = reduce(or_, [Q(summary__icontains=word) for word in longest])
        found = among.filter(_with(Action.objects.filter(said).order_by().values("pk"), indicators)).order_by("-pk")
    return found.values_list("pk", "summary")[:MOST_CANDIDATES]


def _with(ids, indicators: set[int]) -> Q:
    if not indicators:
        return Q(pk__in=ids)
    same = Action.indicators.through.objects.filter(indicator__in=indicators).values("action_id")
    return Q(pk__in=ids) | Q(pk__in=same)


def _sharing(indicators: set[int], ids: list[int]) -> set[int]:
    """Those of the actions that have one of the indicators."""
    same = Action.indicators.through.objects.filter(indicator__in=indicators, action__in=ids)
    return set(same.values_list("action_id", flat=True))

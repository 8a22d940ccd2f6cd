"""Which actions a service's words or an indicator would catch, with who has them now. Looks at a bounded number."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from people.models import Indicator, Post, ServiceTerm, User

from .assignment import terms_in
from .models import Action, ActionQuerySet, Status

# So many of the newest actions that have the letters are looked at, and so many shown.
LOOKED_AT = 500
SHOWN = 50


@dataclass(frozen=True)
class Catch:
    """One action, the words of it that are caught, and whether the post has it already."""

    action: Action
    words: str
    is_theirs: bool


@dataclass(frozen=True)
class Caught:
    """What is caught, the newest first; `number` of them all, of which `catches` shows the first."""

    catches: list[Catch]
    number: int
    is_all: bool

    @property
    def theirs(self) -> int:
        return sum(catch.is_theirs for catch in self.catches)


def caught_by_term(words: str, post: Post | None, user: User) -> Caught:
    """Actions in whose quotes or item's title the term stands, and not only within a longer term of another post."""
    trial = ServiceTerm(term=words, post=post or Post(pk=0, title=""))
    others = ServiceTerm.objects.filter(term__icontains=words).exclude(term__iexact=words).select_related("post")
    terms = [trial, *others]
    has_letters = Q(evidence__text__icontains=words) | Q(item__title__icontains=words)
    ids = list(_standing(user).filter(has_letters).order_by("-pk").values_list("pk", flat=True).distinct()[:LOOKED_AT])
    found = [(action, said) for action in _with_words(ids) if (said := _where(action, terms, trial))]
    catches = [Catch(action, said, _is_theirs(action, post)) for action, said in found[:SHOWN]]
    return Caught(catches, len(found), len(ids) < LOOKED_AT)


def caught_by_indicator(indicator: Indicator, user: User) -> Caught:
    """Actions that name the indicator, or for a prefix any code that begins so and has no row of its own."""
    named = Indicator.objects.filter(pk=indicator.pk)
    if indicator.is_prefix:
        own = Q(post__isnull=False) & ~Q(pk=indicator.pk)
        named = Indicator.objects.filter(code__istartswith=indicator.code).exclude(own)
    links = Action.indicators.through.objects.filter(indicator__in=named).values("action_id")
    found = _standing(user).filter(pk__in=links).order_by("-pk")
    catches = [
        Catch(
            action, ", ".join(sorted(one.code for one in action.indicators.all())), _is_theirs(action, indicator.post)
        )
        for action in found.for_lists().prefetch_related("indicators")[:SHOWN]
    ]
    return Caught(catches, found.count(), True)


def _standing(user: User) -> ActionQuerySet:
    return Action.objects.visible_to(user).exclude(status=Status.DISMISSED)


def _with_words(ids: list[int]) -> ActionQuerySet:
    return Action.objects.filter(pk__in=ids).order_by("-pk").for_lists().prefetch_related("evidence")


def _where(action: Action, terms: Iterable[ServiceTerm], trial: ServiceTerm) -> str:
    """The words in which the term stands: a quote, else the item's title; "" where it does not."""
    texts = [quote.text for quote in action.evidence.all()] + ([action.item.title] if action.item else [])
    return next((text for text in texts if trial.term in terms_in(text, terms).values()), "")


def _is_theirs(action: Action, post: Post | None) -> bool:
    return bool(post and action.owner and action.owner.post_id == post.pk)

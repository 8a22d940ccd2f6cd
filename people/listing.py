"""The directory as lists for its pages: posts and their holders, officers, councillors and outside bodies, searched."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from .models import Absence, Councillor, Officer, OutsideBody, Post, PostHolding


@dataclass(frozen=True)
class Holder:
    """Somebody in a post on a day, and the absence that they are on, if any."""

    officer: Officer
    absence: Absence | None


@dataclass(frozen=True)
class PostLine:
    post: Post
    holders: list[Holder]
    coming: PostHolding | None


@dataclass(frozen=True)
class OfficerLine:
    officer: Officer
    posts: list[Post]
    left: PostHolding | None
    absence: Absence | None


def posts(words: str) -> QuerySet[Post]:
    """The posts that every word fits: by title, former title, service, directorate or an officer who held it."""
    found = Post.objects.select_related("directorate", "service").order_by("directorate__name", "title")
    for word in words.split():
        fits = Q(title__icontains=word) | Q(directorate__name__icontains=word) | Q(service__name__icontains=word)
        titled = Post.objects.filter(other_titles__title__icontains=word).values("pk")
        held = PostHolding.objects.filter(officer__name__icontains=word).values("post")
        found = found.filter(fits | Q(pk__in=titled) | Q(pk__in=held))
    return found


def officers(words: str) -> QuerySet[Officer]:
    found = Officer.objects.select_related("user")
    for word in words.split():
        held = PostHolding.objects.filter(post__title__icontains=word).values("officer")
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word) | Q(pk__in=held))
    return found


def councillors(words: str) -> QuerySet[Councillor]:
    return _fitting(Councillor.objects.all(), words, ["name", "ward", "party", "email"])


def bodies(words: str) -> QuerySet[OutsideBody]:
    return _fitting(OutsideBody.objects.all(), words, ["name", "other_names", "contact_name", "contact_email"])


def _fitting(found: QuerySet, words: str, fields: list[str]) -> QuerySet:
    for word in words.split():
        fits = Q()
        for name in fields:
            fits |= Q(**{f"{name}__icontains": word})
        found = found.filter(fits)
    return found


def post_lines(found: Iterable[Post], today: datetime.date) -> list[PostLine]:
    """Each post with its holders of today, who of them is away, and who comes next, in two queries."""
    ids = [post.pk for post in found]
    away = Prefetch("officer__absences", absences_on(today), to_attr="away")
    holdings = PostHolding.objects.filter(post__in=ids).select_related("officer").prefetch_related(away)
    by_post: dict[int, list[PostHolding]] = {}
    for holding in holdings.order_by("held_from"):
        by_post.setdefault(holding.post_id, []).append(holding)
    return [_post_line(post, by_post.get(post.pk, []), today) for post in found]


def _post_line(post: Post, holdings: list[PostHolding], today: datetime.date) -> PostLine:
    now = [holding.officer for holding in holdings if holds(holding, today)]
    coming = [holding for holding in holdings if holding.held_from and holding.held_from > today]
    holders = [Holder(officer, next(iter(officer.away), None)) for officer in now]  # type: ignore[attr-defined]
    return PostLine(post, holders, coming[0] if coming else None)


def officer_lines(found: QuerySet[Officer] | Iterable[Officer], today: datetime.date) -> list[OfficerLine]:
    """Each officer with the posts of today, or the last one left, and whether they are away."""
    ids = [officer.pk for officer in found]
    holdings = list(PostHolding.objects.filter(officer__in=ids).select_related("post").order_by("held_until"))
    away = {absence.officer_id: absence for absence in absences_on(today).filter(officer__in=ids)}
    lines = []
    for officer in found:
        own = [holding for holding in holdings if holding.officer_id == officer.pk]
        held = [holding.post for holding in own if holds(holding, today)]
        ended = [holding for holding in own if holding.held_until and holding.held_until < today]
        lines.append(OfficerLine(officer, held, ended[-1] if ended and not held else None, away.get(officer.pk)))
    return lines


def absences_on(day: datetime.date) -> QuerySet[Absence]:
    return Absence.objects.filter(away_from__lte=day, away_until__gte=day).select_related("deputy")


def holds(holding: PostHolding, day: datetime.date) -> bool:
    begun = not holding.held_from or holding.held_from <= day
    return begun and (not holding.held_until or day <= holding.held_until)


def overlaps(holding: PostHolding, begins: datetime.date | None, ends: datetime.date | None) -> bool:
    """Whether a holding has a day in common with these days; None is open-ended."""
    begun = not ends or not holding.held_from or holding.held_from <= ends
    return begun and (not begins or not holding.held_until or begins <= holding.held_until)

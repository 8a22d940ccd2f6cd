"""Changes to who holds which post, and what posts are called. What was so before is kept: holdings end, titles stay.

A change that does not fit what is put down already is refused (`DirectoryRefused`, with words for a person).
"""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from .directory import fold
from .models import Absence, Officer, Post, PostHolding, PostTitle
from .wording import plain_date

DAY = datetime.timedelta(days=1)


class DirectoryRefused(ValueError):
    """The change does not fit what is put down; the message says why."""


@transaction.atomic
def change_holder(
    post: Post, officer: Officer | None, first_day: datetime.date, *, leaves_others: bool = False
) -> None:
    """From `first_day` on `officer` holds the post, or nobody; whoever holds it until then ends the day before.

    An officer who is new is saved here. `leaves_others`: the officer's other posts end then too.
    """
    Post.objects.select_for_update(no_key=True).get(pk=post.pk)
    if officer and not officer.pk:
        if Officer.objects.filter(email__iexact=officer.email).exists():
            raise DirectoryRefused(f"An officer with the email {officer.email} is in the directory already")
        officer.save()
    standing = post.holdings.filter(Q(held_until__isnull=True) | Q(held_until__gte=first_day)).select_related("officer")
    if officer and any(holding.officer_id == officer.pk for holding in standing):
        raise DirectoryRefused(f"{officer.name} holds this post on that day already")
    end_holdings(standing, first_day)
    if officer and leaves_others:
        others = officer.holdings.exclude(post=post).select_related("officer", "post")
        end_holdings(others.filter(Q(held_until__isnull=True) | Q(held_until__gte=first_day)), first_day)
    if officer:
        PostHolding.objects.create(officer=officer, post=post, held_from=first_day)


def end_holdings(holdings: Iterable[PostHolding], first_day_without: datetime.date) -> None:
    for holding in holdings:
        if holding.held_from and holding.held_from >= first_day_without:
            since = plain_date(holding.held_from)
            raise DirectoryRefused(f"{holding} begins on {since}, which is not before that day. Choose a later day")
        holding.held_until = first_day_without - DAY
        holding.save(update_fields=["held_until"])


@transaction.atomic
def correct_holding(
    holding: PostHolding, held_from: datetime.date | None, held_until: datetime.date | None
) -> PostHolding:
    """Put down other days, for a holding that is new or was put down wrongly; None is open-ended.

    Refused where the same officer holds the same post on some of these days already.
    """
    if held_from and held_until and held_until < held_from:
        raise DirectoryRefused("The last day is before the first")
    Post.objects.select_for_update(no_key=True).get(pk=holding.post_id)
    others = PostHolding.objects.filter(officer=holding.officer, post=holding.post).exclude(pk=holding.pk)
    if held_until:
        others = others.filter(Q(held_from__isnull=True) | Q(held_from__lte=held_until))
    if held_from:
        others = others.filter(Q(held_until__isnull=True) | Q(held_until__gte=held_from))
    other = others.first()
    if other:
        raise DirectoryRefused(f"{holding.officer.name} holds this post {days_in_words(other)} already")
    holding.held_from, holding.held_until = held_from, held_until
    holding.save()
    return holding


def days_in_words(holding: PostHolding) -> str:
    """From 1 May 2024 until 3 June 2025; from 1 May 2024 on; until 3 June 2025; with no day given."""
    begun = f"from {plain_date(holding.held_from)}" if holding.held_from else ""
    ended = f"until {plain_date(holding.held_until)}" if holding.held_until else "on" if begun else "with no day given"
    return f"{begun} {ended}".strip()


@transaction.atomic
def save_post(post: Post, former: Iterable[str], abbreviations: Iterable[str]) -> Post:
    """Save the post with exactly these other titles; the title that it had until now joins the former ones."""
    before = Post.objects.filter(pk=post.pk).values_list("title", flat=True).first()
    post.save()
    titles = {fold(title): (title, PostTitle.Kind.FORMER) for title in former if fold(title)}
    if before and fold(before) != fold(post.title):
        titles.setdefault(fold(before), (before, PostTitle.Kind.FORMER))
    titles |= {fold(title): (title, PostTitle.Kind.ABBREVIATION) for title in abbreviations if fold(title)}
    titles.pop(fold(post.title), None)
    PostTitle.objects.filter(post=post).delete()
    PostTitle.objects.bulk_create(PostTitle(post=post, title=title, kind=kind) for title, kind in titles.values())
    return post


@transaction.atomic
def put_away(officer: Officer, away_from: datetime.date, away_until: datetime.date, deputy: Officer | None) -> Absence:
    """The officer is away, both days included; refused where they are away on some of these days already."""
    Officer.objects.select_for_update(no_key=True).get(pk=officer.pk)
    clash = officer.absences.filter(away_from__lte=away_until, away_until__gte=away_from).first()
    if clash:
        days = f"{plain_date(clash.away_from)} to {plain_date(clash.away_until)}"
        raise DirectoryRefused(f"{officer.name} is put down as away from {days} already. Remove that first")
    if deputy and deputy.absences.filter(away_from__lte=away_from, away_until__gte=away_from).exists():
        raise DirectoryRefused(f"{deputy.name} is away then too. Choose somebody who is there")
    return Absence.objects.create(officer=officer, away_from=away_from, away_until=away_until, deputy=deputy)

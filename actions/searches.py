"""Searches of the register that somebody keeps under a name."""

import datetime

from django.http import QueryDict

from people.models import User

from .filters import ActionFilter
from .models import SavedSearch

MOST = 50
KEPT = {*ActionFilter.base_filters, "sort"}


class TooMany(Exception):
    """Somebody keeps as many searches as may be kept."""


def save(user: User, name: str, query: str, now: datetime.datetime) -> SavedSearch:
    """Keep the query under the name; one that has the name already is replaced."""
    if not user.saved_searches.filter(name=name).exists() and user.saved_searches.count() >= MOST:
        raise TooMany
    row, _ = SavedSearch.objects.update_or_create(
        user=user, name=name, defaults={"query": clean(query), "created_at": now}
    )
    return row


def clean(query: str) -> str:
    """The part of a query that the register knows, without the page and without empty fields."""
    given, kept = QueryDict(query[:2000]), QueryDict(mutable=True)
    for name in given:
        if name in KEPT:
            kept.setlist(name, [value for value in given.getlist(name) if value.strip()])
    return kept.urlencode()[:2000]

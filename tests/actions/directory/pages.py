"""Addresses, days and the words of a page, as the tests of the directory need them."""

import datetime

from django.urls import reverse

from people.models import DirectoryChange

DAY = datetime.timedelta(days=1)
YEAR = datetime.timedelta(days=365)


def directory(**query) -> str:
    return reverse("actions:directory", query=query)


def edit(kind: str, pk: int) -> str:
    return reverse("actions:directory_edit", args=[kind, pk])


def logged() -> list[tuple[str, str]]:
    """Who changed what, the oldest first."""
    return list(DirectoryChange.objects.order_by("pk").values_list("by_name", "what"))

"""Whom a clerk may name as owner: everybody of the directory, under one label each, and typed words matched to one.

A list for typing (`labels`) serves a whole page, however many forms are on it. What fits nobody or several is refused
with words for the person who typed it.
"""

import datetime
from dataclasses import replace

from people.directory import Directory, Found, fold
from people.models import Councillor, Owner


class NobodyFits(ValueError):
    """The words fit nobody, or more than one; the message says which."""


class OwnerOptions:
    """The directory as of `today`, for one request."""

    def __init__(self, today: datetime.date):
        self.directory = Directory.load(today)
        self._found = {_label(found): found for found in self._everybody(today)}
        self._folded = {fold(label): found for label, found in self._found.items()}

    @property
    def labels(self) -> list[str]:
        return sorted(self._found)

    @property
    def councillors(self) -> list[str]:
        return sorted(str(found.councillor) for found in self._found.values() if found.councillor)

    def _everybody(self, today: datetime.date) -> list[Found]:
        found = [Found(officer=self.directory.holder(post, today), post=post) for post in self.directory.posts]
        in_post = {one.officer.pk for one in found if one.officer}
        found += [Found(officer=officer) for officer in self.directory.officers if officer.pk not in in_post]
        members = self.directory.councillors
        found += [Found(councillor=one) for one in members if not one.member_until or one.member_until >= today]
        return found + [Found(body=body) for body in self.directory.bodies]

    def owner(self, typed: str) -> Owner:
        """The owner that the typed words mean."""
        return _owner(self._one(typed))

    def councillor(self, typed: str) -> Councillor:
        """The councillor that the typed words mean."""
        found = self._one(typed)
        if not found.councillor:
            raise NobodyFits(f"“{typed}” is not a councillor")
        return found.councillor

    def _one(self, typed: str) -> Found:
        known = self._folded.get(fold(typed))
        if known:
            return known
        found = self.directory.find(typed)
        if not found:
            where = "Choose from the list; whoever is not on it has to be added to the directory first"
            raise NobodyFits(f"Nobody in the directory fits “{typed}”. {where}")
        if len({one.key for one in found}) > 1:
            names = " or ".join(_label(one) for one in found)
            raise NobodyFits(f"“{typed}” could be {names}. Choose one from the list")
        [one, *_] = found
        has_left = one.officer and one.post and not self.directory.holds(one.officer, one.post)
        return replace(one, post=None) if has_left else one


def _label(found: Found) -> str:
    if found.officer and found.post:
        return f"{found.officer.name}, {found.post.title}"
    if found.post:
        return f"{found.post.title} (vacant)"
    return str(found.officer or found.councillor or found.body)


def _owner(found: Found) -> Owner:
    return Owner.objects.get_or_create(
        officer=found.officer, post=found.post, councillor=found.councillor, body=found.body
    )[0]

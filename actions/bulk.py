"""The same change to several actions at once: shown before it is made, then made one by one, each with its history.

Only what its clerk may change is ever touched; what cannot be changed is left, and said.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from meetings.models import Committee
from people.models import User

from .models import Action, ActionQuerySet, Notice
from .notices import telling
from .register import Listing
from .workflow import MoveRefused

MOST = 200
NUMBER = re.compile(r"[0-9]{1,15}")


class ClerksListing(Listing):
    """The register of the committees that the user clerks."""

    def all_actions(self) -> ActionQuerySet:
        return Action.objects.editable_by(self.user).published()

    def all_committees(self) -> Iterable[Committee]:
        return Committee.objects.clerked_by(self.user)


@dataclass(frozen=True)
class Change:
    """What would become of one action, or how it stands. `refusal` says why it is left, `note` stands small below."""

    action: Action
    before: str
    after: str = ""
    refusal: str = ""
    note: str = ""


def selected(request: HttpRequest, data: QueryDict, today: datetime.date) -> list[Action]:
    """The actions that were ticked, or with "all" whatever fits the query; MoveRefused where there are too many."""
    if data.get("all"):
        ids = list(ClerksListing(request, today).sorted().values_list("pk", flat=True)[: MOST + 1])
    else:
        ids = [int(value) for value in data.getlist("action") if NUMBER.fullmatch(value)][: MOST + 1]
    if len(ids) > MOST:
        raise MoveRefused(f"That is more than {MOST} actions. Narrow the list down first.")
    mine = Action.objects.editable_by(request.user).published().filter(pk__in=ids)
    found = mine.for_lists().select_related("due_meeting").order_by("due_on", "pk")
    return list(found)


@dataclass
class Outcome:
    done: list[Action]
    left: list[tuple[Action, str]]

    @property
    def left_in_words(self) -> str:
        """CYP-2026-014: Somebody else was quicker."""
        return " ".join(f"{action.reference}: {why.rstrip('.')}." for action, why in self.left)


def carry_out(form, changes: Iterable[Change], *, by: User, now: datetime.datetime) -> Outcome:
    """Make the changes; what somebody else was quicker with is left as it is."""
    outcome = Outcome([], [])
    for change in changes:
        if change.refusal:
            outcome.left.append((change.action, change.refusal))
            continue
        try:
            form.carry_out(change.action, by, now)
        except MoveRefused as refusal:
            outcome.left.append((change.action, str(refusal)))
        else:
            outcome.done.append(change.action)
    return outcome


def chase(changes: Iterable[Change], *, by: User, now: datetime.datetime, note: str) -> Outcome:
    """One email to each owner and committee."""
    changes = list(changes)
    may = [change.action for change in changes if not change.refusal]
    sent = telling.chase_together(may, by=by, now=now, note=note)
    told = set(Notice.actions.through.objects.filter(notice__in=sent).values_list("action", flat=True))
    left = [(change.action, change.refusal) for change in changes if change.refusal]
    left += [(action, telling.CHASED_TODAY) for action in may if action.pk not in told]
    return Outcome([action for action in may if action.pk in told], left)

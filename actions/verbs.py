"""What may be done with an action from its own page, by whom, as things stand."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from meetings.models import Committee
from people.roles import is_clerk_of, is_officer, owns

from . import answers
from .models import Action, MoreTimeRequest, Status

OPEN, ANSWERED, COMPLETE, DROPPED = Status.OPEN, Status.ANSWERED, Status.COMPLETE, Status.DROPPED

# name → what its link says, and in which statuses it is offered
LABELS = {
    "accept": ("Accept the answer", [ANSWERED]),
    "send-back": ("Send it back", [ANSWERED]),
    "complete": ("Mark it complete", [OPEN]),
    "reassign": ("Give it to somebody else", [OPEN, ANSWERED]),
    "redate": ("Change the due date", [OPEN]),
    "pause": ("Pause it", [OPEN]),
    "words": ("Change the words", [OPEN, ANSWERED]),
    "exempt": ("Exempt, and what the public may know", [OPEN, ANSWERED, COMPLETE, DROPPED]),
    "drop": ("No longer required", [OPEN, ANSWERED]),
    "reopen": ("Open it again", [COMPLETE, DROPPED]),
}
MAIN = ["accept", "send-back"]


@dataclass(frozen=True)
class Offer:
    name: str
    label: str


@dataclass(frozen=True)
class Offers:
    """`main` are buttons, `others` links below them; the rest are yes or no."""

    main: list[Offer]
    others: list[Offer]
    answer: bool = False
    answer_for: str = ""
    pass_on: bool = False
    resume: bool = False
    decide_more_time: bool = False
    chase: bool = False

    def __bool__(self) -> bool:
        return bool(self.main or self.others or self.answer or self.decide_more_time)


def offered(action: Action, user, asked: MoreTimeRequest | None, today: datetime.date) -> Offers:
    """What the page offers the person who looks at it; nothing to the public."""
    is_open = action.status == OPEN
    is_owner, is_clerk = owns(user, action), is_clerk_of(user, action.committee)
    decides = asked is not None and may_decide_more_time(user, action)
    pass_on = is_owner and is_open and is_officer(user)
    if is_open and not is_owner and not is_clerk and answers.deputises(user, action, today):
        return Offers([], [], answer=True, answer_for=_for_whom(action), decide_more_time=decides)
    if not is_clerk:
        return Offers([], [], answer=is_owner and is_open, pass_on=pass_on, decide_more_time=decides)
    names = [name for name, (_, statuses) in LABELS.items() if action.status in statuses]
    main = [Offer(name, label_of(name, action)) for name in names if name in MAIN]
    others = [Offer(name, label_of(name, action)) for name in names if name not in MAIN]
    for_whom = "" if is_owner or not is_open else _for_whom(action)
    return Offers(
        main, others, answer=is_open, answer_for=for_whom, pass_on=pass_on,
        resume=is_open and action.paused_until is not None, decide_more_time=decides,
        chase=is_open and action.owner is not None and not is_owner and action.paused_until is None,
    )  # fmt: skip


def _for_whom(action: Action) -> str:
    return action.owner.name if action.owner else "the committee"


def label_of(name: str, action: Action) -> str:
    if name == "accept" and action.committee.closure_rule == Committee.ClosureRule.COMMITTEE:
        return "The committee accepted it"
    return LABELS[name][0]


def may_decide_more_time(user, action: Action) -> bool:
    """The clerk, who also records what a chair decided elsewhere; by the committee's setting the chair in person."""
    return is_clerk_of(user, action.committee) or decides_as_chair(user, action.committee)


def to_decide_as_chair(user) -> QuerySet[MoreTimeRequest]:
    """The requests for more time that wait for the user as chair, and that a chair may see."""
    return MoreTimeRequest.objects.filter(
        state=MoreTimeRequest.State.ASKED,
        action__in=Action.objects.visible_to(user).filter(status=Status.OPEN),
        action__committee__chair__user=user,
        action__committee__more_time_decided_by="chair",
    ).select_related("action", "asked_by")


def decides_as_chair(user, committee: Committee) -> bool:
    if committee.more_time_decided_by != "chair" or not user.is_authenticated:
        return False
    return bool(committee.chair and committee.chair.user_id == user.pk)

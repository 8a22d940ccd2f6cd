"""What each kind of notice says. Written from the records at the moment of sending, so that it is true then.

Returns `Skip` with the reason where there is nothing left to say, nobody to say it to, or they do not want to know.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from people.wording import plain_date

from ..models import Notice, NoticePreference
from . import answer_words, change_words, digest_words, owner_words
from .emails import OPTIONAL, Email, Skip
from .recipients import Recipient, chair_of, clerk_address, head_of, recipient_of

Words = Callable[[Notice, Recipient, datetime.date], Email | Skip]
Kind = Notice.Kind

WORDS: dict[tuple[str, str], Words] = {
    (Kind.ASSIGNMENT, ""): owner_words.assignment,
    (Kind.REMINDER, ""): owner_words.reminder,
    (Kind.DUE_TODAY, ""): owner_words.due_today,
    (Kind.OVERDUE, "owner"): owner_words.overdue,
    (Kind.OVERDUE, "head"): owner_words.told_to_head,
    (Kind.OVERDUE, "chair"): owner_words.told_to_chair,
    (Kind.OVERDUE, "chase"): owner_words.chased,
    (Kind.CHANGE, ""): change_words.changed,
    (Kind.CHANGE, "resumed"): change_words.resumed,
    (Kind.DIGEST, "owner"): digest_words.of_owner,
    (Kind.DIGEST, "clerk"): digest_words.of_clerk,
    (Kind.FOLLOW, ""): change_words.followed,
    (Kind.FOLLOW, "confirm_follow"): change_words.confirm_follow,
    (Kind.ASSIGNMENT, "approval"): answer_words.approval,
    (Kind.ASSIGNMENT, "returned"): answer_words.returned,
    (Kind.ASSIGNMENT, "decide"): answer_words.decide_more_time,
    (Kind.SIGN_IN, ""): answer_words.sign_in,
}
TO_CHAIR = {"chair", "decide"}


@dataclass(frozen=True)
class Written:
    to: str
    email: Email


def compose(notice: Notice, today: datetime.date) -> Written | Skip:
    """The email of a notice as things stand on `today`."""
    recipient = who_gets(notice, today)
    if recipient is None:
        return Skip(nobody(notice))
    if is_optional(notice) and does_not_want(recipient.email, notice.kind):
        return Skip(f"{recipient.name} has chosen not to get these emails.")
    email = WORDS[(notice.kind, stage_of(notice))](notice, recipient, today)
    if isinstance(email, Skip):
        return email
    return Written(recipient.email, finished(email, notice, recipient))


def who_gets(notice: Notice, today: datetime.date) -> Recipient | None:
    stage = stage_of(notice)
    if stage in TO_CHAIR and notice.committee:
        return chair_of(notice.committee)
    if stage == "head" and notice.owner:
        return head_of(notice.owner, today)
    if notice.to_user:
        return (
            Recipient(notice.to_user.name, notice.to_user.email, notice.to_user) if notice.to_user.is_active else None
        )
    if notice.owner:
        return recipient_of(notice.owner, today)
    return Recipient("", notice.to_email) if notice.to_email else None


def nobody(notice: Notice) -> str:
    stage = stage_of(notice)
    if stage in TO_CHAIR:
        return "The committee has no chair with an email address."
    if stage == "head":
        return f"The directory has no head of service for {notice.owner}."
    return f"No email address for {notice.owner or 'this person'}. The clerk has to tell them."


def stage_of(notice: Notice) -> str:
    """What sort of its kind a notice is; "" for the plain one."""
    return notice.data.get("stage") or notice.data.get("what", "")


def is_optional(notice: Notice) -> bool:
    """Whether a person may do without it. What somebody asked for a moment ago always comes."""
    return notice.kind in OPTIONAL and stage_of(notice) != "confirm_follow"


def does_not_want(email: str, kind: str) -> bool:
    return NoticePreference.objects.filter(email__iexact=email, kind=kind).exists()


def finished(email: Email, notice: Notice, recipient: Recipient) -> Email:
    """With greeting, stand-in, the clerk's name and address, and the links that need no sign-in."""
    intro = email.intro
    if recipient.instead_of:
        until = f"until {plain_date(recipient.until)}"
        intro = (f"You get this for {recipient.instead_of}, who is away {until}.", *intro)
    clerk, address = clerk_address(notice.committee) if notice.committee else ("", "")
    email = replace(
        email,
        greeting=f"Dear {recipient.first_name}," if recipient.name else "",
        intro=intro,
        signature=email.signature or ((clerk, "Committee clerk") if clerk else ()),
        reply_to=address,
    )
    return email.addressed(notice, recipient.email, is_optional=is_optional(notice))

"""Answers before and as they go out: who may write one, drafts, a colleague's approval, and answers used again.

The status is `workflow.py`'s to change. A draft is one person's; what is exempt goes to nobody who may not see it.
Words, files and Send of one page come in at once: whatever touches a draft holds its action, and what comes from a page
that was there before the last answer went out is refused.
"""

import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from people.models import Absence, Officer, Owner, User
from people.roles import is_clerk_of, owns

from . import attachments, workflow
from .history import record
from .models import Action, ActionQuerySet, Answer, Attachment, Notice, Status
from .notices.outbox import queue
from .similar import asked_before
from .workflow import MoveRefused

State = Answer.State
UNSENT = [State.DRAFT, State.APPROVAL]
WORDS = ["text", "public_summary", "private_reason", "rest", "on_behalf_of"]
MOST_REPEATS = 3


def may_write(user, action: Action, today: datetime.date) -> bool:
    """The owner in person, whoever deputises for them today, or the committee's clerk on anybody's behalf."""
    return owns(user, action) or is_clerk_of(user, action.committee) or deputises(user, action, today)


def deputises(user, action: Action, today: datetime.date) -> bool:
    if not user.is_authenticated:
        return False
    owners = [owner for owner in [action.owner, *action.joint_owners.all()] if owner and owner.officer_id]
    away = Absence.objects.filter(deputy__user=user, away_from__lte=today, away_until__gte=today)
    return away.filter(officer__in=[owner.officer_id for owner in owners]).exists()


def stands_for(user, action: Action) -> Owner | None:
    """The owner on whose behalf the user answers; None for somebody who owns the action."""
    return None if owns(user, action) else action.owner


def draft_of(action: Action, user) -> Answer | None:
    drafts = Answer.objects.filter(action=action, by=user, state__in=UNSENT).select_related("approver", "by")
    return drafts.prefetch_related("attachments").first()


def sent_by(user, action: Action) -> int:
    """How many answers of this person have gone out. The page carries how many there were when it was opened."""
    return Answer.objects.sent().filter(action=action, by=user).count()


def hold(action_id: int) -> str:
    """Until the transaction ends nobody else changes an answer of the action; its status as it stands now."""
    found = Action.objects.select_for_update(no_key=True).filter(pk=action_id)
    return found.values_list("status", flat=True).get()


@transaction.atomic
def open_draft(action: Action, *, by: User, now: datetime.datetime) -> Answer:
    """The person's draft, begun if there is none yet; refused while a colleague is looking at it."""
    hold(action.pk)
    draft = Answer.objects.filter(action=action, by=by, state__in=UNSENT).select_related("approver").first()
    if draft is None:
        behalf = stands_for(by, action)
        return Answer.objects.create(action=action, by=by, state=State.DRAFT, started_at=now, on_behalf_of=behalf)
    if draft.state == State.APPROVAL:
        raise MoveRefused(f"{draft.approver} has this answer to approve. Take it back before you change it.")
    return draft


@transaction.atomic
def save_draft(
    action: Action, *, by: User, now: datetime.datetime, text: str, public_summary: str = "", private_reason: str = "",
    rest: str = "",
) -> Answer:  # fmt: skip
    draft = open_draft(action, by=by, now=now)
    draft.text, draft.public_summary = text, public_summary
    draft.private_reason, draft.rest = private_reason[:300].strip(), rest.strip()
    draft.on_behalf_of = stands_for(by, action)  # the owner may have changed since it was begun
    draft.save(update_fields=WORDS)
    return draft


@transaction.atomic
def keep(
    action: Action, files: list[UploadedFile], *, by: User, now: datetime.datetime, sent_before: str = "",
    **words: str,
) -> tuple[Answer, list[str]]:  # fmt: skip
    """All that a form brought, and why a file was left out. A form that comes twice is refused the second time."""
    hold(action.pk)
    if _is_late(action, by, sent_before):
        last = Answer.objects.sent().filter(action=action, by=by).latest("sent_at", "pk")
        if last.text.strip() == words["text"].strip():
            raise MoveRefused("That answer has been sent already.")
    draft = save_draft(action, by=by, now=now, **words)
    return draft, attachments.attach_all(draft, files, now=now)


@transaction.atomic
def keep_words(action: Action, *, by: User, now: datetime.datetime, sent_before: str = "", **words: str) -> Answer:
    """The words as they are typed. What comes late begins no new draft."""
    _refuse_late(action, by, sent_before)
    return save_draft(action, by=by, now=now, **words)


@transaction.atomic
def keep_files(
    action: Action, files: list[UploadedFile], *, by: User, now: datetime.datetime, sent_before: str = ""
) -> tuple[Answer, list[str]]:
    """Files as they are chosen, and why one was left out. What comes late begins no new draft."""
    _refuse_late(action, by, sent_before)
    draft = open_draft(action, by=by, now=now)
    return draft, attachments.attach_all(draft, files, now=now)


def _is_late(action: Action, by: User, sent_before: str) -> bool:
    """Whether an answer has gone out since the page was opened on which `sent_before` stood."""
    return sent_before not in ("", str(sent_by(by, action)))


def _refuse_late(action: Action, by: User, sent_before: str) -> None:
    if hold(action.pk) != Status.OPEN:
        raise MoveRefused("This action is no longer open.")
    if _is_late(action, by, sent_before):
        raise MoveRefused("An answer was sent since this page was opened. Reload it to write another.")


@transaction.atomic
def remove_file(draft: Answer, pk: str) -> None:
    """Take a file off; nothing comes off an answer that has gone out meanwhile."""
    hold(draft.action_id)
    found = Attachment.objects.filter(answer=draft, answer__state=State.DRAFT, pk=pk if pk.isdigit() else 0).first()
    if found:
        attachments.detach(found)


@transaction.atomic
def send(draft: Answer, *, by: User, now: datetime.datetime) -> Action:
    """The author sends it. A draft that somebody has to approve goes out with `approve` alone."""
    _hold_draft(draft)
    return workflow.answer(draft.action, draft, by=by, now=now)


def _hold_draft(draft: Answer) -> None:
    """Held, with the words that it has here: older ones, sent as they were typed, may have come in since."""
    hold(draft.action_id)
    if not Answer.objects.filter(pk=draft.pk, state=State.DRAFT).exists():
        raise MoveRefused("That answer has been sent already, or waits for approval.")
    draft.save(update_fields=WORDS)


@transaction.atomic
def ask_approval(draft: Answer, approver: User, *, by: User, now: datetime.datetime) -> Answer:
    """Lay the answer before a colleague: it goes out when they approve it."""
    action = draft.action
    if approver == by:
        raise MoveRefused("Choose somebody else: an answer is not approved by whoever wrote it.")
    if not Action.objects.visible_to(approver).filter(pk=action.pk).exists():
        raise MoveRefused(f"{approver.name} may not see this action, so they cannot approve its answer.")
    if action.status != Status.OPEN:
        raise MoveRefused(f"This action is {Status(action.status).label.lower()}, so no answer can be sent.")
    if not draft.text.strip():
        raise MoveRefused("Write the answer first.")
    _hold_draft(draft)
    draft.state, draft.approver, draft.approval_note = State.APPROVAL, approver, ""
    draft.save(update_fields=["state", "approver", "approval_note"])
    record(action, "sent for approval", by=by, now=now, note=f"To {approver.name}")
    _tell(approver, draft, "approval", now)
    return draft


@transaction.atomic
def take_back(draft: Answer, *, by: User, now: datetime.datetime) -> Answer:
    """The author wants to go on writing."""
    hold(draft.action_id)
    approver = draft.approver
    if not Answer.objects.filter(pk=draft.pk, state=State.APPROVAL).update(state=State.DRAFT, approver=None):
        raise MoveRefused("It no longer waits for approval: see what became of it.")
    draft.refresh_from_db()
    record(draft.action, "taken back", by=by, now=now, note=f"From {approver}, before they had approved it")
    return draft


def waiting_for(user) -> QuerySet[Answer]:
    """Answers laid before the user, of actions that they may see."""
    waiting = Answer.objects.filter(state=State.APPROVAL, approver=user)
    waiting = waiting.filter(action__in=Action.objects.visible_to(user).published())
    return waiting.select_related("by", "action__committee", "action__meeting", "action__item").order_by("started_at")


@transaction.atomic
def approve(draft: Answer, *, by: User, now: datetime.datetime) -> Action:
    """It goes out under its author's name; the history says who approved it."""
    draft = _waiting(draft, by)
    if not may_write(draft.by, draft.action, timezone.localdate(now)):
        raise MoveRefused(f"{draft.by} no longer has this action, so nothing is sent in their name. Return it to them.")
    record(draft.action, "approved", by=by, now=now, note=f"The answer of {draft.by}")
    return workflow.answer(draft.action, draft, by=draft.by or by, now=now)


@transaction.atomic
def return_draft(draft: Answer, *, by: User, now: datetime.datetime, note: str) -> Answer:
    """Back to its author with what to change."""
    note = note.strip()
    if not note:
        raise MoveRefused("Say what should be changed.")
    draft = _waiting(draft, by)
    draft.state, draft.approval_note = State.DRAFT, note
    draft.save(update_fields=["state", "approval_note"])
    record(draft.action, "returned for changes", by=by, now=now, note=note)
    _tell(draft.by, draft, "returned", now)
    return draft


def _tell(whom: User | None, draft: Answer, stage: str, now: datetime.datetime) -> None:
    """An email that nobody may do without, so of the same kind as that of a new action."""
    if whom:
        queue(
            f"{stage}:{draft.pk}:{int(now.timestamp())}", Notice.Kind.ASSIGNMENT, now=now, actions=[draft.action],
            to_user=whom, committee=draft.action.committee, data={"stage": stage, "answer": draft.pk},
        )  # fmt: skip


def _waiting(draft: Answer, approver: User) -> Answer:
    """The draft as it stands, held until the change is made."""
    hold(draft.action_id)
    found = (
        Answer.objects.select_for_update(of=("self",))
        .filter(pk=draft.pk, state=State.APPROVAL, approver=approver)
        .select_related("action__committee", "action__item", "by", "on_behalf_of__officer", "on_behalf_of__post")
        .first()
    )
    if found is None:
        raise MoveRefused("This answer no longer waits for you: its author took it back, or it was decided already.")
    return found


def colleagues(user) -> QuerySet[Officer]:
    """Officers who sign in, without the user."""
    return Officer.objects.filter(user__is_active=True).exclude(user=user.pk).select_related("user")


def usable_again(user) -> QuerySet[Answer]:
    """Sent answers that the user may see; what is exempt or private is never carried over."""
    return Answer.objects.filter(state=State.SENT, action__in=_open_to(user)).public().exclude(text="")


def _open_to(user) -> ActionQuerySet:
    visible = Action.objects.visible_to(user).published()
    return visible.filter(restricted=False).filter(Q(item__isnull=True) | Q(item__restricted=False))


def repeats(action: Action, user) -> list[Answer]:
    """Answers to requests like this one, the most alike first."""
    alike = [each.action.pk for each in asked_before(action, user)]
    found = usable_again(user).filter(action__in=alike).select_related("action", "by")
    return sorted(found, key=lambda answer: (alike.index(answer.action_id), -answer.pk))[:MOST_REPEATS]


@transaction.atomic
def use_again(answer: Answer, action: Action, *, by: User, now: datetime.datetime) -> Answer:
    """Take words and files of an answer that was sent before into the draft; what stands there already stays."""
    draft = open_draft(action, by=by, now=now)
    draft.text = "\n\n".join(part for part in [draft.text.strip(), answer.text] if part)
    draft.save(update_fields=["text"])
    attachments.share(list(answer.attachments.all()), draft, now=now)
    return draft


def may_read_file(user, attachment: Attachment) -> bool:
    """Of a sent answer whoever may read it; of a draft its author, its approver and the committee's clerk."""
    answer = attachment.answer
    if not Action.objects.visible_to(user).published().filter(pk=answer.action_id).exists():
        return False
    sent = Answer.objects.sent().for_reader(user).filter(pk=answer.pk).first()
    if sent:
        return not sent.is_withheld
    approves = answer.state == State.APPROVAL and answer.approver_id == user.pk
    return user.is_authenticated and (answer.by_id == user.pk or approves or is_clerk_of(user, answer.action.committee))


def with_drafts(actions: ActionQuerySet, user) -> ActionQuerySet:
    """With `drafts`, the user's own, fetched for a list."""
    mine = Answer.objects.filter(by=user, state__in=UNSENT).select_related("approver")
    return actions.prefetch_related(Prefetch("answers", mine, to_attr="drafts"))

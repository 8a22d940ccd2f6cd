"""All that one action's page shows, in a number of queries that does not grow with what happened."""

import datetime

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from people.roles import is_clerk_of, owns

from . import passages, similar, timeline, verbs, wording
from .models import Action, Answer, Event, Evidence, last_wanted

MOST_ALIKE = 3


def visible_action(user, reference: str) -> Action:
    """The action with all that its page shows, or a 404 that tells nothing."""
    actions = Action.objects.visible_to(user).for_lists().select_related("item__source", "resolution").defer(None)
    answers = Answer.objects.sent().for_reader(user)
    answers = answers.select_related("by", "on_behalf_of__officer", "on_behalf_of__post")
    answers = answers.select_related("on_behalf_of__councillor", "on_behalf_of__body").order_by("-sent_at", "-pk")
    return get_object_or_404(
        actions.prefetch_related(
            "indicators",
            "joint_owners__officer__user",
            "joint_owners__post",
            "joint_owners__councillor__user",
            "joint_owners__body",
            "item__resolutions",
            Prefetch("evidence", Evidence.objects.shown_to(user).select_related("source")),
            Prefetch("answers", answers.prefetch_related("attachments"), to_attr="sent_answers"),
        ),
        reference=reference.upper(),
    )


def sent_answers(action: Action) -> list[Answer]:
    """The answers that have gone out, the latest first, as `visible_action` fetched them."""
    return action.sent_answers  # type: ignore[attr-defined]


def dossier(action: Action, user, today: datetime.date) -> dict[str, object]:
    """What the page's template takes; the public get the public history, those who work on it all of it."""
    is_clerk, is_owner = is_clerk_of(user, action.committee), owns(user, action)
    events = list(action.events.all() if is_clerk or is_owner else action.events.filter(is_public=True))
    sees_asked = is_clerk or is_owner or verbs.decides_as_chair(user, action.committee)
    asked = timeline.more_time_asked(action) if sees_asked else None
    words = words_of(action, user, is_clerk)
    return {
        "action": action,
        "today": today,
        "is_clerk": is_clerk,
        "is_owner": is_owner,
        "more_time": asked,
        "offers": verbs.offered(action, user, asked, today),
        "passages": words,
        "unplaced": [] if words else list(action.evidence.all()),
        "alike": similar.asked_before(action, user)[:MOST_ALIKE],
        **standing(action, events, today),
        **answers(action),
        "events": timeline.timeline(action, events, {each.pk: len(each.shown_files) for each in sent_answers(action)}),
        "workings": timeline.workings(action, events),
        "moved": timeline.moved_words(events),
        "asked_by": wording.asked_by(action),
        "owner_remark": wording.owner_remark(action.owner) if action.owner else "",
    }


def standing(action: Action, events: list[Event], today: datetime.date) -> dict[str, object]:
    """The sentence and the four steps."""
    meeting = action.committee.next_meeting_after(today)
    day = meeting.date if meeting else None
    sentence = wording.standing_sentence(action, today, day, last_wanted(events))
    return {"standing": sentence, "steps": wording.steps(action, day)}


def answers(action: Action) -> dict[str, object]:
    """The answer that counts, or the latest part of one, and the earlier ones."""
    counts = {Answer.State.SENT, Answer.State.PART}
    current = next((answer for answer in sent_answers(action) if answer.state in counts), None)
    return {"answer": current, "earlier_answers": [each for each in sent_answers(action) if each is not current]}


def words_of(action: Action, user, is_clerk: bool) -> list[passages.Passage]:
    """The paragraphs of the minutes that the action rests on, as far as they lie in its own item.

    Of an exempt item the owner of one action gets the quotes alone: what stands around them is the clerks'.
    """
    if action.item is None or (action.item.restricted and not is_clerk):
        return []
    withheld = passages.withheld_from(user, [action.item])
    return passages.with_marks(
        passages.passages(
            action.item,
            passages.marks_of([action], action.item.source_id),
            resolutions=list(action.item.resolutions.all()),
            withheld=withheld.get(action.item.source_id or 0, []),
        )
    )

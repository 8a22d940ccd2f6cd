"""Who in a sentence must act: the words around a name that make it the one told, or the one who promised.

"the Director be asked to …", "Mr Oak would send the Chairman …", "to be drawn up by the Community Safety
Manager". Whoever only asked, spoke or was told is not the one.
"""

import re

from . import turns
from .actors import Mention, is_member, mentions

_BEFORE, _NEAR = (
    170,
    60,
)  # characters before a name that are looked at; those in which a short turn right before it stands
_ARTICLE = 12  # characters in which the article stands

_SAID_BEFORE = (", ", "’ ", "” ", '" ')  # what the words of a speech end with before the speaker is named


def role_of(text: str, mention: Mention, quote_at: int) -> float:
    """How surely the one mentioned must act, by the words around the mention; 0 where they say nothing of it."""
    after, start = mention.end, mention.start
    article = None if mention.kind == "pronoun" else turns.ARTICLE.search(text, max(0, start - _ARTICLE), start)
    before = text[max(0, start - _BEFORE) : article.start() if article else start]
    near = before[-_NEAR:]
    if _is_passed_over(text, mention, near):
        return 0.0
    told = _as_told(text, mention, before)
    if told is not None:
        return told
    if mention.kind == "nobody":
        wills = turns.CROWD_WILL.match(text, after) and not turns.IF.search(near)
        return 2.6 if wills and not turns.LIKES.match(text, after) else 0.0
    if not turns.BELOW.search(near) and not turns.INVITED.search(before) and not _is_object(text, after, near):
        weight = _as_subject(text, mention, before)
        if weight is not None:
            return weight
    if mention.kind in ("post", "person") and turns.COMES_FROM.search(before):
        return 3.2
    if mention.kind in ("post", "person") and turns.REFERRED_TO.search(before) and turns.FOR_ANSWER.match(text, after):
        return 2.9
    if mention.kind in ("post", "body", "person") and turns.RECOMMEND_TO.search(near.lower()):
        return 0.0 if turns.REPORT_TO.search(before) else 2.4
    if mention.kind == "single" or turns.AWAITED.search(text):
        return 0.0
    return 1.0 if turns.FROM.search(before) or turns.NOTE_FROM.search(before) else 0.0


def _is_passed_over(text: str, mention: Mention, near: str) -> bool:
    """Whether only what somebody said, may do or is helped with is told: "as the Mayor had", "told her that she might"."""
    after = mention.end
    if turns.AS_BY.search(near) and turns.HAD.match(text, after):
        return True
    if turns.WHAT.search(near) and turns.SAID.match(text, after):
        return True
    if mention.kind == "pronoun":
        may = turns.TOLD_THAT.search(near) and turns.MAY.match(text, after)
        return bool(may or (turns.TOLD_HE.search(near) and turns.COULD_BE.match(text, after)))
    return turns.HELPED.search(near) is not None


def _is_object(text: str, after: int, near: str) -> bool:
    """Whether somebody is only met, rung or known: "knew their Leader and would"; not "knew the Clerk would"."""
    return turns.OBJECT_OF.search(near) is not None and not turns.WILL.match(text, after)


def _as_told(text: str, mention: Mention, before: str) -> float | None:
    """The same for one who is told, asked or charged, or by whom it is to be done; None where none of that is said."""
    after = mention.end
    if turns.TAGGED.search(before[-_NEAR:]):
        return 6.0
    ordered = turns.ORDERED.match(text, after)
    if ordered and (ordered["to"] or mention.kind != "single"):
        return 2.8 if mention.kind == "nobody" else 4.5 if ordered["to"] else 2.2
    if mention.kind != "nobody" and turns.LEFT_TO.match(text, after):
        return 4.3
    if mention.kind != "nobody" and turns.WHO_WILL.match(text, after):
        return 3.7
    if mention.name and not is_member(mention.name) and turns.WHO_SAID.match(text, after):
        return 3.1
    if turns.THANKED_AND.match(text, after):
        return 4.5
    if turns.AND_ASKED.match(text, after) and mention.kind != "nobody" and not turns.BELOW.search(before[-_NEAR:]):
        return 3.8
    if turns.OFFERS_TO.match(text, after) and text.endswith(("’s", "'s", "’", "'"), 0, after):
        return 3.6
    if turns.RECEIVES.match(text, after):
        return 0.0
    return None if mention.kind == "nobody" else _as_asked(text, mention, before)


def _as_asked(text: str, mention: Mention, before: str) -> float | None:
    """The same for one whose name stands behind the asking: "asked the …", "delegated to …", "accepted by …"."""
    after, near = mention.end, before[-_NEAR:]
    if mention.name and turns.TAKEN_UP_BY.search(before) and not is_member(mention.name):
        return 3.8
    if mention.kind in ("person", "post") and turns.CAN.search(near) and turns.DO.match(text, after):
        return 3.5
    if turns.DELEGATED_TO.search(near.lower()):
        return 4.0
    offers = turns.OFFER_OF.search(near) and turns.THAT_OR_TO.match(text, after)
    if mention.kind in ("person", "post") and (offers or turns.ASKED_OF.search(near)):
        return 3.6
    if turns.INVITED_BY.search(near) and turns.TO.match(text, after) and not (mention.name and is_member(mention.name)):
        return 3.4
    if turns.IS_FOR.search(near) and turns.TO_JUDGE.match(text, after):
        return 0.0
    if (
        turns.ASKED.search(near.lower())
        and not turns.FOR_AND_WILL.match(text, after)
        and (turns.TO if mention.kind == "single" else turns.TO_OR_IF).match(text, after)
    ):
        return 4.2
    if mention.kind in ("post", "person") and turns.GLAD_IF.search(near) and turns.MIGHT_DO.match(text, after):
        return 3.4
    if mention.kind in ("post", "person") and turns.INVITED_TO.search(near) and turns.TO_TELL.match(text, after):
        return 4.0
    if mention.kind in ("post", "person") and turns.LETTER_FROM.search(before):
        return 3.4
    if mention.kind in ("body", "single") and turns.SHOULD_BE.match(text, after):
        return 0.0
    return 3.4 if before.endswith("by ") and _is_done_by(mention, before) else None


def _is_done_by(mention: Mention, before: str) -> bool:
    """Whether "by" ends a passive of what is to be done, not of who spoke or how figures are cut."""
    if mention.kind not in ("person", "post", "body") or not turns.BY.search(before) or turns.ACTED_BY.search(before):
        return False
    return mention.kind != "body" or not turns.CUT_BY.search(before)


def _as_subject(text: str, mention: Mention, before: str) -> float | None:
    """The same for one who may be the subject of the sentence; None where the mention is no such thing."""
    after = mention.end
    if turns.ONLY_ONCE.search(before[-_NEAR:]):
        return 0.0
    if mention.kind == "single" and not _may_be_name(text, mention, before):
        return None
    if before.endswith(_SAID_BEFORE) and turns.SAID_SO.match(text, after):
        return _as_said(text, mention, before)
    if (wished := _as_wishing(text, mention)) is not None:
        return wished
    if mention.name and turns.CHAIR.match(mention.name):
        does = turns.WOULD_DO.match(text, after) or _takes_on(text, after) or _is_ordered(text, mention, before)
        return 3.4 if does else 0.0
    if turns.WILL.match(text, after) or turns.GLAD_TO.match(text, after):
        return 3.6
    if _is_ordered(text, mention, before):
        return 3.3
    if mention.kind == "body":
        return 2.6 if turns.BODY_PROMISES.match(text, after) else None
    if _does_so(text, mention, before):
        return 3.1
    if mention.name and is_member(mention.name) and turns.OPINES.match(text, after):
        return 3.0 if _takes_on(text, after) else 0.0
    return 0.0 if turns.IS_TOLD.match(text, after) else _as_speaker(text, mention)


def _as_wishing(text: str, mention: Mention) -> float | None:
    """The same for one who pledges, puts off, waits, wishes or asks; None for one who does none of it."""
    after = mention.end
    if turns.PLEDGES.match(text, after):
        return 3.6
    if turns.RATHER_LATER.match(text, after):
        return 3.1
    if mention.name and is_member(mention.name) and turns.WAITS.match(text, after):
        return 0.0
    asks = turns.ASKS.match(text, after) and not turns.SEES_NO_BAR.match(text, after)  # "asked if he would, said yes"
    return _as_asking(text, mention) if asks or turns.LIKES.match(text, after) else None


def _does_so(text: str, mention: Mention, before: str) -> bool:
    """Whether all that is said is that he would: "He would.", "but the Clerk would", "but, the storm over, she would."."""
    after = mention.end
    if mention.kind == "pronoun" and turns.WOULD_SO.match(text, after) and turns.HOWEVER.search(before):
        return turns.ONLY_IF.search(before) is None
    opens = mention.start == 0 and mention.kind in ("pronoun", "person")
    return (opens or turns.BUT.search(before[-_NEAR:]) is not None) and turns.DOES_SO.match(text, after) is not None


def _as_said(text: str, mention: Mention, before: str) -> float:
    """The same for a speaker named behind or amid the words; what others agree to is no promise of a member's."""
    if mention.name and is_member(mention.name):
        return 3.0 if turns.PROMISES.search(before) else 0.0
    return 3.0 if turns.PROMISES.search(text) else 1.2


def _may_be_name(text: str, mention: Mention, before: str) -> bool:
    """Whether one capital word that opens a clause can be a first name, by its verb; "Wished to look again" is none."""
    if mention.start == 0 and (mention.name or "").endswith("ed"):
        return False
    return turns.FIRST_NAME.match(text, mention.end) is not None and turns.THAT.search(before[-40:]) is not None


def _is_ordered(text: str, mention: Mention, before: str) -> bool:
    """Whether a bare verb behind "that" makes it an order: "that the Clerk write to", "(b) the Mayor furnish"."""
    if turns.THAT.search(before[-40:]) and turns.ORDER.match(text, mention.end):
        return True
    if mention.kind not in ("post", "person") or not turns.SO_THAT.search(before):
        return False
    return any(order.match(text, mention.end) for order in (turns.SUBJUNCTIVE, turns.BE_OUR))


def _as_asking(text: str, mention: Mention) -> float:
    """The same for one who asks or thinks: only what he goes on to take on, or thinks to be possible, is his."""
    if mention.name and turns.CHAIR.match(mention.name):
        return 0.0
    if turns.AND_WILL.match(text, mention.end) and not _other_between(text, mention.end):
        return 3.0
    return 2.4 if _thinks_it_can(text, mention) else 0.0


def _thinks_it_can(text: str, mention: Mention) -> bool:
    """Whether an officer thinks that it can be done; a member who thinks so is only asking."""
    if mention.kind not in ("post", "person") or mention.name is None:
        return False
    return not is_member(mention.name) and turns.THINKS_IT_CAN.match(text, mention.end) is not None


def _as_speaker(text: str, mention: Mention) -> float | None:
    """The same for one who speaks: what is said may be a promise, somebody else's promise, or neither."""
    after = mention.end
    opines = mention.kind == "pronoun" and turns.HOLDS.match(text, after)
    if (opines or turns.DOUBTS.match(text, after)) and not _takes_on(text, after):
        return 0.8
    if turns.NOTES_DOWN.match(text, after) or (turns.SEES_NO_BAR.match(text, after) and not _is_ours(mention)):
        return 3.2
    if turns.CANNOT_BUT.match(text, after) and not _is_ours(mention):
        return 3.0
    if said := turns.SAYS.match(text, after) or (None if _is_ours(mention) else turns.AND_SAID.match(text, after)):
        promises = turns.PROMISES.search(text, said.end())
        if promises and _another_agrees(text, after, promises.start()):
            return 1.2
        return 3.0 if turns.PROMISES.search(text, after) or turns.CONSENTS.match(text, after) else 1.2
    if turns.AND_WILL.match(text, after) and not _other_between(text, after):
        return 3.2
    if turns.WEAK.match(text, after):
        promises = turns.PROMISES.search(text, after, after + 60)
        if promises and turns.WAS_TOLD.search(text, after, promises.start()):
            return 0.0
        return 3.0 if promises and not text.endswith(("it was ", "it is "), 0, promises.start()) else 0.8
    return None


def _is_ours(mention: Mention) -> bool:
    """Whether a member or chair is meant, whose having no objection is no promise."""
    return mention.name is not None and (is_member(mention.name) or turns.CHAIR.match(mention.name) is not None)


def _takes_on(text: str, after: int) -> bool:
    """Whether one who speaks goes on to take it on: "said that he would ask", "was surprised and would write"."""
    if turns.SELF.match(text, after) or turns.TO_DO.match(text, after) or turns.WILL_BE_SENT.match(text, after):
        return True
    return turns.AND_WILL.match(text, after) is not None and not _other_between(text, after)


def _another_agrees(text: str, after: int, promise: int) -> bool:
    """Whether it is somebody else who promises: "Councillor Ash told of a fallen elm and the Head of Parks agreed to …"."""
    between = [
        m for m in mentions(text[after:promise]) if m.kind in ("person", "post") and after + m.end >= promise - 1
    ]
    return any(turns.AND_THE.search(text[after : after + m.start]) for m in between)


def _other_between(text: str, after: int) -> bool:
    """Whether somebody else comes in before the promise: "asked whether …, and the Head of Service said she would"."""
    promise = turns.AND_WILL.match(text, after)
    return promise is not None and any(
        m.kind in ("person", "post")
        for m in mentions(text[after : promise.end()])
        if m.start > 0 and re.search(r"\b(?:and|but)\s+(?:the\s+)?$", text[after : after + m.start])
    )

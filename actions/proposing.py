"""From what the reader found to proposals: owner, date and evidence, each with its reason.

Writes proposals only, many at a time. What the same words of the meeting have led to before, from this source or
another, is not proposed again; what a clerk has touched is never changed.
"""

import datetime
import re
from collections.abc import Iterable

from django.utils import timezone

from meetings.models import AgendaItem, Committee, Meeting, Resolution, Source
from meetings.storage import Stored
from minutes.document import Span
from minutes.records import Findings, FollowUp, NearMiss, Quote
from people.directory import fold as fold_name
from people.models import Indicator

from . import workflow
from .assignment import Assigner, OwnerChoice
from .deadlines import Due, DueRules, work_out_due
from .history import record_all
from .models import Action, Evidence, Kind, OwnerCandidate, Status

# As minutes/followups.py says it
NOBODY_NAMED = "Nobody is named to do it."
TWO_PEOPLE = "Two people could be meant."

TAKEN_BACK = "Only in minutes that were taken back"  # why such proposals are dismissed; they may come again

Chosen = list[tuple[FollowUp, Action, OwnerChoice]]


def propose(source: Source, stored: Stored, findings: Findings, *, now: datetime.datetime) -> list[Action]:
    """Write the proposals for one source's follow-ups; those that are there already are left out."""
    known, quoted = _known_words(stored), _quoted_places(source)
    chosen: Chosen = []
    rules = DueRules.load(source.committee)
    assigners: dict[int, Assigner] = {}
    for followup in findings.followups:
        place = (followup.meeting, followup.item)
        if place not in stored.items or _is_quoted(followup, quoted) or _is_known(followup, stored.items[place], known):
            continue
        item = stored.items[place]
        assigner = assigners.get(item.meeting_id) or _assigner(item.meeting, now)
        assigners[item.meeting_id] = assigner
        choice = assigner.choose(followup, item, _around(source.text, item, followup.evidence))
        due = work_out_due(
            kind=followup.kind, due_words=followup.due_text, due=followup.due,
            committee=source.committee, met_on=item.meeting.date, rules=rules,
        )  # fmt: skip
        action = _proposal(source, item, followup, choice, due)
        action.resolution = resolution_of(followup.evidence, stored.resolutions[place])
        action.requester = assigner.requester(followup.requester)
        action.doubts = settle_doubts(followup, choice, source.committee)
        chosen.append((followup, action, choice))
    actions = _write(chosen, source, now)
    _open_review_again(actions)
    _confirm_sure_ones(actions, now)
    return actions


def _assigner(meeting: Meeting, now: datetime.datetime) -> Assigner:
    return Assigner(meeting.committee, meeting.date, timezone.localdate(now))


def fold(text: str) -> str:
    """Words without regard to spaces, capitals and what ends a clause, for comparing quotes."""
    return " ".join(text.lower().split()).rstrip(" .,;:")


def _known_words(stored: Stored) -> set[tuple[int, str, str]]:
    """(meeting, item's title, quote) of every action that these meetings have, dismissed ones too.

    With the title, since two items may well ask for something in the same words.
    """
    evidence = Evidence.objects.filter(action__meeting__in=stored.meetings).exclude(action__dismissed_reason=TAKEN_BACK)
    rows = evidence.values_list("action__meeting_id", "action__item__title", "text")
    return {(meeting, fold(title or ""), fold(text)) for meeting, title, text in rows}


def _is_known(followup: FollowUp, item: AgendaItem, known: set[tuple[int, str, str]]) -> bool:
    words = [(item.meeting_id, fold(item.title), fold(quote.text)) for quote in followup.evidence]
    return bool(known) and all(one in known for one in words)


def _quoted_places(source: Source) -> list[Span]:
    """Where this very document is quoted already: it was read before, or took over from an earlier one."""
    placed = Evidence.objects.filter(source=source, start__isnull=False, end__isnull=False)
    placed = placed.exclude(action__dismissed_reason=TAKEN_BACK)
    return [Span(quote.start or 0, quote.end or 0) for quote in placed]


def _is_quoted(followup: FollowUp, quoted: list[Span]) -> bool:
    """Whether most of its first quote is an action's already; a reading may end a quote a few signs later."""
    span = followup.evidence[0].span
    return any(2 * (min(span.end, one.end) - max(span.start, one.start)) > span.end - span.start for one in quoted)


def _proposal(source: Source, item: AgendaItem, followup: FollowUp, choice: OwnerChoice, due: Due) -> Action:
    return Action(
        committee=item.meeting.committee,
        meeting=item.meeting,
        item=item,
        source=source,
        summary=one_line(followup.summary or as_request(followup.evidence[0].text)),
        kind=followup.kind if followup.kind in Kind.values else Kind.OTHER,
        restricted=item.restricted,
        owner=choice.owner,
        owner_words=(followup.owner or "")[:300],
        owner_reason=choice.reason[:500],
        requester_words=(followup.requester or "")[:300],
        rule=followup.rule[:100],
        confidence=followup.confidence,
        due_words=(followup.due_text or "")[:300],
        **due_fields(due),
    )


def settle_doubts(followup: FollowUp, choice: OwnerChoice, committee: Committee) -> list[str]:
    """The reader's doubts but those that the directory has settled.

    That nobody is named, where something better than the link officer was found; and that two people could be meant,
    where the "and" belongs to one post's title.
    """
    settled: set[str] = set()
    if choice.owner and choice.owner != committee.link_officer:
        settled.add(NOBODY_NAMED)
    if choice.owner and choice.owner.title:
        rest = fold_name(followup.owner or "").replace(fold_name(choice.owner.title), "")
        settled |= set() if "and" in rest.split() else {TWO_PEOPLE}
    return [words for words in followup.doubts if words not in settled]


def due_fields(due: Due) -> dict[str, object]:
    """What an action keeps of a due date that was worked out."""
    return {"due_on": due.on, "due_rule": due.rule, "due_working": due.working, "due_meeting": due.meeting}


def resolution_of(quotes: Iterable[Quote], resolutions: list[Resolution]) -> Resolution | None:
    """The clause that a quote lies in, the first there is."""
    for quote in quotes:
        for clause in resolutions:
            if clause.end is not None and quote.span.overlaps(Span(clause.start or 0, clause.end)):
                return clause
    return None


def one_line(text: str, limit: int = 300) -> str:
    """The words on one line, cut at a word when there are too many."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def as_request(quote: str) -> str:
    """The quoted words as a line of their own: "(b) a note be provided; and" → "A note be provided"."""
    words = re.sub(r"[\s;,.]+(?:and)?\s*$", "", re.sub(r"^\W*(?:\(?\w{1,3}[.)]\s+)?", "", quote))
    return words[:1].upper() + words[1:]


def _around(text: str, item: AgendaItem, quotes: Iterable[Quote]) -> str:
    """The paragraphs that the quotes lie in."""
    spans = [quote.span for quote in quotes]
    near = [p for p in item.paragraphs if any(Span(p["start"], p["end"]).overlaps(span) for span in spans)]
    return " ".join(text[p["start"] : p["end"]] for p in near)


def _write(chosen: Chosen, source: Source, now: datetime.datetime) -> list[Action]:
    actions = [action for _, action, _ in chosen]
    for order, action in enumerate(actions, start=_next_order(actions)):
        action.order, action.created_at = order, now
    Action.objects.bulk_create(actions)
    Evidence.objects.bulk_create(
        Evidence(action=action, source=source, start=quote.span.start, end=quote.span.end, text=quote.text,
                 origin=quote.source, order=order)
        for followup, action, _ in chosen
        for order, quote in enumerate(followup.evidence)
    )  # fmt: skip
    OwnerCandidate.objects.bulk_create(
        OwnerCandidate(action=action, owner=owner, reason=reason[:300], order=order)
        for _, action, choice in chosen
        for order, (owner, reason) in enumerate(choice.candidates)
    )
    _link_indicators(chosen)
    record_all(actions, "proposed", by=None, now=now, to_status=Status.PROPOSED)
    return actions


def _next_order(actions: list[Action]) -> int:
    meetings = {action.meeting_id for action in actions}
    last = Action.objects.filter(meeting__in=meetings).order_by("-order").values_list("order", flat=True).first()
    return 0 if last is None else last + 1


def _link_indicators(chosen: Chosen) -> None:
    """Link the measures that are named; one that is not in the table yet is added without an owner."""
    codes = {code[:40] for followup, _, _ in chosen for code in followup.references}
    if not codes:
        return
    Indicator.objects.bulk_create([Indicator(code=code) for code in sorted(codes)], ignore_conflicts=True)
    by_code = {indicator.code: indicator for indicator in Indicator.objects.filter(code__in=codes)}
    link = Action.indicators.through
    link.objects.bulk_create(
        [
            link(action_id=action.pk, indicator_id=by_code[code[:40]].pk)
            for followup, action, _ in chosen
            for code in dict.fromkeys(followup.references)
        ],
        ignore_conflicts=True,
    )


def _open_review_again(actions: list[Action]) -> None:
    """New proposals for a meeting whose review was finished must not be overlooked."""
    Meeting.objects.filter(pk__in={action.meeting_id for action in actions}).update(reviewed_at=None)


def _confirm_sure_ones(actions: list[Action], now: datetime.datetime) -> None:
    """The committee's own threshold. Without an owner nobody would hear of it; what is exempt a clerk must see."""
    for action in actions:
        threshold = action.committee.confirm_automatically_from
        if threshold is None or action.restricted or not action.owner or (action.confidence or 0) < threshold:
            continue
        workflow.confirm(action, by=None, now=now, note=f"Confirmed without a clerk: sure from {threshold:.0%}")


def near_misses(misses: Iterable[NearMiss], stored: Stored) -> list[dict[str, object]]:
    """What was passed over, to be kept with the source and shown at review."""
    return [
        {
            "item": stored.items[miss.meeting, miss.item].pk,
            "start": miss.quote.span.start,
            "end": miss.quote.span.end,
            "text": miss.quote.text,
            "origin": miss.quote.source,
            "rule": miss.rule,
            "reason": miss.reason,
        }
        for miss in misses
        if (miss.meeting, miss.item) in stored.items
    ]

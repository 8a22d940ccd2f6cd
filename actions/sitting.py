"""One meeting as its page shows it: each item with its words, its resolutions, and the actions that came of it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from meetings.models import AgendaItem, Meeting
from people.roles import is_clerk_of

from . import exempt, passages
from .models import Action, Status
from .register import Row, rows_of
from .unsettled import standing_items


@dataclass
class Part:
    """An item of the meeting. Of an exempt one nothing is shown to whoever may not see it but the public summaries."""

    item: AgendaItem
    is_hidden: bool
    rows: list[Row] = field(default_factory=list)
    words: list[passages.Passage] = field(default_factory=list)
    whole: list[passages.Passage] = field(default_factory=list)
    public_summaries: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sitting:
    meeting: Meeting
    parts: list[Part]
    without_item: list[Row]
    asked: int
    open: int
    answered: int
    complete: int
    dropped: int
    overdue: int
    is_checked: bool
    is_clerk: bool


def sitting(meeting: Meeting, user, today) -> Sitting:
    """What `user` may see of the meeting. Until its review is finished the public see only items with actions."""
    is_clerk = is_clerk_of(user, meeting.committee)
    visible = Action.objects.visible_to(user).published().filter(meeting=meeting)
    rows = rows_of(visible.for_lists().prefetch_related("evidence").order_by("order", "pk"), today)
    by_item = defaultdict(list)
    for row in rows:
        by_item[row.action.item_id].append(row)
    parts = parts_of(meeting, user, by_item)
    if not (meeting.reviewed_at or is_clerk):
        parts = [part for part in parts if part.rows]
        for part in parts:
            part.whole = []
            part.words = passages.with_marks(part.words)
    counts = Counter(row.action.status for row in rows)
    return Sitting(
        meeting,
        parts,
        by_item[None],
        asked=len(rows),
        open=counts[Status.OPEN],
        answered=counts[Status.ANSWERED],
        complete=counts[Status.COMPLETE],
        dropped=counts[Status.DROPPED],
        overdue=sum(row.action.is_overdue(today) for row in rows),
        is_checked=bool(meeting.reviewed_at),
        is_clerk=is_clerk,
    )


def parts_of(meeting: Meeting, user, by_item: dict[int | None, list[Row]]) -> list[Part]:
    """The items in order with what belongs to them."""
    items = list(standing_items(meeting).select_related("source").prefetch_related("resolutions"))
    seen = set(AgendaItem.objects.visible_to(user).filter(meeting=meeting).values_list("pk", flat=True))
    withheld = passages.withheld_from(user, items)
    summaries = exempt.public_summaries(items)
    parts = []
    for item in items:
        part = Part(item, item.pk not in seen, by_item[item.pk], public_summaries=summaries.get(item.pk, []))
        if not part.is_hidden:
            add_words(part, withheld.get(item.source_id or 0, []))
        if item.replaced_by_id:
            part.words, part.whole = passages.marked_lines(part.words), []
        parts.append(part)
    return parts


def add_words(part: Part, withheld: list[passages.Range]) -> None:
    """The item's resolutions and marked paragraphs; and all of it where there is more."""
    item = part.item
    marks = passages.marks_of([row.action for row in part.rows], item.source_id)
    resolutions = list(item.resolutions.all())
    part.words = passages.passages(item, marks, resolutions=resolutions, withheld=withheld)
    whole = passages.passages(item, marks, resolutions=resolutions, withheld=withheld, whole=True)
    if sum(len(each.lines) for each in whole) > sum(len(each.lines) for each in part.words):
        part.whole = whole

"""One meeting as its page shows it: each item with its words, its resolutions, and the actions that came of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from meetings.models import AgendaItem, Meeting
from people.roles import is_clerk_of

from . import exempt, passages
from .models import Action, ActionQuerySet, Status
from .register import PER_PAGE, Row, overdue, rows_of
from .unsettled import standing_items

WHOLE = 500  # items of a page that is asked for whole, to print


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
    """`parts` are those of `page`; the counts are of the whole meeting."""

    meeting: Meeting
    page: Page
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
    whole: int = WHOLE


def sitting(meeting: Meeting, user, today, given: Mapping[str, str]) -> Sitting:
    """What `user` may see of the meeting. Until its review is finished the public see only items with actions."""
    is_clerk = is_clerk_of(user, meeting.committee)
    visible = Action.objects.visible_to(user).published().filter(meeting=meeting)
    items = standing_items(meeting)
    is_open = bool(meeting.reviewed_at or is_clerk)
    page = page_of(items if is_open else items.filter(pk__in=visible.values("item")), visible, given)
    here = visible.filter(Q(item__in=[item.pk for item in page]) | (Q() if page.has_next() else Q(item=None)))
    by_item = defaultdict(list)
    for row in rows_of(here.for_lists().prefetch_related("evidence").order_by("order", "pk"), today):
        by_item[row.action.item_id].append(row)
    parts = parts_of(page, items, user, by_item)
    if not is_open:
        for part in parts:
            part.whole = []
            part.words = passages.with_marks(part.words)
    return Sitting(
        meeting,
        page,
        parts,
        by_item[None],
        **visible.order_by().aggregate(
            asked=Count("pk"),
            open=Count("pk", filter=Q(status=Status.OPEN)),
            answered=Count("pk", filter=Q(status=Status.ANSWERED)),
            complete=Count("pk", filter=Q(status=Status.COMPLETE)),
            dropped=Count("pk", filter=Q(status=Status.DROPPED)),
            overdue=Count("pk", filter=overdue(today)),
        ),
        is_checked=bool(meeting.reviewed_at),
        is_clerk=is_clerk,
    )


def page_of(items: QuerySet[AgendaItem], visible: ActionQuerySet, given: Mapping[str, str]) -> Page:
    """The page that is asked for by its number, or by what is to be `at` it: "item-12", or an action's reference."""
    # A document's text for all of its items once, not for each of them.
    shown = items.prefetch_related("source", "resolutions")
    paginator = Paginator(shown, WHOLE if given.get("whole") else PER_PAGE)
    at = given.get("at", "")
    if not at or "page" in given:
        return paginator.get_page(given.get("page"))
    name, _, key = at.partition("-")
    item = int(key) if name == "item" and key.isdecimal() else None
    if item is None:
        item = visible.filter(reference=at.upper()).values_list("item", flat=True).first()
    keys = list(items.values_list("pk", flat=True))
    return paginator.get_page(keys.index(item) // paginator.per_page + 1 if item in keys else 1)


def parts_of(page: Page, items: QuerySet[AgendaItem], user, by_item: dict[int | None, list[Row]]) -> list[Part]:
    """The items of a page with what belongs to them. `items`: all, since exempt words may rest on another page's."""
    here = list(page)
    seen = set(
        AgendaItem.objects.visible_to(user).filter(pk__in=[item.pk for item in here]).values_list("pk", flat=True)
    )
    withheld = passages.withheld_from(user, items)
    summaries = exempt.public_summaries(here)
    parts = []
    for item in here:
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

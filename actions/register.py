"""What the register shows of a query: rows in order, counts beside the filters, and how to take a filter off."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, Model, Q, Value, When
from django.forms import ChoiceField, Field
from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString

from meetings.models import Committee
from people.models import Councillor, Owner
from people.wording import plain_date

from . import search
from .filters import ActionFilter
from .models import STILL_WANTED, Action, ActionQuerySet, Event, Status
from .wording import DueLine, asked_by, due_line, owner_remark

PER_PAGE = 50
SORTS = {"due": "Due first", "newest": "Newest", "answered": "Just answered", "oldest": "Oldest"}
BEST = "best"
MOST_NAMES = 500
IN_ADDRESS_ALONE = ["directorate", "asked_from", "asked_to", "timing", "missing", "sort"]


@dataclass(frozen=True)
class Row:
    """One action as a list shows it."""

    action: Action
    asked_by: str
    owner_remark: str
    due: DueLine
    snippet: SafeString | None = None


@dataclass(frozen=True)
class Chip:
    """A filter in use, and the query without it."""

    label: str
    value: str
    query: str


@dataclass(frozen=True)
class Choice:
    """A box to tick: its value, its words, how many it would show, whether it is ticked."""

    value: str
    label: str
    count: int
    is_on: bool


@dataclass(frozen=True)
class Sort:
    label: str
    query: str
    is_on: bool


@dataclass(frozen=True)
class Tally:
    """The one sentence above the register: the whole of what this person may see."""

    outstanding: int
    overdue: int
    committees: int


class Listing:
    """One look at the register. `data` is the address's query; what it asks in vain is in `filter.form.errors`."""

    def __init__(self, request: HttpRequest, today: datetime.date):
        self.data, self.user, self.today = request.GET, request.user, today
        self.visible = self.all_actions()
        self.filter = ActionFilter(request.GET, self.visible, request=request, today=today)
        self.actions: ActionQuerySet = self.filter.qs

    def all_actions(self) -> ActionQuerySet:
        """What is narrowed down."""
        return Action.objects.visible_to(self.user).published()

    def all_committees(self) -> Iterable[Committee]:
        return Committee.objects.visible_to(self.user)

    @property
    def words(self) -> str:
        return self.filter.form.cleaned_data.get("q", "")

    @property
    def sort(self) -> str:
        """The order asked for; with words to look for the best match is first unless something else is asked."""
        asked = self.data.get("sort", "")
        usual = BEST if self.words else "due"
        return asked if asked in SORTS or (asked == BEST and self.words) else usual

    def sorted(self) -> ActionQuerySet:
        if self.sort == BEST:
            return search.best_first(self.actions, self.words)
        return in_order(self.actions, self.sort)

    def context(self) -> dict[str, object]:
        """All that the register's page shows."""
        page = self.page(self.data.get("page"))
        return {
            "form": self.filter.form,
            "page": page,
            "rows": self.rows(page),
            "counts": self.counts,
            "words": self.words,
            "query": self.data.urlencode(),
            "today": self.today,
            "tally": self.tally(),
            "chips": self.chips(),
            "sorts": self.sorts(),
            "statuses": self.statuses(),
            "committees": self.committees(),
            "requesters": self.requesters(),
            "owners": self.owners(),
            "wards": self.wards(),
            "kept": self.kept(),
            "saved": list(self.user.saved_searches.all()) if self.user.is_authenticated else [],
        }

    def page(self, number: str | None) -> Page:
        """A page of actions; a number that is not there is the nearest one. Ids are sorted first: they are narrow."""
        paginator = Paginator(self.sorted().values_list("pk", flat=True), PER_PAGE)
        paginator.count = self.counts["all"]
        page = paginator.get_page(number)
        ids = list(page.object_list)
        found = {action.pk: action for action in Action.objects.filter(pk__in=ids).for_lists()}
        return Page([found[pk] for pk in ids], page.number, paginator)

    def rows(self, page: Page) -> list[Row]:
        found = search.snippets(page.object_list, self.words, self.filter.quotes) if self.words else {}
        return rows_of(page.object_list, self.today, found)

    @cached_property
    def counts(self) -> dict[str, int]:
        """All that is shown, and how many of those are overdue."""
        return self.actions.order_by().aggregate(all=Count("pk"), overdue=Count("pk", filter=overdue(self.today)))

    def tally(self) -> Tally:
        outstanding = self.visible.outstanding().order_by()
        found = outstanding.aggregate(
            outstanding=Count("pk"),
            overdue=Count("pk", filter=overdue(self.today)),
            committees=Count("committee", distinct=True),
        )
        return Tally(**found)

    def statuses(self) -> list[Choice]:
        counts = counted(self.filter.without_filter("status"), "status")
        on = self.data.getlist("status")
        choices = self.filter.filters["status"].field.choices
        return [Choice(value, label, counts.get(value, 0), value in on) for value, label in choices]

    def committees(self) -> list[Choice]:
        counts = counted(self.filter.without_filter("committee"), "committee")
        on = self.data.getlist("committee")
        return [
            Choice(committee.slug, committee.name, counts.get(committee.pk, 0), committee.slug in on)
            for committee in self.all_committees()
        ]

    def sorts(self) -> list[Sort]:
        labels = {BEST: "Best match", **SORTS} if self.words else SORTS
        return [Sort(label, changed(self.data, "sort", name), name == self.sort) for name, label in labels.items()]

    def chips(self) -> list[Chip]:
        """Every filter in use with the query that is left without it."""
        chips = []
        form = self.filter.form
        committees = {committee.slug: committee.name for committee in form.cleaned_data.get("committee") or []}
        for name, form_field in form.fields.items():
            if name not in form.cleaned_data:
                continue
            value = form.cleaned_data[name]
            for raw in dict.fromkeys(self.data.getlist(name)):
                if raw.strip() and value not in (None, "", False):
                    label = self.filter.filters[name].label
                    said = committees.get(raw) if name == "committee" else value_in_words(form_field, label, value, raw)
                    chips.append(Chip(label, said or raw, removed(self.data, name, raw)))
        return chips

    def kept(self) -> list[tuple[str, str]]:
        """What the address holds that the panel has no field for, so that applying the panel keeps it."""
        return [(name, value) for name in IN_ADDRESS_ALONE for value in self.data.getlist(name) if value.strip()]

    def requesters(self) -> list[str]:
        """Names to offer under "Asked by": of what this person may see, nobody else's."""
        ids = self.visible.filter(requester__isnull=False).order_by().values("requester")
        return [str(councillor) for councillor in Councillor.objects.filter(pk__in=ids)[:MOST_NAMES]]

    def owners(self) -> list[str]:
        ids = self.visible.filter(owner__isnull=False).order_by().values("owner")
        owners = Owner.objects.filter(pk__in=ids).select_related("officer", "post", "councillor", "body")[:MOST_NAMES]
        return list(dict.fromkeys(owner.name for owner in owners))

    def wards(self) -> list[str]:
        wards = Councillor.objects.exclude(ward="").order_by("ward").values_list("ward", flat=True)
        return list(wards.distinct()[:MOST_NAMES])


def overdue(today: datetime.date) -> Q:
    """`ActionQuerySet.overdue` as a condition, for counting."""
    return Q(status=Status.OPEN, due_on__lt=today, paused_until__isnull=True)


def in_order(actions: ActionQuerySet, sort: str) -> ActionQuerySet:
    """Due first: open ones by due date, then answered, then closed, the latest first; others as SORTS names them."""
    if sort == "newest":
        return actions.order_by("-meeting__date", "-pk")
    if sort == "oldest":
        return actions.order_by("meeting__date", "pk")
    if sort == "answered":
        return actions.order_by(F("answered_at").desc(nulls_last=True), "-pk")
    stage = Case(
        When(status=Status.OPEN, paused_until__isnull=True, then=Value(0)),
        When(status=Status.OPEN, then=Value(1)),
        When(status=Status.ANSWERED, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return actions.annotate(stage=stage).order_by(
        "stage", F("closed_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "-pk"
    )


def rows_of(
    actions: Iterable[Action], today: datetime.date, snippets: dict[int, SafeString] | None = None
) -> list[Row]:
    """Rows for a list of actions from `for_lists()`, in one more query."""
    actions = list(actions)
    moved = times_moved(actions)
    return [
        Row(
            action,
            asked_by(action),
            owner_remark(action.owner) if action.owner else "",
            due_line(action, today, moved.get(action.pk, 0)),
            (snippets or {}).get(action.pk),
        )
        for action in actions
    ]


def times_moved(actions: Iterable[Action]) -> dict[int, int]:
    """How often the due date of each has been changed since it was published."""
    events = Event.objects.filter(action__in=[action.pk for action in actions], verb="redated", is_public=True)
    return dict(events.order_by().values_list("action").annotate(Count("pk")))


def wanted_of(actions: Iterable[Action]) -> dict[int, Event]:
    """By action that is open, its `last_wanted` that is public."""
    ids = [action.pk for action in actions if action.status == Status.OPEN]
    events = Event.objects.filter(action__in=ids, verb__in=STILL_WANTED, is_public=True).order_by("at", "pk")
    return {event.action_id: event for event in events}


def counted(actions: ActionQuerySet, by: str) -> dict:
    return dict(actions.order_by().values_list(by).annotate(Count("pk")))


def value_in_words(field: Field, label: str, value: object, raw: str) -> str:
    """What a chip says: one of several chosen, a date written out, the label itself of something that is on."""
    if value is True:
        return label
    if isinstance(value, datetime.date):
        return f"{label} {plain_date(value)}"
    if isinstance(field, ChoiceField) and not isinstance(value, Model):
        return next((str(words) for name, words in field.widget.choices if str(name) == raw), raw)
    return str(value)


def changed(data: QueryDict, name: str, value: str) -> str:
    """The query with `name` set, on its first page."""
    query = data.copy()
    query[name] = value
    query.pop("page", None)
    return query.urlencode()


def removed(data: QueryDict, name: str, value: str) -> str:
    """The query without one of the values of `name`, on its first page."""
    query = data.copy()
    query.setlist(name, [each for each in query.getlist(name) if each != value])
    query.pop("page", None)
    return query.urlencode()

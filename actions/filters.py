"""What the register, the feeds, the exports and the API may be narrowed by. The address keeps all of it."""

import datetime
from functools import cached_property

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from meetings.models import Committee
from people.fields import DateTypedField
from people.models import Directorate, Owner

from . import search
from .models import NOBODY, PUBLISHED, Action, ActionQuerySet, Evidence, EvidenceQuerySet, Kind, Status

STATUSES = [(status.value, status.label) for status in Status if status in PUBLISHED]
TIMINGS = [("on_time", "Answered on time"), ("late", "Answered late")]
MISSING = [("owner", "Nobody has it"), ("date", "No date")]
NO_DIRECTORATE = "none"
YES, NO = {"1", "true", "on", "yes"}, {"0", "false", "off", "no", ""}
TITLES = ("cllr", "councillor")


class TypedDateFilter(django_filters.Filter):
    """A date as people type it."""

    field_class = DateTypedField


class YesField(forms.NullBooleanField):
    widget = forms.TextInput  # the box in the page is written by hand; this one hands over nonsense too

    def to_python(self, value) -> bool:
        word = str(value or "").lower()
        if word not in YES | NO:
            raise forms.ValidationError("Write true or false")
        return word in YES


class YesFilter(django_filters.BooleanFilter):
    """A box to tick; in an address also true or false, 1 or 0."""

    field_class = YesField


class WordFilter(django_filters.CharFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=search.LONGEST, **kwargs)


def visible_committees(request) -> QuerySet:
    return Committee.objects.visible_to(request.user) if request else Committee.objects.none()


class ActionFilter(django_filters.FilterSet):
    """Narrows actions that are already `visible_to` somebody; a value that makes no sense is an error in words."""

    q = WordFilter(
        help_text='Words; "in quotes" they must stand together, with - before them they must not be there',
        label="Search",
        method="search_words",
    )
    status = django_filters.MultipleChoiceFilter(
        help_text="May be given several times", label="Status", choices=STATUSES, distinct=False
    )
    overdue = YesFilter(
        help_text="Open, not paused, and past the due date",
        label="Only overdue",
        method="only_overdue",
    )
    committee = django_filters.ModelMultipleChoiceFilter(
        help_text="Slug of a committee; may be given several times",
        label="Committee",
        queryset=visible_committees,
        to_field_name="slug",
        method="in_committees",
    )
    requester = WordFilter(help_text="Words of the councillor’s name", label="Asked by", method="asked_by_name")
    asked_by_me = YesFilter(
        help_text="What you asked for as a councillor, when signed in",
        label="Asked by me",
        method="asked_by_user",
    )
    owner = WordFilter(
        help_text="Words of the officer’s name or post, of a councillor or an outside body",
        label="Who has it",
        method="owned_by_name",
    )
    directorate = django_filters.ModelChoiceFilter(
        help_text="Number of the directorate of whoever has it; none: of those in no directorate",
        label="Directorate",
        queryset=Directorate.objects.all(),
        field_name="owner__post__directorate",
        null_label="In no directorate",
        null_value=NO_DIRECTORATE,
    )
    kind = django_filters.ChoiceFilter(label="Kind", choices=Kind.choices, empty_label="Any")
    ward = WordFilter(
        label="Ward", method="about_ward", help_text="Of the councillor who asked, or named in the request"
    )
    indicator = WordFilter(
        help_text="Code of a performance indicator",
        label="Indicator",
        field_name="indicators__code",
        lookup_expr="iexact",
    )
    due_from = TypedDateFilter(
        help_text="Due on this day or later: 2026-11-09, 9 November 2026 or 9/11/26",
        label="Due from",
        field_name="due_on",
        lookup_expr="gte",
    )
    due_to = TypedDateFilter(
        help_text="Due on this day or earlier", label="Due to", field_name="due_on", lookup_expr="lte"
    )
    asked_from = TypedDateFilter(
        help_text="Asked at a meeting on this day or later",
        label="Asked from",
        field_name="meeting__date",
        lookup_expr="gte",
    )
    asked_to = TypedDateFilter(
        help_text="Asked at a meeting on this day or earlier",
        label="Asked to",
        field_name="meeting__date",
        lookup_expr="lte",
    )
    timing = django_filters.ChoiceFilter(
        help_text="Answered by the due date, or after it",
        label="In time",
        choices=TIMINGS,
        method="by_timing",
        empty_label="Any",
    )
    missing = django_filters.ChoiceFilter(
        help_text="Without an owner, or without a due date",
        label="Missing",
        choices=MISSING,
        method="without",
        empty_label="Nothing",
    )

    class Meta:
        model = Action
        fields: list[str] = []

    def __init__(self, *args, today: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.form.marks_optional = False
        for name in ("due_from", "due_to"):
            self.form.fields[name].today = today
        for name in ("asked_from", "asked_to"):
            self.form.fields[name].today, self.form.fields[name].lean = today, "past"

    def without_filter(self, left_out: str) -> ActionQuerySet:
        """What would be shown if one filter were not set: for the counts beside its choices."""
        queryset = self.queryset.all()
        if self.is_bound and (self.is_valid() or self.form.cleaned_data):
            for name, value in self.form.cleaned_data.items():
                if name != left_out:
                    queryset = self.filters[name].filter(queryset, value)
        return queryset

    @cached_property
    def quotes(self) -> EvidenceQuerySet:
        """The words of minutes that may be looked through."""
        return Evidence.objects.shown_to(self.request.user)

    def search_words(self, queryset, name, words) -> QuerySet:
        return search.matching(queryset, words, self.quotes)

    def only_overdue(self, queryset, name, value) -> QuerySet:
        return queryset.overdue(self.today) if value else queryset

    def in_committees(self, queryset, name, committees) -> QuerySet:
        return queryset.filter(committee__in=list(committees)) if committees else queryset

    def asked_by_name(self, queryset, name, words) -> QuerySet:
        """Every word of the name; "Cllr" does not count."""
        for word in name_words(words):
            queryset = queryset.filter(Q(requester__name__icontains=word) | Q(requester_words__icontains=word))
        return queryset

    def asked_by_user(self, queryset, name, value) -> QuerySet:
        if not value:
            return queryset
        user = self.request.user
        return queryset.filter(requester__user=user) if user.is_authenticated else queryset.none()

    def owned_by_name(self, queryset, name, words) -> QuerySet:
        owners = Owner.objects.order_by()
        for word in name_words(words):
            owners = owners.filter(
                Q(officer__name__icontains=word)
                | Q(post__title__icontains=word)
                | Q(councillor__name__icontains=word)
                | Q(body__name__icontains=word)
            )
        joint = Action.joint_owners.through.objects.filter(owner__in=owners).values("action_id")
        return queryset.filter(Q(owner__in=owners) | Q(pk__in=joint))

    def about_ward(self, queryset, name, words) -> QuerySet:
        return queryset.filter(Q(requester__ward__iexact=words) | Q(summary__icontains=words))

    def by_timing(self, queryset, name, value) -> QuerySet:
        return answered_on_time(queryset) if value == "on_time" else answered_late(queryset)

    def without(self, queryset, name, value) -> QuerySet:
        return queryset.filter(NOBODY) if value == "owner" else queryset.filter(due_on__isnull=True)


# the day of the answer, or of what was completed without one
DAY_DONE = TruncDate(Coalesce("answered_at", "closed_at"))


def answered_on_time(actions: ActionQuerySet) -> ActionQuerySet:
    """Without what is no longer required."""
    return actions.exclude(status=Status.DROPPED).filter(due_on__gte=DAY_DONE)


def answered_late(actions: ActionQuerySet) -> ActionQuerySet:
    """Without what is no longer required."""
    return actions.exclude(status=Status.DROPPED).filter(due_on__lt=DAY_DONE)


def name_words(words: str) -> list[str]:
    """The words of a name as typed, titles left out."""
    return [word for word in words.replace(",", " ").split() if word.lower().strip(".") not in TITLES]

"""The API, version 1: read only, the register's filters, the register's visibility, pages of 50.

A parameter of a list that is unknown, and a value that makes no sense, are a 400 in words under the parameter's name: a
misspelt filter must not pass for an answer.
"""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from actions.filters import ActionFilter, visible_committees
from actions.models import Action, Answer, Evidence
from actions.register import BEST, SORTS, in_order
from meetings.models import Committee, Meeting

from .serializers import ActionDetailSerializer, ActionSerializer, CommitteeSerializer, MeetingSerializer


class Pages(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200

    def get_page_size(self, request: Request) -> int | None:
        asked = request.query_params.get(self.page_size_query_param, "1")
        if not (asked.isdecimal() and int(asked)):
            raise ValidationError({self.page_size_query_param: ["Give a number from 1 to 200."]})
        return super().get_page_size(request)


class Listed(ReadOnlyModelViewSet):
    """A list that refuses parameters it does not know, and its rows one by one."""

    pagination_class = Pages
    filter_backends: list[type] = []
    filterset_class: type[filters.FilterSet] | None = None
    parameters: tuple[str, ...] = ()

    def list(self, request: Request, *args, **kwargs) -> Response:
        own = self.filterset_class.base_filters if self.filterset_class else ()
        known = [*own, *self.parameters, "page", "page_size", "format"]
        if unknown := [name for name in request.query_params if name not in known]:
            words = f"There is no such parameter. There are: {', '.join(known)}."
            raise ValidationError({name: [words] for name in unknown})
        return super().list(request, *args, **kwargs)


class WithToday(filters.DjangoFilterBackend):
    """Gives the filters their day; a value that makes no sense is a 400 in words."""

    def get_filterset_kwargs(self, request, queryset, view) -> dict:
        return {**super().get_filterset_kwargs(request, queryset, view), "today": timezone.localdate()}


class MeetingFilter(filters.FilterSet):
    """A committee that this person may not see is as unknown as one that is not there."""

    committee = filters.ModelChoiceFilter(
        queryset=visible_committees, to_field_name="slug", help_text="Slug of a committee"
    )
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte", help_text="On this day or later.")
    date_to = filters.DateFilter(field_name="date", lookup_expr="lte", help_text="On this day or earlier.")

    class Meta:
        model = Meeting
        fields: list[str] = []


SORT = OpenApiParameter("sort", enum=list(SORTS), description="The order; due first unless something else is asked.")


REFERENCE = OpenApiParameter("reference", location="path", description="Such as CYP-2026-014")
SLUG = OpenApiParameter("slug", location="path", description="The last part of the committee's address")


@extend_schema_view(
    list=extend_schema(summary="Actions, narrowed as in the register", parameters=[SORT]),
    retrieve=extend_schema(summary="One action with quotes, answers and history", parameters=[REFERENCE]),
)
class ActionViewSet(Listed):
    queryset = Action.objects.none()
    lookup_field = "reference"
    lookup_value_regex = r"[A-Za-z0-9-]+"
    filter_backends = [WithToday]
    filterset_class = ActionFilter
    parameters = ("sort",)

    def get_serializer_class(self) -> type:
        return ActionDetailSerializer if self.action == "retrieve" else ActionSerializer

    def get_queryset(self) -> QuerySet:
        actions = Action.objects.visible_to(self.request.user).published().for_lists().prefetch_related("indicators")
        if self.action == "retrieve":
            answers = Answer.objects.sent().for_reader(self.request.user).select_related("by", "on_behalf_of")
            answers = answers.order_by("-sent_at")
            return actions.prefetch_related("events", Prefetch("answers", answers, to_attr="sent_answers"))
        return in_order(actions, self.sort())

    def sort(self) -> str:
        """The order asked for; the register's best match first has no ranks here."""
        asked = self.request.query_params.get("sort") or "due"
        if asked not in {*SORTS, BEST}:
            raise ValidationError({"sort": [f"Choose one of {', '.join(SORTS)}."]})
        return "due" if asked == BEST else asked

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The filters narrow the list; one action is found whatever the query says."""
        if self.action == "retrieve":
            return queryset.prefetch_related(Prefetch("evidence", Evidence.objects.shown_to(self.request.user)))
        return super().filter_queryset(queryset)


@extend_schema_view(
    list=extend_schema(summary="Committees"), retrieve=extend_schema(summary="One committee", parameters=[SLUG])
)
class CommitteeViewSet(Listed):
    queryset = Committee.objects.none()
    serializer_class = CommitteeSerializer
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet:
        return Committee.objects.visible_to(self.request.user).select_related("chair").order_by("name")


@extend_schema_view(
    list=extend_schema(summary="Meetings, the latest first"), retrieve=extend_schema(summary="One meeting")
)
class MeetingViewSet(Listed):
    queryset = Meeting.objects.none()
    serializer_class = MeetingSerializer
    filter_backends = [filters.DjangoFilterBackend]
    filterset_class = MeetingFilter

    def get_queryset(self) -> QuerySet:
        return Meeting.objects.visible_to(self.request.user).select_related("committee").order_by("-date", "pk")

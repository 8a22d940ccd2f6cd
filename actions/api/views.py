"""The API, version 1: read only, the register's filters, the register's visibility, pages of 50."""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.pagination import PageNumberPagination
from rest_framework.viewsets import ReadOnlyModelViewSet

from actions.filters import ActionFilter
from actions.models import Action, Answer
from actions.register import SORTS, in_order
from meetings.models import Committee, Meeting

from .serializers import ActionDetailSerializer, ActionSerializer, CommitteeSerializer, MeetingSerializer


class Pages(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class WithToday(filters.DjangoFilterBackend):
    """Gives the filters their day; a value that makes no sense is a 400 in words."""

    def get_filterset_kwargs(self, request, queryset, view) -> dict:
        return {**super().get_filterset_kwargs(request, queryset, view), "today": timezone.localdate()}


class MeetingFilter(filters.FilterSet):
    committee = filters.CharFilter(field_name="committee__slug", help_text="Slug of the committee.")
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte", help_text="On this day or later.")
    date_to = filters.DateFilter(field_name="date", lookup_expr="lte", help_text="On this day or earlier.")

    class Meta:
        model = Meeting
        fields: list[str] = []


SORT = OpenApiParameter("sort", enum=list(SORTS), description="The order; due first unless something else is asked.")


@extend_schema_view(
    list=extend_schema(summary="Actions, narrowed as in the register", parameters=[SORT]),
    retrieve=extend_schema(summary="One action with quotes, answers and history"),
)
class ActionViewSet(ReadOnlyModelViewSet):
    queryset = Action.objects.none()
    lookup_field = "reference"
    lookup_value_regex = r"[A-Za-z0-9-]+"
    pagination_class = Pages
    filter_backends = [WithToday]
    filterset_class = ActionFilter

    def get_serializer_class(self) -> type:
        return ActionDetailSerializer if self.action == "retrieve" else ActionSerializer

    def get_queryset(self) -> QuerySet:
        actions = Action.objects.visible_to(self.request.user).published().for_lists().prefetch_related("indicators")
        if self.action == "retrieve":
            answers = Answer.objects.sent().for_reader(self.request.user).select_related("by", "on_behalf_of")
            answers = answers.order_by("-sent_at")
            return actions.prefetch_related("evidence", "events", Prefetch("answers", answers, to_attr="sent_answers"))
        return in_order(actions, self.request.query_params.get("sort", "due"))

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The filters narrow the list; one action is found whatever the query says."""
        return queryset if self.action == "retrieve" else super().filter_queryset(queryset)


@extend_schema_view(list=extend_schema(summary="Committees"), retrieve=extend_schema(summary="One committee"))
class CommitteeViewSet(ReadOnlyModelViewSet):
    queryset = Committee.objects.none()
    serializer_class = CommitteeSerializer
    lookup_field = "slug"
    pagination_class = Pages
    filter_backends: list[type] = []

    def get_queryset(self) -> QuerySet:
        return Committee.objects.visible_to(self.request.user).select_related("chair").order_by("name")


@extend_schema_view(
    list=extend_schema(summary="Meetings, the latest first"), retrieve=extend_schema(summary="One meeting")
)
class MeetingViewSet(ReadOnlyModelViewSet):
    queryset = Meeting.objects.none()
    serializer_class = MeetingSerializer
    pagination_class = Pages
    filter_backends = [filters.DjangoFilterBackend]
    filterset_class = MeetingFilter

    def get_queryset(self) -> QuerySet:
        return Meeting.objects.visible_to(self.request.user).select_related("committee").order_by("-date", "pk")

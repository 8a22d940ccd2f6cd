"""Committees: the list of them, and one with its record."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import record
from actions.models import OUTSTANDING, Action
from actions.register import overdue
from meetings.models import Committee
from people.roles import is_clerk_of

RECENT = 8


@require_safe
def committees(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    visible = Action.objects.visible_to(request.user).published()
    counts = {
        row["committee"]: row
        for row in visible.order_by()
        .values("committee")
        .annotate(
            asked=Count("pk"),
            outstanding=Count("pk", filter=Q(status__in=OUTSTANDING)),
            overdue=Count("pk", filter=overdue(today)),
        )
    }
    found = Committee.objects.visible_to(request.user).select_related("chair")
    lines = [(committee, counts.get(committee.pk)) for committee in found]
    return render(request, "actions/committees.html", {"lines": lines})


@require_safe
def committee(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Committee.objects.visible_to(request.user).select_related("chair"), slug=slug)
    today = timezone.localdate()
    figures = record.record(found, request.user, today)
    recent = found.meetings.listed().filter(date__lte=today).order_by("-date")[:RECENT]
    ahead = list(found.meetings.standing().filter(date__gt=today).order_by("date")[:1])
    meetings = [*ahead, *recent]
    for meeting in meetings:
        meeting.committee = found
    context = {
        "committee": found,
        "record": figures,
        "summary": record.summary_words(figures),
        "lines": record.meeting_lines(meetings, request.user, today),
        "next_meeting": ahead[0] if ahead else None,
        "clerks": list(found.clerks.all()),
        "is_clerk": is_clerk_of(request.user, found),
        "today": today,
    }
    return render(request, "actions/committee.html", context)

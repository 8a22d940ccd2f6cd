"""Meetings: the list of them, and one with what came of each item."""

import datetime

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.record import meeting_lines
from actions.register import PER_PAGE
from actions.sitting import sitting
from meetings.models import Committee, Meeting


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """Every meeting, the latest first; of one committee with ?committee=its-slug."""
    today = timezone.localdate()
    committees = list(Committee.objects.visible_to(request.user))
    slug = request.GET.get("committee", "")
    chosen = next((each for each in committees if each.slug == slug), None)
    if slug and chosen is None:
        raise Http404
    found = (
        Meeting.objects.visible_to(request.user)
        .listed()
        .select_related("committee")
        .order_by("-date", "committee__name")
    )
    if chosen:
        found = found.filter(committee=chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    lines = meeting_lines(page.object_list, request.user, today)
    context = {"page": page, "lines": lines, "committees": committees, "chosen": chosen, "today": today}
    return render(request, "actions/meetings.html", context)


@require_safe
def meeting(request: HttpRequest, slug: str, date: datetime.date) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user).select_related("committee")
    found = get_object_or_404(visible, committee__slug=slug, date=date)
    today = timezone.localdate()
    context = {"sitting": sitting(found, request.user, today, request.GET), "meeting": found, "today": today}
    return render(request, "actions/meeting.html", context)

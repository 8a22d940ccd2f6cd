"""The tracker for a meeting's agenda: a page, and the same as a file.

Whoever may see the committee may read it: it holds nothing that its public pages do not. Its clerk may add the exempt
actions, for an annex that is not published.
"""

import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from actions import exports, tracker, tracker_files
from actions.limits import is_too_often, not_now
from actions.tasks import make_tracker_file
from actions.tracker import Line, Tracker
from meetings.models import Meeting
from people.requests import Visit
from people.roles import is_clerk_of

MOST_AN_HOUR = 30  # files to one address of the network: a PDF costs the server a second or more
SHOWS = {"all": "lines", "changed": "changed", "attention": "attention"}


@require_safe
def page(request: HttpRequest, slug: str, date: datetime.date) -> HttpResponse:
    found = tracker_for(request, slug, date)
    show = request.GET.get("show", "all")
    lines: list[Line] = getattr(found, SHOWS.get(show, "lines"))
    is_clerk = is_clerk_of(request.user, found.meeting.committee)
    context = {
        "tracker": found,
        "lines": lines,
        "show": show if show in SHOWS else "all",
        "formats": [(kind, each.label) for kind, each in exports.FORMATS.items()],
        "is_clerk": is_clerk,
        "unchecked": tracker.unchecked_before(found.meeting) if is_clerk else [],
        "columns": tracker.COLUMNS,
        "not_for_publication": tracker.NOT_FOR_PUBLICATION,
    }
    return render(request, "actions/tracker.html", context)


@require_safe
def file(request: Visit, slug: str, date: datetime.date, kind: str) -> HttpResponse:
    """One of `exports.FORMATS`, to save."""
    if kind not in exports.FORMATS:
        raise Http404
    found = tracker_for(request, slug, date)
    is_free = tracker_files.is_large(found, kind) or is_clerk_of(request.user, found.meeting.committee)
    if not is_free and is_too_often(request, "tracker-file", MOST_AN_HOUR):  # a large one is made once for all who ask
        return not_now(request)
    try:
        data = file_of(found, kind)
    except exports.CannotExport as refusal:
        messages.error(request, str(refusal))
        return redirect("actions:tracker", slug, date)
    if data is None or request.htmx:
        context = {"tracker": found, "kind": kind, "label": exports.FORMATS[kind].label, "is_ready": data is not None}
        return render(request, f"actions/{'_' if request.htmx else ''}tracker_wait.html", context)
    response = HttpResponse(data, content_type=exports.FORMATS[kind].media_type)
    response["Content-Disposition"] = f'attachment; filename="{exports.file_name(found, kind)}"'
    return response


def file_of(found: Tracker, kind: str) -> bytes | None:
    """The file; None while the worker makes a large one, which is made here where no broker is to be had."""
    if not tracker_files.is_large(found, kind):
        return exports.export(found, kind)
    data = tracker_files.kept(found, kind)
    if data is None and tracker_files.claim(found, kind):
        exports.writer_of(kind)  # says at once when it cannot be made here at all
        try:
            make_tracker_file.apply_async([found.meeting.pk, kind, found.exempt is not None], retry=False)
        except OperationalError:
            return exports.export(found, kind)
        return tracker_files.kept(found, kind)
    return data


def tracker_for(request: HttpRequest, slug: str, date: datetime.date) -> Tracker:
    """With the exempt actions where its clerk asks for them; for anybody else there is no such page."""
    visible = Meeting.objects.visible_to(request.user).select_related("committee")
    meeting = get_object_or_404(visible, committee__slug=slug, date=date)
    with_exempt = request.GET.get("exempt") == "yes"
    if with_exempt and not is_clerk_of(request.user, meeting.committee):
        raise Http404
    return tracker.tracker(meeting, timezone.localdate(), with_exempt=with_exempt)

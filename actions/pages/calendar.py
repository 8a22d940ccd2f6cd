"""A committee's calendar: its meetings; add one, move one, cancel one, take in a whole calendar. For its clerks."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import cast

from django.contrib import messages
from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.amendments import STANDING
from actions.deadlines import WAITING
from actions.forms.calendar import ImportForm, MeetingForm
from actions.notices import telling
from actions.redating import Moved, change_calendar, preview
from meetings import calendars
from meetings.models import Committee, Meeting
from people.models import User
from people.roles import clerk_required
from people.wording import count_of, plain_date


def _committee(request: HttpRequest, slug: str) -> Committee:
    return get_object_or_404(Committee.objects.clerked_by(request.user), slug=slug)


def _meeting(request: HttpRequest, slug: str, date: datetime.date) -> Meeting:
    return get_object_or_404(_committee(request, slug).meetings.select_related("committee"), date=date)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings, and a form to add one."""
    committee, today = _committee(request, slug), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = MeetingForm(data, today=today)
    if request.method == "POST" and form.is_valid():
        date, time, place = form.values()
        words = f"A meeting on {plain_date(date)} was added to the calendar."
        if _change(request, committee, form, lambda: calendars.add_meeting(committee, date, time, place), words):
            return redirect("actions:calendar", slug)
    counted = Count("actions_due", filter=Q(actions_due__status__in=STANDING))
    meetings = list(committee.meetings.annotate(number_due=counted).order_by("date"))
    coming = [meeting for meeting in meetings if meeting.date >= today]
    context = {
        "committee": committee,
        "form": form,
        "coming": coming,
        "standing": sum(meeting.status != Meeting.Status.CANCELLED for meeting in coming),
        "past": [meeting for meeting in reversed(meetings) if meeting.date < today][:24],
        "waiting": committee.actions.filter(status__in=STANDING, due_rule__rule__in=WAITING, due_on=None).count(),
    }
    return render(request, "actions/calendar.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def move(request: HttpRequest, slug: str, date: datetime.date) -> HttpResponse:
    """Another day, time or place. Another day is shown first with what it does to due dates."""
    meeting = _meeting(request, slug, date)
    data = request.POST if request.method == "POST" else None
    form = MeetingForm.of(meeting, data, today=timezone.localdate())
    moved: list[Moved] | None = None
    if request.method == "POST" and form.is_valid():
        change = partial(calendars.change_meeting, meeting, *form.values())
        day = form.cleaned_data["date"]
        if "confirmed" in request.POST or day == date:
            words = f"The meeting of {plain_date(date)} was moved to {plain_date(day)}."
            if _change(request, meeting.committee, form, change, words if day != date else "The meeting was changed."):
                return redirect("actions:calendar", slug)
        else:
            moved = _preview(meeting, form, change)
    context = {"meeting": meeting, "committee": meeting.committee, "form": form, "moved": moved}
    return render(request, "actions/calendar_move.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def cancel(request: HttpRequest, slug: str, date: datetime.date) -> HttpResponse:
    """Cancel a meeting, or let a cancelled one stand again, with what that does to due dates."""
    meeting = _meeting(request, slug, date)
    restores = meeting.status == Meeting.Status.CANCELLED
    form = Form(request.POST if request.method == "POST" else None)
    change = partial(calendars.restore_meeting if restores else calendars.cancel_meeting, meeting)
    if request.method == "POST" and form.is_valid():
        words = f"The meeting of {plain_date(date)} {'stands again' if restores else 'is cancelled'}."
        if _change(request, meeting.committee, form, change, words):
            return redirect("actions:calendar", slug)
    moved = _preview(meeting, form, change)
    context = {"meeting": meeting, "committee": meeting.committee, "form": form, "moved": moved, "restores": restores}
    return render(request, "actions/calendar_cancel.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def take_in(request: HttpRequest, slug: str) -> HttpResponse:
    """A typed calendar or a file: first what it would change, then the change. The preview sends its lines along."""
    committee, today = _committee(request, slug), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = ImportForm(data, request.FILES or None, committee=committee, today=today)
    plan: calendars.Plan | None = None
    moved: list[Moved] = []
    if request.method == "POST" and form.is_valid() and form.reading:
        missing = form.cleaned_data["cancel_missing"]
        plan = calendars.make_plan(committee, form.reading, today=today, cancel_missing=missing)
        change = partial(calendars.apply_plan, committee, plan)
        if "confirmed" in request.POST and not plan.errors:
            if _change(request, committee, form, change, f"The calendar was taken in: {plan.summary}."):
                return redirect("actions:calendar", slug)
        elif plan.effective and not plan.errors:
            moved = preview(committee, change)
    wrong = bool(form.errors or (plan and plan.errors))
    context = {"committee": committee, "form": form, "plan": plan, "moved": moved, "has_errors": wrong}
    return render(request, "actions/calendar_import.html", context, status=422 if wrong else 200)


def _preview(meeting: Meeting, form: Form, change: Callable[[], object]) -> list[Moved] | None:
    """What would move; None where the change is refused, which the form then says."""
    try:
        return preview(meeting.committee, change)
    except calendars.CalendarRefused as refused:
        if not form.errors:
            form.is_bound, form.cleaned_data = True, {}
            form.add_error(None, str(refused))
        return None
    finally:
        meeting.refresh_from_db()


def _change(request: HttpRequest, committee: Committee, form: Form, change: Callable[[], object], words: str) -> bool:
    """Do it, tell the owners whose dates moved, and say so; False where it is refused, which the form then says."""
    now = timezone.now()
    try:
        moved = change_calendar(committee, change, reason=words, by=cast(User, request.user), now=now)
    except calendars.CalendarRefused as refused:
        form.add_error(None, str(refused))
        return False
    telling.tell_changes(now, telling.AT_ONCE, committee)
    messages.success(request, f"{words} {count_of(len(moved), 'due date').capitalize()} moved with it.")
    return True

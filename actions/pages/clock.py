"""Statutory clocks: the clerk records the day of service on a recommendation, or takes a clock back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions import clocks
from actions.forms.notices import ClockForm, ReasonForm
from actions.models import Action
from actions.workflow import MoveRefused
from people.models import User
from people.roles import clerk_required
from people.wording import plain_date


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def clock(request: HttpRequest, reference: str) -> HttpResponse:
    """Start a clock. What is no recommendation has none, and no page for it."""
    action = get_object_or_404(Action.objects.editable_by(request.user).for_lists(), reference=reference)
    offered, now = clocks.clocks_for(action), timezone.now()
    if not offered and not action.clock:
        return render(request, "actions/clock_none.html", {"action": action}, status=404)
    today = timezone.localdate(now)
    initial = {"clock": action.clock, "served_on": action.served_on}
    data = request.POST if request.method == "POST" else None
    form = ClockForm(data, clocks=offered, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        by, given = cast(User, request.user), form.cleaned_data
        try:
            clocks.start(action, given["clock"], given["served_on"], by=by, now=now, today=today)
        except MoveRefused as refused:
            form.add_error("served_on", str(refused))
        else:
            messages.success(request, f"The clock runs: an answer is due by law on {plain_date(action.due_on)}.")
            return redirect(action)
    context = {"action": action, "form": form, "offered": offered, "running": clocks.CLOCKS.get(action.clock)}
    return render(request, "actions/clock.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def stop(request: HttpRequest, reference: str) -> HttpResponse:
    action = get_object_or_404(
        Action.objects.editable_by(request.user).for_lists().exclude(clock=""), reference=reference
    )
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(data)
    if request.method == "POST" and form.is_valid():
        try:
            clocks.stop(action, by=cast(User, request.user), now=timezone.now(), reason=form.cleaned_data["reason"])
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The clock was taken back.")
            return redirect(action)
    context = {"action": action, "form": form, "running": clocks.CLOCKS[action.clock]}
    return render(request, "actions/clock_stop.html", context, status=422 if form.errors else 200)

"""Days on which the council is closed, for every committee's working days. For clerks."""

import datetime
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions.closures import add_closures, remove_closure
from actions.forms.calendar import ClosureForm
from actions.notices import telling
from actions.redating import Moved
from meetings.models import ClosureDay
from people.models import User
from people.roles import clerk_required
from people.wording import count_of, plain_date


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def closures(request: HttpRequest) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    data = request.POST if request.method == "POST" else None
    form = ClosureForm(data, today=today)
    if request.method == "POST" and form.is_valid():
        days = form.days()
        moved = add_closures(days, form.cleaned_data["reason"], by=cast(User, request.user), now=now)
        _say(request, f"{count_of(len(days), 'closure day')} added.", moved, now)
        return redirect("actions:closures")
    days_off = ClosureDay.objects.all()
    context = {"form": form, "coming": days_off.filter(day__gte=today), "past": days_off.filter(day__lt=today).count()}
    return render(request, "actions/closures.html", context, status=422 if form.errors else 200)


@require_POST
@clerk_required
def remove(request: HttpRequest, day: datetime.date) -> HttpResponse:
    closure, now = get_object_or_404(ClosureDay, day=day), timezone.now()
    moved = remove_closure(closure, by=cast(User, request.user), now=now)
    _say(request, f"{plain_date(day)} is a working day again.", moved, now)
    return redirect("actions:closures")


def _say(request: HttpRequest, words: str, moved: list[Moved], now: datetime.datetime) -> None:
    telling.tell_changes(now, telling.AT_ONCE)
    messages.success(request, f"{words} {count_of(len(moved), 'due date').capitalize()} moved with it.")

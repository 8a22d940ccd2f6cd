"""Who held a post when: days that were put down wrongly, and holders of the past that are missing. For clerks."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions.forms.directory import HoldingForm
from actions.leavers import hand_over_leavers
from actions.notices import telling
from people.changes import log_change
from people.models import Post, PostHolding, User
from people.posts import days_in_words
from people.roles import clerk_required
from people.wording import count_of


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A holder who is missing, mostly one of the past."""
    return _form(request, PostHolding(post=get_object_or_404(Post, pk=pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Other days for a holding that was put down wrongly."""
    return _form(request, get_object_or_404(PostHolding.objects.select_related("officer", "post"), pk=pk))


@require_POST
@clerk_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who never held the post: their days go, and the log keeps that they were put down."""
    holding = get_object_or_404(PostHolding.objects.select_related("officer", "post"), pk=pk)
    holding.delete()
    _changed(request, holding, f"{holding.officer} never held {holding.post}; was {days_in_words(holding)}")
    return redirect("actions:post", holding.post_id)


def _form(request: HttpRequest, holding: PostHolding) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = HoldingForm(data, holding=holding, today=timezone.localdate())
    was = f" (was {days_in_words(holding)})" if holding.pk else ""
    if request.method == "POST" and form.is_valid() and form.apply():
        _changed(request, holding, f"{holding.officer} holds {holding.post} {days_in_words(holding)}{was}")
        return redirect("actions:post", holding.post_id)
    context = {"form": form, "holding": holding, "post": holding.post}
    return render(request, "people/holding.html", context, status=422 if form.errors else 200)


def _changed(request: HttpRequest, holding: PostHolding, what: str) -> None:
    """Log it, let actions go along with the post, and say what was done."""
    now = timezone.now()
    log_change(what, by=cast(User, request.user), now=now, post=holding.post)
    moved = hand_over_leavers(today=timezone.localdate(now), now=now)
    telling.tell_changes(now, telling.AT_ONCE)
    along = f" {count_of(len(moved), 'action').capitalize()} went along." if moved else ""
    messages.success(request, f"{what}.{along}")

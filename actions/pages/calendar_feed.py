"""The secret address of one's own due dates: see it, make a new one, take it away; and what calendars read from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from actions import calendar_feeds
from actions.models import CalendarFeed
from people.requests import SignedIn
from people.roles import owner_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@owner_required
def address(request: SignedIn) -> HttpResponse:
    """POST makes a new address, or takes it away."""
    if request.method == "POST":
        if "revoke" in request.POST:
            calendar_feeds.revoke(request.user)
            messages.success(request, "The address no longer works.")
        else:
            calendar_feeds.renew(request.user, timezone.now())
        return redirect("actions:calendar_address")
    feed = calendar_feeds.feed_of(request.user)
    url = request.build_absolute_uri(reverse("actions:calendar_feed", args=[feed.token])) if feed else ""
    return render(request, "actions/calendar_address.html", {"feed": feed, "url": url})


@require_safe
@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself, for programs that cannot sign in."""
    found = get_object_or_404(CalendarFeed.objects.select_related("user"), token=token, user__is_active=True)
    site = request.build_absolute_uri("/").rstrip("/")
    body = calendar_feeds.calendar_of(found.user, site, request.get_host())
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="my-actions.ics"'
    return response

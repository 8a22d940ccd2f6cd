"""From a link in an email to being signed in. Opening it signs nobody in, for mail scanners do: its button does."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from actions import sign_in_links
from actions.fresh_links import send_fresh
from actions.limits import is_too_often, not_now

BACKEND = "django.contrib.auth.backends.ModelBackend"
MOST_AN_HOUR = 30


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_variables()
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the button. POST: signed in, and on to the page. Whoever is signed in already goes there at once."""
    link = sign_in_links.read(token)
    if link is None:
        raise Http404
    if request.user == link.user:
        return redirect(link.path)
    if request.method != "POST":
        return render(request, "actions/sign_in_link.html", {"link": link, "token": token})
    if is_too_often(request, "sign-in-link", MOST_AN_HOUR):
        return not_now(request)
    if not sign_in_links.take(link, timezone.now()):
        context = {"link": replace(link, is_good=False), "token": token}
        return render(request, "actions/sign_in_link.html", context, status=410)
    login(request, link.user, backend=BACKEND)
    return redirect(link.path)


@require_POST
@never_cache
@sensitive_variables()
def new_link(request: HttpRequest, token: str) -> HttpResponse:
    """Send a fresh link to the person's own address."""
    link = sign_in_links.read(token)
    if link is None:
        raise Http404
    if is_too_often(request, "new-sign-in-link", MOST_AN_HOUR):
        return not_now(request)
    send_fresh(link, timezone.now())
    messages.success(request, f"A new link is on its way to {link.user.email}.")
    return redirect("actions:sign_in_link", token)

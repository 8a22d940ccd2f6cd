"""A form that came without its proof of origin: refused, with what was written in it to be copied.

Going back would not bring it back, since pages of somebody signed in are not kept (`not_kept.py`).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONG = 100  # characters from which words are worth copying; tokens and passwords are shorter


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW. What another site sent is not shown, or it could put its words on this page."""
    written: list[str] = []
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        written = [value for _, values in request.POST.lists() for value in values if len(value) > LONG]
    return render(request, "403_csrf.html", {"written": written}, status=403)

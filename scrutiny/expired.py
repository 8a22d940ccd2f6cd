"""A form that came without its proof of origin: refused, with what was written in it to be copied."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.written import written_in


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW."""
    return render(request, "403_csrf.html", {"written": written_in(request)}, status=403)

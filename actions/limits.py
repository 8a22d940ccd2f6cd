"""How often something may be asked for from one address of the network, so that nobody can wear it out."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

HOUR = 3600


def is_too_often(request: HttpRequest, what: str, most_an_hour: int) -> bool:
    """Count this request; True when there were more than `most_an_hour`."""
    key = f"limit:{what}:{get_adapter().get_client_ip(request)}"
    cache.add(key, 0, timeout=HOUR)
    return cache.incr(key) > most_an_hour


def not_now(request: HttpRequest) -> HttpResponse:
    """What to answer then."""
    return render(request, "429.html", {"is_hourly": True}, status=429)

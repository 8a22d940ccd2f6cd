"""A form does its work once, however often its button is pressed: the second press goes where the first one led.

Each showing of a page has a CSRF token of its own, so the same token with the same contents is the same press. Only for
those signed in, who alone make anything that is not found again by itself; htmx swaps the form for what came of it.
"""

import datetime
import hashlib
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from .models import Press

KEPT = datetime.timedelta(days=1)
IN_ONE_GO = datetime.timedelta(minutes=1)  # later it is a page that somebody went back to, and they are told


class EachPressOnce:
    """Middleware, behind those that know the user, the messages and htmx."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        is_form = request.method == "POST" and "csrfmiddlewaretoken" in request.POST and not request.htmx
        return press(request, view, args, kwargs) if is_form and request.user.is_authenticated else None


@transaction.atomic
def press(request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse:
    """Do it, unless it was done. A second press waits in the database until the first is through.

    What leads nowhere, a form with errors say, may be sent again.
    """
    key, now = key_of(request), timezone.now()
    Press.objects.bulk_create([Press(key=key, at=now)], ignore_conflicts=True)
    row = Press.objects.get(pk=key)
    if row.led_to:
        if now - row.at > IN_ONE_GO:
            messages.info(request, "You had sent that already, so nothing was done a second time.")
        return redirect(row.led_to)
    response = view(request, *args, **kwargs)
    if "Location" in response:
        row.led_to = response["Location"]
        row.save(update_fields=["led_to"])
    else:
        row.delete()
    return response


def key_of(request: HttpRequest) -> str:
    """The address and all that was sent, with the token of the page that it was sent from."""
    digest = hashlib.sha256(request.get_full_path().encode())
    digest.update(repr(sorted(request.POST.lists())).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            digest.update(repr((name, file.name)).encode())
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    return digest.hexdigest()


def forget_presses(now: datetime.datetime) -> int:
    """Those that are too old to be a second press; how many they were."""
    return Press.objects.filter(at__lt=now - KEPT).delete()[0]

"""The register: every action that this person may see, narrowed by the address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.register import Listing


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    listing = Listing(request, timezone.localdate())
    return render(request, "actions/register.html", listing.context())

"""The dashboard of chairs and the management board."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.dashboard import Dashboard
from people.requests import SignedIn
from people.roles import owner_required


@require_safe
@owner_required
def dashboard(request: SignedIn) -> HttpResponse:
    return render(request, "actions/dashboard.html", Dashboard(request, timezone.localdate()).context())

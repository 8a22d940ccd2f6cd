"""One action's page: where it stands, the answer, the words of the minutes, what has happened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import similar
from actions.dossier import dossier, visible_action
from actions.forms.follow import FollowForm
from actions.models import Action
from actions.register import rows_of


@require_safe
def action(request: HttpRequest, reference: str) -> HttpResponse:
    found = visible_action(request.user, reference)
    if reference != found.reference:
        return redirect(found, permanent=True)
    context = dossier(found, request.user, timezone.localdate())
    return render(request, "actions/action.html", {**context, "follow_form": FollowForm(user=request.user)})


@require_safe
def short_address(request: HttpRequest, reference: str) -> HttpResponse:
    """/a/CYP-2026-014, to be said or written by hand."""
    found = Action.objects.visible_to(request.user).filter(reference=reference.upper()).first()
    if found is None:
        raise Http404
    return redirect(found)


@require_safe
def asked_before(request: HttpRequest, reference: str) -> HttpResponse:
    found = visible_action(request.user, reference)
    alike = similar.asked_before(found, request.user)
    rows = rows_of([each.action for each in alike], timezone.localdate())
    return render(request, "actions/asked_before.html", {"action": found, "rows": rows})

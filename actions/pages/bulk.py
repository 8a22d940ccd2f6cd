"""Several actions at once: choose them from the clerk's list, say what changes, look at it, make it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import bulk
from actions.forms.bulk import FORMS, BulkForm
from actions.owner_choice import OwnerOptions
from actions.workflow import MoveRefused
from people.requests import SignedIn
from people.roles import clerk_required


@require_safe
@clerk_required
def choose(request: SignedIn) -> HttpResponse:
    """The register of the clerk's committees, with boxes to tick."""
    listing = bulk.ClerksListing(request, timezone.localdate())
    context = listing.context() | {
        "filter_address": reverse("actions:bulk"),
        "filter_label": "Filter your committees’ actions",
        "most": bulk.MOST,
        "carried": [(name, value) for name in request.GET for value in request.GET.getlist(name) if name != "page"],
    }
    return render(request, "actions/bulk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def change(request: SignedIn) -> HttpResponse:
    """The form, then what it would do, then it is done."""
    data = request.POST if request.method == "POST" else request.GET
    today, verb = timezone.localdate(), data.get("do", "")
    try:
        actions = bulk.selected(request, data, today)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("actions:bulk")
    if verb not in FORMS or not actions:
        messages.error(request, "Tick the actions first, then choose what to change.")
        return redirect("actions:bulk")
    form = FORMS[verb](request.POST if request.method == "POST" else None, options=OwnerOptions(today), today=today)
    changes = form.changes(actions) if form.is_valid() else []
    if form.is_valid() and "sure" in request.POST:
        return _made(request, form, changes)
    context = {"form": form, "do": verb, "actions": actions, "options": form.options}
    if not form.is_valid() or "again" in request.POST:
        return render(request, "actions/bulk_form.html", context, status=422 if form.errors else 200)
    context["changes"] = changes
    context["number"] = sum(not change.refusal for change in changes)
    context["preview"] = form.preview(changes) if context["number"] else ""
    return render(request, "actions/bulk_preview.html", context)


def _made(request: SignedIn, form: BulkForm, changes: list[bulk.Change]) -> HttpResponse:
    outcome = form.carry_out_all(changes, request.user, timezone.now())
    if outcome.done:
        messages.success(request, form.told(outcome.done))
    if outcome.left:
        messages.warning(
            request, f"Left as {'it is' if len(outcome.left) == 1 else 'they are'}: {outcome.left_in_words}"
        )
    return redirect("actions:bulk")

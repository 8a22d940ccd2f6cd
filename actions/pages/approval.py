"""A colleague's answer to approve: it goes out under the author's name, or goes back with what to change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions import answers
from actions.forms.answer import ReturnForm
from actions.models import Answer
from actions.workflow import MoveRefused
from people.requests import SignedIn
from people.roles import owner_required


def waiting_answer(request: SignedIn, pk: int) -> Answer:
    waiting = answers.waiting_for(request.user).select_related("on_behalf_of__officer", "on_behalf_of__post")
    return get_object_or_404(waiting.prefetch_related("attachments", "action__evidence"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def approval(request: SignedIn, pk: int) -> HttpResponse:
    """Read it. POST approves it, and it is sent."""
    draft = waiting_answer(request, pk)
    if request.method != "POST":
        return _show(request, draft, ReturnForm())
    try:
        action = answers.approve(draft, by=request.user, now=timezone.now())
        messages.success(
            request, f"You approved the answer to {action.reference}. It was sent under {draft.by}’s name."
        )
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:mine")


@require_POST
@owner_required
def give_back(request: SignedIn, pk: int) -> HttpResponse:
    """Back to the author."""
    draft = waiting_answer(request, pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _show(request, draft, form)
    try:
        answers.return_draft(draft, by=request.user, now=timezone.now(), note=form.cleaned_data["note"])
        messages.success(request, f"The answer went back to {draft.by}.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:mine")


def _show(request: SignedIn, draft: Answer, form: ReturnForm) -> HttpResponse:
    context = {"draft": draft, "action": draft.action, "form": form, "quotes": list(draft.action.evidence.all())}
    return render(request, "actions/approval.html", context, status=422 if form.errors else 200)

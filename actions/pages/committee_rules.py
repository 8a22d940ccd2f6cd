"""A committee's rules for answers: periods by kind, reminders, the ladder, who decides. For its clerks."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from actions.forms.committee_rules import CommitteeRulesForm
from meetings.models import Committee
from people.roles import clerk_required


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    committee = get_object_or_404(Committee.objects.clerked_by(request.user), slug=slug)
    form = CommitteeRulesForm(request.POST if request.method == "POST" else None, instance=committee)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "The rules are kept. Dates that were given already stay as they are.")
        return redirect("actions:committee_rules", slug)
    context = {"committee": committee, "form": form}
    return render(request, "actions/committee_rules.html", context, status=422 if form.errors else 200)

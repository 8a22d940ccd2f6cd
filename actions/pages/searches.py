"""What somebody keeps: searches of the register, and what they follow."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import searches
from actions.forms.searches import SearchForm
from actions.models import Action, Follow, SavedSearch
from people.requests import SignedIn
from people.roles import sign_in_required


@require_safe
@sign_in_required
def kept(request: SignedIn) -> HttpResponse:
    """Saved searches and follows; what is followed and no longer visible is shown by its reference alone."""
    follows = Follow.objects.filter(user=request.user, confirmed_at__isnull=False).select_related("action", "committee")
    visible = set(Action.objects.visible_to(request.user).filter(follows__in=follows).values_list("pk", flat=True))
    context = {"searches": request.user.saved_searches.all(), "follows": follows, "visible": visible}
    return render(request, "actions/kept.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@sign_in_required
def save(request: SignedIn) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = SearchForm(data, initial={"query": request.GET.urlencode()})
    if form.is_valid():
        try:
            row = searches.save(request.user, form.cleaned_data["name"], form.cleaned_data["query"], timezone.now())
        except searches.TooMany:
            form.add_error(None, f"You keep {searches.MOST} searches already. Remove one first.")
        else:
            messages.success(request, f"“{row.name}” is saved. You find it above the register and under Saved.")
            return redirect(f"{reverse('actions:register')}?{row.query}")
    return render(request, "actions/search_save.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@sign_in_required
def remove(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    row.delete()
    messages.success(request, f"“{row.name}” is removed.")
    return redirect("actions:kept")

"""Words that belong to services, and owners of indicators: tables to change, and what each would catch. For clerks."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions.catching import caught_by_indicator, caught_by_term
from actions.forms.terms import SHORTEST, MeasureForm, TermForm
from people.changes import log_change
from people.models import Indicator, Post, ServiceTerm, User
from people.roles import clerk_required

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def terms(request: HttpRequest) -> HttpResponse:
    """The words, searched; a form to add some, and to try them first."""
    form = TermForm(request.POST if request.method == "POST" else None, initial={"term": request.GET.get("try")})
    if request.method == "POST" and form.is_valid():
        term = form.save()
        _log(request, f"“{term.term}” belongs to {term.post}", term.post)
        messages.success(request, f"“{term.term}” belongs to {term.post} from now on.")
        return redirect("actions:term", term.pk)
    words, tried = request.GET.get("q", "").strip()[:200], " ".join(request.GET.get("try", "").split())[:100]
    found = ServiceTerm.objects.select_related("post")
    for word in words.split():
        found = found.filter(Q(term__icontains=word) | Q(post__title__icontains=word))
    context = {
        "form": form,
        "words": words,
        "tried": tried,
        "caught": caught_by_term(tried, None, cast(User, request.user)) if len(tried) >= SHORTEST else None,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "actions/terms.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def term(request: HttpRequest, pk: int) -> HttpResponse:
    """Words of a service: change them, and see which actions they would catch."""
    found = get_object_or_404(ServiceTerm.objects.select_related("post"), pk=pk)
    caught = caught_by_term(found.term, found.post, cast(User, request.user))
    was = f"{found.term}, {found.post}"
    form = TermForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        _log(request, f"“{found.term}” belongs to {found.post} (was “{was}”)", found.post)
        messages.success(request, f"“{found.term}” belongs to {found.post} from now on.")
        return redirect("actions:term", pk)
    context = {"form": form, "term": ServiceTerm.objects.select_related("post").get(pk=pk), "caught": caught}
    return render(request, "actions/term.html", context, status=422 if form.errors else 200)


@require_POST
@clerk_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """The words belong to nobody any more; actions that went by them stay where they are."""
    found = get_object_or_404(ServiceTerm.objects.select_related("post"), pk=pk)
    found.delete()
    _log(request, f"“{found.term}” does not belong to {found.post} any more", found.post)
    messages.success(request, f"“{found.term}” does not belong to {found.post} any more.")
    return redirect("actions:terms")


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def measures(request: HttpRequest) -> HttpResponse:
    """The indicators and their owners, searched; a form to add one."""
    form = MeasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        indicator = form.save()
        _log(request, f"{_described(indicator)} is added", indicator.post)
        messages.success(request, f"{indicator.code} is in the table now.")
        return redirect("actions:measure", indicator.pk)
    words, only = request.GET.get("q", "").strip()[:200], "ownerless" in request.GET
    found = Indicator.objects.select_related("post")
    ownerless = found.filter(post=None).count()
    for word in words.split():
        found = found.filter(Q(code__icontains=word) | Q(title__icontains=word) | Q(post__title__icontains=word))
    found = found.filter(post=None) if only else found
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "words": words, "only": only, "ownerless": ownerless, "page": page}
    return render(request, "actions/measures.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """An indicator: change its owner, and see which actions it would catch."""
    found = get_object_or_404(Indicator.objects.select_related("post"), pk=pk)
    caught = caught_by_indicator(found, cast(User, request.user))
    was = _described(found)
    form = MeasureForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        _log(request, f"{_described(found)} (was “{was}”)", found.post)
        messages.success(request, f"{found.code} is changed.")
        return redirect("actions:measure", pk)
    context = {"form": form, "measure": Indicator.objects.select_related("post").get(pk=pk), "caught": caught}
    return render(request, "actions/measure.html", context, status=422 if form.errors else 200)


def _described(indicator: Indicator) -> str:
    codes = f"{indicator.code}…" if indicator.is_prefix else indicator.code
    return f"Indicator {codes}: {indicator.title or 'no title'}, {indicator.post or 'no owner'}"


def _log(request: HttpRequest, what: str, post: Post | None) -> None:
    log_change(what, by=cast(User, request.user), now=timezone.now(), post=post)

"""The directory: posts and who holds them, officers, councillors, outside bodies. For clerks."""

import datetime
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions.forms.directory import ENTRIES, AwayForm, EntryForm, HolderForm
from actions.leavers import hand_over_leavers
from actions.models import Action
from actions.notices import telling
from people import listing
from people.changes import log_change
from people.models import Absence, Directorate, DirectoryChange, Officer, Post, Service, User
from people.roles import clerk_required
from people.wording import count_of, plain_date

PER_PAGE = 50
FEW = 10
LISTS = {
    "posts": ("Posts", "post", listing.posts),
    "officers": ("Officers", "officer", listing.officers),
    "councillors": ("Councillors", "councillor", listing.councillors),
    "bodies": ("Outside bodies", "body", listing.bodies),
}


@require_safe
@clerk_required
def directory(request: HttpRequest) -> HttpResponse:
    """One of the four lists, searched."""
    shown = request.GET.get("show", "posts")
    if shown not in LISTS:
        raise Http404
    today, words = timezone.localdate(), request.GET.get("q", "").strip()[:200]
    found = {name: look(words) for name, (_, _, look) in LISTS.items()}
    page = Paginator(found[shown], PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "words": words,
        "shown": shown,
        "label": LISTS[shown][0],
        "kind": LISTS[shown][1],
        "tabs": [(name, label, found[name].count()) for name, (label, _, _) in LISTS.items()],
        "page": page,
        "lines": _lines(shown, list(page), today),
        "today": today,
    }
    return render(request, "people/directory.html", context)


def _lines(shown: str, found: list[Any], today: datetime.date) -> list[Any]:
    if shown == "posts":
        return listing.post_lines(found, today)
    return listing.officer_lines(found, today) if shown == "officers" else found


@require_safe
@clerk_required
def changes(request: HttpRequest) -> HttpResponse:
    """Who changed what in the directory, the latest first."""
    words = request.GET.get("q", "").strip()[:200]
    found = DirectoryChange.objects.select_related("post", "officer")
    for word in words.split():
        found = found.filter(Q(what__icontains=word) | Q(by_name__icontains=word))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/changes.html", {"words": words, "page": page})


@require_safe
@clerk_required
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """A post: who holds it, who did, what it is called, whose words are its."""
    found = get_object_or_404(Post.objects.select_related("directorate", "service", "reports_to"), pk=pk)
    today = timezone.localdate()
    context = {
        "post": found,
        "line": listing.post_lines([found], today)[0],
        "holdings": found.holdings.select_related("officer").order_by(
            F("held_until").desc(nulls_first=True), "-held_from"
        ),
        "titles": found.other_titles.all(),
        "terms": found.terms.all(),
        "indicators": found.indicators.all(),
        "outstanding": Action.objects.visible_to(request.user).outstanding().filter(owner__post=found).count(),
        "changes": found.changes.all()[:FEW],
        "today": today,
    }
    return render(request, "people/post.html", context)


@require_safe
@clerk_required
def officer(request: HttpRequest, pk: int) -> HttpResponse:
    """An officer: posts over time, absences, open actions."""
    found = get_object_or_404(Officer.objects.select_related("user"), pk=pk)
    today = timezone.localdate()
    absences = found.absences.select_related("deputy")
    context = {
        "officer": found,
        "line": listing.officer_lines([found], today)[0],
        "holdings": found.holdings.select_related("post"),
        "absences": absences.filter(away_until__gte=today).order_by("away_from"),
        "past": absences.filter(away_until__lt=today)[:10],
        "covers": found.deputising.filter(away_until__gte=today).select_related("officer"),
        "outstanding": Action.objects.visible_to(request.user).outstanding().filter(owner__officer=found).count(),
        "changes": found.changes.all()[:FEW],
        "today": today,
    }
    return render(request, "people/officer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def edit(request: HttpRequest, kind: str, pk: int | None = None) -> HttpResponse:
    """Add or change a post, an officer, a councillor or an outside body."""
    if kind not in ENTRIES:
        raise Http404
    form_class, word = ENTRIES[kind]
    model = form_class._meta.model
    entry = get_object_or_404(model, pk=pk) if pk else model()
    form = _entry_form(request, form_class, entry)
    if request.method == "POST" and form.is_valid():
        saved = _save_entry(form, kind, word, cast(User, request.user))
        if saved:
            messages.success(request, f"{saved} is {'changed' if pk else 'in the directory now'}.")
            return redirect(_address(kind, saved.pk))
    context = {
        "form": form,
        "entry": entry if pk else None,
        "title": f"Change {entry}" if pk else f"Add {'an' if word[0] in 'aeiou' else 'a'} {word}",
        "back": _address(kind, pk),
        "lists": _suggestions() if kind == "post" else {},
    }
    return render(request, "people/entry.html", context, status=422 if form.errors else 200)


def _save_entry(form: EntryForm, kind: str, word: str, by: User) -> Any:
    """What was saved; None, with an error on the form, where the same was put in at this very moment."""
    try:
        return _save_and_log(form, kind, word, by)
    except IntegrityError:
        form.add_error(None, f"The same {word} was put in a moment ago. Look for it in the directory")
        return None


@transaction.atomic
def _save_and_log(form: EntryForm, kind: str, word: str, by: User) -> Any:
    """Save it with its line of the log, where anything changed."""
    is_new = form.instance.pk is None
    saved = form.save()
    of_one = {kind: saved} if kind in ("post", "officer") else {}
    if is_new or form.changed_data:
        what = f"{word.capitalize()} {saved}: {'added. ' if is_new else ''}{form.in_words()}"
        log_change(what, by=by, now=timezone.now(), **of_one)
    return saved


def _entry_form(request: HttpRequest, form_class: type[EntryForm], entry: object) -> EntryForm:
    data = request.POST if request.method == "POST" else None
    by = cast(User, request.user)
    return form_class(data, instance=entry, by=by, today=timezone.localdate())


def _suggestions() -> dict[str, list[str]]:
    directorates = list(Directorate.objects.values_list("name", flat=True))
    return {"directorates": directorates, "services": list(Service.objects.values_list("name", flat=True).distinct())}


def _address(kind: str, pk: int | None) -> str:
    """Where somebody goes after an entry: its own page where it has one, else its list."""
    if pk and kind == "post":
        return redirect("actions:post", pk).url
    if pk and kind == "officer":
        return redirect("actions:officer", pk).url
    shown = next(name for name, (_, of, _) in LISTS.items() if of == kind)
    return f"{redirect('actions:directory').url}?show={shown}"


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def holder(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes a post over. Standing actions go along at once, or on the day."""
    found, today, now = get_object_or_404(Post, pk=pk), timezone.localdate(), timezone.now()
    form = HolderForm(request.POST if request.method == "POST" else None, post=found, today=today)
    if request.method == "POST" and form.is_valid() and form.apply():
        log_change(form.in_words(), by=cast(User, request.user), now=now, post=found)
        first_day = form.cleaned_data["first_day"]
        words = f"{found} changes hands on {plain_date(first_day)}. Its actions go along on that day."
        if first_day <= today:
            moved = hand_over_leavers(today=today, now=now)
            telling.tell_changes(now, telling.AT_ONCE)
            words = f"{found} has changed hands. {count_of(len(moved), 'action').capitalize()} went along."
        messages.success(request, words)
        return redirect("actions:post", pk)
    line = listing.post_lines([found], today)[0]
    context = {"form": form, "post": found, "line": line}
    return render(request, "people/holder.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@clerk_required
def away(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down that an officer is away, and who deputises."""
    found = get_object_or_404(Officer, pk=pk)
    form = AwayForm(request.POST if request.method == "POST" else None, officer=found, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        absence = form.apply()
        if absence:
            cover = f"{absence.deputy.name} deputises" if absence.deputy else "Nobody deputises"
            until = plain_date(absence.away_until)
            what = f"{found.name} is away from {plain_date(absence.away_from)} until {until}. {cover}"
            log_change(what, by=cast(User, request.user), now=timezone.now(), officer=found)
            messages.success(request, f"{found.name} is put down as away until {until}. {cover}.{_left_alone(absence)}")
            return redirect("actions:officer", pk)
    return render(request, "people/away.html", {"form": form, "officer": found}, status=422 if form.errors else 200)


def _left_alone(absence: Absence) -> str:
    """For whom the officer was to deputise in the meantime."""
    covered = absence.officer.deputising.filter(
        away_from__lte=absence.away_until, away_until__gte=absence.away_from
    ).select_related("officer")
    names = ", ".join(sorted(one.officer.name for one in covered))
    return f" They were to deputise for {names}: while both are away emails go to {names}." if names else ""


@require_POST
@clerk_required
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """An officer is back, or not away after all: what is over of the absence stays, the rest goes."""
    absence, today = get_object_or_404(Absence.objects.select_related("officer"), pk=pk), timezone.localdate()
    was_until = absence.away_until
    if absence.away_from < today <= absence.away_until:
        absence.away_until = today - datetime.timedelta(days=1)
        absence.save(update_fields=["away_until"])
    elif absence.away_from >= today:
        absence.delete()
    what = f"{absence.officer.name} is not away any more; was until {plain_date(was_until)}"
    log_change(what, by=cast(User, request.user), now=timezone.now(), officer=absence.officer)
    messages.success(request, f"{absence.officer.name} is not away any more.")
    return redirect("actions:officer", absence.officer_id)

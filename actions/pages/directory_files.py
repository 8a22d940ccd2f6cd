"""The directory as CSV: out for clerks, in, with what it would change, for administrators."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.directory_files import DirectoryFileForm
from actions.leavers import hand_over_leavers
from actions.notices import telling
from actions.tables import neutral
from people import csv_councillors, csv_directory
from people.changes import log_changes
from people.csv_files import decode, write_sheet
from people.models import User
from people.roles import administrator_required, clerk_required
from people.wording import count_of

# kind in the address → the module that reads and writes it, and what it holds
KINDS: dict[str, tuple[Any, str]] = {
    "officers": (csv_directory, "officers and posts"),
    "councillors": (csv_councillors, "councillors"),
}
SHOWN = 500


@require_safe
@clerk_required
def export(request: HttpRequest, kind: str) -> HttpResponse:
    module, _ = _kind(kind)
    rows = ([neutral(cell) for cell in row] for row in module.rows_out())
    name = f"{kind}-{timezone.localdate().isoformat()}.csv"
    # With a byte-order mark, or Excel takes the letters for another encoding's.
    return HttpResponse(
        "\ufeff" + write_sheet(module.COLUMNS, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@administrator_required
def take_in(request: HttpRequest, kind: str) -> HttpResponse:
    """A file: first what it would change, then the change, all of it or nothing."""
    module, words = _kind(kind)
    form = DirectoryFileForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "kind": kind, "words": words, "columns": module.COLUMNS}
    if request.method == "POST" and form.is_valid():
        keep = "confirmed" in request.POST
        by = cast(User, request.user)
        sheet, changes = module.take_in(form.content, today=timezone.localdate(), keep=keep)
        if keep and not sheet.errors:
            log_changes([change.what for change in changes], by=by, now=timezone.now())
            messages.success(request, _taken(len(changes)))
            return redirect("actions:directory")
        context |= {"sheet": sheet, "changes": changes[:SHOWN], "number": len(changes), "text": decode(form.content)}
    wrong = bool(form.errors or ("sheet" in context and context["sheet"].errors))
    context["has_errors"] = wrong
    return render(request, "people/take_in.html", context, status=422 if wrong else 200)


def _kind(kind: str) -> tuple[Any, str]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _taken(number: int) -> str:
    """Let actions go along with their posts, and say what was done."""
    now = timezone.now()
    moved = hand_over_leavers(today=timezone.localdate(), now=now)
    telling.tell_changes(now, telling.AT_ONCE)
    along = f" {count_of(len(moved), 'action').capitalize()} went to the new holders of their posts." if moved else ""
    return f"{count_of(number, 'change').capitalize()} made in the directory.{along}"

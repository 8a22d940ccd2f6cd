"""Adding minutes, and watching how they are read."""

from zlib import crc32

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actions import intake, putting_back, taking_out
from actions.forms.intake import IntakeForm, MeetingDateForm, PutBackForm, SetAsideForm, TakeOutForm
from actions.models import Takeover
from actions.progress import steps_of
from actions.workflow import MoveRefused
from meetings.models import Source
from people.requests import SignedIn
from people.roles import clerk_required


@require_http_methods(["GET", "POST"])
@clerk_required
def add_minutes(request: SignedIn) -> HttpResponse:
    """Choose the committee, paste or upload; what comes in is kept and queued."""
    today = timezone.localdate()
    form = IntakeForm(
        request.POST or None, request.FILES or None, user=request.user, today=today, initial=request.GET.dict()
    )
    already = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("actions:source", _take_in(form, request).pk)
        except intake.AlreadyHere as error:
            already = error.source
            form.add_error(None, "These minutes are here already")
    context = {
        "form": form,
        "already": already,
        "recent": intake.recent_sources(request.user)[:6],
        "awaited": intake.meetings_without_minutes(request.user, today),
    }
    return render(request, "actions/intake.html", context, status=422 if form.errors else 200)


def _take_in(form: IntakeForm, request: SignedIn) -> Source:
    data = form.cleaned_data
    return intake.take_in(
        data["committee"], form.document, form.name, by=request.user, now=timezone.now(),
        given_date=data["date"], standing=data["standing"], exempt=data["exempt"],
    )  # fmt: skip


@require_GET
@clerk_required
def sources(request: SignedIn) -> HttpResponse:
    """Every document that came in, 50 to a page."""
    page = Paginator(intake.recent_sources(request.user), 50).get_page(request.GET.get("page"))
    return render(request, "actions/sources.html", {"page": page})


@require_GET
@clerk_required
def source(request: SignedIn, pk: int) -> HttpResponse:
    """How far one document is; htmx asks for the steps alone, and gets nothing while they are those it has seen."""
    found = get_object_or_404(Source.objects.visible_to(request.user).select_related("committee"), pk=pk)
    return _show(request, found)


def _show(
    request: SignedIn, found: Source, *, form: MeetingDateForm | None = None, aside_form: SetAsideForm | None = None,
    back_form: PutBackForm | None = None, out_form: TakeOutForm | None = None,
) -> HttpResponse:  # fmt: skip
    """With whichever form has errors, or all of them fresh."""
    steps = steps_of(found, now=timezone.now())
    seen = str(crc32(repr(steps).encode()))
    fragment = request.htmx.target == "progress"
    if fragment and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    context = {
        "source": found,
        "steps": steps,
        "meetings": intake.meetings_of(found),
        "form": form or MeetingDateForm(today=timezone.localdate()),
        "aside_form": aside_form or SetAsideForm(),
        "has_errors": bool(form or aside_form or back_form or out_form),
        "fragment": fragment,
        "seen": seen,
    }
    if takeover := Takeover.objects.select_related("source").filter(source=found).first():
        context["became"] = putting_back.became_of(takeover)
        context["back_refused"] = putting_back.why_not(takeover)
        context["back_form"] = back_form or PutBackForm()
    elif found.state == Source.State.READY:
        context["out_refused"] = taking_out.why_not(found)
        context["out_form"] = out_form or TakeOutForm(meetings=list(taking_out.left_without_minutes(found)))
    template = "actions/_source.html" if fragment else "actions/source.html"
    return render(request, template, context, status=422 if context["has_errors"] else 200)


@require_POST
@clerk_required
def retry(request: SignedIn, pk: int) -> HttpResponse:
    """Read a failed document once more."""
    found = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    try:
        intake.read_again(found, now=timezone.now())
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_POST
@clerk_required
def give_date(request: SignedIn, pk: int) -> HttpResponse:
    """The date that the minutes do not say; the reading goes on from there."""
    found = get_object_or_404(Source.objects.visible_to(request.user).select_related("committee"), pk=pk)
    form = MeetingDateForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        return _show(request, found, form=form)
    try:
        intake.read_again(found, now=timezone.now(), given_date=form.cleaned_data["date"])
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_POST
@clerk_required
def set_aside(request: SignedIn, pk: int) -> HttpResponse:
    """Nobody needs this document: it is kept, with who says so and why."""
    found = get_object_or_404(Source.objects.visible_to(request.user).select_related("committee"), pk=pk)
    form = SetAsideForm(request.POST)
    if not form.is_valid():
        return _show(request, found, aside_form=form)
    try:
        intake.set_aside(found, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"])
        messages.success(request, f"{found.name} is set aside. It is kept under Documents and can be brought back.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_POST
@clerk_required
def put_back(request: SignedIn, pk: int) -> HttpResponse:
    """These minutes were not to take the place of the earlier ones: those stand again."""
    found = get_object_or_404(Source.objects.visible_to(request.user).select_related("committee"), pk=pk)
    form = PutBackForm(request.POST)
    if not form.is_valid():
        return _show(request, found, back_form=form)
    try:
        putting_back.put_back(found, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"])
        messages.success(request, f"The earlier minutes stand again. {found.name} is set aside.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_POST
@clerk_required
def take_out(request: SignedIn, pk: int) -> HttpResponse:
    """These minutes were added by mistake: nothing of them is asked for any more."""
    found = get_object_or_404(Source.objects.visible_to(request.user).select_related("committee"), pk=pk)
    form = TakeOutForm(request.POST, meetings=list(taking_out.left_without_minutes(found)))
    if not form.is_valid():
        return _show(request, found, out_form=form)
    reason, cancels = form.cleaned_data["reason"], form.cleaned_data.get("cancels", False)
    try:
        taking_out.take_out(found, by=request.user, now=timezone.now(), reason=reason, cancels=cancels)
        messages.success(request, f"{found.name} is taken out and set aside. Nothing of it is asked for any more.")
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_POST
@clerk_required
def bring_back(request: SignedIn, pk: int) -> HttpResponse:
    """It is needed after all."""
    found = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    try:
        intake.bring_back(found)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("actions:source", pk)


@require_GET
@clerk_required
def source_file(request: SignedIn, pk: int) -> FileResponse:
    """The document as it came, as a download."""
    found = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    name = found.name if "." in found.name else f"{found.name}.txt"
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    return response

"""Which emails somebody gets: signed in, or by the link of an email without any sign-in."""

from typing import cast

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from actions.forms.notices import WANTED, PreferencesForm
from actions.models import Follow, Notice, NoticePreference
from actions.notices.emails import OPTIONAL, STOP_SALT
from people.models import User
from people.roles import sign_in_required


@require_http_methods(["GET", "HEAD", "POST"])
@sign_in_required
def preferences(request: HttpRequest) -> HttpResponse:
    return _choose(request, cast(User, request.user).email)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, token: str) -> HttpResponse:
    return _choose(request, _read(token)["email"])


def _choose(request: HttpRequest, email: str) -> HttpResponse:
    form = PreferencesForm(request.POST if request.method == "POST" else None, email=email)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your choice is kept.")
        return redirect(request.path)
    context = {"form": form, "email": email}
    return render(request, "actions/preferences.html", context, status=422 if form.errors else 200)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop one kind of email. Mail programs post here by themselves (RFC 8058), cookieless: the token is proof."""
    said = _read(token)
    email, kind = said["email"], said["kind"]
    if kind not in OPTIONAL:
        raise Http404
    if request.method == "POST":
        if "follow" in said:
            Follow.objects.filter(pk=said["follow"], email__iexact=email).delete()
        else:
            NoticePreference.objects.get_or_create(email=email.lower(), kind=kind)
    context = {
        "email": email,
        "words": WANTED[Notice.Kind(kind)][0],
        "token": token,
        "is_stopped": request.method == "POST",
    }
    return render(request, "actions/notices_stop.html", context)


def _read(token: str) -> dict:
    """What the link of an email says, unaltered; a link that somebody made up is not found."""
    try:
        return signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature as error:
        raise Http404 from error

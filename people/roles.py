"""Who may act. Every view declares its role with a decorator from here; what may be seen is `visible_to`.

A role follows from the records: a clerk clerks a committee, an officer or councillor is linked to the user,
an administrator is a superuser.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from .written import written_in


def is_administrator(user) -> bool:
    return bool(user.is_authenticated and user.is_active and user.is_superuser)


def is_clerk(user) -> bool:
    """Whether the user clerks any committee; an administrator may do what every clerk may."""
    return is_administrator(user) or bool(user.is_authenticated and user.clerked_committees.exists())


def is_clerk_of(user, committee) -> bool:
    if is_administrator(user):
        return True
    return bool(user.is_authenticated and user.clerked_committees.filter(pk=committee.pk).exists())


def is_officer(user) -> bool:
    return bool(user.is_authenticated and getattr(user, "officer", None))


def is_member(user) -> bool:
    return bool(user.is_authenticated and getattr(user, "councillor", None))


def owns(user, action) -> bool:
    """Whether the user is the action's owner or one of its joint owners, in person."""
    if not user.is_authenticated:
        return False
    owners = [action.owner] if action.owner else []
    return any(owner.user == user for owner in [*owners, *action.joint_owners.all()])


def _way_back(request: HttpRequest) -> str:
    """Where to go on after signing in: this page; of a form that was sent too late, the page that it stood on."""
    came_from = request.META.get("HTTP_REFERER", "")
    if request.method in ("GET", "HEAD") or not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return request.get_full_path()
    return urlsplit(came_from)._replace(scheme="", netloc="").geturl()


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page; whoever wrote a long text in a form that came too late is first shown it, to copy."""
    to_sign_in = redirect_to_login(_way_back(request))
    written = [] if request.headers.get("HX-Request") else written_in(request)
    if not written:
        return to_sign_in
    context = {"written": written, "sign_in": to_sign_in["Location"]}
    return render(request, "403_csrf.html", context, status=403)


def _required(test: Callable) -> Callable:
    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not test(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


clerk_required = _required(is_clerk)
administrator_required = _required(is_administrator)
officer_required = _required(is_officer)
owner_required = _required(lambda user: is_officer(user) or is_member(user) or is_clerk(user))
sign_in_required = _required(lambda user: True)

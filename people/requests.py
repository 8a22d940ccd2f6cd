"""Requests as views know them, for the type checker: with django-htmx's details, and behind a role signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from .models import User


class Visit(HttpRequest):
    """A request of anybody."""

    htmx: HtmxDetails


class SignedIn(Visit):
    """A request whose user a decorator of `roles` has let in."""

    user: User

"""The pages that say the same to everyone: how this works, help, guide, accessibility, privacy; one's own account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from people.roles import sign_in_required

from .guide import guide

app_name = "pages"


@require_safe
def how_this_works(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/how_this_works.html")


@require_safe
def help_and_contact(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def user_guide(request: HttpRequest) -> HttpResponse:
    html, chapters = guide()
    return render(request, "pages/guide.html", {"guide": html, "chapters": chapters})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
@sign_in_required
def account(request: HttpRequest) -> HttpResponse:
    return render(request, "account/home.html")


urlpatterns = [
    path("how-this-works/", how_this_works, name="how_this_works"),
    path("help/", help_and_contact, name="help"),
    path("help/guide/", user_guide, name="guide"),
    path("accessibility/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("account/", account, name="account"),
]

"""A page with htmx in the site's frame, for test_htmx.py: a form that is refused, one that is taken, and trouble."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

PAGE = """{% extends "base.html" %}{% block title %}Try{% endblock %}{% block content %}
<h1>Try</h1>
<div id="part">{% include part %}</div>
<button hx-post="/try/refused/" hx-target="#part">Refused</button>
<button hx-get="/try/broken/" hx-target="#part">Broken</button>
<button hx-get="/try/signed-out/" hx-target="#part">Signed out</button>
{% endblock %}"""
PART = """{% include "includes/error_summary.html" %}
<form hx-post="/try/send/" hx-target="#part" novalidate>{{ form }}<button>Send</button></form>"""


class NameForm(forms.Form):
    name = forms.CharField()


def render(request, source: str, **context) -> str:
    django = engines["django"]
    return django.from_string(source).render({"part": django.from_string(PART).template, **context}, request)


def show(request):
    return HttpResponse(render(request, PAGE, form=NameForm()))


def send(request):
    form = NameForm(request.POST)
    if not form.is_valid():
        return HttpResponse(render(request, PART, form=form), status=422)
    taken = '<h2 tabindex="-1" data-focus>Taken: {{ form.cleaned_data.name }}</h2>'
    return HttpResponse(render(request, taken, form=form), headers={"HX-Trigger": '{"announce": "One taken"}'})


def refused(request):
    raise PermissionDenied


def broken(request):
    return HttpResponse(status=503)


def signed_out(request):
    return redirect("account_login")


urlpatterns = [
    path("try/", show),
    path("try/send/", send),
    path("try/refused/", refused),
    path("try/broken/", broken),
    path("try/signed-out/", signed_out),
    path("", include("scrutiny.urls")),
]

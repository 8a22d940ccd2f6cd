"""Every include and tag on one page, under the longest navigation, for test_components.py."""

import datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from people import context
from people.fields import DateTypedField

TODAY = datetime.date(2026, 11, 9)
PAGE = """{% extends "base.html" %}{% load council %}{% block title %}Parts{% endblock %}
{% block body_class %}{{ density }}{% endblock %}
{% block breadcrumbs %}{% include "includes/breadcrumbs.html" with url1="/" label1="Actions register" url2="/c/" label2="Children and Young People" only %}{% endblock %}
{% block content %}
<div class="page-head"><h1><span class="page-head__caption num">CYP-2026-014</span> Parts of the pages</h1></div>
<p class="standing">{% status_tag "answered" %} <span>Answered {% day today %}, two days before it was due.</span></p>
{% include "includes/journey.html" with steps=steps only %}
<dl class="facts">{% include "includes/summary_row.html" with label="Who has it" value="Joanne Pritchard" why="Head of SEND" only %}{% include "includes/summary_row.html" with label="Due" value=today|long_date why="Moved once" only %}</dl>
<p>{% for kind in kinds %}{% status_tag kind %} {% endfor %}{% status_tag "plain" "Draft" %}</p>
<p>{% rag "red" %} {% rag "amber" %} {% rag "green" %} {% rag "done" %}</p>
<p>{% late_mark late today %}, {% late_mark today today %}, {% late_mark None today %}</p>
<div class="two-thirds"><div>
<h2>Form</h2>
{% include "includes/error_summary.html" %}
<form method="post" novalidate>{{ form }}{% include "includes/buttons.html" with submit="Send answer" second="Save draft" second_name="do" second_value="save" cancel_url="/" only %}</form>
<h2>Words</h2>
{% include "includes/evidence_key.html" only %}
{% include "includes/evidence.html" with quote="that a summary be given" resolved=True source="minute 36(b)" url="/m/" only %}
{% include "includes/evidence.html" with quote="the service agreed to share it" source="minute 36" only %}
<h2>History</h2>
{% include "includes/timeline.html" with events=events only %}
{% include "includes/files.html" with files=files only %}
</div><div class="aside"><section>
<h2>More</h2>
<dl class="summary-list">{% include "includes/summary_row.html" with label="Kind" value="Data" only %}{% include "includes/summary_row.html" with label="Measure" value="CYP09" url="/i/" number=True only %}</dl>
{% include "includes/notice.html" with text="You are covering for Tom." only %}
{% include "includes/notice.html" with kind="warning" heading="Someone was quicker" text="Nothing was changed." only %}
{% include "includes/notice.html" with kind="error" heading="Not read" text="The pages are pictures." only %}
</section></div></div>
<h2>List</h2>
{% include "includes/empty.html" with heading="No actions match" text="Try fewer words, or" url="/" link="clear the filters" only %}
{% include "includes/pagination.html" %}
{% endblock %}"""  # noqa: E501
STEPS = [
    {"label": "Asked", "state": "done", "on": TODAY},
    {"label": "Sent to the officer", "state": "done", "on": TODAY},
    {"label": "Answered", "state": "now", "on": TODAY},
    {"label": "Accepted by the committee", "state": "next", "on": TODAY, "expected": True},
]
PLACES = [context.WORK, context.ADD_MINUTES, context.MY_ACTIONS, context.REGISTER, context.MEETINGS]
PLACES += [context.COMMITTEES, context.DASHBOARD, context.DIRECTORY, context.ADMIN]


class AnswerForm(forms.Form):
    text = forms.CharField(label="Answer", help_text="Published with your name", widget=forms.Textarea)
    due = DateTypedField(label="New date", help_text="The next meeting is on 3 December")
    kind = forms.ChoiceField(choices=[("", "Any"), ("data", "Data")])
    whole = forms.ChoiceField(label="All of it?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
    wards = forms.MultipleChoiceField(choices=[("1", "Mill")], widget=forms.CheckboxSelectMultiple, required=False)
    agree = forms.BooleanField(label="I have checked it", help_text="All of it")
    papers = forms.FileField(label="Add files", help_text="Up to 20 MB each")


def show(request, density: str = "", data: dict | None = None):
    parts = {
        "density": density,
        "today": TODAY,
        "late": datetime.date(2026, 9, 1),
        "steps": STEPS,
        "kinds": ["proposed", "open", "answered", "complete", "dropped", "dismissed", "check", "private", "failed"],
        "events": [{"on": TODAY, "what": "Sent back: part met.", "rest": "The Chair asked", "note": "Date moved"}],
        "files": [{"name": "Children out of school", "url": "/f", "kind": "Excel", "size": 14336}],
        "form": AnswerForm(data),
        "page": Paginator(range(500), 50).page(5),
        "navigation": [context.Entry(place.label, "/try/", place is context.WORK, place.counted) for place in PLACES],
        "work_count": 26,
        "mine_count": 3,
    }
    return HttpResponse(engines["django"].from_string(PAGE).render(parts, request))


urlpatterns = [
    path("parts/", show),
    path("parts/work/", show, {"density": "work"}),
    path("parts/errors/", show, {"data": {"due": "31 November 2026"}}),
    path("", include("scrutiny.urls")),
]

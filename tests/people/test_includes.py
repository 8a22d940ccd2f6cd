"""Every include and tag that pages are built from, rendered and read back as HTML."""

import datetime
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string
from lxml import html

from people import marks
from people.fields import DateTypedField

TODAY = datetime.date(2026, 11, 9)
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def render(source: str, request=None, **context) -> str:
    return Template("{% load council %}" + source).render(
        RequestContext(request, context) if request else Context(context)
    )


def tree(source: str, **context):
    return html.fragment_fromstring(render(source, **context), create_parent=True)


def words(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


class AnswerForm(forms.Form):
    text = forms.CharField(label="Answer", help_text="Published with your name", widget=forms.Textarea)
    due = DateTypedField(label="New date", required=False)
    kind = forms.ChoiceField(choices=[("data", "Data"), ("report", "Report")])
    whole = forms.ChoiceField(label="All of it?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
    wards = forms.MultipleChoiceField(choices=[("1", "Mill"), ("2", "Quay")], widget=forms.CheckboxSelectMultiple)
    agree = forms.BooleanField(label="I have checked it", help_text="All of it")
    papers = forms.FileField(label="Add files")
    token = forms.CharField(widget=forms.HiddenInput)


def controls(root) -> list:
    return [e for e in root.iter("input", "select", "textarea") if e.get("type") != "hidden"]


@pytest.mark.parametrize("bound", [False, True])
def test_every_control_of_a_form_has_a_label_and_what_describes_it_exists(bound):
    root = tree("{{ form }}", form=AnswerForm({} if bound else None))
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    labelled = {label.get("for") for label in root.iter("label")}
    assert len(controls(root)) == 9
    assert all(control.get("id") in labelled for control in controls(root))
    described = [i for e in root.iter() for i in (e.get("aria-describedby") or "").split()]
    assert set(described) <= ids
    assert len(ids) == len([element for element in root.iter() if element.get("id")])


def test_a_field_in_error_says_so_in_words_and_to_a_screen_reader():
    root = tree("{{ form.text.as_field_group }}", form=AnswerForm({"text": ""}))
    box = root.find(".//textarea")
    assert box.get("aria-invalid") == "true"
    assert box.get("class") == "textarea"
    assert box.get("aria-describedby").split() == ["id_text_helptext", "id_text_error"]
    assert words(root.get_element_by_id("id_text_error")) == "Error: Fill in “Answer”"


def test_an_optional_field_says_so_unless_the_whole_form_is():
    assert "(optional)" in render("{{ form.due.as_field_group }}", form=AnswerForm())
    filters = AnswerForm()
    filters.marks_optional = False
    assert "(optional)" not in render("{{ form.due.as_field_group }}", form=filters)


def test_the_error_summary_links_to_a_control_that_is_there():
    form = AnswerForm({})
    form.full_clean()
    form.add_error(None, "Someone was quicker")
    root = tree('{% include "includes/error_summary.html" %}{{ form }}', form=form)
    links = [link.get("href")[1:] for link in root.find_class("error-summary")[0].iter("a")]
    ids = {element.get("id") for element in root.iter()}
    assert links[0] == "id_text"
    assert {"id_whole_0", "id_wards_0", "id_agree", "id_papers"} <= set(links)
    assert set(links) <= ids
    assert root.find_class("error-summary")[0].get("data-focus") is not None


def test_a_form_without_errors_has_no_error_summary():
    assert "There is a problem" not in render('{% include "includes/error_summary.html" %}', form=AnswerForm())


def test_what_someone_typed_is_escaped_in_a_field():
    html_text = render("{{ form.text.as_field_group }}", form=AnswerForm({"text": "</textarea><b>x"}))
    assert "<b>x" not in html_text


@pytest.mark.parametrize("kind", [kind for kind in marks.TAGS if kind != "plain"])
def test_every_status_has_a_word_and_a_shape(kind):
    root = tree("{% status_tag kind %}", kind=kind)
    assert words(root)
    assert root.find(".//svg").get("aria-hidden") == "true"


def test_a_tag_can_carry_its_own_word_and_escapes_it():
    assert "Choose &lt;who&gt;" in render('{% status_tag "check" word %}', word="Choose <who>")


@pytest.mark.parametrize("colour", marks.RAG)
def test_every_tracker_colour_has_a_word_and_a_shape(colour):
    root = tree("{% rag colour %}", colour=colour)
    assert words(root).lower() == colour
    assert root.find(".//svg") is not None


def test_lateness_is_marked_by_a_shape_and_words_only_when_it_is_late():
    late = tree("{% late_mark due today %}", due=datetime.date(2026, 10, 22), today=TODAY)
    assert words(late) == "2 weeks overdue"
    assert late.find(".//svg") is not None
    near = tree("{% late_mark due today %}", due=datetime.date(2026, 11, 10), today=TODAY)
    assert near.find("strong").get("class") == "soon"
    assert render("{% late_mark due today %}", due=datetime.date(2026, 11, 19), today=TODAY) == "Due in 10 days"
    assert render("{% late_mark due today %}", due=None, today=TODAY) == "No date yet"


def test_a_day_is_a_time_element():
    root = tree('{% day due "long" %}', due=datetime.date(2026, 11, 5))
    assert root.find("time").get("datetime") == "2026-11-05"
    assert words(root) == "Thursday 5 November 2026"
    assert render("{% day due %}", due=None) == "–"


def test_pages_of_a_list_keep_the_filters(rf):
    page = Paginator(range(1000), 50).page(7)
    root = tree(
        '{% include "includes/pagination.html" %}', page=page, request=rf.get("/", {"status": "open", "page": "7"})
    )
    hrefs = {words(link): link.get("href") for link in root.iter("a")}
    assert hrefs["Next page"] == "?status=open&page=8"
    assert [words(e) for e in root.iter("li")] == [
        "Page 1", "…", "Page 5", "Page 6", "Page 7", "Page 8", "Page 9", "…", "Page 20",
    ]  # fmt: skip
    assert "301 to 350 of 1000" in words(root)


def test_a_list_of_one_page_has_no_pages(rf):
    page = Paginator(range(3), 50).page(1)
    assert not render('{% include "includes/pagination.html" %}', page=page, request=rf.get("/")).strip()


STEPS = [
    {"label": "Asked", "state": "done", "on": TODAY},
    {"label": "Accepted", "state": "next", "on": TODAY, "expected": True},
]
INCLUDES = {
    "notice.html": ({"text": "You are covering", "kind": "warning", "heading": "Cover"}, "Cover You are covering"),
    "empty.html": (
        {"heading": "None", "text": "Use fewer words or", "url": "/", "link": "clear"},
        "None Use fewer words or clear",
    ),
    "summary_row.html": ({"label": "Kind", "value": "Data", "why": "as asked"}, "Kind Data as asked"),
    "breadcrumbs.html": ({"url1": "/a/", "label1": "Register", "url2": "/b/", "label2": "CYP"}, "Register CYP"),
    "buttons.html": ({"submit": "Send", "second": "Save draft", "cancel_url": "/"}, "Send Save draft Cancel"),
    "evidence.html": ({"quote": "be provided", "resolved": True}, "Resolved be provided"),
    "evidence_key.html": ({}, "Solid line resolved Dotted line said in discussion"),
    "files.html": ({"files": [{"name": "Table", "url": "/f", "kind": "Excel", "size": 14336}]}, "Table Excel, 14 KB"),
    "journey.html": ({"steps": STEPS}, "Asked 9 November 2026 Accepted Expected 9 November 2026"),
    "timeline.html": (
        {"events": [{"on": TODAY, "what": "Answered", "rest": "by Jo", "note": "Twice"}]},
        "9 November 2026 Answered by Jo Twice",
    ),
}


@pytest.mark.parametrize("name", INCLUDES)
def test_each_include_shows_what_it_is_given(name):
    context, expected = INCLUDES[name]
    shown = html.fragment_fromstring(render_to_string(f"includes/{name}", context), create_parent=True)
    assert words(shown) == expected


def test_each_include_says_on_top_what_it_takes():
    silent = [
        path.name for path in (TEMPLATES / "includes").glob("*.html") if "{% comment %}" not in path.read_text()[:40]
    ]
    assert silent == []


def test_no_template_holds_inline_style_or_script():
    printed = "tracker_document.html"  # a file to keep, with its styles inside, and what the PDF is made from
    pages = [path for path in TEMPLATES.rglob("*.html") if "emails" not in path.parts and path.name != printed]
    found = [
        str(path)
        for path in pages
        if any(bad in path.read_text() for bad in (" style=", "<style", "hx-on", "onclick=", "<script>", "javascript:"))
    ]
    assert found == []

import datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from people.fields import DateTypedField, parse_typed_date

TODAY = datetime.date(2026, 11, 9)
THIRD = datetime.date(2026, 12, 3)


class DueForm(forms.Form):
    due = DateTypedField(help_text="The next meeting is on 3 December")


@pytest.mark.parametrize(
    "text",
    [
        "3 December 2026",
        "3 Dec 2026",
        "3 dec 26",
        "3rd December 2026",
        "3rd of December, 2026",
        "03/12/26",
        "3/12/2026",
        "3.12.2026",
        "3-12-26",
        "3 12 2026",
        "2026-12-03",
        "2026/12/3",
        "December 3, 2026",
        "Thursday 3 December 2026",
        "Thu 3 Dec 2026",
        "thurs the 3rd december 2026",
        "  3   December  2026 ",
        "3-Dec-2026",
    ],
)
def test_a_date_may_be_typed_in_any_usual_way(text):
    assert parse_typed_date(text) == THIRD


def test_september_may_be_shortened_as_people_do():
    assert parse_typed_date("1 Sept 2026") == parse_typed_date("1 sep 26") == datetime.date(2026, 9, 1)


@pytest.mark.parametrize(("text", "lean", "expected"), [
    ("3rd December", "future", datetime.date(2026, 12, 3)),
    ("3/12", "past", datetime.date(2025, 12, 3)),
    ("8 October", "future", datetime.date(2027, 10, 8)),
    ("8 October", "past", datetime.date(2026, 10, 8)),
    ("9 November", "future", TODAY),
    ("9 November", "past", TODAY),
])  # fmt: skip
def test_a_year_left_out_is_the_nearest_on_the_side_the_field_leans_to(text, lean, expected):
    assert parse_typed_date(text, TODAY, lean) == expected


@pytest.mark.parametrize(("text", "words"), [
    ("soon", "for example 3 December 2026"),
    ("next Thursday", "for example 3 December 2026"),
    ("3 Decimber 2026", "for example 3 December 2026"),
    ("31 November 2026", "There is no 31 November 2026"),
    ("29/2/2027", "There is no 29 February 2027"),
    ("12/31/2026", "There is no month 31"),
    ("3 December 1026", "Check the year: 1026"),
    ("0000-01-01", "Check the year: 0"),
    ("Tuesday 3 December 2026", "3 December 2026 is a Thursday"),
    ("29 February", "Add the year"),
    ("31 November", "There is no 31 November 2026"),
])  # fmt: skip
def test_what_is_no_date_is_refused_with_the_reason(text, words):
    with pytest.raises(ValidationError) as refused:
        parse_typed_date(text, TODAY)
    assert words in refused.value.messages[0]


def test_without_today_a_date_must_have_its_year():
    with pytest.raises(ValidationError, match="Add the year"):
        parse_typed_date("3 December")


@given(some.dates(datetime.date(1970, 1, 1), datetime.date(2100, 12, 31)))
def test_a_date_shown_by_the_field_is_read_back_as_the_same(day):
    shown = DateTypedField().widget.format_value(day)
    assert parse_typed_date(shown) == day


@given(some.text(max_size=40))
def test_anything_typed_is_a_date_or_a_refusal_in_words(text):
    form = DueForm({"due": text})
    assert form.is_valid() or form.errors["due"][0]


def test_the_field_keeps_what_was_typed_beside_its_error():
    form = DueForm({"due": "31 November 2026"})
    assert not form.is_valid()
    html = str(form)
    assert 'value="31 November 2026"' in html
    assert "There is no 31 November 2026" in html


def test_an_empty_date_is_asked_for_by_example():
    assert DueForm({"due": " "}).errors["due"] == ["Write the date, for example 3 December 2026"]


def test_the_field_says_whether_the_date_was_changed():
    initial = {"due": THIRD}
    assert not DueForm({"due": "3/12/26"}, initial=initial).has_changed()
    assert DueForm({"due": "4/12/26"}, initial=initial).has_changed()
    assert DueForm({"due": "nonsense"}, initial=initial).has_changed()

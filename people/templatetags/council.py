"""What every template may use: `{% load council %}`. One tag or filter to a need; templates/README.md lists them."""

import datetime

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from people import marks, wording

register = template.Library()

register.filter("plain_date", wording.plain_date)
register.filter("long_date", wording.long_date)
register.filter("short_date", wording.short_date)
register.filter("clock", wording.clock)
register.filter("file_size", wording.file_size)
register.filter("percent_of", wording.percent)
register.simple_tag(wording.count_of)
register.simple_tag(marks.mark)
register.simple_tag(marks.tag, name="status_tag")
register.simple_tag(marks.rag)

DATE_STYLES = {"plain": wording.plain_date, "long": wording.long_date, "short": wording.short_date}
REQUIRED_WORDS = {
    "checkbox": "Tick “{}”",
    "choices": "Choose an answer: {}",
    "select": "Choose from the list: {}",
    "file": "Choose a file: {}",
    "textarea": "Fill in “{}”",
    "text": "Fill in “{}”",
}
CONTROL_CLASSES = {"select": "select", "textarea": "textarea", "text": "input"}
SOON_DAYS = 2


@register.simple_tag
def day(value: datetime.date | None, style: str = "plain") -> str | SafeString:
    """{% day action.due %}: <time datetime="2026-11-05">5 November 2026</time>; style is plain, long or short."""
    if value is None:
        return wording.UNKNOWN
    return format_html('<time datetime="{}">{}</time>', wording.as_day(value).isoformat(), DATE_STYLES[style](value))


@register.simple_tag
def late_mark(due: datetime.date | None, today: datetime.date) -> str | SafeString:
    """{% late_mark action.due today %}: lateness in words; a red triangle when it is past, bold when it is near."""
    words = wording.lateness(due, today)
    if due is None:
        return words
    days = (wording.as_day(due) - today).days
    if days < 0:
        return format_html('<strong class="late">{}{}</strong>', marks.mark("triangle"), words)
    return format_html('<strong class="soon">{}</strong>', words) if days < SOON_DAYS else words


@register.filter
def page_numbers(page: Page) -> list[int | None]:
    """The numbers to show under a list: first, last and those around this page; None where some are left out."""
    last = page.paginator.num_pages
    shown = sorted({1, last, *range(max(1, page.number - 2), min(last, page.number + 2) + 1)})
    numbers: list[int | None] = []
    for number in shown:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return numbers


@register.simple_tag(takes_context=True)
def page_query(context: template.Context, number: int, name: str = "") -> str:
    """{% page_query 3 %}: the address of this page with another number, and without `at`, which names a page itself.

    With a name, for a list beside the main one: {% page_query 3 "passed" %} is "?passed=3#passed".
    """
    query = context["request"].GET.copy()
    query.pop("at", None)
    query[name or "page"] = str(number)
    return f"?{query.urlencode()}{f'#{name}' if name else ''}"


@register.filter
def field_kind(field: BoundField) -> str:
    """How includes/field.html lays a field out: checkbox, choices, file, select, textarea or text."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.FileInput):
        return "file"
    if isinstance(widget, forms.Select):
        return "select"
    return "textarea" if isinstance(widget, forms.Textarea) else "text"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare control of a field in our style; its own classes (say "w-30") are kept, a placeholder is not."""
    style = CONTROL_CLASSES.get(field_kind(field), "")
    own = field.field.widget.attrs.get("class", "")
    classes = " ".join(filter(None, [style, own]))
    return field.as_widget(attrs={"class": classes or False, "placeholder": False})


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether to say "(optional)"; a form where nothing is required (filters) says `marks_optional = False`.

    A field that the form's own `clean` asks for is named in the form's `needed`.
    """
    asked_for = field.field.required or field.name in getattr(field.form, "needed", ())
    return not asked_for and getattr(field.form, "marks_optional", True)


@register.filter
def error_words(field: BoundField) -> list[str]:
    """A field's errors; Django's "This field is required." says which field, since the summary stands apart from it."""
    general = forms.Field.default_error_messages["required"]
    named = REQUIRED_WORDS[field_kind(field)].format(field.label)
    return [named if error == general else str(error) for error in field.errors]


@register.filter
def error_target(field: BoundField) -> str:
    """The id to jump to from the error summary: the control, or the first of several choices."""
    if field_kind(field) == "choices":
        return f"{field.auto_id}_0"
    return field.id_for_label

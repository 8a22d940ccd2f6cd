"""Django's forms in the site's own markup: what `{{ form }}` and `{{ form.name.as_field_group }}` write."""

from django.forms.renderers import TemplatesSetting


class CouncilFormRenderer(TemplatesSetting):
    form_template_name = "includes/form.html"
    field_template_name = "includes/field.html"

"""Words of services and owners of indicators, as clerks type them."""

from typing import Any, cast

from django import forms

from people.models import Indicator, ServiceTerm

SHORTEST = 2


class TermForm(forms.ModelForm):
    class Meta:
        model = ServiceTerm
        fields = ["term", "post"]
        labels = {"term": "Words", "post": "Post that answers for them"}
        help_texts = {
            "term": "As minutes say it, one thing at a time: breastfeeding. Initials count in capitals alone: SEND."
        }
        error_messages = {"term": {"required": "Write the words"}, "post": {"required": "Choose the post"}}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["post"]).empty_label = "Choose the post"

    def clean_term(self) -> str:
        term = " ".join(self.cleaned_data["term"].split())
        if len(term) < SHORTEST:
            raise forms.ValidationError("One letter is too little to go by")
        other = (
            ServiceTerm.objects.filter(term__iexact=term).exclude(pk=self.instance.pk).select_related("post").first()
        )
        if other:
            raise forms.ValidationError(f"“{other.term}” belongs to {other.post} already")
        return term


class MeasureForm(forms.ModelForm):
    class Meta:
        model = Indicator
        fields = ["code", "title", "is_prefix", "post"]
        labels = {
            "code": "Code",
            "title": "What it measures",
            "is_prefix": "It stands for every code that begins so",
            "post": "Post that owns it",
        }
        help_texts = {
            "code": "For example BCPC268; or the letters that several begin with.",
            "is_prefix": "A code with an owner of its own comes first.",
        }
        error_messages = {"code": {"required": "Write the code"}}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["post"]).empty_label = "Nobody yet"

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split())
        if "/" in code:
            raise forms.ValidationError("A code has no slash in it")
        if Indicator.objects.filter(code__iexact=code).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(f"{code} is in the table already")
        return code

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("is_prefix") and not data.get("post"):
            self.add_error("post", "Choose who owns the codes that begin so")
        return data

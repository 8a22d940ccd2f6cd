"""A box in which somebody of the directory is typed, with suggestions; works without JavaScript.

The form sets `options` (an `OwnerOptions`) on the field; the page holds one `<datalist>` for each `list`.
"""

from typing import Any

from django import forms

from actions.owner_choice import NobodyFits, OwnerOptions
from people.models import Councillor, Owner


class _TypedField(forms.Field):
    options: OwnerOptions
    list_id = ""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("widget", forms.TextInput(attrs={"list": self.list_id, "autocomplete": "off"}))
        super().__init__(**kwargs)

    def find(self, typed: str) -> Any:
        raise NotImplementedError

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Owner | Councillor) else value

    def clean(self, value: Any) -> Any:
        """The owner or councillor; whoever stood there before is kept even when they have left the directory."""
        typed = str(value or "").strip()
        if self.initial and typed == str(self.initial):
            return self.initial
        if not typed:
            return super().clean(None)
        try:
            return self.find(typed)
        except NobodyFits as error:
            raise forms.ValidationError(str(error)) from error


class OwnerField(_TypedField):
    """Whoever must act."""

    list_id = "owners"

    def find(self, typed: str) -> Owner:
        return self.options.owner(typed)


class CouncillorField(_TypedField):
    """Whoever asked."""

    list_id = "councillors"

    def find(self, typed: str) -> Councillor:
        return self.options.councillor(typed)

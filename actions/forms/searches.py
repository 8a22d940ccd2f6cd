"""The name of a search to keep."""

from django import forms


class SearchForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=100,
        error_messages={"required": "Write a name for the search, so that you find it again"},
    )
    query = forms.CharField(widget=forms.HiddenInput, max_length=2000, required=False)

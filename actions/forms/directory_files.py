"""A CSV file of the directory, as a file or as the text that a preview sends along."""

from typing import Any

from django import forms


class DirectoryFileForm(forms.Form):
    """`content` is the file's bytes, once the form is valid."""

    file = forms.FileField(
        label="The file",
        required=False,
        help_text="CSV: a spreadsheet saved as CSV. Start from the one that you can download here.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        error_messages={"empty": "The file is empty. Choose another one"},
    )
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    marks_optional = False
    content = b""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("file"):
            self.content = data["file"].read()
        elif data.get("text"):
            self.content = data["text"].encode()
        elif "file" not in self.errors:
            self.add_error("file", "Choose a file")
        return data

"""What a clerk fills in to add minutes: which committee, the text or file, and the date where the minutes have none."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from meetings.models import Committee, Meeting, Source
from people.fields import DateTypedField
from people.models import User
from people.wording import plain_date

SUFFIXES = ".docx,.doc,.pdf,.html,.htm,.odt,.rtf,.txt,.eml"  # what the file chooser offers; the content decides


class MeetingDateField(DateTypedField):
    """The day a meeting was held: typed, and not in the future."""

    def __init__(self, *, today: datetime.date | None = None, **kwargs: Any):
        super().__init__(today=today, lean="past", **kwargs)

    def clean(self, value: Any) -> datetime.date | None:
        day = super().clean(value)
        if day and self.today and day > self.today:
            raise forms.ValidationError("That day is still to come. Give the day on which the meeting was held")
        return day


class IntakeForm(forms.Form):
    """Needs `user` and `today`. Once valid, `document` is the bytes and `name` what to call them."""

    committee = forms.ModelChoiceField(
        Committee.objects.none(),
        empty_label="Choose a committee",
        error_messages={"required": "Choose the committee"},
        widget=forms.Select(attrs={"class": "w-30"}),
    )
    date = MeetingDateField(
        label="Date of the meeting",
        required=False,
        help_text="Needed only where the minutes do not say it. For example, 8 October 2026.",
    )
    how = forms.ChoiceField(
        label="The minutes", choices=[("paste", "Paste the text"), ("file", "Upload a file")], required=False
    )
    text = forms.CharField(
        label="Text of the minutes",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "textarea--words", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label="File",
        required=False,
        widget=forms.FileInput(attrs={"accept": SUFFIXES}),
        error_messages={"empty": "The file is empty. Choose another one, or paste the text"},
    )
    standing = forms.ChoiceField(
        label="Draft or confirmed",
        choices=[
            (Source.Standing.DRAFT, "Draft, not yet agreed by the committee"),
            (Source.Standing.CONFIRMED, "Confirmed"),
        ],
        initial=Source.Standing.DRAFT,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the minutes are draft or confirmed"},
    )
    exempt = forms.BooleanField(
        label="All of this document is exempt business",
        required=False,
        help_text="Tick this for the minutes of a private part that do not say so themselves.",
    )

    def __init__(self, *args: Any, user: User, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        committees = Committee.objects.clerked_by(user)
        choice: Any = self.fields["committee"]
        choice.queryset = committees
        choice.to_field_name = "slug"
        if len(committees) == 1:
            choice.initial = committees[0].slug
        date: Any = self.fields["date"]
        date.today = today
        self.fields["file"].help_text = (
            f"Word, PDF, web page, OpenDocument, RTF, email or plain text, up to {settings.MAX_MINUTES_MB} MB. "
            "Not a scan: there is no text in a picture."
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        text, file = (data.get("text") or "").replace("\r\n", "\n"), data.get("file")
        gave_file = bool(file) or "file" in self.errors
        if data.get("how") == "file" or (gave_file and not text.strip()):
            self._take_file(file)
        elif not text.strip():
            self.add_error("text", "Paste the text of the minutes, or choose a file")
        else:
            self.document, self.name = text.encode("utf-8", "replace"), "Pasted text"
        return data

    def _take_file(self, file: UploadedFile | None) -> None:
        if file is None:
            if "file" not in self.errors:
                self.add_error("file", "Choose a file, or paste the text")
        elif (file.size or 0) > settings.MAX_MINUTES_MB * 1024 * 1024:
            self.add_error("file", f"The file is bigger than {settings.MAX_MINUTES_MB} MB. Paste the text instead")
        else:
            self.document, self.name = file.read(), file.name or "File"


class MeetingDateForm(forms.Form):
    """The one thing that was missing: when the meeting was held."""

    date = MeetingDateField(label="Date of the meeting", help_text="For example, 8 October 2026.")

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["date"]
        field.today = today


class PutBackForm(forms.Form):
    """Why newer minutes are taken back."""

    reason = forms.CharField(
        max_length=500,
        label="Why these are taken back",
        help_text="For example: they are of another meeting. The document is kept, and can be read again.",
        widget=forms.TextInput(attrs={"class": "w-30"}),
        error_messages={"required": "Say why these are taken back"},
    )


class TakeOutForm(forms.Form):
    """Why minutes that are in use are taken out. `meetings`: those that would be left without any."""

    reason = forms.CharField(
        max_length=500,
        label="Why they are taken out",
        help_text="For example: they are another committee’s.",
        widget=forms.TextInput(attrs={"class": "w-30"}),
        error_messages={"required": "Say why they are taken out"},
    )
    cancels = forms.BooleanField(required=False)

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any):
        super().__init__(*args, **kwargs)
        if meetings:
            days = " and ".join(plain_date(meeting.date) for meeting in meetings)
            self.fields["cancels"].label = f"This committee did not meet on {days}: cancel that in the calendar"
        else:
            del self.fields["cancels"]


class SetAsideForm(forms.Form):
    """Why nobody has to read this document."""

    reason = forms.CharField(
        max_length=500,
        label="Why it is not needed",
        help_text="For example: it came in again as a Word file. The document is kept, and can be brought back.",
        error_messages={"required": "Say why it is not needed"},
    )

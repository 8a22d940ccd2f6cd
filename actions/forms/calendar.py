"""What clerks type on the calendar pages: a meeting, a whole calendar, days on which the council is closed."""

import datetime
from typing import Any

from django import forms

from meetings.calendar_files import parse_time, read_calendar
from meetings.calendar_rows import Reading
from meetings.models import Committee, Meeting
from meetings.working_days import SATURDAY
from people.fields import DateTypedField

LONGEST_CLOSURE = 31


class TimeTypedField(forms.CharField):
    """A time as people type it: 6.30pm, 18:30."""

    def __init__(self, **kwargs: Any):
        super().__init__(required=False, **{"max_length": 20, **kwargs})

    def clean(self, value: Any) -> datetime.time | None:
        text = super().clean(value)
        try:
            return parse_time(text) if text else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class MeetingForm(forms.Form):
    """One meeting. Needs `today`."""

    date = DateTypedField(label="Date", help_text="For example, 12 January 2027.")
    start_time = TimeTypedField(
        label="Time", help_text="For example, 6.30pm.", widget=forms.TextInput(attrs={"class": "w-10"})
    )
    place = forms.CharField(
        label="Place", required=False, max_length=300, widget=forms.TextInput(attrs={"class": "w-30"})
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["date"].today = today  # type: ignore[attr-defined]

    @classmethod
    def of(cls, meeting: Meeting, *args: Any, **kwargs: Any) -> "MeetingForm":
        time = f"{meeting.start_time:%H:%M}" if meeting.start_time else ""
        initial = {"date": meeting.date, "start_time": time, "place": meeting.place}
        return cls(*args, initial=initial, **kwargs)

    def values(self) -> tuple[datetime.date, datetime.time | None, str]:
        data = self.cleaned_data
        return data["date"], data["start_time"], data["place"]


class ImportForm(forms.Form):
    """A calendar, typed or as a file. Needs `committee` and `today`; `reading` is what it holds, errors and all."""

    file = forms.FileField(
        label="A file",
        required=False,
        help_text="CSV (a spreadsheet saved as CSV), or an .ics calendar, series included.",
        widget=forms.FileInput(attrs={"accept": ".csv,.ics,.txt"}),
        error_messages={"empty": "The file is empty. Choose another one"},
    )
    text = forms.CharField(
        label="Or type the meetings, one a line",
        required=False,
        help_text="Date, time, place. For example: 12 January 2027, 6.30pm, Council Chamber",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    cancel_missing = forms.BooleanField(
        label="Cancel meetings to come that it leaves out",
        required=False,
        help_text="Only those up to the last day that it names. Without this they stay as they are.",
    )

    def __init__(self, *args: Any, committee: Committee, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.committee, self.today = committee, today
        self.reading: Reading | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file, text = data.get("file"), data.get("text", "").strip()
        if file and text:
            self.add_error("text", "Give a file or type the meetings, not both")
        elif not file and not text and "file" not in self.errors:
            self.add_error("file", "Choose a file, or type the meetings below")
        else:
            content = file.read() if file else text.encode()
            self.reading = read_calendar(content, self.committee.name, self.today)
        return data


class ClosureForm(forms.Form):
    """Days on which the council is closed. Needs `today`."""

    first = DateTypedField(label="First day", help_text="For example, 29 December 2026.")
    last = DateTypedField(label="Last day", required=False, help_text="If it is more than one day.")
    reason = forms.CharField(
        label="Why",
        max_length=200,
        help_text="For example, Christmas shutdown.",
        error_messages={"required": "Say why"},
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("first", "last"):
            self.fields[name].today = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day is before the first")
        elif first and last and (last - first).days >= LONGEST_CLOSURE:
            self.add_error("last", f"That is more than {LONGEST_CLOSURE} days. Check the dates")
        elif first and not self.errors and not self.days():
            self.add_error("first", "That is a weekend, on which nobody works anyway")
        return data

    def days(self) -> list[datetime.date]:
        """The weekdays from the first to the last day."""
        first = self.cleaned_data["first"]
        last = self.cleaned_data["last"] or first
        days = [first + datetime.timedelta(days=number) for number in range((last - first).days + 1)]
        return [day for day in days if day.weekday() < SATURDAY]

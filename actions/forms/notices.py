"""What is typed about statutory clocks, what is held back, and which emails somebody wants."""

import datetime
from typing import Any

from django import forms

from actions.clocks import Clock
from actions.models import Notice, NoticePreference
from actions.notices.emails import OPTIONAL
from people.fields import DateTypedField

WANTED = {
    Notice.Kind.REMINDER: ("Reminders", "Some days before an action of yours is due."),
    Notice.Kind.DUE_TODAY: ("Due today", "On the day an action of yours is due."),
    Notice.Kind.CHANGE: (
        "Changes",
        "When somebody else changes an action of yours: its date moved, an answer sent back.",
    ),
    Notice.Kind.DIGEST: ("Weekly summary", "Once a week, what is open in your name."),
    Notice.Kind.FOLLOW: ("News of what I follow", "When something happens with an action or a committee you follow."),
}


class ClockForm(forms.Form):
    """Which clock, and the day of service. Needs `clocks` and `today`."""

    clock = forms.ChoiceField(
        label="Who must answer", widget=forms.RadioSelect, error_messages={"required": "Choose who must answer"}
    )
    served_on = DateTypedField(label="Day of service", lean="past", help_text="For example, 10 March 2026.")

    def __init__(self, *args: Any, clocks: list[Clock], today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["clock"].choices = [(clock.key, clock.label) for clock in clocks]  # type: ignore[attr-defined]
        self.fields["served_on"].today = today  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """One line that says why."""

    reason = forms.CharField(
        label="Why",
        max_length=500,
        widget=forms.TextInput(attrs={"class": "w-30"}),
        error_messages={"required": "Say why"},
    )


class PreferencesForm(forms.Form):
    """One box for each kind of email that may be done without; what is unticked is not sent. Needs `email`."""

    marks_optional = False

    def __init__(self, data: Any = None, *, email: str):
        self.email = email.lower()
        super().__init__(data)
        unwanted = set(NoticePreference.objects.filter(email__iexact=email).values_list("kind", flat=True))
        for kind in OPTIONAL:
            label, words = WANTED[kind]
            self.fields[kind.value] = forms.BooleanField(
                label=label, help_text=words, required=False, initial=kind.value not in unwanted
            )

    def save(self) -> None:
        """Keep what is unticked; each kind one row, whoever ticks twice."""
        wanted = [kind for kind in OPTIONAL if self.cleaned_data[kind.value]]
        NoticePreference.objects.filter(email__iexact=self.email, kind__in=wanted).delete()
        unwanted = [NoticePreference(email=self.email, kind=kind) for kind in OPTIONAL if kind not in wanted]
        NoticePreference.objects.bulk_create(unwanted, ignore_conflicts=True)

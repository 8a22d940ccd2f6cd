"""The decision about more time: the clerk's, or by the committee's setting the chair's."""

import datetime
from typing import Any

from django import forms

from actions import amendments
from actions.models import Action, MoreTimeRequest
from actions.verbs import decides_as_chair
from people.fields import DateTypedField
from people.models import User
from people.wording import plain_date

from .verbs import VerbForm, lines


class MoreTimeDecisionForm(VerbForm):
    """Needs `asked`, the request."""

    title, submit, said = "More time", "Decide", "It was decided, and the owner is told."
    decision = forms.ChoiceField(
        label="More time",
        choices=[("agree", "Agree to the date asked for"), ("other", "Agree to another date"), ("refuse", "Refuse")],
        error_messages={"required": "Choose what was decided"},
    )
    until = DateTypedField(label="The other date", required=False)
    note = forms.CharField(label="Note to the owner", required=False, widget=lines(2))

    def __init__(self, *args: Any, asked: MoreTimeRequest, **kwargs: Any):
        self.asked = asked
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        decision, until = data.get("decision"), data.get("until")
        if decision == "other" and not until and "until" not in self.errors:
            self.add_error("until", "Give the other date")
        if decision == "other" and until and until <= self.today:
            self.add_error("until", "Give a date that is still to come")
        if decision == "refuse" and not (data.get("note") or "").strip():
            self.add_error("note", "Say why it is refused")
        return data

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        data = self.cleaned_data
        amendments.decide_more_time(
            self.asked, by=by, now=now, agree=data["decision"] != "refuse", note=self._note(by),
            until=data["until"] if data["decision"] == "other" else None,
        )  # fmt: skip
        return self.action

    def _note(self, by: User) -> str:
        """Where the chair decides and the clerk writes it down, the history says whose decision it was."""
        committee = self.action.committee
        note = self.cleaned_data["note"].strip()
        if committee.more_time_decided_by == "chair" and not decides_as_chair(by, committee):
            return f"Decided by the Chair. {note}".strip()
        return note

    @property
    def asked_for(self) -> str:
        return plain_date(self.asked.new_due_on)

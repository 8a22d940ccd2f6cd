"""How long a committee gives for each kind of request, who is told when, and who decides."""

from typing import Any

from django import forms
from django.db import transaction

from actions.deadlines import USUAL_POLICY
from actions.models import Kind, ResponsePolicy
from meetings.models import Committee

LONGEST = 250
REMINDERS = ["reminder_days", "chase_head_after", "chase_chair_after"]


class CommitteeRulesForm(forms.ModelForm):
    """The committee's own fields, and a number of working days for each kind: empty is the next meeting."""

    marks_optional = False

    class Meta:
        model = Committee
        fields = ["reminder_days", "chase_head_after", "chase_chair_after", "closure_rule", "more_time_decided_by"]
        labels = {
            "reminder_days": "Remind the owner before it is due",
            "chase_head_after": "Tell the head of service when overdue by",
            "chase_chair_after": "Put on the chair’s list when overdue by",
            "closure_rule": "An action is complete when",
            "more_time_decided_by": "More time is decided by",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in REMINDERS:
            self.fields[name].widget.attrs["class"] = "w-5"
        own = dict(self.instance.policies.values_list("kind", "working_days"))
        for kind, number in (USUAL_POLICY | own).items():
            self.fields[f"days_{kind}"] = forms.IntegerField(
                label=Kind(kind).label, required=False, min_value=1, max_value=LONGEST, initial=number,
                widget=forms.TextInput(attrs={"class": "w-5", "inputmode": "numeric"}),
            )  # fmt: skip

    @property
    def period_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("days_")]

    @property
    def reminder_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in REMINDERS]

    @property
    def deciding_fields(self) -> list[forms.BoundField]:
        return [self["closure_rule"], self["more_time_decided_by"]]

    @transaction.atomic
    def save(self, commit: bool = True) -> Committee:
        """Keep what differs from the usual; dates that were given already stay."""
        committee = super().save(commit)
        committee.policies.all().delete()
        own = {kind: self.cleaned_data[f"days_{kind}"] for kind in USUAL_POLICY}
        ResponsePolicy.objects.bulk_create(
            ResponsePolicy(committee=committee, kind=kind, working_days=number)
            for kind, number in own.items()
            if number != USUAL_POLICY[kind]
        )
        return committee

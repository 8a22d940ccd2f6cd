"""The clerk's verbs on one action. Each form says what it is about and, once valid, carries it out.

A refused move (`MoveRefused`) goes through to the view, which says it in words.
"""

import datetime
from typing import Any

from django import forms
from django.db import transaction

from actions import amendments, workflow
from actions.deadlines import Due
from actions.models import Action, Kind
from actions.notices.recipients import person_key
from actions.owner_choice import OwnerOptions
from meetings.models import Committee
from people.fields import DateTypedField
from people.models import Owner, User

from .owner import CouncillorField, OwnerField
from .review import DUE_HINT, read_due


def lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "textarea--short"})


def reason_field(label: str, required: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=lines(), error_messages={"required": required}, **kwargs)


def minute_field(**kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label="Minute that accepted it", max_length=200, help_text="For example, 3 December 2026, minute 41(b).",
        error_messages={"required": "Give the minute that accepted it"}, **kwargs,
    )  # fmt: skip


def due_field(label: str, **kwargs: Any) -> forms.CharField:
    attrs = {"autocomplete": "off", "class": "w-30"}
    return forms.CharField(label=label, help_text=DUE_HINT, widget=forms.TextInput(attrs=attrs), **kwargs)


class VerbForm(forms.Form):
    """Needs `action`, `options` (who may be named) and `today`. `title` heads the page, `submit` is on the button."""

    title = submit = said = ""
    intro = ""
    is_warning = False

    def __init__(self, *args: Any, action: Action, options: OwnerOptions | None, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.action, self.today = action, today
        for field in self.fields.values():
            if isinstance(field, OwnerField | CouncillorField) and options:
                field.options = options
            if isinstance(field, DateTypedField):
                field.today = today
        self.prepare()

    def prepare(self) -> None:
        """What depends on the action: initial values, fields that its committee does without."""

    @property
    def by_committee(self) -> bool:
        return self.action.committee.closure_rule == Committee.ClosureRule.COMMITTEE

    def drop_minute_unless_needed(self) -> None:
        if not self.by_committee:
            del self.fields["minute"]

    def read_due(self, name: str) -> Due | None:
        typed = (self.cleaned_data.get(name) or "").strip()
        return read_due(typed, self.action.meeting, self.today) if typed else None

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        raise NotImplementedError


def redate(action: Action, due: Due, reason: str, by: User, now: datetime.datetime) -> None:
    """Set a due date that a clerk typed; a date is theirs, "next meeting" follows the calendar."""
    is_set = due.rule.get("rule") == "set"
    amendments.redate(
        action, due.on, by=by, now=now, reason=reason, rule=None if is_set else due.rule,
        working=reason if is_set else f"{due.working}. {reason}", due_meeting=due.meeting,
    )  # fmt: skip


class AcceptForm(VerbForm):
    title, submit, said = "Accept the answer", "Accept the answer", "The answer was accepted: the action is complete."
    minute = minute_field()
    note = forms.CharField(label="Note", required=False, help_text="Published in the history.", widget=lines(2))

    def prepare(self) -> None:
        self.drop_minute_unless_needed()
        if self.by_committee:
            self.title = "The committee accepted the answer"

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        data = self.cleaned_data
        return workflow.accept(self.action, by=by, now=now, minute=data.get("minute", ""), note=data["note"])


class SendBackForm(VerbForm):
    title, submit, said = "Send it back: part met", "Send it back", "It was sent back and is open again."
    intro = "The answer stays to be read. The action is open again until the rest has come."
    missing = reason_field(
        "What is missing", "Say what is missing", help_text="Published in the history, and sent to the owner."
    )
    due = due_field("New due date", required=False)

    def clean_due(self) -> Due | None:
        return self.read_due("due")

    @transaction.atomic
    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        action = workflow.send_back(self.action, by=by, now=now, missing=self.cleaned_data["missing"])
        if self.cleaned_data["due"]:
            redate(action, self.cleaned_data["due"], "New date for what is missing", by, now)
        return action


class CompleteForm(VerbForm):
    title, submit, said = "Mark it complete", "Mark it complete", "The action is complete."
    intro = "For what was done without a written answer: a visit held, a report brought to a meeting."
    note = reason_field("How it was done", "Say how it was done", help_text="Published in the history.")
    minute = minute_field()

    def prepare(self) -> None:
        self.drop_minute_unless_needed()

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        data = self.cleaned_data
        return workflow.complete(self.action, by=by, now=now, note=data["note"], minute=data.get("minute", ""))


class ReopenForm(VerbForm):
    title, submit, said = "Open it again", "Open it again", "The action is open again."
    reason = reason_field("Why it is opened again", "Say why it is opened again", help_text="Published in the history.")
    due = due_field("New due date", required=False)

    def clean_due(self) -> Due | None:
        return self.read_due("due")

    @transaction.atomic
    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        action = workflow.reopen(self.action, by=by, now=now, reason=self.cleaned_data["reason"])
        if self.cleaned_data["due"]:
            redate(action, self.cleaned_data["due"], "New date when it was opened again", by, now)
        return action


class DropForm(VerbForm):
    title, submit, said = "No longer required", "No longer required", "The action is no longer required."
    intro = "It stays in the register with the reason. It can be opened again."
    is_warning = True
    reason = reason_field(
        "Why it is no longer required", "Say why it is no longer required", help_text="Published in the history."
    )
    decided_by = forms.CharField(
        label="Who decided", max_length=200, help_text="For example, the committee on 3 December 2026, minute 41.",
        error_messages={"required": "Say who decided"},
    )  # fmt: skip

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        return workflow.drop(self.action, by=by, now=now, **self.cleaned_data)


class WordsForm(VerbForm):
    title, submit, said = "Change the words", "Save", "The words were changed."
    intro = "The words of the minutes stay as they are; the old summary stays in the history."
    summary = forms.CharField(
        label="Request, in one line", max_length=300, widget=lines(2),
        error_messages={"required": "Write what is asked for"},
    )  # fmt: skip
    kind = forms.ChoiceField(choices=Kind, widget=forms.Select(attrs={"class": "w-30"}))
    requester = CouncillorField(label="Asked by", required=False, help_text="Empty: the committee.")

    def prepare(self) -> None:
        for name in self.fields:
            self.fields[name].initial = getattr(self.action, name)

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        return amendments.edit(self.action, by=by, now=now, **self.cleaned_data)


class ExemptForm(VerbForm):
    title, submit, said = "Exempt, and what the public may know", "Save", "Saved. What the public see has changed."
    restricted = forms.BooleanField(
        label="This action is exempt", required=False,
        help_text="Its words, answer and files are kept from everybody but the clerk and whoever must act.",
    )  # fmt: skip
    public_summary = forms.CharField(
        label="What the public may know of it", required=False, widget=lines(),
        help_text="The only words the public will see. Empty: nothing of it is published.",
    )  # fmt: skip

    def prepare(self) -> None:
        self.fields["restricted"].initial = self.action.restricted
        self.fields["public_summary"].initial = self.action.public_summary
        if self.action.item and self.action.item.restricted:
            self.intro = "The whole item is exempt, so this action is too, whatever is ticked here."

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        return amendments.edit(self.action, by=by, now=now, **self.cleaned_data)


class ReassignForm(VerbForm):
    title, submit, said = "Give it to somebody else", "Give it to them", "The action has a new owner."
    owner = OwnerField(
        label="Who must act", help_text="A name or a post; anybody of the directory.",
        error_messages={"required": "Say who must act"},
    )  # fmt: skip
    note = reason_field("Why", "Say why it is theirs", help_text="Published in the history, and sent to the new owner.")

    def clean_owner(self) -> Owner:
        owner = self.cleaned_data["owner"]
        if self.action.owner and person_key(owner) == person_key(self.action.owner):
            raise forms.ValidationError(f"{owner.name} has it already")
        return owner

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        note = self.cleaned_data["note"]
        reason = f"Given by {by.name}: {note}"
        return amendments.assign(self.action, self.cleaned_data["owner"], by=by, now=now, reason=reason, note=note)


class RedateForm(VerbForm):
    title, submit, said = "Change the due date", "Change the date", "The due date was changed."
    due = due_field("New due date", error_messages={"required": "Give the new date"})
    reason = reason_field("Why", "Say why the date changes", help_text="Published in the history, beside the old date.")

    def clean_due(self) -> Due | None:
        return self.read_due("due")

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        redate(self.action, self.cleaned_data["due"], self.cleaned_data["reason"], by, now)
        return self.action


class PauseForm(VerbForm):
    title, submit, said = "Pause it", "Pause it", "The action is paused."
    intro = "Nobody is chased while it is paused. On the day that you give it runs on, and you are told."
    reason = reason_field("Why it is paused", "Say why it is paused", help_text="Published in the history.")
    until = DateTypedField(label="Look at it again on")

    def clean_until(self) -> datetime.date:
        until = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError("Give a day that is still to come")
        return until

    def carry_out(self, by: User, now: datetime.datetime) -> Action:
        data = self.cleaned_data
        return amendments.pause(self.action, by=by, now=now, reason=data["reason"], until=data["until"])


FORMS: dict[str, type[VerbForm]] = {
    "accept": AcceptForm,
    "send-back": SendBackForm,
    "complete": CompleteForm,
    "reassign": ReassignForm,
    "redate": RedateForm,
    "pause": PauseForm,
    "words": WordsForm,
    "exempt": ExemptForm,
    "drop": DropForm,
    "reopen": ReopenForm,
}
NAMES_PEOPLE = {"reassign", "words"}

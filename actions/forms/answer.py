"""What an owner fills in: the answer with its files, more time, whom to pass it to, that it is done."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from actions.attachments import OFFERED
from actions.models import Action, Answer
from actions.notices.recipients import person_key
from actions.owner_choice import NobodyFits, OwnerOptions
from people.fields import DateTypedField
from people.models import Owner, User

from .owner import OwnerField

SEND, SAVE, LOOK, ASK = "send", "save", "look", "ask"
WHOLE, PART = "whole", "part"
PUBLIC, PRIVATE = "public", "private"


def words_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What a draft keeps of what was typed, whatever is still wrong with it. What was unchosen is not kept."""
    kept = {"text": data.get("text", ""), "public_summary": data.get("public_summary", "")}
    if data.get("whole") == PART:
        kept["rest"] = data.get("rest", "")
    if data.get("openness") == PRIVATE:
        kept["private_reason"] = data.get("private_reason", "")
    elif "openness" in data:
        kept["public_summary"] = ""
    return kept


def typed_from(draft: Answer) -> dict[str, str]:
    """The other way about: a draft as the form shows it."""
    return {
        "text": draft.text,
        "public_summary": draft.public_summary,
        "whole": PART if draft.rest else WHOLE,
        "rest": draft.rest,
        "openness": PRIVATE if draft.private_reason else PUBLIC,
        "private_reason": draft.private_reason,
    }


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files; what may not be attached is refused one by one, in `attachments.py`."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [file for file in files if file]


class AnswerForm(forms.Form):
    """An answer. `purpose` is what the button said: a draft may be empty, what goes out may not."""

    text = forms.CharField(
        label="Answer",
        required=False,
        help_text="Leave an empty line between paragraphs.",
        widget=forms.Textarea(attrs={"rows": 9}),
    )
    uploads = ManyFilesField(label="Add files", required=False, widget=ManyFilesInput(attrs={"accept": OFFERED}))
    whole = forms.ChoiceField(choices=[(WHOLE, "Yes"), (PART, "Only part. The rest will follow")], required=False)
    rest = forms.CharField(
        label="What is still to come, and by when",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short"}),
    )
    openness = forms.ChoiceField(choices=[(PUBLIC, "Yes"), (PRIVATE, "No. Some of it is confidential")], required=False)
    private_reason = forms.CharField(
        label="Why",
        required=False,
        max_length=300,
        help_text="Published. For example: it would show who a child is (paragraph 2 of Schedule 12A).",
    )
    public_summary = forms.CharField(
        label="Public summary",
        required=False,
        help_text="The only words of your answer that the public see. Name nobody and nothing confidential.",
        widget=forms.Textarea(attrs={"rows": 4, "class": "textarea--short"}),
    )
    nothing_public = forms.BooleanField(label="Nothing of it can be public", required=False)
    approver = forms.CharField(
        label="Colleague’s name or post",
        required=False,
        help_text="They get an email. It goes out under your name when they approve it.",
        widget=forms.TextInput(attrs={"list": "owners", "autocomplete": "off", "class": "w-30"}),
    )
    marks_optional = False

    def __init__(
        self,
        *args: Any,
        action: Action,
        options: OwnerOptions,
        behalf: Owner | None,
        purpose: str = SAVE,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.options, self.purpose = options, purpose
        self.fields["uploads"].help_text = (
            f"Word, Excel, PowerPoint, PDF, CSV or pictures, up to {settings.MAX_ATTACHMENT_MB} MB each. "
            "Use files that people with screen readers can read."
        )
        if not action.is_exempt:
            whose = f"{behalf.name}’s name, and yours as its sender" if behalf else "your name"
            self.fields["text"].help_text = f"Published with {whose}. Leave an empty line between paragraphs."
            del self.fields["nothing_public"]
        else:
            del self.fields["openness"], self.fields["private_reason"]

    def clean_approver(self) -> User | None:
        typed = self.cleaned_data["approver"].strip()
        if self.purpose != ASK:
            return None
        if not typed:
            raise forms.ValidationError("Say who should approve it")
        owner = named_officer(typed, self.options)
        if owner.user is None or not owner.has_sign_in:
            raise forms.ValidationError(f"{owner.name} has no sign-in here, so they cannot approve it")
        return owner.user

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.purpose in {SEND, ASK}:
            if not (data.get("text") or "").strip():
                self.add_error("text", "Write the answer")
            if data.get("whole") == PART and not (data.get("rest") or "").strip():
                self.add_error("rest", "Say what is still to come, and by when")
            if "openness" in self.fields:
                self._decide_private(data)
            else:
                self._decide_public(data)
        return data

    def _decide_private(self, data: dict[str, Any]) -> None:
        if data.get("openness") != PRIVATE:
            return
        if not (data.get("private_reason") or "").strip():
            self.add_error("private_reason", "Say why it cannot be public")
        if not (data.get("public_summary") or "").strip():
            self.add_error("public_summary", "Write what the public may know")

    def _decide_public(self, data: dict[str, Any]) -> None:
        summary = (data.get("public_summary") or "").strip()
        if not summary and not data.get("nothing_public"):
            self.add_error("public_summary", "Write what the public may know, or tick that nothing can be public")
        if summary and data.get("nothing_public"):
            self.add_error("nothing_public", "There is a public summary. Take it out, or take this tick away")


class MoreTimeForm(forms.Form):
    """A later date, and why."""

    prefix = "time"
    until = DateTypedField(label="New date", help_text="For example, 3 December 2026.")
    reason = forms.CharField(
        label="Why more time is needed",
        help_text="Published with the new date if it is agreed.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short"}),
        error_messages={"required": "Say why more time is needed"},
    )

    def __init__(self, *args: Any, action: Action, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.action, self.today = action, today
        until: Any = self.fields["until"]
        until.today = today

    def clean_until(self) -> datetime.date:
        until = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError("Give a date that is still to come")
        if self.action.due_on and until <= self.action.due_on:
            raise forms.ValidationError("The new date must be later than the date it is due now")
        return until


class PassOnForm(forms.Form):
    """The colleague who should have it."""

    prefix = "pass"
    owner = OwnerField(label="Colleague’s name or post", error_messages={"required": "Say who should have it"})
    note = forms.CharField(
        label="Note to them, and to the clerk",
        required=False,
        help_text="Not published.",
        widget=forms.Textarea(attrs={"rows": 2, "class": "textarea--short"}),
    )

    def __init__(self, *args: Any, action: Action, options: OwnerOptions, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.action = action
        owner: Any = self.fields["owner"]
        owner.options = options

    def clean_owner(self) -> Owner:
        owner = self.cleaned_data["owner"]
        if owner.officer is None:
            raise forms.ValidationError("Pass it to an officer of the council. For anybody else ask the clerk")
        if self.action.owner and person_key(owner) == person_key(self.action.owner):
            raise forms.ValidationError(f"{owner.name} has it already")
        return owner


class DoneForm(forms.Form):
    """It is done, and there is nothing to write but how."""

    prefix = "done"
    note = forms.CharField(
        label="How it was done",
        help_text="Published. For example, “The visit took place on 20 November.”",
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short"}),
        error_messages={"required": "Say how it was done"},
    )


class ReturnForm(forms.Form):
    """What the author should change."""

    note = forms.CharField(
        label="What to change",
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short"}),
        error_messages={"required": "Say what should be changed"},
    )


def named_officer(typed: str, options: OwnerOptions) -> Owner:
    """The officer that the words mean; a form error for anybody else."""
    try:
        owner = options.owner(typed)
    except NobodyFits as error:
        raise forms.ValidationError(str(error)) from error
    if owner.officer is None:
        raise forms.ValidationError(f"“{typed}” is no officer of the council")
    return owner

"""What a clerk fills in at review: corrections of a proposal, why it is none, and actions or resolutions by hand."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from actions.deadlines import NEXT_MEETING, Due, DueRules, compute, rule_of_words, work_out_due
from actions.due_words import read_due_words
from actions.models import Action, Evidence, Kind
from actions.owner_choice import OwnerOptions
from actions.proposals import Entry
from actions.unsettled import standing_items
from meetings.models import AgendaItem, Meeting
from people.fields import parse_typed_date
from people.wording import long_date, plain_date

from .owner import CouncillorField, OwnerField

MOST = 2**31 - 1  # that a database takes for a number
MOST_ITEMS = 200  # of a meeting in a list to choose from
DUE_HINT = "A date, “next meeting” or “10 working days”."
DUE_EXAMPLE = "Write a date, for example 3 December 2026, or “next meeting”, or “10 working days”"
WHY_NOT = {
    "none": "Nobody is asked to do anything",
    "done": "It is done already",
    "same": "It is the same as another action",
    "other": "Another reason",
}
RESOLUTION_KINDS = [
    ("requested", "Requested"),
    ("recommended", "Recommended"),
    ("agreed", "Agreed"),
    ("approved", "Approved"),
    ("noted", "Noted"),
    ("other", "Other"),
]


def read_due(typed: str, meeting: Meeting, today: datetime.date) -> Due:
    """The due date that somebody typed: a date, or words counted from the meeting. Never before the meeting."""
    try:
        day = parse_typed_date(typed, today)
    except ValidationError as error:
        if error.code != "invalid":
            raise
    else:
        if day < meeting.date:
            words = f"{plain_date(day)} is before the meeting that asked for it, on {plain_date(meeting.date)}"
            raise ValidationError(words, code="too_early")
        return Due(day, {"rule": "set"}, f"Set at review: {long_date(day)}")
    rules = DueRules.load(meeting.committee)
    rule = rule_of_words(*read_due_words(typed, meeting.date), meeting.date, rules)
    if rule is None:
        raise ValidationError(DUE_EXAMPLE, code="invalid")
    return compute(rule, rules)


class _ActionForm(forms.Form):
    """What an action is made of. Needs `meeting`, `options` (who may be named) and `today`."""

    summary = forms.CharField(
        label="Request, in one line",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "textarea--short"}),
        error_messages={"required": "Write what is asked for", "max_length": "Write it in 300 characters or fewer"},
    )
    kind = forms.ChoiceField(choices=Kind)
    due = forms.CharField(required=False, help_text=DUE_HINT, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    owner = OwnerField(label="Who must act", required=False, help_text="A name or a post; anybody of the directory.")
    requester = CouncillorField(label="Asked by", required=False, help_text="Empty: the committee.")

    def __init__(self, *args: Any, meeting: Meeting, options: OwnerOptions, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.meeting, self.today = meeting, today
        for name in ("owner", "requester"):
            field: Any = self.fields[name]
            field.options = options
            field.initial = self.initial.get(name)

    def clean_due(self) -> Due | None:
        typed = self.cleaned_data["due"].strip()
        return read_due(typed, self.meeting, self.today) if typed else None


class EditForm(_ActionForm):
    """Corrections of one proposal. What was left as it stood is not changed."""

    restricted = forms.BooleanField(
        label="Exempt", required=False, help_text="Kept from everybody but the clerk and whoever must act."
    )
    public_summary = forms.CharField(
        label="What the public may know of it",
        required=False,
        help_text="Only where it is exempt.",
        widget=forms.Textarea(attrs={"rows": 2, "class": "textarea--short"}),
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any):
        self.action = action
        super().__init__(*args, meeting=action.meeting, initial=self._as_it_stands(action), **kwargs)
        # The hint stands below the two boxes that share a line (templates/actions/_review_form.html).
        self.fields["due"].help_text = ""
        self.fields["due"].widget.attrs["aria-describedby"] = "due-hint"
        if action.item and action.item.restricted:
            self.fields["restricted"].disabled = True
            self.fields["restricted"].help_text = "Its whole item is exempt: untick the item beside the minutes first."
        owner: Any = self.fields["owner"]
        owner.required = action.owner is not None
        owner.error_messages["required"] = "Say who must act"

    @staticmethod
    def _as_it_stands(action: Action) -> dict[str, Any]:
        waits = action.due_rule.get("rule") == NEXT_MEETING and action.due_on is None
        return {
            "summary": action.summary,
            "kind": action.kind,
            "due": "next meeting" if waits else plain_date(action.due_on) if action.due_on else "",
            "owner": action.owner,
            "requester": action.requester,
            "restricted": action.is_exempt,
            "public_summary": action.public_summary,
        }

    def clean_due(self) -> Due | None:
        typed = self.cleaned_data["due"].strip()
        return None if typed == self.initial["due"] else super().clean_due()

    def new_due(self) -> Due | None:
        """The date to set; None to leave it. A date by the rule for the kind follows the kind, unless the words of the
        minutes, which an earlier version may not have understood, fix a day."""
        data = self.cleaned_data
        if "due" in self.changed_data:
            return data["due"] or Due(None, {"rule": "set"}, "Left open at review: there is no date")
        if data["kind"] == self.action.kind or "kind" not in self.action.due_rule:
            return None
        meeting, words = self.action.meeting, self.action.due_words or None
        return work_out_due(
            kind=data["kind"], due_words=words, due=None, committee=meeting.committee, met_on=meeting.date
        )

    def changes(self) -> dict[str, Any]:
        """Words, kind, requester and exemption, as they are to be."""
        names = ("summary", "kind", "requester", "restricted", "public_summary")
        return {name: self.cleaned_data[name] for name in names}


class DismissForm(forms.Form):
    """Why a proposal is no action; the same as another one means that the two are merged."""

    why = forms.ChoiceField(
        label="Why is it not an action?",
        choices=list(WHY_NOT.items()),
        widget=forms.RadioSelect,
        initial="none",
        error_messages={"required": "Say why it is not an action"},
    )
    same_as = forms.ChoiceField(label="Which one", required=False)
    reason = forms.CharField(label="The reason", required=False, max_length=500)

    def __init__(self, *args: Any, action: Action, entries: list[Entry], **kwargs: Any):
        super().__init__(*args, **kwargs)
        others = [each for each in entries if each.action != action and not each.is_dismissed]
        field: Any = self.fields["same_as"]
        field.choices = [
            ("", "Choose"),
            *((each.action.pk, f"{each.number}. {each.action.summary}") for each in others),
        ]
        self.others = {str(each.action.pk): each.action for each in others}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("why") == "same" and not data.get("same_as"):
            self.add_error("same_as", "Choose which action it is the same as")
        if data.get("why") == "other" and not (data.get("reason") or "").strip():
            self.add_error("reason", "Write the reason")
        return data

    def same_action(self) -> Action | None:
        """The action that it is to be merged into, where that is the reason."""
        return self.others[self.cleaned_data["same_as"]] if self.cleaned_data["why"] == "same" else None

    def words(self) -> str:
        why = self.cleaned_data["why"]
        return self.cleaned_data["reason"] if why == "other" else WHY_NOT[why]


class _ItemFields(forms.Form):
    """Which item of the agenda: one of the meeting's, or a new one by its title."""

    item = forms.ModelChoiceField(
        AgendaItem.objects.none(), label="Agenda item", required=False, empty_label="Choose, or name another one below"
    )
    new_item = forms.CharField(
        label="Title of another item", required=False, max_length=500, help_text="Only where it is not in the list."
    )
    needed = ("item",)  # one of the two is: the first does not say "(optional)"

    def limit_items(self, meeting: Meeting) -> None:
        """Any item of the meeting may be named; the list offers the first of very many, and the one asked for."""
        field: Any = self.fields["item"]
        items = standing_items(meeting).select_related("meeting__committee").defer("paragraphs")
        field.queryset = items
        offered = list(items[: MOST_ITEMS + 1])
        if len(offered) <= MOST_ITEMS:
            return
        asked = str(self.data.get("item") or self.initial.get("item") or "")
        chosen = items.filter(pk=asked) if asked.isdecimal() else items.none()
        offered = [*chosen.exclude(pk__in=[item.pk for item in offered[:-1]]), *offered[:-1]]
        field.widget.choices = [("", field.empty_label), *((item.pk, str(item)) for item in offered)]
        field.help_text = f"The first {MOST_ITEMS} items. For a later one, begin from it in the minutes."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("item") and not (data.get("new_item") or "").strip():
            self.add_error("item", "Choose the agenda item, or give the title of another one")
        return data


class AddForm(_ItemFields, _ActionForm):
    """An action by hand. Places of selected words come in `source`, `start` and `end`."""

    words = forms.CharField(
        label="The words it rests on",
        required=False,
        help_text="As they stand in the minutes, where there are any.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short textarea--words"}),
    )
    origin = forms.ChoiceField(
        label="These words were",
        choices=[(Evidence.Origin.SAID, "Said in discussion"), (Evidence.Origin.RESOLVED, "Resolved")],
        initial=Evidence.Origin.SAID,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(choices=[("", "Take it from the words"), *Kind.choices], required=False)
    source = forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, min_value=0, max_value=MOST, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, max_value=MOST, widget=forms.HiddenInput)

    field_order = ("item", "new_item", "words", "origin", "summary", "kind", "due", "owner", "requester")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.limit_items(self.meeting)
        self.fields["owner"].help_text = "A name or a post. Empty: whoever the words name, else as for any other."
        self.fields["due"].help_text = f"{DUE_HINT} Empty: the day in the words, else by the committee’s rule."


class ResolutionForm(_ItemFields):
    """A resolution by hand."""

    text = forms.CharField(
        label="What was resolved",
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short textarea--words"}),
        error_messages={"required": "Write what was resolved"},
    )
    number = forms.CharField(label="Its number or letter", required=False, max_length=20)
    kind = forms.ChoiceField(choices=RESOLUTION_KINDS, initial="other")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.limit_items(meeting)

"""One form for each change that can be made to several actions at once; each says what would become of an action."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from actions import amendments, bulk
from actions.bulk import Change, Outcome
from actions.deadlines import Due
from actions.late import reminded_on
from actions.models import Action, Status
from actions.notices import telling
from actions.notices.cards import due_words
from actions.notices.outbox import on_which_day
from actions.notices.recipients import person_key
from actions.owner_choice import OwnerOptions
from actions.verbs import LABELS
from people.models import User
from people.wording import count_of, plain_date

from .owner import OwnerField
from .review import read_due
from .verbs import due_field, lines, reason_field, redate


class BulkForm(forms.Form):
    """Needs `options` (who may be named) and `today`. `before` heads the column of what is so now."""

    title = submit = said = before = after = ""
    look = "See what would change"

    def __init__(self, *args: Any, options: OwnerOptions, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.options, self.today = options, today
        for field in self.fields.values():
            if isinstance(field, OwnerField):
                field.options = options

    def changes(self, actions: Iterable[Action]) -> list[Change]:
        return [self.change(action) for action in actions]

    def change(self, action: Action) -> Change:
        raise NotImplementedError

    def preview(self, changes: list[Change]) -> str:
        """What is about to be done, of changes of which one at least can be made."""
        number = sum(not change.refusal for change in changes)
        return f"{count_of(number, 'action').capitalize()} would change"

    def told(self, done: list[Action]) -> str:
        """What was done, of one action at least."""
        return f"{count_of(len(done), 'action').capitalize()} {'was' if len(done) == 1 else 'were'} {self.said}."

    def carry_out(self, action: Action, by: User, now: datetime.datetime) -> Action:
        raise NotImplementedError

    def carry_out_all(self, changes: list[Change], by: User, now: datetime.datetime) -> Outcome:
        return bulk.carry_out(self, changes, by=by, now=now)


def refusal_of(action: Action, verb: str) -> str:
    """Why the verb is not for the action as it stands; "" where it is."""
    if action.status in LABELS[verb][1]:
        return ""
    return f"It is {Status(action.status).label.lower()}"


class BulkReassignForm(BulkForm):
    title, submit, said = "Give actions to somebody else", "Give them", "given to somebody else"
    before, after = "Who has it now", "Who gets it"
    owner = OwnerField(
        label="Who must act", help_text="A name or a post; anybody of the directory.",
        error_messages={"required": "Say who must act"},
    )  # fmt: skip
    note = reason_field(
        "Why", "Say why they are theirs", help_text="Published in the history, and sent to the new owner."
    )

    def change(self, action: Action) -> Change:
        new, now = self.cleaned_data["owner"], action.owner
        refusal = refusal_of(action, "reassign")
        if not refusal and now and person_key(now) == person_key(new):
            refusal = f"{new.name} has it already"
        return Change(action, now.name if now else "Nobody", new.name, refusal)

    def carry_out(self, action: Action, by: User, now: datetime.datetime) -> Action:
        note = self.cleaned_data["note"]
        reason = f"Given by {by.name}: {note}"
        return amendments.assign(action, self.cleaned_data["owner"], by=by, now=now, reason=reason, note=note)


class BulkRedateForm(BulkForm):
    title, submit, said = "Change due dates", "Change the dates", "given a new date"
    before, after = "Due now", "New date"
    due = due_field("New due date", error_messages={"required": "Give the new date"})
    reason = reason_field("Why", "Say why the dates change", help_text="Published in the history, beside the old date.")

    def due_of(self, action: Action) -> Due:
        """What the words mean for the action's meeting, read once for each."""
        if action.meeting_id not in self.dues:
            action.meeting.committee = action.committee
            self.dues[action.meeting_id] = read_due(self.cleaned_data["due"], action.meeting, self.today)
        return self.dues[action.meeting_id]

    def changes(self, actions: Iterable[Action]) -> list[Change]:
        """The words are read for each meeting; what makes no sense for any of them is an error of the field."""
        self.dues: dict[int, Due] = {}
        try:
            return super().changes(actions)
        except ValidationError as error:
            self.add_error("due", error)
            return []

    def change(self, action: Action) -> Change:
        due = self.due_of(action)
        new = plain_date(due.on) if due.on else "At the next meeting, no date yet"
        refusal = refusal_of(action, "redate")
        if not refusal and due.on == action.due_on:
            refusal = "It has that date already"
        return Change(action, plain_date(action.due_on) if action.due_on else "No date", new, refusal)

    def carry_out(self, action: Action, by: User, now: datetime.datetime) -> Action:
        redate(action, self.due_of(action), self.cleaned_data["reason"], by, now)
        return action


class BulkChaseForm(BulkForm):
    title, look, submit = "Chase", "See who is asked for what", "Send the emails"
    before, after = "Who has it", "How it stands"
    note = forms.CharField(
        label="Your words to them", required=False, widget=lines(),
        help_text="Stands above the list of their actions. Each person gets one email for each committee.",
    )  # fmt: skip

    def changes(self, actions: Iterable[Action]) -> list[Change]:
        actions = list(actions)
        self.chased = telling.chased_on(actions, self.today)
        self.reminded = reminded_on([action.pk for action in actions])
        return super().changes(actions)

    def change(self, action: Action) -> Change:
        last = self.reminded.get(action.pk)
        note = f"Last reminded on {plain_date(last)}" if last else "Not reminded yet"
        owner = action.owner.name if action.owner else "Nobody"
        refusal = telling.why_not_chased(action, self.chased)
        return Change(action, owner, due_words(action, self.today), refusal, note)

    def preview(self, changes: list[Change]) -> str:
        return self.in_words([change.action for change in changes if not change.refusal], "would be", "would be")

    def told(self, done: list[Action]) -> str:
        return f"{self.in_words(done, 'is', 'are')}."

    def in_words(self, asked: list[Action], one: str, several: str) -> str:
        """2 emails about 5 actions are sent on Monday 3 August 2026, the next working day."""
        emails = len({(person_key(action.owner), action.committee_id) for action in asked if action.owner})
        words = f"{count_of(emails, 'email').capitalize()} about {count_of(len(asked), 'action')}"
        return f"{words} {one if emails == 1 else several} sent{on_which_day(asked[0].committee, self.today)}"

    def carry_out_all(self, changes: list[Change], by: User, now: datetime.datetime) -> Outcome:
        return bulk.chase(changes, by=by, now=now, note=self.cleaned_data["note"])


FORMS: dict[str, type[BulkForm]] = {
    "reassign": BulkReassignForm,
    "redate": BulkRedateForm,
    "chase": BulkChaseForm,
}

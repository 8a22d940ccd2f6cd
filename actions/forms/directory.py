"""What clerks type on the directory's pages: who takes a post over, who is away, posts, officers, councillors and
outside bodies.
"""

import datetime
from typing import Any

from django import forms

from people.fields import DateTypedField
from people.models import (
    Absence,
    Councillor,
    Directorate,
    Officer,
    OutsideBody,
    Post,
    PostHolding,
    PostTitle,
    Service,
    User,
)
from people.posts import DirectoryRefused, change_holder, correct_holding, put_away, save_post
from people.roles import is_administrator
from people.wording import plain_date


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _said(value: Any) -> str:
    return plain_date(value) if isinstance(value, datetime.date) else str(value or "")


class EntryForm(forms.ModelForm):
    """An entry of the directory. Needs `by` and `today`. The email of somebody who signs in is the administrators'."""

    def __init__(self, *args: Any, by: User, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, DateTypedField):
                field.today = today
        if "email" in self.fields and getattr(self.instance, "user", None) and not is_administrator(by):
            self.fields["email"].disabled = True
            self.fields["email"].help_text = "They sign in, so an administrator changes it."

    def in_words(self) -> str:
        """What was changed, for the log: "Ward: Castle (was Moor End)"."""
        parts = []
        for name in self.changed_data:
            old, new = (" | ".join(_lines(_said(value))) for value in (self._was(name), self.cleaned_data.get(name)))
            was = f" (was {old})" if old else ""
            parts.append(f"{self.fields[name].label}: {new or 'nothing'}{was}")
        return "; ".join(parts)

    def _was(self, name: str) -> Any:
        value = self.initial.get(name)
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField) and value:
            return field.queryset.filter(pk=value).first() if field.queryset is not None else value
        return value


class PostForm(EntryForm):
    title = forms.CharField(label="Title", max_length=200)
    directorate = forms.CharField(
        label="Directorate", required=False, max_length=200, widget=forms.TextInput(attrs={"list": "directorates"})
    )
    service = forms.CharField(
        label="Service", required=False, max_length=200, widget=forms.TextInput(attrs={"list": "services"})
    )
    reports_to = forms.ModelChoiceField(
        Post.objects.all(), label="Reports to", required=False, empty_label="Nobody",
        help_text="Who is told when an answer of this post is long overdue.",
    )  # fmt: skip
    former = forms.CharField(
        label="Former titles", required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "textarea--short"}),
        help_text="One a line, as older minutes call the post. A title that you change joins them by itself.",
    )  # fmt: skip
    abbreviations = forms.CharField(
        label="Abbreviations", required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "textarea--short"}),
        help_text="One a line, for example DCS.",
    )  # fmt: skip

    class Meta:
        model = Post
        fields = ["title", "reports_to"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.order_fields(["title", "directorate", "service", "reports_to", "former", "abbreviations"])
        post = self.instance
        if post.pk:
            others = list(post.other_titles.all())
            self.fields["reports_to"].queryset = Post.objects.exclude(pk=post.pk)  # type: ignore[attr-defined]
            self.initial.update(
                {
                    "directorate": post.directorate.name if post.directorate else "",
                    "service": post.service.name if post.service else "",
                    "former": "\n".join(o.title for o in others if o.kind == PostTitle.Kind.FORMER),
                    "abbreviations": "\n".join(o.title for o in others if o.kind == PostTitle.Kind.ABBREVIATION),
                }
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("service") and not data.get("directorate"):
            self.add_error("directorate", "Say which directorate the service belongs to")
        if any(len(line) > 200 for name in ("former", "abbreviations") for line in _lines(data.get(name, ""))):
            self.add_error("former", "A title may have 200 letters. Put each on its own line")
        above, seen = data.get("reports_to"), set()
        while above and self.instance.pk and above.pk not in seen:
            if above.pk == self.instance.pk:
                self.add_error("reports_to", "That post reports to this one, directly or through others")
                break
            seen.add(above.pk)
            above = Post.objects.filter(reports=above.pk).first()
        return data

    def save(self, commit: bool = True) -> Post:
        data, post = self.cleaned_data, self.instance
        directorate, service = data["directorate"], data["service"]
        post.directorate = Directorate.objects.get_or_create(name=directorate)[0] if directorate else None
        post.service = None
        if service:
            post.service = Service.objects.get_or_create(name=service, directorate=post.directorate)[0]
        return save_post(post, _lines(data["former"]), _lines(data["abbreviations"]))


class OfficerForm(EntryForm):
    class Meta:
        model = Officer
        fields = ["name", "email"]
        labels = {"name": "Name", "email": "Email"}
        error_messages = {"email": {"unique": "Another officer has this email"}}


class CouncillorForm(EntryForm):
    member_from = DateTypedField(label="Member from", required=False, lean="past")
    member_until = DateTypedField(label="Member until", required=False, lean="past", help_text="Empty while they sit.")

    class Meta:
        model = Councillor
        fields = ["name", "email", "ward", "party", "member_from", "member_until"]
        labels = {"name": "Name", "email": "Email", "ward": "Ward", "party": "Party"}
        help_texts = {"name": "Without the title: Owen Trask."}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begun, ended = data.get("member_from"), data.get("member_until")
        if begun and ended and ended < begun:
            self.add_error("member_until", "The last day is before the first")
        return data


class BodyForm(EntryForm):
    class Meta:
        model = OutsideBody
        fields = ["name", "other_names", "contact_name", "contact_email"]
        labels = {"name": "Name", "other_names": "Other names"}
        labels |= {"contact_name": "Who to write to", "contact_email": "Their email"}
        error_messages = {"name": {"unique": "This body is in the directory already"}}
        widgets = {"other_names": forms.Textarea(attrs={"rows": 3, "class": "textarea--short"})}


# kind in the address → its form, and what one is called
ENTRIES: dict[str, tuple[type[EntryForm], str]] = {
    "post": (PostForm, "post"),
    "officer": (OfficerForm, "officer"),
    "councillor": (CouncillorForm, "councillor"),
    "body": (BodyForm, "outside body"),
}


class OfficerChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.email})"


class HolderForm(forms.Form):
    """Who takes a post over. Needs `post` and `today`; `apply` does it or puts the refusal on the form."""

    WHO = [("known", "An officer who is in the directory"), ("new", "Somebody new"), ("nobody", "Nobody yet")]
    who = forms.ChoiceField(label="Who takes it over", choices=WHO, widget=forms.RadioSelect)
    officer = OfficerChoice(
        Officer.objects.all(), label="The officer", required=False, empty_label="Choose from the list"
    )
    leaves_others = forms.BooleanField(label="They leave the posts that they hold now", required=False, initial=True)
    name = forms.CharField(label="Name of somebody new", required=False, max_length=200)
    email = forms.EmailField(label="Email of somebody new", required=False)
    first_day = DateTypedField(label="From which day", help_text="The first day of the new holder.")

    def __init__(self, *args: Any, post: Post, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.post = post
        self.fields["first_day"].today = today  # type: ignore[attr-defined]
        self.initial.setdefault("first_day", today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("who") == "known" and not data.get("officer") and "officer" not in self.errors:
            self.add_error("officer", "Choose the officer")
        if data.get("who") == "new":
            if not data.get("name"):
                self.add_error("name", "Write the name")
            if not data.get("email") and "email" not in self.errors:
                self.add_error("email", "Write the email")
            elif Officer.objects.filter(email__iexact=data.get("email", "")).exists():
                self.add_error("email", "An officer with this email is in the directory. Choose them from the list")
        return data

    def apply(self) -> bool:
        """True when it is done; a refusal becomes an error of the form, and nobody new is kept."""
        data = self.cleaned_data
        officer = data["officer"] if data["who"] == "known" else None
        if data["who"] == "new":
            officer = Officer(name=data["name"], email=data["email"].lower())
        try:
            change_holder(self.post, officer, data["first_day"], leaves_others=data["leaves_others"])
        except DirectoryRefused as refused:
            self.add_error("first_day", str(refused))
            return False
        return True

    def in_words(self) -> str:
        data = self.cleaned_data
        who = {"known": data["officer"], "new": data["name"], "nobody": "Nobody"}[data["who"]]
        return f"{who} holds {self.post} from {plain_date(data['first_day'])}"


class HoldingForm(forms.Form):
    """The days of a holding: one put down wrongly, or one of the past that is missing. Needs `holding` and `today`."""

    officer = OfficerChoice(Officer.objects.all(), label="The officer", empty_label="Choose from the list")
    held_from = DateTypedField(label="First day", required=False, lean="past", help_text="Empty where it is not known.")
    held_until = DateTypedField(label="Last day", required=False, lean="past", help_text="Empty while they hold it.")

    def __init__(self, *args: Any, holding: PostHolding, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.holding = holding
        for name in ("held_from", "held_until"):
            self.fields[name].today = today  # type: ignore[attr-defined]
            self.initial.setdefault(name, getattr(holding, name))
        if holding.pk:
            del self.fields["officer"]

    def apply(self) -> bool:
        """True when it is done; a refusal becomes an error of the form."""
        data = self.cleaned_data
        if not self.holding.pk:
            self.holding.officer = data["officer"]
        try:
            correct_holding(self.holding, data["held_from"], data["held_until"])
        except DirectoryRefused as refused:
            self.add_error("held_from", str(refused))
            return False
        return True


class AwayForm(forms.Form):
    """An absence. Needs `officer` and `today`; `apply` puts it down or puts the refusal on the form."""

    away_from = DateTypedField(label="First day away")
    away_until = DateTypedField(label="Last day away")
    deputy = OfficerChoice(
        Officer.objects.all(), label="Who deputises", required=False, empty_label="Nobody",
        help_text="While the officer is away they get the emails, see what the officer sees, "
        "exempt business too, and may answer.",
    )  # fmt: skip

    def __init__(self, *args: Any, officer: Officer, today: datetime.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.officer, self.today = officer, today
        self.fields["deputy"].queryset = Officer.objects.exclude(pk=officer.pk)  # type: ignore[attr-defined]
        for name in ("away_from", "away_until"):
            self.fields[name].today = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("away_from"), data.get("away_until")
        if first and last and last < first:
            self.add_error("away_until", "The last day is before the first")
        elif last and last < self.today:
            self.add_error("away_until", "That is over already")
        return data

    def apply(self) -> Absence | None:
        data = self.cleaned_data
        try:
            return put_away(self.officer, data["away_from"], data["away_until"], data["deputy"])
        except DirectoryRefused as refused:
            self.add_error("away_from", str(refused))
            return None

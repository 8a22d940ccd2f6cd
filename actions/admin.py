"""The admin of actions. Status, owner and due date change through the workflow's own pages, never here."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.utils import timezone

from meetings.admin import ReadOnlyInline
from people.admin import KeptAdmin, TracedAdmin
from people.models import Owner

from .history import record
from .models import (
    Action,
    Answer,
    Attachment,
    Event,
    Evidence,
    Follow,
    MoreTimeRequest,
    Notice,
    NoticePreference,
    OwnerCorrection,
    ResponsePolicy,
)


class EvidenceInline(ReadOnlyInline):
    model = Evidence
    fields = ["origin", "text", "source"]


class EventInline(ReadOnlyInline):
    model = Event
    fields = ["at", "by_name", "verb", "from_status", "to_status", "note", "is_public"]
    show_change_link = False


class AnswerInline(ReadOnlyInline):
    model = Answer
    fields = ["by", "on_behalf_of", "state", "sent_at", "text"]


class MoreTimeInline(ReadOnlyInline):
    model = MoreTimeRequest
    fields = ["asked_by", "asked_at", "old_due_on", "new_due_on", "reason", "state", "decided_by"]


# What may be changed here, and what the history says of it.
JOINED = {"joint_owners": "joint owners changed", "indicators": "indicators changed"}


@admin.register(Action)
class ActionAdmin(KeptAdmin):
    """To find and to look through. What may be changed here has no page of its own; the history has it all the same."""

    list_display = ["reference", "summary", "status", "due_on", "who", "restricted"]
    list_display_links = ["reference", "summary"]
    list_filter = ["status", "committee", "kind", "restricted", "clock"]
    list_select_related = [
        "committee",
        "owner__officer__user",
        "owner__post",
        "owner__councillor__user",
        "owner__body",
    ]
    search_fields = ["reference", "summary", "evidence__text", "owner__officer__name", "indicators__code"]
    date_hierarchy = "due_on"
    autocomplete_fields = ["joint_owners", "indicators"]
    fields = [
        ("reference", "status", "kind"), "summary", ("committee", "meeting"), ("item", "resolution"),
        ("owner", "owner_words", "owner_reason"), "joint_owners", ("requester", "requester_words"),
        ("due_on", "due_words", "due_meeting"), "due_working", ("paused_until", "pause_reason"), ("clock", "served_on"),
        "indicators", ("rule", "confidence"), ("restricted", "public_summary"), ("dismissed_reason", "merged_into"),
        ("created_at", "confirmed_at", "answered_at", "closed_at", "closing_minute"),
    ]  # fmt: skip
    inlines = [EvidenceInline, AnswerInline, MoreTimeInline, EventInline]

    @admin.display(description="who has it", ordering="owner__officer__name")
    def who(self, action: Action) -> str:
        return action.owner.name if action.owner else ""

    def view_on_site(self, obj: Action) -> str | None:
        return obj.get_absolute_url() if obj.reference else None

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        names = flatten(self.fields)
        return [name for name in names if name not in JOINED]

    def has_add_permission(self, request) -> bool:
        return False

    def formfield_for_manytomany(self, db_field, request, **kwargs) -> Any:
        if db_field.name == "joint_owners":
            kwargs["queryset"] = Owner.objects.select_related("officer__user", "post", "councillor__user", "body")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change) -> None:
        """Nothing of its own row is changed here, and what the workflow writes at this moment must not be undone."""

    def save_related(self, request, form, formsets, change) -> None:
        action = form.instance
        before = {name: _names(action, name) for name in JOINED}
        super().save_related(request, form, formsets, change)
        for name, what in JOINED.items():
            after = _names(action, name)
            if after != before[name]:
                note, data = ", ".join(after) or "None", {name: [before[name], after]}
                public = action.is_published
                now = timezone.now()
                record(action, what, by=request.user, now=now, note=note, is_public=public, data=data)
                Action.objects.filter(pk=action.pk).update(updated_at=now)


def _names(action: Action, name: str) -> list[str]:
    found = getattr(action, name).all()
    if name == "joint_owners":
        found = found.select_related("officer", "post", "councillor", "body")
    return sorted(str(each) for each in found)


class AttachmentInline(ReadOnlyInline):
    model = Attachment
    fields = ["name", "size", "media_type", "added_at"]


@admin.register(Answer)
class AnswerAdmin(KeptAdmin):
    list_display = ["action", "by", "on_behalf_of", "state", "sent_at"]
    list_filter = ["state", "action__committee"]
    list_select_related = [
        "action", "by", "on_behalf_of__officer__user", "on_behalf_of__post", "on_behalf_of__councillor__user",
        "on_behalf_of__body",
    ]  # fmt: skip
    search_fields = ["action__reference", "text"]
    inlines = [AttachmentInline]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Event)
class EventAdmin(KeptAdmin):
    """The history, to be searched. It is append-only."""

    list_display = ["at", "action", "verb", "by_name", "from_status", "to_status", "note"]
    list_filter = ["verb", "is_public", "action__committee"]
    ordering = ["-at", "-pk"]
    list_select_related = ["action"]
    search_fields = ["action__reference", "by_name", "note"]
    date_hierarchy = "at"

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Notice)
class NoticeAdmin(KeptAdmin):
    list_display = ["key", "kind", "to_email", "state", "attempts", "created_at", "sent_at"]
    list_filter = ["state", "kind", "committee"]
    search_fields = ["key", "to_email", "outcome"]
    date_hierarchy = "created_at"
    exclude = ["data"]  # links that are the recipient's alone

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(ResponsePolicy)
class ResponsePolicyAdmin(TracedAdmin):
    list_display = ["committee", "kind", "working_days"]
    list_filter = ["committee", "kind"]
    list_editable = ["working_days"]
    autocomplete_fields = ["committee"]


@admin.register(OwnerCorrection)
class OwnerCorrectionAdmin(TracedAdmin):
    list_display = ["words", "owner", "committee", "corrected_by", "corrected_at"]
    list_filter = ["committee"]
    list_select_related = [
        "committee", "corrected_by", "owner__officer__user", "owner__post", "owner__councillor__user", "owner__body",
    ]  # fmt: skip
    search_fields = ["words"]
    autocomplete_fields = ["committee", "owner", "corrected_by"]


@admin.register(NoticePreference)
class NoticePreferenceAdmin(TracedAdmin):
    list_display = ["email", "kind"]
    list_filter = ["kind"]
    search_fields = ["email"]


@admin.register(Follow)
class FollowAdmin(admin.ModelAdmin):
    """To see who follows what, and to end it for somebody who asks. Its token is theirs alone."""

    list_display = ["email", "action", "committee", "created_at", "confirmed_at"]
    list_filter = ["committee"]
    list_select_related = ["action", "committee"]
    search_fields = ["email", "action__reference"]
    fields = ["email", "user", "action", "committee", "created_at", "confirmed_at"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

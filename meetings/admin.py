"""The admin of committees, their calendars, and the record of what was decided."""

from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from people.admin import KeptAdmin, TracedAdmin
from people.wording import count_of

from .models import AgendaItem, ClosureDay, Committee, Meeting, Resolution, Source

MOST_ITEMS = 100  # of a meeting, on its own page


class ReadOnlyInline(admin.TabularInline):
    """Rows to look at, not to change."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


class MeetingInline(ReadOnlyInline):
    model = Meeting
    fields = ["date", "start_time", "place", "status"]

    def get_queryset(self, request) -> Any:
        return super().get_queryset(request).select_related("committee")  # each line is headed by its name


@admin.register(Committee)
class CommitteeAdmin(KeptAdmin):
    list_display = ["name", "code", "nation", "remit", "is_public", "closure_rule"]
    list_filter = ["nation", "remit", "is_public", "closure_rule"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["clerks", "members", "chair", "link_officer"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "code", "nation", "remit", "is_public"]}),
        ("People", {"fields": ["clerks", "members", "chair", "link_officer"]}),
        ("Answers", {"fields": ["closure_rule", "more_time_decided_by", "confirm_automatically_from"]}),
        ("Notices", {"fields": ["agenda_days", "reminder_days", "chase_head_after", "chase_chair_after"]}),
    ]
    inlines = [MeetingInline]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """Links in emails, saved searches and other people's calendars have the slug, and references the code."""
        return ["slug", "code"] if obj else []

    def get_prepopulated_fields(self, request, obj=None) -> dict[str, Any]:
        return {} if obj else {"slug": ["name"]}

    def view_on_site(self, obj: Committee) -> str:
        return obj.get_absolute_url()


class ItemInline(ReadOnlyInline):
    model = AgendaItem
    fields = ["number", "title", "presenter", "restricted"]


@admin.register(Meeting)
class MeetingAdmin(KeptAdmin):
    """Added, moved and cancelled in the committee's calendar: what is due then follows, and the clerk sees it first."""

    list_display = ["date", "committee", "start_time", "place", "status", "reviewed_at"]
    list_filter = ["status", "committee"]
    list_select_related = ["committee"]
    search_fields = ["committee__name", "place"]
    date_hierarchy = "date"
    readonly_fields = ["reviewed_at", "committee", "date", "status", "all_items"]
    inlines = [ItemInline]

    def has_add_permission(self, request) -> bool:
        return False

    def get_inlines(self, request, obj) -> Any:
        """Of very many items only the link to their own list."""
        return [] if obj and obj.items.count() > MOST_ITEMS else super().get_inlines(request, obj)

    @admin.display(description="agenda items")
    def all_items(self, meeting: Meeting) -> SafeString:
        address = f"{reverse('admin:meetings_agendaitem_changelist')}?meeting__id__exact={meeting.pk}"
        return format_html('<a href="{}">{}</a>', address, count_of(meeting.items.count(), "item"))

    def view_on_site(self, obj: Meeting) -> str:
        return obj.get_absolute_url()


class ResolutionInline(ReadOnlyInline):
    model = Resolution
    fields = ["number", "text", "kind"]


@admin.register(AgendaItem)
class AgendaItemAdmin(KeptAdmin):
    """Exempt or not is changed on the review page, where the actions of the item follow; items come of minutes."""

    list_display = ["number", "title", "meeting", "presenter", "restricted"]
    list_filter = ["restricted", "meeting__committee"]
    list_select_related = ["meeting__committee"]
    search_fields = ["title", "number", "presenter"]
    fields = [
        "meeting", ("number", "title"), "order", "presenter", ("restricted", "restricted_reason"), "public_summary",
        "source",
    ]  # fmt: skip
    readonly_fields = ["meeting", "order", "restricted", "restricted_reason", "source"]
    inlines = [ResolutionInline]

    def has_add_permission(self, request) -> bool:
        return False


@admin.register(Resolution)
class ResolutionAdmin(KeptAdmin):
    list_display = ["text", "number", "kind", "item"]
    list_filter = ["kind", "item__meeting__committee"]
    list_select_related = ["item__meeting__committee"]
    search_fields = ["text", "item__title"]
    readonly_fields = ["item", "order", "start", "end"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """The words of the minutes stay as they are; those logged by hand can be put right."""
        is_quoted = obj is not None and obj.start is not None
        return [*self.readonly_fields, "text"] if is_quoted else self.readonly_fields

    def has_add_permission(self, request) -> bool:
        return False


@admin.register(Source)
class SourceAdmin(KeptAdmin):
    """What came in, as it came. Nothing here is changed by hand."""

    list_display = ["name", "committee", "state", "standing", "added_by", "added_at", "actions_found"]
    list_filter = ["state", "standing", "committee", "media_type"]
    list_select_related = ["committee", "added_by"]
    search_fields = ["name", "sha256", "reason"]
    date_hierarchy = "added_at"
    exclude = ["file"]
    readonly_fields = ["document"]

    @admin.display(description="file")
    def document(self, source: Source) -> str:
        """The file has no address of its own: who may read it is asked each time."""
        if not source.file:
            return ""
        return format_html('<a href="{}">{}</a>', reverse("actions:source_file", args=[source.pk]), source.name)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(ClosureDay)
class ClosureDayAdmin(TracedAdmin):
    list_display = ["day", "reason"]
    date_hierarchy = "day"

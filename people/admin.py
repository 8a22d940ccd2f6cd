"""The admin of people: users, the directory, whose words are whose. Nobody with history can be deleted."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.utils import timezone

from .changes import log_change
from .models import (
    Absence,
    Councillor,
    Directorate,
    DirectoryChange,
    Indicator,
    Officer,
    OutsideBody,
    Owner,
    Post,
    PostHolding,
    PostTitle,
    Service,
    ServiceTerm,
    User,
)


class TracedAdmin(admin.ModelAdmin):
    """Its history says what each value was before and what it became: nothing that is overwritten is lost."""

    def construct_change_message(self, request, form, formsets, add=False) -> list:
        said: list = super().construct_change_message(request, form, formsets, add)
        changed = [form] if form.changed_data else []
        for formset in formsets or []:
            objects = [obj for obj, _ in formset.changed_objects]
            changed += [each for each in formset.initial_forms if each.instance in objects]
        for entry, each in zip([entry["changed"] for entry in said if "changed" in entry], changed, strict=False):
            entry["fields"] = [_old_and_new(each, name) for name in each.changed_data]
        return said


def _old_and_new(form: forms.ModelForm, name: str) -> str:
    field = form.fields[name]
    old, new = (_in_words(field, value) for value in (form.initial.get(name), form.cleaned_data.get(name)))
    return f"{field.label or name}: {old} → {new}"


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelMultipleChoiceField):
        value = ", ".join(str(each) for each in value or [])
    elif isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        value = field.queryset.filter(pk=getattr(value, "pk", value)).first()
    return "nothing" if value in (None, "") else f"“{value}”"


class KeptAdmin(TracedAdmin):
    """Records that history points to: they end or are switched off, they are not deleted."""

    list_per_page = 50
    view_on_site: Any = False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class LoggedAdmin(TracedAdmin):
    """Writes what the admin changes into the directory's own log too."""

    def log_addition(self, request, obj, message) -> LogEntry:
        return self._into_log(request, obj, super().log_addition(request, obj, message))

    def log_change(self, request, obj, message) -> LogEntry:
        return self._into_log(request, obj, super().log_change(request, obj, message))

    def log_deletions(self, request, queryset) -> list[LogEntry]:
        for obj in queryset:
            log_change(f"{_called(obj)}: removed", by=request.user, now=timezone.now())
        return super().log_deletions(request, queryset)

    def _into_log(self, request, obj, entry: LogEntry) -> LogEntry:
        post = obj if isinstance(obj, Post) else None
        officer = obj if isinstance(obj, Officer) else None
        what = f"{_called(obj)}: {entry.get_change_message()}"
        log_change(what, by=request.user, now=timezone.now(), post=post, officer=officer)
        return entry


def _called(obj) -> str:
    return f"{obj._meta.verbose_name.capitalize()} {obj}"


class NewUserForm(UserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name")


class UserForm(UserChangeForm):
    """`by` is whoever fills it in."""

    by: User | None = None

    class Meta:
        model = User
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        """The last administrator could let nobody in again."""
        data = super().clean() or {}
        if self.instance == self.by:
            for name in ("is_active", "is_superuser"):
                if not data.get(name):
                    self.add_error(name, "You cannot take this from yourself. Another administrator can.")
        return data


@admin.register(User)
class UserAdmin(TracedAdmin, DjangoUserAdmin):
    form = UserForm
    add_form = NewUserForm
    list_display = ["email", "name", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser", "clerked_committees"]
    search_fields = ["email", "name"]
    ordering = ["name"]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = ()
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            "What they may do",
            {
                "fields": ["is_active", "is_superuser"],
                "description": "Who clerks a committee is set on the committee; officers and councillors are linked "
                "to their sign-in in the directory. A superuser is an administrator: they may see and do everything, "
                "and nobody else opens these pages.",
            },
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "name", "password1", "password2"]})]

    def get_form(self, request, obj=None, change=False, **kwargs) -> Any:
        made: Any = super().get_form(request, obj, change=change, **kwargs)
        made.by = request.user
        return made

    def save_model(self, request, obj, form, change) -> None:
        """An address that is no longer theirs must not sign them in, nor get a link to set a new password."""
        super().save_model(request, obj, form, change)
        EmailAddress.objects.filter(user=obj).exclude(email__iexact=obj.email).delete()

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class ServiceInline(admin.TabularInline):
    model = Service
    extra = 0
    show_change_link = True


@admin.register(Directorate)
class DirectorateAdmin(LoggedAdmin, KeptAdmin):
    search_fields = ["name"]
    inlines = [ServiceInline]


@admin.register(Service)
class ServiceAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["name", "directorate"]
    list_filter = ["directorate"]
    search_fields = ["name"]
    autocomplete_fields = ["directorate"]


class PostTitleInline(admin.TabularInline):
    model = PostTitle
    extra = 1


class HoldingInline(admin.TabularInline):
    model = PostHolding
    extra = 1
    autocomplete_fields = ["officer", "post"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class TermInline(admin.TabularInline):
    model = ServiceTerm
    extra = 1


@admin.register(Post)
class PostAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["title", "directorate", "service", "reports_to"]
    list_filter = ["directorate"]
    list_select_related = ["directorate", "service", "reports_to"]
    search_fields = ["title", "other_titles__title"]
    autocomplete_fields = ["directorate", "service", "reports_to"]
    inlines = [HoldingInline, PostTitleInline, TermInline]


class AbsenceInline(admin.TabularInline):
    model = Absence
    fk_name = "officer"
    extra = 0
    autocomplete_fields = ["deputy"]


@admin.register(Officer)
class OfficerAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["name", "email", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "email", "holdings__post__title"]
    autocomplete_fields = ["user"]
    inlines = [HoldingInline, AbsenceInline]


@admin.register(Councillor)
class CouncillorAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["name", "ward", "party", "email", "member_from", "member_until"]
    list_filter = ["party", "ward"]
    search_fields = ["name", "ward", "email"]
    autocomplete_fields = ["user"]


@admin.register(OutsideBody)
class OutsideBodyAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["name", "contact_name", "contact_email"]
    search_fields = ["name", "other_names", "contact_name"]


@admin.register(Owner)
class OwnerAdmin(KeptAdmin):
    """Made by the program as they are needed; here to be searched, and never changed: history names them."""

    search_fields = ["officer__name", "post__title", "councillor__name", "body__name"]
    list_display = ["__str__", "officer", "post", "councillor", "body"]
    list_select_related = ["officer__user", "post", "councillor__user", "body"]
    autocomplete_fields = ["officer", "post", "councillor", "body"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(ServiceTerm)
class ServiceTermAdmin(LoggedAdmin):
    list_display = ["term", "post"]
    list_select_related = ["post"]
    search_fields = ["term", "post__title"]
    autocomplete_fields = ["post"]
    list_per_page = 50


@admin.register(Indicator)
class IndicatorAdmin(LoggedAdmin, KeptAdmin):
    list_display = ["code", "is_prefix", "title", "post"]
    list_filter = ["is_prefix"]
    list_select_related = ["post"]
    search_fields = ["code", "title", "post__title"]
    autocomplete_fields = ["post"]


@admin.register(DirectoryChange)
class DirectoryChangeAdmin(KeptAdmin):
    """The log of the directory, to be searched. It is append-only."""

    list_display = ["at", "by_name", "what"]
    search_fields = ["what", "by_name"]
    date_hierarchy = "at"

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

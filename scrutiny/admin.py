"""Other people's records in the admin: what an administrator needs of them, without their secrets, and no more.

Roles follow from the records and not from groups, an address is changed with its user, and single sign-on is set up in
the environment.
"""

# Imported for what they register, so that it is there to be taken off again.
from allauth.account import admin as _account_admin  # noqa: F401
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from allauth.socialaccount.admin import SocialAccountAdmin
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth import admin as _auth_admin  # noqa: F401
from django.contrib.auth.models import Group

admin.site.unregister([Authenticator, EmailAddress, Group, SocialAccount, SocialApp, SocialToken])


class SeenOrRemoved:
    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Authenticator)
class SecondStepAdmin(SeenOrRemoved, AuthenticatorAdmin):
    """To take away from somebody who has lost their phone or key. What it is made of stays where it is."""

    fields = ["user", "type", "created_at", "last_used_at"]
    list_select_related = ["user"]
    search_fields = ["user__email", "user__name"]


@admin.register(SocialAccount)
class CouncilAccountAdmin(SeenOrRemoved, SocialAccountAdmin):
    """Which account of the council's signs somebody in; removed, it is found again by their address."""

    fields = ["user", "provider", "uid", "last_login", "date_joined"]


@admin.register(LogEntry)
class AdminLog(SeenOrRemoved, admin.ModelAdmin):
    """What was done in these pages, by whom: also to what is there no longer. It is append-only."""

    list_display = ["action_time", "user", "content_type", "object_repr", "what"]
    list_display_links = None
    list_filter = ["action_flag", ("content_type", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr", "change_message", "user__name"]
    date_hierarchy = "action_time"

    @admin.display(description="what")
    def what(self, entry: LogEntry) -> str:
        return "Deleted." if entry.is_deletion() else entry.get_change_message()

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

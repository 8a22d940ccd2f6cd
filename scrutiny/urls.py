"""Addresses of the whole site; each app has its own `urls.py`."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from people.roles import is_administrator
from scrutiny.health import health

# One door: the admin's own login knows no second factor, so it is put behind the site's.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.has_permission = lambda request: is_administrator(request.user)  # type: ignore[method-assign]
admin.site.site_header = admin.site.site_title = "Scrutiny actions"

handler400 = "scrutiny.too_long.bad_request"

urlpatterns = [
    path("health/", health, name="health"),
    # Addresses are the administrator's to change: with no proof asked, anyone could take someone else's here.
    path("accounts/email/", RedirectView.as_view(pattern_name="pages:account"), name="account_email"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("scrutiny.pages")),
    path("", include("people.urls")),
    path("", include("meetings.urls")),
    path("", include("actions.urls")),
]

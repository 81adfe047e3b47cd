"""All addresses. Each room's own urls declare who may."""

from allauth.account import views as sign_in
from django.urls import include, path
from django.views.generic import RedirectView

to_code = RedirectView.as_view(pattern_name="account_request_login_code", query_string=True)

# Staff sign in with a code in the mail and in no other way; what allauth offers besides leads there.
ACCOUNTS = [
    path("login/code/", sign_in.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", sign_in.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", sign_in.logout, name="account_logout"),
    *(path(f"{name}/", to_code, name=f"account_{name}") for name in ("login", "signup", "inactive", "reauthenticate")),
]

urlpatterns = [
    path("", include("werkplaats.publishing.urls")),
    path("", include("werkplaats.network.urls")),
    path("", include("werkplaats.action.urls")),
    path("", include("werkplaats.insights.urls")),
    path("", include("werkplaats.thread.urls")),
    path("", include("werkplaats.live.urls")),
    path("", include("werkplaats.gatherings.urls")),
    path("", include("werkplaats.methods.urls")),
    path("", include("werkplaats.people.urls")),
    path("accounts/", include(ACCOUNTS)),
]

handler400 = "werkplaats.config.errors.bad_request"
handler403 = "werkplaats.config.errors.forbidden"
handler404 = "werkplaats.config.errors.not_found"
handler500 = "werkplaats.config.errors.server_error"

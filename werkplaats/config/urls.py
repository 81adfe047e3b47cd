"""All addresses. Each room's own urls declare who may."""

from django.urls import include, path

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
    path("accounts/", include("allauth.account.urls")),
]

handler400 = "werkplaats.config.errors.bad_request"
handler403 = "werkplaats.config.errors.forbidden"
handler404 = "werkplaats.config.errors.not_found"
handler500 = "werkplaats.config.errors.server_error"

"""All addresses. Each room's own urls declare who may."""

import sys
from importlib import import_module

from django.urls import include, path

ROOMS = ("publishing", "network", "action", "insights", "thread", "live", "gatherings", "methods", "people")

urlpatterns = []
for room in ROOMS:
    try:
        urlpatterns.append(path("", include(import_module(f"werkplaats.{room}.urls"))))
    except ImportError as error:  # while the rooms are being built
        print(f"! werkplaats.{room}.urls: {error}", file=sys.stderr)
urlpatterns.append(path("accounts/", include("allauth.account.urls")))

handler400 = "werkplaats.config.errors.bad_request"
handler403 = "werkplaats.config.errors.forbidden"
handler404 = "werkplaats.config.errors.not_found"
handler500 = "werkplaats.config.errors.server_error"

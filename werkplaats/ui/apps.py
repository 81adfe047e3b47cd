from django.apps import AppConfig


class UiRoom(AppConfig):
    name = "werkplaats.ui"
    label = "ui"

from django.apps import AppConfig


class LiveRoom(AppConfig):
    name = "werkplaats.live"
    label = "live"

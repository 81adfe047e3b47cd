from django.apps import AppConfig


class ConfigRoom(AppConfig):
    name = "werkplaats.config"
    label = "config"

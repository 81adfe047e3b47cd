from django.apps import AppConfig


class ActionRoom(AppConfig):
    name = "werkplaats.action"
    label = "action"

from django.apps import AppConfig


class GatheringsRoom(AppConfig):
    name = "werkplaats.gatherings"
    label = "gatherings"

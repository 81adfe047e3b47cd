from django.apps import AppConfig


class NetworkRoom(AppConfig):
    name = "werkplaats.network"
    label = "network"

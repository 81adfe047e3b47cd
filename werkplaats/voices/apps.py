from django.apps import AppConfig


class VoicesRoom(AppConfig):
    name = "werkplaats.voices"
    label = "voices"

from django.apps import AppConfig


class StoriesRoom(AppConfig):
    name = "werkplaats.stories"
    label = "stories"

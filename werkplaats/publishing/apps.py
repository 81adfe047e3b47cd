from django.apps import AppConfig


class PublishingRoom(AppConfig):
    name = "werkplaats.publishing"
    label = "publishing"

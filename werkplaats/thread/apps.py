from django.apps import AppConfig


class ThreadRoom(AppConfig):
    name = "werkplaats.thread"
    label = "thread"

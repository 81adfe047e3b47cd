from django.apps import AppConfig


class MethodsRoom(AppConfig):
    name = "werkplaats.methods"
    label = "methods"

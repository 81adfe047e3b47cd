from django.apps import AppConfig


class PeopleRoom(AppConfig):
    name = "werkplaats.people"
    label = "people"

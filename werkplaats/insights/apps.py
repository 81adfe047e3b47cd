from django.apps import AppConfig


class InsightsRoom(AppConfig):
    name = "werkplaats.insights"
    label = "insights"

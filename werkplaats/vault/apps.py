from django.apps import AppConfig


class VaultRoom(AppConfig):
    name = "werkplaats.vault"
    label = "vault"

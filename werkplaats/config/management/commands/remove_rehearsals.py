"""Removes the rehearsals: invented people, their words, and what was made of them."""

from django.core.management.base import BaseCommand

from werkplaats.live.models import Session
from werkplaats.publishing.removal import remove_session


class Command(BaseCommand):
    help = "Remove every rehearsal with everything in it."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        sessions = list(Session.objects.filter(rehearsal=True))
        for session in sessions:
            remove_session(session)
        self.stdout.write(f"Rehearsals removed: {len(sessions)}.")

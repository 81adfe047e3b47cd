"""A rehearsal against the running server, through its own pages, posts and streams."""

import asyncio
from datetime import timedelta

from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from werkplaats.gatherings.models import Gathering
from werkplaats.live import tokens
from werkplaats.live.doors import open_doors, prepare
from werkplaats.live.log import Writer
from werkplaats.live.models import Session
from werkplaats.live.rehearsal.client import Console
from werkplaats.live.rehearsal.evening import Figures, rehearse
from werkplaats.people.models import Account

MOST_PEOPLE = 150
PER_TABLE = 5


class Command(BaseCommand):
    help = "Hold a rehearsal with invented people against the running server, so that you see a room fill."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=25)
        parser.add_argument("--session", help="uuid of a rehearsal that is there already")
        parser.add_argument("--follow", action="store_true", help="somebody leads from the console; the people follow")
        parser.add_argument("--pace", type=float, default=0.2, help="seconds to look at each step")
        parser.add_argument("--server", default="", help="address of the running server")

    def handle(self, *, people, session, follow, pace, server, **options):
        if not 1 <= people <= MOST_PEOPLE:
            raise CommandError(f"Kies een aantal mensen van 1 tot {MOST_PEOPLE}.")
        held = self._given(session) if session else self._new(people)
        base = (server or settings.WERKPLAATS_LOCAL).rstrip("/")
        self.stdout.write(f"Regie: {settings.WERKPLAATS_URL}{reverse('live:console', args=[held.uuid])}")
        leader = Account.objects.filter(network=held.gathering.network_id, is_active=True).order_by("pk").first()
        if leader is None:
            raise CommandError("Maak eerst een account in dit netwerk.")
        figures = asyncio.run(self._run(base, held, leader.pk, people, follow, pace))
        self._report(figures)

    async def _run(self, base: str, held: Session, leader: int, people: int, follow: bool, pace: float) -> Figures:
        expires = timezone.now() + timedelta(hours=4)
        cookie = (
            tokens.cookie_name(tokens.LEAD, held.uuid),
            tokens.make(tokens.LEAD, held.uuid, leader, expires),
        )
        console = None if follow else Console(base, str(held.uuid), cookie)
        try:
            return await rehearse(base, held.code, people, console=console, pace=pace, say=self.stdout.write)
        finally:
            if console:
                await console.close()

    def _given(self, uuid: str) -> Session:
        try:
            return Session.objects.get(uuid=uuid, rehearsal=True)
        except (Session.DoesNotExist, ValueError):
            raise CommandError("Deze proefsessie is er niet.") from None

    def _new(self, people: int) -> Session:
        coming = Gathering.objects.filter(recipe__isnull=False)
        gathering = coming.coming().first() or coming.order_by("-starts_at").first()
        if gathering is None:
            raise CommandError("Maak eerst een bijeenkomst met een werkvorm.")
        writer = Writer()
        held = prepare(gathering, -(-people // PER_TABLE), None, writer, rehearsal=True)
        open_doors(held, writer)
        return held

    def _report(self, figures: Figures) -> None:
        self.stdout.write(
            f"{figures.people} mensen, {figures.sent} keer iets gegeven en aangekomen, "
            f"{len(figures.refused)} geweigerd, {figures.seconds:.1f} s"
        )
        for reason in sorted(set(figures.refused)):
            self.stdout.write(f"  geweigerd: {reason}")

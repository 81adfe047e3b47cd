"""`werkplaats replay-polis DIR`: the votes of an exported conversation, cast again through simulated phones."""

import asyncio
from datetime import timedelta
from pathlib import Path

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_polis import PolisExport, read_polis
from werkplaats.gatherings.models import Gathering
from werkplaats.insights.replay import RECIPE, Replayed, figures, kept_votes, replay
from werkplaats.live import tokens
from werkplaats.live.doors import open_doors, prepare
from werkplaats.live.log import Writer
from werkplaats.live.models import Session
from werkplaats.live.rehearsal.client import Console, Refused
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Account, Network

WAIT_FOR_HARVEST = 30


class Command(BaseCommand):
    help = "Speelt de keuzes van een export van Polis na door telefoons, op de server die nu draait."

    def add_arguments(self, parser):
        parser.add_argument("dir", help="de map met comments.csv en votes.csv")
        parser.add_argument("--server", default="", help="het adres van de server die draait")

    def handle(self, *args, **options):
        try:
            export = read_polis(Path(options["dir"]))
        except ReadingError as error:
            raise CommandError(f"{error} Er is niets nagespeeld.") from error
        session = self._session(Path(options["dir"]).name)
        leader = Account.objects.filter(network=session.gathering.network_id, is_active=True).order_by("pk").first()
        if leader is None:
            raise CommandError("Maak eerst een account in dit netwerk. Er is niets nagespeeld.")
        base = (options["server"] or settings.WERKPLAATS_LOCAL).rstrip("/")
        try:
            replayed = asyncio.run(self._run(export, base, session, leader.pk))
        except (OSError, Refused) as error:
            raise CommandError(f"Naspelen lukte niet: {error} Draait de server op {base}?") from error
        self._report(export, replayed, session)

    async def _run(self, export: PolisExport, base: str, session: Session, leader: int) -> Replayed:
        expires = timezone.now() + timedelta(hours=4)
        cookie = tokens.cookie_name(tokens.LEAD, session.uuid)
        console = Console(base, str(session.uuid), (cookie, tokens.make(tokens.LEAD, session.uuid, leader, expires)))
        try:
            replayed = await replay(export, base, session.code, console, self.stdout.write)
        finally:
            await console.close()
        for _second in range(WAIT_FOR_HARVEST * 5):
            if await Session.objects.filter(pk=session.pk, harvested_at__isnull=False).aexists():
                break
            await asyncio.sleep(0.2)
        return replayed

    def _session(self, name: str) -> Session:
        network = Network.objects.filter(example=True).first() or Network.objects.first()
        if network is None:
            raise CommandError("Er is nog geen netwerk. Start de Werkplaats eerst een keer.")
        now = timezone.now()
        gathering = Gathering.objects.create(
            network=network,
            theme=f"Nagespeeld: {name}"[:120],
            starts_at=now,
            ends_at=now + timedelta(hours=1),
            place="proefsessie",
            published=False,
        )
        writer = Writer()
        recipe = RecipeVersion.keep("naspelen", RECIPE.read_text())
        session = prepare(gathering, 1, None, writer, rehearsal=True, recipe=recipe)
        open_doors(session, writer)
        return session

    def _report(self, export: PolisExport, replayed: Replayed, session: Session) -> None:
        kept = kept_votes(session, replayed).sorted()
        equal = np.array_equal(kept.matrix, export.votes.sorted().matrix, equal_nan=True)
        self.stdout.write(f"{replayed.cast} keuzes door {len(replayed.seats)} telefoons in {replayed.seconds:.1f} s")
        self.stdout.write(f"Bewaarde keuzes gelijk aan het bestand: {'ja' if equal else 'NEE'}")
        self.stdout.write(f"Denkrichtingen (methode polis): {figures(kept)}")
        address = settings.WERKPLAATS_URL + reverse("insights:landscape", args=[session.uuid])
        self.stdout.write(f"Beeld van de zaal: {address}")
        if not equal:
            raise CommandError("De bewaarde keuzes verschillen van het bestand.")

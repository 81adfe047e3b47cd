"""A Polis export becomes a closed session: its statements as voices of nobody, its votes as weighings. All or nothing."""

import csv
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sensemaking.faces.reading_polis import PolisExport, read_polis
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes
from werkplaats.gatherings.models import Gathering
from werkplaats.live.models import Session
from werkplaats.methods.models import RecipeVersion
from werkplaats.people.models import Circle, Network
from werkplaats.vault.sealing import destroy_keys
from werkplaats.voices.give import Draft, seal_all
from werkplaats.voices.models import Level, Voice

from .models import Import, Statement, Weighing

ANSWERS = {AGREE: Weighing.Answer.AGREE, DISAGREE: Weighing.Answer.DISAGREE, PASS: Weighing.Answer.PASS}
RECIPE = "delen-duiden-doen"
AT_ONCE = 1000
LONGEST_THEME = 120


class AlreadyThere(Exception):
    """The same files were read in before. `session`: what they became."""

    def __init__(self, session: Session):
        self.session = session
        super().__init__(_("Dit gesprek is al ingelezen in dit netwerk. Er is niets veranderd."))


@dataclass(frozen=True)
class Imported:
    session: Session
    people: int
    statements: int
    weighings: int


def import_polis(folder: Path, network: Network, theme: str = "") -> Imported:
    """Reads the export in this folder into the network.

    Raises ReadingError (file, line, what is expected) or AlreadyThere; nothing is half imported. Keys are written
    first; when the rest does not succeed they are destroyed again.

    The one write that is a single transaction however many rows it has: half a conversation would give figures that
    are wrong, and nobody is live in a session that was held elsewhere. Run it when no evening is being held; rows go
    in batches.
    """
    export = read_polis(folder)
    mark = fingerprint(export)
    if before := Import.objects.filter(network=network, fingerprint=mark).select_related("session").first():
        raise AlreadyThere(before.session)
    drafts = {one: _draft(export.texts[one], export) for one in sorted(export.texts) if one in export.votes.statements}
    voices = seal_all(list(drafts.values()))
    try:
        with transaction.atomic():
            return _write(export, voices, drafts, network, theme or _topic(folder) or folder.name, folder.name, mark)
    except BaseException:
        destroy_keys(voice.pk for voice in voices)
        raise


def fingerprint(export: PolisExport) -> str:
    """The same for the same statements and votes, whatever the folder is called."""
    digest = hashlib.sha256()
    for statement in sorted(export.texts):
        digest.update(f"{statement}\x1f{export.texts[statement]}\x1e".encode())
    for cast in sorted(export.casts, key=lambda cast: (cast.person, cast.statement, cast.at or 0, cast.line)):
        digest.update(f"{cast.person},{cast.statement},{cast.vote}\x1e".encode())
    return digest.hexdigest()


def stored_votes(session: Session) -> Votes:
    """The weighings of an imported session as the engine takes them, with the ids of the export."""
    statements = {one.pk: one for one in Statement.objects.filter(session=session)}
    rows = Weighing.objects.filter(statement__in=list(statements)).order_by("pk")
    signs = {str(answer): sign for sign, answer in ANSWERS.items()}
    return Votes.of(
        (
            (int(author), statements[statement].position, signs[answer])
            for author, statement, answer in rows.values_list("author", "statement", "answer")
        ),
        statements=[one.position for one in statements.values()],
        moderated_out=[one.position for one in statements.values() if one.moderated_out],
    )


def _draft(text: str, export: PolisExport) -> Draft:
    return Draft(
        id=uuid4(), kind="statement", words={"text": text}, giver=None, level=Level.EVERYONE, given_at=_begun(export)
    )


def _begun(export: PolisExport) -> datetime:
    times = [cast.at for cast in export.casts if cast.at]
    return datetime.fromtimestamp(min(times) / 1000, UTC) if times else timezone.now()


def _ended(export: PolisExport) -> datetime:
    times = [cast.at for cast in export.casts if cast.at]
    return datetime.fromtimestamp(max(times) / 1000, UTC) if times else timezone.now()


def _topic(folder: Path) -> str:
    """The question of the conversation, when the export says it."""
    try:
        with (folder / "summary.csv").open(encoding="utf-8-sig", newline="") as lines:
            rows = [row for row in csv.reader(lines) if len(row) > 1]
    except (OSError, UnicodeDecodeError, csv.Error):
        return ""
    return next((row[1].strip() for row in rows if row[0] == "topic"), "")


def _write(
    export: PolisExport,
    voices: list[Voice],
    drafts: dict[int, Draft],
    network: Network,
    theme: str,
    name: str,
    mark: str,
) -> Imported:
    session = _session(export, network, theme)
    Import.objects.create(session=session, network=network, name=name[:LONGEST_THEME], fingerprint=mark)
    Voice.objects.bulk_create(voices, batch_size=AT_ONCE)
    out = export.votes.moderated_out
    statements = Statement.objects.bulk_create(
        (
            Statement(session=session, voice_id=draft.id, position=number, moderated_out=number in out)
            for number, draft in drafts.items()
        ),
        batch_size=AT_ONCE,
    )
    of = {statement.voice_id: statement for statement in statements}
    weighings = list(_weighings(export, drafts, of))
    Weighing.objects.bulk_create(weighings, batch_size=AT_ONCE)
    return Imported(session, len(export.votes.people), len(statements), len(weighings))


def _weighings(export: PolisExport, drafts: dict[int, Draft], of: dict[UUID, Statement]):
    """One per person and statement: the last vote counts, as in `export.votes`."""
    last = {(cast.person, cast.statement): cast.vote for cast in export.casts}
    for (person, statement), vote in last.items():
        yield Weighing(statement=of[drafts[statement].id], author=str(person), answer=ANSWERS[vote])


def _session(export: PolisExport, network: Network, theme: str) -> Session:
    recipe = RecipeVersion.current(RECIPE)
    begun, ended = _begun(export), _ended(export)
    gathering = Gathering.objects.create(
        network=network,
        theme=theme[:LONGEST_THEME],
        starts_at=begun,
        ends_at=ended,
        place=_("ergens anders"),
        recipe=None,
        published=False,
    )
    room = Circle.objects.create(network=network, kind=Circle.Kind.ROOM, ends_at=ended)
    return Session.objects.create(
        gathering=gathering,
        recipe=recipe,
        code=uuid4().hex[:8].upper(),
        room=room,
        opened_at=begun,
        ended_at=ended,
        harvested_at=timezone.now(),
    )

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from sensemaking.faces.reading_polis import read_polis
from sensemaking.opinion.polis import polis
from werkplaats.insights import polis as importing
from werkplaats.insights.models import Import, Statement, Weighing
from werkplaats.insights.polis import stored_votes
from werkplaats.live.models import Session
from werkplaats.people.models import Network
from werkplaats.vault.models import VoiceKey
from werkplaats.voices.models import Voice

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
DATA = Path(__file__).parent.parent / "data" / "polis"
LONDON = DATA / "london.youth.policing"


@pytest.fixture
def network():
    return Network.objects.create(name="Netwerk De Vaart")


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(LONDON, tmp_path / "gesprek"))


def run(folder, **options):
    out = StringIO()
    call_command("import_polis", str(folder), stdout=out, **options)
    return out.getvalue()


def nothing_written():
    models = (Session, Voice, Statement, Weighing, Import, VoiceKey)
    return [model.__name__ for model in models if model.objects.exists()]


def alike(ours, theirs):
    """Whether two labellings make the same groups: adjusted Rand index 1."""
    pairs = set(zip(ours, theirs, strict=True))
    return len(pairs) == len(set(ours)) == len(set(theirs))


def test_stored_weighings_equal_the_file(network):
    run(LONDON)
    with (LONDON / "votes.csv").open(encoding="utf-8") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["timestamp"]))
    last = {(row["voter-id"], int(row["comment-id"])): int(row["vote"]) for row in rows}
    words = {"agree": 1, "disagree": -1, "pass": 0}
    stored = {
        (author, number): words[answer]
        for author, number, answer in Weighing.objects.values_list("author", "statement__position", "answer")
    }
    assert stored == last
    assert len(stored) == 638


def test_stored_votes_give_the_golden_groups(network):
    run(LONDON)
    golden = json.loads((DATA / "golden" / "london.youth.policing.json").read_text(encoding="utf-8"))
    found = polis(stored_votes(Session.objects.get()))
    people = [int(person) for person in golden["labels"]]
    assert found.k == 3
    assert sorted(found.sizes) == [6, 9, 9]
    assert sorted(found.labels) == sorted(people)
    assert alike([found.labels[person] for person in people], list(golden["labels"].values()))


def test_command_says_how_much_and_where(network, client):
    told = run(LONDON)
    session = Session.objects.get()
    address = reverse("insights:landscape", args=[session.uuid])
    assert "638 keuzes van 26 mensen bij 36 zinnen" in told
    assert address in told
    assert client.get(address).status_code == 200


def test_landscape_of_an_import_is_for_everyone_and_shows_every_statement(network, client):
    run(LONDON)
    page = client.get(reverse("insights:landscape", args=[Session.objects.get().uuid])).content.decode()
    assert page.count('<th scope="row">') == 36
    assert "26 mensen legden 36 zinnen naast hun eigen ervaring." in page


def test_statements_are_voices_of_nobody_for_everyone(network):
    run(LONDON)
    assert set(Voice.objects.values_list("giver", "level", "kind")) == {(None, "everyone", "statement")}
    texts = read_polis(LONDON).texts
    assert Statement.objects.count() == 36
    assert not any(text in str(row) for row in Statement.objects.values() for text in texts.values())


def test_session_is_closed_and_off_the_agenda(network, client):
    run(LONDON)
    session = Session.objects.select_related("gathering").get()
    assert session.ended_at
    assert session.gathering.theme == "What is the best way to engage more young people in local scrutiny of policing?"
    assert session.gathering.theme not in client.get(reverse("gatherings:agenda")).content.decode()


def test_second_import_is_refused_and_changes_nothing(network, copy):
    run(LONDON)
    with pytest.raises(CommandError, match="al ingelezen"):
        run(copy)
    assert Session.objects.count() == 1
    assert VoiceKey.objects.count() == 36


def test_without_a_network_name_there_must_be_one(network):
    Network.objects.create(name="Netwerk Zuid")
    with pytest.raises(CommandError, match="'Netwerk De Vaart', 'Netwerk Zuid'"):
        run(LONDON)
    run(LONDON, network="Netwerk Zuid")
    assert Import.objects.get().network.name == "Netwerk Zuid"


def change_line(path, number, old, new):
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new)
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "line", "old", "new", "told"),
    [
        ("votes.csv", 1, "voter-id", "wie", "votes.csv, regel 1: de kolom voter-id ontbreekt"),
        ("votes.csv", 3, ",-1", ",7", "votes.csv, regel 3, kolom vote:"),
        ("votes.csv", 3, ",1,2,", ",999,2,", "votes.csv, regel 3, kolom comment-id:"),
        ("votes.csv", 3, ",1,2,", ",1,999,", "votes.csv, regel 3, kolom voter-id:"),
    ],
)
def test_a_bad_file_names_its_line_and_writes_nothing(network, copy, file, line, old, new, told):
    change_line(copy / file, line, old, new)
    with pytest.raises(CommandError) as refused:
        run(copy)
    assert told in str(refused.value)
    assert "Er is niets ingelezen." in str(refused.value)
    assert nothing_written() == []


def test_a_missing_folder_is_a_sentence(network, tmp_path):
    with pytest.raises(CommandError, match="deze map is er niet"):
        run(tmp_path / "weg")


def test_when_writing_fails_the_keys_go_too(network, monkeypatch):
    def broken(*args):
        raise RuntimeError("disk full")

    monkeypatch.setattr(importing, "_weighings", broken)
    with pytest.raises(RuntimeError):
        run(LONDON)
    assert nothing_written() == []

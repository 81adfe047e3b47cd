import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from sensemaking.faces.reading_polis import read_polis
from sensemaking.opinion.votes import Votes
from werkplaats.insights.as_polis import as_polis
from werkplaats.live.models import Session
from werkplaats.people.models import Network

LONDON = Path(__file__).parent.parent / "data" / "polis" / "london.youth.policing"


def drawn(votes):
    return as_polis(votes, {statement: str(statement) for statement in votes.statements})


def test_the_three_groups_of_london_without_anyones_number():
    found = drawn(read_polis(LONDON).votes)
    assert found["groups"] == [{"shape": 0, "size": 9}, {"shape": 1, "size": 9}, {"shape": 2, "size": 6}]
    assert len(found["dots"]) == found["people"] == 24
    assert found["dots"] == sorted(found["dots"])
    assert max(x * x + y * y for x, y, _shape in found["dots"]) == pytest.approx(1, abs=1e-5)
    assert len(found["per_statement"]) == 36
    assert json.loads(json.dumps(found)) == found


def test_a_group_below_five_is_not_drawn():
    few = [(f"p{n}", f"s{s}", 1 if n < 3 else -1) for n in range(9) for s in range(8)]
    found = drawn(Votes.of(few))
    assert not (found["groups"] or found["dots"] or found["per_statement"])
    assert "Die laten we niet zien." in found["sentences"][0]


def test_nobody_voted():
    assert drawn(Votes.of([], statements=["a"]))["groups"] == []


@pytest.mark.django_db(databases=["default", "keys"])
def test_the_page_of_an_import_shows_both_and_says_which_is_which(client):
    Network.objects.create(name="Netwerk De Vaart")
    call_command("import_polis", str(LONDON), verbosity=0)
    url = reverse("insights:landscape", args=[Session.objects.get().uuid])
    assert 'href="?zoals=polis"' in client.get(url).content.decode()
    page = client.get(url, {"zoals": "polis"}).content.decode()
    assert "Polis deelt deze mensen in 3 groepen in: 9 rondjes, 9 vierkantjes, 6 driehoekjes." in page
    assert "Zo tekent Polis dit gesprek." in page

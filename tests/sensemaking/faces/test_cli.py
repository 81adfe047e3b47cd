import json
from pathlib import Path

import pytest

from sensemaking.faces.cli import main

LONDON = str(Path(__file__).parents[2] / "data" / "polis" / "london.youth.policing")


def test_polis_for_machines(capsys):
    assert main(["groups", LONDON, "--method", "polis", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["participants"], found["statements"], found["votes"]) == (26, 36, 638)
    assert (found["clustered"], found["k"], found["sizes"]) == (24, 3, [6, 9, 9])
    assert len(found["labels"]) == 24
    assert found["group_aware_consensus"]["17"] == pytest.approx(0.6125, abs=1e-9)
    assert found["representative"][1] == [
        {"statement": 18, "direction": "agree"},
        {"statement": 35, "direction": "agree"},
        {"statement": 30, "direction": "agree"},
    ]


def test_the_landscape_for_machines(capsys):
    assert main(["groups", LONDON, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["state"] == "no_groups"
    assert found["demonstrable"] is False
    assert found["chance"] > 0.02
    assert found["bridges"][0]["statement"] == 17
    low, high = found["bridges"][0]["interval"]
    assert 0.5 < low < high <= 1


def test_both_for_people(capsys):
    assert main(["groups", LONDON]) == 0
    assert "We zien geen duidelijke denkrichtingen." in capsys.readouterr().out
    assert main(["groups", LONDON, "--method", "polis"]) == 0
    assert "Volgens Polis: 3 groepen van 6, 9, 9 mensen." in capsys.readouterr().out


def test_a_folder_that_cannot_be_read_gives_one_line(capsys, tmp_path):
    assert main(["groups", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "comments.csv: dit bestand ontbreekt.\n"

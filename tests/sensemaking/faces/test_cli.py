import json
import subprocess
import sys
from pathlib import Path

import pytest

from sensemaking.faces.cli import main
from sensemaking.opinion.groups import CHANCE_ALLOWED

DATA = Path(__file__).parents[2] / "data" / "polis"
LONDON = str(DATA / "london.youth.policing")
BREXIT = str(DATA / "brexit-consensus")


@pytest.fixture(scope="module")
def of_brexit():
    """What the default method says of Brexit, for machines."""
    told = subprocess.run(
        [sys.executable, "-m", "sensemaking", "groups", BREXIT, "--json"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert told.stderr == ""
    return json.loads(told.stdout)


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
    assert (found["participants"], found["statements"], found["votes"]) == (26, 36, 638)
    assert found["demonstrable"] == (found["state"] == "groups") == (found["k"] > 0)
    assert found["k"] == len(found["sizes"]) == len(found["stability"]) == len(found["representative"])
    assert found["clustered"] == len(found["positions"]) == 24
    low, high = found["bridges"][0]["interval"]
    assert 0.4 < low < high <= 1
    assert found["bridges"][0]["probability"] >= found["bridges"][-1]["probability"] >= 0.9


def test_below_seven_people_there_is_no_map_for_machines(capsys, tmp_path):
    (tmp_path / "p.csv").write_text(
        "participant,1,2,3\n" + "".join(f"{i},1,-1,0\n" for i in range(6)), encoding="utf-8"
    )
    assert main(["groups", str(tmp_path / "p.csv"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["state"], found["demonstrable"], found["k"], found["clustered"]) == ("too_few", False, 0, 0)
    assert (found["labels"], found["sizes"], found["stability"], found["bridges"]) == ({}, [], [], [])


@pytest.mark.parametrize("method", ["landscape", "polis"])
def test_fewer_than_five_people_are_not_counted(capsys, tmp_path, method):
    (tmp_path / "p.csv").write_text(
        "participant,1,2,3\n" + "".join(f"{i},1,-1,0\n" for i in range(4)), encoding="utf-8"
    )
    assert main(["groups", str(tmp_path / "p.csv"), "--method", method]) == 0
    assert capsys.readouterr().out.startswith("minder dan 5 mensen, 3 zinnen, 12 keuzes")
    assert main(["groups", str(tmp_path / "p.csv"), "--method", method, "--html", str(tmp_path / "p.html")]) == 0
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "minder dan 5 mensen" in page
    assert "4 mensen" not in page


def test_the_landscape_with_groups_for_machines(of_brexit):
    found = of_brexit
    assert found["demonstrable"] is True
    assert found["k"] == len(found["sizes"]) == len(found["stability"]) == len(found["representative"]) >= 2
    assert found["clustered"] == len(found["labels"]) == sum(found["sizes"])
    assert [list(found["labels"].values()).count(g) for g in range(found["k"])] == found["sizes"]
    assert all(0 <= one <= 1 for one in found["stability"])
    assert {one["direction"] for group in found["representative"] for one in group} <= {"agree", "disagree"}
    assert any(found["representative"])
    assert set(found["group_aware_consensus"]) >= {str(one["statement"]) for one in found["bridges"]}
    for one in found["bridges"]:
        low, high = one["interval"]
        assert one["probability"] >= 0.9
        assert 0 <= low < high <= 1
    assert all(0 <= share <= 1 for share in found["membership"]["1"])
    assert found["between"][0]["groups"] == [0, 1]
    assert found["voices_of_the_few"]


def test_the_same_votes_give_the_same_json_in_any_order(capsys, tmp_path, of_brexit):
    for file in ("comments.csv", "participants-votes.csv"):
        first, *others = (Path(BREXIT) / file).read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / file).write_text("".join([first, *reversed(others)]), encoding="utf-8")
    assert main(["groups", str(tmp_path), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again == of_brexit


def test_both_for_people(capsys):
    assert main(["groups", LONDON]) == 0
    said = capsys.readouterr().out
    assert said.startswith("24 mensen en nog enkele, 36 zinnen, 638 keuzes\n\nWe zien ")
    assert "\nDit verbindt ons (" in said
    assert "\nDit weten we nog niet (" in said
    assert "24 mensen staan op het beeld, enkele niet." in said
    assert "26 mensen" not in said
    assert "Een - is: te weinig mensen voor een getal." in " ".join(said.split())
    assert all(len(line) <= 100 for line in said.splitlines())
    assert main(["groups", LONDON, "--method", "polis"]) == 0
    assert "Polis maakt er 3 groepen van. Zo veel mensen zitten erin: 6, 9, 9." in capsys.readouterr().out


def test_in_english(capsys):
    assert main(["groups", LONDON, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("24 people and a few more, 36 statements, 638 votes\n\nWe see ")
    assert not [word for word in ("denkrichting", "zinnen", "eens", "zeker") if word in said]


def test_a_table_alone_shows_numbers_instead_of_words(capsys):
    assert main(["groups", f"{LONDON}/participants-votes.csv", "--method", "polis"]) == 0
    assert "\n  18" in capsys.readouterr().out


def test_a_folder_that_cannot_be_read_gives_one_line(capsys, tmp_path):
    assert main(["groups", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"comments.csv: dit bestand ontbreekt in de map {tmp_path.name}.\n"


def test_a_page_that_cannot_be_written_gives_one_line(capsys, tmp_path):
    page = tmp_path / "nowhere" / "page.html"
    assert main(["groups", LONDON, "--method", "polis", "--html", str(page)]) == 1
    assert capsys.readouterr().err == "page.html: dit bestand kan hier niet worden geschreven.\n"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["groups"], "dit ontbreekt nog: DIR_OF_CSV"),
        (["groups", LONDON, "--seed", "x"], "--seed: verwacht: een heel getal vanaf 0"),
        (["groups", LONDON, "--seed", "-1"], "--seed: verwacht: een heel getal vanaf 0"),
        (["patterns", "a.csv", "q.yaml", "--seed", "-1"], "--seed: verwacht: een heel getal vanaf 0"),
        (["alike", "x.csv", "--seed", "-1"], "--seed: verwacht: een heel getal vanaf 0"),
        (["groups", LONDON, "--method", "magic"], "--method kan niet 'magic' zijn, kies uit "),
        (["groups", LONDON, "--json", "--html"], "--html en --json gaan niet samen"),
        (["groups", LONDON, "--dans"], "dit kennen we niet: --dans"),
        (["alike", "x.csv", "--most"], "achter --most hoort nog iets"),
        (["alike", "x.csv", "--most", "-1"], "--most: verwacht: een heel getal vanaf 0"),
        (["alike", "x.csv", "--most", "1.5"], "--most: verwacht: een heel getal vanaf 0"),
    ],
)
def test_wrong_use_is_said_in_dutch(wrong, says, capsys):
    with pytest.raises(SystemExit):
        main(wrong)
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["groups"],
        ["groups", LONDON, "--method", "magic"],
        ["groups", LONDON, "--seed", "x"],
        ["groups", LONDON, "--seed", "-1"],
        ["alike", "x.csv", "--most", "-1"],
        ["groups", LONDON, "--json", "--html"],
        ["dance"],
    ],
)
def test_wrong_use_is_two(wrong, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(wrong)
    assert stopped.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "zo kan het niet" in said.err
    assert said.err.count("\n") == 1


def test_a_page_without_a_name_stands_here_and_says_so(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["groups", LONDON, "--method", "polis", "--html"]) == 0
    assert capsys.readouterr().out == "De bladzijde staat in london.youth.policing.html.\n"
    assert (tmp_path / "london.youth.policing.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_pipe_that_closes_early_is_no_error():
    line = f"{sys.executable} -m sensemaking groups {LONDON} --method polis --json | head -c 10"
    told = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert (told.returncode, told.stderr) == (0, "")


def test_the_page_on_the_engine_names_the_chance_the_code_allows():
    described = (Path(__file__).parents[3] / "docs" / "engine.md").read_text(encoding="utf-8")
    assert f"groups ask {f'{CHANCE_ALLOWED:g}'.lstrip('0')} or less" in described


def test_every_key_that_is_written_is_described_and_the_other_way_round(capsys, of_brexit):
    described = (Path(__file__).parents[3] / "docs" / "engine.md").read_text(encoding="utf-8")
    part = described.split("## JSON of `groups`")[1].split("## JSON of `patterns`")[0]
    cells = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    keys = {key.strip("` ") for cell in cells for key in cell.split(",")}
    assert main(["groups", LONDON, "--method", "polis", "--json"]) == 0
    assert keys == {*of_brexit, *json.loads(capsys.readouterr().out)}


@pytest.fixture
def small_group(tmp_path):
    """Seventeen people of whom Polis puts three together."""
    lines = ["participant," + ",".join(map(str, range(10)))]
    lines += [f"{i}," + ",".join(["1" if i < 14 else "-1"] * 9 + [str(i % 3 - 1)]) for i in range(17)]
    (tmp_path / "p.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_beside_a_small_group_of_polis_no_size_and_no_figure_is_told(capsys, small_group):
    source = ["groups", str(small_group / "p.csv"), "--method", "polis"]
    assert main([*source, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert min(found["sizes"]) < 5 <= max(found["sizes"])
    assert main(source) == 0
    said = " ".join(capsys.readouterr().out.split())
    kept = "Een van de groepen is kleiner dan vijf mensen; daarom staan de aantallen er niet bij."
    assert f"Polis maakt er {found['k']} groepen van. {kept}" in said
    shared = said.split("Gedeeld door alle groepen")[1]
    assert not [one for one in shared.split() if "." in one]
    assert main([*source, "--html", str(small_group / "p.html")]) == 0
    page = (small_group / "p.html").read_text(encoding="utf-8")
    assert kept in page
    drawn = page.split('class="plane"')[1].split("</svg>")[0]
    assert drawn.count('class="dots-1"') == found["clustered"]
    assert 'class="dots-2"' not in drawn
    assert "0." not in page.split('id="shared"')[1].split("</main>")[0]


def test_one_statement_is_singular(capsys, tmp_path):
    (tmp_path / "p.csv").write_text("participant,1\n" + "".join(f"{i},{i % 2}\n" for i in range(20)), encoding="utf-8")
    assert main(["groups", str(tmp_path / "p.csv")]) == 0
    assert capsys.readouterr().out.startswith("20 mensen, 1 zin, 20 keuzes")
    assert main(["groups", str(tmp_path / "p.csv"), "--language", "en"]) == 0
    assert capsys.readouterr().out.startswith("20 people, 1 statement, 20 votes")
    assert main(["groups", str(tmp_path / "p.csv"), "--html", str(tmp_path / "p.html")]) == 0
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "1 zinnen" not in page
    assert "de ene zin" in page

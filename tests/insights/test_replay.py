"""A real conversation, cast again vote by vote through 26 phones, gives the same votes and the same groups."""

from pathlib import Path

LONDON = Path(__file__).parent.parent / "data" / "polis" / "london.youth.policing"


def test_what_is_stored_equals_the_file_and_the_groups_the_golden_figures(server):
    told = server.command("replay-polis", str(LONDON)).stdout
    assert "640 keuzes door 26 telefoons" in told
    assert "Bewaarde keuzes gelijk aan het bestand: ja" in told
    assert "k = 3, groottes 6/9/9" in told


def test_a_folder_that_is_no_export_is_explained(server, tmp_path):
    refused = server.command("replay-polis", str(tmp_path), check=False)
    assert refused.returncode != 0
    assert "Er is niets nagespeeld." in refused.stderr

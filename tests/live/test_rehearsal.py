"""A rehearsal goes through the running server's own addresses, from the door to the harvest."""

import re

import pytest

from werkplaats.live.rehearsal.script import script


def test_the_company_can_fill_five_tables():
    seats = script().seats(25)
    assert [table for table, _ in seats] == [table for table in range(1, 6) for _ in range(5)]
    assert len({character.name for _, character in seats}) == 25


def test_more_people_than_characters_start_the_company_again():
    seats = script().seats(32)
    assert [table for table, _ in seats[25:]] == [6, 6, 6, 6, 6, 7, 7]
    assert seats[25][1] == seats[0][1]


def test_every_card_rests_on_two_stories_of_its_own_table_and_fits_a_card():
    for company in script().tables:
        told = {person.story for person in company.people}
        for card in company.cards:
            assert len(card.rests_on) >= 2
            assert told.issuperset(card.rests_on)
            assert len(card.text) <= 200


def test_everybody_weighs_every_card():
    assert {view: set(weighs) for view, weighs in script().weighs.items()} == {
        view: set(script().card_texts) for view in ("A", "B", "C")
    }


@pytest.fixture(scope="module")
def rehearsed(server):
    return server.command("rehearse", "--people", "10", "--pace", "0.05").stdout


def test_a_rehearsal_goes_through_every_step(rehearsed):
    steps = re.findall(r"onderdeel (\d+) van 11?0?, ([^:]+): (\d+) antwoorden", rehearsed)
    assert [(int(n), int(answers)) for n, _, answers in steps] == [
        (1, 0),
        (2, 10),
        (3, 0),
        (4, 10),
        (5, 2),
        (6, 10),
        (7, 10),
        (8, 2),
        (9, 2),
        (10, 10),
        (11, 10),
    ]
    assert ", 0 geweigerd," in rehearsed


def test_progress_is_told_while_people_come_in(rehearsed):
    assert "1 van 10 mensen zijn er" in rehearsed
    assert "10 van 10 mensen zijn er" in rehearsed


def test_a_strange_number_of_people_is_explained(server):
    refused = server.command("rehearse", "--people", "0", check=False)
    assert refused.returncode != 0
    assert "Kies een aantal mensen van 1 tot 150." in refused.stderr


def test_a_session_that_is_no_rehearsal_is_not_filled(server):
    refused = server.command("rehearse", "--session", "6f0c4c60-0000-4000-8000-000000000000", check=False)
    assert "Deze proefsessie is er niet." in refused.stderr

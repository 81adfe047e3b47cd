import pytest

from sensemaking.texts.lemmas import STOP, lemma
from sensemaking.texts.synonyms import groups
from sensemaking.texts.thesaurus import ALIKE


def together(one, other):
    return bool(set(groups([lemma(one)])) & set(groups([lemma(other)])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deurwaarders", "schulden"),
        ("enveloppen", "brief"),
        ("mam", "moeder"),
        ("wijkzuster", "thuiszorg"),
        ("buurvrouwen", "overbuur"),
    ],
)
def test_words_for_the_same_thing_share_a_group(one, other):
    assert together(one, other) and together(other, one)


def test_words_for_other_things_share_none():
    assert not together("brief", "moeder")
    assert groups([]) == groups(["xyz"]) == []


def test_every_lemma_gives_all_its_groups_each_time_it_stands_there():
    assert len(groups(["bijstand"])) == 2
    assert groups(["bijstand", "bus", "bijstand"]) == [*groups(["bijstand"]), *groups(["bus"]), *groups(["bijstand"])]


def test_a_compound_takes_the_groups_of_its_longest_known_part():
    assert groups(["reuzendeurwaarder"]) == groups(["deurwaarder"])
    assert groups(["deurwaarderreus"]) == groups(["deurwaarder"])
    assert groups(["superthuiszorg"]) == groups(["thuiszorg"]), "and not those of zorg"


def test_a_part_is_four_letters_long_and_leaves_two():
    assert groups(["zzzbus"]) == []
    assert groups(["xbrief"]) == []
    assert groups(["xybrief"]) == groups(["brief"])


def test_every_line_of_the_thesaurus_is_a_group_without_doubles():
    for line in ALIKE.strip().splitlines():
        words = line.split()
        assert len(words) > 1 and len(set(words)) == len(words), line
        assert line == line.lower() and len({lemma(word) for word in words}) > 1, line
        assert not {*words, *map(lemma, words)} & STOP, line

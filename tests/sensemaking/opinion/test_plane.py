import numpy as np
import pytest

from sensemaking.opinion import plane as module
from sensemaking.opinion.cells import cells
from sensemaking.opinion.plane import leading_axes, plane
from tests.sensemaking.rooms import chance_room, planted_room


def by_svd(votes, out):
    """The same picture from a plain decomposition of the whole table."""
    matrix = np.where(out, 0.0, votes.matrix)
    seen = ~np.isnan(matrix)
    mean = np.where(seen, matrix, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0))
    centred = np.where(seen, matrix - mean, 0.0)
    _, lengths, axes = np.linalg.svd(centred, full_matrices=False)
    stretch = np.sqrt(matrix.shape[1] / np.maximum(1, seen.sum(axis=1)))
    alone = np.eye(matrix.shape[1]) * (1 - mean)
    return (
        centred @ axes[:2].T * stretch[:, None],
        alone @ axes[:2].T * np.sqrt(matrix.shape[1]),
        (lengths**2 / (lengths**2).sum())[:2],
    )


@pytest.mark.parametrize(("people", "statements"), [(30, 12), (9, 40), (40, 40)])
@pytest.mark.parametrize("out", [(), (0, 5)])
def test_the_picture_is_the_plain_one(people, statements, out):
    votes = planted_room(3, people=people, statements=statements, missing=0.4)
    left_out = np.isin(np.arange(statements), out)
    drawn = plane(cells(votes), left_out)
    places, alone, explained = by_svd(votes, left_out)
    assert np.abs(drawn.people) == pytest.approx(np.abs(places), abs=1e-9)
    assert np.abs(drawn.statements) == pytest.approx(np.abs(alone), abs=1e-9)
    assert drawn.explained == pytest.approx(explained, abs=1e-9)


@pytest.mark.parametrize("shape", [(500, 260), (260, 500)])
def test_a_large_gram_matrix_is_never_made_and_the_axes_are_the_same(shape, monkeypatch):
    votes = planted_room(1, people=shape[0], statements=shape[1], missing=0.5).matrix
    centred = np.where(np.isnan(votes), 0.0, votes)
    axes, explained = leading_axes(centred)
    monkeypatch.setattr(module, "LARGEST_GRAM", 10_000)
    plain, share = leading_axes(centred)
    assert axes == pytest.approx(plain, abs=1e-9)
    assert explained == pytest.approx(share, abs=1e-12)


def test_large_votes_give_the_same_axes_every_time():
    votes = chance_room(1, people=300, statements=230).matrix
    centred = np.where(np.isnan(votes), 0.0, votes)
    assert leading_axes(centred)[0].tobytes() == leading_axes(centred.copy())[0].tobytes()


def test_an_axis_points_to_its_largest_loading_and_has_length_one():
    axes, _ = leading_axes(planted_room(4, missing=0.0).matrix)
    assert (axes[np.arange(2), np.abs(axes).argmax(axis=1)] > 0).all()
    assert np.linalg.norm(axes, axis=1) == pytest.approx([1, 1])


@pytest.mark.parametrize("size", [6, 300])
def test_one_direction_gives_one_axis(size):
    line = np.outer(np.linspace(-1, 1, size), np.ones(size))
    axes, explained = leading_axes(line)
    assert explained == pytest.approx([1.0, 0.0])
    assert not axes[1].any()


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 3), (4, 4), (300, 300)])
def test_no_difference_gives_no_axis(shape):
    axes, explained = leading_axes(np.zeros(shape))
    assert not axes.any()
    assert not explained.any()

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensemaking.opinion.kmeans import lloyd, silhouette

places = st.lists(st.tuples(*[st.integers(-3, 3)] * 2), min_size=4, max_size=90)


def plain_lloyd(points, centres):
    """One run, one person at a time."""
    centres = np.array(centres, dtype=float)
    while True:
        distance = [((centres - point) ** 2).sum(axis=1) for point in points]
        labels = [int(one.argmin()) for one in distance]
        members = [[i for i, label in enumerate(labels) if label == g] for g in range(len(centres))]
        furthest = sorted(range(len(points)), key=lambda i: -distance[i].min())
        for g in range(len(centres)):
            if labels.count(g) == 0:
                moved = furthest.pop(0)
                members[labels[moved]].remove(moved)
                members[g] = [moved]
        after = np.array([points[one].mean(axis=0) for one in members])
        shift, centres = ((after - centres) ** 2).sum(), after
        if shift <= 1e-4 * points.var(axis=0).mean():
            return [int(((centres - point) ** 2).sum(axis=1).argmin()) for point in points]


def plain_silhouette(points, labels):
    widths = []
    for i, point in enumerate(points):
        distance = np.sqrt(((points - point) ** 2).sum(axis=1))
        own = (labels == labels[i]).sum() - 1
        if own == 0:
            widths.append(0.0)
            continue
        a = distance[labels == labels[i]].sum() / own
        b = min(distance[labels == g].mean() for g in set(labels.tolist()) - {labels[i]})
        widths.append((b - a) / max(a, b) if max(a, b) > 0 else 0.0)
    return float(np.mean(widths))


def test_silhouette_by_hand():
    points = np.array([[0.0, 0], [1, 0], [10, 0]])
    first = (10 - 1) / 10
    second = (9 - 1) / 9
    assert silhouette(points, np.array([[0, 0, 1]])) == pytest.approx([(first + second + 0) / 3])


@settings(max_examples=60, deadline=None)
@given(places, st.integers(0, 2**32))
def test_silhouette_is_the_plain_one_for_every_labelling(drawn, seed):
    points = np.array(drawn, dtype=float)
    labels = np.random.default_rng(seed).integers(0, 4, (3, len(points)))
    labels[:, :2] = [[0, 1], [0, 2], [1, 3]]
    assert silhouette(points, labels) == pytest.approx([plain_silhouette(points, one) for one in labels], abs=1e-12)


def test_everyone_in_one_place_has_no_width():
    assert silhouette(np.ones((4, 2)), np.array([[0, 0, 1, 1]])) == pytest.approx([0.0])


@pytest.mark.parametrize("seed", range(12))
def test_runs_side_by_side_are_the_plain_runs_one_by_one(seed):
    random = np.random.default_rng(seed)
    points = random.normal(size=(40, 2)) + random.integers(0, 2, (40, 1)) * 4
    starts = [points[random.choice(40, k, replace=False)] for k in (2, 3, 4, 5)]
    assert lloyd(points, starts).tolist() == [plain_lloyd(points, start) for start in starts]


@pytest.mark.parametrize("seed", range(12))
def test_runs_of_which_a_centre_loses_everyone_are_the_plain_ones(seed):
    random = np.random.default_rng(seed)
    points = random.normal(size=(30, 2))
    starts = [np.vstack([points[:k], [[40.0 + k, 0]], [[0, 90.0]]]) for k in (1, 2, 3)]
    assert lloyd(points, starts).tolist() == [plain_lloyd(points, start) for start in starts]


def test_who_stands_just_between_two_centres_goes_to_the_first_and_counts_there_alone():
    points = np.array([[-1.0, 0], [0, 0], [1, 0], [0.2, 0]])
    assert lloyd(points, [points[[0, 2]]]).tolist() == [[0, 0, 1, 1]]


def test_a_run_stops_when_its_centres_hardly_move():
    points = np.array(
        [[403.0, 11], [4, 9], [4, 6], [11, 9], [0, 11], [0, 7], [0, 9], [8, 6], [2, 9]]
    )  # one more round would bring the sixth to the second centre
    assert lloyd(points, [points[:3]]).tolist() == [[0, 1, 2, 2, 1, 2, 1, 2, 1]]


def test_a_centre_that_loses_everyone_moves_to_the_furthest_point():
    points = np.array([[0.0, 0], [0, 1], [5, 5], [9, 9]])
    labels = lloyd(points, [np.array([[0.0, 0.5], [7, 7], [99, 99]])])[0]
    assert labels.tolist() in ([0, 0, 1, 2], [0, 0, 2, 1])

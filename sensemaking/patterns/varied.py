"""A few stories that differ most, to read beside each other before any figure."""

from __future__ import annotations

import numpy as np

from sensemaking.patterns.answers import Answers, Id
from sensemaking.patterns.found import Array, Flags, Whole
from sensemaking.patterns.subjects import Subject, features, subjects


def varied(answers: Answers, size: int) -> tuple[Id, ...]:
    """Up to `size` stories of different tellers, each as far as can be from those before it.

    Distance: the mean difference over the questions both answered (Gower 1971), nought with less than
    half of the questions in common. The first is the one furthest from the average answers. Equal
    distances: the first id (as text).
    """
    given = answers.sorted()
    blocks = [(_scores(subject), subject.answered) for subject in subjects(given)]
    if not blocks or not given.stories:
        return ()
    whose = given.teller_codes()
    free = np.any([answered for _, answered in blocks], axis=0)
    average = [scores[answered].mean(axis=0) if answered.any() else scores[0] for scores, answered in blocks]
    nearest = _from(average, np.ones(len(blocks), dtype=bool), blocks)
    chosen: list[int] = []
    while len(chosen) < size and free.any():
        story = int(np.where(free, nearest, -1.0).argmax())
        if chosen and nearest[story] <= 0:
            break
        distance = _from([scores[story] for scores, _ in blocks], _row(blocks, story), blocks)
        nearest = distance if not chosen else np.minimum(nearest, distance)
        chosen.append(story)
        free &= whose != whose[story]
    return tuple(given.stories[story] for story in chosen)


def _scores(subject: Subject) -> Array:
    """(n, features) from 0 to 1; what was not answered is 0 and left out of every distance."""
    scores = np.column_stack([feature.values / feature.end for feature in features(subject)])
    return np.where(subject.answered[:, None], scores, 0.0)


def _row(blocks: list[tuple[Array, Flags]], story: int) -> Flags:
    return np.array([answered[story] for _, answered in blocks], dtype=bool)


def _from(point: list[Array], has: Flags, blocks: list[tuple[Array, Flags]]) -> Array:
    """The distance of every story to one point (scores per subject; `has`: which it answered)."""
    total = np.zeros(len(blocks[0][0]))
    common: Whole = np.zeros(len(total), dtype=np.int64)
    for (scores, answered), place, known in zip(blocks, point, has, strict=True):
        if known:
            width = 2 if scores.shape[1] > 1 else 1
            total += np.where(answered, np.abs(scores - place).sum(axis=1) / width, 0.0)
            common += answered
    return np.where(2 * common >= len(blocks), total / np.maximum(common, 1), 0.0)

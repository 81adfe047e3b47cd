"""Invented rooms for the engine's tests."""

import numpy as np

from sensemaking import Votes


def room(matrix, moderated_out=()):
    people, statements = np.shape(matrix)
    return Votes(matrix, tuple(range(people)), tuple(range(100, 100 + statements)), frozenset(moderated_out))


def chance_room(seed, people=30, statements=12, missing=0.1):
    """Everyone answers for themselves: what people answer to one statement says nothing of the next."""
    random = np.random.default_rng(seed)
    popular = random.uniform(0.2, 0.8, statements)
    matrix = np.where(random.random((people, statements)) < popular, 1.0, -1.0)
    return _with_gaps(matrix, random, missing)


def planted_room(seed, people=30, groups=2, statements=20, clear=0.9, missing=0.1):
    """Person i belongs to group i % groups; each group leans its own way on each statement."""
    random = np.random.default_rng(seed)
    leans = np.where(random.random((groups, statements)) < 0.5, clear, 1 - clear)
    matrix = np.where(random.random((people, statements)) < leans[np.arange(people) % groups], 1.0, -1.0)
    return _with_gaps(matrix, random, missing)


def _with_gaps(matrix, random, missing):
    matrix[random.random(matrix.shape) < 0.1] = 0.0
    matrix[random.random(matrix.shape) < missing] = np.nan
    return room(matrix)


def shuffled(votes, random):
    """The same votes with rows and columns in another order."""
    rows, columns = list(range(len(votes.people))), list(range(len(votes.statements)))
    random.shuffle(rows)
    random.shuffle(columns)
    return Votes(
        votes.matrix[np.ix_(rows, columns)],
        tuple(votes.people[i] for i in rows),
        tuple(votes.statements[j] for j in columns),
        votes.moderated_out,
    )


def alike(labels, others):
    """Adjusted Rand index of two labellings: 1 is the same division, 0 is chance."""
    table = np.zeros((max(labels) + 1, max(others) + 1))
    np.add.at(table, (np.asarray(labels), np.asarray(others)), 1)

    def pairs(counts):
        return float((counts * (counts - 1) / 2).sum())

    both, left, right = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = left * right / pairs(np.array([len(labels)]))
    most = (left + right) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)

"""Invented rooms of which it is known who belongs together, and shuffled real ones."""

import numpy as np


def planted(seed, people=60, statements=30, groups=2, share=0.7, clear=0.85, sizes=None, missing=0.1):
    """Votes, and who belongs where. On a `share` of the statements each group leans its own way (two
    groups may lean alike); a member follows the own group `clear` of the times."""
    random = np.random.default_rng(seed)
    labels = np.arange(people) % groups if sizes is None else np.repeat(np.arange(groups), sizes)
    leans = random.random((groups, statements)) < 0.5
    together = random.random(statements) > share
    leans[:, together] = leans[:1, together]
    agree = np.where(leans, clear, 1 - clear)[labels]
    return _answered(random, agree, missing), labels


def chance(seed, people=60, statements=30, missing=0.1):
    """Everyone answers for themselves."""
    random = np.random.default_rng(seed)
    return _answered(random, np.broadcast_to(random.uniform(0.2, 0.8, statements), (people, statements)), missing)


def on_a_scale(seed, people=60, statements=20, pull=2.0, missing=0.1):
    """People stand normally spread on one scale, on which each statement has its own place."""
    random = np.random.default_rng(seed)
    stands = random.normal(size=people)
    opinion = np.outer(stands, random.normal(size=statements) * pull) + random.normal(size=statements)
    return _answered(random, 1 / (1 + np.exp(-opinion)), missing)


def shuffled_votes(matrix, seed):
    """The answers to each statement moved among those who saw it."""
    random = np.random.default_rng(seed)
    moved = matrix.copy()
    for column in moved.T:
        seen = np.flatnonzero(~np.isnan(column))
        column[seen] = column[random.permutation(seen)]
    return moved


def _answered(random, agree, missing):
    matrix = np.where(random.random(agree.shape) < agree, 1.0, -1.0)
    matrix[random.random(matrix.shape) < 0.1] = 0.0
    matrix[random.random(matrix.shape) < missing] = np.nan
    return matrix

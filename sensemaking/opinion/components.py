"""How many dimensions do these votes have? As many as help to foretell votes held out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sensemaking.opinion.eigen import leading_vectors
from sensemaking.opinion.votes import Array

MOST_COMPONENTS = 4
FOLDS = 5
RIDGE = 4.0
TURNS = 3


def components(matrix: Array, random: np.random.Generator) -> int:
    """The rank, 0 to 4, of the factorisation that foretells held-out votes best.

    `matrix`: people x statements, NaN = not seen. A fifth of the votes is left out five times; the
    others give each statement's mean and a ridge factorisation (people x rank times rank x
    statements, alternating least squares). The smallest squared error on the votes left out wins;
    0 means that nothing foretells better than the statement's mean.
    """
    seen = ~np.isnan(matrix)
    votes = np.where(seen, matrix, 0.0)
    fold = np.full(matrix.shape, -1)
    fold[seen] = random.permutation(int(seen.sum())) % FOLDS
    most = max(0, min(MOST_COMPONENTS, *(side - 1 for side in matrix.shape)))
    errors = np.zeros(most + 1)
    for left_out in range(FOLDS):
        test = fold == left_out
        errors += _errors(votes, seen & ~test, test, most)
    return int(errors.argmin())


def _errors(votes: Array, train: NDArray[np.bool_], test: NDArray[np.bool_], most: int) -> Array:
    """Squared error on `test` of ranks 0..most fitted on `train`."""
    mean = (votes * train).sum(axis=0) / np.maximum(1, train.sum(axis=0))
    centred = np.where(train, votes - mean, 0.0)
    held_out = (votes - mean)[test]
    start = _loadings(centred, most)
    foretold = [np.zeros(len(held_out))]
    foretold += [factorised(centred, train.astype(float), start[:, :rank])[test] for rank in range(1, most + 1)]
    return np.array([((held_out - one) ** 2).sum() for one in foretold])


def factorised(centred: Array, weights: Array, loadings: Array) -> Array:
    """The ridge factorisation of `centred` (people x statements) over cells with weight 1, from
    first `loadings` (statements x rank); people's factors are scaled to mean square 1."""
    for _ in range(TURNS):
        people = _ridge(centred, weights, loadings)
        people = people / np.maximum(np.sqrt((people**2).mean(axis=0)), 1e-9)
        loadings = _ridge(centred.T, weights.T, people)
    return _ridge(centred, weights, loadings) @ loadings.T


def _ridge(values: Array, weights: Array, factors: Array) -> Array:
    """Per row the coefficients on `factors` (columns x rank) with penalty RIDGE."""
    rank = factors.shape[1]
    outer = (factors[:, :, None] * factors[:, None, :]).reshape(len(factors), -1)
    squares = (weights @ outer).reshape(-1, rank, rank) + RIDGE * np.eye(rank)
    return np.asarray(np.linalg.solve(squares, (values @ factors)[:, :, None])[:, :, 0])


def _loadings(centred: Array, rank: int) -> Array:
    """First loadings, statements x rank: the leading components of the votes."""
    people, width = centred.shape
    if people >= width:
        return np.asarray(leading_vectors((centred.T @ centred)[None], rank)[0][0] * np.sqrt(width))
    axes, values = leading_vectors((centred @ centred.T)[None], rank)
    return np.asarray(centred.T @ axes[0] / np.sqrt(np.maximum(values[0], 1e-9)) * np.sqrt(width))

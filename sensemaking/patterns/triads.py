"""Triads: three shares that sum to one, described by their log-ratios.

A dot in a triangle has no ordinary average: the shares are tied to each other. So we compute with
the logarithms of their ratios (Aitchison 1986) in two plain coordinates (isometric log-ratios,
Egozcue et al. 2003; `compositions.log_ratios`) and map the outcome back into the triangle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtri

from sensemaking.patterns.compositions import log_ratios
from sensemaking.patterns.found import Array, Flags, Whole

CONTENT = 0.9
NEAR_CENTRE = 0.05
HUDDLED = 0.2
FEWEST_TO_WARN = 10
FEWEST_FOR_REGION = 5
STEPS = 72
ROUNDING = 1e-9
BASIS = np.array([[1.0, -1.0, 0.0], [1.0, 1.0, -2.0]]) / np.sqrt([[2.0], [6.0]])


@dataclass(frozen=True, eq=False)
class TriadView:
    """Where the dots of one triad lie, all together or of one group.

    `n` stories of `tellers` tellers; `missing` gave no answer, `not_applicable` said "past niet".
    `centre`: three shares, the log-ratio mean, None without answers. `region`: STEPS points
    (three shares each) round the area that holds the mean of all such stories with 90%
    confidence, tellers taken as the units; empty below five tellers or when all dots of all
    tellers are in one spot or on one line. `huddled`: share of the dots within 5 points of the
    middle; `huddles`: there are ten dots or more and at least a fifth of them huddle there.
    """

    n: int
    tellers: int
    missing: int
    not_applicable: int
    centre: tuple[float, float, float] | None
    region: tuple[tuple[float, float, float], ...]
    huddled: float | None
    huddles: bool


def shares_of(coordinates: Array) -> Array:
    """The shares (..., 3) at isometric log-ratio coordinates (..., 2)."""
    logs = coordinates @ BASIS
    raised = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def describe(shares: Array, tellers: Whole, not_applicable: Flags) -> TriadView:
    """What the dots `shares` (n, 3; a row of NaN is no answer) of `tellers` (n,) have in common."""
    answered = ~np.isnan(shares).any(axis=1)
    dots, whose = shares[answered], tellers[answered]
    places = log_ratios(dots)
    huddled = float(near_centre(dots).mean()) if len(dots) else None
    mean = places.mean(axis=0) if len(dots) else None
    return TriadView(
        n=len(dots),
        tellers=len(np.unique(whose)),
        missing=int((~answered & ~not_applicable).sum()),
        not_applicable=int(not_applicable.sum()),
        centre=None if mean is None else _triple(shares_of(mean)),
        region=tuple(_triple(shares_of(point)) for point in mean_region(places, whose)),
        huddled=huddled,
        huddles=huddled is not None and len(dots) >= FEWEST_TO_WARN and huddled >= HUDDLED,
    )


def near_centre(shares: Array) -> Flags:
    """(n,): True where every share is within 5 points of a third."""
    return np.asarray((np.abs(shares - 1 / 3) <= NEAR_CENTRE + ROUNDING).all(axis=1))


def mean_region(places: Array, tellers: Whole) -> Array:
    """STEPS points (STEPS, 2) on the ellipse that holds the mean of such `places` (n, 2) with 90% confidence.

    Hotelling's T squared with the covariance of the mean over tellers (cluster sandwich): S is
    t/(t-1) times the sum over tellers of d d', d being the sum of the teller's places less the
    mean, divided by n; the ellipse is (z - mean)' S^-1 (z - mean) = 2 (t-1)/(t-2) F(0.9; 2, t-2).
    An empty array (0, 2) below five tellers or when the ellipse has no area.
    """
    count = len(np.unique(tellers))
    if count < FEWEST_FOR_REGION:
        return np.empty((0, 2))
    mean = places.mean(axis=0)
    covariance = _covariance_of_mean(places - mean, tellers)
    values, axes = np.linalg.eigh(covariance)
    if values[0] <= ROUNDING * max(values[1], ROUNDING):
        return np.empty((0, 2))
    reach = 2 * (count - 1) / (count - 2) * float(fdtri(2, count - 2, CONTENT))
    turn = np.linspace(0, 2 * np.pi, STEPS, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return np.asarray(mean + circle * np.sqrt(values * reach) @ axes.T)


def _covariance_of_mean(deviations: Array, tellers: Whole) -> Array:
    whose, place = np.unique(tellers, return_inverse=True)
    sums = np.zeros((len(whose), 2))
    np.add.at(sums, place, deviations)
    return np.asarray(sums.T @ sums / len(deviations) ** 2 * len(whose) / (len(whose) - 1))


def _triple(shares: Array) -> tuple[float, float, float]:
    first, second, third = (float(share) for share in shares)
    return first, second, third

"""Invented answers to questions about stories."""

import numpy as np

SIZES = (1, 2, 3, 4, 5)


def alone(stories):
    return np.arange(stories)


def tellers_of(random, people, sizes=SIZES):
    """Everyone tells one of `sizes` stories: a teller's number per story."""
    return np.repeat(np.arange(people), random.choice(sizes, people))


def leaning(random, tellers, effect):
    """A number per story that hangs together within tellers: `effect` is the share of the spread that is theirs."""
    own = random.normal(size=tellers.max() + 1)[tellers]
    return np.sqrt(effect) * own + np.sqrt(1 - effect) * random.normal(size=len(tellers))


def choice(random, tellers, options=4, effect=0.8, even=True):
    """Options 0.. of which a teller's stories share more the larger the effect."""
    weights = np.ones(options) if even else np.arange(options, 0, -1) ** 2
    return cut(random, leaning(random, tellers, effect), weights / weights.sum())


def cut(random, latent, shares):
    """Cut a normal number into options by share, named in a drawn order."""
    edges = np.quantile(latent, np.cumsum(shares)[:-1])
    return random.permutation(len(shares))[np.searchsorted(edges, latent)]


def scale(random, tellers, effect=0.8, points=11):
    """0 .. points-1 with ties."""
    latent = leaning(random, tellers, effect)
    return np.clip(np.round((latent + 2) / 4 * (points - 1)), 0, points - 1)


def triad(random, tellers, effect=0.8):
    """Three shares per story."""
    logs = np.column_stack([leaning(random, tellers, effect) for _ in range(3)])
    raised = np.exp(1.5 * logs)
    return raised / raised.sum(axis=1, keepdims=True)

"""What the words of a landscape give away: an attacker knows how many weighed a statement, the verdict, whether it is
nearly certain, and in a word how most people weighed it; and tries every split of that many people."""

from collections import defaultdict

import numpy as np
import pytest

from sensemaking.opinion.judge import judged
from sensemaking.small import FEWEST


def given_away(n):
    """What reads as one count below five, with what was shown."""
    splits = [(a, d, n - a - d) for a in range(n + 1) for d in range(n + 1 - a)]
    nobody = np.zeros((0, len(splits), 3))
    shown = defaultdict(list)
    for view, split in zip(
        judged(range(len(splits)), np.array(splits, dtype=float), nobody, nobody, enough=True), splits, strict=True
    ):
        shown[view.verdict, view.nearly_certain, view.room_view].append(split)
    return [
        (key, counts)
        for key, those in shown.items()
        for counts in ({split[side] for split in those} for side in range(3))
        if len(counts) == 1 and min(counts) < FEWEST
    ]


@pytest.mark.parametrize("n", [*range(5, 33), 40])
def test_no_verdict_gives_away_a_count_below_five(n):
    assert given_away(n) == []


def verdict(*counts):
    nobody = np.zeros((0, 1, 3))
    return judged(["s"], np.array([counts], dtype=float), nobody, nobody, enough=True)[0].verdict


def test_the_line_is_drawn_at_nine_in_ten():
    """Of nine, seven for it: P(a majority) = .945; six: .828. Of a hundred, 33 on each side: .946; 30: .81."""
    assert (verdict(7, 2, 0), verdict(6, 3, 0)) == ("bridge", "unknown")
    assert (verdict(2, 7, 0), verdict(3, 6, 0)) == ("shared_no", "unknown")
    assert (verdict(33, 33, 34), verdict(30, 30, 40)) == ("divides", "unknown")

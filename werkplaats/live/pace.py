"""A generous limit per seat; never per address, so that one phone cannot lock out a hall."""

import math
from dataclasses import dataclass, field

BURST = 120
PER_SECOND = 5.0


@dataclass
class Pace:
    """Each seat may post `BURST` times at once and `PER_SECOND` after that. Times are in seconds."""

    left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, seat: str, now: float) -> int:
        """0 when this post may go on; else how many whole seconds to wait."""
        amount, at = self.left.get(seat, (float(BURST), now))
        amount = min(float(BURST), amount + (now - at) * PER_SECOND)
        if amount < 1:
            self.left[seat] = (amount, now)
            return math.ceil((1 - amount) / PER_SECOND)
        self.left[seat] = (amount - 1, now)
        return 0

"""Short Dutch texts that look alike."""

from sensemaking.texts.lookalikes import alike, nearest
from sensemaking.texts.meaning import MissingExtra
from sensemaking.texts.piles import Pile, PilesError, piles

__all__ = ["MissingExtra", "Pile", "PilesError", "alike", "nearest", "piles"]

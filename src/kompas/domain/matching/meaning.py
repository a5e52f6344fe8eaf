"""Likeness of meaning, as a language model hears it: what words and themes leave untold, other languages above all.

A model cannot say why two phrases are alike. So its tie counts for little: it fills only the room that words and themes
left open, and where they tie nothing it must be surer before it may speak. Figures are in docs/adr.
"""

from collections.abc import Sequence
from operator import mul
from typing import Protocol

Vector = Sequence[float]
"""What a model makes of a text: a direction, of length 1."""

FLOOR = 0.2
"""Phrases whose vectors have a smaller cosine are strangers; half of all pairs of phrases lie below 0.15."""
ALONE = 0.4
"""From this cosine two phrases may be tied by meaning alone; of all pairs of phrases 0.4 % lie above it."""
MEANING_SHARE = 0.35
"""What meaning at its best adds to the weight of a reason."""


class Encoder(Protocol):
    """Turns texts into vectors, one for each text and in the same order."""

    @property
    def name(self) -> str:
        """Name the model and its version: vectors of two models cannot be compared."""
        ...

    def encode(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Return the vector of each text."""
        ...


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike the directions of two vectors of length 1 are: 1 for the same, about 0 for strangers."""
    alike: float = sum(map(mul, one, other))
    return min(alike, 1.0)


def weigh_meaning(giving: Vector, taking: Vector, told: float = 0.0) -> float:
    """Return what likeness of meaning adds to a reason whose other ties weigh `told`: 0 for no tie, together at most 1.

    Three decimals: the same phrases encoded in another batch differ in the fifth.
    """
    alike = cosine(giving, taking)
    if alike < (FLOOR if told else ALONE):
        return 0.0
    return round(MEANING_SHARE * max(1 - told, 0) * (alike - FLOOR) / (1 - FLOOR), 3)

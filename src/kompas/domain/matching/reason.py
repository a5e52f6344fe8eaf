"""Ties, reasons and suggestions: the evidence is the score, and what is shown is what counted."""

from dataclasses import dataclass
from enum import StrEnum

from kompas.domain.phrase import Facet, Phrase


class TieKind(StrEnum):
    """How two words are tied, the firmest first."""

    WORD = "word"
    STEM = "stem"
    PART = "part"
    SPELLING = "spelling"
    THEME = "theme"
    PARENT = "parent"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two words that tie two phrases, as written; `theme` is the id of the theme they share, if that ties them.

    `weight` is this tie's share in the weight of its reason.
    """

    kind: TieKind
    giving: str
    taking: str
    weight: float
    theme: str | None = None


class ReasonKind(StrEnum):
    """The essay's grounds for linking groups: something to offer each other, or to learn from each other."""

    GIVES = "gives"
    LEARNS = "learns"
    DREAMS = "dreams"
    ALIKE = "alike"


SIDES: dict[ReasonKind, tuple[frozenset[Facet], Facet]] = {
    ReasonKind.GIVES: (frozenset({Facet.OFFERS, Facet.TALENTS, Facet.DOES}), Facet.ASKS),
    ReasonKind.LEARNS: (frozenset({Facet.DOES}), Facet.IDEAS),
    ReasonKind.DREAMS: (frozenset({Facet.IDEAS}), Facet.IDEAS),
    ReasonKind.ALIKE: (frozenset({Facet.DOES}), Facet.DOES),
}
"""For each ground: the facets of the phrase that gives, and the facet of the phrase that takes."""

SHARES: dict[ReasonKind, float] = {
    ReasonKind.GIVES: 1.0,
    ReasonKind.LEARNS: 1.0,
    ReasonKind.DREAMS: 0.8,
    ReasonKind.ALIKE: 0.4,
}
"""How much a ground counts: helping and learning most; doing the same elsewhere is a weak ground."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a meeting: a phrase of each group and the words that tie them. `weight` lies between 0 and 1."""

    kind: ReasonKind
    giving: Phrase
    taking: Phrase
    ties: tuple[Tie, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two groups that might like to meet, and why; the strongest reason comes first, and there is always one."""

    groups: tuple[str, str]
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """The weight of all reasons together: each next one counts half as much as the one before."""
        return sum(reason.weight * 0.5**rank for rank, reason in enumerate(self.reasons))

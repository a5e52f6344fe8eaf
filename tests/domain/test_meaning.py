"""A tie by meaning is weak, told apart, and never shouts down what words say; the model here is a toy."""

from collections.abc import Sequence

import pytest

from kompas.domain.matching.meaning import ALONE, FLOOR, MEANING_SHARE, Encoder, Vector, cosine, weigh_meaning


class Toy:
    """Knows two ideas: sitting and moving; a text is as much of either as it has their letters."""

    name = "toy 1"

    def encode(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Return a vector of two numbers for each text."""
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> Vector:
        sits, moves = sum(map(text.count, "zit")), sum(map(text.count, "fes"))
        length = (sits * sits + moves * moves) ** 0.5
        return (sits / length, moves / length)


def at(cosine_to_first: float) -> Vector:
    """Return the vector with this cosine to (1, 0)."""
    return (cosine_to_first, (1 - cosine_to_first**2) ** 0.5)


FIRST = at(1.0)


def test_any_encoder_of_this_shape_will_do() -> None:
    """The protocol asks for a name and for vectors; a toy has both."""
    toy: Encoder = Toy()
    near, same, far = toy.encode(["zit", "zitzit", "feest"])
    assert cosine(near, same) == pytest.approx(1.0)
    assert weigh_meaning(near, same) > weigh_meaning(near, far)


@pytest.mark.parametrize("alike", [-0.5, 0.0, FLOOR - 0.01])
def test_strangers_have_no_tie(alike: float) -> None:
    """Below the floor nothing is added, whatever the words say."""
    assert weigh_meaning(FIRST, at(alike), told=0.5) == 0.0


def test_meaning_alone_must_be_surer() -> None:
    """Between the floor and `ALONE` meaning supports other ties, and makes none of its own."""
    between = at((FLOOR + ALONE) / 2)
    assert weigh_meaning(FIRST, between, told=0.1) > 0
    assert weigh_meaning(FIRST, between) == 0.0
    assert weigh_meaning(FIRST, at(ALONE + 0.01)) > 0


def test_more_alike_weighs_more_up_to_its_share() -> None:
    """The weight grows with the cosine, and ends at the share of meaning."""
    weights = [weigh_meaning(FIRST, at(alike)) for alike in (0.5, 0.7, 0.9, 1.0)]
    assert weights == sorted(set(weights))
    assert weights[-1] == MEANING_SHARE


@pytest.mark.parametrize("told", [0.0, 0.3, 0.99, 1.0, 1.2])
def test_all_ties_together_weigh_at_most_one(told: float) -> None:
    """Meaning fills the room that the other ties left."""
    assert told + weigh_meaning(FIRST, FIRST, told) <= max(told, 1.0)


def test_giving_and_taking_may_change_places() -> None:
    """A-B weighs what B-A weighs."""
    assert weigh_meaning(FIRST, at(0.6), 0.2) == weigh_meaning(at(0.6), FIRST, 0.2)


def test_rounding_of_the_cache_changes_no_weight() -> None:
    """A vector that is a hair longer than 1 is still at most the same."""
    assert cosine((1.0005, 0.0), (1.0005, 0.0)) == 1.0

"""The questions of the guided round: their order, and which line comes on or goes back."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kompas.domain.phrase import Facet

LISTS = (*(facet.value for facet in Facet), "promises", "obstacles")
"""The keys of a note that take more than one answer."""
QUESTIONS = ("group", "place", *LISTS, "left_behind", "lesson")
"""The keys of a note that are asked for, in this order."""
REVIEW = "review"
"""What comes after the last question: the note as it will be read."""


class Spot(NamedTuple):
    """One line to answer: the question, and which of its answers, from 0."""

    key: str
    number: int = 0


def list_answers(told: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """Return the answers to the question `key` in `told`, which has the keys of a note."""
    value = told.get(key) or ()
    return tuple(value) if key in LISTS else (value,) if value else ()


def put_answer(told: Mapping[str, Any], spot: Spot, answer: Any) -> dict[str, Any]:
    """Return `told` with `answer` at `spot`; an empty answer takes out what stood there."""
    before = list_answers(told, spot.key)
    after = [*before[: spot.number], *([answer] if answer else ()), *before[spot.number + 1 :]]
    rest = {key: value for key, value in told.items() if key != spot.key}
    return rest | ({spot.key: after if spot.key in LISTS else after[0]} if after else {})


def step_on(told: Mapping[str, Any], spot: Spot, questions: Sequence[str], *, is_filled: bool) -> Spot | None:
    """Return the line after `spot`, None after the last; a list goes on until a line is left empty."""
    if spot.key in LISTS and is_filled:
        return Spot(spot.key, spot.number + 1)
    if spot.key in LISTS and spot.number < len(list_answers(told, spot.key)):
        return spot  # a line was taken out of the middle, and the next one stands in its place
    later = questions[questions.index(spot.key) + 1 :]
    return Spot(later[0]) if later else None


def step_back(told: Mapping[str, Any], spot: Spot, questions: Sequence[str]) -> Spot:
    """Return the line before `spot`: the last answer of the question before, or its open line. The first one stays."""
    if spot.number:
        return Spot(spot.key, spot.number - 1)
    before = questions[: questions.index(spot.key)]
    return Spot(before[-1], max(0, len(list_answers(told, before[-1])) - 1)) if before else spot

"""Introductions: the outcome of a suggestion between two groups, and nothing more."""

from typing import Any

import pytest
from pydantic import ValidationError

from kompas.domain.answer import Answer
from kompas.domain.introduction import Introduction


def make(**texts: Any) -> Introduction:
    """Return an introduction with these texts."""
    return Introduction.model_validate(
        {"date": "2026-11-23", "between": ["Koor", "Kookclub"], "answer": "asked", **texts}
    )


@pytest.mark.parametrize("answer", ["asked", "yes", "no", "on-their-own"])
def test_there_are_four_answers(answer: str) -> None:
    """An introduction keeps one of four answers."""
    assert make(answer=answer).answer.value == answer
    assert len(Answer) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"between": ["Koor"]},
        {"between": ["Koor", "Band", "Kookclub"]},
        {"between": ["Koor", "KOOR "]},
        {"between": ["Koor", " "]},
        {"answer": "ja"},
        {"contact": "Jan"},
        {"date": "ooit"},
    ],
)
def test_it_is_between_two_groups(wrong: dict[str, Any]) -> None:
    """An introduction has two different groups, a day and an answer, and no other key."""
    with pytest.raises(ValidationError):
        make(**wrong)


def test_it_keeps_no_more_than_the_outcome() -> None:
    """An introduction holds the day, the two groups, their answer and who wrote it: no person, no reason."""
    assert list(Introduction.model_fields) == ["date", "between", "answer", "author"]

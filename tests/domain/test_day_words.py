"""What looks like a day and is none is asked about; a place or a task is not."""

import pytest

from kompas.domain.day_words import looks_like_day


@pytest.mark.parametrize(
    "text",
    [
        "gistren",
        "31 november",
        "voor 31 november",
        "vorige week",
        "vorige week dinsdga",
        "2026-02-30",
        "31/2",
        "yesteday",
    ],
)
def test_what_is_made_of_days_looks_like_one(text: str) -> None:
    """A slip of the finger, or a day that does not exist, still looks like a day."""
    assert looks_like_day(text)


@pytest.mark.parametrize(
    "text",
    ["De Markt", "Plein 40", "Dorpshuis", "het Park", "koffie", "", "3", "De Klink", "week", "8", "in", "over de brug"],
)
def test_a_place_does_not(text: str) -> None:
    """Names of places, and numbers alone, are no days."""
    assert not looks_like_day(text)

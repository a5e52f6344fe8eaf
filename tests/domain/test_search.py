"""Search: every text that a person typed, forgiving, and no chance hits inside words."""

import pytest

from kompas.domain.note import Note
from kompas.domain.phrase import Filters
from kompas.domain.search import find_words, list_texts
from written import FULL, parse, parse_all

OVEN = """
date = 2026-11-20
group = "Bakkers"
does = ["pizza bakken in de pizzaoven", "slapen op de kamer boven", "Ovens repareren", "fietsen op de 🚲"]
goal = "Crème brûlée voor iedereen (echt)."
asks = ["'t oude recept"]
"""


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("oven", ["pizza bakken in de pizzaoven", "Ovens repareren"]),
        ("OVENS", ["Ovens repareren"]),
        ("boven", ["slapen op de kamer boven"]),
        ("creme", ["Crème brûlée voor iedereen (echt)."]),
        ("BRÛLÉE", ["Crème brûlée voor iedereen (echt)."]),
        ("(echt)", ["Crème brûlée voor iedereen (echt)."]),
        ("🚲", ["fietsen op de 🚲"]),
        ("'t", ["'t oude recept"]),
        (".", ["Crème brûlée voor iedereen (echt)."]),
        ("iedereen.", []),
        ("*", []),
        ("", []),
    ],
)
def test_a_word_is_found_where_it_begins(wanted: str, found: list[str]) -> None:
    """A word is found at the beginning of a word or in a compound, in any accent, and never as a pattern."""
    assert [one.text for one in find_words([parse(OVEN)], [wanted], Filters())] == found


def test_all_words_must_stand_in_the_note() -> None:
    """Several words find the notes that hold all of them, and the texts that hold any."""
    notes = parse_all(OVEN, 'date = 2026-11-20\ngroup = "Slapers"\ndoes = ["boven slapen"]')
    assert [one.text for one in find_words(notes, ["boven", "recept"], Filters())] == [
        "slapen op de kamer boven",
        "'t oude recept",
    ]
    assert [*find_words(notes, ["boven recept"], Filters())] == [*find_words(notes, ["boven", "recept"], Filters())]


def test_filters_narrow_a_search() -> None:
    """A search is narrowed like a list."""
    notes = parse_all(OVEN, OVEN.replace("Bakkers", "Koks"))
    assert {one.group for one in find_words(notes, ["oven"], Filters(group="koks"))} == {"Koks"}


def test_every_text_of_a_note_can_be_found() -> None:
    """No text that a person typed is left out of the search."""
    note = parse(FULL).note
    told = {key for key, _ in list_texts(note)}
    no_text = {"date", "confirmed", "worth", "agreement"}
    assert told == set(Note.model_fields) - no_text | {"contact"}

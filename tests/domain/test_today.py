"""Today's page: what waits, counted on our side of the table."""

import datetime

import pytest

from kompas.domain.group import group_key
from kompas.domain.phrase import Facet, Phrase
from kompas.domain.today import list_due, list_fading, list_unseen, list_waiting, pick_some
from written import TODAY, parse_all, parse_met

KEEP = 365


@pytest.mark.parametrize(
    ("by", "kept", "where"),
    [
        ("2026-11-22", "", "late"),
        ("2026-11-23", "", "due"),
        ("2026-11-30", "", "due"),
        ("2026-12-01", "", ""),
        ("2026-11-22", "kept = 2026-11-21", ""),
    ],
)
def test_late_and_due(by: str, kept: str, where: str) -> None:
    """Yesterday's promise is late, one for the coming week is due, and a kept one waits for nobody."""
    notes = parse_all(f'date = 2026-11-01\ngroup = "Koor"\n[[promises]]\nwhat = "zaal"\nby = {by}\n{kept}')
    late, due = list_due(notes, TODAY)
    assert (len(late), len(due)) == (int(where == "late"), int(where == "due"))


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        ([("2026-11-09", "asked")], True),
        ([("2026-11-10", "asked")], False),
        ([("2026-11-01", "asked"), ("2026-11-02", "no")], False),
        ([("2026-11-01", "asked"), ("2026-11-01", "yes")], False),
        ([("2026-10-01", "no"), ("2026-11-01", "asked")], True),
        ([("2026-11-01", "asked"), ("2026-11-20", "asked")], False),
    ],
)
def test_asked_and_no_answer(told: list[tuple[str, str]], waits: bool) -> None:
    """Two weeks after the asking it is time to hear; the last that was told of a pair counts."""
    met = [parse_met(f'date = {day}\nbetween = ["Koor", "Kookclub"]\nanswer = "{answer}"') for day, answer in told]
    notes = parse_all('date = 2026-11-01\ngroup = "koor"', 'date = 2026-11-01\ngroup = "Kookclub"')
    assert bool(list_waiting(met, notes, TODAY)) == waits
    assert list_waiting(met, notes[:1], TODAY) == []


def test_groups_not_seen_for_long() -> None:
    """Half the time that notes are kept is long; a confirmation counts as seeing them."""
    notes = parse_all(
        'date = 2026-05-25\ngroup = "Half"',
        'date = 2026-05-24\ngroup = "Een dag meer"',
        'date = 2025-12-01\ngroup = "Heel lang"',
        'date = 2025-12-01\ngroup = "Bevestigd"\nconfirmed = 2026-11-01',
        'date = 2025-12-01\ngroup = "Weer gezien"',
        'date = 2026-11-01\ngroup = "weer gezien"',
    )
    assert list_unseen(notes, TODAY, KEEP) == ["Heel lang", "Een dag meer"]


def test_notes_that_fade_soon() -> None:
    """Two weeks ahead, the first to go first."""
    notes = parse_all(
        'date = 2025-12-06\ngroup = "Later"',
        'date = 2025-12-07\ngroup = "Te ver"',
        'date = 2025-11-23\ngroup = "Morgen"',
    )
    assert [filed.note.group for filed in list_fading(notes, TODAY, KEEP)] == ["Morgen", "Later"]


def test_a_large_notebook_is_looked_at_in_turns() -> None:
    """Of many phrases other groups' every day, each group whole, and in the end everybody's."""
    phrases = [
        Phrase(f"Groep {group:03}", Facet.DOES, f"{text}", TODAY, None, None, "a.toml")
        for group in range(200)
        for text in range(10)
    ]
    days = [pick_some(phrases, TODAY + datetime.timedelta(days=number)) for number in range(8)]
    assert all(0 < len(picked) <= 600 and len(picked) % 10 == 0 for picked in days)
    assert days[0] != days[1]
    assert len({group_key(phrase.group) for picked in days for phrase in picked}) == 200
    assert pick_some(phrases[:600], TODAY) == phrases[:600]

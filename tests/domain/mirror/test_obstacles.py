"""Obstacles of ours that come back."""

from kompas.domain.matching.content import Reader
from kompas.domain.matching.themes import Theme, Thesaurus
from kompas.domain.mirror.obstacles import reflect_obstacles
from mirrored import hold_up, list_counts

PERMITS = Theme("permits", {"nl": "vergunningen"}, {"nl": ("vergunning", "leges")})
READER = Reader(Thesaurus([PERMITS], frozenset()), frozenset())
NOTE = 'date = 2026-11-01\ngroup = "{}"\n[[obstacles]]\nwhat = "{}"\nours = {}'


def test_the_same_theme_comes_back() -> None:
    """Permits at two groups come back, whatever the words; a high kerb at one does not, and what is not ours not."""
    found = reflect_obstacles(
        hold_up(
            NOTE.format("Koor", "de vergunning duurt lang", "true"),
            NOTE.format("Kookclub", "leges zijn hoger dan de opbrengst", "true"),
            NOTE.format("Fietsers", "de stoep is hoog", "true"),
            NOTE.format("Skaters", "een vergunning van het waterschap", "false"),
        ),
        READER,
    )
    assert list_counts(found) == {"back": 2, "single": 1}


def test_the_same_words_come_back() -> None:
    """Word for word the same comes back without a theme; twice in one note it does not."""
    same = NOTE.format("Koor", "De stoep is hoog", "true")
    twice = f'{same}\n[[obstacles]]\nwhat = "de stoep is hoog"\nours = true'
    assert list_counts(reflect_obstacles(hold_up(twice), READER)) == {"single": 2}
    assert list_counts(reflect_obstacles(hold_up(same, same.lower()), READER)) == {"back": 2}

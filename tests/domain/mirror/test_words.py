"""Strength or lack in our words."""

from kompas.domain.mirror.words import reflect_words
from kompas.policy.words import read_lexicon
from mirrored import hold_up, list_counts

STRONG = 'date = 2026-11-0{}\ngroup = "Koor"\ntalents = ["meerstemmig zingen"]'


def reflect(*texts: str, ignore: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return the counts for the notes in `texts`."""
    return list_counts(reflect_words(hold_up(*texts), read_lexicon(), ignore))


def test_a_word_for_lack_counts_in_our_words() -> None:
    """Two such words in one note make it one note with a word about lack."""
    note = """
    date = 2026-11-01
    group = "Koor"
    talents = ["meerstemmig zingen"]
    story = "Een kwetsbare groep in een achterstandswijk."
    """
    assert reflect(note) == {"strength": 1, "lack": 1}


def test_their_own_words_are_theirs() -> None:
    """The name of a group, its goal and what stands between quotation marks are not our words."""
    note = """
    date = 2026-11-01
    group = "De Kwetsbaren"
    goal = "Laten zien wat kansarme jongeren kunnen."
    story = "Zij zeggen: 'wij zijn kwetsbaar en trots'."
    """
    assert reflect(note) == {}


def test_what_the_notebook_ignores_is_no_lack() -> None:
    """A word of ignore_words in kompas.toml is a word like others."""
    text = 'date = 2026-11-01\ngroup = "Koor"\ndoes = ["zingen in de achterstandswijk"]'
    assert reflect(text) == {"lack": 1}
    assert reflect(text, ignore=frozenset({"achterstandswijk"})) == {}


def test_the_line_counts_words_and_the_bar_notes() -> None:
    """Two such words in one of four notes: one note in the bar, half a word a note in the line."""
    lack = 'date = 2026-11-09\ngroup = "Koor"\nstory = "Een kwetsbare groep in een achterstandswijk."'
    found = reflect_words(hold_up(*(STRONG.format(day) for day in (1, 2, 3)), lack), read_lexicon(), frozenset())
    assert list_counts(found) == {"strength": 3, "lack": 1}
    assert [point.value for point in found.line] == [0.5]

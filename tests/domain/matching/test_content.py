"""What a phrase holds to match on: content words and themes, and how much each tells."""

import pytest

from kompas.domain.matching.content import Content, Reader, count_rarity
from kompas.domain.matching.themes import Theme, Thesaurus
from matched import build_reader, read

FUNCTION_WORDS = frozenset({"de", "wij", "zoeken", "voor"})
THEMES = (
    Theme("music", {}, {"nl": ("muziek",)}),
    Theme("singing", {}, {"nl": ("zing-", "lied in koor")}, parent="music"),
    Theme("choir", {}, {"nl": ("koor", "zing-")}, parent="music"),
    Theme("age", {}, {"nl": ("ouderen", "mensen op leeftijd")}, is_ground=False),
    Theme("lost", {}, {"nl": ("zoek",)}, parent="no such theme"),
)


def _read(text: str) -> Content:
    return Reader(Thesaurus(THEMES, FUNCTION_WORDS), FUNCTION_WORDS).read(text)


def test_function_words_are_no_content() -> None:
    """Function words and frame words are left out; other words stand once, by stem, as first written."""
    content = _read("wij zoeken de Pannen, pannen voor de soep")
    assert {stem: word.written for stem, word in content.words.items()} == {"pan": "Pannen", "soep": "soep"}


def test_what_is_no_ground_is_no_content() -> None:
    """The words that tell of faith, origin, health, age or income are neither words nor themes to match on."""
    content = _read("koffie voor ouderen en mensen op leeftijd")
    assert set(content.words) == {"koffie", "en"}
    assert content.themes == {}


def test_parent_is_touched_less() -> None:
    """A theme touches its parent, less than itself and marked as kin; a parent that is not there is left."""
    themes = _read("koor").themes
    assert set(themes) == {"choir", "music"}
    assert themes["music"].is_kin
    assert not themes["choir"].is_kin
    assert 0 < themes["music"].strength < themes["choir"].strength
    assert set(_read("zoek").themes) == {"lost"}


def test_parent_that_is_named_is_no_kin() -> None:
    """A parent theme that is named itself counts in full."""
    themes = _read("muziek van het koor").themes
    assert not themes["music"].is_kin
    assert themes["music"].strength == themes["choir"].strength == 1.0


def test_group_of_words_is_firmer() -> None:
    """A group of words shows a theme more firmly than a single word does."""
    group, word = _read("lied in koor").themes["singing"], _read("zingen").themes["singing"]
    assert group.written == "lied in koor"
    assert group.strength > word.strength


def test_word_of_many_themes_tells_less_of_each() -> None:
    """A word that shows two themes shows each less firmly than a word that shows one."""
    assert _read("zingen").themes["choir"].strength < _read("koor").themes["choir"].strength


def test_rare_words_and_themes_tell_more() -> None:
    """The fewer phrases hold a word or theme, the more it tells; what nobody said tells most."""
    rarity = count_rarity([_read("koor soep"), _read("koor"), _read("muziek")])
    assert rarity.of_stem("koor") < rarity.of_stem("soep") < rarity.of_stem("zeppelin")
    assert rarity.of_theme("music") < rarity.of_theme("choir") < rarity.of_theme("age")
    assert rarity.of_theme("music") > 0


@pytest.mark.parametrize("text", ["", "  ", "1234", "voor de wij", "🚲", "\u202e"], ids=ascii)
def test_text_without_words_has_no_content(text: str) -> None:
    """A phrase without content words holds nothing to match on, and is no trouble."""
    assert _read(text) == Content({}, {})


def test_every_written_word_stands_in_the_phrase() -> None:
    """What shows a theme is quoted from the phrase, letter by letter."""
    text = "Oude FIETSEN opknappen; te hard rijden, lekke band en een kapotte naaimachine"
    touched = {touch.written for touch in read(text).themes.values()}
    assert "Oude FIETSEN" in touched
    assert all(word in text for written in touched for word in written.split())


def test_the_same_text_is_read_once() -> None:
    """A text that many wrote is one value."""
    assert build_reader().read("koken voor de buurt") is build_reader().read("koken voor de buurt")

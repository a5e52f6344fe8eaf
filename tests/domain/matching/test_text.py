"""Words: split as people write, and known in their inflections."""

import pytest

from kompas.domain.matching.text import Word, fold_word, list_forms, list_kin, list_words


def _read(text: str) -> Word:
    (word,) = list_words(text)
    return word


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Koken voor 40 mensen", ["Koken", "voor", "mensen"]),
        ("kant-en-klaar", ["kant", "en", "klaar"]),
        ("'s ochtends, zó vroeg!", ["ochtends", "zó", "vroeg"]),
        ("foto's en foto’s", ["foto's", "en", "foto’s"]),
        ("een wc/tv in lokaal_3b", ["een", "wc", "tv", "in", "lokaal", "3b"]),
        ("", []),
    ],
    ids=str,
)
def test_list_words(text: str, written: list[str]) -> None:
    """Words stand as they were written; hyphens and signs part them, and numbers and single letters are none."""
    assert [word.written for word in list_words(text)] == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("naaien", "genaaid"),
        ("naaien", "naait"),
        ("gordijn", "gordijnen"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("koken", "kookt"),
        ("fiets", "fietsje"),
        ("tuin", "tuintje"),
        ("kamer", "kamers"),
        ("foto", "foto's"),
        ("droge", "droog"),
        ("wandelen", "wandelt"),
        ("oven", "ovens"),
        ("café", "cafe"),
        ("Oven", "oven"),
        ("party", "parties"),
        ("cook", "cooking"),
        ("bake", "baking"),
        ("swim", "swimming"),
        ("box", "boxes"),
    ],
)
def test_inflections_share_a_form(one: str, other: str) -> None:
    """A word and its inflection have a form in common, in Dutch and in English."""
    assert _read(one).forms & _read(other).forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("kas", "kast"), ("koken", "koeken"), ("boot", "boter"), ("wol", "wolf"), ("ring", "ree")],
)
def test_other_words_share_no_form(one: str, other: str) -> None:
    """Words that only look alike are no inflections of one word."""
    assert not _read(one).forms & _read(other).forms


@pytest.mark.parametrize(
    ("word", "folded"), [("Foto’s", "foto"), ("buurman's", "buurman"), ("Één", "een"), ("s", "s"), ("'s", "")]
)
def test_fold_word(word: str, folded: str) -> None:
    """A folded word has no capitals, no accents and no possessive or plural 's."""
    assert fold_word(word) == folded


@pytest.mark.parametrize("word", ["huizen", "genaaid", "wandelingen", "tuintje", "parties", "wc", "oven"])
def test_kin_hold_the_word_and_its_forms(word: str) -> None:
    """A list may hold a word as it stands or in any of its forms."""
    assert {word, *list_forms(word)} - list_kin(word) == set()


@pytest.mark.parametrize(("word", "listed"), [("huis", "huizen"), ("naait", "naaien"), ("kookt", "koken")])
def test_kin_hold_the_spelling_of_a_list(word: str, listed: str) -> None:
    """A list that holds the plural or the infinitive is found by the other forms."""
    assert listed in list_kin(word)


def test_stem_keeps_an_unstressed_syllable() -> None:
    """Wandelen gives wandel and not wandeel; koken gives kook."""
    assert [_read(text).stem for text in ("wandelen", "koken", "bakken", "huizen")] == ["wandel", "kook", "bak", "huis"]

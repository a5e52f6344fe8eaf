"""A word to forget: found however it is written, as a whole word, and replaced by a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.domain.forgetting import ERASED, Sought, seek
from kompas.notebook.filename import slugify


def find(term: str) -> Sought:
    """Return what finds `term`."""
    sought = seek(term, slugify(term))
    assert sought
    return sought


@pytest.mark.parametrize(
    ("term", "text", "erased"),
    [
        ("Café Zonnestraal", "In CAFÉ  zonnestraal.", "In [gewist]."),
        ("Café Zonnestraal", "cafe-zonnestraal", "[gewist]"),
        ("Café Zonnestraal", "Cafe\u0301\n    Zonnestraal\u0301!", "[gewist]!"),  # accents as signs of their own
        ("cafe zonnestraal", "Café Zonnestraal", "[gewist]"),
        ("Fatma", "Fatma’s tuin, Fatmas hond", "[gewist]’s tuin, [gewist]s hond"),
        ("Jan", "Jan ging in januari met Janneke", "[gewist] ging in januari met Janneke"),
        ("Straße", "de STRASSE", "de [gewist]"),
        ("'t Huis", "in 't Huis.", "in '[gewist]."),
        ("Łódź", "naar Łódź, éérst", "naar [gewist], éérst"),
        ("Jan", "snel_jan_kwam", "snel_[gewist]_kwam"),
    ],
)
def test_a_word_is_erased_however_it_is_written(term: str, text: str, erased: str) -> None:
    """Capitals, accents and what parts its words make no difference; a longer word is another word."""
    sought = find(term)
    assert sought.erase(text) == erased
    assert sought.is_in(text)
    assert not sought.is_in(erased)


@pytest.mark.parametrize(
    ("name", "erased"),
    [
        ("2026-10-02-cafe-zonnestraal-k3f9.toml", "2026-10-02-gewist-k3f9.toml"),
        ("Café Zonnestraal.md", "gewist.md"),
        (
            "introductions/2026-10-02-koor--cafe-zonnestraal-k3f9.toml",
            "introductions/2026-10-02-koor--gewist-k3f9.toml",
        ),
        ("cafe/zonnestraal.toml", "cafe/zonnestraal.toml"),
    ],
)
def test_a_word_leaves_names_of_files(name: str, erased: str) -> None:
    """In the name of a file or folder the mark has no brackets; two folders are no name."""
    sought = find("Café Zonnestraal")
    assert sought.erase_path(name) == erased
    assert sought.is_in_path(name) == (name != erased)


def test_a_long_name_is_found_where_its_file_name_was_cut_off() -> None:
    """A file name holds 40 signs of the name of its group, and that is found too."""
    name = "De vrijwillige brandweer en toneelvereniging van Oeverwoude"
    assert find(name).is_in_name(f"2026-10-02-{slugify(name)}-k3f9.toml")


@pytest.mark.parametrize("term", ["", "a", "Bo", "--", "story", "Group", "gewist", "true"])
def test_some_words_cannot_be_forgotten(term: str) -> None:
    """Too short a word stands everywhere, and what notes are made of stands in every note."""
    assert seek(term, slugify(term)) is None


def test_a_quotation_shows_what_is_around() -> None:
    """One line, with the word in its middle, cut off where there is more."""
    text = "Zij bakken elke dag taart in het huis van\nCafé Zonnestraal en delen die met de hele straat uit."
    assert (
        find("Café Zonnestraal").quote(text)
        == "…e dag taart in het huis van Café Zonnestraal en delen die met de hele st…"
    )
    assert find("Koor").quote(text) == ""


@given(st.text(), st.text(min_size=3, max_size=8).filter(lambda term: seek(term, slugify(term)) is not None), st.text())
def test_what_is_erased_is_gone(before: str, term: str, after: str) -> None:
    """Whatever stands around it: after erasing the word is not found again, and the mark is there."""
    sought = find(term)
    text = f"{before} {term} {after}"
    if sought.is_in(text):
        assert ERASED in sought.erase(text)
        assert not sought.is_in(sought.erase(text))

"""The thesaurus: which words touch which theme, by the ways in which an entry can be written."""

import pytest

from kompas.domain.matching.text import list_words
from kompas.domain.matching.themes import Pattern, Theme, Thesaurus, join_themes, parse_entry, split_entries

FUNCTION_WORDS = frozenset({"in", "de", "het", "een", "van", "veel"})


def _make(id_: str, entries: str, parent: str | None = None, *, is_ground: bool = True) -> Theme:
    return Theme(id_, {"nl": id_}, {"nl": split_entries(entries)}, parent, is_ground)


def _find(entries: str, text: str) -> list[str]:
    thesaurus = Thesaurus([_make("theme", entries)], FUNCTION_WORDS)
    return [hit.written for hit in thesaurus.find_hits(list_words(text))]


@pytest.mark.parametrize(
    ("entry", "text", "written"),
    [
        ("fiets", "drie Fietsen te leen", ["Fietsen"]),
        ("fiets", "een fietsje", ["fietsje"]),
        ("fiets", "fietsenstalling", []),
        ("naai-", "naaimachine en naaien", ["naaimachine", "naaien"]),
        ("naai-", "haarnaai", []),
        ("-machine", "wasmachine", ["wasmachine"]),
        ("-bank", "werkbanken", ["werkbanken"]),
        ("-machine", "machinist", []),
        ("-tuin-", "buurtuinfeest", ["buurtuinfeest"]),
        ("café", "CAFE", ["CAFE"]),
        ("te hard rijden", "zij te hard rijden", ["te hard rijden"]),
        ("gat weg", "een gat in de weg", ["gat in de weg"]),
        ("gat weg", "een gat in de grote weg", []),
        ("gat weg", "een gat in het van weg", []),
        ("gat weg", "een weg vol gat", []),
        ("lekke band-", "lekke bandenwissel", ["lekke bandenwissel"]),
        ("-stalling fiets", "winterstalling van een fiets", ["winterstalling van een fiets"]),
        ("kant-en-klaar", "kant en klaar", ["kant en klaar"]),
    ],
)
def test_find_hits(entry: str, text: str, written: list[str]) -> None:
    """An entry is a word, a beginning, an end, a part or a group with at most two function words in between."""
    assert _find(entry, text) == written


@pytest.mark.parametrize(
    ("entry", "text", "written"),
    [
        ("e-bike kapot", "onze e-bike kapot", ["bike kapot"]),
        ("fix a bike", "we fix a bike", ["fix bike"]),
        ("aan auto's", "sleutelt aan auto's", ["aan auto's"]),
        ("kook-", "koken met de buurt", ["koken"]),
        ("-machine", "twee wasmachines", ["wasmachines"]),
    ],
)
def test_entry_hits_its_own_words(entry: str, text: str, written: list[str]) -> None:
    """An entry with a single letter or a possessive hits, and an open entry hits the inflections of its stem."""
    assert _find(entry, text) == written


def test_function_word_alone_is_no_hit() -> None:
    """A function word shows no theme by itself, also when an entry says so; in a group of words it counts."""
    assert _find("van, -an, in de bus", "van de bus") == []
    assert _find("van, in de bus", "in de bus van mij") == ["in de bus"]


def test_word_that_stands_in_a_list_is_no_inflection_of_another() -> None:
    """Planten are of plant and not of plan."""
    thesaurus = Thesaurus([_make("plants", "plant"), _make("plans", "plan")], FUNCTION_WORDS)
    assert [hit.theme for hit in thesaurus.find_hits(list_words("planten"))] == ["plants"]
    assert [hit.theme for hit in thesaurus.find_hits(list_words("plannen"))] == ["plans"]


def test_word_under_two_themes_hits_both_once() -> None:
    """A word may stand under several themes, and shows each once, however many entries say so."""
    thesaurus = Thesaurus([_make("one", "oven, oven-, -oven-"), _make("two", "oven")], FUNCTION_WORDS)
    assert [hit.theme for hit in thesaurus.find_hits(list_words("oven"))] == ["one", "two"]


def test_split_entries() -> None:
    """Commas part entries; line breaks and empty ones do not count."""
    assert split_entries("\n te hard\n rijden,, naai- ,\n") == ("te hard rijden", "naai-")


@pytest.mark.parametrize(
    ("entry", "patterns"),
    [
        ("Fiets", (Pattern("fiets"),)),
        ("-tuin-", (Pattern("tuin", opens_left=True, opens_right=True),)),
        ("lekke band-", (Pattern("lekke"), Pattern("band", opens_right=True))),
        ("-stalling te huur", (Pattern("stalling", opens_left=True), Pattern("te"), Pattern("huur"))),
        ("-", ()),
    ],
)
def test_parse_entry(entry: str, patterns: tuple[Pattern, ...]) -> None:
    """A group of words is open on its outer sides only; an entry without a word has no patterns."""
    assert parse_entry(entry) == patterns


def test_join_themes() -> None:
    """A team's own themes stand after ours, and its further entries behind those we have; nothing of ours is lost."""
    ours = [_make("faith", "kerk", is_ground=False), _make("mending", "maken", "craft")]
    own = [
        Theme("mending", {"nl": "heel maken", "en": "mending"}, {"nl": ("lappen",), "en": ("mend",)}, "other"),
        Theme("faith", {"nl": "geloof"}, {"nl": ("moskee",)}),
        _make("pigeons", "duiven"),
    ]
    assert join_themes(ours, own) == (
        Theme("faith", {"nl": "faith"}, {"nl": ("kerk", "moskee")}, None, is_ground=False),
        Theme("mending", {"nl": "mending", "en": "mending"}, {"nl": ("maken", "lappen"), "en": ("mend",)}, "craft"),
        _make("pigeons", "duiven"),
    )

"""The market: phrases under the broad theme they touch most."""

from kompas.domain.market import group_by_theme
from kompas.domain.matching.content import Reader
from kompas.domain.matching.themes import Theme, Thesaurus
from written import parse_all

THEMES = (
    Theme("food", {"nl": "eten"}, {"nl": ("eten",)}),
    Theme("cooking", {"nl": "koken"}, {"nl": ("koken", "soep")}, parent="food"),
    Theme("music", {"nl": "muziek"}, {"nl": ("zingen",)}),
)
READER = Reader(Thesaurus(THEMES, frozenset()), frozenset())
NOTE = 'date = 2026-11-20\ngroup = "{}"\n{}'


def list_stalls(*notes: tuple[str, str]) -> dict[str | None, list[str]]:
    """Return the texts on the market by theme."""
    filed = parse_all(*(NOTE.format(group, facets) for group, facets in notes))
    return {theme: [one.text for one in phrases] for theme, phrases in group_by_theme(filed, READER).items()}


def test_phrases_stand_under_their_broad_theme() -> None:
    """Cooking is food; asks come first; what touches nothing, or would stand alone, stands last."""
    told = list_stalls(
        ("Kookclub", 'talents = ["soep koken"]\noffers = ["stoelen"]'), ("Koor", 'asks = ["eten"]\nideas = ["zingen"]')
    )
    assert told == {"food": ["eten", "soep koken"], None: ["stoelen", "zingen"]}


def test_what_they_do_and_whom_they_named_stay_home() -> None:
    """The market holds asks, offers, talents and ideas, each of a group once."""
    told = list_stalls(
        ("Koor", 'does = ["repeteren"]\nleads = ["Skaters"]\nasks = ["Stoelen"]'), ("koor", 'asks = ["stoelen"]')
    )
    assert told == {None: ["Stoelen"]}

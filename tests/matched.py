"""Phrases under test, and the reader that kompas reads them with: its thesaurus is built once for all tests."""

import datetime
from functools import cache

from kompas.domain.matching.content import Content, Reader, count_rarity
from kompas.domain.matching.reason import Reason, ReasonKind, Suggestion, Tie, TieKind
from kompas.domain.matching.themes import Thesaurus
from kompas.domain.matching.ties import Weighed, find_ties, weigh
from kompas.domain.phrase import Facet, Phrase
from kompas.policy.function_words import read_function_words
from kompas.policy.themes import read_themes

DAY = datetime.date(2026, 11, 20)


@cache
def build_reader() -> Reader:
    """Return the reader that comes with kompas."""
    function_words = read_function_words()
    return Reader(Thesaurus(read_themes(), function_words), function_words)


def say(  # noqa: PLR0913 a phrase has as many sides
    group: str, facet: str, text: str, *, place: str | None = None, field: str | None = None, note: str | None = None
) -> Phrase:
    """Return the phrase that `group` says in `facet`; its note is named after the group."""
    return Phrase(group, Facet(facet), text, DAY, place, field, note or f"2026-11/{group.casefold()}.toml")


def read(text: str) -> Content:
    """Return the content of `text`."""
    return build_reader().read(text)


def weigh_all(*texts: str) -> list[Weighed]:
    """Return the weighed contents of `texts`, as rare as they are among themselves."""
    contents = [read(text) for text in texts]
    rarity = count_rarity(contents)
    return [weigh(content, rarity) for content in contents]


def tie(giving: str, taking: str) -> tuple[Tie, ...]:
    """Return what ties two texts."""
    return find_ties(*weigh_all(giving, taking))


def list_tied(giving: str, taking: str) -> set[str]:
    """Return the ids of the themes by which two texts are tied themselves, not by their kin."""
    return {one.theme for one in tie(giving, taking) if one.theme and one.kind is TieKind.THEME}


def make_suggestion(
    one: str,
    other: str,
    weight: float,
    *,
    places: tuple[str | None, str | None] = (None, None),
    fields: tuple[str | None, str | None] = (None, None),
) -> Suggestion:
    """Return a suggestion of two groups with one reason that weighs `weight`."""
    gift = say(one, "offers", "een oven", place=places[0], field=fields[0])
    wish = say(other, "asks", "een oven", place=places[1], field=fields[1])
    ties = (Tie(TieKind.WORD, "oven", "oven", weight),)
    return Suggestion((one, other), (Reason(ReasonKind.GIVES, gift, wish, ties, weight),))

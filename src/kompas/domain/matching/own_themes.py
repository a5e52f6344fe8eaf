"""What is odd in a team's own themes: they are read all the same, and tie less than the team thinks."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from kompas.domain.matching.text import list_words, split_words
from kompas.domain.matching.themes import Theme, Thesaurus
from kompas.domain.problem import EmptyTheme, NoGround, Problem, UnknownTheme

Location = tuple[str | int, ...]


def find_theme_oddities(
    path: str, own: Sequence[Theme], known: Sequence[Theme], function_words: frozenset[str]
) -> Iterator[tuple[Location, Problem]]:
    """Yield each problem of the themes in the file at `path`, with the keys under which it stands."""
    thesaurus = Thesaurus(known, function_words)
    ids = {theme.id for theme in (*known, *own)}
    for at, theme in enumerate(own):
        where: Location = ("theme", at)
        if theme.parent is not None and (theme.parent == theme.id or theme.parent not in ids):
            near = tuple(get_close_matches(theme.parent, sorted(ids - {theme.id}), 2))
            yield (*where, "parent"), UnknownTheme(path=path, value=theme.parent, near=near)
        entries = [entry for part in theme.entries.values() for entry in part]
        if all(function_words.issuperset(split_words(entry)) for entry in entries):
            yield where, EmptyTheme(path=path, theme=theme.id)
        if (word := _find_no_ground(thesaurus, entries)) is not None:
            yield where, NoGround(path=path, theme=theme.id, word=word)


def _find_no_ground(thesaurus: Thesaurus, entries: Sequence[str]) -> str | None:
    """Return the first word that touches a theme on which nobody is matched."""
    hits = (hit for entry in entries for hit in thesaurus.find_hits(list_words(entry)))
    return next((hit.written for hit in hits if not thesaurus.themes[hit.theme].is_ground), None)

"""The market: what groups that agreed to share can, offer, look for and dream of, by theme."""

from collections import defaultdict
from collections.abc import Iterable

from kompas.domain.group import group_key
from kompas.domain.matching.content import Reader
from kompas.domain.note import FiledNote
from kompas.domain.phrase import Facet, Phrase, list_phrases

_SHOWN = (Facet.ASKS, Facet.OFFERS, Facet.TALENTS, Facet.IDEAS)
"""What hangs on the wall, asks first; what groups do is no offer, and leads are others' names."""


def group_by_theme(shared: Iterable[FiledNote], reader: Reader) -> dict[str | None, list[Phrase]]:
    """Return the phrases by the id of the broad theme they touch most; each text of a group once.

    Under None stand those that touch no theme, and those that would stand alone under one.
    """
    stalls: dict[str | None, list[Phrase]] = defaultdict(list)
    told: set[tuple[str, Facet, str]] = set()
    for phrase in list_phrases(shared):
        once = group_key(phrase.group), phrase.facet, phrase.text.casefold()
        if phrase.facet in _SHOWN and once not in told:
            told.add(once)
            stalls[_find_theme(phrase.text, reader)].append(phrase)
    for theme in [theme for theme, phrases in stalls.items() if theme and len(phrases) == 1]:
        stalls[None].extend(stalls.pop(theme))
    return {theme: sorted(phrases, key=_order) for theme, phrases in stalls.items()}


def _find_theme(text: str, reader: Reader) -> str | None:
    """Return the broad theme whose own and narrower themes together are touched most firmly."""
    strengths: dict[str, float] = defaultdict(float)
    for theme, touch in reader.read(text).themes.items():
        if not touch.is_kin:
            strengths[reader.themes[theme].parent or theme] += touch.strength
    return max(sorted(strengths), key=strengths.__getitem__, default=None)


def _order(phrase: Phrase) -> tuple[int, str, str]:
    return _SHOWN.index(phrase.facet), group_key(phrase.group), phrase.text

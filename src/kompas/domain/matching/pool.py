"""Which phrases may be matched at all: those of living notes, of groups that may be introduced."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kompas.domain.group import group_key
from kompas.domain.kept import Filed
from kompas.domain.living import list_sensitive, refuse_anywhere
from kompas.domain.phrase import Facet, Phrase, list_phrases

_OPEN_TO_ALL = frozenset({Facet.DOES, Facet.OFFERS, Facet.ASKS})


def list_matchable(living: Iterable[Filed], *notebooks: Iterable[Filed]) -> Iterator[Phrase]:
    """Yield the phrases of `living` that may be matched; `notebooks` are all notes that each notebook holds.

    A group that in any of them does not want to be introduced is left out; of one that is sensitive in any of them
    counts what it does, offers and asks.
    """
    every = [list(notes) for notes in notebooks]
    refusing, sensitive = refuse_anywhere(every, "introduce"), list_sensitive(chain.from_iterable(every))
    for phrase in list_phrases(living):
        key = group_key(phrase.group)
        if key not in refusing and (key not in sensitive or phrase.facet in _OPEN_TO_ALL):
            yield phrase

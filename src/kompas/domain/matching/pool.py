"""Which phrases may be matched at all: those of living notes, of groups that may be introduced."""

from collections.abc import Iterable, Iterator

from kompas.domain.group import group_key
from kompas.domain.kept import Filed
from kompas.domain.living import list_refusing, list_sensitive
from kompas.domain.phrase import Facet, Phrase, list_phrases

_OPEN_TO_ALL = frozenset({Facet.DOES, Facet.OFFERS, Facet.ASKS})


def list_matchable(living: Iterable[Filed], notes: Iterable[Filed]) -> Iterator[Phrase]:
    """Yield the phrases of `living` that may be matched; `notes` are all that the notebook holds.

    A group that does not want to be introduced is left out; of a sensitive one counts what it does, offers and asks.
    """
    every = list(notes)
    refusing, sensitive = list_refusing(every, "introduce"), list_sensitive(every)
    for phrase in list_phrases(living):
        key = group_key(phrase.group)
        if key not in refusing and (key not in sensitive or phrase.facet in _OPEN_TO_ALL):
            yield phrase

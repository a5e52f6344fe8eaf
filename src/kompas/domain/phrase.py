"""The phrase: one entry in a facet of a note, the grain of every question."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from kompas.domain.group import group_key

if TYPE_CHECKING:
    from kompas.domain.kept import Filed


class Facet(StrEnum):
    """The sides of a group that a note can show."""

    DOES = "does"
    TALENTS = "talents"
    OFFERS = "offers"
    ASKS = "asks"
    IDEAS = "ideas"
    LEADS = "leads"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry: `text` as it was written, and where it comes from. `note` is the path of its note.

    `notebook` is the name of its notebook when several are asked.
    """

    group: str
    facet: Facet
    text: str
    date: datetime.date
    place: str | None
    field: str | None
    note: str
    notebook: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; None leaves a side open. Group and place hit on a part of the name."""

    group: str | None = None
    place: str | None = None
    field: str | None = None
    since: datetime.date | None = None

    def admit(self, group: str, place: str | None, field: str | None, date: datetime.date) -> bool:
        """Tell whether something of this group, place, field and date is asked for."""
        return (
            _is_part(self.group, group)
            and _is_part(self.place, place)
            and (self.field is None or self.field == field)
            and (self.since is None or date >= self.since)
        )


def list_phrases(notes: Iterable["Filed"]) -> Iterator[Phrase]:
    """Yield every phrase of `notes`, note by note, in the order of the facets."""
    for filed in notes:
        note = filed.note
        for facet in Facet:
            for text in getattr(note, facet.value):
                yield Phrase(note.group, facet, text, note.date, note.place, note.field, filed.path)


def pick_phrases(phrases: Iterable[Phrase], facet: Facet, filters: Filters) -> Iterator[Phrase]:
    """Yield the phrases of one facet that pass `filters`, by day, then by group and text.

    `phrases` come newest day first, as those of living notes do; no more of them are taken than are asked for.
    """
    for _, told in groupby(phrases, key=lambda phrase: phrase.date):
        picked = (
            phrase
            for phrase in told
            if phrase.facet is facet and filters.admit(phrase.group, phrase.place, phrase.field, phrase.date)
        )
        yield from sorted(picked, key=lambda phrase: (group_key(phrase.group), phrase.text))


def _is_part(part: str | None, whole: str | None) -> bool:
    return part is None or (whole is not None and group_key(part) in group_key(whole))

"""All that is kept about one group, to read back to them."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kompas.domain.group import group_key
from kompas.domain.kept import Encounter, Filed, FiledOutcome
from kompas.domain.living import fades_on
from kompas.domain.phrase import Facet

ANSWERS = ("remember", "introduce", "share", "contact", "sensitive")
"""The keys of an agreement."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is kept: what a file says under `key`. `until` is the first day on which it is in no list."""

    group: str
    date: datetime.date
    key: str
    text: str
    note: str
    until: datetime.date | None = None
    by: datetime.date | None = None
    kept: datetime.date | None = None
    ours: bool | None = None
    answer: str | None = None


def list_facts(group: str, notes: Iterable[Filed], introductions: Iterable[FiledOutcome], keep_days: int) -> list[Fact]:
    """Return every fact about `group`: from its own notes, newest first, its introductions, and others who named it."""
    key = group_key(group)
    every = sorted(notes, key=lambda filed: (-filed.note.date.toordinal(), filed.path))
    own = [fact for filed in every if group_key(filed.note.group) == key for fact in _list_note(filed, keep_days)]
    met = [fact for filed in introductions for fact in _list_introduction(filed, key)]
    named = [fact for filed in every for fact in _list_mentions(filed, key, keep_days)]
    return own + met + named


def _list_note(filed: Filed, keep_days: int) -> Iterator[Fact]:
    note, until = filed.note, fades_on(filed.note, keep_days)
    for key, text in _list_lines(note):
        yield Fact(note.group, note.date, key, text, filed.path, until)
    for promise in note.promises:
        yield Fact(note.group, note.date, "promises", promise.what, filed.path, until, promise.by, promise.kept)
    for obstacle in note.obstacles:
        yield Fact(note.group, note.date, "obstacles", obstacle.what, filed.path, until, ours=obstacle.ours)
    for key in ANSWERS if note.agreement else ():
        if (answer := getattr(note.agreement, key)) is not None:
            yield Fact(note.group, note.date, key, _spell(answer), filed.path, until)


def _list_lines(note: Encounter) -> Iterator[tuple[str, str]]:
    for key in ("place", "author", "field", "occasion"):
        if text := getattr(note, key):
            yield key, text
    for facet in Facet:
        yield from ((facet.value, text) for text in getattr(note, facet.value))
    for key in ("goal", "story", "left_behind", "lesson", "confirmed"):
        if (value := getattr(note, key)) is not None:
            yield key, str(value).strip()
    yield from (("worth", worth.value) for worth in note.worth)


def _spell(answer: bool | str) -> str:
    return str(answer).lower() if isinstance(answer, bool) else answer


def list_known(groups: Iterable[str], introductions: Iterable[FiledOutcome], naming: Iterable[Filed]) -> list[str]:
    """Return the names of all groups of which anything is kept: a note, an introduction or a lead.

    `groups` have a note; `naming` are the notes with leads. Each group comes once, as it is spelt first.
    """
    met = (name for filed in introductions for name in filed.introduction.between)
    leads = (lead for filed in naming for lead in filed.note.leads)
    by_key: dict[str, str] = {}
    for name in chain(groups, met, leads):
        by_key.setdefault(group_key(name), name)
    return list(by_key.values())


def _list_introduction(filed: FiledOutcome, key: str) -> Iterator[Fact]:
    told = filed.introduction
    keys = [group_key(name) for name in told.between]
    if key in keys:
        own, other = told.between if keys[0] == key else reversed(told.between)
        yield Fact(own, told.date, "introduction", other, filed.path, answer=told.answer.value)


def _list_mentions(filed: Filed, key: str, keep_days: int) -> Iterator[Fact]:
    for lead in filed.note.leads:
        if group_key(lead) == key:
            yield Fact(lead, filed.note.date, "leads", lead, filed.path, fades_on(filed.note, keep_days))

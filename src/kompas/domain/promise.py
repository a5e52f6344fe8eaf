"""What we promised: open, late or kept."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kompas.domain.group import group_key
from kompas.domain.kept import AnyPromise, Filed
from kompas.domain.phrase import Filters


class PromiseState(StrEnum):
    """How a promise stands today, in the order of the list."""

    LATE = "late"
    OPEN = "open"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class OurPromise:
    """A promise to a group, and how it stands; `number` is its place in its note, from 0."""

    group: str
    what: str
    by: datetime.date | None
    kept: datetime.date | None
    state: PromiseState
    date: datetime.date
    place: str | None
    field: str | None
    note: str
    number: int


def judge(promise: AnyPromise, today: datetime.date) -> PromiseState:
    """Tell how a promise stands on `today`; one without a day is never late."""
    if promise.kept:
        return PromiseState.KEPT
    return PromiseState.LATE if promise.by and promise.by < today else PromiseState.OPEN


def list_promises(notes: Iterable[Filed], filters: Filters, today: datetime.date) -> list[OurPromise]:
    """Return our promises in `notes` that pass `filters`: late ones first, then open, then kept, each by its day."""
    promises = [
        OurPromise(
            note.group,
            one.what,
            one.by,
            one.kept,
            judge(one, today),
            note.date,
            note.place,
            note.field,
            filed.path,
            number,
        )
        for filed in notes
        for note in [filed.note]
        if filters.admit(note.group, note.place, note.field, note.date)
        for number, one in _count_promises(note.promises)
    ]
    order = list(PromiseState)
    return sorted(promises, key=lambda one: (order.index(one.state), one.by or datetime.date.max, one.group, one.what))


def _count_promises(promises: Iterable[AnyPromise]) -> Iterator[tuple[int, AnyPromise]]:
    return enumerate(promises)


def hide_names(text: str, names: Collection[str], instead: str) -> str:
    """Return `text` with each of `names` replaced, whole and in any capitals; the longest names first."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: instead, text, flags=re.IGNORECASE)
    return text


def pick_promises(promises: Sequence[OurPromise], which: str | None) -> list[OurPromise]:
    """Return the promises that `which` means: a number counted from 1, or a part of the words; None means any."""
    if which and which.isdecimal():
        return list(promises[int(which) - 1 : int(which)]) if int(which) else []
    return [one for one in promises if group_key(which or "") in group_key(one.what)]

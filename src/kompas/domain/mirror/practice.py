"""What the mirror is held up to: our encounters and introductions in a window of time, and its periods."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kompas.domain.group import group_key
from kompas.domain.introduction import FiledIntroduction
from kompas.domain.mirror.figure import Point, Trace, count_units
from kompas.domain.mirror.step import Step
from kompas.domain.note import FiledNote, Note

FEWEST_NOTES = 5
"""So many notes a share is said of; below it one note more or less turns it round."""
_FEWEST_IN_PERIOD = 3
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    """What the mirror looks at: from `since`, or from the oldest file, up to `today`; `mine` is one's own work only."""

    since: datetime.date | None
    today: datetime.date
    step: Step
    mine: bool

    def admit(self, writer: str | None, author: str | None) -> bool:
        """Tell whether what `writer` wrote is looked at by `author`."""
        return not self.mine or is_by(writer, author)


@dataclass(frozen=True, slots=True)
class Practice:
    """Our notes and introductions from `since` up to `today`, oldest first.

    `known` are all living notes of the team, older ones and those of others too. Periods in `silent` hold the notes of
    one colleague, and are not told.
    """

    since: datetime.date
    today: datetime.date
    notes: tuple[FiledNote, ...]
    known: tuple[FiledNote, ...]
    introductions: tuple[FiledIntroduction, ...]
    periods: tuple[datetime.date, ...]
    silent: frozenset[datetime.date] = frozenset()

    def trace(self, find: Callable[[Note], str | None]) -> tuple[Trace, ...]:
        """Return a trace for each note in which `find` finds a text; the unit is the note."""
        return tuple(trace_note(filed, text) for filed in self.notes if (text := find(filed.note)) is not None)

    def draw(self, counted: Sequence[Trace], ground: Sequence[Trace] | None = None) -> tuple[Point, ...]:
        """Return the time line of `counted`, as a part of `ground` where that is given.

        A period is left open when its ground is too small, or when it would show one colleague.
        """
        return tuple(self._point(at, counted, ground) for at in range(len(self.periods)))

    def _point(self, at: int, counted: Sequence[Trace], ground: Sequence[Trace] | None) -> Point:
        start, count = self.periods[at], count_units(self._within(at, counted))
        if start in self.silent:
            return Point(start, None)
        if ground is None:
            return Point(start, float(count))
        of = count_units(self._within(at, ground))
        return Point(start, count / of if of >= _FEWEST_IN_PERIOD else None)

    def _within(self, at: int, traces: Iterable[Trace]) -> Iterator[Trace]:
        end = self.periods[at + 1] if at + 1 < len(self.periods) else datetime.date.max
        return (trace for trace in traces if self.periods[at] <= trace.date < end)


def trace_note(filed: FiledNote, text: str = "", unit: str = "") -> Trace:
    """Return the trace to a note; without `unit` the note itself is what counts."""
    return Trace(unit or filed.path, filed.note.date, filed.note.group, " ".join(text.split()), filed.path)


def build_practice(
    notes: Iterable[FiledNote],
    introductions: Iterable[FiledIntroduction],
    window: Window,
    author: str | None,
) -> Practice:
    """Return what the mirror is held up to in `window`; `author` is whoever looks into it, None when unknown."""
    every = sorted(notes, key=lambda filed: (filed.note.date, filed.path))
    met = sorted(introductions, key=_order_introduction)
    days = [filed.note.date for filed in every] + [filed.introduction.date for filed in met]
    since = window.since or min(days, default=window.today)
    shown = tuple(filed for filed in every if since <= filed.note.date and window.admit(filed.note.author, author))
    told = tuple(
        filed for filed in met if since <= filed.introduction.date and window.admit(filed.introduction.author, author)
    )
    periods = tuple(list_periods(max(since, shown[0].note.date), window.today, window.step)) if shown else ()
    silent = frozenset[datetime.date]() if window.mine else _list_silent(shown, periods, author)
    return Practice(since, window.today, shown, tuple(every), told, periods, silent)


def list_periods(first: datetime.date, last: datetime.date, step: Step) -> Iterator[datetime.date]:
    """Yield the first day of every period from the one that holds `first` to the one that holds `last`."""
    month = first.year * _MONTHS + (first.month - 1) // step.months * step.months
    while (start := datetime.date(month // _MONTHS, month % _MONTHS + 1, 1)) <= last:
        yield start
        month += step.months


def is_by(writer: str | None, author: str | None) -> bool:
    """Tell whether `writer` is the handle of `author`."""
    return writer is not None and author is not None and group_key(writer) == group_key(author)


def shows_colleague(practice: Practice, author: str | None) -> bool:
    """Tell whether the figures are those of one colleague: beside `author` exactly one other wrote.

    From figures of two, each can take off their own, so those of two are not told either.
    """
    writers = [filed.note.author for filed in practice.notes]
    writers += [filed.introduction.author for filed in practice.introductions]
    return _count_others(writers, author) == 1


def _list_silent(
    notes: Sequence[FiledNote], periods: Sequence[datetime.date], author: str | None
) -> frozenset[datetime.date]:
    spans = zip(periods, [*periods[1:], datetime.date.max], strict=False)
    return frozenset(
        start
        for start, end in spans
        if _count_others((filed.note.author for filed in notes if start <= filed.note.date < end), author) == 1
    )


def _order_introduction(filed: FiledIntroduction) -> tuple[datetime.date, str, str]:
    return filed.introduction.date, filed.introduction.answer, filed.path


def _count_others(writers: Iterable[str | None], author: str | None) -> int:
    return len({group_key(writer) for writer in writers if writer and not is_by(writer, author)})

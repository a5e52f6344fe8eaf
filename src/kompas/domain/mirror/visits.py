"""How often we were outside, and how soon after it the note could be read."""

import datetime
from collections.abc import Mapping

from kompas.domain.mirror.figure import Bar, Figure, Part, Reflection, Trace
from kompas.domain.mirror.practice import FEWEST_NOTES, Practice, trace_note

_TOPIC = "go-outside"
_SOON, _WEEK = 1, 7


def reflect_visits(practice: Practice) -> Reflection:
    """Tell how many encounters there were."""
    traces = practice.trace(lambda note: note.place or "")
    return Reflection(
        Figure.VISITS, _TOPIC, len(traces), FEWEST_NOTES, (Bar(Part.VISITS, traces),), practice.draw(traces)
    )


def reflect_days(practice: Practice, written: Mapping[str, datetime.date]) -> Reflection:
    """Tell how many days lie between a visit and its note; `written` gives the day on which a path was first kept."""
    parts: dict[Part, list[Trace]] = {Part.SOON: [], Part.WEEK: [], Part.LATER: [], Part.UNKNOWN: []}
    for filed in practice.notes:
        day = written.get(filed.path)
        late = max(0, (day - filed.note.date).days) if day else None
        parts[_name_part(late)].append(trace_note(filed, day.isoformat() if day else ""))
    bars = tuple(Bar(part, tuple(traces)) for part, traces in parts.items())
    known = [trace for bar in bars[:-1] for trace in bar.traces]
    return Reflection(Figure.DAYS, _TOPIC, len(known), FEWEST_NOTES, bars, practice.draw(bars[0].traces, known))


def _name_part(days: int | None) -> Part:
    if days is None:
        return Part.UNKNOWN
    return Part.SOON if days <= _SOON else Part.WEEK if days <= _WEEK else Part.LATER

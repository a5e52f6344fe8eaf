"""Which groups we go to: for the first time or again, once or often. No group is named as more or less visited."""

from collections import defaultdict

from kompas.domain.group import group_key
from kompas.domain.mirror.figure import Bar, Figure, Part, Reflection, Trace, split_bar
from kompas.domain.mirror.practice import FEWEST_NOTES, Practice, trace_note

_TOPIC = "every-group-equal"
_LONG_AGO = 182
"""Half a year, in days: longer than a season, shorter than a note lives."""
_OFTEN = 3


def reflect_groups(practice: Practice) -> Reflection:
    """Tell how many groups we met once, twice and more often, and whom we met once and long ago."""
    by_group: dict[str, list[Trace]] = defaultdict(list)
    for filed in practice.notes:
        key = group_key(filed.note.group)
        by_group[key].append(trace_note(filed, filed.note.place or "", key))
    parts: dict[Part, list[Trace]] = {Part.LONG_AGO: [], Part.ONCE: [], Part.TWICE: [], Part.OFTEN: []}
    for traces in by_group.values():
        parts[_name_part(traces, practice)].extend(traces)
    bars = tuple(Bar(part, tuple(traces)) for part, traces in parts.items())
    return Reflection(Figure.GROUPS, _TOPIC, len(by_group), FEWEST_NOTES, bars)


def reflect_meetings(practice: Practice) -> Reflection:
    """Tell how many encounters were the first of anybody in the team with their group, as far as the notes go back."""
    first = {group_key(filed.note.group): filed.path for filed in reversed(practice.known)}
    every = practice.trace(lambda note: note.place or "")
    bars = split_bar(Part.FIRST, every, frozenset(first.values()), Part.AGAIN)
    return Reflection(Figure.MEETINGS, _TOPIC, len(every), FEWEST_NOTES, bars, practice.draw(bars[0].traces, every))


def _name_part(traces: list[Trace], practice: Practice) -> Part:
    if len(traces) >= _OFTEN:
        return Part.OFTEN
    if len(traces) > 1:
        return Part.TWICE
    return Part.LONG_AGO if (practice.today - traces[0].date).days > _LONG_AGO else Part.ONCE

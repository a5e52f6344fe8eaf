"""Obstacles of ours that come back: about the same theme, in the notes of more than one encounter."""

from collections import defaultdict

from kompas.domain.group import fold
from kompas.domain.matching.content import Reader
from kompas.domain.mirror.figure import Figure, Part, Reflection, Trace, split_bar
from kompas.domain.mirror.practice import Practice, trace_note

_FEWEST = 3


def reflect_obstacles(practice: Practice, reader: Reader) -> Reflection:
    """Tell how many of the obstacles that are ours come back, by the themes that `reader` finds or word for word."""
    traces = [
        trace_note(filed, obstacle.what, f"{filed.path}:{number}")
        for filed in practice.notes
        for number, obstacle in enumerate(filed.note.obstacles)
        if obstacle.ours
    ]
    by_subject: dict[str, list[Trace]] = defaultdict(list)
    for trace in traces:
        for subject in _list_subjects(trace.text, reader):
            by_subject[subject].append(trace)
    again = {trace.unit for same in by_subject.values() if len({one.note for one in same}) > 1 for trace in same}
    bars = split_bar(Part.BACK, traces, frozenset(again), Part.SINGLE)
    return Reflection(Figure.OBSTACLES, "whole-municipality", len(traces), _FEWEST, bars)


def _list_subjects(text: str, reader: Reader) -> set[str]:
    touches = reader.read(text).themes
    return {theme for theme, touch in touches.items() if not touch.is_kin} | {f"={fold(text)}"}

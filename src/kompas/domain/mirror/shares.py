"""In how many notes something stands: their goal, and what we told them of us."""

from collections.abc import Callable

from kompas.domain.mirror.figure import Figure, Part, Reflection, split_bar
from kompas.domain.mirror.practice import FEWEST_NOTES, Practice
from kompas.domain.note import Note


def reflect_goals(practice: Practice) -> Reflection:
    """Tell in how many notes their goal stands."""
    return _reflect(Figure.GOALS, "their-goal-first", (Part.GOAL, Part.NO_GOAL), practice, lambda note: note.goal)


def reflect_told(practice: Practice) -> Reflection:
    """Tell in how many encounters we told them what we can do."""
    return _reflect(
        Figure.TOLD, "partner-not-director", (Part.TOLD, Part.NOT_TOLD), practice, lambda note: note.left_behind
    )


def _reflect(
    figure: Figure, topic: str, parts: tuple[Part, Part], practice: Practice, find: Callable[[Note], str | None]
) -> Reflection:
    every = practice.trace(lambda note: find(note) or "")
    counted = practice.trace(lambda note: find(note) or None)
    bars = split_bar(parts[0], every, frozenset(trace.unit for trace in counted), parts[1])
    return Reflection(figure, topic, len(every), FEWEST_NOTES, bars, practice.draw(counted, every))

"""Our promises: late, open and kept."""

from kompas.domain.mirror.figure import Bar, Figure, Part, Reflection
from kompas.domain.mirror.practice import Practice, trace_note
from kompas.domain.promise import PromiseState, judge

_FEWEST = 3


def reflect_promises(practice: Practice) -> Reflection:
    """Tell how many promises made in this time are late, open and kept today."""
    every = [
        (judge(promise, practice.today), trace_note(filed, promise.what, f"{filed.path}:{number}"))
        for filed in practice.notes
        for number, promise in enumerate(filed.note.promises)
    ]
    bars = tuple(
        Bar(Part(state.value), tuple(trace for found, trace in every if found is state)) for state in PromiseState
    )
    return Reflection(Figure.PROMISES, "partner-not-director", len(every), _FEWEST, bars)

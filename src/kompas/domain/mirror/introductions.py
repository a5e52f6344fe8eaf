"""Introductions: in how many we are still in between, and how many go on without us."""

from kompas.domain.answer import Answer
from kompas.domain.introduction import FiledIntroduction
from kompas.domain.matching.memory import pair_of
from kompas.domain.mirror.figure import Bar, Figure, Part, Reflection, Trace
from kompas.domain.mirror.practice import Practice

_FEWEST = 3
_PARTS = {
    Answer.ON_THEIR_OWN: Part.ON_THEIR_OWN,
    Answer.ASKED: Part.BETWEEN,
    Answer.YES: Part.BETWEEN,
    Answer.NO: Part.DECLINED,
}


def reflect_introductions(practice: Practice) -> Reflection:
    """Tell how introductions stand by the latest answer of each; a pair counts once."""
    latest = {pair_of(filed.introduction): filed for filed in practice.introductions}
    parts: dict[Part, list[Trace]] = {part: [] for part in _PARTS.values()}
    for filed in latest.values():
        parts[_PARTS[filed.introduction.answer]].append(_trace(filed))
    bars = tuple(Bar(part, tuple(traces)) for part, traces in parts.items())
    return Reflection(Figure.INTRODUCTIONS, "not-the-spider", len(latest), _FEWEST, bars)


def _trace(filed: FiledIntroduction) -> Trace:
    told = filed.introduction
    return Trace(filed.path, told.date, " + ".join(told.between), told.answer.value, filed.path)

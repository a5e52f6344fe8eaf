"""Doubts: what the reader of lines does not decide alone. A person is asked, or told what became of the line.

One that is a fault keeps its encounter out of the notebook until it is answered: a day or a yes is never guessed.
"""

from dataclasses import dataclass
from typing import ClassVar

from kompas.domain.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Problem):
    """Something at `line` that can be read in two ways; it stands in the story until it is answered."""

    is_fault: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MisspeltLabel(Doubt):
    """`label` is no label, and looks like `near`."""

    label: str
    near: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PerhapsGroup(Doubt):
    """The line may be the head of another encounter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaylessPromise(Doubt):
    """A promise ends in `text`, which looks like a day and is none; it stands without a day."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearDay(Doubt):
    """The encounter was on `text`, which is no day that kompas understands."""

    is_fault: ClassVar[bool] = True
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearAnswer(Doubt):
    """What the group said to the question of `label`, `text`, is neither yes nor no."""

    is_fault: ClassVar[bool] = True
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoGroup(Doubt):
    """No line tells which group this encounter was with."""

    is_fault: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Doubt):
    """The line is the phone's or the mail's own, and is in no note."""

"""Figures of the mirror, as values. A figure is the number of its traces, so it can always be traced."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Figure(StrEnum):
    """What the mirror shows; each is a question, and a name for `--why`. In the order of the door."""

    INTRODUCTIONS = "introductions"
    VISITS = "visits"
    DAYS = "days"
    GOALS = "goals"
    WORDS = "words"
    PROMISES = "promises"
    TOLD = "told"
    GROUPS = "groups"
    MEETINGS = "meetings"
    FIELDS = "fields"
    OBSTACLES = "obstacles"


class Part(StrEnum):
    """What a bar of a figure counts."""

    ON_THEIR_OWN = "on-their-own"
    BETWEEN = "between"
    DECLINED = "declined"
    VISITS = "visits"
    SOON = "soon"
    WEEK = "week"
    LATER = "later"
    UNKNOWN = "unknown"
    GOAL = "goal"
    NO_GOAL = "no-goal"
    STRENGTH = "strength"
    LACK = "lack"
    LATE = "late"
    OPEN = "open"
    KEPT = "kept"
    TOLD = "told"
    NOT_TOLD = "not-told"
    LONG_AGO = "long-ago"
    ONCE = "once"
    TWICE = "twice"
    OFTEN = "often"
    FIRST = "first"
    AGAIN = "again"
    TOGETHER = "together"
    ALONE = "alone"
    BACK = "back"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Trace:
    """One place in the notes that counts. Traces with the same `unit` (a note, a group, a promise) count once."""

    unit: str
    date: datetime.date
    group: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a figure, and all that it counts."""

    part: Part
    traces: tuple[Trace, ...]

    @property
    def count(self) -> int:
        """How many different units its traces have."""
        return count_units(self.traces)


@dataclass(frozen=True, slots=True)
class Point:
    """The period of a time line that begins on `start`; `value` is None when too little is known to say it."""

    start: datetime.date
    value: float | None


@dataclass(frozen=True, slots=True)
class Reflection:
    """One figure: its bars, and its `line` through time, if it has one.

    `topic` is the line of the checklist that it stands beside. It rests on `ground` things, and `fewest` are needed to
    say anything.
    """

    figure: Figure
    topic: str
    ground: int
    fewest: int
    bars: tuple[Bar, ...]
    line: tuple[Point, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is enough to rest it on."""
        return self.ground >= self.fewest


def count_units(traces: Iterable[Trace]) -> int:
    """Return how many different units `traces` have."""
    return len({trace.unit for trace in traces})


def split_bar(part: Part, traces: Sequence[Trace], counted: frozenset[str], rest: Part) -> tuple[Bar, Bar]:
    """Return two bars: the traces whose unit is among `counted`, as `part`, and the `rest`."""
    inside = tuple(trace for trace in traces if trace.unit in counted)
    outside = tuple(trace for trace in traces if trace.unit not in counted)
    return Bar(part, inside), Bar(rest, outside)

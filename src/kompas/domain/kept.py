"""A note as the index keeps it: the facts of `Note` under the same names, as plain values that cost nothing to load.

Whatever asks a note for its facts takes either.
"""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from kompas.domain.answer import Answer
    from kompas.domain.introduction import FiledIntroduction, Introduction
    from kompas.domain.note import FiledNote, Note, Promise
    from kompas.domain.worth import Worth


@dataclass(frozen=True, slots=True)
class KeptPromise:
    """What we promised a group, by when, and when it was kept."""

    what: str
    by: datetime.date | None
    kept: datetime.date | None


@dataclass(frozen=True, slots=True)
class KeptObstacle:
    """What stands in a group's way, and whether it is ours to take away."""

    what: str
    ours: bool


@dataclass(frozen=True, slots=True)
class KeptAgreement:
    """What the group said yes or no to; None means that nobody asked."""

    remember: bool | None
    introduce: bool | None
    share: bool | None
    contact: str | None
    sensitive: bool


@dataclass(frozen=True, slots=True)
class KeptNote:
    """One encounter with one group; see `Note` for what each fact is."""

    date: datetime.date
    group: str
    place: str | None
    author: str | None
    field: str | None
    occasion: str | None
    does: tuple[str, ...]
    talents: tuple[str, ...]
    offers: tuple[str, ...]
    asks: tuple[str, ...]
    ideas: tuple[str, ...]
    leads: tuple[str, ...]
    goal: str | None
    story: str | None
    worth: tuple["Worth", ...]
    left_behind: str | None
    lesson: str | None
    confirmed: datetime.date | None
    promises: tuple[KeptPromise, ...]
    obstacles: tuple[KeptObstacle, ...]
    agreement: KeptAgreement | None


@dataclass(frozen=True, slots=True)
class FiledKept:
    """A kept note and where its file lies, relative to the notebook."""

    path: str
    note: KeptNote


@dataclass(frozen=True, slots=True)
class KeptIntroduction:
    """The outcome of one suggestion between two groups."""

    date: datetime.date
    between: tuple[str, str]
    answer: "Answer"
    author: str | None


@dataclass(frozen=True, slots=True)
class FiledKeptIntroduction:
    """A kept introduction and where its file lies, relative to the notebook."""

    path: str
    introduction: KeptIntroduction


AnyPromise: TypeAlias = "Promise | KeptPromise"
Encounter: TypeAlias = "Note | KeptNote"
Filed: TypeAlias = "FiledNote | FiledKept"
Outcome: TypeAlias = "Introduction | KeptIntroduction"
FiledOutcome: TypeAlias = "FiledIntroduction | FiledKeptIntroduction"
AnyFiled = TypeVar("AnyFiled", "FiledNote", FiledKept)

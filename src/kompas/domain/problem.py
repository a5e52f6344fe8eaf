"""Problems: what is wrong in a file of the notebook, as values. The good files still answer.

The sentence for a problem, and what to do about it, stand in `wording/` under `problem.` and the name of the class.
"""

import datetime
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong at `line` (counted from 1) of the file at `path`; `excerpt` is that line as it stands."""

    path: str
    line: int | None = None
    excerpt: str = ""
    is_fault: ClassVar[bool] = True
    """A fault keeps the note out of every answer and stops a commit; anything else is a warning."""

    def facts(self) -> dict[str, Any]:
        """Return what is particular to this kind of problem, by name."""
        common = {one.name for one in fields(Problem)}
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in common}


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenToml(Problem):
    """The file is no TOML; `kind` names the fault, as in `wording/` under `toml.`."""

    kind: str
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUtf8(Problem):
    """The file is not UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictMarkers(Problem):
    """Git left both versions of a conflict in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(Problem):
    """The system does not let us read the file; `reason` is a key under `system.` in `wording/`."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge(Problem):
    """The file is larger than any note; `size` in bytes."""

    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotANote(Problem):
    """The file has neither a date nor a group, or does not end in .toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownKey(Problem):
    """`key` is no key of a note; `near` are keys that look like it."""

    key: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MisplacedKey(Problem):
    """`key` belongs above `[table]` and now stands below it."""

    key: str
    table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyOutsideTable(Problem):
    """`key` belongs below `heading`, brackets and all, and stands elsewhere."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingKey(Problem):
    """A note cannot do without `key`."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyValue(Problem):
    """`key` is there, and empty, and cannot be done without."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyOptionalValue(Problem):
    """`key` is there, and empty, and may be left out."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongKind(Problem):
    """`key` has a value of the wrong kind; `expected` is a key under `kind.` in `wording/`."""

    key: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureDate(Problem):
    """`key` lies after today."""

    key: str
    value: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveDetails(Problem):
    """A sensitive group, and yet a contact or leave to share."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToBeKept(Problem):
    """The group said that nothing may be kept, and the file is still there."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Problem):
    """The text under `key` holds what identifies a person; `kind` names it, as in `wording/` under `identifier.`."""

    key: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownChoice(Problem):
    """A team's own checklist names a topic or field `value` that there is not; `known` are those that exist."""

    value: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrangeField(Problem):
    """`value` is none of the municipal fields; the note answers all the same."""

    is_fault: ClassVar[bool] = False
    value: str
    known: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownTheme(Problem):
    """A team's own theme has the parent `value`, and there is no such theme; `near` are ids that look like it."""

    is_fault: ClassVar[bool] = False
    value: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyTheme(Problem):
    """A team's own theme has no words that mean anything, so it finds nothing."""

    is_fault: ClassVar[bool] = False
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoGround(Problem):
    """A team's own theme holds `word`, which tells who people are: on that nobody is matched."""

    is_fault: ClassVar[bool] = False
    theme: str
    word: str

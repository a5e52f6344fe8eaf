"""Errors that stop a command: facts, no sentences.

The sentence for an error stands in `wording/`, under `error.` and the name of the class; `cli.main` prints it.

    KompasError                exit code 1: it was expected, the user can mend it
    ├── NotebookNotFound       no folder with a kompas.toml
    ├── NotebookExists         init in a folder that is a notebook already
    ├── BrokenSettings         kompas.toml cannot be used:
    │   ├── WrongSetting       a key is unknown, or its value wrong
    │   ├── GarbledSettings    the file is no TOML
    │   └── UnreadableSettings the system refused
    ├── ExampleNotebook        writing into the invented example
    ├── GroupNotFound          no group by that name
    ├── AmbiguousGroup         several groups by that name
    ├── NoteNotFound           no note by that name or id
    ├── AmbiguousNote          several notes by that name or id
    ├── NotRemembered          the group said: do not keep this
    ├── NothingToWrite         a note without a group
    ├── NoEditor               no program to edit text with
    ├── NotWritten             the disk refused
    ├── NotReadable            a file with lines from a phone: the system refused
    ├── NotPlainText           the same: it is no plain text
    ├── UnclearLines           lines wait for an answer; they are kept as a draft
    ├── GivenUp                a page to fill in was closed as it was
    ├── PlaceTaken             something else lies where a file of ours should come
    ├── MissingExtra           a part of kompas that was not installed
    ├── BrokenChecklist        the team's own checklist has faults
    ├── LineNotFound           no line of the team's own holds that
    ├── AmbiguousLine          several do
    ├── LineExists             the team reads that line already
    ├── NotLearned             a line with an identifier in it
    ├── NotRewritten           a note cannot be edited without harm
    ├── ChangedMeanwhile       a file is not what it was when it was read
    ├── NotAgreed              the person said no
    ├── NobodyToAsk            a question, and no terminal
    ├── RefusedName            a name that no group has
    ├── IntroducedToEachOther  two names that were introduced to each other
    ├── NothingToConfirm       all notes of a group have faded
    ├── NothingPromised        no promise to a group is open
    ├── NothingToTakeBack      kompas wrote nothing lately
    ├── ChangedSince           what kompas wrote was changed by hand
    ├── AlreadyShared          what kompas wrote is with colleagues
    ├── RemovedForGood         what kompas removed is nowhere any more
    ├── NotToBeRemoved         somebody may still need what has faded
    ├── NotSaved               the note has faults; what was typed is kept as a draft
    ├── TooFewGroups           an evening for one
    ├── PaperMissing           a page is asked for, and Jinja2 is not installed
    ├── NotAPage               a page would be written over another file
    ├── OneColleague           a mirror that would show one colleague
    ├── NobodyLooks            --mine, and no handle to know you by
    ├── SharingStopped         the notes are safe here, and did not all go to the team:
    │   ├── NoGit              no git program
    │   ├── NoRepository       the notebook is in no repository
    │   ├── NoBranch           the repository stands on no branch
    │   ├── NoIdentity         git does not know who signs
    │   ├── AlreadySharing     another kompas is at it
    │   ├── GitBusy            another program holds a lock
    │   ├── GitHalfway         somebody began what git cannot undo
    │   ├── GitFailed          git said something we do not know
    │   ├── CommitRefused      a hook said no
    │   ├── RemoteUnclear      several remotes, none of them chosen
    │   ├── BranchUnclear      several branches, none of them ours
    │   ├── UnnamedRemote      the remote is public, or not one the team named
    │   ├── Unreachable        no network
    │   ├── AccessDenied       the server does not let us in
    │   ├── RemoteNotFound     nothing is there
    │   ├── PushRefused        the server lets us in and takes nothing
    │   ├── PushOvertaken      others were first, time and again
    │   ├── HeldBack           a commit by hand holds what may not go out
    │   ├── CannotJoin         two versions of a file that is not ours
    │   └── FolderInTheWay     work that is not committed lies where theirs must come
    └── WrongUsage             exit code 2: the command line is not understood
        ├── UnknownCommand
        ├── UnknownField
        ├── UnknownLanguage
        ├── UnknownShell       Tab does not work there
        ├── UnclearDate
        ├── WhichPromise           several promises are open, or none like that
        ├── UnforgettableWord  a word to forget that is too short, or that notes are made of
        ├── SeveralNotebooks   more than one is named where one is meant
        ├── SameGroup          an introduction of a group to itself
        └── BadCommandLine     a fault found by the parser of the command line
"""

import errno
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

REASONS = frozenset(
    {"EACCES", "EPERM", "ENOSPC", "EDQUOT", "EISDIR", "ENOTDIR", "EEXIST", "ELOOP", "ENOENT", "EROFS"}
    | {"ENAMETOOLONG", "ENXIO", "other"}
)
"""Why a system refuses: the names of its errors that `wording/` tells in plain words."""


def name_reason(error: OSError) -> str:
    """Return the name of a system's error, "other" when it is none of REASONS."""
    name = errno.errorcode.get(error.errno or 0, "other")
    return name if name in REASONS else "other"


@dataclass(eq=False)
class KompasError(Exception):
    """A command cannot go on; the fields are the facts for its sentence."""

    exit_code: ClassVar[int] = 1

    def facts(self) -> dict[str, Any]:
        """Return the fields by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(eq=False)
class NotebookNotFound(KompasError):
    """No notebook in `place` or above it."""

    place: Path


@dataclass(eq=False)
class NotebookExists(KompasError):
    """`place` is a notebook already."""

    place: Path


@dataclass(eq=False)
class BrokenSettings(KompasError):
    """The settings in `path` cannot be used."""

    path: Path


@dataclass(eq=False)
class WrongSetting(BrokenSettings):
    """kompas knows no setting `key`, or not with this value."""

    key: str


@dataclass(eq=False)
class GarbledSettings(BrokenSettings):
    """The settings are no TOML, or no UTF-8, at `line`."""

    line: int


@dataclass(eq=False)
class UnreadableSettings(BrokenSettings):
    """The system does not let us read the settings; `reason` is a key under `system.` in `wording/`."""

    reason: str


@dataclass(eq=False)
class ExampleNotebook(KompasError):
    """`place` is the invented example, where nothing real is written."""

    place: Path


@dataclass(eq=False)
class GroupNotFound(KompasError):
    """No living note is about a group like `name`; `near` are names that look like it."""

    name: str
    near: tuple[str, ...] = ()


@dataclass(eq=False)
class AmbiguousGroup(KompasError):
    """Several groups have `name` in their name."""

    name: str
    near: tuple[str, ...]


@dataclass(eq=False)
class NoteNotFound(KompasError):
    """No note has `name` in its file name or group; `near` are groups that look like it."""

    name: str
    near: tuple[str, ...] = ()


@dataclass(eq=False)
class AmbiguousNote(KompasError):
    """Several notes have `name` in their file name or group."""

    name: str
    near: tuple[str, ...]


@dataclass(eq=False)
class NotRemembered(KompasError):
    """`group` said that nothing may be kept."""

    group: str


@dataclass(eq=False)
class NothingToWrite(KompasError):
    """A note was asked for without a group."""


@dataclass(eq=False)
class NoEditor(KompasError):
    """No editor is set, or `command` does not start."""

    command: str


@dataclass(eq=False)
class NotWritten(KompasError):
    """The disk refused to write `path`; `reason` is a key under `system.` in `wording/`."""

    path: Path
    reason: str


@dataclass(eq=False)
class NotReadable(KompasError):
    """The system does not let us read `path`; `reason` is a key under `system.` in `wording/`."""

    path: Path
    reason: str


@dataclass(eq=False)
class NotPlainText(KompasError):
    """The file at `path` is no plain text, or larger than any notes."""

    path: Path


@dataclass(eq=False)
class UnclearLines(KompasError):
    """The encounter that begins on `line` cannot become a note yet; its lines are kept in `draft`."""

    line: int
    draft: Path


@dataclass(eq=False)
class GivenUp(KompasError):
    """Nothing was typed on the page that was opened in an editor."""


@dataclass(eq=False)
class PlaceTaken(KompasError):
    """At `path` lies something that kompas did not make."""

    path: Path


@dataclass(eq=False)
class MissingExtra(KompasError):
    """`library` is not installed; it comes with the extra `extra`."""

    library: str
    extra: str


@dataclass(eq=False)
class BrokenChecklist(KompasError):
    """The team's own checklist at `path` has faults, so nothing is written in it."""

    path: Path


@dataclass(eq=False)
class LineNotFound(KompasError):
    """No line that the team reads holds `text`; `near` are those that there are."""

    text: str
    near: tuple[str, ...]


@dataclass(eq=False)
class AmbiguousLine(KompasError):
    """Several lines of the team hold `text`."""

    text: str
    near: tuple[str, ...]


@dataclass(eq=False)
class LineExists(KompasError):
    """The team reads `text` already."""

    text: str


@dataclass(eq=False)
class NotLearned(KompasError):
    """`text` holds an identifier and is not written."""

    text: str


@dataclass(eq=False)
class NotRewritten(KompasError):
    """`path` is written in a way that kompas cannot edit without harm."""

    path: str


@dataclass(eq=False)
class ChangedMeanwhile(KompasError):
    """The file at `path` is not what it was when kompas read it; nothing was written."""

    path: str


@dataclass(eq=False)
class NotAgreed(KompasError):
    """The person at the terminal did not say yes."""


@dataclass(eq=False)
class NobodyToAsk(KompasError):
    """A question is open, --yes was not given, and there is no terminal to ask on."""


@dataclass(eq=False)
class RefusedName(KompasError):
    """`name` holds what kompas does not keep: a number or an address of a person."""

    name: str


@dataclass(eq=False)
class IntroducedToEachOther(KompasError):
    """`one` and `other` were introduced to each other, says the file at `path`; so they are two groups."""

    one: str
    other: str
    path: str


@dataclass(eq=False)
class NothingToConfirm(KompasError):
    """All notes of `group` have faded."""

    group: str


@dataclass(eq=False)
class NothingPromised(KompasError):
    """No promise to `group` is open."""

    group: str


@dataclass(eq=False)
class NothingToTakeBack(KompasError):
    """kompas wrote nothing lately in this notebook, or all of it was taken back."""


@dataclass(eq=False)
class ChangedSince(KompasError):
    """The file at `path` was changed by hand after kompas wrote it."""

    path: str


@dataclass(eq=False)
class AlreadyShared(KompasError):
    """What kompas wrote, in `path` and perhaps in others, is with colleagues."""

    path: str


@dataclass(eq=False)
class RemovedForGood(KompasError):
    """The file at `path` was removed, and git never had it."""

    path: str


@dataclass(eq=False)
class NotToBeRemoved(KompasError):
    """Somebody may still need what has faded; `need` is a key under `need.` in `wording/`."""

    need: str


@dataclass(eq=False)
class NotSaved(KompasError):
    """The note has faults; all that was typed is kept in `draft`."""

    draft: Path


@dataclass(eq=False)
class TooFewGroups(KompasError):
    """An evening needs two groups; only `count` come."""

    count: int


@dataclass(eq=False)
class PaperMissing(KompasError):
    """Pages are an extra, and it is not installed."""


@dataclass(eq=False)
class NotAPage(KompasError):
    """At `path` lies a file that is no page of ours; it is not written over."""

    path: Path


@dataclass(eq=False)
class OneColleague(KompasError):
    """Beside the one who looks only one other wrote: the figures would be theirs."""


@dataclass(eq=False)
class NobodyLooks(KompasError):
    """One's own work is asked for, and no handle says whose that is."""


@dataclass(eq=False)
class SharingStopped(KompasError):
    """Not everything went to the team; what was written is safe here."""


@dataclass(eq=False)
class NoGit(SharingStopped):
    """There is no git program."""


@dataclass(eq=False)
class NoRepository(SharingStopped):
    """The notebook in `place` is in no git repository."""

    place: Path


@dataclass(eq=False)
class NoBranch(SharingStopped):
    """The working tree is on no branch, so that a commit would belong to nothing."""


@dataclass(eq=False)
class NoIdentity(SharingStopped):
    """Git does not know who signs, and nobody is there to ask."""


@dataclass(eq=False)
class AlreadySharing(SharingStopped):
    """Another kompas shares this notebook now."""


@dataclass(eq=False)
class GitBusy(SharingStopped):
    """Another program has held `lock` for `minutes`."""

    lock: Path
    minutes: int


@dataclass(eq=False)
class GitHalfway(SharingStopped):
    """Git is in the middle of `begun` (rebase, merge) and cannot undo it."""

    begun: str


@dataclass(eq=False)
class GitFailed(SharingStopped):
    """Git stopped; `said` is its own explanation."""

    said: str


@dataclass(eq=False)
class CommitRefused(SharingStopped):
    """A hook of the repository stopped the commit; `said` is its explanation."""

    said: str


@dataclass(eq=False)
class RemoteUnclear(SharingStopped):
    """The repository knows several `remotes`, and none is called origin."""

    remotes: tuple[str, ...]


@dataclass(eq=False)
class BranchUnclear(SharingStopped):
    """The team has several `branches`, and none is the server's choice."""

    branches: tuple[str, ...]


@dataclass(eq=False)
class UnnamedRemote(SharingStopped):
    """The notes would go to `remote`, which is public or not one that the team named."""

    remote: str


@dataclass(eq=False)
class Unreachable(SharingStopped):
    """The network does not reach `remote`."""

    remote: str


@dataclass(eq=False)
class AccessDenied(SharingStopped):
    """`remote` does not let us in."""

    remote: str


@dataclass(eq=False)
class RemoteNotFound(SharingStopped):
    """There is no repository at `remote`."""

    remote: str


@dataclass(eq=False)
class PushRefused(SharingStopped):
    """`remote` takes nothing from us: a protected branch, a hook, or leave to read only. `said` is its explanation."""

    remote: str
    said: str


@dataclass(eq=False)
class PushOvertaken(SharingStopped):
    """Colleagues sent at the same moment, `tries` times in a row."""

    tries: int


@dataclass(eq=False)
class HeldBack(SharingStopped):
    """A commit that waits to go out holds `paths` that may not."""

    paths: tuple[str, ...]


@dataclass(eq=False)
class CannotJoin(SharingStopped):
    """Both sides changed `paths`, which are not kompas' to join."""

    paths: tuple[str, ...]


@dataclass(eq=False)
class FolderInTheWay(SharingStopped):
    """`paths` hold work that is not committed, where colleagues changed them too."""

    paths: tuple[str, ...]


@dataclass(eq=False)
class WrongUsage(KompasError):
    """The command line is not understood."""

    exit_code: ClassVar[int] = 2


@dataclass(eq=False)
class UnknownCommand(WrongUsage):
    """No command is called `name`; `near` are commands that look like it."""

    name: str
    near: tuple[str, ...] = ()


@dataclass(eq=False)
class UnknownField(WrongUsage):
    """No municipal field is called `name`; `known` are those that exist."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownLanguage(WrongUsage):
    """kompas does not speak `name`."""

    name: str


@dataclass(eq=False)
class UnknownShell(WrongUsage):
    """kompas has no completion for the shell `name`; `known` are those that it has."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnclearDate(WrongUsage):
    """`text` is not a date that kompas understands; `example` is one that it does."""

    text: str
    example: date


@dataclass(eq=False)
class WhichPromise(WrongUsage):
    """`which` means none or several of the open promises; `near` are all of them, numbered."""

    which: str
    near: tuple[str, ...]


@dataclass(eq=False)
class UnforgettableWord(WrongUsage):
    """`name` is too short to look for, or a word that notes are made of."""

    name: str


@dataclass(eq=False)
class SeveralNotebooks(WrongUsage):
    """One notebook is meant, and those called `near` were named."""

    near: tuple[str, ...]


@dataclass(eq=False)
class SameGroup(WrongUsage):
    """Both names of an introduction are `name`."""

    name: str


@dataclass(eq=False)
class BadCommandLine(WrongUsage):
    """A flag or argument is missing, unknown, too many or of the wrong kind.

    `kind` is the key of the sentence under `usage.`; `name` is the flag or argument; `near` what was perhaps meant.
    """

    kind: str
    name: str = ""
    near: tuple[str, ...] = ()

"""What of a notebook goes to the team: notes, introductions and its own files, each only when nothing is wrong."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kompas.domain.guarding import find_refused
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import NotANote, Problem
from kompas.notebook.checklist_file import CHECKLIST_NAME
from kompas.notebook.filename import find_id, make_id
from kompas.notebook.folder import INTRODUCTIONS, Reading, parse_file
from kompas.notebook.git.clone import Clone, list_paths, read_objects
from kompas.notebook.git.commit import Change, ChangeKind, list_changes, list_tracked
from kompas.notebook.note_file import SCHEMA_NAME
from kompas.notebook.walk import THEMES_NAME, is_walked
from kompas.settings import SETTINGS_NAME

OWN_FILES = frozenset(
    {
        SETTINGS_NAME,
        THEMES_NAME,
        SCHEMA_NAME,
        CHECKLIST_NAME,
        ".gitattributes",
        ".gitignore",
        "LEESMIJ.md",
        "README.md",
    }
)
"""The files at a notebook's root that a team shares beside its notes."""

_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes to the team, what is wrong with what stays, and the notes that git was told to ignore."""

    going: tuple[Change, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]


def choose(clone: Clone, index: str, reading: Reading, problems: Iterable[Problem], today: datetime.date) -> Choice:
    """Choose what is committed of all that changed since `index`; a stranger's file is in none of the three lists."""
    faults = [one for one in problems if one.is_fault and not _is_foreign(one)]
    faulty = {one.path for one in faults}
    notes = {path for path in _list_read(reading) if path not in faulty}
    good = {path for path in notes if "\n" not in path and not (clone.root / path).is_symlink()}
    changes = list_changes(clone, index)
    removed = _list_removed_notes(clone, changes, today)
    going = tuple(one for one in changes if one.path in good | removed | (OWN_FILES - faulty))
    changed = {one.path for one in changes}
    ignored = (notes - list_tracked(clone, index) - changed) | (notes - good) & changed
    return Choice(going, tuple(one for one in faults if one.path in changed), tuple(sorted(ignored)))


def find_unfit(clone: Clone, commit: str, known: str | None, today: datetime.date) -> tuple[str, ...]:
    """Return the paths that may not go out with `commit` and all before it that the team, at `known`, has not.

    An identifier may stand in none of these commits, for the team would get them all; a fault not in the last one.
    """
    span = [commit, *([f"^{known}"] if known else [])]
    words = ("log", "--format=", "--raw", "--no-abbrev", "--no-renames", "-m", "-z", *span, "--", ".")
    told = [entry.lstrip("\n") for entry in list_paths(clone.require(*words, at=clone.root))]
    versions: dict[str, str] = {}
    seen: set[str] = set()
    last: set[str] = set()
    for facts, path in zip(told[::2], told[1::2], strict=True):
        name = clone.within(path)
        if name is None or not is_walked(clone.root, PurePosixPath(name)):
            continue
        blob = facts.split()[3]
        if name not in seen:  # git tells the last commit first
            last.add(blob)
        seen.add(name)
        versions.setdefault(blob, name)
    return tuple(sorted(set(_list_unfit(clone, versions, last, today))))


def keep_beside(clone: Clone, path: str) -> str | None:
    """Return the name for our version of a file of which the team's stands at `path`; None for what is not ours.

    Both are paths from the top of the working tree.
    """
    name = clone.within(path)
    if name is None:
        return None
    if name in OWN_FILES:
        return f"{path}.{make_id()}"
    if not is_walked(clone.root, PurePosixPath(name)):
        return None
    place = PurePosixPath(path)
    stem = place.stem.removesuffix(f"-{find_id(path)}")
    return str(place.with_name(f"{stem}-{make_id()}{place.suffix}"))


def is_introduction(path: str) -> bool:
    """Tell whether the file at `path` tells of an introduction."""
    return path.startswith(f"{INTRODUCTIONS}/")


def _list_read(reading: Reading) -> list[str]:
    return [*(filed.path for filed in reading.notes), *(filed.path for filed in reading.introductions)]


def _is_foreign(problem: Problem) -> bool:
    """Tell whether this is no note and never was meant to be one; in a month's folder it was."""
    return isinstance(problem, NotANote) and not _MONTH.fullmatch(PurePosixPath(problem.path).parent.name)


def _list_removed_notes(clone: Clone, changes: Iterable[Change], today: datetime.date) -> set[str]:
    paths = [
        one.path
        for one in changes
        if one.kind is ChangeKind.REMOVED and is_walked(clone.root, PurePosixPath(one.path)) and "\n" not in one.path
    ]
    contents = read_objects(clone, [f"HEAD:{clone.prefix}{path}" for path in paths])
    return {path for path, content in zip(paths, contents, strict=True) if content and _was_note(path, content, today)}


def _was_note(path: str, content: bytes, today: datetime.date) -> bool:
    found = parse_file(path, content, today)
    return not (isinstance(found, list) and any(isinstance(one, NotANote) for one in found))


def _list_unfit(clone: Clone, versions: dict[str, str], last: set[str], today: datetime.date) -> Iterator[str]:
    contents = read_objects(clone, list(versions))
    for (blob, path), content in zip(versions.items(), contents, strict=True):
        if content is None:
            continue  # the commit removed it
        found = parse_file(path, content, today)
        if isinstance(found, Note):
            if any(find_refused([FiledNote(path, found)], today)):
                yield path
        elif isinstance(found, list) and blob in last and not all(_is_foreign(one) for one in found):
            yield path

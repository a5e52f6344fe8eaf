"""The folder of a notebook: find its files, read them all, write new ones and never over an old one."""

import datetime
import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kompas.domain.introduction import FiledIntroduction, Introduction
from kompas.domain.note import FiledNote, Note
from kompas.domain.problem import NotANote, Problem, TooLarge, Unreadable
from kompas.errors import NotWritten, name_reason
from kompas.notebook.filename import make_id, name_introduction, name_note
from kompas.notebook.git.staged import list_staged, read_staged
from kompas.notebook.journal import Change, Deed, note_down
from kompas.notebook.note_file import dump_introduction, dump_note, parse_introduction, parse_note
from kompas.notebook.toml import LARGEST
from kompas.notebook.walk import is_walked, list_files
from kompas.notebook.writing import write_exclusively

INTRODUCTIONS = "introductions"
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a notebook's files say, and what is wrong with the others; each in the order of its path."""

    notes: tuple[FiledNote, ...]
    introductions: tuple[FiledIntroduction, ...]
    problems: tuple[Problem, ...]


def read_notebook(root: Path, today: datetime.date) -> Reading:
    """Read every note and introduction under `root`; files that cannot be used become problems."""
    return _sort_out((path, read_file(root, path, today)) for path in list_files(root))


def read_staged_notebook(root: Path, today: datetime.date) -> Reading:
    """Read what the next commit would add or change, as it is staged and not as it lies in the folder."""
    staged = [path for path in list_staged(root) if is_walked(root, PurePosixPath(path))]
    contents = zip(staged, read_staged(root, staged), strict=True)
    return _sort_out((path, parse_file(path, content, today)) for path, content in contents)


def read_file(root: Path, path: str, today: datetime.date) -> Note | Introduction | list[Problem]:
    """Read the file at `path` under `root`."""
    content = read_bytes(root, path)
    if content is None:
        return []  # gone since the folder was listed: a colleague's git, or an editor that renames
    return [content] if isinstance(content, Problem) else parse_file(path, content, today)


def parse_file(path: str, content: bytes, today: datetime.date) -> Note | Introduction | list[Problem]:
    """Turn the bytes of the file at `path` into what it tells, or into all that is wrong with it."""
    if not path.endswith(".toml"):
        return [NotANote(path=path)]
    parse = parse_introduction if path.startswith(f"{INTRODUCTIONS}/") else parse_note
    return parse(path, content, today)


def read_bytes(root: Path, path: str) -> bytes | Problem | None:
    """Return the bytes of a file, None when there is none, or the problem that keeps it from being read."""
    try:
        with _open(root / path) as file:
            if (size := os.fstat(file.fileno()).st_size) > LARGEST:
                return TooLarge(path=path, size=size)
            return file.read(LARGEST + 1)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not (root / path).is_symlink():
            return None
        return Unreadable(path=path, reason=name_reason(error))


def write_note(root: Path, note: Note, text: str | None = None) -> str:
    """Write `note` as a new file under `root` and return its path. Raises NotWritten.

    `text` is the same note as a person typed it, comments and all.
    """
    return _write_new(root, Deed.NOTE, text or dump_note(note), lambda: name_note(note.date, note.group, make_id()))


def write_introduction(root: Path, introduction: Introduction) -> str:
    """Write `introduction` as a new file under `root` and return its path. Raises NotWritten."""
    text = dump_introduction(introduction)
    return _write_new(
        root, Deed.INTRODUCE, text, lambda: name_introduction(introduction.date, introduction.between, make_id())
    )


def _open(place: Path) -> BinaryIO:
    """Open a file, or raise what the system says; a pipe or a device could go on for ever."""
    mode = place.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    return place.open("rb")


def _sort_out(values: Iterable[tuple[str, Note | Introduction | list[Problem]]]) -> Reading:
    notes: list[FiledNote] = []
    introductions: list[FiledIntroduction] = []
    problems: list[Problem] = []
    for path, value in values:
        if isinstance(value, Note):
            notes.append(FiledNote(path, value))
        elif isinstance(value, Introduction):
            introductions.append(FiledIntroduction(path, value))
        else:
            problems.extend(value)
    return Reading(tuple(notes), tuple(introductions), tuple(problems))


def _write_new(root: Path, deed: Deed, text: str, make_name: Callable[[], PurePosixPath]) -> str:
    """Write under a name that nobody has: whole on the disk before the name exists, and never over another file."""
    content = text.encode()
    for _ in range(_TRIES):
        path = make_name()
        target = root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_exclusively(target, content)
        except OSError as error:
            if isinstance(error, FileExistsError) and target.parent.is_dir():
                continue
            raise NotWritten(target, name_reason(error)) from error
        with suppress(NotWritten):  # the note is safe; only taking it back is not possible then
            note_down(root, deed, [Change(str(path), None, content)])
        return str(path)
    raise NotWritten(root, "EEXIST")

"""Read the files that changed into the index, and take out those that are gone."""

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kompas.domain.introduction import Introduction
from kompas.domain.note import Note
from kompas.domain.problem import Problem
from kompas.notebook.folder import parse_file, read_bytes
from kompas.notebook.index.rows import (
    FOUND_BY,
    INTRODUCTION_COLUMNS,
    NOTE_COLUMNS,
    dump_problems,
    introduction_to_row,
    note_to_row,
)
from kompas.notebook.index.sign import Sign, pack
from kompas.notebook.walk import join

_EVER = str(datetime.date.max)
_TABLES = ("files", "notes", "texts", "introductions", "reads")


def _fill(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"  # noqa: S608 our own


_ADD_FILE = _fill("files", ("folder", "name", "sign", "digest", "since", "until", "problems"))
_ADD_NOTE = _fill("notes", (*NOTE_COLUMNS, FOUND_BY[0]))
_ADD_TEXT = _fill("texts", FOUND_BY[1:])
_ADD_INTRODUCTION = _fill("introductions", INTRODUCTION_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the index knows of a file: the days from `since` to `until` on which it says what it said."""

    id: int
    sign: bytes | None
    digest: bytes | None
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class _Due:
    """A file that has to be read."""

    folder: str
    name: str
    sign: bytes | None
    known: _Known | None

    @property
    def path(self) -> str:
        """Its path within the notebook; a folder that cannot be opened stands for itself."""
        return join(self.folder, self.name) if self.name else self.folder or "."


def update(
    store: sqlite3.Connection,
    root: Path,
    changed: Mapping[str, Sequence[tuple[str, Sign | None]]],
    today: datetime.date,
    watch: Callable[[int, int], None] | None,
) -> None:
    """Bring the folders `changed`, with all that lies in them now, up to date, within the transaction of `store`."""
    due = [one for folder, entries in changed.items() for one in _list_due(store, folder, entries, str(today))]
    unsure = set()
    for done, one in enumerate(due):
        if watch:
            watch(done, len(due))
        if not _read(store, root, one, today):
            unsure.add(one.folder)
    for folder, entries in changed.items():
        _note_folder(store, folder, None if folder in unsure else entries)


def _list_due(
    store: sqlite3.Connection, folder: str, entries: Sequence[tuple[str, Sign | None]], today: str
) -> Iterator[_Due]:
    """Yield the files of a folder that have to be read; what is gone is taken out."""
    place = (os.fsencode(folder),)
    rows = store.execute("SELECT name, id, sign, digest, since, until FROM files WHERE folder = ?", place).fetchall()
    known = {os.fsdecode(name): _Known(*told) for name, *told in rows}
    for name, seen in entries:
        one, sign = known.pop(name, None), pack(seen) if seen else None
        if not (one and sign and one.sign == sign and one.since <= today <= one.until):
            yield _Due(folder, name, sign, one)
    for one in known.values():
        _take_out(store, one)


def _read(store: sqlite3.Connection, root: Path, due: _Due, today: datetime.date) -> bool:
    """Read a file into the index; tell whether its sign will do to know it by."""
    content = read_bytes(root, due.path)
    if content is None:  # gone since we looked
        _take_out(store, due.known)
        return False
    if isinstance(content, Problem):
        _take_out(store, due.known)
        _add(store, due, None, [content], today)
        return False
    digest = blake2b(content, digest_size=16).digest()
    if due.known and due.known.digest == digest and due.known.since <= str(today) <= due.known.until:
        store.execute("UPDATE files SET sign = ? WHERE id = ?", (due.sign, due.known.id))
    else:
        _take_out(store, due.known)
        _add(store, due, digest, parse_file(due.path, content, today), today)
    return due.sign is not None


def _add(
    store: sqlite3.Connection,
    due: _Due,
    digest: bytes | None,
    value: Note | Introduction | list[Problem],
    today: datetime.date,
) -> None:
    problems = value if isinstance(value, list) else []
    since, until = (str(today), str(today)) if problems else (_list_days(value)[-1], _EVER)
    place = (os.fsencode(due.folder), os.fsencode(due.name))
    told = (None, *place, due.sign if digest else None, digest, since, until, dump_problems(problems))
    number = store.execute(_ADD_FILE, told).lastrowid
    if isinstance(value, Note):
        *row, folded = note_to_row(due.path, value)
        store.execute(_ADD_NOTE, (number, *row))
        store.execute(_ADD_TEXT, (number, folded))
    elif isinstance(value, Introduction):
        store.execute(_ADD_INTRODUCTION, (number, *introduction_to_row(due.path, value)))


def _list_days(value: Note | Introduction | list[Problem]) -> list[str]:
    """Return the days in a file that may not lie in the future, in their order."""
    if isinstance(value, Introduction):
        return [str(value.date)]
    if isinstance(value, Note):
        days = [value.date, value.confirmed, *(promise.kept for promise in value.promises)]
        return sorted(str(day) for day in days if day)
    return [""]


def _take_out(store: sqlite3.Connection, known: _Known | None) -> None:
    if known:
        for table in _TABLES:
            store.execute(f"DELETE FROM {table} WHERE id = ?", (known.id,))  # noqa: S608 our own tables


def _note_folder(store: sqlite3.Connection, folder: str, entries: Sequence[tuple[str, Sign | None]] | None) -> None:
    place = os.fsencode(folder)
    if entries == ():
        store.execute("DELETE FROM folders WHERE path = ?", (place,))
        return
    days = store.execute("SELECT max(since), min(until) FROM files WHERE folder = ?", (place,)).fetchone()
    since, until = days if days[0] is not None else ("", _EVER)
    packed = pack(entries) if entries is not None else None
    store.execute("INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?)", (place, packed, since, until))

"""The notebook as the index has it: what a question needs, and in the order it needs it."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kompas.domain.kept import FiledKept, FiledKeptIntroduction
from kompas.notebook.index.rows import (
    INTRODUCTION_COLUMNS,
    NOTE_COLUMNS,
    load_problems,
    row_to_introduction,
    row_to_note,
)

if TYPE_CHECKING:
    from kompas.domain.problem import Problem

_NOTES = f"SELECT {', '.join(f'notes.{name}' for name in NOTE_COLUMNS)} FROM notes "  # noqa: S608 our own columns
_INTRODUCTIONS = f"SELECT {', '.join(INTRODUCTION_COLUMNS)} FROM introductions ORDER BY path"  # noqa: S608 the same
_NEWEST = " ORDER BY day DESC, path"


class View:
    """All sound files of a notebook, and the problems of the others, at one moment. Notes come as they are taken."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self.store = store

    def close(self) -> None:
        """Let go of the index; what was not taken yet is not to be had any more."""
        self.store.close()

    def list_problems(self) -> list["Problem"]:
        """Return what is wrong in files, in the order of their paths."""
        rows = self.store.execute("SELECT problems FROM files WHERE problems != ''")
        return sorted((one for row in rows for one in load_problems(row[0])), key=lambda one: one.path)

    def list_notes(self) -> Iterator[FiledKept]:
        """Yield all notes in the order of their paths."""
        return self._ask("ORDER BY path")

    def list_newest(self) -> Iterator[FiledKept]:
        """Yield all notes, newest first, then by path."""
        return self._ask(_NEWEST)

    def list_about(self, key: str) -> Iterator[FiledKept]:
        """Yield the notes of the group with this key, and all that name any group as a lead."""
        return self._ask("WHERE key = ? OR leads != ''", key)

    def list_naming(self) -> Iterator[FiledKept]:
        """Yield the notes that name any group as a lead, in the order of their paths."""
        return self._ask("WHERE leads != '' ORDER BY path")

    def list_having(self, column: str) -> Iterator[FiledKept]:
        """Yield the notes that say anything under `column`, a list of NOTE_COLUMNS, newest first."""
        return self._ask(f"WHERE {column} != ''" + _NEWEST)

    def list_holding(self, needles: Sequence[str]) -> Iterator[FiledKept]:
        """Yield the notes in whose folded text all `needles` stand, newest first."""
        terms = " AND ".join("instr(folded, ?)" for _ in needles) or "0"
        known = (needle.encode("utf-8", "replace").decode() for needle in needles)
        return self._ask(f"JOIN texts USING (id) WHERE {terms}" + _NEWEST, *known)

    def list_groups(self) -> list[str]:
        """Return the names of the groups, each spelling once, in the order of the paths of their notes."""
        return [row[0] for row in self.store.execute("SELECT grp FROM notes GROUP BY grp ORDER BY min(path)")]

    def list_named(self, column: str) -> list[str]:
        """Return what notes say under `column`, each spelling once and sorted, of groups that may be remembered."""
        refused = "SELECT key FROM notes WHERE remember = 0"
        told = f"SELECT DISTINCT {column} FROM notes WHERE {column} != '' AND key NOT IN ({refused})"  # noqa: S608 our own
        rows = self.store.execute(f"{told} ORDER BY 1")
        return [row[0] for row in rows]

    def list_files(self, part: str, most: int) -> list[tuple[str, str, str]]:
        """Return the path, the group and the day of the newest notes that have `part` in their path."""
        query = f"SELECT path, grp, day FROM notes WHERE instr(path, ?) {_NEWEST} LIMIT ?"  # noqa: S608 our own order
        rows = self.store.execute(query, (os.fsencode(part), most))
        return [(os.fsdecode(path), group, day) for path, group, day in rows]

    def list_introductions(self) -> list[FiledKeptIntroduction]:
        """Return all introductions in the order of their paths."""
        return [row_to_introduction(row) for row in self.store.execute(_INTRODUCTIONS)]

    def _ask(self, rest: str, *values: Any) -> Iterator[FiledKept]:
        return map(row_to_note, self.store.execute(_NOTES + rest, values))

"""Bring the index up to date: one look at all files, and only those that changed are read."""

import datetime
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kompas.notebook.index.file import index_file, is_new, is_sealed, open_file, open_memory, seal, sweep
from kompas.notebook.index.sign import Seen, Sign, look, pack
from kompas.notebook.index.view import View

Watch = Callable[[int, int], None]
"""Is told how many files have been read, and of how many."""


def refresh(root: Path, today: datetime.date, watch: Watch | None = None) -> View:
    """Return the notebook at `root` as it is now. Never fails: without an index all files are read."""
    seen = look(root)
    try:
        return View(_refresh_file(root, seen, today, watch))
    except (sqlite3.Error, OSError):
        store = open_memory(root)
        _update(store, root, seen, today, watch)
        return View(store)


def _refresh_file(root: Path, seen: Seen, today: datetime.date, watch: Watch | None) -> sqlite3.Connection:
    file = index_file(root)
    store = open_file(file, root)
    try:
        if is_new(store):
            _update(store, root, seen, today, watch)
        elif list_changed(store, seen, today):
            take_pen(store, file, root)
            _update(store, root, seen, today, watch)
        else:
            return store
        seal(store, file)
        sweep(file)
        store.execute("BEGIN")
    except BaseException:
        store.close()
        raise
    return store


def take_pen(store: sqlite3.Connection, file: Path, root: Path) -> None:
    """Begin to write, as the only one; another kompas may have written since we looked."""
    store.execute("ROLLBACK")
    store.execute("BEGIN IMMEDIATE")
    if not is_sealed(store, file, root):
        raise sqlite3.DatabaseError


def _update(store: sqlite3.Connection, root: Path, seen: Seen, today: datetime.date, watch: Watch | None) -> None:
    from kompas.notebook.index.update import update  # noqa: PLC0415 loads Pydantic, and most runs find nothing changed

    update(store, root, {folder: seen.get(folder, ()) for folder in list_changed(store, seen, today)}, today, watch)


def list_changed(store: sqlite3.Connection, seen: Seen, today: datetime.date) -> list[str]:
    """Return the folders that the index has to look into: changed, new or gone, or to be judged by another day."""
    rows = store.execute("SELECT path, entries, since, until FROM folders")
    known = {os.fsdecode(path): told for path, *told in rows}
    changed = [folder for folder, entries in seen.items() if not _is_as_before(known.pop(folder, None), entries, today)]
    return [*changed, *known]


def _is_as_before(
    known: Sequence[Any] | None, entries: Sequence[tuple[str, Sign | None]], today: datetime.date
) -> bool:
    if known is None:
        return False
    packed, since, until = known
    return bool(packed == pack(entries) and since <= str(today) <= until)

"""The index as it was last, for who asks at every press of a key and can do with what was known a moment ago."""

import datetime
import os
import sqlite3
from pathlib import Path

from kompas.notebook.index.file import index_file, is_new, open_file
from kompas.notebook.index.refresh import refresh
from kompas.notebook.index.view import View

_GRAIN = 2_000_000_000  # nanoseconds; FAT counts by two seconds


def recall(root: Path, today: datetime.date) -> View:
    """Return the notebook without a look at its files; only when a folder has changed since, they are looked at.

    A file that was changed in its place, by hand, is seen by the next question of another kind.
    """
    file = index_file(root)
    try:
        if file.stat().st_ctime_ns > _find_latest(root) + _GRAIN:
            store = open_file(file, root)
            if not is_new(store):
                return View(store)
            store.close()
    except (sqlite3.Error, OSError):
        pass  # no index yet, or none that can be had: the long way finds that out too
    return refresh(root, today)


def _find_latest(root: Path) -> int:
    """Return when a file was last added to, or taken out of, the notebook or one of its folders."""
    with os.scandir(root) as entries:
        folders = [entry.stat().st_mtime_ns for entry in entries if entry.is_dir()]
    return max(root.stat().st_mtime_ns, *folders, 0)

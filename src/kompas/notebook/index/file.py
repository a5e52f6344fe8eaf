"""The file of an index: where it lies, how it is opened, and the seal that tells whether it can be trusted.

SQLite notices when a page of its file is no page any more, and not when a text in it has changed. So after every write
the file is given an invented time, which the file itself holds as well. Whoever else writes to it, or a machine that
stops halfway, leaves another time; then the index is made anew.
"""

import os
import sqlite3
import time
from ast import literal_eval
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote
from zlib import crc32

from kompas import __version__
from kompas.notebook.index.rows import FOUND_BY, INTRODUCTION_COLUMNS, NOTE_COLUMNS
from kompas.settings import SETTINGS_NAME

_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600
_PATIENCE = 2.0
"""So many seconds another kompas may take to write; after that this one does without the file."""
_READERS = (".", "domain", "domain/matching", "notebook", "notebook/index")
"""Where the code lies that reads a note; when it changes, what it read is read again."""
_ERASING = """
    PRAGMA secure_delete = ON;
    PRAGMA journal_mode = MEMORY;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
"""
"""What is deleted is overwritten, and no other file ever holds a copy of it."""
_SCHEMA = f"""
    CREATE TABLE meta (root TEXT, made_by TEXT, seal INTEGER);
    CREATE TABLE folders (path BLOB PRIMARY KEY, entries BLOB, since TEXT, until TEXT) WITHOUT ROWID;
    CREATE TABLE files (
        id INTEGER PRIMARY KEY, folder BLOB, name BLOB, sign BLOB, digest BLOB, since TEXT, until TEXT, problems TEXT
    );
    CREATE INDEX files_by_folder ON files (folder, name);
    CREATE INDEX files_broken ON files (id) WHERE problems != '';
    CREATE TABLE notes (id INTEGER PRIMARY KEY, {", ".join((*NOTE_COLUMNS, FOUND_BY[0]))});
    CREATE INDEX notes_by_day ON notes (day DESC, path);
    CREATE INDEX notes_by_group ON notes (key);
    CREATE INDEX notes_refusing ON notes (remember) WHERE remember = 0;
    CREATE TABLE texts (id INTEGER PRIMARY KEY, {FOUND_BY[1]} TEXT);
    CREATE TABLE lore (mark TEXT, themes TEXT);
    CREATE TABLE reads (id INTEGER PRIMARY KEY, contents TEXT);
    CREATE TABLE introductions (id INTEGER PRIMARY KEY, {", ".join(INTRODUCTION_COLUMNS)});
"""


def index_file(root: Path) -> Path:
    """Return where the index of the notebook at `root` lies. Two that share a place would only push each other out."""
    return _folder() / f"index-{crc32(_name(root).encode('utf-8', 'replace')):08x}.sqlite"


def open_file(file: Path, root: Path) -> sqlite3.Connection:
    """Open the index in `file`, at a moment that stands still while it is read.

    One that is not to be trusted is begun anew, within a transaction. Raises sqlite3.Error or OSError when it cannot be
    had now: the disk refuses, or another kompas is writing and takes long.
    """
    store = None
    try:
        store = _connect(file)
        store.execute("BEGIN")
        if is_sealed(store, file, root):
            return store
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            _close(store)
            raise
    _close(store)
    file.unlink(missing_ok=True)
    store = _connect(file)
    try:
        store.execute("BEGIN IMMEDIATE")
        _lay_out(store, root)
    except sqlite3.Error:
        store.close()
        raise
    return store


def open_memory(root: Path) -> sqlite3.Connection:
    """Return an empty index that lives as long as this run."""
    store = sqlite3.connect(":memory:", isolation_level=None)
    store.execute("BEGIN")
    _lay_out(store, root)
    return store


def is_sealed(store: sqlite3.Connection, file: Path, root: Path) -> bool:
    """Tell whether this kompas made the index of this notebook, and nobody wrote to its file afterwards."""
    told = store.execute("SELECT root, made_by, seal FROM meta").fetchone()
    return told is not None and tuple(told) == (_name(root), _name_makers(), file.stat().st_mtime_ns)


def is_new(store: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever written into the index."""
    return bool(store.execute("SELECT seal IS NULL FROM meta").fetchone()[0])


def seal(store: sqlite3.Connection, file: Path) -> None:
    """End a transaction, and give the file its invented time: an even second in the years 2001 to 2032."""
    now = time.time_ns()
    stamp = (1_000_000_000 + now % 1_000_000_000 // 2 * 2) * 1_000_000_000
    store.execute("UPDATE meta SET seal = ?", (stamp,))
    store.execute("COMMIT")
    os.utime(file, ns=(now, stamp))


def sweep(own: Path) -> None:
    """Remove the indexes of notebooks that are no longer where they were, and all that cannot be read."""
    for file in own.parent.glob("index-*.sqlite"):
        if file != own and not _has_notebook(file):
            with suppress(OSError):
                file.unlink()


def remove_index(root: Path) -> None:
    """Remove the index of the notebook at `root`; the next question makes a new one."""
    with suppress(OSError):
        index_file(root).unlink(missing_ok=True)


def _folder() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 slow to load

    return user_cache_path("kompas", appauthor=False)


def _connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    with suppress(PermissionError):  # one that may only be read may still be up to date
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE))
    store = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        store.executescript(_ERASING)
    except sqlite3.Error:
        store.close()
        raise
    return store


def _close(store: sqlite3.Connection | None) -> None:
    if store:
        store.close()


def _lay_out(store: sqlite3.Connection, root: Path) -> None:
    for statement in _SCHEMA.split(";"):
        store.execute(statement)
    store.execute("INSERT INTO meta VALUES (?, ?, NULL)", (_name(root), _name_makers()))


def _name(root: Path) -> str:
    return ascii(str(root.resolve()))


@cache
def _name_makers() -> str:
    """Name the code that reads notes: its version, and the time and size of its files while it is worked on."""
    package = Path(__file__).parent.parent.parent
    parts = [
        (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
        for folder in _READERS
        for entry in os.scandir(package / folder)
        if entry.name.endswith(".py")
    ]
    return f"{__version__} {sorted(parts)}"


def _has_notebook(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True, timeout=0)) as store:
            root = literal_eval(store.execute("SELECT root FROM meta").fetchone()[0])
        return (Path(root) / SETTINGS_NAME).is_file()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except (sqlite3.Error, OSError, TypeError, ValueError, SyntaxError):
        return False

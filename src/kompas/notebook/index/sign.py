"""How a file is known without being read: by its times, its size and its number."""

import marshal
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kompas.notebook.walk import walk

Sign = tuple[int, int, int, int]
"""Time of writing and of change, size, and number of a file."""
Seen = Mapping[str, Sequence[tuple[str, Sign | None]]]
"""What lies in each folder. A file without a sign has to be read to know it."""

_GRAIN = 2_000_000_000
"""A file changed less than so many nanoseconds ago may change again and keep its times: FAT counts by two seconds."""


def look(root: Path) -> Seen:
    """Look at every file of the notebook at `root`, without reading any."""
    earliest = time.time_ns() - _GRAIN
    return {
        folder: [("", None)] if entries is None else [(entry.name, _find_sign(entry, earliest)) for entry in entries]
        for folder, entries in walk(root)
    }


def pack(value: Any) -> bytes:
    """Return plain values as bytes, to be compared and never taken apart again."""
    return marshal.dumps(value, 2)  # the version that does not depend on who else holds a value


def _find_sign(entry: "os.DirEntry[str]", earliest: int) -> Sign | None:
    try:
        told = entry.stat()
    except OSError:
        return None
    changed = told.st_mtime_ns if os.name == "nt" else told.st_ctime_ns
    return (told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino) if changed < earliest else None

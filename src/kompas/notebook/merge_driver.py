"""Tell git who merges notes: `.gitattributes` names the driver, and each clone must say itself what it is."""

import os
import shlex
import sys
from pathlib import Path

from kompas.notebook.git.config import read_config, write_config

ATTRIBUTES = "*.toml text eol=lf merge=kompas\n"
"""What `.gitattributes` of a notebook says: LF on every system, and a driver of our own."""
_DRIVER = "merge.kompas.driver"


def ensure_merge_driver(root: Path) -> bool:
    """Let the repository around `root` merge notes with this kompas; tell whether it does. Quick when it did."""
    wanted = _write_driver(root)
    known = read_config(root, _DRIVER)
    if known is None or known == wanted:
        return known == wanted
    return write_config(root, _DRIVER, wanted)


def _write_driver(root: Path) -> str:
    """Return the command: the Python that runs kompas now, or else the kompas on the path."""
    python = _quote(Path(sys.executable))
    place = _quote(Path(os.path.abspath(root)))  # noqa: PTH100 a link stays a link
    words = f"--notebook {place} merge-note %O %A %B"
    return f"if [ -x {python} ]; then {python} -m kompas {words}; else kompas {words}; fi"


def _quote(path: Path) -> str:
    return shlex.quote(path.as_posix()).replace("%", "%%")

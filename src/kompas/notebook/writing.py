"""Write files whole: on the disk before they have their name, so that a crash leaves the old or the new, never half."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from kompas.notebook.filename import make_id

_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600


def write_exclusively(target: Path, content: bytes) -> None:
    """Create `target`, on the disk when this returns. Raises FileExistsError when it is there already, and OSError."""
    with _Spare(target) as spare:
        _fill(spare, content)
        _give_name(spare, target)
    _sync_folder(target.parent)


def write_over(target: Path, content: bytes) -> None:
    """Put `content` in the place of what `target` holds, its rights kept; a link stays a link. Raises OSError."""
    place = target.resolve()
    with _Spare(place) as spare:
        _fill(spare, content)
        if os.name != "nt":
            spare.chmod(stat.S_IMODE(place.stat().st_mode))
        spare.replace(place)
    _sync_folder(place.parent)


def write_private(target: Path, content: bytes) -> None:
    """Write `target`, over an old one if need be, in a folder of this user's own; only this user reads it.

    Raises OSError.
    """
    target.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    spare = target.with_name(f".{target.name}.part")
    handle = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        _write_through(file.fileno(), content)
    spare.replace(target)


def remove(target: Path) -> None:
    """Remove `target`, and the folder it lay in when that is empty now; what is gone is gone. Raises OSError."""
    target.unlink(missing_ok=True)
    _sync_folder(target.parent)
    with suppress(OSError):
        target.parent.rmdir()


class _Spare:
    """The name beside `target` under which it is made ready, gone at the end whatever happens."""

    def __init__(self, target: Path) -> None:
        self._path = target.with_name(f".{target.name}.{make_id()}.part")

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_: object) -> None:
        self._path.unlink(missing_ok=True)


def _fill(new: Path, content: bytes) -> None:
    with new.open("xb") as file:
        _write_through(file.fileno(), content)


def _write_through(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _give_name(spare: Path, target: Path) -> None:
    try:
        os.link(spare, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links (FAT, some network disks)
        with target.open("xb") as copy:
            try:
                _write_through(copy.fileno(), spare.read_bytes())
            except BaseException:  # half a note under its name is no note
                target.unlink()
                raise


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps no open folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network disks sync no folders; the note itself is on the disk
    finally:
        os.close(handle)

"""One kompas at a time in a clone, and the traces of one that was cut off."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kompas.errors import AlreadySharing, GitBusy, NotWritten, name_reason
from kompas.notebook.git.clone import Clone

_PATIENCE = 20.0
"""Seconds to wait for another kompas in this clone."""
_STALE = 3.0
"""Seconds after which a lock that our own cut-off run may have left is taken away; git holds one for milliseconds."""
_PAUSE = 0.1


@contextmanager
def hold(clone: Clone) -> Iterator[bool]:
    """Keep every other kompas out of the clone; tell whether the one before us was cut off.

    The system lets go of the lock when this program ends, however it ends. Raises AlreadySharing, or NotWritten when
    the disk takes nothing, at whatever step.
    """
    try:
        clone.workshop.mkdir(exist_ok=True)
        with (clone.workshop / "lock").open("a+b") as file:
            _wait(file)
            file.seek(0)
            was_cut_off = file.read() != b""
            if was_cut_off:
                _clear_up(clone)
            _write(file, b"busy\n")
            try:
                yield was_cut_off
            finally:
                _write(file, b"")
    except BrokenPipeError:
        raise  # that is the screen, and no disk
    except OSError as error:
        raise NotWritten(clone.root, name_reason(error)) from error


def require_quiet(clone: Clone) -> None:
    """Wait a moment while another program changes the index. Raises GitBusy when it goes on."""
    lock = clone.own / "index.lock"
    end = time.monotonic() + _STALE
    while lock.exists():
        if time.monotonic() > end:
            raise GitBusy(lock, max(1, round(_age(lock) / 60)))
        time.sleep(_PAUSE)


def room_of(clone: Clone) -> Path:
    """Return the folder of the working tree in which kompas joins versions, out of the user's sight."""
    return clone.workshop / "kompas-room"


def clear_room(clone: Clone) -> None:
    """Throw away the working tree in which kompas joins versions, whole or half."""
    for place in (room_of(clone), clone.common / "worktrees" / room_of(clone).name):
        shutil.rmtree(place, ignore_errors=True)


def _clear_up(clone: Clone) -> None:
    clear_room(clone)
    for spare in clone.workshop.glob("index-*"):
        spare.unlink(missing_ok=True)
    for lock in _list_locks(clone):
        while lock.exists() and _age(lock) < _STALE:
            time.sleep(_PAUSE)
        lock.unlink(missing_ok=True)


def _list_locks(clone: Clone) -> list[Path]:
    tops = {clone.own, clone.common}
    return sorted({lock for top in tops for lock in (*top.glob("*.lock"), *(top / "refs").rglob("*.lock"))})


def _age(lock: Path) -> float:
    """Return the seconds since a lock was made; one made in the future is as old as it gets."""
    with suppress(FileNotFoundError):
        age = time.time() - lock.stat().st_mtime
        return age if age >= 0 else _STALE
    return _STALE


def _write(file: BinaryIO, text: bytes) -> None:
    file.truncate(0)
    file.write(text)
    file.flush()
    os.fsync(file.fileno())


def _wait(file: BinaryIO) -> None:
    end = time.monotonic() + _PATIENCE
    while not _try(file):
        if time.monotonic() > end:
            raise AlreadySharing
        time.sleep(_PAUSE)


def _try(file: BinaryIO) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 each system has its own

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 the same

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""The journal: the last things kompas wrote, so that `undo` can take them back.

It lies in the user's own state folder, readable by that user only, one folder a notebook and one file a deed. Of what
kompas wrote anew only the hash is kept; of what it changed the old text, no longer than undo may need it. Of what it
removed nothing is kept but the name and the hash: what is gone is not to live on in a corner that nobody looks in.
"""

import json
import secrets
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from kompas.errors import NotWritten, name_reason
from kompas.notebook.writing import write_private

_MOST = 10
_DAYS = 7
_MINUTE = 60 * 10**9
_DAY = 24 * 60 * _MINUTE


class Deed(StrEnum):
    """What kompas did when it wrote: the command by its English name."""

    NOTE = "note"
    INTRODUCE = "introduce"
    CONFIRM = "confirm"
    KEEP = "keep"
    RENAME = "rename"
    LEARN = "learn"
    TIDY = "tidy"


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one file: `path` within the notebook, and its bytes before and after; None is no file."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What the journal keeps of a change: hashes, and the old bytes when the file was changed and not removed."""

    path: str
    hash_before: str | None
    hash_after: str | None
    before: bytes | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed in the journal: `place` is its own file."""

    deed: Deed
    traces: tuple[Trace, ...]
    place: Path


def hash_content(content: bytes | None) -> str | None:
    """Return the hash by which the journal knows a file's bytes; None is no file."""
    return None if content is None else sha256(content).hexdigest()


def note_down(root: Path, deed: Deed, changes: Iterable[Change]) -> Path:
    """Keep what `deed` changes in the notebook at `root`, and return where. Raises NotWritten.

    Only the last 10 deeds of 7 days are kept.
    """
    place = _folder(root) / f"{time.time_ns():020}-{secrets.token_hex(2)}.json"
    table = {"deed": deed.value, "traces": [_dump(change) for change in changes]}
    try:
        write_private(place, json.dumps(table).encode())
    except OSError as error:
        raise NotWritten(place, name_reason(error)) from error
    _sweep(root)
    return place


def list_entries(root: Path) -> list[Entry]:
    """Return what can still be taken back in the notebook at `root`, the last deed first."""
    _sweep(root)
    entries = (_read(place) for place in reversed(_list_places(root)))
    return [entry for entry in entries if entry]


def strike_out(place: Path) -> None:
    """Take the deed at `place` out of the journal: it was taken back, or never done. Raises NotWritten."""
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritten(place, name_reason(error)) from error


def forget_in_journal(root: Path, is_forgotten: Callable[[str], bool]) -> int:
    """Strike out every deed of which a path or an old text is forgotten; return how many there were.

    What cannot be read is struck out as well: nobody knows what it holds. Raises NotWritten.
    """
    gone = 0
    for part in _list_parts(root):
        strike_out(part)
    for place in _list_places(root):
        entry = _read(place)
        if entry is None or any(map(is_forgotten, _list_texts(entry))):
            strike_out(place)
            gone += 1
    return gone


def _list_texts(entry: Entry) -> Sequence[str]:
    texts = [(trace.before or b"").decode("utf-8", "replace") for trace in entry.traces]
    return [*(trace.path for trace in entry.traces), *texts]


def _folder(root: Path) -> Path:
    from platformdirs import user_state_path  # noqa: PLC0415 only a run that writes needs to know

    mark = sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return user_state_path("kompas", appauthor=False) / "journal" / mark


def _list_places(root: Path) -> list[Path]:
    folder = _folder(root)
    return sorted(place for place in folder.glob("[0-9]*.json")) if folder.is_dir() else []


def _sweep(root: Path) -> None:
    """Remove what is too old or too many, and what a crash left; another kompas may do so at the same moment."""
    places, now = _list_places(root), time.time_ns()
    gone = places[:-_MOST] + [place for place in places if _time_of(place) < now - _DAYS * _DAY]
    gone += [part for part in _list_parts(root) if _time_of(part) < now - _MINUTE]
    for place in gone:
        with suppress(OSError):
            place.unlink()


def _time_of(place: Path) -> int:
    return int(place.name.lstrip(".").partition("-")[0])


def _list_parts(root: Path) -> list[Path]:
    """Return what a crash left half written, or another kompas writes at this moment."""
    folder = _folder(root)
    return sorted(folder.glob(".[0-9]*.part")) if folder.is_dir() else []


def _dump(change: Change) -> dict[str, Any]:
    is_edit = change.before is not None and change.after is not None
    return {
        "path": change.path,
        "hash_before": hash_content(change.before),
        "hash_after": hash_content(change.after),
        "before": b64encode(change.before).decode() if is_edit and change.before is not None else None,
    }


def _read(place: Path) -> Entry | None:
    """Read a deed; one that is damaged, or gone by now, can no longer be taken back."""
    try:
        table = json.loads(place.read_bytes())
        return Entry(Deed(table["deed"]), tuple(map(_parse, table["traces"])), place)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parse(row: dict[str, Any]) -> Trace:
    before = row["before"]
    return Trace(row["path"], row["hash_before"], row["hash_after"], None if before is None else b64decode(before))

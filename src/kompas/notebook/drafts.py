"""Drafts: what was typed and is not a note yet, in the user's own state folder, readable by that user only."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from kompas.domain.group import group_key
from kompas.domain.living import fades_on
from kompas.domain.note import Note
from kompas.errors import NotWritten, name_reason
from kompas.notebook.filename import make_id
from kompas.notebook.note_file import parse_note
from kompas.notebook.writing import write_private


def drafts_folder() -> Path:
    """Return the folder of this user's drafts on this system."""
    from platformdirs import user_state_path  # noqa: PLC0415 only a draft needs to know

    return user_state_path("kompas", appauthor=False) / "drafts"


def new_draft(ending: str = ".toml") -> Path:
    """Return where a new draft can lie; lines from a phone end in .txt."""
    return drafts_folder() / f"{make_id()}{ending}"


def is_draft(path: Path) -> bool:
    """Tell whether `path` lies among this user's drafts."""
    return path.absolute().parent == drafts_folder()


def write_draft(text: str, path: Path | None = None) -> Path:
    """Write `text` to the draft at `path`, or to a new one, and return where it lies. Raises NotWritten.

    The old draft stays whole until the new one is on the disk.
    """
    target = path or new_draft()
    try:
        write_private(target, text.encode())
    except OSError as error:
        raise NotWritten(target, name_reason(error)) from error
    return target


def read_draft(path: Path) -> str:
    """Return the text of a draft as an editor left it; an editor may have thrown it away. Never fails on a sign."""
    try:
        return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def list_drafts() -> list[Path]:
    """Return the drafts that wait, the newest first."""
    folder = drafts_folder()
    found = [path for path in folder.glob("*.toml") if not path.name.startswith(".")] if folder.is_dir() else []
    return sorted(found, key=lambda path: (-path.stat().st_mtime, path.name))


def remove_draft(path: Path) -> None:
    """Remove a draft that has become a note, or is not wanted any more."""
    path.unlink(missing_ok=True)


def remove_faded_drafts(groups: Iterable[str], today: datetime.date, keep_days: int) -> int:
    """Remove the drafts of notes about `groups` that would have faded by now, and return how many there were."""
    keys, gone = set(map(group_key, groups)), 0
    for path in list_drafts():
        note = parse_note(path.name, path.read_bytes(), today)
        if isinstance(note, Note) and group_key(note.group) in keys and fades_on(note, keep_days) <= today:
            remove_draft(path)
            gone += 1
    return gone

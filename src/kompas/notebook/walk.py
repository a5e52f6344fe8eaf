"""Which files of a notebook should be notes or introductions: one walk through its folder."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kompas.settings import SETTINGS_NAME

THEMES_NAME = "themes.toml"
_NO_NOTES = frozenset({SETTINGS_NAME, "checklist.toml", THEMES_NAME})
_MONTH = re.compile(r"\d{4}-\d{2}")


def walk(root: Path) -> Iterator[tuple[str, list["os.DirEntry[str]"] | None]]:
    """Yield every folder under `root` that may hold notes, relative to it, with the files that should be notes.

    A folder that cannot be opened comes with None. A notebook within the notebook is another one, and left out.
    """
    return _walk(str(root), "")


def list_files(root: Path) -> list[str]:
    """Return the paths of all files under `root` that should be notes or introductions, sorted.

    A folder that cannot be opened stands for the files in it; reading it tells why.
    """
    return sorted(
        path
        for folder, entries in walk(root)
        for path in ([folder or "."] if entries is None else [join(folder, entry.name) for entry in entries])
    )


def join(folder: str, name: str) -> str:
    """Return the path of `name` in `folder`, the notebook's own folder being the empty text."""
    return f"{folder}/{name}" if folder else name


def is_walked(root: Path, path: PurePosixPath) -> bool:
    """Tell whether `walk` would come to `path`."""
    folders = path.parents[:-1]
    return (
        not any(map(_is_left_over, path.parts))
        and not any(_is_notebook(f"{root}/{folder}") for folder in folders)
        and _is_for_notes(path.parent.name, path.name)
    )


def _walk(root: str, folder: str) -> Iterator[tuple[str, list["os.DirEntry[str]"] | None]]:
    place = f"{root}/{folder}"
    try:
        with os.scandir(place) as found:
            entries = [entry for entry in found if not _is_left_over(entry.name)]
    except OSError:
        yield folder, None
        return
    inner = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    name = folder.rpartition("/")[2]
    yield folder, [entry for entry in entries if _is_for_notes(name, entry.name) and entry.name not in inner]
    for one in inner:
        if not _is_notebook(f"{place}/{one}"):
            yield from _walk(root, join(folder, one))


def _is_left_over(name: str) -> bool:
    """Tell whether a file is hidden, or a back-up of an editor."""
    return name.startswith(".") or name.endswith("~")


def _is_notebook(folder: str) -> bool:
    return os.path.exists(f"{folder}/{SETTINGS_NAME}")  # noqa: PTH110 Path.exists raises where a folder may not be opened


def _is_for_notes(folder: str, name: str) -> bool:
    """Tell whether a file should be a note: any .toml, and all that lies in a month folder (Windows: note.toml.txt)."""
    if name.endswith(".toml"):
        return folder != "" or name not in _NO_NOTES
    return _MONTH.fullmatch(folder) is not None

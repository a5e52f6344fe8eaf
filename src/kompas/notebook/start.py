"""Start a notebook: the folder and all that a team finds in it."""

import os
import shlex
import stat
import sys
from pathlib import Path

from kompas.errors import NotebookExists, NotWritten, name_reason
from kompas.notebook.git.repository import find_hooks, start_repository
from kompas.notebook.merge_driver import ATTRIBUTES
from kompas.notebook.note_file import SCHEMA_NAME
from kompas.notebook.schema import dump_schema
from kompas.notebook.writing import write_exclusively
from kompas.settings import SETTINGS_NAME

_IGNORED = "# What editors and systems leave behind; drafts never lie here.\n*~\n*.part\n*.swp\n.DS_Store\nThumbs.db\n"
_HOOK_MARK = "# kompas"


def start_notebook(root: Path, language: str, page: str) -> bool:
    """Make `root` a notebook; `page` is what colleagues read first. Tell whether git keeps it now.

    Files that are there already stay as they are. Raises NotebookExists or NotWritten.
    """
    if (root / SETTINGS_NAME).exists():
        raise NotebookExists(root)
    texts = {
        ".gitignore": _IGNORED,
        ".gitattributes": ATTRIBUTES,
        SCHEMA_NAME: dump_schema(),
        "LEESMIJ.md" if language == "nl" else "README.md": page,
        SETTINGS_NAME: f'format = 1\nlanguage = "{language}"\nkeep_days = 365\n',
    }
    try:
        root.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            if not (root / name).exists():
                write_exclusively(root / name, text.encode())
    except OSError as error:
        raise NotWritten(root, name_reason(error)) from error
    return start_repository(root)


def write_schema(root: Path) -> None:
    """Bring the notebook's schema up to date with this kompas; the old one stays until the new one is whole."""
    spare = root / f".{SCHEMA_NAME}.part"
    spare.write_text(dump_schema(), encoding="utf-8", newline="\n")
    spare.replace(root / SCHEMA_NAME)


def install_hook(root: Path) -> bool:
    """Let git check the notes before every commit; tell whether it does. A hook of somebody else stays as it is."""
    hooks = find_hooks(root)
    if hooks is None:
        return False
    hook = hooks / "pre-commit"
    if hook.exists() and _HOOK_MARK not in hook.read_text(encoding="utf-8", errors="replace"):
        return False
    hooks.mkdir(parents=True, exist_ok=True)
    hook.write_text(_write_hook(root), encoding="utf-8", newline="\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return True


def _write_hook(root: Path) -> str:
    """Return the hook: the Python that runs kompas now, or else the kompas on the path."""
    python = shlex.quote(Path(sys.executable).as_posix())
    place = shlex.quote(Path(os.path.abspath(root)).as_posix())  # noqa: PTH100 a link stays a link
    return (
        f"#!/bin/sh\n{_HOOK_MARK}: broken notes and identifiers stay out of the commit.\n"
        f"if [ -x {python} ]; then exec {python} -m kompas --notebook {place} check --staged; fi\n"
        f"exec kompas --notebook {place} check --staged\n"
    )

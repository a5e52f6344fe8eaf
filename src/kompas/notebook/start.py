"""Start a notebook: the folder and all that a team finds in it."""

import os
import re
import shlex
import stat
import sys
from pathlib import Path

from kompas.errors import NotebookExists, NotWritten, name_reason
from kompas.notebook.git.commit import CHECKED
from kompas.notebook.git.program import run_git
from kompas.notebook.git.repository import find_hooks, find_top, start_repository
from kompas.notebook.merge_driver import ATTRIBUTES
from kompas.notebook.note_file import SCHEMA_NAME
from kompas.notebook.schema import dump_schema
from kompas.notebook.writing import write_exclusively
from kompas.settings import SETTINGS_NAME

_IGNORED = "# What editors and systems leave behind; drafts never lie here.\n*~\n*.part\n*.swp\n.DS_Store\nThumbs.db\n"
_HOOK_MARK = "# kompas"
_UNSET = 1


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


def prepare_clone(root: Path) -> bool:
    """Let git in this clone pull as kompas does, and check every commit; tell whether it checks.

    A clone that a colleague made has none of this yet. A hook of somebody else stays as it is.
    """
    if run_git(root, "config", "--local", "--get", "pull.rebase").returncode == _UNSET:
        run_git(root, "config", "--local", "pull.rebase", "true")
    return install_hook(root)


def install_hook(root: Path) -> bool:
    """Let git check the notes before every commit; tell whether it does. A hook of somebody else stays as it is."""
    hooks, top = find_hooks(root), find_top(root)
    if hooks is None or top is None:
        return False
    hook = hooks / "pre-commit"
    old = hook.read_text(encoding="utf-8", errors="replace") if hook.exists() else _HOOK_MARK
    if _HOOK_MARK not in old:
        return False
    text = _write_hook({*_list_notebooks(old), Path(os.path.relpath(root.resolve(), top)).as_posix()})
    if text != old:
        hooks.mkdir(parents=True, exist_ok=True)
        hook.write_text(text, encoding="utf-8", newline="\n")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return True


def _list_notebooks(hook: str) -> list[str]:
    found = re.search(r"^for notebook in (.*); do$", hook, re.MULTILINE)
    return shlex.split(found[1]) if found else []


def _write_hook(notebooks: set[str]) -> str:
    """Return the hook: the Python that runs kompas now, or else the kompas on the path.

    Git runs it at the top of a working tree, of which a repository may have several; so notebooks are named from there.
    """
    python = shlex.quote(Path(sys.executable).as_posix())
    places = " ".join(shlex.quote(place) for place in sorted(notebooks))
    return f"""#!/bin/sh
{_HOOK_MARK}: broken notes and identifiers stay out of the commit.
[ -z "${CHECKED}" ] || exit 0
for notebook in {places}; do
    [ -f "$notebook/kompas.toml" ] || continue
    if [ -x {python} ]; then
        {python} -m kompas --notebook "$notebook" check --staged || exit 1
    else
        kompas --notebook "$notebook" check --staged || exit 1
    fi
done
"""

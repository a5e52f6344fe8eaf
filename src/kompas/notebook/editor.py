"""The user's own editor, started without a shell."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from kompas.errors import NoEditor

_USUAL = "notepad" if os.name == "nt" else "nano"


def open_editor(path: Path, environment: Mapping[str, str]) -> None:
    """Open `path` in $VISUAL, $EDITOR or the system's plain editor, and wait until it is closed. Raises NoEditor."""
    set_by_user = (environment.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    command = next(filter(None, set_by_user), _USUAL)
    try:
        words = shlex.split(command, posix=os.name != "nt")
        subprocess.run([*words, str(path)], check=True)  # noqa: S603 the user's own program, and no shell
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise NoEditor(command) from error

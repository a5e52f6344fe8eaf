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
    command = environment.get("VISUAL") or environment.get("EDITOR") or _USUAL
    words = shlex.split(command, posix=os.name != "nt")
    try:
        subprocess.run([*words, str(path)], check=True)  # noqa: S603 the user's own program, and no shell
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise NoEditor(command) from error

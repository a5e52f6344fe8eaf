"""The `git` program: the one module that starts it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

# A repository must not be redirected by what the shell happened to carry, nor ask for a password on the screen.
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR")


def has_git() -> bool:
    """Tell whether there is a git program."""
    return shutil.which("git") is not None


def run_git(
    root: Path, *words: str, feed: bytes = b"", given: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in `root`, `feed` on its stdin and `given` in its environment, and return what it said, in bytes.

    The caller judges its exit code.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", **(given or {})}
    return subprocess.run(  # noqa: S603 no shell, and every word is ours or stands behind `--`
        ["git", *words],  # noqa: S607 the user's own git, wherever it is installed
        cwd=root,
        env=environment,
        input=feed,
        capture_output=True,
        check=False,
    )

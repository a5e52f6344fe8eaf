"""The `git` program: the one module that starts it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

# A repository must not be redirected by what the shell happened to carry, nor ask for a password on the screen.
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR")

# A watcher named in a repository that somebody handed us is not started.
_CALM = ("-c", "core.fsmonitor=", "-c", "core.safecrlf=false")

# A repository cannot choose a program of its own as the way to the server (ext::).
_WAYS = {"GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh"}
_MOST_SECONDS = 300
_TIMED_OUT = 124


def has_git() -> bool:
    """Tell whether there is a git program."""
    return shutil.which("git") is not None


def run_git(
    root: Path, *words: str, feed: bytes = b"", given: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in `root`, `feed` on its stdin and `given` in its environment, and return what it said, in bytes.

    The caller judges its exit code.
    """
    return subprocess.run(  # noqa: S603 no shell, and every word is ours or stands behind `--`
        ["git", *_CALM, *words],  # noqa: S607 the user's own git, wherever it is installed
        cwd=root,
        env=_clear_environment() | {"GIT_TERMINAL_PROMPT": "0", **(given or {})},
        input=feed,
        capture_output=True,
        check=False,
    )


def run_git_outside(root: Path, words: Sequence[str], given: Mapping[str, str]) -> tuple[int, str]:
    """Run git where it talks to a server or to hooks; return its exit code and all that it said.

    What it starts may stay behind and keep its output open (ssh does), so it writes to a file and not to a pipe.
    A server that says nothing for five minutes is given up.
    """
    with tempfile.TemporaryFile() as said:
        try:
            code = subprocess.run(  # noqa: S603 the same
                ["git", *_CALM, *words],  # noqa: S607 the same
                cwd=root,
                env=_WAYS | _clear_environment() | dict(given),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                timeout=_MOST_SECONDS,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            code = _TIMED_OUT
        said.seek(0)
        return code, said.read().decode("utf-8", "replace")


def _clear_environment() -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    return environment | {"LC_ALL": "C.UTF-8", "LANGUAGE": ""}

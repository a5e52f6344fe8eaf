"""The real `git` program, the one module that starts it."""

import os
import shutil
import subprocess
from pathlib import Path

# A repository must not be redirected by what the shell happened to carry, nor ask for a password on the screen.
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR")


def has_git() -> bool:
    """Tell whether there is a git program."""
    return shutil.which("git") is not None


def run_git(root: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in `root` and return what it said, in bytes; the caller judges its exit code."""
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(  # noqa: S603 no shell, and every word is ours or stands behind `--`
        ["git", *words],  # noqa: S607 the user's own git, wherever it is installed
        cwd=root,
        env=environment,
        capture_output=True,
        check=False,
    )


def start_repository(root: Path) -> bool:
    """Make `root` a git repository unless it lies in one; tell whether it is in one now."""
    if not has_git():
        return False
    if run_git(root, "rev-parse", "--is-inside-work-tree").returncode == 0:
        return True
    return run_git(root, "init", "--quiet", "--initial-branch", "main").returncode == 0


def find_hooks(root: Path) -> Path | None:
    """Return the folder where git looks for the hooks of the repository around `root`, and of no other repository."""
    if not has_git():
        return None
    told = run_git(root, "rev-parse", "--git-path", "hooks", "--git-common-dir", "--show-toplevel")
    if told.returncode != 0:
        return None
    hooks, *own = ((root / os.fsdecode(line)).resolve() for line in told.stdout.splitlines())
    return hooks if any(hooks.is_relative_to(place) for place in own) else None


def find_user_name(root: Path) -> str | None:
    """Return the name that git signs commits with, if one is set."""
    if not has_git():
        return None
    return run_git(root, "config", "user.name").stdout.decode("utf-8", "replace").strip() or None


def list_staged(root: Path) -> list[str]:
    """Return the paths under `root`, relative to it, that the next commit adds or changes."""
    if not has_git():
        return []
    words = ("diff", "--cached", "--name-only", "--relative", "--diff-filter=ACMR", "-z", "--", ".")
    return [os.fsdecode(path) for path in run_git(root, *words, **_find_index()).stdout.split(b"\0") if path]


def read_staged(root: Path, path: str) -> bytes:
    """Return the content of `path` as it is staged, not as it lies in the folder."""
    return run_git(root, "show", f":./{path}", **_find_index()).stdout


def _find_index() -> dict[str, str]:
    """Return where the next commit is staged: `git commit -a` hands its hook an index of its own."""
    index = os.environ.get("GIT_INDEX_FILE")
    return {"GIT_INDEX_FILE": os.path.abspath(index)} if index else {}  # noqa: PTH100 as the hook's folder has it

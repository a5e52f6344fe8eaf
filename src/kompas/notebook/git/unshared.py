"""What lies in the notebook and has not gone out yet: a question that changes nothing."""

from pathlib import Path

from kompas.notebook.git.program import has_git, run_git

_FILES = ("-z", "--no-renames", "--", "*/*.toml")
_QUIET = {"GIT_OPTIONAL_LOCKS": "0"}
_STATUS_SIGNS = 3
"""Two signs and a blank stand before each path."""


def count_unshared(root: Path) -> int:
    """Return how many notes and introductions under `root` are not committed, or not pushed to where this branch goes.

    Outside git, and without a place to push to, only what is not committed counts. Nothing is locked or fetched.
    """
    if not has_git():
        return 0
    lying = run_git(root, "status", "--porcelain", "--untracked-files=all", *_FILES, given=_QUIET)
    ahead = run_git(root, "diff", "--name-only", "@{upstream}...HEAD", *_FILES, given=_QUIET)
    paths = {entry[_STATUS_SIGNS:] for entry in lying.stdout.split(b"\0")} if lying.returncode == 0 else set()
    paths |= set(ahead.stdout.split(b"\0")) if ahead.returncode == 0 else set()
    return len(paths - {b""})

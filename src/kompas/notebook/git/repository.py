"""The repository around a notebook: start one, find its hooks and who signs its commits."""

import os
from pathlib import Path

from kompas.notebook.git.program import has_git, run_git


def start_repository(root: Path) -> bool:
    """Make `root` a git repository unless it lies in one; tell whether it is in one now."""
    if not has_git():
        return False
    if run_git(root, "rev-parse", "--is-inside-work-tree").returncode == 0:
        return True
    return run_git(root, "init", "--quiet", "--initial-branch", "main").returncode == 0


def find_top(root: Path) -> Path | None:
    """Return the top of the working tree around `root`."""
    told = run_git(root, "rev-parse", "--show-toplevel")
    return (root / os.fsdecode(told.stdout.strip())).resolve() if told.returncode == 0 else None


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

"""What git remembers of one file: whether others have it already, and what it held."""

import re
from pathlib import Path

from kompas.notebook.git.program import has_git, run_git

_NEW_BLOB = re.compile(rb":\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ")


def is_shared(root: Path, path: str) -> bool:
    """Tell whether any branch of a remote that git knows here has `path` as it is now: these bytes, or none at all."""
    if not has_git():
        return False
    words = ("log", "--remotes", "--format=", "--raw", "--no-abbrev", "--no-renames", "-z")
    log = run_git(root, "--literal-pathspecs", *words, "--", path)
    shared = _NEW_BLOB.findall(log.stdout) if log.returncode == 0 else []
    if not (root / path).exists():
        return any(not blob.strip(b"0") for blob in shared)  # git writes a removal as a blob of zeros
    return _name_blob(root, path) in shared


def is_committed(root: Path, path: str) -> bool:
    """Tell whether the last commit here has `path` as it is now."""
    if not has_git() or not (root / path).exists():
        return False
    blob = run_git(root, "rev-parse", "--verify", "--quiet", f"HEAD:./{path}").stdout.strip()
    return blob == _name_blob(root, path)


def read_committed(root: Path, path: str) -> bytes | None:
    """Return what `path` held when a commit here last had it, with the line ends of a checkout; None when none did."""
    if not has_git():
        return None
    last = run_git(root, "--literal-pathspecs", "rev-list", "-1", "HEAD", "--", path).stdout.decode().strip()
    for commit in (last, f"{last}~1") if last else ():  # the last commit that touched it may have removed it
        shown = run_git(root, "cat-file", "--filters", f"{commit}:./{path}")
        if shown.returncode == 0:
            return shown.stdout
    return None


def _name_blob(root: Path, path: str) -> bytes:
    return run_git(root, "hash-object", "--", path).stdout.strip()

"""A rebase or merge that somebody began by hand, or a program that broke off: put back, and nothing of it lost."""

import datetime
import shutil
from pathlib import Path

from kompas.errors import GitHalfway
from kompas.notebook.git.clone import Clone, find_commit

_BEGUN = {"rebase-merge": "rebase", "rebase-apply": "rebase", "MERGE_HEAD": "merge", "CHERRY_PICK_HEAD": "cherry-pick"}


def put_back(clone: Clone) -> str | None:
    """Undo what was begun, and return the name under which git keeps what lay in the folder; None when nothing was.

    Raises GitHalfway when git cannot undo it.
    """
    begun = next((word for mark, word in _BEGUN.items() if (clone.own / mark).exists()), None)
    if begun is None:
        return None
    kept = _keep(clone)
    if clone.ask(begun, "--abort") is None:
        raise GitHalfway(begun)
    return kept


def _keep(clone: Clone) -> str:
    """Keep all that git watches in the folder, as it lies there, in a commit of its own."""
    index = clone.workshop / f"index-{clone.own.name}"
    shutil.copyfile(clone.own / "index", index)
    try:
        clone.require("add", "--update", "--", ".", given={"GIT_INDEX_FILE": str(index)})
        tree = clone.require("write-tree", given={"GIT_INDEX_FILE": str(index)}).decode("ascii").strip()
    finally:
        Path(index).unlink(missing_ok=True)
    head = find_commit(clone, "HEAD") or ""
    words = ("commit-tree", "-p", head, "-m", "kompas", tree)
    commit = clone.require(*words).decode("ascii").strip()
    name = f"refs/kompas/kept-{datetime.datetime.now(tz=datetime.UTC):%Y%m%d-%H%M%S}"
    clone.require("update-ref", name, commit)
    return name

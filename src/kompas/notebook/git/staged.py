"""What the next commit adds or changes, as it is staged and not as it lies in the folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from kompas.notebook.git.program import has_git, run_git


def list_staged(root: Path) -> list[str]:
    """Return the paths under `root`, relative to it, that the next commit adds or changes."""
    if not has_git():
        return []
    words = ("diff", "--cached", "--name-only", "--relative", "--diff-filter=ACMR", "-z", "--", ".")
    return [os.fsdecode(path) for path in run_git(root, *words, given=_find_index()).stdout.split(b"\0") if path]


def read_staged(root: Path, paths: Sequence[str]) -> list[bytes]:
    """Return the content of each of `paths` as it is staged, not as it lies in the folder."""
    feed = b"".join(b":./" + os.fsencode(path) + b"\n" for path in paths if "\n" not in path)
    told = run_git(root, "cat-file", "--batch", feed=feed, given=_find_index()).stdout if feed else b""
    contents = []
    for path in paths:
        if "\n" in path:  # no line of git's stdin can hold it
            contents.append(run_git(root, "cat-file", "blob", f":./{path}", given=_find_index()).stdout)
            continue
        head, _, told = told.partition(b"\n")
        size = int(head.rpartition(b" ")[2])
        contents.append(told[:size])
        told = told[size + 1 :]
    return contents


def _find_index() -> dict[str, str]:
    """Return where the next commit is staged: `git commit -a` hands its hook an index of its own."""
    index = os.environ.get("GIT_INDEX_FILE")
    return {"GIT_INDEX_FILE": os.path.abspath(index)} if index else {}  # noqa: PTH100 as the hook's folder has it

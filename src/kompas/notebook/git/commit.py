"""A commit of some files of the notebook, and of nothing else: what was staged by hand stays staged."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from kompas.errors import CommitRefused, GitFailed
from kompas.notebook.git.clone import Clone, find_commit, join_paths, list_paths

CHECKED = "KOMPAS_CHECKED"
"""The variable that tells our own hook that the notes have been checked already."""


class ChangeKind(StrEnum):
    """What became of a file since the last commit."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the notebook that is not as it was committed last; `path` from the notebook."""

    path: str
    kind: ChangeKind


@contextmanager
def own_index(clone: Clone) -> Iterator[str]:
    """Give an index of our own that holds the last commit, and is thrown away afterwards; return its path.

    It begins as a copy of the user's, so that git need not read every file again.
    """
    index = clone.workshop / f"index-{clone.own.name}"
    index.parent.mkdir(exist_ok=True)
    if (clone.own / "index").exists():
        shutil.copyfile(clone.own / "index", index)
    start = ("--reset", "HEAD") if find_commit(clone, "HEAD") else ("--empty",)
    try:
        clone.require("read-tree", *start, given={"GIT_INDEX_FILE": str(index)})
        yield str(index)
    finally:
        index.unlink(missing_ok=True)


def list_changes(clone: Clone, index: str) -> list[Change]:
    """Return the files of the notebook that differ from what `index` holds; those that git ignores are left out."""
    words = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ".")
    told = clone.require(*words, at=clone.root, given={"GIT_INDEX_FILE": index})
    found = []
    for entry in list_paths(told):
        path = clone.within(entry[3:])
        if path:
            found.append(Change(path, _name_kind(entry[:2])))
    return sorted(found, key=lambda change: change.path)


def list_tracked(clone: Clone, index: str) -> set[str]:
    """Return the paths of the notebook that `index` holds."""
    return set(list_paths(clone.require("ls-files", "-z", at=clone.root, given={"GIT_INDEX_FILE": index})))


def commit(clone: Clone, index: str, paths: list[str], message: str) -> bool:
    """Commit `paths` of the notebook as they lie in the folder; tell whether there was anything to commit.

    The hooks of the repository are asked. Raises CommitRefused when one says no.
    """
    variables = {"GIT_INDEX_FILE": index, CHECKED: "1"}
    feed = join_paths(clone, paths)
    clone.require("update-index", "--add", "--remove", "-z", "--stdin", feed=feed, given=variables)
    is_same = clone.ask("diff-index", "--cached", "--quiet", "HEAD", given=variables) is not None
    if is_same and find_commit(clone, "HEAD"):
        return False
    words = ("-c", "core.editor=true", "commit", "--quiet", "--message", message)
    code, said = clone.go_outside(*words, given=variables)
    if code:
        raise (GitFailed if said.startswith(("fatal:", "error:")) else CommitRefused)(said.strip())
    forget_staged(clone, paths)
    return True


def forget_staged(clone: Clone, paths: list[str]) -> None:
    """Let the user's own index hold `paths` of the notebook as they were committed last."""
    words = ("reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul", "HEAD")
    if paths:
        clone.require(*words, feed=join_paths(clone, paths))


def forget_half_a_commit(clone: Clone, index: str) -> None:
    """Mend the user's index where a commit was cut off: what lies in the folder as it was committed is not staged."""
    staged = clone.require("diff-index", "--cached", "--name-only", "-z", "--relative", "HEAD", at=clone.root)
    changed = {change.path for change in list_changes(clone, index)}
    forget_staged(clone, [path for path in list_paths(staged) if path not in changed])


def _name_kind(letters: str) -> ChangeKind:
    if letters == "??":
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if "D" in letters else ChangeKind.CHANGED

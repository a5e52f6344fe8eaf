"""Move the folder from one commit to another, so that a move cut off half-way is finished or undone, never believed.

Half a move looks like work of the user: files that are missing, or not there yet. A page in git's folder says that a
move is under way; whoever finds it puts right what the move did, and leaves alone what a person did since.
"""

import os
from pathlib import Path

from kompas.errors import FolderInTheWay, GitFailed
from kompas.notebook.git.clone import Clone, find_commit, list_paths, read_objects


def move(clone: Clone, branch: str, new: str) -> None:
    """Bring the folder and the branch to the commit `new`; what the user staged or changed elsewhere stays.

    Raises FolderInTheWay when files that `new` changes hold work that is not committed; then nothing has moved.
    """
    old = find_commit(clone, "HEAD")
    if new == old:
        return
    clone.ask("update-index", "-q", "--refresh")
    page = _write_page(clone, old or _make_empty_tree(clone), new)
    try:
        clone.require("read-tree", "-m", "-u", old or _make_empty_tree(clone), new)
    except GitFailed as error:
        settle(clone, branch)
        raise _name_failure(error) from error
    _set_branch(clone, branch, new, old)
    page.unlink()


def settle(clone: Clone, branch: str | None) -> None:
    """Finish or undo a move that was cut off."""
    page = _page(clone)
    if not page.exists():
        return
    told = page.read_text(encoding="ascii").split()
    head = find_commit(clone, "HEAD")
    if len(told) == len(("old", "new")) and branch and head != told[1]:
        old, new = told
        changed = _list_blobs(clone, old, new)
        if _is_staged(clone, new, {path for path, _, _ in changed}):
            _set_branch(clone, branch, new, head)
        else:
            _undo(clone, changed)
    page.unlink()


def _list_blobs(clone: Clone, old: str, new: str) -> list[tuple[str, str, str]]:
    """Return every path that differs, with the id of what it was and of what it becomes; zeros for nothing."""
    told = list_paths(clone.require("diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", old, new))
    return [(path, facts.split()[2], facts.split()[3]) for facts, path in zip(told[::2], told[1::2], strict=True)]


def _undo(clone: Clone, changed: list[tuple[str, str, str]]) -> None:
    """Lay every path as it was, unless it holds what neither the old commit nor a move could have put there."""
    was = read_objects(clone, [f"{before} {path}" for path, before, _ in changed], as_in_folder=True)
    will = read_objects(clone, [f"{after} {path}" for path, _, after in changed], as_in_folder=True)
    back: list[str] = []
    for (path, _, _), before, after in zip(changed, was, will, strict=True):
        lies = _read(clone.top / path)
        if lies == before or not _is_half(lies, after):
            continue
        if before is None:
            (clone.top / path).unlink(missing_ok=True)
        else:
            back.append(path)
    if back:
        feed = b"".join(os.fsencode(path) + b"\0" for path in back)
        clone.require("checkout-index", "--force", "--index", "-z", "--stdin", feed=feed)


def _is_half(lies: bytes | None, after: bytes | None) -> bool:
    """Tell whether a move to `after` may have left this in the folder: nothing yet, the beginning, or all of it."""
    return lies is None or (after is not None and after.startswith(lies))


def _is_staged(clone: Clone, new: str, paths: set[str]) -> bool:
    """Tell whether the user's index holds `paths` as `new` has them: the folder has been moved whole."""
    return paths.isdisjoint(
        list_paths(clone.require("diff-index", "--cached", "--name-only", "-z", "--no-renames", new))
    )


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _set_branch(clone: Clone, branch: str, new: str, old: str | None) -> None:
    clone.require("update-ref", "-m", "kompas share", f"refs/heads/{branch}", new, old or "0" * len(new))


def _make_empty_tree(clone: Clone) -> str:
    return clone.require("hash-object", "-t", "tree", "-w", "--stdin").decode("ascii").strip()


def _page(clone: Clone) -> Path:
    return clone.workshop / f"moving-{clone.own.name}"


def _write_page(clone: Clone, old: str, new: str) -> Path:
    page = _page(clone)
    with page.open("w", encoding="ascii") as file:
        file.write(f"{old} {new}\n")
        file.flush()
        os.fsync(file.fileno())
    return page


def _name_failure(error: GitFailed) -> GitFailed | FolderInTheWay:
    """Read from git's own words which files stand in the way."""
    marks = ("Entry '", "file '", "directory '")
    found = [
        line.split(mark, 1)[1].split("'", 1)[0] for line in error.said.split("\n") for mark in marks if mark in line
    ]
    return FolderInTheWay(tuple(found)) if found else error

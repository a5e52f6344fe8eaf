"""All that a repository holds: every object, also those that nothing points at any more, its refs and its history."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kompas.notebook.git.program import has_git, run_git

LARGEST = 1_000_000
"""Objects above so many bytes are no notes, and are not read."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class GitObject:
    """One object: its id, and blob, tree, commit or tag."""

    id: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class PastFile:
    """A version of a file in some commit: its path from the top of the repository, and the id of its content."""

    path: str
    content: str


def find_git_folder(root: Path) -> Path | None:
    """Return git's own folder for the repository around `root`, or None when there is none."""
    if not has_git():
        return None
    told = run_git(root, "rev-parse", "--git-common-dir")
    return None if told.returncode else (root / os.fsdecode(told.stdout.rstrip(b"\n"))).resolve()


def list_objects(root: Path) -> list[GitObject]:
    """Return every object, reachable or not."""
    told = run_git(root, "cat-file", "--batch-all-objects", "--batch-check", "--unordered").stdout
    rows = [line.split() for line in told.decode().splitlines()]
    return [GitObject(name, kind, int(size)) for name, kind, size in rows]


def read_objects(root: Path, objects: Sequence[GitObject]) -> Iterator[tuple[GitObject, bytes]]:
    """Yield each object with its content; those above LARGEST are left out."""
    small = [one for one in objects if one.size <= LARGEST]
    for start in range(0, len(small), _AT_ONCE):
        part = small[start : start + _AT_ONCE]
        told = run_git(root, "cat-file", "--batch", feed="".join(f"{one.id}\n" for one in part).encode()).stdout
        for one in part:
            head, _, told = told.partition(b"\n")
            yield one, told[: one.size]
            told = told[one.size + 1 :]
            del head


def list_names(tree: GitObject, content: bytes) -> list[str]:
    """Return the names in a tree."""
    size, names = len(tree.id) // 2, []
    while content:
        head, _, rest = content.partition(b"\0")
        names.append(os.fsdecode(head.partition(b" ")[2]))
        content = rest[size:]
    return names


def list_history(root: Path) -> list[PastFile]:
    """Return every version of every file that a branch, tag, stash or reflog can reach."""
    words = ("log", "--all", "--reflog", "-m", "--root", "--raw", "--no-renames", "--no-abbrev", "-z", "--format=")
    fields = run_git(root, *words).stdout.split(b"\0")
    rows = [
        (fields[place], fields[place + 1])
        for place in range(len(fields) - 1)
        if fields[place].lstrip(b"\n")[:1] == b":"
    ]
    return list(dict.fromkeys(PastFile(os.fsdecode(path), row.split()[3].decode()) for row, path in rows))


def list_refs(root: Path) -> list[str]:
    """Return the full name of every branch, tag and other ref."""
    return run_git(root, "for-each-ref", "--format=%(refname)").stdout.decode("utf-8", "surrogateescape").splitlines()


def list_stashed(root: Path) -> dict[str, list[str]]:
    """Return, for each stash, the ids of the objects that only stashes hold."""
    names = run_git(root, "stash", "list", "--format=%gd").stdout.decode().splitlines()
    words = ("--not", "--branches", "--remotes", "--tags")
    told = {
        name: run_git(root, "rev-list", "--objects", name, *words).stdout.decode("utf-8", "replace") for name in names
    }
    return {name: [line.partition(" ")[0] for line in text.splitlines()] for name, text in told.items()}


def find_remotes(root: Path) -> dict[str, str]:
    """Return the address of each remote by its name."""
    names = run_git(root, "remote").stdout.decode("utf-8", "replace").splitlines()
    return {name: run_git(root, "remote", "get-url", name).stdout.decode("utf-8", "replace").strip() for name in names}


def is_shallow(root: Path) -> bool:
    """Tell whether this clone lacks the older history."""
    return run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

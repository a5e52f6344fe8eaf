"""The clone that a notebook lies in: where its parts are, and how git is asked about it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kompas.errors import GitFailed, NoGit, NoRepository
from kompas.notebook.git.program import has_git, run_git, run_git_outside

_LITERAL = "--literal-pathspecs"
"""Names are names, and no patterns."""


@dataclass(frozen=True, slots=True)
class Clone:
    """A working tree and its repository. `listen` hears every word of git's own.

    `root` is the notebook, `top` the working tree around it, `own` git's folder for this working tree, `common` the one
    that all working trees share, and `prefix` the notebook's path from `top`, empty or ending in a slash.
    """

    root: Path
    top: Path
    own: Path
    common: Path
    prefix: str
    listen: Callable[[str], None]

    @property
    def workshop(self) -> Path:
        """The folder within git's own in which kompas works."""
        return self.common / "kompas"

    def ask(
        self, *words: str, feed: bytes = b"", at: Path | None = None, given: Mapping[str, str] | None = None
    ) -> bytes | None:
        """Run git at the top of the working tree, or `at` another place; return its stdout, None when it failed."""
        done = run_git(at or self.top, _LITERAL, *words, feed=feed, given=given)
        self._hear(words, done.stderr.decode("utf-8", "replace"))
        return None if done.returncode else done.stdout

    def require(
        self, *words: str, feed: bytes = b"", at: Path | None = None, given: Mapping[str, str] | None = None
    ) -> bytes:
        """Run git as `ask` does. Raises GitFailed with what it said."""
        done = run_git(at or self.top, _LITERAL, *words, feed=feed, given=given)
        self._hear(words, done.stderr.decode("utf-8", "replace"))
        if done.returncode:
            raise GitFailed((done.stderr or done.stdout).decode("utf-8", "replace").strip())
        return done.stdout

    def go_outside(
        self, *words: str, at: Path | None = None, given: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        """Run git where it meets a server or a hook; return its exit code and all that it said."""
        code, said = run_git_outside(at or self.top, (_LITERAL, *words), given or {})
        self._hear(words, said)
        return code, said

    def _hear(self, words: tuple[str, ...], said: str) -> None:
        if said.strip():
            self.listen(f"git {' '.join(words)}\n{said.strip()}")

    def find(self, *words: str) -> str | None:
        """Return the one line that git answers, None when it has none."""
        told = self.ask(*words)
        return os.fsdecode(told).strip() or None if told is not None else None

    def within(self, path: str) -> str | None:
        """Return a path from the top as a path in the notebook; None for what lies outside it."""
        return path.removeprefix(self.prefix) if path.startswith(self.prefix) else None


def require_clone(root: Path, listen: Callable[[str], None]) -> Clone:
    """Return the clone around the notebook at `root`. Raises NoGit or NoRepository."""
    if not has_git():
        raise NoGit
    told = run_git(root, "rev-parse", "--show-toplevel", "--git-dir", "--git-common-dir", "--show-prefix")
    if told.returncode:
        said = told.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said:
            raise GitFailed(said)
        raise NoRepository(root)
    top, own, common, prefix = told.stdout.split(b"\n")[:4]
    top_place, own_place, common_place = ((root / os.fsdecode(place)).resolve() for place in (top, own, common))
    return Clone(root, top_place, own_place, common_place, os.fsdecode(prefix), listen)


def find_branch(clone: Clone) -> str | None:
    """Return the name of the branch that the working tree is on, None when it is on none."""
    return clone.find("symbolic-ref", "--quiet", "--short", "HEAD")


def find_commit(clone: Clone, name: str) -> str | None:
    """Return the id of the commit that `name` stands for, None when there is none."""
    return clone.find("rev-parse", "--quiet", "--verify", f"{name}^{{commit}}")


def read_objects(clone: Clone, names: list[str], *, as_in_folder: bool = False) -> list[bytes | None]:
    """Return the content of every object in `names` (`commit:path`, or an id), None where there is none.

    With `as_in_folder` each name is `commit path`, and the content is as git would lay it in the folder.
    """
    if not names:
        return []
    words = ("cat-file", "--batch", *(("--filters",) if as_in_folder else ()))
    told = clone.require(*words, feed="".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
    found: list[bytes | None] = []
    for _ in names:
        head, _, told = told.partition(b"\n")
        if head.endswith((b" missing", b" ambiguous")) or len(head.split(b" ")) < 3:  # noqa: PLR2004 id, kind, size
            found.append(None)
            continue
        size = int(head.rpartition(b" ")[2])
        found.append(told[:size])
        told = told[size + 1 :]
    return found


def list_paths(told: bytes) -> list[str]:
    """Return the paths that git lists with -z."""
    return [os.fsdecode(path) for path in told.split(b"\0") if path]


def join_paths(clone: Clone, paths: list[str]) -> bytes:
    """Return paths of the notebook as git reads them from its stdin, from the top of the working tree."""
    return b"".join(os.fsencode(str(PurePosixPath(clone.prefix + path))) + b"\0" for path in paths)

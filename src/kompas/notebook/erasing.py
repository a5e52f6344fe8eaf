"""Erase a word from the folder: what is about it goes, elsewhere a mark takes its place."""

import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kompas.domain.forgetting import Sought
from kompas.domain.group import group_key
from kompas.domain.problem import Problem
from kompas.errors import NotWritten, name_reason
from kompas.notebook.drafts import drafts_folder
from kompas.notebook.filename import make_id
from kompas.notebook.git.program import has_git, run_git
from kompas.notebook.index.file import remove_index
from kompas.notebook.journal import forget_in_journal
from kompas.notebook.toml import parse_toml
from kompas.notebook.toml_faults import TEXT
from kompas.notebook.traces import list_all_files, read_content
from kompas.notebook.vectors import vectors_file
from kompas.notebook.writing import remove, write_exclusively, write_over

_OURS = frozenset({".toml", ".md", ".txt"})
"""The kinds of files in which kompas takes a word out; any other is told, and its owner decides."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What happens to one file: it gets the name `new_path` and `text`; None: it goes."""

    path: str
    new_path: str
    text: str | None


def is_about(content: bytes, group: str) -> bool:
    """Tell whether a file is a note about the group with this key, or an introduction of it."""
    parsed = parse_toml("", content)
    if isinstance(parsed, Problem):
        return False
    names = [parsed[1].get("group"), *_list(parsed[1].get("between"))]
    return any(isinstance(name, str) and group_key(name) == group for name in names)


def plan_erasures(root: Path, sought: Sought, is_gone: Callable[[str, bytes], bool]) -> list[Erasure]:
    """Return what is to be done in the notebook; files that `is_gone` names by path and content go whole."""
    return [erasure for path in list_all_files(root) if (erasure := _plan(root, path, sought, is_gone))]


def erase(root: Path, erasures: Collection[Erasure]) -> None:
    """Carry out `erasures`. Raises NotWritten; what was erased before that stays erased."""
    for erasure in erasures:
        old, new = root / erasure.path, root / erasure.new_path
        try:
            if erasure.text is None:
                remove(old)
            elif new == old:
                write_over(old, erasure.text.encode())
            else:
                new.parent.mkdir(parents=True, exist_ok=True)
                write_exclusively(new, erasure.text.encode())
                remove(old)
        except OSError as error:
            raise NotWritten(old, name_reason(error)) from error


def erase_own(root: Path, sought: Sought, is_gone: Callable[[str, bytes], bool]) -> None:
    """Erase the word from drafts, and throw away what kompas can make again or take back. Raises NotWritten."""
    remove_index(root)
    vectors_file(root).unlink(missing_ok=True)
    forget_in_journal(root, lambda text: sought.is_in(text) or sought.is_in_path(text))
    folder = drafts_folder()
    (folder.parent / "fault.txt").unlink(missing_ok=True)
    if folder.is_dir():
        erase(folder, plan_erasures(folder, sought, is_gone))


def commit_erasures(root: Path, paths: Collection[str], message: str) -> bool:
    """Commit `paths` and nothing else; tell whether that was done, or was not needed.

    No hook is asked: a note that still has another fault is no reason to keep what must go.
    """
    if not has_git() or run_git(root, "rev-parse", "--is-inside-work-tree").returncode:
        return True
    tracked = set(run_git(root, "ls-files", "-z").stdout.decode("utf-8", "surrogateescape").split("\0"))
    known = [path for path in sorted(set(paths)) if path in tracked or (root / path).exists()]
    feed = "\0".join(known).encode("utf-8", "surrogateescape")
    from_feed = ("--pathspec-from-file=-", "--pathspec-file-nul")
    if not known or run_git(root, "add", "--all", *from_feed, feed=feed).returncode:
        return not known
    words = ("commit", "--quiet", "--no-verify", "--message", message)
    return run_git(root, *words, *from_feed, feed=feed).returncode == 0


def write_receipt(root: Path, day: str, text: str) -> str:
    """Write a receipt, and return its path in the notebook. Raises NotWritten."""
    path = f"forgotten/{day}-{make_id()}.md"
    try:
        (root / path).parent.mkdir(exist_ok=True)
        write_exclusively(root / path, text.encode())
    except OSError as error:
        raise NotWritten(root / path, name_reason(error)) from error
    return path


def _plan(root: Path, path: str, sought: Sought, is_gone: Callable[[str, bytes], bool]) -> Erasure | None:
    content = read_content(root / path)
    if is_gone(path, content):
        return Erasure(path, path, None)
    if PurePosixPath(path).suffix not in _OURS:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    new_path, new_text = sought.erase_path(path), _erase_text(path, text, sought)
    return Erasure(path, new_path, new_text) if (new_path, new_text) != (path, text) else None


def _erase_text(path: str, text: str, sought: Sought) -> str:
    """Take the word out of a text; in TOML only from quoted text and comments, so that it stays TOML."""
    if path.endswith(".toml"):
        try:
            tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        except ValueError:
            return sought.erase(text)
        return TEXT.sub(lambda piece: sought.erase(piece[0]), text)
    return sought.erase(text)


def _list(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value

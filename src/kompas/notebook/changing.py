"""Change files of the notebook that are there already: all of them or none, and so that it can be taken back."""

from collections.abc import Sequence
from pathlib import Path

from kompas.domain.problem import Problem
from kompas.errors import ChangedMeanwhile, KompasError, NotWritten, name_reason
from kompas.notebook.folder import read_bytes
from kompas.notebook.journal import Change, Deed, note_down, strike_out
from kompas.notebook.rewriting import Edit, rewrite
from kompas.notebook.writing import remove, write_exclusively, write_over


def plan_edit(root: Path, path: str, edit: Edit) -> Change:
    """Return what `edit` does to the file at `path`, without writing. Raises NotRewritten or ChangedMeanwhile."""
    content = read_bytes(root, path)
    if content is None or isinstance(content, Problem):
        raise ChangedMeanwhile(path)
    return Change(path, content, rewrite(path, content, edit))


def plan_removal(root: Path, path: str) -> Change:
    """Return the removal of the file at `path`, without removing it. Raises ChangedMeanwhile."""
    content = read_bytes(root, path)
    if content is None or isinstance(content, Problem):
        raise ChangedMeanwhile(path)
    return Change(path, content, None)


def make_changes(root: Path, deed: Deed, changes: Sequence[Change]) -> None:
    """Write all of `changes`, or none of them. Raises ChangedMeanwhile or NotWritten.

    The journal has them before the first is written: after a crash each file is old or new, and `undo` takes back the
    new ones.
    """
    told = [change for change in changes if change.before != change.after]
    for change in told:
        require_content(root, change.path, change.before)
    if not told:
        return
    place = note_down(root, deed, told)
    try:
        for change in told:
            carry_out(root, change)
    except KompasError:
        _put_back(root, told, place)
        raise


def _put_back(root: Path, changes: Sequence[Change], entry: Path) -> None:
    """Undo what was written of `changes`; on a disk that takes nothing any more, `undo` still can later."""
    for change in changes:
        if read_bytes(root, change.path) == change.after:
            carry_out(root, Change(change.path, change.after, change.before))
    strike_out(entry)


def require_content(root: Path, path: str, content: bytes | None) -> None:
    """Raise ChangedMeanwhile unless the file at `path` holds `content`; None is no file."""
    if read_bytes(root, path) != content:
        raise ChangedMeanwhile(path)


def carry_out(root: Path, change: Change) -> None:
    """Write one change. Raises ChangedMeanwhile or NotWritten."""
    require_content(root, change.path, change.before)
    target = root / change.path
    try:
        if change.after is None:
            remove(target)
        elif change.before is None:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_exclusively(target, change.after)
        else:
            write_over(target, change.after)
    except OSError as error:
        raise NotWritten(target, name_reason(error)) from error

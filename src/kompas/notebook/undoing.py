"""Take back the last thing kompas wrote, as long as nobody else has it and nobody changed it since."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kompas.domain.problem import Problem
from kompas.errors import AlreadyShared, ChangedSince, RemovedForGood
from kompas.notebook.changing import carry_out
from kompas.notebook.folder import read_bytes
from kompas.notebook.git.versions import is_committed, is_shared, read_committed
from kompas.notebook.journal import Change, Deed, Entry, Trace, hash_content, list_entries, strike_out


@dataclass(frozen=True, slots=True)
class Undo:
    """What taking back a deed would write, and whether git on this computer keeps what is taken back."""

    deed: Deed
    changes: tuple[Change, ...]
    is_committed: bool
    entry: Entry


def find_undo(root: Path) -> Undo | None:
    """Return how the last deed in the notebook at `root` is taken back; a deed that never came about is passed over.

    Raises ChangedSince, AlreadyShared or RemovedForGood.
    """
    for entry in list_entries(root):
        if changes := tuple(_list_changes(root, entry)):
            return Undo(entry.deed, changes, any(is_committed(root, change.path) for change in changes), entry)
        strike_out(entry.place)
    return None


def take_back(root: Path, undo: Undo) -> None:
    """Write what `undo` says; stopped half-way, it can be done again. Raises ChangedMeanwhile or NotWritten."""
    for change in undo.changes:
        carry_out(root, change)
    strike_out(undo.entry.place)


def _list_changes(root: Path, entry: Entry) -> Iterator[Change]:
    for trace in entry.traces:
        content = read_bytes(root, trace.path)
        if isinstance(content, Problem):
            raise ChangedSince(trace.path)
        found = hash_content(content)
        if found == trace.hash_before:
            continue  # never written, or taken back already before a crash
        if found != trace.hash_after:
            raise ChangedSince(trace.path)
        if is_shared(root, trace.path):
            raise AlreadyShared(trace.path)
        yield Change(trace.path, content, _find_before(root, trace))


def _find_before(root: Path, trace: Trace) -> bytes | None:
    if trace.hash_before is None or trace.before is not None:
        return trace.before
    kept = read_committed(root, trace.path)
    if hash_content(kept) != trace.hash_before:
        raise RemovedForGood(trace.path)
    return kept

"""Where a word still stands on this computer: in the folder, in kompas' own files, and in all that git keeps."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kompas.domain.forgetting import Sought, Trace, Where
from kompas.notebook.drafts import drafts_folder
from kompas.notebook.git.objects import (
    LARGEST,
    GitObject,
    find_git_folder,
    is_shallow,
    list_history,
    list_names,
    list_objects,
    list_refs,
    list_stashed,
    read_objects,
)
from kompas.notebook.index.file import index_file
from kompas.notebook.journal import list_entries
from kompas.settings import SETTINGS_NAME


@dataclass(frozen=True, slots=True)
class Search:
    """What was found, and what a recipe must know of it.

    `spellings` are the ways in which the word is written in git; `signers` the "Name <address>" of commits that hold
    it; `contents` the past files that hold it, by id; `unread` objects were too large; a shallow clone lacks history.
    """

    traces: tuple[Trace, ...] = ()
    spellings: frozenset[str] = frozenset()
    signers: frozenset[str] = frozenset()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    unread: int = 0
    is_shallow: bool = False


def find_traces(root: Path, sought: Sought) -> Search:
    """Look everywhere that kompas can reach; in git also at what nothing points at any more."""
    near = [*_find_in_folder(root, sought), *_find_in_own(root, sought)]
    folder = find_git_folder(root)
    if folder is None:
        return Search(tuple(near))
    objects = list_objects(root)
    hits = [(one, content) for one, content in read_objects(root, objects) if _holds(sought, one, content)]
    texts = [decode(content) for one, content in hits if one.kind != "tree"]
    return Search(
        (*near, *_list_past(root, sought, hits), *_find_in_git_folder(folder, sought)),
        frozenset(piece for text in texts for piece in sought.find(text)),
        frozenset(
            signer for one, content in hits if one.kind in {"commit", "tag"} for signer in _list_signers(content)
        ),
        {one.id: content for one, content in hits if one.kind == "blob"},
        sum(one.size > LARGEST for one in objects),
        is_shallow(root),
    )


def list_all_files(root: Path) -> Iterator[str]:
    """Yield the path of every file in the notebook, hidden ones and back-ups too; git's own and other notebooks not."""
    for place, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != ".git" and not Path(place, name, SETTINGS_NAME).exists()]
        folders.sort()
        yield from sorted(Path(place, name).relative_to(root).as_posix() for name in names if name != ".git")


def read_content(place: Path) -> bytes:
    """Return the bytes of a file; nothing for one that is gone, closed to us or larger than any note."""
    try:
        return place.read_bytes() if place.is_file() and place.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def decode(content: bytes) -> str:
    """Return content as text; what is no UTF-8 is read as Windows wrote it."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _find_in_folder(root: Path, sought: Sought) -> Iterator[Trace]:
    for path in list_all_files(root):
        if sought.is_in_path(path):
            yield Trace(Where.NAME, path)
        if sought.is_in(text := decode(read_content(root / path))):
            yield Trace(Where.TEXT, path, sought.quote(text))


def _find_in_own(root: Path, sought: Sought) -> Iterator[Trace]:
    """Find what kompas keeps for itself: drafts, the report of a fault, the journal and the index."""
    state = drafts_folder().parent
    for place in (*sorted(drafts_folder().glob("*")), state / "fault.txt"):
        if sought.is_in(text := decode(read_content(place))):
            yield Trace(Where.OWN, str(place), sought.quote(text))
    for entry in list_entries(root):
        if any(sought.is_in_path(one.path) or sought.is_in(decode(one.before or b"")) for one in entry.traces):
            yield Trace(Where.OWN, str(entry.place))
    index = index_file(root)
    files = (index, index.with_name(f"{index.name}-wal"))
    if any(file.is_file() and sought.is_in(file.read_bytes().decode("utf-8", "replace")) for file in files):
        yield Trace(Where.OWN, str(index))


def _holds(sought: Sought, one: GitObject, content: bytes) -> bool:
    if one.kind == "tree":
        return any(map(sought.is_in_name, list_names(one, content)))
    return sought.is_in(decode(content))


def _list_past(root: Path, sought: Sought, hits: list[tuple[GitObject, bytes]]) -> Iterator[Trace]:
    paths = {past.content: past.path for past in list_history(root)}
    for one, content in hits:
        if one.kind == "blob":
            yield Trace(Where.OLD_TEXT, f"{one.id[:10]} {paths.get(one.id, '')}".strip(), sought.quote(decode(content)))
        elif one.kind != "tree":
            head, _, message = decode(content).partition("\n\n")
            yield Trace(Where.MESSAGE, one.id[:10], sought.quote(message) or sought.quote(head))
    trees = [list_names(one, content) for one, content in hits if one.kind == "tree"]
    for name in sorted({name for names in trees for name in names if sought.is_in_name(name)}):
        yield Trace(Where.OLD_NAME, name)
    ids = {one.id for one, _ in hits}
    for stash, held in list_stashed(root).items():
        if ids.intersection(held):
            yield Trace(Where.STASH, stash)
    for ref in list_refs(root):
        if sought.is_in_path(ref):
            yield Trace(Where.REF, ref)


def _find_in_git_folder(folder: Path, sought: Sought) -> Iterator[Trace]:
    """Find what stands in git's plain files: its log of moves, its settings, the last message, its list of files."""
    for place, folders, names in os.walk(folder):
        if Path(place) == folder and "objects" in folders:
            folders.remove("objects")
        for name in sorted(names):
            path = Path(place, name)
            if not name.endswith(".sample") and sought.is_in(text := decode(read_content(path))):
                yield Trace(Where.GIT, path.relative_to(folder).as_posix(), "" if "\0" in text else sought.quote(text))


def _list_signers(content: bytes) -> Iterator[str]:
    for line in decode(content).partition("\n\n")[0].split("\n"):
        role, _, rest = line.partition(" ")
        if role in {"author", "committer", "tagger"}:
            yield rest.rpartition(">")[0] + ">"

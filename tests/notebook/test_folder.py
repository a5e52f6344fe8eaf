"""The folder: every file is a note or a problem, and a new note never costs an old one."""

import errno
import os
import socket
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kompas.domain.problem import NotANote, Problem, TooLarge, Unreadable
from kompas.errors import NotWritten
from kompas.notebook import folder
from kompas.notebook.folder import read_notebook, write_introduction, write_note
from kompas.notebook.walk import list_files
from written import TODAY, parse, parse_met

NOTE = 'date = 2026-11-20\ngroup = "Koor"\ntalents = ["zingen"]\n'
Write = Callable[[str, str], Path]


def find_problems(root: Path) -> list[tuple[str, type[Problem]]]:
    """Return the path and kind of every problem in the notebook."""
    return [(problem.path, type(problem)) for problem in read_notebook(root, TODAY).problems]


def list_all(root: Path) -> set[str]:
    """Return the paths of all files in the notebook, hidden ones too."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(notebook: Path, write: Write) -> Path:
    """Return a notebook with one good note."""
    write("2026-11/good.toml", NOTE)
    return notebook


def test_good_notes_answer_beside_a_broken_one(root: Path, write: Write) -> None:
    """A broken note hides no good one."""
    write("2026-11/a.toml", "date = ")
    reading = read_notebook(root, TODAY)
    assert [filed.path for filed in reading.notes] == ["2026-11/good.toml"]
    assert [problem.path for problem in reading.problems] == ["2026-11/a.toml"]


def test_files_are_read_by_path(root: Path, write: Write) -> None:
    """Notes and introductions come in the order of their paths, wherever in the notebook they lie."""
    for path in ("b.toml", "2026-10/z.toml", "buurt/oost/a.toml", "2026-11/Z.toml"):
        write(path, NOTE)
    write("introductions/a.toml", 'date = 2026-11-20\nbetween = ["Koor", "Band"]\nanswer = "yes"')
    reading = read_notebook(root, TODAY)
    paths = [filed.path for filed in reading.notes]
    assert paths == ["2026-10/z.toml", "2026-11/Z.toml", "2026-11/good.toml", "b.toml", "buurt/oost/a.toml"]
    assert [filed.path for filed in reading.introductions] == ["introductions/a.toml"]


@pytest.mark.parametrize(
    "path",
    [
        ".hidden.toml",
        ".git/a.toml",
        "2026-11/.#good.toml",
        "2026-11/good.toml~",
        "2026-11/.good.toml.swp",
        "2026-11/.good.toml.k3f9.part",
        "2026-11/.DS_Store",
        "LEESMIJ.md",
        "note.schema.json",
        "kompas.toml",
        "checklist.toml",
        "themes.toml",
        "foto/feest.jpg",
    ],
)
def test_what_is_no_note_is_left_alone(root: Path, write: Write, path: str) -> None:
    """Hidden files, back-ups of editors and a notebook's own files are neither notes nor problems."""
    write(path, "format = 1")
    assert list_files(root) == ["2026-11/good.toml"]


@pytest.mark.parametrize("name", ["koor.toml.txt", "koor.txt", "foto.jpg"])
def test_a_month_holds_only_notes(root: Path, write: Write, name: str) -> None:
    """Whatever lies in a month folder was meant as a note, and is told when it is none."""
    write(f"2026-11/{name}", NOTE)
    assert find_problems(root) == [(f"2026-11/{name}", NotANote)]


def test_a_notebook_inside_a_notebook_is_not_read(root: Path, write: Write) -> None:
    """A folder with a kompas.toml of its own is another notebook."""
    write("other/kompas.toml", "format = 1")
    write("other/2026-11/a.toml", NOTE)
    assert list_files(root) == ["2026-11/good.toml"]


def test_an_empty_file_is_no_note(root: Path, write: Write) -> None:
    """An empty file is told."""
    write("2026-11/a.toml", "")
    assert find_problems(root) == [("2026-11/a.toml", NotANote)]


def test_a_file_of_two_megabytes_is_not_read(root: Path, write: Write) -> None:
    """A file too large for a note is told with its size."""
    write("2026-11/a.toml", NOTE + "#" * 2_000_000)
    (problem,) = read_notebook(root, TODAY).problems
    assert isinstance(problem, TooLarge)
    assert problem.size == len(NOTE) + 2_000_000


def test_a_name_may_hold_a_newline(root: Path, write: Write) -> None:
    """A file with a newline in its name is read like another."""
    write("2026-11/a\nb.toml", NOTE)
    assert list_files(root) == ["2026-11/a\nb.toml", "2026-11/good.toml"]
    assert find_problems(root) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names of bytes")
def test_a_name_may_be_no_text(root: Path) -> None:
    """A file whose name is not UTF-8 is read like another."""
    try:
        Path(os.fsdecode(os.fsencode(root / "2026-11") + b"/\xff.toml")).write_text(NOTE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system keeps only names of text")
    assert len(read_notebook(root, TODAY).notes) == 2


def test_a_folder_may_be_called_toml(root: Path, write: Write) -> None:
    """A folder whose name ends in .toml is a folder, and its notes are read."""
    write("2026-11/a.toml/b.toml", NOTE)
    assert list_files(root) == ["2026-11/a.toml/b.toml", "2026-11/good.toml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("is_linked", [False, True])
def test_a_pipe_is_not_waited_for(root: Path, tmp_path: Path, is_linked: bool) -> None:
    """A pipe, or a link to one, is told and not waited for."""
    pipe = tmp_path / "pipe" if is_linked else root / "2026-11/a.toml"
    os.mkfifo(pipe)
    if is_linked:
        (root / "2026-11/a.toml").symlink_to(pipe)
    assert find_problems(root) == [("2026-11/a.toml", Unreadable)]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_a_device_is_not_read(root: Path) -> None:
    """A link to a device is told and not read."""
    (root / "2026-11/a.toml").symlink_to("/dev/zero")
    assert find_problems(root) == [("2026-11/a.toml", Unreadable)]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets with a name")
def test_a_socket_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket among the notes is told."""
    monkeypatch.chdir(root / "2026-11")  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a.toml")
    assert find_problems(root) == [("2026-11/a.toml", Unreadable)]


@pytest.mark.parametrize("target", ["nergens.toml", "a.toml"])
def test_a_link_to_nowhere_is_told(root: Path, target: str) -> None:
    """A link of which the file is gone, and a link in a circle, are told; the good notes answer."""
    (root / "2026-11/a.toml").symlink_to(target)
    assert find_problems(root) == [("2026-11/a.toml", Unreadable)]
    assert len(read_notebook(root, TODAY).notes) == 1


def test_a_link_to_a_folder_is_not_followed(root: Path) -> None:
    """A link to a folder is not walked into, so that a circle of folders ends; among notes it is told."""
    (root / "2026-10").symlink_to(root)
    (root / "2026-11/a.toml").symlink_to(root)
    assert list_files(root) == ["2026-11/a.toml", "2026-11/good.toml"]
    assert find_problems(root) == [("2026-11/a.toml", Unreadable)]


def test_a_link_out_of_the_notebook_is_read(root: Path, tmp_path: Path) -> None:
    """A link to a note elsewhere is that note, under the name of the link."""
    (tmp_path / "elsewhere.toml").write_text(NOTE.replace("Koor", "Band"), encoding="utf-8")
    (root / "2026-11/a.toml").symlink_to(tmp_path / "elsewhere.toml")
    told = [(filed.path, filed.note.group) for filed in read_notebook(root, TODAY).notes]
    assert told == [("2026-11/a.toml", "Band"), ("2026-11/good.toml", "Koor")]


def test_a_file_that_went_away_is_no_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a colleague's git removes while we read is gone, and nothing else."""
    monkeypatch.setattr(folder, "list_files", lambda _: ["2026-11/gone.toml", "2026-11/good.toml"])
    assert find_problems(root) == []
    assert len(read_notebook(root, TODAY).notes) == 1


def test_a_folder_that_cannot_be_opened_is_told(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be opened is told: its notes are missing from the answer."""
    write("2026-10/a.toml", NOTE)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "2026-10":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_problems(root) == [("2026-10", Unreadable)]


def test_a_new_note_is_read_back(notebook: Path) -> None:
    """A note that is written is read as it was, and nothing else lies beside it."""
    filed = parse(NOTE)
    path = write_note(notebook, filed.note)
    (read,) = read_notebook(notebook, TODAY).notes
    assert (read.path, read.note) == (path, filed.note)
    assert list_all(notebook) == {"kompas.toml", path}


def test_a_new_introduction_is_read_back(notebook: Path) -> None:
    """An introduction that is written is read as it was."""
    met = parse_met('date = 2026-11-20\nbetween = ["Koor", "Band"]\nanswer = "yes"')
    path = write_introduction(notebook, met.introduction)
    assert [(one.path, one.introduction) for one in read_notebook(notebook, TODAY).introductions] == [
        (path, met.introduction)
    ]


def test_a_note_never_replaces_another(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the four signs are taken others are drawn, and the file that was there stays as it was."""
    ids = iter(["same", "same", "free"])
    monkeypatch.setattr(folder, "make_id", lambda: next(ids))
    first = write_note(notebook, parse(NOTE).note)
    before = (notebook / first).read_bytes()
    second = write_note(notebook, parse(NOTE.replace("zingen", "dansen")).note)
    assert first.endswith("-same.toml")
    assert second.endswith("-free.toml")
    assert (notebook / first).read_bytes() == before
    assert list_all(notebook) == {"kompas.toml", first, second}


@pytest.mark.parametrize("has_links", [True, False])
def test_two_colleagues_both_keep_their_note(notebook: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool) -> None:
    """Writers who draw the same four signs at once all keep their note, on disks without hard links too."""
    drawn = [f"s{number:03}" for number in range(12)]
    counts: dict[str, int] = {}

    def draw() -> str:
        name = threading.current_thread().name
        counts[name] = counts.get(name, -1) + 1
        return drawn[counts[name] % 12]  # the same for everybody

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(folder, "make_id", draw)
    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    notes = [parse(NOTE.replace("zingen", f"lied {number}")).note for number in range(8)]
    with ThreadPoolExecutor(8, thread_name_prefix="writer") as pool:
        paths = list(pool.map(lambda note: write_note(notebook, note), notes))
    assert len(set(paths)) == 8
    kept = {filed.note.talents[0] for filed in read_notebook(notebook, TODAY).notes}
    assert kept == {f"lied {number}" for number in range(8)}
    assert list_all(notebook) == {"kompas.toml", *paths}


def test_a_full_disk_leaves_nothing_half(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk stops the writing with its reason, and leaves neither half a note nor a spare file."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotWritten) as caught:
        write_note(notebook, parse(NOTE).note)
    assert caught.value.reason == "ENOSPC"
    assert list_all(notebook) == {"kompas.toml"}


def test_a_disk_that_syncs_no_folders_keeps_notes(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note whose folder cannot be synced, as on some network disks, is written all the same."""
    fsync = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    path = write_note(notebook, parse(NOTE).note)
    assert list_all(notebook) == {"kompas.toml", path}


def test_a_disk_that_fills_up_late_leaves_nothing_half(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hard links, a disk that is full at the second copy leaves no half note under its name."""
    syncs: list[int] = []
    fsync = os.fsync

    def refuse_second(handle: int) -> None:
        syncs.append(handle)
        if len(syncs) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "fsync", refuse_second)
    with pytest.raises(NotWritten):
        write_note(notebook, parse(NOTE).note)
    assert list_all(notebook) == {"kompas.toml"}


def test_a_folder_that_cannot_be_made_is_told(notebook: Path) -> None:
    """Where the month folder cannot be made, the note is not written and the file in the way stays."""
    (notebook / "2026-11").write_text("in de weg", encoding="utf-8")
    with pytest.raises(NotWritten) as caught:
        write_note(notebook, parse(NOTE).note)
    assert caught.value.reason == "EEXIST"
    assert (notebook / "2026-11").read_text(encoding="utf-8") == "in de weg"


def test_a_link_does_not_lead_a_note_astray(notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link under the name of the new note is not written through."""
    ids = iter(["same", "free"])
    monkeypatch.setattr(folder, "make_id", lambda: next(ids))
    (notebook / "2026-11").mkdir()
    (notebook / "2026-11/2026-11-20-koor-same.toml").symlink_to(tmp_path / "outside.toml")
    assert write_note(notebook, parse(NOTE).note).endswith("-free.toml")
    assert not (tmp_path / "outside.toml").exists()

"""The index: always the notebook as it is now, whatever happened to its files or to the index itself."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kompas.notebook.folder import Reading, read_notebook
from kompas.notebook.index import file as file_module
from kompas.notebook.index.file import index_file, remove_index
from kompas.notebook.index.refresh import refresh
from kompas.notebook.index.sign import look
from kompas.notebook.index.thaw import read_all
from written import FULL, TODAY

Write = Callable[[str, str], Path]

KOOR = 'date = 2026-11-01\ngroup = "Koor"\ntalents = ["zingen"]\n'
BAND = 'date = 2026-11-02\ngroup = "Band"\ntalents = ["drummen"]\n'
MET = 'date = 2026-11-03\nbetween = ["Koor", "Band"]\nanswer = "yes"\n'
BROKEN = 'date = 2026-11-01\ngroep = "Koor"\n'
_HOUR = 3600 * 10**9


@pytest.fixture(autouse=True)
def _no_racing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of these tests are known by their times at once, as if they were written long ago."""
    monkeypatch.setattr("kompas.notebook.index.sign._GRAIN", -_HOUR)


def dump(reading: Reading) -> Any:
    """Return all that a reading says as plain values."""
    notes = [(one.path, one.note.model_dump()) for one in reading.notes]
    return notes, [(one.path, one.introduction.model_dump()) for one in reading.introductions], reading.problems


def assert_true(root: Path) -> None:
    """Assert that the index says what the files say."""
    assert dump(read_all(refresh(root, TODAY))) == dump(read_notebook(root, TODAY))


def watch_reading(root: Path) -> list[tuple[int, int]]:
    """Return a step for every file that has to be read to bring the index up to date."""
    steps: list[tuple[int, int]] = []
    refresh(root, TODAY, lambda done, count: steps.append((done, count)))
    return steps


@pytest.fixture
def root(notebook: Path, write: Write) -> Path:
    """Return a notebook of two notes, an introduction and a broken note, with an index."""
    write("2026-11/koor.toml", KOOR)
    write("2026-11/full.toml", FULL)
    write("2026-11/broken.toml", BROKEN)
    write("introductions/met.toml", MET)
    refresh(notebook, TODAY)
    return notebook


def test_the_index_says_what_the_files_say(root: Path) -> None:
    """Notes, introductions and problems come out as they lie in the files, and nothing is read twice."""
    assert_true(root)
    assert watch_reading(root) == []


def test_only_what_changed_is_read(root: Path, write: Write) -> None:
    """One new file is one file read, whatever else lies there."""
    write("2026-11/band.toml", BAND)
    assert watch_reading(root) == [(0, 1)]
    assert_true(root)


def test_a_change_of_the_same_size_is_seen(root: Path, write: Write) -> None:
    """A note rewritten with as many letters is read again."""
    write("2026-11/koor.toml", KOOR.replace("zingen", "dansen"))
    assert_true(root)


def test_a_change_that_hides_its_time_is_seen(root: Path, write: Write) -> None:
    """A note rewritten to the same size and given its old time back, as rsync and tar do, is read again."""
    path = root / "2026-11/koor.toml"
    before = path.stat()
    write("2026-11/koor.toml", KOOR.replace("zingen", "dansen"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert_true(root)


def test_a_file_changed_a_moment_ago_is_not_trusted(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may change twice within the grain of its clock, so a young file has no sign and is read each time."""
    monkeypatch.setattr("kompas.notebook.index.sign._GRAIN", _HOUR)
    assert all(sign is None for entries in look(root).values() for _, sign in entries)
    assert len(watch_reading(root)) == len(watch_reading(root)) == 4
    write("2026-11/koor.toml", KOOR.replace("zingen", "dansen"))
    assert_true(root)


def test_a_touched_file_is_not_parsed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a checkout or a copy the times differ and the texts do not: they are compared, and not parsed."""
    for path in root.rglob("*.toml"):
        path.touch()
    monkeypatch.setattr("kompas.notebook.index.update.parse_file", None)
    assert len(watch_reading(root)) == 4
    assert watch_reading(root) == []


@pytest.mark.parametrize("what", ["2026-11/koor.toml", "2026-11", "introductions", "2026-11/broken.toml"])
def test_what_is_gone_is_gone(root: Path, what: str) -> None:
    """A file or folder that went away is in no answer any more."""
    place = root / what
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    assert_true(root)


def test_a_renamed_file_and_folder_are_found(root: Path) -> None:
    """A file under another name, and a folder under another, are where they are now."""
    (root / "2026-11/koor.toml").rename(root / "2026-11/zang.toml")
    (root / "introductions").rename(root / "2026-10")
    assert_true(root)


def test_a_note_for_tomorrow_is_judged_by_the_day(notebook: Path, write: Write) -> None:
    """A note that lies in the future today is told of today and sound tomorrow, and the other way with the clock."""
    write("2026-11/koor.toml", KOOR.replace("2026-11-01", "2026-11-24"))
    tomorrow = TODAY.replace(day=24)
    for day in (TODAY, tomorrow, TODAY):
        assert dump(read_all(refresh(notebook, day))) == dump(read_notebook(notebook, day))


def test_the_index_holds_nothing_of_what_is_gone(root: Path) -> None:
    """The bytes of a note that was taken out or changed are in no file of the cache."""
    assert b"zingen" in index_file(root).read_bytes()
    (root / "2026-11/koor.toml").unlink()
    (root / "2026-11/full.toml").write_text(FULL.replace("Fietsmaatjes Oost", "Rolstoelclub"), encoding="utf-8")
    refresh(root, TODAY)
    kept = b"".join(path.read_bytes() for path in index_file(root).parent.iterdir())
    assert b"zingen" not in kept
    assert b"Fietsmaatjes" not in kept
    assert b"fietsmaatjes" not in kept
    assert b"Rolstoelclub" in kept


def test_the_index_is_for_its_user_only(root: Path) -> None:
    """The index holds people's text, so no other user can read it, and no journal lies beside it."""
    file = index_file(root)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"no database at all" * 999),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"zingen", b"vechte")),
        lambda file: file.unlink(),
    ],
    ids=["empty", "garbage", "half", "one word changed", "gone"],
)
def test_a_damaged_index_is_made_anew(root: Path, harm: Callable[[Path], Any]) -> None:
    """Whatever was done to the file, the answer is true, and the next one is quick again."""
    harm(index_file(root))
    assert_true(root)
    assert watch_reading(root) == []


def test_every_changed_byte_is_noticed(root: Path) -> None:
    """A byte changed anywhere in the file is never believed."""
    sound = index_file(root).read_bytes()
    for place in range(0, len(sound), len(sound) // 12):
        index_file(root).write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert_true(root)


def test_an_index_of_another_version_is_made_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another kompas made of the notes is not believed."""
    monkeypatch.setattr(file_module, "_name_makers", lambda: "kompas 99")
    assert len(watch_reading(root)) == 4


def test_while_another_writes_the_files_are_read(root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kompas that cannot have the index now does without, and answers from the files."""
    monkeypatch.setattr(file_module, "_PATIENCE", 0.01)
    for kind in ("IMMEDIATE", "EXCLUSIVE"):
        with closing(sqlite3.connect(index_file(root), isolation_level=None)) as other:
            other.execute(f"BEGIN {kind}")
            write("2026-11/band.toml", BAND + f"# {kind}\n")
            assert_true(root)
    assert_true(root)


def test_without_a_cache_folder_the_files_are_read(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where nothing can be written, as in a locked-down home, every answer is true all the same."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert_true(root)


def test_a_moved_notebook_has_a_new_index_and_the_old_one_is_swept(root: Path, tmp_path: Path) -> None:
    """Where a notebook was, nothing of it stays in the cache."""
    old = index_file(root)
    moved = root.rename(tmp_path / "elsewhere")
    assert_true(moved)
    assert not old.exists()
    assert index_file(moved).exists()


def test_a_copied_notebook_has_its_own(root: Path, tmp_path: Path) -> None:
    """A copy and its original answer each for themselves."""
    copy = Path(shutil.copytree(root, tmp_path / "copy"))
    (copy / "2026-11/koor.toml").unlink()
    assert_true(copy)
    assert_true(root)
    assert index_file(copy) != index_file(root)
    assert index_file(root).exists()


def test_an_index_can_be_removed_at_any_time(root: Path) -> None:
    """Removing the index loses nothing."""
    remove_index(root)
    assert not index_file(root).exists()
    assert_true(root)

"""Changes to notes: all or none, never over what somebody else typed, and all of them in the journal."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kompas.errors import ChangedMeanwhile, NotWritten
from kompas.notebook import writing
from kompas.notebook.changing import make_changes, plan_edit, plan_removal
from kompas.notebook.journal import Change, Deed, list_entries
from kompas.notebook.rewriting import rename_group

Write = Callable[[str, str], Path]
NOTE = 'date = 2026-11-20\ngroup = "Koor"  # zo heten zij\n'


@pytest.fixture
def paths(write: Write) -> list[str]:
    """Write three notes of one group and return their paths."""
    names = [f"2026-11/{sign}.toml" for sign in "abc"]
    for name in names:
        write(name, NOTE)
    return names


def rename(root: Path, paths: list[str]) -> list[Change]:
    """Return the changes that call the group by another name."""
    return [plan_edit(root, path, rename_group("Koor", "Zangers")) for path in paths]


def test_a_change_is_written_and_noted_down(notebook: Path, paths: list[str]) -> None:
    """Every file has its new bytes, its rights stay, and nothing else lies beside it."""
    (notebook / paths[0]).chmod(0o640)
    make_changes(notebook, Deed.RENAME, rename(notebook, paths))
    assert {(notebook / path).read_text() for path in paths} == {NOTE.replace("Koor", "Zangers")}
    assert stat.S_IMODE((notebook / paths[0]).stat().st_mode) == 0o640
    assert len(list((notebook / "2026-11").iterdir())) == 3
    (entry,) = list_entries(notebook)
    assert (entry.deed, [trace.before for trace in entry.traces]) == (Deed.RENAME, [NOTE.encode()] * 3)


def test_nothing_is_written_when_one_file_changed_meanwhile(notebook: Path, paths: list[str], write: Write) -> None:
    """What a colleague or an editor wrote since is never written over, and no other file changes either."""
    changes = rename(notebook, paths)
    write(paths[2], NOTE + "# haast\n")
    with pytest.raises(ChangedMeanwhile) as caught:
        make_changes(notebook, Deed.RENAME, changes)
    assert caught.value.path == paths[2]
    assert [(notebook / path).read_text() for path in paths] == [NOTE, NOTE, NOTE + "# haast\n"]
    assert list_entries(notebook) == []


def test_a_disk_that_fills_up_half_way_gets_the_old_files_back(
    notebook: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second of three cannot be written, the first is put back, and there is nothing to undo."""
    changes = rename(notebook, paths)
    replace, calls = writing.write_over, iter([None, OSError(errno.ENOSPC, "full"), None])

    def fill_up(target: Path, content: bytes) -> None:
        if error := next(calls):
            raise error
        replace(target, content)

    monkeypatch.setattr("kompas.notebook.changing.write_over", fill_up)
    with pytest.raises(NotWritten) as caught:
        make_changes(notebook, Deed.RENAME, changes)
    assert caught.value.reason == "ENOSPC"
    assert {(notebook / path).read_text() for path in paths} == {NOTE}
    assert list_entries(notebook) == []


def test_a_removal_leaves_no_copy_in_the_journal(notebook: Path, paths: list[str]) -> None:
    """Of what is removed the journal keeps a name and a hash, and no text."""
    make_changes(notebook, Deed.TIDY, [plan_removal(notebook, path) for path in paths])
    assert not (notebook / "2026-11").exists()
    (entry,) = list_entries(notebook)
    assert b"Koor" not in entry.place.read_bytes()
    assert [trace.before for trace in entry.traces] == [None] * 3


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_note_behind_a_link_is_edited_behind_it(notebook: Path, tmp_path: Path) -> None:
    """A link in the notebook stays a link."""
    (tmp_path / "real.toml").write_text(NOTE)
    (notebook / "link.toml").symlink_to(tmp_path / "real.toml")
    make_changes(notebook, Deed.RENAME, rename(notebook, ["link.toml"]))
    assert (notebook / "link.toml").is_symlink()
    assert "Zangers" in (tmp_path / "real.toml").read_text()

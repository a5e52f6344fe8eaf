"""The journal: what undo needs, for this user only, and no longer than it is needed."""

import os
import stat
import time
from pathlib import Path

import pytest

from kompas.notebook.folder import write_note
from kompas.notebook.journal import Change, Deed, forget_in_journal, list_entries, note_down, strike_out
from written import parse

EDIT = Change("2026-11/koor.toml", b'group = "Koor"', b'group = "Zangers"')


def test_a_new_note_is_in_the_journal_without_its_text(notebook: Path) -> None:
    """Of a new note only the name and the hash are kept."""
    path = write_note(notebook, parse('date = 2026-11-20\ngroup = "Koor"\ntalents = ["zingen"]\n').note)
    (entry,) = list_entries(notebook)
    assert (entry.deed, [trace.path for trace in entry.traces]) == (Deed.NOTE, [path])
    assert b"zingen" not in entry.place.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives files other rights")
def test_the_journal_is_read_by_its_writer_only(notebook: Path) -> None:
    """A deed is 0600 in a folder that is 0700, in the user's state folder and not in the notebook."""
    place = note_down(notebook, Deed.RENAME, [EDIT])
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.is_relative_to(os.environ["HOME"])


def test_the_last_deed_comes_first(notebook: Path, example: Path) -> None:
    """Deeds are listed the last first, each notebook for itself; one that is struck out is gone."""
    for deed in (Deed.RENAME, Deed.CONFIRM, Deed.KEEP):
        note_down(notebook, deed, [EDIT])
    last, *_ = list_entries(notebook)
    strike_out(last.place)
    assert [entry.deed for entry in list_entries(notebook)] == [Deed.CONFIRM, Deed.RENAME]
    assert list_entries(example) == []


def test_only_ten_deeds_of_a_week_are_kept(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old texts do not pile up: an eleventh deed drives out the first, and after a week none is left."""
    for _ in range(12):
        note_down(notebook, Deed.RENAME, [EDIT])
    assert len(list_entries(notebook)) == 10
    later = time.time_ns() + 8 * 24 * 3600 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert list_entries(notebook) == []


def test_what_is_forgotten_does_not_live_on_here(notebook: Path) -> None:
    """A deed with a forgotten word in an old text or a name is struck out, and so is one that cannot be read."""
    note_down(notebook, Deed.RENAME, [EDIT])
    note_down(notebook, Deed.NOTE, [Change("2026-11/koor-k3f9.toml", None, b"x")])
    stays = note_down(notebook, Deed.NOTE, [Change("2026-11/toneel-k3f8.toml", None, b"koor")])
    (stays.parent / "00000000000000000009-dead.json").write_text("{half")
    place = stays.parent / f"{time.time_ns():020}-dead.json"
    place.write_text('{"deed": "rename", "traces": [{"path": "ko')
    assert forget_in_journal(notebook, lambda text: "koor" in text.lower()) == 4
    assert [entry.place for entry in list_entries(notebook)] == [stays]


def test_a_damaged_deed_hides_no_other(notebook: Path) -> None:
    """What cannot be read is passed over."""
    place = note_down(notebook, Deed.RENAME, [EDIT])
    (place.parent / f"{time.time_ns():020}-dead.json").write_text("[]")
    assert [entry.place for entry in list_entries(notebook)] == [place]


def test_what_a_crash_left_half_is_swept(notebook: Path) -> None:
    """A half-written deed holds text too: it goes a minute later, and at once when something is forgotten."""
    place = note_down(notebook, Deed.RENAME, [EDIT])
    old = place.with_name(f".{time.time_ns() - 61 * 10**9:020}-dead.json.part")
    new = place.with_name(f".{time.time_ns():020}-dead.json.part")
    for part in (old, new):
        part.write_text("half")
    assert [entry.place for entry in list_entries(notebook)] == [place]
    assert (old.exists(), new.exists()) == (False, True)
    forget_in_journal(notebook, lambda _: False)
    assert not new.exists()

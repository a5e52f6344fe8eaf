"""Drafts: what was typed is kept, whole, and for this user only."""

import errno
import os
import stat
from pathlib import Path

import pytest

from kompas.errors import NotWritten
from kompas.notebook.drafts import drafts_folder, list_drafts, remove_draft, write_draft


def test_drafts_lie_outside_the_notebook(notebook: Path) -> None:
    """A draft lies in the user's own state folder, where no git carries it along."""
    draft = write_draft("group = 'Koor'")
    assert draft.parent == drafts_folder()
    assert notebook not in draft.parents
    assert draft.is_relative_to(os.environ["HOME"])


@pytest.mark.skipif(os.name == "nt", reason="Windows gives files other rights")
@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_a_draft_is_read_by_its_writer_only(umask: int) -> None:
    """A draft is 0600 in a folder that is 0700, whatever the umask."""
    before = os.umask(umask)
    try:
        draft = write_draft("group = 'Koor'")
    finally:
        os.umask(before)
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700


def test_a_draft_holds_what_was_typed() -> None:
    """A draft is the text as it was typed, with LF newlines, and is written over by its own next version only."""
    draft = write_draft("group = 'Koor'\nhalf = \"")
    other = write_draft("group = 'Band'")
    assert write_draft("group = 'Koor'\n", draft) == draft
    assert draft.read_bytes() == b"group = 'Koor'\n"
    assert other.read_bytes() == b"group = 'Band'"
    assert sorted(path.name for path in draft.parent.iterdir()) == sorted([draft.name, other.name])


def test_the_old_draft_stays_until_the_new_one_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while a draft is written leaves the old draft as it was."""
    draft = write_draft("group = 'Koor'")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotWritten) as caught:
        write_draft("group = 'Koor", draft)
    assert (caught.value.path, caught.value.reason) == (draft, "ENOSPC")
    assert draft.read_bytes() == b"group = 'Koor'"
    assert list_drafts() == [draft]


def test_drafts_are_listed_newest_first() -> None:
    """Drafts that wait are listed with the newest first; without any the list is empty."""
    assert list_drafts() == []
    drafts = [write_draft(f"group = 'Koor {number}'") for number in range(3)]
    for age, draft in enumerate(drafts):
        os.utime(draft, (1_000_000 - age, 1_000_000 - age))
    (drafts_folder() / ".k3f9.toml.part").write_text("half", encoding="utf-8")
    assert list_drafts() == drafts


def test_a_draft_can_go_twice() -> None:
    """A draft that is gone already is gone."""
    draft = write_draft("group = 'Koor'")
    remove_draft(draft)
    remove_draft(draft)
    assert list_drafts() == []

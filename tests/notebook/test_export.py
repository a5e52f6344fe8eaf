"""Files that leave: written whole, and never over something else."""

from pathlib import Path

import pytest

from kompas.errors import NotWritten, PlaceTaken
from kompas.notebook.export import write_export

MARK = "BEGIN:VCALENDAR"


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    """The text arrives byte for byte, and nothing else is left."""
    write_export(tmp_path / "a.ics", f"{MARK}\r\né\r\n", MARK)
    assert (tmp_path / "a.ics").read_bytes() == f"{MARK}\r\né\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.ics"]


def test_our_own_file_is_replaced_and_no_other(tmp_path: Path) -> None:
    """A calendar file is made anew; a note under that name stays as it is."""
    calendar, note = tmp_path / "a.ics", tmp_path / "note.toml"
    calendar.write_text(f"{MARK}\nold", encoding="utf-8")
    note.write_text("date = 2026-11-02\n", encoding="utf-8")
    write_export(calendar, f"{MARK}\nnew", MARK)
    with pytest.raises(PlaceTaken):
        write_export(note, f"{MARK}\nnew", MARK)
    assert calendar.read_text(encoding="utf-8") == f"{MARK}\nnew"
    assert note.read_text(encoding="utf-8") == "date = 2026-11-02\n"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(("place", "reason"), [("gone/a.ics", "ENOENT"), ("", "EISDIR")])
def test_a_place_that_takes_nothing(tmp_path: Path, place: str, reason: str) -> None:
    """A folder that is not there, or a folder itself, is told with the system's reason."""
    with pytest.raises(NotWritten) as caught:
        write_export(tmp_path / place, MARK, MARK)
    assert caught.value.reason == reason

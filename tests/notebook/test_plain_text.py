"""Text from a phone, a mail program or Windows Notepad is read in whatever encoding it was saved."""

from pathlib import Path

import pytest

from kompas.errors import NotPlainText, NotReadable
from kompas.notebook.plain_text import read_plain_text

TEXT = "Café De Klink, gisteren\r\ndoet: crème brûlée voor € 2 – “lekker”\r\n"  # noqa: RUF001 as people type it


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the text lies."""
    return tmp_path / "visit.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_of_windows_is_read(place: Path, encoding: str) -> None:
    """UTF-8, UTF-16 with and without its mark, and the old Latin letters give the same text."""
    place.write_bytes(TEXT.encode(encoding))
    assert read_plain_text(place) == TEXT


def test_old_latin_letters_never_fail(place: Path) -> None:
    """Bytes that Windows has no letter for are read all the same."""
    place.write_bytes(b"caf\xe9 \x81\n")
    assert read_plain_text(place) == "café \x81\n"


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"{\\rtf1 Koor}", b"PK\x03\x04word", b"\xd0\xcf\x11\xe0", b"Koor\0gisteren", b"x" * 1_000_001],
)
def test_what_is_no_plain_text_is_told(place: Path, content: bytes) -> None:
    """A document of a word processor is not taken for lines, whatever its name says."""
    place.write_bytes(content)
    with pytest.raises(NotPlainText) as caught:
        read_plain_text(place)
    assert caught.value.path == place


def test_what_cannot_be_read_is_told(place: Path) -> None:
    """A file that is not there, or is a folder, is named with the reason."""
    with pytest.raises(NotReadable) as caught:
        read_plain_text(place)
    assert caught.value.reason == "ENOENT"
    place.mkdir()
    with pytest.raises(NotReadable) as caught:
        read_plain_text(place)
    assert caught.value.reason in {"EISDIR", "EACCES"}

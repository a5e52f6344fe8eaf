"""Errors carry the name of what the system refused, and wording/ tells it in the user's own language."""

import errno
import os
from pathlib import Path

import pytest

from kompas.errors import GarbledSettings, NotWritten, UnreadableSettings, name_reason
from kompas.settings import read_settings
from kompas.wording.words import Words


@pytest.mark.parametrize(
    ("number", "name"),
    [(errno.ENOSPC, "ENOSPC"), (errno.EACCES, "EACCES"), (errno.ECHILD, "other"), (0, "other")],
)
def test_a_reason_has_a_name(number: int, name: str) -> None:
    """What the system says is carried by name; what kompas has no words for is "other"."""
    assert name_reason(OSError(number, os.strerror(number))) == name
    assert name_reason(OSError("zonder nummer")) == "other"


def test_a_reason_is_told_in_the_users_language() -> None:
    """No English of the system stands in a Dutch sentence."""
    error = NotWritten(Path("a.toml"), "ENOSPC")
    assert Words("nl").tell("error", error) == "a.toml is niet opgeschreven: de schijf is vol."
    assert Words("en").tell("error", error) == "a.toml was not written: the disk is full."


def test_settings_that_the_system_refuses(tmp_path: Path) -> None:
    """Settings that cannot be opened are told with the system's reason."""
    (tmp_path / "kompas.toml").mkdir()
    with pytest.raises(UnreadableSettings) as caught:
        read_settings(tmp_path)
    assert caught.value.reason in {"EISDIR", "EACCES"}  # Windows says EACCES of a folder


@pytest.mark.parametrize(
    ("content", "line"), [(b"format = 1\nlanguage = nl", 2), (b"format =\n\n", 1), (b"\n# caf\xe9", 2)]
)
def test_settings_that_are_no_toml(tmp_path: Path, content: bytes, line: int) -> None:
    """Settings that are no TOML are told with the line at fault."""
    (tmp_path / "kompas.toml").write_bytes(content)
    with pytest.raises(GarbledSettings) as caught:
        read_settings(tmp_path)
    assert caught.value.line == line

"""What people see: every transcript is played on a fresh copy of the example and an empty notebook of one's own."""

import shutil
from pathlib import Path

import pytest

from conftest import REPOSITORY
from transcript import play

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """What kompas says is what the transcript says, to the letter."""
    shutil.copytree(REPOSITORY / "notes", tmp_path / "notes")
    text = path.read_text(encoding="utf-8")
    told = play(text, tmp_path, capsys)
    if request.config.getoption("--update"):
        path.write_text(told, encoding="utf-8")
    assert told == text
